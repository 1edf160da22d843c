"""Erasing what a file holds about somebody: what is asked for, and what is kept as proof that it was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ErasureKind(StrEnum):
    """Whose data go; text ``erasure.kind.<value>``."""

    CONTACT = "contact"
    """A member's contact person; the member and its answers stay."""
    MEMBER = "member"
    """A member with its contact person and everything it told."""
    PARTNER_CONTACT = "partner_contact"
    """What is typed as the contact of a partner; the partner stays."""
    WORDS = "words"
    """A person who is only named in texts, such as somebody of the team."""


class ErasureBasis(StrEnum):
    """Why; text ``erasure.basis.<value>``. A closed choice: a free text would soon name the person again."""

    REQUEST = "request"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    NOT_NEEDED = "not_needed"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """What is to be erased."""

    kind: ErasureKind
    key: str = ""
    """Code of the member or id of the partner; "" for words."""
    words: tuple[str, ...] = ()
    """Names and addresses that must not be found afterwards."""
    basis: ErasureBasis = ErasureBasis.REQUEST
    with_scans: bool = False
    """Remove kept scans of others, too, in whose bytes the letters occur. They may be part of other words there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureRecord:
    """What is kept of an erasure: nothing that tells who it was."""

    on_day: date
    kind: ErasureKind
    basis: ErasureBasis
    is_finished: bool
    """False while backups or other files of this computer still wait for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureCounts:
    """What an erasure takes out of one file."""

    answers: int = 0
    needs: int = 0
    ties: int = 0
    decisions: int = 0
    """Decisions about texts that nobody else wrote."""
    attachments: int = 0
    """Kept scans and files."""
    texts: int = 0
    """Cells outside the person's own records in which a name or address stands."""
    history: int = 0
    """Rows of the history."""
