"""Which action of the framework an action counts as.

A person may place an action anywhere. One that names an action of the framework and stands under another scope says two
things: "regional strategy" and "acting alone". It stays as recorded and is warned of, and it counts as the reference only
where the two agree: otherwise the advice would take a regional strategy for planned that nobody pursues with the region.
Another complexity is a question of size and changes nothing.
"""

from __future__ import annotations

from fastmap.catalogue.definitions import Catalogue
from fastmap.model.actions import Action
from fastmap.model.ids import RefId


def followed(action: Action, catalogue: Catalogue) -> RefId | None:
    """Return the action of the framework that ``action`` counts as; ``None``: an own one, or one that contradicts itself."""
    return None if contradicts(action, catalogue) else action.reference


def contradicts(action: Action, catalogue: Catalogue) -> bool:
    """Say whether ``action`` stands under another scope than the action of the framework that it names."""
    known = None if action.reference is None else catalogue.actions.get(action.reference)
    return known is not None and known.cell.scope is not action.cell.scope
