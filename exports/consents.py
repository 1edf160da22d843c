"""Consents that are due, as a table."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from exports.saving import save_bytes
from exports.tables import csv_bytes

if TYPE_CHECKING:
    from fastmap.tasks.consents import ConsentDue

CONSENT_COLUMNS: Final = (
    "code",
    "organisation",
    "contact",
    "email",
    "due",
    "consent_basis",
    "consent_date",
    "consent_expires",
)


def write_consents(due: Iterable[ConsentDue], path: Path) -> None:
    """Write one row per consent to ``path`` (.csv). Raises `FastmapError` as `exports.saving` does."""
    rows = [
        (one.code, one.organisation, one.contact, one.email, str(one.state), one.basis, one.given, one.expires)
        for one in due
    ]
    save_bytes(path, csv_bytes(CONSENT_COLUMNS, rows))
