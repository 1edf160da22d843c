"""What the report says of the grid as a whole, of targets of the cluster's own and of its own practices."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fastmap.catalogue.texts import load_texts, shipped_languages
from fastmap.model.actions import Cell, IndicatorTarget
from fastmap.model.choices import Complexity, PartnerType, Scope, SkillSource
from fastmap.model.practices import OwnPractice
from fastmap.report.blocks import Bullets, Note, Paragraph
from fastmap.report.build import build_report
from fastmap.report.finished import Report
from tests.report.whole_cluster import MADE_ON, whole_results
from tests.support.builders import EN, assess, make_action, make_skill, shipped_catalogue

REGIONAL = Cell(Scope.REGIONAL, Complexity.LOW_MEDIUM)
SECRET = "Nuts & Bolts Ltd"
PRACTICES = (
    OwnPractice(id="P001", name="Evening lab", what="A lab opens.", cell=REGIONAL, partner_types=(PartnerType.VET,)),
    OwnPractice(id="P002", name=f"Course at {SECRET}", what="A firm opens.", cell=REGIONAL),
)


def report(language: str = "en", *, anonymous: bool = False, **parts: object) -> Report:
    snapshot = whole_results().snapshot
    members = (replace(snapshot.members[0], name=SECRET), *snapshot.members[1:])
    results = assess(replace(snapshot, members=members, **parts))
    texts = load_texts(language)
    return build_report(results, shipped_catalogue(), texts, anonymous=anonymous, made_on=MADE_ON)


def section(found: Report, key: str):
    return next(one for one in found.sections if one.key == key)


def said(found: Report, key: str) -> list[str]:
    blocks = section(found, key).blocks
    bullets = [item for block in blocks if isinstance(block, Bullets) for item in block.items]
    return bullets + [block.text for block in blocks if isinstance(block, Paragraph | Note)]


def table(found: Report, key: str) -> list[dict[str, object]]:
    block = next(one for one in found.tables() if one.key == key)
    return [dict(zip((column.key for column in block.columns), row, strict=True)) for row in block.rows]


@pytest.mark.parametrize("language", shipped_languages())
@pytest.mark.parametrize("anonymous", [False, True])
def test_every_edition_says_the_balance_that_the_json_holds(language, anonymous):
    found = report(language, anonymous=anonymous)
    sentences = [note["text"] for note in found.data["balance"]]

    assert sentences
    assert {one[:1].upper() + one[1:] for one in sentences} <= set(said(found, "grid"))


def test_what_is_odd_about_an_action_stands_in_report_and_json():
    snapshot = whole_results().snapshot
    odd = replace(snapshot.actions[0], start=date(2027, 1, 1), end=date(2026, 1, 1))
    found = report(actions=(odd, *snapshot.actions[1:]))
    placed = [one for cell in found.data["grid"].values() for one in cell if one["id"] == odd.id]

    assert any("before it starts" in one for one in placed[0]["warnings"])
    assert any("before it starts" in words for words in said(found, "grid"))


def test_an_own_target_is_shown_as_changed_in_banner_note_table_and_json():
    found = report(targets=(IndicatorTarget(key="response_rate", target=0.9),))
    name = load_texts("en").term("indicator.response_rate.name")
    row = next(one for one in table(found, "indicators") if one["indicator"] == name)
    entry = next(one for one in found.data["steps"]["broaden"]["indicators"] if one["key"] == "response_rate")

    assert "own targets in the steps" in (found.banner or "")
    assert f"“{name}”: 90% instead of 30%" in " ".join(said(found, "steps"))
    assert row["target_words"] == "90% (own target; the catalogue's is 30%)"
    assert (row["target"], row["catalogue_target"]) == (0.9, 0.3)
    assert (entry["target"], entry["target_changed"], entry["catalogue_target"]) == (0.9, True, 0.3)


def test_without_own_targets_nothing_says_so():
    found = report()

    assert "own targets" not in (found.banner or "")
    assert all(one["catalogue_target"] is None for one in table(found, "indicators"))


def test_every_indicator_in_the_report_has_its_source_and_what_is_unknown_says_how_to_record_it():
    found = report(indicator_answers=(), checklist_answers=())
    rows = table(found, "indicators")

    assert all(one["value_source"] for one in rows)
    unknown = [one for one in rows if one["value"] is None]
    assert unknown
    assert all("To record it: " in str(one["facts"]) for one in unknown)
    assert {one["in_words"] for one in unknown} == {"not recorded yet"}


def test_own_practices_are_listed_and_marked_as_own_where_they_are_offered():
    found = report(practices=PRACTICES)

    assert [one["practice"] for one in table(found, "own_practices")] == [one.name for one in PRACTICES]
    offered = [item["practice"] for item in found.data["recommendations"] if item["practice"]]
    assert {"key": "P001", "name": "Evening lab", "what": "A lab opens.", "own": True} in offered


def test_an_own_practice_that_names_a_member_is_not_told_to_others():
    found = report(anonymous=True, practices=PRACTICES)

    assert [one["name"] for one in found.data["practices"]] == ["Evening lab"]
    assert SECRET not in str(found)


def test_evidence_of_actions_stays_with_the_cluster():
    snapshot = whole_results().snapshot
    actions = (replace(snapshot.actions[0], evidence=("https://example.org/attendance",)), *snapshot.actions[1:])

    assert "example.org/attendance" in str(report(actions=actions))
    assert "example.org/attendance" not in str(report(actions=actions, anonymous=True))


NOBODYS = make_skill("Quantum cooking", labels={EN: "Quantum cooking"}, source=SkillSource.OWN)
FEW = next(skill for skill in whole_results().snapshot.skills if skill.labels[EN] == "Brazing")


@pytest.mark.parametrize("anonymous", [False, True])
def test_every_skill_of_an_action_is_shown_unless_it_would_tell_what_few_members_need(anonymous):
    snapshot = whole_results().snapshot
    course = make_action("A4", id="A099", title="Course for all", skills=(NOBODYS.uri, FEW.uri))
    found = report(anonymous=anonymous, skills=(*snapshot.skills, NOBODYS), actions=(*snapshot.actions, course))

    row = next(row for row in table(found, "actions") if row["action"] == "Course for all")
    card = next(one for cell in found.data["grid"].values() for one in cell if one["title"] == "Course for all")

    expected = {"Quantum cooking"} if anonymous else {"Quantum cooking", "Brazing"}
    assert {one["label"] for one in card["skills"]} == expected
    assert ("Brazing" in row["skills"]) is not anonymous
    assert "Quantum cooking" in row["skills"]


def test_a_skill_of_an_action_that_bears_a_members_name_stays_hidden_in_an_anonymous_edition():
    named = make_skill("Bolts", labels={EN: f"Method of {SECRET}"}, source=SkillSource.OWN)
    snapshot = whole_results().snapshot
    course = make_action("A4", id="A099", title="Course for all", skills=(named.uri,))
    found = report(anonymous=True, skills=(*snapshot.skills, named), actions=(*snapshot.actions, course))

    assert SECRET not in str(found.data)
