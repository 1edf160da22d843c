"""Where the names on a map stand, so that none covers another: the most important ones choose first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_CELL = 72.0
_MARGIN = 2.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Say whether both share some of their ground."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: Box) -> bool:
        """Say whether all of the other lies in this one."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name that wants to stand beside its point."""

    key: str
    x: float
    y: float
    gap: float
    """From the point to where the name may begin."""
    width: float
    height: float
    must: bool = False
    """Shown whatever it covers: the one a person has chosen."""


def placed(
    names: Sequence[Name], solid: Iterable[Box], soft: Iterable[Box] = (), *, inside: Box | None = None
) -> dict[str, Box]:
    """Return the box of every name that finds room, in the order given; the others are left out.

    No name covers another or anything ``solid``, or leaves ``inside``; of the ways that are left it takes the one that
    covers fewest of ``soft``, below its point first.
    """
    taken, gentle = _Ground(solid), _Ground(soft)
    found: dict[str, Box] = {}
    for name in names:
        best = _best(name, taken, gentle, inside)
        if best is None and not name.must:
            continue
        found[name.key] = best = best or _ways(name)[0]
        taken.add(Box(best.left - _MARGIN, best.top, best.right + _MARGIN, best.bottom))
    return found


def _best(name: Name, taken: _Ground, gentle: _Ground, inside: Box | None) -> Box | None:
    """Return the free way that covers fewest of what is gentle, the first of several; ``None`` if none is free."""
    best, least = None, 0
    for box in _ways(name):
        if (inside is not None and not inside.holds(box)) or taken.is_met(box):
            continue
        covered = gentle.count(box)
        if covered == 0:
            return box
        if best is None or covered < least:
            best, least = box, covered
    return best


def _ways(name: Name) -> tuple[Box, ...]:
    """Return the boxes a name may take: below, right, left, above, then the corners."""
    x, y, gap, wide, high = name.x, name.y, name.gap, name.width, name.height
    corners = (
        (x - wide / 2, y + gap),
        (x + gap, y - high / 2),
        (x - gap - wide, y - high / 2),
        (x - wide / 2, y - gap - high),
        (x + gap * 0.7, y + gap * 0.7),
        (x - gap * 0.7 - wide, y + gap * 0.7),
        (x + gap * 0.7, y - gap * 0.7 - high),
        (x - gap * 0.7 - wide, y - gap * 0.7 - high),
    )
    return tuple(Box(left, top, left + wide, top + high) for left, top in corners)


class _Ground:
    """Boxes by the squares of a grid they lie on, so that a name is only compared with its neighbours."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._squares: dict[tuple[int, int], list[Box]] = {}
        for box in boxes:
            self.add(box)

    def add(self, box: Box) -> None:
        for square in self._under(box):
            self._squares.setdefault(square, []).append(box)

    def is_met(self, box: Box) -> bool:
        """Say whether ``box`` meets any."""
        for square in self._under(box):
            for other in self._squares.get(square, ()):
                if box.meets(other):
                    return True
        return False

    def count(self, box: Box) -> int:
        """Return how many boxes ``box`` meets; one that lies on several squares counts for each, which only orders."""
        return sum(other.meets(box) for square in self._under(box) for other in self._squares.get(square, ()))

    @staticmethod
    def _under(box: Box) -> list[tuple[int, int]]:
        across = range(int(box.left // _CELL), int(box.right // _CELL) + 1)
        down = range(int(box.top // _CELL), int(box.bottom // _CELL) + 1)
        return [(column, row) for column in across for row in down]
