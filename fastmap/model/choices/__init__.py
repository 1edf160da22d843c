"""Closed choices: their values are the keys stored in files and accepted in tables (see the contract).

The words people read for them stand in the text catalogue under ``<choice>.<value>``, for example
``member_kind.micro`` or ``verdict.shortage``. One module per subject; the rest of the program takes them from here.
"""

from fastmap.model.choices.actions import ActionStatus, Complexity, MilestoneState, Scope, Step, Timing
from fastmap.model.choices.answers import (
    Barrier,
    Channel,
    Consequence,
    Hiring,
    HiringReason,
    ImportState,
    NeedLevel,
    Provision,
    ResponseState,
)
from fastmap.model.choices.findings import (
    ActorState,
    ChecklistState,
    CoverageStatus,
    Evidence,
    RecommendationAnswer,
    SecondOpinion,
    Verdict,
)
from fastmap.model.choices.organisations import (
    EDUCATION_AND_RESEARCH,
    FIRM_KINDS,
    SME_KINDS,
    ChainRole,
    CommitmentKind,
    CommitmentState,
    Fit,
    Label,
    MemberKind,
    MemberStatus,
    OfferForm,
    PartnerLevel,
    PartnerType,
    SmeStatus,
    TieKind,
)
from fastmap.model.choices.skills import SHARED_SOURCES, DecisionKind, MappingHow, SkillKind, SkillSource
from fastmap.model.choices.team import TeamAnswer, TeamRole
from fastmap.model.choices.workshop import AgendaSubject, BallotState, BallotSubject, RankGap, WallView

__all__ = [
    "ActionStatus",
    "ActorState",
    "AgendaSubject",
    "BallotState",
    "BallotSubject",
    "Barrier",
    "ChainRole",
    "Channel",
    "ChecklistState",
    "CommitmentKind",
    "CommitmentState",
    "Complexity",
    "Consequence",
    "CoverageStatus",
    "DecisionKind",
    "EDUCATION_AND_RESEARCH",
    "Evidence",
    "FIRM_KINDS",
    "Fit",
    "Hiring",
    "HiringReason",
    "ImportState",
    "Label",
    "MappingHow",
    "MemberKind",
    "MemberStatus",
    "MilestoneState",
    "NeedLevel",
    "OfferForm",
    "PartnerLevel",
    "PartnerType",
    "Provision",
    "RankGap",
    "RecommendationAnswer",
    "ResponseState",
    "SHARED_SOURCES",
    "SME_KINDS",
    "Scope",
    "SecondOpinion",
    "SkillKind",
    "SkillSource",
    "SmeStatus",
    "Step",
    "TeamAnswer",
    "TeamRole",
    "TieKind",
    "Timing",
    "Verdict",
    "WallView",
]
