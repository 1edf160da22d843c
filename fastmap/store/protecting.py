"""Copies under a password: the whole file in memory, encrypted in the age format, never plain on the disk (decision 0289).

age derives the key with scrypt and seals every 64 kB, so a wrong password or a changed byte is noticed. The format is
public: the program ``age`` opens such a copy too.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from fastmap.errors import FastmapError
from fastmap.store import events
from fastmap.store.copying import distrust, is_sound
from fastmap.store.failures import told_as_fastmap_errors
from fastmap.store.header import APPLICATION_ID, PROTECTED_MAGIC, refuse_what_is_no_file
from fastmap.store.left_drafts import noted_beside
from fastmap.store.placing import beside, place_new, refuse_place

SUFFIX = ".age"
SHORTEST_PASSWORD = 12
"""Characters, of blanks in a row only one; four words in a row are good."""
_WAITS_S = (0.0, 0.5, 1.0, 2.0, 4.0)
_TOO_MUCH_WORK = "Excessive work parameter"
_LARGEST = 2_000_000_000  # bytes held in memory


def is_protected(path: Path) -> bool:
    """Return whether a file is a copy under a password, whatever it is called."""
    try:
        with path.open("rb") as file:
            return file.read(len(PROTECTED_MAGIC)) == PROTECTED_MAGIC
    except OSError:
        return False


def write_protected(connection: sqlite3.Connection, target: Path, password: str) -> None:
    """Write the whole file to ``target`` under a password; refuses to overwrite. Checked by opening it again."""
    import pyrage

    if len(" ".join(password.split())) < SHORTEST_PASSWORD:  # blanks in a row are hard to count, and easy to guess
        raise FastmapError("password_too_short", least=SHORTEST_PASSWORD)
    with told_as_fastmap_errors(target):
        refuse_place(target)
        content = bytes(connection.serialize())
        sealed = pyrage.passphrase.encrypt(content, password)
        with beside(target) as draft:
            draft.write_bytes(sealed)
            if _opened(draft.read_bytes(), password, target) != content:
                raise FastmapError("copy_failed", file=target.name)
            place_new(draft, target)


def refuse_unprotected(path: Path) -> None:
    """Raise `FastmapError` for what needs no password: what is no file, and ``file_not_protected``."""
    with told_as_fastmap_errors(path):
        refuse_what_is_no_file(path)
        if not is_protected(path) or path.stat().st_size > _LARGEST:
            raise FastmapError("file_not_protected", file=path.name)


def open_protected(path: Path, target: Path, password: str) -> None:
    """Write the file inside a protected copy to ``target``, plain; checked in memory before anything is on the disk.

    Raises `FastmapError`: ``password_wrong`` also for a copy that was changed or cut off – nobody can tell the two apart.
    """
    refuse_unprotected(path)
    with told_as_fastmap_errors(path):
        content = _unsealed(path, password)
    with told_as_fastmap_errors(target):
        refuse_place(target)
        _refuse_what_is_no_assessment(content, path)
        with noted_beside(target) as draft:
            draft.write_bytes(content)
            place_new(draft, target)


def _unsealed(path: Path, password: str) -> bytes:
    import pyrage

    try:
        return _opened(path.read_bytes(), password, path)
    except pyrage.DecryptError as error:
        raise FastmapError("password_wrong", file=path.name) from error


def _opened(sealed: bytes, password: str, path: Path) -> bytes:
    """Return what is sealed. age measures how fast this computer is and gives up where the work seems too much.

    That depends on the moment: a busy computer seems slow. So it is tried again before anybody is told, and never called
    a wrong password. Raises ``pyrage.DecryptError`` for one that is, `FastmapError` ``password_takes_long``.
    """
    import pyrage

    for wait_s in _WAITS_S:
        time.sleep(wait_s)
        try:
            return bytes(pyrage.passphrase.decrypt(sealed, password))
        except pyrage.DecryptError as error:
            if _TOO_MUCH_WORK not in str(error):
                raise
    raise FastmapError("password_takes_long", file=path.name)


def _refuse_what_is_no_assessment(content: bytes, path: Path) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as inside:
        try:
            if not content:  # SQLite takes it for a lack of memory
                raise FastmapError("file_foreign", file=path.name)
            inside.deserialize(content)
            distrust(inside)
            (application,) = inside.execute("PRAGMA application_id").fetchone()
            if application != APPLICATION_ID or not is_sound(inside):
                raise FastmapError("file_foreign", file=path.name)
            events.state_tag(inside)
        except sqlite3.DatabaseError as error:
            raise FastmapError("file_foreign", file=path.name) from error
