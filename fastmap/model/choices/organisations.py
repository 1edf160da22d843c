"""What members, partners and the cluster are, and what holds between them."""

from __future__ import annotations

from enum import StrEnum


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


class SmeStatus(StrEnum):
    """Whether a member is a small or medium-sized enterprise (EU Recommendation 2003/361), as a person decided it."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    """Looked at and left open, such as a firm of a group whose figures nobody has."""


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
