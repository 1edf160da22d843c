"""Taking a decision: what accepting a recommendation plans, and what the board paper says of it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import ActionStatus, RecommendationAnswer
from fastmap.model.planning import ActionPlan, DecisionPlan
from fastmap.pipeline import run
from fastmap.report.board_paper import board_paper
from fastmap.report.context import ReportContext
from fastmap.report.sections.decisions import decision_card
from fastmap.tasks.deciding import acceptance, answered, planned_action, presented
from fastmap.tasks.decision_plans import NotUnderstoodError, plan_with
from tests.support.builders import cluster_where, make_action, make_need

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def results():
    found = run(cluster_where(*[[make_need("Welding")]] * 6), load_catalogue())
    assert found.recommendations
    return found


def test_accepting_plans_the_reference_action_in_its_cell_with_skills_of_the_file(results):
    item = replace(results.recommendations[0], prepare_first=False)

    change = acceptance(item, results.snapshot, NOW)

    assert change.decision.answer is RecommendationAnswer.ACCEPTED
    assert change.decision.decided_at == NOW
    assert change.action is not None
    assert (change.action.reference, change.action.cell) == (item.reference, item.cell)
    assert change.action.status is ActionStatus.PLANNED
    assert change.action.title == load_texts("en").term(f"action.{item.reference}.title")
    assert set(change.action.skills) <= {skill.uri for skill in results.snapshot.skills}


def test_of_a_step_that_must_wait_only_the_first_step_is_planned(results):
    item = replace(results.recommendations[0], prepare_first=True)

    planned = planned_action(item, results.snapshot)

    assert planned is not None
    assert planned.title.startswith("First step: ")


def test_an_idea_for_the_same_action_becomes_the_plan(results):
    item = results.recommendations[0]
    idea = make_action(item.reference, id="A9", status=ActionStatus.IDEA)
    snapshot = replace(results.snapshot, actions=(idea,))

    assert planned_action(item, snapshot) == replace(idea, status=ActionStatus.PLANNED)


@pytest.mark.parametrize("status", [ActionStatus.PLANNED, ActionStatus.RUNNING])
def test_what_is_planned_or_runs_already_is_not_planned_twice(results, status):
    item = results.recommendations[0]
    snapshot = replace(results.snapshot, actions=(make_action(item.reference, id="A9", status=status),))

    assert acceptance(item, snapshot, NOW).action is None


def test_what_was_stopped_once_is_planned_anew_beside_it(results):
    item = results.recommendations[0]
    old = make_action(item.reference, id="A001", status=ActionStatus.STOPPED)

    planned = planned_action(item, replace(results.snapshot, actions=(old,)))

    assert planned is not None
    assert planned.id == "A002"


def test_what_the_card_says_is_carried_over_to_the_action(results):
    filled = DecisionPlan(recommendation="x", owner="Office", due=date(2026, 6, 3), days=12, money=900)
    item = replace(results.recommendations[0], prepare_first=False, plan=filled)

    change = acceptance(item, results.snapshot, NOW)

    assert (change.action.owner, change.action.budget) == ("Office", 900)
    assert change.plan.action == change.action.id
    assert change.plan.staff_days == 12
    (step,) = change.plan.milestones
    assert step.due == date(2026, 6, 3)
    assert step.title == "First step: " + load_texts("en").say(item.first_step)


def test_what_an_idea_says_already_stays(results):
    filled = DecisionPlan(recommendation="x", owner="Office", days=12, money=900)
    item = replace(results.recommendations[0], plan=filled)
    idea = make_action(item.reference, id="A9", status=ActionStatus.IDEA, owner="Maite", budget=10)
    plan = ActionPlan(action="A9", staff_days=3)
    snapshot = replace(results.snapshot, actions=(idea,), action_plans=(plan,))

    change = acceptance(item, snapshot, NOW)

    assert (change.action.owner, change.action.budget) == ("Maite", 10)
    assert change.plan == plan


def test_a_card_that_says_nothing_plans_no_days_and_no_milestones(results):
    assert acceptance(results.recommendations[0], results.snapshot, NOW).plan is None


def test_an_answer_keeps_the_facts_of_its_moment():
    asked = run(cluster_where(*[[make_need("Welding", short_12m=2)]] * 6), load_catalogue())
    item = next(one for one in asked.recommendations if one.reference == "B2")

    decision = answered(item, RecommendationAnswer.NO, NOW, "no")

    assert decision.basis == item.basis
    assert decision.basis.needs[0].firms == 6


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        ("owner", "  Maite   O. ", "Maite O."),
        ("due", "31/10/2026", date(2026, 10, 31)),
        ("due", "10/2026", date(2026, 10, 31)),
        ("days", "12,5", 12.5),
        ("money", "1 500 €", 1500.0),
        ("owner", " ", None),
        ("money", "", None),
    ],
)
def test_a_card_takes_what_people_type(field, typed, value):
    assert getattr(plan_with(DecisionPlan(recommendation="X1", days=1, owner="x"), field, typed), field) == value


@pytest.mark.parametrize(
    ("field", "typed"), [("due", "soon"), ("days", "many"), ("money", "-5"), ("due", "31/02/2026")]
)
def test_what_means_nothing_in_its_field_is_refused(field, typed):
    with pytest.raises(NotUnderstoodError):
        plan_with(DecisionPlan(recommendation="X1"), field, typed)


def test_cards_come_first_then_the_best_of_each_other_step_and_nothing_is_lost(results):
    groups = presented(results.recommendations, 3)
    top, best, rest = groups.top, groups.best, groups.rest

    assert top == results.recommendations[:3]
    assert not {item.step for item in best} & {item.step for item in top}
    assert len({item.step for item in best}) == len(best)
    assert sorted(item.id for item in (*top, *best, *rest)) == sorted(item.id for item in results.recommendations)


def test_a_board_paper_says_the_decision_and_every_part_under_its_name(results):
    context = ReportContext(results, load_catalogue(), load_texts("en"), date(2026, 5, 4))
    card = decision_card(context, 1, results.recommendations[0])

    paper = board_paper(card)

    assert paper.startswith(card.decision)
    assert "Go if: " in paper
    assert "By when: ____" in paper
    assert all(line in paper for part in card.lines for line in part.lines)
