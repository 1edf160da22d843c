"""What a sheet holds: answers, one row each; statistics; text; or nothing. Said before anybody maps its columns."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from fastmap.intake.safe_reading import SheetCells
from fastmap.intake.survey_table import likely_headers

_SMALL: Final = 10
"""Whole numbers up to here may be ratings or numbers of people; others in every column are figures of statistics."""
_FIGURES: Final = 0.6
_FEWEST_FIGURES: Final = 6
_NO_GAPS: Final = 0.6
"""An export has no blank rows; a list to be read has."""


class SheetKind(StrEnum):
    """What a sheet looks like; text key ``sheet_kind.<value>``."""

    ANSWERS = "answers"
    STATISTICS = "statistics"
    TEXT = "text"
    EMPTY = "empty"


def kind_of_sheet(sheet: SheetCells) -> SheetKind:
    """Return what the first rows of a sheet look like.

    Statistics: below the headers, most cells right of the first column are figures as no answer is: large, fractions,
    shares. Text: many rows left blank, or no two columns that are filled side by side.
    """
    filled = [[(place, value) for place, value in enumerate(row) if value != ""] for row in sheet.rows]
    if not any(filled):
        return SheetKind.EMPTY
    _, first = likely_headers(sheet)
    below = filled[first - 1 :]
    body = [row for row in below if row]
    if len(body) < _NO_GAPS * len(below):
        return SheetKind.TEXT
    if not any(len(row) > 1 for row in body):
        # A list below a title, or headers alone.
        return SheetKind.TEXT if not _is_one_question(filled, first) else SheetKind.ANSWERS
    beside = [value for row in body for place, value in row if place > 0]
    figures = sum(_is_figure(value) for value in beside)
    if figures >= _FEWEST_FIGURES and figures >= _FIGURES * len(beside):
        return SheetKind.STATISTICS
    return SheetKind.ANSWERS


def _is_one_question(filled: list[list[tuple[int, object]]], first: int) -> bool:
    """Say whether a single column has a header in its first row and answers right below it."""
    return first == 2 and len(filled) > 2 and bool(filled[0]) and bool(filled[1]) and bool(filled[2])


def _is_figure(value: object) -> bool:
    if isinstance(value, str):  # "**": too few to be told; shares written as text
        bare = value.strip().rstrip("%").replace(",", ".")
        if value.strip() in ("*", "**", "-", "–", "..", "c", "x"):
            return True
        try:
            value = float(bare)
        except ValueError:
            return False
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return value != int(value) or abs(value) > _SMALL
