"""Makes the table of decisions about organisations that members name in their forms."""

from collections.abc import Callable
from typing import Any

STATEMENTS = (
    """
    CREATE TABLE named_organisations (
        name_key TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        partner TEXT REFERENCES partners (id) DEFERRABLE INITIALLY DEFERRED,
        decided_at TEXT CHECK (decided_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*')
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX named_organisations_by_partner ON named_organisations (partner) WHERE partner IS NOT NULL",
)


def migrate(execute: Callable[[str], Any]) -> None:
    """Create the table."""
    for statement in STATEMENTS:
        execute(statement)
