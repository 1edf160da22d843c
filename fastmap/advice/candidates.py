"""Weighing every action that does not run yet: impact × feasibility × gap, each 0–1, all of them kept.

Whoever asks "why not the other?" finds the factors of every candidate here, recommended or not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum

from fastmap.advice.conditions import is_in_place
from fastmap.advice.facts import Facts
from fastmap.advice.needs import named_needs, strategic_needs, without_overlap
from fastmap.advice.partners import FittingPartner, fitting_partners, named_partners
from fastmap.analysis.actors import types_inside
from fastmap.catalogue.definitions import ReferenceAction, Rules
from fastmap.model.choices import ActionStatus, Scope, Verdict
from fastmap.model.ids import RefId
from fastmap.model.organisations import Partner
from fastmap.model.results import Factors, Prerequisite, SkillResult

HIGHEST_STAGE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An action of the catalogue that does not run, with everything its place in the order rests on."""

    action: ReferenceAction
    needs: tuple[SkillResult, ...]
    """Needs that it names, most contributed first."""
    plans: tuple[SkillResult, ...]
    """Future gaps that it fits; they never move the order."""
    prerequisites: tuple[Prerequisite, ...]
    fitting: tuple[FittingPartner, ...]
    partners: tuple[Partner, ...]
    """Partners that it names."""
    factors: Factors

    @property
    def score(self) -> float:
        """The product of the factors, 0–1."""
        return self.factors.impact * self.factors.feasibility * self.factors.gap


def weigh(facts: Facts) -> tuple[Candidate, ...]:
    """Return every reference and *Broaden* action that does not run, best first; ties in catalogue order."""
    running = facts.references(ActionStatus.RUNNING)
    actions = [action for action in facts.catalogue.actions.values() if action.id not in running]
    largest = largest_contribution(facts)
    candidates = [_candidate(action, facts, largest) for action in actions]
    place = {reference: number for number, reference in enumerate(facts.catalogue.actions)}
    best_first = sorted(candidates, key=lambda candidate: (-candidate.score, place[candidate.action.id]))
    return tuple(_invitations_first(best_first, facts))


def _invitations_first(best_first: Sequence[Candidate], facts: Facts) -> Iterator[Candidate]:
    """Yield candidates with each invitation before the first that supports it, while a kind it invites is missing.

    To lower the fee or to explain the cluster helps an invitation and does not replace it (decision record 0246).
    """
    open_ones = {one.action.id: one for one in best_first if _misses_kinds(one.action, facts)}
    told: set[RefId] = set()
    for candidate in best_first:
        supported = open_ones.get(candidate.action.supports) if candidate.action.supports else None
        for one in (supported, candidate):
            if one is not None and one.action.id not in told:
                told.add(one.action.id)
                yield one


def _misses_kinds(action: ReferenceAction, facts: Facts) -> bool:
    """Say whether ``action`` invites kinds of partner of which one is not in the cluster yet."""
    return action.invites and not set(action.partner_types) <= types_inside(facts.snapshot)


def largest_contribution(facts: Facts) -> float:
    """Return the most that any action which does not run yet contributes; 0 without any."""
    running = facts.references(ActionStatus.RUNNING)
    actions = (action for action in facts.catalogue.actions.values() if action.id not in running)
    return max((contribution(action, facts) for action in actions), default=0.0)


def contribution(action: ReferenceAction, facts: Facts) -> float:
    """Return Σ priority × fit over the needs that count."""
    return fsum(need.served_by(action) for need in facts.needs)


def _candidate(action: ReferenceAction, facts: Facts, largest: float) -> Candidate:
    rules = facts.catalogue.rules
    needs = named_needs(action, facts.needs, rules)
    plans = tuple(without_overlap(_fitting_plans(action, facts)))
    fitting = fitting_partners(action, (*needs, *plans), facts.snapshot)
    prerequisites = tuple(Prerequisite(key=key, met=is_in_place(key, facts)) for key in action.prerequisites)
    return Candidate(
        action=action,
        needs=needs,
        plans=plans,
        prerequisites=prerequisites,
        fitting=fitting,
        partners=named_partners(action, fitting),
        factors=Factors(
            impact=impact(action, facts, largest),
            feasibility=feasibility(action, prerequisites, fitting, rules),
            gap=rules.gap_started if facts.is_started(action.cell) else rules.gap_empty,
        ),
    )


def _fitting_plans(action: ReferenceAction, facts: Facts) -> list[SkillResult]:
    fits = action.fit.get(Verdict.DEFICIT, 0.0) >= facts.catalogue.rules.named_fit
    return [*strategic_needs(facts.skills)] if fits else []


def impact(action: ReferenceAction, facts: Facts, largest: float) -> float:
    """Return the impact factor, 0–1: contribution / the largest of all candidates.

    An action that serves a step has at least ``step_impact_floor`` × the share of its step's indicators not met that
    it moves. Indicators that are not known count neither as met nor as not met.
    """
    from_needs = contribution(action, facts) / largest if largest > 0 else 0.0
    if not action.serves_step:
        return from_needs
    missed = missed_indicators(action, facts, own_step_only=True)
    all_missed = [
        item for step in facts.steps if step.step is action.step for item in step.indicators if item.met is False
    ]
    floor = facts.catalogue.rules.step_impact_floor * len(missed) / len(all_missed) if all_missed else 0.0
    return max(from_needs, floor)


def missed_indicators(action: ReferenceAction, facts: Facts, *, own_step_only: bool = False) -> tuple[str, ...]:
    """Return the indicators not met that the action helps to meet, in catalogue order."""
    return tuple(
        item.key
        for step in facts.steps
        if step.step is action.step or not own_step_only
        for item in step.indicators
        if item.met is False and item.key in action.moves
    )


def feasibility(
    action: ReferenceAction,
    prerequisites: tuple[Prerequisite, ...],
    fitting: tuple[FittingPartner, ...],
    rules: Rules,
) -> float:
    """Return the feasibility factor, 0–1: prerequisites met × closeness of the best fitting partner.

    A prerequisite that is not known does not count as met. A stage that is not recorded counts as 0, like no partner.
    Acting alone needs no partner. An invitation needs no relation yet, and one makes it easier (decision record 0246).
    """
    stage = (fitting[0].partner.stage or 0) if fitting else 0
    return feasibility_at(action, prerequisites, stage, rules)


def feasibility_at(action: ReferenceAction, prerequisites: tuple[Prerequisite, ...], stage: int, rules: Rules) -> float:
    """Return the feasibility factor as if the best fitting partner stood at ``stage`` (0–5)."""
    met = sum(entry.met is True for entry in prerequisites)
    share = met / len(prerequisites) if prerequisites else 1.0
    base = rules.feasibility_base + (1 - rules.feasibility_base) * share
    if action.cell.scope is Scope.ALONE:
        return base
    without = rules.invite_base if action.invites else rules.stage_base
    return base * (without + (1 - without) * stage / HIGHEST_STAGE)
