"""The step *Report*: keep the funder's figures; choose who reads the report, look at its pages, write it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fastmap.report.audiences import CHOICES, Audience
from ui.pages.page import Page, StepFact
from ui.pages.report_options import Options
from ui.pages.report_outcome import OutcomeStrip
from ui.pages.report_presenter import ReportPresenter, missing_parts, report_fact
from ui.pages.report_preview import PageView
from ui.plain_text import isolated
from ui.theme.theme import current
from ui.translating import clock_time
from ui.widgets.buttons import IconButton, PrimaryButton
from ui.widgets.cards import Card, scrolling
from ui.widgets.labels import FactLabel, Label
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from fastmap.errors import FastmapError
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
    from fastmap.progress import Progress, ProgressListener
    from ui.pages.report_choices import Choices
    from ui.pages.report_kpis import FiguresView
    from ui.pages.report_texts import TextsView
    from ui.session import SessionState
    from ui.work import Job

_OPTIONS_WIDTH = 332
_LEAST_PAGES = 420
"""Width at 100 % that choices leave to the pages when they take more, for chapters to stand in two columns."""
_SCROLL_BAR = 22
_NARROW = 640
"""Width of the page at 100 % below which choices and pages do not fit side by side."""
_QT_WIDEST = 16_777_215
_PREVIEW_AFTER_MS = 250
"""So long after the last choice the pages are drawn anew."""


class ReportPage(Page):
    """Two views: the report, with choices at the left and pages at the right; and the funder's figures."""

    key = "report"

    def build(self) -> None:
        """Make choices, preview, progress and outcome."""
        self.presenter = ReportPresenter(self.session)
        self._drawn_of: tuple[object, ...] | None = None
        self._drawing: Job | None = None
        self._writing: Job | None = None
        self._again: Callable[[], None] = self._write_pack
        self.packing = PrimaryButton("writePack", "package", parent=self)
        self.entering = PrimaryButton("enterKpi", "plus", parent=self)
        self.header.add_action(self.entering)
        self.header.add_action(self.packing)
        self.views = Segments("reportViews", ("report", "texts", "figures"), parent=self)
        self.body.addWidget(self.views, 0, Qt.AlignmentFlag.AlignLeft)
        self._views = QStackedWidget(self)
        self.body.addWidget(self._views, 1)
        self._views.addWidget(self._report_view())
        self._figures: FiguresView | None = None
        self._texts: TextsView | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PREVIEW_AFTER_MS)
        self._timer.timeout.connect(self._draw)
        self._connect()
        current().changed.connect(self._fit)
        self._fit()

    def _report_view(self) -> QWidget:
        view = QWidget(self._views)
        column = QVBoxLayout(view)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.progress = ProgressPanel("reportProgress", parent=self)
        self.outcome = OutcomeStrip(parent=self)
        column.addWidget(self.progress)
        column.addWidget(self.outcome)
        self.parts = Segments("reportParts", ("choices", "pages"), parent=self)
        self.parts.choose("choices")
        column.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        across = QHBoxLayout()
        across.setSpacing(8)
        self.options = Options()
        self.writing = self.options.writing_kinds
        self._side = scrolling(self.options, name="reportOptions", parent=self)
        self._preview = self._preview_card()
        across.addWidget(self._side)
        across.addWidget(self._preview, 1)
        column.addLayout(across, 1)
        return view

    def _preview_card(self) -> Card:
        card = Card("reportPreviewCard", parent=self)
        card.body.setContentsMargins(1, 8, 1, 1)
        card.body.setSpacing(8)
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 0, 10, 0)
        bar.setSpacing(4)
        self.place = FactLabel("heading", parent=card)
        self.place.setObjectName("reportPlace")
        self.back = IconButton("previousReportPage", "caret-up", parent=card)
        self.forward = IconButton("nextReportPage", "caret-down", parent=card)
        self.smaller = IconButton("smallerReport", "magnifying-glass-minus", parent=card)
        self.larger = IconButton("largerReport", "magnifying-glass-plus", parent=card)
        self.fitting = IconButton("fitReportWidth", "arrows-out-line-horizontal", parent=card)
        bar.addWidget(self.place, 1)
        for widget in (self.back, self.forward, self.smaller, self.larger, self.fitting):
            bar.addWidget(widget)
        card.body.addLayout(bar)
        self.trouble = Label("body", wrap=True, parent=card)
        self.trouble.setContentsMargins(14, 0, 14, 0)
        self.trouble.hide()
        card.body.addWidget(self.trouble)
        self.pages = PageView("reportPages", parent=card)
        card.body.addWidget(self.pages, 1)
        return card

    def _connect(self) -> None:
        self.packing.clicked.connect(self._write_pack)
        self.entering.clicked.connect(self._enter_value)
        self.views.chosen.connect(self._show_view)
        self.parts.chosen.connect(lambda _: self._fit())
        self.progress.cancel_wanted.connect(self._stop_writing)
        self.outcome.not_opened.connect(self._tell_not_opened)
        self.outcome.again_wanted.connect(self._write_again)
        options, pages = self.options, self.pages
        options.kinds_wanted.connect(self._write_kinds)
        options.audience_chosen.connect(self._choose_audience)
        options.chapters.chosen.connect(lambda chapters: self._choose(chapters=chapters))
        options.chapters.usual_wanted.connect(self._choose_usual_chapters)
        options.edition_chosen.connect(lambda anonymous: self._choose(anonymous=anonymous))
        options.language_chosen.connect(lambda language: self._choose(language=language))
        options.kinds_chosen.connect(lambda kinds: self._choose(kinds=kinds))
        options.annex_chosen.connect(lambda annex: self._choose(annex=annex))
        options.k_chosen.connect(self.presenter.choose_k)
        options.texts_wanted.connect(lambda: self._go_to_view("texts"))
        options.folder_wanted.connect(self._choose_folder)
        options.page_wanted.connect(self.go_to)
        pages.page_changed.connect(self._show_place)
        pages.zoomed.connect(self._show_place)
        self.back.clicked.connect(lambda: pages.go_to_page(pages.page - 1))
        self.forward.clicked.connect(lambda: pages.go_to_page(pages.page + 1))
        self.smaller.clicked.connect(lambda: pages.zoom_by(-1))
        self.larger.clicked.connect(lambda: pages.zoom_by(1))
        self.fitting.clicked.connect(pages.fit_width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show choices and pages side by side, or one of them where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = current().px
        self.packing.setVisible(self.views.key == "report")
        self.entering.setVisible(self.views.key == "figures")
        is_narrow = self.width() < px(_NARROW)
        shows_pages = self.parts.key == "pages"
        self.parts.setVisible(is_narrow)
        self._side.setVisible(not is_narrow or not shows_pages)
        self._preview.setVisible(not is_narrow or shows_pages)
        wide = self._options_width()
        self._side.setMinimumWidth(0 if is_narrow else wide)
        self._side.setMaximumWidth(_QT_WIDEST if is_narrow else wide)

    def _options_width(self) -> int:
        """Return how wide the choices are: as chapters in two columns need, if the pages keep enough."""
        px = current().px
        wanted = self.options.chapters.wide_enough() + px(_SCROLL_BAR)
        return wanted if px(_OPTIONS_WIDTH) < wanted <= self.width() - px(_LEAST_PAGES) else px(_OPTIONS_WIDTH)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show choices and what is missing; have the pages drawn anew where they would differ."""
        self._show_choices(state)
        self.options.show_missing(missing_parts(state.snapshot))
        self.entering.setEnabled(state.can_edit)
        if self.views.key == "figures":
            self.figures.show_state(state)
        elif self.views.key == "texts":
            self.texts.show_state(state)
        self._want_pages()

    def _go_to_view(self, view: str) -> None:
        self.views.choose(view)
        self._show_view(view)

    def _show_view(self, view: str) -> None:
        if view == "figures":
            self.figures.show_state(self.session.state)
            self._views.setCurrentWidget(self.figures)
        elif view == "texts":
            self.texts.show_state(self.session.state)
            self._views.setCurrentWidget(self.texts)
        else:
            self._views.setCurrentIndex(0)
        self._set_head()
        self._fit()
        if view == "report":
            self._want_pages()

    def _enter_value(self) -> None:
        self.figures.enter_value()

    @property
    def figures(self) -> FiguresView:
        """The ledger, made when it is first looked at: what it needs takes time to load."""
        if self._figures is None:
            from ui.pages.report_kpis import FiguresView

            self._figures = FiguresView(self.session, parent=self._views)
            self._figures.said.connect(self.say)
            self._figures.retranslate()
            self._views.addWidget(self._figures)
        return self._figures

    @property
    def texts(self) -> TextsView:
        """The texts to clear, made when they are first looked at."""
        if self._texts is None:
            from ui.pages.report_texts import TextsView

            self._texts = TextsView(self.session, parent=self._views)
            self._texts.retranslate()
            self._views.addWidget(self._texts)
        return self._texts

    def _show_choices(self, state: SessionState) -> None:
        choices = self.presenter.choices
        self.options.show_choices(choices, self._edition_words(state, choices))
        if choices.anonymous:
            found = self.presenter.anonymity()
            self.options.privacy.show_choice(found.numbers, found.k, found.warnings, can_edit=state.can_edit)
        self._show_empty()
        self.packing.setText(self._pack_words()[choices.audience])
        can_write = choices.folder.is_dir() and state.results is not None and self._writing is None
        self.packing.setEnabled(can_write)
        self.writing.setEnabled(can_write and bool(choices.kinds or choices.annex))
        self.writing.setToolTip("" if choices.kinds or choices.annex else self.tr("Choose what to write first."))

    def _edition_words(self, state: SessionState, choices: Choices) -> str:
        if choices.anonymous:
            return state.texts.get("report.banner.anonymous", k=self.presenter.anonymity().k)
        if choices.names_are_unusual:
            return self.tr(
                "You chose to name firms before readers who usually get no names. Do so only if every firm agreed. "
                "This is not remembered."
            )
        return state.texts.term(f"report.banner.named_for.{choices.audience}")

    def _pack_words(self) -> dict[Audience, str]:
        return {
            Audience.BOARD: self.tr("Write board pack"),
            Audience.MEMBERS: self.tr("Write members pack"),
            Audience.FUNDER: self.tr("Write funder pack"),
            Audience.PUBLIC: self.tr("Write public pack"),
        }

    def _show_empty(self) -> None:
        """Name the chapters that had nothing to show when the pages were drawn, as far as they are still chosen."""
        texts, chosen = self.session.texts, self.presenter.choices.chapters
        self.options.chapters.show_empty(
            [texts.term(f"report.sheet.{key}") for key in self.presenter.empty if key in chosen]
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the pages once somebody looks."""
        super().showEvent(event)
        self._want_pages()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let a drawing go that nobody waits for."""
        super().hideEvent(event)
        self._timer.stop()
        self._drop_drawing()

    # --- preview ------------------------------------------------------------------------------------------------------

    def _wanted(self) -> tuple[object, ...] | None:
        """Return what the pages depend on; ``None`` while it is not known."""
        if not self.session.is_open:
            return None
        state, choices = self.session.state, self.presenter.choices
        if state.results is None or not state.results_are_current:
            return None
        return (state.results, choices.audience, choices.anonymous, choices.chapters, choices.language)

    def _want_pages(self) -> None:
        wanted = self._wanted()
        if not self.isVisible() or self.views.key != "report" or (wanted is not None and _same(wanted, self._drawn_of)):
            return
        self._drop_drawing()
        self.pages.mark_old(True)
        self._timer.start()
        self._show_place()

    def _draw(self) -> None:
        wanted = self._wanted()
        if wanted is None or not self.isVisible():
            return
        results = self.session.state.results
        assert results is not None  # part of what is wanted
        job = self.session.pool.start(self.presenter.preview(results))
        self._drawing = job
        job.done.connect(lambda pngs: self._take_pages(job, wanted, pngs))
        job.failed.connect(lambda error: self._tell_no_pages(job, error))
        self._show_place()

    def _take_pages(self, job: Job, drawn_of: tuple[object, ...], pngs: tuple[bytes, ...]) -> None:
        if job is not self._drawing:
            return
        self._drawing = None
        self._drawn_of = drawn_of
        self.trouble.hide()
        self.pages.show_pages(pngs)
        self._show_place()
        self._show_empty()

    def _tell_no_pages(self, job: Job, error: FastmapError) -> None:
        if job is self._drawing:
            self._drawing = None
            self.trouble.setText(self.session.texts.say(error.message))
            self.trouble.show()
            self._show_place()

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
        for widget in (self.back, self.forward, self.smaller, self.larger, self.fitting):
            widget.setVisible(count > 0)

    # --- choosing -----------------------------------------------------------------------------------------------------

    def _choose(
        self,
        *,
        anonymous: bool | None = None,
        chapters: frozenset[str] | None = None,
        language: str | None = None,
        kinds: tuple[str, ...] | None = None,
        folder: Path | None = None,
        annex: bool | None = None,
    ) -> None:
        self.presenter.choose(
            anonymous=anonymous, chapters=chapters, language=language, kinds=kinds, folder=folder, annex=annex
        )
        self._after_choice()

    def _choose_audience(self, audience: str) -> None:
        self.presenter.choose_audience(Audience(audience))
        self._after_choice()

    def _choose_usual_chapters(self) -> None:
        self.presenter.choose_usual_chapters()
        self._after_choice()

    def _after_choice(self) -> None:
        self._show_choices(self.session.state)
        self._want_pages()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Folder for the reports"), str(self.presenter.choices.folder)
        )
        if chosen:
            self._choose(folder=Path(chosen))

    # --- writing ------------------------------------------------------------------------------------------------------

    def _write_pack(self) -> None:
        self._write(self.presenter.packing)

    def _write_kinds(self) -> None:
        self._write(self.presenter.writing)

    def _write_again(self) -> None:
        self._again()

    def _write(self, work_on: Callable[[Results], Callable[[ProgressListener], object]]) -> None:
        results = self.session.state.results
        if results is None or self._writing is not None:
            return
        self._again = lambda: self._write(work_on)
        self.outcome.hide()
        self.progress.begin(self.tr("Writing reports"), self.tr("Cancel"))
        job = self.session.pool.start(work_on(results))
        self._writing = job
        self.writing.setEnabled(False)
        self.packing.setEnabled(False)
        job.progressed.connect(self._show_progress)
        job.done.connect(lambda _: self._after_writing(stopped=False))
        job.cancelled.connect(lambda: self._after_writing(stopped=True))
        job.failed.connect(self.session.failed)
        job.finished.connect(self._end_writing)

    def _show_progress(self, step: Progress) -> None:
        total = step.total or 0
        count = self.tr("{done} of {total}").format(done=step.done, total=total)
        self.progress.show_step(self.tr("Writing reports"), step.done, step.total, count)

    def _stop_writing(self) -> None:
        if self._writing is not None:
            self._writing.cancel()

    def _end_writing(self) -> None:
        self._writing = None
        self.progress.hide()
        if self.session.is_open:
            self._show_choices(self.session.state)
            if not self.outcome.isHidden():
                self.packing.setFocus()

    def _after_writing(self, *, stopped: bool) -> None:
        if not self.session.is_open:
            return
        state, outcomes = self.session.state, self.presenter.outcomes
        written = sum(outcome.error is None for outcome in outcomes)
        folder = self.presenter.written_to
        if written:
            self.presenter.note_written(state)
            self._show_choices(state)
            self.fact_changed.emit()
        if not outcomes and not stopped:
            return
        self.outcome.show_outcomes(outcomes, folder, self._sentence(written, len(outcomes), stopped), state.texts)

    def _sentence(self, written: int, tried: int, stopped: bool) -> str:  # noqa: FBT001 - one of three facts
        if not written:
            return self.tr("Stopped. Nothing was written.") if stopped else self.tr("Nothing was written.")
        written_to = self.presenter.written_to
        folder = isolated(written_to.name or str(written_to))
        if stopped:
            words = self.tr("Stopped. What was written before stays in {folder}.")
        elif written < tried:
            words = self.tr("{time}: only part of it was written to {folder}. What was there before is unchanged.")
        else:
            words = self.tr("Written {time} to {folder}.")
        now = clock_time(datetime.now().astimezone())
        return words.replace("{time}", now).replace("{folder}", folder)

    def _tell_not_opened(self, path: str) -> None:
        words = self.tr("No program opened it. It lies here: {path}")
        self.say.emit("warn", words.replace("{path}", isolated(path)))

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self._set_head()
        self.packing.setText(self._pack_words()[self.presenter.choices.audience])
        self.entering.setText(self.tr("Enter a value"))
        self.views.set_words(
            self.tr("What the page shows"),
            {
                "report": self.tr("Report"),
                "texts": self.tr("Texts to clear"),
                "figures": self.tr("Funder figures"),
            },
        )
        if self._texts is not None:
            self._texts.retranslate()
        if self._figures is not None:
            self._figures.retranslate()
        self.parts.set_words(self.tr("Parts of the page"), {"choices": self.tr("Choices"), "pages": self.tr("Pages")})
        self.options.retranslate()
        texts = self.session.texts
        self.options.chapters.set_words(
            {key: texts.term(f"report.sheet.{key}") for key in CHOICES},
            {key: texts.term(f"report.section.{key}") for key in CHOICES},
        )
        self._show_empty()
        self.back.set_words(self.tr("Previous page"))
        self.forward.set_words(self.tr("Next page"))
        self.smaller.set_words(self.tr("Smaller"))
        self.larger.set_words(self.tr("Larger"))
        self.fitting.set_words(self.tr("Fit width"))
        self._show_place()
        self._fit()

    def _set_head(self) -> None:
        if self.views.key == "figures":
            words = self.tr("Keep targets, values and their evidence for your funder.")
        elif self.views.key == "texts":
            words = self.tr("Decide text by text what an anonymous edition may quote.")
        else:
            words = self.tr("Choose who reads it, look at its pages, and write everything for them in one go.")
        self.header.set_words(self.title(), words)

    @staticmethod
    def fact(snapshot: Snapshot, results: Results | None) -> StepFact:  # noqa: ARG004 - the same for all pages
        """Say when a report was last written."""
        return report_fact(snapshot)

    def help_text(self) -> str:
        """Return the help of F1."""
        return self.tr(
            "Who reads it proposes the edition and the chapters; you may choose others. The named edition names firms and "
            "quotes their answers. The anonymous one names no firm, shows no figure from too few of them, and leaves out "
            "what would give one away. How figures are worked out, their limits and sources are always in.\n\n"
            "A pack is one folder with the PDF, the workbook, pictures, open data, and a README that says what each file "
            "is and who may have it. It is written whole or not at all. An older pack of the same day gives way only if "
            "nobody changed it; else the new one gets a number.\n\n"
            "The language of the report is independent of the language of the screen. The pages at the right are those "
            "of the PDF; Page Up and Page Down turn them, + and − make them larger or smaller, 0 fits the width.\n\n"
            "“Write only these” writes the files that are ticked: if one is open elsewhere or the disk is full, the old "
            "one stays as it was and the others are written all the same. Publish one anonymous edition per round.\n\n"
            "The confidential annex is for whoever audits the project: participants with registration numbers and SME "
            "status, hours, evidence, consents and a list to sign. It has to be chosen each time, and it is never "
            "written together with an anonymous edition.\n\n"
            "Funder figures: open an indicator to say where it stood, what you promised and what each period brought. "
            "An organisation that comes again under the same indicator counts once, and what looks doubtful is said "
            "beside it. Nothing recorded is not zero."
        )


def _same(wanted: tuple[object, ...] | None, drawn: tuple[object, ...] | None) -> bool:
    """Say whether the pages drawn are those wanted; results by identity, as comparing them would take long."""
    if wanted is None or drawn is None:
        return False
    return wanted[0] is drawn[0] and wanted[1:] == drawn[1:]
