"""Entries of the profile form as people type them: what is clear is taken, what would be a guess is not."""

from __future__ import annotations

from collections.abc import Iterator

from fastmap.intake.numbers import understand_count
from fastmap.model.messages import Message, message
from fastmap.model.snapshot import AssessmentInfo

_FIRST_YEAR = 1800


def understand_people(text: str) -> int | None:
    """Return the whole number of people or members that ``text`` says, or ``None`` if that is not clear.

    >>> understand_people("1 200"), understand_people("3-4")
    (1200, None)
    """
    return understand_count(text).number


def understand_year(text: str, *, newest: int) -> int | None:
    """Return the year from 1800 to ``newest`` that ``text`` says, or ``None``.

    >>> understand_year("1998", newest=2026), understand_year("98", newest=2026)
    (1998, None)
    """
    year = understand_count(text).number
    return year if year is not None and _FIRST_YEAR <= year <= newest else None


def round_problems(info: AssessmentInfo) -> Iterator[Message]:
    """Yield what is wrong with the title and dates of a round, each naming its field."""
    if not info.title:
        yield message("round.no_title")
    if info.round_start is not None and info.round_end is not None and info.round_end < info.round_start:
        yield message("round.ends_before_start")
