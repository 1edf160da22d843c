"""What the cluster does, what it answered about itself, and what it decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from fastmap.model.choices import (
    ActionStatus,
    ChecklistState,
    Complexity,
    RecommendationAnswer,
    Scope,
    Timing,
)
from fastmap.model.ids import ActionId, PartnerId, RefId, SkillUri
from fastmap.model.planning import Basis


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the 3 × 2 typology grid; its key is ``scope/complexity``."""

    scope: Scope
    complexity: Complexity

    @property
    def key(self) -> str:
        """The key used in files and JSON, for example ``regional/low_medium``."""
        return f"{self.scope}/{self.complexity}"


ALL_CELLS: tuple[Cell, ...] = tuple(Cell(scope, complexity) for scope in Scope for complexity in Complexity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something the cluster does, plans or did about skills."""

    id: ActionId
    title: str
    cell: Cell
    reference: RefId | None = None
    """One of the catalogue's reference actions, or ``None`` for an own action."""
    timing: tuple[Timing, ...] = ()
    status: ActionStatus = ActionStatus.IDEA
    owner: str | None = None
    partners: tuple[PartnerId, ...] = ()
    skills: tuple[SkillUri, ...] = ()
    start: date | None = None
    end: date | None = None
    budget: float | None = None
    """In euro."""
    funding: str | None = None
    note: str | None = None
    evidence: tuple[str, ...] = ()
    """Links or words that show what was done, one entry each."""

    @property
    def ends_before_start(self) -> bool:
        """Whether both dates are known and cannot be right."""
        return self.start is not None and self.end is not None and self.end < self.start

    @property
    def lacks_partner(self) -> bool:
        """Whether it is a collaboration that names nobody to do it with."""
        return self.cell.scope is not Scope.ALONE and not self.partners


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorAnswer:
    """A step indicator that no data can tell and a person recorded, such as taking part in S3 forums."""

    key: str
    value: float
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorTarget:
    """A target that the cluster chose for a step indicator in place of the catalogue's."""

    key: str
    target: float
    """In the indicator's unit: a count, or 0–1 for a share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistAnswer:
    """One item of the partnership checklist with its evidence."""

    item: str
    state: ChecklistState
    evidence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationDecision:
    """The manager's answer to a recommendation and why."""

    recommendation: str
    """`fastmap.model.results.Recommendation.id`."""
    answer: RecommendationAnswer
    reason: str | None = None
    decided_at: datetime | None = None
    basis: Basis | None = None
    """The facts at that moment; ``None``: decided with a version that did not keep them."""
