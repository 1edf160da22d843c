"""Families of skills, where skills come from, and how texts came to them."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


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
