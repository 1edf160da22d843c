"""Bringing a file to the schema of this program, and knowing exactly what each schema looks like."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import cache
from pathlib import Path

from fastmap.errors import FastmapError
from fastmap.store.database import transaction
from fastmap.store.header import APPLICATION_ID
from fastmap.store.migrations import MIGRATIONS, Migration

_SPACES_AND_QUOTES = re.compile(r"[\s\"]+")


def schema_of(connection: sqlite3.Connection) -> int:
    """Return the schema number (``user_version``) as SQLite sees it: after any unfinished change was rolled back."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def newest_schema(migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """Return the schema that ``migrations`` lead to."""
    return migrations[-1].to_schema


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Run every step the file has not had, each in a transaction that also holds its new number."""
    for step in migrations:
        if step.to_schema > schema_of(connection):
            with transaction(connection):
                step.migrate(connection.execute)
                _note_schema(connection, step.to_schema)


def refuse_unknown_schema(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    """Refuse a file that holds anything but the tables and indexes its schema number stands for.

    Triggers, views and generated columns of a prepared file could run while we read or write; ours has none.
    """
    schema = schema_of(connection)
    strange = schema_entries(connection) ^ _expected(tuple(step for step in migrations if step.to_schema <= schema))
    if strange:
        names = tuple(sorted({name for _, name, _ in strange}))
        raise FastmapError("file_suspicious", file=path.name, names=names[:3])


@cache
def _expected(migrations: tuple[Migration, ...]) -> frozenset[tuple[str, str, str]]:
    """Return what the steps lead to, found out by running them: half the time of opening a file, so once per start."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as example:
        migrate(example, migrations)
        return schema_entries(example)


def _note_schema(connection: sqlite3.Connection, schema: int) -> None:
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {schema:d}")


def schema_entries(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str]]:
    """Kind, name and definition of everything in the schema; blanks and quotes aside (SQLite versions differ there)."""
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema")
    return frozenset(plain_entry(*row) for row in rows)


def plain_entry(kind: str, name: str, definition: str) -> tuple[str, str, str]:
    """Return an entry of a schema so that two which mean the same are the same."""
    return kind, name, _SPACES_AND_QUOTES.sub("", definition)
