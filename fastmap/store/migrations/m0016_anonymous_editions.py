"""Makes the tables for what anonymous editions may show, and for which of them were made."""

from collections.abc import Callable
from typing import Any

STATEMENTS = (
    # One row or none: none means the catalogue's number, whatever it will be in its next version.
    """
    CREATE TABLE privacy_choice (
        only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
        k INTEGER NOT NULL CHECK (k BETWEEN 2 AND 20)
    ) STRICT
    """,
    # The hash, not the text: a text that changes after it was cleared is not cleared any more.
    """
    CREATE TABLE cleared_texts (
        kind TEXT NOT NULL CHECK (kind IN ('remark', 'action_note', 'decision_reason', 'verdict_reason')),
        key TEXT NOT NULL CHECK (key <> ''),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        PRIMARY KEY (kind, key)
    ) STRICT, WITHOUT ROWID
    """,
    # A record of what left the house: no content, so it has no history and undo leaves it alone.
    """
    CREATE TABLE anonymous_editions (
        answers TEXT NOT NULL CHECK (length(answers) = 64),
        k INTEGER NOT NULL CHECK (k >= 1),
        answered INTEGER NOT NULL CHECK (answered >= 0),
        made_on TEXT NOT NULL CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        PRIMARY KEY (answers, k)
    ) STRICT, WITHOUT ROWID
    """,
)


def migrate(execute: Callable[[str], Any]) -> None:
    """Create the three tables."""
    for statement in STATEMENTS:
        execute(statement)
