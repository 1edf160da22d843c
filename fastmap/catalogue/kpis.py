"""Reading ``kpis.toml``: the indicators that funders ask for, with their thresholds."""

from __future__ import annotations

from collections.abc import Collection

from fastmap.catalogue.definitions import KpiDefinition
from fastmap.catalogue.tables import Table, distinct_rows
from fastmap.model.ids import KpiKey
from fastmap.model.kpis import KpiObjective, KpiUnit, is_own


def read_kpis(table: Table, sources: Collection[str]) -> tuple[KpiDefinition, ...]:
    """Return the indicators in the order of the file; mistakes are noted in ``table``'s problems."""
    known = {str(row.content.get("key")) for row in table.rows("kpi")} or {""}
    return tuple(_kpi(row, known, sources) for row in distinct_rows(table, "kpi"))


def _kpi(row: Table, known: Collection[str], sources: Collection[str]) -> KpiDefinition:
    has_target, is_part = "target" in row.content, "part_of" in row.content
    kpi = KpiDefinition(
        key=KpiKey(row.text("key")),
        objective=row.choice("objective", KpiObjective),
        mandatory=row.flag("mandatory"),
        unit=row.choice("unit", KpiUnit),
        adds_up=row.flag("adds_up", default=True),
        about_members=row.flag("about_members", default=False),
        smes_only=row.flag("smes_only", default=False),
        target=row.number("target", 0, 1_000_000_000) if has_target else None,
        part_of=KpiKey(row.one_of("part_of", known)) if is_part else None,
        share_target=row.number("share_target", 0, 1) if is_part else None,
        beside=tuple(KpiKey(key) for key in row.names("beside", known)) if "beside" in row.content else (),
        source=row.one_of("source", sources),
    )
    if kpi.objective is KpiObjective.OWN or is_own(kpi.key):
        row.note("key", "own indicators stand in the file, not in the catalogue")
    if kpi.key == kpi.part_of or kpi.key in kpi.beside:
        row.note("key", "cannot be a part of, or stand beside, itself")
    if kpi.smes_only and kpi.unit is not KpiUnit.ORGANISATIONS:
        row.note("smes_only", "only an indicator that counts organisations can ask for it")
    return kpi
