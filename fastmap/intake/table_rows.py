"""A table from outside as rows of named cells: the header row is found by the names of its columns, wherever it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fastmap.catalogue.texts import form_languages, load_texts
from fastmap.errors import FastmapError
from fastmap.intake.encodings import read_as
from fastmap.intake.files import FileId, files_of, load_file, name_of
from fastmap.intake.form_values import raw_text
from fastmap.intake.safe_reading import Mode, Reading, ReadingOptions, SafeReader, SheetCells, Value, cell_name
from fastmap.model.messages import Fact, Message
from fastmap.model.normalise import clean_text, text_key
from fastmap.model.responses import Problem

_HEADER_WITHIN: Final = 40
"""Rows from the top among which the header is looked for: titles and remarks may stand above it."""
_MOST_SHOWN: Final = 20
MOST_ROWS: Final = 25_000
"""Filled rows of one list or survey: far more than any cluster has; a file with a million is another file."""
"""Column names listed in an error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell with its place."""

    value: Value
    sheet: str | None
    name: str

    @property
    def text(self) -> str:
        """The content as clean text; empty for an empty cell."""
        return clean_text(raw_text(self.value))


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its cells by column key."""

    cells: Mapping[str, Cell]
    number: int
    """Row number people see (from 1)."""
    sheet: str | None

    def text(self, key: str) -> str:
        """Return the clean text of a column; empty if the cell or the column is not there."""
        cell = self.cells.get(key)
        return "" if cell is None else cell.text

    def several(self, key: str) -> tuple[str, ...]:
        """Return the texts of a cell that may hold several, separated by ``;``."""
        parts = (clean_text(part) for part in self.text(key).replace("\n", ";").split(";"))
        return tuple(dict.fromkeys(part for part in parts if part))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table that was found in a file."""

    sheet: str | None
    columns: tuple[str, ...]
    """Keys of the columns that were found."""
    other_columns: tuple[str, ...]
    """Headers that mean nothing to us."""
    rows: tuple[Row, ...]
    notes: tuple[Problem, ...] = ()
    """What is to be said of the file as a whole."""


def open_spreadsheet(
    path: Path,
    open_files: Collection[FileId] = frozenset(),
    *,
    mode: Mode = Mode.TABLE,
    options: ReadingOptions | None = None,
) -> Reading:
    """Return the content of a spreadsheet or .csv file: all of it, what ``options`` ask for, or an overview.

    ``open_files`` are the assessments that this process holds open; they are not touched. Raises `FastmapError`:
    ``path_missing``, or ``table_unreadable`` with the reason as a sentence.
    """
    (path,) = files_of([path]) if not path.is_dir() else (path,)
    file = load_file(path, open_files)
    refused, facts = file.refused, {}
    if refused is None:
        with SafeReader(mode) as reader:
            reading = reader.read(file.content, options)
        facts = {} if reading.row is None else {"row": reading.row}
        refused = reading.refused or {"empty": "empty_file", "html": "web_page"}.get(reading.kind)
        if refused is None and reading.kind in {"xlsx", "xlsb", "xls", "ods", "csv"}:
            return reading
    raise _unreadable(name_of(path), refused or "no_spreadsheet", **facts)


def refuse_too_many(sheet: SheetCells, first_row: int, name: str) -> None:
    """Raise `FastmapError` ``table_unreadable`` if ``sheet`` has more than `MOST_ROWS` filled rows from ``first_row`` (from 0)."""
    filled = sum(any(value != "" for value in row) for row in sheet.rows[first_row:])
    if filled > MOST_ROWS:
        raise _unreadable(name, "too_many_rows", count=filled, most=MOST_ROWS)


def _unreadable(name: str, reason: str, **facts: Fact) -> FastmapError:
    return FastmapError("table_unreadable", name=name, reason=Message(f"problem.{reason}", {"name": name, **facts}))


def read_table(
    path: Path, kind: str, keys: Iterable[str], *, needs: str, open_files: Collection[FileId] = frozenset()
) -> Table:
    """Return the table of ``path`` whose columns are named ``column.<kind>.<key>`` in any shipped language.

    Raises `FastmapError` ``table_without_name`` (naming the columns found) if there is no column ``needs``, and what
    `open_spreadsheet` and `refuse_too_many` raise.
    """
    reading = open_spreadsheet(path, open_files)
    names = _column_names(kind, tuple(keys))
    best: tuple[int, SheetCells, int, dict[str, int]] | None = None
    for sheet in reading.sheets:
        for number, values in enumerate(sheet.rows[:_HEADER_WITHIN]):
            columns = _matched(values, names, sheet.rows[number + 1 :])
            if needs in columns and (best is None or len(columns) > best[0]):
                best = (len(columns), sheet, number, columns)
    if best is None:
        found = _headline(reading)
        raise FastmapError(
            "table_without_name",
            name=name_of(path),
            wanted=Message(f"column_name.{kind}.{needs}"),
            columns=found[:_MOST_SHOWN],
            count=len(found),
        )
    _, sheet, number, columns = best
    refuse_too_many(sheet, number + 1, name_of(path))
    others = tuple(
        text for i, value in enumerate(sheet.rows[number]) if (text := _header(value)) and i not in columns.values()
    )
    return Table(
        sheet=sheet.name or None,
        columns=tuple(columns),
        other_columns=others,
        rows=tuple(_rows(sheet, number + 1, columns)),
        notes=read_as(reading, name_of(path)),
    )


def columns_named(headers: Sequence[str], kind: str, keys: Iterable[str]) -> dict[str, int]:
    """Return column key → place for the ``headers`` that name a column of ``kind`` in any shipped language."""
    return _matched(list(headers), _column_names(kind, tuple(keys)), ())


def _column_names(kind: str, keys: tuple[str, ...]) -> dict[str, str]:
    names: dict[str, str] = {}
    for language in form_languages():
        texts = load_texts(language)
        for key in keys:
            for name in texts.get(f"column.{kind}.{key}").split(";"):
                names.setdefault(text_key(name), key)
    for key in keys:
        names.setdefault(text_key(key), key)
    return names


def _matched(values: Sequence[object], names: Mapping[str, str], below: Sequence[Sequence[object]]) -> dict[str, int]:
    """Return key → column; where two headers mean the same, the column with more in its cells, else the left one."""
    columns: dict[str, list[int]] = {}
    for column, value in enumerate(values):
        header = _header(value)
        if not header:
            continue
        key = names.get(text_key(header)) or names.get(text_key(header.partition("(")[0]))
        if key is not None:
            columns.setdefault(key, []).append(column)
    return {
        key: found[0] if len(found) == 1 else max(found, key=lambda column: _filled(below, column))
        for key, found in columns.items()
    }


def _filled(rows: Sequence[Sequence[object]], column: int) -> int:
    return sum(column < len(row) and row[column] not in ("", None) for row in rows)


def _header(value: object) -> str:
    return " ".join(clean_text(value).split()) if isinstance(value, str) else ""


def _headline(reading: Reading) -> tuple[str, ...]:
    """Return the texts of the row that looks most like a header."""
    lines = [
        tuple(text for value in values if (text := _header(value)))
        for sheet in reading.sheets
        for values in sheet.rows[:_HEADER_WITHIN]
    ]
    return max(lines, key=len, default=())


def _rows(sheet: SheetCells, first: int, columns: Mapping[str, int]) -> Iterator[Row]:
    for number in range(first, len(sheet.rows)):
        cells = {}
        for key, column in columns.items():
            value = sheet.value(number, column)
            if value != "" and not (isinstance(value, str) and not clean_text(value)):
                cells[key] = Cell(value=value, sheet=sheet.name or None, name=cell_name(number, column))
        if cells:
            yield Row(cells, number + 1, sheet.name or None)
