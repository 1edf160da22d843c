"""The roadmap and what was filled in on decisions, as JSON of the contract."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

from fastmap.advice.roadmap import Roadmap, RoadmapEntry
from fastmap.model.actions import Action
from fastmap.model.ids import PartnerId
from fastmap.model.planning import DecisionPlan, Milestone
from fastmap.model.results import NearMiss
from fastmap.texts import Texts

Json: TypeAlias = dict[str, Any]


def roadmap_json(
    found: Roadmap,
    texts: Texts,
    *,
    anonymous: bool,
    title_of: Callable[[Action], str],
    partner_of: Callable[[PartnerId], Json],
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
                **_entry(entry, found, texts),
                "title": title_of(entry.action),
                "owner": entry.action.owner,
                "partners": [] if anonymous else [partner_of(partner) for partner in entry.action.partners],
            }
            for entry in found.entries
        ],
    }


def _entry(entry: RoadmapEntry, found: Roadmap, texts: Texts) -> Json:
    action = entry.action
    return {
        "id": action.id,
        "reference": action.reference,
        "status": action.status,
        "horizon": entry.horizon,
        "start": _iso(action.start),
        "end": _iso(action.end),
        "staff_days": entry.plan.staff_days,
        "after": [other for other in entry.plan.after if other in found.titles],
        "milestones": [_milestone(one, found.today) for one in entry.plan.milestones],
        "late": entry.is_late,
        "attention": [texts.say(flag) for flag in entry.flags],
    }


def _milestone(milestone: Milestone, today: date) -> Json:
    return {
        "title": milestone.title or None,
        "due": _iso(milestone.due),
        "state": milestone.state,
        "late": milestone.is_late(today),
    }


def plan_json(plan: DecisionPlan | None) -> Json | None:
    """Return what was filled in on a decision; ``None`` where nothing was."""
    if plan is None:
        return None
    return {
        "owner": plan.owner,
        "due": _iso(plan.due),
        "days": plan.days,
        "money": plan.money,
        "board_paper": plan.on_paper,
    }


def near_miss_json(item: NearMiss, texts: Texts) -> Json:
    """Return why a candidate stands on no card."""
    return {
        "reference": item.reference,
        "title": texts.term(f"action.{item.reference}.title"),
        "cell": item.cell.key,
        "score": item.score,
        "place": item.place,
        "kind": item.kind,
        "condition": texts.say(item.condition),
        "score_then": item.score_then,
        "place_then": item.place_then,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
