"""Asking why a recommendation is answered with "later" or "no"."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.theme.theme import restyle
from ui.widgets.buttons import Button
from ui.widgets.labels import Label

_MOST_REASON = 300


class ReasonEntry(QWidget):
    """Asks why, in the place of the buttons: Enter saves, Esc lets it be."""

    given = Signal(str)
    dropped = Signal()

    def __init__(self, name: str, *, parent: QWidget) -> None:
        """Carry object names that end in ``name``; begin hidden."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.question = Label("key", wrap=True, parent=self)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.line = QLineEdit(self)
        self.line.setObjectName(f"reason_{name}")
        self.line.setMaxLength(_MOST_REASON)
        self.saving = Button(f"saveReason_{name}", "check", parent=self)
        self.dropping = Button(f"dropReason_{name}", parent=self)
        row.addWidget(self.line, 1)
        row.addWidget(self.dropping)
        row.addWidget(self.saving)
        self.hint = Label("secondary", wrap=True, parent=self)
        self.hint.hide()
        column.addWidget(self.question)
        column.addLayout(row)
        column.addWidget(self.hint)
        self.line.returnPressed.connect(self._give)
        self.line.textEdited.connect(lambda: self._complain(""))
        self.saving.clicked.connect(self._give)
        self.dropping.clicked.connect(self.dropped)
        self.hide()

    def begin(self, question: str) -> None:
        """Ask ``question``."""
        self.question.setText(question)
        self.line.setAccessibleName(question)
        self.line.clear()
        self._complain("")
        self.saving.setText(self.tr("Save answer"))
        self.dropping.setText(self.tr("Cancel"))
        self.show()
        self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let it be with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
            return
        super().keyPressEvent(event)

    def _give(self) -> None:
        if self.line.text().strip():
            self.given.emit(self.line.text())
        else:
            self._complain(self.tr("Say why in a few words, so that the next meeting need not ask again."))
            self.line.setFocus()

    def _complain(self, sentence: str) -> None:
        self.hint.setText(sentence)
        self.hint.setVisible(bool(sentence))
        self.line.setAccessibleDescription(sentence)
        restyle(self.line, wrong="true" if sentence else "false")
        restyle(self.hint, complaint="true" if sentence else "false")
