"""Which files this process has open.

POSIX drops all locks of a process on a file as soon as the process closes *any* descriptor of it. So a file that is
open here is never opened a second time by us: one descriptor per file stays open until its last user is gone.
"""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from pathlib import Path

from fastmap.store.failures import in_use


@dataclass(slots=True)
class Handle:
    """The descriptor of one open file and how many use it."""

    identity: tuple[int, int]
    descriptor: int
    for_writing: bool
    users: int = 1


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
        status = os.fstat(descriptor)
        handle = Handle((status.st_dev, status.st_ino), descriptor, for_writing)
        _open[handle.identity] = handle
        return handle


def release_handle(handle: Handle) -> None:
    """Give a handle back; the last one closes the file."""
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
