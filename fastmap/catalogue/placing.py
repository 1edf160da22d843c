"""Placing a free action on the grid by the catalogue's three questions (`domain.md`, The grid)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fastmap.catalogue.definitions import Placement
from fastmap.model.actions import Cell
from fastmap.model.choices import Complexity, Scope, Timing


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What the answers given so far decide; ``None`` where they do not yet."""

    scope: Scope | None = None
    complexity: Complexity | None = None
    timing: Timing | None = None

    @property
    def cell(self) -> Cell | None:
        """The cell, once column and row are known."""
        return Cell(self.scope, self.complexity) if self.scope is not None and self.complexity is not None else None


def placed_by(questions: Iterable[Placement], answers: Mapping[str, str]) -> Placed:
    """Return where an action belongs: ``answers`` holds the chosen answer per question key.

    Unanswered questions and answers that a question does not offer decide nothing.
    """
    decided = [question.answers.get(answers.get(question.key, "")) for question in questions]
    return Placed(
        scope=next((value for value in decided if isinstance(value, Scope)), None),
        complexity=next((value for value in decided if isinstance(value, Complexity)), None),
        timing=next((value for value in decided if isinstance(value, Timing)), None),
    )
