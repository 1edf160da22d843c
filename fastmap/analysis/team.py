"""The team self-assessment: what is mastered by block, DigComp against the minimum, what to train first.

Answers count for what was answered: blanks and "not relevant" leave the denominator. Each item counts once in its
block, however many people answered it. Source: `domain.md`, team self-assessment; decision record 0235.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from fastmap.catalogue.team import Band, TeamBlock, TeamDefinition
from fastmap.model.choices import ResponseState, TeamAnswer, TeamRole
from fastmap.model.team import TeamProfile, TeamQuestionnaire, nearest_to_training
from fastmap.model.team_results import (
    NO_TEAM,
    ChosenOtherwise,
    DigComp,
    HalfFilled,
    TeamBlockResult,
    TeamItem,
    TeamResult,
    TrainingPriority,
)

_MASTERY: Final = {TeamAnswer.LACKS: 0, TeamAnswer.PARTLY: 1, TeamAnswer.MASTERS: 2}
_DIGITS: Final = 9
"""Scores are compared to this many decimals, so that a tie is a tie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Everything one respondent said, over all questionnaires of the same code."""

    respondent: str
    role: TeamRole
    answers: Mapping[str, TeamAnswer]
    picks: frozenset[str]
    digcomp: int | None
    twice: tuple[str, ...]


def assess_team(
    questionnaires: Iterable[TeamQuestionnaire],
    profile: TeamProfile,
    definition: TeamDefinition,
    sectors: Collection[str],
) -> TeamResult:
    """Return what follows from the accepted ones of ``questionnaires``, given oldest first.

    ``sectors`` are the cluster's S3 priorities: they say which digital minimum holds. Items that the catalogue does not
    know are passed over.
    """
    every = tuple(questionnaires)
    people = persons(every, definition)
    team = [one for one in people if one.role is not TeamRole.STAKEHOLDER]
    stakeholders = [one for one in people if one.role is TeamRole.STAKEHOLDER]
    waiting = sum(one.state in {ResponseState.NEW, ResponseState.TO_CHECK} for one in every)
    digcomp = digital_level(team, profile, definition, sectors)
    if not people and digcomp is None:
        return replace(NO_TEAM, waiting=waiting)
    blocks = tuple(_block(block, team, stakeholders) for block in definition.blocks)
    relevant = [item.mastered for block in blocks for item in block.items if item.mastered is not None]
    return TeamResult(
        respondents=sum(bool(one.answers) for one in team),
        stakeholders=sum(bool(one.picks) for one in stakeholders),
        waiting=waiting,
        blocks=blocks,
        relevant_items=len(relevant),
        mastered=_mean(relevant),
        digcomp=digcomp,
        priorities=training_priorities(blocks, definition),
        half_filled=tuple(
            HalfFilled(respondent=one.respondent, answered=len(one.answers), items=len(definition.items))
            for one in team
            if 0 < len(one.answers) < len(definition.items)
        ),
        chosen_otherwise=tuple(_chosen_otherwise(stakeholders, definition)),
        twice=tuple((one.respondent, one.twice) for one in people if one.twice),
    )


def persons(questionnaires: Iterable[TeamQuestionnaire], definition: TeamDefinition) -> tuple[Person, ...]:
    """Return one person per code and side from the accepted ones, given oldest first.

    The later answer counts. Of forms that came in at one moment nobody knows which is later: there, as in one cell, the
    answer nearest to training counts, and the lower digital level. The same code on both sides means two people. A
    stakeholder's choices of two forms are taken together.
    """
    found: dict[tuple[bool, str], list[TeamQuestionnaire]] = {}
    for one in questionnaires:
        if one.state is ResponseState.ACCEPTED:
            found.setdefault((one.is_of_team, one.respondent.strip().casefold()), []).append(one)
    return tuple(_person(forms, definition) for forms in found.values())


def _person(forms: Sequence[TeamQuestionnaire], definition: TeamDefinition) -> Person:
    known = frozenset(definition.items)
    answers: dict[str, TeamAnswer] = {}
    levels: list[int] = []
    twice = {item for one in forms for item in one.twice}
    for _, at_once in groupby(forms, key=lambda one: one.received_at):
        together = tuple(at_once)
        given: dict[str, list[TeamAnswer]] = {}
        for one in together:
            for item, answer in one.answers.items():
                if item in known:
                    given.setdefault(item, []).append(answer)
        twice |= {item for item, several in given.items() if item in answers or len(several) > 1}
        answers |= {item: nearest_to_training(several) for item, several in given.items()}
        levels = [one.digcomp for one in together if one.digcomp is not None] or levels
    roles = {one.role for one in forms}
    return Person(
        respondent=forms[0].respondent,
        role=TeamRole.MANAGER if TeamRole.MANAGER in roles else forms[0].role,
        answers=answers,
        picks=frozenset(pick for one in forms for pick in one.picks) & known,
        digcomp=min(levels, default=None),
        twice=tuple(item for item in definition.items if item in twice),
    )


def _block(block: TeamBlock, team: Sequence[Person], stakeholders: Sequence[Person]) -> TeamBlockResult:
    chose = [one for one in stakeholders if one.picks & set(block.items)]
    picked = Counter(item for one in chose for item in one.picks)
    items = tuple(_item(key, block, team, picked if chose else None) for key in block.items)
    return TeamBlockResult(
        key=block.key,
        items=items,
        respondents=sum(not one.answers.keys().isdisjoint(block.items) for one in team),
        relevant_respondents=sum(any(one.answers.get(key) in _MASTERY for key in block.items) for one in team),
        stakeholders=len(chose),
        relevant_items=sum(item.mastered is not None for item in items),
        mastered=_mean(item.mastered for item in items),
        training=_mean(item.training for item in items),
    )


def _item(key: str, block: TeamBlock, team: Sequence[Person], picked: Counter[str] | None) -> TeamItem:
    given = [one.answers[key] for one in team if key in one.answers]
    relevant = [_MASTERY[answer] for answer in given if answer is not TeamAnswer.NOT_RELEVANT]
    mastered = sum(level == _MASTERY[TeamAnswer.MASTERS] for level in relevant) / len(relevant) if relevant else None
    picks = None if picked is None else picked[key]
    return TeamItem(
        key=key,
        block=block.key,
        counts={answer: given.count(answer) for answer in TeamAnswer},
        mastered=mastered,
        training=None if mastered is None else 1 - mastered,
        spread=max(relevant) - min(relevant) if len(relevant) > 1 else None,
        picks=picks,
        rank=1 + sum(picked[other] > picks for other in block.items) if picked is not None and picks else None,
    )


def training_priorities(blocks: Iterable[TeamBlockResult], definition: TeamDefinition) -> tuple[TrainingPriority, ...]:
    """Return the items that the team's answers or stakeholders ask training for, most wanted first.

    Score = weighted mean of the team's want (missing 1, partly there .5, over relevant answers) and the share of the
    block's stakeholders who chose the item; a part nobody answered is left out. An item that the team finds not relevant
    stays out. Ties share a rank and stand in the order of the questionnaire.
    """
    found = [one for block in blocks for item in block.items if (one := _wanted(item, block, definition)) is not None]
    found.sort(key=lambda one: -one[0])  # stable: ties stay in the order of the questionnaire
    scores = [score for score, _ in found]
    return tuple(replace(one, rank=1 + sum(other > score for other in scores)) for score, one in found)


def _wanted(
    item: TeamItem, block: TeamBlockResult, definition: TeamDefinition
) -> tuple[float, TrainingPriority] | None:
    is_not_relevant = item.counts[TeamAnswer.NOT_RELEVANT] > 0 and not item.relevant
    wanted = definition.lacks * item.counts[TeamAnswer.LACKS] + definition.partly * item.counts[TeamAnswer.PARTLY]
    team = wanted / item.relevant if item.relevant else None
    chosen = None if item.picks is None else item.picks / block.stakeholders
    parts = [
        (weight, value)
        for weight, value in ((definition.team_weight, team), (definition.stakeholder_weight, chosen))
        if value is not None
    ]
    total = sum(weight for weight, _ in parts)
    if is_not_relevant or not total:
        return None
    score = round(sum(weight * value for weight, value in parts) / total, _DIGITS)
    if not score:
        return None
    return score, TrainingPriority(item=item.key, block=block.key, rank=0, score=score, team=team, stakeholders=chosen)


def share_beside(team: TeamResult, band: Band) -> float | None:
    """Return the team's own share for the items and the measure of a published band, 0–1: mean over relevant items.

    What is *lacking* is the share that says missing. ``None`` without a relevant answer.
    """
    items = [item for key in band.items if (item := team.item(key)) is not None and item.mastered is not None]
    if band.measure == "lacking":
        return _mean(item.counts[TeamAnswer.LACKS] / item.relevant for item in items)
    return _mean(item.mastered if band.measure == "mastered" else item.training for item in items)


def digital_level(
    team: Sequence[Person], profile: TeamProfile, definition: TeamDefinition, sectors: Collection[str]
) -> DigComp | None:
    """Return the levels against the minimum; ``None`` if none was recorded.

    Who manages the cluster needs ``manager_min``; ``staff_min`` has to be there in the team or bought in; where digital
    technologies are the cluster's field, ``ict_min`` in the team itself. Source: study of cluster managers' skills, 5.5.6.
    """
    levels = [one.digcomp for one in team if one.digcomp is not None]
    bought_in = profile.bought_in_level
    if not levels and bought_in is None:
        return None
    managing = [one.digcomp for one in team if one.role is TeamRole.MANAGER]
    managers = [level for level in managing if level is not None]
    is_ict = not set(definition.ict_sectors).isdisjoint(sectors)
    staff_min = definition.ict_min if is_ict else definition.staff_min
    best = max(levels, default=None)
    reached = max((level for level in (best, None if is_ict else bought_in) if level is not None), default=0)
    all_known = bool(team) and len(levels) == len(team) and (is_ict or bought_in is not None)
    below = any(level < definition.manager_min for level in managers)
    return DigComp(
        manager=min(managers, default=None),
        best_in_team=best,
        bought_in=bought_in,
        levels_known=len(levels),
        is_ict=is_ict,
        manager_min=definition.manager_min,
        staff_min=staff_min,
        manager_met=False if below else True if managers and len(managers) == len(managing) else None,
        staff_met=True if reached >= staff_min else False if all_known else None,
    )


def _chosen_otherwise(stakeholders: Iterable[Person], definition: TeamDefinition) -> Iterable[ChosenOtherwise]:
    for one in stakeholders:
        for block in definition.blocks:
            picks = len(one.picks & set(block.items))
            if picks and not block.picks_low <= picks <= block.picks_high:
                yield ChosenOtherwise(respondent=one.respondent, block=block.key, picks=picks)


def _mean(shares: Iterable[float | None]) -> float | None:
    known = [share for share in shares if share is not None]
    return sum(known) / len(known) if known else None
