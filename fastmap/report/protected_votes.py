"""Workshops in an anonymous edition: votes on needs that enough people gave, and nothing that was said or decided.

A ballot paper belongs to nobody, but few people in a room are known to each other: a vote of fewer than k is not shown.
What was noted, the wording of items and the place are free texts; titles of actions and next steps can name a firm. All of
them stay out (decision record 0294). So do the words and places that a vote keeps: names and ranks are those of the edition
(decision record 0306).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fastmap.analysis.votes import ballots_of
from fastmap.model.choices import BallotState, BallotSubject
from fastmap.model.results import SkillResult
from fastmap.model.vote_results import BallotResult
from fastmap.model.workshop import Ballot, Workshop
from fastmap.report.anonymous_edition import AnonymousEdition


def protected_workshops(edition: AnonymousEdition) -> tuple[Workshop, ...]:
    """Return day and number of people of each workshop."""
    return tuple(
        Workshop(id=one.id, held_on=one.held_on, participants=_if_enough(one.participants, edition.k))
        for one in edition.results.snapshot.workshops
    )


def protected_votes(
    edition: AnonymousEdition, shown: Sequence[SkillResult], *, gap_places: int
) -> tuple[BallotResult, ...]:
    """Return closed votes on needs of at least k voters, with the options that this edition ranks.

    ``shown``: the skills as this edition shows them. Places, total and shares are those of the options that are left. Where
    any is left out, the number of voters is, too: times the dots of each it would bound the dots of what is left out.
    """
    ranked = {str(skill.uri) for skill in shown if skill.ranking.rank is not None}
    found = []
    for known in edition.results.ballots:
        ballot = known.ballot
        options = tuple(option for option in ballot.options if option in ranked)
        is_told = ballot.state is BallotState.CLOSED and ballot.subject is BallotSubject.NEEDS
        voters = _if_enough(_who_gave_dots(known), edition.k)
        if not is_told or voters is None or len(options) < 2:
            continue
        dots = {one.option: one.dots for one in known.options if one.option in ranked and one.dots}
        is_whole = len(options) == len(ballot.options)
        if not is_whole and _bounds_what_is_left_out(edition, ballot, sum(dots.values())):
            continue
        # Counted as if all dots were counted by hand: which of them came by phone is nobody's business.
        left = replace(
            ballot,
            options=options,
            by_hand=dots,
            voters_by_hand=known.voters if is_whole else None,
            words=None,
            words_language=None,
            places=None,
        )
        alone = replace(edition.results.snapshot, ballots=(left,), ballot_papers=())
        (counted,) = ballots_of(alone, shown, (), gap_places=gap_places)
        found.append(counted if is_whole else replace(counted, voters=None))
    return tuple(found)


def _who_gave_dots(known: BallotResult) -> int | None:
    """Return how many people gave dots: those counted by hand are at most as many as the dots counted by hand."""
    by_hand = known.ballot.voters_by_hand or 0
    return None if known.voters is None else known.papers + min(by_hand, sum(known.ballot.by_hand.values()))


def _bounds_what_is_left_out(edition: AnonymousEdition, ballot: Ballot, told: int) -> bool:
    """Return whether ``told`` dots tell something of the others: that there are some, or fewer than k.

    At least k people gave at least one dot each, and those in the room had no more than theirs.
    """
    if told < edition.k:
        return True
    meetings = edition.results.snapshot.workshops
    people = next((one.participants for one in meetings if one.id == ballot.workshop), None)
    people = _if_enough(people, edition.k)
    return people is not None and people * ballot.dots - told < edition.k


def _if_enough(people: int | None, k: int) -> int | None:
    return people if people is not None and people >= k else None
