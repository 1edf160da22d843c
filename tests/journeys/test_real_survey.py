"""Real input: the official ESCO packages and a public bilingual survey, from import to report."""

import time

import openpyxl
import pytest

from fastmap.assessment import Assessment
from tests.support.command_line import ROOT, SHARED_DATA, fastmap, own_computer

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not SHARED_DATA.is_dir(), reason="../shared/data is not here: no ESCO packages, no survey"),
]

SURVEY = SHARED_DATA / "realworld" / "software_skills_survey_2017_canada_en_fr.csv"
MAPPING = ROOT / "tests" / "data" / "intake" / "software_survey_2017.toml"


@pytest.fixture(scope="module")
def computer(tmp_path_factory):
    with own_computer(tmp_path_factory.mktemp("data")):
        yield


@pytest.fixture(scope="module")
def esco(computer):
    """ESCO as downloaded: the English package and the one that holds the groups."""
    packages = sorted((SHARED_DATA / "esco").glob("ESCO dataset - v1.1.1 - classification - *csv.zip"))
    started = time.perf_counter()
    ran = fastmap("vocabulary", "import", *packages)
    print(f"ESCO import: {time.perf_counter() - started:.1f} s")
    return ran


@pytest.fixture(scope="module")
def surveyed(esco, tmp_path_factory):
    """The survey, taken twice."""
    file = tmp_path_factory.mktemp("survey") / "survey.fastmap"
    fastmap("new", file, "--name", "Research software", "--country", "CA")
    first = fastmap("import-survey", file, SURVEY, "--mapping", MAPPING, "--json")
    second = fastmap("import-survey", file, SURVEY, "--mapping", MAPPING, "--json")
    return file, first, second


def test_esco_is_loaded_whole(esco):
    status = fastmap("vocabulary", "status", "--json").json["sources"]
    (loaded,) = [source for source in status if source["source"] == "esco"]

    assert esco.status == 0
    assert "still missing" not in esco.err.casefold()
    assert (loaded["language"], loaded["version"], loaded["skills"]) == ("en", "1.1.1", 13_896)
    assert loaded["labels"] >= 112_000


def test_survey_is_taken_once_with_cells_of_several_skills_split(surveyed):
    file, first, second = surveyed
    with Assessment.open(file, read_only=True) as assessment:
        snapshot = assessment.snapshot()
    texts = [need.skill_text for response in snapshot.responses for need in response.needs]

    assert (first.status, first.json["rows"], first.json["responses"]) == (0, 110, 110)
    assert first.json["needs"] == len(texts) > 130
    assert (second.json["responses"], second.json["unchanged"]) == (0, 110)
    assert {"AI", "Communications", "Machine Learning"} <= set(texts)
    assert not any("\n" in text for text in texts)
    assert {response.language for response in snapshot.responses} == {"en", "fr"}


def test_texts_that_equal_a_label_are_placed_at_once(surveyed):
    file, _, _ = surveyed
    with Assessment.open(file, read_only=True) as assessment:
        placed = {mapping.text_key for mapping in assessment.snapshot().mappings}

    assert {"project management", "machine learning", "time management"} <= {text.casefold() for text in placed}
    assert len(placed) >= 15


def test_analysis_ranks_what_several_people_named_and_invents_no_figures(surveyed):
    file, _, _ = surveyed
    rematched = fastmap("rematch", file, "--json")
    analysis = fastmap("analyse", file, "--json").json
    ranked = [skill for skill in analysis["skills"] if skill["rank"] is not None]

    print([(skill["skill"]["label"], skill["users"]) for skill in analysis["skills"][:10]], len(rematched.json["open"]))
    assert ranked[0]["skill"]["label"] == "project management"
    assert ranked[0]["users"] == 5
    assert all(skill["short_now"] is None and skill["short_12m"] is None for skill in analysis["skills"])
    assert rematched.json["placed"] == []


def test_report_of_the_survey_is_written(surveyed, tmp_path):
    file, _, _ = surveyed

    ran = fastmap("report", file, "--excel", tmp_path / "r.xlsx", "--pdf", tmp_path / "r.pdf", "--language", "en")
    workbook = openpyxl.load_workbook(tmp_path / "r.xlsx")

    assert ran.status == 0
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF-")
    assert "project management" in {c.value for sheet in workbook for row in sheet.iter_rows() for c in row}
