"""What searching the vocabulary gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fastmap.model.ids import LanguageCode, SkillUri


class MatchVerdict(StrEnum):
    """What can be said of a text as a whole."""

    EXACT = "exact"
    """It equals a label of the stated language after folding case, accents, punctuation and plural."""
    SUGGEST = "suggest"
    """The first candidate is worth showing to a person."""
    NONE = "none"
    """Nothing in the vocabulary is like it, or the text says nothing."""


class CandidateHow(StrEnum):
    """Why a skill is a candidate."""

    EXACT = "exact"
    """A label of the stated language is equal."""
    OTHER_LANGUAGE = "other_language"
    """A label of another language is equal."""
    SIMILAR = "similar"
    """A label is alike in spelling."""
    MEANING = "meaning"
    """A label means something like it, in whatever language."""
    PREFIX = "prefix"
    """A label goes on like what was typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One skill that a text may mean."""

    uri: SkillUri
    label: str
    """The skill's preferred label in the stated language, else in the language of the name that was found."""
    language: LanguageCode
    """Language of `label`."""
    score: float
    """0–1; 1 only for equal labels. A likeness, not a probability."""
    how: CandidateHow
    name: str
    """The label that was found: the preferred one or another name of the skill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMatch:
    """What one text may mean."""

    text: str
    language: LanguageCode
    verdict: MatchVerdict
    candidates: tuple[Candidate, ...]
    """Best first, also where the verdict is *none*."""
    is_certain: bool = False
    """Exact, and only one skill has that name (as preferred label, or else at all): may be recorded unasked."""
