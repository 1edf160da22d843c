"""The ways from the step Needs to other survey tools: a button with a menu, and an offer for tables that are no form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu

from ui.plain_text import isolated
from ui.widgets.buttons import Button, IconButton
from ui.widgets.labels import IconLabel, Label

if TYPE_CHECKING:
    from fastmap.intake.survey import SurveyOutcome
    from fastmap.model.responses import FileOutcome
    from ui.pages.needs import NeedsPage
    from ui.pages.needs_mapping import SurveyAssistant
    from ui.session import SessionState

TABLES = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt"})
"""Suffixes of files that may be exports of survey tools."""


class SurveyImports(QObject):
    """Adds its widgets to the page and opens the assistant."""

    def __init__(self, page: NeedsPage) -> None:
        """Belong to ``page``, whose header, body and empty state are there already."""
        super().__init__(page)
        self._page = page
        self.assistant: SurveyAssistant | None = None
        """The one that is open, or the last one."""
        self._offered: Path | None = None
        self.button = Button("surveyTools", "table", parent=page)
        self.menu = QMenu(self.button)
        self.menu.setObjectName("surveyMenu")
        self.importing = QAction(self)
        self.writing = QAction(self)
        self.menu.addAction(self.importing)
        self.menu.addAction(self.writing)
        self.button.setMenu(self.menu)
        page.header.add_action(self.button)
        self.first = page.empty.add_other("importSurvey", "table")
        self.offer = QFrame(page)
        self.offer.setProperty("ground", "soft")
        self.offer.setObjectName("surveyOffer")
        row = QHBoxLayout(self.offer)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(10)
        self.offer_words = Label("body", wrap=True, parent=self.offer)
        self.accepting = Button("surveyOfferAccept", parent=self.offer)
        self.closing = IconButton("surveyOfferClose", "x", parent=self.offer)
        row.addWidget(IconLabel("table", 20, "primary", parent=self.offer))
        row.addWidget(self.offer_words, 1)
        row.addWidget(self.accepting)
        row.addWidget(self.closing)
        page.body.insertWidget(0, self.offer)
        self.offer.hide()
        self.importing.triggered.connect(self.ask_for_survey)
        self.writing.triggered.connect(self.ask_for_questionnaire)
        self.first.clicked.connect(self.ask_for_survey)
        self.accepting.clicked.connect(self._accept_offer)
        self.closing.clicked.connect(self._close_offer)
        page.forms.ended.connect(self._look_for_surveys)
        page.session.closed.connect(self._close_offer)

    def show_state(self, state: SessionState) -> None:
        """Allow what can be done now."""
        can_take = state.can_edit and not self._page.forms.is_running
        self.importing.setEnabled(can_take)
        self.accepting.setEnabled(can_take)
        self.first.setEnabled(can_take)

    def retranslate(self) -> None:
        """Set every text."""
        self.button.setText(self.tr("Other survey tools"))
        self.importing.setText(self.tr("Import answers from another tool…"))
        self.writing.setText(self.tr("Questionnaire for LimeSurvey or Kobo…"))
        self.first.setText(self.tr("From another survey tool…"))
        self.accepting.setText(self.tr("Say what its columns mean…"))
        self.closing.set_words(self.tr("Close this offer"))
        self._word_offer()

    # --- answers ------------------------------------------------------------------------------------------------------

    def ask_for_survey(self) -> None:
        """Ask for an export of another tool and open the assistant on it."""
        from ui.frame import asking
        from ui.pages.needs_asking import survey_to_import

        path = survey_to_import(self._page, asking.documents_folder())
        if path is not None:
            self.open(path)

    def open(self, path: Path) -> None:
        """Open the assistant on a file."""
        from ui.pages.needs_mapping import SurveyAssistant

        if not self._page.session.state.can_edit:
            return
        assistant = SurveyAssistant(self._page.session, path, parent=self._page)
        assistant.taken.connect(self._show_taken)
        assistant.finished.connect(assistant.deleteLater)
        assistant.finished.connect(self._forget)
        self.assistant = assistant
        assistant.open()

    def _forget(self) -> None:
        self.assistant = None

    def _show_taken(self, outcome: SurveyOutcome) -> None:
        from fastmap.model.choices import ImportState
        from fastmap.tasks.importing import outcomes_of_survey

        page = self._page
        if not page.session.is_open:
            return
        self._close_offer()
        if not outcome.responses:
            page.say.emit("neutral", self.tr("Every answer of this file is in the assessment already."))
            return
        outcomes = outcomes_of_survey(outcome)
        page.forms.outcomes = outcomes
        page.refresh(page.session.state)
        page.open_tab(2)  # the last import; the page's own names cannot be imported from here
        waiting = sum(one.state is ImportState.TO_CHECK for one in outcomes)
        taken = self.tr("%n answer(s) taken", "", len(outcomes))
        needs = self.tr("%n need(s)", "", outcome.needs)
        check = self.tr("{count} to check").format(count=waiting)
        page.say.emit("good", f"{taken}: {needs}, {check}.")

    # --- the offer ----------------------------------------------------------------------------------------------------

    def _look_for_surveys(self, outcomes: tuple[FileOutcome, ...]) -> None:
        """Offer the assistant for tables that are no form; open it where somebody chose just one such file."""
        from fastmap.model.choices import ImportState

        tables = [
            Path(outcome.path)
            for outcome in outcomes
            if outcome.state is ImportState.NOT_A_FORM and Path(outcome.path).suffix.lower() in TABLES
        ]
        self._offered = next(iter(tables), None)
        self._word_offer()
        if self._offered is not None and len(outcomes) == 1:
            self.open(self._offered)

    def _word_offer(self) -> None:
        self.offer.setVisible(self._offered is not None)
        if self._offered is not None:
            words = self.tr("“{name}” is a table, but not our form. Are these answers from another survey tool?")
            self.offer_words.setText(words.replace("{name}", isolated(self._offered.name)))

    def _accept_offer(self) -> None:
        if self._offered is not None:
            self.open(self._offered)

    def _close_offer(self) -> None:
        self._offered = None
        self.offer.hide()

    # --- the questionnaire --------------------------------------------------------------------------------------------

    def ask_for_questionnaire(self) -> None:
        """Open the dialog that writes the questionnaire for another tool."""
        from ui.pages.needs_mapping_questionnaire import QuestionnaireDialog

        dialog = QuestionnaireDialog(self._page.session, parent=self._page)
        dialog.written.connect(lambda sentence: self._page.say.emit("good", sentence))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
