"""Makes the tables for texts that name several skills and for texts that name none."""

from collections.abc import Callable
from typing import Any

# Tables of their own rather than more columns of `mappings`: the history keeps whole rows, and those that it holds
# from before have no such columns.
STATEMENTS = (
    """
    CREATE TABLE splits (
        text_key TEXT NOT NULL,
        language TEXT NOT NULL,
        parts TEXT NOT NULL CHECK (parts LIKE '[%]'),
        how TEXT NOT NULL CHECK (how IN ('exact', 'suggested', 'by_hand', 'remembered')),
        decided_by TEXT,
        decided_at TEXT CHECK (decided_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*'),
        PRIMARY KEY (text_key, language)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE set_aside (
        text_key TEXT NOT NULL,
        language TEXT NOT NULL,
        how TEXT NOT NULL CHECK (how IN ('by_hand', 'remembered')),
        decided_by TEXT,
        decided_at TEXT CHECK (decided_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*'),
        PRIMARY KEY (text_key, language)
    ) STRICT, WITHOUT ROWID
    """,
)


def migrate(execute: Callable[[str], Any]) -> None:
    """Create both tables."""
    for statement in STATEMENTS:
        execute(statement)
