"""The 3 × 2 grid: cells with cards below and beside their heads, and walking about in it with the keyboard."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from fastmap.model.actions import Cell
from fastmap.model.choices import Complexity, Scope
from fastmap.model.ids import ActionId
from ui.pages.actions_card import ActionCard
from ui.pages.actions_cell import CellFrame
from ui.pages.actions_dragging import CardDrag
from ui.pages.actions_heads import ColumnHead, RowHead
from ui.pages.actions_presenter import CardView, CellView
from ui.theme.theme import current

COLUMN_GAP, ROW_GAP = 10, 8
LEAST_COLUMN = 184
"""Narrower columns scroll sideways instead."""
HEADS_BESIDE = 230
"""Columns at least this wide leave room for the row heads at their left; else these lie across above each row."""


class ActionGrid(QScrollArea):
    """The whole grid. Column heads stay in sight while the cells scroll."""

    open_wanted = Signal(str)
    remove_wanted = Signal(str)
    add_wanted = Signal(object)
    """A `Cell`."""
    moved = Signal(str, object)
    """An action's id and the `Cell` it was put into."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin with six empty cells."""
        super().__init__(parent)
        self.setObjectName("actionGrid")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self._content = QWidget()
        self._content.setProperty("ground", "none")
        self._table = QGridLayout(self._content)
        self._table.setContentsMargins(0, 0, 0, 2)
        self.setWidget(self._content)
        self._heads_window = QWidget(self)
        self.heads = QWidget(self._heads_window)
        # Without a widget in it, a column has no gap beside it.
        self._corner = QWidget(self.heads)
        self.setCornerWidget(QWidget(self))
        self._heads_row = QGridLayout(self.heads)
        self._heads_row.setContentsMargins(0, 0, 0, 0)
        self.column_heads = {scope: ColumnHead(scope, parent=self.heads) for scope in Scope}
        self.row_heads = {complexity: RowHead(complexity, parent=self._content) for complexity in Complexity}
        self.cells = {
            Cell(scope, complexity): CellFrame(Cell(scope, complexity), parent=self._content)
            for complexity in Complexity
            for scope in Scope
        }
        for cell, frame in self.cells.items():
            frame.adding.clicked.connect(lambda _checked=False, cell=cell: self.add_wanted.emit(cell))
            frame.adding.left_for.connect(self._walk_from_sender)
        self.cards: dict[ActionId, ActionCard] = {}
        self._is_narrow: bool | None = None
        self._heads_height = 0
        self._drag = CardDrag(self, self._content, tuple(self.cells.values()))
        self._drag.dropped.connect(self.moved)
        self._can_edit = True
        self.horizontalScrollBar().valueChanged.connect(self._place_heads)
        current().changed.connect(self._fit)
        self._fit()

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_cells(self, views: tuple[CellView, ...], *, can_edit: bool) -> None:
        """Show all cells; cards that stay keep the keyboard."""
        focused = self.focused_action
        self._can_edit = can_edit
        wanted = {card.id for view in views for card in view.cards}
        for gone in [action for action in self.cards if action not in wanted]:
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        for view in views:
            frame = self.cells[view.cell]
            cards = [self._card(card) for card in view.cards]
            if cards != frame.cards or not cards:
                self._take_from_others(frame, cards)
                frame.set_cards(cards)
            frame.show_words(view, can_edit=can_edit)
        for scope, head in self.column_heads.items():
            head.show_count(sum(len(view.cards) for view in views if view.cell.scope is scope))
        self._order_tabs()
        if focused is not None and focused in self.cards:
            self.cards[focused].setFocus()

    def _take_from_others(self, frame: CellFrame, cards: list[ActionCard]) -> None:
        for other in self.cells.values():
            if other is not frame and any(card in other.cards for card in cards):
                other.set_cards([card for card in other.cards if card not in cards])

    def _card(self, view: CardView) -> ActionCard:
        card = self.cards.get(view.id)
        if card is None:
            card = ActionCard(view, parent=self._content)
            card.opened.connect(self._open_sender)
            card.removed.connect(self._remove_sender)
            card.pushed.connect(self._push_sender)
            card.left_for.connect(self._walk_from_sender)
            self._drag.watch(card)
            self.cards[view.id] = card
        elif card.view != view:
            card.show_view(view)
        card.can_edit = self._can_edit
        return card

    def _order_tabs(self) -> None:
        stops = [stop for frame in self.cells.values() for stop in frame.stops]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def mark_open(self, action: ActionId | None) -> None:
        """Mark the card whose details are shown."""
        for known, card in self.cards.items():
            card.show_open(known == action)

    # --- keyboard -----------------------------------------------------------------------------------------------------

    @property
    def focused_action(self) -> ActionId | None:
        """The action that the keyboard stands on."""
        return next((action for action, card in self.cards.items() if card.hasFocus()), None)

    def focus_action(self, action: ActionId) -> None:
        """Put the keyboard on a card and bring it into sight."""
        if action in self.cards:
            self.cards[action].setFocus()
            self.bring_into_sight(action)

    def focus_near(self, cell: Cell, place: int) -> None:
        """Put the keyboard where a card just went away."""
        stops = self.cells[cell].stops
        stops[min(place, len(stops) - 1)].setFocus()

    def place_of(self, action: ActionId) -> tuple[Cell, int] | None:
        """Return the cell of a card and its place in it, from 0."""
        for cell, frame in self.cells.items():
            for place, card in enumerate(frame.cards):
                if card.view.id == action:
                    return cell, place
        return None

    def _sender_card(self) -> ActionCard:
        card = self.sender()
        assert isinstance(card, ActionCard)  # only cards are connected to what asks
        return card

    def _open_sender(self) -> None:
        self.open_wanted.emit(self._sender_card().view.id)

    def _remove_sender(self) -> None:
        self.remove_wanted.emit(self._sender_card().view.id)

    def _push_sender(self, right: int, down: int) -> None:
        view = self._sender_card().view
        beside = _beside(view.cell, right, down)
        if beside is not None:
            self.moved.emit(view.id, beside)

    def _walk_from_sender(self, right: int, down: int) -> None:
        stop = self.sender()
        frame = next(frame for frame in self.cells.values() if stop in frame.stops)
        place = frame.stops.index(stop)  # type: ignore[arg-type]  # it is one of them, see the line above
        target = self._stop_at(frame, place, right, down)
        if target is not None:
            target.setFocus()
            self.ensureWidgetVisible(target, 8, 8)

    def _stop_at(self, frame: CellFrame, place: int, right: int, down: int) -> QWidget | None:
        if 0 <= place + down < len(frame.stops) and not right:
            return frame.stops[place + down]
        beside = _beside(frame.cell, right, down)
        if beside is None:
            return None
        stops = self.cells[beside].stops
        if down:
            return stops[0 if down > 0 else -1]
        return stops[min(place, max(len(stops) - 2, 0))]

    # --- arranging ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put row heads beside or above their rows, and column heads above their columns."""
        super().resizeEvent(event)
        self._arrange()

    def _fit(self) -> None:
        px = current().px
        self._table.setHorizontalSpacing(px(COLUMN_GAP))
        self._table.setVerticalSpacing(px(ROW_GAP))
        self._heads_row.setHorizontalSpacing(px(COLUMN_GAP))
        self._is_narrow = None
        self._arrange()

    def sizeHint(self) -> QSize:
        """Ask for little: the page gives what there is."""
        return QSize(400, 300)

    def retranslate(self) -> None:
        """Set every text that does not depend on actions, and arrange anew: words have other lengths now."""
        for column_head in self.column_heads.values():
            column_head.retranslate()
        for row_head in self.row_heads.values():
            row_head.retranslate()
        for cell, frame in self.cells.items():
            column, row = self.column_heads[cell.scope], self.row_heads[cell.complexity]
            frame.retranslate(f"{column.name.text()}, {row.name.text()}")
        self._is_narrow = None
        self._arrange()

    def _arrange(self) -> None:
        px = current().px
        head = max(row.least_width for row in self.row_heads.values())
        beside = self.width() >= head + 3 * (px(HEADS_BESIDE) + px(COLUMN_GAP))
        if self._is_narrow is not (not beside):
            self._is_narrow = not beside
            self._lay_out(head)
        height = max(px(34), *(one.heightForWidth(self._column_width()) for one in self.column_heads.values()))
        self.setViewportMargins(0, height + px(ROW_GAP), 0, 0)
        self._heads_height = height
        self._place_heads()

    def bring_into_sight(self, action: ActionId) -> None:
        """Scroll to a card, if it is there."""
        if action in self.cards:
            self.ensureWidgetVisible(self.cards[action], 8, 8)

    def _column_width(self) -> int:
        px = current().px
        head = 0 if self._is_narrow else self._table.columnMinimumWidth(0) + px(COLUMN_GAP)
        return max(px(LEAST_COLUMN), (self.viewport().width() - head - 2 * px(COLUMN_GAP)) // 3)

    def _lay_out(self, head: int) -> None:
        px = current().px
        for widget in (*self.row_heads.values(), *self.cells.values()):
            self._table.removeWidget(widget)
        for widget in (self._corner, *self.column_heads.values()):
            self._heads_row.removeWidget(widget)
        self._corner.setVisible(not self._is_narrow)
        first = 0 if self._is_narrow else 1
        for place in range(4):
            is_head = place < first
            for layout in (self._table, self._heads_row):
                wide = head if is_head else px(LEAST_COLUMN) if place < first + 3 else 0
                layout.setColumnMinimumWidth(place, wide)
                layout.setColumnStretch(place, 1 if wide and not is_head else 0)
        if not self._is_narrow:
            self._heads_row.addWidget(self._corner, 0, 0)
        for place, scope in enumerate(Scope, start=first):
            self._heads_row.addWidget(self.column_heads[scope], 0, place)
        for number, complexity in enumerate(Complexity):
            row_head = self.row_heads[complexity]
            row = 2 * number + 1
            if self._is_narrow:
                row_head.setMinimumWidth(0)
                row_head.setMaximumWidth(16_777_215)
                self._table.addWidget(row_head, row - 1, 0, 1, 3)
            else:
                row_head.setFixedWidth(head)
                self._table.addWidget(row_head, row, 0)
            self._table.setRowStretch(row, 1)
            for place, scope in enumerate(Scope, start=first):
                self._table.addWidget(self.cells[Cell(scope, complexity)], row, place)

    def _place_heads(self) -> None:
        left = -self.horizontalScrollBar().value()
        width = max(self.viewport().width(), self._content.minimumSizeHint().width())
        self._heads_window.setGeometry(0, 0, self.viewport().width(), self._heads_height)
        self.heads.setGeometry(left, 0, width, self._heads_height)


def _beside(cell: Cell, right: int, down: int) -> Cell | None:
    """Return the cell so many columns to the right and rows down, or ``None`` at the edge."""
    scopes, rows = tuple(Scope), tuple(Complexity)
    column, row = scopes.index(cell.scope) + right, rows.index(cell.complexity) + down
    return Cell(scopes[column], rows[row]) if 0 <= column < len(scopes) and 0 <= row < len(rows) else None
