"""Changes of what is known about organisations that members named in their forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.changes.ecosystem import RemovePartners
from fastmap.model.ids import PartnerId, TieId
from fastmap.model.organisations import Member, NameDecision, Partner, Tie
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideNames(Change):
    """Decide which partner names mean, or that they mean none; the partner may be new. Members' links become ties."""

    name: ClassVar[str] = "decide_names"
    decisions: tuple[NameDecision, ...]
    partners: tuple[Partner, ...] = ()
    ties: tuple[Tie, ...] = ()
    members: tuple[Member, ...] = ()
    """Members that turned out to be the new partner: one organisation, two roles."""

    def apply(self, records: Records) -> None:
        """Save everything; a later decision about a name replaces the earlier."""
        records.save(*self.partners, *self.members, *self.decisions, *self.ties)

    def facts(self) -> dict[str, int]:
        """Return how many names."""
        return {"count": len(self.decisions)}


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackNames(Change):
    """Take decisions about names back, with the ties that came of them: they are asked about again."""

    name: ClassVar[str] = "take_back_names"
    names: tuple[str, ...]
    """`NameDecision.name_key` of each."""
    ties: tuple[TieId, ...] = ()
    partners: tuple[PartnerId, ...] = ()
    """Partners that came of the decisions, and of which nothing else is recorded."""

    def apply(self, records: Records) -> None:
        """Remove decisions, ties and partners; other partners stay."""
        for name_key in self.names:
            records.remove(NameDecision, name_key)
        for tie in self.ties:
            records.remove(Tie, tie)
        if self.partners:
            RemovePartners(partners=self.partners).apply(records)

    def facts(self) -> dict[str, int]:
        """Return how many names."""
        return {"count": len(self.names)}
