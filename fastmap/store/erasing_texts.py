"""Taking words out of the free texts of a file and of its history; choices and names of ours stay whatever they are called."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from fastmap.store import tables
from fastmap.store.codec import Row, UnreadableRowError, to_json
from fastmap.store.erased_words import ErasedWords
from fastmap.store.free_texts import texts_of, with_texts
from fastmap.store.records import evidence_of
from fastmap.store.tables import TABLES, Table

KEYED_BY_TEXT = (tables.MAPPINGS, tables.SPLITS, tables.SET_ASIDE, tables.NAMED)
"""Tables whose key is what somebody wrote: a row whose key names the person goes as a whole."""


def recorded_texts(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Yield table and text of every free text that is recorded now."""
    for table in TABLES.values():
        for row in rows_of(connection, table):
            yield from ((table.name, text) for text in texts_of(table.name, row))


def texts_of_history(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield every free text that the history holds."""
    for (facts,) in connection.execute("SELECT facts FROM events"):
        yield from texts_of("events", {"facts": facts})
    for name, *states in connection.execute("SELECT table_name, before, after FROM event_rows"):
        for row in (_parsed(state) for state in states if state is not None):
            if row is not None and name in TABLES:
                yield from texts_of(name, row)
                yield from (row[column] for column in _unknown(TABLES[name], row) if isinstance(row[column], str))


def rows_of(connection: sqlite3.Connection, table: Table) -> list[Row]:
    """Return the rows of a table by column."""
    return [dict(zip(table.columns, values, strict=True)) for values in connection.execute(table.select)]


def sweep_records(connection: sqlite3.Connection, words: ErasedWords) -> int:
    """Put the placeholder in the texts that are recorded now; return in how many cells."""
    count = 0
    for table in TABLES.values():
        for row in rows_of(connection, table):
            new = with_texts(table.name, row, words.out_of)
            if changed := [column for column in table.columns if new[column] != row[column]]:
                connection.execute(table.upsert, tuple(new[column] for column in table.columns))
                count += len(changed)
    return count


def sweep_history(connection: sqlite3.Connection, words: ErasedWords) -> int:
    """Put the placeholder in the texts of the history; return in how many of its rows.

    Raises `UnreadableRowError` where a row that undo could bring back could not be read afterwards.
    """
    for sequence, facts in connection.execute("SELECT sequence, facts FROM events").fetchall():
        new = with_texts("events", {"facts": facts}, words.out_of)["facts"]
        if new != facts:
            connection.execute("UPDATE events SET facts = ? WHERE sequence = ?", (new, sequence))
    count = 0
    rows = connection.execute("SELECT event, position, table_name, before, after FROM event_rows").fetchall()
    for event, position, name, *states in rows:
        new_states = [_state_without(name, state, words) for state in states]
        if new_states != states:
            connection.execute(
                "UPDATE event_rows SET before = ?, after = ? WHERE event = ? AND position = ?",
                (*new_states, event, position),
            )
            count += 1
    return count


def forget_history_keyed_by(connection: sqlite3.Connection, words: ErasedWords) -> int:
    """Remove what the history holds of rows whose key is a text with the words; return how many rows."""
    named = []
    for table in KEYED_BY_TEXT:
        keys = connection.execute("SELECT DISTINCT row_key FROM event_rows WHERE table_name = ?", (table.name,))
        named += [(table.name, key) for (key,) in keys if words.are_in(str(json.loads(key)[0]))]
    statement = "DELETE FROM event_rows WHERE table_name = ? AND row_key = ?"
    return sum(connection.execute(statement, one).rowcount for one in named)


def _state_without(name: str, state: str | None, words: ErasedWords) -> str | None:
    row = _parsed(state) if state is not None and name in TABLES else None
    if row is None:  # no version writes that, and undo refuses it
        return state
    table = TABLES[name]
    new = with_texts(name, row, words.out_of)
    for column in _unknown(table, row):
        if isinstance(row[column], str) and words.are_in(row[column]):
            del new[column]
    if new == row:
        return state
    if _is_readable(table, row) and not _is_readable(table, new):
        raise UnreadableRowError(name)
    return to_json(new)


def _unknown(table: Table, row: Row) -> set[str]:
    """Columns of an older version: nothing reads them any more, but they are kept."""
    return row.keys() - set(table.columns)


def _parsed(state: str) -> Row | None:
    try:
        row: Any = json.loads(state)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _is_readable(table: Table, row: Row) -> bool:
    known = {column: row.get(column) for column in table.columns}
    try:
        if table is tables.ACTION_EVIDENCE:
            evidence_of(known)
        if table.codec is not None:
            table.codec.fields_of(known)
    except UnreadableRowError:
        return False
    return True
