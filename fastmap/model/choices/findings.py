"""What the analysis finds, and what people say of it."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """The diagnosis of one skill or group."""

    SHORTAGE = "shortage"
    MISMATCH = "mismatch"
    SHORTAGE_OR_MISMATCH = "shortage_or_mismatch"
    UPTAKE_GAP = "uptake_gap"
    DEFICIT = "deficit"
    OVER_QUALIFICATION = "over_qualification"
    BALANCED = "balanced"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"


class Evidence(StrEnum):
    """How many members stand behind a verdict: supported ≥ 5, indicative 3–4, thin < 3."""

    SUPPORTED = "supported"
    INDICATIVE = "indicative"
    THIN = "thin"


class CoverageStatus(StrEnum):
    """Whether recorded offers meet the demand for a skill."""

    COVERED = "covered"
    INTRODUCTION = "introduction"
    TOO_SMALL = "too_small"
    DOES_NOT_FIT = "does_not_fit"
    NOBODY = "nobody"
    UNKNOWN = "unknown"


class ActorState(StrEnum):
    """Result of the actor check for one partner type."""

    MEMBER = "member"
    LINKED = "linked"
    KNOWN = "known"
    NOT_RECORDED = "not_recorded"


class ChecklistState(StrEnum):
    """Answer to one item of the partnership checklist."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class SecondOpinion(StrEnum):
    """What a second source says of a verdict."""

    CONFIRMS = "confirms"
    CONTRADICTS = "contradicts"


class RecommendationAnswer(StrEnum):
    """What the manager decided about a recommendation."""

    ACCEPTED = "accepted"
    LATER = "later"
    NO = "no"
