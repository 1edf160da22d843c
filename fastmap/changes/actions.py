"""Changes of one action of the cluster, as a person makes them on the grid. Lists of actions: `SaveActions`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.changes.skills import save_skills
from fastmap.errors import FastmapError
from fastmap.model.actions import Action, Cell
from fastmap.model.ids import ActionId
from fastmap.model.skills import Skill
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAction(Change):
    """Put a new action on the grid."""

    name: ClassVar[str] = "add_action"
    action: Action

    def apply(self, records: Records) -> None:
        """Save the action."""
        records.save(self.action)


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveAction(Change):
    """Place an action in another cell of the grid."""

    name: ClassVar[str] = "move_action"
    action: ActionId
    cell: Cell

    def apply(self, records: Records) -> None:
        """Save the action in its new cell; everything else about it stays. Raises `FastmapError` if it is gone."""
        records.save(replace(_in_file(records, self.action), cell=self.cell))


@dataclass(frozen=True, slots=True, kw_only=True)
class EditAction(Change):
    """Change what is recorded about an action."""

    name: ClassVar[str] = "edit_action"
    action: Action
    skills: tuple[Skill, ...] = ()
    """Skills that the action names and the file may not hold yet."""

    def apply(self, records: Records) -> None:
        """Save skills, then the action. Raises `FastmapError` if it is gone."""
        _in_file(records, self.action.id)
        save_skills(records, self.skills)
        records.save(self.action)


def _in_file(records: Records, action: ActionId) -> Action:
    known = records.get(Action, action)
    if known is None:
        raise FastmapError("action_not_in_file", action=action)
    return known
