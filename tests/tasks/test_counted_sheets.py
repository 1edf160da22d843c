"""Dots counted in a spreadsheet: lists, lines of people, bare numbers – understood whole, or refused by line."""

import pytest

from fastmap.errors import FastmapError
from fastmap.tasks.counted_sheets import counted_sheet

NAMES = {"Welding": "weld", "PLC programming": "plc", "Ofimática": "office"}
ORDER = ("weld", "plc", "office")


def counted(text):
    cells = [line.split("\t") for line in text.split("\n")]
    found = counted_sheet(cells, NAMES, ORDER, dots_each=3)
    return dict(found.dots), found.voters


def refused(text):
    with pytest.raises(FastmapError) as caught:
        counted(text)
    return caught.value


def test_a_list_names_options_in_any_order_and_writing():
    assert counted("Option\tDots\nplc  PROGRAMMING\t4\nofimatica\t2.0\n\t\nWelding\t") == (
        {"plc": 4, "office": 2, "weld": 0},
        None,
    )


def test_the_count_may_stand_before_its_option():
    assert counted("7\tWelding\n0\tPLC programming") == ({"weld": 7, "plc": 0}, None)


def test_lines_of_people_are_added_up_and_people_without_dots_do_not_count():
    assert counted("\tWelding\tPLC programming\nAna\t2\t1\nJon\t\t3\nUwe\t\t") == ({"weld": 2, "plc": 4}, 2)


def test_bare_numbers_go_to_the_options_from_the_chosen_row_down():
    assert counted("3\n\n5") == ({"weld": 3, "plc": 0, "office": 5}, None)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Welding\t3\nNursing\t2\nTotal\t5", "2: Nursing · 2; 3: Total · 5"),
        ("Welding\t3\nWelding\t2", "2: Welding · 2"),
        ("PLC programming\t1\nWelding\tmany\nx\ty", "2: Welding · many; 3: x · y"),
        ("\tWelding\tPLC programming\nAna\ttwo\t1", "2: two"),
        ("1\n2\n3\n4", "4: 4"),
        ("1\n-2", "2: -2"),
        ("Some\tthing", "–"),
    ],
)
def test_what_is_not_understood_is_named_by_line_and_nothing_is_taken(text, lines):
    error = refused(text)

    assert (error.code, error.facts["lines"]) == ("ballot_sheet_unclear", lines)


def test_a_person_with_more_dots_than_there_were_is_named_by_line():
    error = refused("Welding\tPLC programming\n2\t1\n3\t1")

    assert (error.code, error.facts["lines"], error.facts["most"]) == ("ballot_sheet_person", "3", 3)
