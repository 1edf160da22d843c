"""Asking for which survey tool, in which languages, and where the questionnaire goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.pages.needs_mapping_words import language_names
from ui.plain_text import isolated, literal
from ui.theme.theme import current
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.check_box import CheckBox
from ui.widgets.dialog_foot import dialog_foot
from ui.widgets.labels import Label
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from ui.session import Session

LIMESURVEY, KOBO = "limesurvey", "kobo"


class QuestionnaireDialog(QDialog):
    """Writes one file for one tool."""

    written = Signal(str)
    """A sentence that says where it is."""

    def __init__(self, session: Session, *, parent: QWidget | None = None) -> None:
        """Propose every language there are texts in."""
        super().__init__(parent)
        self.setObjectName("questionnaireDialog")
        from fastmap.catalogue.texts import shipped_languages

        self._session = session
        usual = session.state.snapshot.info.language
        self._codes = tuple(sorted(shipped_languages(), key=lambda code: code != usual))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        self._title = Label("card", wrap=True, parent=self)
        self._help = Label("body", wrap=True, parent=self)
        self._help.set_muted(True)
        self.tool = Segments("questionnaireTool", (LIMESURVEY, KOBO), parent=self)
        self._how = Label("secondary", wrap=True, parent=self)
        self._how.setMinimumHeight(0)
        self._languages_title = Label("key", wrap=True, parent=self)
        self.languages = {code: CheckBox(f"questionnaire_{code}", parent=self) for code in self._codes}
        self._problem = Label("body", wrap=True, parent=self)
        self._problem.setProperty("complaint", "true")
        self._problem.hide()
        for widget in (self._title, self._help, self.tool, self._how, self._languages_title):
            column.addWidget(widget)
        for box in self.languages.values():
            box.setChecked(True)
            column.addWidget(box)
        column.addWidget(self._problem)
        column.addStretch(1)
        self.cancelling = Button("questionnaireCancel", parent=self)
        self.writing = PrimaryButton("questionnaireWrite", "floppy-disk", parent=self)
        self.writing.setDefault(True)
        column.addLayout(dialog_foot(self.cancelling, self.writing))
        self.tool.chosen.connect(lambda _: self._word_tool())
        self.cancelling.clicked.connect(self.reject)
        self.writing.clicked.connect(self._write)
        self._retranslate()
        self.setMinimumWidth(current().px(560))
        self.writing.setFocus()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Questionnaire for another survey tool"))
        self._title.setText(self.tr("The questions of our form, in your survey tool"))
        self._help.setText(
            self.tr(
                "For clusters that send online surveys. The codes of the questions are known here: when the answers "
                "come back, import them with Other survey tools and every column is recognised."
            )
        )
        self.tool.set_words(self.tr("Which tool"), {LIMESURVEY: "LimeSurvey", KOBO: "Kobo / ODK"})
        self._languages_title.setText(self.tr("Languages"))
        names = language_names(self._codes)
        for code, box in self.languages.items():
            box.setText(literal(names[code]))
        self.cancelling.setText(self.tr("Cancel"))
        self.writing.setText(self.tr("Save questionnaire…"))
        self._word_tool()

    def _word_tool(self) -> None:
        how = {
            LIMESURVEY: self.tr("In LimeSurvey: Create survey, Import, and choose the file (.txt)."),
            KOBO: self.tr("In Kobo: New, Upload an XLSForm, and choose the file (.xlsx)."),
        }
        self._how.setText(how[self.tool.key])

    def _write(self) -> None:
        from fastmap.errors import FastmapError
        from ui.pages.needs_asking import place_for_questionnaire

        chosen = [code for code, box in self.languages.items() if box.isChecked()]
        if not chosen:
            self._complain(self.tr("Choose at least one language."))
            return
        is_lime = self.tool.key == LIMESURVEY
        suffix = ".txt" if is_lime else ".xlsx"
        folder = self._session.state.path.parent
        ending = self.tr("questionnaire")
        name = f"{self._session.state.path.stem} {ending}{suffix}"
        kinds = self.tr("Survey structure (*.txt)") if is_lime else self.tr("XLSForm (*.xlsx)")
        target = place_for_questionnaire(self, folder / name, kinds)
        if target is None:
            return
        try:
            self._save(target, chosen, is_lime=is_lime)
        except FastmapError as error:
            self._complain(self._session.texts.say(error.message))
            return
        self.accept()
        self.written.emit(self.tr("The questionnaire is in {file}.").replace("{file}", isolated(str(target))))

    def _save(self, target: Path, languages: list[str], *, is_lime: bool) -> None:
        from exports.questionnaire_kobo import write_kobo
        from exports.questionnaire_limesurvey import write_limesurvey
        from fastmap.tasks.sending import questionnaire_contents

        contents = questionnaire_contents(self._session.assessment, languages)
        (write_limesurvey if is_lime else write_kobo)(target, contents)

    def _complain(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.show()
