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
    options: Mapping[str, Mapping[LanguageCode, str]]
    """Option → its words by language; a language that is missing shows English or whatever there is."""

    def label(self, option: str, language: str) -> str:
        """Return the words of an option in a language, or in whichever there is."""
        words = self.options[option]
        return words.get(LanguageCode(language)) or words.get(LanguageCode("en")) or next(iter(words.values()), option)


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
