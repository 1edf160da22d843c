"""What a board may decide: recommendations, what just missed being one, and running actions to deepen."""

from __future__ import annotations

from dataclasses import dataclass

from fastmap.model.actions import Cell
from fastmap.model.choices import RecommendationAnswer, Step, Timing
from fastmap.model.ids import ActionId, PartnerId, RefId, SkillUri
from fastmap.model.messages import Message
from fastmap.model.planning import Basis, DecisionPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class Prerequisite:
    """Something that should be in place first; ``met`` is ``None`` if not known."""

    key: str
    met: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CostRange:
    """Staff days and money (euro) from the catalogue's range."""

    days_low: float
    days_high: float
    money_low: float
    money_high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Factors:
    """Why a recommendation stands where it stands: each 0–1, order = product."""

    impact: float
    feasibility: float
    gap: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """A decision that a board can take."""

    id: str
    """Stable: reference id, and the skill or partner it is about where that distinguishes it."""
    reference: RefId
    step: Step
    cell: Cell
    timing: tuple[Timing, ...]
    decision: Message
    why: tuple[Message, ...]
    if_not: tuple[Message, ...]
    needs: tuple[SkillUri, ...]
    """Skills and groups it would serve, best first."""
    partners: tuple[PartnerId, ...]
    prerequisites: tuple[Prerequisite, ...]
    first_step: Message
    cost: CostRange
    go_if: Message
    stop_if: Message
    practice: str | None
    """Key of a practice with the same cell *and* kind of partner, or id of one of the cluster's own; else ``None``."""
    ask_funder: tuple[str, ...]
    """Keys of the measures to ask for (section 5)."""
    kpi: Message
    unknown: tuple[Message, ...]
    score: float
    factors: Factors
    prepare_first: bool = False
    answer: RecommendationAnswer | None = None
    answer_reason: str | None = None
    working: tuple[Message, ...] = ()
    """The factors with their parts and the figures behind them: impact, feasibility, gap."""
    basis: Basis | None = None
    """The facts that it rests on now, to be kept with a decision."""
    changed: tuple[Message, ...] = ()
    """What changed since it was decided about; not empty: it is back on the table."""
    plan: DecisionPlan | None = None
    """What a board filled in on its card."""
    after: RefId | None = None
    """The invitation that it supports and stands behind, although its own score is higher."""

    @property
    def planned_cost(self) -> CostRange:
        """The catalogue's range, with the figures that a board filled in instead of it."""
        days, money = (self.plan.days, self.plan.money) if self.plan else (None, None)
        return CostRange(
            days_low=self.cost.days_low if days is None else days,
            days_high=self.cost.days_high if days is None else days,
            money_low=self.cost.money_low if money is None else money,
            money_high=self.cost.money_high if money is None else money,
        )

    @property
    def is_quiet(self) -> bool:
        """True if it was put off or refused, and none of its facts changed since."""
        put_aside = self.answer in (RecommendationAnswer.LATER, RecommendationAnswer.NO)
        return put_aside and not self.changed

    @property
    def is_decided(self) -> bool:
        """True if an answer holds: nobody needs to ask again."""
        return self.answer is not None and not self.changed


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """A candidate that stands on no card, and the one condition that keeps it down."""

    reference: RefId
    cell: Cell
    score: float
    place: int | None
    """Its place by score among what can be taken now; ``None``: it is not among them."""
    kind: str
    """``prerequisite``, ``partner_missing``, ``partner_stage``, ``cell``, ``prepare``, ``impact``, ``no_fact``,
    ``supports``, ``decided`` or ``planned``."""
    condition: Message
    score_then: float | None = None
    """Its score if the condition alone were fulfilled; ``None`` where no single condition lifts it."""
    place_then: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepAndDeepen:
    """An action already running, with what it serves and what would deepen it."""

    action: ActionId
    title: str
    reference: RefId | None
    cell: Cell
    needs: tuple[SkillUri, ...]
    """Top skills it could serve that it does not name yet, best first."""
    advice: Message
