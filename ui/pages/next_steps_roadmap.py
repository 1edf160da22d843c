"""The roadmap: planned and running actions over time, lane by lane, with a panel for one of them beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.pages.next_steps_roadmap_panel import RoadmapPanel
from ui.pages.next_steps_roadmap_presenter import LaneView, RoadmapPresenter, RoadmapSeen
from ui.pages.next_steps_roadmap_rows import RoadmapRow, WaitLines, YearsRow
from ui.pages.partners_network_asking import picture_to_write
from ui.plain_text import isolated
from ui.theme.theme import current
from ui.widgets.buttons import Button
from ui.widgets.cards import Rule, clear, scrolling
from ui.widgets.fields import Field
from ui.widgets.labels import Badge, Label

if TYPE_CHECKING:
    from ui.session import Session, SessionState

_BESIDE_FROM = 900
"""Width from which the panel stands beside the rows; below, it takes their place."""


class Lanes(QWidget):
    """Head with the years, then each lane with its rows; the lines of what waits lie above them."""

    opened = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(4)
        self.years = YearsRow(parent=self)
        column.addWidget(self.years)
        self._lanes = QVBoxLayout()
        self._lanes.setSpacing(2)
        column.addLayout(self._lanes)
        self.legend = Label("secondary", wrap=True, parent=self)
        column.addWidget(self.legend)
        column.addStretch(1)
        self.rows: dict[str, RoadmapRow] = {}
        self.lines = WaitLines(parent=self)

    def show_lanes(self, seen: RoadmapSeen) -> None:
        """Show every lane; the row that had the focus has it again."""
        focused = next((key for key, row in self.rows.items() if row.hasFocus()), None)
        self.years.show_years(seen.timeline)
        self.rows = {}
        clear(self._lanes)
        for lane in seen.lanes:
            self._add_lane(lane, seen)
        self.lines.show_waits(self.rows, {bar.key: bar for lane in seen.timeline.lanes for bar in lane.bars})
        self.lines.raise_()
        if focused in self.rows:
            self.rows[focused].setFocus()

    def _add_lane(self, lane: LaneView, seen: RoadmapSeen) -> None:
        self._lanes.addWidget(Rule(parent=self))
        head = QHBoxLayout()
        head.setContentsMargins(0, 5, 0, 2)
        head.addWidget(Badge(lane.name, lane.tone, parent=self))
        head.addStretch(1)
        self._lanes.addLayout(head)
        if not lane.rows:
            nothing = Label("secondary", seen.timeline.empty_word, parent=self)
            nothing.setContentsMargins(12, 2, 0, 6)
            self._lanes.addWidget(nothing)
        for view in lane.rows:
            row = RoadmapRow(view, seen.timeline, parent=self)
            row.opened.connect(self.opened)
            row.moved.connect(self._move)
            self.rows[view.id] = row
            self._lanes.addWidget(row)

    def _move(self, action: str, down: int) -> None:
        keys = list(self.rows)
        place = min(max(keys.index(action) + down, 0), len(keys) - 1)
        self.rows[keys[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the lines lie over everything."""
        super().resizeEvent(event)
        self.lines.resize(event.size())


class RoadmapView(QWidget):
    """The tab: how many are late, the days of the team, the lanes, and the panel of the action that is open."""

    say = Signal(str, str)
    actions_wanted = Signal()

    def __init__(self, session: Session, *, parent: QWidget) -> None:
        """Show what ``session`` has open."""
        super().__init__(parent)
        self.setObjectName("roadmapView")
        self._session = session
        self.presenter = RoadmapPresenter(session, self)
        self._seen: RoadmapSeen | None = None
        self._open: str | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._build_head(column)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.lanes = Lanes()
        self.area = scrolling(self.lanes, name="roadmapScroll", parent=self)
        self.panel = RoadmapPanel(self.presenter, parent=self)
        row.addWidget(self.area, 1)
        row.addWidget(self.panel)
        column.addLayout(row, 1)
        self.nothing = Label("body", wrap=True, parent=self)
        self.nothing.setObjectName("roadmapNothing")
        self.nothing.setMaximumWidth(current().px(620))
        column.addWidget(self.nothing, 1, Qt.AlignmentFlag.AlignTop)
        self.lanes.opened.connect(self.open_action)
        self.panel.closed.connect(self._close)
        self.panel.actions_wanted.connect(self.actions_wanted)
        self.presenter.written.connect(self._say_written)

    def _build_head(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(18)
        words = QVBoxLayout()
        words.setSpacing(2)
        self.reading = Label("heading", wrap=True, parent=self)
        self.reading.setObjectName("roadmapReading")
        self.days = Label("body", wrap=True, parent=self)
        self.days.setObjectName("roadmapDays")
        words.addWidget(self.reading)
        words.addWidget(self.days)
        row.addLayout(words, 1)
        self.capacity = QLineEdit(self)
        self.capacity.setObjectName("teamCapacity")
        self.capacity.setMaxLength(10)
        self.capacity_field = Field(self.capacity, parent=self)
        self.capacity_field.setFixedWidth(current().px(210))
        row.addWidget(self.capacity_field, 0, Qt.AlignmentFlag.AlignTop)
        self.saving = Button("saveRoadmap", "image", parent=self)
        row.addWidget(self.saving, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.capacity.editingFinished.connect(self._set_capacity)
        self.saving.clicked.connect(self._ask_for_picture)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show the roadmap as it is recorded now."""
        self._seen = None if state.results is None else self.presenter.seen(state)
        has_rows = self._seen is not None and any(lane.rows for lane in self._seen.lanes)
        for widget in (self.reading, self.days, self.area, self.saving):
            widget.setVisible(has_rows)
        self.nothing.setVisible(not has_rows)
        self.capacity.setEnabled(state.can_edit)
        if self._seen is None or not has_rows:
            self.panel.hide()
            return
        self.reading.setText(self._seen.reading)
        self.days.setText(" ".join(self._seen.days))
        if not (self.capacity.hasFocus() and self.capacity.isModified()):
            self.capacity.setText(self._seen.capacity)
            self.capacity_field.set_complaint("")
        self.lanes.show_lanes(self._seen)
        self._show_panel(state)

    def _show_panel(self, state: SessionState) -> None:
        seen = self.presenter.panel(self._open) if self._open is not None else None
        if seen is None:
            self._open = None
            self.panel.hide()
        else:
            self.panel.show_action(seen, can_edit=state.can_edit)
        for key, row in self.lanes.rows.items():
            row.set_chosen(key == self._open)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the panel take the place of the rows where there is no room for both."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= current().px(_BESIDE_FROM)
        self.panel.fill_room(not beside)
        if self._seen is not None and any(lane.rows for lane in self._seen.lanes):
            self.area.setVisible(beside or self.panel.isHidden())

    # --- what people do -----------------------------------------------------------------------------------------------

    def open_action(self, action: str) -> None:
        """Show an action in the panel; the same again closes it."""
        if self._open == action and not self.panel.isHidden():
            self.panel.close_panel()
            return
        self.panel.finish_typing()
        self._open = action
        self._show_panel(self._session.state)
        self.panel.lines["owner"].setFocus()

    def _close(self) -> None:
        was, self._open = self._open, None
        for row in self.lanes.rows.values():
            row.set_chosen(False)
        self._arrange()
        if was in self.lanes.rows:
            self.lanes.rows[was].setFocus()

    def _set_capacity(self) -> None:
        if self.capacity.isModified():
            self.capacity.setModified(False)
            self.capacity_field.set_complaint(self.presenter.set_capacity(self.capacity.text()))

    def _ask_for_picture(self) -> None:
        target = picture_to_write(self, self.presenter.proposed_file())
        if target is not None:
            self.presenter.write_picture(target)

    def _say_written(self, path: str) -> None:
        self.say.emit("good", self.tr("Picture saved: {path}").replace("{path}", isolated(path)))

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self.capacity_field.set_words(self.tr("Days a year the team has"), self.tr("Blank: not known."))
        self.saving.setText(self.tr("Save as picture"))
        self.nothing.setText(
            self.tr(
                "Nothing is planned or running yet. Accept a decision, or set an action on the grid to planned: "
                "it then stands here with its dates, its owner and what it waits for."
            )
        )
        self.lanes.legend.setText(
            self.tr(
                "Dots are milestones: green reached, in the warning colour overdue, a ring still open. A dashed bar lacks a "
                "date: its horizon stands for it. Lines lead from an action to what waits for it."
            )
        )
        self.panel.retranslate()
