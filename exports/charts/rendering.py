"""Drawings as bytes: SVG for print, PNG (300 dpi) for slides, both the same for the same block."""

from __future__ import annotations

import html
import io
import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.transforms import Affine2D

from exports.charts.bars import draw_bars, draw_grouped_bars, draw_stacked_bars
from exports.charts.bubbles import draw_map
from exports.charts.grid import draw_grid
from exports.charts.heat import draw_heat
from exports.charts.ranges import draw_range
from exports.charts.raster import rasterised
from exports.charts.sheet import BOLD_MARK, BOLDER, LINE_HEIGHT, PAGE_WIDTH, SMALL, Sheet
from exports.charts.timeline import draw_timeline
from exports.charts.type import FAMILY, FAMILY_IN_FILE, wrapped
from exports.figures import Figures
from exports.plain import one_line
from fastmap.report.drawings import Chart, ChartKind, Drawing, Grid, Timeline

DRAWN_BY: Mapping[ChartKind, Callable[[Figure, Chart, Figures, float], None]] = MappingProxyType(
    {
        ChartKind.BARS: draw_bars,
        ChartKind.STACKED_BARS: draw_stacked_bars,
        ChartKind.GROUPED_BARS: draw_grouped_bars,
        ChartKind.RANGE: draw_range,
        ChartKind.MAP: draw_map,
        ChartKind.HEAT: draw_heat,
    }
)
_MARGIN = 14.0
_SVG: dict[Any, Any] = {"svg.hashsalt": "fastmap", "svg.fonttype": "path"}
_SVG_FOR_PRINT: dict[Any, Any] = {**_SVG, "svg.fonttype": "none"}
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
"""matplotlib repeats each text in a comment; ours are in title and description."""
_BOLD = re.compile(rf'<g id="{BOLD_MARK}\d+">\s*<g style="fill: (#[0-9a-f]{{6}})"')
_BOLD_FOR_PRINT = re.compile(
    rf'(<g id="{BOLD_MARK}\d+">\s*<text style="font-size: ([\d.]+)px;[^"]*fill: (#[0-9a-f]{{6}}))(?=")'
)
_GLYPH_UNITS_PER_EM = 6400
"""matplotlib writes outlines in 64ths of a hundredth of the type size."""
# matplotlib keeps its settings for the whole program; ours must hold while a file is written.
_SETTINGS_LOCK = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Words around a picture that stands alone: its title above, where it comes from below."""

    title: str
    footer: str


def figure_of(block: Drawing, figures: Figures, frame: Frame | None = None, wide: float = PAGE_WIDTH) -> Figure:
    """Return the drawing of ``block``; with ``frame`` it carries its title and footer and a margin.

    ``wide``: points; charts alone can be narrower than the page, with type of the same size.
    """
    figure = Figure()
    if isinstance(block, Grid):
        draw_grid(figure, block)
    elif isinstance(block, Timeline):
        draw_timeline(figure, block)
    else:
        DRAWN_BY[block.kind](figure, block, figures, wide)
    if frame is not None:
        add_frame(figure, frame)
    return figure


def as_svg(figure: Figure, *, title: str, alternative: str) -> bytes:
    """Return the drawing as SVG with words as outlines, so that it looks the same where Inter is missing.

    Title and alternative text stand in it for screen readers.
    """
    svg = _svg(figure, _SVG)
    svg = _BOLD.sub(rf'\g<0> stroke="\1" stroke-width="{BOLDER * _GLYPH_UNITS_PER_EM:g}"', svg)
    return _with_words(svg, title, alternative).encode()


def as_print_svg(figure: Figure) -> bytes:
    """Return the drawing as SVG with words as text, for the typesetter alone, which has our fonts.

    Quicker to draw than outlines, and what it says can be searched and copied in the PDF. Names and alternative texts
    are the typesetter's business.
    """
    svg = _svg(figure, _SVG_FOR_PRINT).replace(f"'{FAMILY}'", f"'{FAMILY_IN_FILE}'")
    return _BOLD_FOR_PRINT.sub(
        lambda found: f"{found[1]}; stroke: {found[3]}; stroke-width: {float(found[2]) * BOLDER:.4g}", svg
    ).encode()


def _svg(figure: Figure, settings: dict[Any, Any]) -> str:
    out = io.BytesIO()
    with _settings(settings):
        nothing = {"Date": None, "Creator": None, "Format": None, "Type": None}
        FigureCanvasSVG(figure).print_svg(out, metadata=nothing)  # type: ignore[no-untyped-call]  # matplotlib's gap
    return _COMMENT.sub("", out.getvalue().decode())


def as_png(figure: Figure, *, title: str, alternative: str) -> bytes:
    """Return the drawing as PNG in 300 dots per inch: what `as_svg` draws, in points."""
    return rasterised(as_svg(figure, title=title, alternative=alternative), title=title, alternative=alternative)


@contextmanager
def _settings(settings: dict[Any, Any]) -> Iterator[None]:
    # Without hinting words are as wide as `type.width` measured them.
    with _SETTINGS_LOCK, mpl.rc_context({**settings, "text.hinting": "no_hinting"}):
        yield


def _with_words(svg: str, title: str, alternative: str) -> str:
    """Name the drawing: matplotlib knows a title, but no description and no role."""
    head, tag, rest = svg.partition("<svg ")
    attributes, end, body = rest.partition(">")
    words = f'<title id="title">{_escaped(title)}</title>\n  <desc id="desc">{_escaped(alternative)}</desc>'
    return f'{head}{tag}role="img" aria-labelledby="title desc" {attributes}{end}\n  {words}{body}'


def _escaped(text: str) -> str:
    return html.escape(one_line(text), quote=False)  # as `xml.sax.saxutils`, which loads all that speaks to the web


def add_frame(figure: Figure, frame: Frame) -> None:
    """Grow the sheet by a margin, a title above and a footer below; what is drawn moves with the origin."""
    wide, high = (inches * 72 for inches in figure.get_size_inches())
    title = wrapped(frame.title, 13, wide, most_lines=2, bold=True)
    title_height = len(title) * 13 * LINE_HEIGHT + 12
    footer_height = SMALL * LINE_HEIGHT + 12
    moved = Affine2D().translate(_MARGIN / 72, (_MARGIN + footer_height) / 72)
    for artist in (*figure.artists, *figure.lines, *figure.patches, *figure.texts):
        if artist is figure.patch:
            continue
        shift = Affine2D().scale(1 / 72) + moved + figure.dpi_scale_trans
        artist.set_transform(shift)
    outer = Sheet(figure, high + title_height + footer_height + 2 * _MARGIN, wide + 2 * _MARGIN)
    outer.words(_MARGIN, _MARGIN + len(title) * 13 * LINE_HEIGHT / 2, title, size=13, bold=True)
    footer = wrapped(frame.footer, SMALL, wide, most_lines=1)
    outer.words(_MARGIN, outer.height - _MARGIN - SMALL / 2, footer, size=SMALL, colour=outer.colours.text2)
