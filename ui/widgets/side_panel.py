"""A panel at the right edge: help for the step, details of a skill. Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import current
from ui.widgets.buttons import IconButton
from ui.widgets.cards import scrolling
from ui.widgets.labels import Label


class SidePanel(QFrame):
    """A head with a title and a close button; put things into `body`, which scrolls."""

    closed = Signal()

    def __init__(self, name: str = "sidePanel", *, width: int = 320, parent: QWidget | None = None) -> None:
        """Begin hidden, ``width`` pixels wide at 100 %."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("panel", "true")
        self._width = width
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(18, 14, 12, 8)
        self.title = Label("card", wrap=True, parent=self)
        self.closing = IconButton(f"{name}Close", "x", parent=self)
        head.addWidget(self.title, 1)
        head.addWidget(self.closing, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        content = QWidget()
        # No alignment at the top: Qt then gives wrapped text the height of its own guess, and cuts it.
        filling = QVBoxLayout(content)
        filling.setContentsMargins(18, 4, 18, 18)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        filling.addLayout(self.body)
        filling.addStretch(1)
        column.addWidget(scrolling(content, name=f"{name}Scroll", parent=self), 1)
        self.closing.clicked.connect(self.close_panel)
        current().changed.connect(self._fit)
        self._fit()
        self.hide()

    def sizeHint(self) -> QSize:
        """Ask for the width given."""
        return QSize(current().px(self._width), 400)

    def close_panel(self) -> None:
        """Go away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        self.setFixedWidth(current().px(self._width))
