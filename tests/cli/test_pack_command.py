"""`fastmap report --pack`: one folder for one audience, and what an audience and chapters change in other reports."""

import json

import pytest

from fastmap.report.audiences import CHOICES, Audience
from tests.support.command_line import fastmap


@pytest.fixture
def quick(monkeypatch):
    """Writers that take no time: what they write is tested with the exports."""
    seen = []

    def write(report, target, kind):
        seen.append(report)
        if kind in ("csv", "pictures"):
            target.mkdir(exist_ok=True)
        else:
            target.write_text(kind)
        return 1

    monkeypatch.setattr("exports.pack.write_kind", write)
    return seen


def results(sample, path, *options):
    ran = fastmap("report", sample, "--json", path, *options)
    assert ran.status == 0, ran.err
    return json.loads(path.read_text(encoding="utf-8")), ran.err


def test_a_pack_is_made_for_the_funder_unless_somebody_else_is_named(sample, tmp_path, quick):
    ran = fastmap("report", sample, "--pack", tmp_path / "out")

    (folder,) = (tmp_path / "out").iterdir()
    assert ran.status == 0
    assert ran.err == f"Written: {folder}\n"
    assert "funder pack, anonymous" in folder.name
    assert (folder / "README.txt").is_file()


@pytest.mark.parametrize("audience", Audience)
def test_each_audience_has_a_pack_in_the_language_of_the_report(sample, tmp_path, quick, audience):
    ran = fastmap("report", sample, "--pack", tmp_path, "--audience", audience, "--language", "de")

    (folder,) = tmp_path.iterdir()
    assert ran.status == 0
    assert ("mit Namen" in folder.name) is (audience is Audience.BOARD)
    assert "So wird zitiert" in (folder / "README.txt").read_text(encoding="utf-8-sig")
    assert {report.audience for report in quick} == {audience}


def test_names_for_the_public_are_possible_and_said(sample, tmp_path, quick):
    ran = fastmap("report", sample, "--pack", tmp_path, "--audience", "public", "--named")

    assert ran.status == 0
    assert "Publish it only if every firm agreed" in ran.err
    assert not quick[0].anonymous
    quiet = fastmap("report", sample, "--pack", tmp_path, "--audience", "public")
    assert "agreed" not in quiet.err


def test_an_audience_shapes_other_reports_too(sample, tmp_path):
    found, told = results(sample, tmp_path / "r.json", "--audience", "members")

    assert found["report"]["audience"] == "members"
    assert found["privacy"]["anonymous"] is True
    assert "kpis" not in found
    assert told == f"Written: {tmp_path / 'r.json'}\n"


def test_chapters_are_named_and_left_out(sample, tmp_path):
    only, _ = results(sample, tmp_path / "a.json", "--chapter", "grid", "--chapter", "steps")
    without, _ = results(sample, tmp_path / "b.json", "--without", "team", "--anonymous")

    assert only["report"]["chapters"] == ["grid", "sources", "steps", "working"]
    assert not {"skills", "kpis", "recommendations"} & only.keys()
    assert "team" not in without
    assert "skills" in without


def test_without_audience_and_chapters_everything_is_as_before(sample, tmp_path):
    found, _ = results(sample, tmp_path / "r.json")

    assert "report" not in found
    assert {"team", "kpis", "skills", "recommendations"} <= found.keys()
    assert found["privacy"]["anonymous"] is False


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--chapter", "gird"], "There is no chapter gird. Nothing was written. Chapters are: summary, board_paper,"),
        (["--without", "sources"], "sources cannot be left out"),
        (["--audience", "king"], "king"),
    ],
)
def test_what_cannot_be_chosen_is_named_and_nothing_is_written(sample, tmp_path, options, words):
    ran = fastmap("report", sample, "--pack", tmp_path / "out", *options)

    assert ran.status == 2
    assert words in ran.err
    assert len(ran.err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_place_for_no_pack_is_named_before_anything_is_worked_out(sample, tmp_path):
    (tmp_path / "file").write_text("x")

    taken = fastmap("report", sample, "--pack", tmp_path / "file")
    nowhere = fastmap("report", sample, "--pack", tmp_path / "no" / "out")

    assert (taken.status, nowhere.status) == (2, 2)
    assert "file is a file, but a folder is needed here" in taken.err
    assert str(tmp_path / "no") in nowhere.err


def test_help_names_every_chapter():
    words = fastmap("report", "--help").out.split()

    assert set(CHOICES) <= set(words)


def test_an_assessment_without_answers_has_a_pack_that_says_so(file, tmp_path, quick):
    ran = fastmap("report", file, "--pack", tmp_path / "out", "--audience", "board")

    (folder,) = (tmp_path / "out").iterdir()
    told = (folder / "README.txt").read_text(encoding="utf-8-sig")
    assert ran.status == 0
    assert "Board paper" not in told.partition("In the report:")[2].partition("Not in it")[0]
