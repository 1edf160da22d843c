"""The grid on the projector: six cells, heads in large letters, cards as on the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fastmap.model.choices import Scope
from fastmap.model.ids import ActionId
from fastmap.model.wall import GridWall, WallAction, WallCell
from ui.pages.actions_card import ActionCard
from ui.pages.actions_cell import paint_cell
from ui.pages.actions_presenter import ICONS, TONES, CardView
from ui.theme.theme import current
from ui.widgets.cards import clear
from ui.widgets.labels import IconLabel, Label
from ui.workshop.wall_parts import WallPage

if TYPE_CHECKING:
    from fastmap.texts import Texts

_ROW_HEAD = 118
_COLUMN_HEAD = 34
"""Room for names of columns over two lines."""


class GridPage(WallPage):
    """What the cluster does, by scope and complexity. Cards that find no room are counted."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin with nothing in it."""
        super().__init__("wallGrid", parent=parent)
        self._column = QVBoxLayout(self.body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._content: tuple[GridWall, Texts] | None = None

    def show_content(self, content: GridWall, texts: Texts) -> None:
        """Show the six cells."""
        self.show_head(content.head)
        self._content = content, texts
        self._lay_out()

    def fit_body(self) -> None:
        """See how many cards find room now."""
        self._lay_out()

    def _lay_out(self) -> None:
        if self._content is None:
            return
        content, texts = self._content
        clear(self._column)
        table = QWidget(self.body)
        table.hide()
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
        cells = [_Cell(cell, table) for cell in content.cells]
        for place, cell in enumerate(cells):
            grid.addWidget(cell, 1 + place // columns, 1 + place % columns)
        self._column.addWidget(table)
        width = (self.body.width() - current().px(_ROW_HEAD + 10 * columns)) // columns
        room = self.body.height() - current().px(_COLUMN_HEAD + 8 * len(content.complexities))
        make_room([cells[:columns], cells[columns:]], width, room, texts)
        table.show()

    def spoken(self) -> str:
        """Return the words and every card."""
        cards = (card.view.spoken for card in self.findChildren(ActionCard) if card.isVisibleTo(self))
        return ". ".join((super().spoken(), *cards))


def make_room(rows: Sequence[Sequence[_Cell]], width: int, room: int, texts: Texts) -> None:
    """Leave out cards, those of the fullest cell first, until all rows together are no higher than ``room``."""
    while sum(max(cell.height_at(width) for cell in row) for row in rows) > room:
        fullest = max((cell for row in rows for cell in row), key=lambda cell: cell.height_at(width))
        if not fullest.leave_out_last(texts):
            return


class _Cell(QWidget):
    """One cell with its cards, or an example where there are none."""

    def __init__(self, cell: WallCell, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"wallCell_{cell.cell.scope}_{cell.cell.complexity}")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*[current().px(8)] * 4)
        self.body.setSpacing(current().px(7))
        self.cards = [_action(action, cell, number, self) for number, action in enumerate(cell.actions)]
        self._left_out = 0
        self.more = Label("secondary", parent=self)
        self.more.hide()
        if self.cards:
            for card in self.cards:
                self.body.addWidget(card)
            self.body.addWidget(self.more)
            self.body.addStretch(1)
        else:
            self._show_example(cell)

    def _show_example(self, cell: WallCell) -> None:
        self.body.addStretch(1)
        for role, words in (("heading", cell.nothing), ("secondary", cell.example)):
            label = Label(role, words, wrap=True, parent=self)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.body.addWidget(label)
        self.body.addStretch(1)

    def height_at(self, width: int) -> int:
        """Return how high the cell is at ``width``."""
        return self.body.heightForWidth(width)

    def leave_out_last(self, texts: Texts) -> bool:
        """Count one more card instead of showing it; says whether there was one."""
        shown = [card for card in self.cards if not card.isHidden()]
        if not shown:
            return False
        shown[-1].hide()
        self._left_out += 1
        self.more.setText(texts.get("wall.grid.more", count=self._left_out))
        self.more.show()
        self.body.invalidate()
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_cell(painter, QRectF(self.rect()), is_filled=bool(self.cards))
        painter.end()


def _head(scope: Scope, words: str, table: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(current().px(8))
    row.addWidget(IconLabel(ICONS[scope], 20, f"tone.{TONES[scope]}", parent=table))
    row.addWidget(Label("heading", words, wrap=True, parent=table), 1)
    return row


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
