"""Lines that a form brings along from the last round, and whether somebody touched them before it came back.

A line left exactly as it was sent is no answer of this round: nobody said that it still holds. To know it again, the
form carries a mark of each line it was sent with: short sums of the words, wherever the line has been moved to. Source:
decision record 0162.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Self

from fastmap.intake.form_content import EarlierNeed
from fastmap.model.normalise import text_key

PREFILLED_KEYS: Final = ("skill", "job", "level")
"""Questions whose answers are brought along; figures and what depends on them are asked anew."""
_SIGNS: Final = 10


@dataclass(frozen=True, slots=True)
class SentLines:
    """The marks of the lines that one form was sent with."""

    whole: frozenset[str] = frozenset()
    without_skill: frozenset[str] = frozenset()

    @classmethod
    def of(cls, needs: Iterable[EarlierNeed]) -> Self:
        """Return the marks of ``needs``."""
        lines = tuple(needs)
        return cls(
            frozenset(_mark(need.skill_text, need.job, need.level) for need in lines),
            frozenset(_mark(None, need.job, need.level) for need in lines if need.job or need.level),
        )

    @classmethod
    def read(cls, text: str) -> Self:
        """Return the marks that a form carries; whatever is no mark is passed over."""
        marks = text.split()
        return cls(
            frozenset(mark[1:] for mark in marks if mark.startswith("w")),
            frozenset(mark[1:] for mark in marks if mark.startswith("r")),
        )

    def written(self) -> str:
        """Return the marks as a form carries them."""
        return " ".join((*(f"w{mark}" for mark in sorted(self.whole)), *(f"r{m}" for m in sorted(self.without_skill))))

    def has(self, line: Mapping[str, Any], answered: Collection[str]) -> bool:
        """Say whether a line is one of those sent, or what is left of one whose skill was cleared.

        ``line`` holds the understood answers, ``answered`` the keys of all cells with anything in them.
        """
        if not answered or not set(answered) <= set(PREFILLED_KEYS) or set(answered) != line.keys():
            return False
        mark = _mark(line.get("skill"), line.get("job"), line.get("level"))
        return mark in (self.whole if "skill" in line else self.without_skill)


def _mark(skill: str | None, job: str | None, level: str | None) -> str:
    words = "\n".join((text_key(skill or ""), text_key(job or ""), level or ""))
    return hashlib.sha256(words.encode()).hexdigest()[:_SIGNS]
