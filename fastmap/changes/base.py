"""What every change is: a name, its facts, and what it does to the recorded values."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from fastmap.model.messages import Fact
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(ABC):
    """One intention of a person. Made by `fastmap.assessment.Assessment.apply`, undone from what it touched."""

    name: ClassVar[str]
    """Stable; its words are the text ``change.<name>``."""

    @abstractmethod
    def apply(self, records: Records) -> None:
        """Save and remove values. Raises `FastmapError` if the file does not hold what the change is about."""

    def facts(self) -> Mapping[str, Fact]:
        """Return the facts of the change's words. They stay in the history: numbers and ids, no names of people."""
        return {}

    def needs_backup(self) -> bool:
        """Return whether the state before is backed up: so it is before imports and merges."""
        return False
