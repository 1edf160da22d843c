"""Dragging a card from one cell of the grid to another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from ui.pages.actions_card import ActionCard
from ui.pages.actions_cell import CellFrame


class CardDrag(QObject):
    """Shows the card at the mouse, and the cell where it would land."""

    dropped = Signal(str, object)
    """An action's id and the `Cell` it was put into: another one than before."""

    def __init__(self, area: QScrollArea, content: QWidget, frames: Sequence[CellFrame]) -> None:
        """Drag over ``frames``, which lie in the ``content`` that ``area`` scrolls."""
        super().__init__(area)
        self._area = area
        self._content = content
        self._frames = frames
        self._ghost: QLabel | None = None
        self._grip = QPoint()
        self._target: CellFrame | None = None

    def watch(self, card: ActionCard) -> None:
        """Let ``card`` be dragged."""
        card.drag_begun.connect(self._begin)
        card.dragged.connect(self._move)
        card.dropped.connect(self._drop)
        card.drag_cancelled.connect(self._end)

    def _card(self) -> ActionCard:
        card = self.sender()
        assert isinstance(card, ActionCard)  # only cards are watched
        return card

    def _begin(self) -> None:
        card = self._card()
        self._ghost = QLabel(self._area.viewport())
        self._ghost.setPixmap(card.grab())
        self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._grip = card.grip
        self._ghost.show()

    def _move(self, place: QPoint) -> None:
        if self._ghost is None:
            return
        inside = self._content.mapFromGlobal(place)
        self._area.ensureVisible(inside.x(), inside.y(), 24, 24)
        self._ghost.move(self._area.viewport().mapFromGlobal(place) - self._grip)
        inside = self._content.mapFromGlobal(place)
        self._aim_at(next((frame for frame in self._frames if frame.geometry().contains(inside)), None))

    def _aim_at(self, frame: CellFrame | None) -> None:
        if self._target is not None and self._target is not frame:
            self._target.set_target(False)
        self._target = frame
        if frame is not None:
            frame.set_target(True)

    def _drop(self) -> None:
        view, target = self._card().view, self._target
        self._end()
        if target is not None and target.cell != view.cell:
            self.dropped.emit(view.id, target.cell)

    def _end(self) -> None:
        self._aim_at(None)
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None
