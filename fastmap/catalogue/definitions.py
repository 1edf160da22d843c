"""What a catalogue holds, as frozen values. The data stands in ``resources/catalogue/*.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from fastmap.catalogue.team import TeamDefinition
from fastmap.catalogue.workshop import WorkshopDefinition
from fastmap.model.actions import Cell
from fastmap.model.choices import Complexity, Consequence, PartnerType, Scope, Step, Timing, Verdict
from fastmap.model.ids import KpiKey, RefId
from fastmap.model.kpis import KpiObjective, KpiUnit
from fastmap.model.results import CatalogueStamp, CostRange

MOST_COUNTED: Final = 1000.0
"""The largest target of an indicator that counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceAction:
    """One of the 17 actions of Figure 4 or a *Broaden* action.

    Texts: ``action.<id>.title``, ``.help``, ``.example``, ``.decision``, ``.first_step``, ``.go_if``, ``.stop_if``,
    ``.kpi``, ``.money``.
    """

    id: RefId
    cell: Cell
    timing: tuple[Timing, ...]
    step: Step
    fit: Mapping[Verdict, float]
    """How well it answers a verdict, 0–1; missing means 0."""
    serves_step: bool
    """True for actions that serve a step rather than a skill (X1–X5, C1, C2, D1, F1, F2)."""
    moves: tuple[str, ...]
    """Indicator keys that this action helps to meet."""
    prerequisites: tuple[str, ...]
    """Names of conditions, see `fastmap.model.facts`."""
    partner_types: tuple[PartnerType, ...]
    """Kinds of partner it is done with, best first; empty for actions done alone."""
    cost: CostRange
    source: str
    """Key of `Catalogue.sources`."""
    invites: bool = False
    """True if it is about partners that are not in the cluster yet (X1)."""
    supports: RefId | None = None
    """The invitation that it helps along, and stands behind while what that invites is missing (X2, X5)."""

    @property
    def in_typology(self) -> bool:
        """True for the 17 actions of Figure 4; false for *Broaden* actions, which fill no cell of it."""
        return not self.id.startswith("X")


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """An inspiring practice of Table 1. Texts: ``practice.<key>.name``, ``.what``."""

    key: str
    cell: Cell
    timing: tuple[Timing, ...]
    partner_types: tuple[PartnerType, ...]
    country: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorDefinition:
    """A step's indicator. Texts: ``indicator.<key>.name``, ``.met``, ``.not_met``, ``.unknown``, ``.source``, ``.record``."""

    key: str
    step: Step
    target: float
    unit: str
    """``count``, ``share`` or ``yes_no``."""
    recorded_by_hand: bool
    """True if only a person can tell (`fastmap.model.actions.IndicatorAnswer`)."""
    lower_is_better: bool = False
    """True if the target is the largest value allowed, not the smallest."""
    own_target: float | None = None
    """What the cluster chose in place of ``target``; always ``None`` in a catalogue as it was read."""

    @property
    def goal(self) -> float:
        """The target that holds: the cluster's own, or else the catalogue's."""
        return self.target if self.own_target is None else self.own_target

    def may_become(self, target: float) -> bool:
        """Say whether ``target`` can stand in place of the catalogue's: a share, or a whole number of what is counted.

        Between yes and no there is nothing to choose: such a target stays.
        """
        if self.unit == "share":
            return 0 <= target <= 1
        return self.unit == "count" and 0 <= target <= MOST_COUNTED and target == int(target)

    def is_met(self, value: float) -> bool:
        """Say whether ``value`` reaches the target that holds."""
        return value <= self.goal if self.lower_is_better else value >= self.goal


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A policy measure of section 5 to ask a funder for. Text: ``measure.<key>``."""

    key: str
    step: Step
    level: str
    """``regional`` (regional or national) or ``eu``."""
    actions: tuple[RefId, ...]
    """Reference actions it would pay for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiDefinition:
    """An indicator that a funder asks for. Texts: ``kpi.<key>.name``, ``.help``."""

    key: KpiKey
    objective: KpiObjective
    mandatory: bool
    unit: KpiUnit
    source: str
    """Key of `Catalogue.sources`."""
    adds_up: bool = True
    """True: entries of several periods are added; false: each tells the level reached, and the last one holds."""
    about_members: bool = False
    """True if the figure rests on member firms: anonymous editions then need to know on how many."""
    smes_only: bool = False
    """True if only small and medium-sized firms may be counted."""
    target: float | None = None
    """What the funder asks for at least, in the unit; ``None``: each project sets its own."""
    part_of: KpiKey | None = None
    """The indicator that this one is a part of."""
    share_target: float | None = None
    """Share (0–1) of ``part_of`` that the funder asks for at least."""
    beside: tuple[KpiKey, ...] = ()
    """Indicators under which the same organisations or people may be counted again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceRules:
    """From when the balance of the grid is said in words."""

    least_actions: int
    """Running or planned actions from which shares of them are said (3)."""
    lean_share: float
    """Share of them in one column from which the grid leans to it (.75)."""
    least_tied: int
    """Actions of a column that name a partner from which their dependence is said (2)."""
    tied_share: float
    """Share of those that rest on one and the same partner alone from which they depend on it (.75)."""
    named_skills: int
    """Urgent skills without an action that are named; the others are counted (3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Thresholds and weights of `domain.md`; their values stand in ``rules.toml`` only."""

    min_users: int
    """Users from which a skill is ranked and diagnosed by votes (3)."""
    supported_users: int
    """Users from which evidence is *supported* (5)."""
    balanced_share: float
    """Below this share of short users, and of hard hires, a skill is *balanced* (.30)."""
    min_unused: int
    """Members reporting a skill unused from which it counts as over-qualification (3)."""
    suffices_share: float
    """Share of a group's need that places must reach to suffice (.8)."""
    severity_points: Mapping[Consequence, int]
    priority_weights: Mapping[str, float]
    """``reach size severity urgency scarcity``; they sum to 1."""
    resamples: int
    seed: int
    interval: float
    """Width of the rank interval (.90)."""
    top_k: int
    strong_stage: int
    """Stage from which a partner counts as a working relation (3)."""
    step_ready: float
    """Readiness below which *Engage* says "prepare first" (50)."""
    feasibility_base: float
    stage_base: float
    invite_base: float
    gap_empty: float
    gap_started: float
    step_impact_floor: float
    """Least impact factor of actions that serve a step (.5)."""
    privacy_k: int
    """Smallest number of members behind a published figure (5)."""
    privacy_within: float
    """Share of the largest value that the third and smaller ones of a published sum must exceed (.1): else the second
    largest member could work out the largest too closely (the p% rule of statistical disclosure control)."""
    warn_low_response: float
    warn_few_answers: int
    warn_size_share: float
    """Share of answers from one size class from which a warning is due."""
    warn_missing: float
    """Answers fewer than its share of the members would give from which a class of them counts as missing (1)."""
    cards: int
    """Recommendations shown as cards (3)."""
    min_suitable: int
    """Members saying suitable training exists from which an unrecorded provider is to be asked for, not missing (2)."""
    formal_stage: int
    """Stage from which a partner counts as formally committed (4)."""
    named_fit: float
    """Fit from which a recommendation names a need; below, the need only counts towards the impact (.3)."""
    repeat_months: int
    """Months after the last answer of a round within which the first of the next counts as a mapping repeated (24)."""
    changed_firms: int
    """Firms more or fewer behind a need from which a decision put off comes back (2)."""
    changed_people_share: float
    """Share of people more or fewer from which it comes back (.25)."""
    balance: BalanceRules


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """A question that helps to place a free action. Texts: ``placement.<key>.question`` and ``.<answer>``."""

    key: str
    answers: Mapping[str, Scope | Complexity | Timing]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The whole catalogue, checked."""

    stamp: CatalogueStamp
    actions: Mapping[RefId, ReferenceAction]
    """In order: X1–X5, A1–A4, D1, B1–B5, E1–E3, C1–C2, F1–F2."""
    practices: tuple[Practice, ...]
    indicators: tuple[IndicatorDefinition, ...]
    measures: tuple[Measure, ...]
    rules: Rules
    sectors: tuple[str, ...]
    """Keys of the 24 S3 priorities; text ``sector.<key>``."""
    sector_parts: Mapping[str, tuple[str, ...]]
    """Priority → parts of NACE that bear its name: divisions ("35"), ranges of them ("10-33"), groups ("30.3").

    Priorities without such a part are not in it."""
    free_words: tuple[str, ...]
    """Words that say of a cost, as somebody recorded it, that there is none."""
    nace_sections: tuple[str, ...]
    """A…V (Rev. 2.1); text ``nace.<letter>``."""
    checklist: tuple[str, ...]
    """Items of the partnership checklist; text ``checklist.<key>``."""
    kpis: tuple[KpiDefinition, ...] = ()
    """The funders' indicators, by objective."""
    team: TeamDefinition
    workshop: WorkshopDefinition
    placement: tuple[Placement, ...] = ()
    languages: tuple[str, ...] = ("en", "es")
    """Languages that every text is shipped in."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """Short source id → text key of its full reference."""

    def indicators_of(self, step: Step) -> tuple[IndicatorDefinition, ...]:
        """Return the step's indicators in catalogue order."""
        return tuple(indicator for indicator in self.indicators if indicator.step is step)

    def actions_in(self, cell: Cell) -> tuple[ReferenceAction, ...]:
        """Return the reference actions of a cell: those of Figure 4 first, then *Broaden* actions."""
        inside = [action for action in self.actions.values() if action.cell == cell]
        return tuple(sorted(inside, key=lambda action: action.source != "figure4"))

    def practices_in(self, cell: Cell) -> tuple[Practice, ...]:
        """Return the inspiring practices of a cell in the order of Table 1."""
        return tuple(practice for practice in self.practices if practice.cell == cell)
