"""What the file remembers of the last import."""

from dataclasses import replace
from datetime import timedelta

from fastmap.model.choices import ImportState, ResponseState
from fastmap.model.responses import FileOutcome, Problem
from fastmap.tasks.last_import import as_it_stands, last_import
from tests.support.builders import cluster_where, make_need


def form(response, number, **changes):
    return replace(response, source_name=f"{number}.xlsx", source_sha256=f"{number:064}", **changes)


def test_the_latest_files_and_all_that_wait_are_remembered():
    snapshot = cluster_where(*([make_need()] for _ in range(6)))
    first = snapshot.responses[0].received_at
    later = first + timedelta(days=1)
    note, doubt = Problem(code="number_corrected"), Problem(code="member_unknown", done="waits")
    typed, *returned = snapshot.responses
    responses = (
        typed,
        form(returned[0], 1),
        form(returned[1], 2, state=ResponseState.TO_CHECK, problems=(doubt,)),
        form(returned[2], 3, received_at=later, problems=(note,)),
        form(returned[3], 4, received_at=later, problems=(note, Problem(code="number_range"))),
        form(returned[4], 5, received_at=later, problems=(doubt,)),
    )

    outcomes = last_import(replace(snapshot, responses=responses))

    assert {outcome.path: outcome.state for outcome in outcomes} == {
        "2.xlsx": ImportState.TO_CHECK,
        "3.xlsx": ImportState.ACCEPTED,
        "4.xlsx": ImportState.PARTIAL,
        "5.xlsx": ImportState.TO_CHECK,
    }


def test_a_file_without_forms_remembers_no_import():
    assert last_import(cluster_where([make_need()])) == ()


def outcome(response, state=ImportState.ACCEPTED):
    return FileOutcome(path=response.source_name, state=state, member=response.member, response=response)


def test_whatever_waits_is_listed_after_every_later_import():
    snapshot = cluster_where(*([make_need()] for _ in range(2)))
    waiting = form(snapshot.responses[0], 1, state=ResponseState.TO_CHECK)
    new = form(snapshot.responses[1], 2, received_at=waiting.received_at + timedelta(days=1))
    unreadable = FileOutcome(path="broken.xlsx", state=ImportState.UNREADABLE)

    found = as_it_stands([outcome(new), unreadable], replace(snapshot, responses=(waiting, new)), ())

    assert [one.path for one in found] == ["2.xlsx", "broken.xlsx", "1.xlsx"]


def test_an_import_that_was_taken_back_is_not_listed():
    snapshot = cluster_where(*([make_need()] for _ in range(3)))
    before, *brought = (form(response, number) for number, response in enumerate(snapshot.responses, 1))
    outcomes = [outcome(response) for response in brought]

    whole = as_it_stands(outcomes, replace(snapshot, responses=(before, *brought)), ())
    undone = as_it_stands(outcomes, replace(snapshot, responses=(before,)), ())

    assert [one.path for one in whole] == ["2.xlsx", "3.xlsx"]
    assert [one.path for one in undone] == ["1.xlsx"]
