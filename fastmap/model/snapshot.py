"""Everything an assessment file holds that the analysis may see, at one moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from fastmap.model.actions import Action, ChecklistAnswer, IndicatorAnswer, IndicatorTarget, RecommendationDecision
from fastmap.model.earlier import EarlierRound
from fastmap.model.grant import Grant, Logo
from fastmap.model.ids import LanguageCode, MemberCode, PartnerId
from fastmap.model.kpis import KpiEntry, KpiGoal, OwnKpi
from fastmap.model.organisations import Cluster, Commitment, Member, NameDecision, Offer, Partner, Tie
from fastmap.model.planning import ActionPlan, DecisionPlan, TeamCapacity
from fastmap.model.practices import OwnPractice
from fastmap.model.privacy import ClearedText, PrivacyChoice
from fastmap.model.responses import ProviderReply, Response
from fastmap.model.skills import Mapping, SecondSource, SetAside, Skill, Split, VerdictOverride
from fastmap.model.team import TeamProfile, TeamQuestionnaire
from fastmap.model.weights import PriorityWeights
from fastmap.model.workshop import Ballot, BallotPaper, Workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentInfo:
    """One file: one cluster, one round."""

    id: str
    """Random, made with the file; forms carry it as ``form_id``."""
    title: str
    round_label: str
    round_start: date | None = None
    round_end: date | None = None
    language: LanguageCode = LanguageCode("en")
    previous_file: str | None = None
    fictional: bool = False
    """True for the sample: every report then says so."""
    catalogue: str | None = None
    """Id, version and hash of the catalogue the last result was made with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """What was recorded, without contact persons. Frozen, so that a worker thread may have it.

    Every tuple is sorted by its id; responses, replies and questionnaires by (received_at, id). The content decides the results, not the order
    in which it was entered.
    """

    info: AssessmentInfo
    cluster: Cluster
    members: tuple[Member, ...] = ()
    responses: tuple[Response, ...] = ()
    skills: tuple[Skill, ...] = ()
    mappings: tuple[Mapping, ...] = ()
    splits: tuple[Split, ...] = ()
    """Texts that name several skills. A text is in one of ``mappings``, ``splits`` and ``set_aside``, or in none."""
    set_aside: tuple[SetAside, ...] = ()
    """Texts that name no skill. Ask `fastmap.model.meanings` what a text means."""
    partners: tuple[Partner, ...] = ()
    offers: tuple[Offer, ...] = ()
    ties: tuple[Tie, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    replies: tuple[ProviderReply, ...] = ()
    """Offer forms that providers sent back."""
    named: tuple[NameDecision, ...] = ()
    """What was decided about organisations that members named in their forms."""
    actions: tuple[Action, ...] = ()
    kpi_entries: tuple[KpiEntry, ...] = ()
    kpi_goals: tuple[KpiGoal, ...] = ()
    own_kpis: tuple[OwnKpi, ...] = ()
    practices: tuple[OwnPractice, ...] = ()
    """Practices that the cluster recorded itself, beside those of Table 1."""
    overrides: tuple[VerdictOverride, ...] = ()
    second_sources: tuple[SecondSource, ...] = ()
    indicator_answers: tuple[IndicatorAnswer, ...] = ()
    targets: tuple[IndicatorTarget, ...] = ()
    """Targets that the cluster chose; every other indicator has the catalogue's."""
    checklist_answers: tuple[ChecklistAnswer, ...] = ()
    decisions: tuple[RecommendationDecision, ...] = ()
    decision_plans: tuple[DecisionPlan, ...] = ()
    """What was filled in on the cards of recommendations."""
    action_plans: tuple[ActionPlan, ...] = ()
    """Milestones, dependencies and staff days of actions; an action without any has no plan."""
    capacity: TeamCapacity | None = None
    """``None``: nobody said how many days the team has."""
    grant: Grant = field(default_factory=Grant)
    """What the cover says about the grant; blank where nothing is recorded."""
    logo: Logo | None = None
    weights: PriorityWeights | None = None
    """Weights of the priority that the cluster chose; ``None``: those of the catalogue."""
    privacy: PrivacyChoice | None = None
    """How many members a figure of an anonymous edition rests on; ``None``: as many as the catalogue says."""
    cleared_texts: tuple[ClearedText, ...] = ()
    """Free texts that anonymous editions may show."""
    team: tuple[TeamQuestionnaire, ...] = ()
    """Filled questionnaires of the team self-assessment, by (received_at, id)."""
    team_profile: TeamProfile = field(default_factory=TeamProfile)
    workshops: tuple[Workshop, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    ballot_papers: tuple[BallotPaper, ...] = ()
    earlier: EarlierRound | None = None
    """What is kept of the round before, to compare with."""
    used_ids: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    """Ids that members, partners and actions have or once had in this file, as its history tells.

    None is given to anybody else. No content: nothing is worked out from it, and it makes no two snapshots unlike.
    """
    former_members: frozenset[tuple[MemberCode, str]] = field(default=frozenset(), compare=False, repr=False)
    """Code and name of members that left the list or had another name in this round, as the history tells.

    Texts that somebody typed may name them still. No content, as above.
    """
    former_partners: frozenset[tuple[PartnerId, str]] = field(default=frozenset(), compare=False, repr=False)
    """Id and name of partners of which the same is true."""
