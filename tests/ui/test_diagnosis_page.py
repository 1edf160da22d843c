"""The step Diagnosis: the list, the panel that follows it, and what a person adds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from fastmap.changes import MarkStrategic, OverrideVerdict
from fastmap.model.choices import SecondOpinion, SkillKind, Verdict
from tests.support.ui import HOSTILE, find
from ui.pages.diagnosis_details_view import details_of
from ui.pages.diagnosis_list import NeedList
from ui.pages.page import StepState
from ui.pages.registry import steps as all_steps


@pytest.fixture(scope="module")
def steps():
    return tuple(step for step in all_steps() if step.key in {"diagnosis", "needs", "next_steps"})


@pytest.fixture
def page(with_sample, qtbot):
    page = with_sample.workspace.show_page("diagnosis")
    qtbot.waitUntil(page.ranking.isVisible)
    return page


def shown_labels(table):
    return [row.label for row in table.rows.shown]


def settled(page, qtbot):
    qtbot.waitUntil(lambda: page.session.state.results_are_current, timeout=20_000)


def test_it_opens_at_the_level_that_the_results_lead_with_and_shows_the_first(page):
    assert page.level.key == page.session.state.results.lead_level == "skills"
    assert [row.rank for row in page.ranking.rows.shown][:3] == [1, 2, 3]
    assert find(page, "needTitle").text() == shown_labels(page.ranking)[0]


def test_the_panel_follows_the_arrow_keys(page, qtbot):
    page.ranking.setFocus()

    qtbot.keyClick(page.ranking, Qt.Key.Key_Down)
    qtbot.keyClick(page.ranking, Qt.Key.Key_Down)

    assert find(page, "needTitle").text() == shown_labels(page.ranking)[2]


def test_groups_are_a_click_away(page, qtbot):
    skills = shown_labels(page.ranking)

    qtbot.mouseClick(find(page, "needLevel_groups"), Qt.MouseButton.LeftButton)

    assert "Machining" in shown_labels(page.ranking)
    assert shown_labels(page.ranking) != skills
    assert not page.kind.isVisible()


def test_filters_narrow_the_list_and_say_so_where_nothing_is_left(page):
    page.kind.setCurrentIndex(page.kind.findData(SkillKind.DIGITAL))
    page.kind.activated.emit(page.kind.currentIndex())
    digital = {row.kind for row in page.ranking.rows.shown}
    page.search.setText("nothing is called like this")

    assert digital == {SkillKind.DIGITAL}
    assert page.nothing.isVisible()
    assert not page.details.isVisible()


def test_what_few_named_is_folded_and_shows_its_details_when_chosen(page, qtbot):
    few = find(page, "needFew", NeedList)
    was_folded = not few.isVisible()

    qtbot.mouseClick(page.few_toggle, Qt.MouseButton.LeftButton)
    few.choose(few.rows.shown[0].uri, "label")

    assert was_folded
    assert few.isVisible()
    assert find(page, "needTitle").text() == few.rows.shown[0].label
    assert not page.ranking.selectedIndexes()


def test_a_verdict_by_hand_needs_a_reason_and_is_one_undoable_change(page, qtbot):
    before = page.session.assessment.content_hash()
    part = page.details.judgement
    qtbot.mouseClick(part.opening, Qt.MouseButton.LeftButton)
    part.verdict.choose(Verdict.DEFICIT)
    qtbot.mouseClick(part.setting, Qt.MouseButton.LeftButton)
    refused = page.session.assessment.content_hash() == before and part.reason_field.hint.text()

    qtbot.keyClicks(part.reason, "The roadmap says so")
    qtbot.mouseClick(part.setting, Qt.MouseButton.LeftButton)
    settled(page, qtbot)

    assert refused
    assert page.ranking.rows.shown[0].verdict is Verdict.DEFICIT
    assert "The roadmap says so" in part.hint.text()
    assert page.session.undo_message.key == f"change.{OverrideVerdict.name}"
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_a_verdict_by_hand_can_be_taken_back(page, qtbot):
    uri = page.ranking.rows.shown[0].uri
    page.presenter.set_verdict(uri, Verdict.DEFICIT, "because")
    settled(page, qtbot)

    qtbot.mouseClick(page.details.judgement.clearing, Qt.MouseButton.LeftButton)
    settled(page, qtbot)

    assert page.ranking.rows.shown[0].verdict is Verdict.SHORTAGE


def test_a_second_source_is_noted_and_removed(page, qtbot):
    before = page.session.assessment.content_hash()
    known = len(page.session.state.snapshot.second_sources)
    uri = page.details.uri
    words = find(page, "sourceWords", QLineEdit)

    qtbot.keyClicks(words, "12 vacancies in May")
    qtbot.mouseClick(find(page, "sourceContradicts"), Qt.MouseButton.LeftButton)
    settled(page, qtbot)

    noted = next(one for one in page.session.state.snapshot.second_sources if one.source == "12 vacancies in May")
    assert (noted.skill, noted.opinion) == (uri, SecondOpinion.CONTRADICTS)
    assert len(page.session.state.snapshot.second_sources) == known + 1
    place = [line.id for line in page.presenter.sources(uri)].index(noted.id)
    qtbot.mouseClick(find(page, f"removeSource{place}"), Qt.MouseButton.LeftButton)
    assert page.session.assessment.content_hash() == before


def test_a_skill_is_marked_as_strategic_with_its_reason(page):
    uri = page.details.uri
    box, reason = find(page, "strategicMark"), find(page, "strategicReason", QLineEdit)

    box.click()
    reason.setText("Hydrogen roadmap")
    reason.editingFinished.emit()

    skill = page.presenter.skill(uri)
    assert (skill.strategic, skill.strategic_reason) == (True, "Hydrogen roadmap")
    assert page.session.undo_message.key == f"change.{MarkStrategic.name}"


def test_showing_a_state_is_no_intention(page):
    before = page.session.assessment.content_hash()

    page.refresh(page.session.state)

    assert page.session.assessment.content_hash() == before
    assert page.session.redo_message is None


def test_names_of_firms_whose_answer_decides_are_given(page):
    sensitive = next(
        item
        for item in page.session.state.results.skills
        if item.imbalance.sensitive and item.imbalance.flipping_members
    )
    member = sensitive.imbalance.flipping_members[0]
    names = {known.code: known.name for known in page.session.state.snapshot.members}

    details = details_of(sensitive, page.presenter)

    assert names[member] in details.firmness[0]


def test_every_verdict_comes_with_its_words_votes_and_firms(page):
    for item in page.session.state.results.skills:
        details = details_of(item, page.presenter)

        assert details.meaning
        assert details.rule
        assert [bar.number for bar in details.votes] == [
            str(count) for count in (item.imbalance.votes.S, item.imbalance.votes.M, item.imbalance.votes.U)
        ]
        assert len({line.name for line in details.firms}) >= len(item.members)


def test_hostile_reasons_are_shown_as_they_are(page, qtbot):
    page.presenter.set_verdict(page.details.uri, Verdict.DEFICIT, HOSTILE[1])
    settled(page, qtbot)

    assert HOSTILE[1] in page.details.judgement.hint.text()
    assert page.details.judgement.hint.textFormat() is Qt.TextFormat.PlainText


def test_without_answers_the_page_says_where_they_come_from(with_empty, qtbot):
    page = with_empty.workspace.show_page("diagnosis")

    qtbot.mouseClick(page.empty.primary, Qt.MouseButton.LeftButton)

    assert with_empty.workspace.page.key == "needs"
    fact = page.fact(with_empty.session.state.snapshot, with_empty.session.state.results)
    assert fact.state is StepState.NOT_STARTED


def test_the_step_list_counts_ranked_skills(page):
    fact = page.fact(page.session.state.snapshot, page.session.state.results)

    assert fact.sentence == "14 skills ranked; 12 out of balance"
