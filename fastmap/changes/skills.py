"""Changes of the shared vocabulary and of what raw texts mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.model.ids import LanguageCode
from fastmap.model.skills import Mapping, Skill
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveSkills(Change):
    """Copy skills into the file, or bring their labels, kind and group up to date."""

    name: ClassVar[str] = "save_skills"
    skills: tuple[Skill, ...]

    def apply(self, records: Records) -> None:
        """Save the skills; strategic marks stay."""
        save_skills(records, self.skills)

    def facts(self) -> dict[str, int]:
        """Return how many skills."""
        return {"count": len(self.skills)}


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMappings(Change):
    """Decide what raw texts mean; the skills are copied into the file with it."""

    name: ClassVar[str] = "record_mappings"
    mappings: tuple[Mapping, ...]
    skills: tuple[Skill, ...] = ()
    """The skills that the mappings name and the file may not hold yet."""

    def apply(self, records: Records) -> None:
        """Save skills, then mappings; a later decision about the same text replaces the earlier."""
        save_skills(records, self.skills)
        records.save(*self.mappings)

    def facts(self) -> dict[str, int]:
        """Return how many texts."""
        return {"count": len(self.mappings)}


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveMappings(Change):
    """Take back what raw texts mean: they count as provisional skills again. The copied skills stay."""

    name: ClassVar[str] = "remove_mappings"
    texts: tuple[tuple[str, LanguageCode], ...]
    """`Mapping.text_key` and language of each."""

    def apply(self, records: Records) -> None:
        """Remove each decision."""
        for text_key, language in self.texts:
            records.remove(Mapping, text_key, language)

    def facts(self) -> dict[str, int]:
        """Return how many texts."""
        return {"count": len(self.texts)}


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkStrategic(Change):
    """Mark a skill as strategic for the cluster, with the reason, or take the mark away."""

    name: ClassVar[str] = "mark_strategic"
    skill: Skill
    """Copied into the file if it is not there: a strategic skill may be one that nobody named."""
    strategic: bool
    reason: str | None = None

    def apply(self, records: Records) -> None:
        """Save the skill, as the file knows it, with the mark."""
        known = records.get(Skill, self.skill.uri) or self.skill
        reason = self.reason if self.strategic else None
        records.save(replace(known, strategic=self.strategic, strategic_reason=reason))

    def facts(self) -> dict[str, str]:
        """Return which skill."""
        return {"skill": self.skill.uri}


def save_skills(records: Records, skills: Iterable[Skill]) -> None:
    """Save skills as copied from a vocabulary: a strategic mark in the file is the cluster's and stays."""
    for skill in skills:
        known = records.get(Skill, skill.uri)
        marked = known is not None and known.strategic and not skill.strategic
        reason = known.strategic_reason if known is not None else None
        records.save(replace(skill, strategic=True, strategic_reason=reason) if marked else skill)
