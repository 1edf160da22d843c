"""The panel beside the roadmap: what to look at, owner, dates, days, milestones, and what an action waits for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.pages.actions_panel import ActionPanel
from ui.pages.next_steps_roadmap_presenter import MilestoneView, PanelSeen, RoadmapPresenter
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.cards import Rule, clear
from ui.widgets.fields import ComboBox, Field
from ui.widgets.labels import Label

FIELDS = ("owner", "start", "end", "staff_days")
_MOST = 120


class MilestoneRow(QWidget):
    """One milestone: what, by when, how far; with a button that removes it."""

    edited = Signal(int, str, str)
    removed = Signal(int)

    def __init__(self, place: int, seen: MilestoneView, panel: PanelSeen, *, can_edit: bool, parent: QWidget) -> None:
        """Show ``seen``, the milestone at ``place``."""
        super().__init__(parent)
        self._place = place
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.title = self._line(f"milestoneTitle_{place}", seen.title, self.tr("Milestone"))
        self.due = self._line(f"milestoneDue_{place}", seen.due, self.tr("By when"))
        self.state = ComboBox(f"milestoneState_{place}", parent=self)
        self.state.set_choices([(one, words) for one, words in panel.states], seen.state)
        self.state.setAccessibleName(self.tr("State of “{title}”").replace("{title}", seen.title))
        self.removing = IconButton(f"removeMilestone_{place}", "trash", parent=self)
        self.removing.set_words(self.tr("Remove “{title}”").replace("{title}", seen.title))
        column.addWidget(self.title)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.due, 1)
        row.addWidget(self.state, 1)
        row.addWidget(self.removing)
        column.addLayout(row)
        self.hint = Label("secondary", self.tr("Overdue") if seen.is_late else "", wrap=True, parent=self)
        self.hint.setVisible(seen.is_late)
        column.addWidget(self.hint)
        for widget in (self.title, self.due, self.state, self.removing):
            widget.setEnabled(can_edit)
        self.title.editingFinished.connect(lambda: self._leave("title", self.title))
        self.due.editingFinished.connect(lambda: self._leave("due", self.due))
        self.state.activated.connect(lambda _: self.edited.emit(place, "state", str(self.state.currentData())))
        self.removing.clicked.connect(lambda: self.removed.emit(place))

    def complain(self, sentence: str) -> None:
        """Say what is wrong with an entry."""
        self.hint.setText(sentence)
        self.hint.setVisible(bool(sentence))

    def _line(self, name: str, text: str, words: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setObjectName(name)
        line.setMaxLength(_MOST)
        line.setAccessibleName(words)
        line.setPlaceholderText(words)
        return line

    def _leave(self, field: str, line: QLineEdit) -> None:
        if line.isModified():
            line.setModified(False)
            self.edited.emit(self._place, field, line.text())


class RoadmapPanel(ActionPanel):
    """Everything about one action that a roadmap is about. Dates that conflict are taken and named, never corrected."""

    actions_wanted = Signal()

    def __init__(self, presenter: RoadmapPresenter, *, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__("roadmapPanel", parent=parent)
        self._presenter = presenter
        self.seen: PanelSeen | None = None
        self._can_edit = False
        self._build_flags()
        self.lines: dict[str, QLineEdit] = {}
        self.fields: dict[str, Field] = {}
        for field in FIELDS:
            line = QLineEdit(self)
            line.setObjectName(f"roadmap_{field}")
            line.setMaxLength(_MOST)
            self.lines[field], self.fields[field] = line, Field(line, parent=self)
            line.editingFinished.connect(self._leave)
        self.body.addWidget(self.fields["owner"])
        dates = QHBoxLayout()
        dates.setSpacing(8)
        dates.addWidget(self.fields["start"], 1)
        dates.addWidget(self.fields["end"], 1)
        self.body.addLayout(dates)
        self.body.addWidget(self.fields["staff_days"])
        self._build_waits()
        self._build_milestones()
        self.to_actions = LinkButton("roadmapToActions", "squares-four", parent=self)
        self.body.addWidget(self.to_actions, 0, Qt.AlignmentFlag.AlignLeft)
        self.to_actions.clicked.connect(self.actions_wanted)
        self.retranslate()

    def _build_flags(self) -> None:
        self._flags = QFrame(self)
        self._flags.setProperty("band", "warn")
        self._flag_rows = QVBoxLayout(self._flags)
        self._flag_rows.setContentsMargins(12, 9, 12, 9)
        self._flag_rows.setSpacing(4)
        self.body.addWidget(self._flags)

    def _build_waits(self) -> None:
        self.body.addWidget(Rule(parent=self))
        self.waits_title = Label("key", wrap=True, parent=self)
        self.body.addWidget(self.waits_title)
        self._wait_rows = QVBoxLayout()
        self._wait_rows.setSpacing(4)
        self.body.addLayout(self._wait_rows)
        self.waits = ComboBox("roadmapWaits", parent=self)
        self.waits.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.waits.setMinimumContentsLength(12)
        self.body.addWidget(self.waits)
        self.waits.activated.connect(self._add_wait)

    def _build_milestones(self) -> None:
        self.body.addWidget(Rule(parent=self))
        self.milestones_title = Label("key", wrap=True, parent=self)
        self.body.addWidget(self.milestones_title)
        self._milestone_rows = QVBoxLayout()
        self._milestone_rows.setSpacing(10)
        self.body.addLayout(self._milestone_rows)
        self.new_title, self.new_due = QLineEdit(self), QLineEdit(self)
        for line, name in ((self.new_title, "newMilestoneTitle"), (self.new_due, "newMilestoneDue")):
            line.setObjectName(name)
            line.setMaxLength(_MOST)
            line.returnPressed.connect(self._add_milestone)
        self.new_field = Field(self.new_title, parent=self)
        self.body.addWidget(self.new_field)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.new_due, 1)
        self.adding = Button("addMilestone", "plus", parent=self)
        row.addWidget(self.adding)
        self.body.addLayout(row)
        self.adding.clicked.connect(self._add_milestone)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_action(self, seen: PanelSeen, *, can_edit: bool) -> None:
        """Show an action; a field that is being typed in keeps its text."""
        is_new = self.seen is None or self.seen.id != seen.id
        before, self.seen = self.seen, seen
        self._can_edit = can_edit
        self.title.setText(seen.title)
        self._show_flags(seen)
        for field, line in self.lines.items():
            line.setEnabled(can_edit)
            if is_new or not (line.hasFocus() and line.isModified()):
                line.setText(seen.fields[field])
                self.fields[field].set_complaint("")
                if field == "staff_days":
                    self._name_days()
        if is_new or before is None or (before.after, before.others) != (seen.after, seen.others):
            self._show_waits(seen)
        if is_new or before is None or before.milestones != seen.milestones:
            self._show_milestones(seen)
        if is_new:
            self.new_title.clear()
            self.new_due.clear()
        for widget in (self.waits, self.new_title, self.new_due, self.adding):
            widget.setEnabled(can_edit)
        self.show()

    def _show_flags(self, seen: PanelSeen) -> None:
        clear(self._flag_rows)
        for line in seen.flags:
            self._flag_rows.addWidget(Label("body", line, wrap=True, parent=self._flags))
        self._flags.setVisible(bool(seen.flags))

    def _show_waits(self, seen: PanelSeen) -> None:
        clear(self._wait_rows)
        for other, title in seen.after:
            row = QHBoxLayout()
            row.setSpacing(6)
            row.addWidget(Label("body", title, wrap=True, parent=self), 1)
            removing = IconButton(f"waitsNoMore_{other}", "x", parent=self)
            removing.set_words(self.tr("Do not wait for “{title}”").replace("{title}", title))
            removing.setEnabled(self._can_edit)
            removing.clicked.connect(self._drop_wait)
            removing.setProperty("other", other)
            row.addWidget(removing, 0, Qt.AlignmentFlag.AlignTop)
            self._wait_rows.addLayout(row)
        choices: list[tuple[object, str]] = [(None, self.tr("Choose an action to wait for"))]
        self.waits.set_choices([*choices, *seen.others], None)
        self.waits.setCurrentIndex(0)

    def _show_milestones(self, seen: PanelSeen) -> None:
        clear(self._milestone_rows)
        for place, milestone in enumerate(seen.milestones):
            row = MilestoneRow(place, milestone, seen, can_edit=self._can_edit, parent=self)
            row.edited.connect(self._edit_milestone)
            row.removed.connect(self._remove_milestone)
            self._milestone_rows.addWidget(row)

    def retranslate(self) -> None:
        """Set every text."""
        self.fields["owner"].set_words(self.tr("Owner"))
        self.fields["start"].set_words(self.tr("Start"))
        self.fields["end"].set_words(self.tr("End"))
        self._name_days()
        self.waits_title.setText(self.tr("Waits for"))
        self.waits.setAccessibleName(self.tr("Choose an action to wait for"))
        self.milestones_title.setText(self.tr("Milestones"))
        self.new_field.set_words(self.tr("New milestone"))
        self.new_title.setPlaceholderText(self.tr("what should have happened"))
        self.new_due.setPlaceholderText(self.tr("by when"))
        self.new_due.setAccessibleName(self.tr("By when"))
        self.adding.setText(self.tr("Add"))
        self.adding.setAccessibleName(self.tr("Add milestone"))
        self.to_actions.setText(self.tr("Open the grid of actions"))
        self.closing.set_words(self.tr("Close"))

    def _name_days(self) -> None:
        hint = self.tr("In all if it takes up to a year, otherwise per year; blank if not known.")
        if self.seen is not None and self.seen.counted:
            year, days = self.seen.counted
            counted = self.tr("Counted in {year}: {days}.").replace("{year}", year).replace("{days}", days)
            hint = f"{hint} {counted}"
        self.fields["staff_days"].set_words(self.tr("Staff days"), hint)

    # --- what people do -----------------------------------------------------------------------------------------------

    def _leave(self) -> None:
        field = next(field for field, line in self.lines.items() if line is self.sender())
        line = self.lines[field]
        if self.seen is not None and line.isModified():
            line.setModified(False)
            self.fields[field].set_complaint(self._presenter.set_field(self.seen.id, field, line.text()))

    def _add_wait(self, _place: int) -> None:
        other = self.waits.currentData()
        if self.seen is not None and other is not None:
            self._presenter.wait_for(self.seen.id, str(other), waits=True)

    def _drop_wait(self) -> None:
        if self.seen is not None:
            self._presenter.wait_for(self.seen.id, str(self.sender().property("other")), waits=False)

    def _add_milestone(self) -> None:
        if self.seen is None:
            return
        if not self.new_title.text().strip():
            self.new_field.set_complaint(self.tr("A milestone says what should have happened."))
            self.new_title.setFocus()
            return
        wrong = self._presenter.add_milestone(self.seen.id, self.new_title.text(), self.new_due.text())
        self.new_field.set_complaint(wrong)
        if not wrong:
            self.new_title.clear()
            self.new_due.clear()
            self.new_title.setFocus()

    def _edit_milestone(self, place: int, field: str, typed: str) -> None:
        if self.seen is not None:
            row = self.sender()
            wrong = self._presenter.edit_milestone(self.seen.id, place, field, typed)
            if wrong and isinstance(row, MilestoneRow):
                row.complain(wrong)

    def _remove_milestone(self, place: int) -> None:
        if self.seen is not None:
            self._presenter.remove_milestone(self.seen.id, place)
            self.new_title.setFocus()
