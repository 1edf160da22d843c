"""The ledger of funder figures for one period: what its entries brought, and nothing of the others.

A year holds its halves, quarters and months. Targets and states belong to the whole ledger and are no figures of a period.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from fastmap.analysis.kpis import ledger_of
from fastmap.catalogue.definitions import Catalogue
from fastmap.model.kpi_results import KpiResult
from fastmap.model.kpis import KpiEntry, span_of
from fastmap.model.snapshot import Snapshot

_OF_THE_WHOLE: Final = frozenset({"kpi_warning.mandatory_missing", "kpi_warning.whole_unknown"})
"""What is missing in one period may stand in another."""


def ledger_in(snapshot: Snapshot, catalogue: Catalogue, period: str) -> tuple[KpiResult, ...]:
    """Return the ledger of the entries that lie in ``period``.

    Values are as they count in the whole ledger: an organisation that an earlier period counted is not counted again,
    so that the periods of a project add up to its total. There are no targets, no states and no baselines.
    """
    entries = tuple(entry for entry in snapshot.kpi_entries if lies_in(entry.period, period))
    alone = {kpi.key: kpi for kpi in ledger_of(replace(snapshot, kpi_entries=entries, kpi_goals=()), catalogue)}
    return tuple(_in_period(kpi, alone.get(kpi.key), period) for kpi in ledger_of(snapshot, catalogue))


def lies_in(inner: str | None, outer: str) -> bool:
    """Say whether a period is ``outer`` or lies inside it; words without a place in time lie only in themselves.

    >>> lies_in("2026-H1", "2026"), lies_in("2026", "2026-H1"), lies_in("M1-M12", "M1-M12"), lies_in(None, "2026")
    (True, False, True, False)
    """
    span, whole = span_of(inner), span_of(outer)
    if span is None or whole is None:
        return inner == outer
    return whole[0] <= span[0] and span[1] <= whole[1]


def reaching_beyond(snapshot: Snapshot, period: str) -> tuple[KpiEntry, ...]:
    """Return the entries that share days with ``period`` and do not lie in it: how much of them falls into it is not known."""
    whole = span_of(period)
    return tuple(
        entry
        for entry in snapshot.kpi_entries
        if whole is not None
        and (span := span_of(entry.period)) is not None
        and span[0] <= whole[1]
        and whole[0] <= span[1]
        and not lies_in(entry.period, period)
    )


def _in_period(kpi: KpiResult, alone: KpiResult | None, period: str) -> KpiResult:
    """Return an indicator as the period makes it; ``alone``: as a ledger of its entries alone would show it."""
    periods = tuple(one for one in kpi.periods if lies_in(one.period, period))
    values = [one.value for one in periods]
    known = [value for value in values if value is not None]
    actual = (sum(known) if known else None) if kpi.adds_up else (values[-1] if values else None)
    recorded = alone.recorded if alone else None
    return replace(
        kpi,
        baseline=None,
        target=None,
        target_is_the_funders=False,
        share_target=None,
        share=None,
        recorded=recorded,
        counted_twice=0 if recorded is None or actual is None else round(recorded - actual),
        actual=actual,
        unknown_entries=alone.unknown_entries if alone else 0,
        organisations=alone.organisations if alone else (),
        organisation_count=alone.organisation_count if alone else None,
        reached=None,
        progress=None,
        periods=periods,
        entries=alone.entries if alone else (),
        warnings=tuple(one for one in alone.warnings if one.key not in _OF_THE_WHOLE) if alone else (),
    )
