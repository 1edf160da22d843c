"""Changes of what a file keeps of the round before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.model.earlier import EarlierRound
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepEarlierRound(Change):
    """Keep a round to compare with, in place of the one kept before."""

    name: ClassVar[str] = "keep_earlier_round"
    earlier: EarlierRound

    def apply(self, records: Records) -> None:
        """Save the summary."""
        records.save(self.earlier)

    def facts(self) -> dict[str, str]:
        """Return which round."""
        return {"round": self.earlier.round_label}


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetEarlierRound(Change):
    """Compare with no earlier round any more."""

    name: ClassVar[str] = "forget_earlier_round"

    def apply(self, records: Records) -> None:
        """Remove the summary."""
        records.remove(EarlierRound, 1)
