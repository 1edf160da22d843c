"""The team self-assessment in the JSON of the contract: ``team`` of `analyse --json`. Its shape: `docs/team.md`."""

from __future__ import annotations

from dataclasses import asdict

from fastmap.catalogue.team import Band, TeamDefinition
from fastmap.model.team_results import DigComp, TeamBlockResult, TeamItem, TeamResult
from fastmap.report.contract_names import Json
from fastmap.report.team_words import block_words, item_words
from fastmap.texts import Texts


def team_as_json(team: TeamResult, definition: TeamDefinition, texts: Texts) -> Json:
    """Return the self-assessment; an empty object if nothing was recorded. Unknown and withheld figures are ``null``."""
    if not team.is_recorded and not team.waiting:
        return {}
    return {
        "respondents": team.respondents,
        "stakeholders": team.stakeholders,
        "waiting": team.waiting,
        "relevant_items": team.relevant_items,
        "mastered": team.mastered,
        "blocks": [_block(block, definition, texts) for block in team.blocks],
        "digcomp": None if team.digcomp is None else _digcomp(team.digcomp),
        "priorities": [
            {
                "rank": one.rank,
                "item": one.item,
                "label": item_words(texts, one.item),
                "block": one.block,
                "score": one.score,
                "team": one.team,
                "stakeholders": one.stakeholders,
            }
            for one in team.priorities
        ],
        "half_filled": [asdict(one) for one in team.half_filled],
        "chosen_otherwise": [asdict(one) for one in team.chosen_otherwise],
        "answered_twice": [{"respondent": respondent, "items": list(items)} for respondent, items in team.twice],
    }


def _block(block: TeamBlockResult, definition: TeamDefinition, texts: Texts) -> Json:
    return {
        "key": block.key,
        "label": block_words(texts, block.key),
        "respondents": block.respondents,
        "stakeholders": block.stakeholders,
        "relevant_items": block.relevant_items,
        "mastered": block.mastered,
        "training": block.training,
        "published": [_band(band) for band in definition.bands_of(block.key)],
        "items": [_item(item, texts) for item in block.items],
    }


def _band(band: Band) -> Json:
    return {
        "audience": band.audience,
        "measure": band.measure,
        "relation": band.relation,
        "low": band.low,
        "high": band.high,
        "n": band.count,
        "items": list(band.items),
    }


def _item(item: TeamItem, texts: Texts) -> Json:
    return {
        "key": item.key,
        "label": item_words(texts, item.key),
        "counts": {str(answer): count for answer, count in item.counts.items()},
        "mastered": item.mastered,
        "training": item.training,
        "spread": item.spread,
        "picks": item.picks,
        "rank": item.rank,
    }


def _digcomp(digcomp: DigComp) -> Json:
    levels = asdict(digcomp)
    del levels["met_as_a_team"]
    return {**levels, "met": digcomp.met}
