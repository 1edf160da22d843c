"""Need by kind and priority, who is missing, interests, costs and how figures are worked out, as JSON of the contract."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any, TypeAlias

from fastmap.advice.costs import CostLine, Costs
from fastmap.model.ids import PartnerId, SkillUri
from fastmap.model.interests import ProviderInterest
from fastmap.model.representation import Representation
from fastmap.model.results import SkillResult
from fastmap.model.specialisation import KindNeed, PriorityNeed, Specialisation
from fastmap.report.sections.figures import FigureTold
from fastmap.report.sections.second_sources import state_of

Json: TypeAlias = dict[str, Any]
Needs: TypeAlias = Callable[[Iterable[SkillUri]], list[Json]]
"""Names the skills behind some URIs."""


def specialisation_json(found: Specialisation, needs_of: Needs) -> Json:
    """Return the need by kind of skill and by priority."""

    def kind(need: KindNeed) -> Json:
        return {**asdict(need), "leading": needs_of(need.leading)}

    def priority(need: PriorityNeed) -> Json:
        return {**asdict(need), "leading": needs_of(need.leading)}

    return {
        "by_kind": [kind(need) for need in found.by_kind],
        "by_priority": [priority(need) for need in found.by_priority],
        "priorities_not_told": list(found.untold),
    }


def representation_json(found: Representation, needs_of: Needs) -> Json:
    """Return who is missing among the answers."""
    shift = found.shift
    return {
        "missing": [asdict(item) for item in found.missing],
        "shift": None
        if shift is None
        else {"skill": next(iter(needs_of([shift.skill])), None), "reach": shift.reach, "weighted": shift.weighted},
    }


def second_sources_json(items: Iterable[SkillResult], needs_of: Needs) -> list[Json]:
    """Return what second sources say of each conclusion."""
    return [
        {
            "skill": next(iter(needs_of([item.uri])), None),
            "verdict": item.imbalance.verdict,
            "state": state_of(item),
            "sources": [
                {"opinion": opinion, "source": source or None} for opinion, source in item.imbalance.second_sources
            ],
        }
        for item in items
    ]


def interests_json(interests: Iterable[ProviderInterest], partner_of: Callable[[PartnerId], Json]) -> list[Json]:
    """Return the interests of the partners named."""
    return [
        {**asdict(item), "partner": partner_of(item.partner), "decisions": list(item.decisions)} for item in interests
    ]


def costs_json(found: Costs, *, anonymous: bool) -> Json:
    """Return costs by source of money and horizon, in euro; an anonymous edition does not tell every source it knows."""

    def line(item: CostLine) -> Json:
        return {
            "funding": item.funding,
            "actions": item.actions,
            "without_budget": item.without_budget,
            "by_horizon": {str(horizon or "none"): money for horizon, money in item.by_horizon.items()},
            "budget": item.budget,
        }

    return {
        "budget": found.budget,
        "with_source": None if anonymous else found.sourced,
        "actions": found.actions,
        "without_budget": found.without_budget,
        "by_source": [line(item) for item in found.lines],
        "decisions": asdict(found.decisions),
    }


def figures_json(figures: Iterable[FigureTold]) -> list[Json]:
    """Return how each figure is worked out, in the language of the report."""
    return [item._asdict() for item in figures]
