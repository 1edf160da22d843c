"""Which action of the framework an action counts as.

A person may place an action anywhere. One that names an action of the framework and stands under another scope says two
things: "regional strategy" and "acting alone". It stays as recorded and is warned of, and it counts as the reference only
where the two agree: otherwise the advice would take a regional strategy for planned that nobody pursues with the region.
Another complexity is a question of size and changes nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from fastmap.catalogue.definitions import Catalogue
from fastmap.model.actions import Action
from fastmap.model.earlier import RoundAction
from fastmap.model.ids import RefId
from fastmap.model.snapshot import Snapshot

_AnyAction = TypeVar("_AnyAction", Action, RoundAction)


def with_known_references(snapshot: Snapshot, catalogue: Catalogue) -> Snapshot:
    """Return ``snapshot`` with actions, of this round and the one before, that name actions of ``catalogue`` alone.

    A file may come from a later catalogue, or from somebody who wrote into it. There are no words and no cell for what
    this catalogue does not have; the action counts as the cluster's own, and the file keeps what it says. Where all are
    known, ``snapshot`` itself is returned: whoever holds it sees that results are of it.
    """
    earlier = snapshot.earlier
    if earlier is not None and (before := _with_known(earlier.actions, catalogue)) is not earlier.actions:
        snapshot = replace(snapshot, earlier=replace(earlier, actions=before))
    if (now := _with_known(snapshot.actions, catalogue)) is not snapshot.actions:
        snapshot = replace(snapshot, actions=now)
    return snapshot


def _with_known(actions: tuple[_AnyAction, ...], catalogue: Catalogue) -> tuple[_AnyAction, ...]:
    if all(one.reference is None or one.reference in catalogue.actions for one in actions):
        return actions
    return tuple(one if one.reference in catalogue.actions else replace(one, reference=None) for one in actions)


def followed(action: Action, catalogue: Catalogue) -> RefId | None:
    """Return the action of the framework that ``action`` counts as; ``None``: an own one, or one that contradicts itself."""
    return None if contradicts(action, catalogue) else action.reference


def contradicts(action: Action, catalogue: Catalogue) -> bool:
    """Say whether ``action`` stands under another scope than the action of the framework that it names."""
    known = None if action.reference is None else catalogue.actions.get(action.reference)
    return known is not None and known.cell.scope is not action.cell.scope
