"""What a file holds, looked at before any of it is used: how much there is, what names what, and that every row is ours.

`fastmap.store.migrating` compares the schema and SQLite's check tests pages, types and CHECKs; both pass over values that
nobody but a program could have written there. Whoever sends a file decides about those, so they are read once, here,
and a file with a value that no version of fastmap writes is refused as a whole, its bytes unchanged.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from fastmap.errors import FastmapError
from fastmap.model.ids import is_assessment_id
from fastmap.model.snapshot import Snapshot
from fastmap.store import editions, events, reading
from fastmap.store.failures import damaged, primary_code, told_as_fastmap_errors
from fastmap.store.tables import TABLES

MOST_FILE_BYTES: Final = 500_000_000
"""Scans included: forty firms that answered on ten photographed pages each need half of it."""
MOST_ROWS: Final = 200_000
"""Rows recorded in all tables together; 3,000 members with ten needs each come to about 60,000."""
MOST_TEXT: Final = 20_000_000
"""Characters in one cell; the earlier round of 3,000 members is the longest we write, about a quarter of it."""
MOST_TEXT_IN_ALL: Final = 60_000_000
"""Characters in all tables together: what a snapshot holds in memory at once."""
MOST_EVENTS: Final = 200_000
MOST_EVENT_ROWS: Final = 2_000_000

_STRANGE_IN_KEY: Final = "*[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]*"
"""Control characters and marks of direction. `codec.text_from` takes them out of every text, and then two ids could be one."""


def refuse_too_large(path: Path) -> None:
    """Refuse a file of more bytes than are ever written, before anything is read."""
    if path.stat().st_size > MOST_FILE_BYTES:
        raise FastmapError("file_too_large", file=path.name, most=MOST_FILE_BYTES // 1_000_000)


def read_inspected(connection: sqlite3.Connection, path: Path) -> Snapshot:
    """Return the snapshot of a file of the newest schema after everything else in it was read, too.

    Raises `FastmapError` ``file_too_much``, ``file_suspicious`` or ``file_damaged``.
    """
    with told_as_fastmap_errors(path), _told_as_damage(path):
        _refuse_too_much(connection, path)
        _refuse_strange_id(connection, path)
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise damaged(path)
        _refuse_strange_history(connection, path)
        reading.read_contacts(connection)
        reading.read_registrations(connection)
        editions.read_editions(connection)
        return reading.read_snapshot(connection)


@contextmanager
def _told_as_damage(path: Path) -> Iterator[None]:
    """Whatever goes wrong with a value while all are read for the first time is the file's fault, not a mistake of ours."""
    try:
        yield
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        raise damaged(path) from error
    except sqlite3.OperationalError as error:
        if primary_code(error) != sqlite3.SQLITE_ERROR:  # of the disk, or a lock
            raise
        raise damaged(path) from error  # a JSON text that is none


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table with a history has."""
    counts = " UNION ALL ".join(f"SELECT '{name}', count(*) FROM {name}" for name in TABLES)
    return dict(connection.execute(counts).fetchall())


def texts_in(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return the characters of the longest text in a cell of those tables, and of all texts together."""
    longest, in_all = 0, 0
    for table in TABLES.values():
        lengths = [f'CASE typeof("{name}") WHEN \'text\' THEN length("{name}") ELSE 0 END' for name in table.columns]
        most, whole = connection.execute(
            f"SELECT coalesce(max({_larger(lengths)}), 0), coalesce(sum({' + '.join(lengths)}), 0) FROM {table.name}"
        ).fetchone()
        longest, in_all = max(longest, most), in_all + whole
        if longest > MOST_TEXT or in_all > MOST_TEXT_IN_ALL:
            break  # enough is known, and a prepared file may hold far more
    return longest, in_all


def _refuse_too_much(connection: sqlite3.Connection, path: Path) -> None:
    events_n, rows_n = (_number(connection, f"SELECT count(*) FROM {name}") for name in ("events", "event_rows"))
    if sum(row_counts(connection).values()) > MOST_ROWS or events_n > MOST_EVENTS or rows_n > MOST_EVENT_ROWS:
        raise _too_much(path)
    longest, in_all = texts_in(connection)
    if longest > MOST_TEXT or in_all > MOST_TEXT_IN_ALL:
        raise _too_much(path)


def _refuse_strange_id(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse ids that name more than a file: this computer names folders and marks after them, writes there and removes them."""
    (assessment_id,) = connection.execute("SELECT id FROM info").fetchone()
    if not is_assessment_id(assessment_id):
        raise FastmapError("file_suspicious", file=path.name, names=("info",))
    for table in TABLES.values():
        keys = " OR ".join(f'"{column}" GLOB ?1 OR instr("{column}", char(0))' for column in table.key)
        found = connection.execute(f"SELECT 1 FROM {table.name} WHERE {keys} LIMIT 1", (_STRANGE_IN_KEY,)).fetchone()
        if found is not None:
            raise FastmapError("file_suspicious", file=path.name, names=(table.name,))
    strange = "SELECT 1 FROM attachment_contents WHERE sha256 GLOB '*[^0-9a-f]*' LIMIT 1"
    if connection.execute(strange).fetchone() is not None:
        raise FastmapError("file_suspicious", file=path.name, names=("attachment_contents",))


def _refuse_strange_history(connection: sqlite3.Connection, path: Path) -> None:
    """The history is read row by row, so what its rows are is asked of SQLite; undo tests the values it brings back."""
    names = ", ".join(f"'{name}'" for name in TABLES)
    strange = connection.execute(
        "SELECT 1 FROM event_rows"
        f" WHERE table_name NOT IN ({names}) OR NOT json_valid(row_key)"
        " OR coalesce(json_type(row_key, '$[0]'), '') NOT IN ('text', 'integer')"
        " OR (table_name = 'members' AND NOT (json_valid(coalesce(before, '{}')) AND json_valid(coalesce(after, '{}'))))"
        " LIMIT 1"
    ).fetchone()
    if strange is not None:
        raise damaged(path)
    events.read_history(connection)
    events.asked_on(connection)


def _larger(expressions: list[str]) -> str:
    return f"max({', '.join(expressions)})" if len(expressions) > 1 else expressions[0]


def _number(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])


def _too_much(path: Path) -> FastmapError:
    return FastmapError("file_too_much", file=path.name)
