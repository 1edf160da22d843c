"""What a cluster decided about its anonymous editions, and which of them were made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class FreeText(StrEnum):
    """Kinds of free text that an anonymous edition leaves out unless a person cleared it."""

    REMARK = "remark"
    """What a member wrote at the end of its form; the key is the answer's id."""
    ACTION_NOTE = "action_note"
    """A note to an action; the key is the action's id."""
    DECISION_REASON = "decision_reason"
    """Why a recommendation was answered as it was; the key is the recommendation's id."""
    VERDICT_REASON = "verdict_reason"
    """Why a verdict was set by hand; the key is the skill's URI."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyChoice:
    """How many members a figure of an anonymous edition rests on at least, where the cluster chose more."""

    k: int
    """`LEAST_MEMBERS` to `MOST_MEMBERS`; never fewer than the catalogue's."""


LEAST_MEMBERS, MOST_MEMBERS = 2, 20
"""What a file can hold as `PrivacyChoice.k`; what may be chosen begins at the catalogue's ``privacy_k``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearedText:
    """A free text that a person cleared for anonymous editions. It holds as long as the text stays as it was."""

    kind: FreeText
    key: str
    sha256: str
    """Of the text that was cleared, in UTF-8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnonymousEdition:
    """An anonymous edition that was written: what another one could be compared with."""

    answers: str
    """SHA-256 of the answers it rests on (`fastmap.tasks.anonymous_editions.answers_digest`)."""
    k: int
    answered: int
    """Members that had answered."""
    made_on: date
    """The last day on which it was made so."""
