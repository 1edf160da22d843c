"""Words with a tone, such as a verdict: they stand in text, tables, cards and drawings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
