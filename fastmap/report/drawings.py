"""The pictures of a report: they say what they show, not how it is drawn.

All text is finished text of the report's language and is data: no writer may read markup into it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from fastmap.model.choices import Complexity, Scope
from fastmap.report.badges import Badge, Tone


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


Drawing: TypeAlias = Chart | Grid | Timeline
"""What can be written as a picture."""
