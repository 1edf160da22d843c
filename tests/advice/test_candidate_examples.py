"""For each candidate action one case that speaks for it and one just short of it, from the catalogue, run as tests."""

import tomllib
from typing import Any

import pytest

from fastmap.advice.candidates import weigh
from fastmap.advice.facts import gather
from fastmap.advice.near_misses import near_misses
from fastmap.advice.recommendations import recommendations_from
from fastmap.advice.steps import mark_prepare_first
from fastmap.catalogue.folder import catalogue_folder
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts
from fastmap.model.actions import ChecklistAnswer
from fastmap.model.choices import ActionStatus, ChecklistState, PartnerLevel, PartnerType, Verdict
from fastmap.model.ids import RefId
from tests.support.builders import make_action, make_member, make_offer, make_partner, make_snapshot
from tests.support.result_builders import advice_input, skill_result, step_results_where

CASES: list[dict[str, Any]] = tomllib.loads(
    catalogue_folder().joinpath("examples").joinpath("candidates.toml").read_text(encoding="utf-8")
)["case"]
SKILL = "Welding"


def outcome(case: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return recommendations and near misses by reference id, each in its order."""
    catalogue = load_catalogue()
    need = skill_result(
        SKILL, Verdict(case["need"]), quantities={"joint_people": case.get("would_release")}, strategic=True
    )
    partners = [
        make_partner(
            f"partner{number}",
            type=PartnerType(one["type"]),
            stage=one.get("stage"),
            level=PartnerLevel(one.get("level", "regional")),
            in_cluster=one.get("member", False),
        )
        for number, one in enumerate(case.get("partners", []), start=1)
    ]
    snapshot = make_snapshot(
        members=[make_member(1)] if case.get("members_listed", True) else [],
        partners=partners,
        offers=[
            make_offer(need.uri, partner.id)
            for partner, one in zip(partners, case.get("partners", []), strict=True)
            if one.get("teaches_it")
        ],
        actions=[
            make_action(reference, status=status)
            for status in (ActionStatus.RUNNING, ActionStatus.DONE)
            for reference in case.get(status.value, [])
        ],
        checklist_answers=[ChecklistAnswer(item="resources", state=ChecklistState.NO)]
        if case.get("checklist_begun")
        else [],
    )
    steps = step_results_where(met=case.get("in_place", []), not_met=case.get("missing", []))
    steps = mark_prepare_first(steps, catalogue)
    facts = gather(**advice_input(snapshot, *([need] if case["need"] != "balanced" else []), steps=steps))
    weighed = weigh(facts)
    made = recommendations_from(weighed, facts)
    missed = near_misses(weighed, made, facts)
    return {item.reference: item for item in made}, {item.reference: item for item in missed}


@pytest.mark.parametrize("case", CASES, ids=[f"{case['action']}-{case['id']}" for case in CASES])
def test_a_candidate_stands_where_its_worked_example_says(case: dict[str, Any]) -> None:
    made, missed = outcome(case)

    assert (case["action"] in made) is case["suggested"]
    if "place" in case:
        assert list(made).index(case["action"]) + 1 == case["place"]
    if "kept_down_by" in case:
        item = missed[RefId(case["action"])]
        assert item.kind == case["kept_down_by"]
        assert load_texts("en").say(item.condition) == case["condition"]
        assert item.place_then == case.get("place_then")
    else:
        assert case["action"] not in missed


def test_every_candidate_has_a_case_for_it_and_one_just_short_of_it() -> None:
    for action in load_catalogue().actions:
        own = [case for case in CASES if case["action"] == action]
        assert any(case.get("place", 99) <= load_catalogue().rules.cards for case in own), action
        assert any("kept_down_by" in case for case in own), action
    assert all(case["when"].endswith(".") for case in CASES)
