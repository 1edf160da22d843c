"""A slider that leaves the wheel to the page: who scrolls past it must not change a figure."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSlider, QWidget

from ui.theme.theme import current

_HEIGHT = 28


class Slider(QSlider):
    """From left to right, moved with mouse, arrows and page keys."""

    def __init__(self, name: str, low: int, high: int, *, page: int = 5, parent: QWidget | None = None) -> None:
        """Carry the object name ``name`` and go from ``low`` to ``high``, ``page`` at a time with the page keys."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(name)
        self.setRange(low, high)
        self.setPageStep(page)
        current().changed.connect(self._fit)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def _fit(self) -> None:
        self.setMinimumHeight(current().px(_HEIGHT))
