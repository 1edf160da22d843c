"""Lets a commitment be recorded before anybody has said what kind it is."""

from collections.abc import Callable
from typing import Any

STATEMENTS = (
    """
    CREATE TABLE commitments_anew (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        what TEXT NOT NULL,
        kind TEXT CHECK (kind IN ('individual', 'regional', 'large_scale', 'social_partners')),
        partner TEXT,
        who TEXT,
        due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        state TEXT NOT NULL CHECK (state IN ('promised', 'under_way', 'kept', 'dropped')),
        evidence TEXT
    ) STRICT
    """,
    """
    INSERT INTO commitments_anew (id, what, kind, partner, who, due, state, evidence)
    SELECT id, what, kind, partner, who, due, state, evidence FROM commitments
    """,
    "DROP TABLE commitments",
    "ALTER TABLE commitments_anew RENAME TO commitments",
)


def migrate(execute: Callable[[str], Any]) -> None:
    """Make the table anew: what a column may hold cannot be changed in place."""
    for statement in STATEMENTS:
        execute(statement)
