"""Tables of second sources: vacancies, statistics and interviews that confirm or contradict a conclusion."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from fastmap.intake.files import FileId
from fastmap.intake.numbering import next_ids
from fastmap.intake.table_rows import Row, read_table
from fastmap.intake.table_values import Findings
from fastmap.intake.words import words_of
from fastmap.model.choices import SecondOpinion
from fastmap.model.ids import SkillUri
from fastmap.model.meanings import key_of
from fastmap.model.normalise import text_key
from fastmap.model.responses import Problem
from fastmap.model.skills import SecondSource
from fastmap.model.snapshot import Snapshot

COLUMNS: Final = ("skill", "source", "opinion", "note")
MOST_LETTERS: Final = 500
"""What the window takes; a longer source is cut and told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesOutcome:
    """A table of second sources, ready for `SaveSecondSources`: new and changed ones only."""

    sources: tuple[SecondSource, ...]
    added: int
    updated: int
    unchanged: int
    other_columns: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_sources(path: Path, snapshot: Snapshot, *, open_files: Collection[FileId] = frozenset()) -> SourcesOutcome:
    """Return the second sources of a table (.xlsx, .ods, .xls, .csv) with all problems.

    A row is a source the file has if skill and source are the same: its opinion and note are brought up to date, a
    blank note leaves what is recorded. Skills and groups are taken by URI, by a name in any language, or by a text that
    was placed under them; a row about anything else is skipped. Raises `FastmapError` ``table_without_name``,
    ``table_unreadable`` or ``path_missing``. ``open_files`` are the assessments that this process holds open.
    """
    table = read_table(path, "source", COLUMNS, needs="skill", open_files=open_files)
    return _SourceTable(snapshot).outcome(table.rows, table.other_columns, table.notes)


@dataclass(slots=True)
class _SourceTable:
    snapshot: Snapshot
    findings: Findings = field(default_factory=Findings)
    ids: Iterator[str] = field(init=False)
    skills: dict[str, SkillUri] = field(init=False)

    def __post_init__(self) -> None:
        self.ids = next_ids("Q", [source.id for source in self.snapshot.second_sources])
        self.skills = dict(_names(self.snapshot))

    def outcome(
        self, rows: tuple[Row, ...], other_columns: tuple[str, ...], notes: tuple[Problem, ...]
    ) -> SourcesOutcome:
        known = {_place(source): source for source in self.snapshot.second_sources}
        read: dict[tuple[SkillUri, str], SecondSource] = {}
        for row in rows:
            found = self._source(row)
            if found is None:
                continue
            if _place(found) in read:
                self.findings.note(row, "source", "row_twice", "row_skipped")
                continue
            old = known.get(_place(found))
            if old is not None:
                found = replace(old, opinion=found.opinion, note=found.note or old.note)
            read[_place(found)] = found if old else replace(found, id=next(self.ids))
        changed = tuple(source for place, source in read.items() if known.get(place) != source)
        added = sum(place not in known for place in read)
        return SourcesOutcome(
            sources=changed,
            added=added,
            updated=len(changed) - added,
            unchanged=len(read) - len(changed),
            other_columns=other_columns,
            problems=(*notes, *self.findings.problems),
        )

    def _source(self, row: Row) -> SecondSource | None:
        skill = self.skills.get(key_of(row.text("skill"))) or self.skills.get(row.text("skill"))
        if skill is None:
            self.findings.note(
                row, "skill", "skill_not_in_file" if row.text("skill") else "skill_missing", "row_skipped"
            )
            return None
        words = " ".join(row.text("source").split())
        if not words:
            self.findings.note(row, "source", "source_missing", "row_skipped", skill=row.text("skill"))
            return None
        if not row.text("opinion"):
            self.findings.note(row, "opinion", "opinion_missing", "row_skipped", skill=row.text("skill"))
            return None
        meant = words_of(SecondOpinion).understand(row.text("opinion"))
        if meant is None:
            self.findings.note(row, "opinion", "choice_unknown", "row_skipped")
            return None
        if len(words) > MOST_LETTERS:
            self.findings.note(row, "source", "source_too_long", "corrected", most=MOST_LETTERS)
        note = " ".join(row.text("note").split())[:MOST_LETTERS]
        return SecondSource(
            id="", skill=skill, source=words[:MOST_LETTERS], opinion=SecondOpinion(meant.value), note=note or None
        )


def _place(source: SecondSource) -> tuple[SkillUri, str]:
    return source.skill, text_key(source.source)


def _names(snapshot: Snapshot) -> Iterator[tuple[str, SkillUri]]:
    """Yield every name that means a skill or a group of the file; of one name, the last one counts."""
    for mapping in snapshot.mappings:
        yield mapping.text_key, mapping.skill
    for skill in snapshot.skills:
        if skill.group_uri is not None:
            yield skill.group_uri, skill.group_uri
            yield from ((key_of(label), skill.group_uri) for label in skill.group_labels.values())
    for skill in snapshot.skills:
        yield skill.uri, skill.uri
        yield from ((key_of(label), skill.uri) for label in skill.labels.values())
