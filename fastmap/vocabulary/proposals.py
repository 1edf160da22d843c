"""Which texts of an assessment could be placed where: what is beyond doubt ready to record, the rest for a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from fastmap.model.choices import MappingHow, SkillSource
from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.model.meanings import decided_texts
from fastmap.model.skills import Mapping as Placed
from fastmap.model.skills import Skill
from fastmap.model.snapshot import Snapshot
from fastmap.model.voices import most_written, voices
from fastmap.vocabulary.folding import equality_key
from fastmap.vocabulary.index import SkillIndex
from fastmap.vocabulary.own import own_skill
from fastmap.vocabulary.results import TextMatch
from fastmap.vocabulary.starter import same_skill

__all__ = ["OpenText", "Proposals", "own_skill", "propose"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenText:
    """A text that a person has to place."""

    text_key: str
    text: str
    """As most people wrote it."""
    language: LanguageCode
    count: int
    """Rows of forms that hold it."""
    match: TextMatch
    """Candidates, best first; skills that the file already holds stand for their equals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """What could be recorded for texts without a mapping."""

    mappings: tuple[Placed, ...] = ()
    """Equal to one label and no other: to be recorded unasked (how = exact)."""
    skills: tuple[Skill, ...] = ()
    """The skills of `mappings` that the file does not hold yet: record them first."""
    open: tuple[OpenText, ...] = ()
    """Everything else, the most frequent first."""


def propose(snapshot: Snapshot, index: SkillIndex) -> Proposals:
    """Return proposals for all texts of accepted and to-check responses that have no mapping yet.

    The same text in the same language counts as one. A file keeps the vocabulary it began with: if it holds the
    starter list's skill, that is proposed where ESCO has an equal concept, and the other way round.
    """
    decided = decided_texts(snapshot)
    texts = {text_id: said for text_id, said in voices(snapshot).items() if text_id not in decided}
    held = {skill.uri: skill for skill in snapshot.skills}
    own = _own_labels(snapshot.skills)
    mappings: list[Placed] = []
    new: dict[SkillUri, Skill] = {}
    undecided: list[OpenText] = []
    for language in sorted({language for _, language in texts}):
        keys = sorted(key for key, code in texts if code == language)
        shown = [most_written(texts[key, language]) for key in keys]
        for key, text, match in zip(keys, shown, index.match(shown, language), strict=True):
            found = _as_in_file(match, held)
            uri = own.get((language, equality_key(key, language))) or (
                found.candidates[0].uri if found.is_certain else None
            )
            if uri is None:
                count = len(texts[key, language])
                undecided.append(OpenText(text_key=key, text=text, language=language, count=count, match=found))
                continue
            mappings.append(Placed(text_key=key, language=language, skill=uri, how=MappingHow.EXACT, score=1.0))
            if uri not in held:
                new[uri] = index.skill(uri)
    undecided.sort(key=lambda entry: (-entry.count, entry.language, entry.text_key))
    return Proposals(mappings=tuple(mappings), skills=tuple(new[uri] for uri in sorted(new)), open=tuple(undecided))


def _own_labels(skills: Sequence[Skill]) -> Mapping[tuple[LanguageCode, str], SkillUri]:
    """Return the cluster's own skills by label: nobody else's vocabulary knows them."""
    labels: dict[tuple[LanguageCode, str], set[SkillUri]] = {}
    for skill in skills:
        if skill.source is SkillSource.OWN:
            for language, label in skill.labels.items():
                labels.setdefault((language, equality_key(label, language)), set()).add(skill.uri)
    return {key: min(uris) for key, uris in labels.items() if len(uris) == 1}


def _as_in_file(match: TextMatch, held: Mapping[SkillUri, Skill]) -> TextMatch:
    """Return ``match`` with the skills that the file holds in place of those that mean the same."""
    equals = same_skill()
    changed = tuple(
        replace(candidate, uri=equals[candidate.uri])
        if candidate.uri not in held and equals.get(candidate.uri) in held
        else candidate
        for candidate in match.candidates
    )
    return replace(match, candidates=changed)
