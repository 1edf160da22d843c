"""What members need of a skill, in figures, and the place that gives it among the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """How many of the users left a question blank."""

    short_now: int = 0
    short_12m: int = 0
    short_36m: int = 0
    consequence: int = 0
    hiring: int = 0
    provision: int = 0
    joint_people: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantities:
    """The quantities of `domain.md` over accepted responses."""

    users: int
    short_now: int | None
    short_12m: int | None
    short_36m: int | None
    joint_people: int | None
    """People that firms would release for joint training."""
    unknown: Unknown
    reach: float | None
    severity: float | None
    """Mean consequence, 1 (little) to 4 (work stops or lost orders)."""
    urgency: float | None
    scarcity: float | None
    tried_hires: int
    """Users who tried to hire."""
    consequences: Mapping[str, int] = field(default_factory=dict)
    """Users by consequence key: the "if not" of a recommendation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityPart:
    """One part of a priority: its value 0–1 (``None`` if missing) and the weight it got after re-weighting."""

    key: str
    value: float | None
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Place of a skill among those with at least three users; all ``None`` for the others."""

    priority: float | None = None
    rank: int | None = None
    parts: tuple[PriorityPart, ...] = ()
    rank_low: int | None = None
    """Best end of the 90 % interval of the rank when members are resampled."""
    rank_high: int | None = None
    top10_share: float | None = None
    """Share of resamples in which it is among the first ten."""
