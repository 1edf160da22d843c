"""Several partners or skills in one field: chips, and a search field that adds another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import icons
from ui.theme.theme import current
from ui.widgets.cards import clear
from ui.widgets.completion import CompletionField, Suggestion
from ui.widgets.flow_layout import FlowLayout

_HEIGHT, _CROSS, _SIDE = 26, 12, 9


class Chip(QAbstractButton):
    """One thing chosen; a click, Delete or Enter takes it away."""

    def __init__(self, value: str, label: str, words: str, *, parent: QWidget | None = None) -> None:
        """Stand for ``value``; ``words`` say what a click does."""
        super().__init__(parent)
        self.value = value
        self._label = " ".join(label.split())
        self.setObjectName(f"chip{value}")
        self.setToolTip(self._label)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        current().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Ask for room for the whole label and the cross."""
        px = current().px
        width = QFontMetrics(current().font("secondary")).horizontalAdvance(self._label)
        return QSize(width + px(2 * _SIDE + _CROSS + 7), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Get along with a few letters."""
        return QSize(current().px(60), current().px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Enter remove, as the space bar does."""
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys and self.isEnabled():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, label and cross."""
        theme = current()
        px = theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_lit = self.isEnabled() and (self.underMouse() or self.hasFocus())
        width = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else "primary" if is_lit else "line"), width))
        painter.setBrush(theme.colour("primary_soft"))
        rect = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(rect, px(7), px(7))
        cross = px(_CROSS) if self.isEnabled() else 0
        room = self.width() - px(2 * _SIDE) - (cross + px(7) if cross else 0)
        painter.setFont(theme.font("secondary"))
        painter.setPen(theme.colour("text"))
        shown = QFontMetrics(painter.font()).elidedText(self._label, Qt.TextElideMode.ElideRight, room + 1)
        painter.drawText(QRectF(px(_SIDE), 0, room + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        if cross:
            place = QRectF(self.width() - px(_SIDE) - cross, (self.height() - cross) / 2, cross, cross)
            icons.paint_icon(painter, place, "x", theme.colour("text2"))
        painter.end()


class ChipField(QWidget):
    """Chips above a field in which one searches for more."""

    added = Signal(object)
    """The `Suggestion` taken."""
    removed = Signal(str)
    """The value of a chip."""

    def __init__(self, name: str, *, allows_own_words: bool = False, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``; the search field is called ``<name>Search``."""
        super().__init__(parent)
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips, spacing=6)
        column.addWidget(self._chips)
        self.search = CompletionField(f"{name}Search", allows_own_words=allows_own_words, parent=self)
        column.addWidget(self.search)
        self.setFocusProxy(self.search)
        self.search.chosen.connect(self._take)
        self._shown: tuple[tuple[str, str], ...] = ()
        self._remove_words = "{name}"

    def set_words(self, placeholder: str, remove_words: str) -> None:
        """Say what can be searched, and what a click on a chip does ("Remove {name}")."""
        self.search.setPlaceholderText(placeholder)
        self.search.setAccessibleName(placeholder)
        self._remove_words = remove_words

    def set_chips(self, chips: Sequence[tuple[str, str]]) -> None:
        """Show these values with their labels."""
        if tuple(chips) != self._shown:
            self._shown = tuple(chips)
            clear(self._flow)
            for value, label in chips:
                chip = Chip(value, label, self._remove_words.replace("{name}", label), parent=self._chips)
                chip.clicked.connect(self._remove_sender)
                self._flow.addWidget(chip)
                chip.show()
        self._chips.setVisible(bool(chips))

    def _take(self, suggestion: Suggestion) -> None:
        self.search.begin_with("")
        self.added.emit(suggestion)

    def _remove_sender(self) -> None:
        chip = self.sender()
        assert isinstance(chip, Chip)  # only chips are connected
        self.search.setFocus()
        self.removed.emit(chip.value)
