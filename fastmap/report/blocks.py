"""The pieces of a chapter: text, tables, figures and cards; with the drawings all that a report is made of.

All text in a block is finished text of the report's language; writers only format numbers. Text from outside is data:
no writer may read markup or formulas into it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from fastmap.report.badges import Badge, Tone
from fastmap.report.drawings import Chart, Grid, Timeline


class ColumnKind(StrEnum):
    """What a column holds; writers choose alignment and number format by it."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    WHOLE = "whole"
    NUMBER = "number"
    SHARE = "share"
    """0–1, shown as a percentage."""
    MONEY = "money"
    DATE = "date"
    BADGE = "badge"
    """A short word with a tone; the cell is a `Badge`."""


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A figure that privacy forbids to show; writers print ``word`` (such as "< 5")."""

    word: str

    def __str__(self) -> str:
        """Return the word that stands for the hidden figure."""
        return self.word


CellValue: TypeAlias = "str | int | float | date | Badge | Suppressed | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text; ``lead`` is set larger, a ``heading`` stands above what follows inside its chapter."""

    text: str
    lead: bool = False
    heading: bool = False
    workbook_only: bool = False
    """It speaks of a table that the PDF does not show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A short list of sentences."""

    items: tuple[str, ...]
    badges: tuple[tuple[Badge, ...], ...] = ()
    """Badges behind each item; empty, or as many as there are items."""
    numbered: bool = False
    pdf_items: int | None = None
    """The PDF shows so many and says how many more the workbook holds; ``None``: all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A boxed remark: a limit, a warning, a definition."""

    title: str
    text: str
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """One large number with its words."""

    value: str
    """Already formatted, for example ``62 %`` or ``–``."""
    label: str
    detail: str | None = None
    tone: Tone = Tone.PRIMARY


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigures:
    """A row of key figures."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: ``key`` is its stable English name for CSV and the data dictionary."""

    key: str
    header: str
    kind: ColumnKind = ColumnKind.TEXT
    unit: str | None = None
    help: str | None = None
    """One sentence for the data dictionary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under columns. Workbook and CSV hold every row; the PDF the first ``pdf_rows`` and says so."""

    key: str
    """Stable English name: sheet, CSV file and Excel table are named after it."""
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[CellValue, ...], ...]
    pdf_rows: int | None = None
    """``None``: all; 0: not in the PDF."""
    pdf_columns: tuple[str, ...] | None = None
    """Keys of the columns that the PDF shows; ``None``: all."""
    pdf_cells: Mapping[str, tuple[CellValue, ...]] = field(default_factory=dict)
    """Column key → what the PDF shows in that column instead, one value per row: long lists cut short."""
    beside: int = 0
    """In the PDF it takes half of the width, and so many blocks that follow take the other half."""
    empty_text: str | None = None
    row_points: float | None = None
    """Height of every row on a sheet that people fill in by hand; ``None``: as high as what it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepBar:
    """One step in the path: words first, readiness behind them."""

    key: str
    name: str
    words: str
    """For example "3 of 5 in place, 1 unknown"."""
    readiness_0_1: float | None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """The four steps; the last runs beside the others."""

    caption: str
    steps: tuple[StepBar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLine:
    """One labelled part of a decision card."""

    label: str
    lines: tuple[str, ...]
    key: str = ""
    """Which part it is, such as ``why`` or ``go_if``, for those who lay parts out themselves."""
    pdf_lines: int | None = None
    """The PDF shows the first so many lines; ``None``: all; 0: the part stands in the workbook alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCard:
    """A recommendation as a board decision."""

    number: int
    decision: str
    badges: tuple[Badge, ...]
    lines: tuple[CardLine, ...]


Block: TypeAlias = Paragraph | Bullets | Note | KeyFigures | Table | Chart | Grid | Timeline | Steps | DecisionCard
