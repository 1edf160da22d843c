"""Preparing a workshop: agendas to begin with, entries as people type them, items moved about."""

from dataclasses import replace
from datetime import date

import pytest

from fastmap.errors import FastmapError
from fastmap.model.choices import AgendaSubject, WallView
from fastmap.tasks.workshops import (
    item_shows,
    item_typed,
    moved,
    new_workshop,
    note_text,
    understood_counts,
    understood_voters,
    with_fact,
    with_item,
    without_items,
)
from tests.store.recorded import WORKSHOP
from tests.support.builders import make_snapshot, shipped_catalogue

DAY = date(2026, 6, 9)


@pytest.fixture
def begun():
    return new_workshop(make_snapshot(), shipped_catalogue().workshop.agendas[0], held_on=DAY)


def ids(workshop) -> list[str]:
    return [item.id for item in workshop.agenda]


def refused(call, *arguments) -> str:
    with pytest.raises(FastmapError) as caught:
        call(*arguments)
    return caught.value.code


def test_a_workshop_begins_with_the_agenda_chosen_and_a_number_of_its_own(begun) -> None:
    second = new_workshop(
        replace(make_snapshot(), workshops=(WORKSHOP,)), shipped_catalogue().workshop.agendas[1], held_on=None
    )

    assert (begun.id, begun.minutes, begun.held_on) == ("W001", 120, DAY)
    assert (second.id, second.minutes) == ("W002", 45)


def test_facts_are_understood_as_people_type_them(begun) -> None:
    told = with_fact(
        with_fact(with_fact(begun, "held_on", "9/6/2026"), "place", "  Sala\u202e 2 "), "participants", "21"
    )

    assert (told.held_on, told.place, told.participants) == (DAY, "Sala 2", 21)
    assert with_fact(told, "participants", "").participants is None


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("held_on", "soon", "workshop_day_unclear"),
        ("participants", "many", "workshop_people_unclear"),
        ("participants", "-3", "workshop_people_unclear"),
        ("participants", "10001", "workshop_people_unclear"),
    ],
)
def test_an_entry_that_is_not_clear_is_refused(begun, field, typed, code) -> None:
    assert refused(with_fact, begun, field, typed) == code


def test_an_item_keeps_its_id_and_its_notes_wherever_it_is_moved(begun) -> None:
    noted = replace(begun, agenda=(*begun.agenda[:-1], replace(begun.agenda[-1], notes="said")))

    first = moved(noted, "8", -20)

    assert ids(first) == ["8", "1", "2", "3", "4", "5", "6", "7"]
    assert first.agenda[0].notes == "said"
    assert ids(moved(first, "8", 1)) == ["1", "8", "2", "3", "4", "5", "6", "7"]
    assert refused(moved, begun, "99", 1) == "agenda_item_missing"


def test_items_are_added_at_the_end_and_removed(begun) -> None:
    longer = with_item(without_items(begun, ["2", "3"]), AgendaSubject.OTHER, title=" Coffee ")

    assert ids(longer) == ["1", "4", "5", "6", "7", "8", "9"]
    assert (longer.agenda[-1].title, longer.minutes) == ("Coffee", 120 - 35 + 10)


def test_minutes_wording_and_view_of_an_item_can_be_changed(begun) -> None:
    told = item_shows(item_typed(item_typed(begun, "1", "minutes", "12 min"), "1", "title", "Hello"), "1", WallView.MAP)

    assert (told.agenda[0].minutes, told.agenda[0].title, told.agenda[0].view) == (12, "Hello", WallView.MAP)
    assert item_typed(told, "1", "title", " ").agenda[0].title is None
    assert refused(item_typed, begun, "1", "minutes", "a while") == "agenda_minutes_unclear"


def test_counts_by_hand_are_whole_numbers_and_nothing_typed_is_none_at_all() -> None:
    assert understood_counts({"x": " 4 ", "y": ""}) == {"x": 4, "y": 0}
    assert (understood_voters("7"), understood_voters(" ")) == (7, None)
    assert refused(understood_counts, {"x": "four"}) == "ballot_count_unclear"
    assert refused(understood_voters, "²") == "ballot_count_unclear"


def test_lines_of_a_note_stay_lines() -> None:
    assert note_text(" one\ntwo\x00 \n") == "one\ntwo"
    assert note_text("  ") is None
