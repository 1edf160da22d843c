"""Writing reports in a thread: progress while it lasts, and what came of it in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.pages.report_outcome import OutcomeStrip
from ui.pages.report_presenter import ReportPresenter
from ui.plain_text import isolated
from ui.translating import clock_time
from ui.widgets.progress_panel import ProgressPanel

if TYPE_CHECKING:
    from fastmap.model.results import Results
    from fastmap.progress import Progress, ProgressListener
    from ui.session import Session
    from ui.work import Job

_Work = Callable[["Results"], Callable[["ProgressListener"], object]]


class ReportWriting(QObject):
    """Does one writing at a time; owns the panel of its progress and the strip of its outcome."""

    began = Signal()
    written = Signal()
    """Something new lies in the folder, and that is noted."""
    ended = Signal()
    """Nothing is being written any more, however it ended; only while a file is open."""
    said = Signal(str, str)

    def __init__(self, session: Session, presenter: ReportPresenter, view: QWidget) -> None:
        """Make panel and strip, which ``view`` puts where they belong."""
        super().__init__(view)
        self._session = session
        self._presenter = presenter
        self._job: Job | None = None
        self._last: _Work = presenter.packing
        self.progress = ProgressPanel("reportProgress", parent=view)
        self.outcome = OutcomeStrip(parent=view)
        self.progress.cancel_wanted.connect(self._stop)
        self.outcome.not_opened.connect(self._tell_not_opened)
        self.outcome.again_wanted.connect(lambda: self._write(self._last))

    @property
    def is_running(self) -> bool:
        """Whether something is being written."""
        return self._job is not None

    def write_pack(self) -> None:
        """Write everything for the audience."""
        self._write(self._presenter.packing)

    def write_kinds(self) -> None:
        """Write the files that are ticked."""
        self._write(self._presenter.writing)

    def _write(self, work: _Work) -> None:
        results = self._session.state.results
        if results is None or self._job is not None:
            return
        self._last = work
        self.outcome.hide()
        self.progress.begin(self.tr("Writing reports"), self.tr("Cancel"))
        job = self._session.pool.start(work(results))
        self._job = job
        self.began.emit()
        job.progressed.connect(self._show_progress)
        job.done.connect(lambda _: self._tell(stopped=False))
        job.cancelled.connect(lambda: self._tell(stopped=True))
        job.failed.connect(self._session.failed)
        job.finished.connect(self._end)

    def _show_progress(self, step: Progress) -> None:
        count = self.tr("{done} of {total}").format(done=step.done, total=step.total or 0)
        self.progress.show_step(self.tr("Writing reports"), step.done, step.total, count)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        self._job = None
        self.progress.hide()
        if self._session.is_open:
            self.ended.emit()

    # --- what came of it ----------------------------------------------------------------------------------------------

    def _tell(self, *, stopped: bool) -> None:
        if not self._session.is_open:
            return
        state, outcomes = self._session.state, self._presenter.outcomes
        written = sum(outcome.error is None for outcome in outcomes)
        if written:
            self._presenter.note_written(state)
            self.written.emit()
        if outcomes or stopped:
            sentence = self._sentence(written, len(outcomes), stopped=stopped)
            self.outcome.show_outcomes(outcomes, self._presenter.written_to, sentence, state.texts)

    def _sentence(self, written: int, tried: int, *, stopped: bool) -> str:
        if not written:
            return self.tr("Stopped. Nothing was written.") if stopped else self.tr("Nothing was written.")
        written_to = self._presenter.written_to
        folder = written_to.name or str(written_to)
        if stopped:
            words = self.tr("Stopped. What was written before stays in {folder}.")
        elif written < tried:
            words = self.tr("{time}: only part of it was written to {folder}. What was there before is unchanged.")
        else:
            words = self.tr("Written {time} to {folder}.")
        now = clock_time(datetime.now().astimezone())
        return words.replace("{time}", now).replace("{folder}", isolated(folder))

    def _tell_not_opened(self, path: str) -> None:
        words = self.tr("No program opened it. It lies here: {path}")
        self.said.emit("warn", words.replace("{path}", isolated(path)))
