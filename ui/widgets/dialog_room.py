"""How large a dialog opens: as designed, and never beyond the screen on which it opens."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog

from ui.theme.theme import current

_TITLE_BAR = 36
"""Pixels above a dialog that are the system's, and count to no widget."""


def room_for(dialog: QDialog) -> QSize:
    """Return the size that a dialog may have on its screen, below its title bar."""
    room = dialog.screen().availableGeometry().size()
    return QSize(room.width(), room.height() - _TITLE_BAR)


def open_at(dialog: QDialog, width: int, height: int) -> None:
    """Give ``dialog`` a size in pixels at 100 %; less where letters are large and the screen is small.

    That holds only if what grows inside scrolls: no layout gets smaller than what it holds.
    """
    dialog.resize(QSize(current().px(width), current().px(height)).boundedTo(room_for(dialog)))
