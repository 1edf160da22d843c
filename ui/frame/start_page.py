"""What the window shows while nothing is open: begin, open, go on with a recent file, look at the sample."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fastmap.model.direction import without_turns
from ui.plain_text import isolated, literal
from ui.theme.theme import current
from ui.widgets.buttons import Button, IconButton, LinkButton, PrimaryButton
from ui.widgets.cards import Card, clear, scrolling
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import FactLabel, IconLabel, Label

if TYPE_CHECKING:
    from ui.frame.help_panel import HelpPanel

COLUMN_WIDTH = 760
NAME_WIDTH = 400


class StartPage(QWidget):
    """Shows and asks; the window decides."""

    new_wanted = Signal()
    round_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(str)
    forget_wanted = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without recent files."""
        super().__init__(parent)
        self.setObjectName("startPage")
        content = QWidget()
        across = QHBoxLayout(content)
        across.setContentsMargins(24, 0, 24, 0)
        column_widget = QWidget(content)
        self._column = column_widget
        across.addStretch(1)
        across.addWidget(column_widget, 8)
        across.addStretch(1)
        column = QVBoxLayout(column_widget)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(12)
        column.addStretch(2)
        self._build_beginning(column)
        self._build_recent(column)
        self._build_hints(column)
        column.addStretch(3)
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(scrolling(content, name="startScroll", parent=self), 1)
        self._help: HelpPanel | None = None
        self._recent: tuple[tuple[Path, bool], ...] = ()
        current().changed.connect(self._fit)
        self._fit()
        self.retranslate()

    def _build_beginning(self, column: QVBoxLayout) -> None:
        self._title = Label("title", wrap=True, parent=self)
        self._subtitle = Label("body", wrap=True, parent=self)
        self._subtitle.set_muted(True)
        column.addWidget(self._title)
        column.addWidget(self._subtitle)
        column.addSpacing(8)
        self.new = PrimaryButton("startNew", "plus", parent=self)
        self.round = Button("startRound", "arrows-clockwise", parent=self)
        self.open = Button("startOpen", "folder-open", parent=self)
        self.sample = Button("startSample", "compass", parent=self)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, spacing=12)
        for button in (self.new, self.round, self.open, self.sample):
            flow.addWidget(button)
        column.addWidget(buttons)
        self._busy = Label("secondary", wrap=True, parent=self)
        self._busy.hide()
        column.addWidget(self._busy)
        self.new.clicked.connect(self.new_wanted)
        self.round.clicked.connect(self.round_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.sample.clicked.connect(self.sample_wanted)

    def _build_recent(self, column: QVBoxLayout) -> None:
        column.addSpacing(12)
        self._card = Card("recentFiles", parent=self)
        self._recent_title = Label("heading", parent=self._card)
        self._card.body.addWidget(self._recent_title)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self._card.body.addLayout(self._rows)
        column.addWidget(self._card)

    def _build_hints(self, column: QVBoxLayout) -> None:
        drop = Card("dropHint", kind="dashed", parent=self)
        hint = QHBoxLayout()
        hint.setSpacing(10)
        hint.addWidget(IconLabel("file-arrow-down", 20, "text2", parent=drop))
        self._drop = Label("secondary", wrap=True, parent=drop)
        hint.addWidget(self._drop, 1)
        drop.body.addLayout(hint)
        column.addWidget(drop)
        promise = QHBoxLayout()
        promise.setSpacing(8)
        promise.addWidget(IconLabel("lock-simple", 18, "tone.good", parent=self))
        self._promise = Label("secondary", wrap=True, parent=self)
        promise.addWidget(self._promise, 1)
        column.addLayout(promise)

    def show_recent(self, files: tuple[tuple[Path, bool], ...]) -> None:
        """List recent files, newest first, each with whether it is still there."""
        self._recent = files
        clear(self._rows)
        self._card.setVisible(bool(files))
        for number, (path, exists) in enumerate(files):
            self._rows.addWidget(_RecentRow(path, number, exists=exists, page=self))

    def show_busy(self, sentence: str) -> None:
        """Say that a file is being opened, or nothing."""
        self._busy.setText(sentence)
        self._busy.setVisible(bool(sentence))
        for button in (self.new, self.round, self.open, self.sample):
            button.setEnabled(not sentence)

    def toggle_help(self) -> None:
        """Show how to begin, or put it away."""
        if self._help is None:
            from ui.frame.help_panel import HelpPanel

            self._help = HelpPanel(parent=self)
            self._whole.addWidget(self._help)
        if self._help.isHidden():
            self._show_help()
            self._help.show()
        else:
            self._help.close_panel()

    def _show_help(self) -> None:
        if self._help is not None:
            words = self.tr(
                "A new assessment asks for the cluster's name, its country and where the file goes. Nothing else is "
                "needed to begin; the eight steps at the left then lead from the members to the report, in any order.\n\n"
                "“New round” starts from the file of the last one: members, partners, actions and decisions come along, and "
                "the two rounds are compared.\n\n"
                "One assessment is one file with the ending .fastmap. Every change is saved in it at once and can be "
                "taken back with Ctrl+Z, also tomorrow. Copy the file to hand it on.\n\n"
                "The sample is a fictional cluster with answers, partners and actions. Change in it what you like: it "
                "is your own copy.\n\n"
                "Keys: Ctrl+N new, Ctrl+O open, Ctrl+1 to Ctrl+8 the steps, Ctrl+F find, F1 help for the step in sight, "
                "Ctrl and + or − larger and smaller."
            )
            self._help.show_help(self.tr("How to begin"), words)

    def retranslate(self) -> None:
        """Set every text."""
        self._show_help()
        self._title.setText(self.tr("Which skills does your cluster need, and what comes next?"))
        self._subtitle.setText(
            self.tr(
                "A fast mapping in eight steps: collect your members' needs, see who can meet them, "
                "and leave with the next decisions and a report."
            )
        )
        self.new.setText(self.tr("New assessment"))
        self.round.setText(self.tr("New round"))
        self.round.setToolTip(self.tr("Start the next round from the file of the last one"))
        self.open.setText(self.tr("Open file"))
        self.sample.setText(self.tr("Look at the sample"))
        self._recent_title.setText(self.tr("Go on where you left off"))
        self._drop.setText(self.tr("Or drop a .fastmap file anywhere on this window."))
        self._promise.setText(self.tr("Everything stays on this computer. No account needed."))
        self.show_recent(self._recent)

    def _fit(self) -> None:
        self._column.setMaximumWidth(current().px(COLUMN_WIDTH))
        self.show_recent(self._recent)


class _RecentRow(QWidget):
    """One recent file: name, folder; one that is gone is grey and can be forgotten."""

    def __init__(self, path: Path, number: int, *, exists: bool, page: StartPage) -> None:
        super().__init__(page)
        stem, folder_name = without_turns(path.stem), without_turns(str(path.parent))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel("file" if exists else "file-dotted", 18, "primary" if exists else "text2", parent=self))
        if exists:
            name = LinkButton(f"recent_{number}", parent=self)
            shown = name.fontMetrics().elidedText(stem, Qt.TextElideMode.ElideRight, current().px(NAME_WIDTH))
            name.setText(literal(shown))
            name.setAccessibleName(self.tr("Open {file}").replace("{file}", isolated(stem)))
            name.setToolTip(without_turns(str(path)))
            name.clicked.connect(lambda: page.recent_wanted.emit(str(path)))
            row.addWidget(name)
        else:
            gone = FactLabel("body", stem, parent=self)
            gone.set_muted(True)
            gone.setContentsMargins(6, 0, 0, 0)
            row.addWidget(gone, 1)
        folder = FactLabel("secondary", folder_name, parent=self)
        row.addWidget(folder, 2)
        folder.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if not exists:
            folder.set_fact(self.tr("no longer there: {folder}").replace("{folder}", isolated(folder_name)))
            forget = IconButton(f"forget_{number}", "x", parent=self)
            forget.set_words(self.tr("Take {file} off this list").replace("{file}", isolated(stem)))
            forget.clicked.connect(lambda: page.forget_wanted.emit(str(path)))
            row.addWidget(forget)
