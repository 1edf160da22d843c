"""Text from outside is shown as it is: no label guesses that ``a<b and c>d`` is markup (threat 36).

`PlainTextFilter` sits on the application and forces plain text on every label, message box and tooltip when it is
first shown. Our own widgets set it themselves; the filter catches Qt's. A module of its own, because the types it names
cost more than it does, and the first paint does not need it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QMessageBox

_POLISH = QEvent.Type.Polish
_GUESSING = (QLabel, QMessageBox)


class PlainTextFilter(QObject):
    """Sees every widget once, when it is polished."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Switch off the guessing; never swallows an event."""
        # In this order: asking an event for its type makes a Python object, and every event of the program comes by.
        if isinstance(watched, _GUESSING) and event.type() == _POLISH:
            watched.setTextFormat(Qt.TextFormat.PlainText)
        return False
