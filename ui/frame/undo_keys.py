"""Ctrl+Z in a text field takes back typing first, and once nothing is left to take back, the last edit of the file.

A text field of Qt claims the keys of undo and redo even where it has nothing to undo, and the menu's never come.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

_TextField = QLineEdit | QPlainTextEdit


class UndoKeys(QObject):
    """Watches the text field that has the keyboard."""

    def __init__(self, parent: QObject) -> None:
        """Watch whatever gets the keyboard from now on."""
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # there is a window
        app.focusChanged.connect(self._watch)

    def _watch(self, old: QWidget | None, now: QWidget | None) -> None:
        if isinstance(old, _TextField) and isValid(old):
            old.removeEventFilter(self)
        if isinstance(now, _TextField):
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the keys to the menu where the field has no use for them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_undo, is_redo = (
                event.matches(QKeySequence.StandardKey.Undo),
                event.matches(QKeySequence.StandardKey.Redo),
            )
            if (is_undo and not _can_undo(watched)) or (is_redo and not _can_redo(watched)):
                event.ignore()
                return True
        return False


def _can_undo(field: QObject) -> bool:
    if isinstance(field, QPlainTextEdit):
        return not field.isReadOnly() and field.document().isUndoAvailable()
    return isinstance(field, QLineEdit) and not field.isReadOnly() and field.isUndoAvailable()


def _can_redo(field: QObject) -> bool:
    if isinstance(field, QPlainTextEdit):
        return not field.isReadOnly() and field.document().isRedoAvailable()
    return isinstance(field, QLineEdit) and not field.isReadOnly() and field.isRedoAvailable()
