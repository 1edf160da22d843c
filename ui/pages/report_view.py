"""The report: choices at the left, the pages they give at the right, and writing it all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from fastmap.report.audiences import CHOICES, Audience
from ui.pages.report_options import Options
from ui.pages.report_presenter import ReportPresenter, missing_parts
from ui.pages.report_preview_card import PreviewCard
from ui.pages.report_writing import ReportWriting
from ui.theme.theme import current
from ui.widgets.buttons import PrimaryButton
from ui.widgets.cards import scrolling
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from ui.pages.report_choices import Choices
    from ui.session import Session, SessionState

_OPTIONS_WIDTH = 332
_LEAST_PAGES = 372
"""Width at 100 % that choices leave to the pages when they take more, for chapters to stand in two columns."""
_SCROLL_BAR = 22
_NARROW = 592
"""Width at 100 % below which choices and pages do not fit side by side."""
_QT_WIDEST = 16_777_215


class ReportView(QWidget):
    """Shows what is chosen, and has pages drawn and files written of it."""

    step_wanted = Signal(str)
    texts_wanted = Signal()
    """The texts to clear."""
    said = Signal(str, str)
    written = Signal()
    """When a report was last written has changed."""

    def __init__(self, session: Session, packing: PrimaryButton, *, parent: QWidget) -> None:
        """``packing`` is the page's button that writes everything for the audience."""
        super().__init__(parent)
        self._session = session
        self.presenter = ReportPresenter(session)
        self.packing = packing
        self.writing = ReportWriting(session, self.presenter, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.writing.progress)
        column.addWidget(self.writing.outcome)
        self.parts = Segments("reportParts", ("choices", "pages"), parent=self)
        self.parts.choose("choices")
        column.addWidget(self.parts, 0, Qt.AlignmentFlag.AlignLeft)
        across = QHBoxLayout()
        across.setSpacing(8)
        self.options = Options()
        self.side = scrolling(self.options, name="reportOptions", parent=self)
        self.preview = PreviewCard(session, self.presenter, parent=self)
        across.addWidget(self.side)
        across.addWidget(self.preview, 1)
        column.addLayout(across, 1)
        self._connect()
        current().changed.connect(self._fit)
        self._fit()

    def _connect(self) -> None:
        writing, options = self.writing, self.options
        self.packing.clicked.connect(writing.write_pack)
        self.parts.chosen.connect(lambda _: self._fit())
        self.preview.drawn.connect(self._show_empty)
        writing.began.connect(self._allow_writing)
        writing.written.connect(self._note_written)
        writing.ended.connect(self._end_writing)
        writing.said.connect(self.said)
        options.kinds_wanted.connect(writing.write_kinds)
        options.audience_chosen.connect(self._choose_audience)
        options.chapters.chosen.connect(lambda chapters: self.choose(chapters=chapters))
        options.chapters.usual_wanted.connect(self._choose_usual_chapters)
        options.edition_chosen.connect(lambda anonymous: self.choose(anonymous=anonymous))
        options.language_chosen.connect(lambda language: self.choose(language=language))
        options.kinds_chosen.connect(lambda kinds: self.choose(kinds=kinds))
        options.annex_chosen.connect(lambda annex: self.choose(annex=annex))
        options.k_chosen.connect(self.presenter.choose_k)
        options.texts_wanted.connect(self.texts_wanted)
        options.folder_wanted.connect(self._choose_folder)
        options.page_wanted.connect(self.step_wanted)

    # --- place --------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show choices and pages side by side, or one of them where there is little room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self.width() < current().px(_NARROW)
        shows_pages = self.parts.key == "pages"
        self.parts.setVisible(is_narrow)
        self.side.setVisible(not is_narrow or not shows_pages)
        self.preview.setVisible(not is_narrow or shows_pages)
        wide = self._options_width()
        self.side.setMinimumWidth(0 if is_narrow else wide)
        self.side.setMaximumWidth(_QT_WIDEST if is_narrow else wide)

    def _options_width(self) -> int:
        """Return how wide the choices are: as chapters in two columns need, if the pages keep enough."""
        px = current().px
        wanted = self.options.chapters.wide_enough() + px(_SCROLL_BAR)
        return wanted if px(_OPTIONS_WIDTH) < wanted <= self.width() - px(_LEAST_PAGES) else px(_OPTIONS_WIDTH)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the pages once somebody looks."""
        super().showEvent(event)
        self._want_pages()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let a drawing go that nobody waits for."""
        super().hideEvent(event)
        self.preview.stop()

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show choices and what is missing; have the pages drawn anew where they would differ."""
        self._show_choices(state)
        self.options.show_missing(missing_parts(state.snapshot))
        self._want_pages()

    def retranslate(self) -> None:
        """Set every text."""
        self.packing.setText(self._pack_words()[self.presenter.choices.audience])
        self.parts.set_words(self.tr("Parts of the page"), {"choices": self.tr("Choices"), "pages": self.tr("Pages")})
        self.options.retranslate()
        texts = self._session.texts
        self.options.chapters.set_words(
            {key: texts.term(f"report.sheet.{key}") for key in CHOICES},
            {key: texts.term(f"report.section.{key}") for key in CHOICES},
        )
        self._show_empty()
        self.preview.retranslate()
        self._fit()

    def _want_pages(self) -> None:
        if self.isVisible():
            self.preview.want_pages()

    def _show_choices(self, state: SessionState) -> None:
        choices = self.presenter.choices
        self.options.show_choices(choices, self._edition_words(state, choices))
        if choices.anonymous:
            found = self.presenter.anonymity()
            self.options.privacy.show_choice(found.numbers, found.k, found.warnings, can_edit=state.can_edit)
        self._show_empty()
        self.packing.setText(self._pack_words()[choices.audience])
        self._allow_writing()

    def _allow_writing(self) -> None:
        choices = self.presenter.choices
        has_results = self._session.state.results is not None
        can_write = choices.folder.is_dir() and has_results and not self.writing.is_running
        has_kind = bool(choices.kinds or choices.annex)
        self.packing.setEnabled(can_write)
        self.options.writing_kinds.setEnabled(can_write and has_kind)
        self.options.writing_kinds.setToolTip("" if has_kind else self.tr("Choose what to write first."))

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
        texts, chosen = self._session.texts, self.presenter.choices.chapters
        self.options.chapters.show_empty(
            [texts.term(f"report.sheet.{key}") for key in self.presenter.empty if key in chosen]
        )

    # --- choosing -----------------------------------------------------------------------------------------------------

    def choose(
        self,
        *,
        anonymous: bool | None = None,
        chapters: frozenset[str] | None = None,
        language: str | None = None,
        kinds: tuple[str, ...] | None = None,
        folder: Path | None = None,
        annex: bool | None = None,
    ) -> None:
        """Choose what is given; everything else stays."""
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
        self._show_choices(self._session.state)
        self._want_pages()

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Folder for the reports"), str(self.presenter.choices.folder)
        )
        if chosen:
            self.choose(folder=Path(chosen))

    # --- after writing ------------------------------------------------------------------------------------------------

    def _note_written(self) -> None:
        self._show_choices(self._session.state)
        self.written.emit()

    def _end_writing(self) -> None:
        self._show_choices(self._session.state)
        if not self.writing.outcome.isHidden():
            self.packing.setFocus()
