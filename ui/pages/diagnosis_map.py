"""Demand against supply: every verdict as a circle, as large as the people short, as solid as its evidence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from fastmap.model.choices import Evidence
from ui.pages.diagnosis_map_layout import around, move_apart, spots_beside
from ui.theme.theme import current

_SMALLEST, _LARGEST = 12.0, 54.0
_LOW_SIDE = 0.27
"""Part of the width for what fewer firms named than a verdict by votes needs."""
_STRIP = 46.0
_SHORT_NAME = 150
"""A name that finds no room whole is cut to this width: half a name says more than none."""
MOST_BUBBLES = 50
"""So many are drawn at most, the first of the ranking: more would only cover each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bubble:
    """One skill or group on the map."""

    uri: str
    label: str
    sentence: str
    """For tooltip and screen readers."""
    demand: int
    supply: float | None
    """0 to 1; ``None``: nobody gave a sign."""
    people: int | None
    evidence: Evidence
    tone: str


class DemandSupplyMap(QWidget):
    """The four quadrants. A click chooses; arrow keys move to the nearest circle that way."""

    chosen = Signal(str)

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        """Carry the object name ``name``; begin without circles."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.bubbles: tuple[Bubble, ...] = ()
        self.chosen_uri = ""
        self._line = 3
        self._titles: dict[str, str] = {}
        self._circles: dict[str, tuple[QPointF, float]] = {}
        current().changed.connect(self._lay_out)

    # --- what to show -------------------------------------------------------------------------------------------------

    def show_bubbles(self, bubbles: Sequence[Bubble], *, line: int) -> None:
        """Show circles; demand is high from ``line`` firms."""
        self.bubbles, self._line = tuple(bubbles), line
        self._lay_out()

    def set_titles(self, titles: dict[str, str]) -> None:
        """Name quadrants (``high_low`` is high demand, low supply), axes and the strip for what nobody can say."""
        self._titles = titles
        self.update()

    def choose(self, uri: str) -> None:
        """Show which circle is chosen; announces nothing."""
        self.chosen_uri = uri
        known = next((bubble for bubble in self.bubbles if bubble.uri == uri), None)
        self.setAccessibleDescription(known.sentence if known else "")
        self.update()

    def circle(self, uri: str) -> tuple[QPointF, float] | None:
        """Return centre and radius of a circle on the widget, or ``None``."""
        return self._circles.get(uri)

    def sizeHint(self) -> QSize:
        """Ask for the room of a list."""
        return QSize(current().px(560), current().px(380))

    def minimumSizeHint(self) -> QSize:
        """Get along with less."""
        return QSize(current().px(260), current().px(220))

    # --- where circles lie --------------------------------------------------------------------------------------------

    @property
    def _frame(self) -> QRectF:
        px = current().px
        return QRectF(px(30), px(10), self.width() - px(40), self.height() - px(42) - self._strip_height)

    @property
    def _strip_height(self) -> float:
        return current().px(_STRIP) if any(bubble.supply is None for bubble in self.bubbles) else 0.0

    @property
    def _strip(self) -> QRectF:
        frame, px = self._frame, current().px
        return QRectF(frame.left(), frame.bottom() + px(6), frame.width(), self._strip_height - px(6))

    def _middle(self) -> QPointF:
        frame = self._frame
        return QPointF(frame.left() + frame.width() * _LOW_SIDE, frame.center().y())

    def _wanted(self, bubble: Bubble, radius: float, most: int) -> QPointF:
        frame, middle, edge = self._frame, self._middle(), radius + current().px(3)
        if bubble.demand < self._line:
            share = (bubble.demand + 0.5) / self._line
            x = frame.left() + share * (middle.x() - frame.left())
        else:
            share = (bubble.demand - self._line + 0.5) / max(most - self._line + 1, 1)
            x = middle.x() + share * (frame.right() - middle.x())
        if bubble.supply is None:
            return QPointF(x, self._strip.center().y())
        y = frame.bottom() - bubble.supply * frame.height()
        return QPointF(x, min(max(y, frame.top() + edge), frame.bottom() - edge))

    def _lay_out(self) -> None:
        most = max((bubble.demand for bubble in self.bubbles), default=self._line)
        largest = max((bubble.people or 0 for bubble in self.bubbles), default=0) or 1
        small, large = current().px(_SMALLEST) / 2, current().px(_LARGEST) / 2
        radii = {
            one.uri: small if not one.people else max(small, large * math.sqrt(one.people / largest))
            for one in self.bubbles
        }
        for one in self.bubbles:
            if one.supply is None:
                radii[one.uri] = min(radii[one.uri], max(self._strip.height() / 2 - 1, small))
        places = {one.uri: self._wanted(one, radii[one.uri], most) for one in self.bubbles}
        move_apart(places, radii, {one.uri: self._room(one, radii[one.uri]) for one in self.bubbles})
        self._circles = {uri: (places[uri], radii[uri]) for uri in places}
        self.update()

    def _title_height(self, bubble: Bubble) -> float:
        """Return the room that the name of a quadrant takes; the narrow ones need more lines."""
        return current().px(52 if bubble.demand < self._line else 24)

    def _room(self, bubble: Bubble, radius: float) -> QRectF:
        frame, middle, edge = self._frame, self._middle(), radius + 2
        left, right = (frame.left(), middle.x()) if bubble.demand < self._line else (middle.x(), frame.right())
        if bubble.supply is None:
            top, bottom = self._strip.top(), self._strip.bottom()
        elif bubble.supply == 0.5:  # on the line: as many signs on either side
            top, bottom = middle.y() - radius - 3, middle.y() + radius + 3
        elif bubble.supply > 0.5:
            top, bottom = frame.top() + self._title_height(bubble), middle.y()
        else:
            top, bottom = middle.y(), frame.bottom() - self._title_height(bubble)
        room = QRectF(left + edge, top + edge, right - left - 2 * edge, bottom - top - 2 * edge)
        centre = room.center()
        return QRectF(
            room.left() if room.width() > 0 else centre.x(),
            room.top() if room.height() > 0 else centre.y(),
            max(room.width(), 0.0),
            max(room.height(), 0.0),
        )

    # --- drawing ------------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw quadrants, circles, then as many names as find room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        for bubble in sorted(self.bubbles, key=lambda one: -self._circles[one.uri][1]):
            self._paint_bubble(painter, bubble)
        self._paint_names(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        theme, frame, middle = current(), self._frame, self._middle()
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(frame, theme.px(10), theme.px(10))
        painter.setPen(QPen(theme.colour("line_strong"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(middle.x(), frame.top()), QPointF(middle.x(), frame.bottom()))
        painter.drawLine(QPointF(frame.left(), middle.y()), QPointF(frame.right(), middle.y()))
        painter.setPen(theme.colour("text2"))
        painter.setFont(theme.font("badge"))
        for key, (room, flags) in self._title_rooms().items():
            painter.drawText(room, flags, self._titles.get(key, ""))
        if self._strip_height:
            painter.setPen(QPen(theme.colour("line_strong"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._strip, theme.px(8), theme.px(8))
        self._paint_axes(painter)

    def _title_rooms(self) -> dict[str, tuple[QRectF, int]]:
        """Return where the names of the quadrants and of the strip stand, and how they are set."""
        frame, middle, gap, side = self._frame, self._middle(), current().px(8), Qt.AlignmentFlag
        corners = {
            "low_high": (QRectF(frame.topLeft(), middle), side.AlignTop | side.AlignLeft),
            "high_high": (
                QRectF(QPointF(middle.x(), frame.top()), QPointF(frame.right(), middle.y())),
                side.AlignTop | side.AlignRight,
            ),
            "low_low": (
                QRectF(QPointF(frame.left(), middle.y()), QPointF(middle.x(), frame.bottom())),
                side.AlignBottom | side.AlignLeft,
            ),
            "high_low": (QRectF(middle, frame.bottomRight()), side.AlignBottom | side.AlignRight),
        }
        if self._strip_height:
            corners["unknown"] = (self._strip, side.AlignVCenter | side.AlignRight)
        wrapped = int(Qt.TextFlag.TextWordWrap)
        return {
            key: (room.adjusted(gap, gap * 0.7, -gap, -gap * 0.7), int(flags) | wrapped)
            for key, (room, flags) in corners.items()
        }

    def _paint_axes(self, painter: QPainter) -> None:
        theme, frame = current(), self._frame
        painter.setFont(theme.font("secondary"))
        painter.setPen(theme.colour("text2"))
        metrics = painter.fontMetrics()
        across = QRectF(frame.left(), self.height() - theme.px(22), frame.width(), theme.px(20))
        words = metrics.elidedText(self._titles.get("demand", ""), Qt.TextElideMode.ElideRight, int(across.width()))
        painter.drawText(across, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        painter.save()
        painter.translate(theme.px(2), frame.bottom())
        painter.rotate(-90)
        words = metrics.elidedText(self._titles.get("supply", ""), Qt.TextElideMode.ElideRight, int(frame.height()))
        up = QRectF(0, 0, frame.height(), theme.px(22))
        painter.drawText(up, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()

    def _paint_bubble(self, painter: QPainter, bubble: Bubble) -> None:
        theme = current()
        centre, radius = self._circles[bubble.uri]
        ink = theme.colour(f"tone.{bubble.tone}")
        fill = theme.colour(f"tone.{bubble.tone}")
        fill.setAlphaF({Evidence.SUPPORTED: 0.85, Evidence.INDICATIVE: 0.38, Evidence.THIN: 0.06}[bubble.evidence])
        painter.setBrush(fill)
        is_thin = bubble.evidence is Evidence.THIN
        painter.setPen(QPen(ink, theme.px(1.5), Qt.PenStyle.DotLine if is_thin else Qt.PenStyle.SolidLine))
        painter.drawEllipse(centre, radius, radius)
        if bubble.uri == self.chosen_uri:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else "text"), theme.px(2)))
            painter.drawEllipse(centre, radius + theme.px(4), radius + theme.px(4))

    def _paint_names(self, painter: QPainter) -> None:
        theme = current()
        painter.setFont(theme.font("badge"))
        metrics = painter.fontMetrics()
        taken = [around(centre, radius) for centre, radius in self._circles.values()]
        taken += [
            QRectF(metrics.boundingRect(room.toRect(), flags, self._titles.get(key, "")))
            for key, (room, flags) in self._title_rooms().items()
        ]
        first = sorted(self.bubbles, key=lambda one: (one.uri != self.chosen_uri, -(one.people or 0), one.uri))
        for bubble in first:
            place = self._name_place(bubble, metrics, taken)
            if place is None:
                continue
            taken.append(place)
            painter.fillRect(place, theme.colour("surface" if place.bottom() < self._frame.bottom() else "bg"))
            painter.setPen(theme.colour("text"))
            words = metrics.elidedText(bubble.label, Qt.TextElideMode.ElideRight, math.ceil(place.width()))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextSingleLine), words)

    def _name_place(self, bubble: Bubble, metrics: QFontMetrics, taken: list[QRectF]) -> QRectF | None:
        """Return where a name finds room beside its circle, whole if it can; the chosen one always gets a place."""
        centre, radius = self._circles[bubble.uri]
        whole, short = metrics.horizontalAdvance(bubble.label) + 4, current().px(_SHORT_NAME)
        high, gap = metrics.height(), current().px(8 if bubble.uri == self.chosen_uri else 3)
        room = self._strip if bubble.supply is None else self._frame
        inside: tuple[QRectF, ...] = ()
        for wide in (whole,) if whole <= short else (whole, short):
            inside = spots_beside(centre, radius + gap, wide, high, room)
            free = [spot for spot in inside if not any(spot.intersects(other) for other in taken)]
            if free:
                return free[0]
        return inside[0] if inside and bubble.uri == self.chosen_uri else None

    # --- choosing -----------------------------------------------------------------------------------------------------

    def bubble_at(self, point: QPointF) -> Bubble | None:
        """Return the smallest circle that holds ``point``; small ones are easier to hit than they look."""
        least = current().px(12)
        hit = [
            (self._circles[bubble.uri][1], bubble)
            for bubble in self.bubbles
            if math.dist(point.toTuple(), self._circles[bubble.uri][0].toTuple())
            <= max(self._circles[bubble.uri][1], least)
        ]
        return min(hit, key=lambda entry: (entry[0], entry[1].uri))[1] if hit else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is clicked."""
        bubble = self.bubble_at(event.position())
        if bubble is not None:
            self._announce(bubble)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be clicked."""
        is_over = self.bubble_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Say what lies under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            bubble = self.bubble_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), bubble.sentence if bubble else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move to the nearest circle in the direction of an arrow."""
        ways = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, -1),
            Qt.Key.Key_Down: (0, 1),
        }
        way = ways.get(Qt.Key(event.key()))
        if way is None or not self.bubbles:
            super().keyPressEvent(event)
            return
        here = self._circles.get(self.chosen_uri)
        if here is None:
            self._announce(self.bubbles[0])
            return
        costs = []
        for bubble in self.bubbles:
            centre = self._circles[bubble.uri][0]
            along = (centre.x() - here[0].x()) * way[0] + (centre.y() - here[0].y()) * way[1]
            aside = abs((centre.x() - here[0].x()) * way[1]) + abs((centre.y() - here[0].y()) * way[0])
            if along > 1 and bubble.uri != self.chosen_uri:
                costs.append((along + 2 * aside, bubble.uri, bubble))
        if costs:
            self._announce(min(costs, key=lambda cost: cost[:2])[2])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the circles out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def _announce(self, bubble: Bubble) -> None:
        self.choose(bubble.uri)
        self.chosen.emit(bubble.uri)
