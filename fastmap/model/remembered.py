"""Decisions about texts on their way from one file to another: to the next round, or to a sister cluster."""

from __future__ import annotations

from dataclasses import dataclass

from fastmap.model.choices import MappingHow
from fastmap.model.ids import LanguageCode
from fastmap.model.skills import Skill


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedPart:
    """One skill that a text means."""

    text: str
    """The words that name it, where the text names several; else ""."""
    skill: Skill


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedText:
    """What a text means: one skill, several, or none (set aside)."""

    text: str
    """As somebody wrote it; `fastmap.model.meanings.key_of` gives its key."""
    language: LanguageCode
    parts: tuple[RememberedPart, ...]
    how: MappingHow = MappingHow.BY_HAND
    """How it was decided where it comes from."""
