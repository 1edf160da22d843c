"""Opening a file in which an erasure was begun and not ended: that is ended first, in a thread, and the window says so.

Every backup is written anew for it, which may take minutes. Opening would do it, too, with the window standing still.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.plain_text import isolated

if TYPE_CHECKING:
    from fastmap.progress import ProgressListener
    from fastmap.store.erasing_elsewhere import Cleaned
    from ui.frame.window import MainWindow
    from ui.work import Job


class ErasureFirst(QObject):
    """Belongs to one window; a file that is opened meanwhile stays open."""

    def __init__(self, window: MainWindow) -> None:
        """Wait for `begin`."""
        super().__init__(window)
        self._window = window
        self._job: Job | None = None
        window.session.opened.connect(self._abandon)

    def begin(self, path: Path) -> bool:
        """End what was begun in ``path`` and open it then; ``False``: nothing was begun there, so far as one can see."""
        from fastmap.assessment import Assessment

        if self._window.session.has_open(path) or not Assessment.may_finish_erasing(path):
            return False
        self._abandon()

        def finish(_: ProgressListener) -> Cleaned | None:
            with Assessment.open(path) as assessment:
                return assessment.erased_at_opening

        words = self.tr("An erasure that was begun in {file} is being ended; then the file opens.")
        self._window.say("neutral", words.replace("{file}", isolated(path.name)))
        job = self._job = self._window.session.pool.start(finish)
        job.done.connect(lambda cleaned: self._open(path, cleaned))
        job.failed.connect(lambda _: self._open(path, None))  # opening says why
        return True

    def _open(self, path: Path, cleaned: Cleaned | None) -> None:
        self._job = None
        if cleaned is not None:
            self._window.session.erased.emit(cleaned)
        self._window.open_now(path)
        if cleaned is not None and self._window.session.is_open:
            self._window.say(*self._outcome(path, cleaned))

    def _outcome(self, path: Path, cleaned: Cleaned) -> tuple[str, str]:
        done = self.tr("The erasure that was begun in {file} is ended.").replace("{file}", isolated(path.name))
        files = (*cleaned.left, *cleaned.unread)
        if not files:
            return "good", done
        rest = self.tr("%n file(s) may still hold the name: {files}.", "", len(files))
        return "warn", f"{done} {rest.replace('{files}', ', '.join(isolated(str(one)) for one in files))}"

    def _abandon(self) -> None:
        if self._job is not None:
            self._job.abandon()
            self._job = None
