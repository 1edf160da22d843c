"""How much each part of the priority counts, where a cluster chose other weights than the catalogue's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from math import isclose, isfinite
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityWeights:
    """The five weights of the priority, each 0–1; together 1."""

    reach: float
    """More than 0: reach is the only part that is always known, and without it some skills would have no priority."""
    size: float
    severity: float
    urgency: float
    scarcity: float

    @classmethod
    def normalised(cls, points: Mapping[str, float]) -> Self:
        """Return weights in the proportions of ``points``, which need not sum to anything but more than 0.

        >>> PriorityWeights.normalised({"reach": 1, "size": 1, "severity": 2, "urgency": 0, "scarcity": 0}).severity
        0.5
        """
        total = sum(points.values())
        return cls(**{part: points[part] / total for part in cls.parts()})

    @classmethod
    def parts(cls) -> tuple[str, ...]:
        """Return the names of the parts, in the order of the catalogue."""
        return tuple(field.name for field in fields(cls))

    def by_part(self) -> dict[str, float]:
        """Return the weights by the name of their part, in the order of the catalogue."""
        return {part: getattr(self, part) for part in self.parts()}

    @property
    def is_sound(self) -> bool:
        """Whether a ranking can be made with them: each 0–1, together 1, reach more than 0."""
        weights = self.by_part().values()
        in_range = all(isfinite(weight) and 0 <= weight <= 1 for weight in weights)
        return in_range and self.reach > 0 and isclose(sum(weights), 1, abs_tol=1e-6)
