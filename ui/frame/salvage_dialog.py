"""What came out of a salvage: what is in the new file, what is lost, what to look at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from fastmap.texts import sentence_case
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.cards import scrolling
from ui.widgets.dialog_foot import dialog_foot
from ui.widgets.dialog_room import open_at
from ui.widgets.labels import Label

_WIDTH, _HEIGHT = 720, 560


class SalvageDialog(QDialog):
    """Shows an account; nothing in it can be changed."""

    def __init__(self, sentences: Sequence[str], whole: Sequence[str], *, parent: QWidget | None = None) -> None:
        """Show ``sentences``: the first says what was done, the others are the list; ``whole`` is what is copied."""
        super().__init__(parent)
        self.setObjectName("salvageDialog")
        self._whole = tuple(whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        title = Label("card", wrap=True, parent=self)
        column.addWidget(title)
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 12, 0)
        rows.setSpacing(8)
        for number, sentence in enumerate(sentences):
            row = Label("body", wrap=True, parent=content)
            row.setObjectName(f"salvageSentence_{number}")
            row.setText(sentence_case(sentence) if number else sentence)
            rows.addWidget(row)
        rows.addStretch(1)
        column.addWidget(scrolling(content, name="salvageScroll", parent=self), 1)
        self.copying = Button("salvageCopy", "copy", parent=self)
        self.closing = PrimaryButton("salvageClose", "check", parent=self)
        self.closing.setDefault(True)
        column.addLayout(dialog_foot(self.copying, self.closing))
        self.copying.clicked.connect(self._copy)
        self.closing.clicked.connect(self.accept)
        self.setWindowTitle(self.tr("What was salvaged"))
        title.setText(self.tr("What is in the new file, and what is not"))
        self.copying.setText(self.tr("Copy the list"))
        self.closing.setText(self.tr("Go on in the new file"))
        open_at(self, _WIDTH, _HEIGHT)

    def _copy(self) -> None:
        QApplication.clipboard().setText("\n".join(self._whole))
