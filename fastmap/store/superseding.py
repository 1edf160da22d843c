"""Whether a change that was worked out without others that wait would take back what those alter.

Changes hand over whole rows. Whoever shows what is in the file does not know what waits beside it: the same row once
more would bring its old values back, and a new row may bear the id of one that waits.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from typing import TypeAlias

from fastmap.errors import FastmapError
from fastmap.store.recorder import Key, Recorder, RowEdit
from fastmap.store.records import Records

Making: TypeAlias = Callable[[Records], None]
"""What a change does to the rows."""
_NOT_TO_BE_MADE = (FastmapError, sqlite3.IntegrityError, ValueError)


def takes_back(connection: sqlite3.Connection, waiting: Sequence[Making], change: Making) -> bool:
    """Say whether ``change``, made after those ``waiting``, alters more than it does in the file as it is.

    Tried on a copy in memory. A change that cannot be made at all takes nothing back.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA foreign_keys = ON")  # as in the file itself
        with _tried(copy):
            meant = {_place(edit): edit for edit in _made(copy, change)}
        for one in waiting:
            _made(copy, one)
        return any(not _is_meant(edit, meant.get(_place(edit))) for edit in _made(copy, change))


def _is_meant(edit: RowEdit, meant: RowEdit | None) -> bool:
    """Whether an edit alters no more than was ``meant`` by whoever did not know what waits."""
    if meant is None or (meant.before is None) != (edit.before is None):
        return False
    return _altered(edit) <= _altered(meant)


def _altered(edit: RowEdit) -> set[str]:
    before, after = edit.before or {}, edit.after or {}
    return {column for column in before.keys() | after.keys() if before.get(column) != after.get(column)}


def _made(copy: sqlite3.Connection, change: Making) -> list[RowEdit]:
    recorder = Recorder(copy)
    with suppress(*_NOT_TO_BE_MADE):
        change(Records(recorder))
        return recorder.edits
    return []


@contextmanager
def _tried(copy: sqlite3.Connection) -> Iterator[None]:
    copy.execute("BEGIN")
    try:
        yield
    finally:
        copy.execute("ROLLBACK")


def _place(edit: RowEdit) -> tuple[str, Key]:
    return edit.table, edit.key
