"""Where the three questions place a free action, and what the catalogue holds for a cell."""

from itertools import product

import pytest

from fastmap.catalogue.placing import placed_by
from fastmap.catalogue.reading import load_catalogue
from fastmap.model.actions import ALL_CELLS, Cell
from fastmap.model.choices import Complexity, Scope, Timing

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
