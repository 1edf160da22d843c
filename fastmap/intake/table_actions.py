"""Action lists."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fastmap.catalogue.definitions import Catalogue, ReferenceAction
from fastmap.catalogue.texts import load_texts
from fastmap.intake.files import FileId
from fastmap.intake.numbering import unused_ids
from fastmap.intake.skill_texts import SkillTexts
from fastmap.intake.table_rows import Row, read_table
from fastmap.intake.table_values import Findings
from fastmap.model.actions import Action, Cell
from fastmap.model.choices import ActionStatus, Complexity, Scope, SkillSource, Timing
from fastmap.model.ids import ActionId, PartnerId, RefId, SkillUri
from fastmap.model.normalise import text_key
from fastmap.model.responses import Problem
from fastmap.model.skills import Skill
from fastmap.model.snapshot import Snapshot

if TYPE_CHECKING:
    from fastmap.vocabulary.index import SkillIndex

COLUMNS: Final = (
    "title",
    "reference",
    "scope",
    "complexity",
    "timing",
    "status",
    "owner",
    "partners",
    "skills",
    "start",
    "end",
    "budget",
    "funding",
    "evidence",
    "note",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionsOutcome:
    """An action list, ready for `SaveActions`: new and changed actions only."""

    actions: tuple[Action, ...]
    skills: tuple[Skill, ...]
    """Skills that the actions name."""
    added: int
    updated: int
    unchanged: int
    other_columns: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_actions(
    path: Path,
    snapshot: Snapshot,
    catalogue: Catalogue,
    index: SkillIndex | None = None,
    *,
    open_files: Collection[FileId] = frozenset(),
) -> ActionsOutcome:
    """Return the actions of a list (.xlsx, .ods, .xls, .csv) with all problems.

    A reference action gives its cell and timing where the list leaves them blank; any other action needs both scope
    and complexity. Raises `FastmapError` ``table_without_name``, ``table_unreadable`` or ``path_missing``.
    ``open_files`` are the assessments that this process holds open.
    """
    table = read_table(path, "action", COLUMNS, needs="title", open_files=open_files)
    return _ActionList(snapshot, catalogue, SkillTexts(snapshot, index)).outcome(
        table.rows, table.other_columns, table.notes
    )


@dataclass(slots=True)
class _ActionList:
    snapshot: Snapshot
    catalogue: Catalogue
    skills: SkillTexts
    findings: Findings = field(default_factory=Findings)
    ids: Iterator[str] = field(init=False)
    known: dict[str, Action] = field(init=False)
    partners: dict[str, PartnerId] = field(init=False)

    def __post_init__(self) -> None:
        self.ids = unused_ids("A", self.snapshot)
        self.known = {text_key(action.title): action for action in self.snapshot.actions}
        self.partners = {text_key(partner.name): partner.id for partner in self.snapshot.partners}

    def outcome(
        self, rows: tuple[Row, ...], other_columns: tuple[str, ...], notes: tuple[Problem, ...] = ()
    ) -> ActionsOutcome:
        read: dict[str, Action] = {}
        for row in rows:
            action = self._action(row)
            if action is None:
                continue
            if text_key(action.title) in read:
                self.findings.note(row, "title", "row_twice", "row_skipped")
            else:
                read[text_key(action.title)] = action
        changed = tuple(action for title, action in read.items() if self.known.get(title) != action)
        added = sum(title not in self.known for title in read)
        return ActionsOutcome(
            actions=changed,
            skills=tuple(self.skills.named.values()),
            added=added,
            updated=len(changed) - added,
            unchanged=len(read) - len(changed),
            other_columns=other_columns,
            problems=(*notes, *self.findings.problems),
        )

    def _action(self, row: Row) -> Action | None:
        reference = self._reference(row)
        title = row.text("title")
        if not title and reference is not None:
            title = load_texts(self.snapshot.info.language).get(f"action.{reference.id}.title")
        if not title:
            self.findings.note(row, "title", "name_missing", "row_skipped")
            return None
        if self.findings.has_endless(row, "title", "row_skipped"):
            return None
        old = self.known.get(text_key(title))
        cell = self._cell(row, reference, old)
        if cell is None:
            self.findings.note(row, "scope", "cell_missing", "row_skipped", name=title)
            return None
        base = old or Action(id=ActionId(next(self.ids)), title=title, cell=cell)
        return self._updated(row, replace(base, cell=cell), reference)

    def _reference(self, row: Row) -> ReferenceAction | None:
        text = row.text("reference")
        if not text:
            return None
        found = self.catalogue.actions.get(RefId(text.upper()))
        if found is None:
            self.findings.note(row, "reference", "reference_unknown", "value_skipped")
        return found

    def _cell(self, row: Row, reference: ReferenceAction | None, old: Action | None) -> Cell | None:
        given = reference.cell if reference is not None else old.cell if old is not None else None
        scope = self.findings.choice(row, "scope", Scope) or (given and given.scope)
        complexity = self.findings.choice(row, "complexity", Complexity) or (given and given.complexity)
        return Cell(scope, complexity) if scope and complexity else None

    def _updated(self, row: Row, base: Action, reference: ReferenceAction | None) -> Action:
        findings = self.findings
        start, end = findings.day(row, "start", last=False), findings.day(row, "end", last=True)
        if start is not None and end is not None and end < start:
            findings.note(row, "end", "end_before_start", "taken")
        budget = findings.amount(row, "budget")
        timing = findings.choices(row, "timing", Timing) or base.timing
        return replace(
            base,
            reference=base.reference if reference is None else reference.id,
            timing=timing or (reference.timing if reference is not None else ()),
            status=findings.choice(row, "status", ActionStatus) or base.status,
            owner=row.text("owner") or base.owner,
            partners=self._partners(row) or base.partners,
            skills=self._skills(row) or base.skills,
            start=start or base.start,
            end=end or base.end,
            budget=base.budget if budget is None else budget,
            funding=row.text("funding") or base.funding,
            evidence=tuple(dict.fromkeys(row.several("evidence"))) or base.evidence,
            note=row.text("note") or base.note,
        )

    def _skills(self, row: Row) -> tuple[SkillUri, ...]:
        found = {text: self.skills.skill(text) for text in row.several("skills")}
        recorded = {skill.uri for skill in self.snapshot.skills}
        own = tuple(
            text for text, skill in found.items() if skill.source is SkillSource.OWN and skill.uri not in recorded
        )
        if own:
            self.findings.note(row, "skills", "skill_own", "taken", names=own)
        return tuple(dict.fromkeys(skill.uri for skill in found.values()))

    def _partners(self, row: Row) -> tuple[PartnerId, ...]:
        names = row.several("partners")
        unknown = tuple(name for name in names if text_key(name) not in self.partners)
        if unknown:
            self.findings.note(row, "partners", "partner_unknown", "value_skipped", names=unknown)
        return tuple(dict.fromkeys(self.partners[text_key(name)] for name in names if name not in unknown))
