"""The table of needs: what it shows, what is typed into it, what is found in it – by real clicks and keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from fastmap.changes import ImportResponses, SaveMembers
from fastmap.model.choices import Channel, MemberStatus
from fastmap.model.messages import Message
from fastmap.model.organisations import Member
from fastmap.model.responses import Need
from tests.support import needs_fixtures
from tests.support.needs_page import ENTER, response_of, shown, snapshot_of, type_into
from tests.support.ui import HOSTILE, find
from ui.pages.needs import NEEDS, TEXTS
from ui.pages.needs_fact import need_fact
from ui.pages.needs_overview import overview
from ui.pages.needs_typed import figure
from ui.pages.page import StepState
from ui.widgets.completion import CompletionField

steps = needs_fixtures.steps
page = needs_fixtures.page
empty_page = needs_fixtures.empty_page


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


def test_what_came_in_is_not_shown_turned_round(empty_page):
    session = empty_page.session
    session.apply(SaveMembers(members=(Member(code="M001", name="Forja"),)))
    raw = {"need_1_skill": "Weld\u202eing\x07", "need_1_job": "welder\u2067"}
    session.apply(ImportResponses(responses=(response_of("M001", (Need(row=1, skill_text="Welding"),), raw=raw),)))

    empty_page.list.open_detail(shown(empty_page)[0].key)

    detail = empty_page.list.detail
    words = [label.text() for label in detail.findChildren(type(detail.source))]
    assert {"Welding", "welder"} <= set(words)
    assert not [text for text in words if {"\u202e", "\u2067", "\x07"} & set(text)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("", (None, True)), ("5", (5, True)), ("ca. 5", (5, True)), ("0", (0, True)), ("3-4", (None, False)), ("-1", (None, False)), ("many", (None, False)), ("99999", (None, False))],
)  # fmt: skip
def test_a_figure_is_taken_only_where_it_is_clear(typed, expected):
    assert figure("now", typed) == expected
