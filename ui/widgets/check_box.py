"""A check box whose box can be seen on every ground: the style sheet can neither draw its tick nor its border well."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QWidget

from ui.theme import icons
from ui.theme.theme import current


class CheckBox(QCheckBox):
    """Yes or no."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``."""
        super().__init__(parent)
        self.setObjectName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words as Qt does, and our box over Qt's."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        theme = current()
        place = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        box = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
        is_on = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "primary" if is_on and self.isEnabled() else "line_strong"
        painter.setPen(QPen(theme.colour(edge), 1))
        painter.setBrush(theme.colour(edge if is_on else "surface"))
        painter.drawRoundedRect(box, theme.px(3), theme.px(3))
        if is_on:
            icons.paint_icon(painter, box.adjusted(1, 1, -1, -1), "check", theme.colour("on_primary"))
        painter.end()
