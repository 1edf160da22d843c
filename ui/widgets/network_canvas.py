"""A map of organisations and their links: zoomed by wheel and keys, dragged, walked through with the keyboard.

    canvas.show_map(nodes, links, bands)          # places in points; the whole map is fitted into the widget
    canvas.set_emphasis(node_ids, link_ids)       # everything else fades
    canvas.chosen.connect(presenter.focus)        # a click, or Enter on the organisation with the keyboard

It knows nothing about clusters: what is drawn how comes in `CanvasNode` and `CanvasLink`. Painting is in
`network_painting`, because most of it is about speed: 210 nodes and 600 links must follow the hand.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from fastmap.report.network_look import Shape
from ui.theme.theme import current
from ui.widgets.network_painting import MapPainter, Viewport

STEP = 1.25
"""One press of + or one notch of the wheel."""
_LEAST, _MOST = 0.2, 5.0
_PAN = 70
_MARGIN = 34
_DRAG_FROM = 4
_SETTLES_AFTER_MS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class CanvasNode:
    """One organisation as it is drawn."""

    id: str
    x: float
    y: float
    shape: Shape
    tone: str
    size: float
    name: str
    words: str
    """Everything about it in a sentence, for screen readers and the tooltip."""
    code: str = ""
    """Letters inside."""
    hollow: bool = False
    double: bool = False
    important: bool = False
    """Its name is shown before the others'."""
    marked: bool = False
    """A ring points it out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CanvasLink:
    """One link as it is drawn."""

    here: str
    there: str
    width: float
    dashed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CanvasBand:
    """A heading on the map."""

    words: str
    x: float
    y: float


class NetworkCanvas(QWidget):
    """Draws the map and says what a person points at."""

    chosen = Signal(str)
    """An organisation was clicked, or Enter was pressed on it."""
    left = Signal()
    """Esc, or a click beside everything: nothing is looked at alone any more."""
    pointed = Signal(str)
    """The keyboard or the mouse is on another organisation: its id, or ""."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name`` and begin without a map."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 180)
        self.view = Viewport()
        self._nodes: dict[str, CanvasNode] = {}
        self._order: list[str] = []
        self._painter = MapPainter()
        self._cursor = ""
        self._hovered = ""
        self._pressed_at: QPointF | None = None
        self._is_dragging = False
        self._is_fitted = True
        self._name = ""
        self._zooming = QTimer(self, singleShot=True, interval=_SETTLES_AFTER_MS)
        self._zooming.timeout.connect(self.settle)
        current().changed.connect(self._restyle)

    # --- what is shown ------------------------------------------------------------------------------------------------

    def show_map(self, nodes: Sequence[CanvasNode], links: Sequence[CanvasLink], bands: Sequence[CanvasBand]) -> None:
        """Show another map. Zoom and place stay where the organisations stay; else the whole map is fitted."""
        moved = {node.id: (node.x, node.y) for node in nodes} != {n.id: (n.x, n.y) for n in self._nodes.values()}
        self._nodes = {node.id: node for node in nodes}
        # Whoever is named first is also walked through first.
        self._order = [node.id for node in sorted(nodes, key=lambda node: not node.important)]
        self._painter.set_map(nodes, links, bands)
        self._cursor = self._cursor if self._cursor in self._nodes else ""
        self._hovered = self._hovered if self._hovered in self._nodes else ""
        if moved:
            self.fit()
        self._describe()
        self.update()

    def set_emphasis(
        self, nodes: frozenset[str] | None, links: frozenset[tuple[str, str]] | None, focus: str = ""
    ) -> None:
        """Let these stand out and everything else fade; ``None``: nothing fades. ``focus`` is drawn strongest."""
        self._painter.set_emphasis(nodes, links, focus)
        self._describe()
        self.update()

    def set_words(self, name: str) -> None:
        """Name the map for screen readers."""
        self._name = name
        self._describe()

    @property
    def cursor_node(self) -> str:
        """The organisation the keyboard is on, or ""."""
        return self._cursor

    def show_node(self, node: str) -> None:
        """Put the keyboard on an organisation and bring it into sight. Announces nothing."""
        self._cursor = node if node in self._nodes else ""
        if self._cursor:
            found = self._nodes[node]
            inside = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
            if not inside.contains(self.view.to_screen(found.x, found.y).toPoint()):
                self.view.centre_on(found.x, found.y, self.width(), self.height())
                self._is_fitted = False
        self._describe()
        self.update()

    # --- zoom and place -----------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Show the whole map."""
        box = self._painter.bounds()
        self.view.fit(box, self.width(), self.height(), most=current().zoom * 1.6)
        self._is_fitted = True
        self.update()

    def zoom(self, factor: float, around: QPointF | None = None) -> None:
        """Make everything ``factor`` times as large, the point ``around`` (the middle) staying where it is."""
        at = around if around is not None else QPointF(self.width() / 2, self.height() / 2)
        self.view.zoom(factor, at, least=_LEAST, most=_MOST * current().zoom)
        self._is_fitted = False
        self._zooming.start()
        self.update()

    def settle(self) -> None:
        """End a zoom: names find new places."""
        self._zooming.stop()
        self.update()

    def pan(self, dx: float, dy: float) -> None:
        """Move what is seen by so many pixels."""
        self.view.move(dx, dy)
        self._is_fitted = False
        self.update()

    # --- events -------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Ask for much room."""
        return QSize(720, 460)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the map as it is seen now."""
        painter = QPainter(self)
        self._painter.paint(
            painter,
            self.view,
            self.rect(),
            cursor=self._cursor if self.hasFocus() else "",
            hovered=self._hovered,
            is_moving=self._zooming.isActive(),
        )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the map anew as long as nobody has moved it."""
        super().resizeEvent(event)
        if self._is_fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the mouse."""
        notches = event.angleDelta().y() / 120
        if notches:
            self.zoom(STEP**notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at, self._is_dragging = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the map, or show what the mouse is on."""
        if self._pressed_at is None:
            self._hover(self.node_at(event.position()))
            return
        way = event.position() - self._pressed_at
        if self._is_dragging or way.manhattanLength() >= _DRAG_FROM:
            self._is_dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.pan(way.x(), way.y())
            self._pressed_at = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or choose what was clicked."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        dragged, self._pressed_at = self._is_dragging, None
        self._is_dragging = False
        self._hover(self.node_at(event.position()))
        if dragged:
            return
        node = self.node_at(event.position())
        if node:
            self._cursor = node
            self.chosen.emit(node)
        else:
            self.left.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what the mouse was on."""
        super().leaveEvent(event)
        self._hover("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, move, walk from organisation to organisation."""
        act = self._act_of(event)
        if act is None:
            super().keyPressEvent(event)
            return
        act()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def _act_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        key, step = event.key(), current().px(_PAN)
        acts: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Plus: lambda: self.zoom(STEP),
            Qt.Key.Key_Equal: lambda: self.zoom(STEP),
            Qt.Key.Key_Minus: lambda: self.zoom(1 / STEP),
            Qt.Key.Key_0: self.fit,
            Qt.Key.Key_Home: self.fit,
            Qt.Key.Key_Left: lambda: self.pan(step, 0),
            Qt.Key.Key_Right: lambda: self.pan(-step, 0),
            Qt.Key.Key_Up: lambda: self.pan(0, step),
            Qt.Key.Key_Down: lambda: self.pan(0, -step),
            Qt.Key.Key_PageDown: lambda: self._walk(1),
            Qt.Key.Key_PageUp: lambda: self._walk(-1),
            Qt.Key.Key_Escape: self.left.emit,
        }
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._cursor:
            return lambda: self.chosen.emit(self._cursor)
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return None  # Ctrl and + make the whole window larger
        return acts.get(key)

    def _walk(self, step: int) -> None:
        """Put the keyboard on the next organisation among those that stand out."""
        order = [node for node in self._order if self._painter.stands_out(node)]
        if not order:
            return
        if self._cursor in order:
            place = (order.index(self._cursor) + step) % len(order)
        else:
            place = 0 if step > 0 else len(order) - 1
        self.show_node(order[place])
        self.pointed.emit(self._cursor)

    # --- helpers ------------------------------------------------------------------------------------------------------

    def node_at(self, place: QPointF) -> str:
        """Return the organisation drawn at a place of the widget, or ""."""
        return self._painter.node_at(self.view, place)

    def _hover(self, node: str) -> None:
        shape = Qt.CursorShape.PointingHandCursor if node else Qt.CursorShape.OpenHandCursor
        if self.cursor().shape() is not shape:
            self.setCursor(shape)
        if node != self._hovered:
            self._hovered = node
            self.setToolTip(self._nodes[node].words if node else "")
            self.pointed.emit(node)
            self.update()

    def _describe(self) -> None:
        """Let screen readers say which organisation the keyboard is on."""
        words = self._nodes[self._cursor].words if self._cursor else ""
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(words)

    def _restyle(self) -> None:
        self._painter.forget()
        if self._is_fitted:
            self.fit()
        self.update()
