"""What somebody should look at before figures go to a funder: nothing is changed for it, nothing is counted silently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, pairwise

from fastmap.catalogue.definitions import KpiDefinition
from fastmap.model.kpi_results import KpiOrganisation, KpiResult
from fastmap.model.kpis import KpiEntry, KpiUnit, span_of
from fastmap.model.messages import Fact, Message, Name, Term, message

_MOST_NAMED = 5
"""Organisations that a warning names; the number of all is told."""
_DAYS_OF_A_MONTH = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One indicator with what its warnings are made from."""

    result: KpiResult
    definition: KpiDefinition
    behind: Mapping[str, tuple[KpiOrganisation, ...]]
    """Entry id → organisations."""
    others: tuple[KpiResult, ...]
    """The indicators before it."""
    whole: KpiResult | None
    """The indicator that it is a part of."""

    @property
    def counts_organisations(self) -> bool:
        """True if every organisation counts once."""
        return self.definition.unit is KpiUnit.ORGANISATIONS and self.definition.adds_up


def warnings_of(facts: Facts) -> tuple[Message, ...]:
    """Return the warnings of one indicator: those that change what may be reported first."""
    return (
        *_double(facts),
        *_beside(facts),
        *_entered_twice(facts),
        *_in_time(facts),
        *_organisations(facts),
        *_parts(facts),
        *_missing(facts),
    )


def _double(facts: Facts) -> Iterator[Message]:
    if facts.counts_organisations:
        times = Counter(one.key for named in facts.behind.values() for one in named)
        again = [one for one in facts.result.organisations if times[one.key] > 1]
        if again:
            yield _naming("counted_twice", again, recorded=facts.result.recorded, actual=facts.result.actual)


def _beside(facts: Facts) -> Iterator[Message]:
    own = {one.key: one for one in facts.result.organisations}
    for other in facts.others:
        if other.key in facts.definition.beside:
            both = [one for one in other.organisations if one.key in own]
            if both:
                yield _naming("in_both", both, other=other.title)


def _entered_twice(facts: Facts) -> Iterator[Message]:
    """Yield what looks as if it had been entered twice: equal lines of a period, and periods that overlap."""
    entries = facts.result.entries
    if not facts.definition.adds_up:
        several = Counter(entry.period for entry in entries if entry.value is not None)
        yield from (
            message("kpi_warning.several_levels", period=_period(period))
            for period, count in several.items()
            if count > 1
        )
        return
    lines = Counter((entry.period, entry.value, _keys(facts, entry)) for entry in entries if entry.value)
    for (period, value, _), count in lines.items():
        if count > 1:
            yield message("kpi_warning.same_twice", period=_period(period), value=value, count=count)
    spans = {entry.period: span for entry in entries if (span := span_of(entry.period)) is not None}
    for (first, (begin, end)), (second, (other_begin, other_end)) in combinations(spans.items(), 2):
        if begin <= other_end and other_begin <= end:
            yield message("kpi_warning.overlap", first=first, second=second)


def _in_time(facts: Facts) -> Iterator[Message]:
    result, adds_up = facts.result, facts.definition.adds_up
    goes_down = result.target is not None and result.baseline is not None and result.target < result.baseline
    for (earlier, high), (later, low) in pairwise(_as_entered(result).items()):
        worse = low < high if adds_up or not goes_down else low > high
        if worse and (not adds_up or _months(earlier) == _months(later)):
            code = "fell_adding" if adds_up else "rose" if goes_down else "fell"
            yield message(f"kpi_warning.{code}", earlier=earlier, later=later, high=high, low=low)
    is_known = result.actual is not None and result.baseline is not None
    if is_known and not adds_up and not goes_down and (result.actual or 0.0) < (result.baseline or 0.0):
        yield message("kpi_warning.below_baseline", actual=result.actual, baseline=result.baseline)
    if adds_up and goes_down:
        yield message("kpi_warning.baseline_above_target", baseline=result.baseline, target=result.target)
    lost = [entry for entry in result.entries if span_of(entry.period) is None]
    if lost:
        yield message("kpi_warning.no_place_in_time", count=len(lost))


def _as_entered(result: KpiResult) -> dict[str, float]:
    """Return period → value as people typed it: sums, or levels; only periods with a place in time."""
    found: dict[str, float] = {}
    for entry in result.entries:
        if entry.period is not None and entry.value is not None and span_of(entry.period) is not None:
            before = found.get(entry.period, 0.0) if result.adds_up else 0.0
            found[entry.period] = before + entry.value
    return found


def _organisations(facts: Facts) -> Iterator[Message]:
    known = [entry for entry in facts.result.entries if entry.value]
    nobody = [entry for entry in known if not facts.behind[entry.id]]
    if nobody and (facts.counts_organisations or facts.definition.about_members):
        yield message("kpi_warning.nobody_named", count=len(nobody))
    if facts.definition.unit is KpiUnit.ORGANISATIONS:
        for entry in known:
            named = len(facts.behind[entry.id])
            if named and named != entry.value:
                code = "fewer_named" if named < (entry.value or 0.0) else "more_named"
                yield message(f"kpi_warning.{code}", period=_period(entry.period), value=entry.value, count=named)
    if facts.definition.smes_only:
        others = [one for one in facts.result.organisations if one.is_sme is False]
        if others:
            yield _naming("no_sme", others)


def _parts(facts: Facts) -> Iterator[Message]:
    result, whole = facts.result, facts.whole
    if whole is None or result.actual is None:
        return
    if whole.actual is None:
        yield message("kpi_warning.whole_unknown", whole=whole.title)
    elif result.actual > whole.actual:
        yield message("kpi_warning.part_larger", part=result.actual, total=whole.actual, whole=whole.title)


def _missing(facts: Facts) -> Iterator[Message]:
    result = facts.result
    if facts.definition.mandatory and not result.entries:
        yield message("kpi_warning.mandatory_missing")
    if result.unknown_entries:
        yield message("kpi_warning.value_missing", count=result.unknown_entries)
    bare = sum(not (entry.evidence or "").strip() for entry in result.entries if entry.value is not None)
    if bare:
        yield message("kpi_warning.no_evidence", count=bare)


def _naming(code: str, organisations: Sequence[KpiOrganisation], **facts: Fact) -> Message:
    names: tuple[Name | str, ...] = tuple(one.name for one in organisations[:_MOST_NAMED])
    return message(f"kpi_warning.{code}", count=len(organisations), organisations=names, **facts)


def _keys(facts: Facts, entry: KpiEntry) -> frozenset[str]:
    return frozenset(one.key for one in facts.behind[entry.id])


def _period(period: str | None) -> Fact:
    return period or Term("kpi_ledger.no_period")


def _months(period: str) -> int:
    begin, end = span_of(period) or (date.min, date.min)
    return round((end - begin).days / _DAYS_OF_A_MONTH)
