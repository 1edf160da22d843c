"""What is wrong about a skill: the verdict with its votes, and whether recorded offers meet the demand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastmap.model.choices import CoverageStatus, Evidence, Fit, OfferForm, PartnerType, SecondOpinion, Verdict
from fastmap.model.ids import MemberCode, PartnerId
from fastmap.model.messages import Message


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
