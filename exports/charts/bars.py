"""Bars: one per category, parts of a whole, and groups of series."""

from __future__ import annotations

from matplotlib.figure import Figure

from exports.charts.legend import draw_legend, legend_height, looks_of, swatch
from exports.charts.sheet import LABEL, LINE_HEIGHT, PAGE_WIDTH, SMALL, Sheet, block_height, label_column
from exports.charts.type import drawable, width, wrapped
from exports.figures import UNKNOWN, Figures
from fastmap.report.badges import Tone
from fastmap.report.drawings import Chart

_LABEL_SHARE, _NARROW_LABEL_SHARE = 0.36, 0.46
"""Of a drawing as wide as the page, and of a narrower one."""
_BAR = 11.0
_GAP = 5.0
_FOOT = 17.0


def label_room(wide: float) -> float:
    """Return how many points the names of categories may take of a drawing."""
    return wide * (_LABEL_SHARE if wide >= PAGE_WIDTH else _NARROW_LABEL_SHARE)


def value_text(value: float, chart: Chart, figures: Figures) -> str:
    """Return a figure of ``chart``: all of one chart with the same number of decimal places, none or one."""
    if chart.share:
        return figures.share(value)
    return figures.number(value, 0 if is_whole(chart) else 1)


def is_whole(chart: Chart) -> bool:
    """Say whether all figures of ``chart`` are whole."""
    return all(value is None or float(value).is_integer() for one in chart.series for value in one.values)


def draw_bars(figure: Figure, chart: Chart, figures: Figures, wide: float = PAGE_WIDTH) -> None:
    """Draw one horizontal bar per category with its figure and, where tones mean something, the word for it."""
    labels, label_width = label_column(chart.categories, most=label_room(wide))
    values = chart.series[0].values if chart.series else ()
    row_heights = [max(_BAR + _GAP, block_height(len(lines)) + 4) for lines in labels]
    sheet = Sheet(figure, 4 + sum(row_heights) + _foot(chart), wide)
    x0 = label_width + 10
    texts = [UNKNOWN if value is None else value_text(value, chart, figures) for value in values]
    words = [drawable(chart.tone_words.get(tone, "")) for tone in chart.tones] or [""] * len(values)
    tail = max((width(f"{t}  {w}", LABEL, bold=True) for t, w in zip(texts, words, strict=True)), default=0) + 10
    largest = max((abs(value) for value in values if value is not None), default=0) or 1
    room = max(sheet.width - x0 - tail, 40)
    y = 4.0
    for number, (lines, high) in enumerate(zip(labels, row_heights, strict=True)):
        middle = y + high / 2
        sheet.words(x0 - 10, middle, lines, align="right")
        tone = chart.tones[number] if chart.tones else (chart.series[0].tone if chart.series else Tone.PRIMARY)
        ink = sheet.colours.tones[tone].ink
        value = values[number] if number < len(values) else None
        long = 0.0 if value is None else max(abs(value) / largest * room, 0.8)
        if value is not None:
            sheet.box(x0, middle - _BAR / 2, long, _BAR, fill=ink)
        text = texts[number] if number < len(texts) else UNKNOWN
        sheet.words(x0 + long + 5, middle, text, bold=value is not None)
        if words[number]:
            sheet.words(x0 + long + 11 + width(text, LABEL, bold=True), middle, words[number], size=SMALL, colour=ink)
        y += high
    sheet.line(x0, 4, x0, y, colour=sheet.colours.line_strong)
    _axis_words(sheet, chart.x_label, x0)


def draw_stacked_bars(figure: Figure, chart: Chart, figures: Figures, wide: float = PAGE_WIDTH) -> None:
    """Draw parts of a whole, each in a pattern of its own with its figure inside where it fits."""
    labels, label_width = label_column(chart.categories, most=label_room(wide))
    looks = looks_of(chart.series)
    names = [series.label for series in chart.series]
    row_heights = [max(_BAR + _GAP + 3, block_height(len(lines)) + 4) for lines in labels]
    head = legend_height(names, wide)
    sheet = Sheet(figure, head + 4 + sum(row_heights) + _foot(chart), wide)
    draw_legend(sheet, 0, 0, sheet.width, list(zip(names, looks, strict=True)))
    totals = [sum(series.values[number] or 0 for series in chart.series) for number in range(len(chart.categories))]
    largest = max(totals, default=0) or 1
    x0 = label_width + 10
    shows_totals = not chart.share
    tail = max((width(value_text(total, chart, figures), LABEL, bold=True) for total in totals), default=0) + 8
    room = sheet.width - x0 - (tail if shows_totals else 1)
    y = head + 4
    for number, (lines, high) in enumerate(zip(labels, row_heights, strict=True)):
        middle, x = y + high / 2, x0
        sheet.words(x0 - 10, middle, lines, align="right")
        for series, look in zip(chart.series, looks, strict=True):
            value = series.values[number]
            if not value:
                continue
            long = value / largest * room
            swatch(sheet, x, middle - _BAR / 2 - 1, long, _BAR + 2, look)
            text = value_text(value, chart, figures)
            if width(text, SMALL) + 6 <= long:
                ground = look.fill if look.hatch else None
                sheet.words(x + long / 2, middle, text, size=SMALL, colour=look.on_fill, align="center", ground=ground)
            x += long
        if all(series.values[number] is None for series in chart.series):
            sheet.words(x0 + 5, middle, UNKNOWN)
        elif shows_totals:
            sheet.words(x + 5, middle, value_text(totals[number], chart, figures), bold=True)
        y += high
    sheet.line(x0, head + 4, x0, y, colour=sheet.colours.line_strong)
    _axis_words(sheet, chart.x_label, x0)


def draw_grouped_bars(figure: Figure, chart: Chart, figures: Figures, wide: float = PAGE_WIDTH) -> None:
    """Draw groups of upright bars; lying ones where there are many categories, or their names are long."""
    room = wide / max(len(chart.categories), 1) - 10
    labels = [wrapped(name, LABEL, room, most_lines=9) for name in chart.categories]
    bar = room / max(len(chart.series), 1)
    widest = max(
        (width(value_text(v, chart, figures), SMALL) for s in chart.series for v in s.values if v is not None),
        default=0,
    )
    torn = any(width(word, LABEL) > room for name in chart.categories for word in drawable(name).split())
    if len(chart.categories) > 8 or max(map(len, labels), default=0) > 3 or widest > bar + 2 or torn:
        _draw_lying_groups(figure, chart, figures, wide)
    else:
        _draw_upright_groups(figure, chart, figures, labels, wide)


def _draw_upright_groups(figure: Figure, chart: Chart, figures: Figures, labels: list[list[str]], wide: float) -> None:
    names, looks = [series.label for series in chart.series], looks_of(chart.series)
    head = legend_height(names, wide) + (16 if chart.y_label else 0) + 12
    foot = block_height(max(map(len, labels), default=1)) + 8 + _foot(chart)
    plot = 165.0
    sheet = Sheet(figure, head + plot + foot, wide)
    draw_legend(sheet, 0, 0, sheet.width, list(zip(names, looks, strict=True)))
    if chart.y_label:
        sheet.words(0, head - 18, drawable(chart.y_label), size=SMALL, colour=sheet.colours.text2)
    largest = max((value for one in chart.series for value in one.values if value is not None), default=0) or 1
    group = sheet.width / max(len(chart.categories), 1)
    bar = min((group - 18) / max(len(chart.series), 1), 34)
    base = head + plot
    for number, lines in enumerate(labels):
        centre = (number + 0.5) * group
        x = centre - bar * len(chart.series) / 2
        for series, look in zip(chart.series, looks, strict=True):
            value = series.values[number]
            high = 0.0 if value is None else max(value, 0) / largest * plot
            if value is not None:
                swatch(sheet, x + 1, base - high, bar - 2, high, look)
            text = UNKNOWN if value is None else value_text(value, chart, figures)
            sheet.words(x + bar / 2, base - high - 7, text, size=SMALL, align="center")
            x += bar
        sheet.words(centre, base + 6 + block_height(len(lines)) / 2, lines, align="center")
    sheet.line(0, base, sheet.width, base, colour=sheet.colours.line_strong)
    _axis_words(sheet, chart.x_label, 0)


def _draw_lying_groups(figure: Figure, chart: Chart, figures: Figures, wide: float = PAGE_WIDTH) -> None:
    labels, label_width = label_column(chart.categories, most=label_room(wide))
    names, looks = [series.label for series in chart.series], looks_of(chart.series)
    unit = chart.x_label or chart.y_label
    bar = 11.5
    row_heights = [max(bar * len(names) + _GAP, block_height(len(lines)) + 5) for lines in labels]
    head = legend_height(names, wide)
    sheet = Sheet(figure, head + 4 + sum(row_heights) + (_FOOT if unit else 4), wide)
    draw_legend(sheet, 0, 0, sheet.width, list(zip(names, looks, strict=True)))
    values = [value for series in chart.series for value in series.values if value is not None]
    largest = max(values, default=0) or 1
    tail = max((width(value_text(value, chart, figures), SMALL) for value in values), default=10) + 8
    x0 = label_width + 10
    y = head + 4
    for number, (lines, high) in enumerate(zip(labels, row_heights, strict=True)):
        sheet.words(x0 - 10, y + high / 2, lines, align="right")
        top = y + (high - bar * len(names)) / 2
        for series, look in zip(chart.series, looks, strict=True):
            value = series.values[number]
            long = 0.0 if value is None else max(value, 0) / largest * (sheet.width - x0 - tail)
            if value is not None:
                swatch(sheet, x0, top + 0.8, long, bar - 1.6, look)
            text = UNKNOWN if value is None else value_text(value, chart, figures)
            sheet.words(x0 + long + 5, top + bar / 2, text, size=SMALL)
            top += bar
        y += high
    sheet.line(x0, head + 4, x0, y, colour=sheet.colours.line_strong)
    _axis_words(sheet, unit, x0)


def _foot(chart: Chart) -> float:
    return _FOOT if chart.x_label else 4.0


def _axis_words(sheet: Sheet, label: str | None, x: float) -> None:
    if label:
        lines = wrapped(label, SMALL, sheet.width - x, most_lines=1)
        sheet.words(x, sheet.height - SMALL * LINE_HEIGHT / 2 - 1, lines, size=SMALL, colour=sheet.colours.text2)
