"""The roadmap as a picture: what it says, what it marks, and that nothing lies outside the sheet."""

from datetime import date

import pytest
from matplotlib.text import Text

from exports.charts.rendering import as_svg, figure_of
from exports.figures import Figures
from exports.roadmap_picture import write_roadmap_picture
from fastmap.report.badges import Tone
from fastmap.report.drawings import Timeline, TimelineBar, TimelineLane, TimelineMark

TODAY = date(2026, 5, 4)


def bar(key, **changes):
    fields = {
        "key": key,
        "title": f"Action {key}",
        "fact": "planned · Office",
        "tone": Tone.REGIONAL,
        "start": date(2026, 6, 1),
        "end": date(2026, 12, 31),
        "is_start_known": True,
        "is_end_known": True,
        "warning": None,
    }
    return TimelineBar(**(fields | changes))


def timeline(*bars, **changes):
    fields = {
        "key": "roadmap_timeline",
        "caption": "Actions over time",
        "alternative": "Timeline of the actions: Action one.",
        "lanes": (
            TimelineLane(name="Short term", tone=Tone.ST, bars=bars),
            TimelineLane(name="Long term", tone=Tone.LT, bars=()),
        ),
        "first": date(2026, 1, 1),
        "last": date(2027, 12, 31),
        "today": TODAY,
        "today_word": "today",
        "empty_word": "Nothing planned",
    }
    return Timeline(**(fields | changes))


def words(block):
    figure = figure_of(block, Figures("en"))
    return [text.get_text() for text in figure.findobj(Text) if text.get_text()]


def test_a_picture_says_lanes_titles_owners_years_and_today():
    said = words(timeline(bar("one", warning="late")))

    assert {"Short term", "Long term", "Action one", "planned · Office", "2026", "2027", "today", "late"} <= set(said)
    assert "Nothing planned" in said


def test_an_action_that_nothing_places_in_time_is_named_without_a_bar():
    assert "Action two" in words(timeline(bar("two", start=None, end=None)))


def test_milestones_and_waits_add_to_the_drawing():
    def drawn(block):
        return len(figure_of(block, Figures("en")).get_children())

    plain = timeline(bar("one"), bar("two"))
    marks = (TimelineMark(day=date(2026, 7, 1), title="x", is_reached=False, is_late=False),)
    full = timeline(bar("one", marks=marks), bar("two", after=("one", "gone")))

    assert drawn(full) == drawn(plain) + 1 + 3  # a dot; two lines and the dot where they end


def test_days_outside_the_years_lie_at_the_edge():
    block = timeline()

    assert block.place_0_1(date(2020, 1, 1)) == 0
    assert block.place_0_1(date(2030, 1, 1)) == 1
    assert block.place_0_1(date(2027, 1, 1)) == pytest.approx(0.5, abs=0.01)


def test_outside_words_stay_words_in_the_svg():
    block = timeline(bar("one", title="<script> & Co"), caption="<b>Plan</b>")

    svg = as_svg(figure_of(block, Figures("en")), title=block.caption, alternative=block.alternative).decode()

    assert "<script>" not in svg
    assert "&lt;b&gt;Plan&lt;/b&gt;" in svg


@pytest.mark.parametrize(("suffix", "begins"), [(".png", b"\x89PNG"), (".svg", b"<?xml")])
def test_it_is_written_by_the_name_of_the_file(tmp_path, suffix, begins):
    target = tmp_path / f"plan{suffix}"

    write_roadmap_picture(
        timeline(bar("one")), target, cluster="Cluster", round_label="2026", made_on=TODAY, language="en"
    )

    assert target.read_bytes().startswith(begins)
