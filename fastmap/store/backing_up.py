"""Backups while somebody works: the copy is taken between two edits, everything slow about it happens aside.

Copying the bytes of a file as it lies there takes half a millisecond per megabyte; checking the copy, syncing it and
thinning the older ones goes on in a thread of its own, after the edit it was made for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from fastmap.errors import FastmapError
from fastmap.store import backups, events
from fastmap.store.copying import copy_bytes, refuse_full_disk, refuse_unlike
from fastmap.store.failures import told_as_fastmap_errors
from fastmap.store.opening import OpenFile
from fastmap.store.placing import beside, place_over


class BackupsInWork:
    """Makes the backups of one open file before imports and merges."""

    def __init__(self, file: OpenFile, folder: Path, tell: Callable[[FastmapError], None]) -> None:
        """Back up ``file`` into ``folder``; ``tell`` hears of every backup that failed, in whatever thread."""
        self._file = file
        self._folder = folder
        self._tell = tell
        self._thread: threading.Thread | None = None
        self._number = 0
        self._tag: str | None = None
        """Of the last one begun."""

    def begin(self, now: datetime) -> None:
        """Take a copy of the present state, unless there is one. Nothing fails by it: what does is told."""
        try:
            with told_as_fastmap_errors(self._folder):
                self._begin(now)
        except FastmapError as problem:
            self._fail(problem)

    def finish(self) -> None:
        """Wait until the last one is in its place or has failed."""
        if self._thread is not None:
            self._thread.join()

    def _begin(self, now: datetime) -> None:
        with self._file.reading() as connection, ExitStack() as draft_kept:
            (assessment_id,) = connection.execute("SELECT id FROM info").fetchone()
            tag = events.state_tag(connection)
            if tag == self._tag or backups.is_backed_up(connection, self._folder, assessment_id):
                return
            target = backups.next_backup(connection, self._folder, assessment_id, now, after=self._number)
            draft = draft_kept.enter_context(beside(target))
            refuse_full_disk(connection, draft)
            copy_bytes(self._file.handle.descriptor, draft)
            self._number, self._tag = backups.number_of(target), tag
            keeping = draft_kept.pop_all()
        before = self._thread
        self._thread = threading.Thread(
            target=self._keep, args=(keeping, draft, target, tag, before), name="backup", daemon=True
        )
        self._thread.start()

    def _keep(self, keeping: ExitStack, draft: Path, target: Path, tag: str, before: threading.Thread | None) -> None:
        """Check the draft and give it its name, after the one before it."""
        if before is not None:
            before.join()
        try:
            with keeping, told_as_fastmap_errors(target):
                refuse_unlike(draft, tag)
                place_over(draft, target)
                backups.thin_out(self._folder, target.parent.name)
        except FastmapError as problem:
            self._tag = None  # the same state may be tried again
            self._fail(problem)
        except BaseException:  # a mistake of ours: there is no backup all the same, and somebody has to hear of it
            self._tag = None
            self._fail(FastmapError("copy_failed", file=target.name))
            raise

    def _fail(self, problem: FastmapError) -> None:
        self._tell(FastmapError("backup_in_work_failed", folder=str(self._folder), reason=problem.message))
