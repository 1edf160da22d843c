"""What is typed about an action on the roadmap, and what becomes of plans when actions go."""

from dataclasses import replace
from datetime import date

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import EditAction, PlanAction, PlanDecision, RemoveActions, SaveActions, SetTeamCapacity
from fastmap.errors import FastmapError
from fastmap.model.choices import MilestoneState
from fastmap.model.organisations import Cluster
from fastmap.model.planning import ActionPlan, DecisionPlan, Milestone, TeamCapacity
from fastmap.tasks.action_plans import (
    capacity_from,
    waiting_for,
    with_field,
    with_milestone,
    with_milestone_cell,
    without_milestone,
)
from fastmap.tasks.typed import NotUnderstoodError
from tests.support.builders import make_action, make_snapshot

ONE, TWO = make_action("A1", id="one"), make_action("A2", id="two")
MILESTONES = (Milestone(title="Signed", due=date(2026, 3, 1)), Milestone(title="Begun"))


def snapshot(*plans):
    return make_snapshot(actions=[ONE, TWO], action_plans=tuple(plans))


@pytest.fixture
def assessment(tmp_path):
    cluster = Cluster(name="Test", country="ES")
    with Assessment.create(tmp_path / "test.fastmap", cluster=cluster, round_label="2026") as made:
        made.apply(SaveActions(actions=(ONE, TWO)))
        yield made


def test_dates_that_conflict_are_taken_as_typed():
    change = with_field(make_snapshot(actions=[replace(ONE, start=date(2027, 1, 1))]), "one", "end", "2026-12-01")

    assert change == EditAction(action=replace(ONE, start=date(2027, 1, 1), end=date(2026, 12, 1)))


@pytest.mark.parametrize(("field", "typed"), [("start", "05/2026"), ("end", "05/2026")])
def test_a_month_means_its_first_day_for_a_start_and_its_last_for_an_end(field, typed):
    day = getattr(with_field(snapshot(), "one", field, typed).action, field)

    assert day == {"start": date(2026, 5, 1), "end": date(2026, 5, 31)}[field]


def test_days_are_planned_and_made_unknown_again():
    assert with_field(snapshot(), "one", "staff_days", "12") == PlanAction(plan=ActionPlan(action="one", staff_days=12))
    known = snapshot(ActionPlan(action="one", staff_days=12))
    assert with_field(known, "one", "staff_days", " ") == PlanAction(plan=ActionPlan(action="one"))
    assert with_field(known, "one", "staff_days", "12") is None
    with pytest.raises(NotUnderstoodError):
        with_field(known, "one", "staff_days", "a lot")


def test_milestones_are_added_edited_and_removed():
    known = snapshot(ActionPlan(action="one", milestones=MILESTONES))

    added = with_milestone(known, "one", "  Third ", "2026-09")
    assert added.plan.milestones == (*MILESTONES, Milestone(title="Third", due=date(2026, 9, 30)))
    assert with_milestone(known, "one", "  ", "") is None
    reached = with_milestone_cell(known, "one", 1, "state", "reached")
    assert reached.plan.milestones[1] == Milestone(title="Begun", state=MilestoneState.REACHED)
    assert without_milestone(known, "one", 0).plan.milestones == MILESTONES[1:]
    with pytest.raises(NotUnderstoodError):
        with_milestone_cell(known, "one", 0, "title", " ")


def test_an_action_waits_for_another_once_and_no_longer():
    waits = waiting_for(snapshot(), "one", "two", waits=True)

    assert waits.plan.after == ("two",)
    assert waiting_for(snapshot(waits.plan), "one", "two", waits=True) is None
    assert waiting_for(snapshot(waits.plan), "one", "two", waits=False).plan.after == ()


def test_capacity_is_a_number_or_unknown():
    assert capacity_from("80") == TeamCapacity(staff_days=80)
    assert capacity_from("") is None
    with pytest.raises(NotUnderstoodError):
        capacity_from("enough")


def test_an_action_that_goes_takes_its_plan_along_and_nothing_waits_for_it_any_more(assessment):
    assessment.apply(PlanAction(plan=ActionPlan(action="one", milestones=MILESTONES)))
    assessment.apply(PlanAction(plan=ActionPlan(action="two", staff_days=3, after=("one",))))
    before = assessment.content_hash()

    assessment.apply(RemoveActions(actions=("one",)))

    assert assessment.snapshot().action_plans == (ActionPlan(action="two", staff_days=3),)
    assessment.undo()
    assert assessment.content_hash() == before


def test_a_plan_in_which_nothing_is_left_is_not_kept(assessment):
    assessment.apply(PlanAction(plan=ActionPlan(action="one", staff_days=3)))
    assessment.apply(PlanAction(plan=ActionPlan(action="one")))
    assessment.apply(PlanDecision(plan=DecisionPlan(recommendation="X1", owner="x")))
    assessment.apply(PlanDecision(plan=DecisionPlan(recommendation="X1")))
    assessment.apply(SetTeamCapacity(capacity=TeamCapacity(staff_days=0)))
    assert assessment.snapshot().capacity == TeamCapacity(staff_days=0)
    assessment.apply(SetTeamCapacity(capacity=None))

    held = assessment.snapshot()

    assert (held.action_plans, held.decision_plans, held.capacity) == ((), (), None)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (PlanAction(plan=ActionPlan(action="gone", staff_days=1)), "action_not_in_file"),
        (PlanAction(plan=ActionPlan(action="one", staff_days=-1)), "figure_negative"),
        (PlanAction(plan=ActionPlan(action="one", milestones=(Milestone(title=" "),))), "milestone_empty"),
        (PlanDecision(plan=DecisionPlan(recommendation="X1", money=-1)), "figure_negative"),
        (SetTeamCapacity(capacity=TeamCapacity(staff_days=-1)), "figure_negative"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_changed(assessment, change, code):
    before = assessment.content_hash()

    with pytest.raises(FastmapError) as refused:
        assessment.apply(change)

    assert refused.value.code == code
    assert assessment.content_hash() == before
