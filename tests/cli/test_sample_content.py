"""The sample shows everything the program can say, is marked as fictional, and its tables are lists like any other."""

from collections import Counter
from dataclasses import replace

import openpyxl
import pytest

from fastmap.assessment import Assessment
from fastmap.model.choices import CoverageStatus, MemberStatus, Step, Verdict
from tests.support.command_line import SAMPLE_TABLES, fastmap


@pytest.fixture(scope="module")
def snapshot(sample):
    with Assessment.open(sample, read_only=True) as assessment:
        return assessment.snapshot()


@pytest.fixture(scope="module")
def analysis(sample):
    return fastmap("analyse", sample, "--json").json


def test_sample_has_the_size_of_a_real_cluster(snapshot):
    assert len(snapshot.members) == 40
    assert len(snapshot.responses) == 25
    assert Counter(response.language for response in snapshot.responses).keys() == {"en", "es"}
    assert len(snapshot.partners) == 14
    assert len(snapshot.actions) == 9
    assert {member.status for member in snapshot.members} == set(MemberStatus)


def test_sample_shows_every_verdict_and_coverage(analysis):
    verdicts = {entry["imbalance"]["verdict"] for entry in analysis["skills"]}
    coverage = {entry["coverage"]["status"] for entry in (*analysis["skills"], *analysis["groups"])}

    assert verdicts == {str(verdict) for verdict in Verdict}
    assert coverage == {str(status) for status in CoverageStatus}


def test_sample_has_an_empty_cell_and_recommendations_for_every_step(analysis):
    steps = Counter(entry["step"] for entry in analysis["recommendations"])

    assert [] in analysis["grid"].values()
    assert steps.keys() == {str(step) for step in Step}
    assert steps.total() >= 5


def test_every_report_of_the_sample_says_that_it_is_fictional(sample, snapshot, tmp_path):
    fastmap("report", sample, "--excel", tmp_path / "r.xlsx", "--json", tmp_path / "r.json")
    workbook = openpyxl.load_workbook(tmp_path / "r.xlsx")
    first = [str(cell.value) for row in workbook.worksheets[0].iter_rows() for cell in row if cell.value]

    assert snapshot.info.fictional
    assert "fictional" in snapshot.info.title
    assert any("ictional" in text for text in first)
    assert "fictional" in (tmp_path / "r.json").read_text(encoding="utf-8")


def test_the_samples_tables_give_the_same_organisations_and_actions_as_the_sample(file, snapshot):
    for command in ("members", "partners", "actions"):
        ran = fastmap(command, file, SAMPLE_TABLES / f"{command}.csv", "--json")
        assert (ran.status, ran.json["problems"], ran.json["other_columns"]) == (0, [], [])

    with Assessment.open(file, read_only=True) as assessment:
        read = assessment.snapshot()

    assert read.members == snapshot.members
    assert read.partners == snapshot.partners
    assert [replace(offer, id="") for offer in read.offers] == [replace(offer, id="") for offer in snapshot.offers]
    assert [replace(action, id="") for action in read.actions] == [replace(one, id="") for one in snapshot.actions]


def test_the_samples_funder_figures_are_a_table_like_any_other(sample, tmp_path):
    copy = tmp_path / "copy.fastmap"
    copy.write_bytes(sample.read_bytes())

    ran = fastmap("kpis", copy, SAMPLE_TABLES / "kpis.csv", "--json")

    assert (ran.status, ran.json["problems"], ran.json["other_columns"]) == (0, [], [])
    assert (ran.json["added"], ran.json["updated"], ran.json["unchanged"]) == (0, 0, 17)


def test_the_sample_has_funder_figures_of_every_objective_and_something_to_check(analysis):
    kpis = {kpi["key"]: kpi for kpi in analysis["kpis"]}

    assert {kpi["objective"] for kpi in kpis.values() if kpi["entries"]} == {
        "euroclusters_4a",
        "euroclusters_4b",
        "pact_for_skills",
        "own",
    }
    assert (kpis["smes_served"]["recorded"], kpis["smes_served"]["actual"]) == (17, 16)
    assert kpis["pact_people_trained"]["actual"] is None
    assert {"counted_twice", "in_both", "no_evidence", "value_missing"} <= {
        warning["code"] for kpi in kpis.values() for warning in kpi["warnings"]
    }


def test_a_table_of_figures_is_taken_and_bad_cells_are_listed_with_their_place(file, tmp_path):
    path = tmp_path / "figures.csv"
    path.write_text("Indicador;Periodo;Valor\nstaff_trained;2026-H1;4\nexchanges;2026;muchos\n", encoding="utf-8")

    ran = fastmap("kpis", file, path)

    assert ran.status == 1
    assert ran.out.startswith("C3: “muchos” is not a whole number.")
    kpis = {kpi["key"]: kpi for kpi in fastmap("analyse", file, "--json").json["kpis"]}
    assert (kpis["staff_trained"]["actual"], kpis["exchanges"]["actual"]) == (4, None)
