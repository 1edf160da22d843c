"""The first skills of the ranking, and how many of them nobody recorded can teach to enough people."""

from __future__ import annotations

from fastmap.catalogue.reading import load_catalogue
from fastmap.model.choices import CoverageStatus, Verdict
from fastmap.model.results import Results, SkillResult

NOT_COVERED = frozenset({CoverageStatus.NOBODY, CoverageStatus.TOO_SMALL, CoverageStatus.DOES_NOT_FIT})
"""What counts as open in the report's summary too: introductions to make and unknown places are no gaps yet."""
_IN_BALANCE = frozenset({Verdict.BALANCED, Verdict.NOT_ENOUGH_EVIDENCE})


def top_skills(results: Results, count: int | None = None) -> tuple[SkillResult, ...]:
    """Return the ranked skills among the first ``count`` ranks (by default the catalogue's ``top_k``), best first."""
    last = load_catalogue().rules.top_k if count is None else count
    return tuple(item for item in results.skills if item.ranking.rank is not None and item.ranking.rank <= last)


def not_covered(items: tuple[SkillResult, ...]) -> int:
    """Return for how many of ``items`` no recorded offer is large enough and fitting."""
    return sum(item.coverage.status in NOT_COVERED for item in items)


def ranked(items: tuple[SkillResult, ...]) -> tuple[SkillResult, ...]:
    """Return the items that were named by enough firms to have a rank."""
    return tuple(item for item in items if item.ranking.rank is not None)


def out_of_balance(items: tuple[SkillResult, ...]) -> int:
    """Return how many of ``items`` have a verdict that says something is wrong."""
    return sum(item.imbalance.verdict not in _IN_BALANCE for item in items)
