"""Forms being read: cancelled, closed, edited meanwhile, broken."""

import threading
from dataclasses import replace

from PySide6.QtCore import Qt

from fastmap.assessment import Assessment
from fastmap.changes import SaveMembers, SetTextsAside
from fastmap.intake import forms
from fastmap.model.choices import MemberStatus
from fastmap.model.skills import SetAside
from tests.support import needs_fixtures
from tests.support.needs_page import (
    snapshot_of,
)
from tests.support.returned_forms import FULL, write_filled

steps = needs_fixtures.steps
page = needs_fixtures.page
bare = needs_fixtures.bare
returned = needs_fixtures.returned


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
