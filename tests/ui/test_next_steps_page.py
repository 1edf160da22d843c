"""The step *Next steps*: the path and its indicators, decisions with their three answers, and what is recorded by hand."""

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from fastmap.catalogue.reading import load_catalogue
from fastmap.changes import AddAction, EditAction, PlanDecision, RemoveTeamQuestionnaires
from fastmap.model.choices import ActionStatus, ChecklistState, RecommendationAnswer, Step
from fastmap.model.messages import Message
from fastmap.model.planning import DecisionPlan
from fastmap.pipeline import run
from fastmap.tasks.deciding import decided
from tests.support.builders import cluster_where, make_action, make_need
from tests.support.large_clusters import grown
from tests.support.ui import find
from ui.pages import registry
from ui.pages.next_steps_pages import page_of_reason
from ui.pages.next_steps_presenter import next_steps_fact
from ui.pages.next_steps_standing import share_from
from ui.pages.next_steps_targets import TargetEntry
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
def without_questionnaires(page, qtbot):
    """Nobody filled in the team self-assessment, so that its share may be typed."""
    asked = tuple(one.id for one in page.session.state.snapshot.team)
    page.session.apply(RemoveTeamQuestionnaires(questionnaires=asked))
    settled(page, qtbot)


def first(page):
    return page.session.state.results.recommendations[0].id


def decisions(page):
    return page.session.state.snapshot.decisions


def press(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def settled(page, qtbot):
    qtbot.waitUntil(lambda: page.session.state.results_are_current, timeout=20_000)


def primary_buttons(page):
    return [card.accepting for card in page._cards.values() if card.accepting.property("look") == "primary"]


# --- decisions --------------------------------------------------------------------------------------------------------


def test_accept_plans_the_action_as_one_change_and_one_undo_takes_both_back(page, qtbot):
    before = page.session.state.snapshot
    accepted = page.session.state.results.recommendations[0]

    press(qtbot, find(page, f"accept_{accepted.id}"))

    after = page.session.state.snapshot
    (added,) = set(after.actions) - set(before.actions)
    assert (added.reference, added.cell, added.status) == (accepted.reference, accepted.cell, ActionStatus.PLANNED)
    assert [(one.recommendation, one.answer) for one in after.decisions] == [
        (accepted.id, RecommendationAnswer.ACCEPTED)
    ]
    assert find(page, f"recommendation_{accepted.id}").answer_badge.text() == "Accepted"
    page.session.undo()
    assert page.session.state.snapshot == before


def test_what_a_card_says_otherwise_than_its_action_is_told_and_the_action_keeps_it(page, qtbot):
    item = page.session.state.results.recommendations[0]
    planned = make_action(item.reference, id="A099", status=ActionStatus.PLANNED, owner="Maite")
    page.session.apply(AddAction(action=planned))
    page.session.apply(PlanDecision(plan=DecisionPlan(recommendation=item.id, owner="Office", days=12)))

    with qtbot.waitSignal(page.say) as told:
        press(qtbot, find(page, f"accept_{item.id}"))

    after = page.session.state.snapshot
    assert told.args == ["neutral", "Accepted. Its action says otherwise already, and that stays: who."]
    assert next(action.owner for action in after.actions if action.id == "A099") == "Maite"
    assert next(plan.staff_days for plan in after.action_plans if plan.action == "A099") == 12


def test_an_accepted_decision_is_back_on_the_table_once_its_action_is_stopped(page, qtbot):
    chosen = first(page)
    press(qtbot, find(page, f"accept_{chosen}"))
    action = next(one for one in page.session.state.snapshot.actions if one.reference == chosen)

    page.session.apply(EditAction(action=replace(action, status=ActionStatus.STOPPED)))
    card = find(page, f"recommendation_{chosen}")
    qtbot.waitUntil(card.back.isVisible, timeout=30_000)

    assert "Its action was stopped." in [label.text() for label in card.back.findChildren(Label)]
    assert find(page, f"accept_{chosen}").isVisible()
    assert chosen not in decided(page.session.state.snapshot, page.session.state.results)


def test_only_the_first_open_decision_has_the_primary_button(page, qtbot):
    recommendations = page.session.state.results.recommendations
    assert primary_buttons(page) == [find(page, f"accept_{recommendations[0].id}")]

    press(qtbot, find(page, f"accept_{recommendations[0].id}"))

    assert [button for button in primary_buttons(page) if button.isVisible()] == [
        find(page, f"accept_{recommendations[1].id}")
    ]


@pytest.mark.parametrize(("button", "answer"), [("later", RecommendationAnswer.LATER), ("no", RecommendationAnswer.NO)])
def test_later_and_no_ask_why_and_keep_the_reason(page, qtbot, button, answer):
    chosen = first(page)
    press(qtbot, find(page, f"{button}_{chosen}"))
    line = find(page, f"reason_{chosen}", QLineEdit)
    qtbot.keyClicks(line, "  no budget   this year ")

    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert [(one.answer, one.reason) for one in decisions(page)] == [(answer, "no budget this year")]
    assert find(page, f"recommendation_{chosen}").answer_reason.text() == "no budget this year"


def test_without_a_reason_nothing_is_answered_and_escape_brings_the_buttons_back(page, qtbot):
    chosen = first(page)
    press(qtbot, find(page, f"no_{chosen}"))
    line = find(page, f"reason_{chosen}", QLineEdit)

    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.property("wrong") == "true"
    qtbot.keyClick(line, Qt.Key.Key_Escape)

    assert decisions(page) == ()
    assert find(page, f"no_{chosen}").isVisible()
    assert not line.isVisible()


def test_an_answer_can_be_changed_while_the_plan_stays(page, qtbot):
    chosen = first(page)
    press(qtbot, find(page, f"accept_{chosen}"))
    planned = len(page.session.state.snapshot.actions)

    press(qtbot, find(page, f"reopen_{chosen}"))

    assert decisions(page) == ()
    assert len(page.session.state.snapshot.actions) == planned
    assert find(page, f"accept_{chosen}").isVisible()


def test_accepting_again_after_changing_ones_mind_plans_nothing_twice(page, qtbot):
    chosen = first(page)
    press(qtbot, find(page, f"accept_{chosen}"))
    planned = page.session.state.snapshot.actions
    press(qtbot, find(page, f"reopen_{chosen}"))

    press(qtbot, find(page, f"accept_{chosen}"))

    assert page.session.state.snapshot.actions == planned


def test_a_decision_unfolds_to_all_reasons_and_everything_a_board_asks(page, qtbot):
    item = page.session.state.results.recommendations[0]
    card = find(page, f"recommendation_{item.id}")

    press(qtbot, find(page, f"showDecision_{item.id}"))

    words = {label.text() for label in card.findChildren(Label) if label.isVisible()}
    assert {"First step within 30 days", "Go if", "Stop if", "Cost", "Who could pay", "Measured by"} <= words
    reasons = page.presenter.details(item.id).reasons
    assert reasons
    assert {reason.sentence for reason in reasons} <= words
    assert any(text.startswith("Order: impact") for text in words)


def test_a_decision_is_copied_as_text_for_the_board_paper(page, qtbot):
    item = page.session.state.results.recommendations[0]

    press(qtbot, find(page, f"copyDecision_{item.id}"))

    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(page.session.texts.say(item.decision))
    assert "With whom:" in copied


def test_the_other_suggestions_unfold_in_their_order(page, qtbot):
    everything = [item.id for item in page.session.state.results.recommendations]
    assert len(page._cards) < len(everything)

    press(qtbot, find(page, "showOtherSuggestions"))

    shown = [card for card in page._cards.values() if card.isVisible()]
    assert {card.view.id for card in shown} == set(everything)
    tops = [card.mapTo(page, card.rect().topLeft()).y() for card in page._cards.values()]
    assert tops == sorted(tops)


def test_in_a_file_opened_for_reading_nothing_can_be_answered(window, sample_bytes, tmp_path, qtbot):
    path = tmp_path / "Read.fastmap"
    path.write_bytes(sample_bytes)
    assert window.session.open(path, read_only=True)
    qtbot.waitUntil(lambda: window.session.state.results_are_current, timeout=20_000)
    page = window.workspace.show_page("next_steps")

    assert not find(page, f"accept_{first(page)}").isEnabled()
    window.session.close()


# --- steps and indicators ---------------------------------------------------------------------------------------------


def test_a_step_says_in_words_what_is_in_place_and_what_to_prepare(page):
    engage = page.path.chevrons[Step.ENGAGE]

    assert engage.words.text().endswith("in place") or "unknown" in engage.words.text()
    assert "prepare first: step 2" in engage.more.text()
    assert "runs alongside" in page.path.chevrons[Step.CONNECT].words.text()


def test_the_keyboard_walks_along_the_path_and_opens_a_step(page, qtbot):
    broaden, develop = page.path.chevrons[Step.BROADEN], page.path.chevrons[Step.DEVELOP]
    broaden.setFocus()
    qtbot.keyClick(broaden, Qt.Key.Key_Right)
    assert page.window().focusWidget() is develop

    qtbot.keyClick(develop, Qt.Key.Key_Return)

    assert page.path.step is Step.DEVELOP
    assert page.panel.isVisible()
    steps = {item.id: item.step for item in page.session.state.results.recommendations}
    assert {steps[card.view.id] for card in page._cards.values() if card.isVisible()} == {Step.DEVELOP}
    qtbot.keyClick(develop, Qt.Key.Key_Return)
    assert page.path.step is None
    assert not page.panel.isVisible()


def test_an_indicator_that_no_data_can_tell_is_recorded_and_cleared_as_undoable_changes(page, qtbot):
    press(qtbot, page.path.chevrons[Step.CONNECT])
    choice = find(page, "indicator_exchange_recent", ComboBox)
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    recorded = {one.key: one.value for one in page.session.state.snapshot.indicator_answers}

    choice.setCurrentIndex(0)
    choice.activated.emit(0)

    assert recorded["exchange_recent"] == 1.0
    assert "exchange_recent" not in {one.key for one in page.session.state.snapshot.indicator_answers}
    page.session.undo()
    assert "exchange_recent" in {one.key for one in page.session.state.snapshot.indicator_answers}


@pytest.mark.usefixtures("without_questionnaires")
def test_a_percentage_is_typed_and_nonsense_is_not_taken(page, qtbot):
    press(qtbot, page.path.chevrons[Step.DEVELOP])
    line = find(page, "indicator_team_assessment", QLineEdit)
    qtbot.keyClicks(line, "lots")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.property("wrong") == "true"
    line.clear()

    qtbot.keyClicks(line, "65 %")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    recorded = {one.key: one.value for one in page.session.state.snapshot.indicator_answers}
    assert recorded["team_assessment"] == 0.65
    settled(page, qtbot)
    develop = next(view for view in page._view.steps if view.step is Step.DEVELOP)
    assert next(one for one in develop.indicators if one.key == "team_assessment").state == "met"


def test_questionnaires_of_the_team_lead_and_the_way_to_them_is_shown(page, qtbot):
    press(qtbot, page.path.chevrons[Step.DEVELOP])

    assert page.findChild(QLineEdit, "indicator_team_assessment") is None
    row = page.panel._rows["team_assessment"]
    assert "4 people answered" in row.facts.text()
    qtbot.mouseClick(row.link, Qt.MouseButton.LeftButton)
    assert page.window().workspace.page.key == "cluster"


@pytest.mark.usefixtures("without_questionnaires")
def test_a_note_beside_a_percentage_does_not_round_what_is_recorded(page, qtbot):
    press(qtbot, page.path.chevrons[Step.DEVELOP])
    line = find(page, "indicator_team_assessment", QLineEdit)
    line.clear()
    qtbot.keyClicks(line, "12.5 %")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settled(page, qtbot)

    note = line.parentWidget().note
    note.setFocus()
    qtbot.keyClicks(note, "asked the team")
    qtbot.keyClick(note, Qt.Key.Key_Return)

    (recorded,) = [one for one in page.session.state.snapshot.indicator_answers if one.key == "team_assessment"]
    assert (recorded.value, recorded.note) == (0.125, "asked the team")


@pytest.mark.usefixtures("without_questionnaires")
def test_a_percentage_being_typed_survives_new_results(page, qtbot):
    press(qtbot, page.path.chevrons[Step.DEVELOP])
    line = find(page, "indicator_team_assessment", QLineEdit)
    page.window().activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "6")

    page.refresh(page.session.state)
    qtbot.keyClicks(line, "5")

    assert line.text() == "65"


def test_a_question_of_the_checklist_is_answered_with_evidence(page, qtbot):
    press(qtbot, page.path.chevrons[Step.ENGAGE])
    choice = find(page, "checklist_resources", ComboBox)
    choice.setCurrentIndex(2)
    choice.activated.emit(2)
    evidence = find(page, "checklistEvidence_resources", QLineEdit)
    qtbot.keyClicks(evidence, "Budget 2026")

    qtbot.keyClick(evidence, Qt.Key.Key_Return)

    answers = {one.item: one for one in page.session.state.snapshot.checklist_answers}
    assert (answers["resources"].state, answers["resources"].evidence) == (ChecklistState.PARTLY, "Budget 2026")


def test_an_indicator_leads_to_the_step_where_its_data_are_recorded(page, qtbot):
    press(qtbot, page.path.chevrons[Step.BROADEN])
    page.go_to.disconnect()  # the window of this test has no such step

    with qtbot.waitSignal(page.go_to) as wanted:
        press(qtbot, find(page, "toData_response_rate"))

    assert wanted.args == ["members"]


# --- states -----------------------------------------------------------------------------------------------------------


def test_an_empty_assessment_shows_where_to_begin(with_empty, qtbot):
    page = with_empty.workspace.show_page("next_steps")

    assert page.empty.isVisible()
    assert page.empty.primary.text() == "Go to Needs"


def test_the_fact_counts_decisions_to_take_and_accepted(page, qtbot):
    state = page.session.state
    assert next_steps_fact(state.snapshot, state.results).sentence == "3 decisions to take"

    press(qtbot, find(page, f"accept_{first(page)}"))

    state = page.session.state
    fact = next_steps_fact(state.snapshot, state.results)
    assert fact.sentence == "2 decisions to take, 1 accepted"
    assert fact.state is StepState.BEGUN


def test_without_results_the_fact_promises_nothing():
    snapshot = cluster_where(*[[make_need("Welding")]] * 3)
    assert next_steps_fact(snapshot, None).state is StepState.NOT_STARTED


def test_every_reason_of_any_cluster_names_a_step_of_the_window():
    keys = {step.key for step in registry.ALL_STEPS}
    results = run(cluster_where(*[[make_need("Welding")]] * 6), load_catalogue())

    pages = {page_of_reason(line) for item in results.recommendations for line in item.why}

    assert pages
    assert pages <= keys
    assert page_of_reason(Message("advice.why.coverage.nobody")) == "partners"
    assert page_of_reason(Message("indicator.response_rate.not_met")) == "members"


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        *[("60", 0.6), ("60 %", 0.6), ("12,5%", 0.125), ("0", 0.0), ("1", 0.01), ("100 %", 1.0)],
        *[("0.6 %", 0.006), ("0,6", None), ("0.6", None)],
        *[("-1", None), ("nan", None), ("1e1", None), ("1_0", None), ("6%0", None), ("%", None), ("101", None)],
    ],
)
def test_percentages_are_read_as_people_type_them(typed, share):
    assert share_from(typed) == share


def test_a_large_cluster_is_shown_at_once(page):
    small = page.session.state
    members, answers = grown(small.snapshot)
    snapshot = replace(
        small.snapshot,
        members=(*small.snapshot.members, *members),
        responses=(*small.snapshot.responses, *answers),
    )
    large = replace(small, snapshot=snapshot, results=run(snapshot, load_catalogue()))
    assert len(large.results.skills) > 300
    took = []
    for _ in range(3):
        page.show_state(small)
        started = time.thread_time()
        page.show_state(large)
        took.append(time.thread_time() - started)

    assert min(took) < 0.1


# --- targets ----------------------------------------------------------------------------------------------------------


def indicator_of(page, key):
    return next(item for step in page.session.state.results.steps for item in step.indicators if item.key == key)


def retype_target(page, qtbot, key, typed):
    line = find(page, f"target_{key}")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_a_target_is_typed_shown_as_changed_undone_and_reset(page, qtbot):
    press(qtbot, page.path.chevrons[Step.BROADEN])
    retype_target(page, qtbot, "response_rate", "75")
    settled(page, qtbot)

    found = indicator_of(page, "response_rate")
    assert (found.target, found.met, found.catalogue_target) == (0.75, False, 0.3)
    row = page.panel._rows["response_rate"]
    assert row.changed.text() == "Own target; the catalogue's is 30%."
    assert row.badge.text() == "Not yet"
    page.session.undo()
    settled(page, qtbot)
    assert (indicator_of(page, "response_rate").target, row.changed.isHidden()) == (0.3, True)
    page.session.redo()
    settled(page, qtbot)
    press(qtbot, find(page, "resetTarget_response_rate"))
    settled(page, qtbot)
    assert page.session.state.snapshot.targets == ()


@pytest.mark.parametrize("typed", ["", "lots", "160", "-3"])
def test_a_target_that_cannot_be_is_said_at_the_field_and_not_taken(page, qtbot, typed):
    press(qtbot, page.path.chevrons[Step.BROADEN])
    line = find(page, "target_response_rate")
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert page.session.state.snapshot.targets == ()
    assert line.accessibleDescription() == "A percentage from 0 to 100, such as 60; below 1 with its sign: 0.5 %"
    assert find(page, "targetComplaint_response_rate").isVisible()
    assert find(page, "targetComplaint_response_rate").text() == line.accessibleDescription()


def test_a_target_above_what_there_is_is_refused_with_a_sentence(page, qtbot):
    press(qtbot, page.path.chevrons[Step.BROADEN])
    retype_target(page, qtbot, "education_types_inside", "150")

    assert page.session.state.snapshot.targets == ()
    assert find(page, "targetComplaint_education_types_inside").text() == "At most 3: there are no more of them"
    retype_target(page, qtbot, "education_types_inside", "2")
    assert not find(page, "targetComplaint_education_types_inside").isVisible()


def test_typing_the_catalogues_target_is_the_same_as_taking_ones_own_back(page, qtbot):
    press(qtbot, page.path.chevrons[Step.BROADEN])
    retype_target(page, qtbot, "education_types_inside", "2")
    assert [target.target for target in page.session.state.snapshot.targets] == [2]
    retype_target(page, qtbot, "education_types_inside", "3")
    assert page.session.state.snapshot.targets == ()


def test_between_yes_and_no_there_is_no_target_to_choose(page, qtbot):
    press(qtbot, page.path.chevrons[Step.CONNECT])

    assert page.panel.findChildren(TargetEntry) == []


def test_every_indicator_shows_value_target_and_source_or_how_to_record_it(page, qtbot):
    for step in Step:
        page._open_step(step)
        for key, row in page.panel._rows.items():
            found = indicator_of(page, key)
            assert row.source.text().startswith("Source: ")
            assert row.value.text()
            if found.value is None:
                assert row.value.text() == "not recorded yet"
                assert "To record it: " in row.facts.text()


def test_engage_names_what_to_prepare_with_its_values_and_leads_to_the_step(page, qtbot):
    press(qtbot, page.path.chevrons[Step.ENGAGE])

    assert "Skills monitoring running (now no, target yes)" in page.panel.prepare.text()
    way = page.panel.ways[Step.DEVELOP]
    assert way.isVisible()
    press(qtbot, way)
    assert page.path.step is Step.DEVELOP
    assert not page.panel.ways[Step.DEVELOP].isVisible()


def test_connect_stands_beside_the_others_and_waits_for_nothing(page, qtbot):
    press(qtbot, page.path.chevrons[Step.CONNECT])

    assert page.panel.alongside.isVisible()
    assert "nothing has to be finished first" in page.panel.alongside.text()
    connect = next(step for step in page.session.state.results.steps if step.step is Step.CONNECT)
    assert (connect.prepare_first, connect.prepare) == (False, ())
