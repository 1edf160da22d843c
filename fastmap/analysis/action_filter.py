"""A look at some of the actions only: which ones match what is asked. A view, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fastmap.catalogue.definitions import Catalogue
from fastmap.model.actions import Action
from fastmap.model.choices import ActionStatus, Step, Timing
from fastmap.model.ids import PartnerId, SkillUri
from fastmap.model.normalise import text_key

NOBODY: Final = ""
"""As owner: actions that have nobody in charge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFilter:
    """What actions are asked; ``None`` asks nothing. All that is asked must hold."""

    timing: Timing | None = None
    status: ActionStatus | None = None
    owner: str | None = None
    """In whatever spelling, or `NOBODY`."""
    step: Step | None = None
    """The step of the action of the framework that it follows; actions of the cluster's own have none."""
    skill: SkillUri | None = None
    partner: PartnerId | None = None

    def __bool__(self) -> bool:
        """Whether anything is asked."""
        return self != ActionFilter()

    def passes(self, action: Action, catalogue: Catalogue) -> bool:
        """Say whether ``action`` matches."""
        return (
            (self.timing is None or self.timing in action.timing)
            and (self.status is None or self.status is action.status)
            and (self.owner is None or text_key(self.owner) == text_key(action.owner or NOBODY))
            and (self.step is None or self.step is step_of(action, catalogue))
            and (self.skill is None or self.skill in action.skills)
            and (self.partner is None or self.partner in action.partners)
        )


def step_of(action: Action, catalogue: Catalogue) -> Step | None:
    """Return the step that the action of the framework belongs to, or ``None`` for one of the cluster's own."""
    reference = None if action.reference is None else catalogue.actions.get(action.reference)
    return None if reference is None else reference.step
