"""One sheet of a survey as the assistant looks at it: where its headers are, and what stands in its columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fastmap.intake.files import FileId
from fastmap.intake.form_reading import raw_text
from fastmap.intake.safe_reading import Mode, Moment, Reading, ReadingOptions, SheetCells
from fastmap.intake.survey_columns import headers_of
from fastmap.intake.table_rows import open_spreadsheet

_HEADER_WITHIN: Final = 20
_LOOKED_AT: Final = 3_000
"""Rows from which a column is judged."""
_CODE: Final = re.compile(r"[\w.\[\]/-]{1,40}$")
_COMMA_DECIMAL: Final = re.compile(r"-?\d{1,3}(?:[. ]\d{3})*,\d{1,2}$|-?\d+,\d{1,2}$")
_POINT_DECIMAL: Final = re.compile(r"-?\d{1,3}(?:[, ]\d{3})*\.\d{1,2}$|-?\d+\.\d{1,2}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnFacts:
    """What stands in one column."""

    number: int
    header: str
    counts: Mapping[str, int]
    """Every answer as it stands in the cells → how often; the most frequent first."""
    filled: int
    moments: int
    """Cells that hold a date or time."""

    @property
    def examples(self) -> tuple[str, ...]:
        """The most frequent answers."""
        return tuple(self.counts)[:3]

    @property
    def distinct(self) -> int:
        """How many different answers there are."""
        return len(self.counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyTable:
    """A sheet under certain header rows."""

    sheet: SheetCells
    header_rows: tuple[int, ...]
    """From 1."""
    first_row: int
    """From 1."""
    columns: tuple[ColumnFacts, ...]
    rows: int
    """Rows with any content below the headers."""


def overview_of(
    path: Path,
    open_files: Collection[FileId] = frozenset(),
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Reading:
    """Return every sheet of a file with its size and first rows. Raises `FastmapError` as `open_spreadsheet` does."""
    options = ReadingOptions(encoding=encoding, delimiter=delimiter)
    return open_spreadsheet(path, open_files, mode=Mode.OVERVIEW, options=options)


def whole_sheet(
    path: Path,
    sheet: str | None,
    open_files: Collection[FileId] = frozenset(),
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Reading:
    """Return one sheet of a file with all its rows. Raises `FastmapError` as `open_spreadsheet` does."""
    options = ReadingOptions(sheet=sheet, encoding=encoding, delimiter=delimiter)
    return open_spreadsheet(path, open_files, options=options)


def table_under(sheet: SheetCells, header_rows: Sequence[int], first_row: int) -> SurveyTable:
    """Return what stands in the columns of ``sheet`` under ``header_rows``, from ``first_row`` on (both from 1)."""
    headers = headers_of(sheet, [row - 1 for row in header_rows])
    body = sheet.rows[first_row - 1 :]
    width = max([len(headers), *(len(row) for row in body[:_LOOKED_AT])], default=0)
    if width > len(headers):
        headers = (*headers, *headers_of(SheetCells(name="", rows=([""] * width,)), [0])[len(headers) :])
    counts: list[Counter[str]] = [Counter() for _ in range(width)]
    moments = [0] * width
    for row in body[:_LOOKED_AT]:
        for column, value in enumerate(row[:width]):
            if value != "":
                is_moment = isinstance(value, dict)
                text = raw_text(Moment(str(value["date"])) if is_moment else value)
                if text.strip():
                    counts[column][text] += 1
                    moments[column] += is_moment
    return SurveyTable(
        sheet=sheet,
        header_rows=tuple(header_rows),
        first_row=first_row,
        columns=tuple(
            ColumnFacts(
                number=column,
                header=headers[column],
                counts=dict(counts[column].most_common()),
                filled=counts[column].total(),
                moments=moments[column],
            )
            for column in range(width)
        ),
        rows=sum(any(value != "" for value in row) for row in body),
    )


def likely_headers(sheet: SheetCells) -> tuple[tuple[int, ...], int]:
    """Return the header rows and the row of the first answer, from 1, that the first rows of a sheet suggest."""
    rows = sheet.rows[:_HEADER_WITHIN]
    texts = [[_text(value) for value in row] for row in rows]
    filled = [sum(bool(text) for text in line) for line in texts]
    most = max(filled, default=0)
    if not most:
        return (1,), 2
    header = next(
        (
            number
            for number, line in enumerate(texts)
            if filled[number] >= max(1, 0.6 * most) and _is_wordy(rows[number], line)
        ),
        next(number for number, count in enumerate(filled) if count),
    )
    if _heads_several(texts, header, filled):
        return (header + 1, header + 2), header + 3
    is_below = header and 2 <= filled[header - 1] < filled[header] and _has_repeats(texts[header])
    if is_below or (header and _heads_several(texts, header - 1, filled)):
        return (header, header + 1), header + 2
    below = texts[header + 1] if header + 1 < len(texts) else []
    if _are_codes(texts[header]) and _are_questions(below, texts[header + 2] if header + 2 < len(texts) else []):
        import_ids = texts[header + 2] if header + 2 < len(texts) else []
        extra = sum(text.startswith("{") for text in import_ids) * 2 > len(import_ids)  # Qualtrics' third line
        return (header + 1, header + 2), header + 3 + extra
    return (header + 1,), header + 2


def likely_decimal(table: SurveyTable) -> str | None:
    """Return the decimal mark of the numbers that are written as text, where one is used and the other is not."""
    texts = [text for column in table.columns for text in column.counts if len(text) < 20 and text[:1].isdigit()]
    comma = sum(bool(_COMMA_DECIMAL.match(text)) for text in texts)
    point = sum(bool(_POINT_DECIMAL.match(text)) for text in texts)
    if comma > 2 * point:
        return ","
    return "." if point > 2 * comma and table.sheet.name == "" else None


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else "" if isinstance(value, dict) else str(value)


def _is_wordy(row: Sequence[object], line: Sequence[str]) -> bool:
    """Say whether a row holds words rather than figures, dates and links."""
    known = [value for value, text in zip(row, line, strict=True) if text]
    words = [value for value in known if isinstance(value, str) and any(char.isalpha() for char in value)]
    return len(words) * 2 > len(known)


def _heads_several(texts: Sequence[Sequence[str]], row: int, filled: Sequence[int]) -> bool:
    """Say whether the cells of a row stand over several columns each, whose own headers stand in the row below."""
    if not any(filled[row + 2 :]) or not 2 <= filled[row] <= 0.8 * filled[row + 1]:
        return False
    last = max(place for place, text in enumerate(texts[row]) if text)
    below = [text for text in texts[row + 1] if text]
    answers = {text for line in texts[row + 2 :] for text in line}
    has_gaps = not all(texts[row][: last + 1]) or last < len(texts[row + 1]) - 1
    return has_gaps and all(any(char.isalpha() for char in text) for text in below) and not answers & set(below)


def _has_repeats(line: Sequence[str]) -> bool:
    known = [text for text in line if text]
    return len(set(known)) < len(known)


def _are_codes(line: Sequence[str]) -> bool:
    known = [text for text in line if text]
    return bool(known) and sum(bool(_CODE.match(text)) for text in known) >= 0.8 * len(known)


def _are_questions(line: Sequence[str], next_line: Sequence[str]) -> bool:
    """Say whether the row below the codes holds the questions: long and different, unlike the answers below it."""
    known = [text for text in line if text]
    if len(known) < 2 or len(set(known)) < 0.8 * len(known):
        return False
    asking = sum(len(text.split()) >= 3 for text in known)
    answers = sum(len(text.split()) >= 3 and not text.startswith("{") for text in next_line if text)
    return asking >= 0.5 * len(known) and asking > 2 * answers
