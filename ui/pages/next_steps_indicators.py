"""The indicators of one step: value in words, target, whether it is met, and what a person can record."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fastmap.model.choices import ChecklistState, Step
from ui.pages import registry
from ui.pages.next_steps_standing import CHECKLIST_INDICATOR, share_from
from ui.pages.next_steps_targets import TargetEntry
from ui.pages.next_steps_views import ChecklistView, IndicatorView, StepView
from ui.pages.page import quiet
from ui.theme.theme import current, restyle
from ui.widgets.buttons import IconButton, LinkButton
from ui.widgets.cards import Card, Rule, SectionHeader
from ui.widgets.fields import ComboBox
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Badge, IconLabel, Label

_MOST_NOTE = 300
_VALUE_COLUMN = 2


class HandEntry(QWidget):
    """Where a person records what no data can tell: the value, and what it rests on."""

    recorded = Signal(str, object, str)

    def __init__(self, key: str, unit: str, *, parent: QWidget) -> None:
        """Record the indicator ``key``: yes or no, or a percentage where ``unit`` is ``share``."""
        super().__init__(parent)
        self._key = key
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(8)
        self.choice: ComboBox | None = None
        self.percent: QLineEdit | None = None
        self._known: float | None = None
        if unit == "share":
            self.percent = QLineEdit(self)
            self.percent.setObjectName(f"indicator_{key}")
            self.percent.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.percent.editingFinished.connect(self._record)
            row.addWidget(self.percent)
        else:
            self.choice = ComboBox(f"indicator_{key}", parent=self)
            self.choice.activated.connect(self._record)
            row.addWidget(self.choice)
        self.note = QLineEdit(self)
        self.note.setObjectName(f"indicatorNote_{key}")
        self.note.setMaxLength(_MOST_NOTE)
        self.note.editingFinished.connect(self._record)
        row.addWidget(self.note, 1)
        current().changed.connect(self._fit)
        self._fit()

    def show_value(self, view: IndicatorView, *, can_edit: bool) -> None:
        """Show what is recorded; emits nothing."""
        with quiet(self.note):
            if not self.note.hasFocus() or not self.note.isModified():
                self.note.setText(view.note)
            self.note.setEnabled(can_edit and view.recorded is not None)
            self.note.setAccessibleName(f"{self.tr('What it rests on')}: {view.name}")
            self.note.setPlaceholderText(self.tr("What it rests on"))
        if self.choice is not None:
            words = [(None, self.tr("not known")), (1.0, self.tr("yes")), (0.0, self.tr("no"))]
            self.choice.set_choices([*words], view.recorded)
            self.choice.setAccessibleName(view.name)
            self.choice.setEnabled(can_edit)
        if self.percent is not None:
            if not self.percent.hasFocus() or not self.percent.isModified():
                with quiet(self.percent):
                    self.percent.setText("" if view.recorded is None else view.value)
            self._known = view.recorded
            self.percent.setPlaceholderText(self.tr("e.g. 60 %"))
            self.percent.setAccessibleName(view.name)
            self.percent.setEnabled(can_edit)

    def _record(self) -> None:
        if self.choice is not None:
            self.recorded.emit(self._key, self.choice.currentData(), self.note.text())
        elif self.percent is not None:
            typed = self.percent.text().strip()
            # What is shown is rounded: only what was typed may replace what is recorded.
            value = share_from(typed) if self.percent.isModified() else self._known
            is_wrong = bool(typed) and value is None
            restyle(self.percent, wrong="true" if is_wrong else "false")
            words = self.tr("A percentage from 0 to 100, such as 60; below 1 with its sign: 0.5 %") if is_wrong else ""
            self.percent.setAccessibleDescription(words)
            self.percent.setToolTip(words)
            if not is_wrong:
                self.percent.setModified(False)
                self.recorded.emit(self._key, value, self.note.text())

    def _fit(self) -> None:
        if self.percent is not None:
            self.percent.setFixedWidth(current().px(96))
        self.note.setMinimumWidth(current().px(120))


class IndicatorRow:
    """The widgets of one indicator in the grid of the panel."""

    def __init__(self, place: int, view: IndicatorView, panel: StepPanel) -> None:
        """Make the widgets in row ``place``."""
        grid, top = panel.grid, Qt.AlignmentFlag.AlignTop
        self.badge = Badge(parent=panel)
        self.name = Label("key", wrap=True, parent=panel)
        self.facts = Label("secondary", wrap=True, parent=panel)
        self.value = Label("body", parent=panel)
        self.target = Label("secondary", parent=panel)
        self.target_entry: TargetEntry | None = None
        if view.can_change_target:
            self.target_entry = TargetEntry(view.key, parent=panel)
            self.target_entry.chosen.connect(panel.target_chosen)
        self.changed = Label("secondary", wrap=True, parent=panel)
        self.source = Label("secondary", wrap=True, parent=panel)
        self.link = LinkButton(f"toData_{view.key}", parent=panel) if view.page else None
        self.entry: HandEntry | None = None
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 4, 0, 0)  # words stand on the line of the link, whose target is higher than they
        beside.addWidget(self.badge)
        beside.addStretch(1)
        grid.addLayout(beside, place, 0)
        self.value.setContentsMargins(0, 5, 0, 0)
        self.target.setContentsMargins(0, 6, 0, 0)
        column = QVBoxLayout()
        column.setContentsMargins(0, 5, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.name)
        column.addWidget(self.facts)
        column.addWidget(self.source)
        column.addWidget(self.changed)
        if view.by_hand:
            self.entry = HandEntry(view.key, view.unit, parent=panel)
            self.entry.recorded.connect(panel.recorded)
            column.addWidget(self.entry)
        grid.addLayout(column, place, 1)
        right = top | Qt.AlignmentFlag.AlignRight
        grid.addWidget(self.value, place, 2, right)
        self.target.setVisible(self.target_entry is None)
        if self.target_entry is None:
            grid.addWidget(self.target, place, 3, top | Qt.AlignmentFlag.AlignLeft)
        else:
            grid.addWidget(self.target_entry, place, 3, top | Qt.AlignmentFlag.AlignLeft)
        if self.link is not None:
            grid.addWidget(self.link, place, 4, top | Qt.AlignmentFlag.AlignLeft)
            self.link.clicked.connect(lambda: panel.page_wanted.emit(view.page))

    def show_indicator(self, view: IndicatorView, *, can_edit: bool) -> None:
        """Show an indicator."""
        self.badge.set_badge(view.state_words, view.tone)
        self.name.setText(view.name)
        self.facts.setText(view.facts)
        self.facts.setVisible(view.recorded is None)  # the note below says it better
        self.value.setText(view.value)
        self.target.setText(view.target)
        self.source.setText(source_words(view))
        self.changed.setVisible(view.has_own_target)
        if self.target_entry is not None:
            self.target_entry.show_target(view, can_edit=can_edit)
            self.changed.setText(own_target_words(view))
        if self.link is not None:
            self.link.setText(registry.step(view.page).title)
            self.link.setAccessibleName(f"{registry.step(view.page).title}: {view.name}")
        if self.entry is not None:
            self.entry.show_value(view, can_edit=can_edit)


def source_words(view: IndicatorView) -> str:
    """Return "Source: …"."""
    return QCoreApplication.translate("StepPanel", "Source: {source}").replace("{source}", view.source)


def own_target_words(view: IndicatorView) -> str:
    """Return that the target is the cluster's own, with the catalogue's."""
    words = QCoreApplication.translate("StepPanel", "Own target; the catalogue's is {target}.")
    return words.replace("{target}", view.usual_target)


class ChecklistRow:
    """The widgets of one question of the checklist."""

    def __init__(self, place: int, item: str, panel: StepPanel, grid: QGridLayout) -> None:
        """Make the widgets in row ``place``."""
        self._item, self._panel = item, panel
        self.question = Label("body", wrap=True, parent=panel.checklist)
        self.choice = ComboBox(f"checklist_{item}", parent=panel.checklist)
        self.evidence = QLineEdit(panel.checklist)
        self.evidence.setObjectName(f"checklistEvidence_{item}")
        self.evidence.setMaxLength(_MOST_NOTE)
        grid.addWidget(self.question, place, 0)
        grid.addWidget(self.choice, place, 1)
        grid.addWidget(self.evidence, place, 2)
        self.choice.activated.connect(self._check)
        self.evidence.editingFinished.connect(self._check)

    def show_item(self, view: ChecklistView, words: list[tuple[object, str]], evidence: str, *, can_edit: bool) -> None:
        """Show a question with its answer."""
        self.question.setText(view.question)
        self.choice.set_choices(words, view.state)
        self.choice.setAccessibleName(view.question)
        self.choice.setEnabled(can_edit)
        with quiet(self.evidence):
            if not self.evidence.hasFocus() or not self.evidence.isModified():
                self.evidence.setText(view.evidence)
        self.evidence.setPlaceholderText(evidence)
        self.evidence.setAccessibleName(f"{evidence}: {view.question}")
        self.evidence.setEnabled(can_edit and view.state is not None)

    def _check(self) -> None:
        chosen = self.choice.currentData()  # Qt keeps the text of an enum, not the enum
        state = None if chosen is None else ChecklistState(chosen)
        self._panel.checked.emit(self._item, state, self.evidence.text())


class StepPanel(Card):
    """What is in place on the chosen step, and what is not."""

    recorded = Signal(str, object, str)
    """Indicator, value or ``None``, note."""
    checked = Signal(str, object, str)
    """Item of the checklist, `ChecklistState` or ``None``, evidence."""
    target_chosen = Signal(str, object)
    """Indicator, and its new target or ``None``: the catalogue's again."""
    page_wanted = Signal(str)
    step_wanted = Signal(object)
    """The `Step` that is to be prepared first."""
    closed = Signal()

    def __init__(self, *, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__("stepPanel", parent=parent)
        self.head = SectionHeader(parent=self)
        self.closing = IconButton("stepPanelClose", "x", parent=self)
        self.head.add_action(self.closing)
        self.closing.clicked.connect(self.closed)
        self.body.addWidget(self.head)
        self._waits = QFrame(self)
        self._waits.setProperty("band", "warn")
        row = QHBoxLayout(self._waits)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(IconLabel("warning", 18, "tone.warn", parent=self._waits), 0, Qt.AlignmentFlag.AlignTop)
        self.prepare = Label("body", wrap=True, parent=self._waits)
        waiting = QVBoxLayout()
        waiting.setSpacing(2)
        waiting.addWidget(self.prepare)
        ways = QWidget(self._waits)
        self._ways = FlowLayout(ways, spacing=8)
        self.ways: dict[Step, LinkButton] = {}
        for step in Step:
            way = LinkButton(f"prepareStep_{step}", "arrow-right", parent=ways)
            way.clicked.connect(partial(self.step_wanted.emit, step))
            self.ways[step] = way
            self._ways.addWidget(way)
        waiting.addWidget(ways)
        row.addLayout(waiting, 1)
        self.body.addWidget(self._waits)
        self.alongside = Label("body", wrap=True, parent=self)
        self.alongside.set_muted(True)
        self.body.addWidget(self.alongside)
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self.grid = QGridLayout()
        self.checklist = QWidget(self)
        self._checklist_rows: dict[str, ChecklistRow] = {}
        column = QVBoxLayout(self.checklist)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(8)
        column.addWidget(Rule(parent=self.checklist))
        self.checklist_title = Label("heading", wrap=True, parent=self.checklist)
        column.addWidget(self.checklist_title)
        self._checklist_grid = QGridLayout()
        self._checklist_grid.setHorizontalSpacing(14)
        self._checklist_grid.setVerticalSpacing(8)
        self._checklist_grid.setColumnStretch(0, 5)
        self._checklist_grid.setColumnStretch(2, 4)
        column.addLayout(self._checklist_grid)
        self.body.addWidget(self.checklist)
        self._rows: dict[str, IndicatorRow] = {}
        self._table: QWidget | None = None
        self._heads: tuple[str, ...] = ()
        self.hide()

    def show_step(self, view: StepView, checklist: tuple[ChecklistView, ...], *, can_edit: bool) -> None:
        """Show the indicators of a step, and the checklist where one of them rests on it."""
        self.head.set_words(f"{view.name}: {view.words[:1].lower()}{view.words[1:]}", view.meaning)
        self.closing.set_words(self.tr("Close the step"))
        self.prepare.setText(self.tr("Prepare first: {names}").replace("{names}", view.prepare))
        self._waits.setVisible(bool(view.prepare))
        for step, way in self.ways.items():
            way.setVisible(step in view.prepare_steps)
            way.setText(view.prepare_steps.get(step, ""))
        is_alongside = view.step is Step.CONNECT
        self.alongside.setText(self.tr("Runs alongside the other three: nothing has to be finished first."))
        self.alongside.setVisible(is_alongside)
        heads = (self.tr("Now"), self.tr("Target"))
        made = [(key, row.entry is not None) for key, row in self._rows.items()]
        if (made, heads) != ([(one.key, one.by_hand) for one in view.indicators], self._heads):
            self._heads = heads
            self._make_rows(view.indicators)
        for one in view.indicators:
            self._rows[one.key].show_indicator(one, can_edit=can_edit)
        has_checklist = CHECKLIST_INDICATOR in self._rows
        self.checklist.setVisible(has_checklist)
        if has_checklist:
            self._show_checklist(checklist, can_edit=can_edit)
        self.show()

    def _make_rows(self, views: tuple[IndicatorView, ...]) -> None:
        if self._table is not None:
            self._table.hide()
            self._table.deleteLater()
        self._table = QWidget(self)
        self.grid = QGridLayout(self._table)
        self.grid.setContentsMargins(0, 2, 0, 0)
        self.grid.setHorizontalSpacing(14)
        self.grid.setVerticalSpacing(5)
        self.grid.setColumnStretch(1, 1)
        self._place.addWidget(self._table)
        for column, words in enumerate(self._heads, start=2):
            head = Label("badge", words, parent=self._table)
            head.set_muted(True)
            side = Qt.AlignmentFlag.AlignRight if column == _VALUE_COLUMN else Qt.AlignmentFlag.AlignLeft
            self.grid.addWidget(head, 0, column, side)
        self._rows = {view.key: IndicatorRow(place, view, self) for place, view in enumerate(views, start=1)}

    def _show_checklist(self, views: tuple[ChecklistView, ...], *, can_edit: bool) -> None:
        if not self._checklist_rows:
            self._checklist_rows = {
                view.item: ChecklistRow(place, view.item, self, self._checklist_grid)
                for place, view in enumerate(views)
            }
        answered = sum(view.state is not None for view in views)
        self.checklist_title.setText(
            self.tr("Foundations of a partnership: {answered} of {all} answered").format(
                answered=answered, all=len(views)
            )
        )
        words: list[tuple[object, str]] = [
            (None, self.tr("not answered")),
            (ChecklistState.YES, self.tr("yes")),
            (ChecklistState.PARTLY, self.tr("partly")),
            (ChecklistState.NO, self.tr("no")),
        ]
        for view in views:
            self._checklist_rows[view.item].show_item(view, words, self.tr("Evidence"), can_edit=can_edit)
