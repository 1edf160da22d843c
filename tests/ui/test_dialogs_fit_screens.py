"""Dialogs on a laptop of 1366 × 768 pixels with letters at 125 %: nothing of them lies outside the screen."""

import pytest
from PySide6.QtCore import QSize, Qt

from fastmap.changes import SaveMembers
from fastmap.model.organisations import Contact
from tests.support.ui import find
from ui.theme.theme import current
from ui.widgets import dialog_room

LAPTOP = QSize(1366, 768 - 40 - 36)
"""Without the system's bar and the dialog's own title bar."""


@pytest.fixture
def large(with_sample, monkeypatch):
    monkeypatch.setattr(dialog_room, "room_for", lambda _: LAPTOP)
    current().set_zoom(1.25)
    yield with_sample
    current().set_zoom(1.0)


def with_consents_due(window):
    contacts = tuple(Contact(member=f"M{n:03}", name=f"Person {n}") for n in range(1, 31))
    window.session.apply(SaveMembers(contacts=contacts))
    return window


def assert_fits(dialog, qtbot, *last_buttons):
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.width() <= LAPTOP.width(), dialog.size()
    assert dialog.height() <= LAPTOP.height(), dialog.size()
    for name in last_buttons:
        button = find(dialog, name)
        assert dialog.rect().contains(button.rect().translated(button.mapTo(dialog, button.rect().topLeft()))), name


def test_the_history_keeps_its_row_of_buttons_on_a_small_screen(large, qtbot):
    with_consents_due(large)
    large.menus["history"].trigger()
    dialog = find(large, "historyDialog")
    assert_fits(dialog, qtbot, "historyClose", "historyPutBack", "historyShow")
    dialog.reject()


@pytest.mark.parametrize("due", [False, True])
def test_personal_data_can_be_closed_on_a_small_screen(large, qtbot, due):
    if due:
        with_consents_due(large)
    large.menus["personal"].trigger()
    dialog = find(large, "personalDialog")
    assert_fits(dialog, qtbot, "personalClose")
    dialog.reject()


def test_erasing_shows_its_buttons_on_a_small_screen(large, qtbot):
    large.menus["personal"].trigger()
    dialog = find(large, "personalDialog")
    dialog.choose("M001")
    qtbot.mouseClick(find(dialog, "eraseMember"), Qt.MouseButton.LeftButton)
    asked = find(dialog, "eraseDialog")
    assert_fits(asked, qtbot, "eraseClose", "eraseNow")
    asked.reject()
    dialog.reject()


def test_backups_show_their_buttons_on_a_small_screen(large, qtbot):
    large.menus["backups"].trigger()
    dialog = find(large, "backupsDialog")
    assert_fits(dialog, qtbot, "backupsClose", "backupRestore")
    dialog.reject()
    qtbot.waitUntil(lambda: not large.session.pool.is_busy, timeout=60_000)
