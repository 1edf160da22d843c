"""Unknown figures and what is known of them: equations and bounds, and which values are left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

_SURELY_VARIES = 1.5
"""Two values so far apart lie within no margin of a third: no further solution is needed."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """A withheld figure that readers can work out."""

    item: str
    figure: str
    low: float
    high: float
    true: float


@dataclass(slots=True)
class Unknowns:
    """Unknowns with bounds, and linear constraints over them."""

    names: dict[tuple[str, str], int] = field(default_factory=dict)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)
    rows: list[tuple[dict[int, float], float, float]] = field(default_factory=list)
    whole: list[bool] = field(default_factory=list)

    def unknown(self, item: str, name: str, high: float, *, whole: bool = True) -> int:
        """Return the place of an unknown from 0 to ``high``; a new one where there is none yet."""
        key = (item, name)
        if key not in self.names:
            self.names[key] = len(self.low)
            self.low.append(0.0)
            self.high.append(high)
            self.whole.append(whole)
        return self.names[key]

    def within(self, place: int, low: float, high: float = np.inf) -> None:
        """Add that an unknown lies between two values."""
        self.low[place] = max(self.low[place], low)
        self.high[place] = min(self.high[place], high)

    def add(self, terms: Mapping[int, float], low: float, high: float) -> None:
        """Add that a sum of unknowns, each times its factor, lies between two values."""
        self.rows.append((dict(terms), low, high))

    def solutions(self, wanted: Iterable[int]) -> dict[int, tuple[float, float]]:
        """Return for each unknown the smallest and the largest whole number that it was seen to be in some solution.

        Every unknown is pushed down and up, unless one solution for another has shown already that it can vary widely.
        """
        places, size = tuple(wanted), len(self.low)
        if not places:
            return {}
        matrix = np.zeros((len(self.rows), size))
        for number, (terms, _, _) in enumerate(self.rows):
            for at, factor in terms.items():
                matrix[number, at] += factor
        constraints = LinearConstraint(matrix, [row[1] for row in self.rows], [row[2] for row in self.rows])
        seen: list[np.ndarray] = []

        def push(aim: np.ndarray) -> None:
            solved = milp(
                aim, constraints=constraints, bounds=Bounds(self.low, self.high), integrality=np.array(self.whole)
            )
            assert solved.status == 0, f"the published figures contradict each other: {solved.message}"
            seen.append(np.where(self.whole, np.round(solved.x), solved.x))

        for sign in (1.0, -1.0):
            push(np.full(size, sign))
        ranges = {}
        for place in places:
            for sign in (1.0, -1.0):
                values = [solution[place] for solution in seen]
                if min(values) * _SURELY_VARIES >= max(values):
                    aim = np.zeros(size)
                    aim[place] = sign
                    push(aim)
            values = [solution[place] for solution in seen]
            ranges[place] = (float(min(values)), float(max(values)))
        return ranges
