"""The typology grid with the cluster's own actions in it."""

from __future__ import annotations

from fastmap.model.actions import ALL_CELLS, Action, Cell
from fastmap.model.choices import Complexity, Timing
from fastmap.model.ids import ActionId
from fastmap.model.messages import Message, message
from fastmap.model.results import GridCell
from fastmap.model.snapshot import Snapshot


def grid_of(snapshot: Snapshot) -> tuple[GridCell, ...]:
    """Return all six cells with their actions by id, empty cells included."""
    return tuple(_grid_cell(cell, snapshot) for cell in ALL_CELLS)


def placement_warning(action: Action) -> Message | None:
    """Return the warning for an action that changes a whole system and is to show effect within a year, else ``None``.

    It is said, not forbidden (`domain.md`, The grid).
    """
    if action.cell.complexity is Complexity.HIGH and set(action.timing) == {Timing.ST}:
        return message("grid_warning.high_short_term", title=action.title)
    return None


def _grid_cell(cell: Cell, snapshot: Snapshot) -> GridCell:
    actions = tuple(sorted((action for action in snapshot.actions if action.cell == cell), key=lambda a: a.id))
    warnings: dict[ActionId, Message] = {}
    for action in actions:
        if warning := placement_warning(action):
            warnings[action.id] = warning
    return GridCell(cell=cell, actions=actions, warnings=warnings)
