"""The mapping assistant: answers of another survey tool, from the file to one change that can be undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.needs_mapping_columns import ColumnsView
from ui.pages.needs_mapping_file import FileView
from ui.pages.needs_mapping_result import ResultView
from ui.pages.needs_mapping_words import SurveyWords
from ui.pages.needs_mapping_work import SurveyWork
from ui.plain_text import isolated, literal
from ui.theme.theme import current, restyle
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.labels import FactLabel, IconLabel, Label
from ui.widgets.segments import Segments

if TYPE_CHECKING:
    from fastmap.errors import FastmapError
    from fastmap.intake.survey import SurveyOutcome
    from ui.session import Session

FILE, COLUMNS, RESULT = "file", "columns", "result"
_VIEWS = (FILE, COLUMNS, RESULT)
_ICONS = {"good": "check-circle", "warn": "warning", "bad": "warning-circle", "neutral": "info"}


class SurveyAssistant(QDialog):
    """Three views over one file: sheet and rows, columns, result. Nothing is changed before Import."""

    taken = Signal(object)
    """The `SurveyOutcome` that is now in the assessment."""

    def __init__(self, session: Session, path: Path, *, parent: QWidget | None = None) -> None:
        """Begin to read ``path``."""
        super().__init__(parent)
        self.setObjectName("surveyAssistant")
        self._session = session
        self._words = SurveyWords(self)
        self._was_opened = False
        self._is_taking = False
        self.work = SurveyWork(session, path, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(12)
        self.title = Label("card", wrap=True, parent=self)
        self.file = FactLabel("secondary", path.name, parent=self)
        self.notice = QFrame(self)
        self.notice.setObjectName("surveyNotice")
        inner = QHBoxLayout(self.notice)
        inner.setContentsMargins(12, 8, 12, 8)
        inner.setSpacing(10)
        self._notice_icon = IconLabel("info", 20, "text2", parent=self.notice)
        self.notice_text = Label("body", wrap=True, parent=self.notice)
        inner.addWidget(self._notice_icon)
        inner.addWidget(self.notice_text, 1)
        self.views = Segments("surveyViews", _VIEWS, parent=self)
        self._stack = QStackedWidget(self)
        self.file_view = FileView(parent=self)
        self.columns = ColumnsView(parent=self)
        self.answers = ResultView(parent=self)
        for view in (self.file_view, self.columns, self.answers):
            self._stack.addWidget(view)
        self.summary = Label("key", wrap=True, parent=self)
        self.summary.setObjectName("surveySummary")
        self.who = Label("secondary", wrap=True, parent=self)
        self.keeping = Button("surveyKeepMapping", "floppy-disk", parent=self)
        self.cancelling = Button("surveyCancel", parent=self)
        self.taking = PrimaryButton("surveyTake", "check", parent=self)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.file)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(self.views)
        column.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        counted = QVBoxLayout()
        counted.setSpacing(2)
        counted.addWidget(self.summary)
        counted.addWidget(self.who)
        foot.addLayout(counted, 1)
        for button in (self.keeping, self.cancelling, self.taking):
            foot.addWidget(button)
        column.addLayout(foot)
        self._connect()
        self._retranslate()
        theme = current()
        room = parent.window().size() if parent is not None else None
        width, height = theme.px(1240), theme.px(720)
        if room is not None:
            width, height = min(width, max(room.width() - 40, 640)), min(height, max(room.height() - 40, 480))
        self.resize(width, height)
        self.show_view(FILE)
        self.work.list_sheets()

    def _connect(self) -> None:
        work = self.work
        work.listed.connect(self._show_list)
        work.opened.connect(self._show_sheet)
        work.planned.connect(self._show_plan)
        work.previewed.connect(self._show_preview)
        work.failed.connect(self._show_failure)
        work.taken.connect(self._end)
        work.busy.connect(self._show_busy)
        self._session.closed.connect(self.reject)
        self.views.chosen.connect(self.show_view)
        self.file_view.sheet_wanted.connect(self._open_sheet)
        self.file_view.headers_wanted.connect(work.head_by)
        self.file_view.reading_wanted.connect(lambda encoding, mark: work.read_as(encoding or None, mark or None))
        self.file_view.decimal_wanted.connect(lambda mark: work.set_plan(replace(work.plan, decimal=mark)))
        self.columns.columns_changed.connect(work.change_columns)
        self.columns.name_changed.connect(lambda name: work.set_plan(replace(work.plan, name=name)))
        self.columns.languages_changed.connect(lambda codes: work.set_plan(replace(work.plan, languages=codes)))
        self.keeping.clicked.connect(self._keep_mapping)
        self.cancelling.clicked.connect(self.reject)
        self.taking.clicked.connect(self._take)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_view(self, key: str) -> None:
        """Show one of the three views."""
        self.views.choose(key)
        self._stack.setCurrentIndex(_VIEWS.index(key))

    def _show_list(self) -> None:
        overview = self.work.overview
        assert overview is not None  # it was just listed
        best = overview.best
        self.file_view.show_overview(overview, best)
        if best is None:
            self._say("bad", self.tr("There is no sheet in this file."))
            return
        if best.kind.value != "answers" and len(overview.sheets) > 1:
            self._say("warn", self._no_answers(len(overview.sheets)))
        self._offer()
        # A workbook of statistics is browsed; nothing of it is read that nobody asked for.
        if best.kind.value == "answers" or len(overview.sheets) == 1:
            self.work.open_sheet(best.cells.name or None)

    def _no_answers(self, count: int) -> str:
        sentence = self.tr(
            "None of the %n sheets looks like answers, one row per respondent: they hold statistics or text. "
            "Choose a sheet to look at it all the same.",
            "",
            count,
        )
        return str(sentence)

    def _open_sheet(self, name: str) -> None:
        # Whoever chooses a sheet looks at it first.
        self._was_opened = True
        self.work.open_sheet(name or None)

    def _show_sheet(self) -> None:
        sheet = self.work.sheet
        assert sheet is not None  # it was just opened
        self.file_view.show_sheet(sheet)
        self._show_plan()
        if not self._was_opened and sheet.plan.names_skills:
            self.show_view(COLUMNS)
            self.columns.table.setFocus()
        self._was_opened = True

    def _show_plan(self) -> None:
        sheet = self.work.sheet
        assert sheet is not None  # a plan stands for a sheet
        self.columns.show_sheet(sheet)
        self._show_notice()
        self._offer()

    def _show_notice(self) -> None:
        sheet, overview = self.work.sheet, self.work.overview
        assert sheet is not None  # as above
        kinds = {row.cells.name: row.kind for row in overview.sheets} if overview is not None else {}
        kind = kinds.get(sheet.table.sheet.name)
        unsure = sum(not column.is_sure for column in sheet.plan.columns)
        warning = self._words.warning(kind, sheet.table.sheet.name) if kind is not None else ""
        if warning:
            self._say("warn", warning)
        elif not sheet.plan.names_skills:
            self._say("warn", self.tr("No column was recognised as naming skills. Say in Columns which one does."))
        elif sheet.is_remembered:
            self._say("good", self.tr("These headers came in before: what was chosen then is chosen again."))
        elif unsure:
            self._say("warn", self.tr("%n column(s) to look at: what they mean is a guess.", "", unsure))
        else:
            self._say("good", self.tr("Every column that is taken was recognised. Look it over and import."))

    def _show_preview(self) -> None:
        state = self._session.state
        survey = self.work.plan.name if self.work.sheet is not None else ""
        self.answers.show_outcome(self.work.outcome, survey, state.snapshot, state.texts)
        self._offer()

    def _show_failure(self, error: FastmapError) -> None:
        self._is_taking = False
        self._say("bad", self._session.texts.say(error.message))
        self._offer()

    def _show_busy(self, is_busy: bool) -> None:  # noqa: FBT001 - a signal's argument
        if is_busy:
            self.summary.setText(self.tr("Taking the answers…") if self._is_taking else self.tr("Reading…"))
            self.who.setText("")
            self.taking.setEnabled(False)
        else:
            self._offer()

    def _offer(self) -> None:
        """Say what an import would take, and allow it."""
        outcome, sheet = self.work.outcome, self.work.sheet
        has_new = outcome is not None and bool(outcome.responses)
        self.taking.setEnabled(has_new and self._session.state.can_edit)
        self.keeping.setEnabled(sheet is not None and sheet.plan.names_skills)
        count = len(outcome.responses) if outcome is not None else 0
        take = self.tr("Import %n answer(s)", "", count) if has_new else self.tr("Import")
        self.taking.setText(literal(take))
        if sheet is None or not sheet.plan.names_skills:
            self.summary.setText(self.tr("Nothing to take yet"))
            self.who.setText("")
            return
        if outcome is None:
            self.summary.setText(self.tr("Counting…"))
            return
        parts = [
            self._words.answers(count),
            self._words.needs(outcome.needs),
            self._words.problems(len(outcome.problems)),
        ]
        if outcome.unchanged:
            parts.append(self.tr("%n in the assessment already", "", outcome.unchanged))
        self.summary.setText(" · ".join(parts))
        self.who.setText(self._who(outcome))

    def _who(self, outcome: SurveyOutcome) -> str:
        if self.work.plan.is_anonymous:
            return self.tr("Nothing says who answered: every row counts as a respondent of its own, without a name.")
        waiting = sum(response.member is None for response in outcome.responses)
        new = self.tr("%n respondent(s) become new members", "", len(outcome.members))
        if not waiting:
            return new + "."
        waits = self.tr("%n answer(s) wait until somebody says whose they are.", "", waiting)
        return f"{new}; {waits}"

    def _say(self, tone: str, sentence: str) -> None:
        self.notice_text.setText(sentence)
        self._notice_icon.set_icon(_ICONS[tone], f"tone.{tone}")
        restyle(self.notice, band=tone)
        restyle(self.notice_text, tone=tone)
        self.notice.setAccessibleName(sentence)

    # --- doing --------------------------------------------------------------------------------------------------------

    def _take(self) -> None:
        self._is_taking = True
        self.work.take()

    def _end(self, outcome: SurveyOutcome) -> None:
        self.accept()
        self.taken.emit(outcome)

    def _keep_mapping(self) -> None:
        from exports.saving import save_bytes
        from fastmap.errors import FastmapError
        from fastmap.intake.survey_mapping_writing import mapping_as_toml
        from fastmap.intake.survey_plan import mapping_of
        from ui.pages.needs_asking import place_for_mapping

        target = place_for_mapping(self, self.work.path.with_suffix(".toml"))
        if target is None:
            return
        try:
            save_bytes(target, mapping_as_toml(mapping_of(self.work.plan)).encode())
        except FastmapError as error:
            self._show_failure(error)
            return
        words = self.tr("The mapping is in {file}. The command line takes it with --mapping.")
        self._say("good", words.replace("{file}", isolated(str(target))))

    def done(self, result: int) -> None:
        """Stop reading when the dialog goes."""
        self.work.stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop reading when the window is closed."""
        self.work.stop()
        super().closeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Answers from another survey tool"))
        self.title.setText(self.tr("Which column means what?"))
        self.views.set_words(
            self.tr("Parts of the assistant"),
            {
                FILE: self.tr("Sheet and rows"),
                COLUMNS: self.tr("Columns"),
                RESULT: self.tr("Result"),
            },
        )
        self.keeping.setText(self.tr("Save mapping…"))
        self.cancelling.setText(self.tr("Cancel"))
        self.taking.setText(self.tr("Import"))
        self.summary.setText(self.tr("Reading…"))
        self._say("neutral", self.tr("The file is being read. Nothing is changed before you import."))
        for view in (self.file_view, self.columns, self.answers):
            view.retranslate()
