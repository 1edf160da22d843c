"""Who answered: how far the answers speak for the cluster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fastmap.model.ids import LanguageCode, MemberCode
from fastmap.model.messages import Message


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
