"""The tables that analysis functions hand to each other: every column, its unit and range, declared once.

Figures are ``float64`` because a blank must stay a blank: NaN means "not answered", never zero. They become whole
numbers or ``None`` again when they leave the analysis (`whole`, `known`).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

PEOPLE: Final = ("short_now", "short_12m", "short_36m", "joint_people")
"""Persons, 0 or more; NaN: the member did not say."""

STATEMENTS: Final = ("few", "no_training", "lacked", "misfit", "fits")
"""0 or 1, what a member said: few applied · no training or too small or far · applicants lacked the skill · wrong
content · suitable training exists. Reasons count only beside a hard or failed hire."""

NEEDS: Final[Mapping[str, str]] = {
    "skill": "object",  # SkillUri
    "member": "object",  # MemberCode
    **dict.fromkeys(PEOPLE, "float64"),
    "consequence": "float64",  # 1 (little) … 5 (work stops); NaN: blank
    "hiring": "float64",  # 0 not tried · 1 filled · 2 hard · 3 not filled; NaN: blank
    **dict.fromkeys(STATEMENTS, "float64"),
    "provision_known": "float64",  # 1 if the training question was answered
    "reasons_ignored": "float64",  # 1 if a reason stood without a hard or failed hire
}
"""One row per filled row of an accepted form."""

DEMAND: Final[Mapping[str, str]] = {
    **NEEDS,
    "severity": "float64",  # points of the consequence, 1–4; NaN: blank
    "tried": "float64",  # 1 if the member tried to hire
    "hard": "float64",  # 1 if that hire was hard or failed
    "urgent_now": "float64",  # short_now, where short now and in 12 months are both known; else NaN
    "urgent_all": "float64",  # the larger of the two, on the same rows
}
"""One row per member and skill (or group), by skill, then member."""

UNUSED: Final[Mapping[str, str]] = {
    "skill": "object",  # SkillUri
    "member": "object",  # MemberCode
    "people": "float64",  # persons who have the skill unused; NaN: blank
}
"""One row per member and skill (or group) reported unused."""


def make_frame(columns: Mapping[str, str], values: Mapping[str, Sequence[Any]]) -> pd.DataFrame:
    """Return a frame with exactly ``columns`` and their dtypes, filled from ``values`` (one list per column)."""
    series = {name: pd.Series(values[name], dtype=dtype) for name, dtype in columns.items()}
    return pd.DataFrame(series, columns=list(columns))


def whole(value: float) -> int | None:
    """Return a figure of a frame as a whole number, or ``None`` for NaN.

    >>> whole(3.0), whole(float("nan"))
    (3, None)
    """
    return None if math.isnan(value) else round(value)


def known(value: float) -> float | None:
    """Return a figure of a frame as a plain float, or ``None`` for NaN."""
    return None if math.isnan(value) else float(value)
