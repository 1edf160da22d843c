"""Why not the other: every candidate that stands on no card, and the one condition that keeps it down.

Each condition is tried alone: the factors are worked out again as if it were fulfilled and nothing else changed. The
one that lifts the candidate furthest is named; where none lifts it, that is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fastmap.advice.candidates import Candidate, feasibility, feasibility_at, missed_indicators
from fastmap.advice.facts import Facts
from fastmap.advice.partners import kinds_fact
from fastmap.model.choices import ActionStatus, RecommendationAnswer, Scope
from fastmap.model.ids import RefId
from fastmap.model.messages import Message, Name, Share, Term, message
from fastmap.model.organisations import Partner
from fastmap.model.results import NearMiss, Recommendation

_NAMED_MISSING = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lift:
    """One condition, and the score that the candidate would have with it."""

    kind: str
    condition: Message
    score: float


def near_misses(
    weighed: Sequence[Candidate], recommendations: Sequence[Recommendation], facts: Facts
) -> tuple[NearMiss, ...]:
    """Return every candidate that is on no card and not accepted, best first.

    ``weighed``: all candidates in their order. ``recommendations``: in order of presentation.
    """
    shown = {item.reference: item for item in recommendations}
    cards = {item.reference for item in recommendations[: facts.catalogue.rules.cards] if not item.is_quiet}
    open_scores = {
        item.reference: item.score for item in recommendations if not item.prepare_first and not item.is_quiet
    }
    return tuple(
        _near_miss(candidate, shown.get(candidate.action.id), open_scores, facts)
        for candidate in weighed
        if candidate.action.id not in cards and not _is_accepted(shown.get(candidate.action.id))
    )


def _is_accepted(item: Recommendation | None) -> bool:
    return item is not None and item.answer is RecommendationAnswer.ACCEPTED and not item.changed


def _near_miss(
    candidate: Candidate, item: Recommendation | None, open_scores: Mapping[RefId, float], facts: Facts
) -> NearMiss:
    own = candidate.action.id
    others = [score for reference, score in open_scores.items() if reference != own]
    place = _place(candidate.score, others)
    made = NearMiss(
        reference=own,
        cell=candidate.action.cell,
        score=candidate.score,
        place=place if item is not None and own in open_scores else None,
        kind="no_fact",
        condition=Message("advice.near.no_fact"),
    )
    if item is not None and item.is_quiet and item.answer is not None:
        answer = Term(f"recommendation_answer.{item.answer.value}")
        return replace(made, kind="decided", condition=message("advice.near.decided", answer=answer))
    if own in facts.references(ActionStatus.PLANNED):
        return replace(made, kind="planned", condition=Message("advice.near.planned"))
    if item is None:
        return made
    if item.prepare_first:
        return replace(made, kind="prepare", condition=_prepare(candidate, facts), place_then=place)
    best = max(_lifts(candidate, facts), key=lambda lift: lift.score, default=None)
    if best is not None and (then := _place(best.score, others)) < place:
        return replace(made, kind=best.kind, condition=best.condition, score_then=best.score, place_then=then)
    if item.after is not None:
        first = Term(f"action.{item.after}.title")
        return replace(made, kind="supports", condition=message("advice.near.supports", action=first))
    return replace(made, kind="impact", condition=_impact(candidate, facts))


def _place(score: float, others: Sequence[float]) -> int:
    return 1 + sum(other >= score for other in others)


def _prepare(candidate: Candidate, facts: Facts) -> Message:
    missing = next((step.prepare for step in facts.steps if step.step is candidate.action.step), ())
    names = tuple(Term(f"indicator.{key}.name") for key in missing[:_NAMED_MISSING])
    return message("advice.near.prepare", missing=names)


def _impact(candidate: Candidate, facts: Facts) -> Message:
    if not candidate.needs and missed_indicators(candidate.action, facts):
        return Message("advice.near.indicators_only")
    return message("advice.near.impact", share=Share(candidate.factors.impact))


def _lifts(candidate: Candidate, facts: Facts) -> Iterator[_Lift]:
    """Yield each single condition that is not fulfilled, with the score as if it were."""
    rules, factors = facts.catalogue.rules, candidate.factors
    for number, entry in enumerate(candidate.prerequisites):
        if entry.met is True:
            continue
        fulfilled = tuple(
            replace(one, met=True) if place == number else one for place, one in enumerate(candidate.prerequisites)
        )
        value = feasibility(candidate.action, fulfilled, candidate.fitting, rules)
        key = "advice.near.prerequisite_unknown" if entry.met is None else "advice.near.prerequisite"
        condition = message(key, condition=Term(f"condition.{entry.key}"))
        yield _Lift(kind="prerequisite", condition=condition, score=factors.impact * value * factors.gap)
    yield from _partner_lift(candidate, facts)
    if factors.gap < rules.gap_empty:
        yield _Lift(
            kind="cell",
            condition=_filled(candidate),
            score=factors.impact * factors.feasibility * rules.gap_empty,
        )


def _partner_lift(candidate: Candidate, facts: Facts) -> Iterator[_Lift]:
    rules, factors = facts.catalogue.rules, candidate.factors
    if candidate.action.cell.scope is Scope.ALONE:
        return
    best = candidate.fitting[0] if candidate.fitting else None
    if best is None:
        kind, types = "partner_missing", kinds_fact(candidate.action.partner_types)
        condition = message("advice.near.partner_missing", types=types)
    elif (best.partner.stage or 0) < rules.strong_stage:
        kind, condition = "partner_stage", _stage(best.partner, rules.strong_stage)
    else:
        return
    closer = feasibility_at(candidate.action, candidate.prerequisites, rules.strong_stage, rules)
    yield _Lift(kind=kind, condition=condition, score=factors.impact * closer * factors.gap)


def _stage(partner: Partner, needed: int) -> Message:
    name = Name("partner", partner.id, partner.name)
    if partner.stage is None:
        return message("advice.near.stage_unknown", partner=name, needed=needed)
    return message("advice.near.stage", partner=name, stage=partner.stage, needed=needed)


def _filled(candidate: Candidate) -> Message:
    cell = candidate.action.cell
    scope, complexity = Term(f"scope.{cell.scope.value}"), Term(f"complexity.{cell.complexity.value}")
    return message("advice.near.cell", scope=scope, complexity=complexity)
