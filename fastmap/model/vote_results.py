"""What was worked out about votes with dots: places, and where they disagree with the survey."""

from __future__ import annotations

from dataclasses import dataclass

from fastmap.model.choices import RankGap
from fastmap.model.workshop import Ballot


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionResult:
    """One option of a ballot."""

    option: str
    dots: int
    share: float | None
    """Of all dots given, 0–1; ``None`` while none was given."""
    place: int | None
    """By dots, equal numbers sharing the better place; ``None`` for an option without a dot."""
    survey_place: int | None
    """By the survey, among the options of this ballot; ``None`` for one that the survey does not rank."""
    gap: RankGap | None
    """Whether people in the room put it clearly higher or lower than the survey; ``None`` where they agree."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotResult:
    """One ballot, counted."""

    ballot: Ballot
    options: tuple[OptionResult, ...]
    """Most dots first, then in the order of the survey, then as offered."""
    papers: int
    """People who voted by phone."""
    voters: int | None
    """People who voted in all; ``None`` where dots were counted by hand and people were not."""
    dots: int
    """Dots given in all."""
    is_ranked_by_survey: bool
    """Whether there is a ranking to compare with: not for the cluster's own actions."""

    @property
    def disagreements(self) -> tuple[OptionResult, ...]:
        """Options that room and survey put in clearly different places."""
        return tuple(option for option in self.options if option.gap is not None)
