"""The chapter on workshops, its tables, its figure, the minutes and the JSON, in both editions."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from fastmap.catalogue.texts import load_texts, report_languages
from fastmap.model.choices import AgendaSubject, BallotState, BallotSubject, RankGap
from fastmap.model.workshop import AgendaItem, Ballot, Workshop
from fastmap.pipeline import run
from fastmap.report.blocks import Bullets, Paragraph, Table
from fastmap.report.build import build_report
from fastmap.report.drawings import Chart
from tests.report.whole_cluster import MADE_ON, whole_results, whole_snapshot
from tests.support.builders import shipped_catalogue

RANKED = tuple(skill.uri for skill in whole_results().skills if skill.ranking.rank is not None)
FOUNDERS = next(skill.uri for skill in whole_results().skills if "provisional" in skill.uri)
WORKSHOP = Workshop(
    id="W001",
    held_on=date(2026, 3, 10),
    place="Room of Firm Seven",
    participants=20,
    agenda=(
        AgendaItem(id="1", subject=AgendaSubject.PURPOSE, minutes=10, notes="Everybody was there"),
        AgendaItem(
            id="2", subject=AgendaSubject.DECISIONS, minutes=30, title="Cards", decisions="Ane asks.\n\nUwe pays."
        ),
    ),
)
BALLOT = Ballot(
    id="B001",
    workshop="W001",
    subject=BallotSubject.NEEDS,
    dots=3,
    options=(*RANKED, FOUNDERS),
    opened_at=datetime.fromisoformat("2026-03-10T10:00:00+01:00"),
    closed_at=datetime.fromisoformat("2026-03-10T10:10:00+01:00"),
    state=BallotState.CLOSED,
    by_hand={RANKED[3]: 25, RANKED[1]: 5, FOUNDERS: 20},
    voters_by_hand=18,
)


def results(*ballots: Ballot, workshop: Workshop = WORKSHOP):
    snapshot = replace(whole_snapshot(), workshops=(workshop,), ballots=ballots)
    return run(snapshot, shipped_catalogue())


def report(*ballots: Ballot, anonymous: bool = False, language: str = "en", workshop: Workshop = WORKSHOP):
    return build_report(
        results(*ballots, workshop=workshop),
        shipped_catalogue(),
        load_texts(language),
        anonymous=anonymous,
        made_on=MADE_ON,
    )


def chapter(made):
    return next((section for section in made.sections if section.key == "workshop"), None)


def blocks(made, kind) -> list:
    return [block for block in chapter(made).blocks if isinstance(block, kind)]


def table(made, key) -> Table:
    found: Table = next(block for block in blocks(made, Table) if block.key == key)
    return found


def told(made) -> str:
    return "\n".join(block.text for block in blocks(made, Paragraph))


def everything_said(made) -> str:
    return f"{made.sections} {made.data} {tuple(made.papers)}"


def test_the_chapter_tells_what_was_decided_and_holds_dots_beside_the_survey() -> None:
    made = report(BALLOT)

    assert blocks(made, Bullets)[0].items == ("Cards: Ane asks.", "Cards: Uwe pays.")
    assert "Vote (Needs). Voters: 18; dots given: 50; dots each: 3." in told(made)
    assert "Most dots: Data analysis (25); The gearbox trick of our founder (20); Robot programming (5)." in told(made)
    assert "Clearly higher in the room than in the survey: Data analysis." in told(made)
    first = table(made, "workshop_votes").rows[0]
    assert first[2:7] == ("Data analysis", 25, 0.5, 1, 4)
    assert str(first[7]) == "Higher than in the survey"
    assert table(made, "workshop_agenda").rows[0][2:] == (
        "Why we are here, and what stays private",
        10,
        "Everybody was there",
        None,
    )
    assert blocks(made, Chart)[0].series[0].values[:2] == (25, 20)


def test_a_decision_under_the_item_meant_for_it_stands_without_the_item() -> None:
    agenda = tuple(replace(item, title=None) for item in WORKSHOP.agenda)

    made = report(workshop=replace(WORKSHOP, agenda=agenda))

    assert blocks(made, Bullets)[0].items == ("Ane asks.", "Uwe pays.")


def test_without_a_workshop_there_is_no_chapter() -> None:
    made = build_report(whole_results(), shipped_catalogue(), load_texts("en"), anonymous=False, made_on=MADE_ON)

    assert chapter(made) is None
    assert made.data["workshops"] == []


def test_a_vote_that_is_still_open_tells_no_dots() -> None:
    made = report(replace(BALLOT, state=BallotState.OPEN, closed_at=None))

    assert "still open" in told(made)
    assert not blocks(made, Chart)
    assert "25" not in told(made)
    assert [block.key for block in blocks(made, Table)] == ["workshop_agenda"]


def test_more_votes_than_people_are_told() -> None:
    assert "than were in the room (12)" in told(report(BALLOT, workshop=replace(WORKSHOP, participants=12)))


def test_an_anonymous_edition_tells_votes_on_ranked_needs_and_nothing_that_was_typed() -> None:
    made = report(BALLOT, anonymous=True)

    rows = table(made, "workshop_votes").rows
    assert rows[0][2:7] == ("Robot programming", 5, 1.0, 1, 2), "total and share are those of what is told"
    assert "Voters: at least 5; dots given: 5;" in told(made)
    assert (made.data["workshops"][0]["votes"][0]["voters"], made.data["workshops"][0]["votes"][0]["dots"]) == (None, 5)
    assert [block.key for block in blocks(made, Table)] == ["workshop_votes"]
    assert "Data analysis" not in {row[2] for row in rows}
    for typed in ("Room of Firm Seven", "Everybody was there", "Ane asks", "Cards", "gearbox"):
        assert typed not in everything_said(made)
    (workshop,) = made.data["workshops"]
    assert (workshop["agenda"], workshop["place"], workshop["participants"]) == ([], None, 20)
    shown = {item["skill"]["uri"] for item in made.data["skills"] if item["rank"] is not None}
    assert {option["id"] for option in workshop["votes"][0]["options"]} == shown


@pytest.mark.parametrize(
    "hidden",
    [
        replace(BALLOT, voters_by_hand=4, by_hand={RANKED[0]: 12}),
        replace(BALLOT, voters_by_hand=None),
        replace(BALLOT, state=BallotState.OPEN, closed_at=None),
        replace(BALLOT, subject=BallotSubject.ACTIONS, options=("A1", "A2"), by_hand={}),
        replace(BALLOT, options=(RANKED[0], FOUNDERS), by_hand={}),
    ],
    ids=["four voters", "nobody counted", "open", "actions", "one option left"],
)
def test_an_anonymous_edition_does_not_tell(hidden) -> None:
    made = report(hidden, anonymous=True)

    assert "holds votes on needs in which at least 5 people took part" in told(made)
    assert not blocks(made, Table) + blocks(made, Chart)
    assert made.data["workshops"][0]["votes"] == []


def test_a_small_meeting_is_not_counted_in_an_anonymous_edition() -> None:
    made = report(BALLOT, anonymous=True, workshop=replace(WORKSHOP, participants=4))

    assert made.data["workshops"][0]["participants"] is None


def test_the_json_holds_agenda_notes_decisions_and_votes() -> None:
    (workshop,) = report(BALLOT).data["workshops"]

    assert (workshop["held_on"], workshop["minutes"], workshop["agenda"][1]["decisions"]) == (
        "2026-03-10",
        40,
        "Ane asks.\n\nUwe pays.",
    )
    assert (workshop["votes"][0]["voters"], workshop["votes"][0]["options"][0]["gap"]) == (18, RankGap.HIGHER)


def test_the_minutes_begin_with_what_the_workshop_recorded() -> None:
    (paper,) = [paper for paper in report(BALLOT).papers if paper.key == "minutes"]

    for words in ("10 Mar 2026", "Room of Firm Seven", "Cards: Ane asks.", "Everybody was there", "Voters: 18"):
        assert words in str(paper)


@pytest.mark.parametrize("language", report_languages())
def test_the_chapter_speaks_each_language(language) -> None:
    made = report(BALLOT, language=language)

    assert chapter(made).title == load_texts(language).get("report.section.workshop")
    assert "{" not in told(made)
