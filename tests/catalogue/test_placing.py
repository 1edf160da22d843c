"""Where the three questions place a free action, and what the catalogue holds for a cell."""

from itertools import product

import pytest

from fastmap.catalogue.placing import placed_by
from fastmap.catalogue.reading import load_catalogue
from fastmap.model.actions import ALL_CELLS, Cell
from fastmap.model.choices import Complexity, PartnerType, Scope, Timing
from fastmap.model.ids import RefId

QUESTIONS = load_catalogue().placement


def test_nothing_is_decided_before_anything_is_answered():
    placed = placed_by(QUESTIONS, {})

    assert (placed.cell, placed.timing) == (None, None)


def test_a_cell_needs_both_column_and_row():
    assert placed_by(QUESTIONS, {"who": "abroad"}).cell is None
    assert placed_by(QUESTIONS, {"change": "system"}).cell is None
    assert placed_by(QUESTIONS, {"who": "abroad", "change": "system"}).cell == Cell(
        Scope.INTERNATIONAL, Complexity.HIGH
    )


@pytest.mark.parametrize(("answer", "timing"), [("months", Timing.ST), ("years", Timing.MT), ("later", Timing.LT)])
def test_when_it_shows_decides_the_timing_alone(answer, timing):
    placed = placed_by(QUESTIONS, {"when": answer})

    assert (placed.cell, placed.timing) == (None, timing)


def test_every_cell_can_be_reached_by_answers():
    offered = [[(question.key, answer) for answer in question.answers] for question in QUESTIONS]

    reached = {placed_by(QUESTIONS, dict(answers)).cell for answers in product(*offered)}

    assert reached == set(ALL_CELLS)


def test_an_answer_that_is_not_offered_decides_nothing():
    assert placed_by(QUESTIONS, {"who": "nobody", "why": "us"}).cell is None


def test_every_cell_has_actions_and_those_of_the_framework_come_first():
    catalogue = load_catalogue()

    for cell in ALL_CELLS:
        actions = catalogue.actions_in(cell)
        assert actions[0].source == "figure4"
        assert all(action.cell == cell for action in actions)
    assert sum(len(catalogue.actions_in(cell)) for cell in ALL_CELLS) == len(catalogue.actions) == 22


def test_every_practice_stands_in_one_cell():
    catalogue = load_catalogue()

    found = [practice for cell in ALL_CELLS for practice in catalogue.practices_in(cell)]

    assert sorted(found, key=lambda one: one.key) == sorted(catalogue.practices, key=lambda one: one.key)
    assert [one.key for one in catalogue.practices_in(Cell(Scope.ALONE, Complexity.HIGH))] == []


# --- proof: the questions put everything published where it was published ---------------------------------------------
# What each changes and when it shows, answered from its description alone (Figure 4 and Table 1). Who must act is not
# answered here but read off the kinds of partner, which the catalogue holds apart from the cell.

ACTIONS = """
A1 element months   members hear why skills matter
A2 element months   members get a roadmap of trends
A3 element months   members hear of courses and funds
A4 element months   short courses for what is missing
D1 system  years    indicators that everybody plans with
B1 element months   firms and providers spell out needs
B2 element years    one training built with a school
B3 element years    one way to find and win people
B4 element years    one curriculum adjusted
B5 element years    one standard agreed
E1 system  years    a pact of firms, schools and authorities
E2 system  later    what the region invests in skills
E3 system  later    how the region attracts talent
C1 element months   one comparison with clusters abroad
C2 element months   a visit, an exchange
F1 system  years    a lasting partnership with others abroad
F2 system  later    a pact of several countries
"""
PRACTICES = """
encuentra             element years   one programme of training and internships
packaging_master      element years   one master's course
innovation_bureau     element years   advice and events for each network
as_fabrik             system  years   one place that foresees, trains and founds
aerospace_partnership element months  six workshops, internships, good practice
mini_mba              element years   one course for plant managers
dihub                 system  years   linked centres of excellence
metis                 system  later   a plan, an observatory, a skills council
"""


def answered(table):
    rows = (line.split()[:3] for line in table.strip().splitlines())
    return {key: {"change": change, "when": when} for key, change, when in rows}


def who_acts(partner_types):
    """Nobody beside the team, somebody abroad, or others of the region."""
    if not partner_types:
        return "us"
    return "abroad" if PartnerType.INTERNATIONAL in partner_types else "region"


def test_the_questions_put_the_17_actions_of_figure_4_into_their_published_cells_and_timings():
    catalogue, answers = load_catalogue(), answered(ACTIONS)

    assert set(answers) == {action.id for action in catalogue.actions.values() if action.in_typology}
    assert len(answers) == 17
    for key, given in answers.items():
        action = catalogue.actions[RefId(key)]
        placed = placed_by(QUESTIONS, {"who": who_acts(action.partner_types), **given})
        assert placed.cell == action.cell, key
        assert placed.timing in action.timing, key


def test_the_questions_put_the_8_practices_of_table_1_into_their_published_cells_and_timings():
    catalogue, answers = load_catalogue(), answered(PRACTICES)

    assert set(answers) == {practice.key for practice in catalogue.practices}
    assert len(answers) == 8
    for practice in catalogue.practices:
        given = {"who": who_acts(practice.partner_types), **answers[practice.key]}
        placed = placed_by(QUESTIONS, given)
        assert placed.cell == practice.cell, practice.key
        assert placed.timing in practice.timing, practice.key


def test_another_answer_would_put_a_published_action_elsewhere():
    action = load_catalogue().actions[RefId("E1")]

    assert placed_by(QUESTIONS, {"who": "region", "change": "element"}).cell != action.cell
    assert placed_by(QUESTIONS, {"who": "us", "change": "system"}).cell != action.cell
