"""Whole copies of an open file: made page by page, opened again and checked before they get their name."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from contextlib import closing, suppress
from pathlib import Path

from fastmap.errors import FastmapError
from fastmap.store import events
from fastmap.store.failures import disk_full
from fastmap.store.placing import beside, name_told, place_new, place_over, refuse_place

_SPARE_BYTES = 1_000_000
_BLOCK_BYTES = 4_000_000
MOST_VALUE_BYTES = 64_000_000
"""No cell of any kind holds more; what intake keeps of a scan ends at 50 MB."""


def copy_to_new(connection: sqlite3.Connection, target: Path) -> None:
    """Write a checked copy to ``target``; refuse to overwrite."""
    refuse_place(target)
    with beside(target) as draft:
        _checked_copy(connection, draft)
        place_new(draft, target)


def copy_over(connection: sqlite3.Connection, target: Path) -> None:
    """Write a checked copy to ``target``, replacing what is there only when the copy is known to be good."""
    with beside(target) as draft:
        _checked_copy(connection, draft)
        place_over(draft, target)


def connect_for_reading(path: Path, timeout_s: float = 1.0) -> sqlite3.Connection:
    """Return a connection that cannot write; nothing the file's schema names is trusted."""
    connection = sqlite3.connect(sqlite_uri(path, "ro"), uri=True, isolation_level=None, timeout=timeout_s)
    distrust(connection)
    return connection


def connect_in_memory(content: bytes) -> sqlite3.Connection:
    """Return a connection to a file that was read as a whole: nothing of it is on the disk, nor beside the file."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    if keeps_changes_beside(content):
        content = content[:18] + b"\x01\x01" + content[20:]  # memory has no place beside; what was there was refused
    try:
        connection.deserialize(content)
        distrust(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def keeps_changes_beside(header: bytes) -> bool:
    """Return whether a file was left in SQLite's other mode, by another program: then even reading makes files beside it."""
    return b"\x02" in header[18:20]


def distrust(connection: sqlite3.Connection) -> None:
    """Switch off what a prepared file could use against us. Reads nothing of the file."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_VALUE_BYTES)
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)


def sqlite_uri(path: Path, mode: str) -> str:
    """Return the URI of an absolute path for SQLite: ``mode`` is ``ro`` or ``rw``; neither makes a file."""
    from urllib.parse import quote

    plain = os.fsencode(path.as_posix())  # a name may hold bytes that are no text
    return f"file://{'' if plain.startswith(b'/') else '/'}{quote(plain, safe='/:')}?mode={mode}"


def is_sound(connection: sqlite3.Connection) -> bool:
    """Return whether SQLite finds the whole file intact, references included."""
    return integrity_problems(connection) == ()


def integrity_problems(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return what SQLite's full check and the check of references find; empty if all is well."""
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
        dangling = [f"{row[0]} → {row[2]}" for row in connection.execute("PRAGMA foreign_key_check")]
    except sqlite3.DatabaseError as error:
        return (str(error),)
    return tuple(line for line in found if line != "ok") + tuple(dangling[:20])


def copy_bytes(descriptor: int, draft: Path) -> None:
    """Write the bytes of an open file to ``draft``: the quickest copy, while nobody writes to the file.

    The file must not be opened for it a second time (see `fastmap.store.handles`). The copy is neither synced nor checked.
    """
    with draft.open("xb") as target:
        size, done = os.fstat(descriptor).st_size, 0
        if hasattr(os, "copy_file_range"):
            with suppress(OSError):  # not between these two places: as everywhere else
                while done < size and (copied := os.copy_file_range(descriptor, target.fileno(), size - done, done)):
                    done += copied
        target.seek(done)
        os.lseek(descriptor, done, os.SEEK_SET)
        while block := os.read(descriptor, _BLOCK_BYTES):
            target.write(block)


def read_bytes(descriptor: int) -> bytes:
    """Return the bytes of an open file, through the descriptor that is open already: closing another would drop the lock."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    blocks = []
    while block := os.read(descriptor, _BLOCK_BYTES):
        blocks.append(block)
    return b"".join(blocks)


def refuse_unlike(draft: Path, tag: str) -> None:
    """Raise `FastmapError` unless ``draft`` is a whole file whose place in its history is ``tag``."""
    with closing(connect_for_reading(draft)) as copy:
        same = is_sound(copy) and events.state_tag(copy) == tag
    if not same:
        raise FastmapError("copy_failed", file=name_told(draft))


def refuse_full_disk(connection: sqlite3.Connection, draft: Path) -> None:
    """Raise `FastmapError` if a copy would not fit where ``draft`` goes."""
    pages, page_bytes = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    if shutil.disk_usage(draft.parent).free < pages * page_bytes + _SPARE_BYTES:
        raise disk_full(draft.with_name(name_told(draft)))


def _checked_copy(connection: sqlite3.Connection, draft: Path) -> None:
    refuse_full_disk(connection, draft)
    with closing(sqlite3.connect(draft, isolation_level=None)) as copy:
        copy.execute("PRAGMA journal_mode = OFF")  # nobody has the copy yet: it is good as a whole or thrown away
        copy.execute("PRAGMA synchronous = OFF")
        connection.backup(copy)
    refuse_unlike(draft, events.state_tag(connection))
