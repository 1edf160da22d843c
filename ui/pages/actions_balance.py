"""The panel that says the balance of the grid: gaps first, then what is well, each as a sentence with its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.actions_panel import ActionPanel
from ui.widgets.cards import clear
from ui.widgets.labels import IconLabel, Label


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """One sentence about the grid as a whole."""

    sentence: str
    is_gap: bool


class BalancePanel(ActionPanel):
    """Shows sentences under two headings; hidden until it is asked for."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__("balancePanel", parent=parent)
        self.how = Label("secondary", wrap=True, parent=self)
        self.body.addWidget(self.how)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self.body.addLayout(self._rows)
        self._shown: tuple[object, ...] = ()

    def show_notes(self, notes: Sequence[NoteView], odd: Sequence[str], how: str) -> None:
        """Show the balance, and what is ``odd`` about single actions; ``how`` says what is counted."""
        self.how.setText(how)
        headings = (self.tr("Gaps"), self.tr("Worth checking"), self.tr("In place"))
        shown = (headings, tuple(notes), tuple(odd))
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._rows)
        parts = (
            (headings[0], "warning", "tone.warn", [note.sentence for note in notes if note.is_gap]),
            (headings[1], "magnifying-glass", "text2", list(odd)),
            (headings[2], "check-circle", "tone.good", [note.sentence for note in notes if not note.is_gap]),
        )
        for heading, icon, colour, sentences in parts:
            if sentences:
                self._rows.addWidget(Label("heading", heading, wrap=True, parent=self))
            for sentence in sentences:
                row = QHBoxLayout()
                row.setSpacing(9)
                row.addWidget(IconLabel(icon, 18, colour, parent=self), 0, Qt.AlignmentFlag.AlignTop)
                row.addWidget(Label("body", sentence, wrap=True, parent=self), 1)
                self._rows.addLayout(row)
        if not (notes or odd):
            nothing = self.tr("Nothing can be said yet: no action runs or is planned.")
            self._rows.addWidget(Label("body", nothing, wrap=True, parent=self))

    def retranslate(self) -> None:
        """Set every text that does not come with the grid."""
        self.title.setText(self.tr("Balance of the grid"))
        self.closing.set_words(self.tr("Close panel"))
