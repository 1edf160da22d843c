"""What was worked out from a snapshot. Recomputed every time, never stored as truth.

`analysis` and `advice` make these values, `report`, `exports` and `ui` read them. Shares are 0–1, priorities 0–100,
people are whole persons; ``None`` means "nobody told us", never zero.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from fastmap.model.actions import Action, Cell
from fastmap.model.choices import (
    ActorState,
    ChecklistState,
    CoverageStatus,
    Evidence,
    Fit,
    OfferForm,
    PartnerType,
    RecommendationAnswer,
    SecondOpinion,
    SkillKind,
    Step,
    Timing,
    Verdict,
)
from fastmap.model.comparison import Comparison
from fastmap.model.ids import ActionId, LanguageCode, MemberCode, PartnerId, RefId, SkillUri
from fastmap.model.interests import ProviderInterest
from fastmap.model.kpi_results import KpiResult
from fastmap.model.messages import Message
from fastmap.model.planning import Basis, DecisionPlan
from fastmap.model.representation import NO_REPRESENTATION, Representation
from fastmap.model.snapshot import Snapshot
from fastmap.model.specialisation import NO_SPECIALISATION, Specialisation
from fastmap.model.team_results import NO_TEAM, TeamResult
from fastmap.model.vote_results import BallotResult

# --- who answered -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Stratum:
    """Asked and answered in one slice of the membership (a kind of member, an activity)."""

    key: str
    members: int
    asked: int
    answered: int
    headcount: int | None
    """Known people at all members of the slice."""
    headcount_answered: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """How far the answers speak for the cluster."""

    members: int
    asked: int
    answered: int
    response_rate: float | None
    employment_covered: float | None
    """Headcount of answering members / headcount of all members, over members whose headcount is known."""
    headcount_known: int
    """Members whose headcount is known."""
    empty_forms: int
    by_size: tuple[Stratum, ...]
    by_activity: tuple[Stratum, ...]
    not_answered: tuple[MemberCode, ...]
    """Asked and not answered yet: who must be called."""
    languages: Mapping[LanguageCode, int]
    """Accepted responses by language."""
    needs_rows: int
    paid_training_yes: int
    paid_training_known: int
    barriers: Mapping[str, int]
    warnings: tuple[Message, ...]
    by_region: tuple[Stratum, ...] = ()
    """By the NUTS code recorded."""


# --- demand -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """How many of the users left a question blank."""

    short_now: int = 0
    short_12m: int = 0
    short_36m: int = 0
    consequence: int = 0
    hiring: int = 0
    provision: int = 0
    joint_people: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantities:
    """The quantities of `domain.md` over accepted responses."""

    users: int
    short_now: int | None
    short_12m: int | None
    short_36m: int | None
    joint_people: int | None
    """People that firms would release for joint training."""
    unknown: Unknown
    reach: float | None
    severity: float | None
    """Mean consequence, 1 (little) to 4 (work stops or lost orders)."""
    urgency: float | None
    scarcity: float | None
    tried_hires: int
    """Users who tried to hire."""
    consequences: Mapping[str, int] = field(default_factory=dict)
    """Users by consequence key: the "if not" of a recommendation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityPart:
    """One part of a priority: its value 0–1 (``None`` if missing) and the weight it got after re-weighting."""

    key: str
    value: float | None
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Place of a skill among those with at least three users; all ``None`` for the others."""

    priority: float | None = None
    rank: int | None = None
    parts: tuple[PriorityPart, ...] = ()
    rank_low: int | None = None
    """Best end of the 90 % interval of the rank when members are resampled."""
    rank_high: int | None = None
    top10_share: float | None = None
    """Share of resamples in which it is among the first ten."""


# --- diagnosis --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """Votes for shortage, mismatch and uptake gap; ``*_offers`` is what recorded offers added (0 or 1)."""

    S: int
    M: int
    U: int
    S_offers: int = 0
    M_offers: int = 0
    U_offers: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Imbalance:
    """The verdict, what it rests on and how easily it would change."""

    verdict: Verdict
    """What holds now: the override, where there is one."""
    computed: Verdict
    evidence: Evidence
    votes: Votes
    figures: Mapping[str, float | int | None]
    """``short_share``, ``short_known``, ``hard_share``, ``tried``, ``unused``, ``unused_people``, ``strategic`` (0/1),
    ``places_known``, ``places_unknown_offers``, ``offers``, ``offers_not_fitting``."""
    rule: str
    """Text key of the rule that fired, ``rule.<name>``."""
    sensitive: bool
    flipping_members: tuple[MemberCode, ...]
    """Members whose answers, left out alone, change the verdict."""
    settle: tuple[Message, ...]
    """What would settle it."""
    notes: tuple[Message, ...] = ()
    override_reason: str | None = None
    second_sources: tuple[tuple[SecondOpinion, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """One partner that offers a skill."""

    partner: PartnerId
    name: str
    type: PartnerType
    stage: int | None
    form: OfferForm | None
    places: int | None
    fit: Fit


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Whether recorded offers meet the demand."""

    status: CoverageStatus
    providers: tuple[Provider, ...]
    places_known: int
    """Known places a year of offers not marked as unfit."""
    places_unknown: int
    """Offers not marked as unfit whose places are not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillResult:
    """Everything worked out about one skill, or about a group of skills."""

    uri: SkillUri
    labels: Mapping[LanguageCode, str]
    kind: SkillKind | None
    provisional: bool
    """True for a text that nobody has placed yet."""
    strategic: bool
    is_group: bool
    group: SkillUri | None
    """The group of a skill; ``None`` for a group itself."""
    skills: tuple[SkillUri, ...]
    """The skills of a group; empty for a skill."""
    members: tuple[MemberCode, ...]
    """Its users (the firms), by code."""
    quantities: Quantities
    ranking: Ranking
    imbalance: Imbalance
    coverage: Coverage

    def is_among(self, named: Collection[SkillUri]) -> bool:
        """Whether ``named``, such as the skills of an action, hold it or its group: then it is addressed there."""
        return self.uri in named or (self.group is not None and self.group in named)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmatchedText:
    """A raw text without a skill, as the firms wrote it most often."""

    text: str
    language: LanguageCode
    count: int
    is_set_aside: bool = False
    """A person decided that it names no skill: it counts nowhere. Otherwise it counts as a provisional skill."""


# --- ecosystem --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Actor check for one partner type."""

    type: PartnerType
    state: ActorState
    partners: tuple[PartnerId, ...]
    best_stage: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """One line of the list: introduce these firms to this provider about these skills."""

    partner: PartnerId
    skills: tuple[SkillUri, ...]
    """Best priority first."""
    priority_covered: float
    """Sum of the priorities of the skills: the order of the list."""
    members: tuple[MemberCode, ...]
    """Firms that need one of the skills and have no tie with the provider yet."""
    introducers: tuple[MemberCode, ...]
    """Members already tied to the provider."""
    stage: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Measures of the network of members and partners. Nodes are ``m:CODE`` and ``p:ID``."""

    nodes: int
    ties: int
    degree: Mapping[str, int]
    betweenness: Mapping[str, float]
    brokers: tuple[str, ...]
    isolated: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ecosystem:
    """Partners around the cluster."""

    actors: tuple[Actor, ...] = ()
    introductions: tuple[Introduction, ...] = ()
    network: Network | None = None
    checklist: Mapping[str, ChecklistState | None] = field(default_factory=dict)
    """Answer per item of the partnership checklist; empty if none was answered."""


# --- actions, steps, advice -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """One cell of the typology grid with the cluster's actions in it."""

    cell: Cell
    actions: tuple[Action, ...]
    warnings: Mapping[ActionId, tuple[Message, ...]] = field(default_factory=dict)
    """What is odd about an action, said and not forbidden; actions about which nothing is odd are not in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceNote:
    """One sentence about all actions on the grid together."""

    key: str
    """Which rule spoke, such as ``nothing_high``."""
    is_gap: bool
    """True for what a cluster may want to change; false for what is well."""
    sentence: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One indicator of a step. ``met`` is ``None`` while its value is unknown."""

    key: str
    value: float | None
    target: float
    """The target that holds."""
    met: bool | None
    unit: str
    """``count``, ``share`` or ``yes_no``."""
    facts: Message | None = None
    """One sentence: what the value rests on, or why it is not known."""
    catalogue_target: float | None = None
    """The catalogue's target where the cluster chose another one, else ``None``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepResult:
    """How far the cluster is on one step."""

    step: Step
    readiness: float | None
    """met / known × 100; ``None`` if nothing is known."""
    indicators: tuple[Indicator, ...]
    prepare_first: bool = False
    prepare: tuple[str, ...] = ()
    """Keys of the indicators to prepare first."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueStamp:
    """Which catalogue the results rest on."""

    id: str
    version: str
    sha256: str

    @property
    def text(self) -> str:
        """What files note of it."""
        return f"{self.id} {self.version} {self.sha256}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """The outcome of `fastmap.pipeline.run`: same snapshot, same catalogue, same results, always."""

    snapshot: Snapshot
    catalogue: CatalogueStamp
    quality: Quality
    skills: tuple[SkillResult, ...]
    """Ranked skills first (by rank, then label), then the others by users and label."""
    groups: tuple[SkillResult, ...]
    lead_level: str
    """``skills`` or ``groups``: the lowest level with a verdict that is at least indicative."""
    unmatched: tuple[UnmatchedText, ...]
    ecosystem: Ecosystem
    grid: tuple[GridCell, ...]
    """All six cells, always."""
    balance: tuple[BalanceNote, ...]
    """The grid as a whole, gaps first; empty without a running or planned action."""
    steps: tuple[StepResult, ...]
    recommendations: tuple[Recommendation, ...]
    """In order of presentation: three cards, then the best of each step, then the rest."""
    keep_and_deepen: tuple[KeepAndDeepen, ...]
    kpis: tuple[KpiResult, ...] = ()
    """The ledger of funder figures, by objective; empty as long as nothing is recorded in it."""
    team: TeamResult = NO_TEAM
    since_last_round: Comparison | None = None
    """``None`` where the file knows of no earlier round."""
    near_misses: tuple[NearMiss, ...] = ()
    """Candidates that stand on no card, best first."""
    specialisation: Specialisation = NO_SPECIALISATION
    representation: Representation = NO_REPRESENTATION
    interests: tuple[ProviderInterest, ...] = ()
    """Partners that recommendations and introductions name, in that order."""
    ballots: tuple[BallotResult, ...] = ()
    """Votes with dots, counted, by id."""

    def on_cards(self, cards: int) -> tuple[Recommendation, ...]:
        """Return the recommendations that stand on the first ``cards`` cards: none that was put off or refused."""
        return tuple(item for item in self.recommendations[:cards] if not item.is_quiet)
