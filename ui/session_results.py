"""Results, worked out again some time after the last edit, in a thread of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.work import Job, Pool

if TYPE_CHECKING:
    from fastmap.catalogue.definitions import Catalogue
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
    from fastmap.progress import ProgressListener


class ResultsWork(QObject):
    """One run at a time: a newer one takes the place of an older one, whose results are dropped."""

    ready = Signal(object, object)
    """The `Snapshot` worked from and its `Results`."""
    failed = Signal(object)

    def __init__(
        self, pool: Pool, basis: Callable[[], tuple[Snapshot, Catalogue]], pause_ms: int, *, parent: QObject
    ) -> None:
        """Work from what ``basis`` gives when the pause is over."""
        super().__init__(parent)
        self._pool = pool
        self._basis = basis
        self._running: Job | None = None
        self.timer = QTimer(self, singleShot=True, interval=pause_ms)
        self.timer.timeout.connect(self._begin)

    def begin_later(self) -> None:
        """Begin once nobody has asked for so long again."""
        self.timer.start()

    def stop(self) -> None:
        """Begin nothing, and tell nothing of what was begun."""
        self.timer.stop()
        self._running = None

    def _begin(self) -> None:
        if self._running is not None:
            self._running.cancel()
        snapshot, catalogue = self._basis()

        def work(progress: ProgressListener) -> Results:
            from fastmap.pipeline import run

            return run(snapshot, catalogue, progress)

        job = self._pool.start(work)
        self._running = job
        job.done.connect(lambda results: self._end(job, snapshot, results))
        job.failed.connect(self.failed)

    def _end(self, job: Job, snapshot: Snapshot, results: Results) -> None:
        if job is self._running:
            self._running = None
            self.ready.emit(snapshot, results)
