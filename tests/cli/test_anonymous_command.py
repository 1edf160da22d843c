"""Anonymous editions on the command line: how many members a figure rests on, and what two editions tell."""

import json
import shutil
from dataclasses import replace

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import EditResponse
from tests.support.command_line import fastmap


@pytest.fixture
def own_sample(sample, tmp_path):
    """A copy of the sample that a test may change."""
    path = tmp_path / "own.fastmap"
    shutil.copy(sample, path)
    return path


def report(file, target, *more):
    return fastmap("report", file, "--json", target, "--anonymous", *more)


def k_of(target):
    return json.loads(target.read_text(encoding="utf-8"))["privacy"]["k"]


def test_k_is_kept_for_the_next_edition(own_sample, tmp_path):
    first, second = tmp_path / "a.json", tmp_path / "b.json"

    ran = report(own_sample, first, "--k", "8")
    again = report(own_sample, second)

    assert (ran.status, again.status) == (0, 0)
    assert (k_of(first), k_of(second)) == (8, 8)
    assert first.read_bytes() == second.read_bytes()
    assert "Whoever holds both" not in ran.err + again.err


@pytest.mark.parametrize("k", ["4", "21"])
def test_a_k_out_of_range_writes_nothing(own_sample, tmp_path, k):
    before = own_sample.read_bytes()

    ran = report(own_sample, tmp_path / "a.json", "--k", k)

    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "5 to 20 members" in ran.err
    assert not (tmp_path / "a.json").exists()
    assert own_sample.read_bytes() == before


def test_lowering_k_again_warns_that_two_editions_can_be_subtracted(own_sample, tmp_path):
    report(own_sample, tmp_path / "a.json", "--k", "9")

    ran = report(own_sample, tmp_path / "b.json", "--k", "5")

    assert ran.status == 0
    assert "at least 9 members" in ran.err
    assert "subtract" in ran.err


def test_raising_k_warns_too(own_sample, tmp_path):
    report(own_sample, tmp_path / "a.json")

    ran = report(own_sample, tmp_path / "b.json", "--k", "8")

    assert ran.status == 0
    assert "at least 5 members; now they rest on at least 8" in ran.err


def test_a_k_for_a_named_report_is_refused_and_changes_nothing(own_sample, tmp_path):
    before = own_sample.read_bytes()

    ran = fastmap("report", own_sample, "--json", tmp_path / "a.json", "--k", "8")

    assert ran.status == 2
    assert "Add --anonymous, or leave out --k." in ran.err
    assert not (tmp_path / "a.json").exists()
    assert own_sample.read_bytes() == before


def test_an_edition_after_another_answer_warns_with_the_day_of_the_first(own_sample, tmp_path):
    report(own_sample, tmp_path / "a.json")
    with Assessment.open(own_sample) as assessment:
        response = assessment.snapshot().responses[0]
        needs = tuple(replace(need, short_now=9) for need in response.needs)
        assessment.apply(EditResponse(response=replace(response, needs=needs)))

    ran = report(own_sample, tmp_path / "b.json")

    assert ran.status == 0
    assert "before answers, members or the meaning of texts changed" in ran.err


def test_feedback_sheets_and_anonymous_editions_warn_of_each_other(own_sample, tmp_path):
    first = fastmap("feedback", own_sample, "--out", tmp_path / "first", "--member", "M001")
    same = report(own_sample, tmp_path / "a.json")
    with Assessment.open(own_sample) as assessment:
        response = assessment.snapshot().responses[0]
        needs = tuple(replace(need, short_now=9) for need in response.needs)
        assessment.apply(EditResponse(response=replace(response, needs=needs)))

    edition = report(own_sample, tmp_path / "b.json")
    sheets = fastmap("feedback", own_sample, "--out", tmp_path / "second", "--member", "M001")

    assert "feedback sheets of this file" not in first.err + same.err
    assert "feedback sheets of this file were made on" in edition.err
    assert "Whoever holds both can see what changed." in sheets.err
    assert (edition.status, sheets.status) == (0, 0)


def test_a_named_report_notes_no_anonymous_edition(own_sample, tmp_path):
    assert fastmap("report", own_sample, "--json", tmp_path / "a.json").status == 0

    with Assessment.open(own_sample, read_only=True) as assessment:
        assert assessment.anonymous_editions() == ()
