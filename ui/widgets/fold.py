"""Something folded away behind its title."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import LinkButton


class Fold(QWidget):
    """Something that is shown when its title is clicked."""

    def __init__(self, name: str, content: QWidget, *, parent: QWidget) -> None:
        """Fold ``content`` away behind a title; the button is called ``name``."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.toggle = LinkButton(name, "caret-right", parent=self)
        self.toggle.setCheckable(True)
        line = QHBoxLayout()
        line.addWidget(self.toggle)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(content)
        self._content = content
        content.hide()
        self.toggle.clicked.connect(self._turn)

    def set_words(self, words: str) -> None:
        """Name what is folded away."""
        self.toggle.setText(words)

    def _turn(self) -> None:
        self._content.setVisible(self.toggle.isChecked())
        self.toggle.set_icon("caret-down" if self.toggle.isChecked() else "caret-right")
