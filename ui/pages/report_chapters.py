"""The chapters of the report to tick: those of the audience at first, limits and sources always."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from fastmap.report.audiences import ALWAYS, CHOICES
from ui.pages.page import quiet
from ui.pages.report_choices import Choices
from ui.widgets.buttons import LinkButton
from ui.widgets.cards import Card
from ui.widgets.check_box import CheckBox
from ui.widgets.labels import Label


class ChaptersCard(Card):
    """A box per chapter, in two columns where there is room."""

    chosen = Signal(frozenset)
    """Keys of the chapters that are ticked now."""
    usual_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Make a box for every chapter that can be chosen."""
        super().__init__("reportChapters", parent=parent)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.title = Label("heading", parent=self)
        self.usual = LinkButton("usualChapters", "arrow-counter-clockwise", parent=self)
        head.addWidget(self.title, 1)
        head.addWidget(self.usual)
        self.body.addLayout(head)
        self._boxes = QWidget(self)
        self._grid = QGridLayout(self._boxes)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._columns = 0
        self.boxes = {key: CheckBox(f"reportChapter_{key}", parent=self._boxes) for key in CHOICES}
        for key, box in self.boxes.items():
            box.setEnabled(key not in ALWAYS)
            box.toggled.connect(self._announce)
        self.body.addWidget(self._boxes)
        self.note = Label("secondary", wrap=True, parent=self)
        self.note.setObjectName("reportChaptersNote")
        self.body.addWidget(self.note)
        self.usual.clicked.connect(self.usual_wanted)
        self._arrange()

    def show_choices(self, choices: Choices) -> None:
        """Tick what is chosen; emits nothing."""
        with quiet(*self.boxes.values()):
            for key, box in self.boxes.items():
                box.setChecked(key in choices.chapters)
        self.usual.setVisible(not choices.are_chapters_usual)

    def show_empty(self, names: Collection[str]) -> None:
        """Name the chapters chosen that have nothing to show yet."""
        words = self.tr("Limits and sources are in every report.")
        if names:
            words += " " + self.tr("Nothing to show yet: {chapters}.").replace("{chapters}", ", ".join(names))
        self.note.setText(words)

    def set_words(self, titles: Mapping[str, str], help_words: Mapping[str, str]) -> None:
        """Set every text: a short name for each box, the chapter's title as its help."""
        self.title.setText(self.tr("Chapters"))
        self.usual.setText(self.tr("As usual"))
        self.usual.setAccessibleName(self.tr("Choose the usual chapters again"))
        for key, box in self.boxes.items():
            box.setText(titles[key])
            box.setToolTip(help_words[key])
            box.setAccessibleDescription(help_words[key])
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go to one column where two do not fit."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        boxes = list(self.boxes.values())
        columns = 2 if self.wide_enough() <= self.width() else 1
        if columns == self._columns:
            return
        self._columns = columns
        rows = -(-len(boxes) // columns)
        for place, box in enumerate(boxes):
            # Down the first column and then the second: the order in which the report has them.
            self._grid.addWidget(box, place % rows, place // rows, Qt.AlignmentFlag.AlignLeft)

    def wide_enough(self) -> int:
        """Return the width from which the boxes stand in two columns."""
        boxes = list(self.boxes.values())
        margins = self.body.contentsMargins()
        half = -(-len(boxes) // 2)
        wide = sum(max(box.sizeHint().width() for box in part) for part in (boxes[:half], boxes[half:]))
        return wide + self._grid.horizontalSpacing() + margins.left() + margins.right()

    def _announce(self) -> None:
        self.chosen.emit(frozenset(key for key, box in self.boxes.items() if box.isChecked()))
