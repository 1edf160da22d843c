"""What planned and running actions cost, by source of money and horizon: sums of what is recorded, nothing estimated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from fastmap.advice.roadmap import Roadmap, RoadmapEntry
from fastmap.model.choices import RecommendationAnswer, Timing
from fastmap.model.normalise import text_key
from fastmap.model.results import Recommendation

HORIZONS: Final = (*Timing, None)


def total(values: Iterable[float | None]) -> float | None:
    """Return the sum of the values that are known, ``None`` if none is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


@dataclass(frozen=True, slots=True, kw_only=True)
class CostLine:
    """Actions that one source pays for."""

    funding: str | None
    """The source as recorded, never split; ``None``: nobody recorded one."""
    actions: int
    without_budget: int
    """Actions among them whose budget nobody recorded; they count nothing in the sums."""
    by_horizon: Mapping[Timing | None, float | None]
    """Σ budgets in euro for every horizon (``None``: nothing says when); ``None`` as a sum: actions, but no budget."""

    @property
    def budget(self) -> float | None:
        """Σ recorded budgets in euro; ``None`` if none is recorded."""
        return total(self.by_horizon.values()) if self.without_budget < self.actions else None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionCosts:
    """What decisions that the board took or has before it would cost: they are no actions yet."""

    decisions: int
    filled_in: float
    """Σ euro that were filled in on their cards."""
    with_figure: int
    """Decisions on whose cards money was filled in."""
    low: float
    """Σ lower ends of the catalogue's ranges, in euro, over the other decisions."""
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """Costs on the roadmap and of decisions."""

    lines: tuple[CostLine, ...]
    """The largest sum first; actions without a recorded source last."""
    decisions: DecisionCosts

    @property
    def actions(self) -> int:
        """How many actions are planned or running."""
        return sum(line.actions for line in self.lines)

    @property
    def without_budget(self) -> int:
        """How many of them have no budget recorded."""
        return sum(line.without_budget for line in self.lines)

    @property
    def budget(self) -> float | None:
        """Σ recorded budgets in euro; ``None`` if none is recorded."""
        return total(line.budget for line in self.lines)

    def of(self, horizon: Timing | None) -> float | None:
        """Return the sum of one horizon over all sources."""
        return total(line.by_horizon[horizon] for line in self.lines)

    @property
    def sourced(self) -> float:
        """Σ recorded budgets in euro of actions whose source of money is recorded."""
        return sum(line.budget or 0.0 for line in self.lines if line.funding is not None)


def costs_of(roadmap: Roadmap, recommendations: Sequence[Recommendation]) -> Costs:
    """Return the costs of the actions on ``roadmap``, and of decisions accepted or chosen for the board paper.

    A decision whose action is planned or running already is not counted again.
    """
    groups: dict[str, list[RoadmapEntry]] = {}
    for entry in roadmap.entries:
        groups.setdefault(text_key(entry.action.funding or ""), []).append(entry)
    lines = [_line(entries) for entries in groups.values()]
    lines.sort(key=lambda line: (line.funding is None, -(line.budget or 0.0), line.funding or ""))
    begun = {entry.action.reference for entry in roadmap.entries}
    open_ = [item for item in recommendations if _is_before_the_board(item) and item.reference not in begun]
    return Costs(lines=tuple(lines), decisions=_decisions(open_))


def _line(entries: Sequence[RoadmapEntry]) -> CostLine:
    by_horizon = {horizon: [entry for entry in entries if entry.horizon is horizon] for horizon in HORIZONS}
    return CostLine(
        funding=next((entry.action.funding for entry in entries if entry.action.funding), None),
        actions=len(entries),
        without_budget=sum(entry.action.budget is None for entry in entries),
        by_horizon={
            horizon: total(entry.action.budget for entry in inside) if inside else 0.0
            for horizon, inside in by_horizon.items()
        },
    )


def _is_before_the_board(item: Recommendation) -> bool:
    on_paper = item.plan is not None and item.plan.on_paper
    return item.answer is RecommendationAnswer.ACCEPTED or (on_paper and not item.is_quiet)


def _decisions(items: Sequence[Recommendation]) -> DecisionCosts:
    filled = [item.plan.money for item in items if item.plan is not None and item.plan.money is not None]
    others = [item.cost for item in items if item.plan is None or item.plan.money is None]
    return DecisionCosts(
        decisions=len(items),
        filled_in=sum(filled),
        with_figure=len(filled),
        low=sum(cost.money_low for cost in others),
        high=sum(cost.money_high for cost in others),
    )
