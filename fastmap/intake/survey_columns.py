"""Finding the columns of a survey export by their headers: long questions, line breaks and hard blanks do not matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase
from typing import Final

from fastmap.errors import FastmapError
from fastmap.intake.form_values import raw_text
from fastmap.intake.safe_reading import Reading, SheetCells, cell_name
from fastmap.intake.survey_mapping import RatedColumns, SurveyMapping
from fastmap.model.messages import Message
from fastmap.model.normalise import clean_text, text_key

_HEADER_WITHIN: Final = 15
_BETWEEN: Final = " – "
"""Between the texts of several header rows."""
_NAMELESS: Final = "Column {}"
_SHOWN: Final = 90
"""Characters of a header that are shown in an error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyColumns:
    """Where the columns of a mapping stand in one sheet."""

    sheet: SheetCells
    first_row: int
    """Row of the first answer, from 0."""
    by_name: Mapping[str, int]
    """Column as the mapping names it → column number, from 0."""
    rated: tuple[tuple[RatedColumns, int, str], ...]
    """Group, column number and the skill in the header."""
    headers: tuple[str, ...]


def find_columns(reading: Reading, mapping: SurveyMapping, name: str) -> SurveyColumns:
    """Return where everything stands that the mapping names.

    A column is named by its header or by a beginning that only one header has. Raises `FastmapError`
    ``survey_sheet_missing`` or ``survey_columns_unknown``, which lists each unknown column with headers near it.
    """
    sheets = [sheet for sheet in reading.sheets if mapping.sheet in {None, sheet.name}]
    if not sheets:
        raise FastmapError(
            "survey_sheet_missing", name=name, sheet=mapping.sheet, sheets=tuple(s.name for s in reading.sheets)
        )
    wanted = tuple(dict.fromkeys(mapping.columns()))
    best: tuple[int, SheetCells, tuple[int, ...], tuple[str, ...], dict[str, int]] | None = None
    for sheet in sheets:
        for rows in _header_rows(sheet, mapping):
            headers = headers_of(sheet, rows)
            columns = _resolved(wanted, headers)
            score = len(columns) + len(_rated(mapping.rated, headers, columns))
            if best is None or score > best[0]:
                best = (score, sheet, rows, headers, columns)
    if best is None:
        raise FastmapError("table_unreadable", name=name, reason=Message("problem.empty_file", {"name": name}))
    _, sheet, rows, headers, columns = best
    rated = _rated(mapping.rated, headers, columns)
    unknown = [_unknown(column, headers) for column in wanted if column not in columns]
    groups = {group for group, _, _ in rated}
    unknown += [_unknown(group.columns, headers) for group in mapping.rated if group not in groups and not group.names]
    if unknown:
        raise FastmapError("survey_columns_unknown", name=name, columns=tuple(unknown), count=len(unknown))
    first_row = mapping.first_row - 1 if mapping.first_row is not None else rows[-1] + 1
    return SurveyColumns(sheet=sheet, first_row=first_row, by_name=columns, rated=rated, headers=headers)


def _header_rows(sheet: SheetCells, mapping: SurveyMapping) -> Iterable[tuple[int, ...]]:
    """Yield the rows, from 0, that may head the columns."""
    if mapping.header_rows:
        return [tuple(row - 1 for row in mapping.header_rows)]
    return [(row,) for row in range(min(len(sheet.rows), _HEADER_WITHIN))]


def headers_of(sheet: SheetCells, rows: Sequence[int]) -> tuple[str, ...]:
    """Return the name of every column under the header rows ``rows`` (from 0), each different from the others.

    The texts of several rows are joined; one that stands over several columns counts for all of them. A second column
    of the same header gets a number, one without any header is called by its letter.
    """
    lines = [[_header(value) for value in sheet.rows[row]] for row in rows if row < len(sheet.rows)]
    width = max(map(len, lines), default=0)
    lines = [[*line, *[""] * (width - len(line))] for line in lines]
    for above in lines[:-1]:
        for column in range(1, width):
            if not above[column] and lines[-1][column]:
                above[column] = above[column - 1]
    joined = [_BETWEEN.join(dict.fromkeys(text for text in texts if text)) for texts in zip(*lines, strict=True)]
    names: list[str] = []
    taken: set[str] = set()
    numbers: Counter[str] = Counter()  # of columns of the same header so far: thousands may have one and the same
    for column, header in enumerate(joined):
        first = name = header or _NAMELESS.format(cell_name(0, column)[:-1])
        key = text_key(first)
        while text_key(name) in taken:
            numbers[key] += 1
            name = f"{first} ({numbers[key] + 1})"
        taken.add(text_key(name) or name)
        names.append(name)
    return tuple(names)


def _header(value: object) -> str:
    return " ".join(clean_text(raw_text(value)).split())  # type: ignore[arg-type]  # cells hold nothing else


def _resolved(wanted: Iterable[str], headers: Sequence[str]) -> dict[str, int]:
    keys = [text_key(header) for header in headers]
    found: dict[str, int] = {}
    for column in wanted:
        key = text_key(column)
        if not key:
            continue
        exact = [i for i, header in enumerate(keys) if header == key]
        beginning = [i for i, header in enumerate(keys) if header.startswith(f"{key} ")]
        if exact:
            found[column] = exact[0]
        elif len(beginning) == 1:
            found[column] = beginning[0]
    return found


def _rated(
    groups: Iterable[RatedColumns], headers: Sequence[str], columns: Mapping[str, int]
) -> tuple[tuple[RatedColumns, int, str], ...]:
    found = []
    for group in groups:
        if group.names:
            found += [(group, columns[name], skill) for name, skill in group.names.items() if name in columns]
            continue
        pattern = " ".join(clean_text(group.columns).split()).casefold().replace("[", "[[]")
        after = " ".join(clean_text(group.after).split())
        for number, header in enumerate(headers):
            if not fnmatchcase(header.casefold(), pattern):
                continue
            skill = header.partition(after)[2].strip(" .:-–") if after else header
            if skill:
                found.append((group, number, skill))
    return tuple(found)


def _unknown(column: str, headers: Sequence[str]) -> Message:
    by_key = {text_key(header)[:_SHOWN]: header for header in headers if header}
    near = get_close_matches(text_key(column)[:_SHOWN], by_key, n=3, cutoff=0.5)
    beginning = [key for key in by_key if key.startswith(text_key(column)[:12])]
    shown = tuple(by_key[key][:_SHOWN] for key in dict.fromkeys([*beginning[:3], *near]))
    if not shown:
        return Message("survey_column.unknown", {"column": column})
    return Message("survey_column.near", {"column": column, "near": shown})
