"""The cluster, its members and the partners around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from fastmap.model.choices import (
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
from fastmap.model.ids import CommitmentId, LanguageCode, MemberCode, OfferId, PartnerId, SkillUri, TieId


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """The cluster organisation whose assessment this is."""

    name: str
    country: str
    """ISO 3166-1 alpha-2, upper case."""
    nuts: str | None = None
    sectors: tuple[str, ...] = ()
    """Up to three keys of the 24 S3 priorities in the catalogue."""
    founded_year: int | None = None
    staff: int | None = None
    member_count: int | None = None
    label: Label | None = None
    chain_role: ChainRole | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One member organisation. Its contact person is stored apart (`Contact`)."""

    code: MemberCode
    name: str
    kind: MemberKind | None = None
    headcount: int | None = None
    activity: str | None = None
    """Free text or a NACE code as given."""
    nuts: str | None = None
    language: LanguageCode | None = None
    status: MemberStatus = MemberStatus.NOT_ASKED
    partner_id: PartnerId | None = None
    """Set when the same organisation is also a partner (two roles, one organisation)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A member's contact person: personal data, never part of a snapshot."""

    member: MemberCode
    name: str | None = None
    email: str | None = None
    consent_basis: str | None = None
    consent_date: date | None = None
    consent_expires: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """What an audit asks about a member beyond the round; like contact persons never part of a snapshot.

    Forms, results and reports are made from snapshots, so none of this can get into them: only the confidential annex
    reads it (decision 0266).
    """

    member: MemberCode
    registration_number: str | None = None
    """In a trade, tax or other public register, as written there; never calculated with."""
    sme: SmeStatus | None = None
    """``None``: nobody decided; the annex then goes by the number of people alone."""
    sme_basis: str | None = None
    """What the decision rests on: "declaration of 3 March 2026, with turnover"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """An organisation of the regional skills ecosystem or beyond."""

    id: PartnerId
    name: str
    type: PartnerType
    level: PartnerLevel | None = None
    in_cluster: bool | None = None
    """Is it a member of the cluster? ``None``: not recorded."""
    stage: int | None = None
    """Relationship stage 0 (unknown to us) to 5 (standing alliance)."""
    contact: str | None = None
    """A contact of the organisation as typed; personal data, never in anonymous reports."""
    governance: bool | None = None
    """Has it a seat in a body that decides for the cluster, such as its board? ``None``: not recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a partner offers for one skill."""

    id: OfferId
    partner: PartnerId
    skill: SkillUri
    form: OfferForm | None = None
    places_per_year: int | None = None
    fit: Fit = Fit.UNKNOWN
    cost: str | None = None
    """As recorded ("free", "450 EUR per person"); never calculated with."""
    publicly_funded: bool | None = None
    language: LanguageCode | None = None
    mode: str | None = None
    evidence: str | None = None
    since: int | None = None
    """Year since when the offer exists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A working link between a member and a partner, or between two partners."""

    id: TieId
    partner: PartnerId
    member: MemberCode | None = None
    other_partner: PartnerId | None = None
    kind: TieKind = TieKind.OTHER
    strength: int | None = None
    """1 (loose) to 3 (strong)."""
    formal: bool | None = None
    source: str = "form"
    """``form``, ``workshop`` or ``staff``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What somebody promised under a pact for skills: who, what, by when, and how far it is."""

    id: CommitmentId
    what: str
    kind: CommitmentKind | None = None
    """``None`` while nobody has said it."""
    partner: PartnerId | None = None
    who: str | None = None
    """Who promised it where that is no partner of the file: the cluster itself, a member, a ministry."""
    due: date | None = None
    state: CommitmentState = CommitmentState.PROMISED
    evidence: str | None = None
    """Where it can be seen that it was kept: a signed text, a course list."""

    def is_late(self, today: date) -> bool:
        """Say whether its date has passed and it is neither kept nor dropped."""
        is_open = self.state in (CommitmentState.PROMISED, CommitmentState.UNDER_WAY)
        return is_open and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True, kw_only=True)
class NameDecision:
    """A decision: an organisation that members named in their forms so is this partner, or is none."""

    name_key: str
    """The name after `fastmap.model.meanings.key_of`."""
    name: str
    """As somebody wrote it."""
    partner: PartnerId | None = None
    """``None``: not a partner; nobody is asked about the name again."""
    decided_at: datetime | None = None
