import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.names import name_with_end, safe_file_name
from exports.palette import contrast, tokens
from exports.plain import clean, one_line
from exports.workbook_names import Names, headers
from fastmap.report.badges import Tone

HARD = ["../../x", "C:\\x", "NUL", "con.txt", "a.", " .hidden", "😀" * 200, "x/y", "a\0b", "\u202egnp.exe", "", "..."]
RESERVED = {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}


@pytest.mark.parametrize("stem", HARD)
def test_file_names_hold_nothing_that_leaves_the_folder_or_fails_on_windows(stem):
    name = safe_file_name(stem, ".svg")

    assert not set(name) & set('/\\:*?"<>|\0')
    assert not name.startswith(".")
    assert len(name.encode()) <= 255
    assert name.removesuffix(".svg").upper() not in RESERVED
    assert not name.removesuffix(".svg").endswith((" ", "."))
    assert name.endswith(".svg")


@pytest.mark.parametrize("subject", ["a\ud800b", "cluster"])
def test_a_damaged_letter_in_a_cluster_or_a_round_keeps_no_file_from_its_name(subject):
    name = name_with_end(lambda cluster: f"{cluster} 2026\udc00, anonymous", subject, ".pdf")

    assert name.encode().endswith(b", anonymous.pdf")


@given(st.lists(st.text(), max_size=8))
def test_file_names_are_never_given_twice(stems):
    taken: list[str] = []
    for stem in stems:
        taken.append(safe_file_name(stem, ".csv", taken))

    assert len({name.casefold() for name in taken}) == len(stems)


@given(st.text())
def test_cleaning_leaves_text_that_every_writer_takes_and_changes_nothing_twice(text):
    once = clean(text)

    once.encode("utf-8")
    assert clean(once) == once
    assert "\n" not in one_line(text)


def test_marks_that_turn_the_reading_direction_are_removed():
    assert clean("a\u202egnp.exe\u2066b") == "agnp.exeb"


@given(st.lists(st.text(), max_size=8))
def test_sheet_names_are_short_unique_and_allowed(wanted):
    names = Names()

    given_names = [names.sheet(one) for one in wanted]

    assert len({name.casefold() for name in given_names}) == len(wanted)
    for name in given_names:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
        assert not set(name) & set("[]:*?/\\")
        assert not name.startswith("'")
        assert not name.endswith("'")


@given(st.lists(st.text(), min_size=1, max_size=8))
def test_headings_of_a_table_are_unique_and_never_empty(wanted):
    given_headers = headers(wanted)

    assert len({header.casefold() for header in given_headers}) == len(wanted)
    assert all(given_headers)


def test_table_names_cannot_be_read_as_cells():
    names = Names()

    assert [names.table("A1"), names.table("a1"), names.table("=x y")] == ["t_A1", "t_a1_2", "t_x_y"]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_colour_can_be_told_from_its_ground(theme):
    colours = tokens(theme)

    for ground in (colours.bg, colours.surface, colours.sunken, colours.raised, colours.primary_soft):
        assert contrast(colours.text, ground) >= 4.5
        assert contrast(colours.text2, ground) >= 4.5
        assert contrast(colours.line_strong, ground) >= 3
    assert set(colours.tones) == set(Tone)
    for tone, pair in colours.tones.items():
        assert contrast(pair.ink, pair.soft) >= 4.5, tone
