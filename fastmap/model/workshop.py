"""Workshops as recorded: agenda with notes and decisions, and votes with dots – by number, never by name.

Source: `domain.md`, Workshop. A ballot paper belongs to nobody: it carries a random id and no member.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from fastmap.model.choices import AgendaSubject, BallotState, BallotSubject, WallView
from fastmap.model.ids import BallotId, BallotPaperId, LanguageCode, WorkshopId

MOST_MINUTES = 480
"""The longest item of an agenda: a working day."""
MOST_DOTS = 10
"""The most dots a person may give in one ballot."""
MOST_COUNTED = 10_000
"""The most dots or voters that are counted by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """One item of an agenda, and what was noted about it."""

    id: str
    """Stays with the item when its place changes."""
    subject: AgendaSubject
    minutes: int
    """Planned, 1–480."""
    view: WallView | None = None
    """What the projector shows when the item begins; ``None``: whatever stands there."""
    title: str | None = None
    """Own wording; ``None``: that of the subject."""
    notes: str | None = None
    decisions: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """One meeting of members and partners."""

    id: WorkshopId
    held_on: date | None = None
    place: str | None = None
    participants: int | None = None
    """People in the room; ``None``: nobody counted."""
    agenda: tuple[AgendaItem, ...] = ()
    """In the order of the meeting."""

    @property
    def minutes(self) -> int:
        """Planned length."""
        return sum(item.minutes for item in self.agenda)

    def item(self, item_id: str) -> AgendaItem | None:
        """Return an item of the agenda, or ``None``."""
        return next((item for item in self.agenda if item.id == item_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One vote with dots."""

    id: BallotId
    workshop: WorkshopId
    subject: BallotSubject
    dots: int
    """Dots of each person, 1–10; several may go to one option."""
    options: tuple[str, ...]
    """Skill URIs, action ids or recommendation ids, as they stood when it was opened, in that order."""
    opened_at: datetime
    state: BallotState = BallotState.OPEN
    closed_at: datetime | None = None
    is_live: bool = False
    """Whether the projector shows the dots before it is closed: people then follow the first."""
    by_hand: Mapping[str, int] = field(default_factory=dict)
    """Option → dots counted on paper or on the wall, beside those of phones."""
    voters_by_hand: int | None = None
    """People behind `by_hand`; ``None``: not counted."""
    words: Mapping[str, str] | None = None
    """Option → what it was called when the vote was opened; ``None``: nobody kept it."""
    words_language: LanguageCode | None = None
    """Language in which `words` were asked for: that of the assessment."""
    places: Mapping[str, int] | None = None
    """Option → its place among the options in the survey when the vote was closed; ``None``: open, or nobody kept it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotPaper:
    """The dots of one person, sent by phone."""

    id: BallotPaperId
    ballot: BallotId
    received_at: datetime
    dots: Mapping[str, int]
    """Option → dots, each at least 1; together at most `Ballot.dots`."""
