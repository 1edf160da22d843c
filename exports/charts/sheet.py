"""A drawing surface measured in points, origin at the top left: no axes, no ticks, no global state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse, FancyBboxPatch, Polygon, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from exports.charts.type import typeface, width, wrapped
from exports.palette import tokens

POINTS_PER_MM = 72 / 25.4
PAGE_WIDTH = 170 * POINTS_PER_MM
"""Width of the text on an A4 page: drawings are made at the size they are printed in."""
LABEL = 9.0
SMALL = 8.5
"""No type is smaller."""
LINE_HEIGHT = 1.28
BOLD_MARK = "bold-"
"""Begins the id of every text that is to be bold."""
BOLDER = 0.045
"""Width of the outline that makes words bold, in ems."""
Align = Literal["left", "center", "right"]


class Sheet:
    """Draws boxes, lines, dots and words on a figure of a given size in points."""

    def __init__(self, figure: Figure, height: float, width_points: float = PAGE_WIDTH) -> None:
        """Give ``figure`` its size and a white ground."""
        figure.set_size_inches(width_points / 72, height / 72)
        self.figure = figure
        self.width = width_points
        self.height = height
        self.colours = tokens()
        self._layer = 0

    def box(
        self,
        x: float,
        y: float,
        wide: float,
        high: float,
        *,
        fill: str | None = None,
        edge: str | None = None,
        line: float = 0.75,
        radius: float = 0.0,
        dashed: bool = False,
        hatch: str | None = None,
        hatch_colour: str | None = None,
        alpha: float = 1.0,
    ) -> None:
        """Draw a box whose upper left corner is (x, y)."""
        left, bottom = x, self.height - y - high
        shape = (
            FancyBboxPatch(
                (left + radius, bottom + radius),
                max(wide - 2 * radius, 0.01),
                max(high - 2 * radius, 0.01),
                boxstyle=f"round,pad={radius}",
            )
            if radius
            else Rectangle((left, bottom), wide, high)
        )
        shape.set(
            facecolor=fill or "none",
            edgecolor=edge or "none",
            linewidth=line if edge else 0,
            linestyle=(0, (3, 2.4)) if dashed else "-",
            alpha=alpha,
            transform=self._points(),
            zorder=self.next_layer(),
        )
        if hatch:
            shape.set(hatch=hatch, hatchcolor=hatch_colour or edge, hatch_linewidth=0.7)
        self.figure.add_artist(shape)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, *, colour: str, line: float = 0.75, dashed: bool = False
    ) -> None:
        """Draw a straight line."""
        self.figure.add_artist(
            Line2D(
                (x1, x2),
                (self.height - y1, self.height - y2),
                color=colour,
                linewidth=line,
                linestyle=(0, (1.5, 2)) if dashed else "-",
                solid_capstyle="butt",
                transform=self._points(),
                zorder=self.next_layer(),
            )
        )

    def dot(
        self, x: float, y: float, diameter: float, *, fill: str, edge: str | None = None, alpha: float = 1.0
    ) -> None:
        """Draw a round dot with its centre at (x, y)."""
        self.figure.add_artist(
            Ellipse(
                (x, self.height - y),
                diameter,
                diameter,
                facecolor=fill,
                edgecolor=edge or "none",
                linewidth=0.9 if edge else 0,
                alpha=alpha,
                transform=self._points(),
                zorder=self.next_layer(),
            )
        )

    def polygon(self, corners: Sequence[tuple[float, float]], *, fill: str, edge: str) -> None:
        """Draw a closed shape through ``corners``."""
        shape = Polygon(
            [(x, self.height - y) for x, y in corners],
            closed=True,
            facecolor=fill,
            edgecolor=edge,
            linewidth=0.9,
            transform=self._points(),
            zorder=self.next_layer(),
        )
        self.figure.add_artist(shape)

    def words(
        self,
        x: float,
        middle: float,
        lines: str | Sequence[str],
        *,
        size: float = LABEL,
        colour: str | None = None,
        bold: bool = False,
        align: Align = "left",
        ground: str | None = None,
    ) -> None:
        """Draw lines of text around the height ``middle``; they must come from `type.drawable` or `type.wrapped`.

        Inter comes as a variable font, of which matplotlib draws the regular weight alone: bold is a thin outline,
        added when the drawing is written (`rendering`). ``ground`` puts a veil of that colour behind the words.
        """
        rows = [lines] if isinstance(lines, str) else list(lines)
        colour = colour or self.colours.text
        first = middle - (len(rows) - 1) * size * LINE_HEIGHT / 2
        for number, row in enumerate(rows):
            # 0.355 em: half of the height of capitals in Inter, so that words stand in the middle of bars and badges.
            baseline = first + number * size * LINE_HEIGHT + 0.355 * size
            text = Text(
                x,
                self.height - baseline,
                row,
                color=colour,
                ha=align,
                va="baseline",
                fontproperties=typeface(row, size),
                parse_math=False,
                transform=self._points(),
                zorder=self.next_layer(),
            )
            if bold:
                text.set_gid(f"{BOLD_MARK}{self._layer}")
            if ground:
                wide = width(row, size) + 3
                left = x - {"left": 1.5, "center": wide / 2, "right": wide - 1.5}[align]
                top = baseline - 0.355 * size - size * LINE_HEIGHT / 2
                self.box(left, top, wide, size * LINE_HEIGHT, fill=ground, alpha=0.8)
                text.set_zorder(self.next_layer())
            self.figure.add_artist(text)

    def badge(self, x: float, middle: float, word: str, *, ink: str, soft: str, size: float = SMALL) -> float:
        """Draw a word on its soft ground and return the width that it took."""
        wide = width(word, size, bold=True) + 9
        self.box(x, middle - size * 0.82, wide, size * 1.64, fill=soft, radius=3)
        self.words(x + 4.5, middle, word, size=size, colour=ink, bold=True)
        return wide

    def _points(self) -> Transform:
        return Affine2D().scale(1 / 72) + self.figure.dpi_scale_trans

    def next_layer(self) -> int:
        """Return the place above everything drawn so far."""
        self._layer += 1
        return self._layer


def block_height(lines: int, size: float = LABEL) -> float:
    """Return the height of so many lines in points."""
    return lines * size * LINE_HEIGHT


def label_column(
    labels: Sequence[str], *, most: float, size: float = LABEL, most_lines: int = 5
) -> tuple[list[list[str]], float]:
    """Return labels in lines and the width they need, at most ``most`` points."""
    rows = [wrapped(label, size, most, most_lines=most_lines) for label in labels]
    return rows, max((width(line, size) for row in rows for line in row), default=0.0) + 1
