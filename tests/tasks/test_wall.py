"""The words of the projector's views, from the sample and from votes beside it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from fastmap.assessment import Assessment
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts, report_languages
from fastmap.model.actions import RecommendationDecision
from fastmap.model.choices import (
    AgendaSubject,
    BallotState,
    BallotSubject,
    Complexity,
    RecommendationAnswer,
    Scope,
)
from fastmap.model.planning import DecisionPlan
from fastmap.model.workshop import AgendaItem, Ballot, BallotPaper, Workshop
from fastmap.pipeline import run
from fastmap.report.whole_names import HIDDEN
from fastmap.tasks import wall, wall_decisions
from fastmap.tasks.ballots import options_of
from fastmap.tasks.wall_names import WallNames
from tests.support.sample_file import put_sample

NOON = datetime(2026, 6, 2, 12, 0, tzinfo=UTC)
TEXTS = load_texts("en")
CATALOGUE = load_catalogue()
WORKSHOP = Workshop(id="W001", held_on=date(2026, 6, 2))


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    path = tmp_path_factory.mktemp("wall") / "sample.fastmap"
    put_sample(path)
    with Assessment.open(path, backup_folder=path.parent / "backups") as assessment:
        return run(assessment.snapshot(), CATALOGUE)


@pytest.fixture
def names(results):
    return WallNames(results.snapshot, TEXTS, shown=False)


def voted(results, *, state=BallotState.OPEN, is_live=False):
    """Return the sample with a vote on needs in which two people turned the survey upside down."""
    options = options_of(BallotSubject.NEEDS, results)
    ballot = Ballot(
        id="B001",
        workshop="W001",
        subject=BallotSubject.NEEDS,
        dots=3,
        options=options,
        opened_at=NOON,
        state=state,
        is_live=is_live,
    )
    papers = tuple(
        BallotPaper(id=f"P{number}", ballot="B001", received_at=NOON, dots={options[-1]: 3}) for number in (1, 2)
    )
    return replace(results.snapshot, workshops=(WORKSHOP,), ballots=(ballot,), ballot_papers=papers)


def vote(results, snapshot, names, workshop=WORKSHOP):
    return wall_decisions.vote_wall(results, snapshot, CATALOGUE, names, TEXTS, workshop=workshop)


def test_a_vote_of_an_earlier_workshop_is_not_todays(results, names):
    snapshot = voted(results)
    today = replace(WORKSHOP, id="W002")

    assert vote(results, snapshot, names).options
    assert vote(results, replace(snapshot, workshops=(WORKSHOP, today)), names, today).options == ()
    assert vote(results, snapshot, names, None).options == ()


def test_the_ranking_shows_the_first_ten_and_between_which_places_each_would_lie(results, names):
    shown = wall.ranking_wall(results, names, TEXTS).skills

    assert [skill.rank for skill in shown] == list(range(1, 11))
    first = next(skill for skill in results.skills if skill.ranking.rank == 1)
    assert shown[0].places == f"places {first.ranking.rank_low}–{first.ranking.rank_high}"
    assert all(0 <= skill.low_0_1 < skill.high_0_1 <= 1 for skill in shown)


def test_places_that_nobody_counted_are_not_known_and_not_none(results, names):
    shown = {skill.label: skill for skill in wall.coverage_wall(results, names, TEXTS).skills}

    uncounted = [skill for skill in shown.values() if skill.places is None]
    assert uncounted
    assert {skill.places_words for skill in uncounted} == {"Places: not known"}


def test_coverage_counts_providers_until_names_are_switched_on(results, names):
    named = WallNames(results.snapshot, TEXTS, shown=True)

    counted = wall.coverage_wall(results, names, TEXTS).skills[0].providers
    told = wall.coverage_wall(results, named, TEXTS).skills[0].providers

    assert counted == "1 provider"
    assert told in {partner.name for partner in results.snapshot.partners}


def test_the_grid_has_six_cells_row_after_row_and_an_example_in_each(results, names):
    grid = wall.grid_wall(results.snapshot, CATALOGUE, names, TEXTS)

    assert [(cell.cell.complexity, cell.cell.scope) for cell in grid.cells] == [
        (complexity, scope) for complexity in Complexity for scope in Scope
    ]
    assert all(cell.example for cell in grid.cells)
    assert sum(len(cell.actions) for cell in grid.cells) == len(results.snapshot.actions)


def test_a_vote_that_is_open_tells_who_voted_and_nothing_about_the_dots(results, names):
    snapshot = voted(results)

    shown = vote(results, snapshot, names)

    assert shown.voters == "2 people have voted"
    assert {option.dots for option in shown.options} == {None}
    assert {option.gap for option in shown.options} == {""}
    assert shown.verdict == ""
    # In the order offered: the order by dots would tell them.
    offered = [wall.skill_label(skill, names, TEXTS) for skill in results.skills][:10]
    assert [option.label for option in shown.options] == offered


def test_a_closed_vote_shows_dots_beside_the_survey_and_where_they_disagree(results, names):
    shown = vote(results, voted(results, state=BallotState.CLOSED), names)

    assert shown.options[0].dots == 6
    assert shown.options[0].survey == "survey: place 10"
    assert shown.options[0].gap == "higher than in the survey"
    assert "disagree" in shown.verdict


def test_a_live_vote_shows_dots_while_it_is_open(results, names):
    shown = vote(results, voted(results, is_live=True), names)

    assert shown.options[0].dots == 6
    assert shown.state is BallotState.OPEN


def test_without_a_vote_the_wall_says_so(results, names):
    shown = vote(results, replace(results.snapshot, ballots=(), ballot_papers=()), names)

    assert shown.head.nothing
    assert shown.options == ()


def test_a_card_shows_owner_and_day_as_they_stand_in_the_file_now(results, names):
    first = results.on_cards(3)[0]
    plan = DecisionPlan(recommendation=first.id, owner="Ane", due=date(2026, 9, 1))
    decision = RecommendationDecision(recommendation=first.id, answer=RecommendationAnswer.ACCEPTED)
    snapshot = replace(results.snapshot, decision_plans=(plan,), decisions=(decision,))

    card = wall_decisions.next_steps_wall(results, snapshot, names, TEXTS).cards[0]

    assert card.owner[1] == "Ane"
    assert card.due[1] == "1 Sept 2026"
    assert card.is_accepted


def test_what_is_read_aloud_is_what_the_agenda_decided_and_the_cards_accepted(results, names):
    item = AgendaItem(id="1", subject=AgendaSubject.RANKING, minutes=20, decisions="One list\n\nTwo courses")
    silent = AgendaItem(id="2", subject=AgendaSubject.GRID, minutes=20, notes="only said")
    workshop = Workshop(id="W001", agenda=(item, silent))
    first = results.recommendations[0]
    decision = RecommendationDecision(recommendation=first.id, answer=RecommendationAnswer.ACCEPTED)
    snapshot = replace(results.snapshot, decisions=(decision,), decision_plans=())

    read = wall_decisions.reading_wall(results, snapshot, workshop, names, TEXTS).decisions

    assert [one.lines for one in read[:1]] == [("One list", "Two courses")]
    assert len(read) == 2
    assert read[1].lines[0] == names.say(first.decision)
    assert read[1].lines[1] == "open, by: open"


@pytest.mark.parametrize("language", report_languages())
def test_every_view_has_its_words_in_every_language(results, language):
    texts = load_texts(language)
    names = WallNames(results.snapshot, texts, shown=False)
    snapshot = voted(results, state=BallotState.CLOSED)

    heads = [
        wall.welcome_wall(snapshot, None, names, texts).head,
        wall.phones_wall(results, texts, answers=2, votes=1).head,
        wall.ranking_wall(results, names, texts).head,
        wall.map_wall(results, names, texts, line=3).head,
        wall.coverage_wall(results, names, texts).head,
        wall.grid_wall(snapshot, CATALOGUE, names, texts).head,
        wall_decisions.vote_wall(results, snapshot, CATALOGUE, names, texts, workshop=WORKSHOP).head,
        wall_decisions.next_steps_wall(results, snapshot, names, texts).head,
        wall_decisions.reading_wall(results, snapshot, None, names, texts).head,
    ]

    assert all(head.title for head in heads)
    assert len({head.title for head in heads}) == len(heads)


@pytest.mark.parametrize("language", report_languages())
def test_what_is_read_aloud_says_what_the_brackets_stand_for_while_a_name_is_hidden(results, language):
    texts = load_texts(language)
    firm = results.snapshot.members[0].name
    item = AgendaItem(id="1", subject=AgendaSubject.OTHER, minutes=5, decisions=f"{firm} buys the course")

    def subtitle(decisions, *, shown):
        held = replace(WORKSHOP, agenda=(replace(item, decisions=decisions),))
        names = WallNames(results.snapshot, texts, shown=shown)
        return wall_decisions.reading_wall(results, results.snapshot, held, names, texts).head.subtitle

    assert HIDDEN in subtitle(f"{firm} buys the course", shown=False)
    assert HIDDEN not in subtitle("We buy the course", shown=False)
    assert HIDDEN not in subtitle(f"{firm} buys the course", shown=True)
