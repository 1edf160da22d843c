"""Counting dots and holding them beside the survey's ranking: both are shown, neither corrects the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from fastmap.model.choices import BallotState, BallotSubject, RankGap
from fastmap.model.results import Recommendation, SkillResult
from fastmap.model.snapshot import Snapshot
from fastmap.model.vote_results import BallotResult, OptionResult
from fastmap.model.workshop import Ballot


def ballots_of(
    snapshot: Snapshot,
    skills: Sequence[SkillResult],
    recommendations: Sequence[Recommendation],
    *,
    gap_places: int,
) -> tuple[BallotResult, ...]:
    """Return every ballot, counted, in the order of their ids.

    ``skills`` in any order; ``recommendations`` in order of presentation, which is their rank. ``gap_places``: places
    apart from which room and survey disagree. A closed vote keeps the places that people saw, whoever answers later.
    """
    orders = _orders(skills, recommendations)
    found = []
    for ballot in snapshot.ballots:
        kept = ballot.places if ballot.state is BallotState.CLOSED else None
        surveyed = _places_in(orders[ballot.subject], ballot) if kept is None else kept
        found.append(_counted(ballot, snapshot, surveyed, gap_places))
    return tuple(found)


def survey_places(
    ballot: Ballot, skills: Sequence[SkillResult], recommendations: Sequence[Recommendation]
) -> Mapping[str, int]:
    """Return option → its place in the survey among the options of ``ballot``, as results have it; those that have one."""
    return _places_in(_orders(skills, recommendations)[ballot.subject], ballot)


def _orders(
    skills: Sequence[SkillResult], recommendations: Sequence[Recommendation]
) -> Mapping[BallotSubject, Sequence[str]]:
    ranked = sorted(
        (skill for skill in skills if skill.ranking.rank is not None), key=lambda skill: skill.ranking.rank or 0
    )
    return {
        BallotSubject.NEEDS: [skill.uri for skill in ranked],
        BallotSubject.NEXT_STEPS: [item.id for item in recommendations],
        BallotSubject.ACTIONS: [],
    }


def _places_in(order: Sequence[str], ballot: Ballot) -> Mapping[str, int]:
    offered = [option for option in order if option in ballot.options]
    return {option: place for place, option in enumerate(offered, start=1)}


def _counted(ballot: Ballot, snapshot: Snapshot, surveyed: Mapping[str, int], gap_places: int) -> BallotResult:
    papers = [paper for paper in snapshot.ballot_papers if paper.ballot == ballot.id]
    dots: Counter[str] = Counter(ballot.by_hand)
    for paper in papers:
        dots.update(paper.dots)
    total = sum(dots.values())
    places = _places(ballot.options, dots)
    options = [
        OptionResult(
            option=option,
            dots=dots[option],
            share=dots[option] / total if total else None,
            place=places[option][0] if dots[option] else None,
            survey_place=surveyed.get(option),
            gap=_gap(places[option], surveyed.get(option), gap_places) if total else None,
        )
        for option in ballot.options
    ]
    last = len(ballot.options) + 1
    counted_by_hand = sum(ballot.by_hand.values()) > 0 or ballot.voters_by_hand is not None
    people_known = not counted_by_hand or ballot.voters_by_hand is not None
    return BallotResult(
        ballot=ballot,
        options=tuple(sorted(options, key=lambda one: (-one.dots, one.survey_place or last))),
        papers=len(papers),
        voters=len(papers) + (ballot.voters_by_hand or 0) if people_known else None,
        dots=total,
        is_ranked_by_survey=bool(surveyed),
    )


def _places(options: Sequence[str], dots: Mapping[str, int]) -> dict[str, tuple[int, int]]:
    """Return option → best and worst place by dots; options with equal dots share all places between them."""
    return {
        option: (
            1 + sum(dots.get(other, 0) > dots.get(option, 0) for other in options),
            sum(dots.get(other, 0) >= dots.get(option, 0) for other in options),
        )
        for option in options
    }


def _gap(places: tuple[int, int], surveyed: int | None, gap_places: int) -> RankGap | None:
    """Return how the room differs from the survey, counted from the nearest of the places that an option shares."""
    if surveyed is None:
        return None
    best, worst = places
    if surveyed - worst >= gap_places:
        return RankGap.HIGHER
    return RankGap.LOWER if best - surveyed >= gap_places else None
