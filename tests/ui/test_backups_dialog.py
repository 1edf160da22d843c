"""Backups in the window: listed with what differs, restored to a new file by one click, and opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from fastmap.assessment import Assessment
from fastmap.changes import MergePartners, RecordEdit, RemoveMembers
from tests.support.ui import cut_texts, find

JOB_MS = 20_000
"""So long a job may take on a busy computer."""


@pytest.fixture
def backed_up(with_sample):
    """The sample, backed up, with three members removed since; their number before."""
    session = with_sample.session
    members = session.state.snapshot.members
    session.assessment.backup_now()
    session.apply(RemoveMembers(codes=tuple(member.code for member in members[:3])))
    return len(members)


@pytest.fixture
def dialog(backed_up, with_sample, qtbot):
    with_sample.menus["backups"].trigger()
    dialog = find(with_sample, "backupsDialog")
    qtbot.waitUntil(lambda: bool(rows(dialog)), timeout=JOB_MS)
    yield dialog
    dialog.close()


def rows(dialog):
    return find(dialog, "backupTable").rows.shown


def click(dialog, name, qtbot):
    qtbot.mouseClick(find(dialog, name), Qt.MouseButton.LeftButton)


def test_the_list_says_what_differs_and_what_was_changed_last(dialog):
    newest = rows(dialog)[0]

    assert newest.differs.startswith("1 change ago · 3 members more")
    assert newest.last
    told = find(dialog, "backupChosen").text()
    assert told.startswith(newest.differs)
    assert newest.last in told


def test_one_click_restores_to_a_new_file_which_is_then_opened(dialog, backed_up, with_sample, qtbot):
    present = with_sample.session.state.path

    click(dialog, "backupRestore", qtbot)
    qtbot.waitUntil(find(dialog, "backupOpen").isVisible, timeout=JOB_MS)

    (restored,) = set(present.parent.glob("*.fastmap")) - {present}
    assert restored.name in find(dialog, "backupOutcome").text()
    assert len(with_sample.session.state.snapshot.members) == backed_up - 3
    click(dialog, "backupOpen", qtbot)
    assert with_sample.session.state.path == restored
    assert len(with_sample.session.state.snapshot.members) == backed_up


def test_a_place_that_takes_no_file_is_told_and_another_one_is_asked_for(
    dialog, with_sample, tmp_path, qtbot, monkeypatch
):
    target = tmp_path / "elsewhere" / "x.fastmap"
    monkeypatch.setattr("ui.frame.asking.place_to_save", lambda *_: target)

    click(dialog, "backupPlace", qtbot)
    qtbot.waitUntil(lambda: "there is no folder" in find(dialog, "backupOutcome").text(), timeout=JOB_MS)
    target.parent.mkdir()
    click(dialog, "backupPlace", qtbot)
    qtbot.waitUntil(find(dialog, "backupOpen").isVisible, timeout=JOB_MS)

    with Assessment.open(target, read_only=True) as restored:
        assert restored.snapshot().members


def test_a_damaged_backup_is_listed_and_cannot_be_restored(backed_up, with_sample, qtbot):
    backup = with_sample.session.assessment.backup_now()
    backup.write_bytes(backup.read_bytes()[:9000])
    with_sample.files.show_backups()
    dialog = find(with_sample, "backupsDialog")
    qtbot.waitUntil(lambda: bool(rows(dialog)), timeout=JOB_MS)

    assert rows(dialog)[0].differs == "Cannot be read"
    assert "is damaged" in find(dialog, "backupChosen").text()
    assert not find(dialog, "backupRestore").isEnabled()
    dialog.close()


def test_without_an_open_file_all_backups_of_the_computer_are_there(backed_up, with_sample, qtbot):
    with_sample.session.close()
    assert with_sample.menus["backups"].isEnabled()
    with_sample.menus["backups"].trigger()
    dialog = find(with_sample, "backupsDialog")
    qtbot.waitUntil(lambda: bool(rows(dialog)), timeout=JOB_MS)

    assert any(f"{backed_up} members" in row.differs for row in rows(dialog))
    assert all(row.cluster for row in rows(dialog) if row.line.problem is None)
    dialog.close()


def test_a_failed_backup_is_told_below_the_page_and_the_work_goes_on(with_sample, qtbot, monkeypatch):
    with_sample.session.apply(RecordEdit(n=1))
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 1000}))
    partners = with_sample.session.state.snapshot.partners

    assert with_sample.session.apply(MergePartners(kept=partners[0].id, gone=partners[1].id))

    qtbot.waitUntil(with_sample.message_bar.isVisible, timeout=JOB_MS)
    assert len(with_sample.session.state.snapshot.partners) == len(partners) - 1


def test_the_heading_names_every_occasion_on_which_a_backup_is_made(backed_up, with_sample, qtbot):
    with_sample.files.show_backups()
    dialog = find(with_sample, "backupsDialog")
    qtbot.waitUntil(lambda: bool(rows(dialog)), timeout=JOB_MS)
    words = [label.text() for label in dialog.findChildren(QLabel)]

    for occasion in ("at opening", "every import and merge", "an older file is brought up to date"):
        assert any(occasion in text for text in words), occasion
    dialog.close()


def test_nothing_is_cut_in_a_long_language(backed_up, with_sample, long_language, qtbot):
    with_sample.files.show_backups()
    dialog = find(with_sample, "backupsDialog")
    qtbot.waitUntil(lambda: bool(rows(dialog)), timeout=JOB_MS)

    assert cut_texts(dialog) == []
    dialog.close()


def test_a_backup_is_made_from_the_menu_once_for_a_state(with_sample, qtbot):
    session, told = with_sample.session, []
    session.apply(RecordEdit(n=1))
    before = session.assessment.backups()[-1].number

    for _ in range(2):
        with_sample.menus["back_up"].trigger()
        qtbot.waitUntil(lambda: not session.pool.is_busy, timeout=JOB_MS)
        told.append(with_sample.message_bar.sentence.text())
        assert session.assessment.backups()[-1].number == before + 1

    assert "is backed up as it is now" in told[0]
    assert "No other backup was made" in told[1]
