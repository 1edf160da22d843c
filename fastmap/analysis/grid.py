"""The typology grid with the cluster's own actions in it, and what is odd about single actions."""

from __future__ import annotations

from fastmap.analysis.references import contradicts
from fastmap.catalogue.definitions import Catalogue
from fastmap.model.actions import ALL_CELLS, Action, Cell
from fastmap.model.choices import ActionStatus, Complexity, Timing
from fastmap.model.ids import ActionId
from fastmap.model.messages import Message, Term, message
from fastmap.model.results import GridCell
from fastmap.model.snapshot import Snapshot

OVER = frozenset({ActionStatus.DONE, ActionStatus.STOPPED})
"""What is no longer done: who was to do it with whom is nothing to settle any more."""


def grid_of(snapshot: Snapshot, catalogue: Catalogue) -> tuple[GridCell, ...]:
    """Return all six cells with their actions by id, empty cells included."""
    return tuple(_grid_cell(cell, snapshot, catalogue) for cell in ALL_CELLS)


def action_warnings(action: Action, catalogue: Catalogue) -> tuple[Message, ...]:
    """Return what is odd about an action: its timing, dates, partners, place. Said, not forbidden.

    Source: `domain.md`, The grid.
    """
    found = (
        placement_warning(action),
        dates_warning(action),
        partner_warning(action),
        reference_warning(action, catalogue),
    )
    return tuple(warning for warning in found if warning is not None)


def placement_warning(action: Action) -> Message | None:
    """Return the warning for an action that changes a whole system and is to show effect within a year, else ``None``."""
    if action.cell.complexity is Complexity.HIGH and set(action.timing) == {Timing.ST}:
        return message("grid_warning.high_short_term", title=action.title)
    return None


def dates_warning(action: Action) -> Message | None:
    """Return the warning for an action that ends before it starts, else ``None``."""
    if action.ends_before_start:
        return message("grid_warning.dates", title=action.title, start=action.start, end=action.end)
    return None


def partner_warning(action: Action) -> Message | None:
    """Return the warning for an action in collaboration that names nobody to do it with, else ``None``."""
    if not action.lacks_partner or action.status in OVER:
        return None
    return message("grid_warning.no_partner", title=action.title)


def reference_warning(action: Action, catalogue: Catalogue) -> Message | None:
    """Return the warning for an action that names one of the framework and stands under another scope, else ``None``."""
    if action.reference is None or action.status in OVER or not contradicts(action, catalogue):
        return None
    return message(
        "grid_warning.reference_elsewhere",
        title=action.title,
        reference=str(action.reference),
        here=Term(f"scope.{action.cell.scope}"),
        there=Term(f"scope.{catalogue.actions[action.reference].cell.scope}"),
    )


def _grid_cell(cell: Cell, snapshot: Snapshot, catalogue: Catalogue) -> GridCell:
    actions = tuple(sorted((action for action in snapshot.actions if action.cell == cell), key=lambda a: a.id))
    warnings: dict[ActionId, tuple[Message, ...]] = {}
    for action in actions:
        if found := action_warnings(action, catalogue):
            warnings[action.id] = found
    return GridCell(cell=cell, actions=actions, warnings=warnings)
