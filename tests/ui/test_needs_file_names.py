"""What the list of the last import calls a file: as the person who chose it knows it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

import tests.store.recorded as r
from fastmap.model.choices import Channel, ImportState
from fastmap.model.responses import FileOutcome
from tests.support.builders import make_snapshot
from ui.pages.needs_importing import file_rows
from ui.translating import clock_time


def names(*paths):
    outcomes = [FileOutcome(path=path, state=ImportState.UNREADABLE) for path in paths]
    rows = file_rows(outcomes, make_snapshot())
    return [next(row.name for row in rows if row.outcome.path == path) for path in paths]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["/a/one.xlsx", "/a/two.xlsx"], ["one.xlsx", "two.xlsx"]),
        (["/a/north/form.xlsx", "/a/south/form.xlsx"], ["north/form.xlsx", "south/form.xlsx"]),
        (["/a/1/in/form.xlsx", "/a/2/in/form.xlsx", "/a/b.xlsx"], ["1/in/form.xlsx", "2/in/form.xlsx", "b.xlsx"]),
        (["/form.xlsx", "/a/form.xlsx"], ["/form.xlsx", "a/form.xlsx"]),
        (["form.xlsx", "form.xlsx"], ["form.xlsx", "form.xlsx"]),
    ],
)
def test_files_of_one_name_are_told_apart_by_the_folders_they_were_chosen_in(paths, expected):
    assert names(*paths) == expected


def test_an_answer_of_a_phone_is_no_file_and_says_so():
    at = datetime(2026, 6, 9, 8, 42, tzinfo=UTC)
    phone = replace(r.RESPONSE, id="p1", channel=Channel.PHONE, source_name=None, source_sha256=None, received_at=at)
    outcome = FileOutcome(path="Beta SL · 3", state=ImportState.TO_CHECK, response=phone)

    (row,) = file_rows([outcome], make_snapshot(responses=(phone,)))

    assert row.name == f"Sent by phone, {clock_time(at.astimezone())}"
    assert "Beta SL" in row.key  # its key stays, whatever it is called
