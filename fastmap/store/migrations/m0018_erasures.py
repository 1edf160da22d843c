"""Keep a record of what was erased: the day, what kind and on which ground – and codes that nobody may get again."""

from collections.abc import Callable
from typing import Any

STATEMENTS = (
    # No history: what was erased cannot be brought back, so neither can this be undone.
    """
    CREATE TABLE erasures (
        number INTEGER NOT NULL PRIMARY KEY,
        on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        kind TEXT NOT NULL CHECK (kind IN ('contact', 'member', 'partner_contact', 'words')),
        basis TEXT NOT NULL CHECK (basis IN ('request', 'withdrawn', 'expired', 'not_needed', 'other')),
        finished INTEGER NOT NULL CHECK (finished IN (0, 1))
    ) STRICT
    """,
    # Apart from the erasures: which code went on which day is not told.
    """
    CREATE TABLE erased_codes (
        code TEXT NOT NULL PRIMARY KEY CHECK (code <> '')
    ) STRICT, WITHOUT ROWID
    """,
)


def migrate(execute: Callable[[str], Any]) -> None:
    """Create both tables."""
    for statement in STATEMENTS:
        execute(statement)
