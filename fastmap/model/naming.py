"""Which partner a name in a form means: the one that bears it, or the one that a person said it is."""

from __future__ import annotations

from collections.abc import Mapping

from fastmap.model.ids import PartnerId
from fastmap.model.meanings import key_of
from fastmap.model.snapshot import Snapshot


def partners_by_name(snapshot: Snapshot) -> Mapping[str, PartnerId]:
    """Return the partner that each name (its `key_of`) means. A decision goes before the same name of another."""
    recorded = sorted(snapshot.partners, key=lambda partner: partner.id)
    bearing = {key_of(partner.name): partner.id for partner in recorded}
    known = {partner.id for partner in recorded}
    decided = {one.name_key: one.partner for one in snapshot.named if one.partner is not None and one.partner in known}
    return bearing | decided


def decided_names(snapshot: Snapshot) -> frozenset[str]:
    """Return the names about which nobody has to be asked: partners bear them, or a person decided."""
    return frozenset({*partners_by_name(snapshot), *(one.name_key for one in snapshot.named)})
