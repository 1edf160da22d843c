"""The team self-assessment in reports: nothing from which one person's answers could be read.

Shares of a block rest on at least k people who gave a relevant answer, the order of stakeholders' choices on at least k
of them. Figures of single items are never shown: beside the block's mean they would give away the items of few. If a
block is withheld, the mean of all is too, because it would follow from the others. What a person wrote, codes and levels
stay in the cluster's own window. Source: decision records 0237 (anonymous editions) and 0278 (named ones).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import fmean
from typing import Final

from fastmap.analysis.team import training_priorities
from fastmap.catalogue.team import TeamDefinition
from fastmap.model.choices import TeamAnswer
from fastmap.model.messages import message
from fastmap.model.results import Indicator, Results
from fastmap.model.team_results import TeamBlockResult, TeamItem, TeamResult
from fastmap.report.disclosure import coarse

_BY_LEVELS: Final = frozenset({"indicator_facts.team_below_minimum", "indicator_facts.unknown.team_digcomp"})
_NO_COUNTS: Final = dict.fromkeys(TeamAnswer, 0)


NAMED_LEAST: Final = 3
"""People behind a figure in a named report: of two, each could read the other's answers from it."""


def without_ones_own_answers(results: Results, definition: TeamDefinition) -> Results:
    """Return ``results`` as a named report may show them: of the team nobody's own answers, codes, words or levels.

    Whether the digital minimum and the step's indicator are met is told: both are about the team as a whole.
    """
    team, few = results.team, is_team_withheld(results.team, NAMED_LEAST)
    protected = protected_team(_by_many(team, NAMED_LEAST), definition, NAMED_LEAST)
    if protected.digcomp is not None and team.digcomp is not None:
        told = replace(protected.digcomp, bought_in=team.digcomp.bought_in, met_as_a_team=team.digcomp.met)
        protected = replace(protected, digcomp=told)
    steps = tuple(
        replace(step, indicators=tuple(_of_few(item) if few else item for item in step.indicators))
        for step in results.steps
    )
    return replace(results, team=protected, steps=steps, snapshot=replace(results.snapshot, team=()))


def _of_few(item: Indicator) -> Indicator:
    """Return the step's indicator without its value, and without the sentence that tells it where it is unknown."""
    if item.key != "team_assessment":
        return item
    return replace(item, value=None, facts=message("team_result.few", least=NAMED_LEAST))


def anonymous_team(team: TeamResult, definition: TeamDefinition, k: int) -> TeamResult:
    """Return ``team`` as an anonymous edition may show it.

    Only items for which at least ``k`` people gave a relevant answer enter a mean, and means are coarse: "0.9" of five
    people would tell what one of them answered, beside an order that names the item.
    """
    many = _by_many(team, k)
    rounded = replace(
        many,
        mastered=None if is_team_withheld(team, k) else _coarse(many.mastered, many.blocks, k),
        blocks=tuple(_rounded(block, k) for block in many.blocks),
    )
    return protected_team(rounded, definition, k)


def _by_many(team: TeamResult, k: int) -> TeamResult:
    """Return ``team`` with means over those items alone for which at least ``k`` people gave a relevant answer."""
    blocks = tuple(_of_many(block, k) for block in team.blocks)
    known = [item for block in team.blocks for item in _told_items(block, k)]
    return replace(team, blocks=blocks, mastered=_mean(known), relevant_items=len(known))


def _of_many(block: TeamBlockResult, k: int) -> TeamBlockResult:
    known = _told_items(block, k)
    mastered = _mean(known)
    training = None if mastered is None else 1 - mastered
    return replace(block, mastered=mastered, training=training, relevant_items=len(known))


def _told_items(block: TeamBlockResult, k: int) -> list[TeamItem]:
    return [item for item in block.items if item.relevant >= k and item.mastered is not None]


def _mean(items: Sequence[TeamItem]) -> float | None:
    return fmean(item.mastered or 0.0 for item in items) if items else None


def _rounded(block: TeamBlockResult, k: int) -> TeamBlockResult:
    mastered = _coarse(block.mastered, (block,), k)
    return replace(block, mastered=mastered, training=None if mastered is None else 1 - mastered)


def _coarse(mean: float | None, blocks: Iterable[TeamBlockResult], k: int) -> float | None:
    least = min((item.relevant for block in blocks for item in _told_items(block, k)), default=0)
    return None if mean is None else coarse(mean, least, k)


def is_told_by_levels(item: Indicator) -> bool:
    """Say whether what stands about the team on its step follows from digital levels: they are one person's each."""
    return item.facts is not None and item.facts.key in _BY_LEVELS


def protected_team(team: TeamResult, definition: TeamDefinition, k: int) -> TeamResult:
    """Return ``team`` without anybody's own answers; `is_team_withheld` says whether the mean of all is told."""
    told = tuple(_for_order(block, k) for block in team.blocks)
    digcomp = team.digcomp
    return replace(
        team,
        blocks=tuple(_block(block, k) for block in team.blocks),
        mastered=None if is_team_withheld(team, k) else team.mastered,
        # A manager's level, the best one and the verdicts that follow are about one person each.
        digcomp=None
        if digcomp is None
        else replace(
            digcomp, manager=None, best_in_team=None, bought_in=None, manager_met=None, staff_met=None, levels_known=0
        ),
        priorities=tuple(
            replace(one, score=None, team=None, stakeholders=None) for one in training_priorities(told, definition)
        ),
        half_filled=(),
        chosen_otherwise=(),
        twice=(),
    )


def is_team_withheld(team: TeamResult, k: int) -> bool:
    """Say whether the mean of all items would tell about fewer than ``k`` people, by itself or beside the blocks."""
    answered = [block for block in team.blocks if block.mastered is not None]
    return any(block.relevant_respondents < k for block in answered)


def _block(block: TeamBlockResult, k: int) -> TeamBlockResult:
    is_told, is_ranked = block.relevant_respondents >= k, block.stakeholders >= k
    return replace(
        block,
        items=tuple(_silent(item, is_ranked=is_ranked) for item in block.items),
        mastered=block.mastered if is_told else None,
        training=block.training if is_told else None,
        relevant_items=block.relevant_items if is_told else 0,
    )


def _silent(item: TeamItem, *, is_ranked: bool) -> TeamItem:
    rank = item.rank if is_ranked else None
    return replace(item, counts=_NO_COUNTS, mastered=None, training=None, spread=None, picks=None, rank=rank)


def _for_order(block: TeamBlockResult, k: int) -> TeamBlockResult:
    """Return the block with what may decide the order of priorities: only what rests on ``k`` people or more."""
    is_chosen = block.stakeholders >= k
    items = tuple(
        replace(
            item,
            counts=item.counts if item.relevant >= k else _NO_COUNTS,
            picks=item.picks if is_chosen else None,
        )
        for item in block.items
    )
    return replace(block, items=items)
