"""Calm lines above the partners: something waits for a person."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.labels import IconLabel, Label


class Strip(Card):
    """One line with one button; hidden while nothing waits."""

    def __init__(self, name: str, button: str, icon: str, *, parent: QWidget) -> None:
        """Carry the object name ``name``, with the button ``button``."""
        super().__init__(name, parent=parent)
        self.body.setContentsMargins(14, 8, 10, 8)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconLabel(icon, 18, "tone.primary", parent=self))
        self.words = Label("body", wrap=True, parent=self)
        self.words.setObjectName(f"{name}Words")
        row.addWidget(self.words, 1)
        self.reviewing = Button(button, "checks", parent=self)
        row.addWidget(self.reviewing)
        self.body.addLayout(row)
        self.hide()


class NamesStrip(Strip):
    """So many named organisations are not among the partners."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__("namesStrip", "reviewNames", "chat-circle-text", parent=parent)

    def retranslate(self) -> None:
        """Set the text of the button."""
        self.reviewing.setText(self.tr("Review names"))

    def show_count(self, count: int) -> None:
        """Say how many wait; nothing where none does."""
        self.words.setText(self.tr("%n organisation(s) named in forms are not under Partners yet.", "", count))
        self.setVisible(count > 0)


class RepliesStrip(Strip):
    """So many offer forms wait for a decision."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__("repliesStrip", "reviewReplies", "envelope-simple", parent=parent)

    def retranslate(self) -> None:
        """Set the text of the button."""
        self.reviewing.setText(self.tr("Decide"))

    def show_count(self, count: int) -> None:
        """Say how many wait; nothing where none does."""
        self.words.setText(self.tr("%n offer form(s) of providers wait for a decision.", "", count))
        self.setVisible(count > 0)


class FindingsStrip(Strip):
    """Something was found in the files that came in last."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__("findingsStrip", "showFindings", "warning", parent=parent)

    def retranslate(self) -> None:
        """Set the text of the button."""
        self.reviewing.setText(self.tr("What was found"))

    def show_count(self, count: int) -> None:
        """Say in how many files; nothing where in none."""
        self.words.setText(self.tr("Something was found in %n file(s) of the last import.", "", count))
        self.setVisible(count > 0)
