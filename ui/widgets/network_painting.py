"""How the map is painted, and where on the screen its points lie.

Speed is the point of the way this is done: links are kept as lists of lines in the map's own points and painted under a
transform, one call per kind of line; names are placed once per zoom and only moved while the map is dragged.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen, QPixmap

from fastmap.report.label_places import Box, Name, placed
from ui.theme.theme import current
from ui.widgets.network_shapes import node_stamp
from ui.widgets.wrapping import lines_of

if TYPE_CHECKING:
    from ui.widgets.network_canvas import CanvasBand, CanvasLink, CanvasNode

_NAME_WIDTH = 136
_NAME_LINES = 2
_FADED_LINK = 0.35
_MOST_STAMPS = 600
_QUIET_LINK = 0.5
_LEAST_HIT = 9.0
_BESIDE, _ABOVE = 76, 36
_NAMES_OF_MEMBERS_FROM = 1.15
"""Zoom from which members are named too: before, their names would only be in the way."""


class Viewport:
    """Which part of the map is seen, and how large."""

    def __init__(self) -> None:
        """Begin with points as pixels."""
        self.scale, self.x, self.y = 1.0, 0.0, 0.0
        self.beside, self.above = 0, 0
        """Room for names around the map when all of it is seen."""

    def to_screen(self, x: float, y: float) -> QPointF:
        """Return where a point of the map lies in the widget."""
        return QPointF(x * self.scale + self.x, y * self.scale + self.y)

    def zoom(self, factor: float, around: QPointF, *, least: float, most: float) -> None:
        """Change the scale within its limits; ``around`` stays in place."""
        scale = min(max(self.scale * factor, least), most)
        share = scale / self.scale
        self.x, self.y = around.x() - (around.x() - self.x) * share, around.y() - (around.y() - self.y) * share
        self.scale = scale

    def move(self, dx: float, dy: float) -> None:
        """Move by so many pixels."""
        self.x, self.y = self.x + dx, self.y + dy

    def centre_on(self, x: float, y: float, width: int, height: int) -> None:
        """Bring a point of the map into the middle."""
        self.x, self.y = width / 2 - x * self.scale, height / 2 - y * self.scale

    def fit(self, box: QRectF, width: int, height: int, *, most: float) -> None:
        """Show all of ``box`` with room for names around it, not larger than ``most``."""
        self.beside = min(current().px(_BESIDE), width // 10)
        self.above = min(current().px(_ABOVE), height // 14)
        across = max(width - 2 * self.beside, 1) / max(box.width(), 1.0)
        down = max(height - 2 * self.above, 1) / max(box.height(), 1.0)
        self.scale = min(across, down, most)
        self.centre_on(box.center().x(), box.center().y(), width, height)


class MapPainter:
    """Keeps what is to be drawn, and draws it."""

    def __init__(self) -> None:
        """Begin without a map."""
        self._nodes: tuple[CanvasNode, ...] = ()
        self._links: tuple[CanvasLink, ...] = ()
        self._bands: tuple[CanvasBand, ...] = ()
        self._by_id: dict[str, CanvasNode] = {}
        self._full: frozenset[str] | None = None
        self._full_links: frozenset[tuple[str, str]] | None = None
        self._focus = ""
        self._lines: dict[tuple[bool, float, bool], list[QLineF]] = {}
        self._names: tuple[tuple[float, str], dict[str, Box]] | None = None
        self._wrapped: dict[str, tuple[list[str], float]] = {}
        self._stamps: dict[tuple[object, ...], QPixmap] = {}

    def set_map(self, nodes: Sequence[CanvasNode], links: Sequence[CanvasLink], bands: Sequence[CanvasBand]) -> None:
        """Draw another map from now on."""
        # Large ones first: a dot must never vanish below a partner.
        self._nodes = tuple(sorted(nodes, key=lambda node: (-node.size, node.id)))
        self._links, self._bands = tuple(links), tuple(bands)
        self._by_id = {node.id: node for node in nodes}
        self.forget()

    def set_emphasis(self, nodes: frozenset[str] | None, links: frozenset[tuple[str, str]] | None, focus: str) -> None:
        """Let everything else fade from now on."""
        self._full, self._full_links, self._focus = nodes, links, focus
        self._sort_lines()
        self._names = None

    def stands_out(self, node: str) -> bool:
        """Say whether a node is drawn in full."""
        return self._full is None or node in self._full

    def forget(self) -> None:
        """Work everything out anew: other letters, other colours, another map."""
        self._wrapped, self._names, self._stamps = {}, None, {}
        self._sort_lines()

    def bounds(self) -> QRectF:
        """Return the part of the map that holds everything."""
        xs, ys = [node.x for node in self._nodes], [node.y for node in self._nodes]
        ys += [band.y for band in self._bands]
        if not xs:
            return QRectF(-1, -1, 2, 2)
        return QRectF(min(xs), min(ys), max(max(xs) - min(xs), 1), max(max(ys) - min(ys), 1))

    def node_at(self, view: Viewport, place: QPointF) -> str:
        """Return the node drawn at a place, the smallest if there are several, or ""."""
        for node in reversed(self._nodes):
            reach = max(self._drawn_size(node, view) / 2, current().px(_LEAST_HIT))
            at = view.to_screen(node.x, node.y)
            if math.hypot(at.x() - place.x(), at.y() - place.y()) <= reach:
                return node.id
        return ""

    # --- painting -----------------------------------------------------------------------------------------------------

    def paint(
        self, painter: QPainter, view: Viewport, rect: QRect, *, cursor: str, hovered: str, is_moving: bool
    ) -> None:
        """Draw everything that is seen."""
        theme = current()
        painter.fillRect(rect, theme.colour("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_links(painter, view, hovered)
        seen = QRectF(rect).adjusted(-40, -40, 40, 40)
        for full in (False, True):
            for node in self._nodes:
                if self.stands_out(node.id) is full and seen.contains(view.to_screen(node.x, node.y)):
                    self._paint_node(painter, view, node, full=full)
        self._paint_bands(painter, view)
        boxes = self._placed_names(view, hovered or cursor, is_moving=is_moving)
        self._paint_names(painter, view, seen, hovered or cursor, boxes)
        if cursor in self._by_id:
            self._paint_cursor(painter, view, self._by_id[cursor])

    def _paint_links(self, painter: QPainter, view: Viewport, hovered: str) -> None:
        theme = current()
        painter.save()
        painter.translate(view.x, view.y)
        painter.scale(view.scale, view.scale)
        for (full, width, dashed), lines in sorted(self._lines.items(), key=lambda item: item[0]):
            colour = theme.colour("line_strong" if full else "line")
            colour.setAlphaF(_QUIET_LINK if full and self._full_links is None else 1.0 if full else _FADED_LINK)
            painter.setPen(_pen(colour, width * theme.zoom, dashed=dashed and full))
            painter.drawLines(lines)
        if hovered:
            painter.setPen(_pen(theme.colour("primary"), 1.6 * theme.zoom, dashed=False))
            painter.drawLines(self._lines_of(hovered))
        painter.restore()

    def _paint_node(self, painter: QPainter, view: Viewport, node: CanvasNode, *, full: bool) -> None:
        """Stamp a node: the same few pictures over and over are twice as fast as outlines."""
        size = self._drawn_size(node, view)
        is_focus = node.id == self._focus
        ratio = painter.device().devicePixelRatio()
        key = (node.shape, size, node.tone, node.code, node.hollow, node.double, node.marked, is_focus, full, ratio)
        if key not in self._stamps:
            if len(self._stamps) >= _MOST_STAMPS:
                self._stamps.clear()
            self._stamps[key] = node_stamp(node, size, ratio, is_full=full, is_focus=is_focus)
        stamp = self._stamps[key]
        half = stamp.width() / stamp.devicePixelRatio() / 2
        painter.drawPixmap(view.to_screen(node.x, node.y) - QPointF(half, half), stamp)

    def _paint_cursor(self, painter: QPainter, view: Viewport, node: CanvasNode) -> None:
        theme = current()
        reach = self._drawn_size(node, view) / 2 + theme.px(7)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("focus"), 2 * theme.zoom))
        painter.drawRoundedRect(
            QRectF(-reach, -reach, 2 * reach, 2 * reach).translated(view.to_screen(node.x, node.y)), 6, 6
        )

    def _paint_bands(self, painter: QPainter, view: Viewport) -> None:
        theme = current()
        painter.setFont(theme.font("secondary"))
        painter.setPen(theme.colour("text2"))
        for band in self._bands:
            painter.drawText(view.to_screen(band.x, band.y), band.words)

    def _paint_names(
        self, painter: QPainter, view: Viewport, seen: QRectF, pointed: str, boxes: dict[str, Box]
    ) -> None:
        theme = current()
        veil = theme.colour("surface")
        veil.setAlphaF(0.8)
        for id_, box in boxes.items():
            node = self._by_id[id_]
            place = QRectF(box.left + view.x, box.top + view.y, box.right - box.left, box.bottom - box.top)
            if not seen.intersects(place):
                continue
            lines, _ = self._lines_of_name(node)
            painter.fillRect(place, veil)
            strong = id_ in (pointed, self._focus)
            painter.setFont(self._font(node))
            painter.setPen(theme.colour("text" if node.important or strong else "text2"))
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, "\n".join(lines))

    # --- what it is made of -------------------------------------------------------------------------------------------

    def _sort_lines(self) -> None:
        """Put links that are drawn alike together."""
        self._lines = {}
        for link in self._links:
            full = self._full_links is None or (link.here, link.there) in self._full_links
            key = (full, link.width, link.dashed) if full else (full, 1.0, False)
            self._lines.setdefault(key, []).append(self._line(link))

    def _lines_of(self, node: str) -> list[QLineF]:
        return [self._line(link) for link in self._links if node in (link.here, link.there)]

    def _line(self, link: CanvasLink) -> QLineF:
        here, there = self._by_id[link.here], self._by_id[link.there]
        return QLineF(here.x, here.y, there.x, there.y)

    def _placed_names(self, view: Viewport, pointed: str, *, is_moving: bool) -> dict[str, Box]:
        """Return the boxes of names relative to the map's origin: they hold as long as nobody zooms.

        While somebody does, names move along with their organisations, and find new places once the map rests.
        """
        key = (view.scale, pointed)
        if self._names is not None and self._names[0] == key:
            return self._names[1]
        if self._names is not None and is_moving and self._names[0][1] == pointed:
            return self._moved_along(self._names[1], view.scale - self._names[0][0])
        still = Viewport()
        still.scale, still.beside, still.above = view.scale, view.beside, view.above
        self._names = (key, self._place_names(still, pointed))
        return self._names[1]

    def _moved_along(self, boxes: dict[str, Box], larger: float) -> dict[str, Box]:
        moved = {}
        for id_, box in boxes.items():
            dx, dy = self._by_id[id_].x * larger, self._by_id[id_].y * larger
            moved[id_] = Box(box.left + dx, box.top + dy, box.right + dx, box.bottom + dy)
        return moved

    def _place_names(self, view: Viewport, pointed: str) -> dict[str, Box]:
        first = [pointed, self._focus]
        named = [node for node in self._nodes if self._is_named(node, view, pointed)]
        named.sort(key=lambda node: (node.id not in first, not node.marked, not node.important, -node.size, node.id))
        names = []
        for node in named:
            lines, width = self._lines_of_name(node)
            at = view.to_screen(node.x, node.y)
            height = QFontMetricsF(self._font(node)).lineSpacing() * len(lines)
            gap = self._drawn_size(node, view) / 2 + current().px(6 if node.marked else 3)
            names.append(
                Name(key=node.id, x=at.x(), y=at.y(), gap=gap, width=width, height=height, must=node.id in first)
            )
        solid = [self._box(node, view) for node in self._nodes if node.code]
        solid += [self._band_box(band, view) for band in self._bands]
        soft = [self._box(node, view) for node in self._nodes if not node.code]
        return placed(names, solid, soft, inside=self._edge(view))

    def _edge(self, view: Viewport) -> Box:
        """Return what is in sight where the whole map is fitted: no name may stick out of it."""
        box, across, down = self.bounds(), view.beside, view.above
        left_top, right_bottom = view.to_screen(box.left(), box.top()), view.to_screen(box.right(), box.bottom())
        return Box(left_top.x() - across, left_top.y() - down, right_bottom.x() + across, right_bottom.y() + down)

    def _is_named(self, node: CanvasNode, view: Viewport, pointed: str) -> bool:
        if node.id in (pointed, self._focus):
            return True
        if not self.stands_out(node.id):
            return False
        if node.important or node.marked or self._focus:
            return True
        return view.scale >= _NAMES_OF_MEMBERS_FROM * current().zoom or (
            self._full is not None and len(self._full) < 40
        )

    def _box(self, node: CanvasNode, view: Viewport) -> Box:
        at, half = view.to_screen(node.x, node.y), self._drawn_size(node, view) / 2 + 1
        return Box(at.x() - half, at.y() - half, at.x() + half, at.y() + half)

    def _band_box(self, band: CanvasBand, view: Viewport) -> Box:
        metrics = QFontMetricsF(current().font("secondary"))
        at = view.to_screen(band.x, band.y)
        return Box(at.x(), at.y() - metrics.ascent(), at.x() + metrics.horizontalAdvance(band.words), at.y() + 4)

    def _font(self, node: CanvasNode) -> QFont:
        return current().font("badge" if node.important else "secondary")

    def _lines_of_name(self, node: CanvasNode) -> tuple[list[str], float]:
        """Return a name in its lines, and how wide they are."""
        if node.id not in self._wrapped:
            metrics = QFontMetrics(self._font(node))
            lines = lines_of(node.name, metrics, current().px(_NAME_WIDTH), _NAME_LINES) or [""]
            self._wrapped[node.id] = lines, max(metrics.horizontalAdvance(line) for line in lines) + 4
        return self._wrapped[node.id]

    @staticmethod
    def _drawn_size(node: CanvasNode, view: Viewport) -> float:
        """Return how many pixels wide a node is: it grows more slowly than the map, letters must always fit in."""
        theme = current()
        share = min(max(math.sqrt(view.scale / theme.zoom), 0.85 if node.code else 0.7), 1.6)
        # Whole pixels: while one zooms, a stamp serves several frames.
        return float(round(node.size * share * theme.zoom))


def _pen(colour: QColor, width: float, *, dashed: bool) -> QPen:
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    if dashed:
        pen.setDashPattern([4.0, 3.0])
    return pen
