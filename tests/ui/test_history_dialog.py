"""The history in the window: found by a key, filtered, values put back, and everything as it was at a moment."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from fastmap.changes import RemoveMembers, SaveMembers, SaveWorkshop
from fastmap.model.organisations import Contact
from fastmap.model.workshop import Workshop
from fastmap.store.tables import TABLES
from tests.support.ui import cut_texts, find
from ui.frame.history import PAGE_OF, WITHOUT_PAGE


@pytest.fixture
def member(with_sample):
    """The first member of the sample, as it was before two changes of it; another one removed and that undone."""
    session = with_sample.session
    first, second, *_ = session.state.snapshot.members
    session.apply(SaveMembers(members=(replace(first, headcount=84, name="Forja Nueva"),)))
    session.apply(SaveMembers(members=(replace(first, headcount=91, name="Forja Nueva"),)))
    session.apply(RemoveMembers(codes=(second.code,)))
    session.undo()
    return first


@pytest.fixture
def dialog(member, with_sample, qtbot):
    with_sample.menus["history"].trigger()
    dialog = find(with_sample, "historyDialog")
    qtbot.waitUntil(dialog.isVisible)
    yield dialog
    dialog.close()


def shown(dialog):
    return [(row.what, row.about, row.state) for row in find(dialog, "historyTable").rows.shown]


def choose(dialog, place):
    table = find(dialog, "historyTable")
    table.choose(table.rows.shown[place].key)


def click(dialog, name, qtbot):
    button = find(dialog, name)
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def first_member(window):
    return window.session.state.snapshot.members[0]


def test_the_history_opens_by_its_key(with_sample, qtbot):
    with_sample.activateWindow()
    qtbot.waitUntil(with_sample.isActiveWindow)

    qtbot.keyClick(with_sample, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)

    find(with_sample, "historyDialog").close()


def test_the_newest_change_is_first_and_what_was_taken_back_says_so(dialog, with_sample):
    second = with_sample.session.state.snapshot.members[1]

    assert shown(dialog)[:3] == [
        ("Remove 1 member", second.name, "taken back"),
        ("Save 1 member", "Forja Nueva · Employees", ""),
        ("Save 1 member", "Forja Nueva · Name, Employees", ""),
    ]
    assert not find(dialog, "historyTakeBack").isEnabled(), "redo makes it again"


def test_one_value_is_put_back_and_listed_as_a_change(dialog, member, with_sample, qtbot):
    choose(dialog, 2)
    values = find(dialog, "historyValues")
    places = {value.field: place for place, value in enumerate(values.rows.shown)}
    assert values.rows.shown[places["Employees"]].now == "91"

    values.selectRow(places["Employees"])
    click(dialog, "historyPutBack", qtbot)

    assert (first_member(with_sample).headcount, first_member(with_sample).name) == (member.headcount, "Forja Nueva")
    assert shown(dialog)[0][0] == "Put 1 earlier value back"
    assert "Put back" in find(dialog, "historyOutcome").text()
    with_sample.session.undo()
    assert first_member(with_sample).headcount == 91


def test_going_back_keeps_what_came_after_for_one_undo(dialog, with_sample, qtbot):
    choose(dialog, 2)
    click(dialog, "historyGoBack", qtbot)
    assert first_member(with_sample).headcount == 84

    with_sample.session.undo()

    assert first_member(with_sample).headcount == 91


def test_a_whole_change_is_taken_back(dialog, member, with_sample, qtbot):
    choose(dialog, 1)
    click(dialog, "historyTakeBack", qtbot)

    assert first_member(with_sample).headcount == 84
    assert first_member(with_sample).name == "Forja Nueva"


def test_why_something_cannot_be_put_back_is_said_in_the_dialog(dialog, member, with_sample, qtbot):
    with_sample.session.apply(RemoveMembers(codes=(member.code,)))
    choose(dialog, 1)
    find(dialog, "historyValues").selectRow(0)

    click(dialog, "historyPutBack", qtbot)

    assert "is not in the file any more" in find(dialog, "historyOutcome").text()


def test_the_button_that_empties_the_search_lies_inside_its_field(dialog, qtbot):
    field = find(dialog, "historySearch")
    field.setText("forja")
    (button,) = field.findChildren(QToolButton)
    qtbot.waitUntil(button.isVisible)

    assert field.rect().contains(button.geometry())
    assert abs(button.geometry().center().y() - field.rect().center().y()) <= 2


def test_a_value_is_found_though_no_line_shows_it_and_a_contact_person_is_not(dialog, member, with_sample):
    find(dialog, "historySearch").setText("91")
    assert shown(dialog) == [("Save 1 member", "Forja Nueva · Employees", "")]
    session = with_sample.session
    session.apply(SaveMembers(members=(replace(member, activity="Zinc whiskers"),)))
    session.apply(SaveMembers(contacts=(Contact(member=member.code, name="Zoraida Quintanilla"),)))

    find(dialog, "historySearch").setText("zinc WHISKERS")
    assert len(shown(dialog)) == 1
    find(dialog, "historySearch").setText("Zoraida")
    assert shown(dialog) == []


def test_words_and_member_and_kind_filter(dialog, member, qtbot):
    everything = len(shown(dialog))

    find(dialog, "historySearch").setText("forja NUEVA")
    assert [row[1] for row in shown(dialog)][:2] == ["Forja Nueva · Employees", "Forja Nueva · Name, Employees"]
    assert all("Forja Nueva" in row[1] for row in shown(dialog))
    find(dialog, "historySearch").clear()
    for name, value in (("historyMember", member.code), ("historyKind", "members")):
        box = find(dialog, name)
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
        assert 2 <= len(shown(dialog)) < everything
    find(dialog, "historySearch").setText("nothing is like this")
    assert shown(dialog) == []
    assert find(dialog, "historyChosen").fact == "No change fits."
    assert not find(dialog, "historyTakeBack").isEnabled()


def test_every_kind_of_thing_stands_on_a_page_or_knowingly_on_none():
    assert PAGE_OF.keys().isdisjoint(WITHOUT_PAGE)
    assert {table.kind for table in TABLES.values()} == PAGE_OF.keys() | WITHOUT_PAGE


def test_a_workshop_is_told_and_filtered_by_and_shown_in_its_own_window(with_sample, qtbot):
    with_sample.session.apply(SaveWorkshop(workshop=Workshop(id="W001", held_on=date(2026, 3, 2))))
    with_sample.menus["history"].trigger()
    dialog = find(with_sample, "historyDialog")
    qtbot.waitUntil(dialog.isVisible)

    kinds = find(dialog, "historyKind")
    assert "Workshops" in [kinds.itemText(place) for place in range(kinds.count())]
    assert shown(dialog)[0] == ("Change a workshop", "2 Mar 2026 · Day, Place, People in the room …", "")
    choose(dialog, 0)
    click(dialog, "historyShow", qtbot)
    meeting = find(with_sample, "meetingDialog")
    qtbot.waitUntil(meeting.isVisible)
    meeting.close()


def test_the_place_of_a_change_is_shown_and_its_row_has_the_keyboard(dialog, member, with_sample, qtbot):
    choose(dialog, 1)
    click(dialog, "historyShow", qtbot)

    assert with_sample.workspace.page.key == "members"
    assert find(with_sample, "memberTable").chosen_row == member.code


def test_contact_persons_stay_unseen(with_sample, member, qtbot):
    secret = Contact(member=member.code, name="Ane Secret", email="ane@uno.example")
    with_sample.session.apply(SaveMembers(contacts=(secret,)))
    with_sample.files.show_history()
    dialog = find(with_sample, "historyDialog")

    told = " ".join(
        column.text(row)
        for table in (find(dialog, "historyTable"), find(dialog, "historyValues"))
        for row in table.rows.shown
        for column in table.rows.columns
    )

    assert "Contact person" in told
    assert "Secret" not in told
    assert "ane@" not in told
    dialog.close()


def test_nothing_is_cut_in_a_long_language(with_sample, member, long_language, qtbot):
    with_sample.files.show_history()
    dialog = find(with_sample, "historyDialog")
    qtbot.waitUntil(dialog.isVisible)

    assert cut_texts(dialog) == []
    dialog.close()
