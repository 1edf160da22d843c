"""What a person types about an action on the roadmap: owner, dates, days, milestones, and what it waits for."""

from __future__ import annotations

from dataclasses import replace

from fastmap.changes import EditAction, PlanAction
from fastmap.changes.base import Change
from fastmap.model.choices import MilestoneState
from fastmap.model.ids import ActionId
from fastmap.model.planning import ActionPlan, Milestone, TeamCapacity
from fastmap.model.snapshot import Snapshot
from fastmap.tasks.decision_plans import day_from, figure_from, one_line
from fastmap.tasks.typed import NotUnderstoodError


def plan_of(snapshot: Snapshot, action: ActionId) -> ActionPlan:
    """Return the plan of an action; an empty one where nothing is filled in."""
    found = next((plan for plan in snapshot.action_plans if plan.action == action), None)
    return found or ActionPlan(action=action)


def with_field(snapshot: Snapshot, action: ActionId, field: str, typed: str) -> Change | None:
    """Return the change that sets one of the fields ``owner``, ``start``, ``end`` and ``staff_days`` as typed; ``None`` if nothing would be different.

    A blank makes it unknown. An end before the start is taken: the roadmap says so. Raises `NotUnderstoodError`.
    """
    text = one_line(typed)
    if field == "staff_days":
        plan = plan_of(snapshot, action)
        return _changed(plan, replace(plan, staff_days=figure_from(text)))
    known = next(one for one in snapshot.actions if one.id == action)
    match field:
        case "owner":
            after = replace(known, owner=text or None)
        case "start":
            after = replace(known, start=day_from(text, last=False))
        case "end":
            after = replace(known, end=day_from(text))
        case _:
            raise KeyError(field)
    return None if after == known else EditAction(action=after)


def with_milestone(snapshot: Snapshot, action: ActionId, title: str, due: str) -> Change | None:
    """Return the change that adds a milestone; ``None`` without a title. Raises `NotUnderstoodError` for the date."""
    plan, words = plan_of(snapshot, action), one_line(title)
    day = day_from(one_line(due))
    if not words:
        return None
    return PlanAction(plan=replace(plan, milestones=(*plan.milestones, Milestone(title=words, due=day))))


def with_milestone_cell(snapshot: Snapshot, action: ActionId, place: int, field: str, typed: str) -> Change | None:
    """Return the change that sets ``title``, ``due`` or ``state`` of a milestone. Raises `NotUnderstoodError`."""
    plan, text = plan_of(snapshot, action), one_line(typed)
    milestone = plan.milestones[place]
    match field:
        case "title":
            if not text:
                raise NotUnderstoodError
            after = replace(milestone, title=text)
        case "due":
            after = replace(milestone, due=day_from(text))
        case "state":
            after = replace(milestone, state=MilestoneState(text))
        case _:
            raise KeyError(field)
    every = (*plan.milestones[:place], after, *plan.milestones[place + 1 :])
    return _changed(plan, replace(plan, milestones=every))


def without_milestone(snapshot: Snapshot, action: ActionId, place: int) -> Change:
    """Return the change that removes a milestone."""
    plan = plan_of(snapshot, action)
    return PlanAction(plan=replace(plan, milestones=(*plan.milestones[:place], *plan.milestones[place + 1 :])))


def waiting_for(snapshot: Snapshot, action: ActionId, other: ActionId, *, waits: bool) -> Change | None:
    """Return the change that lets ``action`` wait for ``other``, or no longer; circles are taken, and named."""
    plan = plan_of(snapshot, action)
    left = tuple(one for one in plan.after if one != other)
    if waits and other not in plan.after:
        left = (*plan.after, other)
    elif waits:
        left = plan.after
    return _changed(plan, replace(plan, after=left))


def capacity_from(typed: str) -> TeamCapacity | None:
    """Return the days typed; ``None`` for a blank. Raises `NotUnderstoodError`."""
    days = figure_from(one_line(typed))
    return None if days is None else TeamCapacity(staff_days=days)


def _changed(before: ActionPlan, after: ActionPlan) -> Change | None:
    return None if after == before else PlanAction(plan=after)
