"""How far the answers carry, in words."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme.theme import restyle
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import IconLabel, Label

_WARNINGS_SHOWN = 2


class Warnings(QFrame):
    """How far the answers carry, in words; longer lists are folded."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setObjectName("qualityWarnings")
        restyle(self, band="warn")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(IconLabel("warning", 18, "tone.warn", parent=self))
        self.words = Label("body", wrap=True, parent=self)
        self.words.setObjectName("qualityWarningWords")
        row.addWidget(self.words, 1)
        self.toggle = LinkButton("qualityToggle", parent=self)
        self.toggle.setCheckable(True)
        row.addWidget(self.toggle)
        self._sentences: list[str] = []
        self.toggle.clicked.connect(self._show)
        self.hide()

    def show_sentences(self, sentences: list[str]) -> None:
        """Show warnings, or nothing."""
        self._sentences = sentences
        self._show()

    def retranslate(self) -> None:
        """Set the texts."""
        self._show()

    def _show(self) -> None:
        is_long = len(self._sentences) > _WARNINGS_SHOWN
        is_open = self.toggle.isChecked()
        shown = self._sentences if is_open else self._sentences[:_WARNINGS_SHOWN]
        self.words.setText("\n".join(shown))
        self.toggle.setVisible(is_long)
        more = len(self._sentences) - _WARNINGS_SHOWN
        self.toggle.setText(self.tr("Show fewer") if is_open else self.tr("Show %n more", "", max(more, 0)))
        self.setVisible(bool(self._sentences))
