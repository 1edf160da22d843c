"""Tables of decisions about texts, as `fastmap mappings --export` writes them and sister clusters send them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fastmap.intake.files import FileId
from fastmap.intake.table_rows import Row, read_table
from fastmap.intake.table_values import Findings
from fastmap.model.choices import DecisionKind, MappingHow, SkillKind, SkillSource
from fastmap.model.ids import LanguageCode, SkillUri
from fastmap.model.meanings import TextId, key_of
from fastmap.model.remembered import RememberedPart, RememberedText
from fastmap.model.responses import Problem
from fastmap.model.skill_ids import OWN_PREFIX, held_own
from fastmap.model.skills import Skill
from fastmap.model.snapshot import Snapshot
from fastmap.vocabulary.own import own_skill_among

if TYPE_CHECKING:
    from fastmap.vocabulary.index import SkillIndex

COLUMNS: Final = ("text", "language", "decision", "part", "uri", "label", "kind", "how")
_MOST_LETTERS: Final = 2_000
"""A longer text, name or URI is no decision of ours; it is told and skipped."""
_CODE: Final = re.compile(r"[a-z]{2,3}")
_ESCO: Final = "http://data.europa.eu/esco/"
_STARTER: Final = "fastmap:starter/"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionsOutcome:
    """What a table says, each text once."""

    decisions: tuple[RememberedText, ...]
    other_columns: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_decisions(
    path: Path, snapshot: Snapshot, index: SkillIndex | None, *, open_files: Collection[FileId] = frozenset()
) -> DecisionsOutcome:
    """Return the decisions of a table (.csv, .xlsx, .ods) with all problems; nothing is changed.

    Skills are taken as ``snapshot`` or ``index`` knows them; of others the table's name and kind are kept. Raises
    `FastmapError` ``table_without_name``, ``table_unreadable`` or ``path_missing``.
    """
    table = read_table(path, "decision", COLUMNS, needs="text", open_files=open_files)
    return _Decisions(snapshot, index).outcome(table.rows, table.other_columns)


@dataclass(slots=True)
class _Decisions:
    snapshot: Snapshot
    index: SkillIndex | None
    findings: Findings = field(default_factory=Findings)
    found: dict[TextId, RememberedText] = field(default_factory=dict)
    kinds: dict[TextId, DecisionKind] = field(default_factory=dict)

    def outcome(self, rows: tuple[Row, ...], other_columns: tuple[str, ...]) -> DecisionsOutcome:
        for row in rows:
            self._take(row)
        return DecisionsOutcome(
            decisions=tuple(self.found.values()),
            other_columns=other_columns,
            problems=tuple(self.findings.problems),
        )

    def _take(self, row: Row) -> None:
        text = _words(row, "text")
        key = key_of(text)
        too_long = next((column for column in COLUMNS if len(row.text(column)) > _MOST_LETTERS), None)
        if not key or too_long is not None:
            self.findings.note(row, too_long or "text", "decision_unclear", "row_skipped")
            return
        language = self._language(row)
        if language is None:
            return
        kind = self.findings.choice(row, "decision", DecisionKind) or DecisionKind.PLACE
        how = self.findings.choice(row, "how", MappingHow) or MappingHow.BY_HAND
        parts: tuple[RememberedPart, ...] = ()
        if kind is not DecisionKind.SET_ASIDE:
            skill = self._skill(row, language)
            if skill is None:
                self.findings.note(row, "uri", "decision_without_skill", "row_skipped")
                return
            parts = (RememberedPart(text=_words(row, "part"), skill=skill),)
        self._keep(row, (key, language), kind, RememberedText(text=text, language=language, parts=parts, how=how))

    def _language(self, row: Row) -> LanguageCode | None:
        code = row.text("language").casefold()
        if _CODE.fullmatch(code):
            return LanguageCode(code)
        if not code:
            self.findings.note(row, "language", "language_missing", "row_skipped")
            return None
        return self.findings.language(row, "language")

    def _keep(self, row: Row, text_id: TextId, kind: DecisionKind, said: RememberedText) -> None:
        known = self.found.get(text_id)
        if known is None:
            self.found[text_id], self.kinds[text_id] = said, kind
        elif kind is DecisionKind.SPLIT and self.kinds[text_id] is DecisionKind.SPLIT:
            skills = {part.skill.uri for part in known.parts}
            added = tuple(part for part in said.parts if part.skill.uri not in skills)
            self.found[text_id] = RememberedText(
                text=known.text, language=known.language, parts=(*known.parts, *added), how=known.how
            )
        elif known.parts != said.parts:
            self.findings.note(row, "text", "decided_twice", "row_skipped")

    def _skill(self, row: Row, language: LanguageCode) -> Skill | None:
        uri, label = SkillUri(row.text("uri")), _words(row, "label")
        known = held_own(uri, self.snapshot.skills)
        if known is not None:
            return known
        if self.index is not None and uri in self.index:
            return self.index.skill(uri)
        if not label:
            return None
        source = _source(uri)
        if source is None:
            return own_skill_among(self.snapshot.skills, label, language)
        kind = self.findings.choice(row, "kind", SkillKind)
        return Skill(uri=uri, labels={language: label}, kind=kind, source=source)


def _source(uri: str) -> SkillSource | None:
    """Return where a skill with this URI comes from; ``None`` for what is no URI of a shared or own skill."""
    prefixes = ((_ESCO, SkillSource.ESCO), (_STARTER, SkillSource.STARTER), (OWN_PREFIX, SkillSource.OWN))
    if any(letter.isspace() for letter in uri):
        return None
    return next((source for prefix, source in prefixes if uri.startswith(prefix) and uri != prefix), None)


def _words(row: Row, key: str) -> str:
    """Return a text of the table on one line, without the apostrophe that keeps spreadsheets from calculating."""
    words = " ".join(row.text(key).split())
    return words[1:].lstrip() if words.startswith("'") and len(words) > 1 and not words[1].isalnum() else words
