"""How the room of a table is shared so that its rows wrap into as few lines as possible."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from exports.charts.type import width

_ROWS_LOOKED_AT = 40
"""Tables on paper are short; in a long one the first rows stand for the others."""
_NOWHERE = float("inf")
_BREAKS = re.compile(r"[ \t\r\n]+")
"""Where a line may end: not at a blank that keeps a figure and its unit together."""


class CellText:
    """The words of a cell, measured once: in how many lines they stand, and how wide they must be for fewer."""

    __slots__ = ("_blank", "_known", "_more", "words")

    def __init__(self, text: str, size: float, *, bold: bool = False, more: int = 0, beside: float = 0.0) -> None:
        """Measure ``text``; ``more`` lines stand below it, and ``beside`` is room that every line needs besides."""
        self.words = tuple(_word(word, size, bold=bold) + beside for word in _BREAKS.split(text.strip()))
        self._blank = _word(" ", size, bold=bold) - beside
        self._more = more
        self._known: dict[int, float] = {}

    def lines(self, room: float) -> int:
        """Return in how many lines the text stands in ``room`` points."""
        count, at = 1, 0.0
        for word in self.words:
            beyond = at + self._blank + word if at else word
            if at and beyond > room:
                count, at = count + 1, word
            else:
                at = beyond
        return count + self._more

    def room_for(self, lines: int) -> float:
        """Return the least points in which the text stands in so many lines."""
        lines -= self._more
        if lines < 1:
            return _NOWHERE
        if lines not in self._known:
            self._known[lines] = self._searched(lines + self._more)
        return self._known[lines]

    def _searched(self, lines: int) -> float:
        low = max(self.words, default=0.0)
        high = sum(self.words) + self._blank * max(len(self.words) - 1, 0)
        if lines - self._more == 1:
            return high
        while high - low > 1:
            middle = (low + high) / 2
            if self.lines(middle) <= lines:
                high = middle
            else:
                low = middle
        return high


def with_fewest_lines(
    columns: Sequence[Sequence[CellText]], least: Sequence[float], spare: float
) -> tuple[list[float], float]:
    """Return widths, at least ``least`` each, in which the rows need few lines, and what of ``spare`` is left.

    One row after the other is given the room for a line less: always the one that costs the fewest points for each
    row that becomes lower with it.
    """
    widths = list(least)
    rows = list(zip(*(column[:_ROWS_LOOKED_AT] for column in columns), strict=True))
    while True:
        best: tuple[float, dict[int, float]] | None = None
        steps = [_step(row, widths) for row in rows]
        for step in steps:
            cost = sum(wide - widths[place] for place, wide in step.items())
            if not step or cost > spare:
                continue
            lower = sum(1 for other in steps if other and all(step.get(p, widths[p]) >= w for p, w in other.items()))
            if best is None or cost / lower < best[0]:
                best = cost / lower, step
        if best is None:
            return widths, spare
        for place, wide in best[1].items():
            spare -= wide - widths[place]
            widths[place] = wide


def _step(row: Sequence[CellText], widths: Sequence[float]) -> dict[int, float]:
    """Return the widths by which ``row`` gets a line less, by column; nothing for a row of one line."""
    lines = [cell.lines(wide + 0.01) for cell, wide in zip(row, widths, strict=True)]
    most = max(lines, default=1)
    if most == 1:
        return {}
    return {place: row[place].room_for(most - 1) for place, count in enumerate(lines) if count == most}


@cache
def _word(word: str, size: float, *, bold: bool) -> float:
    return width(word, size, bold=bold)
