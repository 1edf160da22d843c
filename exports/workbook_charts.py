"""Charts that Excel draws itself from cells of the same sheet, so that people can change and copy them."""

from __future__ import annotations

from typing import Any

from xlsxwriter.chart import Chart as ExcelChart
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from exports.plain import one_line, shortened
from exports.workbook_formats import FONT, Formats
from exports.workbook_tables import Area
from fastmap.report.badges import Tone
from fastmap.report.blocks import Column, ColumnKind, Table
from fastmap.report.drawings import Chart, ChartKind, Series
from fastmap.texts import Texts

PIXELS_WIDE = 900
_ALTERNATIVE_LIMIT = 2000
_LYING = frozenset({ChartKind.BARS, ChartKind.STACKED_BARS, ChartKind.RANGE})
_PATTERNS = (None, "wide_upward_diagonal", "percent_20", "narrow_horizontal")
_TYPES = {
    ChartKind.BARS: {"type": "bar"},
    ChartKind.STACKED_BARS: {"type": "bar", "subtype": "stacked"},
    ChartKind.GROUPED_BARS: {"type": "column"},
    ChartKind.RANGE: {"type": "bar"},
    ChartKind.MAP: {"type": "scatter"},
}


def figures_of(chart: Chart, texts: Texts) -> Table:
    """Return the figures of ``chart`` as a table: a row per category, a column per series."""
    kind = ColumnKind.SHARE if chart.share else ColumnKind.NUMBER
    marks = (
        (Column(key="mark", header=texts.get("exports.mark"), kind=ColumnKind.TEXT),)
        if chart.tones and chart.tone_words
        else ()
    )
    rows = []
    for number, name in enumerate(chart.categories):
        values = tuple(series.values[number] for series in chart.series)
        word = (chart.tone_words.get(chart.tones[number], ""),) if marks else ()
        rows.append((name, *values, *word))
    return Table(
        key=f"chart_{chart.key}",
        caption=chart.caption,
        columns=(
            Column(key="category", header=texts.get("exports.category")),
            *(Column(key=series.key, header=series.label, kind=_kind(chart, series, kind)) for series in chart.series),
            *marks,
        ),
        rows=tuple(rows),
    )


def pixels_high(chart: Chart) -> int:
    """Return how high the drawing is, in pixels."""
    if chart.kind in _LYING:
        return 90 + 30 * max(len(chart.categories), 2)
    return 440


def insert_chart(workbook: Workbook, sheet: Worksheet, row: int, chart: Chart, data: Area, formats: Formats) -> None:
    """Draw ``chart`` at ``row`` from the cells in ``data``; a matrix becomes coloured cells instead."""
    if chart.kind is ChartKind.HEAT:
        if chart.empty_word is None:
            _colour_cells(sheet, data, formats)
        else:
            _colour_columns(sheet, chart, data, formats)
        return
    drawing: ExcelChart = workbook.add_chart(_TYPES[chart.kind])
    for number in _drawn(chart):
        drawing.add_series(_series(sheet, chart, number, data, formats))
    _dress(drawing, chart, formats)
    drawing.set_size({"width": PIXELS_WIDE, "height": pixels_high(chart)})
    words = shortened(one_line(chart.alternative), _ALTERNATIVE_LIMIT)
    sheet.insert_chart(row, 0, drawing, {"description": words, "object_position": 2, "x_offset": 4, "y_offset": 2})


def _drawn(chart: Chart) -> list[int]:
    """Return the places of the series to draw, in order.

    A map is one series of points. A range is three bars on top of each other, of which the one up to ``low`` is
    white: what is left to see begins there, changes its tone at the value and ends at ``high``.
    """
    place = {series.key: number for number, series in enumerate(chart.series)}
    match chart.kind:
        case ChartKind.MAP:
            return [place["x"]]
        case ChartKind.RANGE:
            return [place["high"], place["value"], place["low"]]
        case _:
            return list(range(len(chart.series)))


def _series(sheet: Worksheet, chart: Chart, number: int, data: Area, formats: Formats) -> dict[str, Any]:
    name = sheet.get_name()
    first, last = data.first + 1, data.last
    column = number + 1
    ink = formats.colours.tones[_tone(chart, number)].ink
    result: dict[str, Any] = {
        "name": [name, data.first, column],
        "categories": [name, first, 0, last, 0],
        "values": [name, first, column, last, column],
        "gap": 60,
    }
    match chart.kind:
        case ChartKind.RANGE:
            colours = formats.colours
            key = chart.series[number].key
            grounds = {"high": "#9DBDE3", "value": colours.primary, "low": colours.surface}
            result.update({"fill": {"color": grounds[key]}, "border": {"none": True}, "overlap": 100})
            if key == "high":
                labels = [{"value": words} for words in _spans(chart)]
                result["data_labels"] = {"value": True, "custom": labels, "font": _font(formats, 10)}
        case ChartKind.MAP:
            return _scatter_series(name, chart, first, last, ink)
        case _:
            result["fill"] = {"color": ink}
            if pattern := _PATTERNS[number % len(_PATTERNS)]:
                soft = formats.colours.tones[_tone(chart, number)].soft
                result["pattern"] = {"pattern": pattern, "fg_color": ink, "bg_color": soft}
                result["border"] = {"color": ink}
                del result["fill"]
    if chart.kind in {ChartKind.BARS, ChartKind.GROUPED_BARS}:
        result["data_labels"] = {"value": True, "num_format": _number_format(chart), "font": _font(formats, 10)}
    if chart.kind is ChartKind.STACKED_BARS:
        # On a soft ground, because a pattern lies behind it.
        result["data_labels"] = {
            "value": True,
            "num_format": _number_format(chart) + ";;",  # a part of 0 says nothing and would lie on its neighbour
            "font": _font(formats, 10),
            "fill": {"color": formats.colours.surface},
        }
    if chart.kind is ChartKind.BARS and chart.tones:
        result["points"] = [{"fill": {"color": formats.colours.tones[tone].ink}} for tone in chart.tones]
    return result


def _spans(chart: Chart) -> list[str]:
    """Return "3 (1–7)" per category: the value and how far it may lie to either side."""
    by_key = {series.key: series.values for series in chart.series}
    return [
        "" if value is None else f"{value:g}" if low is None or high is None else f"{value:g} ({low:g}–{high:g})"
        for value, low, high in zip(by_key["value"], by_key["low"], by_key["high"], strict=True)
    ]


def _scatter_series(name: str, chart: Chart, first: int, last: int, ink: str) -> dict[str, Any]:
    place = {series.key: number + 1 for number, series in enumerate(chart.series)}
    sheet = "'" + name.replace("'", "''") + "'"
    return {
        "name": [name, first - 1, place["y"]],
        "categories": [name, first, place["x"], last, place["x"]],
        "values": [name, first, place["y"], last, place["y"]],
        "marker": {"type": "circle", "size": 9, "fill": {"color": ink, "transparency": 35}, "border": {"color": ink}},
        # What looks like an address would be taken for one: such names come from their cells.
        "data_labels": {
            "value": True,
            "position": "right",
            "custom": [
                {"value": f"={sheet}!$A${row + 1}" if label.startswith("=") or "!" in label else label}
                for row, label in enumerate(map(one_line, chart.categories), start=first)
            ],
        },
    }


def _dress(drawing: ExcelChart, chart: Chart, formats: Formats) -> None:
    """Take away what is not needed, and name the axes."""
    colours = formats.colours
    quiet = {"visible": False}
    drawing.set_title({"none": True})
    drawing.set_chartarea({"border": {"none": True}})
    across: dict[str, Any] = {
        "num_font": _font(formats, 10),
        "major_gridlines": quiet,
        "line": {"color": colours.line_strong},
    }
    up = {**across, "num_format": _number_format(chart)}
    if chart.kind is not ChartKind.MAP and all(v is None or v >= 0 for one in chart.series for v in one.values):
        up["min"] = 0  # bars that begin elsewhere would lie about their lengths
    if chart.kind in _LYING:
        # The first category belongs on top; with it the axis of the figures would move there too.
        drawing.set_y_axis({**across, "reverse": True})
        most = {"max": 1} if chart.share and chart.kind is ChartKind.STACKED_BARS else {}
        drawing.set_x_axis({**up, **_named(chart.x_label, formats), **most, "label_position": "high"})
    elif chart.kind is ChartKind.MAP:
        drawing.set_x_axis({**across, **_named(chart.x_label, formats)})
        drawing.set_y_axis({**across, **_named(chart.y_label, formats)})
    else:
        drawing.set_x_axis(across)
        drawing.set_y_axis({**up, **_named(chart.y_label, formats)})
    several = len(chart.series) > 1 and chart.kind not in {ChartKind.MAP, ChartKind.RANGE}
    drawing.set_legend({"position": "top", "font": _font(formats, 10)} if several else {"none": True})


def _colour_cells(sheet: Worksheet, data: Area, formats: Formats) -> None:
    sheet.conditional_format(
        data.first + 1,
        1,
        data.last,
        data.columns - 1,
        {"type": "2_color_scale", "min_color": formats.colours.surface, "max_color": "#8FB4E0"},
    )


def _colour_columns(sheet: Worksheet, chart: Chart, data: Area, formats: Formats) -> None:
    """Give each column its colour, where a cell holds anything."""
    for column, series in enumerate(chart.series, start=1):
        pair = formats.colours.tones[series.tone]
        look = formats.added({"bg_color": pair.soft, "font_color": pair.ink, "bold": True})
        rule = {"type": "cell", "criteria": ">", "value": 0, "format": look}
        sheet.conditional_format(data.first + 1, column, data.last, column, rule)


def _named(label: str | None, formats: Formats) -> dict[str, Any]:
    if not label:
        return {}
    # A space keeps XlsxWriter from reading "=Sheet!A1", with or without "=", as an address.
    words = one_line(label).replace("!", "! ").strip()
    return {"name": f" {words}" if words.startswith("=") else words, "name_font": _font(formats, 10)}


def _font(formats: Formats, size: int) -> dict[str, Any]:
    return {"name": FONT, "size": size, "bold": False, "color": formats.colours.text}


def _number_format(chart: Chart) -> str:
    if chart.share:
        return "0%"
    whole = all(value is None or float(value).is_integer() for one in chart.series for value in one.values)
    return "#,##0" if whole else "#,##0.0"


def _tone(chart: Chart, number: int) -> Tone:
    row = (Tone.PRIMARY, Tone.REGIONAL, Tone.MT, Tone.INTERNATIONAL, Tone.LT, Tone.BAD, Tone.GOOD, Tone.NEUTRAL)
    own = [series.tone for series in chart.series]
    return own[number] if len(set(own)) == len(own) or chart.kind is ChartKind.RANGE else row[number % len(row)]


def _kind(chart: Chart, series: Series, kind: ColumnKind) -> ColumnKind:
    """Return the kind of one column of figures: of a map with shares, only axes that lie between 0 and 1 are."""
    inside = all(value is None or 0 <= value <= 1 for value in series.values)
    return kind if chart.kind is not ChartKind.MAP or inside else ColumnKind.NUMBER
