"""Skills as a vocabulary holds them: one concept, its labels in several languages, kind and group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fastmap.model.choices import SkillKind, SkillSource
from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.model.skills import Skill


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What a skill is called in one language."""

    preferred: str | None
    """``None``: this language has other words for it, but none that stands for all."""
    others: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    """Searched like the others, never shown first: abbreviations, outdated words."""
    lent: tuple[str, ...] = ()
    """What the starter list calls the same skill; see `fastmap.vocabulary.starter.with_starter`."""

    def all(self) -> tuple[str, ...]:
        """Return every name once, the preferred one first."""
        first = () if self.preferred is None else (self.preferred,)
        return tuple(dict.fromkeys((*first, *self.others, *self.hidden, *self.lent)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A broader concept that several skills share."""

    uri: SkillUri
    labels: Mapping[LanguageCode, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One skill of a vocabulary."""

    uri: SkillUri
    names: Mapping[LanguageCode, Names]
    kind: SkillKind
    source: SkillSource
    group: Group | None = None
    same_as: SkillUri | None = None
    """The ESCO concept that means the same, for skills of the starter list."""

    def skill(self) -> Skill:
        """Return the skill as an assessment file keeps it."""
        return Skill(
            uri=self.uri,
            labels={code: names.preferred for code, names in self.names.items() if names.preferred is not None},
            kind=self.kind,
            group_uri=None if self.group is None else self.group.uri,
            group_labels={} if self.group is None else dict(self.group.labels),
            source=self.source,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceStatus:
    """One source in one language, as ``vocabulary status`` lists it."""

    source: SkillSource
    version: str | None
    """``None``: the package does not say."""
    language: LanguageCode
    skills: int
    labels: int
    """Entries as the package lists them (preferred, alternative, hidden), repeated ones included."""
    distinct_labels: int
    """Different labels among them, counted per skill: what is really searched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """All concepts of this computer and where they come from."""

    concepts: tuple[Concept, ...]
    sources: tuple[SourceStatus, ...] = field(default=())
