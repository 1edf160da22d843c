"""Changes of what partners promised under a pact for skills."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.errors import FastmapError
from fastmap.model.ids import CommitmentId
from fastmap.model.organisations import Commitment
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveCommitments(Change):
    """Add or update commitments under a pact for skills."""

    name: ClassVar[str] = "save_commitments"
    commitments: tuple[Commitment, ...]

    def apply(self, records: Records) -> None:
        """Save them. Raises `FastmapError` for one that does not say what is promised."""
        if any(not one.what.strip() for one in self.commitments):
            raise FastmapError("commitment_empty")
        records.save(*self.commitments)

    def facts(self) -> dict[str, int]:
        """Return how many."""
        return {"count": len(self.commitments)}


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveCommitments(Change):
    """Remove commitments."""

    name: ClassVar[str] = "remove_commitments"
    commitments: tuple[CommitmentId, ...]

    def apply(self, records: Records) -> None:
        """Remove each."""
        for one in self.commitments:
            records.remove(Commitment, one)

    def facts(self) -> dict[str, int]:
        """Return how many."""
        return {"count": len(self.commitments)}
