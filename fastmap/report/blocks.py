"""The pieces of a report: they say what they show, not how it is drawn.

All text in a block is finished text of the report's language; writers only format numbers. Text from outside is data:
no writer may read markup or formulas into it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from fastmap.model.choices import Complexity, Scope
from fastmap.model.ids import LanguageCode
from fastmap.report.audiences import Audience

if TYPE_CHECKING:  # papers are made of drawings, and a report holds papers
    from fastmap.report.paper_blocks import Paper


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


class Tone(StrEnum):
    """Colour families of `visual.md`; never the only carrier of a meaning."""

    NEUTRAL = "neutral"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    ST = "st"
    MT = "mt"
    LT = "lt"
    ALONE = "alone"
    REGIONAL = "regional"
    INTERNATIONAL = "international"
    PRIMARY = "primary"


@dataclass(frozen=True, slots=True)
class Badge:
    """A word with a tone, such as a verdict."""

    word: str
    tone: Tone = Tone.NEUTRAL

    def __str__(self) -> str:
        """Return the word: what is left where no badge can be drawn."""
        return self.word


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


class ChartKind(StrEnum):
    """How a chart reads."""

    BARS = "bars"
    """Horizontal bars, one per category."""
    STACKED_BARS = "stacked_bars"
    """Horizontal, series stacked: parts of a whole."""
    GROUPED_BARS = "grouped_bars"
    """Vertical groups of series per category."""
    RANGE = "range"
    """A dot (series ``value``) with a bar from series ``low`` to ``high`` per category: ranks with their interval."""
    MAP = "map"
    """Bubbles: series ``x``, ``y`` and ``size`` per category."""
    HEAT = "heat"
    """A matrix: one series per column, categories are rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One row of figures of a chart; ``None`` leaves a gap."""

    key: str
    label: str
    values: tuple[float | None, ...]
    tone: Tone = Tone.PRIMARY


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A picture of figures that also stand in a table."""

    key: str
    kind: ChartKind
    caption: str
    alternative: str
    """What somebody who cannot see it must know."""
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    x_label: str | None = None
    y_label: str | None = None
    share: bool = False
    """True if the values are shares 0–1, shown as percentages."""
    tones: tuple[Tone, ...] = ()
    """A tone per category, where it matters (verdicts)."""
    tone_words: Mapping[Tone, str] = field(default_factory=dict)
    """Legend for ``tones``."""
    beside: int = 0
    """In the PDF it takes half of the width, and so many blocks that follow take the other half."""
    empty_word: str | None = None
    """For a `HEAT` that counts what stands in cells, each series in its tone: what an empty cell says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCard:
    """One action in a grid cell."""

    title: str
    reference: str | None
    badges: tuple[Badge, ...]
    fact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GridBlockCell:
    """One cell of the typology grid."""

    scope: Scope
    complexity: Complexity
    cards: tuple[GridCard, ...]
    empty_text: str
    example: str | None = None
    """An example of the framework for exactly this cell, shown if it is empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The 3 × 2 typology grid."""

    key: str
    caption: str
    alternative: str
    columns: Mapping[Scope, str]
    rows: Mapping[Complexity, str]
    cells: tuple[GridBlockCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineMark:
    """A milestone on a timeline."""

    day: date
    title: str
    is_reached: bool
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineBar:
    """One action on a timeline."""

    key: str
    title: str
    fact: str
    """A few words below the title, such as who owns it; may be ""."""
    tone: Tone
    start: date | None
    """Where it begins; ``None``, like ``end``: nothing says where it lies."""
    end: date | None
    is_start_known: bool
    """False: recorded by nobody, drawn where its horizon lies."""
    is_end_known: bool
    warning: str | None
    """A word that says that somebody should look at it."""
    marks: tuple[TimelineMark, ...] = ()
    after: tuple[str, ...] = ()
    """Keys of bars that must end before this one begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineLane:
    """The bars of one horizon."""

    name: str
    tone: Tone
    bars: tuple[TimelineBar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Actions over time, from the first day of a year to the last of another."""

    key: str
    caption: str
    alternative: str
    lanes: tuple[TimelineLane, ...]
    first: date
    last: date
    today: date
    today_word: str
    empty_word: str
    """What a lane without bars says."""

    def place_0_1(self, day: date) -> float:
        """Return where ``day`` lies between the first day (0) and the last (1); days outside lie at the edge."""
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return min(max(share, 0.0), 1.0)


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


Drawing: TypeAlias = Chart | Grid | Timeline
"""What can be written as a picture."""
Block: TypeAlias = Paragraph | Bullets | Note | KeyFigures | Table | Chart | Grid | Timeline | Steps | DecisionCard


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A chapter of the PDF and a sheet (or more) of the workbook."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    workbook_only: bool = False
    own_page: bool = False
    """In the PDF nothing else stands on its last page: the section can be handed out alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The few words that writers themselves need, in the report's language."""

    page_of: str
    """With ``{page}`` and ``{pages}``."""
    contents: str
    figure: str
    table: str
    notes: str
    sheet_names: Mapping[str, str]
    """Section or table key → name of its sheet (≤ 31 characters)."""
    dictionary: Mapping[str, str]
    """Headings of the data dictionary: ``sheet``, ``column``, ``kind``, ``unit``, ``meaning``."""
    not_known: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something that whoever gets the files must know beside them: who may have them, how to cite them."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantBox:
    """What the cover says about the grant: names and values, and the sentence that a funder asks for."""

    title: str
    facts: tuple[tuple[str, str], ...]
    disclaimer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverLogo:
    """The logo on the cover, a PNG that was made by us (`fastmap.intake.logo`)."""

    png: bytes
    width_px: int
    height_px: int
    alternative: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A finished report: every writer gets this value and nothing else."""

    title: str
    subtitle: str
    cluster: str
    round_label: str
    made_on: date
    language: LanguageCode
    anonymous: bool
    banner: str | None
    """A line for every page, such as "Fictional example" or "Anonymous edition"."""
    cover_facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    words: Words
    data: Mapping[str, Any]
    """The JSON of the contract (`analyse --json`), already anonymous where the report is."""
    papers: Sequence[Paper] = ()
    """Documents to go on writing in Word, of the same edition; made when they are wanted."""
    mark: str | None = None
    """A line to be read on every sheet and page itself, not only at its edge: "Confidential – for audit"."""
    audience: Audience | None = None
    """For whom it was made; ``None``: for nobody in particular."""
    notices: tuple[Notice, ...] = ()
    """What is to be read beside the files of a pack."""
    grant: GrantBox | None = None
    logo: CoverLogo | None = None

    def tables(self) -> tuple[Table, ...]:
        """Return every table of every section, in order."""
        return tuple(block for section in self.sections for block in section.blocks if isinstance(block, Table))

    def charts(self) -> tuple[Drawing, ...]:
        """Return everything that can be written as a picture, in order."""
        return tuple(block for section in self.sections for block in section.blocks if isinstance(block, Drawing))
