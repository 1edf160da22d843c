"""The ledger of funder figures in the JSON of the contract."""

from __future__ import annotations

from fastmap.model.kpi_results import KpiOrganisation, KpiResult
from fastmap.model.kpis import KpiEntry
from fastmap.model.messages import Name
from fastmap.report.contract_names import Json
from fastmap.texts import Texts


def kpis_as_json(kpis: tuple[KpiResult, ...], texts: Texts) -> list[Json]:
    """Return one entry per indicator, by objective; unknown is ``null``, never 0."""
    return [_kpi(kpi, texts) for kpi in kpis]


def _kpi(kpi: KpiResult, texts: Texts) -> Json:
    return {
        "key": kpi.key,
        "name": texts.fact(kpi.title) or None,
        "objective": kpi.objective,
        "mandatory": kpi.mandatory,
        "unit": kpi.unit,
        "adds_up": kpi.adds_up,
        "less_is_better": kpi.less_is_better,
        "baseline": kpi.baseline,
        "target": kpi.target,
        "target_source": None if kpi.target is None else "funder" if kpi.target_is_the_funders else "own",
        "part_of": kpi.part_of,
        "share_target": kpi.share_target,
        "share": kpi.share,
        "recorded": kpi.recorded,
        "counted_twice": kpi.counted_twice,
        "actual": kpi.actual,
        "unknown_entries": kpi.unknown_entries,
        "organisations": kpi.organisation_count,
        "reached": kpi.reached,
        "progress": kpi.progress,
        "periods": [
            {
                "period": one.period,
                "value": one.value,
                "unknown_entries": one.unknown_entries,
                "organisations": one.organisations,
            }
            for one in kpi.periods
        ],
        "unique_organisations": [_organisation(one) for one in kpi.organisations],
        "entries": [_entry(entry) for entry in kpi.entries],
        "warnings": [
            {"code": warning.key.removeprefix("kpi_warning."), "message": texts.say(warning)}
            for warning in kpi.warnings
        ],
    }


def _organisation(one: KpiOrganisation) -> Json:
    if isinstance(one.name, Name):
        return {"kind": one.name.kind, "id": one.name.id, "name": one.name.name}
    return {"kind": "other", "id": None, "name": one.name}


def _entry(entry: KpiEntry) -> Json:
    return {
        "id": entry.id,
        "period": entry.period,
        "value": entry.value,
        "members": list(entry.members),
        "partners": list(entry.partners),
        "others": list(entry.others),
        "evidence": entry.evidence,
        "note": entry.note,
    }
