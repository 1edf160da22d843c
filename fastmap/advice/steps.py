"""When a step must wait: *Engage* is hard before *Broaden* and *Develop*, *Connect* runs in parallel."""

from __future__ import annotations

from dataclasses import replace

from fastmap.catalogue.definitions import Catalogue
from fastmap.model.choices import Step
from fastmap.model.results import StepResult

FOUNDATIONS = (Step.BROADEN, Step.DEVELOP)


def mark_prepare_first(steps: tuple[StepResult, ...], catalogue: Catalogue) -> tuple[StepResult, ...]:
    """Return ``steps`` with *Engage* marked "prepare first" where a foundation is missing, and what is missing.

    Marked if *Broaden* or *Develop* is known to be below ``step_ready`` and *Engage* is not known to have reached it.
    A foundation of which nothing is known does not block: there is nothing to name. Source: `domain.md`, The four steps.
    """
    ready = catalogue.rules.step_ready
    weak = [
        step for step in steps if step.step in FOUNDATIONS and step.readiness is not None and step.readiness < ready
    ]
    missing = tuple(item.key for step in weak for item in step.indicators if item.met is False)
    return tuple(
        replace(step, prepare_first=True, prepare=missing)
        if step.step is Step.ENGAGE and _waits(step, weak, ready)
        else step
        for step in steps
    )


def _waits(engage: StepResult, weak: list[StepResult], ready: float) -> bool:
    return bool(weak) and (engage.readiness is None or engage.readiness < ready)
