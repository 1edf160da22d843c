"""Reading what can still be read of a damaged file: row by row, around the places that are broken.

Only living rows are read. Pages that SQLite has given free are left alone: what was deleted or erased does not come back.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from fastmap.errors import FastmapError
from fastmap.store.codec import Row
from fastmap.store.header import APPLICATION_ID, HEADER_BYTES, OUR_TABLE, parse_header
from fastmap.store.inspecting import MOST_FILE_BYTES
from fastmap.store.migrating import migrate, newest_schema, plain_entry, schema_entries
from fastmap.store.migrations import MIGRATIONS
from fastmap.store.page_sizes import mend_page_size
from fastmap.store.recorder import Key
from fastmap.store.tables import TABLES

_MOST_ROWS = 200_000
"""No table holds more; what goes on beyond goes round in a circle of damaged pages."""
_MOST_SEEKS = 100_000
_MOST_PADDING = 16
_KINDS: dict[str, tuple[type[Any], ...]] = {"TEXT": (str,), "INTEGER": (int,), "REAL": (float,), "BLOB": (bytes,)}


@dataclass(frozen=True, slots=True)
class TableShape:
    """What a table of this schema looks like, whatever the damaged file says of it."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    has_rowid: bool
    kinds: tuple[tuple[type[Any], ...], ...]
    """What each column may hold, in the order of ``columns``; broken pages hold anything."""

    def fits(self, values: tuple[Any, ...]) -> bool:
        """Whether every value is of the kind that its column holds, and every text a text."""
        return all(
            isinstance(value, kinds) and _is_text(value) for value, kinds in zip(values, self.kinds, strict=True)
        )


@dataclass(slots=True)
class Found:
    """What was found of one table."""

    rows: dict[Key, Row] = field(default_factory=dict)
    lost: set[Key] = field(default_factory=set)
    """Keys that an index still names and whose rows cannot be read."""
    is_cut: bool = False
    """Reading ended at a broken place: there may have been more."""


def mend(copy: Path) -> int:
    """Give the copy of a damaged file a first page and a length that SQLite begins to read; return its schema.

    Raises `FastmapError` ``file_foreign`` where nothing says that the file was ever ours.
    """
    content, is_new = bytearray(copy.read_bytes()), False
    try:
        schema = parse_header(bytes(content[:HEADER_BYTES]), copy).schema
    except FastmapError:
        if OUR_TABLE not in content:
            raise
        schema, is_new = _mend_header(content), True
    if schema > newest_schema():
        raise FastmapError("file_newer", file=copy.name, schema=schema, ours=newest_schema())
    page_bytes = mend_page_size(content)
    if is_new:
        content[28:32] = (-(-len(content) // page_bytes)).to_bytes(4)
    missing = int.from_bytes(content[28:32]) * page_bytes - len(content)
    if 0 < missing <= min(_MOST_PADDING * len(content), MOST_FILE_BYTES - len(content)):
        content.extend(bytes(missing))
    content.extend(bytes(-len(content) % page_bytes))
    copy.write_bytes(content)
    return schema


def _mend_header(content: bytearray) -> int:
    """Put a header of ours over a broken one. Its schema number is kept if it can be one."""
    said = int.from_bytes(content[60:64])
    schema = said if 1 <= said <= newest_schema() else newest_schema()
    reference = reference_of(schema)
    try:
        content[:HEADER_BYTES] = reference.serialize()[:HEADER_BYTES]
    finally:
        reference.close()
    content[32:40] = bytes(8)  # no free pages: which ones were free stood in the lost header
    content[60:64] = schema.to_bytes(4)
    content[68:72] = APPLICATION_ID.to_bytes(4)
    content[92:96] = content[24:28]  # the number of pages counts only where these two agree
    return schema


def reference_of(schema: int) -> sqlite3.Connection:
    """Return an empty file of a schema, in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection, [step for step in MIGRATIONS if step.to_schema <= schema])
    return connection


def shapes_of(reference: sqlite3.Connection) -> tuple[TableShape, ...]:
    """Return the tables of a schema, those first that others refer to."""
    found = []
    for name, without_rowid in reference.execute(
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall():
        columns = reference.execute(f'PRAGMA table_info("{name}")').fetchall()
        key = tuple(column[1] for column in sorted(columns, key=lambda column: column[5]) if column[5])
        kinds = tuple(
            _KINDS[kind] if is_needed else (*_KINDS[kind], type(None)) for _, _, kind, is_needed, *_ in columns
        )
        found.append(TableShape(name, tuple(column[1] for column in columns), key, not without_rowid, kinds))
    order = {name: place for place, name in enumerate(TABLES)}
    return tuple(sorted(found, key=lambda shape: order.get(shape.name, -1)))


def read_all(copy: Path, shapes: Iterable[TableShape], reference: sqlite3.Connection) -> dict[str, Found]:
    """Read every table of ours. One that the file does not hold as ours counts as cut off whole."""
    connection = _connect(copy)
    try:
        known = _entries(connection) & schema_entries(reference)
        ours = {name for kind, name, _ in known if kind == "table"}
        return {shape.name: _read(connection, shape) if shape.name in ours else Found(is_cut=True) for shape in shapes}
    finally:
        connection.close()


def _connect(copy: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(copy, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA mmap_size = 0")
    # Here a broken line of the schema costs its own table, not all of them. Nothing is ever written to the copy.
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("PRAGMA query_only = ON")
    # A text that is none is kept apart by what cannot be written again: see `_is_text`.
    connection.text_factory = lambda raw: raw.decode("utf-8", "surrogateescape")
    return connection


def _entries(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    """Return what can be read of the schema, as `schema_entries` gives it."""
    rows = _numbered_rows(connection, "SELECT rowid, type, name, coalesce(sql, '') FROM sqlite_schema", Found())
    return {plain_entry(*row) for row in rows if all(isinstance(part, str) for part in row)}


def _read(connection: sqlite3.Connection, shape: TableShape) -> Found:
    found = Found()
    for values in _rows(connection, shape, found):
        row = dict(zip(shape.columns, values, strict=True))
        key = tuple(row[name] for name in shape.key)
        if shape.fits(values) and is_readable(shape.name, row):
            found.rows[key] = row
        elif all(isinstance(part, (str, int)) and _is_text(part) for part in key):
            found.lost.add(key)
        else:
            found.is_cut = True
    found.lost |= _keys_in_index(connection, shape)
    found.lost -= found.rows.keys()
    return found


def _rows(connection: sqlite3.Connection, shape: TableShape, found: Found) -> Iterator[tuple[Any, ...]]:
    """Yield rows from both ends towards the broken place; where rows have numbers, also those behind it."""
    columns = ", ".join(f'"{name}"' for name in shape.columns)
    if not shape.has_rowid:
        for direction in ("ASC", "DESC"):
            order = ", ".join(f'"{name}" {direction}' for name in shape.key)
            try:
                query = connection.execute(f'SELECT {columns} FROM "{shape.name}" ORDER BY {order}')
                yield from islice(query, _MOST_ROWS)
                if query.fetchone() is None:
                    return
            except sqlite3.DatabaseError:
                pass
            found.is_cut = True
        return
    yield from _numbered_rows(connection, f'SELECT rowid, {columns} FROM "{shape.name}" NOT INDEXED', found)


def _numbered_rows(connection: sqlite3.Connection, select: str, found: Found) -> Iterator[tuple[Any, ...]]:
    """Yield rows from the first on; at a broken place go on from the last one backwards, then seek in between."""
    last, first_behind = -1, None
    for number, values in _until_broken(connection, f"{select} ORDER BY rowid", (), found):
        last = number
        yield values
    if not found.is_cut:
        return
    backwards = f"{select} WHERE rowid > ? ORDER BY rowid DESC"
    for number, values in _until_broken(connection, backwards, (last,), found):
        first_behind = number
        yield values
    end = first_behind if first_behind is not None else last + _MOST_SEEKS // 10
    seek = last + 1
    while seek < min(end, last + _MOST_SEEKS):
        between = f"{select} WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
        for number, values in _until_broken(connection, between, (seek, end - 1), found):
            seek = max(seek, number)  # a damaged page may give numbers that were not asked for
            yield values
        seek += 1


def _until_broken(
    connection: sqlite3.Connection, query: str, values: tuple[int, ...], found: Found
) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield number and row until there are none, or until one cannot be read (``found.is_cut``).

    A damaged page may lead back to one before it: a number seen already means that the rest goes round for ever.
    """
    seen: set[int] = set()
    try:
        for number, *row in connection.execute(query, values):
            if number in seen:
                found.is_cut = True
                return
            seen.add(number)
            yield number, tuple(row)
    except sqlite3.DatabaseError:
        found.is_cut = True


def _keys_in_index(connection: sqlite3.Connection, shape: TableShape) -> set[Key]:
    """Return the keys that the index of a table holds: it lies on other pages than the rows."""
    columns = ", ".join(f'"{name}"' for name in shape.key)
    keys: set[Key] = set()
    with suppress(sqlite3.DatabaseError):
        query = connection.execute(f'SELECT {columns} FROM "{shape.name}" ORDER BY {columns}')
        keys.update(islice(query, _MOST_ROWS))
    kinds = [shape.kinds[shape.columns.index(name)] for name in shape.key]
    return {
        key
        for key in keys
        if all(isinstance(part, kind) and _is_text(part) for part, kind in zip(key, kinds, strict=True))
    }


def _is_text(value: object) -> bool:
    if not isinstance(value, str):
        return True
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_event(row: Row) -> bool:
    """Whether an entry of the history has a moment and facts; a file with one that has not is refused at opening."""
    try:
        datetime.fromisoformat(row["at"])
        return isinstance(json.loads(row["facts"]), dict)
    except (ValueError, TypeError, RecursionError):
        return False


def is_readable(table: str, row: Row) -> bool:
    """Whether a row holds what the program can have written; columns of later schemas need not be there."""
    if table == "attachment_contents":
        return isinstance(row["content"], bytes) and hashlib.sha256(row["content"]).hexdigest() == row["sha256"]
    if table == "events":
        return _is_event(row)
    known = TABLES.get(table)
    if known is None or known.codec is None:
        return True
    try:
        for name, codec in zip(known.codec.columns, known.codec.codecs, strict=True):
            if (value := row.get(name)) is not None:
                codec.read(json.loads(value) if codec.is_json else value)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return False
    return True
