"""The step Diagnosis: the list, the panel that follows it, and what a person adds."""

import math
import time

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QLineEdit

from fastmap.analysis.quadrants import is_on_map
from fastmap.analysis.restricting import MemberFilter, Size, Sort
from fastmap.analysis.what_if import VerdictChange
from fastmap.changes import MarkStrategic, OverrideVerdict
from fastmap.model.choices import SecondOpinion, SkillKind, Verdict
from tests.support.ui import HOSTILE, find
from ui.pages import registry
from ui.pages.diagnosis_details_view import details_of
from ui.pages.diagnosis_list import NeedList
from ui.pages.diagnosis_map_layout import spots_beside
from ui.pages.page import StepState


@pytest.fixture(scope="module")
def steps():
    """The page that is looked at comes first: a window makes the first page of each file that it opens."""
    return (registry.step("diagnosis"), registry.step("needs"), registry.step("next_steps"))


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


def test_the_panel_follows_within_a_tenth_of_a_second(page, qtbot):
    page.ranking.setFocus()
    qtbot.keyClick(page.ranking, Qt.Key.Key_Down)

    times = []
    for _ in range(8):
        begun = time.perf_counter()
        qtbot.keyClick(page.ranking, Qt.Key.Key_Down)
        times.append(time.perf_counter() - begun)

    assert sorted(times)[len(times) // 2] < 0.1


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


def test_a_verdict_by_hand_says_first_what_was_decided_then_what_the_answers_say(page, qtbot):
    page.presenter.set_verdict(page.details.uri, Verdict.DEFICIT, "the roadmap {rule}")
    settled(page, qtbot)

    why = find(page, "needRule").text()
    assert why.startswith("Set by hand, because: “the roadmap {rule}” – the answers themselves say shortage.")
    assert "Firm" not in find(page, "needFirmness").text()


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


def test_a_second_source_that_could_not_be_saved_stays_in_its_field(page, qtbot):
    words = find(page, "sourceWords", QLineEdit)
    page.session.state.path.unlink()

    qtbot.keyClicks(words, "12 vacancies in May")
    qtbot.mouseClick(find(page, "sourceConfirms"), Qt.MouseButton.LeftButton)

    assert words.text() == "12 vacancies in May"


def test_a_source_is_gone_from_its_field_once_it_is_noted(page, qtbot):
    words = find(page, "sourceWords", QLineEdit)

    qtbot.keyClicks(words, " 12  vacancies ")
    qtbot.mouseClick(find(page, "sourceConfirms"), Qt.MouseButton.LeftButton)
    settled(page, qtbot)

    assert words.text() == ""


def test_what_is_typed_about_a_verdict_stays_while_something_else_is_noted(page, qtbot):
    page.presenter.set_verdict(page.details.uri, Verdict.DEFICIT, "first reason")
    settled(page, qtbot)
    reason = find(page, "overrideReason", QLineEdit)
    qtbot.mouseClick(find(page, "overrideOpen"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(reason, "another reason")

    page.presenter.note_source(page.details.uri, "an interview", SecondOpinion.CONFIRMS)
    settled(page, qtbot)

    assert reason.isVisible()
    assert reason.text() == "another reason"
    page.presenter.set_verdict(page.details.uri, Verdict.SHORTAGE, "said elsewhere")
    settled(page, qtbot)
    assert reason.isHidden() or not reason.isVisible()


def test_what_is_typed_about_a_skill_comes_back_with_it_and_goes_to_no_other(page, qtbot):
    first, second = (row.uri for row in page.ranking.rows.shown[:2])
    source, reason = find(page, "sourceWords", QLineEdit), find(page, "overrideReason", QLineEdit)
    qtbot.keyClicks(source, "34 vacancies in May")
    qtbot.mouseClick(find(page, "overrideOpen"), Qt.MouseButton.LeftButton)
    page.details.judgement.verdict.choose(Verdict.MISMATCH)
    qtbot.keyClicks(reason, "the roadmap says so")

    page.ranking.choose(second, "label")
    elsewhere = (page.details.uri, source.text(), reason.isVisible())
    page.ranking.choose(first, "label")

    assert elsewhere == (second, "", False)
    assert (source.text(), reason.text()) == ("34 vacancies in May", "the roadmap says so")
    assert reason.isVisible()
    assert page.details.judgement.verdict.currentData() == Verdict.MISMATCH
    qtbot.mouseClick(find(page, "overrideLeave"), Qt.MouseButton.LeftButton)
    page.ranking.choose(second, "label")
    page.ranking.choose(first, "label")
    assert not reason.isVisible()


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

    assert names[member] in details.flipping
    assert names[member] not in "".join(details.firmness)


def test_on_whom_a_verdict_hangs_is_counted_and_named_only_when_asked(page, qtbot):
    sensitive = next(item for item in page.session.state.results.skills if item.imbalance.flipping_members)
    names = {known.code: known.name for known in page.session.state.snapshot.members}
    member = names[sensitive.imbalance.flipping_members[0]]
    page.few_toggle.setChecked(True)
    table = page.ranking if sensitive.ranking.rank is not None else page.few
    table.choose(sensitive.uri, "label")
    asking, shown = find(page, "flippingToggle"), find(page, "needFlipping")

    assert str(len(sensitive.imbalance.flipping_members)) in find(page, "needFirmness").text()
    assert not shown.isVisibleTo(page)

    asking.click()

    assert shown.isVisibleTo(page)
    assert member in shown.text()
    asking.click()


def test_a_verdict_on_the_map_is_chosen_with_mouse_and_arrows(page, qtbot):
    find(page, "needView_map").click()
    area = find(page, "needMap")
    qtbot.waitUntil(area.isVisible)
    second = page.ranking.rows.shown[1]
    centre, _ = area.circle(second.uri)

    qtbot.mouseClick(area, Qt.MouseButton.LeftButton, pos=centre.toPoint())

    assert find(page, "needTitle").text() == second.label
    assert second.label in area.accessibleDescription()
    qtbot.keyClick(area, Qt.Key.Key_Down)
    assert find(page, "needTitle").text() != second.label
    qtbot.keyClick(area, Qt.Key.Key_Up)
    assert {bubble.uri for bubble in area.bubbles} == {
        item.uri for item in page.session.state.results.skills if is_on_map(item)
    }


def test_circles_lie_in_the_quadrant_of_their_figures_and_do_not_cover_each_other(page, qtbot):
    find(page, "needView_map").click()
    area = find(page, "needMap")
    qtbot.waitUntil(area.isVisible)
    places = {bubble.uri: (bubble, *area.circle(bubble.uri)) for bubble in area.bubbles}
    middle = area._middle()

    for bubble, centre, radius in places.values():
        assert (centre.x() > middle.x()) == (bubble.demand >= 3)
        if bubble.supply is not None and bubble.supply != 0.5:
            assert (centre.y() < middle.y()) == (bubble.supply > 0.5)
        for other, its_centre, its_radius in places.values():
            if other is not bubble:
                between = math.dist(centre.toTuple(), its_centre.toTuple())
                assert between > (radius + its_radius) * 0.9, (bubble.label, other.label)


def test_looking_at_some_members_is_worked_out_aside_said_plainly_and_stores_nothing(page, qtbot):
    before = page.session.assessment.content_hash()
    everybody = page.ranking.rows.shown[0]
    qtbot.mouseClick(find(page, "lookAtMembers"), Qt.MouseButton.LeftButton)
    size = find(page, "lookSize")
    size.setCurrentIndex(next(place for place in range(size.count()) if size.itemData(place) == Size.SMALL))

    size.activated.emit(size.currentIndex())
    at_once = page.looking.results

    qtbot.waitUntil(lambda: page.looking.results is not None, timeout=20_000)
    assert at_once is None, "the window waits for nothing"
    assert "17 of 40 members, 11 answers" in find(page, "filteredWords").text()
    assert page.looking.results.quality.answered == 11
    looked = next(row for row in page.ranking.rows.shown if row.uri == everybody.uri)
    assert looked.firms < everybody.firms
    assert len(page.session.state.results.quality.not_answered) > 0
    qtbot.mouseClick(find(page, "lookAtAll"), Qt.MouseButton.LeftButton)
    assert page.ranking.rows.shown[0] == everybody
    assert not find(page, "filteredBand").isVisible()
    assert page.session.assessment.content_hash() == before


def test_where_nobody_looked_at_has_answered_the_page_says_so(page, qtbot):
    page.looking.look_at(MemberFilter(sort=Sort.RTO))

    qtbot.waitUntil(lambda: page.looking.results is not None, timeout=20_000)

    assert "None of these members has answered" in find(page, "filteredWords").text()
    assert "nothing to rank" in find(page, "needNothing").text()
    assert not page.ranking.isVisible()
    find(page, "needView_map").click()
    assert {bubble.demand for bubble in find(page, "needMap").bubbles} == {0}, "only what the cluster's plans need"


def test_an_edit_while_some_are_looked_at_is_followed(page, qtbot):
    page.looking.look_at(MemberFilter(size=Size.SMALL))
    qtbot.waitUntil(lambda: page.looking.results is not None, timeout=20_000)
    first = page.looking.results

    page.presenter.set_verdict(page.ranking.rows.shown[0].uri, Verdict.DEFICIT, "The roadmap says so")

    qtbot.waitUntil(lambda: page.looking.results is not first, timeout=20_000)
    qtbot.waitUntil(lambda: page.ranking.rows.shown[0].verdict is Verdict.DEFICIT, timeout=20_000)


def test_weights_of_thirds_are_in_force_once_they_are_used(page, qtbot):
    qtbot.mouseClick(find(page, "tool_weights"), Qt.MouseButton.LeftButton)
    points, setting = page.side.weights.points, find(page, "weightsSet")
    for part, slider in points.items():
        slider.setValue({"reach": 100, "size": 50}.get(part, 0))

    qtbot.mouseClick(setting, Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    kept = {part: slider.value() for part, slider in points.items()}
    was_enabled = setting.isEnabled()
    # As after opening the file again: a third has no whole number of points.
    page.side.weights.show_points({part: 100 * share for part, share in page.side._tried().items()})
    page.side.show_tool("weights")
    page.refresh(page.session.state)

    assert (kept["reach"], kept["size"]) == (100, 50)
    assert not was_enabled
    assert (points["reach"].value(), points["size"].value()) == (67, 33)
    assert not setting.isEnabled()
    assert find(page, "weightsEffectCount").text() == "No rank would change"


def test_weights_show_their_effect_before_they_are_used_and_can_be_taken_back(page, qtbot):
    before = page.session.assessment.content_hash()
    qtbot.mouseClick(find(page, "tool_weights"), Qt.MouseButton.LeftButton)
    size, setting = find(page, "weight_size"), find(page, "weightsSet")
    was = setting.isEnabled()
    size.setFocus()
    for _ in range(8):
        qtbot.keyClick(size, Qt.Key.Key_PageUp)

    foretold = find(page, "weightsEffectLines").text().splitlines()
    unsaved = page.session.assessment.content_hash()
    qtbot.mouseClick(setting, Qt.MouseButton.LeftButton)
    settled(page, qtbot)

    assert not was
    assert find(page, "weightsEffectCount").text() == "No rank would change"
    assert unsaved == before
    ranks = {row.label: row.rank for row in page.ranking.rows.shown}
    assert foretold
    for line in foretold:
        label, after = line.split(":")[0].strip("\u2068\u2069"), int(line.split("→")[1])
        assert ranks[label] == after
    assert "reach 21% (usually 30%)" in find(page, "qualityWarningWords").text()
    assert page.session.undo_message.key == "change.set_priority_weights"
    qtbot.mouseClick(find(page, "weightsReset"), Qt.MouseButton.LeftButton)
    settled(page, qtbot)
    assert page.session.assessment.content_hash() == before


def test_thresholds_are_for_discussion_only(page, qtbot):
    before = page.session.assessment.content_hash()
    verdicts = [row.verdict for row in page.ranking.rows.shown]
    qtbot.mouseClick(find(page, "tool_thresholds"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.looking.discussion is not None, timeout=20_000)
    slider = find(page, "threshold_balanced")
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_PageDown)

    assert "25%" in find(page, "threshold_balancedWords").text()
    assert [row.verdict for row in page.ranking.rows.shown] == verdicts
    assert page.session.assessment.content_hash() == before
    qtbot.mouseClick(find(page, "thresholdsReset"), Qt.MouseButton.LeftButton)
    assert "30%" in find(page, "threshold_balancedWords").text()
    assert find(page, "thresholdsEffectCount").text() == "No verdict would change"
    qtbot.keyClick(page.side.thresholds, Qt.Key.Key_Escape)
    assert find(page, "needTitle").isVisible()
    assert not find(page, "tool_thresholds").isChecked()


def test_thresholds_name_what_they_would_change(page, qtbot):
    page.looking.discuss()
    qtbot.waitUntil(lambda: page.looking.discussion is not None, timeout=20_000)
    uri = page.ranking.rows.shown[0].uri

    class Foretold:
        def changes(self, thresholds):
            assert thresholds.suffices_share == pytest.approx(0.7)
            return (VerdictChange(uri=uri, is_group=False, before=Verdict.SHORTAGE, after=Verdict.BALANCED),)

    page.looking.discussion = Foretold()
    page.side.thresholds.sliders["suffices"].setValue(-10)

    assert find(page, "thresholdsEffectCount").text() == "One verdict would change"
    assert find(page, "thresholdsEffectLines").text() == "\u2068welding\u2069: Shortage → Balanced"


def test_who_answered_is_set_against_who_did_not(page, qtbot):
    qtbot.mouseClick(find(page, "tool_answered"), Qt.MouseButton.LeftButton)

    by_size = {bar.label: bar.number for bar in find(page, "answered_by_size").bars}
    assert by_size["Small firm (10–49)"] == "10 of 15"
    assert "25 of 37" in find(page, "answeredSummary").text()
    qtbot.mouseClick(find(page, "answeredToolClose"), Qt.MouseButton.LeftButton)
    assert find(page, "needTitle").isVisible()


def test_the_bar_beside_a_rank_is_its_interval_among_all_ranked(page):
    for row in page.ranking.rows.shown:
        low, high, last = row.rank_range
        assert low <= row.rank <= high <= last
        assert row.interval == f"{low}–{high}"
        assert last == 14


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

    assert fact.sentence == "14 skills ranked; 13 out of balance"


def test_what_too_few_spoke_about_is_not_called_firm(page):
    thin = [
        details_of(item, page.presenter)
        for item in page.session.state.results.skills
        if item.imbalance.verdict is Verdict.NOT_ENOUGH_EVIDENCE and not item.imbalance.sensitive
    ]

    assert thin
    assert not any("no single answer" in sentence for details in thin for sentence in details.firmness)


def test_the_strip_leads_with_the_figures_and_says_what_is_not_known(page):
    welding = details_of(page.presenter.item(page.ranking.rows.shown[0].uri), page.presenter)
    alone = next(item for item in page.session.state.results.skills if item.quantities.users == 1)
    strip = {fact.label: fact.value for fact in details_of(alone, page.presenter).strip}

    assert [(fact.value, fact.label) for fact in welding.strip] == [
        ("8", "firms need it"),
        ("19", "people short today"),
        ("28", "in 12 months"),
        ("10", "places a year"),
    ]
    assert strip["firm needs it"] == "1"
    assert strip["places a year"] == "–"


def test_a_name_at_the_edge_of_the_map_moves_inside_rather_than_being_left_out():
    room = QRectF(0, 0, 300, 100)

    spots = spots_beside(QPointF(285, 20), 18, 90, 14, room)

    assert spots
    assert all(room.contains(spot) for spot in spots)
    assert QRectF(210, 38, 90, 14) in spots
