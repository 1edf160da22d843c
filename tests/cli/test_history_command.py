"""`fastmap history`: what changed, newest first, in words and as JSON."""

import sqlite3
import time
from contextlib import closing

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import RemoveMembers, SaveMembers
from fastmap.model.organisations import Contact, Member
from tests.support.command_line import fastmap


@pytest.fixture
def changed(file):
    with Assessment.open(file) as assessment:
        assessment.apply(
            SaveMembers(
                members=(Member(code="M001", name="Forja Uno", headcount=10), Member(code="M002", name="Dos")),
                contacts=(Contact(member="M001", name="Ane Secret", email="ane@uno.example"),),
            )
        )
        assessment.apply(SaveMembers(members=(Member(code="M001", name="Forja Uno", headcount=12),)))
        assessment.apply(RemoveMembers(codes=("M002",)))
        assessment.undo()
    return file


def test_changes_are_listed_newest_first_with_those_taken_back_marked(changed):
    ran = fastmap("history", changed)

    lines = ran.out.splitlines()
    assert (ran.status, ran.err) == (0, "")
    assert [line.split("  ", 2)[2] for line in lines] == [
        "remove 1 member – Dos (taken back)",
        "save 1 member – Forja Uno · Employees",
        "save 2 members – Forja Uno, Dos",
    ]


def test_values_are_told_and_those_of_contact_persons_are_not(changed):
    ran = fastmap("history", changed, "--values")
    told = fastmap("history", changed, "--values", "--json")

    assert "    Member: Forja Uno · Employees: 10 → 12" in ran.out.splitlines()
    assert "Contact person: Forja Uno" in ran.out
    for secret in ("Ane", "ane@"):
        assert secret not in ran.out + told.out
    assert told.json[1]["values"] == [
        {"about": "Member: Forja Uno", "field": "Employees", "before": "10", "after": "12", "now": "12"}
    ]


def test_only_a_member_or_words_or_the_newest(changed):
    assert [line["sequence"] for line in fastmap("history", changed, "--member", "M002", "--json").json] == [3, 1]
    assert [line["sequence"] for line in fastmap("history", changed, "--text", "REMOVE dos", "--json").json] == [3]
    assert [line["sequence"] for line in fastmap("history", changed, "--last", "1", "--json").json] == [3]
    assert fastmap("history", changed, "--text", "nothing like it").out == "No change fits.\n"


def test_an_unknown_member_and_a_file_without_changes_are_told(file):
    assert fastmap("history", file).out == "Nothing was changed in this file yet.\n"
    ran = fastmap("history", file, "--member", "M404")
    assert (ran.status, "M404" in ran.err) == (2, True)


def test_reading_the_history_changes_nothing(changed):
    before = changed.read_bytes()

    fastmap("history", changed, "--values")

    assert changed.read_bytes() == before


def test_two_changes_of_one_thing_do_not_read_alike(changed):
    with Assessment.open(changed) as assessment:
        assessment.apply(SaveMembers(members=(Member(code="M001", name="Forja Uno", headcount=14),)))
        assessment.apply(
            SaveMembers(members=(Member(code="M001", name="Forja Uno", headcount=14, activity="Forging"),))
        )
        assessment.apply(SaveMembers(contacts=(Contact(member="M001", name="Bea Secret"),)))

    lines = [line.split(" – ")[1] for line in fastmap("history", changed, "--last", "3").out.splitlines()]

    assert lines == ["Forja Uno · Contact person", "Forja Uno · Activity", "Forja Uno · Employees"]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone is the computer's there")
@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo"])
@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59+00:00"])
def test_a_date_at_the_end_of_all_calendars_in_a_received_file_is_shown_as_it_is(changed, zone, at, monkeypatch):
    with closing(sqlite3.connect(changed)) as connection, connection:
        connection.execute("UPDATE events SET at = ?", (at,))
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        ran, as_json = fastmap("history", changed), fastmap("history", changed, "--json")
    finally:
        monkeypatch.undo()
        time.tzset()

    assert (ran.status, ran.err) == (0, "")
    assert len(ran.out.splitlines()) == 3
    assert as_json.json[0]["at"] == at
