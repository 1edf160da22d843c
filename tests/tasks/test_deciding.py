"""Taking a decision: what accepting a recommendation plans, and what the board paper says of it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import ActionStatus, PartnerType, RecommendationAnswer, Timing
from fastmap.model.planning import ActionPlan, DecisionPlan
from fastmap.pipeline import run
from fastmap.report.blocks import DecisionCard, Paragraph
from fastmap.report.board_paper import board_paper
from fastmap.report.context import ReportContext
from fastmap.report.sections.decisions import decision_card, decisions
from fastmap.report.sections.summary import summary
from fastmap.tasks.deciding import (
    DecisionCount,
    acceptance,
    answered,
    decided,
    decision_count,
    kept_entries,
    planned_action,
    presented,
)
from fastmap.tasks.decision_plans import plan_with
from fastmap.tasks.typed import NotUnderstoodError
from tests.support.builders import cluster_where, make_action, make_need, make_partner, make_skill

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def results():
    found = run(cluster_where(*[[make_need("Welding")]] * 6), load_catalogue())
    assert found.recommendations
    return found


@pytest.fixture(scope="module")
def several():
    """Results with more suggestions than cards."""
    agency = make_partner("agency", type=PartnerType.AGENCY, stage=1, in_cluster=True)
    found = run(cluster_where(*[[make_need("Welding", short_12m=3)]] * 8, partners=[agency]), load_catalogue())
    assert len(found.recommendations) > 3
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
    said = {"timing": (Timing.LT,), "partners": ("P1",), "skills": ("fastmap:own/other",)}
    idea = make_action(item.reference, id="A9", status=ActionStatus.IDEA, **said)
    snapshot = replace(results.snapshot, actions=(idea,))

    assert planned_action(item, snapshot) == replace(idea, status=ActionStatus.PLANNED)


def test_an_idea_that_says_nothing_takes_timing_partners_and_skills_of_the_card(results):
    skill = make_skill("Welding")
    item = replace(results.recommendations[0], partners=("P1",), needs=(skill.uri, "fastmap:own/not-in-file"))
    idea = make_action(item.reference, id="A9", status=ActionStatus.IDEA, timing=(), partners=(), skills=())

    planned = planned_action(item, replace(results.snapshot, actions=(idea,), skills=(skill,)))

    assert (planned.timing, planned.partners, planned.skills) == (item.timing, ("P1",), (skill.uri,))
    assert planned.timing


def test_what_is_planned_already_takes_from_the_card_what_nobody_had_said(results):
    filled = DecisionPlan(recommendation="x", owner="Office", due=date(2026, 6, 3), days=12, money=900)
    item = replace(results.recommendations[0], plan=filled)
    planned = make_action(item.reference, id="A9", status=ActionStatus.PLANNED, budget=10)
    snapshot = replace(results.snapshot, actions=(planned,))

    change = acceptance(item, snapshot, NOW)

    assert change.action == replace(planned, owner="Office")
    assert (change.plan.action, change.plan.staff_days) == ("A9", 12)
    assert [milestone.due for milestone in change.plan.milestones] == [date(2026, 6, 3)]
    assert kept_entries(item, snapshot) == ("money",)


def test_what_a_card_and_its_action_say_otherwise_is_told_and_the_action_keeps_it(results):
    filled = DecisionPlan(recommendation="x", owner="Office", due=date(2026, 6, 3), days=12, money=900)
    item = replace(results.recommendations[0], plan=filled)
    first = acceptance(item, results.snapshot, NOW)
    snapshot = replace(results.snapshot, actions=(first.action,), action_plans=(first.plan,))
    other = DecisionPlan(recommendation="x", owner="Maite", due=date(2026, 7, 1), days=3, money=900)

    again = acceptance(replace(item, plan=other), snapshot, NOW)

    assert (again.action, again.plan) == (None, first.plan)
    assert kept_entries(replace(item, plan=other), snapshot) == ("owner", "due", "days")
    assert kept_entries(item, snapshot) == ()


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (ActionStatus.STOPPED, "advice.changed.action_stopped"),
        (ActionStatus.IDEA, "advice.changed.action_idea"),
        (None, "advice.changed.action_removed"),
    ],
)
def test_an_accepted_decision_comes_back_when_its_action_is_no_longer_on_its_way(results, status, says):
    change = acceptance(results.recommendations[0], results.snapshot, NOW)
    on_its_way = replace(results.snapshot, decisions=(change.decision,), actions=(change.action,))
    actions = () if status is None else (replace(change.action, status=status),)

    def found(snapshot):
        after = run(snapshot, load_catalogue())
        return after, next(one for one in after.recommendations if one.id == change.decision.recommendation)

    _, still = found(on_its_way)
    after, item = found(replace(on_its_way, actions=actions))

    assert still.is_decided
    assert [line.key for line in item.changed] == [says]
    assert not item.is_decided
    assert item.id not in decided(after.snapshot, after)
    assert decision_count(after.snapshot, after, 3).accepted == 0


def test_an_accepted_decision_of_which_no_action_was_written_down_claims_nothing(several):
    item = several.recommendations[0]
    snapshot = replace(several.snapshot, decisions=(answered(item, RecommendationAnswer.ACCEPTED, NOW),))

    after = run(snapshot, load_catalogue())

    assert next(one for one in after.recommendations if one.id == item.id).is_decided
    assert decision_count(snapshot, after, 3) == DecisionCount(to_take=2, accepted=1, cards=3)


def test_reports_say_accepted_decisions_apart_from_those_to_take(several):
    taken = [acceptance(item, several.snapshot, NOW) for item in several.recommendations[:2]]
    snapshot = replace(
        several.snapshot,
        decisions=tuple(change.decision for change in taken),
        actions=tuple(replace(change.action, id=f"A{place}") for place, change in enumerate(taken)),
    )
    after = run(snapshot, load_catalogue())
    context = ReportContext(after, load_catalogue(), load_texts("en"), date(2026, 5, 4))
    cards = after.on_cards(3)
    to_take, accepted = sum(not item.is_decided for item in cards), sum(item.is_decided for item in cards)
    assert accepted, "otherwise nothing is tested"

    said = [block.text for block in decisions(context).blocks if isinstance(block, Paragraph)]
    summarised = [block.text for block in summary(context).blocks if isinstance(block, Paragraph)]

    shown = [block.number for block in decisions(context).blocks if isinstance(block, DecisionCard)]
    open_first = sorted(range(len(cards)), key=lambda place: cards[place].is_decided)
    assert shown == [place + 1 for place in open_first]
    assert context.say("decisions.reading", count=to_take) in said
    assert context.say("decisions.accepted", count=accepted) in said
    assert context.say("summary.decisions", count=to_take) in summarised
    assert context.say("decisions.accepted", count=accepted) in summarised


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
