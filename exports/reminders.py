"""The list of reminders as a table for a mail merge."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from exports.saving import save_bytes
from exports.tables import csv_bytes

if TYPE_CHECKING:
    from fastmap.model.reminders import Reminder

REMINDER_COLUMNS: Final = ("code", "organisation", "contact", "email", "language", "overdue", "subject", "text")


def write_reminders(reminders: Iterable[Reminder], path: Path) -> None:
    """Write one row per reminder to ``path`` (.csv). Raises `FastmapError` as `exports.saving` does."""
    rows = [
        (
            one.code,
            one.organisation,
            one.contact,
            one.email,
            one.language,
            "yes" if one.is_overdue else "no",
            one.subject,
            one.text,
        )
        for one in reminders
    ]
    save_bytes(path, csv_bytes(REMINDER_COLUMNS, rows))
