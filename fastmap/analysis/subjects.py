"""What is diagnosed: single skills, and groups of skills in which thin evidence adds up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from fastmap.model.choices import SkillKind, SkillSource
from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.model.skills import Skill, label_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One skill, or one group with its skills."""

    uri: SkillUri
    labels: Mapping[LanguageCode, str]
    kind: SkillKind | None
    provisional: bool
    strategic: bool
    is_group: bool
    group: SkillUri | None
    skills: tuple[SkillUri, ...]
    """Listed skills of a group by URI; empty for a skill."""
    offered: tuple[SkillUri, ...]
    """The skills whose offers count here: of a group all that the file knows, so that no answer changes the supply."""

    def label(self, language: LanguageCode) -> str:
        """Return the label in ``language``, else English, else any, else the URI."""
        return label_in(self.labels, language) or self.uri


def skill_subjects(skills: Mapping[SkillUri, Skill], named: Collection[SkillUri]) -> tuple[Subject, ...]:
    """Return the skills to list: those ``named`` (by a user or as unused) and those marked strategic, by URI."""
    return tuple(
        Subject(
            uri=uri,
            labels=skill.labels,
            kind=skill.kind,
            provisional=skill.source is SkillSource.PROVISIONAL,
            strategic=skill.strategic,
            is_group=False,
            group=skill.group_uri,
            skills=(),
            offered=(uri,),
        )
        for uri, skill in sorted(skills.items())
        if skill.strategic or uri in named
    )


def group_subjects(subjects: Iterable[Subject], skills: Mapping[SkillUri, Skill]) -> tuple[Subject, ...]:
    """Return the groups of the listed ``subjects``, by URI. A group is strategic if one of its skills is."""
    inside: defaultdict[SkillUri, list[Subject]] = defaultdict(list)
    for subject in sorted(subjects, key=lambda subject: subject.uri):
        if subject.group is not None:
            inside[subject.group].append(subject)
    return tuple(_group(uri, members, skills) for uri, members in sorted(inside.items()))


def _group(uri: SkillUri, members: list[Subject], skills: Mapping[SkillUri, Skill]) -> Subject:
    labels: dict[LanguageCode, str] = {}
    for member in members:
        labels = {**skills[member.uri].group_labels, **labels}
    kinds = {member.kind for member in members}
    return Subject(
        uri=uri,
        labels=dict(sorted(labels.items())),
        kind=kinds.pop() if len(kinds) == 1 else None,
        provisional=False,
        strategic=any(member.strategic for member in members),
        is_group=True,
        group=None,
        skills=tuple(member.uri for member in members),
        offered=tuple(skill for skill in sorted(skills) if skills[skill].group_uri == uri),
    )
