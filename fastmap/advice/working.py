"""How a place in the order came about: each factor with its parts and the figures behind it, as sentences."""

from __future__ import annotations

from typing import Final

from fastmap.advice.candidates import HIGHEST_STAGE, Candidate, contribution, missed_indicators
from fastmap.advice.facts import Facts
from fastmap.advice.needs import CountedNeed, skill_fact
from fastmap.model.choices import ActionStatus, Scope
from fastmap.model.messages import Message, Name, message

_STARTED: Final = frozenset({ActionStatus.RUNNING, ActionStatus.DONE})
_NAMED_PARTS: Final = 3


def working(candidate: Candidate, largest: float, facts: Facts) -> tuple[Message, ...]:
    """Return one sentence per factor: impact, feasibility, gap. ``largest``: the largest contribution of all."""
    return (_impact(candidate, largest, facts), _feasibility(candidate), _gap(candidate, facts))


def _impact(candidate: Candidate, largest: float, facts: Facts) -> Message:
    action = candidate.action
    points = contribution(action, facts)
    from_needs = points / largest if largest > 0 else 0.0
    if candidate.factors.impact > from_needs or not points:
        if not action.serves_step:
            return Message("advice.working.impact_none")
        moved = missed_indicators(action, facts, own_step_only=True)
        missed = [
            item for step in facts.steps if step.step is action.step for item in step.indicators if item.met is False
        ]
        weight = facts.catalogue.rules.step_impact_floor
        return message("advice.working.impact_step", moved=len(moved), count=len(missed), weight=weight)
    needs = sorted(
        (need for need in facts.needs if need.served_by(action) > 0),
        key=lambda need: (-need.served_by(action), need.result.is_group, need.result.uri),
    )
    parts = tuple(_part(need, candidate) for need in needs[:_NAMED_PARTS])
    key = "advice.working.impact_first" if len(needs) > _NAMED_PARTS else "advice.working.impact"
    return message(key, points=points, largest=largest, count=len(needs), parts=parts)


def _part(need: CountedNeed, candidate: Candidate) -> Message:
    fit = candidate.action.fit.get(need.verdict, 0.0)
    return message("advice.working.part", skill=skill_fact(need.result), priority=need.weight, fit=fit)


def _feasibility(candidate: Candidate) -> Message:
    total = len(candidate.prerequisites)
    met = sum(entry.met is True for entry in candidate.prerequisites)
    if candidate.action.cell.scope is Scope.ALONE:
        return message("advice.working.feasibility_alone", met=met, count=total)
    stage = candidate.fitting[0].partner.stage if candidate.fitting else None
    if candidate.action.invites and not stage:
        return message("advice.working.feasibility_invites", met=met, count=total)
    if not candidate.fitting:
        return message("advice.working.feasibility_nobody", met=met, count=total)
    best = candidate.fitting[0].partner
    name = Name("partner", best.id, best.name)
    if best.stage is None:
        return message("advice.working.feasibility_stage_unknown", met=met, count=total, partner=name)
    key = "advice.working.feasibility_known" if candidate.action.invites else "advice.working.feasibility"
    return message(key, met=met, count=total, partner=name, stage=best.stage, highest=HIGHEST_STAGE)


def _gap(candidate: Candidate, facts: Facts) -> Message:
    cell = candidate.action.cell
    started = sum(action.status in _STARTED for entry in facts.grid if entry.cell == cell for action in entry.actions)
    if not started:
        return Message("advice.working.gap_empty")
    return message("advice.working.gap_started", count=started)
