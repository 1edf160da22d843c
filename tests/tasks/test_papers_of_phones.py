"""Papers of phones: what a person hears of the dots is true, and no dot is counted for a line that nobody saw."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import OpenBallot, RemoveBallot, SaveWorkshop, SetBallotState
from fastmap.model.choices import BallotState, BallotSubject
from fastmap.model.organisations import Cluster
from fastmap.tasks.ballots import ballot_mark, new_ballot, sorted_papers
from tests.store.recorded import BALLOT, NOON, PAPER, WORKSHOP

X, Y = BALLOT.options
OTHER = replace(PAPER, dots={Y: 3})


@pytest.fixture
def voting(tmp_path):
    path = tmp_path / "a.fastmap"
    with Assessment.create(path, title="A", cluster=Cluster(name="C", country="ES"), round_label="1") as made:
        made.apply(SaveWorkshop(workshop=WORKSHOP))
        made.apply(OpenBallot(ballot=BALLOT))
        yield made


def cast(assessment, *papers):
    """Take ``papers``; return the codes of what was refused."""
    change, refused = sorted_papers(assessment.snapshot(), papers)
    if change is not None:
        assessment.apply(change)
    return [error.code for error in refused.values()]


@pytest.mark.parametrize("at_once", [True, False])
def test_the_last_dots_of_a_phone_are_those_that_count(voting, at_once) -> None:
    batches = [(PAPER, OTHER)] if at_once else [(PAPER,), (OTHER,)]

    assert [cast(voting, *papers) for papers in batches] == [[]] * len(batches)
    assert voting.snapshot().ballot_papers == (OTHER,)


def test_the_same_dots_again_change_nothing_and_are_not_refused_even_after_closing(voting) -> None:
    cast(voting, PAPER)
    voting.apply(SetBallotState(ballot=BALLOT.id, state=BallotState.CLOSED, at=NOON))

    assert sorted_papers(voting.snapshot(), (PAPER,)) == (None, {})
    assert cast(voting, OTHER) == ["ballot_closed"]
    assert voting.snapshot().ballot_papers == (PAPER,)


def test_a_paper_that_belongs_to_another_vote_is_refused_and_left_as_it_is(voting) -> None:
    cast(voting, PAPER)
    voting.apply(OpenBallot(ballot=replace(BALLOT, id="B002")))

    assert cast(voting, replace(OTHER, ballot="B002")) == ["ballot_missing"]
    assert voting.snapshot().ballot_papers == (PAPER,)


def test_a_vote_begun_again_under_the_number_of_a_removed_one_bears_another_mark(voting) -> None:
    first = voting.snapshot().ballots[0]
    voting.apply(RemoveBallot(ballot=first.id))
    later = NOON + timedelta(minutes=1)

    again = new_ballot(voting.snapshot(), WORKSHOP.id, BallotSubject.NEEDS, (X, Y), dots=3, at=later, results=None)

    assert again.id == first.id
    assert ballot_mark(again) != ballot_mark(first)


@pytest.mark.parametrize("changes", [{"options": (Y, X)}, {"options": (X, Y, "z")}, {"dots": 2}, {"id": "B002"}])
def test_whatever_changes_what_a_line_of_the_page_means_changes_the_mark(changes) -> None:
    assert ballot_mark(replace(BALLOT, **changes)) != ballot_mark(BALLOT)


def test_the_mark_stays_while_a_vote_is_closed_opened_again_and_counted(voting) -> None:
    marks = [ballot_mark(voting.snapshot().ballots[0])]
    for state in (BallotState.CLOSED, BallotState.OPEN):
        voting.apply(SetBallotState(ballot=BALLOT.id, state=state, at=NOON))
        marks.append(ballot_mark(voting.snapshot().ballots[0]))

    assert len(set(marks)) == 1
