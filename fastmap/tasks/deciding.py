"""Taking a decision on a recommendation: what is written down, and what it puts on the grid."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from fastmap.catalogue.texts import load_texts
from fastmap.changes import AcceptRecommendation
from fastmap.intake.numbering import unused_ids
from fastmap.model.actions import Action, RecommendationDecision
from fastmap.model.choices import ActionStatus, RecommendationAnswer, Step
from fastmap.model.ids import ActionId
from fastmap.model.planning import ActionPlan, Milestone
from fastmap.model.results import Recommendation
from fastmap.model.snapshot import Snapshot

_PLANNED_ALREADY = frozenset({ActionStatus.PLANNED, ActionStatus.RUNNING})


def acceptance(recommendation: Recommendation, snapshot: Snapshot, at: datetime) -> AcceptRecommendation:
    """Return the change that accepts a recommendation and plans its action in the cell where it belongs."""
    decision = answered(recommendation, RecommendationAnswer.ACCEPTED, at)
    action = planned_action(recommendation, snapshot)
    plan = None if action is None else _carried(recommendation, action, snapshot)
    return AcceptRecommendation(decision=decision, action=action, plan=plan)


def answered(
    recommendation: Recommendation, answer: RecommendationAnswer, at: datetime, reason: str | None = None
) -> RecommendationDecision:
    """Return the decision, with the facts that it rests on: when they change, it comes back."""
    return RecommendationDecision(
        recommendation=recommendation.id, answer=answer, reason=reason, decided_at=at, basis=recommendation.basis
    )


def _carried(recommendation: Recommendation, action: Action, snapshot: Snapshot) -> ActionPlan | None:
    """Return the plan of an accepted action: staff days from the card, its first step as a milestone.

    What the action's plan says already stays. ``None`` where the card says nothing.
    """
    filled = recommendation.plan
    if filled is None or (filled.days is None and filled.due is None):
        return None
    plan = next((one for one in snapshot.action_plans if one.action == action.id), ActionPlan(action=action.id))
    if filled.due is not None:
        texts = load_texts(snapshot.info.language)
        step = texts.get("advice.plan.first_step", step=texts.say(recommendation.first_step))
        if all(milestone.title != step for milestone in plan.milestones):
            plan = replace(plan, milestones=(*plan.milestones, Milestone(title=step, due=filled.due)))
    return plan if plan.staff_days is not None else replace(plan, staff_days=filled.days)


def planned_action(recommendation: Recommendation, snapshot: Snapshot) -> Action | None:
    """Return the action that accepting a recommendation puts on the grid.

    An idea for the same reference action becomes the plan; where one is planned or runs already, nothing is added
    (``None``). The title is in the language of the file, because it goes into reports as it is; of a step that must
    wait only the first step is planned, and the title says so. Skills are those that the file holds: groups and texts
    that nobody has placed are none.
    """
    alike = [action for action in snapshot.actions if action.reference == recommendation.reference]
    if any(action.status in _PLANNED_ALREADY for action in alike):
        return None
    idea = next((action for action in alike if action.status is ActionStatus.IDEA), None)
    filled = recommendation.plan
    owner, money = (filled.owner, filled.money) if filled else (None, None)
    if idea is not None:
        return replace(
            idea,
            status=ActionStatus.PLANNED,
            owner=idea.owner or owner,
            budget=money if idea.budget is None else idea.budget,
        )
    texts = load_texts(snapshot.info.language)
    title = texts.term(f"action.{recommendation.reference}.title")
    if recommendation.prepare_first:
        title = texts.get("advice.prepare_first.planned", action=title)
    known = {skill.uri for skill in snapshot.skills}
    return Action(
        id=ActionId(next(unused_ids("A", snapshot))),
        title=title,
        cell=recommendation.cell,
        reference=recommendation.reference,
        timing=recommendation.timing,
        status=ActionStatus.PLANNED,
        owner=owner,
        budget=money,
        partners=recommendation.partners,
        skills=tuple(uri for uri in recommendation.needs if uri in known),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """Recommendations in their groups, in the order of `fastmap.advice.recommendations`."""

    top: tuple[Recommendation, ...]
    """The cards."""
    best: tuple[Recommendation, ...]
    """The best of each step not among the cards."""
    rest: tuple[Recommendation, ...]
    aside: tuple[Recommendation, ...]
    """Put off or refused, and quiet until their facts change."""


def presented(recommendations: tuple[Recommendation, ...], cards: int) -> Presented:
    """Return recommendations in their groups.

    They come in this order from `fastmap.advice.recommendations`; here the borders are found.
    """
    open_ones = tuple(item for item in recommendations if not item.is_quiet)
    top, others = open_ones[:cards], open_ones[cards:]
    shown = {item.step for item in top}
    best = tuple(
        first
        for step in Step
        if step not in shown and (first := next((item for item in others if item.step is step), None))
    )
    return Presented(
        top=top,
        best=best,
        rest=tuple(item for item in others if item not in best),
        aside=tuple(item for item in recommendations if item.is_quiet),
    )
