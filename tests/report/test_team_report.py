"""The team self-assessment in reports: bands as bands, and in an anonymous edition nobody's own answers."""

import json

import pytest

from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import TeamRole
from fastmap.model.team import TeamProfile
from fastmap.report.blocks import Suppressed, Table
from fastmap.report.build import build_report
from fastmap.report.contract import as_contract
from fastmap.report.privacy import protect
from fastmap.report.team_words import band_words
from tests.report.whole_cluster import MADE_ON
from tests.support.builders import assess, make_snapshot, shipped_catalogue
from tests.support.team_answers import LACKS, MASTERS, NOT_RELEVANT, PARTLY, TEAM, person, stakeholder

SECRET = "Maria-7"


def team_of(people, outside=0):
    """``people`` who master everything but lack the CRM, the first of them the manager, and stakeholders."""
    answers = {**dict.fromkeys(TEAM.items, MASTERS), "crm": LACKS, "steering": PARTLY}
    team = [
        person(answers, number=n, respondent=f"{SECRET}-{n}", digcomp=5, role=TeamRole.STAFF if n else TeamRole.MANAGER)
        for n in range(people)
    ]
    picks = ("strategy", "teamwork", "motivating")
    return [*team, *(stakeholder(*picks, number=n, respondent=f"{SECRET}-s{n}") for n in range(outside))]


def results_of(*questionnaires):
    return assess(make_snapshot(team=list(questionnaires), team_profile=TeamProfile(bought_in_level=6)))


def report_of(*questionnaires, anonymous=False, language="en"):
    return build_report(
        results_of(*questionnaires),
        shipped_catalogue(),
        load_texts(language),
        anonymous=anonymous,
        made_on=MADE_ON,
    )


def chapter(report):
    return next((section for section in report.sections if section.key == "team"), None)


def table(report, key):
    return next(block for block in chapter(report).blocks if isinstance(block, Table) and block.key == key)


def data_of(*questionnaires, anonymous=False):
    return report_of(*questionnaires, anonymous=anonymous).data["team"]


def test_without_any_answer_there_is_no_chapter_and_the_json_is_present_and_empty():
    report = build_report(
        assess(make_snapshot()), shipped_catalogue(), load_texts("en"), anonymous=False, made_on=MADE_ON
    )

    assert chapter(report) is None
    assert report.data["team"] == {}


def test_the_json_has_every_block_with_its_bands_and_items():
    team = data_of(*team_of(3, outside=2))

    assert (team["respondents"], team["stakeholders"], team["relevant_items"]) == (3, 2, 53)
    assert [block["key"] for block in team["blocks"]] == [block.key for block in TEAM.blocks]
    core = team["blocks"][0]
    assert core["published"][0] == {
        "audience": "managers",
        "measure": "training",
        "relation": "over",
        "low": 0.7,
        "high": None,
        "n": 97,
        "items": ["creativity", "complex_problems", "judgement"],
    }
    assert team["digcomp"]["met"] is True
    assert team["priorities"][0]["item"] in {"crm", "strategy"}
    json.dumps(team)


@pytest.mark.parametrize("language", ["en", "es"])
def test_bands_are_told_as_bounds_and_ranges_with_how_many_answered(language):
    texts = load_texts(language)
    words = [band_words(texts, band) for band in TEAM.bands]

    assert all(f"n = {band.count}" in said for band, said in zip(TEAM.bands, words, strict=True))
    over = next(said for band, said in zip(TEAM.bands, words, strict=True) if band.relation == "over")
    assert over.startswith("over 70%" if language == "en" else "más del 70")


OWN_WORDS = "A course in mediation"


@pytest.mark.parametrize("people", [1, 2, 3, 6])
@pytest.mark.parametrize("anonymous", [False, True])
def test_no_edition_shows_one_persons_answers_code_words_or_level(people, anonymous):
    """The questionnaire promises it, and the named edition goes to the funder."""
    half = person({"crm": LACKS}, number=9, respondent=f"{SECRET}-half", remarks=OWN_WORDS, other_language="Euskara")

    report = report_of(*team_of(people), half, anonymous=anonymous)

    said = repr(report)
    assert not [word for word in (SECRET, OWN_WORDS, "Euskara") if word in said]
    team = report.data["team"]
    items = [item for block in team["blocks"] for item in block["items"]]
    assert {count for item in items for count in item["counts"].values()} == {0}
    assert {item[key] for item in items for key in ("mastered", "training", "spread", "picks")} == {None}
    assert {team["digcomp"][key] for key in ("manager", "best_in_team", "manager_met", "staff_met")} == {None}
    assert {(one["score"], one["team"], one["stakeholders"]) for one in team["priorities"]} <= {(None, None, None)}


@pytest.mark.parametrize(("people", "mastered"), [(2, None), (3, pytest.approx(51 / 53))])
def test_the_named_edition_shows_figures_of_three_people_and_says_where_there_are_fewer(people, mastered):
    report = report_of(*team_of(people))

    assert report.data["team"]["mastered"] == mastered
    rows = table(report, "team_blocks").rows
    assert all(isinstance(row[2], Suppressed) == (mastered is None) for row in rows)
    indicator = next(
        one for step in report.data["steps"].values() for one in step["indicators"] if one["key"] == "team_assessment"
    )
    assert indicator["value"] == mastered
    assert ("96%" in repr(report)) == (mastered is not None)
    assert "from 3 people on" in next(
        block.text for block in chapter(report).blocks if getattr(block, "title", "") == "Withheld"
    )


def test_the_named_edition_tells_whether_the_team_reaches_the_digital_minimum():
    met, missed = report_of(*team_of(3)), report_of(*team_of(3), person({}, number=8, digcomp=1, role=TeamRole.MANAGER))

    assert met.data["team"]["digcomp"]["met"] is True
    assert missed.data["team"]["digcomp"]["met"] is False
    assert "The digital minimum is not met." in repr(chapter(missed))


def test_the_clusters_own_results_keep_every_item_and_code():
    results = results_of(*team_of(2))

    told = as_contract(results, shipped_catalogue(), load_texts("en"))

    assert results.team.item("crm").counts[LACKS] == 2
    assert sum(told["team"]["blocks"][0]["items"][0]["counts"].values()) == 2


def test_the_anonymous_edition_of_a_small_team_withholds_every_figure_and_says_why():
    report = report_of(*team_of(4, outside=4), anonymous=True)

    rows = table(report, "team_blocks").rows
    assert all(isinstance(row[2], Suppressed) and isinstance(row[3], Suppressed) for row in rows)
    assert not [block for block in chapter(report).blocks if isinstance(block, Table) and block.key == "team_items"]
    assert "5" in next(block.text for block in chapter(report).blocks if getattr(block, "title", "") == "Withheld")
    team = report.data["team"]
    assert team["mastered"] is None
    assert all(block["mastered"] is None for block in team["blocks"])
    assert {item["rank"] for block in team["blocks"] for item in block["items"]} == {None}


def test_the_anonymous_edition_from_five_people_on_shows_blocks_and_order_but_no_item():
    team = data_of(*team_of(5, outside=5), anonymous=True)

    leadership = next(block for block in team["blocks"] if block["key"] == "leadership")
    assert leadership["mastered"] == 1
    assert [item["key"] for item in leadership["items"] if item["rank"] == 1] == ["strategy", "motivating", "teamwork"]
    for block in team["blocks"]:
        for item in block["items"]:
            assert (item["mastered"], item["training"], item["spread"], item["picks"]) == (None, None, None, None)
            assert set(item["counts"].values()) == {0}
    assert {(one["score"], one["team"], one["stakeholders"]) for one in team["priorities"]} == {(None, None, None)}


def test_a_block_that_one_person_alone_finds_relevant_is_withheld_and_so_is_the_mean_of_all():
    everything = dict.fromkeys(TEAM.items, MASTERS)
    without = {**everything, **dict.fromkeys(("english", "other_language"), NOT_RELEVANT)}
    team = [person(without, number=n) for n in range(5)]

    told = data_of(*team, person(everything, number=9), anonymous=True)

    language = next(block for block in told["blocks"] if block["key"] == "language")
    assert (language["respondents"], language["mastered"]) == (6, None)
    assert told["mastered"] is None
    assert next(block for block in told["blocks"] if block["key"] == "core")["mastered"] == 1


@pytest.mark.parametrize("people", [1, 4, 6])
def test_nobodys_code_and_no_digital_level_leaves_the_file_in_an_anonymous_edition(people):
    protected = protect(results_of(*team_of(people, outside=people)), shipped_catalogue())

    told = as_contract(protected.results, shipped_catalogue(), load_texts("en"), protection=protected.protection)

    assert SECRET not in json.dumps(told)
    assert SECRET not in repr(protected.results.snapshot)
    digcomp = told["team"]["digcomp"]
    assert {digcomp[key] for key in ("manager", "best_in_team", "bought_in", "manager_met", "staff_met", "met")} == {
        None
    }


@pytest.mark.parametrize(("people", "value"), [(4, None), (5, 1.0)])
def test_the_indicator_of_a_small_team_is_withheld(people, value):
    protected = protect(results_of(*team_of(people)), shipped_catalogue())

    found = next(one for step in protected.results.steps for one in step.indicators if one.key == "team_assessment")

    assert found.value == value
    assert ("team_assessment" in protected.protection.indicators) is (people == 4)
    told = as_contract(protected.results, shipped_catalogue(), load_texts("en"), protection=protected.protection)
    shown = next(one for one in told["steps"]["develop"]["indicators"] if one["key"] == "team_assessment")
    assert shown["record"] is None  # what is withheld was recorded
