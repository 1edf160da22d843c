"""Answered forms: the needs they hold, and the raw answers exactly as received."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from fastmap.model.choices import (
    Barrier,
    Channel,
    Consequence,
    Fit,
    Hiring,
    HiringReason,
    ImportState,
    NeedLevel,
    OfferForm,
    PartnerType,
    Provision,
    ResponseState,
    TieKind,
)
from fastmap.model.ids import LanguageCode, MemberCode, PartnerId, ReplyId, ResponseId
from fastmap.model.messages import Message

if TYPE_CHECKING:
    from fastmap.model.team import TeamQuestionnaire


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One row of a form: a skill in the firm's own words and what is known about it. ``None``: left blank."""

    row: int
    """1…8, the row of the form."""
    skill_text: str
    job: str | None = None
    level: NeedLevel | None = None
    short_now: int | None = None
    short_12m: int | None = None
    short_36m: int | None = None
    consequence: Consequence | None = None
    hiring: Hiring | None = None
    hiring_reasons: tuple[HiringReason, ...] = ()
    provision: Provision | None = None
    joint_people: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnusedSkill:
    """A skill that people of the firm have and do not use."""

    skill_text: str
    people: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedLink:
    """An organisation that the firm says it works with on skills."""

    name: str
    type: PartnerType | None = None
    kind: TieKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One finding of an import: where it is, what was found and what was done with it."""

    code: str
    """Stable code; its sentence is the text ``problem.<code>``."""
    sheet: str | None = None
    cell: str | None = None
    field: str | None = None
    found: str | None = None
    done: str | None = None
    """What happened to the value: a key under ``done.`` (``kept_as_text``, ``left_empty``, ``corrected`` …)."""
    facts: Message | None = None
    """The whole sentence, if it needs more than the columns above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One answered form."""

    id: ResponseId
    member: MemberCode | None
    """``None`` while nobody knows whose answer it is (state *to check*)."""
    channel: Channel
    language: LanguageCode
    received_at: datetime
    state: ResponseState
    respondent_role: str | None = None
    consent_contact: bool | None = None
    consent_naming: bool | None = None
    people_total: int | None = None
    paid_training: bool | None = None
    barrier: Barrier | None = None
    needs: tuple[Need, ...] = ()
    unused: tuple[UnusedSkill, ...] = ()
    links: tuple[NamedLink, ...] = ()
    offers: tuple[str, ...] = ()
    """Keys of what the firm could offer others: ``interns``, ``trainer``, ``course``."""
    remarks: str | None = None
    raw: Mapping[str, str] = field(default_factory=dict)
    """Every answered field exactly as received, by field name."""
    source_name: str | None = None
    source_sha256: str | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedSkill:
    """One line of a provider's offer form, in its own words. ``None``: left blank."""

    row: int
    skill_text: str
    form: OfferForm | None = None
    places_per_year: int | None = None
    fit: Fit | None = None
    cost: str | None = None
    publicly_funded: bool | None = None
    language: LanguageCode | None = None
    mode: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProviderReply:
    """One answered offer form. What it offers counts through the partner's offers, once it is accepted."""

    id: ReplyId
    partner: PartnerId | None
    """``None`` while nobody knows whose it is (state *to check*)."""
    language: LanguageCode
    received_at: datetime
    state: ResponseState
    organisation: str | None = None
    """As it stands on the form."""
    respondent_role: str | None = None
    offers: tuple[OfferedSkill, ...] = ()
    remarks: str | None = None
    raw: Mapping[str, str] = field(default_factory=dict)
    """Every answered field exactly as received, by field name."""
    source_name: str | None = None
    source_sha256: str | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file kept to be typed in later: a scan, photo or PDF."""

    sha256: str
    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOutcome:
    """What became of one file of an import; every file found gets exactly one."""

    path: str
    state: ImportState
    member: MemberCode | None = None
    needs: int = 0
    problems: tuple[Problem, ...] = ()
    response: Response | None = None
    partner: PartnerId | None = None
    """Whose offer form it is, as far as known."""
    reply: ProviderReply | None = None
    team: TeamQuestionnaire | None = None
    """A filled questionnaire of the team self-assessment."""
    attachment: Attachment | None = None
