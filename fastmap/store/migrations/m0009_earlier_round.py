"""Makes the table for what a file keeps of the round before."""

from collections.abc import Callable
from typing import Any

# One row or none. Lists are JSON: a frozen summary is only ever read and written whole.
STATEMENT = """
    CREATE TABLE earlier_round (
        only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
        assessment TEXT NOT NULL,
        file TEXT NOT NULL,
        cluster TEXT NOT NULL,
        country TEXT NOT NULL,
        round_label TEXT NOT NULL,
        round_start TEXT CHECK (round_start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        round_end TEXT CHECK (round_end GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        first_answer TEXT CHECK (first_answer GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        last_answer TEXT CHECK (last_answer GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        fictional INTEGER NOT NULL CHECK (fictional IN (0, 1)),
        carried_over INTEGER NOT NULL CHECK (carried_over IN (0, 1)),
        is_other_cluster INTEGER NOT NULL CHECK (is_other_cluster IN (0, 1)),
        catalogue TEXT NOT NULL,
        thresholds TEXT NOT NULL CHECK (thresholds LIKE '{%}'),
        asked INTEGER NOT NULL CHECK (asked >= 0),
        answered INTEGER NOT NULL CHECK (answered BETWEEN 0 AND asked),
        response_rate REAL CHECK (response_rate BETWEEN 0 AND 1),
        members TEXT NOT NULL CHECK (members LIKE '[%]'),
        skills TEXT NOT NULL CHECK (skills LIKE '[%]'),
        actions TEXT NOT NULL CHECK (actions LIKE '[%]')
    ) STRICT
"""


def migrate(execute: Callable[[str], Any]) -> None:
    """Create the table."""
    execute(STATEMENT)
