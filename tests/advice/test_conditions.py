"""What an action builds on: in place, not in place, or not known."""

from typing import Any

import pytest

from fastmap.advice.conditions import CHECKS, is_in_place
from fastmap.advice.facts import gather
from fastmap.model.actions import ChecklistAnswer
from fastmap.model.choices import (
    ActionStatus,
    ChecklistState,
    Evidence,
    Fit,
    MemberKind,
    PartnerLevel,
    PartnerType,
)
from fastmap.model.facts import CONDITIONS
from fastmap.model.results import SkillResult
from tests.support.builders import make_action, make_member, make_offer, make_partner, make_snapshot, make_tie
from tests.support.result_builders import advice_input, quality_result, skill_result, step_results_where


def check(condition: str, *results: SkillResult, recorded: dict[str, Any] | None = None, **changes: Any) -> bool | None:
    return is_in_place(condition, gather(**advice_input(make_snapshot(**(recorded or {})), *results, **changes)))


def partner(**changes: Any) -> dict[str, Any]:
    return {"partners": [make_partner("p", **changes)]}


def action(reference: str, status: ActionStatus = ActionStatus.RUNNING) -> dict[str, Any]:
    return {"actions": [make_action(reference, status=status)]}


NOBODY_ANSWERED: dict[str, Any] = {"quality": quality_result(answered=0, response_rate=0.0)}
VET, AGENCY, CLUSTER = PartnerType.VET, PartnerType.AGENCY, PartnerType.CLUSTER


def test_the_vocabulary_is_closed_and_every_condition_has_its_check() -> None:
    assert set(CHECKS) == set(CONDITIONS)


def test_a_condition_outside_the_vocabulary_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        check("weather_is_fine")


@pytest.mark.parametrize(
    ("condition", "recorded", "expected"),
    [
        ("members_recorded", {}, False),
        ("members_recorded", {"members": [make_member()]}, True),
        ("partners_recorded", {}, False),
        ("partners_recorded", partner(), True),
        ("education_in_cluster", {}, None),
        ("education_in_cluster", {"members": [make_member()]}, False),
        ("education_in_cluster", {"members": [make_member(kind=MemberKind.VET)]}, True),
        ("education_in_cluster", partner(in_cluster=True), True),
        ("education_in_cluster", partner(in_cluster=None), None),
        ("education_in_cluster", partner(in_cluster=False), False),
        ("education_linked", {}, None),
        ("education_linked", partner(stage=None), None),
        ("education_linked", partner(stage=2), False),
        ("education_linked", partner(stage=3), True),
        ("education_linked", partner(stage=5, level=PartnerLevel.ABROAD), False),
        ("authority_linked", partner(stage=5), False),
        ("authority_linked", partner(stage=3, type=AGENCY), True),
        ("regional_cluster_linked", partner(stage=3, type=CLUSTER), True),
        ("regional_cluster_linked", partner(stage=2, type=CLUSTER), False),
        ("international_linked", partner(stage=3, type=PartnerType.INTERNATIONAL), True),
        ("international_linked", partner(stage=3, type=CLUSTER, level=PartnerLevel.EU), True),
        ("international_linked", partner(stage=3), False),
        ("international_linked", {}, None),
        ("training_running", {}, None),
        ("training_running", action("A1"), False),
        ("training_running", action("B2"), True),
        ("training_running", action("B2", ActionStatus.DONE), False),
        ("information_running", action("A3"), True),
        ("monitoring_running", action("D1"), True),
        ("monitoring_running", action("D1", ActionStatus.PLANNED), False),
        ("regional_action_running", {}, None),
        ("regional_action_running", action("A1"), False),
        ("regional_action_running", action("E1"), True),
        ("exchange_done", {}, None),
        ("exchange_done", action("A1"), None),
        ("exchange_done", action("C2", ActionStatus.DONE), True),
        ("checklist_begun", {}, False),
        (
            "checklist_begun",
            {"checklist_answers": [ChecklistAnswer(item="resources", state=ChecklistState.NO)]},
            True,
        ),
        ("ties_recorded", {}, False),
        ("ties_recorded", {"ties": [make_tie()]}, True),
    ],
)
def test_what_is_recorded_decides(condition: str, recorded: dict[str, Any], expected: bool | None) -> None:
    assert check(condition, recorded=recorded) is expected


def test_three_answers_are_enough_to_begin() -> None:
    assert check("has_answers", quality=quality_result(answered=3)) is True
    assert check("has_answers", quality=quality_result(answered=2)) is False


def test_a_need_is_supported_from_indicative_evidence() -> None:
    assert check("has_supported_need", skill_result(evidence=Evidence.INDICATIVE)) is True
    assert check("has_supported_need", skill_result(evidence=Evidence.THIN)) is False
    assert check("has_supported_need", **NOBODY_ANSWERED) is None


@pytest.mark.parametrize(
    ("condition", "indicator"),
    [("response_rate_on_target", "response_rate"), ("checklist_on_target", "checklist_partly")],
)
def test_targets_are_looked_up_in_the_steps(condition: str, indicator: str) -> None:
    assert check(condition, steps=step_results_where(met=[indicator])) is True
    assert check(condition, steps=step_results_where(not_met=[indicator])) is False
    assert check(condition) is None


def test_an_exchange_recorded_by_hand_counts() -> None:
    assert check("exchange_done", steps=step_results_where(met=["exchange_recent"])) is True
    assert check("exchange_done", steps=step_results_where(not_met=["exchange_recent"])) is False


def test_a_partner_for_a_need_has_an_offer_that_is_not_unfit() -> None:
    need = skill_result("Welding")
    fitting = {"offers": [make_offer("fastmap:own/welding", fit=Fit.UNKNOWN)]}
    unfit = {"offers": [make_offer("fastmap:own/welding", fit=Fit.NO)]}

    assert check("partner_for_need", need, recorded=fitting) is True
    assert check("partner_for_need", need, recorded=unfit) is False
    assert check("partner_for_need", need) is None


def test_people_to_release_are_those_firms_named() -> None:
    assert check("people_to_release", skill_result(quantities={"joint_people": 2})) is True
    assert check("people_to_release", skill_result(quantities={"joint_people": 0})) is False
    assert check("people_to_release", skill_result()) is None


def test_a_round_with_answers_is_a_mapping_done() -> None:
    assert check("mapping_done") is True
    assert check("mapping_done", **NOBODY_ANSWERED) is False
    assert check("mapping_done", recorded=action("B1", ActionStatus.DONE), **NOBODY_ANSWERED) is True
