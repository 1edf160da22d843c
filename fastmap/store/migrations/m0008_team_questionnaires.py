"""Makes the tables of the team self-assessment: filled questionnaires, and what is known of the team as a whole."""

from collections.abc import Callable
from typing import Any

STATEMENTS = (
    """
    CREATE TABLE team_questionnaires (
        id TEXT NOT NULL PRIMARY KEY,
        respondent TEXT NOT NULL CHECK (respondent <> ''),
        role TEXT NOT NULL CHECK (role IN ('manager', 'staff', 'stakeholder')),
        language TEXT NOT NULL,
        received_at TEXT NOT NULL CHECK (received_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*'),
        state TEXT NOT NULL CHECK (state IN ('new', 'to_check', 'accepted', 'superseded')),
        organisation_kind TEXT,
        digcomp INTEGER CHECK (digcomp BETWEEN 1 AND 8),
        answers TEXT NOT NULL CHECK (answers LIKE '{%}'),
        picks TEXT NOT NULL CHECK (picks LIKE '[%]'),
        twice TEXT NOT NULL CHECK (twice LIKE '[%]'),
        other_language TEXT,
        remarks TEXT,
        raw TEXT NOT NULL CHECK (raw LIKE '{%}'),
        source_name TEXT,
        source_sha256 TEXT,
        problems TEXT NOT NULL CHECK (problems LIKE '[%]'),
        CHECK (digcomp IS NULL OR role <> 'stakeholder')
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE team_profile (
        only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
        bought_in_level INTEGER CHECK (bought_in_level BETWEEN 0 AND 8)
    ) STRICT
    """,
)


def migrate(execute: Callable[[str], Any]) -> None:
    """Create the tables."""
    for statement in STATEMENTS:
        execute(statement)
