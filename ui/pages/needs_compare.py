"""An answer that waits beside the earlier one that it may replace: old, new, and only the lines that differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastmap.tasks.compared_answers import Difference, DifferingLine
    from fastmap.texts import Texts


class AnswerComparison(QFrame):
    """Made anew for each answer."""

    def __init__(self, earlier: int, differences: Sequence[Difference], texts: Texts, *, parent: QWidget) -> None:
        """Show how an answer differs from the ``earlier`` ones that count; so many they are."""
        super().__init__(parent)
        self.setObjectName("answerComparison")
        self.setProperty("ground", "sunken")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        head = self.tr("Beside %n earlier answer(s) of this member", "", earlier)
        column.addWidget(Label("heading", head, wrap=True, parent=self))
        if not differences:
            column.addWidget(Label("secondary", self.tr("Nothing differs: both say the same."), wrap=True, parent=self))
            return
        explained = self.tr("Only what differs. To replace puts the right side in place of the left.")
        column.addWidget(Label("secondary", explained, wrap=True, parent=self))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        for place, words in enumerate((self.tr("Counts now"), self.tr("This answer"))):
            self._grid.setColumnStretch(place, 1)
            self._put(Label("badge", words, wrap=True, parent=self), place)
        for difference in differences:
            self._add(difference, texts)
        column.addLayout(self._grid)

    def _add(self, difference: Difference, texts: Texts) -> None:
        row = self._grid.rowCount()
        about = difference.about or self.tr("The firm as a whole")
        title = Label("key", about, wrap=True, parent=self)
        title.setContentsMargins(0, 8, 0, 0)
        self._grid.addWidget(title, row, 0, 1, 2)
        if not (difference.is_new or difference.is_gone):
            for line in difference.lines:
                self._add_line(line, texts, nothing=self.tr("nothing"))
            return
        whole = self.tr("Only in this answer") if difference.is_new else self.tr("Only in what counts now")
        self._put(Label("badge", whole, wrap=True, parent=self), int(difference.is_new), row + 1)
        for line in difference.lines[1:]:
            self._add_line(line, texts, nothing="")

    def _add_line(self, line: DifferingLine, texts: Texts, *, nothing: str) -> None:
        row = self._grid.rowCount()
        question = Label("secondary", texts.term(line.question), wrap=True, parent=self)
        self._grid.addWidget(question, row, 0, 1, 2)
        for place, words in enumerate((line.before, line.after)):
            value = Label("body", words or nothing, wrap=True, parent=self)
            value.set_muted(not words)
            self._put(value, place, row + 1)

    def _put(self, label: Label, place: int, row: int = 0) -> None:
        self._grid.addWidget(label, row, place, Qt.AlignmentFlag.AlignTop)
