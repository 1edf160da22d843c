"""The last row of a dialog: its buttons at the right, the one that does what was asked for last."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton


def dialog_foot(*buttons: QPushButton) -> QHBoxLayout:
    """Return a row of ``buttons``."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row
