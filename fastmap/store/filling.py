"""Whether a change leaves a file that opens again: what `fastmap.store.inspecting` would refuse is refused as it is made.

Changes end a little below what opening takes, small ones later than large ones: when no scan fits any more, notes and
decisions still do, and an upgrade of the file has room, too. Only changes are refused; undoing one, reading and copying
never are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from fastmap.errors import FastmapError
from fastmap.store import inspecting
from fastmap.store.failures import primary_code
from fastmap.store.recorder import RowEdit

_SHARE: Final = 0.9
"""Of what opening takes, so much may be full after a large change."""
_SHARE_OF_SMALL: Final = 0.98
_SMALL_BYTES: Final = 0.002
"""Of the bytes a file may have; a change that makes it longer by no more is a small one."""
_SMALL_ROWS: Final = 0.002
_LEAST_EVENT_ROW: Final = 40
"""Bytes that a row of the history takes at least, with its entry in the index."""


@contextmanager
def kept_openable(connection: sqlite3.Connection, path: Path, edits: Sequence[RowEdit]) -> Iterator[None]:
    """Refuse what the block does, if the file would be too full by it. Inside the transaction, which then is taken back.

    ``edits`` are looked at when the block has ended. Raises `FastmapError` ``file_full``.
    """
    before = _bytes_of(connection)
    try:
        yield
    except sqlite3.DataError as error:
        if primary_code(error) != sqlite3.SQLITE_TOOBIG:
            raise
        raise _full(path) from error
    if edits and _is_overfull(connection, edits, before):
        raise _full(path)


def _is_overfull(connection: sqlite3.Connection, edits: Sequence[RowEdit], before: int) -> bool:
    size = _bytes_of(connection)
    is_small = (
        size - before <= inspecting.MOST_FILE_BYTES * _SMALL_BYTES
        and len(edits) <= inspecting.MOST_EVENT_ROWS * _SMALL_ROWS
    )
    share = _SHARE_OF_SMALL if is_small else _SHARE
    return (
        (size > before and size > inspecting.MOST_FILE_BYTES * share)
        or _longest_text(edits) > inspecting.MOST_TEXT
        or _too_many_rows(connection, edits, share)
        or _too_long_history(connection, size, share)
        or _too_much_text(connection, edits, size, share)
    )


def _too_many_rows(connection: sqlite3.Connection, edits: Sequence[RowEdit], share: float) -> bool:
    added = sum((edit.before is None) - (edit.after is None) for edit in edits)
    return added > 0 and sum(inspecting.row_counts(connection).values()) > inspecting.MOST_ROWS * share


def _too_long_history(connection: sqlite3.Connection, size: int, share: float) -> bool:
    """Count only where there could be so many: counting takes as long as the history is."""
    most_events, most_rows = inspecting.MOST_EVENTS * share, inspecting.MOST_EVENT_ROWS * share
    last = _number(connection, "SELECT coalesce(max(sequence), 0) FROM events")
    if last > most_events and _number(connection, "SELECT count(*) FROM events") > most_events:
        return True
    return (
        _may_hold(connection, size, most_rows * _LEAST_EVENT_ROW)
        and _number(connection, "SELECT count(*) FROM event_rows") > most_rows
    )


def _too_much_text(connection: sqlite3.Connection, edits: Sequence[RowEdit], size: int, share: float) -> bool:
    """Measure only where there could be so much: no character takes less than a byte."""
    most = inspecting.MOST_TEXT_IN_ALL * share
    grows = sum(_text_in(edit.after) - _text_in(edit.before) for edit in edits) > 0
    return grows and _may_hold(connection, size, most) and inspecting.texts_in(connection)[1] > most


def _may_hold(connection: sqlite3.Connection, size: int, needed: float) -> bool:
    """Return whether a file of ``size`` bytes has ``needed`` bytes beside its scans."""
    if size <= needed:
        return False
    return size - _number(connection, "SELECT coalesce(sum(length(content)), 0) FROM attachment_contents") > needed


def _longest_text(edits: Sequence[RowEdit]) -> int:
    return max(
        (len(value) for edit in edits for value in (edit.after or {}).values() if isinstance(value, str)), default=0
    )


def _text_in(row: dict[str, object] | None) -> int:
    return sum(len(value) for value in (row or {}).values() if isinstance(value, str))


def _bytes_of(connection: sqlite3.Connection) -> int:
    """Return how long the file is, or will be when the transaction is kept."""
    return _number(connection, "PRAGMA page_count") * _number(connection, "PRAGMA page_size")


def _number(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])


def _full(path: Path) -> FastmapError:
    return FastmapError("file_full", file=path.name)
