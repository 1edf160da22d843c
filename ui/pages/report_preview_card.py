"""The pages of the report as they would be written now, drawn anew a moment after something was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.pages.report_presenter import ReportPresenter
from ui.pages.report_preview import PageView
from ui.widgets.buttons import IconButton
from ui.widgets.cards import Card
from ui.widgets.labels import FactLabel, Label

if TYPE_CHECKING:
    from fastmap.errors import FastmapError
    from ui.session import Session
    from ui.work import Job

_DRAW_AFTER_MS = 250
"""So long after the last choice the pages are drawn anew."""


class PreviewCard(Card):
    """Knows what its pages were drawn of; `want_pages` draws them anew where they would differ."""

    drawn = Signal()
    """Other pages are there, and what they leave empty is known."""

    def __init__(self, session: Session, presenter: ReportPresenter, *, parent: QWidget) -> None:
        """Begin without pages."""
        super().__init__("reportPreviewCard", parent=parent)
        self._session = session
        self._presenter = presenter
        self._drawn_of: tuple[object, ...] | None = None
        self._broken_of: tuple[object, ...] | None = None
        """What could not be drawn by a mistake of ours: the same would fail again."""
        self._drawing: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=_DRAW_AFTER_MS)
        self.body.setContentsMargins(1, 8, 1, 1)
        self.body.setSpacing(8)
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 0, 10, 0)
        bar.setSpacing(4)
        self.place = FactLabel("heading", parent=self)
        self.place.setObjectName("reportPlace")
        self.back = IconButton("previousReportPage", "caret-up", parent=self)
        self.forward = IconButton("nextReportPage", "caret-down", parent=self)
        self.smaller = IconButton("smallerReport", "magnifying-glass-minus", parent=self)
        self.larger = IconButton("largerReport", "magnifying-glass-plus", parent=self)
        self.fitting = IconButton("fitReportWidth", "arrows-out-line-horizontal", parent=self)
        self._buttons = (self.back, self.forward, self.smaller, self.larger, self.fitting)
        bar.addWidget(self.place, 1)
        for button in self._buttons:
            bar.addWidget(button)
        self.body.addLayout(bar)
        self.trouble = Label("body", wrap=True, parent=self)
        self.trouble.setContentsMargins(14, 0, 14, 0)
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        self.pages = PageView("reportPages", parent=self)
        self.body.addWidget(self.pages, 1)
        self._connect()

    def _connect(self) -> None:
        pages = self.pages
        self._timer.timeout.connect(self._draw)
        pages.page_changed.connect(self._show_place)
        pages.zoomed.connect(self._show_place)
        self.back.clicked.connect(lambda: pages.go_to_page(pages.page - 1))
        self.forward.clicked.connect(lambda: pages.go_to_page(pages.page + 1))
        self.smaller.clicked.connect(lambda: pages.zoom_by(-1))
        self.larger.clicked.connect(lambda: pages.zoom_by(1))
        self.fitting.clicked.connect(pages.fit_width)

    def want_pages(self) -> None:
        """Have the pages drawn a moment later, unless they are those already."""
        wanted = self._wanted()
        self.stop()  # of what was chosen before
        if _same(wanted, self._drawn_of):
            self.pages.mark_old(False)
            self._tell(self._remarks())
            self._show_place()
            return
        self.pages.mark_old(True)
        if _same(wanted, self._broken_of):
            self._tell(self._words_of_broken())
            self._show_place()
            return
        self._timer.start()
        self._show_place()

    def stop(self) -> None:
        """Let a drawing go that nobody waits for."""
        self._timer.stop()
        self._drop_drawing()

    def retranslate(self) -> None:
        """Set every text."""
        self.back.set_words(self.tr("Previous page"))
        self.forward.set_words(self.tr("Next page"))
        self.smaller.set_words(self.tr("Smaller"))
        self.larger.set_words(self.tr("Larger"))
        self.fitting.set_words(self.tr("Fit width"))
        self._show_place()

    # --- drawing ------------------------------------------------------------------------------------------------------

    def _wanted(self) -> tuple[object, ...] | None:
        """Return what the pages depend on; ``None`` while it is not known."""
        if not self._session.is_open:
            return None
        state, choices = self._session.state, self._presenter.choices
        if state.results is None or not state.results_are_current:
            return None
        return (state.results, choices.audience, choices.anonymous, choices.chapters, choices.language)

    def _draw(self) -> None:
        wanted = self._wanted()
        if wanted is None:
            return
        results = self._session.state.results
        assert results is not None  # part of what is wanted
        job = self._session.pool.start(self._presenter.preview(results))
        self._drawing = job
        job.done.connect(lambda pngs: self._take_pages(job, wanted, pngs))
        job.failed.connect(lambda error: self._tell_no_pages(job, error))
        job.finished.connect(lambda: self._note_end(job, wanted))
        self._show_place()

    def _take_pages(self, job: Job, drawn_of: tuple[object, ...], pngs: tuple[bytes, ...]) -> None:
        if job is not self._drawing:
            return
        self._drawing = None
        self._drawn_of = drawn_of
        self._tell(self._remarks())
        self.pages.show_pages(pngs)
        self._show_place()
        self.drawn.emit()

    def _tell_no_pages(self, job: Job, error: FastmapError) -> None:
        if job is self._drawing:
            self._fail(self._session.texts.say(error.message))

    def _note_end(self, job: Job, drawn_of: tuple[object, ...]) -> None:
        """What ended without pages and without a reason was a mistake of ours; what it was is told elsewhere."""
        if job is self._drawing and self._session.is_open:
            self._broken_of = drawn_of
            self._fail(self._words_of_broken())

    def _words_of_broken(self) -> str:
        return self.tr("The pages could not be drawn. What is recorded is unharmed.")

    def _remarks(self) -> str:
        return " ".join(self._session.texts.say(remark) for remark in self._presenter.remarks)

    def _fail(self, sentence: str) -> None:
        self._drawing = None
        self._tell(sentence)
        self._show_place()

    def _tell(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _drop_drawing(self) -> None:
        if self._drawing is not None:
            self._drawing.cancel()
            self._drawing = None

    def _show_place(self) -> None:
        pages, count = self.pages, self.pages.count
        is_coming = self._drawing is not None or self._timer.isActive() or self._wanted() is None
        if is_coming and not _same(self._wanted(), self._drawn_of):
            words = self.tr("The pages are being drawn…")
        elif count:
            words = self.tr("Page {page} of {pages}").format(page=pages.page + 1, pages=count)
        else:
            words = ""
        self.place.set_fact(words)
        pages.setAccessibleName(f"{self.tr('Preview of the report')}. {words}")
        # Never disabled at the first or last page: that would take the keyboard away from whoever just pressed one.
        for button in self._buttons:
            button.setVisible(count > 0)


def _same(wanted: tuple[object, ...] | None, drawn: tuple[object, ...] | None) -> bool:
    """Say whether the pages drawn are those wanted; results by identity, as comparing them would take long."""
    if wanted is None or drawn is None:
        return False
    return wanted[0] is drawn[0] and wanted[1:] == drawn[1:]
