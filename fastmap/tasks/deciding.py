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
from fastmap.model.planning import ActionPlan, DecisionPlan, Milestone
from fastmap.model.results import Recommendation, Results
from fastmap.model.snapshot import Snapshot

_PLANNED_ALREADY = frozenset({ActionStatus.PLANNED, ActionStatus.RUNNING})


def acceptance(recommendation: Recommendation, snapshot: Snapshot, at: datetime) -> AcceptRecommendation:
    """Return the change that accepts a recommendation and plans its action in the cell where it belongs.

    Where the action is planned already, it gets what the card says and nobody had said of it; `kept_entries` names what
    was said otherwise.
    """
    decision = answered(recommendation, RecommendationAnswer.ACCEPTED, at)
    action = _filled_in(planned_action(recommendation, snapshot), recommendation.plan)
    if decision.basis is not None:
        decision = replace(decision, basis=replace(decision.basis, action=action.status))
    return AcceptRecommendation(
        decision=decision,
        action=None if action in snapshot.actions else action,
        plan=_carried(recommendation, action, snapshot),
    )


def kept_entries(recommendation: Recommendation, snapshot: Snapshot) -> tuple[str, ...]:
    """Return what the card says and its action says otherwise: of ``owner``, ``due``, ``days`` and ``money``.

    What is recorded of the action stays when it is accepted; whoever accepts is told.
    """
    filled = recommendation.plan
    action = next(iter(_alike(recommendation, snapshot)), None)
    if filled is None or action is None:
        return ()
    plan, title = _plan_of(action, snapshot), _first_step(recommendation, snapshot)
    pairs: dict[str, tuple[object, object]] = {
        "owner": (filled.owner, action.owner),
        "due": (filled.due, next((one.due for one in plan.milestones if one.title == title), None)),
        "days": (filled.days, plan.staff_days),
        "money": (filled.money, action.budget),
    }
    return tuple(
        field for field, (typed, recorded) in pairs.items() if None not in (typed, recorded) and typed != recorded
    )


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
    plan = _plan_of(action, snapshot)
    if filled.due is not None:
        step = Milestone(title=_first_step(recommendation, snapshot), due=filled.due)
        milestones = tuple(
            replace(one, due=step.due) if one.title == step.title and one.due is None else one
            for one in plan.milestones
        )
        is_new = all(one.title != step.title for one in milestones)
        plan = replace(plan, milestones=(*milestones, step) if is_new else milestones)
    return plan if plan.staff_days is not None else replace(plan, staff_days=filled.days)


def _first_step(recommendation: Recommendation, snapshot: Snapshot) -> str:
    """Return the title of the milestone that a card's date becomes, in the language of the file."""
    texts = load_texts(snapshot.info.language)
    return texts.get("advice.plan.first_step", step=texts.say(recommendation.first_step))


def _plan_of(action: Action, snapshot: Snapshot) -> ActionPlan:
    return next((one for one in snapshot.action_plans if one.action == action.id), ActionPlan(action=action.id))


def _alike(recommendation: Recommendation, snapshot: Snapshot) -> tuple[Action, ...]:
    """Return the actions that a recommendation is about: those planned or running already, then ideas."""
    alike = [action for action in snapshot.actions if action.reference == recommendation.reference]
    planned = (action for action in alike if action.status in _PLANNED_ALREADY)
    return (*planned, *(action for action in alike if action.status is ActionStatus.IDEA))


def _filled_in(action: Action, filled: DecisionPlan | None) -> Action:
    """Return ``action`` with owner and money of the card where nobody had said them."""
    if filled is None:
        return action
    return replace(
        action,
        owner=action.owner or filled.owner,
        budget=filled.money if action.budget is None else action.budget,
    )


def planned_action(recommendation: Recommendation, snapshot: Snapshot) -> Action:
    """Return the action that stands on the grid once a recommendation is accepted, without what its card says.

    One that is planned or runs already stays as it is. An idea for the same reference action becomes the plan, with the
    timing, partners and skills of the recommendation where it has none. Otherwise it is new. Its title is in the language
    of the file, because it goes into reports as it is; of a step that must wait only the first step is planned, and the
    title says so. Skills are those that the file holds: groups and texts that nobody has placed are none.
    """
    known = {skill.uri for skill in snapshot.skills}
    skills = tuple(uri for uri in recommendation.needs if uri in known)
    for action in _alike(recommendation, snapshot):
        if action.status is not ActionStatus.IDEA:
            return action
        return replace(
            action,
            status=ActionStatus.PLANNED,
            timing=action.timing or recommendation.timing,
            partners=action.partners or recommendation.partners,
            skills=action.skills or skills,
        )
    texts = load_texts(snapshot.info.language)
    title = texts.term(f"action.{recommendation.reference}.title")
    if recommendation.prepare_first:
        title = texts.get("advice.prepare_first.planned", action=title)
    return Action(
        id=ActionId(next(unused_ids("A", snapshot))),
        title=title,
        cell=recommendation.cell,
        reference=recommendation.reference,
        timing=recommendation.timing,
        status=ActionStatus.PLANNED,
        partners=recommendation.partners,
        skills=skills,
    )


def decided(snapshot: Snapshot, results: Results) -> frozenset[str]:
    """Return the recommendations about which an answer holds: one whose facts changed since is open again.

    ``results`` may be a moment older than ``snapshot``.
    """
    back = {item.id for item in results.recommendations if item.changed}
    judged = {decision.recommendation: decision for decision in results.snapshot.decisions}
    return frozenset(
        decision.recommendation
        for decision in snapshot.decisions
        # What changed was found for the answer that the results know; a newer answer holds.
        if decision.recommendation not in back or judged.get(decision.recommendation) != decision
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCount:
    """How far a board has come."""

    to_take: int
    """Decisions still to take: as many as there are cards, less those that hold; all that came back."""
    accepted: int
    cards: int


def decision_count(snapshot: Snapshot, results: Results, cards: int) -> DecisionCount:
    """Return how many decisions are still to take; ``cards``: how many are put before a board at once."""
    taken = decided(snapshot, results)
    cards = min(cards, len(results.recommendations))
    came_back = sum(bool(item.changed) and item.id not in taken for item in results.recommendations)
    accepted = (
        one for one in snapshot.decisions if one.answer is RecommendationAnswer.ACCEPTED and one.recommendation in taken
    )
    return DecisionCount(
        to_take=min(max(cards - len(taken), came_back), cards), accepted=sum(1 for _ in accepted), cards=cards
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
