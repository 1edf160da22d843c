"""The targets of the four steps that hold for an assessment."""

from __future__ import annotations

from dataclasses import replace

from fastmap.catalogue.definitions import Catalogue, IndicatorDefinition
from fastmap.model.snapshot import Snapshot


def with_targets_of(snapshot: Snapshot, catalogue: Catalogue) -> Catalogue:
    """Return ``catalogue`` with the targets that the cluster chose beside its own.

    A target that the indicator cannot have (recorded under an older catalogue, say) is left out.
    The stamp stays: it names the catalogue of the file, and the report names the changed targets beside it.
    """
    chosen = {target.key: target.target for target in snapshot.targets}
    if not chosen:
        return catalogue
    return replace(catalogue, indicators=tuple(_with_own(item, chosen.get(item.key)) for item in catalogue.indicators))


def _with_own(item: IndicatorDefinition, target: float | None) -> IndicatorDefinition:
    if target is None or target == item.target or not item.may_become(target):
        return item
    return replace(item, own_target=target)
