"""Waiting for the lock on a file that two processes take turns at, however long the other one takes."""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Callable

_HELD_BY_OTHERS = (errno.EDEADLK, errno.EACCES)
"""What Windows says while somebody else has the lock: the first after ten seconds of trying, the second at once."""
_PAUSE_S = 0.1


def wait_for_lock(descriptor: int) -> None:
    """Wait until nobody else has the lock of an open file; closing the file lets go of it, as does the end of the process.

    A drive that knows no locks keeps nobody waiting: there two at once are the smaller harm.
    """
    _until_free(lambda: _lock(descriptor))


def _until_free(lock: Callable[[], None]) -> None:
    while True:
        try:
            return lock()
        except OSError as error:
            if error.errno not in _HELD_BY_OTHERS:
                return None
            time.sleep(_PAUSE_S)


if sys.platform == "win32":  # pragma: no cover - the other branch is tested where CI runs
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
else:
    import contextlib
    import fcntl

    def _lock(descriptor: int) -> None:
        with contextlib.suppress(OSError):  # it waits for others by itself: whatever it says is said of the drive
            fcntl.flock(descriptor, fcntl.LOCK_EX)
