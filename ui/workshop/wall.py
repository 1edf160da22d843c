"""The projector: one view over the whole screen, as large as the screen allows.

Views are laid out on a canvas of fixed size, like pages, and drawn enlarged: what fits there fits every projector. At
1920 × 1080 everything is 1.82 times as large as in the window, the smallest words 20 pixels (decision 0293).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from fastmap.model.choices import WallView
from ui.theme.theme import current
from ui.widgets.labels import Badge
from ui.widgets.qr_code import QrCode
from ui.workshop.wall_filling import make_page, show_page
from ui.workshop.wall_words import PhonesPage, ReadingPage

if TYPE_CHECKING:
    from ui.phone.keeper import RoomKeeper
    from ui.session import Session
    from ui.workshop.meeting import Meeting
    from ui.workshop.wall_parts import WallPage

CANVAS = (1056, 594)
"""Least width and height of the canvas, at 100 %."""
_MARGIN = 20


class Wall(QWidget):
    """Follows the meeting; keys go to whoever runs it."""

    key_pressed = Signal(QKeyEvent)

    def __init__(
        self, session: Session, meeting: Meeting, keeper: Callable[[], RoomKeeper], *, parent: QWidget | None = None
    ) -> None:
        """Show what ``meeting`` says is on the wall. ``keeper`` returns the room for phones."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("wall")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._session, self._meeting, self._keeper = session, meeting, keeper
        # The canvas is a window of its own that no screen ever shows: laid out and styled like any other.
        self.canvas = QWidget(self, Qt.WindowType.Window)
        self.canvas.setObjectName("wallCanvas")
        self.canvas.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.canvas.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        column = QVBoxLayout(self.canvas)
        self._stack = QStackedWidget(self.canvas)
        column.addWidget(self._stack)
        self._names_mark = Badge(parent=self.canvas)
        self._names_mark.setObjectName("wallNamesMark")
        self._pages: dict[WallView, WallPage] = {}
        self.code = QrCode("wallQr", parent=self)
        self.code.hide()
        meeting.changed.connect(self.show_all)
        current().changed.connect(self._restyle)
        self._fit()
        self.canvas.show()
        self.show_all()

    # --- what it shows ------------------------------------------------------------------------------------------------

    @property
    def page(self) -> WallPage:
        """The view on the wall."""
        view = self._meeting.view
        if view not in self._pages:
            self._pages[view] = make_page(view, parent=self._stack)
            self._stack.addWidget(self._pages[view])
        return self._pages[view]

    def show_all(self) -> None:
        """Show the view with what is recorded at this moment."""
        if not self._session.is_open:
            return
        page = self.page
        show_page(page, self._session.state, self._meeting, self._keeper())
        self._stack.setCurrentWidget(page)
        self._show_names_mark()
        self.setWindowTitle(page.title.text())
        self.setAccessibleName(page.title.text())
        self._arrange()
        self.setAccessibleDescription("" if self._meeting.is_black else page.spoken())
        self.update()

    def _show_names_mark(self) -> None:
        shown = self._meeting.names_shown
        self._names_mark.setVisible(shown)
        if shown:
            self._names_mark.set_badge(self._meeting.texts.term("wall.names_shown"), "warn")
            self._names_mark.adjustSize()
            right = self.canvas.width() - self._names_mark.width() - current().px(_MARGIN)
            self._names_mark.move(right, current().px(8))
            self._names_mark.raise_()

    def walk(self, lines: int) -> None:
        """Walk down or up in what is longer than the wall."""
        if isinstance(self.page, ReadingPage):
            self.page.walk(lines)
            self.update()

    # --- size ---------------------------------------------------------------------------------------------------------

    @property
    def scale(self) -> float:
        """How much larger than on the canvas everything is drawn."""
        least = [current().px(length) for length in CANVAS]
        return max(min(self.width() / least[0], self.height() / least[1]), 0.1)

    def _fit(self) -> None:
        scale = self.scale
        margin = current().px(_MARGIN)
        column = self.canvas.layout()
        assert column is not None  # made with the canvas
        column.setContentsMargins(margin, margin, margin, margin)
        self.canvas.setFixedSize(round(self.width() / scale), round(self.height() / scale))

    def _restyle(self) -> None:
        """Make the views anew: their distances were measured at the size before."""
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages.clear()
        self._fit()
        self.show_all()

    def _arrange(self) -> None:
        """Lay the canvas out now, and the code over its place: its modules are whole pixels of the real screen."""
        page = self.page
        for widget in (self.canvas, *self.canvas.findChildren(QWidget)):
            if (layout := widget.layout()) is not None:
                layout.activate()
        spot = page.code_spot if isinstance(page, PhonesPage) else None
        if spot is None or self._meeting.is_black or not self._keeper().is_open:
            self.code.hide()
            return
        corner = spot.mapTo(self.canvas, QPoint(0, 0))
        scale = self.scale
        place = QRectF(corner.x() * scale, corner.y() * scale, spot.width() * scale, spot.height() * scale)
        self.code.setGeometry(place.toRect())
        self.code.show_text(self._keeper().link, spoken=self._keeper().address)
        self.code.show()

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the new size."""
        super().resizeEvent(event)
        self._fit()
        self.show_all()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the canvas enlarged, or nothing but black."""
        painter = QPainter(self)
        if self._meeting.is_black:
            painter.fillRect(self.rect(), Qt.GlobalColor.black)
        else:
            painter.fillRect(self.rect(), current().colour("bg"))
            self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw the view on the wall."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(self.scale, self.scale)
        whole = QRegion(QRect(QPoint(0, 0), self.canvas.size()))
        self.canvas.render(painter, QPoint(0, 0), whole, QWidget.RenderFlag.DrawChildren)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys to whoever runs the meeting."""
        self.key_pressed.emit(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Have the keyboard again after something else had it."""
        self.setFocus()
