"""Tables of a workbook: real Excel tables whose every text is text, whatever it begins with."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exports.figures import NUMERIC, decimals_of, shown_unit
from exports.plain import clean, shortened
from exports.workbook_formats import Formats
from exports.workbook_names import Names, headers
from fastmap.report.badges import Badge
from fastmap.report.blocks import CellValue, Column, ColumnKind, Suppressed, Table

CELL_LIMIT = 32_000
"""Excel takes 32,767 characters in a cell; counted in UTF-16, so there is some room left."""
_WIDEST = {ColumnKind.TEXT: 44.0, ColumnKind.BADGE: 30.0, ColumnKind.LONG_TEXT: 80.0}
_NARROWEST = 9.0
_NUMBER_WIDTH = 13.0
_BY_HAND = 26.0
_SAMPLE = 400
_LINE = 15.0
_HIGHEST = 400.0
_BOLD = itertools.repeat(1.12)
CellWriter: TypeAlias = Callable[[int, int, CellValue], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Where a table lies in its sheet, counted from 0; ``first`` is the row of its heads."""

    first: int
    last: int
    columns: int


def write_table(
    sheet: Worksheet, row: int, table: Table, formats: Formats, names: Names, widths: Sequence[float]
) -> Area:
    """Write ``table`` with its heads in ``row`` and return where it lies; rows are as high as ``widths`` make them."""
    heads = headers([head_of(column) for column in table.columns])
    rows = table.rows or _only_the_remark(table)
    last = row + max(len(rows), 1)
    sheet.add_table(
        row,
        0,
        last,
        len(table.columns) - 1,
        {
            "name": names.table(table.key),
            "style": None,
            "autofilter": bool(table.rows),
            "columns": [
                {"header": head, "header_format": formats.header(right=_is_right(column))}
                for head, column in zip(heads, table.columns, strict=True)
            ],
        },
    )
    sheet.set_row(row, 4 + _LINE * max(map(_lines, heads, widths, _BOLD)))
    lines: dict[int, int] = {}
    writers = _writers(sheet, table, formats, widths, lines)
    for number, cells in enumerate(rows, start=row + 1):
        for place, value in enumerate(cells):
            writers[place](number, place, value)
    least = table.row_points or 0.0
    for number in range(row + 1, last + 1) if least else lines:
        sheet.set_row(number, max(least, min(lines.get(number, 1) * _LINE + 1, _HIGHEST)))
    return Area(first=row, last=last, columns=len(table.columns))


def column_widths(table: Table) -> list[float]:
    """Return a width per column, in characters, from its head and its first few hundred cells.

    On a sheet to be filled in by hand, what is empty everywhere gets room to write.
    """
    widths = []
    for number, column in enumerate(table.columns):
        values = [row[number] for row in table.rows[:_SAMPLE]]
        to_fill_in = table.row_points is not None and all(value is None for value in values)
        widths.append(max(_width(column, values), _BY_HAND if to_fill_in else 0.0))
    return widths


def head_of(column: Column) -> str:
    """Return a column's heading with its unit."""
    unit = shown_unit(column)
    return f"{column.header} ({unit})" if unit else column.header


def _only_the_remark(table: Table) -> tuple[tuple[CellValue, ...], ...]:
    blanks: tuple[CellValue, ...] = (None,) * (len(table.columns) - 1)
    return ((table.empty_text, *blanks),)


def _is_right(column: Column) -> bool:
    return column.kind in NUMERIC or column.kind is ColumnKind.DATE


def _writers(
    sheet: Worksheet, table: Table, formats: Formats, widths: Sequence[float], lines: dict[int, int]
) -> list[CellWriter]:
    return [
        _writer(sheet, column.kind, formats, decimals_of(column, [row[number] for row in table.rows]), wide, lines)
        for (number, column), wide in zip(enumerate(table.columns), widths, strict=False)
    ]


def _writer(
    sheet: Worksheet, kind: ColumnKind, formats: Formats, decimals: int, wide: float, lines: dict[int, int]
) -> CellWriter:
    """Return a function that writes a cell of one column; what it needs is looked up once, not per cell.

    It notes in ``lines`` which rows need more than one line: LibreOffice does not find out by itself.
    """
    fits = int(wide) - 3
    plain = formats.cell(kind, decimals)
    words = formats.cell(ColumnKind.TEXT)
    write_string, write_number, write_blank = sheet.write_string, sheet.write_number, sheet.write_blank

    def write(row: int, place: int, value: CellValue) -> object:
        if isinstance(value, str):
            if len(value) > fits or "\n" in value:
                lines[row] = max(lines.get(row, 1), _lines(value, wide))
            return write_string(
                row, place, shortened(clean(value), CELL_LIMIT), plain if kind not in NUMERIC else words
            )
        if value is None:
            return write_blank(row, place, None, plain)
        if isinstance(value, int | float):
            if not math.isfinite(value):
                return write_blank(row, place, None, plain)
            return write_number(row, place, value, plain)
        if isinstance(value, Badge) and len(value.word) > fits - 2:
            lines[row] = max(lines.get(row, 1), _lines(value.word, wide, 1.12))
        return _write_special(sheet, row, place, value, plain, formats)

    return write


def _write_special(
    sheet: Worksheet, row: int, place: int, value: Badge | Suppressed | date, plain: Format, formats: Formats
) -> object:
    if isinstance(value, date):
        return sheet.write_datetime(row, place, value, plain)
    cell_format = formats.badge(value.tone) if isinstance(value, Badge) else formats.suppressed()
    return sheet.write_string(row, place, shortened(clean(value.word), CELL_LIMIT), cell_format)


def _lines(text: str, wide: float, boldness: float = 1.0) -> int:
    """Return about how many lines ``text`` takes in a column of ``wide`` characters, word by word."""
    room, count = max(wide * 1.14 - 2.5, 4), 0
    for line in text.split("\n"):
        used = 0.0
        count += 1
        for word in line.split():
            length = len(word) * boldness
            if used and used + 1 + length > room:
                count += 1
                used = 0.0
            used += length + (1 if used else 0)
            if used > room:
                extra = int(used / room)
                count += extra
                used -= extra * room
    return count


def _width(column: Column, values: Sequence[CellValue]) -> float:
    longest_head_word = max((len(word) for word in head_of(column).split()), default=0) + 3.0
    if _is_right(column):
        return max(_NUMBER_WIDTH, min(longest_head_word, 20.0))
    longest = max((len(line) for value in values if value is not None for line in str(value).split("\n")), default=0)
    return max(_NARROWEST, min(longest_head_word, 24.0), min(longest * 1.08 + 2, _WIDEST[column.kind]))
