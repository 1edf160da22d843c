"""Builders of results as the analysis hands them on, for rooms that only read them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from fastmap.analysis.grid import grid_of
from fastmap.catalogue.reading import load_catalogue
from fastmap.model.choices import CoverageStatus, Evidence, Step, Verdict
from fastmap.model.ids import LanguageCode, MemberCode, SkillUri
from fastmap.model.results import (
    Coverage,
    Ecosystem,
    Imbalance,
    Indicator,
    Quality,
    Quantities,
    Ranking,
    SkillResult,
    StepResult,
    Unknown,
    Votes,
)
from fastmap.model.snapshot import Snapshot

EN = LanguageCode("en")


def skill_uri(label: str) -> SkillUri:
    """Return the URI of the skill that `skill_result` makes for ``label``."""
    return SkillUri(f"fastmap:own/{label.casefold()}")


def skill_result(
    label: str = "Welding",
    verdict: Verdict = Verdict.SHORTAGE,
    *,
    priority: float | None = 80.0,
    users: int = 6,
    evidence: Evidence = Evidence.SUPPORTED,
    quantities: Mapping[str, Any] | None = None,
    figures: Mapping[str, float | int | None] | None = None,
    sensitive: bool = False,
    coverage: CoverageStatus = CoverageStatus.NOBODY,
    **changes: Any,
) -> SkillResult:
    """Return a well supported shortage of which nobody is recorded as teaching it."""
    known: dict[str, Any] = {
        "users": users,
        "short_now": 4,
        "short_12m": 9,
        "short_36m": None,
        "joint_people": None,
        "unknown": Unknown(),
        "reach": 0.5,
        "severity": 3.0,
        "urgency": 0.5,
        "scarcity": None,
        "tried_hires": 0,
        "consequences": {},
    }
    fields: dict[str, Any] = {
        "uri": skill_uri(label),
        "labels": {EN: label},
        "kind": None,
        "provisional": False,
        "strategic": False,
        "is_group": False,
        "group": None,
        "skills": (),
        "members": tuple(MemberCode(f"M{number:03}") for number in range(1, users + 1)),
        "quantities": Quantities(**(known | dict(quantities or {}))),
        "ranking": Ranking(priority=priority, rank=None if priority is None else 1),
        "imbalance": Imbalance(
            verdict=verdict,
            computed=verdict,
            evidence=evidence,
            votes=Votes(S=0, M=0, U=0),
            figures=figures or {},
            rule="rule.test",
            sensitive=sensitive,
            flipping_members=(),
            settle=(),
        ),
        "coverage": Coverage(status=coverage, providers=(), places_known=0, places_unknown=0),
    }
    return SkillResult(**(fields | changes))


def group_result(label: str, skills: Collection[SkillUri], **changes: Any) -> SkillResult:
    """Return the result of a group with ``skills``."""
    fields: dict[str, Any] = {"is_group": True, "skills": tuple(skills)}
    return skill_result(label, **(fields | changes))


def quality_result(**changes: Any) -> Quality:
    """Return the quality of a round in which 12 of 20 members answered."""
    fields: dict[str, Any] = {
        "members": 20,
        "asked": 20,
        "answered": 12,
        "response_rate": 0.6,
        "employment_covered": None,
        "headcount_known": 0,
        "empty_forms": 0,
        "by_size": (),
        "by_activity": (),
        "not_answered": (),
        "languages": {},
        "needs_rows": 0,
        "paid_training_yes": 0,
        "paid_training_known": 0,
        "barriers": {},
        "warnings": (),
    }
    return Quality(**(fields | changes))


def step_results_where(*, met: Collection[str] = (), not_met: Collection[str] = ()) -> tuple[StepResult, ...]:
    """Return the four steps with these indicators met and not met, all others unknown."""
    steps = []
    for step in Step:
        indicators = tuple(
            Indicator(
                key=definition.key,
                value=None,
                target=definition.target,
                met=True if definition.key in met else False if definition.key in not_met else None,
                unit=definition.unit,
            )
            for definition in load_catalogue().indicators_of(step)
        )
        known = [indicator.met for indicator in indicators if indicator.met is not None]
        readiness = 100 * sum(known) / len(known) if known else None
        steps.append(StepResult(step=step, readiness=readiness, indicators=indicators))
    return tuple(steps)


def advice_input(snapshot: Snapshot, *results: SkillResult, **changes: Any) -> dict[str, Any]:
    """Return the arguments of `recommend`: ``results`` as skills and groups, nothing known about the steps."""
    fields: dict[str, Any] = {
        "snapshot": snapshot,
        "catalogue": load_catalogue(),
        "quality": quality_result(),
        "skills": tuple(result for result in results if not result.is_group),
        "groups": tuple(result for result in results if result.is_group),
        "ecosystem": Ecosystem(),
        "grid": grid_of(snapshot, load_catalogue()),
        "steps": step_results_where(),
    }
    return fields | changes
