"""Changes of the shared vocabulary and of what raw texts mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.errors import FastmapError
from fastmap.model.actions import Action, RecommendationDecision
from fastmap.model.choices import SkillSource
from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.model.organisations import Offer
from fastmap.model.skills import Mapping, SecondSource, SetAside, Skill, Split, VerdictOverride
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
    """The skills that the decisions name and the file may not hold yet."""
    splits: tuple[Split, ...] = ()
    """Texts among them that name several skills."""

    def apply(self, records: Records) -> None:
        """Save skills, then decisions; a later decision about the same text replaces the earlier."""
        save_skills(records, self.skills)
        save_mappings(records, self.mappings)
        _save_splits(records, self.splits)

    def facts(self) -> dict[str, int]:
        """Return how many texts."""
        return {"count": len(self.mappings) + len(self.splits)}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePhoneTexts(RecordMappings):
    """Place texts that phones sent, unasked. Not on the stack of undo: nobody at the laptop did it.

    On the page of needs each can be taken back.
    """

    name: ClassVar[str] = "place_phone_texts"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveMappings(Change):
    """Take back what raw texts mean: they count as provisional skills again. The copied skills stay."""

    name: ClassVar[str] = "remove_mappings"
    texts: tuple[tuple[str, LanguageCode], ...]
    """`Mapping.text_key` and language of each."""

    def apply(self, records: Records) -> None:
        """Remove each decision."""
        for text in self.texts:
            _forget(records, *text)

    def facts(self) -> dict[str, int]:
        """Return how many texts."""
        return {"count": len(self.texts)}


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitTexts(Change):
    """Decide that raw texts name several skills each; the skills are copied into the file with it."""

    name: ClassVar[str] = "split_texts"
    splits: tuple[Split, ...]
    skills: tuple[Skill, ...] = ()

    def apply(self, records: Records) -> None:
        """Save skills, then splits, in place of what was decided before."""
        save_skills(records, self.skills)
        _save_splits(records, self.splits)

    def facts(self) -> dict[str, int]:
        """Return how many texts."""
        return {"count": len(self.splits)}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetTextsAside(Change):
    """Decide that raw texts name no skill: they count nowhere, and stay in the list of texts."""

    name: ClassVar[str] = "set_texts_aside"
    texts: tuple[SetAside, ...]

    def apply(self, records: Records) -> None:
        """Save each in place of what was decided before."""
        for text in self.texts:
            _forget(records, text.text_key, text.language)
            records.save(text)

    def facts(self) -> dict[str, int]:
        """Return how many texts."""
        return {"count": len(self.texts)}


@dataclass(frozen=True, slots=True, kw_only=True)
class RecallDecisions(Change):
    """Take over decisions of an earlier round or another cluster, marked as remembered."""

    name: ClassVar[str] = "recall_decisions"
    mappings: tuple[Mapping, ...] = ()
    splits: tuple[Split, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    skills: tuple[Skill, ...] = ()

    def apply(self, records: Records) -> None:
        """Save skills, then decisions. A text about which the file holds a decision keeps it."""
        save_skills(records, self.skills)
        decisions: tuple[Mapping | Split | SetAside, ...] = (*self.mappings, *self.splits, *self.set_aside)
        for decision in decisions:
            if not _is_decided(records, decision.text_key, decision.language):
                records.save(decision)

    def facts(self) -> dict[str, int]:
        """Return how many texts."""
        return {"count": len(self.mappings) + len(self.splits) + len(self.set_aside)}

    def needs_backup(self) -> bool:
        """Return True: this is an import."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeSkills(Change):
    """Make several skills one: texts, offers, actions and verdicts of the others become those of the one kept."""

    name: ClassVar[str] = "merge_skills"
    merged: tuple[SkillUri, ...]
    into: Skill
    """Copied into the file if it is not there."""

    def apply(self, records: Records) -> None:
        """Point everything at the skill that is kept, then remove the others."""
        kept = records.get(Skill, self.into.uri) or self.into
        for uri in self.merged:
            gone = records.get(Skill, uri)
            if gone is None or uri == kept.uri:
                continue
            if gone.strategic and not kept.strategic:
                kept = replace(kept, strategic=True, strategic_reason=gone.strategic_reason)
            _point_elsewhere(records, uri, kept.uri)
            records.remove(Skill, uri)
        records.save(kept)

    def facts(self) -> dict[str, int]:
        """Return how many skills became one."""
        return {"count": len({*self.merged, self.into.uri})}

    def needs_backup(self) -> bool:
        """Return True: this is a merge."""
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameSkill(Change):
    """Give a skill of the cluster's own another name. Its texts stay where they are."""

    name: ClassVar[str] = "rename_skill"
    skill: SkillUri
    label: str
    language: LanguageCode
    """The language whose label is replaced."""

    def apply(self, records: Records) -> None:
        """Save the label. Raises `FastmapError` for a skill of ESCO or the starter list: their names are shared."""
        known = records.get(Skill, self.skill)
        if known is None or known.source is not SkillSource.OWN:
            raise FastmapError("skill_not_own", skill=self.skill)
        records.save(replace(known, labels={**known.labels, self.language: self.label}))

    def facts(self) -> dict[str, str]:
        """Return which skill."""
        return {"skill": self.skill}


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


def save_mappings(records: Records, mappings: Iterable[Mapping]) -> None:
    """Save where texts were placed, in place of what was decided about them before."""
    for mapping in mappings:
        if records.get(Mapping, mapping.text_key, mapping.language) is None:
            _forget(records, mapping.text_key, mapping.language)
        records.save(mapping)


def _save_splits(records: Records, splits: Iterable[Split]) -> None:
    for split in splits:
        _forget(records, split.text_key, split.language)
        records.save(split)


_DECISIONS = (Mapping, Split, SetAside)


def _forget(records: Records, text_key: str, language: LanguageCode) -> None:
    for kind in _DECISIONS:
        records.remove(kind, text_key, language)


def _is_decided(records: Records, text_key: str, language: LanguageCode) -> bool:
    return any(records.get(kind, text_key, language) is not None for kind in _DECISIONS)


def _point_elsewhere(records: Records, old: SkillUri, new: SkillUri) -> None:
    for mapping in records.find(Mapping, skill=old):
        records.save(replace(mapping, skill=new))
    for split in records.find(Split):
        if any(part.skill == old for part in split.parts):
            parts = tuple(replace(part, skill=new) if part.skill == old else part for part in split.parts)
            records.save(replace(split, parts=parts))
    for offer in records.find(Offer, skill=old):
        records.save(replace(offer, skill=new))
    for action in records.find(Action):
        if old in action.skills:
            skills = tuple(dict.fromkeys(new if uri == old else uri for uri in action.skills))
            records.save(replace(action, skills=skills))
    for source in records.find(SecondSource, skill=old):
        records.save(replace(source, skill=new))
    for decision in records.find(RecommendationDecision):
        if decision.basis is not None:
            records.save(replace(decision, basis=decision.basis.with_skills({old: (new,)})))
    override = records.get(VerdictOverride, old)
    if override is not None:
        records.remove(VerdictOverride, old)
        if records.get(VerdictOverride, new) is None:
            records.save(replace(override, skill=new))
