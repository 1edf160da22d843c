"""What a backup holds, read without opening it as an assessment: how much, and what was changed in it last."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from fastmap.errors import FastmapError
from fastmap.store.codec import text_from
from fastmap.store.copying import connect_for_reading
from fastmap.store.events import HistoryEntry, read_last_done
from fastmap.store.failures import damaged, in_use, told_as_fastmap_errors
from fastmap.store.handles import identity_of, is_open_here
from fastmap.store.header import read_header
from fastmap.store.migrating import newest_schema

COUNTED = ("members", "responses", "needs", "partners", "offers", "actions")
"""Tables that every schema has, and whose numbers tell people one state from another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileContent:
    """What a file holds, in figures."""

    cluster: str
    round_label: str
    counts: Mapping[str, int]
    """By `COUNTED`."""
    changes: int
    """How many changes are not undone."""
    last: HistoryEntry | None
    """The last of them."""
    moments: frozenset[tuple[int, str]]
    """Sequence and moment of each of them: a file with all those of another went on from it."""


def read_content(connection: sqlite3.Connection) -> FileContent:
    """Return what an open file holds."""
    (cluster,) = connection.execute("SELECT name FROM cluster").fetchone()
    (round_label,) = connection.execute("SELECT round_label FROM info").fetchone()
    moments = frozenset(connection.execute("SELECT sequence, at FROM events WHERE undone = 0").fetchall())
    return FileContent(
        cluster=text_from(cluster),
        round_label=text_from(round_label),
        counts={name: int(connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]) for name in COUNTED},
        changes=len(moments),
        last=read_last_done(connection),
        moments=moments,
    )


def content_of_file(path: Path) -> FileContent:
    """Return what the file at ``path`` holds. Raises `FastmapError` if it is damaged, newer, or open."""
    with told_as_fastmap_errors(path):
        if is_open_here(identity_of(path)):
            raise in_use(path)
        header = read_header(path)
        if header.schema > newest_schema():
            raise FastmapError("file_newer", file=path.name, schema=header.schema, ours=newest_schema())
        with closing(connect_for_reading(path)) as connection:
            try:
                return read_content(connection)
            except (TypeError, ValueError, AssertionError, KeyError) as error:  # not what any version writes
                raise damaged(path) from error
