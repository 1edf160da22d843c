"""Keeps what a decision rested on, what a board filled in on cards, plans of actions, and the days a team has."""

from collections.abc import Callable
from typing import Any

STATEMENTS = (
    "ALTER TABLE decisions ADD COLUMN basis TEXT CHECK (basis LIKE '{%}')",
    """
    CREATE TABLE decision_plans (
        recommendation TEXT NOT NULL PRIMARY KEY,
        owner TEXT,
        due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
        days REAL CHECK (days >= 0),
        money REAL CHECK (money >= 0),
        on_paper INTEGER NOT NULL CHECK (on_paper IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE action_plans (
        action TEXT NOT NULL PRIMARY KEY,
        staff_days REAL CHECK (staff_days >= 0),
        milestones TEXT NOT NULL CHECK (milestones LIKE '[%]'),
        after TEXT NOT NULL CHECK (after LIKE '[%]')
    ) STRICT
    """,
    """
    CREATE TABLE team_capacity (
        only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
        staff_days REAL NOT NULL CHECK (staff_days >= 0)
    ) STRICT
    """,
)


def migrate(execute: Callable[[str], Any]) -> None:
    """Add the column and create the tables."""
    for statement in STATEMENTS:
        execute(statement)
