"""Changes of the ledger of funder figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import isfinite
from typing import ClassVar

from fastmap.changes.base import Change
from fastmap.errors import FastmapError
from fastmap.model.ids import KpiEntryId, KpiKey, MemberCode, PartnerId
from fastmap.model.kpis import KpiEntry, KpiGoal, OwnKpi
from fastmap.model.organisations import Member, Partner
from fastmap.store.records import Records


@dataclass(frozen=True, slots=True, kw_only=True)
class AddKpiEntry(Change):
    """Enter a value in the ledger."""

    name: ClassVar[str] = "add_kpi_entry"
    entry: KpiEntry

    def apply(self, records: Records) -> None:
        """Save the entry. Raises `FastmapError` for a value below zero."""
        _save_entries(records, self.entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditKpiEntry(Change):
    """Change an entry of the ledger."""

    name: ClassVar[str] = "edit_kpi_entry"
    entry: KpiEntry

    def apply(self, records: Records) -> None:
        """Save the entry. Raises `FastmapError` if it is gone, or for a value below zero."""
        if records.get(KpiEntry, self.entry.id) is None:
            raise FastmapError("kpi_entry_not_in_file", entry=self.entry.id)
        _save_entries(records, self.entry)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveKpiEntries(Change):
    """Remove entries of the ledger."""

    name: ClassVar[str] = "remove_kpi_entries"
    entries: tuple[KpiEntryId, ...]

    def apply(self, records: Records) -> None:
        """Remove each."""
        for entry in self.entries:
            records.remove(KpiEntry, entry)

    def facts(self) -> dict[str, int]:
        """Return how many."""
        return {"count": len(self.entries)}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetKpiGoal(Change):
    """Record where an indicator stood at the beginning and what is promised; a goal without either forgets both."""

    name: ClassVar[str] = "set_kpi_goal"
    goal: KpiGoal

    def apply(self, records: Records) -> None:
        """Save or remove the goal. Raises `FastmapError` for a number below zero."""
        _save_goals(records, self.goal)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveOwnKpi(Change):
    """Add an own indicator, or change its name, unit or way of counting."""

    name: ClassVar[str] = "save_own_kpi"
    indicator: OwnKpi

    def apply(self, records: Records) -> None:
        """Save the indicator. Raises `FastmapError` for one without a name."""
        _save_own(records, self.indicator)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveOwnKpi(Change):
    """Remove an own indicator with its entries and its goal."""

    name: ClassVar[str] = "remove_own_kpi"
    key: KpiKey

    def apply(self, records: Records) -> None:
        """Remove what belongs to the indicator, then the indicator."""
        for entry in records.find(KpiEntry, indicator=self.key):
            records.remove(KpiEntry, entry.id)
        records.remove(KpiGoal, self.key)
        records.remove(OwnKpi, self.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveKpis(Change):
    """Take a whole table of the ledger: own indicators, entries and goals."""

    name: ClassVar[str] = "save_kpis"
    entries: tuple[KpiEntry, ...] = ()
    goals: tuple[KpiGoal, ...] = ()
    own: tuple[OwnKpi, ...] = ()

    def apply(self, records: Records) -> None:
        """Save everything given; what is not named stays. Raises `FastmapError` for what the single changes refuse."""
        _save_own(records, *self.own)
        _save_entries(records, *self.entries)
        _save_goals(records, *self.goals)

    def facts(self) -> dict[str, int]:
        """Return how many indicators are touched by entries and goals."""
        return {"count": len({*(one.indicator for one in self.entries), *(one.indicator for one in self.goals)})}

    def needs_backup(self) -> bool:
        """Return True: this is an import."""
        return True


def keep_removed_member_by_name(records: Records, code: MemberCode) -> None:
    """Let entries that count a member go on counting it under its name, now that it leaves the file.

    A nameless one is counted under its code, or two entries of it would count it twice.
    """
    member = records.get(Member, code)
    for entry in _naming(records, "members", code):
        rest = tuple(one for one in entry.members if one != code)
        records.save(replace(entry, members=rest, others=_with_name(entry, (member and member.name) or code)))


def keep_removed_partner_by_name(records: Records, partner: PartnerId) -> None:
    """Let entries that count a partner go on counting it under its name, now that it leaves the file."""
    known = records.get(Partner, partner)
    for entry in _naming(records, "partners", partner):
        rest = tuple(one for one in entry.partners if one != partner)
        records.save(replace(entry, partners=rest, others=_with_name(entry, (known and known.name) or partner)))


def follow_merged_partner(records: Records, *, kept: PartnerId, gone: PartnerId) -> None:
    """Let entries count the partner that is kept where they counted the one that goes."""
    for entry in _naming(records, "partners", gone):
        named = (kept if one == gone else one for one in entry.partners)
        records.save(replace(entry, partners=tuple(dict.fromkeys(named))))


def _naming(records: Records, field: str, who: str) -> Iterator[KpiEntry]:
    return (entry for entry in records.find(KpiEntry) if who in getattr(entry, field))


def _with_name(entry: KpiEntry, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*entry.others, name)))


def _save_entries(records: Records, *entries: KpiEntry) -> None:
    if not all(map(_is_sound, (number for entry in entries for number in (entry.value, entry.hours)))):
        raise FastmapError("kpi_below_zero")
    records.save(*entries)


def _save_goals(records: Records, *goals: KpiGoal) -> None:
    for goal in goals:
        if not all(map(_is_sound, (goal.baseline, goal.target))):
            raise FastmapError("kpi_below_zero")
        if goal == KpiGoal(indicator=goal.indicator):
            records.remove(KpiGoal, goal.indicator)
        else:
            records.save(goal)


def _is_sound(number: float | None) -> bool:
    return number is None or (isfinite(number) and number >= 0)


def _save_own(records: Records, *indicators: OwnKpi) -> None:
    if any(not indicator.name.strip() for indicator in indicators):
        raise FastmapError("kpi_without_name")
    records.save(*indicators)
