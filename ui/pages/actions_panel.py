"""What the panels beside the grid have in common: their look, the hint about timing, and lists of practices."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.actions_presenter import PracticeView
from ui.theme.theme import current
from ui.widgets.buttons import Button, LinkButton
from ui.widgets.cards import clear
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Badge, IconLabel, Label
from ui.widgets.side_panel import SidePanel

PANEL_WIDTH = 364


class ActionPanel(SidePanel):
    """A card beside the grid; where the window is too narrow for both, it takes the whole room."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``."""
        super().__init__(name, width=PANEL_WIDTH, parent=parent)
        self.setProperty("card", "true")

    def fill_room(self, fills: bool) -> None:  # noqa: FBT001 - a setter
        """Be as wide as there is room, or as wide as panels are."""
        if fills:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        else:
            self.setFixedWidth(current().px(PANEL_WIDTH))

    def close_panel(self) -> None:
        """Go away, once a field that is being typed in is saved."""
        self.finish_typing()
        super().close_panel()

    def finish_typing(self) -> None:
        """Let a field that is being typed in announce what stands in it."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()


class TimingHint(QFrame):
    """Explains that an action of high complexity is rarely short-term only, and offers a way on; both are fine."""

    medium_wanted = Signal()
    keep_wanted = Signal()

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``; begin hidden."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("band", "warn")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 12, 9)
        row.setSpacing(10)
        row.addWidget(IconLabel("warning", 18, "tone.warn", parent=self), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(8)
        self.sentence = Label("body", wrap=True, parent=self)
        column.addWidget(self.sentence)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, spacing=8)
        self.medium = Button(f"{name}Medium", parent=buttons)
        self.keep = Button(f"{name}Keep", parent=buttons)
        flow.addWidget(self.medium)
        flow.addWidget(self.keep)
        column.addWidget(buttons)
        row.addLayout(column, 1)
        self.medium.clicked.connect(self.medium_wanted)
        self.keep.clicked.connect(self.keep_wanted)
        self.hide()

    def show_sentence(self, sentence: str, *, can_edit: bool) -> None:
        """Show the explanation, or go away without one."""
        self.sentence.setText(sentence)
        self.medium.setEnabled(can_edit)
        self.setVisible(bool(sentence))

    def retranslate(self) -> None:
        """Set every text."""
        self.medium.setText(self.tr("Set to medium term"))
        self.keep.setText(self.tr("Keep short term"))


class OddBand(QFrame):
    """Says what is odd about an action: one sentence a line; hidden without any."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``; begin hidden."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("band", "warn")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 12, 9)
        row.setSpacing(10)
        row.addWidget(IconLabel("warning", 18, "tone.warn", parent=self), 0, Qt.AlignmentFlag.AlignTop)
        self.words = Label("body", wrap=True, parent=self)
        row.addWidget(self.words, 1)
        self.hide()

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Show these sentences."""
        self.words.setText("\n".join(sentences))
        self.setVisible(bool(sentences))


class PracticeList(QWidget):
    """Inspiring practices under a heading; hidden where there are none."""

    edit_wanted = Signal(str)
    """Id of a practice of the cluster's own."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.heading = Label("heading", wrap=True, parent=self)
        column.addWidget(self.heading)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        column.addLayout(self._rows)
        self._shown: object = None

    def show_practices(self, heading: str, practices: Sequence[PracticeView], *, can_edit: bool = False) -> None:
        """Show each practice with its place and what was done; ``can_edit``: the cluster's own lead to their form."""
        self.heading.setText(heading)
        self.setVisible(bool(practices))
        shown = (tuple(practices), can_edit, self.tr("Own practice"))
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._rows)
        for practice in practices:
            self._rows.addWidget(self._practice(practice, can_edit=can_edit))

    def _practice(self, practice: PracticeView, *, can_edit: bool) -> QWidget:
        box = QFrame(self)
        box.setProperty("ground", "sunken")
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 10, 12, 11)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label("key", practice.name, wrap=True, parent=box), 1)
        if practice.own is not None:
            badge = Badge(self.tr("Own practice"), "primary", parent=box)
            head.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        if practice.place:
            place = QHBoxLayout()
            place.setSpacing(5)
            place.addWidget(IconLabel("map-pin", 14, "text2", parent=box))
            place.addWidget(Label("badge", practice.place, wrap=True, parent=box), 1)
            column.addLayout(place)
        column.addWidget(Label("secondary", practice.what, wrap=True, parent=box))
        if practice.source:
            words = self.tr("Known from: {source}").replace("{source}", practice.source)
            column.addWidget(Label("secondary", words, wrap=True, parent=box))
        if practice.own is not None and can_edit:
            way = LinkButton(f"editPractice_{practice.own}", "pencil-simple", parent=box)
            way.setText(self.tr("Change"))
            way.setAccessibleName(f"{way.text()}: {practice.name}")
            way.clicked.connect(partial(self.edit_wanted.emit, str(practice.own)))
            column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        return box
