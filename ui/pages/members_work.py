"""Longer work of the page, one at a time: reading a list, writing forms or feedback sheets."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.widgets.progress_panel import ProgressPanel

if TYPE_CHECKING:
    from fastmap.progress import Progress
    from ui.session import Session
    from ui.work import Job


class MembersWork(QObject):
    """Runs work in the pool and shows how far it is."""

    changed = Signal()
    """Something began or ended."""

    def __init__(self, session: Session, panel: ProgressPanel, parent: QObject) -> None:
        """Show progress in ``panel``."""
        super().__init__(parent)
        self._session = session
        self._panel = panel
        self._job: Job | None = None
        panel.cancel_wanted.connect(self._cancel)

    @property
    def is_running(self) -> bool:
        """Whether something is under way."""
        return self._job is not None

    def start(self, work: Callable[..., object], stage: str, done: Callable[..., None]) -> None:
        """Begin ``work``, called ``stage`` on the screen; ``done`` gets its outcome."""
        job = self._session.pool.start(work)
        self._job = job
        self._panel.begin(stage, self.tr("Cancel"))
        self.changed.emit()
        job.progressed.connect(self._show_progress)
        job.done.connect(done)
        job.failed.connect(self._session.failed)
        job.finished.connect(self._end)

    def _show_progress(self, progress: Progress) -> None:
        count = self.tr("{done} of {total}").format(done=progress.done, total=progress.total) if progress.total else ""
        self._panel.show_step(self._panel.stage.text(), progress.done, progress.total, count)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        self._job = None
        self._panel.hide()
        self.changed.emit()
