"""Files of every schema, as programs of their day wrote them, open with all that they held.

They were written by the program of that schema: its sample, and where the sample held nothing of a new table, one entry
made with that program. No program ever stopped at schema 5: its file is the one of schema 4, brought on by one step of
the program that knew 6.
"""

import gzip
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from fastmap.assessment import Assessment
from fastmap.changes import AnswerRecommendation, SetBallotState
from fastmap.model.choices import ActionStatus, BallotState, RecommendationAnswer
from fastmap.pipeline import run
from fastmap.store.header import read_header
from fastmap.store.migrating import newest_schema
from fastmap.tasks.deciding import answered
from tests.store.recorded import NOON
from tests.support.builders import shipped_catalogue

OLD_FILES = Path(__file__).parents[1] / "data" / "files"
NEW_WITH = {
    1: ("members", "responses", "needs", "mappings", "events", "event_rows"),
    2: ("members",),  # its own tables are empty: the sample of the day split no text
    3: ("commitments",),
    4: ("priority_weights",),
    5: ("named_organisations",),
    6: ("members",),  # nor had any provider replied
    7: ("kpi_entries", "kpi_goals"),
    8: ("own_kpis", "team_questionnaires", "team_profile"),
    9: ("earlier_round",),
    10: ("decisions", "decision_plans", "action_plans", "team_capacity"),
    11: ("action_evidence", "own_practices", "indicator_targets"),
    12: ("commitments",),
    13: ("grant_facts", "logo"),
    14: ("registrations",),
    15: ("partners",),
    16: ("privacy_choice", "cleared_texts", "anonymous_editions"),
    17: ("workshops", "ballots", "ballot_papers"),
    18: ("erasures", "erased_codes", "ballots", "ballot_papers"),
}
"""Tables that came with a schema; its file holds something in each."""
SCHEMAS = tuple(NEW_WITH)


def rows_of(path):
    """Return every row of every table that is the program's own, by table: what a file holds."""
    with closing(Database(path)) as database:
        return {table.name: list(table.rows) for table in database.tables if not table.name.startswith("sqlite_")}


@pytest.fixture(params=SCHEMAS)
def schema(request):
    return request.param


@pytest.fixture
def old(path, schema):
    path.write_bytes(gzip.decompress((OLD_FILES / f"sample_of_schema_{schema}.fastmap.gz").read_bytes()))
    return path


def test_every_schema_before_the_newest_has_a_file_of_its_day():
    assert SCHEMAS[: newest_schema() - 1] == tuple(range(1, newest_schema()))


def test_a_file_of_an_older_schema_keeps_every_row_it_held(old, schema):
    assert read_header(old).schema == schema
    before = rows_of(old)
    assert all(before[table] for table in NEW_WITH[schema])

    with Assessment.open(old) as assessment:
        assert assessment.check().schema == newest_schema()

    after = rows_of(old)
    for table, rows in before.items():
        kept = [{column: row[column] for column in rows[0]} for row in after[table]] if rows else after[table]
        assert sorted(map(repr, kept)) == sorted(map(repr, rows)), table


def test_check_tells_the_version_of_the_file_and_not_of_the_program(old, schema):
    with Assessment.open(old, read_only=True) as assessment:
        assert assessment.check().schema == schema

    assert read_header(old).schema == schema


def test_a_file_of_an_older_schema_can_be_read_worked_out_changed_and_undone(old):
    with Assessment.open(old) as assessment:
        snapshot, before = assessment.snapshot(), assessment.content_hash()
        results = run(snapshot, shipped_catalogue())
        assert (len(snapshot.responses), len(snapshot.members), len(results.steps)) == (25, 40, 4)
        assert results.recommendations

        answer = answered(results.recommendations[-1], RecommendationAnswer.LATER, NOON, "next year")
        assessment.apply(AnswerRecommendation(decision=answer))
        assert answer in assessment.snapshot().decisions
        assessment.undo()
        assert assessment.content_hash() == before
        assessment.undo()  # an edit of the older program
        assert assessment.content_hash() != before
        assessment.redo()
        assert assessment.content_hash() == before


def test_decisions_of_schema_10_rest_on_their_facts_and_claim_nothing_that_was_not_written_down(path):
    path.write_bytes(gzip.decompress((OLD_FILES / "sample_of_schema_10.fastmap.gz").read_bytes()))

    with Assessment.open(path) as assessment:
        snapshot = assessment.snapshot()
        results = run(snapshot, shipped_catalogue())

    answers = {one.answer: one for one in snapshot.decisions}
    refused, accepted = answers[RecommendationAnswer.NO], answers[RecommendationAnswer.ACCEPTED]
    assert (refused.reason, refused.basis.others, accepted.basis.action) == ("not this year", None, None)
    assert refused.basis.needs
    found = {item.id: item for item in results.recommendations}
    assert "advice.changed.need_new" not in {line.key for line in found[refused.recommendation].changed}
    assert found[accepted.recommendation].is_decided
    assert any(action.status is ActionStatus.PLANNED for action in snapshot.actions)


def test_a_vote_of_schema_18_counts_as_it_did_and_an_older_closing_is_undone_and_made_again(path):
    """The last edits of the older program: a closed vote opened again, one paper of a phone, closed again."""
    path.write_bytes(gzip.decompress((OLD_FILES / "sample_of_schema_18.fastmap.gz").read_bytes()))

    with Assessment.open(path) as assessment:
        (vote,) = assessment.snapshot().ballots
        assert (vote.state, vote.words, vote.words_language, vote.places) == (BallotState.CLOSED, None, None, None)
        counted = run(assessment.snapshot(), shipped_catalogue()).ballots[0]
        assert (counted.papers, counted.is_ranked_by_survey, counted.options[0].dots) == (1, True, 16)
        before = assessment.content_hash()

        assessment.undo()
        assert assessment.snapshot().ballots[0].state is BallotState.OPEN
        assessment.redo()
        assert assessment.content_hash() == before

        assessment.apply(SetBallotState(ballot=vote.id, state=BallotState.OPEN, at=NOON))
        places = {option: place for place, option in enumerate(vote.options, start=1)}
        assessment.apply(SetBallotState(ballot=vote.id, state=BallotState.CLOSED, at=NOON, places=places))
        assert assessment.snapshot().ballots[0].places == places
