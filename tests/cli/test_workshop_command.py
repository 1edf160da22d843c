"""Workshops on the command line."""

import json

from fastmap.assessment import Assessment
from fastmap.changes import RemoveWorkshop, SetBallotState
from fastmap.model.choices import BallotState
from tests.store.recorded import NOON
from tests.support.command_line import fastmap


def test_agenda_decisions_and_votes_are_shown(sample):
    ran = fastmap("workshop", sample)

    assert (ran.status, ran.err) == (0, "")
    assert "Workshop of 18 Jun 2026" in ran.out
    assert "6. Three cards: who, by when, yes or no (25 min)" in ran.out
    assert "by 15 September." in ran.out
    assert "Vote (Needs). Voters: 18; dots given: 54; dots each: 3." in ran.out
    assert "12  Industrial maintenance (place 2; in the survey 6)" in ran.out


def test_the_outcome_as_json_is_that_of_the_analysis(sample):
    told = json.loads(fastmap("workshop", sample, "--json").out)

    assert told == json.loads(fastmap("analyse", sample, "--json").out)["workshops"]
    assert [option["gap"] for option in told[0]["votes"][0]["options"]].count("higher") == 1


def test_an_open_vote_tells_no_dots(sample):
    with Assessment.open(sample) as assessment:
        assessment.apply(SetBallotState(ballot="B001", state=BallotState.OPEN, at=NOON))

    ran = fastmap("workshop", sample)

    assert "still open" in ran.out
    assert "54" not in ran.out


def test_a_file_without_a_workshop_says_so(sample):
    with Assessment.open(sample) as assessment:
        assessment.apply(RemoveWorkshop(workshop="W001"))

    ran = fastmap("workshop", sample)

    assert (ran.status, ran.out) == (0, "")
    assert "No workshop is recorded" in ran.err
