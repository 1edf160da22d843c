"""Everything that advice looks at, gathered once."""

from __future__ import annotations

from dataclasses import dataclass

from fastmap.advice.needs import CountedNeed, counted_needs
from fastmap.analysis.references import followed
from fastmap.catalogue.definitions import Catalogue
from fastmap.model.actions import Cell
from fastmap.model.choices import ActionStatus
from fastmap.model.ids import RefId
from fastmap.model.results import Ecosystem, GridCell, Indicator, Quality, SkillResult, StepResult
from fastmap.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What was recorded and what was worked out from it so far."""

    snapshot: Snapshot
    catalogue: Catalogue
    quality: Quality
    skills: tuple[SkillResult, ...]
    groups: tuple[SkillResult, ...]
    ecosystem: Ecosystem
    grid: tuple[GridCell, ...]
    steps: tuple[StepResult, ...]
    needs: tuple[CountedNeed, ...]

    def references(self, *statuses: ActionStatus) -> frozenset[RefId]:
        """Return the reference actions that the cluster has in one of ``statuses``."""
        found = (followed(action, self.catalogue) for action in self.snapshot.actions if action.status in statuses)
        return frozenset(reference for reference in found if reference is not None)

    def indicator(self, key: str) -> Indicator | None:
        """Return a step's indicator by its key."""
        return next((item for step in self.steps for item in step.indicators if item.key == key), None)

    def is_started(self, cell: Cell) -> bool:
        """Say whether something runs, or was done, in ``cell``."""
        started = {ActionStatus.RUNNING, ActionStatus.DONE}
        return any(action.status in started for entry in self.grid if entry.cell == cell for action in entry.actions)


def gather(
    *,
    snapshot: Snapshot,
    catalogue: Catalogue,
    quality: Quality,
    skills: tuple[SkillResult, ...],
    groups: tuple[SkillResult, ...],
    ecosystem: Ecosystem,
    grid: tuple[GridCell, ...],
    steps: tuple[StepResult, ...],
) -> Facts:
    """Return the facts with the needs that count already chosen."""
    return Facts(
        snapshot=snapshot,
        catalogue=catalogue,
        quality=quality,
        skills=skills,
        groups=groups,
        ecosystem=ecosystem,
        grid=grid,
        steps=steps,
        needs=counted_needs(skills, groups, catalogue.rules),
    )
