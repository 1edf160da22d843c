"""The sample's ledger of funder figures: plausible, and with a few things somebody should look at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from fastmap.changes.kpis import SaveKpis
from fastmap.model.ids import KpiEntryId, KpiKey, MemberCode
from fastmap.model.kpis import KpiEntry, KpiGoal, KpiUnit, OwnKpi
from fastmap.tasks.sample.organisations import partner_ids
from fastmap.tasks.sample.tables import Row, several, table


def kpis(own: Iterable[dict[str, Any]]) -> SaveKpis:
    """Return the change that records ``kpis.csv``; ``own`` are the cluster's own indicators."""
    rows = table("kpis.csv")
    return SaveKpis(
        entries=tuple(map(_entry, rows)),
        goals=tuple(
            KpiGoal(
                indicator=KpiKey(row["indicator"]), baseline=_number(row["baseline"]), target=_number(row["target"])
            )
            for row in rows
            if row["baseline"] or row["target"]
        ),
        own=tuple(OwnKpi(**{**one, "unit": KpiUnit(one["unit"])}) for one in own),
    )


def _entry(row: Row) -> KpiEntry:
    codes = {member["name"]: member["code"] for member in table("members.csv")}
    # A member that is a partner too is taken as the member, as `fastmap kpis` does.
    named = [codes.get(name, name) for name in several(row["organisations"])]
    ids = partner_ids()
    return KpiEntry(
        id=KpiEntryId(row["id"]),
        indicator=KpiKey(row["indicator"]),
        value=_number(row["value"]),
        period=row["period"],
        members=tuple(MemberCode(name) for name in named if name not in ids),
        partners=tuple(ids[name] for name in named if name in ids),
        evidence=row["evidence"] or None,
        note=row["note"] or None,
    )


def _number(cell: str) -> float | None:
    return float(cell) if cell else None
