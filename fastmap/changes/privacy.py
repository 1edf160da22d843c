"""Changes of what anonymous editions may show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.errors import FastmapError
from fastmap.model.privacy import LEAST_MEMBERS, MOST_MEMBERS, ClearedText, FreeText, PrivacyChoice
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPrivacyK(Change):
    """Let figures of anonymous editions rest on more members than the catalogue says.

    Made by `fastmap.tasks.anonymous_editions.choose_k`, which knows the catalogue's number.
    """

    name: ClassVar[str] = "set_privacy_k"
    k: int | None
    """``None``: the catalogue's number holds again."""

    def apply(self, records: Records) -> None:
        """Save the number. Raises `FastmapError` ``privacy_k_out_of_range`` for one that no file holds."""
        if self.k is None:
            records.remove(PrivacyChoice, 1)
        elif LEAST_MEMBERS <= self.k <= MOST_MEMBERS:
            records.save(PrivacyChoice(k=self.k))
        else:
            raise FastmapError("privacy_k_out_of_range", found=self.k, least=LEAST_MEMBERS, most=MOST_MEMBERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearTexts(Change):
    """Let anonymous editions show free texts, as they are now.

    Made by `fastmap.tasks.clearing.clear_texts`, which has read them for names.
    """

    name: ClassVar[str] = "clear_texts"
    texts: tuple[ClearedText, ...]

    def apply(self, records: Records) -> None:
        """Save each clearance."""
        records.save(*self.texts)

    def facts(self) -> dict[str, int]:
        """Return how many."""
        return {"count": len(self.texts)}


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawTexts(Change):
    """Keep free texts out of anonymous editions again."""

    name: ClassVar[str] = "withdraw_texts"
    texts: tuple[tuple[FreeText, str], ...]
    """Kind and key of each."""

    def apply(self, records: Records) -> None:
        """Remove each clearance."""
        for kind, key in self.texts:
            records.remove(ClearedText, kind, key)

    def facts(self) -> dict[str, int]:
        """Return how many."""
        return {"count": len(self.texts)}
