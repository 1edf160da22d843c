"""Pages of the report to look at: they lie below each other, and only those in sight are drawn."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImageReader, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.theme.theme import current

_GAP, _EDGE = 14, 16
_KEPT = 6
"""Drawn pages kept: the ones in sight and their neighbours."""
_ZOOM_STEP, _LEAST_ZOOM, _MOST_ZOOM = 1.25, 0.4, 3.0
_OLD_OPACITY = 0.35


@dataclass(frozen=True, slots=True)
class _Page:
    png: bytes
    size: QSize


class PageView(QAbstractScrollArea):
    """Shows pages at the width of the view, or larger and smaller."""

    page_changed = Signal(int)
    """The page in sight, from 0."""
    zoomed = Signal()

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``; begin without pages."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(220, 160)
        self._pages: tuple[_Page, ...] = ()
        self._places: list[QRect] = []
        self._drawn: OrderedDict[tuple[int, int], QPixmap] = OrderedDict()
        self._zoom: float | None = None
        self._is_old = False
        self._page = 0
        self.verticalScrollBar().valueChanged.connect(self._note_page)
        current().changed.connect(self._lay_out)

    # --- pages --------------------------------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    @property
    def page(self) -> int:
        """The page in sight, from 0."""
        return self._page

    @property
    def fits_width(self) -> bool:
        """Whether pages are as wide as the view."""
        return self._zoom is None

    def show_pages(self, pngs: tuple[bytes, ...]) -> None:
        """Show other pages at the place where the old ones were read."""
        place = self._page
        self._pages = tuple(_Page(png, _size_of(png)) for png in pngs)
        self._drawn.clear()
        self._is_old = False
        self._lay_out()
        self.go_to_page(min(place, max(len(pngs) - 1, 0)))
        self.page_changed.emit(self._page)

    def mark_old(self, old: bool) -> None:  # noqa: FBT001 - a setter
        """Draw the pages faintly: newer ones are being made."""
        self._is_old = old
        self.viewport().update()

    def go_to_page(self, page: int) -> None:
        """Bring the top of a page into sight."""
        if 0 <= page < len(self._places):
            self.verticalScrollBar().setValue(self._places[page].top() - current().px(_EDGE))

    # --- zoom ---------------------------------------------------------------------------------------------------------

    def zoom_by(self, steps: int) -> None:
        """Show pages larger (``steps`` > 0) or smaller."""
        now = self._zoom if self._zoom is not None else self._fitting_zoom()
        self._set_zoom(min(max(now * _ZOOM_STEP**steps, _LEAST_ZOOM), _MOST_ZOOM))

    def fit_width(self) -> None:
        """Let pages be as wide as the view again."""
        self._set_zoom(None)

    def _set_zoom(self, zoom: float | None) -> None:
        page = self._page
        self._zoom = zoom
        self._drawn.clear()
        self._lay_out()
        self.go_to_page(page)
        self.zoomed.emit()

    def _fitting_zoom(self) -> float:
        widest = max((page.size.width() for page in self._pages), default=1)
        return max(self.viewport().width() - 2 * current().px(_EDGE), 80) / widest

    # --- laying out and drawing ---------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        edge, gap = current().px(_EDGE), current().px(_GAP)
        zoom = self._fitting_zoom() if self._zoom is None else self._zoom
        view = self.viewport().size()
        sizes = [page.size * zoom for page in self._pages]
        widest = max((size.width() for size in sizes), default=0)
        top, self._places = edge, []
        for size in sizes:
            left = max((view.width() - size.width()) // 2, edge)
            self._places.append(QRect(left, top, size.width(), size.height()))
            top += size.height() + gap
        height = top - gap + edge if sizes else 0
        vertical, across = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(height - view.height(), 0))
        vertical.setPageStep(view.height())
        vertical.setSingleStep(current().px(48))
        across.setRange(0, max(widest + 2 * edge - view.width(), 0) if self._zoom is not None else 0)
        across.setPageStep(view.width())
        across.setSingleStep(current().px(48))
        self._note_page()
        self.viewport().update()

    def _note_page(self) -> None:
        line = self.verticalScrollBar().value() + self.viewport().height() // 3
        reached = [number for number, place in enumerate(self._places) if place.top() <= line]
        page = reached[-1] if reached else 0
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page in sight while the width changes."""
        super().resizeEvent(event)
        page, before = self._page, self.verticalScrollBar().maximum()
        self._lay_out()
        if self._zoom is None and before and page:
            self.go_to_page(page)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), current().colour("sunken"))
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        for number, place in enumerate(self._places):
            shown = place.translated(-across, -down)
            if shown.intersects(self.viewport().rect()):
                painter.fillRect(shown, QColor("white"))  # paper is white in every theme
                painter.setOpacity(_OLD_OPACITY if self._is_old else 1.0)
                painter.drawPixmap(shown, self._pixmap(number, place.size()))
                painter.setOpacity(1.0)
                painter.setPen(current().colour("line"))
                painter.drawRect(shown.adjusted(-1, -1, 0, 0))
        painter.end()

    def _pixmap(self, number: int, size: QSize) -> QPixmap:
        scale = self.devicePixelRatioF()
        width = round(size.width() * scale)
        key = (number, width)
        if key not in self._drawn:
            pixmap = QPixmap()
            pixmap.loadFromData(self._pages[number].png, "PNG")
            pixmap = pixmap.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
            pixmap.setDevicePixelRatio(scale)
            self._drawn[key] = pixmap
            while len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(key)
        return self._drawn[key]

    # --- keyboard and wheel -------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages with Page Up and Page Down; + and − zoom, 0 fits the width."""
        match event.key():
            case Qt.Key.Key_PageDown:
                self.go_to_page(min(self._page + 1, self.count - 1))
            case Qt.Key.Key_PageUp:
                self.go_to_page(max(self._page - 1, 0))
            case Qt.Key.Key_Home:
                self.go_to_page(0)
            case Qt.Key.Key_End:
                self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
            case Qt.Key.Key_Plus:
                self.zoom_by(1)
            case Qt.Key.Key_Minus:
                self.zoom_by(-1)
            case Qt.Key.Key_0:
                self.fit_width()
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)


def _size_of(png: bytes) -> QSize:
    """Return the size of a picture without decoding it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(png))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return QImageReader(buffer, QByteArray(b"png")).size()
