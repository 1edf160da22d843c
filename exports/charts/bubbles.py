"""Bubbles over two axes, each with its name beside it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from matplotlib.figure import Figure

from exports.charts.scale import round_steps
from exports.charts.sheet import PAGE_WIDTH, SMALL, Align, Sheet, block_height
from exports.charts.type import width, wrapped
from exports.figures import Figures
from fastmap.report.drawings import Chart, Series

_HEIGHT = 220.0
_LARGEST = 38.0
_SMALLEST = 7.0
_LABEL_ROOM = 118.0
_RINGS = (3, 12, 22, 34, 48, 64, 82, 104, 128)
_WAYS = tuple((math.cos(math.tau * step / 16), math.sin(math.tau * step / 16)) for step in range(16))
"""Directions in which a name may stand beside its bubble: to the right first."""


_Bubble: TypeAlias = tuple[str, float, float, float]
"""Name, centre and diameter."""


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: _Box) -> float:
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return wide * high if wide > 0 and high > 0 else 0.0


@dataclass(frozen=True, slots=True)
class _Place:
    bubble: _Bubble
    lines: list[str]
    box: _Box
    align: Align
    x: float
    middle: float
    cost: float
    """Square points covered, and what a name far from its bubble costs."""


def draw_map(figure: Figure, chart: Chart, figures: Figures, wide: float = PAGE_WIDTH) -> None:
    """Draw a bubble per category at its ``x`` and ``y``, its area by ``size``; unknown ones are left out."""
    by_key = {series.key: series.values for series in chart.series}
    points = [
        (name, x, y, size or 0.0)
        for name, x, y, size in zip(
            chart.categories, by_key["x"], by_key["y"], by_key.get("size", (1.0,) * len(chart.categories)), strict=True
        )
        if x is not None and y is not None
    ]
    sheet = Sheet(figure, _HEIGHT, wide)
    frame = _Box(44, 22 if chart.y_label else 8, sheet.width - 8, _HEIGHT - 38)
    across = _axis(p[1] for p in points)
    up = _axis(p[2] for p in points)
    _draw_axes(sheet, chart, figures, frame, across, up)
    largest = max((p[3] for p in points), default=0) or 1
    inner = _inside(frame)
    bubbles = [
        (
            name,
            inner.left + (x - across[0]) / (across[-1] - across[0]) * (inner.right - inner.left),
            inner.bottom - (y - up[0]) / (up[-1] - up[0]) * (inner.bottom - inner.top),
            max(_SMALLEST, _LARGEST * math.sqrt(size / largest)),
        )
        for name, x, y, size in sorted(points, key=lambda p: (-p[3], p[0]))
    ]
    for _, x, y, diameter in bubbles:
        sheet.dot(
            x, y, diameter, fill=sheet.colours.tones[chart.series[0].tone].ink, edge=sheet.colours.surface, alpha=0.55
        )
    taken = [_Box(x - d / 2, y - d / 2, x + d / 2, y + d / 2) for _, x, y, d in bubbles]
    # Whoever chooses first takes the room beside it; the order that leaves the names clearest is drawn.
    orders = (
        bubbles,
        sorted(bubbles, key=lambda one: _nearest(one, bubbles)),
        sorted(bubbles, key=lambda one: -_nearest(one, bubbles)),
        sorted(bubbles, key=lambda one: (one[1], one[2], one[0])),
        sorted(bubbles, key=lambda one: (-one[1], one[2], one[0])),
    )
    places = min((_placed(sheet.width, frame, taken, order) for order in orders), key=_total)
    for place in places:
        _draw_name(sheet, place)


def _placed(wide: float, frame: _Box, taken: list[_Box], order: list[_Bubble]) -> list[_Place]:
    """Return a place for each name, chosen one after the other."""
    covered, places = list(taken), []
    for one in order:
        places.append(_best_place(wide, frame, covered, one))
        covered.append(places[-1].box)
    return places


def _total(places: list[_Place]) -> float:
    return round(sum(place.cost for place in places), 6)


def _nearest(one: _Bubble, bubbles: list[_Bubble]) -> float:
    others = [math.hypot(one[1] - x, one[2] - y) for name, x, y, _ in bubbles if name != one[0]]
    return round(min(others, default=0.0), 3)


def _inside(frame: _Box) -> _Box:
    """Return the frame without its edge, where a bubble at the end of an axis would cover the figures of the axis."""
    edge = _LARGEST / 2
    return _Box(frame.left + edge, frame.top + edge, frame.right - edge, frame.bottom - edge)


def _axis(values: Iterable[float]) -> list[float]:
    known = list(values)
    low, high = min(known, default=0.0), max(known, default=1.0)
    if low == high:  # one point only: show it between nothing and somewhat more
        low, high = min(low, 0.0), max(high * 1.3, low + 1, 1.0)
    margin = (high - low) * 0.08
    whole = all(float(value).is_integer() for value in known)
    return round_steps(low - margin if low - margin > 0 or low < 0 else 0.0, high + margin, 5, whole=whole)


def _draw_axes(sheet: Sheet, chart: Chart, figures: Figures, frame: _Box, across: list[float], up: list[float]) -> None:
    def text(series: Series, value: float) -> str:
        # Shares lie on their own axis: the chart's flag is for charts whose values are all shares.
        inside = max((v for v in series.values if v is not None), default=0) <= 1
        return figures.share(value) if chart.share and inside else _tidy(value, figures)

    inner = _inside(frame)
    by_key = {series.key: series for series in chart.series}
    soft, words = sheet.colours.line, sheet.colours.text2
    for step in across:
        x = inner.left + (step - across[0]) / (across[-1] - across[0]) * (inner.right - inner.left)
        sheet.line(x, frame.top, x, frame.bottom, colour=soft)
        sheet.words(x, frame.bottom + 9, text(by_key["x"], step), size=SMALL, colour=words, align="center")
    for step in up:
        y = inner.bottom - (step - up[0]) / (up[-1] - up[0]) * (inner.bottom - inner.top)
        sheet.line(frame.left, y, frame.right, y, colour=soft)
        sheet.words(frame.left - 6, y, text(by_key["y"], step), size=SMALL, colour=words, align="right")
    sheet.line(frame.left, frame.top, frame.left, frame.bottom, colour=sheet.colours.line_strong)
    sheet.line(frame.left, frame.bottom, frame.right, frame.bottom, colour=sheet.colours.line_strong)
    if chart.y_label:
        sheet.words(0, 7, wrapped(chart.y_label, SMALL, sheet.width, most_lines=1), size=SMALL, colour=words)
    if chart.x_label:
        label = wrapped(chart.x_label, SMALL, sheet.width - frame.left, most_lines=1)
        sheet.words(frame.right, frame.bottom + 27, label, size=SMALL, colour=words, align="right")


def _tidy(value: float, figures: Figures) -> str:
    decimals = 0 if float(value).is_integer() else 1 if round(value, 1) == round(value, 6) else 2
    return figures.number(value, decimals)


def _best_place(sheet_width: float, frame: _Box, taken: list[_Box], one: _Bubble) -> _Place:
    """Return where a name covers least of what is there already."""
    name, x, y, diameter = one
    lines = wrapped(name, SMALL, _LABEL_ROOM, most_lines=3)
    wide, high = max(width(line, SMALL) for line in lines), block_height(len(lines), SMALL)
    radius = diameter / 2
    best: _Place | None = None
    for ring, distance in enumerate(_RINGS):
        for dx, dy in _WAYS:
            px, py = x + dx * (radius + distance), y + dy * (radius + distance)
            align: Align = "left" if dx > 0.1 else "right" if dx < -0.1 else "center"
            left = {"left": px, "right": px - wide, "center": px - wide / 2}[align]
            middle = py + (math.copysign(high / 2, dy) if align == "center" else dy * high / 3)
            box = _Box(left, middle - high / 2, left + wide, middle + high / 2)
            outside = (
                max(0, frame.left + 2 - box.left)
                + max(0, box.right - sheet_width)
                + max(0, frame.top - 4 - box.top)
                + max(0, box.bottom - frame.bottom + 2)
            )
            # The dear part comes last, and only for places that can still win.
            cost = outside * 200 + ring * 9 + (dx < 0) * 2
            if best is None or cost < best.cost - 1e-9:
                cost += sum(box.overlap(other) for other in taken)
            if best is None or cost < best.cost - 1e-9:
                cost += _under_line(x, y, px, middle, radius, taken)
            if best is None or cost < best.cost - 1e-9:
                best = _Place(one, lines, box, align, px, middle, cost)
    assert best is not None
    return best


def _draw_name(sheet: Sheet, place: _Place) -> None:
    """Draw a name; a thin line joins it to its bubble if it had to move away."""
    _, x, y, diameter = place.bubble
    if math.hypot(place.x - x, place.middle - y) > diameter / 2 + 10:
        sheet.line(x, y, place.x, place.middle, colour=sheet.colours.line_strong, line=0.5)
    sheet.words(place.x, place.middle, place.lines, size=SMALL, align=place.align, ground=sheet.colours.surface)


def _under_line(x: float, y: float, px: float, py: float, radius: float, taken: list[_Box]) -> float:
    """Return the cost of the line from a bubble to its name for what it runs over; a name beside it needs none."""
    length = math.hypot(px - x, py - y)
    if length <= radius + 10:
        return 0.0
    cost = 0.0
    for step in range(1, int(length - radius) // 4 + 1):
        share = (radius + 4 * step) / length
        at_x, at_y = x + (px - x) * share, y + (py - y) * share
        cost += 5 * sum(one.left < at_x < one.right and one.top < at_y < one.bottom for one in taken)
    return cost
