"""Actions of the cluster for an anonymous edition: on the grid, in the roadmap, and those to keep and deepen."""

from __future__ import annotations

from dataclasses import replace

from fastmap.model.actions import Action
from fastmap.model.ids import ActionId
from fastmap.model.planning import ActionPlan
from fastmap.model.privacy import FreeText
from fastmap.model.results import GridCell, KeepAndDeepen
from fastmap.report.anonymous_edition import AnonymousEdition
from fastmap.report.masking import FREE_WORDS
from fastmap.report.protected_skills import ShownSkills


class ProtectedActions:
    """Actions under the codes of one edition, without owners and words that name a member."""

    def __init__(self, edition: AnonymousEdition, shown: ShownSkills) -> None:
        self._edition = edition
        self._shown = shown
        self.titles_withheld = 0
        """Actions on the grid whose title named a member."""

    def action(self, action: Action) -> Action:
        """Return an action without owner, evidence and words that name a member."""
        title = self._edition.free_text(action.title)
        return replace(
            action,
            id=self._edition.action_codes[action.id],
            title=title or "",
            owner=None,
            partners=self._edition.coded(action.partners),
            skills=self._shown.recorded(action.skills),
            funding=self._edition.free_text(action.funding),
            note=self._edition.cleared_text(FreeText.ACTION_NOTE, action.id, action.note),
            evidence=(),
        )

    def plans(self) -> tuple[ActionPlan, ...]:
        """Return plans of actions without the words of milestones: they may name owners and partners."""
        codes = self._edition.action_codes
        return tuple(
            replace(
                plan,
                action=codes[plan.action],
                milestones=tuple(replace(milestone, title="") for milestone in plan.milestones),
                after=tuple(codes[action] for action in plan.after if action in codes),
            )
            for plan in self._edition.results.snapshot.action_plans
            if plan.action in codes
        )

    def cell(self, cell: GridCell) -> GridCell:
        """Return a cell of the grid with its actions; counts their titles that are withheld."""
        self.titles_withheld += sum(self._edition.free_text(action.title) is None for action in cell.actions)
        warnings = {
            self._edition.action_codes[action]: masked
            for action, found in cell.warnings.items()
            if (masked := self._edition.mask.sentences(found))
        }
        return replace(cell, actions=tuple(self.action(action) for action in cell.actions), warnings=warnings)

    def keep(self, item: KeepAndDeepen) -> KeepAndDeepen:
        """Return a running action with the needs that it could serve."""
        return replace(
            item,
            action=self._edition.action_codes.get(item.action, ActionId("")),
            title=self._edition.free_text(item.title) or "",
            needs=self._shown.told(item.needs),
            advice=self._edition.mask.sentence(item.advice) or FREE_WORDS,
        )
