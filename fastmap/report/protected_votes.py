"""Workshops in an anonymous edition: votes on needs that enough people gave, and nothing that was said or decided.

A ballot paper belongs to nobody, but few people in a room are known to each other: a vote of fewer than k is not shown.
What was noted, the wording of items and the place are free texts; titles of actions and next steps can name a firm. All of
them stay out (decision record 0294).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fastmap.analysis.votes import ballots_of
from fastmap.model.choices import BallotState, BallotSubject
from fastmap.model.results import SkillResult
from fastmap.model.vote_results import BallotResult
from fastmap.model.workshop import Workshop
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

    ``shown``: the skills as this edition shows them. Places are counted among the options that are left; the share is
    that of all dots.
    """
    ranked = {str(skill.uri) for skill in shown if skill.ranking.rank is not None}
    found = []
    for known in edition.results.ballots:
        ballot = known.ballot
        options = tuple(option for option in ballot.options if option in ranked)
        is_told = ballot.state is BallotState.CLOSED and ballot.subject is BallotSubject.NEEDS
        if not is_told or _if_enough(known.voters, edition.k) is None or len(options) < 2:
            continue
        dots = {one.option: one.dots for one in known.options if one.option in ranked and one.dots}
        # Counted as if all dots were counted by hand: which of them came by phone is nobody's business.
        left = replace(ballot, options=options, by_hand=dots, voters_by_hand=known.voters)
        alone = replace(edition.results.snapshot, ballots=(left,), ballot_papers=())
        (counted,) = ballots_of(alone, shown, (), gap_places=gap_places)
        options_told = tuple(
            replace(one, share=one.dots / known.dots if known.dots else None) for one in counted.options
        )
        found.append(replace(counted, options=options_told, dots=known.dots))
    return tuple(found)


def _if_enough(people: int | None, k: int) -> int | None:
    return people if people is not None and people >= k else None
