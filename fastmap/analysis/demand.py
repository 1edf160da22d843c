"""One row per member and skill, and one per member and group: the table that every figure is made from."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from fastmap.analysis.consolidation import CONSEQUENCES
from fastmap.analysis.frames import DEMAND, PEOPLE
from fastmap.catalogue.definitions import Rules
from fastmap.model.ids import SkillUri

_KEYS = ["skill", "member"]
_SUMMED_IN_GROUPS = [*PEOPLE, "urgent_now", "urgent_all"]


def skill_demand(needs: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """Return `frames.DEMAND` per member and skill.

    Several rows of a member that mean the same skill become one: per figure the larger value, the worst consequence,
    one hire with the worst result, every reason once (`domain.md`, Quantities). All of these are maxima, because
    consequences and hires are coded from harmless to bad.
    """
    merged = needs.groupby(_KEYS, as_index=False).max()
    points = np.array([np.nan, *(rules.severity_points[consequence] for consequence in CONSEQUENCES)])
    now, later = merged["short_now"], merged["short_12m"]
    both = now.notna() & later.notna()
    merged["severity"] = points[merged["consequence"].fillna(0).astype("int64")]
    merged["tried"] = (merged["hiring"] >= 1).astype("float64")
    merged["hard"] = (merged["hiring"] >= 2).astype("float64")
    merged["urgent_now"] = now.where(both)
    merged["urgent_all"] = now.where(now > later, later).where(both)
    return merged[list(DEMAND)]


def group_demand(demand: pd.DataFrame, group_of: Mapping[SkillUri, SkillUri]) -> pd.DataFrame:
    """Return `frames.DEMAND` per member and group: a member counts once, its people are summed.

    ``skill`` holds the group. Consequence and hire are the member's worst over the group's skills. Skills without a
    group are left out. Urgency is summed over the skills for which both horizons are known, so that "now" of one
    skill is never set against "in 12 months" of another.
    """
    grouped = _by_group(demand, group_of).groupby(_KEYS, as_index=False)
    people = grouped[_SUMMED_IN_GROUPS].sum(min_count=1)
    rest = grouped[[name for name in DEMAND if name not in (*_KEYS, *_SUMMED_IN_GROUPS)]].max()
    return people.merge(rest, on=_KEYS)[list(DEMAND)]


def group_unused(unused: pd.DataFrame, group_of: Mapping[SkillUri, SkillUri]) -> pd.DataFrame:
    """Return `frames.UNUSED` per member and group: a member reports once, its people are summed."""
    return _by_group(unused, group_of).groupby(_KEYS, as_index=False).sum(min_count=1)


def _by_group(frame: pd.DataFrame, group_of: Mapping[SkillUri, SkillUri]) -> pd.DataFrame:
    groups = frame["skill"].map(group_of)
    return frame.assign(skill=groups)[groups.notna()]
