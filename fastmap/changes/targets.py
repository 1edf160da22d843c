"""Changes of the targets that a cluster sets itself in the four steps."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.errors import FastmapError
from fastmap.model.actions import IndicatorTarget
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class SetIndicatorTarget(Change):
    """Let another target than the catalogue's hold for an indicator."""

    name: ClassVar[str] = "set_indicator_target"
    target: IndicatorTarget

    def apply(self, records: Records) -> None:
        """Save the target. Raises `FastmapError` for one that nothing could be held against."""
        if not (isfinite(self.target.target) and self.target.target >= 0):
            raise FastmapError("target_unsound")
        records.save(self.target)

    def facts(self) -> dict[str, str]:
        """Return which indicator."""
        return {"indicator": self.target.key}


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetIndicatorTargets(Change):
    """Let the targets of the catalogue hold again."""

    name: ClassVar[str] = "reset_indicator_targets"
    indicators: tuple[str, ...]

    def apply(self, records: Records) -> None:
        """Remove the cluster's own target of each indicator."""
        for key in self.indicators:
            records.remove(IndicatorTarget, key)

    def facts(self) -> dict[str, int]:
        """Return how many."""
        return {"count": len(self.indicators)}
