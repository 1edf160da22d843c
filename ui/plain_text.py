"""Text from outside is shown as it is: no label guesses that ``a<b and c>d`` is markup (threat 36).

`PlainTextFilter` sits on the application and forces plain text on every label, message box and tooltip when it is
first shown. Our own widgets set it themselves; the filter catches Qt's.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QMessageBox

_POLISH = QEvent.Type.Polish


class PlainTextFilter(QObject):
    """Sees every widget once, when it is polished."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Switch off the guessing; never swallows an event."""
        if event.type() == _POLISH and isinstance(watched, QLabel | QMessageBox):
            watched.setTextFormat(Qt.TextFormat.PlainText)
        return False


def literal(text: str) -> str:
    """Return ``text`` for a menu, tab or button, where a lone ``&`` would mark a key instead of being shown.

    >>> literal("Bolts & Nuts")
    'Bolts && Nuts'
    """
    return text.replace("&", "&&")


def isolated(text: str) -> str:
    """Return a name to be put inside a sentence: writing direction inside it does not reach the words around it."""
    return f"\u2068{text}\u2069"
