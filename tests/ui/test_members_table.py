"""The table of members: typing, choosing, removing – each as one change that can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from fastmap.model.choices import MemberStatus
from tests.support import members_fixtures
from tests.support.builders import make_member, make_response, make_snapshot
from tests.support.members_page import changes_made, click, members
from tests.support.ui import find
from ui.pages import members_asking
from ui.pages.members_presenter import member_fact
from ui.pages.page import StepState
from ui.widgets.fields import ComboBox

steps = members_fixtures.steps
few_regions = members_fixtures.few_regions
empty = members_fixtures.empty
page = members_fixtures.page


def test_names_are_typed_one_after_the_other_into_an_empty_list(empty, qtbot):
    click(qtbot, empty, "memberEmptyAdd")
    for name in ("Talleres Uno", "Taller Dos"):
        qtbot.waitUntil(lambda: empty.table.state() == empty.table.State.EditingState)
        editor = find(empty.table, "edit_name", QLineEdit)
        qtbot.keyClicks(editor, name)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda name=name: name in [member.name for member in members(empty).values()])
        empty._begin_adding()

    assert [(member.code, member.name) for member in members(empty).values()] == [
        ("M001", "Talleres Uno"),
        ("M002", "Taller Dos"),
    ]
    assert changes_made(empty) == 2


def test_name_that_is_in_the_list_already_is_shown_instead_of_added(page, qtbot):
    known = next(iter(members(page).values()))
    with qtbot.waitSignal(page.say):
        page._add(known.name.upper())

    assert len(members(page)) == 40
    assert page.table.chosen_row == known.code


@pytest.mark.parametrize(
    ("column", "typed", "field", "value"),
    [
        ("name", "Otro nombre", "name", "Otro nombre"),
        ("headcount", "1 200", "headcount", 1200),
        ("activity", "C25", "activity", "C25"),
        ("nuts", "es213", "nuts", "ES213"),
    ],
)
def test_cell_is_edited_in_place_and_undone(page, qtbot, column, typed, field, value):
    before = members(page)["M001"]
    page.table.setFocus()
    page.table.edit_cell("M001", column)
    editor = find(page.table, f"edit_{column}", QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, typed)
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: getattr(members(page)["M001"], field) == value)
    page.session.undo()
    assert members(page)["M001"] == before


def test_status_is_chosen_from_words(page, qtbot):
    page.table.edit_cell("M001", "status")
    box = find(page.table, "edit_status", ComboBox)
    assert box.currentText() == "Answered"
    box.setCurrentIndex(box.findText("Reminded"))
    box.activated.emit(box.currentIndex())

    qtbot.waitUntil(lambda: members(page)["M001"].status is MemberStatus.REMINDED)


def test_kind_can_be_made_unknown(page):
    page.presenter.edit_cell("M001", "kind", None)

    assert members(page)["M001"].kind is None


def test_place_is_found_by_name(page):
    assert [one.value for one in page.presenter.find_regions("bizk")] == ["ES213"]


@pytest.mark.parametrize(
    ("column", "text"), [("headcount", "3-4"), ("nuts", "nowhere"), ("status", "blue"), ("name", "")]
)
def test_what_is_not_understood_changes_nothing_and_is_told(page, qtbot, column, text):
    before = members(page)
    with qtbot.waitSignal(page.say) as told:
        page._edit_cell("M001", column, text)

    assert told.args[0] == "warn"
    assert members(page) == before


def test_cells_are_emptied_together_names_and_statuses_stay(page):
    before = members(page)["M001"]
    count = changes_made(page)
    page.table.cells_cleared.emit([("M001", "headcount"), ("M001", "name"), ("M001", "status"), ("M002", "activity")])

    now = members(page)
    assert (now["M001"].headcount, now["M001"].name, now["M001"].status) == (None, before.name, before.status)
    assert now["M002"].activity is None
    assert changes_made(page) == count + 1


def test_members_with_answers_are_removed_only_after_a_question(page, monkeypatch):
    asked = []
    monkeypatch.setattr(members_asking, "may_remove", lambda _, *words: asked.append(words))
    page.table.delete_wanted.emit(["M001", "M040"])
    assert [words[0] for words in asked] == ["Remove 2 members with their answers?"]
    assert len(members(page)) == 40

    monkeypatch.setattr(members_asking, "may_remove", lambda *_: True)
    before = page.session.assessment.content_hash()
    page.table.delete_wanted.emit(["M001", "M040"])
    assert len(members(page)) == 38
    page.session.undo()

    assert page.session.assessment.content_hash() == before


def test_members_without_answers_are_removed_by_the_keyboard_at_once(page, qtbot, monkeypatch):
    monkeypatch.setattr(members_asking, "may_remove", lambda *_: pytest.fail("asked"))
    page.table.setFocus()
    page.table.choose("M040", "name")
    qtbot.keyClick(page.table, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)

    assert "M040" not in members(page)


def test_showing_a_state_emits_no_intention(page):
    count = changes_made(page)
    page._open_panel("M001")
    for _ in range(2):
        page.refresh(page.session.state)

    assert changes_made(page) == count


def test_fact_tells_from_nobody_listed_to_everybody_answered():
    asked = {"status": MemberStatus.ASKED}
    facts = [
        member_fact(make_snapshot(members=listed, responses=answers), None)
        for listed, answers in (
            ((), ()),
            ((make_member(1, status=MemberStatus.NOT_ASKED),), ()),
            ((make_member(1, **asked), make_member(2, **asked)), (make_response(1),)),
            ((make_member(1, **asked),), (make_response(1),)),
        )
    ]

    assert [fact.state for fact in facts] == [
        StepState.NOT_STARTED,
        StepState.BEGUN,
        StepState.BEGUN,
        StepState.COMPLETE,
    ]
    assert facts[2].sentence.startswith("1 of 2")
    assert facts[2].share_0_1 == 0.5
