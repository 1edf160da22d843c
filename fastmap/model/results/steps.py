"""How far the cluster is on each of the four steps."""

from __future__ import annotations

from dataclasses import dataclass

from fastmap.model.choices import Step
from fastmap.model.messages import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One indicator of a step. ``met`` is ``None`` while its value is unknown."""

    key: str
    value: float | None
    target: float
    """The target that holds."""
    met: bool | None
    unit: str
    """``count``, ``share`` or ``yes_no``."""
    facts: Message | None = None
    """One sentence: what the value rests on, or why it is not known."""
    catalogue_target: float | None = None
    """The catalogue's target where the cluster chose another one, else ``None``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepResult:
    """How far the cluster is on one step."""

    step: Step
    readiness: float | None
    """met / known × 100; ``None`` if nothing is known."""
    indicators: tuple[Indicator, ...]
    prepare_first: bool = False
    prepare: tuple[str, ...] = ()
    """Keys of the indicators to prepare first."""
