"""Where circles of the map and their names find room, the same way every time."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF

_ROUNDS = 40
_BETWEEN = 2.0


def move_apart(places: dict[str, QPointF], radii: Mapping[str, float], rooms: Mapping[str, QRectF]) -> None:
    """Move centres until no circle covers another, or as far as room allows; each stays inside its room.

    A room is a quadrant less the circle's radius: a circle pushed over a line would say something else.
    """
    order = sorted(places)
    for _ in range(_ROUNDS):
        is_moved = False
        for number, one in enumerate(order):
            for other in order[number + 1 :]:
                is_moved |= _push(places, one, other, radii[one] + radii[other] + _BETWEEN, number)
        for uri in order:
            room, place = rooms[uri], places[uri]
            x = min(max(place.x(), room.left()), room.right())
            places[uri] = QPointF(x, min(max(place.y(), room.top()), room.bottom()))
        if not is_moved:
            return


def around(centre: QPointF, radius: float) -> QRectF:
    """Return the square around a circle."""
    return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)


def spots_beside(centre: QPointF, apart: float, wide: float, high: float, room: QRectF) -> tuple[QRectF, ...]:
    """Return where a name may stand ``apart`` from a centre, all inside ``room``: right, left, below, above, then aslant.

    Below and above it moves to the side as far as the edge of the room asks for: the most needed skill stands at an edge.
    """
    x, y = centre.x(), centre.y()
    aslant = apart * math.sqrt(0.5)
    middle = min(max(x - wide / 2, room.left()), room.right() - wide)
    corners = (
        QPointF(x + apart, y - high / 2),
        QPointF(x - apart - wide, y - high / 2),
        QPointF(middle, y + apart),
        QPointF(middle, y - apart - high),
        QPointF(x + aslant, y + aslant),
        QPointF(x + aslant, y - aslant - high),
        QPointF(x - aslant - wide, y + aslant),
        QPointF(x - aslant - wide, y - aslant - high),
    )
    spots = (QRectF(corner.x(), corner.y(), wide, high) for corner in corners)
    return tuple(spot for spot in spots if room.contains(spot))


def _push(places: dict[str, QPointF], one: str, other: str, apart: float, number: int) -> bool:
    """Move two circles half of what is missing between them each; says whether they were too near."""
    dx, dy = places[other].x() - places[one].x(), places[other].y() - places[one].y()
    distance = math.hypot(dx, dy)
    if distance >= apart:
        return False
    shift = (apart - distance) / 2
    if distance < 0.01:  # exactly upon each other: any way will do, but the same one every time
        dx, dy, distance = math.cos(2.4 * number), math.sin(2.4 * number), 1.0
    step = QPointF(dx / distance * shift, dy / distance * shift)
    places[one] -= step
    places[other] += step
    return True
