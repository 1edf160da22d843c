"""Costs of planned and running actions by source of money: sums of what is recorded and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from fastmap.advice.costs import costs_of
from fastmap.advice.roadmap import roadmap_of
from fastmap.model.choices import ActionStatus, RecommendationAnswer, Timing
from fastmap.model.ids import RefId
from fastmap.model.planning import DecisionPlan
from fastmap.model.results import CostRange, Recommendation
from tests.report.whole_cluster import whole_results
from tests.support.builders import make_action, make_snapshot

TODAY = date(2026, 6, 1)


def make_recommendation(reference: str, **changes: Any) -> Recommendation:
    """Return a recommendation that nobody has decided about, with ``changes``."""
    fields: dict[str, Any] = {
        "id": reference,
        "reference": RefId(reference),
        "answer": None,
        "changed": (),
        "plan": None,
    }
    return replace(whole_results().recommendations[0], **(fields | changes))


def costs(*actions, recommendations=()):
    return costs_of(roadmap_of(make_snapshot(actions=list(actions)), TODAY), recommendations)


def action(number: int, **changes):
    return make_action("B1", id=f"a{number}", **({"timing": (Timing.ST,)} | changes))


def test_budgets_are_added_up_by_source_as_recorded_the_largest_first():
    found = costs(
        action(1, budget=100.0, funding="Own money"),
        action(2, budget=250.0, funding="own  money"),
        action(3, budget=900.0, funding="Region; members"),
        action(4, budget=50.0),
    )

    assert [(line.funding, line.actions, line.budget) for line in found.lines] == [
        ("Region; members", 1, 900.0),
        ("Own money", 2, 350.0),
        (None, 1, 50.0),
    ]
    assert (found.budget, found.sourced) == (1300.0, 1250.0)


def test_an_action_without_a_budget_is_counted_and_adds_nothing():
    found = costs(action(1, funding="Region"), action(2, funding="Region", budget=10.0))

    assert (found.actions, found.without_budget, found.budget) == (2, 1, 10.0)


def test_where_no_budget_is_recorded_the_sum_is_unknown_and_not_nought():
    found = costs(action(1, funding="Region"))

    assert found.budget is None
    assert found.lines[0].by_horizon[Timing.ST] is None
    assert found.lines[0].by_horizon[Timing.LT] == 0


def test_sums_stand_under_the_horizon_of_their_action():
    found = costs(
        action(1, budget=10.0), action(2, budget=20.0, timing=(Timing.MT, Timing.LT)), action(3, budget=5.0, timing=())
    )

    assert [found.of(horizon) for horizon in (*Timing, None)] == [10.0, 20.0, 0.0, 5.0]


def test_ideas_and_what_is_over_cost_nothing_here():
    assert (
        costs(action(1, budget=10.0, status=ActionStatus.IDEA), action(2, budget=9.0, status=ActionStatus.DONE)).lines
        == ()
    )


def test_decisions_before_the_board_count_with_what_was_filled_in_or_the_range_of_the_catalogue():
    cost = CostRange(days_low=1, days_high=2, money_low=100, money_high=400)
    filled = make_recommendation("X1", cost=cost, plan=DecisionPlan(recommendation="X1", money=150.0, on_paper=True))
    ranged = make_recommendation("X2", cost=cost, answer=RecommendationAnswer.ACCEPTED)
    neither = make_recommendation("X3", cost=cost)

    found = costs(action(1, budget=1.0), recommendations=(filled, ranged, neither)).decisions

    assert (found.decisions, found.with_figure, found.filled_in) == (2, 1, 150.0)
    assert (found.low, found.high) == (100, 400)


def test_a_decision_that_is_an_action_already_is_not_counted_twice():
    taken = make_recommendation("B1", answer=RecommendationAnswer.ACCEPTED)

    assert costs(action(1), recommendations=(taken,)).decisions.decisions == 0
    assert costs(action(1), recommendations=(replace(taken, reference="B2"),)).decisions.decisions == 1
