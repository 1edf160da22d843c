"""A QR code: black on white in every theme, each module a whole number of the screen's own pixels."""

from __future__ import annotations

from typing import Final

import segno
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

QUIET_MODULES: Final = 4
"""White modules around the code; cameras need them."""


class QrCode(QWidget):
    """Shows a text as a QR code, as large as whole pixels allow."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Begin blank; ``name`` is the object name."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._rows: tuple[tuple[int, ...], ...] = ()

    def show_text(self, text: str, *, spoken: str) -> None:
        """Show ``text``; ``spoken`` is what a screen reader says."""
        self._rows = tuple(tuple(row) for row in segno.make(text, error="m", micro=False).matrix)
        self.setAccessibleName(spoken)
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._rows = ()
        self.setAccessibleName("")  # or an address would be read out that nobody is at any more
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return a size at which a phone on the table reads it."""
        return QSize(180, 180)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(360, 360)

    def module_px(self) -> int:
        """Return how many of the screen's own pixels one module takes; 0 while nothing is shown."""
        if not self._rows:
            return 0
        room = min(self.width(), self.height()) * self.devicePixelRatioF()
        return int(room // (len(self._rows) + 2 * QUIET_MODULES))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint in the screen's own pixels: half a pixel of grey is what a camera stumbles over."""
        super().paintEvent(event)
        step = self.module_px()
        if step < 1:
            return
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        side = step * (len(self._rows) + 2 * QUIET_MODULES)
        left, top = (int(self.width() * ratio) - side) // 2, (int(self.height() * ratio) - side) // 2
        painter.fillRect(QRect(left, top, side, side), QColor(Qt.GlobalColor.white))
        for y, row in enumerate(self._rows, start=QUIET_MODULES):
            for x, is_dark in enumerate(row, start=QUIET_MODULES):
                if is_dark:
                    painter.fillRect(QRect(left + x * step, top + y * step, step, step), QColor(Qt.GlobalColor.black))
