"""The network on one slide: lines, organisations, names that do not cover each other, and the legend at the right."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.transforms import Affine2D

from exports.charts.sheet import LINE_HEIGHT, SMALL, Sheet, block_height
from exports.charts.type import drawable, width, wrapped
from exports.palette import mixed
from fastmap.report.label_places import Box, Name, placed
from fastmap.report.network_figure import FigureNode, LegendEntry, NetworkFigure
from fastmap.report.network_look import LineLook, Look, Shape, outline

_WIDE, _HIGH, _HIGHEST = 960.0, 470.0, 720.0
_HIGHER_FROM, _PER_NODE = 18, 12.0
"""Where every name must find room, the drawing grows with the number of names."""
_LEGEND = 176.0
_BESIDE, _ABOVE = 70.0, 26.0
_NAME_ROOM = 116.0
_FADED = 0.8
"""So much of the ground is mixed into what fades."""
_MOST_SCALE = 1.25


def draw_network(figure: Figure, block: NetworkFigure) -> None:
    """Draw the map with its legend."""
    sheet = Sheet(figure, _height(block), _WIDE)
    drawing = _Drawing(sheet, block)
    drawing.draw_links()
    drawing.draw_nodes()
    drawing.draw_names()
    _draw_legend(sheet, block.legend, block.note)


def _height(block: NetworkFigure) -> float:
    lettered = sum(bool(node.code) for node in block.nodes)
    if lettered + 1 < len(block.nodes):
        return _HIGH  # members are named where there is room
    return min(_HIGH + _PER_NODE * max(lettered - _HIGHER_FROM, 0), _HIGHEST)


class _Drawing:
    """The map in its part of the sheet."""

    def __init__(self, sheet: Sheet, block: NetworkFigure) -> None:
        self._sheet, self._block = sheet, block
        xs = [node.x for node in block.nodes] or [0.0]
        ys = [*(node.y for node in block.nodes), *(y for _, _, y in block.headings)] or [0.0]
        room_x, room_y = _WIDE - _LEGEND - 2 * _BESIDE, sheet.height - 2 * _ABOVE
        self._scale = min(room_x / max(max(xs) - min(xs), 1), room_y / max(max(ys) - min(ys), 1), _MOST_SCALE)
        self._x = (_WIDE - _LEGEND) / 2 - (max(xs) + min(xs)) / 2 * self._scale
        self._y = sheet.height / 2 - (max(ys) + min(ys)) / 2 * self._scale
        self._at = {node.id: self._place(node.x, node.y) for node in block.nodes}

    def draw_links(self) -> None:
        """Draw the lines, those that fade first."""
        strong, soft = self._sheet.colours.line_strong, self._sheet.colours.line
        for link in sorted(self._block.links, key=lambda link: not link.faded):
            (x1, y1), (x2, y2) = self._at[link.here], self._at[link.there]
            colour = mixed("#FFFFFF", soft, 0.6) if link.faded else mixed("#FFFFFF", strong, 0.7)
            _draw_line(self._sheet, (x1, y1, x2, y2), LineLook(width=0.5) if link.faded else link.look, colour)

    def draw_nodes(self) -> None:
        """Draw the organisations, large ones first: a dot must not vanish below a partner."""
        for node in sorted(self._block.nodes, key=lambda node: (not node.faded, -node.look.size, node.id)):
            x, y = self._at[node.id]
            size = self._size(node)
            if node.marked and not node.faded:
                self._sheet.dot(x, y, size + 9, fill="none", edge=self._sheet.colours.text)
            if node.double:
                draw_look(self._sheet, x, y, node.look, size + 5, soft=True)
            draw_look(self._sheet, x, y, node.look, size, soft=bool(node.code), faded=node.faded)
            if node.code:
                ink = self._sheet.colours.tones[node.look.tone].ink
                ink = mixed(ink, "#FFFFFF", _FADED) if node.faded else ink
                self._sheet.words(x, y, node.code, size=SMALL, colour=ink, bold=True, align="center")

    def draw_names(self) -> None:
        """Draw the names that find room, and the headings."""
        for words, x, y in self._block.headings:
            left, middle = self._place(x, y)
            self._sheet.words(left, middle, drawable(words), size=SMALL, colour=self._sheet.colours.text2)
        lines = {node.id: self._lines(node) for node in self._block.nodes if not node.faded}
        nodes = sorted(
            (node for node in self._block.nodes if not node.faded), key=lambda n: (n.rank, -n.look.size, n.id)
        )
        centre = [node for node in nodes if node.look.size > 60]
        for node in centre:
            self._draw_inside(node)
        names = [self._name(node, lines[node.id]) for node in nodes if node not in centre]
        solid = [self._box(node) for node in self._block.nodes if node.code or node in centre]
        solid += [self._heading_box(heading) for heading in self._block.headings]
        soft = [self._box(node) for node in self._block.nodes if not node.code]
        inside = Box(2, 2, _WIDE - _LEGEND - 4, self._sheet.height - 2)
        by_id = {node.id: node for node in nodes}
        for key, box in placed(names, solid, soft, inside=inside).items():
            node = by_id[key]
            self._sheet.words(
                (box.left + box.right) / 2,
                (box.top + box.bottom) / 2,
                lines[key],
                size=SMALL,
                colour=self._sheet.colours.text if node.code or node.marked else self._sheet.colours.text2,
                align="center",
                ground="#FFFFFF",
            )

    def _draw_inside(self, node: FigureNode) -> None:
        x, y = self._at[node.id]
        rows = wrapped(node.name, SMALL, self._size(node) - 10, most_lines=4, bold=True)
        self._sheet.words(x, y, rows, size=SMALL, colour="#FFFFFF", bold=True, align="center")

    def _lines(self, node: FigureNode) -> list[str]:
        rows = wrapped(node.name, SMALL, _NAME_ROOM, most_lines=2)
        return [*rows, *(wrapped(node.detail, SMALL, _NAME_ROOM, most_lines=1) if node.detail else [])]

    def _name(self, node: FigureNode, rows: Sequence[str]) -> Name:
        x, y = self._at[node.id]
        wide = max(width(row, SMALL) for row in rows) + 3
        gap = self._size(node) / 2 + (6 if node.marked else 2)
        return Name(key=node.id, x=x, y=y, gap=gap, width=wide, height=block_height(len(rows), SMALL))

    def _place(self, x: float, y: float) -> tuple[float, float]:
        return x * self._scale + self._x, y * self._scale + self._y

    def _size(self, node: FigureNode) -> float:
        return node.look.size * (0.9 if node.code else 1.0 if node.look.size > 60 else 0.75)

    def _box(self, node: FigureNode) -> Box:
        (x, y), half = self._at[node.id], self._size(node) / 2 + 1
        return Box(x - half, y - half, x + half, y + half)

    def _heading_box(self, heading: tuple[str, float, float]) -> Box:
        left, middle = self._place(heading[1], heading[2])
        return Box(left, middle - SMALL, left + width(drawable(heading[0]), SMALL), middle + SMALL)


def draw_look(
    sheet: Sheet, x: float, y: float, look: Look, size: float, *, soft: bool = False, faded: bool = False
) -> None:
    """Draw the outline of an organisation: pale with an edge where letters stand in it, else full."""
    pair = sheet.colours.tones[look.tone]
    ink, pale = (mixed(colour, "#FFFFFF", _FADED) if faded else colour for colour in (pair.ink, pair.soft))
    fill = pale if soft else "#FFFFFF" if look.hollow else ink
    edge = ink if soft or look.hollow else "#FFFFFF"
    if look.shape is Shape.CIRCLE:
        sheet.dot(x, y, size, fill=fill, edge=edge)
        return
    corners = [(x + dx, y + dy) for dx, dy in outline(look.shape, size)]
    sheet.polygon(corners, fill=fill, edge=edge)


def _draw_line(sheet: Sheet, ends: tuple[float, float, float, float], look: LineLook, colour: str) -> None:
    x1, y1, x2, y2 = ends
    line = Line2D(
        (x1, x2),
        (sheet.height - y1, sheet.height - y2),
        color=colour,
        linewidth=look.width,
        linestyle=(0, (3, 2.4)) if look.dashed else "-",
        transform=Affine2D().scale(1 / 72) + sheet.figure.dpi_scale_trans,
    )
    line.set_zorder(sheet.next_layer())
    sheet.figure.add_artist(line)


def _draw_legend(sheet: Sheet, entries: Sequence[LegendEntry], note: str) -> None:
    """Draw signs and their words down the right side."""
    left, sign, y = _WIDE - _LEGEND + 8, 44.0, 6.0
    room = _LEGEND - 8 - sign - 6
    for entry in entries:
        rows = wrapped(entry.words, SMALL, room, most_lines=2)
        largest = max((look.size * 0.8 for look in entry.looks), default=8.0)
        high = max(largest + 3, block_height(len(rows), SMALL) + 3)
        middle = y + high / 2
        if entry.line is not None:
            ends = (left, middle, left + sign - 8, middle)
            _draw_line(sheet, ends, entry.line, sheet.colours.line_strong)
        step = (sign - 8) / (len(entry.looks) + 1)
        for place, look in enumerate(entry.looks, start=1):
            size = look.size * (0.8 if entry.code else 0.75)
            draw_look(sheet, left + step * place, middle, look, size, soft=bool(entry.code))
            if entry.code:
                ink = sheet.colours.tones[look.tone].ink
                sheet.words(left + step * place, middle, entry.code, size=SMALL, colour=ink, bold=True, align="center")
        sheet.words(left + sign, middle, rows, size=SMALL, colour=sheet.colours.text2)
        y += high
    if note:
        rows = wrapped(note, SMALL, _LEGEND - 20, most_lines=5)
        middle = y + 8 + len(rows) * SMALL * LINE_HEIGHT / 2
        sheet.words(left, middle, rows, size=SMALL, colour=sheet.colours.text2)
