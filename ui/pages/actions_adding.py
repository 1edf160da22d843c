"""The panel that puts actions on the grid: the cluster's own, or one of the framework's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fastmap.catalogue.definitions import Placement
from fastmap.catalogue.placing import Placed, placed_by
from fastmap.model.actions import Cell
from fastmap.model.choices import ActionStatus
from fastmap.texts import Texts, sentence_case
from ui.pages.actions_choices import ChoiceLine
from ui.pages.actions_panel import ActionPanel, PracticeList
from ui.pages.actions_presenter import PracticeView, ReferenceChoice, cell_words
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.cards import Rule, clear
from ui.widgets.fields import ComboBox, Field
from ui.widgets.labels import Badge, Label

_OFFERED = (ActionStatus.RUNNING, ActionStatus.PLANNED, ActionStatus.IDEA)


class PlacementQuestions(QWidget):
    """The three questions that say where a free action belongs."""

    answered = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without questions; `show_questions` brings them."""
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._groups: dict[str, QButtonGroup] = {}
        self._questions: tuple[Placement, ...] = ()

    @property
    def answers(self) -> Mapping[str, str]:
        """The chosen answer per question."""
        chosen = {key: group.checkedButton() for key, group in self._groups.items()}
        return {key: str(button.property("answer")) for key, button in chosen.items() if button is not None}

    @property
    def placed(self) -> Placed:
        """What the answers decide."""
        return placed_by(self._questions, self.answers)

    def show_questions(self, questions: Sequence[Placement], texts: Texts) -> None:
        """Ask anew in the language of ``texts``; answers given stay."""
        answers = self.answers
        self._questions = tuple(questions)
        clear(self._column)
        self._groups.clear()
        for question in questions:
            box = QWidget(self)
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(2)
            words = texts.get(f"placement.{question.key}.question")
            column.addWidget(Label("key", words, wrap=True, parent=box))
            group = QButtonGroup(box)
            for answer in question.answers:
                button = ChoiceLine(f"placement_{question.key}_{answer}", one_of_several=True, parent=box)
                button.setText(texts.get(f"placement.{question.key}.{answer}"))
                button.setAccessibleDescription(words)
                button.setProperty("answer", answer)
                button.setChecked(answers.get(question.key) == answer)
                group.addButton(button)
                column.addWidget(button)
            group.buttonClicked.connect(self.answered)
            self._groups[question.key] = group
            self._column.addWidget(box)

    def forget(self) -> None:
        """Take every answer back."""
        for group in self._groups.values():
            group.setExclusive(False)
            for button in group.buttons():
                button.setChecked(False)
            group.setExclusive(True)


class AddPanel(ActionPanel):
    """Adds to one cell, or, without one, wherever the action belongs."""

    own_wanted = Signal(str, object, object)
    """Title, `Cell`, timing."""
    reference_wanted = Signal(str)
    """Id of a reference action."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__("addPanel", parent=parent)
        self.cell: Cell | None = None
        self._texts: Texts | None = None
        self._shown: object = None
        self.where = Label("secondary", wrap=True, parent=self)
        self.status = ComboBox("addStatus", parent=self)
        self.status_field = Field(self.status, parent=self)
        self.own = QLineEdit(self)
        self.own.setObjectName("ownTitle")
        self.own.setMaxLength(300)
        self.own_field = Field(self.own, parent=self)
        self.ask = LinkButton("askPlacement", "question", parent=self)
        self.questions = PlacementQuestions(parent=self)
        self.result = Label("body", wrap=True, parent=self)
        self.adding = Button("addOwn", "plus", parent=self)
        self.framework = Label("heading", wrap=True, parent=self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.practices = PracticeList(parent=self)
        for widget in (self.where, self.status_field, self.own_field):
            self.body.addWidget(widget)
        self.body.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.questions)
        self.body.addWidget(self.result)
        self.body.addWidget(self.adding, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(Rule(parent=self))
        self.body.addWidget(self.framework)
        self.body.addLayout(self._rows)
        self.body.addWidget(self.practices)
        self.own.textChanged.connect(self._update)
        self.own.returnPressed.connect(self._add_own)
        self.questions.answered.connect(self._update)
        self.ask.clicked.connect(self._show_questions)
        self.adding.clicked.connect(self._add_own)

    @property
    def chosen_status(self) -> ActionStatus:
        """The state of what is added next."""
        return ActionStatus(self.status.currentData() or ActionStatus.RUNNING)

    def begin(self, cell: Cell | None) -> None:
        """Add to ``cell``, or ask where."""
        self.cell = cell
        self.own.clear()
        self.questions.forget()
        self.questions.setVisible(cell is None)
        self._shown = None

    def show_choices(
        self,
        texts: Texts,
        questions: Sequence[Placement],
        references: Sequence[ReferenceChoice],
        practices: Sequence[PracticeView],
    ) -> None:
        """Show what can be added; nothing moves where nothing is new."""
        shown = (texts.language, self.cell, tuple(references))
        if shown == self._shown:
            return
        if self._texts is not texts:
            self._texts = texts
            self.questions.show_questions(questions, texts)
            chosen = self.chosen_status
            words = [(one.value, sentence_case(texts.term(f"action_status.{one}"))) for one in _OFFERED]
            self.status.set_choices(list(words), chosen.value)
        self._shown = shown
        self.where.setText("" if self.cell is None else cell_words(self.cell, texts))
        self.where.setVisible(self.cell is not None)
        clear(self._rows)
        self._fill_rows(references, texts)
        self.practices.show_practices(self.tr("Inspiring practices"), practices)
        self._update()

    def _fill_rows(self, references: Sequence[ReferenceChoice], texts: Texts) -> None:
        last: Cell | None = None
        for reference in references:
            if self.cell is None and reference.cell != last:
                last = reference.cell
                words = Label("secondary", cell_words(reference.cell, texts), wrap=True, parent=self)
                self._rows.addWidget(words)
            self._rows.addWidget(self._row(reference))

    def _row(self, reference: ReferenceChoice) -> QWidget:
        box = QWidget(self)
        across = QHBoxLayout(box)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Label("key", reference.title, wrap=True, parent=box))
        words.addWidget(Label("secondary", reference.help, wrap=True, parent=box))
        across.addLayout(words, 1)
        if reference.is_there:
            badge = Badge(self.tr("On the grid"), "good", parent=box)
            across.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        else:
            button = Button(f"addReference{reference.id}", "plus", parent=box)
            button.setText(self.tr("Add"))
            button.setAccessibleName(self.tr("Add: {title}").replace("{title}", reference.title))
            button.setToolTip(str(reference.id))
            button.setProperty("reference", str(reference.id))
            button.clicked.connect(self._add_reference)
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return box

    def retranslate(self) -> None:
        """Set every text."""
        self.title.setText(self.tr("Add action"))
        self.closing.set_words(self.tr("Close panel"))
        self.status_field.set_words(self.tr("What you add is"))
        self.own_field.set_words(self.tr("Own action"))
        self.own.setPlaceholderText(self.tr("What do you do, in a few words?"))
        self.ask.setText(self.tr("Not sure where it belongs?"))
        self.adding.setText(self.tr("Add own action"))
        self.framework.setText(self.tr("Or take one of the framework"))
        self._shown = None

    # --- what people do -----------------------------------------------------------------------------------------------

    @property
    def target(self) -> Cell | None:
        """Where the own action would go: the answers decide, then the cell the panel was opened for."""
        return self.questions.placed.cell or self.cell

    def _show_questions(self) -> None:
        self.questions.show()
        self._update()

    def _update(self) -> None:
        asks = not self.questions.isHidden()
        target = self.target
        self.ask.setVisible(not asks)
        self.result.setVisible(asks)
        if self._texts is not None:
            where = (
                self.tr("It belongs to: {cell}. You can move it afterwards.").replace(
                    "{cell}", cell_words(target, self._texts)
                )
                if target is not None
                else self.tr("Two answers say which cell it belongs to.")
            )
            self.result.setText(where)
        self.adding.setEnabled(bool(self.own.text().strip()) and target is not None)

    def _add_own(self) -> None:
        target = self.target
        if self.own.text().strip() and target is not None:
            timing = self.questions.placed.timing
            title = self.own.text()
            self.own.clear()
            self.questions.forget()
            self.own_wanted.emit(title, target, () if timing is None else (timing,))
            self._update()

    def _add_reference(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.reference_wanted.emit(str(button.property("reference")))
