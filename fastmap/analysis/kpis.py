"""The ledger of funder figures: totals without double counting, thresholds, and what somebody should look at.

Start at `ledger_of`; what is said about an indicator is worked out in `kpi_warnings`. How entries add up, and why an
organisation counts once, is decision record 0230.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil

from fastmap.analysis.kpi_organisations import Organisations
from fastmap.analysis.kpi_warnings import Facts, warnings_of
from fastmap.catalogue.definitions import Catalogue, KpiDefinition
from fastmap.model.ids import KpiKey
from fastmap.model.kpi_results import KpiOrganisation, KpiPeriod, KpiResult, is_downwards
from fastmap.model.kpis import KpiEntry, KpiGoal, KpiObjective, KpiUnit, OwnKpi, span_of
from fastmap.model.snapshot import Snapshot


def kpis_of(snapshot: Snapshot, catalogue: Catalogue) -> tuple[KpiResult, ...]:
    """Return the ledger, or nothing as long as nobody recorded anything in it."""
    if not (snapshot.kpi_entries or snapshot.kpi_goals or snapshot.own_kpis):
        return ()
    return ledger_of(snapshot, catalogue)


def ledger_of(snapshot: Snapshot, catalogue: Catalogue) -> tuple[KpiResult, ...]:
    """Return every indicator of the catalogue, then the cluster's own; those without an entry as not known.

    An entry for an indicator that neither the catalogue nor the file knows any more is shown under its key.
    """
    definitions = _definitions(snapshot, catalogue)
    organisations = Organisations(snapshot)
    goals = {goal.indicator: goal for goal in snapshot.kpi_goals}
    entries = in_time(snapshot.kpi_entries)
    counted: dict[KpiKey, _Counted] = {
        key: _counted(definition, [one for one in entries if one.indicator == key], organisations)
        for key, (definition, _) in definitions.items()
    }
    results = {
        key: _result(definition, name, counted[key], goals.get(key), counted)
        for key, (definition, name) in definitions.items()
    }
    return tuple(
        replace(
            result,
            warnings=warnings_of(
                Facts(
                    result=result,
                    definition=definitions[key][0],
                    behind=counted[key].behind,
                    others=_before(results, key),
                    whole=results.get(result.part_of) if result.part_of else None,
                )
            ),
        )
        for key, result in results.items()
    )


def in_time(entries: Iterable[KpiEntry]) -> tuple[KpiEntry, ...]:
    """Return entries by period; those without a place in time last."""
    return tuple(sorted(entries, key=lambda entry: (*_place(entry.period), len(entry.id), entry.id)))


def _place(period: str | None) -> tuple[date, date, str]:
    first, last = span_of(period) or (date.max, date.max)
    return last, first, period or "\uffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """Entries of one indicator, and how much each of them counts."""

    entries: tuple[KpiEntry, ...]
    behind: Mapping[str, tuple[KpiOrganisation, ...]]
    """Entry id → organisations."""
    new: Mapping[str, float | None]
    """Entry id → what it adds; ``None`` if its value is not known."""
    recorded: float | None
    actual: float | None
    organisations: tuple[KpiOrganisation, ...]


def _counted(definition: KpiDefinition, entries: Sequence[KpiEntry], organisations: Organisations) -> _Counted:
    behind: dict[str, tuple[KpiOrganisation, ...]] = {entry.id: organisations.behind(entry) for entry in entries}
    once = definition.unit is KpiUnit.ORGANISATIONS and definition.adds_up
    values: dict[str, float | None] = {entry.id: entry.value for entry in entries}
    new = _once_each(entries, behind) if once else values
    named = {one.key: one for entry in reversed(entries) for one in reversed(behind[entry.id])}
    return _Counted(
        entries=tuple(entries),
        behind=behind,
        new=new,
        recorded=_together(definition, [entry.value for entry in entries]),
        actual=_together(definition, list(new.values())),
        organisations=tuple(reversed(named.values())),
    )


def _once_each(
    entries: Sequence[KpiEntry], behind: Mapping[str, tuple[KpiOrganisation, ...]]
) -> dict[str, float | None]:
    """Return what each entry adds if every organisation counts once: entry id → value, ``None`` if not known.

    An organisation takes its share out of a later value only as far as an earlier one counted it: behind a value that
    is 0 or not known nobody was counted, and behind a value of 1 one of those that are named.
    """
    counted: set[str] = set()
    new: dict[str, float | None] = {}
    for entry in entries:
        if entry.value is None:
            new[entry.id] = None
            continue
        keys = [one.key for one in behind[entry.id]]
        fresh = [key for key in keys if key not in counted]
        adds = max(0.0, entry.value - (len(keys) - len(fresh)))
        new[entry.id] = adds
        counted.update(fresh[: ceil(adds)])
    return new


def _together(definition: KpiDefinition, values: Sequence[float | None]) -> float | None:
    """Return the sum of the values that are known, ``None`` if none is; of a level what was entered last."""
    if not definition.adds_up:
        return values[-1] if values else None
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def _unknown(definition: KpiDefinition, values: Sequence[float | None]) -> int:
    """Return how many unknown values make a figure less than certain; of a level only the last one counts."""
    return sum(value is None for value in (values if definition.adds_up else values[-1:]))


def _result(
    definition: KpiDefinition,
    name: str | None,
    counted: _Counted,
    goal: KpiGoal | None,
    all_counted: Mapping[KpiKey, _Counted],
) -> KpiResult:
    baseline = goal.baseline if goal else None
    own_target = goal.target if goal else None
    target = definition.target if own_target is None else own_target
    actual, unknown = counted.actual, _unknown(definition, list(counted.new.values()))
    share = _share(actual, _whole(all_counted[definition.part_of]) if definition.part_of else None)
    recorded = counted.recorded
    if definition.share_target is not None and target is None:
        reached = None if share is None or unknown else share >= definition.share_target
    else:
        reached = _reached(definition, actual, baseline=baseline, target=target, unknown=unknown)
    return KpiResult(
        key=definition.key,
        objective=definition.objective,
        mandatory=definition.mandatory,
        unit=definition.unit,
        name=name,
        adds_up=definition.adds_up,
        about_members=definition.about_members or any(one.may_be_member for one in counted.organisations),
        baseline=baseline,
        target=target,
        target_is_the_funders=own_target is None and definition.target is not None,
        part_of=definition.part_of,
        share_target=definition.share_target,
        share=share,
        recorded=recorded,
        counted_twice=0 if recorded is None or actual is None else round(recorded - actual),
        actual=actual,
        unknown_entries=unknown,
        organisations=counted.organisations,
        organisation_count=len(counted.organisations) or None,
        reached=reached,
        progress=_progress(definition, actual, baseline=baseline, target=target, share=share),
        periods=_periods(definition, counted),
        entries=counted.entries,
        warnings=(),
    )


def _share(part: float | None, whole: float | None) -> float | None:
    return part / whole if part is not None and whole and part <= whole else None


def _whole(counted: _Counted) -> float | None:
    """Return what a share is taken of; ``None`` while a part of it is not known: the share would be too large."""
    return None if None in counted.new.values() else counted.actual


def _reached(
    definition: KpiDefinition, actual: float | None, *, baseline: float | None, target: float | None, unknown: int
) -> bool | None:
    if actual is None or target is None:
        return None
    if is_downwards(adds_up=definition.adds_up, baseline=baseline, target=target):
        return actual <= target
    return True if actual >= target else None if unknown else False


def _progress(
    definition: KpiDefinition,
    actual: float | None,
    *,
    baseline: float | None,
    target: float | None,
    share: float | None,
) -> float | None:
    if target is None and definition.share_target:
        return None if share is None else share / definition.share_target
    if actual is None or target is None:
        return None
    begin = 0.0 if definition.adds_up or baseline is None else baseline
    if target == begin:
        return 1.0 if actual >= target else 0.0
    return max(0.0, (actual - begin) / (target - begin))


def _periods(definition: KpiDefinition, counted: _Counted) -> tuple[KpiPeriod, ...]:
    by_period: dict[str | None, list[KpiEntry]] = {}
    for entry in counted.entries:
        by_period.setdefault(entry.period, []).append(entry)
    return tuple(
        KpiPeriod(
            period=period,
            value=_together(definition, [counted.new[entry.id] for entry in entries]),
            unknown_entries=_unknown(definition, [entry.value for entry in entries]),
            organisations=len({one.key for entry in entries for one in counted.behind[entry.id]}) or None,
        )
        for period, entries in by_period.items()
    )


def _before(results: Mapping[KpiKey, KpiResult], key: KpiKey) -> tuple[KpiResult, ...]:
    """Return the indicators that stand before one: what two of them share is said once, at the later one."""
    keys = list(results)
    return tuple(results[other] for other in keys[: keys.index(key)])


def _definitions(snapshot: Snapshot, catalogue: Catalogue) -> dict[KpiKey, tuple[KpiDefinition, str | None]]:
    found: dict[KpiKey, tuple[KpiDefinition, str | None]] = {kpi.key: (kpi, None) for kpi in catalogue.kpis}
    for own in snapshot.own_kpis:
        found[own.key] = (_own(own), own.name)
    for entry in snapshot.kpi_entries:
        lost = OwnKpi(key=entry.indicator, name=entry.indicator)
        found.setdefault(entry.indicator, (_own(lost), lost.name))
    return found


def _own(own: OwnKpi) -> KpiDefinition:
    return KpiDefinition(
        key=own.key,
        objective=KpiObjective.OWN,
        mandatory=False,
        unit=own.unit,
        source="own",
        adds_up=own.adds_up,
        about_members=own.unit in (KpiUnit.PEOPLE, KpiUnit.ORGANISATIONS, KpiUnit.EXCHANGES, KpiUnit.EURO),
    )
