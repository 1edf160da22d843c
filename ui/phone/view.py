"""What phones may see at one moment: published by the window, frozen, so that the server's thread may have it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastmap.intake.member_cards import Cards
from fastmap.model.choices import BallotSubject
from fastmap.model.ids import BallotId, LanguageCode


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedBallot:
    """An open vote as a phone shows it."""

    id: BallotId
    subject: BallotSubject
    dots: int
    options: tuple[str, ...]
    words: Mapping[LanguageCode, Mapping[str, str]]
    """Language of the room → option → its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomView:
    """Everything a phone may learn."""

    code: str
    """Of this room; another one each time a room opens."""
    cluster: str
    title: str
    languages: tuple[LanguageCode, ...]
    """Offered to phones, the assessment's first."""
    cards: Cards
    ballot: OfferedBallot | None = None
    """The vote that is open; ``None``: none is."""
    takes_answers: bool = True
    """False once the round is closed: votes may still be open."""
