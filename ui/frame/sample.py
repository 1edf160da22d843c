"""The sample: a fresh copy is made in a thread, and opened once it is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.session import Session

if TYPE_CHECKING:
    from fastmap.progress import ProgressListener
    from ui.work import Job


class SampleMaker(QObject):
    """Makes the sample for one session; a file that is opened meanwhile stays open."""

    busy_changed = Signal(bool)
    """Whether it is being made."""
    kept = Signal(object)
    """Where the sample with the person's earlier edits lies now that a fresh one was opened."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """Open it in ``session``."""
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        session.opened.connect(self._abandon)

    def open(self, path: Path | None = None) -> None:
        """Open a fresh copy, by default this computer's; ``opened`` or ``failed`` of the session follows."""
        target = path or sample_file()
        is_there = self._session.is_open and self._session.state.path == target.absolute().resolve()
        if is_there and not self._session.close():
            return

        def make(_: ProgressListener) -> Path | None:
            from fastmap.tasks.sample import fresh_sample

            return fresh_sample(target)

        self.busy_changed.emit(True)
        self._job = self._session.pool.start(make)
        self._job.done.connect(lambda kept: self._show(target, kept))
        self._job.failed.connect(self._session.failed)
        self._job.finished.connect(self._end)

    def _show(self, path: Path, kept: Path | None) -> None:
        if self._session.open(path) and kept is not None:
            self.kept.emit(kept)

    def _abandon(self) -> None:
        if self._job is not None:
            self._job.abandon()

    def _end(self) -> None:
        self._job = None
        self.busy_changed.emit(False)


def sample_file() -> Path:
    """Return where this computer's copy of the sample lies."""
    from fastmap.places import user_data_folder

    return user_data_folder() / "sample.fastmap"
