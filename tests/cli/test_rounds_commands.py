"""Starting a round and comparing with the last one, on the command line."""

import json
from datetime import date

from fastmap.assessment import Assessment
from tests.support.command_line import fastmap


def new_round(sample, target, *more):
    return fastmap("new-round", sample, target, "--round", "2028", *more)


def test_a_round_is_started_and_its_forms_written(sample, tmp_path):
    before = sample.read_bytes()

    ran = new_round(sample, tmp_path / "next.fastmap", "--forms", tmp_path / "forms")

    assert (ran.status, ran.out) == (0, "")
    assert "round 2028 with 40 members" in ran.err
    assert "40 forms were written" in ran.err
    assert all(f"{what} 0," not in ran.err for what in ("milestones", "practices", "funder figures"))
    with Assessment.open(sample, read_only=True) as assessment:
        assert f"funder figures {len(assessment.snapshot().kpi_entries)}," in ran.err
    assert len(list((tmp_path / "forms").glob("*.xlsx"))) == 40
    assert sample.read_bytes() == before
    with Assessment.open(tmp_path / "next.fastmap") as assessment:
        assert {member.status for member in assessment.snapshot().members} == {"asked"}


def test_a_round_that_cannot_be_started_leaves_no_file(sample, tmp_path):
    ran = fastmap("new-round", sample, tmp_path / "next.fastmap", "--round", "2026")

    assert (ran.status, ran.err.count("\n")) == (2, 1)
    assert "2026 already" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_the_sample_is_compared_with_its_round_before(sample):
    ran = fastmap("compare", sample)

    assert (ran.status, ran.err) == (0, "")
    assert "Since round 2023" in ran.out
    assert "18 firms answered both rounds." in ran.out
    assert "within the noise" in ran.out
    assert fastmap("analyse", sample).out.endswith(ran.out)


def test_the_comparison_is_a_key_of_the_analysis(sample, file):
    told = json.loads(fastmap("analyse", sample, "--json").out)["since_last_round"]

    assert told == json.loads(fastmap("compare", sample, "--json").out)
    assert told["same_members"] == 18
    assert sum(told["needs"].values()) == len(told["firms"])
    assert set(told) >= {"before", "now", "skills", "verdicts", "ranks", "actions", "members", "flags"}
    assert all(date.fromisoformat(told[which]["last_answer"]) for which in ("before", "now"))
    assert json.loads(fastmap("analyse", file, "--json").out)["since_last_round"] is None


def test_a_file_without_an_earlier_round_says_how_to_get_one(file, sample):
    refused = fastmap("compare", file)
    other = fastmap("compare", file, sample)
    taken = fastmap("compare", file, sample, "--other-cluster")

    assert (refused.status, "knows of no earlier round" in refused.err) == (2, True)
    assert (other.status, "seems to be another cluster's" in other.err) == (2, True)
    assert taken.status == 0
    assert "is kept for the comparison" in taken.err
    assert "another cluster" in taken.out
    assert fastmap("compare", file).out == taken.out


def test_the_report_has_the_chapter_in_every_form(sample, tmp_path):
    from openpyxl import load_workbook

    ran = fastmap("report", sample, "--excel", tmp_path / "r.xlsx", "--json", tmp_path / "r.json", "--anonymous")

    assert ran.status == 0
    book = load_workbook(tmp_path / "r.xlsx", read_only=True)
    assert "Since last round" in book.sheetnames
    assert "Needs by firm" not in book.sheetnames
    assert json.loads((tmp_path / "r.json").read_text("utf-8"))["since_last_round"]["firms"] == []
