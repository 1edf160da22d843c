"""Somebody who works out withheld funder figures: what the ledger prints of one indicator and of those beside it.

Unknown are the figure, the organisations behind it and where it stood at the beginning, of every indicator. What editions
print are equations over them: a share is a part of a whole, progress is the way from the beginning to the target.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from fastmap.model.kpi_results import KpiResult
from fastmap.model.kpis import KpiUnit
from fastmap.model.results import Results
from fastmap.report.disclosure import is_small
from fastmap.report.privacy import Protected
from tests.support.unknowns import Recovered, Unknowns

_MOST = 1_000_000.0
_NARROW = 1e-6
_FIGURES = ("actual", "organisations", "baseline")


def recovered_of_the_ledger(
    truth: Results, editions: Iterable[Protected], *, k: int, within: float
) -> Iterator[Recovered]:
    """Yield each figure about members that is withheld, or lies between two that are told, and can be worked out.

    ``k``: the smallest number of members that a figure rests on; ``within``: how closely nobody may work out a sum.
    """
    known, system, members = tuple(editions), Unknowns(), len(truth.snapshot.members)
    true = {kpi.key: kpi for kpi in truth.kpis}
    for kpi in truth.kpis:
        is_count = kpi.unit is KpiUnit.ORGANISATIONS
        for figure in _FIGURES:
            system.unknown(kpi.key, figure, _MOST, whole=is_count or figure == "organisations")
    for kpi in truth.kpis:
        if kpi.part_of in true:
            _difference(system, kpi.key, "rest", (kpi.part_of, "actual"), (kpi.key, "actual"))
            _difference(system, kpi.key, "other firms", (kpi.part_of, "organisations"), (kpi.key, "organisations"))
        if kpi.unit is KpiUnit.ORGANISATIONS:
            _difference(system, kpi.key, "gain", (kpi.key, "actual"), (kpi.key, "baseline"))
            left = system.unknown(kpi.key, "members left", members)
            system.add({left: 1, system.names[kpi.key, "actual"]: 1}, members, np.inf)
            if kpi.actual is not None and kpi.actual <= members:  # readers know how many members there are
                system.add({left: 1, system.names[kpi.key, "actual"]: 1}, members, members)
    for edition in known:
        for told in edition.results.kpis:
            _tell(system, told, edition)
    secrets = {
        system.names[key, figure]: (key, figure, value)
        for kpi in truth.kpis
        if kpi.about_members
        for key, figure, value in _secrets(kpi, true.get(kpi.part_of) if kpi.part_of else None, known, k, members)
    }
    for place, (low, high) in system.solutions(secrets).items():
        key, figure, value = secrets[place]
        is_count = (
            figure in ("organisations", "other firms", "members left", "gain")
            or true[key].unit is KpiUnit.ORGANISATIONS
        )
        margin = _NARROW if is_count or figure == "rest" else within * value
        if value - margin <= low and high <= value + margin:
            yield Recovered(key, figure, low, high, value)


def _difference(system: Unknowns, key: str, name: str, whole: tuple[str, str], part: tuple[str, str]) -> None:
    place = system.unknown(key, name, _MOST, whole=False)
    # More firms may stand behind a part than were noted for the whole: the difference has no sign.
    system.low[place] = -_MOST
    system.add({place: 1, system.names[whole]: -1, system.names[part]: 1}, 0, 0)


def _secrets(
    kpi: KpiResult, whole: KpiResult | None, editions: tuple[Protected, ...], k: int, members: int
) -> Iterator[tuple[str, str, float]]:
    values = {"actual": kpi.actual, "organisations": kpi.organisation_count, "baseline": kpi.baseline}
    for figure, value in values.items():
        if value and all(figure in edition.protection.kpis.get(kpi.key, {}) for edition in editions):
            yield kpi.key, figure, value
    if kpi.unit is KpiUnit.ORGANISATIONS and kpi.actual is not None:
        if is_small(members - round(kpi.actual), k):
            yield kpi.key, "members left", members - round(kpi.actual)
        if kpi.baseline and 0 < round(abs(kpi.actual - kpi.baseline)) < k:
            yield kpi.key, "gain", kpi.actual - kpi.baseline
    if whole is None:
        return
    if kpi.actual is not None and whole.actual is not None and 0 < round(abs(whole.actual - kpi.actual)) < k:
        yield kpi.key, "rest", whole.actual - kpi.actual
    mine, all_of_them = kpi.organisation_count, whole.organisation_count
    if mine is not None and all_of_them is not None and is_small(abs(all_of_them - mine), k):
        yield kpi.key, "other firms", all_of_them - mine


def _tell(system: Unknowns, told: KpiResult, edition: Protected) -> None:
    at, key = system.names, told.key
    for figure, value in (
        ("actual", told.actual),
        ("organisations", told.organisation_count),
        ("baseline", told.baseline),
    ):
        word = edition.protection.kpis.get(key, {}).get(figure)
        if value is not None:
            system.within(at[key, figure], value, value)
        elif word is not None and word.startswith("<"):
            system.within(at[key, figure], 0, int(word[1:]) - 1)
    if told.unit is KpiUnit.ORGANISATIONS and told.counted_twice:
        raise AssertionError("how much was counted twice is told")
    if told.share is not None and told.part_of is not None:
        system.add({at[key, "actual"]: 1, at[told.part_of, "actual"]: -told.share}, -_NARROW, _NARROW)
    if told.baseline is None and "baseline" not in edition.protection.kpis.get(key, {}):
        system.within(at[key, "baseline"], 0, 0)
    # A target of 0 that is the beginning, too, is reached or not: nothing to divide by.
    if told.progress and told.target:
        # progress = (actual - begin) / (target - begin); an indicator that adds up begins at 0.
        terms = {at[key, "actual"]: 1.0}
        if not told.adds_up:
            terms[at[key, "baseline"]] = told.progress - 1
        exact = told.progress * told.target
        system.add(terms, exact - _NARROW, exact + _NARROW)
    for period in told.periods:
        assert period.organisations is None
