"""How far a longer piece of work is, with the button that stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.cards import Card
from ui.widgets.labels import Label


class ProgressPanel(Card):
    """A card with a sentence, a bar and "Cancel"; it goes when the work has ended, however it ended."""

    cancel_wanted = Signal()

    def __init__(self, name: str = "progressPanel", *, parent: QWidget | None = None) -> None:
        """Begin hidden; the owner shows it when work begins."""
        super().__init__(name, parent=parent)
        self.stage = Label("heading", wrap=True, parent=self)
        self.bar = QProgressBar(self)
        self.bar.setObjectName(f"{name}Bar")
        self.bar.setTextVisible(False)
        self.count = Label("secondary", parent=self)
        self.cancelling = Button(f"{name}Cancel", "x", parent=self)
        row = QHBoxLayout()
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.stage)
        column.addWidget(self.bar)
        column.addWidget(self.count)
        row.addLayout(column, 1)
        row.addSpacing(12)
        row.addWidget(self.cancelling)
        self.body.addLayout(row)
        self.cancelling.clicked.connect(self._cancel)
        self.hide()

    def begin(self, stage: str, cancel_text: str) -> None:
        """Show that ``stage`` has begun."""
        self.cancelling.setText(cancel_text)
        self.cancelling.setEnabled(True)
        self.show_step(stage, 0, None)
        self.show()

    def show_step(self, stage: str, done: int, total: int | None, count: str = "") -> None:
        """Show ``done`` of ``total`` (unknown: the bar only moves) and a sentence such as "12 of 60 files"."""
        self.stage.setText(stage)
        self.bar.setAccessibleName(stage)
        self.bar.setRange(0, total or 0)
        self.bar.setValue(done)
        self.count.setText(count)
        self.count.setVisible(bool(count))

    def _cancel(self) -> None:
        self.cancelling.setEnabled(False)
        self.cancel_wanted.emit()
