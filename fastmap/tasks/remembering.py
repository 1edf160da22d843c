"""Decisions about texts that outlive their file: into the next round, out to sister clusters and back in.

A file remembers for itself: what is taken over is recorded at once, marked as remembered, also for texts that nobody has
written yet, so that the forms of the new round find it (decision 0193). What the file holds is never overwritten.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from fastmap.assessment import Assessment
from fastmap.changes.skills import RecallDecisions
from fastmap.errors import FastmapError
from fastmap.intake.table_decisions import read_decisions
from fastmap.model.choices import MappingHow
from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.model.meanings import TextId, decided_texts, key_of, meanings
from fastmap.model.remembered import RememberedPart, RememberedText
from fastmap.model.responses import Problem
from fastmap.model.skills import Mapping as Placed
from fastmap.model.skills import SetAside, Skill, Split, SplitPart
from fastmap.model.snapshot import Snapshot
from fastmap.model.voices import most_written, voices
from fastmap.places import vocabulary_folder
from fastmap.tasks.placing import held_uri
from fastmap.vocabulary.index import SkillIndex, open_index


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A text about which the file and the source disagree; the file's decision stays."""

    text: str
    language: LanguageCode
    here: tuple[Skill, ...]
    """Empty: set aside."""
    there: tuple[Skill, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """What taking decisions over would do."""

    change: RecallDecisions | None
    """``None`` if there is nothing new."""
    taken: int
    known: int
    """Decided the same way already."""
    conflicts: tuple[Conflict, ...]
    problems: tuple[Problem, ...] = ()
    other_columns: tuple[str, ...] = ()


def decisions_of(snapshot: Snapshot) -> tuple[RememberedText, ...]:
    """Return every decision of a file, by language and text, each text as most people wrote it."""
    said = voices(snapshot)
    skills = {skill.uri: skill for skill in snapshot.skills}

    def remembered(decision: Placed | Split | SetAside, parts: Iterable[tuple[str, SkillUri]]) -> RememberedText:
        text_id = (decision.text_key, decision.language)
        shown = " ".join(most_written(said[text_id]).split()) if text_id in said else decision.text_key
        return RememberedText(
            text=shown,
            language=decision.language,
            parts=tuple(RememberedPart(text=text, skill=skills[uri]) for text, uri in parts if uri in skills),
            how=decision.how,
        )

    found = [remembered(mapping, [("", mapping.skill)]) for mapping in snapshot.mappings if mapping.skill in skills]
    found += [remembered(split, [(part.text, part.skill) for part in split.parts]) for split in snapshot.splits]
    found = [text for text in found if text.parts]
    found += [remembered(decision, []) for decision in snapshot.set_aside]
    return tuple(sorted(found, key=lambda text: (text.language, key_of(text.text))))


def recall(snapshot: Snapshot, decisions: Iterable[RememberedText]) -> Recall:
    """Return what taking ``decisions`` over into the file of ``snapshot`` does, and where the two disagree."""
    here = meanings(snapshot)
    decided = decided_texts(snapshot)
    skills = {skill.uri: skill for skill in snapshot.skills}
    new: dict[TextId, RememberedText] = {}
    conflicts: list[Conflict] = []
    known = 0
    for said in decisions:
        text_id = (key_of(said.text), said.language)
        there = tuple(dict.fromkeys(held_uri(snapshot, part.skill.uri) for part in said.parts))
        if not text_id[0] or text_id in new:
            continue
        if text_id not in decided:
            new[text_id] = said
        elif set(here.get(text_id, ())) == set(there):
            known += 1
        else:
            conflicts.append(
                Conflict(
                    text=said.text,
                    language=said.language,
                    here=tuple(skills[uri] for uri in here.get(text_id, ())),
                    there=tuple(part.skill for part in said.parts),
                )
            )
    change = _change(snapshot, new) if new else None
    return Recall(change=change, taken=len(new), known=known, conflicts=tuple(conflicts))


def recall_from_table(assessment: Assessment, table: Path, *, dry_run: bool = False) -> Recall:
    """Take the decisions of a table over, as one change."""
    snapshot = assessment.snapshot()
    found = recall_of_table(snapshot, open_index(vocabulary_folder()), table, open_files=assessment.open_files)
    if found.change is not None and not dry_run:
        assessment.apply(found.change)
    return found


def recall_of_table(
    snapshot: Snapshot,
    index: SkillIndex | None,
    table: Path,
    *,
    open_files: frozenset[tuple[int, int]] = frozenset(),
) -> Recall:
    """Return what taking the decisions of a table over would do; nothing is changed."""
    outcome = read_decisions(table, snapshot, index, open_files=open_files)
    found = recall(snapshot, outcome.decisions)
    return Recall(
        change=found.change,
        taken=found.taken,
        known=found.known,
        conflicts=found.conflicts,
        problems=outcome.problems,
        other_columns=outcome.other_columns,
    )


def decisions_of_file(path: Path) -> tuple[RememberedText, ...]:
    """Return the decisions of another assessment, which is only read. Raises `FastmapError` if it cannot be."""
    with Assessment.look_into(path) as other:
        return decisions_of(other.snapshot())


def recall_from_file(assessment: Assessment, other: Path, *, dry_run: bool = False) -> Recall:
    """Take the decisions of another assessment over, as one change."""
    if other.resolve() == assessment.path:
        raise FastmapError("decisions_from_itself", file=other.name)
    found = recall(assessment.snapshot(), decisions_of_file(other))
    if found.change is not None and not dry_run:
        assessment.apply(found.change)
    return found


def _change(snapshot: Snapshot, new: dict[TextId, RememberedText]) -> RecallDecisions:
    held = {skill.uri for skill in snapshot.skills}
    skills: dict[SkillUri, Skill] = {}
    mappings, splits, aside = [], [], []
    for (text_key, language), said in new.items():
        parts: dict[SkillUri, SplitPart] = {}
        for part in said.parts:
            uri = held_uri(snapshot, part.skill.uri)
            parts.setdefault(uri, SplitPart(text=part.text, skill=uri))
            if uri not in held:
                # A strategic mark is the judgement of the other file.
                skills[uri] = _without_mark(part.skill)
        how = MappingHow.REMEMBERED
        if not parts:
            aside.append(SetAside(text_key=text_key, language=language, how=how))
        elif len(parts) == 1:
            mappings.append(Placed(text_key=text_key, language=language, skill=next(iter(parts)), how=how))
        else:
            splits.append(Split(text_key=text_key, language=language, parts=tuple(parts.values()), how=how))
    return RecallDecisions(
        mappings=tuple(mappings), splits=tuple(splits), set_aside=tuple(aside), skills=tuple(skills.values())
    )


def _without_mark(skill: Skill) -> Skill:
    return replace(skill, strategic=False, strategic_reason=None)
