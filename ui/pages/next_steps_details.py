"""What a board asks of a recommendation besides its reasons."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.pages.next_steps_views import PartView
from ui.theme.theme import current
from ui.widgets.cards import clear
from ui.widgets.labels import Label

_TWO_COLUMNS_FROM = 680
_LEFT = ("if_not", "first_step", "prerequisites", "unknown", "order")


class Details(QWidget):
    """Everything else a board asks, in two columns where there is room."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 4, 0, 2)
        self._row.setSpacing(28)
        self._columns = (QVBoxLayout(), QVBoxLayout())
        for column in self._columns:
            column.setSpacing(11)
            self._row.addLayout(column, 1)
        self._shown: tuple[object, ...] = ()

    def show_parts(self, parts: tuple[PartView, ...]) -> None:
        """Show each part under its name."""
        if parts == self._shown:
            return
        self._shown = parts
        for column in self._columns:
            clear(column)
        left = sorted((part for part in parts if part.key in _LEFT), key=lambda part: _LEFT.index(part.key))
        for part in left:
            self._add(0, part)
        for part in parts:
            if part.key not in _LEFT:
                self._add(1, part)
        for column in self._columns:
            column.addStretch(1)

    def _add(self, column: int, part: PartView) -> None:
        box = QVBoxLayout()
        box.setSpacing(2)
        label = Label("badge", part.label, wrap=True, parent=self)
        label.set_muted(True)
        box.addWidget(label)
        for line in part.lines:
            words = Label("body", line, wrap=True, parent=self)
            box.addWidget(words)
        self._columns[column].addLayout(box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns below each other where they would be too narrow."""
        super().resizeEvent(event)
        wide = event.size().width() >= current().px(_TWO_COLUMNS_FROM)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._row.direction() != way:
            self._row.setDirection(way)
            self._row.setSpacing(28 if wide else 11)
