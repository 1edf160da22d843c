"""The 3 × 2 grid: heads of columns and rows, cells with cards, dragging, and walking about with the keyboard."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from fastmap.model.actions import Cell
from fastmap.model.choices import Complexity, Scope
from fastmap.model.ids import ActionId
from ui.pages.actions_card import ARROWS, ActionCard
from ui.pages.actions_presenter import ICONS, TONES, CardView, CellView
from ui.theme.theme import current
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Badge, IconLabel, Label

ROW_HEAD = 112
COLUMN_GAP, ROW_GAP = 10, 8
LEAST_COLUMN = 184
"""Narrower columns scroll sideways instead."""
HEADS_BESIDE = 230
"""Columns at least this wide leave room for the row heads at their left; else these lie across above each row."""


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


class ColumnHead(QWidget):
    """Icon, name, plain words and the number of actions of one column."""

    def __init__(self, scope: Scope, *, parent: QWidget | None = None) -> None:
        """Head the column of ``scope``."""
        super().__init__(parent)
        self.setObjectName(f"columnHead_{scope}")
        self._tone = TONES[scope]
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(9)
        row.addWidget(IconLabel(ICONS[scope], 20, f"tone.{self._tone}", parent=self), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.name = Label("heading", wrap=True, parent=self)
        self.subtitle = Label("secondary", wrap=True, parent=self)
        words.addStretch(1)
        words.addWidget(self.name)
        words.addWidget(self.subtitle)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.count = Badge(parent=self)
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_count(self, count: int, words: str) -> None:
        """Show how many actions the column has; ``words`` say it as a sentence."""
        self.count.set_badge(str(count), self._tone, words)


class RowHead(QWidget):
    """Name and explanation of one row."""

    def __init__(self, complexity: Complexity, *, parent: QWidget | None = None) -> None:
        """Head the row of ``complexity``."""
        super().__init__(parent)
        self.setObjectName(f"rowHead_{complexity}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, current().px(8), 0, 0)
        column.setSpacing(3)
        self.name = Label("heading", wrap=True, parent=self)
        self.subtitle = Label("secondary", wrap=True, parent=self)
        column.addWidget(self.name)
        column.addWidget(self.subtitle)
        column.addStretch(1)

    @property
    def least_width(self) -> int:
        """The longest word must fit."""
        return max(current().px(ROW_HEAD), self.minimumSizeHint().width())


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
        self._ghost: QLabel | None = None
        self._grip = QPoint()
        self._target: CellFrame | None = None
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
            frame.example.setToolTip(view.example_help)
            frame.adding.setEnabled(can_edit)
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
            card.drag_begun.connect(self._begin_drag)
            card.dragged.connect(self._drag_to)
            card.dropped.connect(self._drop)
            card.drag_cancelled.connect(self._end_drag)
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

    # --- dragging -----------------------------------------------------------------------------------------------------

    def _begin_drag(self) -> None:
        card = self._sender_card()
        pixmap: QPixmap = card.grab()
        self._ghost = QLabel(self.viewport())
        self._ghost.setPixmap(pixmap)
        self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._grip = card.grip
        self._ghost.show()

    def _drag_to(self, place: QPoint) -> None:
        if self._ghost is None:
            return
        inside = self._content.mapFromGlobal(place)
        self.ensureVisible(inside.x(), inside.y(), 24, 24)
        self._ghost.move(self.viewport().mapFromGlobal(place) - self._grip)
        inside = self._content.mapFromGlobal(place)
        self._aim_at(next((frame for frame in self.cells.values() if frame.geometry().contains(inside)), None))

    def _aim_at(self, frame: CellFrame | None) -> None:
        if self._target is not None and self._target is not frame:
            self._target.set_target(False)
        self._target = frame
        if frame is not None:
            frame.set_target(True)

    def _drop(self) -> None:
        view, target = self._sender_card().view, self._target
        self._end_drag()
        if target is not None and target.cell != view.cell:
            self.moved.emit(view.id, target.cell)

    def _end_drag(self) -> None:
        self._aim_at(None)
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None

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

    def arrange(self) -> None:
        """Arrange anew after words have changed."""
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
