"""Answers to the team self-assessment in the file: each key is one change; old files open and take them."""

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import AnswerTeamItem, PickTeamItem, SaveTeamQuestionnaires, SetBoughtInLevel
from fastmap.errors import FastmapError
from fastmap.model.choices import ResponseState, TeamAnswer
from fastmap.store.header import read_header
from fastmap.store.migrating import newest_schema
from tests.store import recorded as r

OLD_FILE = Path(__file__).parents[1] / "data" / "files" / "sample_of_schema_2.fastmap.gz"


def only(assessment):
    (one,) = assessment.snapshot().team
    return one


@pytest.fixture
def begun(assessment):
    assessment.apply(SaveTeamQuestionnaires(questionnaires=(replace(r.QUESTIONNAIRE, state=ResponseState.ACCEPTED),)))
    return assessment


def test_an_answer_replaces_the_one_before_and_settles_that_it_was_given_twice(begun):
    begun.apply(AnswerTeamItem(questionnaire="Q1", item="crm", answer=TeamAnswer.MASTERS))

    assert only(begun).answers["crm"] is TeamAnswer.MASTERS
    assert only(begun).twice == ()
    begun.undo()
    assert only(begun).answers["crm"] is TeamAnswer.LACKS
    assert only(begun).twice == ("crm",)


def test_an_answer_can_be_taken_back(begun):
    begun.apply(AnswerTeamItem(questionnaire="Q1", item="crm", answer=None))

    assert set(only(begun).answers) == {"english"}


def test_choices_come_and_go(begun):
    begun.apply(PickTeamItem(questionnaire="Q1", item="crm", picked=True))
    begun.apply(PickTeamItem(questionnaire="Q1", item="strategy", picked=False))

    assert only(begun).picks == ("teamwork", "crm")


def test_what_was_received_stays_as_it_was(begun):
    begun.apply(SaveTeamQuestionnaires(questionnaires=(replace(only(begun), respondent="B", raw={}),)))

    assert (only(begun).respondent, only(begun).raw) == ("B", {"item_crm": "1; 3"})


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (AnswerTeamItem(questionnaire="gone", item="crm", answer=None), "team_questionnaire_missing"),
        (SaveTeamQuestionnaires(questionnaires=(replace(r.QUESTIONNAIRE, respondent=" "),)), "team_respondent_missing"),
        (SetBoughtInLevel(level=9), "digcomp_level"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(begun, change, code):
    before = begun.content_hash()

    with pytest.raises(FastmapError) as refused:
        begun.apply(change)

    assert (refused.value.code, begun.content_hash()) == (code, before)


def test_an_old_file_opens_with_all_it_held_and_takes_a_questionnaire(path):
    path.write_bytes(gzip.decompress(OLD_FILE.read_bytes()))

    with Assessment.open(path) as assessment:
        snapshot = assessment.snapshot()
        assert (len(snapshot.responses), len(snapshot.mappings)) == (25, 67)
        assert (snapshot.team, snapshot.team_profile.bought_in_level) == ((), None)
        before = assessment.content_hash()
        assessment.apply(SaveTeamQuestionnaires(questionnaires=(r.QUESTIONNAIRE,)))
        assert only(assessment) == r.QUESTIONNAIRE
        assessment.undo()
        assert assessment.content_hash() == before

    assert read_header(path).schema == newest_schema()
