"""Priority 0–100 and rank of the skills (or groups) that enough members named."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from fastmap.catalogue.definitions import Rules
from fastmap.model.ids import SkillUri
from fastmap.model.results import PriorityPart, Ranking

Figures: TypeAlias = npt.NDArray[np.float64]

PARTS: Final = ("reach", "size", "severity", "urgency", "scarcity")
_TIE_DECIMALS: Final = 9
"""Priorities that agree to this many decimals are a tie; beyond it only the order of adding up would decide."""


def ranked_skills(table: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """Return the rows of ``table`` (`quantities.quantity_table`) with enough users to be ranked."""
    return table[table["users"] >= rules.min_users]


def priority_parts(
    *, users: Figures, short_12m: Figures, severity: Figures, urgency: Figures, scarcity: Figures
) -> Figures:
    """Return the five parts, each 0–1 or NaN if missing, stacked on a new first axis in the order of `PARTS`.

    Skills lie on the last axis; every other axis (resamples) is worked through alike. Units as in `Quantities`.
    Source: `domain.md`, Priority.
    """
    return np.stack([_reach(users), _size(short_12m), (severity - 1) / 3, urgency, scarcity])


def priorities(parts: Figures, rules: Rules) -> Figures:
    """Return the priority 0–100 for ``parts``: a missing part is left out and the others are re-weighted."""
    weights = part_weights(parts, rules)
    total = np.where(weights > 0, weights * np.nan_to_num(parts), 0.0).sum(axis=0)
    result: Figures = np.round(100 * total, _TIE_DECIMALS)
    return result


def part_weights(parts: Figures, rules: Rules) -> Figures:
    """Return the weight of each part after re-weighting (0 where it is missing; they sum to 1)."""
    full = np.array([rules.priority_weights[name] for name in PARTS])
    weights = np.where(np.isnan(parts), 0.0, full.reshape(-1, *(1,) * (parts.ndim - 1)))
    result: Figures = weights / weights.sum(axis=0)
    return result


def ranks(values: Figures) -> Figures:
    """Return ranks on the last axis, best 1; ties share a rank and the next ranks are skipped (1, 1, 3)."""
    return _ordered(-values, "min")


def rankings(ranked: pd.DataFrame, rules: Rules) -> dict[SkillUri, Ranking]:
    """Return priority, parts and rank of each skill of ``ranked``; without robustness yet."""
    if ranked.empty:
        return {}
    figures = ("users", "short_12m", "severity", "urgency", "scarcity")
    parts = priority_parts(**{name: ranked[name].to_numpy(dtype=np.float64) for name in figures})
    weights = part_weights(parts, rules)
    values = priorities(parts, rules)
    places = ranks(values)
    return {
        SkillUri(uri): Ranking(
            priority=float(values[column]),
            rank=int(places[column]),
            parts=_parts(parts[:, column], weights[:, column]),
        )
        for column, uri in enumerate(ranked.index)
    }


def _parts(values: Figures, weights: Figures) -> tuple[PriorityPart, ...]:
    return tuple(
        PriorityPart(key=key, value=None if np.isnan(value) else float(value), weight=float(weight))
        for key, value, weight in zip(PARTS, values, weights, strict=True)
    )


def _reach(users: Figures) -> Figures:
    largest = users.max(axis=-1, keepdims=True)
    result: Figures = users / np.maximum(largest, 1)
    return result


def _ordered(values: Figures, ties: Literal["min", "average"]) -> Figures:
    """Return the place of each value on the last axis, smallest 1.

    `scipy.stats.rankdata` says the same, but loading it takes 0.7 s of every start.
    """
    rows = pd.DataFrame(values.reshape(-1, values.shape[-1]))
    result: Figures = rows.rank(axis=1, method=ties).to_numpy(dtype=np.float64).reshape(values.shape)
    return result


def _size(short_12m: Figures) -> Figures:
    missing = np.isnan(short_12m)
    known = (~missing).sum(axis=-1, keepdims=True)
    # Unknown ones are ranked behind all others, where they disturb no rank, and taken out again.
    order = _ordered(np.where(missing, np.inf, short_12m), "average")
    size: Figures = (order - 1) / np.maximum(known - 1, 1)
    return np.where(missing | (known < 2), np.nan, size)
