"""What an anonymous edition withholds, and the word that stands in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from fastmap.catalogue.definitions import Rules
from fastmap.model.ids import SkillUri
from fastmap.model.messages import Labels
from fastmap.model.results import Quality
from fastmap.model.snapshot import Snapshot
from fastmap.report.disclosure import is_small, may_tell

WITHHELD: Final = "withheld"
"""Stands for a figure of which not even a bound is told; the texts have the word."""


def k_in_force(snapshot: Snapshot, rules: Rules) -> int:
    """Return how many members a figure of an anonymous edition rests on at least: never fewer than the catalogue says."""
    return max(rules.privacy_k, snapshot.privacy.k if snapshot.privacy is not None else 0)


def steps_of_k(snapshot: Snapshot, rules: Rules) -> tuple[int, ...]:
    """Return every number from the catalogue's k to the one in force.

    What an edition with a smaller k keeps back, one with a larger k keeps back too: otherwise the larger one could tell
    a sum from which the figures of the smaller one can be subtracted (decision record 0274).
    """
    return tuple(range(rules.privacy_k, k_in_force(snapshot, rules) + 1))


def withheld_totals(quality: Quality, k: int) -> dict[str, str]:
    """Return the totals of the round that are withheld, with what is shown for them.

    "25 of 27" also tells that two did not answer: what 25 could be subtracted from goes, and what it shares with
    the rest of the edition, the number that answered, stays.
    """
    if is_small(quality.answered, k):
        return dict.fromkeys(("answered", "response_rate", "employment"), f"< {k}")
    withheld: dict[str, str] = {}
    if not may_tell(quality.answered, quality.asked, k):
        withheld |= dict.fromkeys(("asked", "response_rate"), WITHHELD)
    if not may_tell(quality.answered, quality.members, k):
        withheld |= dict.fromkeys(("members", "headcount_known"), WITHHELD)
    return withheld


def response_rate_at_least(answered: int, k: int) -> float:
    """Return the rate (0–1) if k - 1 members had not answered, in whole percents rounded down."""
    return (100 * answered // (answered + k - 1)) / 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """Which figures of an anonymised `Results` are withheld rather than unknown."""

    k: int
    """No figure rests on fewer members than this."""
    figures: Mapping[SkillUri, Mapping[str, str]] = field(default_factory=dict)
    """Skill or group → figure → what is shown for it: ``< 5``, ``> 20`` or `WITHHELD`."""
    general: Mapping[str, str] = field(default_factory=dict)
    """Figures about the whole round → what is shown for them."""
    response_rate_at_least: float | None = None
    """Shown for a withheld response rate (0–1): follows from how many answered and from k, not from who was asked."""
    few_labels: tuple[Labels, ...] = ()
    """Names of shared-vocabulary skills named by fewer than k members: shown as a list, without figures."""
    few_unnamed: int = 0
    """Further such skills that are not named, because their label is a firm's own words."""
    indicators: frozenset[str] = frozenset()
    """Step indicators whose value would tell a small count."""
    kpis: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Funder figure → ``actual``, ``organisations``, ``baseline`` → what is shown for it."""
    remarks: tuple[str, ...] = ()
    """What members wrote at the end of their forms, as far as a person cleared it, in the order of the words."""
    titles_withheld: int = 0
    """Actions whose title named a member."""
    sentences_withheld: int = 0
    """Reasons left out because they quoted figures from fewer than k members."""

    def word(self, uri: SkillUri, figure: str) -> str | None:
        """Return the word for a withheld figure of a skill or group, ``None`` if it may be shown."""
        return self.figures.get(uri, {}).get(figure)

    @property
    def figures_withheld(self) -> int:
        """How many figures of skills and groups are withheld."""
        return sum(len(figures) for figures in self.figures.values())
