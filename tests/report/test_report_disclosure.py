"""Counting rules of anonymous editions: nothing that was taken together can be worked out again from the totals."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from fastmap.model.results import Stratum
from fastmap.report.disclosure import (
    coarse,
    is_small,
    may_tell,
    regrouped,
    strata_at_all,
    strata_together,
    together,
    together_at_all,
)
from fastmap.report.strata import TAKEN_TOGETHER, TOGETHER

K = 5
counts = st.integers(0, 14)
answers = st.dictionaries(st.sampled_from("abcdefg"), counts, min_size=1)


def stratum(key: str, members: int, answered: int) -> Stratum:
    return Stratum(
        key=key, members=members, asked=members, answered=answered, headcount=members * 9, headcount_answered=answered
    )


@st.composite
def memberships(draw):
    """Return slices of a membership with who answered in each."""
    sizes = draw(st.lists(st.integers(1, 20), min_size=1, max_size=7))
    return [stratum(f"size{number}", size, draw(st.integers(0, size))) for number, size in enumerate(sizes)]


def is_solvable(equations: list[list[float]], cell: int) -> bool:
    """Say whether the linear system of published sums fixes the value of ``cell``."""
    known = np.array(equations, dtype=float)
    unit = np.zeros(known.shape[1])
    unit[cell] = 1
    return bool(np.linalg.matrix_rank(np.vstack([known, unit])) == np.linalg.matrix_rank(known))


@given(memberships())
@settings(max_examples=300)
def test_no_small_cell_of_the_response_table_can_be_solved_from_what_is_published(slices):
    shown = strata_together(slices, K, name_parts=True)

    # Unknowns: answered and not answered per slice. Published: both sums of every row shown, and both totals.
    width, equations = 2 * len(slices), []
    for row in [*(item.key.split(TOGETHER) for item in shown), [item.key for item in slices]]:
        for part in (0, 1):
            equations.append([0.0] * width)
            for number, item in enumerate(slices):
                equations[-1][2 * number + part] = float(item.key in row)
    cells = [count for item in slices for count in (item.answered, item.members - item.answered)]
    solved = [cells[cell] for cell in range(width) if is_solvable(equations, cell)]
    if len(slices) > 1:  # of one slice alone, the totals of the round are the slice
        assert not any(is_small(count, K) for count in solved)


@given(memberships())
def test_rows_shown_tell_about_nobody_or_enough_members_and_add_up_to_the_totals(slices):
    shown = strata_together(slices, K, name_parts=True)

    assert all(may_tell(item.answered, item.members, K) for item in shown)
    if shown:
        assert sum(item.members for item in shown) == sum(item.members for item in slices)
        assert sum(item.answered for item in shown) == sum(item.answered for item in slices)
        assert all(item.headcount is None for item in shown)


def test_small_slices_are_named_together_and_large_ones_stay():
    slices = [stratum("micro", 20, 10), stratum("large", 4, 3), stratum("public", 9, 2)]

    shown = strata_together(slices, K, name_parts=True)

    assert [(item.key, item.members, item.answered) for item in shown] == [("micro", 20, 10), ("large + public", 13, 5)]


def test_a_table_that_would_show_only_the_total_is_left_out():
    assert strata_together([stratum("micro", 6, 3), stratum("large", 6, 3)], K, name_parts=True) == ()


def test_activities_in_somebodys_words_are_not_named_when_taken_together():
    slices = [stratum("C", 20, 10), stratum("bell founding", 6, 3), stratum("gear cutting", 6, 3)]

    shown = strata_together(slices, K, name_parts=False)

    assert [item.key for item in shown] == ["C", TAKEN_TOGETHER]


def test_activities_of_one_section_are_one_slice():
    joined = regrouped([stratum("C25", 3, 2), stratum("K", 1, 1), stratum("C28", 4, 2)], lambda key: key[0])

    assert [(item.key, item.members, item.answered) for item in joined] == [("C", 7, 4), ("K", 1, 1)]


@given(answers, st.integers(0, 12))
@settings(max_examples=300)
def test_no_small_answer_can_be_solved_from_those_published_and_the_total(found, silent):
    total = sum(found.values()) + silent
    shown = together(found, total, K)

    classes = [*found, "not given"]
    values = [*found.values(), silent]
    equations = [[1.0] * len(classes)]
    equations += [[float(key == name) for name in classes] for key in shown if key != TAKEN_TOGETHER]
    solved = [value for cell, value in enumerate(values) if len(classes) > 1 and is_solvable(equations, cell)]
    if shown:
        assert not any(is_small(value, K) for value in solved)
        assert not any(is_small(value, K) for value in shown.values())


@given(st.integers(K, 60))
def test_no_rate_that_is_told_gives_away_a_count_that_may_not_be_told(base):
    told = [coarse(number / base, base, K) for number in range(base + 1)]

    readable = [number for number in range(base + 1) if told.count(told[number]) == 1]
    assert all(may_tell(number, base, K) for number in readable)


def test_answers_are_taken_together_until_they_are_enough():
    assert together({"time": 9, "cost": 6, "distance": 2}, 17, K) == {"time": 9, TAKEN_TOGETHER: 8}
    assert together({"time": 9, "cost": 6}, 15, K) == {"time": 9, "cost": 6}
    assert together({"time": 3, "cost": 1}, 4, K) == {}


# --- two editions with another k --------------------------------------------------------------------------------------

STEPS = {k: tuple(range(K, k + 1)) for k in (5, 6, 8, 12)}


@given(answers, st.integers(0, 12))
@settings(max_examples=200)
def test_no_small_answer_can_be_solved_from_editions_with_another_k(found, silent):
    total = sum(found.values()) + silent
    editions = [together_at_all(found, total, steps) for steps in STEPS.values()]

    classes = [*found, "not given"]
    equations = [[1.0] * len(classes)]
    for shown in editions:
        equations += [[float(key == name) for name in classes] for key in shown if key != TAKEN_TOGETHER]
    values = [*found.values(), silent]
    solved = [value for cell, value in enumerate(values) if len(classes) > 1 and is_solvable(equations, cell)]
    if editions[0]:
        assert not any(is_small(value, K) for value in solved)


@given(memberships())
@settings(max_examples=200)
def test_no_small_slice_can_be_solved_from_editions_with_another_k(slices):
    rows = {tuple(item.key for item in slices)}
    for steps in STEPS.values():
        rows |= {tuple(item.key.split(TOGETHER)) for item in strata_at_all(slices, steps, name_parts=True)}

    width, equations = 2 * len(slices), []
    for row in rows:
        for part in (0, 1):
            equations.append([0.0] * width)
            for number, item in enumerate(slices):
                equations[-1][2 * number + part] = float(item.key in row)
    cells = [count for item in slices for count in (item.answered, item.members - item.answered)]
    if len(slices) > 1:
        assert not any(is_small(cells[cell], K) for cell in range(width) if is_solvable(equations, cell))


def test_a_small_class_beside_one_of_just_k_is_not_given_away_by_their_sum():
    """Of 6 that hold one class of 5 or more, the other is 1: whoever knows the rule would know both."""
    assert together({"time": 9, "cost": 5, "distance": 1}, 15, K) == {}
    assert together({"time": 9, "cost": 6, "distance": 2}, 17, K) == {"time": 9, TAKEN_TOGETHER: 8}
