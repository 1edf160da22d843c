"""A field for a few lines of free text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.theme.theme import current

_NOTE_LINES = 4


class NoteField(QPlainTextEdit):
    """A few lines of free text; Tab leaves it."""

    finished = Signal()

    def __init__(self, name: str, *, lines: int = _NOTE_LINES, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``; show ``lines`` lines, and scroll beyond them."""
        super().__init__(parent)
        self._lines = lines
        self.setObjectName(name)
        self.setTabChangesFocus(True)
        current().changed.connect(self._fit)
        self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Announce that typing is over."""
        super().focusOutEvent(event)
        self.finished.emit()

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + current().px(18))
