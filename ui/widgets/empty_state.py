"""What a page shows before it has anything to show: icon, title, at most three lines, one primary button, two others."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import current
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import IconLabel, Label

TEXT_WIDTH = 520


class EmptyState(QWidget):
    """In the middle of the page; `primary` and the buttons of `add_other` are connected by the page."""

    def __init__(self, name: str, icon: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name`` and show ``icon`` large."""
        super().__init__(parent)
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(4)
        column.addWidget(IconLabel(icon, 56, "primary", parent=self), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        self.title = Label("card", wrap=True, parent=self)
        self.title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.title)
        self.help = Label("body", wrap=True, parent=self)
        self.help.set_muted(True)
        self.help.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.help, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        buttons = QWidget(self)
        self._buttons = FlowLayout(buttons, spacing=8, centred=True)
        column.addWidget(buttons)
        column.addStretch(5)
        self.primary = PrimaryButton(f"{name}Primary", parent=buttons)
        self._buttons.addWidget(self.primary)
        current().changed.connect(self._fit)
        self._fit()

    def add_other(self, name: str, icon: str = "") -> Button:
        """Return another button, to the right of those already there (at most two)."""
        button = Button(name, icon, parent=self.primary.parentWidget())
        self._buttons.addWidget(button)
        return button

    def set_words(self, title: str, help_text: str) -> None:
        """Say what is missing and what it is good for."""
        self.title.setText(title)
        self.help.setText(help_text)
        self._fit()

    def _fit(self) -> None:
        width = current().px(TEXT_WIDTH)
        self.help.setFixedWidth(width)
        # In the middle of a column a label is given the height of its widest shape: a last line would be cut.
        self.help.setMinimumHeight(max(self.help.heightForWidth(width), 0))
