"""Makes the tables of workshops: agenda with notes, votes with dots, and the papers that phones sent."""

from collections.abc import Callable
from typing import Any

STATEMENTS = (
    """
    CREATE TABLE workshops (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        held_on TEXT CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        place TEXT,
        participants INTEGER CHECK (participants >= 0),
        agenda TEXT NOT NULL CHECK (agenda LIKE '[%]')
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE ballots (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        workshop TEXT NOT NULL REFERENCES workshops (id) DEFERRABLE INITIALLY DEFERRED,
        subject TEXT NOT NULL CHECK (subject IN ('needs', 'actions', 'next_steps')),
        dots INTEGER NOT NULL CHECK (dots BETWEEN 1 AND 10),
        options TEXT NOT NULL CHECK (options LIKE '[%]'),
        opened_at TEXT NOT NULL CHECK (opened_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*'),
        state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
        closed_at TEXT CHECK (closed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*'),
        is_live INTEGER NOT NULL CHECK (is_live IN (0, 1)),
        by_hand TEXT NOT NULL CHECK (by_hand LIKE '{%}'),
        voters_by_hand INTEGER CHECK (voters_by_hand >= 0)
    ) STRICT, WITHOUT ROWID
    """,
    # No member, no device, no address: a paper belongs to nobody. The random id lets a phone send it twice.
    """
    CREATE TABLE ballot_papers (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        ballot TEXT NOT NULL REFERENCES ballots (id) DEFERRABLE INITIALLY DEFERRED,
        received_at TEXT NOT NULL CHECK (received_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*'),
        dots TEXT NOT NULL CHECK (dots LIKE '{%}')
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX ballots_by_workshop ON ballots (workshop)",
    "CREATE INDEX ballot_papers_by_ballot ON ballot_papers (ballot)",
)


def migrate(execute: Callable[[str], Any]) -> None:
    """Create the three tables and their indexes."""
    for statement in STATEMENTS:
        execute(statement)
