"""Makes the table of offer forms that providers sent back."""

from collections.abc import Callable
from typing import Any

STATEMENTS = (
    """
    CREATE TABLE provider_replies (
        id TEXT NOT NULL PRIMARY KEY,
        partner TEXT REFERENCES partners (id) DEFERRABLE INITIALLY DEFERRED,
        language TEXT NOT NULL,
        received_at TEXT NOT NULL CHECK (received_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*'),
        state TEXT NOT NULL CHECK (state IN ('new', 'to_check', 'accepted', 'superseded')),
        organisation TEXT,
        respondent_role TEXT,
        offers TEXT NOT NULL CHECK (offers LIKE '[%]'),
        remarks TEXT,
        raw TEXT NOT NULL CHECK (raw LIKE '{%}'),
        source_name TEXT,
        source_sha256 TEXT,
        problems TEXT NOT NULL CHECK (problems LIKE '[%]'),
        CHECK (partner IS NOT NULL OR state <> 'accepted')
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX provider_replies_by_partner ON provider_replies (partner) WHERE partner IS NOT NULL",
)


def migrate(execute: Callable[[str], Any]) -> None:
    """Create the table."""
    for statement in STATEMENTS:
        execute(statement)
