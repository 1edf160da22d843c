"""The targets of the four steps that hold for an assessment, and which of them the cluster chose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fastmap.analysis.readiness import ALONE_SERVICES
from fastmap.catalogue.definitions import Catalogue, IndicatorDefinition
from fastmap.model.choices import EDUCATION_AND_RESEARCH, PartnerType
from fastmap.model.messages import Fact, Message, Share, Term, message
from fastmap.model.results import StepResult
from fastmap.model.snapshot import Snapshot


def with_targets_of(snapshot: Snapshot, catalogue: Catalogue) -> Catalogue:
    """Return ``catalogue`` with the targets that the cluster chose beside its own.

    A target that the indicator cannot have (recorded under an older catalogue, say) is left out.
    The stamp stays: it names the catalogue of the file, and the report names the changed targets beside it.
    """
    chosen = {target.key: target.target for target in snapshot.targets}
    if not chosen:
        return catalogue
    return replace(catalogue, indicators=tuple(_with_own(item, chosen.get(item.key)) for item in catalogue.indicators))


def most_possible(key: str, catalogue: Catalogue) -> int | None:
    """Return the largest target that an indicator can reach, because there is no more of what it counts; ``None``: no bound."""
    return {
        "education_types_inside": len(EDUCATION_AND_RESEARCH),
        "alone_actions_running": len(ALONE_SERVICES),
        "partner_types_formal": len(PartnerType),
        "checklist_partly": len(catalogue.checklist),
    }.get(key)


def changed_targets(steps: Iterable[StepResult]) -> Message | None:
    """Return the sentence that says which targets the cluster chose itself, each beside the catalogue's, or ``None``."""
    parts = tuple(
        message(
            "report.target.part",
            name=Term(f"indicator.{item.key}.name"),
            target=_said(item.target, item.unit),
            usual=_said(item.catalogue_target, item.unit),
        )
        for step in steps
        for item in step.indicators
        if item.catalogue_target is not None
    )
    return message("report.target.note", targets=parts) if parts else None


def _said(target: float, unit: str) -> Fact:
    return Share(target) if unit == "share" else target


def _with_own(item: IndicatorDefinition, target: float | None) -> IndicatorDefinition:
    if target is None or target == item.target or not item.may_become(target):
        return item
    return replace(item, own_target=target)
