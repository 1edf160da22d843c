"""The sentences of a recommendation: why, what happens otherwise, and what is not known. Every line states a fact.

Reasons come from accepted answers, recorded partners and actions, and indicators; nothing is assumed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fastmap.advice.candidates import Candidate, missed_indicators
from fastmap.advice.facts import Facts
from fastmap.advice.needs import skill_fact
from fastmap.advice.partners import kinds_fact
from fastmap.catalogue.definitions import ReferenceAction
from fastmap.model.choices import ActorState, Consequence, CoverageStatus, Evidence, Scope, Verdict
from fastmap.model.messages import Fact, Message, Name, Share, Term, message
from fastmap.model.results import SkillResult

_GAPS: Final = {
    CoverageStatus.NOBODY,
    CoverageStatus.TOO_SMALL,
    CoverageStatus.DOES_NOT_FIT,
    CoverageStatus.INTRODUCTION,
}


def why(candidate: Candidate, facts: Facts) -> tuple[Message, ...]:
    """Return the recorded facts that speak for the action; empty if there are none."""
    lines: list[Message] = []
    for place, need in enumerate(candidate.needs):
        lines += _of_need(need, with_figures=place == 0)
    lines += [_of_plan(plan) for plan in candidate.plans]
    lines += [_not_met(key, facts) for key in missed_indicators(candidate.action, facts)]
    lines += _missing_actors(candidate.action, facts)
    if _is_known_to_be_empty(candidate.action, facts):
        cell = candidate.action.cell
        scope, complexity = Term(f"scope.{cell.scope.value}"), Term(f"complexity.{cell.complexity.value}")
        lines.append(message("advice.why.empty_cell", scope=scope, complexity=complexity))
    return tuple(lines)


def _not_met(key: str, facts: Facts) -> Message:
    """Return that an indicator misses its target, with the target that holds."""
    indicator = facts.indicator(key)
    assert indicator is not None  # it was found among the steps
    target: Fact = Share(indicator.target) if indicator.unit == "share" else round(indicator.target)
    return message(f"indicator.{key}.not_met", target=target)


def _of_plan(plan: SkillResult) -> Message:
    users = plan.quantities.users
    if not users:
        return message("advice.why.plans.asked_for_by_nobody", skill=skill_fact(plan))
    return message("advice.why.strategic", skill=skill_fact(plan), count=users)


def _of_need(need: SkillResult, *, with_figures: bool) -> Iterator[Message]:
    """Yield who speaks for a need; its figures too where asked: one need in full is enough for a board."""
    skill, verdict = skill_fact(need), need.imbalance.verdict
    if verdict is Verdict.OVER_QUALIFICATION:
        yield message("advice.why.unused", skill=skill, count=int(need.imbalance.figures.get("unused") or 0))
        return
    word: Fact = Term(f"verdict.{verdict.value}")
    if need.imbalance.override_reason is not None:
        word = message("advice.set_by_hand", verdict=word)
    yield message("advice.why.firms", skill=skill, count=need.quantities.users, verdict=word)
    if with_figures:
        yield from _figures(need)
    if need.coverage.status in _GAPS:
        yield message(f"advice.why.coverage.{need.coverage.status.value}", skill=skill)


def _figures(need: SkillResult) -> Iterator[Message]:
    quantities = need.quantities
    if quantities.short_12m:
        yield message("advice.why.people_12m", skill=skill_fact(need), count=quantities.short_12m)
    elif quantities.short_now:
        yield message("advice.why.people_now", skill=skill_fact(need), count=quantities.short_now)
    if failed := round((quantities.scarcity or 0) * quantities.tried_hires):
        yield message("advice.why.hires", skill=skill_fact(need), count=failed, tried=quantities.tried_hires)


def _missing_actors(action: ReferenceAction, facts: Facts) -> Iterator[Message]:
    """Yield the kinds of partner that an invitation is about and that nobody recorded in the cluster."""
    if not action.invites or not (facts.snapshot.partners or facts.snapshot.members):
        return
    for actor in facts.ecosystem.actors:
        if actor.type in action.partner_types and actor.state is not ActorState.MEMBER:
            yield message("advice.why.actor", type=Term(f"partner_type.{actor.type.value}"))


def _is_known_to_be_empty(action: ReferenceAction, facts: Facts) -> bool:
    return action.in_typology and bool(facts.snapshot.actions) and not facts.is_started(action.cell)


def if_not(candidate: Candidate) -> tuple[Message, ...]:
    """Return what firms said would happen without the needs that the action names, worst first."""
    lines = []
    for need in candidate.needs:
        said = tuple(
            message("advice.said", count=count, consequence=Term(f"consequence.{consequence.value}"))
            for consequence in Consequence
            if (count := need.quantities.consequences.get(consequence.value, 0))
        )
        if said:
            lines.append(message("advice.if_not", skill=skill_fact(need), said=said))
    return tuple(lines)


def unknown(candidate: Candidate, facts: Facts) -> tuple[Message, ...]:
    """Return what is not known and could change the decision."""
    return (
        *(line for need in candidate.needs for line in _unknown_of_need(need)),
        *_unknown_of_partners(candidate),
        *(
            message("advice.unknown.condition", condition=Term(f"condition.{entry.key}"))
            for entry in candidate.prerequisites
            if entry.met is None
        ),
        *_unknown_indicators(candidate.action, facts),
        *_low_response(facts),
    )


def _unknown_of_need(need: SkillResult) -> Iterator[Message]:
    skill = skill_fact(need)
    if need.imbalance.evidence is Evidence.INDICATIVE:
        yield message("advice.unknown.evidence", skill=skill)
    if need.imbalance.sensitive:
        yield message("advice.unknown.sensitive", skill=skill)
    if need.quantities.unknown.short_12m:
        yield message("advice.unknown.short_12m", skill=skill, count=need.quantities.unknown.short_12m)
    if need.quantities.users and not sum(need.quantities.consequences.values()):
        yield message("advice.unknown.consequence", skill=skill)
    if need.coverage.places_unknown:
        yield message("advice.unknown.places", skill=skill, count=need.coverage.places_unknown)
    if need.coverage.status is CoverageStatus.UNKNOWN and not need.coverage.places_unknown:
        yield message("advice.unknown.coverage", skill=skill)


def _unknown_of_partners(candidate: Candidate) -> Iterator[Message]:
    if candidate.action.cell.scope is Scope.ALONE:
        return
    if not candidate.partners:
        yield message("advice.unknown.partner", types=kinds_fact(candidate.action.partner_types))
    for partner in candidate.partners:
        if partner.stage is None:
            yield message("advice.unknown.stage", partner=Name("partner", partner.id, partner.name))


def _unknown_indicators(action: ReferenceAction, facts: Facts) -> Iterator[Message]:
    for key in action.moves:
        indicator = facts.indicator(key)
        if indicator is not None and indicator.met is None:
            yield Message(f"indicator.{key}.unknown")


def _low_response(facts: Facts) -> Iterator[Message]:
    quality = facts.quality
    if quality.response_rate is not None and quality.response_rate < facts.catalogue.rules.warn_low_response:
        yield message("advice.unknown.response", answered=quality.answered, count=quality.asked)
