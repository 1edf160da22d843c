"""Changes of what the cover says about the grant, and of its logo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.errors import FastmapError
from fastmap.model.grant import Grant, Logo
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class SetGrant(Change):
    """Record the facts of the grant, all of them; those that are ``None`` are not known any more."""

    name: ClassVar[str] = "set_grant"
    grant: Grant

    def apply(self, records: Records) -> None:
        """Save the facts, or remove them where none is left. Raises `FastmapError` for a period that ends too early."""
        if not self.grant.is_sound:
            raise FastmapError("grant_ends_before_start", start=self.grant.period_start, end=self.grant.period_end)
        if self.grant.is_blank:
            records.remove(Grant, 1)
        else:
            records.save(self.grant)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLogo(Change):
    """Put a logo on the cover, or take it off."""

    name: ClassVar[str] = "set_logo"
    logo: Logo | None

    def apply(self, records: Records) -> None:
        """Save or remove the picture."""
        if self.logo is None:
            records.remove(Logo, 1)
        else:
            records.save(self.logo)
