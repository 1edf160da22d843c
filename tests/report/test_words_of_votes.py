"""A vote goes on saying what people voted on, and where it stood in the survey that day, whatever becomes of it later."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from fastmap.catalogue.texts import load_texts
from fastmap.model.actions import Action, Cell
from fastmap.model.choices import BallotState, BallotSubject, Complexity, RankGap, Scope
from fastmap.model.workshop import Workshop
from fastmap.pipeline import run
from fastmap.report.ballot_labels import ballot_labels, labels_of
from fastmap.report.build import build_report
from fastmap.report.whole_names import HIDDEN
from fastmap.tasks import wall_decisions
from fastmap.tasks.ballots import new_ballot, options_of, turned_ballot
from fastmap.tasks.wall_names import WallNames
from tests.report.whole_cluster import MADE_ON, whole_results, whole_snapshot
from tests.support.builders import shipped_catalogue

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
MEETING = Workshop(id="W001", participants=30)
CELL = Cell(Scope.INTERNATIONAL, Complexity.LOW_MEDIUM)
SCHOOL = Action(id="A-901", title="Welding school", cell=CELL)
YARD = Action(id="A-902", title="Open yard", cell=CELL)
EN = load_texts("en")


def closed_vote(subject, results, options=None):
    """Open a vote as the window does, close it, and give every dot to its first option."""
    options = options_of(subject, results) if options is None else options
    opened = new_ballot(results.snapshot, MEETING.id, subject, options, dots=3, at=NOON, results=results)
    closing = turned_ballot(opened, results, NOON)
    dots = {option: 20 - place for place, option in enumerate(options)}
    return replace(
        opened,
        state=closing.state,
        closed_at=NOON,
        places=closing.places,
        by_hand=dots,
        voters_by_hand=sum(dots.values()),
    )


def worked_out(ballot, snapshot=None):
    return run(replace(snapshot or whole_snapshot(), workshops=(MEETING,), ballots=(ballot,)), shipped_catalogue())


def said(results, *, language="en", anonymous=False):
    made = build_report(results, shipped_catalogue(), load_texts(language), anonymous=anonymous, made_on=MADE_ON)
    return f"{made.sections} {made.data} {tuple(made.papers)}"


def vote_in_json(results, **kinds):
    made = build_report(results, shipped_catalogue(), EN, made_on=MADE_ON, **kinds)
    return made.data["workshops"][0]["votes"][0]


@pytest.fixture
def with_actions():
    return replace(whole_snapshot(), actions=(*whole_snapshot().actions, SCHOOL, YARD))


def test_an_action_that_is_removed_after_the_vote_keeps_its_words_in_report_minutes_and_on_the_wall(
    with_actions,
) -> None:
    vote = closed_vote(BallotSubject.ACTIONS, run(with_actions, shipped_catalogue()), (SCHOOL.id, YARD.id))

    later = worked_out(vote, whole_snapshot())

    assert "Most dots: Welding school (20)" in said(later)
    assert SCHOOL.id not in {option["label"] for option in vote_in_json(later, anonymous=False)["options"]}
    shown = wall_of(later, shown=True)
    assert [option.label for option in shown.options] == ["Welding school", "Open yard"]


def test_an_action_that_is_renamed_after_the_vote_is_told_as_people_voted_on_it(with_actions) -> None:
    vote = closed_vote(BallotSubject.ACTIONS, run(with_actions, shipped_catalogue()), (SCHOOL.id, YARD.id))
    renamed = replace(SCHOOL, title="Buy a robot")

    later = worked_out(vote, replace(with_actions, actions=(renamed, YARD)))

    assert labels_of(vote, later, EN) == {SCHOOL.id: "Welding school", YARD.id: "Open yard"}


def test_a_skill_that_is_merged_away_keeps_its_words() -> None:
    before = whole_results()
    vote = closed_vote(BallotSubject.NEEDS, before)
    gone = vote.options[0]

    later = replace(before, skills=tuple(skill for skill in before.skills if skill.uri != gone))

    assert labels_of(vote, later, EN)[gone] == ballot_labels(vote.subject, [gone], before, EN)[gone] != gone


def test_a_next_step_that_is_no_longer_recommended_keeps_its_words() -> None:
    before = whole_results()
    vote = closed_vote(BallotSubject.NEXT_STEPS, before)

    later = replace(before, recommendations=())

    assert labels_of(vote, later, EN) == ballot_labels(vote.subject, vote.options, before, EN)
    assert not set(labels_of(vote, later, EN).values()) & set(vote.options)


@pytest.mark.parametrize("subject", [BallotSubject.NEEDS, BallotSubject.NEXT_STEPS])
def test_what_is_still_called_so_is_told_in_the_language_of_the_report(subject) -> None:
    results, spanish = whole_results(), load_texts("es")
    vote = closed_vote(subject, results)

    told = labels_of(vote, results, spanish)

    assert told == ballot_labels(subject, vote.options, results, spanish)
    assert told != vote.words


def test_a_skill_that_means_something_else_by_now_is_told_in_the_words_of_the_vote_in_every_language() -> None:
    results = whole_results()
    vote = closed_vote(BallotSubject.NEEDS, results)
    first, *others = results.skills
    other = replace(first, labels={"en": "Bookkeeping", "es": "Contabilidad"})

    later = replace(results, skills=(other, *others))

    assert {labels_of(vote, later, load_texts(code))[first.uri] for code in ("en", "es", "hu")} == {
        vote.words[first.uri]
    }


def test_a_vote_of_an_older_file_is_told_by_what_is_in_the_file_now(with_actions) -> None:
    results = run(with_actions, shipped_catalogue())
    old = replace(
        closed_vote(BallotSubject.ACTIONS, results, (SCHOOL.id, YARD.id)), words=None, words_language=None, places=None
    )

    assert labels_of(old, results, EN)[SCHOOL.id] == "Welding school"
    assert labels_of(old, whole_results(), EN)[SCHOOL.id] == SCHOOL.id


@pytest.mark.parametrize("language", ["../../en", "xx", "\x00"])
def test_a_language_that_nobody_ships_is_no_place_to_read_from(language) -> None:
    results = whole_results()
    vote = replace(closed_vote(BallotSubject.NEXT_STEPS, results), words_language=language)

    assert labels_of(vote, results, EN) == vote.words


# --- places -----------------------------------------------------------------------------------------------------------


def test_later_answers_change_neither_the_places_of_a_closed_vote_nor_where_room_and_survey_disagree() -> None:
    before = whole_results()
    vote = closed_vote(BallotSubject.NEEDS, before)
    turned = {option: place for place, option in enumerate(reversed(vote.options), start=1)}
    held_then = worked_out(replace(vote, places=turned)).ballots[0]

    assert {one.option: one.survey_place for one in held_then.options} == turned
    assert held_then.options[0].gap is RankGap.HIGHER
    assert [one.survey_place for one in worked_out(vote).ballots[0].options] == [*range(1, len(vote.options) + 1)]


def test_while_a_vote_is_open_places_are_those_of_the_day() -> None:
    vote = closed_vote(BallotSubject.NEEDS, whole_results())
    reopened = replace(vote, state=BallotState.OPEN, closed_at=None, places=dict.fromkeys(vote.options, 9))

    assert [one.survey_place for one in worked_out(reopened).ballots[0].options] == [*range(1, len(vote.options) + 1)]


# --- what names somebody ----------------------------------------------------------------------------------------------


def wall_of(results, *, shown):
    names = WallNames(results.snapshot, EN, shown=shown)
    return wall_decisions.vote_wall(results, results.snapshot, shipped_catalogue(), names, EN, workshop=MEETING)


def test_kept_words_lose_names_on_the_wall_as_titles_do(with_actions) -> None:
    firm = whole_snapshot().members[0].name
    named = replace(SCHOOL, title=f"Open day at {firm}")
    before = replace(with_actions, actions=(named, YARD))
    vote = closed_vote(BallotSubject.ACTIONS, run(before, shipped_catalogue()), (named.id, YARD.id))

    later = worked_out(vote, whole_snapshot())

    assert wall_of(later, shown=True).options[0].label == f"Open day at {firm}"
    hidden = wall_of(later, shown=False).options[0].label
    assert HIDDEN in hidden
    assert firm not in hidden


def test_an_anonymous_edition_tells_neither_kept_words_nor_kept_places() -> None:
    vote = closed_vote(BallotSubject.NEEDS, whole_results())
    marked = replace(
        vote,
        words={option: f"Secret of Firm Seven {number}" for number, option in enumerate(vote.options)},
        places={option: 70 + number for number, option in enumerate(vote.options)},
    )
    results = worked_out(marked)

    assert "Secret of Firm Seven" in said(results)
    assert "Secret of Firm Seven" not in said(results, anonymous=True)
    told = vote_in_json(results, anonymous=True)
    assert told == vote_in_json(worked_out(replace(vote, words=None, places=None)), anonymous=True)
    assert told["options"]
