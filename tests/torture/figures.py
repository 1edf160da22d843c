"""What a run of the torture measured, each figure beside what it has to be, and the table that is printed."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass

NONE, SOME = "0", "> 0"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one part. ``wanted`` is "0", "> 0", or "" where the figure is only told."""

    part: str
    what: str
    value: int | float | str
    wanted: str = ""

    @property
    def is_missed(self) -> bool:
        """Whether the figure is not what it has to be."""
        if self.wanted == NONE:
            return self.value != 0
        if self.wanted == SOME:
            return not isinstance(self.value, (int, float)) or self.value <= 0
        return False


@dataclass(frozen=True, slots=True)
class Skipped:
    """A part that could not run here, and why."""

    part: str
    why: str


def show(rows: Iterable[Figure | Skipped]) -> None:
    """Print rows as they come, the longest runs take an hour."""
    for row in rows:
        if isinstance(row, Skipped):
            print(f"{row.part:<22} not run: {row.why}")
        else:
            mark = "MISSED" if row.is_missed else "ok" if row.wanted else ""
            print(f"{row.part:<22} {row.what:<52} {row.value!s:>10}  {row.wanted:>4}  {mark}")
    sys.stdout.flush()
