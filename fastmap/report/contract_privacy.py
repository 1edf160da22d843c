"""What an edition withholds, as JSON of the contract: so that readers can tell withheld from unknown."""

from __future__ import annotations

from fastmap.catalogue.definitions import Catalogue
from fastmap.model.snapshot import Snapshot
from fastmap.report.contract_names import Json
from fastmap.report.protection import Protection, k_in_force
from fastmap.report.sections.withheld import counts_of
from fastmap.texts import Texts


def privacy_json(protection: Protection | None, snapshot: Snapshot, catalogue: Catalogue, texts: Texts) -> Json:
    """Return what is withheld and by which rule; nothing where the edition is not anonymous."""
    if protection is None:
        return {"anonymous": False, "k": k_in_force(snapshot, catalogue.rules), "withheld": {}, "remarks": []}
    return {
        "anonymous": True,
        "k": protection.k,
        "withheld": {
            "by_reason": counts_of(protection),
            "figures": {uri: sorted(figures) for uri, figures in protection.figures.items()},
            "general": sorted(protection.general),
            "indicators": sorted(protection.indicators),
            "kpis": {key: sorted(figures) for key, figures in protection.kpis.items()},
            "skills_named_by_few": sorted(texts.fact(labels) for labels in protection.few_labels),
            "skills_unnamed": protection.few_unnamed,
            "sentences": protection.sentences_withheld,
            "titles": protection.titles_withheld,
        },
        "remarks": list(protection.remarks),
    }
