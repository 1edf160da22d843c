"""Organisations on the map as Qt draws them: the shapes themselves stand in `fastmap.report.network_look`."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from fastmap.report.network_look import Shape, outline
from ui.theme.theme import current

if TYPE_CHECKING:
    from ui.widgets.network_canvas import CanvasNode

_CORNER = 0.16
"""Radius of a square's corners, as a share of its width."""
_AROUND = 16
"""Room for rings around an organisation."""
_FADED = 0.22


@cache
def path_of(shape: Shape, size: float) -> QPainterPath:
    """Return the outline of a shape ``size`` pixels wide around (0, 0)."""
    path = QPainterPath()
    box = QRectF(-size / 2, -size / 2, size, size)
    if shape is Shape.CIRCLE:
        path.addEllipse(box)
    elif shape is Shape.SQUARE:
        path.addRoundedRect(box, size * _CORNER, size * _CORNER)
    else:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in outline(shape, size)]))
        path.closeSubpath()
    return path


def node_stamp(node: CanvasNode, size: float, ratio: float, *, is_full: bool, is_focus: bool) -> QPixmap:
    """Return the picture of an organisation ``size`` pixels wide, its middle in the middle, for a screen's ``ratio``."""
    theme = current()
    side = math.ceil(size + theme.px(_AROUND))
    stamp = QPixmap(round(side * ratio), round(side * ratio))
    stamp.setDevicePixelRatio(ratio)
    stamp.fill(Qt.GlobalColor.transparent)
    painter = QPainter(stamp)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(side / 2, side / 2)
    painter.setOpacity(1.0 if is_full else _FADED)
    if node.marked and is_full:
        painter.setPen(QPen(theme.colour("text"), 1.5 * theme.zoom))
        painter.drawEllipse(QPointF(0, 0), size / 2 + theme.px(5), size / 2 + theme.px(5))
    if node.code:
        _paint_partner(painter, node, size, 2.4 if is_focus else 1.4)
    else:
        _paint_member(painter, node, size)
    painter.end()
    return stamp


def _paint_partner(painter: QPainter, node: CanvasNode, size: float, width: float) -> None:
    theme = current()
    ink = theme.colour(f"tone.{node.tone}")
    if node.double:
        painter.setPen(QPen(ink, theme.zoom))
        painter.drawPath(path_of(node.shape, size + 6 * theme.zoom))
    painter.setPen(QPen(ink, width * theme.zoom))
    painter.setBrush(theme.soft(node.tone))
    painter.drawPath(path_of(node.shape, size))
    painter.setFont(theme.font("badge"))
    painter.drawText(QRectF(-size, -size, 2 * size, 2 * size), Qt.AlignmentFlag.AlignCenter, node.code)


def _paint_member(painter: QPainter, node: CanvasNode, size: float) -> None:
    theme = current()
    ink, ground = theme.colour(f"tone.{node.tone}"), theme.colour("surface")
    painter.setPen(QPen(ink if node.hollow else ground, (1.4 if node.hollow else 1.0) * theme.zoom))
    painter.setBrush(ground if node.hollow else ink)
    painter.drawPath(path_of(node.shape, size))
