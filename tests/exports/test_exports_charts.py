import io
import re
from dataclasses import replace
from typing import Any

import defusedxml.ElementTree
import pytest
from PIL import Image

from exports.charts.bubbles import _Box, _placed
from exports.charts.rendering import DRAWN_BY, Frame, as_png, as_svg, figure_of
from exports.charts.scale import round_steps
from exports.charts.type import width, wrapped
from exports.figures import Figures
from fastmap.report.drawings import ChartKind
from tests.exports.demo_report import HOSTILE, bars, bubbles, grid, grouped, heat, ranges, stacked

GERMAN = Figures("de")
ALL: list[Any] = [bars(), stacked(), grouped(), ranges(), bubbles(), heat(), grid(), bars(HOSTILE, "hostile")]
IDS = [block.key for block in ALL]
FILLS = re.compile(r"fill: (#[0-9a-fA-F]{6})")


def texts_in(figure) -> list[Any]:
    return [one for one in figure.findobj() if hasattr(one, "get_text")]


def words_of(figure) -> list[str]:
    return [text.get_text() for text in texts_in(figure)]


def test_every_kind_of_chart_can_be_drawn():
    assert set(DRAWN_BY) == set(ChartKind)


@pytest.mark.parametrize("block", ALL, ids=IDS)
def test_drawings_stay_inside_their_sheet(block):
    figure = figure_of(block, GERMAN)
    figure.set_dpi(300)
    as_svg(figure, title="t", alternative="a")
    size = figure.bbox

    for text in texts_in(figure):
        box = text.get_window_extent()
        assert box.x0 >= -1.5, text.get_text()
        assert box.x1 <= size.x1 + 1.5, text.get_text()
        assert box.y0 >= -1.5, text.get_text()
        assert box.y1 <= size.y1 + 1.5, text.get_text()


@pytest.mark.parametrize("block", ALL, ids=IDS)
def test_no_type_in_a_drawing_is_smaller_than_eight_and_a_half_points(block):
    figure = figure_of(block, GERMAN)

    assert min(text.get_fontsize() for text in texts_in(figure)) >= 8.5


@pytest.mark.parametrize("block", ALL, ids=IDS)
def test_svg_parses_and_carries_title_and_alternative_text(block):
    title = "]]> <script> & " + block.caption

    svg = as_svg(figure_of(block, GERMAN), title=title, alternative=block.alternative)

    root = defusedxml.ElementTree.fromstring(svg)
    space = {"s": "http://www.w3.org/2000/svg"}
    assert root.get("role") == "img"
    assert root.findtext("s:title", namespaces=space) == title
    assert root.findtext("s:desc", namespaces=space) == block.alternative
    assert not root.findall(".//s:script", space)
    assert not root.findall(".//s:text", space)


@pytest.mark.parametrize("block", ALL, ids=IDS)
def test_the_same_block_gives_the_same_bytes(block):
    frame = Frame(title=block.caption, footer="Cluster")

    first = [as_svg(figure_of(block, GERMAN, frame), title="t", alternative="a") for _ in range(2)]
    second = [as_png(figure_of(block, GERMAN, frame), title="t", alternative="a") for _ in range(2)]

    assert first[0] == first[1]
    assert second[0] == second[1]


def test_png_has_300_dots_per_inch_and_its_alternative_text():
    content = as_png(figure_of(stacked(), GERMAN), title="Titel", alternative="Was zu sehen ist")

    picture = Image.open(io.BytesIO(content))
    assert round(picture.info["dpi"][0]) == 300
    assert picture.info["Title"] == "Titel"
    assert picture.info["Description"] == "Was zu sehen ist"
    picture.load()  # every piece of the file holds its check


def test_a_png_shows_what_its_svg_draws():
    figure = figure_of(stacked(), GERMAN, Frame(title="Титул \u05e9", footer="Cluster"))

    picture = Image.open(io.BytesIO(as_png(figure, title="Титул", alternative="a"))).convert("RGB")

    wide, high = (inches * 300 for inches in figure.get_size_inches())
    assert abs(picture.width - wide) <= 1
    assert abs(picture.height - high) <= 1
    assert picture.info["Title"] == "Титул"
    drawn = {f"#{red:02x}{green:02x}{blue:02x}" for _, (red, green, blue) in picture.getcolors(10**7)}
    assert {fill.lower() for fill in FILLS.findall(as_svg(figure, title="t", alternative="a").decode())} <= drawn


def test_signs_of_formulas_and_markup_are_drawn_as_they_are():
    words = words_of(figure_of(bars(HOSTILE), GERMAN))

    assert "$x^2$ _a_ `b`" in words
    assert "<script>alert(1)</script>" in words


def test_a_bar_carries_its_figure_and_the_word_for_its_colour():
    words = words_of(figure_of(bars(), GERMAN))

    assert "92,5" in words
    assert "Fachkräftemangel" in words
    assert "–" in words


def test_series_that_share_a_tone_still_differ_in_pattern():
    chart = stacked()
    same = replace(chart, series=tuple(replace(series, tone=chart.series[0].tone) for series in chart.series))

    figure = figure_of(same, GERMAN)

    patches: list[Any] = figure.findobj(lambda one: hasattr(one, "get_hatch"))
    looks = {(patch.get_facecolor(), patch.get_hatch()) for patch in patches if patch is not figure.patch}
    assert len(looks) >= 3


def test_a_chart_without_any_figure_is_drawn_as_not_known():
    empty = replace(bars(), series=(replace(bars().series[0], values=(None,) * 12),))

    assert words_of(figure_of(empty, GERMAN)).count("–") == 12


def test_many_categories_turn_standing_bars_into_lying_ones():
    few, many = grouped(), grouped()
    many = replace(
        many,
        categories=tuple(f"Kompetenz mit langem Namen {number}" for number in range(20)),
        series=tuple(replace(one, values=tuple(range(20))) for one in many.series),
    )

    assert figure_of(many, GERMAN).get_size_inches()[1] > figure_of(few, GERMAN).get_size_inches()[1] * 1.5


@pytest.mark.parametrize("text", [*HOSTILE, "Schweißen von Aluminiumlegierungen", "a b " * 100])
def test_wrapped_lines_fit_their_room(text):
    lines = wrapped(text, 9, 100, most_lines=3)

    assert len(lines) <= 3
    assert all(width(line, 9) <= 101 for line in lines)


def test_steps_of_an_axis_are_round_and_cover_its_figures():
    assert round_steps(0, 31)[-1] >= 31
    assert all(step.is_integer() for step in round_steps(0, 3, whole=True))


def test_names_of_fifteen_bubbles_of_which_many_lie_together_do_not_cover_one_another():
    bubbles = [(f"Competence number {n}", 60 + 24.0 * (n % 5), 235 - 22.0 * (n // 5), 16.0) for n in range(10)]
    bubbles += [(f"Skill {n}", 180 + 55.0 * n, 60 + 30.0 * n, 24.0) for n in range(5)]
    taken = [_Box(x - d / 2, y - d / 2, x + d / 2, y + d / 2) for _, x, y, d in bubbles]

    boxes = [place.box for place in _placed(482, _Box(44, 22, 474, 252), taken, bubbles)]

    assert all(a.overlap(b) < 12 for number, a in enumerate(boxes) for b in boxes[:number])
