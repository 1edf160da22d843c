"""Keep with each vote the words that people saw, and the survey's places when it was closed. Older votes have neither."""

from collections.abc import Callable
from typing import Any

STATEMENTS = (
    "ALTER TABLE ballots ADD COLUMN words TEXT CHECK (words LIKE '{%}')",
    "ALTER TABLE ballots ADD COLUMN words_language TEXT CHECK (words_language <> '')",
    "ALTER TABLE ballots ADD COLUMN places TEXT CHECK (places LIKE '{%}')",
)


def migrate(execute: Callable[[str], Any]) -> None:
    """Add the three columns, empty."""
    for statement in STATEMENTS:
        execute(statement)
