"""Rows of the roadmap: words at the left, a bar over the years at the right, and lines for what waits for what."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fastmap.report.drawings import Timeline, TimelineBar
from fastmap.report.network_look import LATE_SIZE, Shape, outline
from ui.pages.next_steps_roadmap_presenter import RowView
from ui.theme.theme import current, restyle
from ui.widgets.labels import Badge, Label

WORDS = 300
"""Width of the words at 100 %."""
_BAR, _MARK = 18, 11


class BarArea(QWidget):
    """Paints one bar with its milestones over the years."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin without a bar."""
        super().__init__(parent)
        self._timeline: Timeline | None = None
        self._bar: TimelineBar | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        current().changed.connect(self.update)

    def show_bar(self, timeline: Timeline, bar: TimelineBar | None) -> None:
        """Show ``bar`` on the years of ``timeline``; without one the years alone."""
        self._timeline, self._bar = timeline, bar
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Ask for room for a bar."""
        return QSize(current().px(220), current().px(_BAR + 12))

    def x_of(self, day: date) -> float:
        """Return where a day lies."""
        assert self._timeline is not None  # shown first
        return 1 + (self.width() - 2) * self._timeline.place_0_1(day)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the years, today, the bar and its milestones."""
        if self._timeline is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_years(painter, self._timeline)
        if self._bar is not None:
            self._paint_bar(painter, self._bar)
        painter.end()

    def _paint_years(self, painter: QPainter, timeline: Timeline) -> None:
        painter.setPen(QPen(current().colour("line"), 1))
        for year in range(timeline.first.year, timeline.last.year + 1):
            x = self.x_of(date(year, 1, 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.setPen(QPen(current().colour("primary"), 1.5))
        x = self.x_of(timeline.today)
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))

    def _paint_bar(self, painter: QPainter, bar: TimelineBar) -> None:
        theme, middle = current(), self.height() / 2
        tone = str(bar.tone)
        if bar.start is not None and bar.end is not None:
            left, right = self.x_of(bar.start), self.x_of(bar.end)
            known = bar.is_start_known, bar.is_end_known
            pen = QPen(theme.colour(f"tone.{tone}"), 1.2)
            if not all(known):
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(theme.soft(tone) if any(known) else theme.colour("surface"))
            high = theme.px(_BAR)
            painter.drawRoundedRect(QRectF(left, middle - high / 2, max(right - left, 5), high), 4, 4)
        for mark in bar.marks:
            ink = theme.colour("tone.warn" if mark.is_late else "tone.good")
            painter.setPen(QPen(ink, 1.5))
            painter.setBrush(ink if mark.is_reached or mark.is_late else QColor(theme.colour("surface")))
            half = theme.px(_MARK) / 2
            centre = QPointF(self.x_of(mark.day), middle)
            if mark.is_late:
                corners = outline(Shape.DIAMOND, 2 * half * LATE_SIZE)
                painter.drawPolygon(QPolygonF([centre + QPointF(dx, dy) for dx, dy in corners]))
            else:
                painter.drawEllipse(centre, half, half)


class YearsRow(QWidget):
    """The years above the bars, and where today is."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin without years."""
        super().__init__(parent)
        self._timeline: Timeline | None = None
        current().changed.connect(self.updateGeometry)

    def show_years(self, timeline: Timeline) -> None:
        """Show the years of ``timeline``."""
        self._timeline = timeline
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for two lines."""
        return QSize(current().px(WORDS + 220), current().px(40))

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the years and the word for today."""
        if self._timeline is None:
            return
        theme = current()
        painter = QPainter(self)
        painter.setFont(theme.font("secondary"))
        left, wide = theme.px(WORDS) + theme.px(12), self.width() - theme.px(WORDS) - theme.px(24)
        painter.setPen(theme.colour("text2"))
        for year in range(self._timeline.first.year, self._timeline.last.year + 1):
            x = left + wide * self._timeline.place_0_1(date(year, 1, 1))
            painter.drawText(QPointF(x + 3, theme.px(15)), str(year))
        painter.setPen(theme.colour("primary"))
        word = self._timeline.today_word
        half = painter.fontMetrics().horizontalAdvance(word) / 2
        x = left + wide * self._timeline.place_0_1(self._timeline.today)
        painter.drawText(QPointF(min(max(x - half, left), self.width() - 2 * half), theme.px(34)), word)
        painter.end()


class RoadmapRow(QFrame):
    """One action: Enter or a click opens it, the arrows go to its neighbours."""

    opened = Signal(str)
    moved = Signal(str, int)
    """Id, and how many rows up (negative) or down the focus is to go."""

    def __init__(self, view: RowView, timeline: Timeline, *, parent: QWidget) -> None:
        """Show ``view`` on the years of ``timeline``."""
        super().__init__(parent)
        self.id = view.id
        self.setObjectName(f"roadmapRow_{view.id}")
        self.setProperty("row", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(0)
        self._words = QWidget(self)
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(2)
        self.title = Label("key", view.bar.title, wrap=True, parent=self._words)
        column.addWidget(self.title)
        line = QHBoxLayout()
        line.setSpacing(7)
        if view.bar.warning:
            badge = Badge(view.bar.warning, "warn", parent=self._words)
            line.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label("secondary", view.bar.fact, wrap=True, parent=self._words), 1)
        column.addLayout(line)
        row.addWidget(self._words)
        self.area = BarArea(parent=self)
        self.area.show_bar(timeline, view.bar)
        row.addWidget(self.area, 1)
        self.setAccessibleName(view.spoken)
        self.setToolTip(view.spoken)
        current().changed.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter or Space; go up and down with the arrows."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.opened.emit(self.id)
            case Qt.Key.Key_Up:
                self.moved.emit(self.id, -1)
            case Qt.Key.Key_Down:
                self.moved.emit(self.id, 1)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open with a click."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.opened.emit(self.id)

    def set_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - a setter
        """Show whether the panel shows this action."""
        restyle(self, chosen="true" if chosen else "false")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus went on."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and a ring while the row has the focus."""
        super().paintEvent(event)
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.property("chosen") == "true":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("primary_soft"))
            painter.drawRoundedRect(inner, 8, 8)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(inner, 8, 8)
        painter.end()

    def _fit(self) -> None:
        self._words.setFixedWidth(current().px(WORDS))


class WaitLines(QWidget):
    """Lines from the end of an action to the beginning of those that wait for it, above the rows."""

    def __init__(self, *, parent: QWidget) -> None:
        """Lie over ``parent`` and let the mouse through."""
        super().__init__(parent)
        self._ground = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._rows: dict[str, RoadmapRow] = {}
        self._bars: dict[str, TimelineBar] = {}

    def show_waits(self, rows: dict[str, RoadmapRow], bars: dict[str, TimelineBar]) -> None:
        """Draw between ``rows``."""
        self._rows, self._bars = rows, bars
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each line: down or up from the end, then along to the beginning, where a dot is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = current().colour("text2")
        for bar in self._bars.values():
            for other in (self._bars[key] for key in bar.after if key in self._bars and key != bar.key):
                if bar.start is None or other.end is None:
                    continue
                start, end = self._place(other, other.end), self._place(bar, bar.start)
                painter.setPen(QPen(ink, 1.2))
                away = current().px(_BAR) / 2 * (1 if end.y() > start.y() else -1)
                painter.drawLine(QPointF(start.x(), start.y() + away), QPointF(start.x(), end.y()))
                painter.drawLine(QPointF(start.x(), end.y()), end)
                painter.setBrush(ink)
                painter.drawEllipse(end, 2.5, 2.5)
        painter.end()

    def _place(self, bar: TimelineBar, day: date) -> QPointF:
        area = self._rows[bar.key].area
        corner = area.mapTo(self._ground, QPoint(0, 0))
        return QPointF(corner.x() + area.x_of(day), corner.y() + area.height() / 2)
