"""Votes with dots: what may be voted on, the next ballot, and sorting the papers of phones before they are stored."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from fastmap.analysis.votes import survey_places
from fastmap.catalogue.texts import load_texts
from fastmap.changes.workshop import CastBallotPapers, SetBallotState, refuse_paper
from fastmap.errors import FastmapError
from fastmap.model.choices import ActionStatus, BallotState, BallotSubject
from fastmap.model.ids import BallotId, BallotPaperId, LanguageCode, WorkshopId
from fastmap.model.results import Results
from fastmap.model.snapshot import Snapshot
from fastmap.model.workshop import Ballot, BallotPaper
from fastmap.report.ballot_labels import ballot_labels, labels_of

MOST_OPTIONS = 10
"""A wall and a phone hold no more in sight; a ballot may be opened with others."""


def options_of(subject: BallotSubject, results: Results) -> tuple[str, ...]:
    """Return what a ballot on ``subject`` begins with, best first: at most ten, those the survey or the grid names."""
    return proposed_options(subject, results)[:MOST_OPTIONS]


def proposed_options(subject: BallotSubject, results: Results) -> tuple[str, ...]:
    """Return everything that can be voted on, best first: a person may put what comes later in place of what is first."""
    if subject is BallotSubject.NEEDS:
        found: Iterable[str] = (skill.uri for skill in results.skills if skill.ranking.rank is not None)
    elif subject is BallotSubject.NEXT_STEPS:
        found = (item.id for item in results.recommendations if not item.is_quiet)
    else:
        over = {ActionStatus.DONE, ActionStatus.STOPPED}
        found = (action.id for action in results.snapshot.actions if action.status not in over)
    return tuple(found)


def new_ballot(
    snapshot: Snapshot,
    workshop: WorkshopId,
    subject: BallotSubject,
    options: Sequence[str],
    *,
    dots: int,
    at: datetime,
    results: Results | None,
    is_live: bool = False,
) -> Ballot:
    """Return the next ballot of a workshop, open. A removed one may have had its number: see `ballot_mark`.

    It keeps what its options are called in ``results``, in the language of the assessment: whatever becomes of them, the
    vote was about these words.
    """
    language = snapshot.info.language
    numbers = [int(ballot.id[1:]) for ballot in snapshot.ballots if ballot.id[1:].isdecimal()]
    return Ballot(
        id=BallotId(f"B{max(numbers, default=0) + 1:03d}"),
        workshop=workshop,
        subject=subject,
        dots=dots,
        options=tuple(options),
        opened_at=at,
        is_live=is_live,
        words=None if results is None else ballot_labels(subject, options, results, load_texts(language)),
        words_language=None if results is None else language,
    )


def turned_ballot(ballot: Ballot, results: Results | None, at: datetime) -> SetBallotState:
    """Return the change that closes an open vote, with the survey's places as they are now, or opens a closed one again."""
    if ballot.state is BallotState.CLOSED:
        return SetBallotState(ballot=ballot.id, state=BallotState.OPEN, at=at)
    places = None if results is None else survey_places(ballot, results.skills, results.recommendations)
    return SetBallotState(ballot=ballot.id, state=BallotState.CLOSED, at=at, places=places)


def open_ballot(snapshot: Snapshot) -> Ballot | None:
    """Return the ballot that phones can vote in: of several that are open the one opened last."""
    opened = [ballot for ballot in snapshot.ballots if ballot.state is BallotState.OPEN]
    return max(opened, key=lambda ballot: (ballot.opened_at, ballot.id), default=None)


def ballot_mark(ballot: Ballot) -> str:
    """Return what tells a ballot from every other, whatever its number: when it was opened, and its options in order.

    A phone sends dots by the places of lines. With the mark they are of these lines or of no vote that is open.
    """
    told = [ballot.id, ballot.opened_at.isoformat(), ballot.dots, *ballot.options]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:20]


def option_labels(ballot: Ballot, results: Results, language: LanguageCode) -> Mapping[str, str]:
    """Return option → its words in ``language``, or in whichever there are. Titles and own skills are typed: they may name a firm."""
    return labels_of(ballot, results, load_texts(language))


def sorted_papers(
    snapshot: Snapshot, papers: Iterable[BallotPaper]
) -> tuple[CastBallotPapers | None, Mapping[BallotPaperId, FastmapError]]:
    """Return the one change that takes all papers that may be taken, and why each of the others may not.

    A paper that is there already, with the same dots, is neither: its phone may be told that it counts. With other dots it
    takes the place of the first as long as the vote is open: the last word of a phone counts, and it is told so.
    """
    known = {paper.id: paper for paper in snapshot.ballot_papers}
    ballots = {ballot.id: ballot for ballot in snapshot.ballots}
    taken: dict[BallotPaperId, BallotPaper] = {}
    refused: dict[BallotPaperId, FastmapError] = {}
    for paper in papers:
        earlier = known.get(paper.id)
        if earlier is not None and (earlier.ballot, earlier.dots) == (paper.ballot, paper.dots):
            continue
        why = _refusal(ballots.get(paper.ballot), paper, earlier)
        if why is None:
            known[paper.id] = taken[paper.id] = paper
        else:
            refused[paper.id] = why
    return (CastBallotPapers(papers=tuple(taken.values())) if taken else None), refused


def _refusal(ballot: Ballot | None, paper: BallotPaper, earlier: BallotPaper | None) -> FastmapError | None:
    if ballot is None or (earlier is not None and earlier.ballot != ballot.id):
        return FastmapError("ballot_missing")
    try:
        refuse_paper(ballot, paper)
    except FastmapError as error:
        return error
    return None
