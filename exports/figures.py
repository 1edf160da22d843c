"""Figures and dates as people of the report's language write them (Babel), by kind of column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from exports.plain import clean
from fastmap.report.badges import Badge
from fastmap.report.blocks import CellValue, Column, ColumnKind, Suppressed
from fastmap.texts import locale_of

UNKNOWN = "–"
"""What stands where a figure is not known; never 0, never "none"."""

NUMERIC = frozenset({ColumnKind.WHOLE, ColumnKind.NUMBER, ColumnKind.SHARE, ColumnKind.MONEY})


def shown_unit(column: Column) -> str | None:
    """Return the unit to print under a heading; ``None`` where the heading says it already ("Firms", "Signs: …")."""
    return unit_beside(column.header, column.unit)


def unit_beside(header: str, unit: str | None) -> str | None:
    """Return ``unit`` to print under ``header``; ``None`` where the heading says it already."""
    words = set(re.findall(r"\w+", header.casefold()))
    return None if not unit or unit.casefold() in words else unit


class Figures:
    """Formats figures in one language."""

    def __init__(self, language: str) -> None:
        """Use the formats of ``language``; English ones where Babel does not know it."""
        self.locale = locale_of(language)

    def number(self, value: float, decimals: int = 1) -> str:
        """Return ``value`` grouped and with exactly ``decimals`` places."""
        return format_decimal(value, format=_pattern(decimals), locale=self.locale)

    def share(self, value_0_1: float) -> str:
        """Return a share as a whole percentage."""
        return format_percent(value_0_1, locale=self.locale)

    def day(self, value: date) -> str:
        """Return a date in the language's medium form."""
        return format_date(value, format="medium", locale=self.locale)

    def cell(self, value: CellValue, kind: ColumnKind, decimals: int = 0) -> str:
        """Return a cell of a table as text; not known is a dash."""
        if value is None:
            return UNKNOWN
        if isinstance(value, str | Badge | Suppressed):
            return clean(str(value))
        if isinstance(value, date):
            return self.day(value)
        return self.share(value) if kind is ColumnKind.SHARE else self.number(value, decimals)


def decimals_of(column: Column, values: Sequence[CellValue]) -> int:
    """Return how many decimal places a column shows, the same in every row.

    Whole figures none, money none unless cents occur, other figures one, or two where all lie between −1 and 1.
    """
    figures = [value for value in values if isinstance(value, int | float)]
    if column.kind is ColumnKind.NUMBER:
        if all(float(value).is_integer() for value in figures):
            return 0
        return 2 if all(abs(value) <= 1 for value in figures) else 1
    if column.kind is ColumnKind.MONEY:
        return 0 if all(float(value).is_integer() for value in figures) else 2
    return 0


@cache
def _pattern(decimals: int) -> str:
    return "#,##0" + ("." + "0" * decimals if decimals else "")
