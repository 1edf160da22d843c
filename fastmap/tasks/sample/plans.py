"""Plans of the sample: milestones, dependencies and days of actions, and what was filled in on decisions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastmap.changes.base import Change
from fastmap.changes.planning import PlanAction, PlanDecision, SetTeamCapacity
from fastmap.model.choices import MilestoneState
from fastmap.model.ids import ActionId
from fastmap.model.planning import ActionPlan, DecisionPlan, Milestone, TeamCapacity
from fastmap.tasks.sample.organisations import actions
from fastmap.tasks.sample.tables import toml


def plans() -> Iterator[Change]:
    """Yield the changes that record them."""
    entries = toml("roadmap.toml")
    ids = {action.title: action.id for action in actions()}
    yield SetTeamCapacity(capacity=TeamCapacity(staff_days=entries["capacity_days"]))
    for entry in entries["action"]:
        yield PlanAction(plan=_plan(entry, ids))
    for entry in entries["decision"]:
        yield PlanDecision(plan=DecisionPlan(**entry))


def _plan(entry: dict[str, Any], ids: dict[str, ActionId]) -> ActionPlan:
    return ActionPlan(
        action=ids[entry["title"]],
        staff_days=entry.get("staff_days"),
        milestones=tuple(
            Milestone(title=one["title"], due=one["due"], state=MilestoneState(one["state"]))
            for one in entry.get("milestones", ())
        ),
        after=tuple(ids[title] for title in entry.get("after", ())),
    )
