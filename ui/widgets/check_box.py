"""A box to tick, drawn from the tokens: the style sheet cannot draw a tick that follows the theme."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.theme import icons
from ui.theme.theme import current

_BOX, _GAP, _HEIGHT = 18, 9, 28


def paint_tick_box(painter: QPainter, box: QRectF, *, is_ticked: bool, is_lit: bool) -> None:
    """Draw a box, ticked or not; lit where the mouse is over it."""
    theme = current()
    if is_ticked:
        painter.setBrush(theme.colour("primary_hover" if is_lit else "primary"))
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setBrush(theme.colour("primary_soft" if is_lit else "surface"))
        painter.setPen(QPen(theme.colour("line_strong"), 1.2))
    painter.drawRoundedRect(box, theme.px(4), theme.px(4))
    if is_ticked:
        inset = theme.px(2)
        tick = box.adjusted(inset, inset, -inset, -inset)
        icons.paint_icon(painter, tick, "check-bold", theme.colour("on_primary"))


class CheckBox(QCheckBox):
    """On or off, with its words beside it."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Ask for box and words."""
        px = current().px
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(px(_BOX + _GAP + 6) + words, max(px(_HEIGHT), self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:  # noqa: N802 - Qt's name
        """Let the whole row be pressed, as box and words are one."""
        return self.rect().contains(pos)  # type: ignore[call-overload, no-any-return]  # a point, as Qt calls it

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, tick, words and the ring of the keyboard."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        size = theme.px(_BOX)
        box = QRectF(2.5, (self.height() - size) / 2 + 0.5, size - 1, size - 1)
        paint_tick_box(painter, box, is_ticked=self.isChecked(), is_lit=self.underMouse())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        painter.setPen(theme.colour("text"))
        painter.setFont(self.font())
        words = self.rect().adjusted(theme.px(_BOX + _GAP) + 2, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.end()
