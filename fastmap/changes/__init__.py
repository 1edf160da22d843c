"""Everything a person can change in an assessment: one frozen class per intention.

A change says in `Change.apply` which values it saves and removes; the store remembers what they were, so that every
change can be undone. Its words for a menu are the text ``change.<name>``. Start reading at `fastmap.changes.base`.
"""

from fastmap.changes.actions import AddAction, EditAction, MoveAction
from fastmap.changes.advice import (
    AcceptRecommendation,
    AnswerChecklist,
    AnswerIndicator,
    AnswerRecommendation,
    ClearChecklistAnswer,
    ClearIndicator,
    ClearOverride,
    ClearRecommendationAnswer,
    NoteSecondSource,
    OverrideVerdict,
    RemoveSecondSource,
    SaveSecondSources,
)
from fastmap.changes.assessment import EditCluster, EditInfo, RecordEdit
from fastmap.changes.base import Change
from fastmap.changes.commitments import RemoveCommitments, SaveCommitments
from fastmap.changes.ecosystem import (
    MergePartners,
    RemoveActions,
    RemovePartners,
    RemoveTies,
    SaveActions,
    SavePartners,
)
from fastmap.changes.grant import SetGrant, SetLogo
from fastmap.changes.history import GoBackTo, RestoreValues
from fastmap.changes.kpis import (
    AddKpiEntry,
    EditKpiEntry,
    RemoveKpiEntries,
    RemoveOwnKpi,
    SaveKpis,
    SaveOwnKpi,
    SetKpiGoal,
)
from fastmap.changes.members import NoteFormsWritten, RemoveMembers, SaveMembers, SetMemberStatus
from fastmap.changes.naming import DecideNames, TakeBackNames
from fastmap.changes.needs import AddFormAnswers, AddNeed, EditNeed, RemoveNeed
from fastmap.changes.planning import PlanAction, PlanDecision, SetTeamCapacity
from fastmap.changes.practices import RemovePractices, SavePractices
from fastmap.changes.privacy import ClearTexts, SetPrivacyK, WithdrawTexts
from fastmap.changes.responses import (
    EditResponse,
    ImportResponses,
    MergeResponses,
    RemoveAttachments,
    RemoveResponses,
    SettleReply,
    SettleResponse,
    TakePhoneAnswers,
)
from fastmap.changes.rounds import ForgetEarlierRound, KeepEarlierRound
from fastmap.changes.skills import (
    MarkStrategic,
    MergeSkills,
    PlacePhoneTexts,
    RecallDecisions,
    RecordMappings,
    RemoveMappings,
    RenameSkill,
    SaveSkills,
    SetTextsAside,
    SplitTexts,
)
from fastmap.changes.targets import ResetIndicatorTargets, SetIndicatorTarget
from fastmap.changes.team import (
    AnswerTeamItem,
    PickTeamItem,
    RemoveTeamQuestionnaires,
    SaveTeamQuestionnaires,
    SetBoughtInLevel,
    SettleTeamQuestionnaire,
)
from fastmap.changes.weights import ResetPriorityWeights, SetPriorityWeights
from fastmap.changes.workshop import (
    CastBallotPapers,
    CountByHand,
    NoteAgendaItem,
    OpenBallot,
    RemoveBallot,
    RemoveWorkshop,
    SaveWorkshop,
    SetBallotState,
    ShowBallotLive,
)

__all__ = [
    "AcceptRecommendation",
    "AddAction",
    "AddFormAnswers",
    "AddKpiEntry",
    "AddNeed",
    "AnswerChecklist",
    "AnswerIndicator",
    "AnswerRecommendation",
    "AnswerTeamItem",
    "Change",
    "ClearChecklistAnswer",
    "ClearIndicator",
    "ClearOverride",
    "ClearRecommendationAnswer",
    "ClearTexts",
    "DecideNames",
    "EditAction",
    "EditCluster",
    "EditInfo",
    "EditKpiEntry",
    "EditNeed",
    "EditResponse",
    "ForgetEarlierRound",
    "GoBackTo",
    "ImportResponses",
    "KeepEarlierRound",
    "MarkStrategic",
    "MergePartners",
    "MergeResponses",
    "MergeSkills",
    "MoveAction",
    "NoteFormsWritten",
    "NoteSecondSource",
    "OverrideVerdict",
    "PickTeamItem",
    "PlacePhoneTexts",
    "PlanAction",
    "PlanDecision",
    "RecallDecisions",
    "RecordEdit",
    "RecordMappings",
    "RemoveActions",
    "RemoveAttachments",
    "RemoveCommitments",
    "RemoveKpiEntries",
    "RemoveMappings",
    "RemoveMembers",
    "RemoveNeed",
    "RemoveOwnKpi",
    "RemovePartners",
    "RemoveResponses",
    "RemoveSecondSource",
    "SaveSecondSources",
    "RemoveTeamQuestionnaires",
    "RemoveTies",
    "RenameSkill",
    "RemovePractices",
    "ResetIndicatorTargets",
    "ResetPriorityWeights",
    "RestoreValues",
    "SaveActions",
    "SaveCommitments",
    "SaveKpis",
    "SaveMembers",
    "SaveOwnKpi",
    "SavePartners",
    "SaveSkills",
    "SetKpiGoal",
    "SaveTeamQuestionnaires",
    "SetBoughtInLevel",
    "SetMemberStatus",
    "SavePractices",
    "SetGrant",
    "SetIndicatorTarget",
    "SetLogo",
    "SetPriorityWeights",
    "SetPrivacyK",
    "SetTeamCapacity",
    "SetTextsAside",
    "SettleReply",
    "SettleResponse",
    "SettleTeamQuestionnaire",
    "SplitTexts",
    "TakeBackNames",
    "TakePhoneAnswers",
    "WithdrawTexts",
    "CastBallotPapers",
    "CountByHand",
    "NoteAgendaItem",
    "OpenBallot",
    "RemoveBallot",
    "RemoveWorkshop",
    "SaveWorkshop",
    "SetBallotState",
    "ShowBallotLive",
]
