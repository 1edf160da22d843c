"""The quantities of each skill or group: users, people short, reach, severity, urgency, scarcity."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import numpy as np
import pandas as pd

from fastmap.analysis.consolidation import CONSEQUENCES
from fastmap.analysis.frames import PEOPLE, known, whole
from fastmap.model.ids import SkillUri
from fastmap.model.results import Quantities, Unknown


def quantity_table(demand: pd.DataFrame) -> pd.DataFrame:
    """Return one row per skill of ``demand`` (`frames.DEMAND`), indexed and sorted by skill.

    Columns: ``users`` (members) · the people columns (sums; NaN if nobody answered) · ``severity`` (mean points 1–4)
    · ``urgency`` (0–1; NaN if the sum below is 0) · ``scarcity`` (0–1; NaN if nobody tried to hire) · ``tried`` ·
    ``blank_<column>`` (users who left it blank) · ``c<1…5>`` (users by worst consequence).
    Source: `domain.md`, Quantities.
    """
    groups = demand.groupby("skill", sort=True)
    sums = groups[[*PEOPLE, "urgent_now", "urgent_all", "tried", "hard", "provision_known"]].sum(min_count=1)
    counts = groups[[*PEOPLE, "consequence", "hiring"]].count()
    users = groups.size()
    table = sums[[*PEOPLE, "tried"]].assign(
        users=users,
        severity=groups["severity"].mean(),
        urgency=_share(sums["urgent_now"], sums["urgent_all"]),
        scarcity=_share(sums["hard"], sums["tried"]),
        blank_provision=users - sums["provision_known"],
    )
    for name in counts:
        table[f"blank_{name}"] = users - counts[name]
    places = range(1, len(CONSEQUENCES) + 1)
    worst = pd.DataFrame({f"c{place}": demand["consequence"] == place for place in places})
    return table.join(worst.groupby(demand["skill"]).sum())


def quantities_by_skill(table: pd.DataFrame, *, answered: int) -> dict[SkillUri, Quantities]:
    """Return the rows of ``table`` (`quantity_table`) as values. ``answered``: members who answered."""
    return {SkillUri(row["skill"]): _quantities(row, answered) for row in table.reset_index().to_dict("records")}


def no_quantities(*, answered: int) -> Quantities:
    """Return the quantities of a skill that nobody named: nothing is known of it but that it was not named."""
    return Quantities(
        users=0,
        short_now=None,
        short_12m=None,
        short_36m=None,
        joint_people=None,
        unknown=Unknown(),
        reach=0.0 if answered else None,
        severity=None,
        urgency=None,
        scarcity=None,
        tried_hires=0,
    )


def _share(part: pd.Series, total: pd.Series) -> pd.Series:
    return part / total.where(total > 0, np.nan)


def _quantities(row: Mapping[Hashable, float], answered: int) -> Quantities:
    consequences = {str(name): int(row[f"c{place}"]) for place, name in enumerate(CONSEQUENCES, start=1)}
    return Quantities(
        users=int(row["users"]),
        short_now=whole(row["short_now"]),
        short_12m=whole(row["short_12m"]),
        short_36m=whole(row["short_36m"]),
        joint_people=whole(row["joint_people"]),
        unknown=Unknown(
            short_now=int(row["blank_short_now"]),
            short_12m=int(row["blank_short_12m"]),
            short_36m=int(row["blank_short_36m"]),
            consequence=int(row["blank_consequence"]),
            hiring=int(row["blank_hiring"]),
            provision=int(row["blank_provision"]),
            joint_people=int(row["blank_joint_people"]),
        ),
        reach=int(row["users"]) / answered if answered else None,
        severity=known(row["severity"]),
        urgency=known(row["urgency"]),
        scarcity=known(row["scarcity"]),
        tried_hires=int(row["tried"]),
        consequences={name: count for name, count in reversed(consequences.items()) if count},
    )
