"""What the page of next steps shows, in words that it only lays out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fastmap.model.choices import ChecklistState, RecommendationAnswer, Step

if TYPE_CHECKING:
    from fastmap.model.results import NearMiss, Recommendation


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeView:
    """A word with a tone; ``full`` says what a short word stands for."""

    text: str
    tone: str
    full: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherView:
    """A candidate that stands on no card, in words."""

    id: str
    title: str
    condition: str
    then: str
    """Where it would stand with the condition; "" where no single one lifts it."""
    badge: BadgeView


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonView:
    """One line of "Why this is suggested", and the steps its data come from."""

    sentence: str
    pages: tuple[str, ...]
    """Steps of the window whose pages hold its figures, each once."""
    step: Step | None = None
    """The step of the path whose indicators hold its target; ``None`` for a reason without one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """One labelled part of a decision."""

    key: str
    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailsView:
    """Why a recommendation is suggested, and everything else a board asks."""

    reasons: tuple[ReasonView, ...]
    parts: tuple[PartView, ...]
    """The last one says how its place in the order came about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A recommendation as a board decision, as it stands closed."""

    id: str
    title: str
    decision: str
    badges: tuple[BadgeView, ...]
    answer: RecommendationAnswer | None
    answer_badge: BadgeView | None
    answer_reason: str
    changed: tuple[str, ...] = ()
    """What changed since the answer: not empty, the decision is open again."""
    is_on_paper: bool = False

    @property
    def is_decided(self) -> bool:
        """True if an answer holds."""
        return self.answer is not None and not self.changed


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorView:
    """One indicator of a step in words."""

    key: str
    name: str
    facts: str
    """What the value rests on; where it is not recorded yet, why and how to record it."""
    source: str
    """Which records it is counted from."""
    value: str
    bound: str
    """"at least" or "at most"; "" for yes or no."""
    target: str
    has_own_target: bool
    usual_target: str
    """The catalogue's target where the cluster chose another one, else ""."""
    can_change_target: bool
    most: int | None
    """The largest target that can be reached; ``None``: no bound."""
    state: str
    """``met``, ``not_met`` or ``unknown``."""
    state_words: str
    tone: str
    icon: str
    by_hand: bool
    """Whether a person may record it here: not while something recorded leads (the team self-assessment)."""
    unit: str
    recorded: float | None
    """What a person recorded, as it is in the file now."""
    note: str
    page: str
    """Where its data are recorded; "" if here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistView:
    """One question of the partnership checklist."""

    item: str
    question: str
    state: ChecklistState | None
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """One of the four steps."""

    step: Step
    number: int
    name: str
    meaning: str
    words: str
    suggestions: int
    note: str
    """The precondition in a few words, or nothing."""
    prepare: str
    """What to prepare first, each with its value and target; or nothing."""
    prepare_steps: Mapping[Step, str]
    """The steps in which to prepare it, with their names."""
    indicators: tuple[IndicatorView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepView:
    """An action that runs, and how to get more out of it."""

    title: str
    badge: BadgeView
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStepsView:
    """Everything the page shows."""

    steps: tuple[StepView, ...]
    top: tuple[Recommendation, ...]
    best: tuple[Recommendation, ...]
    rest: tuple[Recommendation, ...]
    aside: tuple[Recommendation, ...]
    """Put off or refused, and quiet."""
    decided: frozenset[str]
    others: tuple[NearMiss, ...]
    keep: tuple[KeepView, ...]
    checklist: tuple[ChecklistView, ...]

    @property
    def all(self) -> tuple[Recommendation, ...]:
        """All recommendations in their order."""
        return (*self.top, *self.best, *self.rest, *self.aside)
