"""Makes the tables for evidence of actions, practices of the cluster's own, and targets that it chose itself."""

from collections.abc import Callable
from typing import Any

STATEMENTS = (
    # Not a column of ``actions``: the history keeps whole rows, and those from before have no such column.
    """
    CREATE TABLE action_evidence (
        action TEXT NOT NULL PRIMARY KEY REFERENCES actions (id) DEFERRABLE INITIALLY DEFERRED,
        evidence TEXT NOT NULL CHECK (evidence LIKE '[%]')
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE own_practices (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        name TEXT NOT NULL CHECK (name <> ''),
        what TEXT NOT NULL,
        scope TEXT NOT NULL CHECK (scope IN ('alone', 'regional', 'international')),
        complexity TEXT NOT NULL CHECK (complexity IN ('low_medium', 'high')),
        partner_types TEXT NOT NULL CHECK (partner_types LIKE '[%]'),
        place TEXT,
        source TEXT
    ) STRICT, WITHOUT ROWID
    """,
    # A row only where the cluster chose a target: the catalogue's hold otherwise, whatever its next version says.
    """
    CREATE TABLE indicator_targets (
        key TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
        target REAL NOT NULL CHECK (target >= 0)
    ) STRICT, WITHOUT ROWID
    """,
)


def migrate(execute: Callable[[str], Any]) -> None:
    """Create the three tables."""
    for statement in STATEMENTS:
        execute(statement)
