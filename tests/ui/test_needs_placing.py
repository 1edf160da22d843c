"""Placing texts: the list of what firms wrote, and a skill for each – by real clicks and keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fastmap.changes import ImportResponses, SaveMembers
from fastmap.model.choices import MappingHow
from fastmap.model.messages import Message
from fastmap.model.organisations import Member
from fastmap.model.responses import Need
from tests.support import needs_fixtures
from tests.support.needs_page import (
    ENTER,
    decided,
    press,
    response_of,
    shown,
    skills_of,
    snapshot_of,
    type_into,
    wait_for_proposals,
)
from tests.support.ui import HOSTILE
from ui.pages.needs import TEXTS
from ui.pages.needs_overview import overview
from ui.pages.needs_rows import need_rows

steps = needs_fixtures.steps
page = needs_fixtures.page
empty_page = needs_fixtures.empty_page
desk = needs_fixtures.desk
bare = needs_fixtures.bare


def choose(page, words):
    """Put the keyboard on the cluster that the list calls so."""
    cluster = next(c for c in page.placing.table.rows.shown if page.placing.skill_words(c) == words)
    page.placing.table.choose(cluster.key)
    return cluster


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
