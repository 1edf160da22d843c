"""Work that takes longer than a blink: in a thread of its own, with progress, cancelled at any time.

    job = pool.start(lambda progress: read_forms(paths, snapshot, progress=progress))
    job.done.connect(self._show_outcomes)

The work gets values (a `Snapshot`, paths) and a progress callable, never a widget and never the open assessment. All
signals arrive in the thread of the window.
"""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from fastmap.progress import Progress, ProgressListener

Work: TypeAlias = "Callable[[ProgressListener], Any]"

_SHORTEST_STEP_S = 0.04


class Job(QObject):
    """One piece of work under way. At most one of ``done``, ``failed``, ``cancelled`` is emitted, then ``finished``.

    None of the three comes from a job that was abandoned, nor where the work ended by a mistake of ours.
    """

    progressed = Signal(object)
    """The latest `Progress`; at most 25 a second, the last one of a stage may be left out."""
    done = Signal(object)
    """What the work returned."""
    failed = Signal(object)
    """The `FastmapError` that ended it."""
    cancelled = Signal()
    finished = Signal()
    _ended = Signal(str, object)

    def __init__(self, work: Work, parent: QObject) -> None:
        """Describe the work; `Pool.start` begins it."""
        super().__init__(parent)
        self._work = work
        self._stop = threading.Event()
        self._is_abandoned = False
        self._last_step = 0.0
        self.is_running = True
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the work to stop at its next step; what it returns after all is dropped."""
        self._stop.set()

    def abandon(self) -> None:
        """Ask the work to stop, and tell nobody how it ended: whoever waited for it is gone."""
        self._is_abandoned = True
        self._stop.set()

    def run(self) -> None:
        """Do the work in the calling thread."""
        from fastmap.errors import Cancelled, FastmapError

        try:
            outcome = self._work(self._step)
        except Cancelled:
            self._end("cancelled", None)
        except FastmapError as error:
            self._end("failed", error)
        except BaseException as error:  # noqa: BLE001 - handed to the thread of the window, which raises it there
            self._end("broken", error)
        else:
            self._end("done", outcome)

    def _end(self, how: str, value: object) -> None:
        try:
            self._ended.emit(how, value)
        except RuntimeError:  # the window is gone, and nobody waits for the outcome
            return

    def _step(self, progress: Progress) -> None:
        if self._stop.is_set():
            from fastmap.errors import Cancelled

            raise Cancelled
        now = time.monotonic()
        if now - self._last_step >= _SHORTEST_STEP_S:
            self._last_step = now
            self.progressed.emit(progress)

    @Slot(str, object)
    def _tell(self, how: str, value: object) -> None:
        self.is_running = False
        try:
            if how == "broken":
                assert isinstance(value, BaseException)  # see `run`
                raise value
            if self._is_abandoned:
                return
            if self._stop.is_set() or how == "cancelled":
                self.cancelled.emit()
            elif how == "done":
                self.done.emit(value)
            else:
                self.failed.emit(value)
        finally:
            self.finished.emit()


class Pool(QObject):
    """Starts jobs and knows which are under way."""

    _numbers = itertools.count(1)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with nothing to do."""
        super().__init__(parent)
        self._threads: dict[Job, threading.Thread] = {}

    def start(self, work: Work) -> Job:
        """Begin ``work(progress)`` in a thread of its own; connect to the job's signals before returning to Qt."""
        job = Job(work, self)
        thread = threading.Thread(target=job.run, name=f"work-{next(self._numbers)}", daemon=True)
        self._threads[job] = thread
        job.finished.connect(lambda: self._retire(job))
        thread.start()
        return job

    def _retire(self, job: Job) -> None:
        """Let a job go, but not before its thread has left the signal that announced the end: Qt would crash."""
        thread = self._threads.pop(job, None)
        if thread is not None:
            thread.join()
        job.deleteLater()

    @property
    def is_busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._threads)

    def abandon_all(self) -> None:
        """Drop whatever the jobs under way will have found: it belongs to what is being closed."""
        for job in self._threads:
            job.abandon()

    def wait(self, seconds: float) -> None:
        """Wait together at most so long for all jobs; those that ended tell of it now, for Qt may not go on after this."""
        end = time.monotonic() + seconds
        for job, thread in tuple(self._threads.items()):
            thread.join(max(0.0, end - time.monotonic()))
            QCoreApplication.sendPostedEvents(job)

    def cancel_all(self, *, wait_s: float = 0.0) -> None:
        """Ask every job to stop, and wait together at most ``wait_s`` for them."""
        end = time.monotonic() + wait_s
        for job in self._threads:
            job.cancel()
        for thread in tuple(self._threads.values()):
            thread.join(max(0.0, end - time.monotonic()))
