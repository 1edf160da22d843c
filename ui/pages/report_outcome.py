"""What became of the last writing: what is there, what is not and why, and buttons that open it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import restyle
from ui.widgets.buttons import Button, IconButton
from ui.widgets.cards import clear
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import IconLabel, Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exports.together import Outcome
    from fastmap.texts import Texts

_OPENED = ("pack", "pdf", "excel", "word", "pictures", "csv", "annex")
"""What has a button of its own; nobody reads JSON."""


class OutcomeStrip(QFrame):
    """A strip above the preview; it stays until it is closed or something else is written."""

    again_wanted = Signal()
    """What could not be written, because it is open elsewhere or the disk was full, should be tried once more."""
    not_opened = Signal(str)
    """The system opened nothing: the path that a person may open by hand."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setObjectName("reportOutcome")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 8, 10)
        row.setSpacing(10)
        self._icon = IconLabel("check-circle", 20, "tone.good", parent=self)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(6)
        self.sentence = Label("key", wrap=True, parent=self)
        self.sentence.setObjectName("reportOutcomeSentence")
        column.addWidget(self.sentence)
        self._problems = QVBoxLayout()
        self._problems.setSpacing(4)
        column.addLayout(self._problems)
        buttons = QWidget(self)
        self._buttons = FlowLayout(buttons, spacing=8)
        self._button_parent = buttons
        column.addWidget(buttons)
        row.addLayout(column, 1)
        self.closing = IconButton("reportOutcomeClose", "x", parent=self)
        row.addWidget(self.closing, 0, Qt.AlignmentFlag.AlignTop)
        self.closing.clicked.connect(self.hide)
        self._written: frozenset[Path] = frozenset()
        self.hide()

    def show_outcomes(self, outcomes: Sequence[Outcome], folder: Path, sentence: str, texts: Texts) -> None:
        """Show what was written and what was not."""
        written = [outcome for outcome in outcomes if outcome.error is None]
        failed = [outcome for outcome in outcomes if outcome.error is not None]
        tone = "good" if not failed else "warn" if written else "bad"
        self._icon.set_icon("check-circle" if tone == "good" else "warning-circle", f"tone.{tone}")
        restyle(self, band=tone)
        self.sentence.setText(sentence)
        clear(self._problems)
        for outcome in failed:
            assert outcome.error is not None  # chosen above
            words = texts.say(outcome.error.message)
            self._problems.addWidget(Label("body", words, wrap=True, parent=self))
        for remark in (remark for outcome in written for remark in outcome.remarks):
            self._problems.addWidget(Label("body", texts.say(remark), wrap=True, parent=self))
        self._show_buttons(written, folder)
        if failed:
            again = Button("writeReportsAgain", "arrow-counter-clockwise", parent=self._button_parent)
            again.setText(self.tr("Try again"))
            again.clicked.connect(self.again_wanted)
            self._buttons.addWidget(again)
        self.closing.set_words(self.tr("Close"))
        self.show()

    def _show_buttons(self, written: Sequence[Outcome], folder: Path) -> None:
        clear(self._buttons)
        self._written = frozenset({folder, *(outcome.target for outcome in written)})
        self._button_parent.setVisible(bool(written))
        if not written:
            return
        words = {
            "pack": self.tr("Open README"),
            "pdf": self.tr("Open PDF"),
            "excel": self.tr("Open workbook"),
            "word": self.tr("Open Word files"),
            "pictures": self.tr("Open pictures"),
            "csv": self.tr("Open tables"),
            "annex": self.tr("Open annex"),
        }
        self._add("openReportFolder", "folder-open", self.tr("Open folder"), folder)
        for outcome in written:
            if outcome.kind in _OPENED:
                self._add(f"openReport_{outcome.kind}", _icon(outcome), words[outcome.kind], outcome.target)

    def _add(self, name: str, icon: str, words: str, path: Path) -> None:
        button = Button(name, icon, parent=self._button_parent)
        button.setText(words)
        button.clicked.connect(lambda: self._open(path))
        self._buttons.addWidget(button)

    def _open(self, path: Path) -> None:
        """Let the system open a file; only what was written here is ever handed to it."""
        if path in self._written and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.not_opened.emit(str(path))


def _icon(outcome: Outcome) -> str:
    icons = {"pack": "file-text", "pdf": "file-pdf"}
    return icons.get(outcome.kind, "table" if outcome.target.suffix else "folder-open")
