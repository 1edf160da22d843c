"""The help of F1: what the step is for and how to work on it, beside the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.cards import clear
from ui.widgets.labels import Label
from ui.widgets.side_panel import SidePanel


class HelpPanel(SidePanel):
    """Paragraphs of plain text."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin hidden and empty."""
        super().__init__("helpPanel", parent=parent)
        self.setObjectName("helpPanel")
        self._retranslate()

    def show_help(self, title: str, text: str) -> None:
        """Show ``text``, whose paragraphs are separated by blank lines."""
        self.title.setText(title)
        clear(self.body)
        for paragraph in text.split("\n\n"):
            self.body.addWidget(Label("body", " ".join(paragraph.split()), wrap=True, parent=self))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.closing.set_words(self.tr("Close help (Esc)"))
