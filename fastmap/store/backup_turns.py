"""Taking turns at the backups of one assessment: whoever erases, and whoever only looks into a file that is open elsewhere.

A program that has a file open for writing has its backups to itself. One that looked into that file meanwhile holds a
state in memory that may be from before an erasure; written afterwards, it would bring the person back.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fastmap.model.ids import is_assessment_id

_NAME = ".turn"


@contextmanager
def turn_at_backups(folder: Path, assessment_id: str) -> Iterator[None]:
    """Wait until nobody else is at the backups of an assessment, then keep others waiting inside the block."""
    if not is_assessment_id(assessment_id):  # no name of a folder: then there are no backups either
        yield
        return
    home = folder / assessment_id
    home.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(home / _NAME, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _wait_for(descriptor)
        yield
    finally:
        os.close(descriptor)


if sys.platform == "win32":  # pragma: no cover - the other branch is tested where CI runs
    import msvcrt

    def _wait_for(descriptor: int) -> None:
        while True:
            with contextlib.suppress(OSError):  # gives up after ten seconds; an erasure may take longer
                return msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def _wait_for(descriptor: int) -> None:
        with contextlib.suppress(OSError):  # the drive knows no locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
