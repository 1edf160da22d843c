"""Closed choices: their values are the keys stored in files and accepted in tables (see the contract).

The words people read for them stand in the text catalogue under ``<choice>.<value>``, for example
``member_kind.micro`` or ``verdict.shortage``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class MemberKind(StrEnum):
    """What an organisation is; firms by headcount: micro < 10, small < 50, medium < 250, large."""

    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"
    START_UP = "start_up"
    RTO = "rto"
    VET = "vet"
    UNIVERSITY = "university"
    PUBLIC = "public"
    OTHER = "other"


SME_KINDS = frozenset({MemberKind.MICRO, MemberKind.SMALL, MemberKind.MEDIUM, MemberKind.START_UP})
FIRM_KINDS = SME_KINDS | {MemberKind.LARGE}


class MemberStatus(StrEnum):
    """Where a member stands in this round."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    REMINDED = "reminded"
    ANSWERED = "answered"
    REFUSED = "refused"


class Label(StrEnum):
    """Cluster management excellence label (ESCA)."""

    GOLD = "gold"
    SILVER = "silver"
    BRONZE = "bronze"
    UNDER_ASSESSMENT = "under_assessment"
    NONE = "none"


class ChainRole(StrEnum):
    """Role of the cluster organisation in the value chain."""

    RESOURCE_PROVIDER = "resource_provider"
    BROKER = "broker"
    INTEGRATOR = "integrator"


class PartnerType(StrEnum):
    """Types that the actor check runs over."""

    FIRM = "firm"
    VET = "vet"
    UNIVERSITY = "university"
    RTO = "rto"
    AUTHORITY = "authority"
    AGENCY = "agency"
    EMPLOYMENT_SERVICE = "employment_service"
    CHAMBER = "chamber"
    SOCIAL_PARTNER = "social_partner"
    CIVIL_SOCIETY = "civil_society"
    DIH = "dih"
    CLUSTER = "cluster"
    INTERNATIONAL = "international"
    FUNDER = "funder"


EDUCATION_AND_RESEARCH = frozenset({PartnerType.VET, PartnerType.UNIVERSITY, PartnerType.RTO})


class PartnerLevel(StrEnum):
    """How far the partner's territory reaches."""

    LOCAL = "local"
    REGIONAL = "regional"
    NATIONAL = "national"
    EU = "eu"
    ABROAD = "abroad"


class OfferForm(StrEnum):
    """How a partner offers a skill."""

    COURSE = "course"
    DUAL_PROGRAMME = "dual_programme"
    INTERNSHIP = "internship"
    RESEARCH = "research"
    MICRO_CREDENTIAL = "micro_credential"
    RECRUITMENT = "recruitment"
    ADVICE = "advice"


class Fit(StrEnum):
    """Whether an offer's content fits what members need; *unknown* counts as fitting."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class SmeStatus(StrEnum):
    """Whether a member is a small or medium-sized enterprise (EU Recommendation 2003/361), as a person decided it."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    """Looked at and left open, such as a firm of a group whose figures nobody has."""


class TieKind(StrEnum):
    """What two organisations do together."""

    INTERNSHIP = "internship"
    DUAL_TRAINING = "dual_training"
    TRAINING = "training"
    RESEARCH = "research"
    RECRUITMENT = "recruitment"
    OTHER = "other"


class CommitmentKind(StrEnum):
    """The four ways to commit under the Pact for Skills. Source: presentation of the Pact (2020)."""

    INDIVIDUAL = "individual"
    REGIONAL = "regional"
    LARGE_SCALE = "large_scale"
    SOCIAL_PARTNERS = "social_partners"


class CommitmentState(StrEnum):
    """How far a commitment is. Whether it is late follows from its date."""

    PROMISED = "promised"
    UNDER_WAY = "under_way"
    KEPT = "kept"
    DROPPED = "dropped"


class Channel(StrEnum):
    """How an answer came in."""

    EXCEL = "excel"
    PHONE = "phone"
    INTERVIEW = "interview"
    PAPER = "paper"
    SURVEY = "survey"


class ResponseState(StrEnum):
    """Only *accepted* responses count in the analysis."""

    NEW = "new"
    TO_CHECK = "to_check"
    ACCEPTED = "accepted"
    SUPERSEDED = "superseded"


class NeedLevel(StrEnum):
    """Level at which a skill is needed."""

    BASIC = "basic"
    SKILLED = "skilled"
    EXPERT = "expert"


class Consequence(StrEnum):
    """What happens if nothing changes; severity points stand in the rules (work stops 4 … little 1)."""

    STOPS = "stops"
    ORDERS = "orders"
    DELAYS = "delays"
    COST = "cost"
    LITTLE = "little"


class Hiring(StrEnum):
    """Whether the firm tried to hire for the skill in the last year."""

    NOT_TRIED = "not_tried"
    FILLED = "filled"
    HARD = "hard"
    NOT_FILLED = "not_filled"


class HiringReason(StrEnum):
    """Why hiring was hard."""

    FEW_APPLICANTS = "few_applicants"
    LACKED_SKILL = "lacked_skill"
    CONDITIONS = "conditions"
    OTHER = "other"


class Provision(StrEnum):
    """Whether suitable training exists nearby."""

    NOT_LOOKED = "not_looked"
    NONE = "none"
    SMALL = "small"
    MISFIT = "misfit"
    FITS = "fits"


class Barrier(StrEnum):
    """Main barrier to training."""

    TIME = "time"
    COST = "cost"
    OFFER = "offer"
    DISTANCE = "distance"
    INFORMATION = "information"
    POACHING = "poaching"
    NONE = "none"


class SkillKind(StrEnum):
    """Family of a skill."""

    TECHNICAL = "technical"
    DIGITAL = "digital"
    GREEN = "green"
    TRANSVERSAL = "transversal"
    MANAGEMENT = "management"
    LANGUAGE = "language"


class SkillSource(StrEnum):
    """Where a skill of the file comes from; *provisional* are texts nobody has placed yet."""

    ESCO = "esco"
    STARTER = "starter"
    OWN = "own"
    PROVISIONAL = "provisional"


SHARED_SOURCES: Final = frozenset({SkillSource.ESCO, SkillSource.STARTER})
"""Vocabularies that everybody has: their words point at no member."""


class MappingHow(StrEnum):
    """How a raw text came to its skill."""

    EXACT = "exact"
    SUGGESTED = "suggested"
    BY_HAND = "by_hand"
    REMEMBERED = "remembered"


class DecisionKind(StrEnum):
    """What was decided about a raw text, in tables that pass decisions on."""

    PLACE = "place"
    SPLIT = "split"
    """It names several skills; a table has a row for each."""
    SET_ASIDE = "set_aside"


class Scope(StrEnum):
    """Column of the typology grid."""

    ALONE = "alone"
    REGIONAL = "regional"
    INTERNATIONAL = "international"


class Complexity(StrEnum):
    """Row of the typology grid."""

    LOW_MEDIUM = "low_medium"
    HIGH = "high"


class Timing(StrEnum):
    """When an action shows effect: ST ≤ 12 months, MT 1–3 years, LT > 3 years (the bounds are ours)."""

    ST = "ST"
    MT = "MT"
    LT = "LT"


class ActionStatus(StrEnum):
    """State of an action of the cluster."""

    IDEA = "idea"
    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


class Step(StrEnum):
    """The four steps of section 5 of the paper."""

    BROADEN = "broaden"
    DEVELOP = "develop"
    ENGAGE = "engage"
    CONNECT = "connect"


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


class TeamRole(StrEnum):
    """Who filled in a questionnaire of the team self-assessment."""

    MANAGER = "manager"
    STAFF = "staff"
    STAKEHOLDER = "stakeholder"


class TeamAnswer(StrEnum):
    """How far the team masters an item; on screen and on paper the digits 1–4 in this order."""

    LACKS = "lacks"
    PARTLY = "partly"
    MASTERS = "masters"
    NOT_RELEVANT = "not_relevant"


class MilestoneState(StrEnum):
    """How far a milestone of an action is."""

    OPEN = "open"
    REACHED = "reached"
    DROPPED = "dropped"


class SecondOpinion(StrEnum):
    """What a second source says of a verdict."""

    CONFIRMS = "confirms"
    CONTRADICTS = "contradicts"


class RecommendationAnswer(StrEnum):
    """What the manager decided about a recommendation."""

    ACCEPTED = "accepted"
    LATER = "later"
    NO = "no"


class ImportState(StrEnum):
    """What became of one file of an import."""

    ACCEPTED = "accepted"
    PARTIAL = "partial"
    DUPLICATE = "duplicate"
    BLANK = "blank"
    """Nothing was filled in; nothing was kept."""
    TO_CHECK = "to_check"
    ATTACHMENT = "attachment"
    UNREADABLE = "unreadable"
    NOT_A_FORM = "not_a_form"


class AgendaSubject(StrEnum):
    """What an item of a workshop's agenda is about; the manager may word it otherwise."""

    PURPOSE = "purpose"
    MISSING_ANSWERS = "missing_answers"
    RANKING = "ranking"
    PROVIDERS = "providers"
    VOTE = "vote"
    GRID = "grid"
    DECISIONS = "decisions"
    READING_ALOUD = "reading_aloud"
    OTHER = "other"


class WallView(StrEnum):
    """What the projector shows."""

    WELCOME = "welcome"
    PHONES = "phones"
    RANKING = "ranking"
    MAP = "map"
    COVERAGE = "coverage"
    VOTE = "vote"
    GRID = "grid"
    NEXT_STEPS = "next_steps"
    READING = "reading"


class BallotSubject(StrEnum):
    """What the dots of a ballot are given to."""

    NEEDS = "needs"
    ACTIONS = "actions"
    NEXT_STEPS = "next_steps"


class BallotState(StrEnum):
    """Whether dots can be given."""

    OPEN = "open"
    CLOSED = "closed"


class RankGap(StrEnum):
    """How the place of an option among the dots compares with its place in the survey."""

    HIGHER = "higher"
    LOWER = "lower"
