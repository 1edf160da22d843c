"""What an anonymous edition withholds, and the word that stands in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from fastmap.model.ids import SkillUri
from fastmap.model.messages import Labels

WITHHELD: Final = "withheld"
"""Stands for a figure of which not even a bound is told; the texts have the word."""


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
