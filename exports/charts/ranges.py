"""Ranks or figures with the range they may lie in."""

from __future__ import annotations

from matplotlib.figure import Figure

from exports.charts.bars import is_whole, label_room, value_text
from exports.charts.scale import round_steps
from exports.charts.sheet import PAGE_WIDTH, SMALL, Sheet, block_height, label_column
from exports.charts.type import wrapped
from exports.figures import UNKNOWN, Figures
from fastmap.report.drawings import Chart, Series

_ROW = 15.5
_HEAD = 4.0
_FOOT = 31.0


def draw_range(figure: Figure, chart: Chart, figures: Figures, wide: float = PAGE_WIDTH) -> None:
    """Draw a dot per category (``value``) on a bar from ``low`` to ``high``, over light lines at round values."""
    by_key = {series.key: series for series in chart.series}
    labels, label_width = label_column(chart.categories, most=label_room(wide))
    row_heights = [max(_ROW, block_height(len(lines)) + 4) for lines in labels]
    sheet = Sheet(figure, _HEAD + sum(row_heights) + _FOOT, wide)
    known = [value for series in chart.series for value in series.values if value is not None]
    low, high = min(known, default=0.0), max(known, default=1.0)
    # Ranks begin at 1: a line at 0 would promise a place that nobody can take.
    inner = [step for step in round_steps(low, high, whole=is_whole(chart)) if step > low]
    steps = [low, *(step for step in inner if step - low > (high - low) * 0.08)]
    x0, x1 = label_width + 22, sheet.width - 30
    span = (steps[-1] - steps[0]) or 1.0

    def place(value: float) -> float:
        return x0 + (value - steps[0]) / span * (x1 - x0)

    bottom = _HEAD + sum(row_heights)
    for step in steps:
        sheet.line(place(step), _HEAD, place(step), bottom, colour=sheet.colours.line)
        text = value_text(step, chart, figures)
        sheet.words(place(step), bottom + 9, text, size=SMALL, colour=sheet.colours.text2, align="center")
    y = _HEAD
    for number, (lines, row_height) in enumerate(zip(labels, row_heights, strict=True)):
        middle = y + row_height / 2
        sheet.words(x0 - 22, middle, lines, align="right")
        value, least, most = (_at(by_key.get(key), number) for key in ("value", "low", "high"))
        if least is not None and most is not None:
            left, right = place(least), place(most)
            sheet.box(
                left - 3,
                middle - 3,
                right - left + 6,
                6,
                fill=sheet.colours.tones[chart.series[0].tone].soft,
                edge=sheet.colours.primary,
                line=0.6,
                radius=2.9,
            )
        if value is None:
            sheet.words(x0, middle, UNKNOWN)
        else:
            sheet.dot(place(value), middle, 9.5, fill=sheet.colours.primary, edge=sheet.colours.surface)
            sheet.words(
                max(place(value), place(most if most is not None else value)) + 9,
                middle,
                value_text(value, chart, figures),
                bold=True,
                ground=None,
            )
        y += row_height
    if chart.x_label:
        label = wrapped(chart.x_label, SMALL, sheet.width - x0, most_lines=1)
        sheet.words(x0, bottom + 23, label, size=SMALL, colour=sheet.colours.text2)


def _at(series: Series | None, number: int) -> float | None:
    return series.values[number] if series and number < len(series.values) else None
