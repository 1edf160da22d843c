"""The shared vocabulary of one assessment and how raw texts were placed in it."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from datetime import datetime

from fastmap.model.choices import MappingHow, SecondOpinion, SkillKind, SkillSource, Verdict
from fastmap.model.ids import LanguageCode, SkillUri


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """One skill as copied into the file: analysis needs nothing else, so it works on a computer without ESCO."""

    uri: SkillUri
    labels: MappingOf[LanguageCode, str]
    kind: SkillKind | None = None
    group_uri: SkillUri | None = None
    """Broader concept (ESCO group) or own group; ``None`` if the skill stands alone."""
    group_labels: MappingOf[LanguageCode, str] = field(default_factory=dict)
    source: SkillSource = SkillSource.OWN
    strategic: bool = False
    strategic_reason: str | None = None

    def label(self, language: LanguageCode) -> str:
        """Return the label in ``language``, else English, else any (in code order)."""
        return label_in(self.labels, language) or self.uri


def label_in(labels: MappingOf[LanguageCode, str], language: LanguageCode) -> str | None:
    """Return the label in ``language``, else English, else the first by language code, else ``None``."""
    for code in (language, LanguageCode("en"), *sorted(labels)):
        if code in labels:
            return labels[code]
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """A decision: this text in this language means this skill. The raw text itself is never changed."""

    text_key: str
    """The raw text after `fastmap.model.normalise.text_key`."""
    language: LanguageCode
    skill: SkillUri
    how: MappingHow
    score: float | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitPart:
    """One of the skills that a text names."""

    text: str
    """The words that name it, as they stand in the text or as a person put them."""
    skill: SkillUri


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A decision: this text in this language names several skills. Whoever wrote it needs each of them.

    What the row says besides (people short, consequence, hiring, training) holds for each part: a form asks once.
    """

    text_key: str
    language: LanguageCode
    parts: tuple[SplitPart, ...]
    how: MappingHow
    decided_by: str | None = None
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A decision: this text in this language names no skill. It counts nowhere and stays in the list of texts."""

    text_key: str
    language: LanguageCode
    how: MappingHow = MappingHow.BY_HAND
    decided_by: str | None = None
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictOverride:
    """A verdict set by hand; shown as an override everywhere."""

    skill: SkillUri
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondSource:
    """Vacancies, statistics or an interview that confirms or contradicts a verdict."""

    id: str
    skill: SkillUri
    source: str
    opinion: SecondOpinion
    note: str | None = None
