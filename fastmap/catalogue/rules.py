"""Reading ``rules.toml``: every threshold and weight of the method, in its range."""

from __future__ import annotations

from math import isclose
from typing import Final

from fastmap.catalogue.definitions import BalanceRules, Rules
from fastmap.catalogue.tables import Table
from fastmap.model.choices import Consequence

PRIORITY_PARTS: Final = ("reach", "size", "severity", "urgency", "scarcity")


def read_rules(table: Table) -> Rules:
    """Return the rules; mistakes are noted in ``table``'s problems."""
    evidence = table.part("evidence")
    diagnosis = table.part("diagnosis")
    priority = table.part("priority")
    robustness = table.part("robustness")
    steps = table.part("steps")
    advice = table.part("advice")
    privacy = table.part("privacy")
    warnings = table.part("warnings")
    rules = Rules(
        min_users=evidence.whole("min_users", 1, 100),
        supported_users=evidence.whole("supported_users", 1, 100),
        balanced_share=diagnosis.number("balanced_share", 0, 1),
        min_unused=diagnosis.whole("min_unused", 1, 100),
        suffices_share=diagnosis.number("suffices_share", 0, 1),
        min_suitable=diagnosis.whole("min_suitable", 1, 100),
        severity_points=priority.points("severity_points", Consequence),
        priority_weights=_weights(priority),
        resamples=robustness.whole("resamples", 1, 100_000),
        seed=robustness.whole("seed", 0, 2**32 - 1),
        interval=robustness.number("interval", 0, 1),
        top_k=robustness.whole("top_k", 1, 100),
        strong_stage=steps.whole("strong_stage", 0, 5),
        formal_stage=steps.whole("formal_stage", 0, 5),
        step_ready=steps.number("step_ready", 0, 100),
        repeat_months=steps.whole("repeat_months", 1, 600),
        feasibility_base=advice.number("feasibility_base", 0, 1),
        stage_base=advice.number("stage_base", 0, 1),
        invite_base=advice.number("invite_base", 0, 1),
        gap_empty=advice.number("gap_empty", 0, 1),
        gap_started=advice.number("gap_started", 0, 1),
        step_impact_floor=advice.number("step_impact_floor", 0, 1),
        privacy_k=privacy.whole("privacy_k", 1, 100),
        privacy_within=privacy.number("privacy_within", 0, 1),
        warn_low_response=warnings.number("low_response", 0, 1),
        warn_few_answers=warnings.whole("few_answers", 0, 1000),
        warn_size_share=warnings.number("size_share", 0, 1),
        warn_missing=warnings.number("missing", 0.1, 1000),
        cards=advice.whole("cards", 1, 20),
        named_fit=advice.number("named_fit", 0, 1),
        changed_firms=advice.whole("changed_firms", 1, 100),
        changed_people_share=advice.number("changed_people_share", 0, 1),
        balance=_balance(table.part("balance")),
    )
    if rules.supported_users < rules.min_users:
        evidence.note("supported_users", "is below min_users")
    for part in (evidence, diagnosis, priority, robustness, steps, advice, privacy, warnings):
        part.refuse_others()
    return rules


def _balance(table: Table) -> BalanceRules:
    rules = BalanceRules(
        least_actions=table.whole("least_actions", 1, 100),
        lean_share=table.number("lean_share", 0.5, 1),
        least_tied=table.whole("least_tied", 1, 100),
        tied_share=table.number("tied_share", 0.5, 1),
        named_skills=table.whole("named_skills", 1, 100),
    )
    table.refuse_others()
    return rules


def _weights(priority: Table) -> dict[str, float]:
    table = priority.part("weights")
    weights = {key: table.number(key, 0, 1) for key in PRIORITY_PARTS}
    table.refuse_others()
    total = sum(weights.values())
    if not isclose(total, 1.0, abs_tol=1e-9):
        priority.note("weights", f"sum to {total:g}, not to 1")
    return weights
