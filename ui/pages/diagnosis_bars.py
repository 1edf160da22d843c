"""Labelled bars with their numbers, drawn one line each."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.pages.diagnosis_details_view import Bar
from ui.pages.diagnosis_list import paint_bar
from ui.theme.theme import current


class Bars(QWidget):
    """Labelled bars with their numbers, drawn: one line each."""

    def __init__(self, name: str, *, parent: QWidget) -> None:
        """Carry the object name ``name``."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.bars: tuple[Bar, ...] = ()
        current().changed.connect(self.updateGeometry)

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        """Show other bars; screen readers get them as one sentence."""
        self.bars = bars
        words = "; ".join(f"{bar.label}: {bar.number}" for bar in bars)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for all lines."""
        return QSize(current().px(240), self._line_height() * max(len(self.bars), 1))

    def _line_height(self) -> int:
        return current().px(36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw label and number above each bar."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self._line_height()
        for place, bar in enumerate(self.bars):
            top = place * height
            line = QRectF(0, top + theme.px(2), self.width(), theme.px(22))
            painter.setFont(theme.font("secondary"))
            painter.setPen(theme.colour("text2"))
            numbers = painter.fontMetrics().horizontalAdvance(bar.number) + theme.px(8)
            room = max(self.width() - numbers, theme.px(40))
            label = painter.fontMetrics().elidedText(bar.label, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label)
            painter.setPen(theme.colour("text"))
            painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, bar.number)
            track = QRectF(0, top + theme.px(24), self.width(), theme.px(6))
            paint_bar(painter, track, bar.value_0_1 or 0.0, bar.tone)
        painter.end()
