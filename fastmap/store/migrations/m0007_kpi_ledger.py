"""Makes the tables of the ledger of funder figures: entries, baselines with targets, and own indicators."""

from collections.abc import Callable
from typing import Any

# Entries name members and partners in lists that are read and written whole; the changes that remove or merge
# organisations keep them right. Indicators of the catalogue are data outside the file, so nothing refers to them.
STATEMENTS = (
    """
    CREATE TABLE kpi_entries (
        id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
        indicator TEXT NOT NULL CHECK (indicator <> ''),
        value REAL CHECK (value >= 0),
        period TEXT,
        members TEXT NOT NULL CHECK (members LIKE '[%]'),
        partners TEXT NOT NULL CHECK (partners LIKE '[%]'),
        others TEXT NOT NULL CHECK (others LIKE '[%]'),
        evidence TEXT,
        note TEXT
    ) STRICT
    """,
    """
    CREATE TABLE kpi_goals (
        indicator TEXT NOT NULL PRIMARY KEY CHECK (indicator <> ''),
        baseline REAL CHECK (baseline >= 0),
        target REAL CHECK (target >= 0)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE own_kpis (
        key TEXT NOT NULL PRIMARY KEY CHECK (key LIKE 'own:_%'),
        name TEXT NOT NULL CHECK (name <> ''),
        unit TEXT NOT NULL CHECK (unit IN (
            'people', 'organisations', 'exchanges', 'plans', 'pacts', 'programmes', 'euro', 'percent', 'number'
        )),
        adds_up INTEGER NOT NULL CHECK (adds_up IN (0, 1))
    ) STRICT, WITHOUT ROWID
    """,
)


def migrate(execute: Callable[[str], Any]) -> None:
    """Create the tables."""
    for statement in STATEMENTS:
        execute(statement)
