"""A firm that was removed is not named by the words that a vote keeps: on walls and phones, in minutes and reports alike."""

from dataclasses import replace

import pytest

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.changes import (
    CountByHand,
    OpenBallot,
    RemoveActions,
    RemoveMembers,
    RemovePartners,
    SaveActions,
    SaveMembers,
    SavePartners,
    SaveSkills,
    SaveWorkshop,
    SetBallotState,
)
from fastmap.model.actions import Action, Cell
from fastmap.model.choices import BallotState, BallotSubject, Complexity, PartnerType, Scope
from fastmap.model.organisations import Cluster, Member, Partner
from fastmap.model.workshop import Workshop
from fastmap.pipeline import run
from fastmap.report.ballot_labels import labels_of
from fastmap.report.build import build_report
from fastmap.report.gone_firms import without_gone_firms
from fastmap.report.whole_names import HIDDEN
from fastmap.tasks.ballots import new_ballot, turned_ballot
from fastmap.tasks.wall_names import WallNames
from tests.report.whole_cluster import MADE_ON
from tests.store.recorded import NOON, SKILL
from tests.support.builders import shipped_catalogue

GONE = Member(code="M001", name="Fundiciones Larrate, S.A.")
STAYED = Member(code="M002", name="Talleres Urkola, S.L.")
SCHOOL = Partner(id="P001", name="Escuela Harrilan", type=PartnerType.VET)
CELL = Cell(Scope.REGIONAL, Complexity.LOW_MEDIUM)
OPEN_DAY = Action(id="A001", title="Open day at Larrate and Urkola", cell=CELL)
COURSE = Action(id="A002", title="Course of Escuela Harrilan", cell=CELL)
MEETING = Workshop(id="W001", participants=30, held_on=MADE_ON)
EN = load_texts("en")


@pytest.fixture
def assessment(tmp_path, monkeypatch):
    """A closed vote on two actions whose titles name two firms and a school."""
    monkeypatch.setattr("fastmap.places.backup_folder", lambda: tmp_path / "backups")
    cluster = Cluster(name="Casting cluster", country="ES")
    with Assessment.create(tmp_path / "round.fastmap", cluster=cluster, round_label="1") as made:
        made.apply(SaveMembers(members=(GONE, STAYED)))
        made.apply(SavePartners(partners=(SCHOOL,)))
        made.apply(SaveSkills(skills=(SKILL,)))
        made.apply(SaveActions(actions=(OPEN_DAY, COURSE)))
        made.apply(SaveWorkshop(workshop=MEETING))
        results = worked_out(made)
        ballot = new_ballot(
            made.snapshot(), MEETING.id, BallotSubject.ACTIONS, ("A001", "A002"), dots=3, at=NOON, results=results
        )
        made.apply(OpenBallot(ballot=ballot))
        made.apply(CountByHand(ballot=ballot.id, dots={"A001": 12, "A002": 9}, voters=20))
        made.apply(turned_ballot(made.snapshot().ballots[0], results, NOON))
        yield made


def worked_out(assessment):
    return run(assessment.snapshot(), shipped_catalogue())


def labels(assessment):
    (ballot,) = assessment.snapshot().ballots
    return labels_of(ballot, worked_out(assessment), EN)


def said(assessment):
    """Everything that the named report, its data and the minutes say."""
    made = build_report(worked_out(assessment), shipped_catalogue(), EN, anonymous=False, made_on=MADE_ON)
    return f"{made.sections} {made.data} {tuple(made.papers)}"


def test_kept_words_hide_a_removed_firm_and_a_removed_school_and_nobody_else(assessment):
    assessment.apply(RemoveActions(actions=("A001", "A002")))
    assert labels(assessment) == {"A001": "Open day at Larrate and Urkola", "A002": "Course of Escuela Harrilan"}

    assessment.apply(RemoveMembers(codes=("M001",)))
    assessment.apply(RemovePartners(partners=("P001",)))

    assert labels(assessment) == {"A001": f"Open day at {HIDDEN} and Urkola", "A002": f"Course of {HIDDEN}"}


def test_report_data_and_minutes_do_not_name_a_removed_firm_by_a_vote(assessment):
    assessment.apply(RemoveActions(actions=("A001", "A002")))
    assert "Open day at Larrate" in said(assessment)

    assessment.apply(RemoveMembers(codes=("M001",)))

    assert f"Most dots: Open day at {HIDDEN} and Urkola" in said(assessment)
    assert "Larrate" not in said(assessment)


def test_the_wall_hides_it_even_where_names_are_shown_and_a_removed_partner_everywhere(assessment):
    assessment.apply(RemoveActions(actions=("A001", "A002")))
    assessment.apply(RemoveMembers(codes=("M001",)))
    assessment.apply(RemovePartners(partners=("P001",)))

    wall = {
        shown: [WallNames(assessment.snapshot(), EN, shown=shown).text(words) for words in labels(assessment).values()]
        for shown in (True, False)
    }

    assert wall[True] == [f"Open day at {HIDDEN} and Urkola", f"Course of {HIDDEN}"]
    assert wall[False] == [f"Open day at {HIDDEN} and {HIDDEN}", f"Course of {HIDDEN}"]
    hidden = WallNames(assessment.snapshot(), EN, shown=False)
    assert hidden.text("Ask Escuela Harrilan about it") == f"Ask {HIDDEN} about it"


def test_a_firm_that_comes_back_is_named_again(assessment):
    assessment.apply(RemoveActions(actions=("A001", "A002")))
    assessment.apply(RemoveMembers(codes=("M001",)))
    assert HIDDEN in labels(assessment)["A001"]

    assessment.apply(SaveMembers(members=(replace(GONE, code="M009"),)))

    assert labels(assessment)["A001"] == "Open day at Larrate and Urkola"


def test_undo_of_the_removal_names_it_again(assessment):
    assessment.apply(RemoveActions(actions=("A001", "A002")))
    assessment.apply(RemoveMembers(codes=("M001",)))

    assessment.undo()

    assert labels(assessment)["A001"] == "Open day at Larrate and Urkola"


def test_a_firm_that_only_has_another_name_now_is_not_removed(assessment):
    assessment.apply(RemoveActions(actions=("A001", "A002")))

    assessment.apply(SaveMembers(members=(replace(GONE, name="Larburu Castings"),)))

    assert labels(assessment)["A001"] == "Open day at Larrate and Urkola"


def test_a_title_that_still_stands_in_the_file_is_told_as_the_grid_tells_it(assessment):
    assessment.apply(RemoveMembers(codes=("M001",)))

    assert labels(assessment)["A001"] == "Open day at Larrate and Urkola"


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("Fundiciones Larrate, S.A.", "Ask M001 first", f"Ask {HIDDEN} first"),
        ("Fundiciones Larrate, S.A.", "LARRATE pays", f"{HIDDEN} pays"),
        ("Fundiciones Larrate, S.A.", "Course in casting", "Course in casting"),
        ("Fundiciones Urkola", "Visit to Urkola", "Visit to Urkola"),
        ("a<b and c>d", "with a<b and c>d, twice: a<b and c>d", f"with {HIDDEN}, twice: {HIDDEN}"),
        ("$$$", "Pay $$$ to all", f"Pay {HIDDEN} to all"),
        (f"{SKILL.labels['en']} Co", f"More {SKILL.labels['en']}", f"More {SKILL.labels['en']}"),
    ],
)
def test_names_are_found_as_everywhere_and_words_that_others_bear_name_nobody(assessment, name, text, told):
    assessment.apply(SaveMembers(members=(replace(GONE, name=name),)))
    assessment.apply(RemoveMembers(codes=("M001",)))
    snapshot = replace(assessment.snapshot(), former_members=frozenset({("M001", name)}))

    assert without_gone_firms(snapshot, text) == told


def test_an_open_vote_hides_it_on_phones_too(assessment):
    (ballot,) = assessment.snapshot().ballots
    assessment.apply(SetBallotState(ballot=ballot.id, state=BallotState.OPEN, at=NOON))
    assessment.apply(RemoveActions(actions=("A001", "A002")))

    assessment.apply(RemoveMembers(codes=("M001",)))

    assert labels(assessment)["A001"] == f"Open day at {HIDDEN} and Urkola"
