"""Makes the table of what an audit asks about members, and lets entries of the ledger hold hours of participation."""

from collections.abc import Callable
from typing import Any

STATEMENTS = (
    """
    CREATE TABLE registrations (
        member TEXT NOT NULL PRIMARY KEY REFERENCES members (code) DEFERRABLE INITIALLY DEFERRED,
        registration_number TEXT,
        sme TEXT CHECK (sme IN ('yes', 'no', 'unknown')),
        sme_basis TEXT
    ) STRICT
    """,
    "ALTER TABLE kpi_entries ADD COLUMN hours REAL CHECK (hours >= 0)",
)


def migrate(execute: Callable[[str], Any]) -> None:
    """Create the table and add the column."""
    for statement in STATEMENTS:
        execute(statement)
