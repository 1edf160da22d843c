"""Plain text over as many lines as it takes, with some of its words marked."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme.theme import current


class MarkedText(QWidget):
    """Shows what people typed exactly as it is; markup in it stays text."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``; `set_text` gives the words."""
        super().__init__(parent)
        self.setObjectName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.text = ""
        self.marked: tuple[tuple[int, int], ...] = ()
        """Where each marked part begins and where what follows it begins."""
        current().changed.connect(self.updateGeometry)

    def set_text(self, text: str, marked: Iterable[tuple[int, int]] = ()) -> None:
        """Show ``text`` with the parts at ``marked`` on a coloured ground, bold and underlined."""
        self.text, self.marked = text, tuple(marked)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height that all lines take."""
        return round(self._laid_out(width)[1]) + 1

    def sizeHint(self) -> QSize:
        """Ask for a column that is easy to read."""
        width = min(current().px(420), max(self.width(), current().px(120)))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Get along with a narrow column."""
        return QSize(current().px(80), current().px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        painter.setPen(current().colour("text"))
        layout, _ = self._laid_out(self.width())
        layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(self.text.replace("\n", "\u2028"), current().font("body"))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._format(start, end) for start, end in self.marked])
        layout.beginLayout()
        bottom = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, bottom))
            bottom += QRectF(line.rect()).height()
        layout.endLayout()
        return layout, bottom

    def _format(self, start: int, end: int) -> QTextLayout.FormatRange:
        theme, part = current(), QTextLayout.FormatRange()
        words = QTextCharFormat()
        words.setFontUnderline(True)  # not by colour alone
        words.setFontWeight(theme.font("heading").weight())
        words.setForeground(theme.colour("tone.warn"))
        words.setBackground(theme.soft("warn"))
        part.start, part.length, part.format = _units(self.text[:start]), _units(self.text[start:end]), words
        return part


def _units(text: str) -> int:
    """Return how many places a text takes in Qt, which counts in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
