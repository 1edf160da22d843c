"""The last row of a dialog: its buttons at the right, the one that does what was asked for last."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget


def dialog_foot(*buttons: QPushButton, words: QWidget | None = None) -> QHBoxLayout:
    """Return a row of ``buttons``, with ``words`` in the room before them."""
    row = QHBoxLayout()
    row.setSpacing(8)
    if words is None:
        row.addStretch(1)
    else:
        row.addWidget(words, 1)
    for button in buttons:
        row.addWidget(button)
    return row
