"""Changes of the practices that a cluster records itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.errors import FastmapError
from fastmap.model.ids import PracticeId
from fastmap.model.practices import OwnPractice
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class SavePractices(Change):
    """Add or update practices of the cluster's own."""

    name: ClassVar[str] = "save_practices"
    practices: tuple[OwnPractice, ...]

    def apply(self, records: Records) -> None:
        """Save them. Raises `FastmapError` for one without a name or without what was done."""
        if any(not (one.name.strip() and one.what.strip()) for one in self.practices):
            raise FastmapError("practice_empty")
        records.save(*self.practices)

    def facts(self) -> dict[str, int]:
        """Return how many."""
        return {"count": len(self.practices)}


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovePractices(Change):
    """Remove practices of the cluster's own."""

    name: ClassVar[str] = "remove_practices"
    practices: tuple[PracticeId, ...]

    def apply(self, records: Records) -> None:
        """Remove each."""
        for one in self.practices:
            records.remove(OwnPractice, one)

    def facts(self) -> dict[str, int]:
        """Return how many."""
        return {"count": len(self.practices)}
