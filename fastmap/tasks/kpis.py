"""The ledger of funder figures as a person works on it: numbers as typed, organisations picked, one period looked at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from fastmap.analysis.kpi_periods import ledger_in
from fastmap.analysis.kpis import in_time
from fastmap.catalogue.definitions import Catalogue
from fastmap.intake.numbering import next_ids
from fastmap.intake.numbers import understand_count
from fastmap.intake.table_kpis import WITH_FRACTIONS, organisations_called
from fastmap.intake.table_values import understand_amount
from fastmap.model.ids import KpiEntryId, KpiKey, MemberCode, PartnerId
from fastmap.model.kpis import OWN_PREFIX, KpiEntry, KpiUnit, canonical_period
from fastmap.model.normalise import clean_text, text_key
from fastmap.model.results import Results
from fastmap.model.snapshot import Snapshot
from fastmap.report.blocks import Table
from fastmap.report.context import ReportContext
from fastmap.report.sections.kpis import kpi_table, shown_kpis
from fastmap.tasks.typed import NotUnderstoodError
from fastmap.texts import Texts

MOST_LETTERS: Final = 1000
_MOST: Final = 1_000_000_000
_OF_THE_WHOLE: Final = frozenset({"kpi_baseline", "kpi_target", "kpi_target_words", "kpi_state"})
"""Columns that say nothing of a single period."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """An organisation that can be named behind a value."""

    kind: Literal["member", "partner", "other"]
    id: str
    """Code, id, or the name of one that is neither member nor partner."""
    name: str


def number_of(text: str, unit: KpiUnit) -> float | None:
    """Return the number that a person typed, ``None`` for a blank. Raises `NotUnderstoodError`.

    Money, percents and plain numbers may have fractions; everything else is counted in whole ones.
    """
    shown = " ".join(clean_text(text).split())
    if not shown:
        return None
    if unit in WITH_FRACTIONS:
        number = understand_amount(shown.removesuffix("%").strip())
    else:
        number = understand_count(shown, most=_MOST).number
    if number is None or not 0 <= number <= _MOST:
        raise NotUnderstoodError
    return float(number)


def new_entry(snapshot: Snapshot, indicator: KpiKey) -> KpiEntry:
    """Return a blank entry with the next free id."""
    ids = next_ids("K", [entry.id for entry in snapshot.kpi_entries])
    return KpiEntry(id=KpiEntryId(next(ids)), indicator=indicator)


def new_own_key(snapshot: Snapshot) -> KpiKey:
    """Return the key of the next own indicator; keys of entries that lost theirs are not given again."""
    taken = [own.key for own in snapshot.own_kpis] + [entry.indicator for entry in snapshot.kpi_entries]
    return KpiKey(f"{OWN_PREFIX}{next(next_ids('K', (key.removeprefix(OWN_PREFIX) for key in taken)))}")


def with_words(entry: KpiEntry, *, period: str, evidence: str, note: str) -> KpiEntry:
    """Return ``entry`` with texts as typed; blanks are not known."""
    return replace(
        entry,
        period=canonical_period(_one_line(period)) or None,
        evidence=_one_line(evidence) or None,
        note=_one_line(note) or None,
    )


def with_organisations(snapshot: Snapshot, entry: KpiEntry, picks: Iterable[Pick]) -> KpiEntry:
    """Return ``entry`` with these organisations behind it; a name of a member or partner is that one."""
    chosen = tuple(picks)
    names = [_one_line(pick.name) for pick in chosen if pick.kind == "other"]
    members, partners, others = organisations_called(snapshot, [name for name in names if name])
    picked = [MemberCode(pick.id) for pick in chosen if pick.kind == "member"]
    known = [PartnerId(pick.id) for pick in chosen if pick.kind == "partner"]
    return replace(
        entry,
        members=tuple(dict.fromkeys((*picked, *members))),
        partners=tuple(dict.fromkeys((*known, *partners))),
        others=others,
    )


def picks_of(snapshot: Snapshot, entry: KpiEntry) -> tuple[Pick, ...]:
    """Return the organisations that an entry names."""
    members = {member.code: member.name for member in snapshot.members}
    partners = {partner.id: partner.name for partner in snapshot.partners}
    return (
        *(Pick(kind="member", id=code, name=members.get(code) or code) for code in entry.members),
        *(Pick(kind="partner", id=one, name=partners.get(one) or one) for one in entry.partners),
        *(Pick(kind="other", id=name, name=name) for name in entry.others),
    )


def picks_called(snapshot: Snapshot, text: str, *, without: Sequence[Pick] = (), most: int = 8) -> tuple[Pick, ...]:
    """Return members and partners whose name or code holds ``text``; a member that is a partner too comes once."""
    wanted, taken = text_key(text), {(pick.kind, pick.id) for pick in without}
    twice = {member.partner_id for member in snapshot.members}
    every = [Pick(kind="member", id=member.code, name=member.name or member.code) for member in snapshot.members]
    every += [
        Pick(kind="partner", id=partner.id, name=partner.name)
        for partner in snapshot.partners
        if partner.id not in twice
    ]
    found = [
        pick
        for pick in every
        if (pick.kind, pick.id) not in taken and (wanted in text_key(pick.name) or text_key(pick.id) == wanted)
    ]
    return tuple(
        sorted(found, key=lambda pick: (not text_key(pick.name).startswith(wanted), text_key(pick.name)))[:most]
    )


def periods_of(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the periods that entries name, in time."""
    return tuple(dict.fromkeys(entry.period for entry in in_time(snapshot.kpi_entries) if entry.period))


def table_for_funder(results: Results, catalogue: Catalogue, texts: Texts, made_on: date, period: str = "") -> Table:
    """Return the table as funders ask for it, named, in the language of ``texts``.

    With a ``period`` it holds what lies in that one, without targets and states: those are of the whole ledger.
    """
    if not period:
        context = ReportContext(results, catalogue, texts, made_on)
        return kpi_table(context, shown_kpis(context))
    context = ReportContext(
        replace(results, kpis=ledger_in(results.snapshot, catalogue, period)), catalogue, texts, made_on
    )
    table = kpi_table(context, shown_kpis(context))
    kept = [place for place, column in enumerate(table.columns) if column.key not in _OF_THE_WHOLE]
    return replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in table.rows),
        pdf_columns=(),
    )


def _one_line(text: str) -> str:
    return " ".join(clean_text(text).split())[:MOST_LETTERS]
