"""Changes that put earlier values back. Both are new changes: nothing of the history is lost, and undo takes them back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.store.recorder import RowEdit
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreValues(Change):
    """Give single values what they were before an earlier change, whatever happened to others since."""

    name: ClassVar[str] = "restore_values"
    values: tuple[tuple[RowEdit, tuple[str, ...]], ...]
    """What the earlier change did to a row, and which columns of it go back; a row that came or went does so whole."""

    def apply(self, records: Records) -> None:
        """Put each back; all of them, or none."""
        for edit, columns in self.values:
            records.restore(edit, columns)
        records.refuse_dangling()

    def facts(self) -> dict[str, int]:
        """Return how many values."""
        return {"count": sum(max(len(columns), 1) for _, columns in self.values)}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoBackTo(Change):
    """Make everything what it was right after an earlier change."""

    name: ClassVar[str] = "go_back_to"
    sequence: int
    """Of the last change that stays; 0: none."""
    at: datetime
    """When that one was made, for the words of this one."""

    def apply(self, records: Records) -> None:
        """Put every row back that a later change altered."""
        records.go_back_to(self.sequence)

    def facts(self) -> dict[str, datetime]:
        """Return the moment."""
        return {"moment": self.at}

    def needs_backup(self) -> bool:
        """Return True: much goes back at once."""
        return True
