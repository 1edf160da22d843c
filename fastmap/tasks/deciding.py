"""Taking a decision on a recommendation: what is written down, and what it puts on the grid."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from fastmap.catalogue.texts import load_texts
from fastmap.changes import AcceptRecommendation
from fastmap.intake.numbering import next_ids
from fastmap.model.actions import Action, RecommendationDecision
from fastmap.model.choices import ActionStatus, RecommendationAnswer, Step
from fastmap.model.ids import ActionId
from fastmap.model.results import Recommendation
from fastmap.model.snapshot import Snapshot

_PLANNED_ALREADY = frozenset({ActionStatus.PLANNED, ActionStatus.RUNNING})


def acceptance(recommendation: Recommendation, snapshot: Snapshot, at: datetime) -> AcceptRecommendation:
    """Return the change that accepts a recommendation and plans its action in the cell where it belongs."""
    decision = RecommendationDecision(
        recommendation=recommendation.id, answer=RecommendationAnswer.ACCEPTED, decided_at=at
    )
    return AcceptRecommendation(decision=decision, action=planned_action(recommendation, snapshot))


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
    if idea is not None:
        return replace(idea, status=ActionStatus.PLANNED)
    texts = load_texts(snapshot.info.language)
    title = texts.term(f"action.{recommendation.reference}.title")
    if recommendation.prepare_first:
        title = texts.get("advice.prepare_first.planned", action=title)
    known = {skill.uri for skill in snapshot.skills}
    return Action(
        id=ActionId(next(next_ids("A", (action.id for action in snapshot.actions)))),
        title=title,
        cell=recommendation.cell,
        reference=recommendation.reference,
        timing=recommendation.timing,
        status=ActionStatus.PLANNED,
        partners=recommendation.partners,
        skills=tuple(uri for uri in recommendation.needs if uri in known),
    )


def presented(
    recommendations: tuple[Recommendation, ...], cards: int
) -> tuple[tuple[Recommendation, ...], tuple[Recommendation, ...], tuple[Recommendation, ...]]:
    """Return recommendations in their three groups: the cards, the best of each step not among them, the rest.

    They come in this order from `fastmap.advice.recommendations`; here the borders are found.
    """
    top, others = recommendations[:cards], recommendations[cards:]
    shown = {item.step for item in top}
    best = tuple(
        first
        for step in Step
        if step not in shown and (first := next((item for item in others if item.step is step), None))
    )
    return top, best, tuple(item for item in others if item not in best)
