"""The papers of a report, made once somebody asks for one: a report is previewed and written as JSON without them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import overload

from fastmap.report.paper_blocks import Paper


class PapersWanted(Sequence[Paper]):
    """The papers that ``make`` returns, called when the first is wanted; two that hold the same papers are equal."""

    def __init__(self, make: Callable[[], tuple[Paper, ...]]) -> None:
        """Make nothing yet."""
        self._make = make

    @cached_property
    def _made(self) -> tuple[Paper, ...]:
        return self._make()

    @overload
    def __getitem__(self, index: int) -> Paper: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Paper]: ...
    def __getitem__(self, index: int | slice) -> Paper | Sequence[Paper]:
        """Return a paper, or several."""
        return self._made[index]

    def __len__(self) -> int:
        """Return how many there are, those that the edition does not have among them."""
        return len(self._made)

    def __eq__(self, other: object) -> bool:
        """Say whether ``other`` holds the same papers."""
        return self._made == tuple(other) if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        """Return the hash of the papers."""
        return hash(self._made)

    def __repr__(self) -> str:
        """Return the papers as a tuple would."""
        return repr(self._made)
