"""One answer among several, as a line with a box or a circle before it that may wrap in long languages."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import icons
from ui.theme.theme import current
from ui.widgets.check_box import paint_tick_box

_ICON, _GAP, _LEAST = 18, 9, 28
_FLAGS = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter)


class ChoiceLine(QAbstractButton):
    """Ticked or not. In an exclusive `QButtonGroup` with ``one_of_several`` it looks and sounds like a radio button."""

    def __init__(self, name: str, *, one_of_several: bool = False, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setCheckable(True)
        self.setAutoExclusive(one_of_several)
        self._is_one_of_several = one_of_several
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        current().changed.connect(self.updateGeometry)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all lines of the text."""
        room = QRect(0, 0, max(1, width - self._text_left), 10_000)
        height = QFontMetrics(current().font("body")).boundingRect(room, _FLAGS, self.text()).height()
        return max(current().px(_LEAST), height + current().px(8))

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        metrics = QFontMetrics(current().font("body"))
        return QSize(metrics.horizontalAdvance(self.text()) + self._text_left + 2, current().px(_LEAST))

    def minimumSizeHint(self) -> QSize:
        """Get along with a few letters a line."""
        return QSize(current().px(90), current().px(_LEAST))

    @property
    def _text_left(self) -> int:
        return current().px(_ICON + _GAP + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, words and the ring of the focus."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        size = theme.px(_ICON)
        place = QRectF(theme.px(4), theme.px(_LEAST - _ICON) / 2, size, size)
        if self._is_one_of_several:
            is_lit = self.isEnabled() and (self.isChecked() or self.underMouse())
            colour = theme.colour("primary" if is_lit else "line_strong")
            icons.paint_icon(painter, place, "record" if self.isChecked() else "circle", colour)
        else:
            painter.setOpacity(1 if self.isEnabled() else 0.5)
            box = place.adjusted(0.5, 0.5, -0.5, -0.5)
            paint_tick_box(painter, box, is_ticked=self.isChecked(), is_lit=self.isEnabled() and self.underMouse())
            painter.setOpacity(1)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text" if self.isEnabled() else "text2"))
        painter.drawText(self.rect().adjusted(self._text_left, 0, 0, 0), _FLAGS, self.text())
        painter.end()
