"""Changing rows and remembering what each was before: the material of events, undo and `Touched`."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from fastmap.model.messages import Message
from fastmap.store.codec import Row, UnreadableRowError
from fastmap.store.tables import TABLES, Table

Key: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class RowEdit:
    """One row before and after; ``None``: there was none, or there is none any more."""

    table: str
    key: Key
    before: Row | None
    after: Row | None

    @property
    def inverse(self) -> RowEdit:
        """The edit that takes this one back."""
        return RowEdit(self.table, self.key, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change, an undo or a redo altered. False if nothing."""

    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Kind of thing (``members``, ``contacts``, ``responses``, ``skills``, ``partners`` …) → the ids touched."""

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of things touched."""
        return frozenset(self.ids)

    def __bool__(self) -> bool:
        """True if anything was altered."""
        return bool(self.ids)


class Recorder:
    """Changes rows inside the transaction its owner opened, and keeps every edit."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Work on ``connection``; nothing is committed here."""
        self._connection = connection
        self.edits: list[RowEdit] = []
        self._places: set[tuple[str, Key]] = set()

    def row(self, table: Table, key: Key) -> Row | None:
        """Return one row, or ``None``."""
        found = self._connection.execute(table.select + table.by_key, key).fetchone()
        return None if found is None else dict(zip(table.columns, found, strict=True))

    def rows(self, table: Table, **equal: str | int) -> list[Row]:
        """Return the rows whose columns equal the values given, in the order of their keys."""
        condition = " AND ".join(f'"{column}" = ?' for column in equal) or "1"
        order = ", ".join(f'"{column}"' for column in table.key)
        found = self._connection.execute(
            f"{table.select} WHERE {condition} ORDER BY {order}", tuple(equal.values())
        ).fetchall()
        return [dict(zip(table.columns, values, strict=True)) for values in found]

    def put(self, table: Table, row: Row) -> None:
        """Add ``row`` or change the row with its key. The same row again is no edit."""
        key = tuple(row[column] for column in table.key)
        before = self.row(table, key)
        if before != row:
            self._connection.execute(table.upsert, tuple(row[column] for column in table.columns))
            self._note(RowEdit(table.name, key, before, row))

    def delete(self, table: Table, key: Key) -> None:
        """Delete the row with ``key``; none there is no edit."""
        before = self.row(table, key)
        if before is not None:
            self._connection.execute(table.delete, key)
            self._note(RowEdit(table.name, key, before, None))

    def hold(self, table: Table, key: Key) -> None:
        """Add to what was altered that a row is to be as it is, whatever is undone before; see `fastmap.store.outside`.

        Where nothing else was altered this is no edit either.
        """
        if not self.edits or (table.name, key) in self._places:
            return
        row = self.row(table, key)
        if row is not None:
            self._note(RowEdit(table.name, key, row, row))

    def rows_before(self, sequence: int) -> Mapping[tuple[str, Key], Row | None]:
        """Return what every row altered after the change ``sequence`` was right after it; ``None``: there was none."""
        rows = self._connection.execute(
            "SELECT table_name, row_key, before FROM event_rows JOIN events ON events.sequence = event_rows.event"
            " WHERE event > ? AND undone = 0"
            " ORDER BY event, position",
            (sequence,),
        )
        first: dict[tuple[str, Key], Row | None] = {}
        for table, key, before in rows:
            first.setdefault((table, tuple(json.loads(key))), before and json.loads(before))
        return first

    def missing(self) -> str | None:
        """Return the table of something that is referred to and not there, or ``None`` if all is there."""
        found = self._connection.execute("PRAGMA foreign_key_check").fetchone()
        return None if found is None else str(found[2])

    def is_named_elsewhere(self, table: Table, key: Key) -> bool:
        """Return whether a row about something else holds the id ``key``, as a value or inside a list.

        Words that happen to be the id count too: then a person decides on the page instead.
        """
        if len(key) > 1 or not isinstance(key[0], str):
            return False
        listed = json.dumps(key[0])
        others = (other for other in TABLES.values() if other.kind != table.kind)
        return any(
            value == key[0] or (isinstance(value, str) and value[:1] in "[{" and listed in value)
            for other in others
            for row in self._connection.execute(other.select)
            for value in row
        )

    def changes_naming(self, table: Table, key: Key) -> tuple[Message, ...]:
        """Return up to three of the last changes that gave something else the id ``key``, newest first."""
        from fastmap.store.events import changes_naming  # events are written with what this module keeps

        others = [name for name, other in TABLES.items() if other.kind != table.kind]
        return changes_naming(self._connection, str(key[0]), others)

    def keep_content(self, sha256: str, content: bytes) -> None:
        """Keep the bytes of an attachment. Bytes have no history: they stay for as long as the history names them."""
        self._connection.execute(
            "INSERT INTO attachment_contents (sha256, content) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING",
            (sha256, content),
        )

    def _note(self, edit: RowEdit) -> None:
        self.edits.append(edit)
        self._places.add((edit.table, edit.key))


def apply_edits(connection: sqlite3.Connection, edits: Iterable[RowEdit]) -> None:
    """Make the rows what the edits say they are after."""
    for edit in edits:
        table = TABLES[edit.table]
        if edit.after is None:
            connection.execute(table.delete, edit.key)
        else:
            # An edit of an older program knows nothing of columns that came later.
            connection.execute(table.upsert, tuple(edit.after.get(column) for column in table.columns))


def refuse_unreadable(connection: sqlite3.Connection, edits: Sequence[RowEdit]) -> None:
    """Raise `UnreadableRowError` where a row that an edit made is no value of ours: the history came with the file."""
    # A change may have made a row and taken it away again: only what is left of it in the end can be looked at.
    last = {(edit.table, edit.key): edit for edit in edits}
    for edit in edits:
        table = TABLES[edit.table]
        if table.codec is None or edit.after is None:
            continue
        if tuple(edit.after.get(column) for column in table.key) != tuple(edit.key):
            raise UnreadableRowError(edit.table)
        if last[edit.table, edit.key] is not edit:
            continue
        row = connection.execute(table.select + table.by_key, edit.key).fetchone()
        if row is None:
            raise UnreadableRowError(edit.table)
        table.codec.fields_of(dict(zip(table.columns, row, strict=True)))


def touched_by(edits: Iterable[RowEdit]) -> Touched:
    """Return which kinds of things and which of them the edits altered."""
    ids: dict[str, set[str]] = {}
    for edit in edits:
        ids.setdefault(TABLES[edit.table].kind, set()).add(str(edit.key[0]))
    return Touched({kind: frozenset(values) for kind, values in ids.items()})
