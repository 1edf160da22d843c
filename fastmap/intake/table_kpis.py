"""Tables of funder figures: one row per value, with the organisations behind it, and baselines with targets."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from fastmap.catalogue.definitions import Catalogue
from fastmap.catalogue.texts import load_texts, report_languages
from fastmap.intake.files import FileId
from fastmap.intake.numbering import next_ids
from fastmap.intake.safe_reading import Moment
from fastmap.intake.table_rows import Row, read_table
from fastmap.intake.table_values import Findings
from fastmap.model.ids import KpiEntryId, KpiKey, MemberCode, PartnerId
from fastmap.model.kpis import (
    OWN_PREFIX,
    KpiEntry,
    KpiGoal,
    KpiUnit,
    OwnKpi,
    canonical_period,
    span_of,
    usually_adds_up,
)
from fastmap.model.messages import Term
from fastmap.model.normalise import text_key
from fastmap.model.responses import Problem
from fastmap.model.snapshot import Snapshot

COLUMNS: Final = (
    "id",
    "indicator",
    "period",
    "value",
    "organisations",
    "evidence",
    "note",
    "baseline",
    "target",
    "unit",
    "hours",
)
WITH_FRACTIONS: Final = frozenset({KpiUnit.EURO, KpiUnit.PERCENT, KpiUnit.NUMBER})
"""What these units measure may have fractions."""
PERCENT_SIGN: Final = "%"
_MOST_LETTERS: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class KpisOutcome:
    """A table of funder figures, ready for `SaveKpis`: new and changed values only."""

    entries: tuple[KpiEntry, ...]
    goals: tuple[KpiGoal, ...]
    own: tuple[OwnKpi, ...]
    added: int
    """Entries that the ledger did not have."""
    updated: int
    unchanged: int
    other_columns: tuple[str, ...]
    problems: tuple[Problem, ...]


def read_kpis(
    path: Path, snapshot: Snapshot, catalogue: Catalogue, *, open_files: Collection[FileId] = frozenset()
) -> KpisOutcome:
    """Return the figures of a table (.xlsx, .ods, .xls, .csv) with all problems.

    A row is an entry the ledger has if its id says so, if everything in it is the same, or if indicator, period and
    evidence are: the same table read twice changes nothing. Rows that are equal in everything are all taken, and the
    ledger says that they look entered twice. Raises `FastmapError` ``table_without_name``, ``table_unreadable`` or
    ``path_missing``. ``open_files`` are the assessments that this process holds open.
    """
    table = read_table(path, "kpi", COLUMNS, needs="indicator", open_files=open_files)
    return _KpiTable(snapshot, catalogue).outcome(table.rows, table.other_columns, table.notes)


def indicator_keys(snapshot: Snapshot, catalogue: Catalogue) -> dict[str, KpiKey]:
    """Return indicator by its key and by its name in any report language, all as `text_key` writes them."""
    found: dict[str, KpiKey] = {}
    for kpi in catalogue.kpis:
        found[text_key(kpi.key)] = kpi.key
        for language in report_languages():
            found.setdefault(text_key(load_texts(language).term(f"kpi.{kpi.key}.name")), kpi.key)
    for own in snapshot.own_kpis:
        found |= {text_key(own.key): own.key, text_key(own.name): own.key}
    return found


@dataclass(slots=True)
class _KpiTable:
    snapshot: Snapshot
    catalogue: Catalogue
    findings: Findings = field(default_factory=Findings)
    keys: dict[str, KpiKey] = field(init=False)
    units: dict[KpiKey, KpiUnit] = field(init=False)
    own: dict[KpiKey, OwnKpi] = field(default_factory=dict)
    goals: dict[KpiKey, KpiGoal] = field(init=False)
    given: set[tuple[KpiKey, str]] = field(default_factory=set)
    """Goals that the table told already."""

    def __post_init__(self) -> None:
        self.keys = indicator_keys(self.snapshot, self.catalogue)
        self.units = {kpi.key: kpi.unit for kpi in self.catalogue.kpis}
        self.units |= {own.key: own.unit for own in self.snapshot.own_kpis}
        self.goals = {goal.indicator: goal for goal in self.snapshot.kpi_goals}

    def outcome(self, rows: tuple[Row, ...], other_columns: tuple[str, ...], notes: tuple[Problem, ...]) -> KpisOutcome:
        read = [entry for row in rows if (entry := self._entry(row)) is not None]
        settled = tuple(_settled(read, self.snapshot.kpi_entries))
        known = {entry.id: entry for entry in self.snapshot.kpi_entries}
        changed = tuple(entry for entry in settled if known.get(entry.id) != entry)
        added = sum(entry.id not in known for entry in settled)
        before = {goal.indicator: goal for goal in self.snapshot.kpi_goals}
        return KpisOutcome(
            entries=changed,
            goals=tuple(goal for key, goal in self.goals.items() if before.get(key) != goal),
            own=tuple(self.own.values()),
            added=added,
            updated=len(changed) - added,
            unchanged=len(settled) - len(changed),
            other_columns=other_columns,
            problems=(*notes, *self.findings.problems),
        )

    def _entry(self, row: Row) -> KpiEntry | None:
        """Return what a row enters, with the id it gives or none."""
        indicator = self._indicator(row)
        if indicator is None:
            return None
        has_goal = self._goal(row, indicator)
        members, partners, others = self._organisations(row)
        entry = KpiEntry(
            id=KpiEntryId(self._id(row, indicator)),
            indicator=indicator,
            value=self._number(row, "value", self.units[indicator]),
            period=self._period(row),
            members=members,
            partners=partners,
            others=others,
            evidence=row.text("evidence") or None,
            note=row.text("note") or None,
            hours=self.findings.amount(row, "hours"),
        )
        if replace(entry, id=KpiEntryId(""), evidence=None, note=None) == KpiEntry(
            id=KpiEntryId(""), indicator=indicator
        ):
            if not has_goal and not row.text("value"):
                self.findings.note(row, "value", "kpi_empty", "row_skipped")
            return None
        return entry

    def _indicator(self, row: Row) -> KpiKey | None:
        text = row.text("indicator")
        if not text:
            self.findings.note(row, "indicator", "kpi_missing", "row_skipped")
            return None
        found = self.keys.get(text_key(text))
        if found is None and (unit := self._unit(row)) is not None:
            taken = (one.removeprefix(OWN_PREFIX) for one in self.units if one.startswith(OWN_PREFIX))
            found = KpiKey(f"{OWN_PREFIX}{next(next_ids('K', taken))}")
            self.own[found] = OwnKpi(key=found, name=text, unit=unit, adds_up=usually_adds_up(unit))
            self.keys[text_key(text)], self.units[found] = found, unit
        if found is None:
            self.findings.note(row, "indicator", "kpi_unknown", "row_skipped")
        return found

    def _unit(self, row: Row) -> KpiUnit | None:
        if row.text("unit").strip() == PERCENT_SIGN:
            return KpiUnit.PERCENT
        wanted = text_key(row.text("unit"))
        if not wanted:
            return None
        for unit in KpiUnit:
            names = (load_texts(language).term(f"kpi_unit.{unit}") for language in report_languages())
            if wanted in {text_key(name) for name in (unit, *names)}:
                return unit
        self.findings.note(row, "unit", "choice_unknown", "value_skipped")
        return None

    def _number(self, row: Row, key: str, unit: KpiUnit) -> float | None:
        if unit in WITH_FRACTIONS:
            return self.findings.amount(row, key, sign=PERCENT_SIGN if unit is KpiUnit.PERCENT else "")
        found = self.findings.count(row, key)
        return None if found is None else float(found)

    def _goal(self, row: Row, indicator: KpiKey) -> bool:
        """Take baseline and target of a row; return whether it gave one."""
        goal = self.goals.get(indicator, KpiGoal(indicator=indicator))
        given = False
        for part in ("baseline", "target"):
            number = self._number(row, part, self.units[indicator])
            if number is None:
                continue
            given = True
            before = goal.baseline if part == "baseline" else goal.target
            if (indicator, part) in self.given and before != number:
                heading = Term(f"report.column.kpi_{part}.name")
                self.findings.note(row, part, "kpi_goal_twice", "value_skipped", column=heading)
                continue
            self.given.add((indicator, part))
            goal = replace(goal, baseline=number) if part == "baseline" else replace(goal, target=number)
        if given:
            self.goals[indicator] = goal
        return given

    def _period(self, row: Row) -> str | None:
        cell = row.cells.get("period")
        if cell is None:
            return None
        if isinstance(cell.value, Moment):  # a spreadsheet made "2026-05" a day
            return cell.value.text[:7]
        period = canonical_period(cell.text)[:_MOST_LETTERS]
        if span_of(period) is None:
            self.findings.note(row, "period", "kpi_period_unclear", "kept_as_written")
        return period or None

    def _id(self, row: Row, indicator: KpiKey) -> str:
        given = row.text("id")
        if not given:
            return ""
        known = next((one for one in self.snapshot.kpi_entries if one.id.casefold() == given.casefold()), None)
        if known is not None and known.indicator == indicator:
            return known.id
        self.findings.note(row, "id", "kpi_entry_unknown", "taken_as_new")
        return ""

    def _organisations(self, row: Row) -> tuple[tuple[MemberCode, ...], tuple[PartnerId, ...], tuple[str, ...]]:
        members, partners, others = organisations_called(self.snapshot, row.several("organisations"))
        if others:
            self.findings.note(row, "organisations", "kpi_organisations_outside", "kept_as_written", names=others)
        return members, partners, others


def organisations_called(
    snapshot: Snapshot, names: Collection[str]
) -> tuple[tuple[MemberCode, ...], tuple[PartnerId, ...], tuple[str, ...]]:
    """Return the members and partners of these codes, ids and names, and the names that are neither; each once."""
    codes = {text_key(member.code): member.code for member in snapshot.members}
    codes |= {text_key(member.name): member.code for member in snapshot.members if member.name}
    ids = {text_key(partner.id): partner.id for partner in snapshot.partners}
    ids |= {text_key(partner.name): partner.id for partner in snapshot.partners if partner.name}
    members = dict.fromkeys(codes[text_key(name)] for name in names if text_key(name) in codes)
    rest = [name for name in names if text_key(name) not in codes]
    partners = dict.fromkeys(ids[text_key(name)] for name in rest if text_key(name) in ids)
    others = {text_key(name): name for name in rest if text_key(name) not in ids}
    return tuple(members), tuple(partners), tuple(others.values())


def _settled(read: list[KpiEntry], known: tuple[KpiEntry, ...]) -> Iterator[KpiEntry]:
    """Give every entry the id of the one it is in the ledger, or a new one."""
    ids = next_ids("K", [entry.id for entry in known])
    free = {entry.id: entry for entry in known}
    settled = list(read)
    for entry in settled:
        free.pop(entry.id, None)
    for alike in (_content, _place):
        waiting: dict[object, list[KpiEntryId]] = {}
        for one in free.values():
            waiting.setdefault(alike(one), []).append(one.id)
        for number, entry in enumerate(settled):
            found = waiting.get(alike(entry)) if not entry.id else None
            if found:
                settled[number] = replace(entry, id=found.pop(0))
                free.pop(settled[number].id)
    before = {entry.id: entry for entry in known}
    for entry in settled:
        yield _updated(before.get(entry.id), entry) if entry.id else replace(entry, id=KpiEntryId(next(ids)))


def _content(entry: KpiEntry) -> object:
    return replace(entry, id=KpiEntryId(""))


def _place(entry: KpiEntry) -> object:
    return entry.indicator, entry.period, text_key(entry.evidence or "")


def _updated(old: KpiEntry | None, new: KpiEntry) -> KpiEntry:
    """Return ``new`` with what its row left blank as it is recorded."""
    if old is None:
        return new
    named = new.members or new.partners or new.others
    who = new if named else old
    return replace(
        new,
        value=old.value if new.value is None else new.value,
        period=new.period or old.period,
        members=who.members,
        partners=who.partners,
        others=who.others,
        evidence=new.evidence or old.evidence,
        note=new.note or old.note,
        hours=old.hours if new.hours is None else new.hours,
    )
