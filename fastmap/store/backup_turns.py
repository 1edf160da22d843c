"""Taking turns at the backups of one assessment: whoever erases, and whoever only looks into a file that is open elsewhere.

A program that has a file open for writing has its backups to itself. One that looked into that file meanwhile holds a
state in memory that may be from before an erasure; written afterwards, it would bring the person back.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fastmap.file_locks import wait_for_lock
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
        wait_for_lock(descriptor)
        yield
    finally:
        os.close(descriptor)
