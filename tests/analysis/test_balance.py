"""The balance of the grid in words: what each rule says, and what is just short of it."""

from dataclasses import replace

import pytest

from fastmap.analysis.balance import balance_of
from fastmap.analysis.grid import grid_of
from fastmap.catalogue.texts import load_texts, shipped_languages
from fastmap.model.actions import ALL_CELLS, Cell
from fastmap.model.choices import ActionStatus, Complexity, Scope, Timing
from tests.support.builders import assess, make_action, make_partner, make_snapshot, shipped_catalogue, shipped_rules
from tests.support.result_builders import skill_result, skill_uri

RULES = shipped_rules().balance
ALONE, REGIONAL, ABROAD = (Cell(scope, Complexity.LOW_MEDIUM) for scope in Scope)
HIGH = Cell(Scope.ALONE, Complexity.HIGH)
SCHOOL, CHAMBER = make_partner("school", name="School of Welding"), make_partner("chamber", name="Chamber")


def action(number, cell=ALONE, **changes):
    fields = {"id": f"A{number:03}", "owner": "Office", "timing": (Timing.ST, Timing.MT)}
    return make_action(None, cell=cell, **(fields | changes))


def notes(*actions, skills=(), rules=RULES):
    grid = grid_of(make_snapshot(actions=sorted(actions, key=lambda one: one.id)), shipped_catalogue())
    return {note.key: note for note in balance_of(grid, (SCHOOL, CHAMBER), skills, rules)}


def said(found, key):
    return load_texts("en").say(found[key].sentence)


@pytest.mark.parametrize("status", [ActionStatus.IDEA, ActionStatus.DONE, ActionStatus.STOPPED])
def test_nothing_is_said_before_anything_runs_or_is_planned(status):
    assert notes() == {}
    assert notes(action(1, status=status)) == {}


def test_a_grid_without_high_complexity_says_so_with_its_number():
    found = notes(action(1), action(2), action(3, REGIONAL, partners=("school",)))

    assert said(found, "nothing_high").startswith("Nothing of high complexity: all 3 running or planned actions")
    assert found["nothing_high"].is_gap
    assert "some_high" not in found


def test_one_action_of_high_complexity_is_enough_and_is_counted():
    found = notes(action(1), action(2, HIGH))

    assert said(found, "some_high") == "Of high complexity: 1 of 2 running or planned actions."
    assert not found["some_high"].is_gap


def test_a_grid_of_high_complexity_only_says_so_from_three_actions_on():
    assert "nothing_simple" not in notes(action(1, HIGH), action(2, HIGH))
    assert "nothing_simple" in notes(action(1, HIGH), action(2, HIGH), action(3, HIGH))


def test_empty_cells_are_named_and_an_idea_fills_one():
    actions = [action(number, cell, partners=("school",)) for number, cell in enumerate(ALL_CELLS[:-1])]

    assert said(notes(*actions), "empty_cells") == (
        "One of 6 cells is empty: international collaboration, high complexity."
    )
    full = notes(*actions, action(9, ALL_CELLS[-1], status=ActionStatus.IDEA))
    assert said(full, "no_empty_cell") == "All 6 cells hold an action."
    assert "empty_cells" not in full


def test_a_column_with_three_quarters_of_the_actions_is_named():
    together = {"partners": ("school", "chamber")}

    lean = notes(action(1), action(2), action(3), action(4, REGIONAL, **together))
    even = notes(action(1), action(2), action(3, REGIONAL, **together), action(4, ABROAD, **together))

    assert said(lean, "leans") == "3 of 4 running or planned actions are of one kind: acting alone."
    assert "leans" not in even


def test_regional_actions_that_rest_on_one_partner_alone_name_it():
    found = notes(action(1, REGIONAL, partners=("school",)), action(2, REGIONAL, partners=("school",)))

    assert said(found, "one_partner") == (
        "2 of 2 actions with a partner in regional or national collaboration rest on School of Welding alone. "
        "If this partner drops out, they stop."
    )


@pytest.mark.parametrize(
    "partners",
    [
        [("school",)],  # one action is no pattern
        [("school",), ("chamber",)],
        [("school",), ("school", "chamber")],  # the second could go on
        [("school",), ("school",), ("chamber",)],  # two of three are fewer than three quarters
    ],
)
def test_dependence_is_not_said_just_short_of_it(partners):
    actions = [action(number, REGIONAL, partners=names) for number, names in enumerate(partners)]

    assert "one_partner" not in notes(*actions)


def test_dependence_abroad_and_in_the_region_are_different_things():
    actions = [action(1, REGIONAL, partners=("school",)), action(2, ABROAD, partners=("school",))]

    assert "one_partner" not in notes(*actions)


def test_collaborations_without_a_partner_are_counted():
    found = notes(action(1, REGIONAL), action(2, ABROAD, partners=("school",)), action(3))

    assert said(found, "no_partner") == "Without a partner: 1 of 2 running or planned collaborations."


def test_urgent_skills_that_no_action_names_are_named_most_urgent_first():
    welding, robots, rest = skill_result("Welding"), skill_result("Robots"), skill_result("Lean")
    skills = (welding, robots, rest)

    assert said(notes(action(1), skills=skills), "no_skill") == (
        "No running or planned action serves one of the 3 most urgent skills, Welding, Robots and Lean first."
    )
    some = notes(action(1, skills=(skill_uri("Robots"),)), skills=skills)
    assert said(some, "some_skills") == (
        "Running or planned actions serve 1 of the 3 most urgent skills. Without an action, most urgent first: Welding and Lean."
    )
    every = notes(action(1, skills=tuple(skill.uri for skill in skills)), skills=skills)
    assert not every["all_skills"].is_gap


def test_no_more_skills_are_named_than_the_catalogue_says():
    skills = (skill_result("Welding"), skill_result("Robots"))

    found = notes(action(1), skills=skills, rules=replace(RULES, named_skills=1))

    assert "Welding first" in said(found, "no_skill")
    assert "Robots" not in said(found, "no_skill")


def test_an_action_for_the_group_of_a_skill_serves_it():
    welding = replace(skill_result("Welding"), group="group:metal")

    assert "all_skills" in notes(action(1, skills=("group:metal",)), skills=(welding,))


@pytest.mark.parametrize(
    ("timing", "key"),
    [((Timing.ST,), "nothing_lasting"), ((Timing.MT, Timing.LT), "nothing_soon")],
)
def test_one_sided_timing_is_said_from_three_actions_with_a_timing_on(timing, key):
    three = [action(number, timing=timing) for number in range(3)]

    assert key in notes(*three)
    assert key not in notes(*three[:2], action(9, timing=()))
    assert key not in notes(*three, action(9, timing=(Timing.ST, Timing.MT)))


def test_a_grid_where_nothing_runs_yet_says_so():
    planned = [action(number, status=ActionStatus.PLANNED) for number in range(2)]

    assert said(notes(*planned), "nothing_runs") == "Nothing runs yet: all 2 actions are planned."
    assert "nothing_runs" not in notes(*planned, action(9))


def test_actions_without_anybody_in_charge_are_counted():
    found = notes(action(1, owner=None), action(2), action(3, owner=None, status=ActionStatus.IDEA))

    assert said(found, "no_owner") == "Nobody in charge: 1 of 2 running or planned actions."


def test_gaps_come_before_what_is_well():
    found = list(notes(action(1, HIGH, owner=None)).values())

    assert [note.is_gap for note in found] == sorted((note.is_gap for note in found), reverse=True)


def test_the_results_carry_the_balance_in_every_language_reports_are_written_in():
    snapshot = make_snapshot(actions=[make_action("B2"), make_action("B1")], partners=[make_partner()])

    balance = assess(snapshot).balance

    assert {"nothing_high", "empty_cells", "no_partner"} <= {note.key for note in balance}
    for language in shipped_languages():
        texts = load_texts(language)
        assert all("{" not in texts.say(note.sentence) for note in balance)


def test_an_action_that_contradicts_its_reference_is_told_of_the_whole_grid() -> None:
    alone = Cell(Scope.ALONE, Complexity.HIGH)
    odd = replace(action(1, cell=alone), reference="E1")

    found = notes(odd, action(2))

    assert found["reference_elsewhere"].is_gap
    assert "1 of 2" in said(found, "reference_elsewhere")
    assert "reference_elsewhere" not in notes(replace(odd, cell=Cell(Scope.REGIONAL, Complexity.HIGH)), action(2))
