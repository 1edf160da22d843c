"""Which files this process has open.

POSIX drops all locks of a process on a file as soon as the process closes *any* descriptor of it. So a file that is
open here is never opened a second time by us: one descriptor per file stays open until its last user is gone.

Others in our process do not know that: Qt's file dialog, for example, opens every file of a folder to see what it is.
So the descriptor also holds a lock of the other kind (``flock``), which stays with the descriptor whatever happens to
others on the same file. It keeps a second fastmap out where SQLite's own locks were dropped that way. Windows has no such
trouble: there locks belong to the handle (decision 0132).
"""

from __future__ import annotations

import errno
import os
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from fastmap.store.failures import in_use

LOCK_WAIT_S = 1.0
"""So long another program may take to let go of a file before it counts as in use: a reader holds it for milliseconds."""


@dataclass(slots=True)
class Handle:
    """The descriptor of one open file and how many use it."""

    identity: tuple[int, int]
    descriptor: int
    for_writing: bool
    users: int = 1
    lacks_locks: bool = False
    """Whether the drive answered that it knows no locks: nothing but the note beside the file keeps others out."""


NOT_HELD = -1
"""The descriptor of a file whose bytes were read and that another program has open: nothing of ours stays on it."""

_open: dict[tuple[int, int], Handle] = {}
_guard = threading.Lock()


def take_handle(path: Path, *, for_writing: bool) -> Handle:
    """Return a handle on ``path``; refuse if it is open here and either user wants to write."""
    with _guard:
        known = _open.get(identity_of(path))
        if known is not None:
            if for_writing or known.for_writing:
                raise in_use(path)
            known.users += 1
            return known
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        is_locked = _lock(descriptor, for_writing=for_writing)
        if is_locked is False:
            os.close(descriptor)
            raise in_use(path)
        status = os.fstat(descriptor)
        handle = Handle((status.st_dev, status.st_ino), descriptor, for_writing, lacks_locks=is_locked is None)
        _open[handle.identity] = handle
        return handle


def _lock(descriptor: int, *, for_writing: bool) -> bool | None:
    """Lock the file for ourselves, or together with other readers; say whether nobody else has it.

    ``None``: the drive knows no such locks. SQLite's own have to do, or, where those are missing too, the note.
    """
    if sys.platform == "win32":
        return True
    import fcntl

    kind = fcntl.LOCK_EX if for_writing else fcntl.LOCK_SH
    end = time.monotonic() + LOCK_WAIT_S
    while True:
        try:
            fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in (errno.EWOULDBLOCK, errno.EACCES):
                return None
            if time.monotonic() >= end:
                return False
            time.sleep(0.05)
        else:
            return True


def release_handle(handle: Handle) -> None:
    """Give a handle back; the last one closes the file."""
    if handle.descriptor == NOT_HELD:
        return
    with _guard:
        handle.users -= 1
        if handle.users == 0:
            del _open[handle.identity]
            os.close(handle.descriptor)


def identity_of(path: Path) -> tuple[int, int]:
    """Return device and file number: two paths with the same are the same file."""
    status = path.stat()
    return status.st_dev, status.st_ino


def is_open_here(identity: tuple[int, int]) -> bool:
    """Return whether this process has that file open."""
    with _guard:
        return identity in _open
