"""Makes the table for commitments of partners under a pact for skills."""

from collections.abc import Callable
from typing import Any

STATEMENT = """
    CREATE TABLE commitments (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        what TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('individual', 'regional', 'large_scale', 'social_partners')),
        partner TEXT,
        who TEXT,
        due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        state TEXT NOT NULL CHECK (state IN ('promised', 'under_way', 'kept', 'dropped')),
        evidence TEXT
    ) STRICT
"""


def migrate(execute: Callable[[str], Any]) -> None:
    """Create the table."""
    execute(STATEMENT)
