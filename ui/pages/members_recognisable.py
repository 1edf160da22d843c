"""After a copy without names was written: where it is, and what still tells who somebody is. Too much for one line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from fastmap.texts import sentence_case
from ui.widgets.buttons import PrimaryButton
from ui.widgets.cards import scrolling
from ui.widgets.dialog_room import open_at
from ui.widgets.labels import Label


class RecognisableDialog(QDialog):
    """Shows a list; nothing in it can be changed."""

    def __init__(self, file: str, left: Sequence[str], *, parent: QWidget | None = None) -> None:
        """Say that the copy is in ``file`` and that what ``left`` names is still in it."""
        super().__init__(parent)
        self.setObjectName("recognisableDialog")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Label("card", self.tr("The copy without names is written"), wrap=True, parent=self))
        where = Label("body", file, wrap=True, parent=self)
        where.setObjectName("recognisableFile")
        column.addWidget(where)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 12, 0)
        rows.setSpacing(6)
        about = self.tr(
            "It is no anonymous edition: somebody who knows a firm may know it again by what is still in it."
        )
        rows.addWidget(Label("body", about, wrap=True, parent=inside))
        for words in left:
            rows.addWidget(_point(sentence_case(words), inside))
        rows.addStretch(1)
        column.addWidget(scrolling(inside, name="recognisableScroll", parent=self), 1)
        last = QHBoxLayout()
        last.addStretch(1)
        self.closing = PrimaryButton("recognisableClose", "check", parent=self)
        self.closing.setText(self.tr("Close"))
        self.closing.setDefault(True)
        self.closing.clicked.connect(self.accept)
        last.addWidget(self.closing)
        column.addLayout(last)
        self.setWindowTitle(self.tr("Copy without names"))
        open_at(self, 620, 440)


def _point(words: str, parent: QWidget) -> QWidget:
    point = QWidget(parent)
    row = QHBoxLayout(point)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Label("body", "•", parent=point), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label("body", words, wrap=True, parent=point), 1)
    return point
