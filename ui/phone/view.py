"""What phones may see at one moment: published by the window, frozen, so that the server's thread may have it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from fastmap.intake.member_cards import Cards
from fastmap.model.choices import BallotSubject
from fastmap.model.ids import BallotId, BallotPaperId, LanguageCode, MemberCode, ResponseId


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedBallot:
    """An open vote as a phone shows it."""

    id: BallotId
    subject: BallotSubject
    dots: int
    options: tuple[str, ...]
    words: Mapping[LanguageCode, Mapping[str, str]]
    """Language of the room → option → its words."""
    mark: str
    """Tells this vote, with exactly these options in this order, from every other: a page that a phone still shows is of
    this vote or is not counted."""
    papers: Mapping[BallotPaperId, Mapping[str, int]] = field(default_factory=dict)
    """Paper → option → dots, as taken: a phone whose cookie holds the key of a paper sees that one again, and no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswer:
    """An answer that a firm has given."""

    response: ResponseId
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomView:
    """Everything a phone may learn."""

    code: str
    """Of this room: the same for one day and file, so that nothing has to be scanned anew after a pause."""
    assessment: str
    """Id of the file: what a phone keeps is kept for it, whatever the room's code is by then."""
    cluster: str
    languages: tuple[LanguageCode, ...]
    """Offered to phones, the assessment's first."""
    cards: Cards
    answered: Mapping[MemberCode, tuple[GivenAnswer, ...]] = field(default_factory=dict)
    """Firms that have answered: told to whoever has their card."""
    ballot: OfferedBallot | None = None
    """The vote that is open; ``None``: none is."""
    is_vote_coming: bool = False
    """Whether a vote is open whose lines have no words yet: the file was opened a moment ago."""
    takes_answers: bool = True
    """False once the round is closed: votes may still be open."""
