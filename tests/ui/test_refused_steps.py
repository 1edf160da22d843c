"""Why a step cannot be taken back is said as long as it is true, and no longer."""

from dataclasses import replace

import pytest

import tests.store.recorded as r
from fastmap.changes import CastBallotPapers, NoteAgendaItem, OpenBallot, SaveWorkshop
from fastmap.model.workshop import BallotPaper


@pytest.fixture
def refused(with_sample):
    """The window after an undo that is refused, since a phone's dots rest on the vote."""
    session = with_sample.session
    session.apply(SaveWorkshop(workshop=replace(r.WORKSHOP, id="W009")))
    ballot = replace(r.BALLOT, id="B009", workshop="W009")
    session.apply(OpenBallot(ballot=ballot))
    session.apply(NoteAgendaItem(workshop="W009", item=r.WORKSHOP.agenda[0].id, notes="x", decisions=None))
    session.undo()
    session.apply(CastBallotPapers(papers=(paper(ballot, "p1"),)))
    assert session.undo() is None
    assert said(with_sample).startswith("Phones sent something since")
    return with_sample


def paper(ballot, name):
    return BallotPaper(id=name, ballot=ballot.id, received_at=r.NOON, dots={ballot.options[0]: 1})


def said(window):
    return window.message_bar.sentence.text() if window.message_bar.isVisible() else ""


def test_a_refused_undo_is_forgotten_once_a_step_is_made_again(refused):
    assert refused.session.redo()

    assert said(refused) == ""


def test_a_refused_undo_stays_while_phones_go_on_sending(refused, qtbot):
    session = refused.session
    ballot = next(one for one in session.state.snapshot.ballots if one.id == "B009")
    job = session.aside.work_out(lambda _: CastBallotPapers(papers=(paper(ballot, "p2"),)), lambda: None, lambda: None)
    with qtbot.waitSignal(job.done):
        pass

    assert said(refused).startswith("Phones sent something since")


def test_what_was_said_since_is_left_in_sight(refused):
    refused.say("warn", "Something else")

    assert refused.session.redo()

    assert said(refused) == "Something else"
