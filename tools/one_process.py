"""The lock that lets one process at a time set up; it ends with the process that holds it."""

import sys
from contextlib import contextmanager
from pathlib import Path

from tools.telling import SetupError, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

GUARD = ".dev.lock"
"""Name of the file that is locked, in the repository."""


@contextmanager
def only_one_process(path: Path) -> "Iterator[int]":
    """Wait until no other process holds the lock at `path`, then hold it; gives the lock's file descriptor."""
    try:
        file = path.open("a+")
    except OSError as problem:
        raise SetupError(f"the repository folder cannot be written to ({problem.strerror}).") from problem
    with file:
        if not try_lock(file.fileno()):
            import time

            say("dev.py: another start is setting up the environment; waiting for it.")
            while not try_lock(file.fileno()):
                time.sleep(0.2)
        yield file.fileno()  # closing the file ends the lock, and so does the end of the process


def try_lock(descriptor: int) -> bool:
    """Take the lock on an open file if nobody else has it; say whether that went well."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
