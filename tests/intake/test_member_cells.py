"""Cells from a spreadsheet dropped on the member list."""

import pytest

from fastmap.intake.table_members import read_member_cells
from fastmap.model.choices import MemberKind, MemberStatus
from tests.support.builders import make_member, make_snapshot

MEMBERS = (make_member(1, name="Talleres Uno"), make_member(2, name="Taller Dos"))
SNAPSHOT = make_snapshot(members=MEMBERS)
CODES = tuple(member.code for member in MEMBERS)


def read(grid, columns, rows=(), snapshot=SNAPSHOT):
    return read_member_cells(grid, columns, rows, snapshot)


def test_cells_change_the_members_they_fall_on_and_go_on_as_new_ones():
    outcome = read([["Uno SL", "12"], ["Dos SL", "300"], ["Tres SL", "4"]], ("name", "headcount"), CODES)

    assert [(member.name, member.headcount, member.kind) for member in outcome.members] == [
        ("Uno SL", 12, MemberKind.SMALL),
        ("Dos SL", 300, MemberKind.LARGE),
        ("Tres SL", 4, MemberKind.MICRO),
    ]
    assert [member.code for member in outcome.members][:2] == [*CODES]
    assert (outcome.added, outcome.updated) == (1, 2)


def test_words_of_any_shipped_language_and_blank_cells():
    outcome = read([["no quiere responder"], [""]], ("status",), CODES)

    assert [(member.code, member.status) for member in outcome.members] == [(CODES[0], MemberStatus.REFUSED)]


def test_cells_with_headings_are_read_by_them_wherever_they_fall():
    outcome = read([["Plantilla", "Nombre"], ["9", "Taller Dos"], ["30", "Nuevo"]], ("status", "code"), CODES)

    assert [(member.name, member.headcount) for member in outcome.members] == [("Taller Dos", 9), ("Nuevo", 30)]
    assert outcome.members[0].code == CODES[1]


def test_codes_in_the_cells_say_who_is_meant():
    outcome = read([[CODES[1], "Dos SA"], ["Z9", "Nueve"]], ("code", "name"), CODES)

    assert [(member.code, member.name) for member in outcome.members] == [(CODES[1], "Dos SA"), ("Z9", "Nueve")]


def test_what_is_not_understood_is_told_with_its_place_and_left_as_it_was():
    outcome = read([["many", "never"]], ("headcount", "status"), CODES)

    assert outcome.members == ()
    assert [(problem.cell, problem.field, problem.found) for problem in outcome.problems] == [
        ("A1", "headcount", "many"),
        ("B1", "status", "never"),
    ]


def test_new_rows_without_a_name_are_told():
    outcome = read([["12"]], ("headcount",))

    assert [problem.code for problem in outcome.problems] == ["name_missing"]


@pytest.mark.parametrize("grid", [[], [[]], [["", ""]]])
def test_nothing_changes_nothing(grid):
    outcome = read(grid, ("name",), CODES)

    assert (outcome.members, outcome.problems) == ((), ())
