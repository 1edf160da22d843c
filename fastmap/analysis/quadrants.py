"""Where a skill or group lies between demand and supply: the map that Figure 1 of the paper describes.

Demand is counted in firms that need it. Supply is what the answers and recorded offers say of it: of all signs, the
share that says people or courses are there – unfit, unused or good enough – rather than missing. These are the votes
that decide the verdict, so that a verdict and its place on the map come from the same figures.
"""

from __future__ import annotations

from dataclasses import dataclass

from fastmap.model.choices import Verdict
from fastmap.model.results import SkillResult


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPlace:
    """A place on the map."""

    demand: int
    """Firms that need it."""
    supply: float | None
    """0 (all signs say missing) to 1 (all say there); ``None``: no sign at all, so nobody can say."""
    people: int | None
    """People short in 12 months."""


def map_place(item: SkillResult) -> MapPlace:
    """Return where ``item`` lies. Members with the skill unused count as signs that people are there."""
    votes = item.imbalance.votes
    there = votes.M + votes.U + int(item.imbalance.figures.get("unused") or 0)
    signs = there + votes.S
    return MapPlace(
        demand=item.quantities.users,
        supply=there / signs if signs else None,
        people=item.quantities.short_12m,
    )


def is_on_map(item: SkillResult) -> bool:
    """Say whether ``item`` is drawn: everything with a verdict. Hundreds that one firm named would hide the rest."""
    return item.imbalance.verdict is not Verdict.NOT_ENOUGH_EVIDENCE
