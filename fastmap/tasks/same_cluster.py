"""Whether the file of another round is of the same cluster, before one cluster's answers are taken for another's."""

from __future__ import annotations

from typing import Final

from fastmap.model.normalise import text_key
from fastmap.model.same_members import same_members
from fastmap.model.snapshot import Snapshot

FAMILIAR_SHARE: Final = 0.3
"""Share of the shorter list that has to be on the other too, before an unlike name is taken for the same cluster."""
FAMILIAR_MEMBERS: Final = 3
"""And how many members: one or two firms can be members of two clusters."""


def known_members(now: Snapshot, then: Snapshot) -> int:
    """Return how many members of ``then`` are found, beyond doubt, on the list of ``now``."""
    return len(same_members(now.members, then.members))


def seems_other_cluster(now: Snapshot, then: Snapshot) -> bool:
    """Say whether the name of the cluster differs and too few members are on both lists to trust that it was renamed.

    A round that was begun from the file of ``then`` is of the same cluster, however it is called now.
    """
    if now.earlier is not None and now.earlier.assessment == then.info.id:
        return now.earlier.is_other_cluster
    if text_key(now.cluster.name) == text_key(then.cluster.name) and now.cluster.country == then.cluster.country:
        return False
    shorter = min(len(now.members), len(then.members))
    return known_members(now, then) < max(FAMILIAR_MEMBERS, FAMILIAR_SHARE * shorter)
