"""Recommendations in order of presentation, each a decision that a board can take."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from fastmap.advice.basis import basis_of, changes_since, fate_of_action
from fastmap.advice.candidates import Candidate, largest_contribution, weigh
from fastmap.advice.facts import Facts, gather
from fastmap.advice.needs import NAMED_NEEDS, skills_fact, uris, without_overlap
from fastmap.advice.partners import kind_of, kinds_fact, partner_fact
from fastmap.advice.reasons import if_not, unknown, why
from fastmap.advice.working import working
from fastmap.analysis.answers import in_utc
from fastmap.catalogue.definitions import Catalogue
from fastmap.model.actions import RecommendationDecision
from fastmap.model.choices import PartnerType, RecommendationAnswer, Scope, Step
from fastmap.model.ids import RefId
from fastmap.model.messages import Fact, Message, Term, message
from fastmap.model.planning import Basis, DecisionPlan
from fastmap.model.practices import OwnPractice
from fastmap.model.results import Ecosystem, GridCell, Quality, Recommendation, SkillResult, StepResult
from fastmap.model.snapshot import Snapshot

_NEVER: Final = datetime.min.replace(tzinfo=UTC)
NAMED_MISSING = 3
"""Indicators that the sentence of a waiting recommendation names; the step shows all of them."""


def recommend(
    *,
    snapshot: Snapshot,
    catalogue: Catalogue,
    quality: Quality,
    skills: tuple[SkillResult, ...],
    groups: tuple[SkillResult, ...],
    ecosystem: Ecosystem,
    grid: tuple[GridCell, ...],
    steps: tuple[StepResult, ...],
) -> tuple[Recommendation, ...]:
    """Return one recommendation per action that does not run and has a recorded fact to speak for it.

    Order: the best ``cards`` that can be taken now, then the best of each step, then the rest, each by score; ties in catalogue
    order. Call `fastmap.advice.steps.mark_prepare_first` on ``steps`` before. Source: `domain.md`, The four steps.
    """
    facts = gather(
        snapshot=snapshot,
        catalogue=catalogue,
        quality=quality,
        skills=skills,
        groups=groups,
        ecosystem=ecosystem,
        grid=grid,
        steps=steps,
    )
    return recommendations_from(weigh(facts), facts)


def recommendations_from(weighed: Iterable[Candidate], facts: Facts) -> tuple[Recommendation, ...]:
    """Return what `recommend` does, from candidates that are weighed already."""
    notes = _Notes(
        decisions=_latest(facts.snapshot.decisions),
        plans={plan.recommendation: plan for plan in facts.snapshot.decision_plans},
        largest=largest_contribution(facts),
    )
    made = [
        _recommendation(candidate, reasons, facts, notes) for candidate in weighed if (reasons := why(candidate, facts))
    ]
    behind = [_behind_invitation(item, place, made, facts) for place, item in enumerate(made)]
    return in_order_of_presentation(behind, facts.catalogue.rules.cards)


def _behind_invitation(
    item: Recommendation, place: int, made: Sequence[Recommendation], facts: Facts
) -> Recommendation:
    """Return ``item`` saying so where an open invitation that it supports stands before it with a lower score."""
    supported = facts.catalogue.actions[item.reference].supports
    first = next((one for one in made[:place] if one.reference == supported and not one.is_quiet), None)
    if first is None or first.score >= item.score:
        return item
    said = message("advice.near.supports", action=Term(f"action.{first.reference}.title"))
    return replace(item, after=first.reference, working=(*item.working, said))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Notes:
    """What was decided and filled in before, and what impacts are measured by."""

    decisions: Mapping[str, RecommendationDecision]
    plans: Mapping[str, DecisionPlan]
    largest: float


def in_order_of_presentation(best_first: Iterable[Recommendation], cards: int) -> tuple[Recommendation, ...]:
    """Return the best ``cards`` that can be taken now, then the best of each step not among them, then the rest.

    What must be prepared first comes on a card only if too little else is left (decision record 0024). What was put
    off or refused stands last until its facts change (decision record 0245).
    """
    found = list(best_first)
    ordered = [item for item in found if not item.is_quiet]
    top = sorted(ordered, key=lambda item: item.prepare_first)[:cards]
    rest = [item for item in ordered if item not in top]
    shown = {item.step for item in top}
    best_of_step = [
        best
        for step in Step
        if step not in shown and (best := next((item for item in rest if item.step is step), None))
    ]
    return (
        *top,
        *best_of_step,
        *(item for item in rest if item not in best_of_step),
        *(item for item in found if item.is_quiet),
    )


def _recommendation(
    candidate: Candidate,
    reasons: tuple[Message, ...],
    facts: Facts,
    notes: _Notes,
) -> Recommendation:
    action = candidate.action
    waiting = next((step for step in facts.steps if step.step is action.step and step.prepare_first), None)
    named = {"skills": _skills(candidate, facts), "partner": partner_fact(action, candidate.partners)}
    decision = notes.decisions.get(action.id)
    basis = basis_of(candidate, facts, prepare_first=waiting is not None)
    return Recommendation(
        id=action.id,
        reference=action.id,
        step=action.step,
        cell=action.cell,
        timing=action.timing,
        decision=_prepare(action.id, waiting) if waiting else Message(f"action.{action.id}.decision", named),
        why=reasons,
        if_not=if_not(candidate),
        needs=uris((*candidate.needs, *candidate.plans)),
        partners=tuple(partner.id for partner in candidate.partners),
        prerequisites=candidate.prerequisites,
        first_step=_first_step(candidate, named),
        cost=action.cost,
        go_if=Message("advice.prepare_first.go_if") if waiting else Message(f"action.{action.id}.go_if"),
        stop_if=Message(f"action.{action.id}.stop_if"),
        practice=fitting_practice(candidate, facts.catalogue, facts.snapshot.practices),
        ask_funder=_measures(action.id, facts.catalogue),
        kpi=Message(f"action.{action.id}.kpi"),
        unknown=unknown(candidate, facts),
        score=candidate.score,
        factors=candidate.factors,
        prepare_first=waiting is not None,
        answer=decision.answer if decision else None,
        answer_reason=decision.reason if decision else None,
        working=working(candidate, notes.largest, facts),
        basis=basis,
        changed=_changed(decision, basis, action.id, facts),
        plan=notes.plans.get(action.id),
    )


def _changed(
    decision: RecommendationDecision | None, now: Basis, reference: RefId, facts: Facts
) -> tuple[Message, ...]:
    """Return what changed since a recommendation was decided about. Without the facts of then nothing is said."""
    if decision is None or decision.basis is None:
        return ()
    if decision.answer is RecommendationAnswer.ACCEPTED:
        return fate_of_action(decision.basis, reference, facts)
    return changes_since(decision.basis, now, facts)


def _prepare(reference: RefId, waiting: StepResult) -> Message:
    """Return the small decision of a step that must wait: its first step only, and the first things to prepare."""
    missing: tuple[Fact, ...] = tuple(Term(f"indicator.{key}.name") for key in waiting.prepare[:NAMED_MISSING])
    return message("advice.prepare_first.decision", action=Term(f"action.{reference}.title"), missing=missing)


def _first_step(candidate: Candidate, named: Mapping[str, Fact]) -> Message:
    """Return the catalogue's first step; where nobody is recorded to take it with, finding a partner comes first."""
    action = candidate.action
    if action.cell.scope is not Scope.ALONE and not candidate.partners:
        return message("advice.find_partner", types=kinds_fact(action.partner_types))
    return Message(f"action.{action.id}.first_step", named)


def _skills(candidate: Candidate, facts: Facts) -> Fact:
    """Return the skills a decision is about; an action that serves a step begins with the most urgent ones."""
    named = candidate.needs or candidate.plans
    if not named and candidate.action.serves_step:
        urgent = sorted(facts.needs, key=lambda need: (-need.weight, need.result.is_group, need.result.uri))
        named = tuple(without_overlap(need.result for need in urgent))[:NAMED_NEEDS]
    return skills_fact(named) if named else Term("advice.skills_to_agree")


def fitting_practice(candidate: Candidate, catalogue: Catalogue, own: Iterable[OwnPractice] = ()) -> str | None:
    """Return the practice of the same cell that shares most kinds of partner, else ``None``: its key, or id if own.

    The kinds are those of the partners named, or of the action where none is recorded. Of equal ones the cluster's own
    come first, for the board knows them; then in table order. What is done alone fits what was done alone.
    """
    kinds = {kind_of(partner) for partner in candidate.partners} or set(candidate.action.partner_types)
    cell = candidate.action.cell
    of_cell: list[tuple[str, set[PartnerType]]] = [(one.id, set(one.partner_types)) for one in own if one.cell == cell]
    of_cell += [(practice.key, set(practice.partner_types)) for practice in catalogue.practices_in(cell)]
    fitting = [(key, found) for key, found in of_cell if kinds & found or not (kinds or found)]
    return max(fitting, key=lambda entry: len(kinds & entry[1]))[0] if fitting else None


def _measures(reference: RefId, catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(measure.key for measure in catalogue.measures if reference in measure.actions)


def _latest(decisions: Iterable[RecommendationDecision]) -> dict[str, RecommendationDecision]:
    """Return the last decision about each recommendation; one without a time counts as the earliest.

    Of two at the same moment the later one of the file counts.
    """
    ordered = sorted(decisions, key=lambda entry: in_utc(entry.decided_at or _NEVER))
    return {decision.recommendation: decision for decision in ordered}
