"""The roadmap and what it costs, as JSON of the contract."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

from fastmap.advice.costs import CostLine, Costs
from fastmap.advice.roadmap import Roadmap, RoadmapEntry
from fastmap.model.planning import Milestone
from fastmap.report.contract_names import Json, Names, iso
from fastmap.texts import Texts


def roadmap_json(
    found: Roadmap,
    names: Names,
    *,
    anonymous: bool,
) -> Json:
    """Return the roadmap; an anonymous edition names no owners, partners and milestones."""
    return {
        "on": found.today.isoformat(),
        "late": found.late,
        "without_owner": None if anonymous else found.ownerless,
        "capacity_days": found.capacity,
        "years": [
            {
                "year": load.year,
                "staff_days": round(load.staff_days, 1),
                "actions_known": load.known,
                "actions_unknown": load.unknown,
            }
            for load in found.years
        ],
        "actions": [
            {
                **_entry(entry, found, names.texts),
                "title": names.title(entry.action.title, entry.action.reference),
                "owner": entry.action.owner,
                "partners": [] if anonymous else names.partners(entry.action.partners),
            }
            for entry in found.entries
        ],
    }


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


def _entry(entry: RoadmapEntry, found: Roadmap, texts: Texts) -> Json:
    action = entry.action
    return {
        "id": action.id,
        "reference": action.reference,
        "status": action.status,
        "horizon": entry.horizon,
        "start": iso(action.start),
        "end": iso(action.end),
        "staff_days": entry.plan.staff_days,
        "after": [other for other in entry.plan.after if other in found.titles],
        "milestones": [_milestone(one, found.today) for one in entry.plan.milestones],
        "late": entry.is_late,
        "attention": [texts.say(flag) for flag in entry.flags],
    }


def _milestone(milestone: Milestone, today: date) -> Json:
    return {
        "title": milestone.title or None,
        "due": iso(milestone.due),
        "state": milestone.state,
        "late": milestone.is_late(today),
    }
