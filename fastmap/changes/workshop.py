"""Changes of workshops: agenda and notes, ballots, papers that phones send, dots counted by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.errors import FastmapError
from fastmap.model.choices import BallotState
from fastmap.model.ids import BallotId, WorkshopId
from fastmap.model.workshop import MOST_COUNTED, MOST_DOTS, MOST_MINUTES, Ballot, BallotPaper, Workshop
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveWorkshop(Change):
    """Add a workshop, or change its day, place, participants or agenda."""

    name: ClassVar[str] = "save_workshop"
    workshop: Workshop

    def apply(self, records: Records) -> None:
        """Save it. Raises `FastmapError` ``agenda_minutes`` for an item of no or impossible length."""
        for item in self.workshop.agenda:
            if not 1 <= item.minutes <= MOST_MINUTES:
                raise FastmapError("agenda_minutes", found=item.minutes, most=MOST_MINUTES)
        records.save(self.workshop)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteAgendaItem(Change):
    """Write down what was said and decided about an item; the rest of the agenda stays as it is by now."""

    name: ClassVar[str] = "note_agenda_item"
    workshop: WorkshopId
    item: str
    notes: str | None
    decisions: str | None

    def apply(self, records: Records) -> None:
        """Save both texts. Raises `FastmapError` ``agenda_item_missing``."""
        known = _workshop(records, self.workshop)
        if known.item(self.item) is None:
            raise FastmapError("agenda_item_missing")
        agenda = tuple(
            replace(item, notes=self.notes, decisions=self.decisions) if item.id == self.item else item
            for item in known.agenda
        )
        records.save(replace(known, agenda=agenda))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveWorkshop(Change):
    """Remove a workshop with its ballots."""

    name: ClassVar[str] = "remove_workshop"
    workshop: WorkshopId

    def apply(self, records: Records) -> None:
        """Remove everything that belongs to it."""
        for ballot in records.find(Ballot, workshop=self.workshop):
            _remove(records, ballot.id)
        records.remove(Workshop, self.workshop)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenBallot(Change):
    """Begin a vote with dots."""

    name: ClassVar[str] = "open_ballot"
    ballot: Ballot

    def apply(self, records: Records) -> None:
        """Save the ballot, open.

        Raises `FastmapError`: ``ballot_dots`` outside 1–10, ``ballot_options`` for fewer than two options, ``ballot_known``
        for an id that is taken, ``workshop_missing``.
        """
        if not 1 <= self.ballot.dots <= MOST_DOTS:
            raise FastmapError("ballot_dots", found=self.ballot.dots, most=MOST_DOTS)
        if len(set(self.ballot.options)) < 2:
            raise FastmapError("ballot_options")
        if records.get(Ballot, self.ballot.id) is not None:
            raise FastmapError("ballot_known", ballot=self.ballot.id)
        _workshop(records, self.ballot.workshop)
        options = tuple(dict.fromkeys(self.ballot.options))
        known = self.ballot.words
        words = None if known is None else {option: known[option] for option in options if option in known}
        opened = replace(self.ballot, options=options, state=BallotState.OPEN, closed_at=None, words=words, places=None)
        records.save(opened)

    def facts(self) -> dict[str, int]:
        """Return how many options it has."""
        return {"count": len(self.ballot.options)}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBallotState(Change):
    """Close a ballot, with the survey's places as people see them now, or open it again: places are then those of the day."""

    name: ClassVar[str] = "set_ballot_state"
    ballot: BallotId
    state: BallotState
    at: datetime
    places: Mapping[str, int] | None = None
    """Option → place in the survey; ``None``: not worked out."""

    def apply(self, records: Records) -> None:
        """Save the state. Raises `FastmapError` ``ballot_option_unknown`` for a place of another option."""
        known = _ballot(records, self.ballot)
        _refuse_unknown(known, self.places or {})
        is_closed = self.state is BallotState.CLOSED
        closed_at, places = (self.at, self.places) if is_closed else (None, None)
        records.save(replace(known, state=self.state, closed_at=closed_at, places=places))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowBallotLive(Change):
    """Let the projector show the dots while people still vote, or hide them until the end."""

    name: ClassVar[str] = "show_ballot_live"
    ballot: BallotId
    is_live: bool

    def apply(self, records: Records) -> None:
        """Save the choice."""
        records.save(replace(_ballot(records, self.ballot), is_live=self.is_live))


@dataclass(frozen=True, slots=True, kw_only=True)
class CountByHand(Change):
    """Write down the dots counted on paper or on the wall, all at once."""

    name: ClassVar[str] = "count_by_hand"
    ballot: BallotId
    dots: Mapping[str, int]
    voters: int | None

    def apply(self, records: Records) -> None:
        """Save the count; also after the ballot was closed, since paper is counted later.

        Raises `FastmapError`: ``ballot_option_unknown``, ``ballot_count`` for a number no room holds, ``ballot_too_many_dots``
        for more dots than the voters counted had.
        """
        known = _ballot(records, self.ballot)
        _refuse_unknown(known, self.dots)
        counts = (*self.dots.values(), *(() if self.voters is None else (self.voters,)))
        for count in counts:
            if not 0 <= count <= MOST_COUNTED:
                raise FastmapError("ballot_count", found=count, most=MOST_COUNTED)
        given = sum(self.dots.values())
        if self.voters is not None and given > self.voters * known.dots:
            raise FastmapError("ballot_too_many_dots", found=given, most=self.voters * known.dots)
        counted = {option: count for option, count in self.dots.items() if count}
        records.save(replace(known, by_hand=counted, voters_by_hand=self.voters))


@dataclass(frozen=True, slots=True, kw_only=True)
class CastBallotPapers(Change):
    """Take papers of phones. One that is there already changes nothing: the phone did not hear that it had arrived.

    With other dots it takes the place of the first, while the ballot is open.
    """

    name: ClassVar[str] = "cast_ballot_papers"
    papers: tuple[BallotPaper, ...]

    def apply(self, records: Records) -> None:
        """Save each once, or none of them. Raises what `refuse_paper` raises, and ``ballot_missing``."""
        for paper in self.papers:
            known = records.get(BallotPaper, paper.id)
            if known is not None and known.ballot != paper.ballot:
                raise FastmapError("ballot_missing")
            if known is None or known.dots != paper.dots:
                refuse_paper(_ballot(records, paper.ballot), paper)
                records.save(paper)

    def facts(self) -> dict[str, int]:
        """Return how many."""
        return {"count": len(self.papers)}


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveBallot(Change):
    """Remove a ballot with every paper."""

    name: ClassVar[str] = "remove_ballot"
    ballot: BallotId

    def apply(self, records: Records) -> None:
        """Remove both."""
        _remove(records, self.ballot)


def refuse_paper(ballot: Ballot, paper: BallotPaper) -> None:
    """Raise `FastmapError` if the paper breaks a rule of the ballot.

    ``ballot_closed``, ``ballot_option_unknown``, ``ballot_too_many_dots``, ``ballot_no_dots``.
    """
    if ballot.state is BallotState.CLOSED:
        raise FastmapError("ballot_closed")
    _refuse_unknown(ballot, paper.dots)
    if not paper.dots or min(paper.dots.values()) < 1:
        raise FastmapError("ballot_no_dots")
    if sum(paper.dots.values()) > ballot.dots:
        raise FastmapError("ballot_too_many_dots", found=sum(paper.dots.values()), most=ballot.dots)


def _remove(records: Records, ballot: BallotId) -> None:
    for paper in records.find(BallotPaper, ballot=ballot):
        records.remove(BallotPaper, paper.id)
    records.remove(Ballot, ballot)


def _workshop(records: Records, workshop: WorkshopId) -> Workshop:
    known = records.get(Workshop, workshop)
    if known is None:
        raise FastmapError("workshop_missing")
    return known


def _ballot(records: Records, ballot: BallotId) -> Ballot:
    known = records.get(Ballot, ballot)
    if known is None:
        raise FastmapError("ballot_missing")
    return known


def _refuse_unknown(ballot: Ballot, by_option: Mapping[str, object]) -> None:
    if not set(by_option) <= set(ballot.options):
        raise FastmapError("ballot_option_unknown")
