"""How many things stand in each cell of a grid: the typology grid in small."""

from __future__ import annotations

from matplotlib.figure import Figure

from exports.charts.bars import value_text
from exports.charts.sheet import LABEL, PAGE_WIDTH, SMALL, Sheet, block_height
from exports.charts.type import drawable, wrapped
from exports.figures import UNKNOWN, Figures
from fastmap.report.drawings import Chart

_ROW = 34.0
_ROW_HEAD = 92.0
_GUTTER = 7.0
_NUMBER = 16.0


def draw_counts(figure: Figure, chart: Chart, figures: Figures, width_points: float = PAGE_WIDTH) -> None:
    """Draw a column per series in its colour and a row per category; an empty cell is dashed and says so in words."""
    wide = (width_points - _ROW_HEAD) / max(len(chart.series), 1) - _GUTTER
    heads = [wrapped(series.label, LABEL, wide, most_lines=3) for series in chart.series]
    head = block_height(max(map(len, heads), default=1)) + 9
    sheet = Sheet(figure, head + len(chart.categories) * (_ROW + _GUTTER) + 2, width_points)
    colours = sheet.colours
    for column, (series, lines) in enumerate(zip(chart.series, heads, strict=True)):
        x = _ROW_HEAD + column * (wide + _GUTTER) + _GUTTER
        tone = colours.tones[series.tone]
        sheet.words(x, head - 9 - block_height(len(lines)) / 2, lines)
        sheet.line(x, head - 4, x + wide, head - 4, colour=tone.ink, line=2)
        for row, value in enumerate(series.values):
            y = head + row * (_ROW + _GUTTER) + _GUTTER / 2
            middle = y + _ROW / 2
            if value == 0:
                sheet.box(x, y, wide, _ROW, fill=colours.bg, edge=colours.line_strong, dashed=True)
                words = wrapped(chart.empty_word or "", SMALL, wide - 8, most_lines=2)
                sheet.words(x + wide / 2, middle, words, size=SMALL, colour=colours.text2, align="center")
                continue
            sheet.box(x, y, wide, _ROW, fill=tone.soft, radius=4)
            text = UNKNOWN if value is None else value_text(value, chart, figures)
            sheet.words(x + wide / 2, middle, text, size=_NUMBER, colour=tone.ink, bold=True, align="center")
    for row, name in enumerate(chart.categories):
        lines = wrapped(drawable(name), LABEL, _ROW_HEAD - 6, most_lines=3)
        sheet.words(0, head + row * (_ROW + _GUTTER) + _GUTTER / 2 + _ROW / 2, lines)
