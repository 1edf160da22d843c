"""How far the cluster is on each step, as JSON of the contract."""

from __future__ import annotations

from collections.abc import Collection

from fastmap.model.choices import Step
from fastmap.model.results import Indicator, StepResult
from fastmap.report.contract_names import Json
from fastmap.texts import Texts


def step_json(item: StepResult, texts: Texts, withheld: Collection[str]) -> Json:
    """Return a step with its indicators; ``withheld``: keys of those that this edition does not tell."""
    found: Json = {
        "readiness": item.readiness,
        "indicators": [_indicator(one, texts, is_withheld=one.key in withheld) for one in item.indicators],
    }
    if item.step is Step.ENGAGE:
        found |= {"prepare_first": item.prepare_first, "prepare": list(item.prepare)}
    return found


def _indicator(item: Indicator, texts: Texts, *, is_withheld: bool) -> Json:
    is_open = item.value is None and not is_withheld  # what is withheld was recorded
    return {
        "key": item.key,
        "name": texts.term(f"indicator.{item.key}.name"),
        "value": item.value,
        "target": item.target,
        "target_changed": item.catalogue_target is not None,
        "catalogue_target": item.target if item.catalogue_target is None else item.catalogue_target,
        "source": texts.term(f"indicator.{item.key}.source"),
        "record": texts.term(f"indicator.{item.key}.record") if is_open else None,
        "met": item.met,
        "unit": item.unit,
        "facts": texts.say(item.facts) if item.facts else None,
    }
