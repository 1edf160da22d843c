"""What views of the projector are made of: a head, a body, lines of a chart, and words for screen readers."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from fastmap.model.wall import WallHead
from ui.pages.diagnosis_list import paint_bar
from ui.theme.theme import current
from ui.widgets.labels import FactLabel, Label

MOST_DOTS_DRAWN = 24
"""More dots than that are a bar: nobody counts them."""


class Body(QWidget):
    """Where a view shows what it has; says when its room is another."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the page."""
        super().resizeEvent(event)
        self.resized.emit()


class WallPage(QWidget):
    """One view: its title, the line below it, and `body`, or why there is nothing to show."""

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``."""
        super().__init__(parent)
        self.setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current().px(10))
        head = QVBoxLayout()
        head.setSpacing(current().px(1))
        self.title = Label("title", wrap=True, parent=self)
        self.subtitle = Label("body", wrap=True, parent=self)
        self.subtitle.set_muted(True)
        head.addWidget(self.title)
        head.addWidget(self.subtitle)
        column.addLayout(head)
        self.body = Body(self)
        self.body.resized.connect(self.fit_body)
        column.addWidget(self.body, 1)
        self.nothing = Label("card", wrap=True, parent=self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.nothing, 1)

    def show_head(self, head: WallHead) -> None:
        """Show title and line; the body only where there is something in it."""
        self.title.setText(head.title)
        self.subtitle.setText(head.subtitle)
        self.subtitle.setVisible(bool(head.subtitle))
        self.nothing.setText(head.nothing)
        self.nothing.setVisible(bool(head.nothing))
        self.body.setVisible(not head.nothing)

    def fit_body(self) -> None:
        """Lay out what depends on the room that the body has; it has another now."""

    def spoken(self) -> str:
        """Return everything in sight as text."""
        return ". ".join(self._words())

    def _words(self) -> Iterator[str]:
        for label in self.findChildren(QLabel):
            words = label.fact if isinstance(label, FactLabel) else label.text()
            if words and label.isVisibleTo(self):
                yield words


class Lines(QWidget):
    """A table without lines, for as many rows as a wall holds; `clear_rows` before it is filled anew."""

    def __init__(self, name: str, stretches: tuple[int, ...], *, parent: QWidget) -> None:
        """Share the width between columns by ``stretches``; 0 is as wide as what stands in it."""
        super().__init__(parent)
        self.setObjectName(name)
        self._stretches = stretches
        self._holder: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def begin(self, most: int) -> QGridLayout:
        """Return an empty grid whose rows are as high as if there were ``most`` of them; `end` shows what is in it."""
        if self._holder is not None:
            self._column.removeWidget(self._holder)
            self._holder.hide()
            self._holder.setParent(None)
            self._holder.deleteLater()
        self._holder = QWidget(self)
        self._column.addWidget(self._holder)
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current().px(14))
        grid.setVerticalSpacing(current().px(4))
        for place, stretch in enumerate(self._stretches):
            grid.setColumnStretch(place, stretch)
        for row in range(most):
            grid.setRowStretch(row, 1)
        return grid

    def end(self) -> None:
        """Show the rows. Until then they are in no sight: what is made inside something visible begins hidden."""
        self.holder.show()

    @property
    def holder(self) -> QWidget:
        """What the widgets of the rows belong to."""
        assert self._holder is not None  # after `begin`
        return self._holder


def stacked(upper: Label, lower: Label, *, parent: QWidget) -> QWidget:
    """Return two lines of words, one below the other, in the middle of their row."""
    both = QWidget(parent)
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addStretch(1)
    column.addWidget(upper)
    column.addWidget(lower)
    column.addStretch(1)
    return both


class Measure(QWidget):
    """A bar, with a thin line below it that says how far it may vary; or dots, as many as were given."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._share: float | None = None
        self._tone = "primary"
        self._range: tuple[float, float] | None = None
        self._dots: int | None = None

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        return QSize(current().px(120), current().px(18))

    def show_share(self, share_0_1: float, tone: str, range_0_1: tuple[float, float] | None = None) -> None:
        """Show a bar, and perhaps between which ends it would lie."""
        self._share, self._tone, self._range, self._dots = share_0_1, tone, range_0_1, None
        self.update()

    def show_dots(self, dots: int, most: int) -> None:
        """Show ``dots`` of at most ``most``."""
        self.show_share(dots / most, "primary")
        self._dots = dots if most <= MOST_DOTS_DRAWN else None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the middle of the row."""
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        if self._dots is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("primary"))
            step = min(self.width() / MOST_DOTS_DRAWN, theme.px(20))
            for place in range(self._dots):
                painter.drawEllipse(QPointF((place + 0.5) * step, middle), step * 0.38, step * 0.38)
        elif self._share is not None:
            lift = theme.px(4) if self._range else 0
            height = theme.px(10)
            paint_bar(painter, QRectF(0, middle - height / 2 - lift, self.width(), height), self._share, self._tone)
            if self._range is not None:
                self._paint_range(painter, middle + theme.px(8))
        painter.end()

    def _paint_range(self, painter: QPainter, y: float) -> None:
        theme = current()
        low, high = self._range or (0.0, 0.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line_strong"))
        left, right = low * self.width(), max(high * self.width(), low * self.width() + theme.px(4))
        painter.drawRoundedRect(QRectF(left, y, right - left, theme.px(3)), theme.px(1.5), theme.px(1.5))
