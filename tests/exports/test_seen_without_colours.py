"""Drawings say the same to people who see fewer colours, and on grey paper.

Colours are simulated after Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color
vision deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009), severity 1.0.
"""

import itertools
from datetime import date, timedelta

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Ellipse, Polygon

from exports.charts.legend import PATTERNS, looks_of, swatch
from exports.charts.rendering import figure_of
from exports.charts.sheet import Sheet
from exports.figures import Figures
from exports.palette import mixed, tokens
from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import MemberKind, PartnerType
from fastmap.report.badges import Tone
from fastmap.report.build import build_report
from fastmap.report.drawings import Chart, ChartKind, Series, Timeline, TimelineBar, TimelineLane, TimelineMark
from fastmap.report.network_look import FAMILY_OF, member_look, partner_look
from tests.report.whole_cluster import MADE_ON, whole_results
from tests.support.builders import shipped_catalogue

EYES = {
    "all colours": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
    "grey": [[0.2126, 0.7152, 0.0722]] * 3,
}
"""Matrices for linear red, green and blue."""
LEAST = 6.0
"""How far two swatches must lie apart on average, laid upon one another, in steps of 0-255."""


def linear(values):
    values = np.asarray(values, dtype=float) / 255
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def seen(picture, eye):
    """Return an RGB picture (0–255, last axis the three colours) as ``eye`` sees it, 0–255."""
    light = np.clip(linear(picture) @ np.asarray(EYES[eye]).T, 0, 1)
    return 255 * np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def drawn_swatch(look):
    """Return the pixels of a swatch as large as the piece of a bar."""
    figure = Figure()
    sheet = Sheet(figure, 20.0, 40.0)
    swatch(sheet, 0, 0, 40, 20, look)
    figure.set_dpi(144)
    pixels, (wide, high) = FigureCanvasAgg(figure).print_to_buffer()
    return np.frombuffer(pixels, dtype=np.uint8).reshape(high, wide, 4)[4:-4, 4:-4, :3]


def rgb(colour):
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def brightness(colour, eye):
    """Return how bright ``eye`` sees a colour: relative luminance, 0–1."""
    return float(linear(seen(rgb(colour), eye)) @ np.asarray(EYES["grey"])[0])


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("tones", ["own", "shared"])
def test_series_beside_one_another_are_told_apart(eye, tones):
    """All pairs of a drawing: in a legend and in stacked bars any two can stand side by side."""
    every = list(Tone)[:PATTERNS] if tones == "own" else [Tone.PRIMARY] * PATTERNS
    looks = looks_of(
        [Series(key=str(number), label=str(number), values=(), tone=tone) for number, tone in enumerate(every)]
    )
    swatches = [seen(drawn_swatch(look), eye) for look in looks]

    close = [
        (one, other)
        for one, other in itertools.combinations(range(PATTERNS), 2)
        if np.abs(swatches[one] - swatches[other]).mean() < LEAST
    ]
    assert close == []


@pytest.mark.parametrize("anonymous", [False, True])
def test_charts_of_a_report_have_a_word_or_a_pattern_where_colours_mean_something(anonymous):
    report = build_report(whole_results(), shipped_catalogue(), load_texts("en"), anonymous=anonymous, made_on=MADE_ON)
    charts = [block for block in report.charts() if isinstance(block, Chart)]

    for chart in charts:
        if chart.kind in (ChartKind.STACKED_BARS, ChartKind.GROUPED_BARS):
            assert len(chart.series) <= PATTERNS, chart.key
        # A bar per category says what it is in the category; else the tone needs its word.
        elif len(set(chart.tones)) > 1 and not chart.tone_words:
            assert chart.kind is ChartKind.BARS, chart.key
            assert len(set(chart.categories)) == len(chart.categories), chart.key
        elif len(set(chart.tones)) > 1:
            assert set(chart.tones) <= chart.tone_words.keys(), chart.key
    assert charts


@pytest.mark.parametrize("eye", EYES)
def test_a_matrix_is_darker_for_more_to_every_eye(eye):
    """Ten steps of the ground, as `exports.charts.heat` mixes it; the figure stands in the cell as well."""
    colours = tokens()
    steps = [brightness(mixed(colours.surface, colours.primary, 0.04 + 0.09 * step), eye) for step in range(11)]

    assert all(pale - dark > 0.02 for pale, dark in itertools.pairwise(steps))


@pytest.mark.parametrize("eye", EYES)
def test_words_on_the_ground_of_their_tone_stay_readable(eye):
    for tone, pair in tokens().tones.items():
        low, high = sorted(brightness(colour, eye) for colour in (pair.ink, pair.soft))
        assert (high + 0.05) / (low + 0.05) >= 4.5, tone


def test_families_of_a_network_differ_in_shape_and_firms_in_size():
    families = {FAMILY_OF[kind]: partner_look(kind).shape for kind in PartnerType if kind in FAMILY_OF}
    firms = [
        member_look(kind).size for kind in (MemberKind.MICRO, MemberKind.SMALL, MemberKind.MEDIUM, MemberKind.LARGE)
    ]

    assert len(set(families.values())) == len(families)
    assert firms == sorted(set(firms))


def roadmap_with(*, is_late=False, is_reached=False):
    day = date(2026, 6, 1)
    mark = TimelineMark(day=day + timedelta(days=30), title="Half of it", is_reached=is_reached, is_late=is_late)
    bar = TimelineBar(
        key="a",
        title="Course",
        fact="",
        tone=Tone.ST,
        start=day,
        end=day + timedelta(days=90),
        is_start_known=True,
        is_end_known=True,
        warning=None,
        marks=(mark,),
    )
    return Timeline(
        key="plan",
        caption="Plan",
        alternative="Plan",
        lanes=(TimelineLane(name="Soon", tone=Tone.ST, bars=(bar,)),),
        first=day,
        last=day + timedelta(days=365),
        today=day,
        today_word="Today",
        empty_word="Nothing",
    )


def shapes_of(block):
    figure = figure_of(block, Figures("en"))
    return sorted(type(one).__name__ for one in figure.findobj() if isinstance(one, Ellipse | Polygon))


def test_late_reached_and_open_milestones_differ_without_colour():
    late, reached = (shapes_of(roadmap_with(**{word: True})) for word in ("is_late", "is_reached"))

    assert late != reached
    assert shapes_of(roadmap_with()) == reached  # told apart by being hollow
