"""The cluster, its round, who answered and who is missing, as JSON of the contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from fastmap.model.representation import Representation
from fastmap.model.results import Quality, Stratum
from fastmap.model.snapshot import Snapshot
from fastmap.report.contract_names import Json, Names, iso
from fastmap.report.grant import grant_as_json, logo_as_json
from fastmap.report.strata import stratum_label
from fastmap.texts import Texts


def cluster_json(snapshot: Snapshot) -> Json:
    """Return the cluster organisation."""
    cluster = snapshot.cluster
    return {
        "name": cluster.name,
        "country": cluster.country,
        "nuts": cluster.nuts,
        "sectors": list(cluster.sectors),
        "founded_year": cluster.founded_year,
        "staff": cluster.staff,
        "member_count": cluster.member_count,
        "label": cluster.label,
        "chain_role": cluster.chain_role,
        "logo": logo_as_json(snapshot.logo),
    }


def round_json(snapshot: Snapshot) -> Json:
    """Return the round of fast mapping."""
    info = snapshot.info
    return {
        "title": info.title,
        "label": info.round_label,
        "start": iso(info.round_start),
        "end": iso(info.round_end),
        "language": info.language,
        "fictional": info.fictional,
        "grant": grant_as_json(snapshot.grant),
    }


def weights_json(snapshot: Snapshot, usual: Mapping[str, float]) -> Json:
    """Return the weights of the priority: those used, and the catalogue's."""
    own = snapshot.weights
    return {
        "changed": own is not None,
        "used": dict(usual) if own is None else own.by_part(),
        "catalogue": dict(usual),
    }


def quality_json(quality: Quality, names: Names) -> Json:
    """Return who answered, by slice of the membership too."""
    return {
        "members": quality.members,
        "asked": quality.asked,
        "answered": quality.answered,
        "response_rate": quality.response_rate,
        "employment_covered": quality.employment_covered,
        "headcount_known": quality.headcount_known,
        "empty_forms": quality.empty_forms,
        "needs_rows": quality.needs_rows,
        "by_size": [_stratum(item, "member_kind", names.texts) for item in quality.by_size],
        "by_activity": [_stratum(item, "nace", names.texts) for item in quality.by_activity],
        "by_region": [_stratum(item, "nuts", names.texts) for item in quality.by_region],
        "not_answered": list(quality.not_answered),
        "languages": dict(quality.languages),
        "paid_training": {"yes": quality.paid_training_yes, "known": quality.paid_training_known},
        "barriers": dict(quality.barriers),
        "warnings": names.sentences(quality.warnings),
    }


def representation_json(found: Representation, names: Names) -> Json:
    """Return who is missing among the answers."""
    shift = found.shift
    return {
        "missing": [asdict(item) for item in found.missing],
        "shift": None
        if shift is None
        else {
            "skill": next(iter(names.skills([shift.skill])), None),
            "reach": shift.reach,
            "weighted": shift.weighted,
        },
    }


def _stratum(item: Stratum, family: str, texts: Texts) -> Json:
    rate = item.answered / item.asked if item.asked and item.answered is not None else None
    return {
        "key": item.key,
        "label": stratum_label(item.key, family, texts),
        "members": item.members,
        "asked": item.asked,
        "answered": item.answered,
        "response_rate": rate,
        "headcount": item.headcount,
        "headcount_answered": item.headcount_answered,
    }
