"""What a person adds to a diagnosis: a second source, a strategic mark, a verdict of one's own – each with a reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fastmap.model.choices import SecondOpinion, Verdict
from ui.pages.diagnosis_details_view import Details, SourceLine
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.cards import clear
from ui.widgets.check_box import CheckBox
from ui.widgets.fields import ComboBox, Field
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Badge, Label


class _Part(QWidget):
    """A titled part of the panel."""

    def __init__(self, name: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.title = Label("heading", wrap=True, parent=self)
        self.column.addWidget(self.title)
        self.hint = Label("secondary", wrap=True, parent=self)
        self.column.addWidget(self.hint)


class SecondSources(_Part):
    """Vacancies, statistics or interviews that confirm or contradict the verdict."""

    noted = Signal(str, object)
    """The source in words, and the `SecondOpinion`."""
    removed = Signal(str)

    def __init__(self, *, parent: QWidget) -> None:
        """Begin without sources."""
        super().__init__("secondSources", parent=parent)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.column.addLayout(self._list)
        self.words = QLineEdit(self)
        self.words.setObjectName("sourceWords")
        self.words.setMaxLength(500)
        self.words_field = Field(self.words, parent=self)
        self.column.addWidget(self.words_field)
        row = QWidget(self)
        flow = FlowLayout(row, spacing=8)
        self.confirms = Button("sourceConfirms", "check", parent=row)
        self.contradicts = Button("sourceContradicts", "x", parent=row)
        flow.addWidget(self.confirms)
        flow.addWidget(self.contradicts)
        self._adding = row
        self.column.addWidget(row)
        self.words.textChanged.connect(self._forget_noted)
        self.confirms.clicked.connect(lambda: self._note(SecondOpinion.CONFIRMS))
        self.contradicts.clicked.connect(lambda: self._note(SecondOpinion.CONTRADICTS))
        self._shown: tuple[tuple[SourceLine, ...], bool] | None = None
        self._noted = ""
        """What was handed on and is still in the field: it goes once it is among the sources."""

    def retranslate(self) -> None:
        """Set the texts."""
        self.title.setText(self.tr("Second sources"))
        self.hint.setText(
            self.tr("Vacancies, statistics, an interview: does anything beyond the answers say the same?")
        )
        self.words.setPlaceholderText(self.tr("For example: 34 vacancies in May, employment service"))
        self.words_field.set_words(self.tr("Second source"))
        self.confirms.setText(self.tr("It confirms"))
        self.contradicts.setText(self.tr("It contradicts"))
        self._shown = None

    def show_sources(self, sources: Sequence[SourceLine], *, can_edit: bool, forget: bool) -> None:
        """Show what is noted; ``forget`` what was being typed."""
        if forget or (self._noted and self._noted in {source.words for source in sources}):
            self.words.clear()
        self.words_field.setVisible(can_edit)
        self._adding.setVisible(can_edit)
        if self._shown == (tuple(sources), can_edit):
            return
        self._shown = (tuple(sources), can_edit)
        clear(self._list)
        for place, source in enumerate(sources):
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(Badge(source.opinion, source.tone, parent=line))
            row.addWidget(Label("body", source.words, wrap=True, parent=line), 1)
            if can_edit:
                removing = IconButton(f"removeSource{place}", "trash", parent=line)
                removing.set_words(self.tr("Remove this source"))
                removing.clicked.connect(lambda _=False, known=source.id: self.removed.emit(known))
                row.addWidget(removing)
            self._list.addWidget(line)

    def draft(self) -> str:
        """Return what is typed and not noted yet."""
        return "" if self._noted else self.words.text()

    def resume(self, draft: str) -> None:
        """Go on with what was typed before."""
        self.words.setText(draft)

    def _note(self, opinion: SecondOpinion) -> None:
        words = self.words.text()
        if not words.strip():
            self.words_field.set_complaint(self.tr("Say where you have it from."))
            self.words.setFocus()
            return
        self._noted = " ".join(words.split())
        self.noted.emit(words, opinion)

    def _forget_noted(self) -> None:
        self._noted = ""
        self.words_field.set_complaint("")


class Strategic(_Part):
    """Whether the cluster's plans call for the skill."""

    marked = Signal(bool, str)

    def __init__(self, *, parent: QWidget) -> None:
        """Begin unmarked."""
        super().__init__("strategicPart", parent=parent)
        self.box = CheckBox("strategicMark", parent=self)
        self.column.addWidget(self.box)
        self.reason = QLineEdit(self)
        self.reason.setObjectName("strategicReason")
        self.reason.setMaxLength(500)
        self.column.addWidget(self.reason)
        self.box.clicked.connect(self._mark)
        self.reason.editingFinished.connect(self._mark_if_marked)

    def retranslate(self) -> None:
        """Set the texts."""
        self.title.setText(self.tr("Strategic for the cluster"))
        self.box.setText(self.tr("Our plans need it"))
        self.reason.setPlaceholderText(self.tr("Which plan or roadmap says so?"))
        self.reason.setAccessibleName(self.tr("Why it is strategic"))

    def show_mark(self, details: Details, *, can_edit: bool, forget: bool) -> None:
        """Show whether the skill is marked, and why."""
        self.setVisible(not details.is_group)
        hint = self.tr("First say which skill these words mean, in the step Needs.")
        self.hint.setText("" if details.can_mark else hint)
        self.hint.setVisible(not details.can_mark)
        self.box.setChecked(details.strategic)
        self.box.setEnabled(can_edit and details.can_mark)
        if forget or not self.reason.hasFocus():
            self.reason.setText(details.strategic_reason)
        self.reason.setVisible(details.can_mark and details.strategic)
        self.reason.setEnabled(can_edit)

    def _mark(self) -> None:
        is_marked = self.box.isChecked()
        self.marked.emit(is_marked, self.reason.text())
        if is_marked and self.box.hasFocus():
            self.reason.setFocus()

    def _mark_if_marked(self) -> None:
        if self.box.isChecked():
            self._mark()


class Judgement(_Part):
    """A verdict set by hand; the computed one stays in sight."""

    chosen = Signal(object, str)
    cleared = Signal()

    def __init__(self, *, parent: QWidget) -> None:
        """Begin folded."""
        super().__init__("judgementPart", parent=parent)
        self.opening = LinkButton("overrideOpen", "pencil-simple", parent=self)
        self.column.addWidget(self.opening)
        self.clearing = Button("overrideClear", "arrow-counter-clockwise", parent=self)
        self.column.addWidget(self.clearing)
        self.form = QWidget(self)
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.verdict = ComboBox("overrideVerdict", parent=self.form)
        self.verdict_field = Field(self.verdict, parent=self.form)
        self.reason = QLineEdit(self.form)
        self.reason.setObjectName("overrideReason")
        self.reason.setMaxLength(500)
        self.reason_field = Field(self.reason, parent=self.form)
        buttons = QWidget(self.form)
        flow = FlowLayout(buttons, spacing=8)
        self.setting = Button("overrideSet", "check", parent=buttons)
        self.leaving = Button("overrideLeave", parent=buttons)
        flow.addWidget(self.setting)
        flow.addWidget(self.leaving)
        column.addWidget(self.verdict_field)
        column.addWidget(self.reason_field)
        column.addWidget(buttons)
        self.column.addWidget(self.form)
        self.form.hide()
        self.opening.clicked.connect(self._open)
        self.leaving.clicked.connect(self._leave)
        self.setting.clicked.connect(self._set)
        self.clearing.clicked.connect(self.cleared)
        self._words: dict[Verdict, str] = {}
        self._override: tuple[Verdict | None, str] = (None, "")
        """The override shown last: what is being typed gives way to another one only."""

    def set_verdict_words(self, words: dict[Verdict, str]) -> None:
        """Say what the verdicts are called."""
        self._words = words
        self.verdict.set_choices(list(words.items()), self.verdict.currentData())

    def retranslate(self) -> None:
        """Set the texts."""
        self.title.setText(self.tr("Your own judgement"))
        self.opening.setText(self.tr("Change the verdict"))
        self.clearing.setText(self.tr("Take my verdict back"))
        self.verdict_field.set_words(self.tr("Verdict"))
        self.reason_field.set_words(self.tr("Why"), self.tr("Shown with the verdict everywhere, reports included."))
        self.setting.setText(self.tr("Set verdict"))
        self.leaving.setText(self.tr("Cancel"))

    def show_verdict(self, details: Details, *, can_edit: bool, forget: bool) -> None:
        """Show what was computed, and the override if there is one."""
        computed = self._words.get(details.computed, details.computed)
        if details.override is not None:
            words = self.tr("Set by hand: {reason} — worked out from the answers: {verdict}.")
            self.hint.setText(words.replace("{verdict}", computed).replace("{reason}", details.override_reason))
        else:
            self.hint.setText(self.tr("Worked out from the answers: {verdict}.").replace("{verdict}", computed))
        override = (details.override, details.override_reason)
        if forget or override != self._override:
            self._override = override
            self.form.hide()
            self.reason.clear()
            self.verdict.choose(details.override)
            self.reason_field.set_complaint("")
            self.verdict_field.set_complaint("")
        self.clearing.setVisible(can_edit and details.override is not None)
        self.opening.setVisible(can_edit and self.form.isHidden())

    def draft(self) -> tuple[object, str] | None:
        """Return the verdict chosen and the reason typed while the form is open."""
        return None if self.form.isHidden() else (self.verdict.currentData(), self.reason.text())

    def resume(self, draft: tuple[object, str]) -> None:
        """Go on with a verdict and reason that were not set yet."""
        verdict, reason = draft
        self.verdict.choose(verdict)
        self.reason.setText(reason)
        self.form.show()
        self.opening.hide()

    def _open(self) -> None:
        self.form.show()
        self.opening.hide()
        self.verdict.setFocus()

    def _leave(self) -> None:
        self.form.hide()
        self.opening.show()
        self.opening.setFocus()

    def _set(self) -> None:
        verdict, reason = self.verdict.currentData(), self.reason.text()
        self.verdict_field.set_complaint("" if verdict is not None else self.tr("Choose a verdict."))
        missing = not reason.strip()
        self.reason_field.set_complaint(self.tr("A verdict by hand needs a reason.") if missing else "")
        if verdict is not None and not missing:
            self.chosen.emit(Verdict(verdict), reason)  # Qt hands a choice back as its text
