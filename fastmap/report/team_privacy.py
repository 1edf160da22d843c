"""The team self-assessment in an anonymous edition: nothing from which one person's answers could be read.

Shares of a block rest on at least k people who gave a relevant answer, the order of stakeholders' choices on at least k
of them. Figures of single items are never shown: beside the block's mean they would give away the items of few. If a
block is withheld, the mean of all is too, because it would follow from the others. Source: decision record 0237.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from fastmap.analysis.team import training_priorities
from fastmap.catalogue.team import TeamDefinition
from fastmap.model.choices import TeamAnswer
from fastmap.model.team_results import TeamBlockResult, TeamItem, TeamResult

_NO_COUNTS: Final = dict.fromkeys(TeamAnswer, 0)


def protected_team(team: TeamResult, definition: TeamDefinition, k: int) -> TeamResult:
    """Return ``team`` as an anonymous edition may show it; `is_team_withheld` says whether the mean of all is told."""
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
