"""A matrix of figures: the darker, the larger, and the figure itself in every cell."""

from __future__ import annotations

from collections.abc import Iterable

from matplotlib.figure import Figure

from exports.charts.bars import value_text
from exports.charts.counts import draw_counts
from exports.charts.sheet import LABEL, PAGE_WIDTH, SMALL, Sheet, block_height, label_column
from exports.charts.type import drawable, width, wrapped
from exports.figures import UNKNOWN, Figures
from exports.palette import contrast, mixed
from fastmap.report.drawings import Chart

_ROW = 18.0
_FOOT = 18.0
_BESIDE = 4.0
"""Between two heads."""
_HEAD_LINES = 6


def draw_heat(figure: Figure, chart: Chart, figures: Figures, wide: float = PAGE_WIDTH) -> None:
    """Draw rows (categories) by columns (series); a cell without a figure is hatched."""
    if chart.empty_word is not None:
        draw_counts(figure, chart, figures, wide)
        return
    # The longest word of a head decides how much room is left for the names of the rows, down to their longest word.
    left = wide - 10 - len(chart.series) * (min(_longest([one.label for one in chart.series], SMALL), 110) + _BESIDE)
    least = min(max(_longest(chart.categories, LABEL) + 1, wide * 0.14), wide * 0.22)
    labels, label_width = label_column(chart.categories, most=min(max(left, least), wide * 0.32))
    x0 = label_width + 10
    cell = min((wide - x0) / max(len(chart.series), 1), 110)
    heads = [wrapped(series.label, SMALL, cell - _BESIDE + 1, most_lines=_HEAD_LINES) for series in chart.series]
    head = block_height(max(map(len, heads), default=1), SMALL) + 8
    row_heights = [max(_ROW, block_height(len(lines)) + 6) for lines in labels]
    sheet = Sheet(figure, head + sum(row_heights) + (_FOOT if chart.x_label else 4), wide)
    colours = sheet.colours
    largest = max((value for one in chart.series for value in one.values if value is not None), default=0) or 1
    for column, lines in enumerate(heads):
        middle = head - 6 - block_height(len(lines), SMALL) / 2
        sheet.words(x0 + (column + 0.5) * cell, middle, lines, size=SMALL, colour=colours.text2, align="center")
    y = head
    for number, (lines, high) in enumerate(zip(labels, row_heights, strict=True)):
        sheet.words(x0 - 10, y + high / 2, lines, align="right")
        for column, series in enumerate(chart.series):
            value = series.values[number]
            x, centre = x0 + column * cell, x0 + (column + 0.5) * cell
            if value is None:
                sheet.box(x + 1, y + 1, cell - 2, high - 2, fill=colours.surface, edge=colours.line, hatch="///")
                sheet.words(centre, y + high / 2, UNKNOWN, align="center", colour=colours.text2, ground=colours.surface)
                continue
            ground = mixed(colours.surface, colours.primary, 0.04 + 0.9 * max(value, 0) / largest)
            dark = contrast(colours.text, ground) >= contrast(colours.on_primary, ground)
            ink = colours.text if dark else colours.on_primary
            sheet.box(x + 1, y + 1, cell - 2, high - 2, fill=ground, edge=colours.line, line=0.5)
            sheet.words(centre, y + high / 2, value_text(value, chart, figures), align="center", colour=ink)
        y += high
    if chart.x_label:
        label = wrapped(chart.x_label, SMALL, sheet.width - x0, most_lines=1)
        sheet.words(x0, y + 11, label, size=SMALL, colour=colours.text2)


def _longest(names: Iterable[str], size: float) -> float:
    """Return the width of the longest word of ``names``."""
    return max((width(word, size) for name in names for word in drawable(name).split()), default=0.0)
