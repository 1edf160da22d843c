"""How firm the order is: the ranking repeated over resampled members."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from fastmap.analysis.priorities import Figures, priorities, priority_parts, ranks
from fastmap.catalogue.definitions import Rules
from fastmap.model.ids import MemberCode, SkillUri
from fastmap.model.results import Ranking

_SUMMED: Final = ("short_12m", "severity", "urgent_now", "urgent_all", "hard", "tried")
_COUNTED: Final = ("short_12m", "severity")


def resampled_members(members: Sequence[MemberCode], rules: Rules) -> Figures:
    """Return how often each member (column) is drawn in each resample (row).

    Members who answered are drawn with replacement, as many as there are. The seed is a rule, and members are taken
    by code: the same answers give the same draws, whatever the order they came in.
    """
    size = len(members)
    if not size:
        return np.zeros((rules.resamples, 0))
    draws = np.random.default_rng(rules.seed).integers(size, size=(rules.resamples, size))
    places = draws + size * np.arange(rules.resamples)[:, None]
    return np.bincount(places.ravel(), minlength=rules.resamples * size).reshape(-1, size).astype(np.float64)


def with_robustness(
    rankings: Mapping[SkillUri, Ranking],
    demand: pd.DataFrame,
    *,
    members: Sequence[MemberCode],
    draws: Figures,
    rules: Rules,
) -> dict[SkillUri, Ranking]:
    """Return ``rankings`` with the interval of the rank and the share of resamples among the first ``top_k``.

    The skills compared stay those that are ranked; priority and rank are worked out anew in each resample. The
    interval always holds the rank itself. ``demand`` is `frames.DEMAND`, ``members`` those who answered, by code,
    ``draws`` their `resampled_members`. Source: `domain.md`, Robustness; decision record 0052.
    """
    if not rankings:
        return {}
    skills = sorted(rankings)
    places = _resampled_ranks(_sums(demand, skills=skills, members=members, draws=draws), rules)
    tail = (1 - rules.interval) / 2
    low = np.quantile(places, tail, axis=0, method="lower")
    high = np.quantile(places, 1 - tail, axis=0, method="higher")
    top = (places <= rules.top_k).mean(axis=0)
    return {
        uri: replace(
            rankings[uri],
            rank_low=min(int(low[column]), rankings[uri].rank or 1),
            rank_high=max(int(high[column]), rankings[uri].rank or 1),
            top10_share=float(top[column]),
        )
        for column, uri in enumerate(skills)
    }


def _resampled_ranks(sums: Mapping[str, Figures], rules: Rules) -> Figures:
    parts = priority_parts(
        users=sums["users"],
        short_12m=np.where(sums["short_12m known"] > 0, sums["short_12m"], np.nan),
        severity=_share(sums["severity"], sums["severity known"]),
        urgency=_share(sums["urgent_now"], sums["urgent_all"]),
        scarcity=_share(sums["hard"], sums["tried"]),
    )
    return ranks(priorities(parts, rules))


def _sums(
    demand: pd.DataFrame, *, skills: Sequence[SkillUri], members: Sequence[MemberCode], draws: Figures
) -> dict[str, Figures]:
    """Return per figure its sum in each resample (rows) for each skill (columns)."""
    rows = demand[demand["skill"].isin(skills)]
    skill = pd.Index(skills).get_indexer(pd.Index(rows["skill"]))
    member = pd.Index(members).get_indexer(pd.Index(rows["member"]))

    def summed(values: Figures) -> Figures:
        each = csr_array((values, (skill, member)), shape=(len(skills), len(members)))
        return np.ascontiguousarray((each @ draws.T).T)

    figures = {name: rows[name].to_numpy(dtype=np.float64) for name in _SUMMED}
    sums = {name: summed(np.nan_to_num(values)) for name, values in figures.items()}
    sums |= {f"{name} known": summed((~np.isnan(figures[name])).astype(np.float64)) for name in _COUNTED}
    return sums | {"users": summed(np.ones(len(rows)))}


def _share(part: Figures, total: Figures) -> Figures:
    return np.divide(part, total, out=np.full_like(part, np.nan), where=total > 0)
