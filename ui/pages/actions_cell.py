"""One cell of the grid: its cards, an example where there are none, and the way to add one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fastmap.model.actions import Cell
from ui.pages.actions_card import ARROWS, ActionCard
from ui.pages.actions_presenter import TONES, CellView
from ui.theme.theme import current
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Label


class AddHere(LinkButton):
    """The way to add an action, at the foot of a cell; the arrow keys walk on from it."""

    left_for = Signal(int, int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let arrow keys move the keyboard."""
        key = Qt.Key(event.key())
        if key in ARROWS:
            self.left_for.emit(*ARROWS[key])
            return
        super().keyPressEvent(event)


class CellFrame(QWidget):
    """One cell: sunken with cards in it, or dashed with an example."""

    def __init__(self, cell: Cell, *, parent: QWidget | None = None) -> None:
        """Be the place of ``cell``."""
        super().__init__(parent)
        self.cell = cell
        self.cards: list[ActionCard] = []
        self.is_target = False
        key = f"{cell.scope}_{cell.complexity}"
        self.setObjectName(f"cell_{key}")
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._list = QVBoxLayout()
        self._column.addLayout(self._list)
        self._nothing = QWidget(self)
        words = QVBoxLayout(self._nothing)
        words.setContentsMargins(10, 0, 10, 0)
        words.addStretch(1)
        self.empty_title = Label("heading", wrap=True, parent=self._nothing)
        self.example = Label("secondary", wrap=True, parent=self._nothing)
        for label in (self.empty_title, self.example):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.addWidget(label)
        words.addStretch(1)
        self._column.addWidget(self._nothing, 1)
        self._column.addStretch(0)
        self.adding = AddHere(f"addAction_{key}", "plus", parent=self)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self.adding)
        foot.addStretch(1)
        self._column.addLayout(foot)
        current().changed.connect(self._fit)
        self._fit()

    @property
    def stops(self) -> list[QWidget]:
        """What the keyboard can stand on, from top to bottom."""
        return [*self.cards, self.adding]

    def set_cards(self, cards: list[ActionCard]) -> None:
        """Hold these cards, in this order."""
        for card in self.cards:
            self._list.removeWidget(card)
        self.cards = cards
        for card in cards:
            self._list.addWidget(card)
            card.show()
        self._nothing.setVisible(not cards)
        # The free room goes below the cards, or to the example.
        self._column.setStretch(2, 1 if cards else 0)
        self.update()

    def show_words(self, view: CellView, *, can_edit: bool) -> None:
        """Say what stands here instead of cards, and whether some can be added."""
        example = self.tr("For example: {title}").replace("{title}", view.example)
        hidden = self.tr("%n action(s) not shown", "", view.count)
        self.empty_title.setText(hidden if view.count else self.tr("Nothing here yet"))
        self.example.setText("" if view.count else example)
        self.example.setToolTip(view.example_help)
        self.adding.setEnabled(can_edit)

    def retranslate(self, where: str) -> None:
        """Set the texts that do not depend on actions; ``where``: the heads of column and row."""
        self.setAccessibleName(where)
        self.adding.setText(self.tr("Add action"))
        self.adding.setAccessibleName(self.tr("Add action: {cell}").replace("{cell}", where))

    def set_target(self, is_target: bool) -> None:  # noqa: FBT001 - a setter
        """Show whether the card at the mouse would land here."""
        if is_target != self.is_target:
            self.is_target = is_target
            self.update()

    def _fit(self) -> None:
        px = current().px
        self._column.setContentsMargins(px(8), px(8), px(8), px(5))
        self._column.setSpacing(px(7))
        self._list.setSpacing(px(7))
        self.setMinimumHeight(px(132))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        theme = current()
        tone = TONES[self.cell.scope]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = theme.px(10)
        if self.is_target:
            painter.setPen(QPen(theme.colour(f"tone.{tone}"), 2))
            painter.setBrush(theme.soft(tone))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        else:
            paint_cell(painter, QRectF(self.rect()), is_filled=bool(self.cards))
        painter.end()


def paint_cell(painter: QPainter, rect: QRectF, *, is_filled: bool) -> None:
    """Draw the ground of a cell at rest: sunken with cards on it, dashed around an example."""
    theme = current()
    radius = theme.px(10)
    if is_filled:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(rect, radius, radius)
    else:
        painter.setPen(QPen(theme.colour("line_strong"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
