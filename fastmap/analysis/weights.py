"""The weights of the priority that hold for an assessment, and what other weights would do to its ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from fastmap.analysis.priorities import PARTS, priorities, ranks
from fastmap.catalogue.definitions import Catalogue, Rules
from fastmap.model.ids import SkillUri
from fastmap.model.messages import Message, Share, Term, message
from fastmap.model.results import SkillResult
from fastmap.model.snapshot import Snapshot
from fastmap.model.weights import PriorityWeights


@dataclass(frozen=True, slots=True, kw_only=True)
class RankChange:
    """A skill or group that other weights would put on another rank."""

    uri: SkillUri
    before: int
    after: int


def with_weights_of(snapshot: Snapshot, catalogue: Catalogue) -> Catalogue:
    """Return ``catalogue`` with the weights that the cluster chose in place of its own, if it chose any.

    The stamp stays: it names the catalogue of the file, and the report names the weights beside it.
    """
    if snapshot.weights is None:
        return catalogue
    return replace(catalogue, rules=replace(catalogue.rules, priority_weights=snapshot.weights.by_part()))


def weights_in_force(snapshot: Snapshot, rules: Rules) -> PriorityWeights:
    """Return the cluster's weights, or those of the catalogue. ``rules`` are the catalogue's own."""
    return snapshot.weights or PriorityWeights(**rules.priority_weights)


def changed_weights(snapshot: Snapshot, rules: Rules) -> Message | None:
    """Return the sentence that says how the cluster's weights differ, or ``None``. ``rules``: the catalogue's own."""
    if snapshot.weights is None:
        return None
    parts = tuple(
        message(
            "weights.part",
            part=Term(f"report.part.{part}"),
            share=Share(share),
            usual=Share(rules.priority_weights[part]),
        )
        for part, share in snapshot.weights.by_part().items()
        if round(share - rules.priority_weights[part], 6)
    )
    return message("weights.changed", parts=parts) if parts else message("weights.kept")


def rank_changes(items: Sequence[SkillResult], weights: PriorityWeights, rules: Rules) -> tuple[RankChange, ...]:
    """Return which of ``items`` would change their rank under ``weights``, those that move most first.

    Only the order is worked out anew, from parts that are known already: quick enough for every turn of a wheel.
    Unranked items stay unranked. Ties as in the ranking itself.
    """
    ranked = sorted((item for item in items if item.ranking.rank is not None), key=lambda item: item.uri)
    if not ranked:
        return ()
    values = [{part.key: part.value for part in item.ranking.parts} for item in ranked]
    parts = np.array([[np.nan if value[key] is None else value[key] for value in values] for key in PARTS], dtype=float)
    places = ranks(priorities(parts, replace(rules, priority_weights=weights.by_part())))
    changes = (
        RankChange(uri=item.uri, before=item.ranking.rank or 0, after=int(place))
        for item, place in zip(ranked, places, strict=True)
        if item.ranking.rank != int(place)
    )
    return tuple(sorted(changes, key=lambda change: (-abs(change.after - change.before), change.after, change.uri)))
