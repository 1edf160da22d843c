"""Changes of plans: what a board fills in on a card, milestones and dependencies of actions, the days a team has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.errors import FastmapError
from fastmap.model.actions import Action
from fastmap.model.ids import ActionId
from fastmap.model.messages import Fact
from fastmap.model.planning import ActionPlan, DecisionPlan, TeamCapacity
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDecision(Change):
    """Fill in a card: who, by when, staff days, money, and whether it goes into the board paper."""

    name: ClassVar[str] = "plan_decision"
    plan: DecisionPlan

    def apply(self, records: Records) -> None:
        """Save the plan, or remove it where nothing is left in it. Raises `FastmapError` for figures below 0."""
        _refuse_negative(self.plan.days, self.plan.money)
        if self.plan.is_blank:
            records.remove(DecisionPlan, self.plan.recommendation)
        else:
            records.save(self.plan)

    def facts(self) -> Mapping[str, Fact]:
        """Return which recommendation."""
        return {"recommendation": self.plan.recommendation}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAction(Change):
    """Change the milestones, the dependencies or the staff days of an action."""

    name: ClassVar[str] = "plan_action"
    plan: ActionPlan

    def apply(self, records: Records) -> None:
        """Save the plan, or remove it where nothing is left in it.

        Dates that conflict and circles are saved: the roadmap says so in words. Raises `FastmapError` for an action
        that is gone, a milestone without a title, or days below 0.
        """
        if records.get(Action, self.plan.action) is None:
            raise FastmapError("action_not_in_file", action=self.plan.action)
        _refuse_negative(self.plan.staff_days)
        if any(not milestone.title.strip() for milestone in self.plan.milestones):
            raise FastmapError("milestone_empty")
        save_plan(records, self.plan)

    def facts(self) -> Mapping[str, Fact]:
        """Return which action."""
        return {"action": self.plan.action}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTeamCapacity(Change):
    """Say how many days a year the team has for actions, or that nobody knows."""

    name: ClassVar[str] = "set_team_capacity"
    capacity: TeamCapacity | None

    def apply(self, records: Records) -> None:
        """Save or remove the figure. Raises `FastmapError` for days below 0."""
        if self.capacity is None:
            records.remove(TeamCapacity, 1)
            return
        _refuse_negative(self.capacity.staff_days)
        records.save(self.capacity)


def save_plan(records: Records, plan: ActionPlan) -> None:
    """Save the plan of an action, or remove it where nothing is left in it."""
    if plan.is_blank:
        records.remove(ActionPlan, plan.action)
    else:
        records.save(plan)


def forget_plans(records: Records, gone: tuple[ActionId, ...]) -> None:
    """Remove the plans of actions that go, and let nothing wait for them any more."""
    for action in gone:
        records.remove(ActionPlan, action)
    for plan in records.find(ActionPlan):
        left = tuple(action for action in plan.after if action not in gone)
        if left != plan.after:
            save_plan(records, replace(plan, after=left))


def _refuse_negative(*figures: float | None) -> None:
    if any(figure is not None and figure < 0 for figure in figures):
        raise FastmapError("figure_negative")
