"""The tab *Roadmap* and what a board fills in on cards: real clicks and keys, every entry an undoable change."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from fastmap.changes import RemoveActions, RemovePartners
from fastmap.model.choices import MilestoneState, RecommendationAnswer
from tests.support.ui import find
from ui.pages import registry
from ui.pages.next_steps_presenter import next_steps_fact
from ui.pages.page import StepState
from ui.widgets.fields import ComboBox
from ui.widgets.labels import Label


@pytest.fixture(scope="module")
def steps():
    """The page that is looked at comes first: a window makes the first page of each file that it opens."""
    return (registry.step("next_steps"), registry.step("cluster"))


@pytest.fixture
def page(with_sample):
    return with_sample.workspace.show_page("next_steps")


@pytest.fixture
def roadmap(page):
    page.tabs.setCurrentIndex(1)
    return page.roadmap


def press(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def settled(page, qtbot):
    qtbot.waitUntil(lambda: page.session.state.results_are_current, timeout=20_000)


def enter(qtbot, line, text):
    line.setFocus()
    line.clear()
    line.setModified(True)
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def row_of(roadmap, title):
    return next(row for row in roadmap.lanes.rows.values() if row.title.text() == title)


def plan_of(page, action):
    return next((plan for plan in page.session.state.snapshot.action_plans if plan.action == action), None)


def untouched(page):
    """Return a suggestion on the cards on which nobody filled anything in."""
    filled = {plan.recommendation for plan in page.session.state.snapshot.decision_plans}
    return next(item.id for item in page.session.state.results.recommendations[:3] if item.id not in filled)


def decision_plan(page, key):
    plans = page.session.state.snapshot.decision_plans
    return next((plan for plan in plans if plan.recommendation == key), None)


# --- the roadmap --------------------------------------------------------------------------------------------------------


def test_the_roadmap_shows_planned_and_running_actions_and_counts_the_late_ones(roadmap):
    assert roadmap.isVisible()
    assert len(roadmap.lanes.rows) == 8
    assert roadmap.reading.text().startswith("8 actions are planned or running. Late: ")
    row = row_of(roadmap, "Metal skills table of the region")
    assert "which it waits for, ends on 30 Jun 2027" in row.accessibleName()
    assert "Waits for: Renewal of the PLC module; Fast mapping" in row.accessibleName()


def test_the_keyboard_goes_along_the_rows_opens_one_and_comes_back(roadmap, qtbot):
    rows = list(roadmap.lanes.rows.values())
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert roadmap.window().focusWidget() is rows[1]

    qtbot.keyClick(rows[1], Qt.Key.Key_Return)

    assert roadmap.panel.isVisible()
    assert roadmap.panel.title.text() == rows[1].title.text()
    assert roadmap.window().focusWidget() is roadmap.panel.lines["owner"]
    qtbot.keyClick(roadmap.panel, Qt.Key.Key_Escape)
    assert not roadmap.panel.isVisible()
    assert roadmap.window().focusWidget() is roadmap.lanes.rows[rows[1].id]


def test_owner_dates_and_days_are_typed_in_the_panel_and_undone(page, roadmap, qtbot):
    row = row_of(roadmap, "Metal skills table of the region")
    before = page.session.state.snapshot
    press(qtbot, row)

    enter(qtbot, find(roadmap, "roadmap_staff_days", QLineEdit), "14")
    enter(qtbot, find(roadmap, "roadmap_owner", QLineEdit), "Maite")
    enter(qtbot, find(roadmap, "roadmap_end", QLineEdit), "12/2026")

    action = next(one for one in page.session.state.snapshot.actions if one.id == row.id)
    assert (action.owner, action.end) == ("Maite", date(2026, 12, 31))
    assert plan_of(page, row.id).staff_days == 14
    assert f"Counted in {datetime.now().astimezone().year}: " in roadmap.panel.fields["staff_days"].hint.text()
    assert "It ends on 31 Dec 2026, before it begins on 15 Jan 2027." in {
        label.text() for label in roadmap.panel.findChildren(Label)
    }
    for _ in range(3):
        page.session.undo()
    assert page.session.state.snapshot == before


def test_nonsense_is_said_to_be_none_and_not_taken(page, roadmap, qtbot):
    press(qtbot, row_of(roadmap, "Renewal of the PLC module"))
    before = page.session.state.snapshot

    enter(qtbot, find(roadmap, "roadmap_start", QLineEdit), "some day")
    enter(qtbot, find(roadmap, "teamCapacity", QLineEdit), "enough")

    assert page.session.state.snapshot == before
    assert roadmap.panel.fields["start"].hint.text().startswith("Write a date")
    assert roadmap.capacity_field.hint.text().startswith("Write a number")


def test_a_milestone_is_added_reached_and_removed(page, roadmap, qtbot):
    row = row_of(roadmap, "Alerts on training grants and calls")
    press(qtbot, row)
    qtbot.keyClicks(find(roadmap, "newMilestoneTitle", QLineEdit), "First call sent out")
    qtbot.keyClicks(find(roadmap, "newMilestoneDue", QLineEdit), "31/01/2027")
    press(qtbot, find(roadmap, "addMilestone"))
    (made,) = plan_of(page, row.id).milestones
    assert (made.title, made.due) == ("First call sent out", date(2027, 1, 31))

    state = find(roadmap, "milestoneState_0", ComboBox)
    state.setCurrentIndex(1)
    state.activated.emit(1)
    (reached,) = plan_of(page, row.id).milestones
    press(qtbot, find(roadmap, "removeMilestone_0"))

    assert reached.state is MilestoneState.REACHED
    assert plan_of(page, row.id).milestones == ()


def test_a_circle_of_dependencies_is_taken_and_named(page, roadmap, qtbot):
    first = row_of(roadmap, "Renewal of the PLC module").id
    second = row_of(roadmap, "Metal skills table of the region").id
    press(qtbot, roadmap.lanes.rows[first])
    choice = find(roadmap, "roadmapWaits", ComboBox)
    place = choice.findData(second)

    choice.setCurrentIndex(place)
    choice.activated.emit(place)

    assert second in plan_of(page, first).after
    assert any(flag.startswith("It waits for itself, by way of Metal") for flag in roadmap.panel.seen.flags)
    press(qtbot, find(roadmap, f"waitsNoMore_{second}"))
    assert second not in plan_of(page, first).after


def test_the_days_of_the_team_are_compared_and_may_be_unknown(page, roadmap, qtbot):
    enter(qtbot, find(roadmap, "teamCapacity", QLineEdit), "1")
    assert "more than the 1 that the team has." in roadmap.days.text()

    enter(qtbot, find(roadmap, "teamCapacity", QLineEdit), "")

    assert page.session.state.snapshot.capacity is None
    assert "the team has" not in roadmap.days.text()


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_the_roadmap_is_saved_as_a_picture(roadmap, qtbot, tmp_path, suffix):
    target = tmp_path / f"roadmap{suffix}"

    with qtbot.waitSignal(roadmap.presenter.written, timeout=20_000):
        roadmap.presenter.write_picture(target)

    begins = {".png": b"\x89PNG", ".svg": b"<?xml"}[suffix]
    assert target.read_bytes().startswith(begins)


def test_nothing_planned_says_how_something_gets_there(page, roadmap, qtbot):
    page.session.apply(RemoveActions(actions=tuple(one.id for one in page.session.state.snapshot.actions)))

    assert roadmap.nothing.isVisible()
    assert not roadmap.area.isVisible()


def test_in_a_file_opened_for_reading_nothing_on_the_roadmap_can_be_changed(window, sample_bytes, tmp_path, qtbot):
    path = tmp_path / "Read.fastmap"
    path.write_bytes(sample_bytes)
    assert window.session.open(path, read_only=True)
    qtbot.waitUntil(lambda: window.session.state.results_are_current, timeout=20_000)
    page = window.workspace.show_page("next_steps")
    page.tabs.setCurrentIndex(1)
    page.roadmap.open_action(next(iter(page.roadmap.lanes.rows)))

    assert not page.roadmap.capacity.isEnabled()
    assert not page.roadmap.panel.lines["owner"].isEnabled()
    assert not page.roadmap.panel.adding.isEnabled()
    window.session.close()


# --- what a board fills in ----------------------------------------------------------------------------------------------


def test_who_by_when_days_and_money_are_filled_in_kept_and_carried_over(page, qtbot):
    key = untouched(page)
    press(qtbot, find(page, f"showDecision_{key}"))

    for field, text in (("owner", "Maite"), ("due", "31/01/2027"), ("days", "9"), ("money", "750")):
        enter(qtbot, find(page, f"{field}_{key}", QLineEdit), text)
    press(qtbot, find(page, f"accept_{key}"))

    plan = decision_plan(page, key)
    assert (plan.owner, plan.due, plan.days, plan.money) == ("Maite", date(2027, 1, 31), 9, 750)
    action = next(one for one in page.session.state.snapshot.actions if one.reference == key)
    assert (action.owner, action.budget) == ("Maite", 750)
    assert plan_of(page, action.id).staff_days == 9
    assert [one.due for one in plan_of(page, action.id).milestones] == [date(2027, 1, 31)]


def test_a_blank_makes_it_unknown_again_and_nonsense_is_not_taken(page, qtbot):
    key = "X3"
    press(qtbot, find(page, f"showDecision_{key}"))
    assert decision_plan(page, key).days == 12

    enter(qtbot, find(page, f"days_{key}", QLineEdit), "many")
    assert decision_plan(page, key).days == 12
    enter(qtbot, find(page, f"days_{key}", QLineEdit), "")

    assert decision_plan(page, key).days is None


def test_a_decision_is_chosen_for_the_board_paper_and_taken_out_again(page, qtbot):
    key = untouched(page)

    press(qtbot, find(page, f"boardPaper_{key}"))
    assert decision_plan(page, key).on_paper
    assert find(page, f"boardPaper_{key}").text() == "Take out of the board paper"
    press(qtbot, find(page, f"boardPaper_{key}"))

    assert decision_plan(page, key) is None


def test_a_suggestion_put_off_lies_aside_until_its_facts_change_and_then_says_what_changed(page, qtbot):
    key = page.session.state.results.recommendations[0].id
    page.presenter.answer(key, RecommendationAnswer.LATER, "after the summer")
    settled(page, qtbot)
    assert page.aside.cards.indexOf(page._cards[key]) == 0
    assert page.session.state.results.recommendations[0].id != key

    partners = [one.id for one in page.session.state.snapshot.partners if one.type == "vet"]
    page.session.apply(RemovePartners(partners=tuple(partners)))
    settled(page, qtbot)

    card = page._cards[key]
    assert card.view.changed
    assert card.accepting.isVisibleTo(page)
    assert any("no longer the partner" in line for line in card.view.changed)


def test_three_answers_are_enough_for_the_step_list_until_one_comes_back(page, qtbot):
    for item in page.session.state.results.recommendations[:3]:
        page.presenter.answer(item.id, RecommendationAnswer.NO, "no")
    settled(page, qtbot)
    state = page.session.state
    assert next_steps_fact(state.snapshot, state.results).state is StepState.COMPLETE

    partners = tuple(one.id for one in state.snapshot.partners)
    page.session.apply(RemovePartners(partners=partners))
    settled(page, qtbot)

    state = page.session.state
    assert next_steps_fact(state.snapshot, state.results).state is StepState.BEGUN


def test_why_not_the_others_unfolds_one_condition_each(page, qtbot):
    press(qtbot, find(page, "showWhyNotOthers"))

    near = page.session.state.results.near_misses
    assert len(near) > 5
    conditions = {view.condition for view in page.presenter.others(near)}
    labels = page.others.findChildren(Label)
    qtbot.waitUntil(lambda: conditions <= {label.text() for label in labels if label.isVisibleTo(page.others)})
