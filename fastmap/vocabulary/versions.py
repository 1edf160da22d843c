"""Skills that another version of ESCO no longer has: withdrawn, or replaced by one with the same name.

Mappings stay where they are: they hold the skill's URI, and the assessment holds its labels. These functions only tell
a person what to look at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fastmap.model.choices import SkillSource
from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.model.skills import Skill
from fastmap.vocabulary.concepts import Concept
from fastmap.vocabulary.folding import equality_key
from fastmap.vocabulary.index import SkillIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """A skill that the vocabulary no longer has."""

    uri: SkillUri
    label: str
    successor: SkillUri | None = None
    """The one skill that has its name now; ``None`` where no skill has, or several have."""


def no_longer_listed(skills: Sequence[Skill], index: SkillIndex) -> tuple[Withdrawn, ...]:
    """Return the ESCO skills among ``skills`` (a snapshot's) that the loaded ESCO does not have, by label.

    Nothing where no ESCO is loaded: then nobody knows.
    """
    if not any(source.source is SkillSource.ESCO for source in index.status()):
        return ()
    gone = [skill for skill in skills if skill.source is SkillSource.ESCO and skill.uri not in index]
    found = (Withdrawn(uri=skill.uri, label=_label(skill.labels), successor=_namesake(skill, index)) for skill in gone)
    return tuple(sorted(found, key=lambda entry: (entry.label, entry.uri)))


def withdrawn_between(before: Iterable[Concept], after: Sequence[Concept]) -> tuple[Withdrawn, ...]:
    """Return the skills of ``before`` that ``after`` no longer has, by label."""
    kept = {concept.uri for concept in after}
    gone = [concept for concept in before if concept.uri not in kept]
    names = _by_name(after) if gone else {}
    found = []
    for concept in gone:
        labels = {code: name.preferred for code, name in concept.names.items() if name.preferred is not None}
        same = {uri for code, label in labels.items() for uri in names.get((code, equality_key(label, code)), ())}
        successor = min(same) if len(same) == 1 else None
        found.append(Withdrawn(uri=concept.uri, label=_label(labels), successor=successor))
    return tuple(sorted(found, key=lambda entry: (entry.label, entry.uri)))


def _namesake(skill: Skill, index: SkillIndex) -> SkillUri | None:
    matches = (index.match([label], language, 1)[0] for language, label in sorted(skill.labels.items()))
    return next((match.candidates[0].uri for match in matches if match.is_certain), None)


def _by_name(concepts: Sequence[Concept]) -> dict[tuple[LanguageCode, str], set[SkillUri]]:
    names: dict[tuple[LanguageCode, str], set[SkillUri]] = {}
    for concept in concepts:
        for code, name in concept.names.items():
            if name.preferred is not None:
                names.setdefault((code, equality_key(name.preferred, code)), set()).add(concept.uri)
    return names


def _label(labels: Mapping[LanguageCode, str]) -> str:
    return labels.get(LanguageCode("en")) or next((label for _, label in sorted(labels.items())), "")
