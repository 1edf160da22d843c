"""What a workshop records, and what it refuses."""

from dataclasses import replace

import pytest

from fastmap.changes import (
    CastBallotPapers,
    CountByHand,
    NoteAgendaItem,
    OpenBallot,
    RemoveWorkshop,
    SaveWorkshop,
    SetBallotState,
)
from fastmap.errors import FastmapError
from fastmap.model.choices import BallotState
from tests.store.recorded import BALLOT, NOON, PAPER, WORKSHOP

X, Y = BALLOT.options


@pytest.fixture
def voting(assessment):
    assessment.apply(SaveWorkshop(workshop=WORKSHOP))
    assessment.apply(OpenBallot(ballot=BALLOT))
    return assessment


def refused(assessment, change) -> str:
    before = assessment.content_hash()
    with pytest.raises(FastmapError) as caught:
        assessment.apply(change)
    assert assessment.content_hash() == before
    return caught.value.code


def test_a_ballot_opens_open_with_each_option_once(voting) -> None:
    voting.apply(OpenBallot(ballot=replace(BALLOT, id="B002", options=(X, X, Y))))

    ballot = voting.snapshot().ballots[1]

    assert (ballot.state, ballot.closed_at, ballot.options) == (BallotState.OPEN, None, (X, Y))


def test_a_paper_sent_twice_counts_once_and_the_second_touches_nothing(voting) -> None:
    voting.apply(CastBallotPapers(papers=(PAPER,)))

    assert not voting.apply(CastBallotPapers(papers=(PAPER,)))
    assert voting.snapshot().ballot_papers == (PAPER,)


def test_other_dots_of_the_same_paper_take_the_place_of_the_first_while_the_vote_is_open(voting) -> None:
    voting.apply(CastBallotPapers(papers=(PAPER,)))
    other = replace(PAPER, dots={X: 3})

    voting.apply(CastBallotPapers(papers=(other,)))
    assert voting.snapshot().ballot_papers == (other,)

    voting.apply(SetBallotState(ballot=BALLOT.id, state=BallotState.CLOSED, at=NOON))
    assert refused(voting, CastBallotPapers(papers=(PAPER,))) == "ballot_closed"
    assert voting.snapshot().ballot_papers == (other,)


def test_a_paper_of_one_vote_is_never_taken_for_another_one(voting) -> None:
    voting.apply(CastBallotPapers(papers=(PAPER,)))
    voting.apply(OpenBallot(ballot=replace(BALLOT, id="B002")))

    assert refused(voting, CastBallotPapers(papers=(replace(PAPER, ballot="B002", dots={X: 3}),))) == "ballot_missing"


def test_a_paper_sent_again_after_closing_is_still_the_one_on_disk(voting) -> None:
    voting.apply(CastBallotPapers(papers=(PAPER,)))
    voting.apply(SetBallotState(ballot=BALLOT.id, state=BallotState.CLOSED, at=NOON))

    assert not voting.apply(CastBallotPapers(papers=(PAPER,)))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"dots": {X: 4}}, "ballot_too_many_dots"),
        ({"dots": {X: 2, Y: 2}}, "ballot_too_many_dots"),
        ({"dots": {}}, "ballot_no_dots"),
        ({"dots": {X: 4, Y: -1}}, "ballot_no_dots"),
        ({"dots": {"fastmap:own/z": 1}}, "ballot_option_unknown"),
        ({"ballot": "B404"}, "ballot_missing"),
    ],
)
def test_a_paper_that_breaks_a_rule_is_refused(voting, changes, code) -> None:
    assert refused(voting, CastBallotPapers(papers=(replace(PAPER, **changes),))) == code


def test_a_paper_after_closing_is_refused_and_counts_once_it_is_open_again(voting) -> None:
    voting.apply(SetBallotState(ballot=BALLOT.id, state=BallotState.CLOSED, at=NOON))
    assert refused(voting, CastBallotPapers(papers=(PAPER,))) == "ballot_closed"

    voting.apply(SetBallotState(ballot=BALLOT.id, state=BallotState.OPEN, at=NOON))

    assert voting.apply(CastBallotPapers(papers=(PAPER,)))
    assert voting.snapshot().ballots[0].closed_at is None


@pytest.mark.parametrize(
    ("dots", "voters", "code"),
    [
        ({X: 4}, 1, "ballot_too_many_dots"),
        ({X: -1}, None, "ballot_count"),
        ({X: 10_001}, None, "ballot_count"),
        ({X: 1}, -2, "ballot_count"),
        ({"z": 1}, 1, "ballot_option_unknown"),
    ],
)
def test_a_count_by_hand_that_no_room_gives_is_refused(voting, dots, voters, code) -> None:
    assert refused(voting, CountByHand(ballot=BALLOT.id, dots=dots, voters=voters)) == code


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"dots": 0}, "ballot_dots"),
        ({"dots": 11}, "ballot_dots"),
        ({"options": (X, X)}, "ballot_options"),
        ({"workshop": "W404"}, "workshop_missing"),
        ({"id": "B001"}, "ballot_known"),
    ],
)
def test_a_ballot_that_nobody_can_vote_in_is_refused(voting, changes, code) -> None:
    assert refused(voting, OpenBallot(ballot=replace(BALLOT, **({"id": "B002"} | changes)))) == code


def test_notes_go_to_their_item_alone_whatever_became_of_the_agenda(voting) -> None:
    first, second = WORKSHOP.agenda
    voting.apply(SaveWorkshop(workshop=replace(WORKSHOP, agenda=(second, first))))

    voting.apply(NoteAgendaItem(workshop="W001", item="2", notes="who calls the school?", decisions="Anna does"))

    agenda = voting.snapshot().workshops[0].agenda
    assert agenda == (replace(second, notes="who calls the school?", decisions="Anna does"), first)
    assert refused(voting, NoteAgendaItem(workshop="W001", item="9", notes="", decisions=None)) == "agenda_item_missing"


@pytest.mark.parametrize("minutes", [0, 481])
def test_an_item_of_no_or_impossible_length_is_refused(assessment, minutes) -> None:
    agenda = (replace(WORKSHOP.agenda[0], minutes=minutes),)

    assert refused(assessment, SaveWorkshop(workshop=replace(WORKSHOP, agenda=agenda))) == "agenda_minutes"


def test_removing_a_workshop_takes_votes_and_papers_along_and_undo_brings_them_back(voting) -> None:
    voting.apply(CastBallotPapers(papers=(PAPER,)))
    before = voting.snapshot()

    voting.apply(RemoveWorkshop(workshop="W001"))
    assert voting.snapshot().ballots == voting.snapshot().ballot_papers == ()

    voting.undo()
    assert voting.snapshot() == before


def test_a_ballot_keeps_what_its_options_are_called_and_nothing_of_what_was_not_offered(voting) -> None:
    voting.apply(OpenBallot(ballot=replace(BALLOT, id="B002", words={X: "Welding", Y: "Brazing", "z": "Sewing"})))

    kept = voting.snapshot().ballots[1]
    assert (kept.words, kept.words_language, kept.places) == ({X: "Welding", Y: "Brazing"}, "de", None)


def test_closing_keeps_the_places_opening_again_drops_them_and_undo_and_redo_carry_both(voting) -> None:
    opened = voting.snapshot().ballots
    voting.apply(SetBallotState(ballot=BALLOT.id, state=BallotState.CLOSED, at=NOON, places={X: 2, Y: 1}))
    closed = voting.snapshot().ballots
    assert closed[0].places == {X: 2, Y: 1}

    voting.apply(SetBallotState(ballot=BALLOT.id, state=BallotState.OPEN, at=NOON, places={X: 1}))
    assert voting.snapshot().ballots == opened

    voting.undo()
    assert voting.snapshot().ballots == closed
    voting.undo()
    assert voting.snapshot().ballots == opened
    voting.undo()
    assert voting.snapshot().ballots == ()
    voting.redo()
    assert voting.snapshot().ballots[0].words == BALLOT.words
    voting.redo()
    assert voting.snapshot().ballots == closed


def test_a_place_of_an_option_that_was_not_offered_is_refused(voting) -> None:
    closing = SetBallotState(ballot=BALLOT.id, state=BallotState.CLOSED, at=NOON, places={"z": 1})

    assert refused(voting, closing) == "ballot_option_unknown"


def test_dots_counted_by_hand_after_the_vote_leave_its_words_and_places(voting) -> None:
    voting.apply(SetBallotState(ballot=BALLOT.id, state=BallotState.CLOSED, at=NOON, places={X: 1}))

    voting.apply(CountByHand(ballot=BALLOT.id, dots={Y: 2}, voters=1))

    assert (voting.snapshot().ballots[0].words, voting.snapshot().ballots[0].places) == (BALLOT.words, {X: 1})
