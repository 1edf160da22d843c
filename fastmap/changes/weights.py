"""Changes of how much each part of the priority counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.errors import FastmapError
from fastmap.model.weights import PriorityWeights
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPriorityWeights(Change):
    """Weigh the parts of the priority otherwise than the catalogue does."""

    name: ClassVar[str] = "set_priority_weights"
    weights: PriorityWeights

    def apply(self, records: Records) -> None:
        """Save the weights. Raises `FastmapError` for weights that no ranking can be made with."""
        if not self.weights.is_sound:
            raise FastmapError("weights_unsound")
        records.save(self.weights)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetPriorityWeights(Change):
    """Let the weights of the catalogue hold again."""

    name: ClassVar[str] = "reset_priority_weights"

    def apply(self, records: Records) -> None:
        """Remove the cluster's own weights."""
        records.remove(PriorityWeights, 1)
