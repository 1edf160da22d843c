"""Figures of skills and groups for an anonymous edition, and their order worked out from these figures alone.

Which skills are shown, which of their figures are withheld, and why no sum or count of a group gives away what was
withheld of its skills. The order is worked out anew from the figures that are shown: a rank that rests on a withheld
figure would tell it (decision record 0060).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
import pandas as pd

from fastmap.analysis.consolidation import Consolidated
from fastmap.analysis.demand import group_demand, skill_demand
from fastmap.analysis.frames import PEOPLE
from fastmap.analysis.priorities import rankings
from fastmap.analysis.quantities import quantity_table
from fastmap.analysis.robustness import resampled_members, with_robustness
from fastmap.catalogue.definitions import Rules
from fastmap.model.choices import Consequence, Evidence, Verdict
from fastmap.model.ids import MemberCode, SkillUri
from fastmap.model.results import Quantities, Ranking, SkillResult, Unknown, Votes
from fastmap.report.disclosure import NOT_TOLD, coarse, is_small, may_tell, sum_may_be_told, together
from fastmap.report.protection import WITHHELD

MEANS: Final = {"severity": "severity", "urgency": "urgent_all", "scarcity": "tried"}
"""Means and rates → the column whose members they rest on."""
VOTES: Final = {"votes_s": ("few", "no_training"), "votes_m": ("lacked", "misfit"), "votes_u": ("fits",)}
"""Votes → what members said for them."""
_BLANKS: Final = (*PEOPLE, "consequence", "hiring", "provision")


class Level:
    """Skills or groups with one row per member in ``demand`` (`frames.DEMAND`)."""

    def __init__(self, items: Sequence[SkillResult], demand: pd.DataFrame) -> None:
        self.items = tuple(items)
        self.demand = demand
        self._nobody = demand.iloc[:0]
        self._rows = {str(uri): rows for uri, rows in demand.groupby("skill", sort=False)}

    def rows(self, uri: SkillUri) -> pd.DataFrame:
        """Return the rows of one skill or group."""
        return self._rows.get(uri, self._nobody)

    def members(self, uri: SkillUri) -> frozenset[str]:
        """Return the members that named it."""
        return frozenset(self.rows(uri)["member"])


@dataclass(slots=True)
class Withholding:
    """What is withheld so far: skill or group → figure → what is shown instead."""

    k: int
    """Of the step that is worked at: see `protection.steps_of_k`."""
    coarse_k: int
    """Decides how coarse means are. The catalogue's, whatever k is in force: two ways to round would cross."""
    within: float
    """How closely nobody may work out another's figure: `sum_may_be_told`."""
    figures: dict[SkillUri, dict[str, str]] = field(default_factory=dict)
    bases: dict[SkillUri, dict[str, int]] = field(default_factory=dict)
    """Means and rates → how many members they rest on."""
    least_users: dict[SkillUri, int] = field(default_factory=dict)
    """Lower bound told instead of the users."""

    def hide_users(self, uri: SkillUri, *, more_than: int) -> None:
        """Withhold users and reach, and tell that there are more than so many."""
        self.hide(uri, "users", "reach", shown=f"> {more_than}")
        self.least_users[uri] = min(more_than + 1, self.least_users.get(uri, more_than + 1))

    def told(self, uri: SkillUri, name: str, value: float | None) -> float | None:
        """Return a mean or rate as it may be told."""
        if value is None or self.hides(uri, name):
            return None
        return coarse(value, self.bases[uri][name], self.coarse_k)

    def hide(self, uri: SkillUri, *names: str, shown: str = WITHHELD) -> None:
        """Withhold figures of a skill or group; where not even a bound was told for a smaller k, none is told now."""
        known = self.figures.setdefault(uri, {})
        known.update({name: shown for name in names if known.get(name) != WITHHELD})

    def keep_only(self, uris: Iterable[SkillUri]) -> None:
        """Forget what is withheld of skills and groups that are not shown at all."""
        shown = frozenset(uris)
        self.figures = {uri: figures for uri, figures in self.figures.items() if uri in shown}

    def hides(self, uri: SkillUri, name: str) -> bool:
        """Say whether a figure is withheld."""
        return name in self.figures.get(uri, {})


def protected_levels(
    shown: Mapping[int, tuple[Sequence[SkillResult], Sequence[SkillResult]]],
    answers: Consolidated,
    rules: Rules,
    withholding: Withholding,
) -> tuple[tuple[SkillResult, ...], tuple[SkillResult, ...]]:
    """Return skills and groups as an anonymous edition may show them; ``withholding`` collects what is left out.

    ``shown``: for each k of `protection.steps_of_k`, ascending, the skills and groups that may be shown at all; the last
    are those that are. ``answers``: the whole answers behind them.
    """
    demand = skill_demand(answers.needs, rules)
    # A group sums all its skills, shown or not: so the groups of the results are looked up, not those of ``skills``.
    group_of = {child: group.uri for _, groups in shown.values() for group in groups for child in group.skills}
    grouped = group_demand(demand, group_of)
    answered = len(answers.answered)
    levels = {k: (Level(skills, demand), Level(groups, grouped)) for k, (skills, groups) in shown.items()}
    for k, (skill_level, group_level) in levels.items():
        withholding.k = k
        for level in (skill_level, group_level):
            for item in level.items:
                _withhold_few(item, level.rows(item.uri), answered, withholding)
        for group in group_level.items:
            _withhold_differences(group, skill_level, group_level, withholding)
    skill_level, group_level = levels[max(levels)]
    withholding.keep_only(item.uri for item in (*skill_level.items, *group_level.items))
    return (
        _protected(skill_level, answers.answered, rules, withholding),
        _protected(group_level, answers.answered, rules, withholding),
    )


def _withhold_few(item: SkillResult, rows: pd.DataFrame, answered: int, withholding: Withholding) -> None:
    """Withhold what rests on fewer than k members, or tells it by what is left of a shown base."""
    k, users, uri = withholding.k, item.quantities.users, item.uri
    if is_small(users, k) or is_small(answered, k):
        withholding.hide(uri, "users", "reach", shown=f"< {k}")
        withholding.hide(
            uri, *PEOPLE, *MEANS, "tried_hires", "votes_s", "votes_m", "votes_u", "short_share", "hard_share"
        )
        withholding.hide(uri, *(f"unknown_{name}" for name in _BLANKS))
        withholding.hide(uri, *(f"consequence_{consequence}" for consequence in Consequence))
    elif not may_tell(users, answered, k):
        withholding.hide_users(uri, more_than=max(answered - k, k - 1))
    for name in PEOPLE:
        known = int(rows[name].notna().sum())
        if is_small(known, k) or not sum_may_be_told(rows[name], k, withholding.within):
            withholding.hide(uri, name)
    # Whose people they are is told by nothing in the answers' table, and one firm may be all of them.
    withholding.hide(uri, "unused_people")
    bases = {name: int((rows[column] > 0).sum()) for name, column in MEANS.items()}
    bases["hard_share"] = bases["scarcity"]
    bases["short_share"] = int(item.imbalance.figures.get("short_known") or 0)
    withholding.bases[uri] = bases
    for name, base in bases.items():
        if is_small(base, k):
            withholding.hide(uri, name)
    _withhold_counts(item, rows, answered, withholding)
    _withhold_consequences(item, withholding)


def _withhold_counts(item: SkillResult, rows: pd.DataFrame, answered: int, withholding: Withholding) -> None:
    k, users, uri = withholding.k, item.quantities.users, item.uri
    figures = item.imbalance.figures
    counts = {
        "tried_hires": item.quantities.tried_hires,
        **{f"unknown_{name}": getattr(item.quantities.unknown, name) for name in _BLANKS},
    }
    for name, count in counts.items():
        if not may_tell(count, users, k) and not withholding.hides(uri, name):
            withholding.hide(uri, name, shown=f"< {k}" if is_small(count, k) else WITHHELD)
    for name, statements in VOTES.items():
        said = rows[list(statements)]
        # A member may say both things that speak for a shortage: the votes of five members can be those of three.
        voters, votes = int(said.max(axis=1).sum()), int(said.to_numpy().sum())
        if is_small(voters, k) or not may_tell(votes, len(statements) * users, k):
            withholding.hide(uri, name)
    unused = int(figures.get("unused") or 0)
    if not may_tell(unused, answered, k):
        withholding.hide(uri, "unused", shown=f"< {k}" if is_small(unused, k) else WITHHELD)


def _withhold_consequences(item: SkillResult, withholding: Withholding) -> None:
    """Withhold all consequences where one of them cannot be told on its own.

    What is left would be solved from the mean severity and the number of users; and all of them together are the users.
    """
    found = item.quantities
    counts = {str(consequence): found.consequences.get(str(consequence), 0) for consequence in Consequence}
    told = together(counts, found.users, withholding.k)
    has_gap = any(count and key not in told for key, count in counts.items())
    if has_gap or withholding.hides(item.uri, "users"):
        withholding.hide(item.uri, *(f"consequence_{key}" for key in counts))


def _withhold_differences(group: SkillResult, skills: Level, groups: Level, withholding: Withholding) -> None:
    """Withhold figures of a group that, less those of its shown skills, would be figures of few members."""
    k = withholding.k
    shown = {item.uri for item in skills.items}
    for name in PEOPLE:
        left = [uri for uri in group.skills if uri not in shown or withholding.hides(uri, name)]
        rows = skills.demand[skills.demand["skill"].isin(left)]
        by_member = rows[rows[name].notna()].groupby("member")[name].sum()
        if is_small(len(by_member), k) or not sum_may_be_told(by_member, k, withholding.within):
            withholding.hide(group.uri, name)
    members = groups.members(group.uri)
    children = [item for item in skills.items if item.uri in group.skills]
    for child in children:
        if withholding.hides(child.uri, "users"):
            continue
        if is_small(len(members - skills.members(child.uri)), k):
            withholding.hide_users(group.uri, more_than=k - 1)
    if children:
        # A member counts once in a group, so its other counts contain those of the skills: the difference is a count.
        withholding.hide(group.uri, "tried_hires", "votes_s", "votes_m", "votes_u", "unused")
        withholding.hide(group.uri, *(f"unknown_{name}" for name in _BLANKS))
        withholding.hide(group.uri, *(f"consequence_{item}" for item in Consequence))


def _protected(
    level: Level, answered: Sequence[MemberCode], rules: Rules, withholding: Withholding
) -> tuple[SkillResult, ...]:
    order = _order(level, answered, rules, withholding)
    items = (_item(item, order.get(item.uri, Ranking()), withholding) for item in level.items)
    return tuple(sorted(items, key=lambda item: (item.ranking.rank is None, item.ranking.rank or 0)))


def _order(
    level: Level, answered: Sequence[MemberCode], rules: Rules, withholding: Withholding
) -> dict[SkillUri, Ranking]:
    """Return priority and rank from the figures as they are shown, with the interval over the same figures."""
    k = withholding.k
    ranked = [item.uri for item in level.items if item.quantities.users >= max(k, rules.min_users)]
    if not ranked:
        return {}
    demand = _as_shown(level.demand[level.demand["skill"].isin(ranked)], withholding)
    table = quantity_table(demand)
    for name in MEANS:
        table[name] = [
            np.nan if np.isnan(value) else withholding.told(SkillUri(str(uri)), name, value)
            for uri, value in table[name].items()
        ]
    table["users"] = [withholding.least_users.get(SkillUri(str(uri)), users) for uri, users in table["users"].items()]
    found = with_robustness(
        rankings(table, rules),
        demand,
        members=answered,
        draws=resampled_members(answered, rules),
        rules=rules,
    )
    return {uri: _coarse_share(ranking) for uri, ranking in found.items()}


def _coarse_share(ranking: Ranking) -> Ranking:
    """Return ``ranking`` with its share of resamples in tenths: the draws are known, and a thousandth fits few answers."""
    share = ranking.top10_share
    return ranking if share is None else replace(ranking, top10_share=round(share, 1))


def _as_shown(demand: pd.DataFrame, withholding: Withholding) -> pd.DataFrame:
    """Return ``demand`` with blanks where a figure is withheld."""
    shown = demand.copy()
    columns = {"short_12m": ("short_12m",), "severity": ("severity",), "urgency": ("urgent_now", "urgent_all")}
    for name, blanked in columns.items():
        shown.loc[_hidden_rows(shown, name, withholding), list(blanked)] = np.nan
    shown.loc[_hidden_rows(shown, "scarcity", withholding), ["tried", "hard"]] = 0.0
    return shown


def _hidden_rows(demand: pd.DataFrame, name: str, withholding: Withholding) -> pd.Series:
    hidden = [uri for uri in demand["skill"].unique() if withholding.hides(SkillUri(str(uri)), name)]
    return demand["skill"].isin(hidden)


def _item(item: SkillResult, ranking: Ranking, withholding: Withholding) -> SkillResult:
    imbalance = item.imbalance
    return replace(
        item,
        members=(),
        quantities=_quantities(item.uri, item.quantities, withholding),
        ranking=ranking,
        imbalance=replace(
            imbalance,
            votes=_votes(item.uri, imbalance.votes, withholding),
            figures=_figures(item.uri, imbalance.figures, withholding),
            flipping_members=(),
        ),
    )


def _quantities(uri: SkillUri, found: Quantities, withholding: Withholding) -> Quantities:
    def told(name: str, value: int | None) -> int | None:
        return None if withholding.hides(uri, name) else value

    def counted(name: str, value: int) -> int:
        return NOT_TOLD if withholding.hides(uri, name) else value

    return Quantities(
        users=counted("users", found.users),
        short_now=told("short_now", found.short_now),
        short_12m=told("short_12m", found.short_12m),
        short_36m=told("short_36m", found.short_36m),
        joint_people=told("joint_people", found.joint_people),
        unknown=Unknown(**{name: counted(f"unknown_{name}", getattr(found.unknown, name)) for name in _BLANKS}),
        reach=None if withholding.hides(uri, "reach") else found.reach,
        severity=withholding.told(uri, "severity", found.severity),
        urgency=withholding.told(uri, "urgency", found.urgency),
        scarcity=withholding.told(uri, "scarcity", found.scarcity),
        tried_hires=counted("tried_hires", found.tried_hires),
        consequences=_consequences(uri, found, withholding),
    )


def _consequences(uri: SkillUri, found: Quantities, withholding: Withholding) -> Mapping[str, int]:
    return {key: count for key, count in found.consequences.items() if not withholding.hides(uri, f"consequence_{key}")}


def _votes(uri: SkillUri, votes: Votes, withholding: Withholding) -> Votes:
    hidden = {name for name in ("S", "M", "U") if withholding.hides(uri, f"votes_{name.lower()}")}
    return replace(votes, **dict.fromkeys(hidden, NOT_TOLD))


def _figures(
    uri: SkillUri, figures: Mapping[str, float | int | None], withholding: Withholding
) -> Mapping[str, float | int | None]:
    shown = dict(figures)
    for name in ("short_share", "hard_share"):
        shown[name] = withholding.told(uri, name, shown.get(name))
    for name, like in (("tried", "tried_hires"), ("unused", "unused"), ("unused_people", "unused_people")):
        if withholding.hides(uri, like):
            shown[name] = None
    shown["short_known"] = None  # how many gave a figure is told by the blanks, or withheld with them
    return shown


def may_be_shown(item: SkillResult, k: int) -> bool:
    """Say whether a skill or group may be shown with a verdict: enough members stand behind what it says.

    Few users are no obstacle where the verdict rests on at least k members who report the skill unused, or, where nobody
    names the skill, on the cluster's own strategic mark: with users, "future gap" would say that they are one or two.
    """
    if item.quantities.users >= k:
        return True
    if item.imbalance.override_reason is not None:
        return False
    unused = int(item.imbalance.figures.get("unused") or 0)
    if item.imbalance.verdict is Verdict.OVER_QUALIFICATION:
        return unused >= k
    return item.strategic and item.quantities.users == 0 and not is_small(unused, k)


def enough_evidence(items: Iterable[SkillResult]) -> bool:
    """Say whether a verdict at least indicative is among ``items``."""
    return any(item.imbalance.evidence is not Evidence.THIN for item in items)
