"""The grid on the projector: six cells, heads in large letters, cards as on the page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fastmap.model.choices import Scope
from fastmap.model.ids import ActionId
from fastmap.model.wall import GridWall, WallAction, WallCell
from ui.pages.actions_card import ActionCard
from ui.pages.actions_grid import paint_cell
from ui.pages.actions_presenter import ICONS, TONES, CardView
from ui.theme.theme import current
from ui.widgets.cards import clear
from ui.widgets.labels import IconLabel, Label
from ui.workshop.wall_parts import WallPage

_ROW_HEAD = 118


class GridPage(WallPage):
    """What the cluster does, by scope and complexity."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin with nothing in it."""
        super().__init__("wallGrid", parent=parent)
        self._column = QVBoxLayout(self.body)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_content(self, content: GridWall) -> None:
        """Show the six cells."""
        self.show_head(content.head)
        clear(self._column)
        table = QWidget(self.body)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current().px(10))
        grid.setVerticalSpacing(current().px(8))
        grid.setColumnMinimumWidth(0, current().px(_ROW_HEAD))
        for place, (scope, words) in enumerate(zip(Scope, content.scopes, strict=True), start=1):
            grid.addLayout(_head(scope, words, table), 0, place)
            grid.setColumnStretch(place, 1)
        for row, words in enumerate(content.complexities, start=1):
            head = Label("heading", words, wrap=True, parent=table)
            head.setFixedWidth(current().px(_ROW_HEAD))
            grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.setRowStretch(row, 1)
        columns = len(content.scopes)
        for place, cell in enumerate(content.cells):
            grid.addWidget(_cell(cell, table), 1 + place // columns, 1 + place % columns)
        self._column.addWidget(table)
        table.show()

    def spoken(self) -> str:
        """Return the words and every card."""
        cards = (card.view.spoken for card in self.findChildren(ActionCard))
        return ". ".join((super().spoken(), *cards))


class _Cell(QWidget):
    """The ground of one cell."""

    def __init__(self, name: str, *, is_filled: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._is_filled = is_filled
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*[current().px(8)] * 4)
        self.body.setSpacing(current().px(7))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_cell(painter, QRectF(self.rect()), is_filled=self._is_filled)
        painter.end()


def _head(scope: Scope, words: str, table: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(current().px(8))
    row.addWidget(IconLabel(ICONS[scope], 20, f"tone.{TONES[scope]}", parent=table))
    row.addWidget(Label("heading", words, wrap=True, parent=table), 1)
    return row


def _cell(cell: WallCell, table: QWidget) -> _Cell:
    key = f"wallCell_{cell.cell.scope}_{cell.cell.complexity}"
    frame = _Cell(key, is_filled=bool(cell.actions), parent=table)
    if cell.actions:
        for number, action in enumerate(cell.actions):
            frame.body.addWidget(_action(action, cell, number, frame))
        if cell.more:
            frame.body.addWidget(Label("secondary", cell.more, parent=frame))
        frame.body.addStretch(1)
    else:
        frame.body.addStretch(1)
        for role, words in (("heading", cell.nothing), ("secondary", cell.example)):
            label = Label(role, words, wrap=True, parent=frame)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            frame.body.addWidget(label)
        frame.body.addStretch(1)
    return frame


def _action(action: WallAction, cell: WallCell, number: int, frame: QWidget) -> ActionCard:
    view = CardView(
        id=ActionId(f"{frame.objectName()}_{number}"),
        cell=cell.cell,
        title=action.title,
        timing=action.timing,
        timing_words=tuple(str(one) for one in action.timing),
        fact=action.fact,
        is_over=action.is_over,
        warning="",
        odd=(),
    )
    card = ActionCard(view, parent=frame)
    card.can_edit = False
    card.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return card
