"""Personal data in the window: consents, the printed record, erasing, and copies to pass on."""

import threading
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from fastmap import places
from fastmap.assessment import Assessment
from fastmap.changes import EditInfo, ImportResponses, SaveActions, SaveMembers
from fastmap.errors import FastmapError
from fastmap.model.erasure import Erasure, ErasureBasis, ErasureKind
from fastmap.model.organisations import Contact
from fastmap.model.responses import Attachment
from fastmap.store import erasing_file
from fastmap.store.erasing_elsewhere import Cleaned
from fastmap.tasks.pseudonymising import RECOGNISABLE
from tests.support import members_fixtures
from tests.support.pdf_text import text_of
from tests.support.ui import empty_assessment, find
from ui.frame import asking
from ui.pages import members_asking
from ui.plain_text import breakable, isolated
from ui.session import SaveState

NAME, EMAIL = "Zoraida Quintanilla", "zoraida@quint.example"
PASSWORD = "correct horse battery"


steps = members_fixtures.steps


@pytest.fixture(autouse=True)
def no_regions(monkeypatch):
    monkeypatch.setattr("fastmap.tasks.regions.load_regions", tuple)


@pytest.fixture
def page(with_sample, qtbot):
    with_sample.activateWindow()
    shown = with_sample.workspace.show_page("members")
    yesterday = datetime.now().astimezone().date() - timedelta(1)
    contact = Contact(member="M001", name=NAME, email=EMAIL, consent_basis="form", consent_expires=yesterday)
    shown.session.apply(SaveMembers(contacts=(contact, Contact(member="M002", name="Uwe Falk"))))
    return shown


@pytest.fixture
def dialog(page, with_sample):
    with_sample.menus["personal"].trigger()
    return find(page, "personalDialog")


def click(qtbot, parent, name):
    qtbot.mouseClick(find(parent, name), Qt.MouseButton.LeftButton)


def answer(monkeypatch, path):
    monkeypatch.setattr(members_asking, "place_for", lambda *_: path)


def test_consents_that_are_due_are_counted_and_listed(dialog):
    assert find(dialog, "personalDue").text() == "2 consents due"
    assert [one.contact for one in find(dialog, "consentTable").rows.shown] == [NAME, "Uwe Falk"]


def test_answers_to_be_deleted_are_told_beside_the_consents(with_sample):
    session = with_sample.session
    answers = len(session.state.snapshot.responses)
    session.apply(EditInfo(info=replace(session.state.snapshot.info, round_start=None, round_end=date(2020, 5, 31))))

    with_sample.menus["personal"].trigger()
    dialog = find(with_sample, "personalDialog")
    try:
        assert find(dialog, "personalForms").isVisible()
        assert f"{answers} answers in" in find(dialog, "personalForms").text()
        assert find(dialog, "personalDue").text() == "No consent is due."
    finally:
        dialog.reject()


def test_nothing_is_offered_about_nobody(with_sample, qtbot):
    with_sample.menus["personal"].trigger()
    dialog = find(with_sample, "personalDialog")
    try:
        assert find(dialog, "personalMember").currentIndex() == -1, "no consent is due, so nobody is chosen"
        offers = ("personalRecord", "eraseContact", "eraseMember")
        assert [find(dialog, name).isEnabled() for name in offers] == [False] * 3
        assert find(dialog, "eraseWords").isEnabled()

        qtbot.keyClick(find(dialog, "personalMember"), Qt.Key.Key_Down)
        assert [find(dialog, name).isEnabled() for name in offers] == [True, False, True]
        click(qtbot, dialog, "eraseMember")
        asked = find(dialog, "eraseDialog")
        assert with_sample.session.state.snapshot.members[0].name in asked._title.text()
        asked.reject()
    finally:
        dialog.reject()


def test_a_contact_person_is_erased_only_where_one_is_recorded(dialog, qtbot):
    member = find(dialog, "personalMember")
    assert find(dialog, "eraseContact").isEnabled()

    member.choose("M002")
    qtbot.keyClick(member, Qt.Key.Key_Down)

    assert member.currentData() == "M003"
    assert not find(dialog, "eraseContact").isEnabled()
    assert "No contact person" in find(dialog, "eraseContact").toolTip()


def test_due_consents_are_saved_as_a_table(dialog, qtbot, monkeypatch, tmp_path):
    answer(monkeypatch, tmp_path / "due.csv")

    click(qtbot, dialog, "consentsSave")

    assert NAME in (tmp_path / "due.csv").read_text("utf-8-sig")


def test_what_is_kept_about_a_member_is_printed(dialog, qtbot, monkeypatch, tmp_path):
    answer(monkeypatch, tmp_path / "kept.pdf")

    click(qtbot, dialog, "personalRecord")

    text = text_of(tmp_path / "kept.pdf")
    assert NAME in text
    assert "Uwe Falk" not in text


def test_a_red_button_that_cannot_be_pressed_says_why(page, dialog, qtbot):
    reason = find(dialog, "personalReason")
    assert not reason.isVisible(), "somebody is chosen who has a contact person"
    find(dialog, "personalMember").choose("M003")
    dialog._fit_buttons()
    assert reason.text() == "No contact person is recorded for this member."
    dialog.choose("M001")

    click(qtbot, dialog, "eraseContact")
    asked = find(dialog, "eraseDialog")
    assert find(asked, "eraseReason").text() == "Tick first that you know it cannot be undone."
    click(qtbot, asked, "eraseSure")
    assert find(asked, "eraseReason").text() == ""
    asked.reject()
    click(qtbot, dialog, "eraseWords")
    asked = [one for one in dialog.findChildren(type(asked)) if one.isVisible()][-1]
    assert find(asked, "eraseReason").text() == "Look first what would go."
    asked.reject()


def test_nobody_is_chosen_so_the_red_buttons_ask_for_a_member(with_sample, qtbot):
    with_sample.menus["personal"].trigger()
    dialog = find(with_sample, "personalDialog")

    assert find(dialog, "personalReason").text() == "Choose a member first."
    dialog.reject()


def test_every_file_that_may_still_hold_the_name_is_listed(page, dialog, qtbot, monkeypatch, tmp_path):
    told = []
    page.say.connect(lambda *words: told.append(words))
    left = tuple(tmp_path / f"notes-{number}.txt" for number in range(3))
    unread = (tmp_path / "backup.fastmap",)
    done = Cleaned(1, 0, left, unread, words=(NAME,))
    monkeypatch.setattr("fastmap.tasks.erasing.carry_out_elsewhere", lambda *_: done)
    click(qtbot, dialog, "eraseContact")
    asked = find(dialog, "eraseDialog")
    click(qtbot, asked, "eraseSure")
    click(qtbot, asked, "eraseNow")
    qtbot.waitUntil(find(asked, "eraseClose").isEnabled, timeout=60_000)

    lines = [label.text() for label in asked.findChildren(QLabel)]
    for path in (*left, *unread):
        assert isolated(breakable(str(path))) in lines
    click(qtbot, asked, "eraseClose")
    assert told[-1] == ("warn", "Erased, but 4 files may still hold the name.")


def test_after_an_erasure_that_did_not_end_nothing_in_sight_names_the_person(
    page, dialog, with_sample, qtbot, monkeypatch
):
    session = page.session
    monkeypatch.setattr(erasing_file, "clean", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "full")))
    name = session.state.snapshot.members[0].name
    touched, erased = [], []
    session.touched.connect(touched.append)
    session.erased.connect(erased.append)

    click(qtbot, dialog, "eraseMember")
    asked = find(dialog, "eraseDialog")
    click(qtbot, asked, "eraseSure")
    click(qtbot, asked, "eraseNow")
    qtbot.waitUntil(lambda: not session.pool.is_busy and page.personal.dialog is None, timeout=60_000)

    assert all(one.code != "M001" for one in session.state.snapshot.members)
    assert "members" in touched[0].kinds
    assert name in erased[0].words
    shown = [label.text() for label in with_sample.findChildren(QLabel) if label.isVisible()]
    assert not [words for words in shown if name in words]
    assert all(row.member.name != name for row in find(page, "memberTable").rows.shown)
    assert "not yet from everything else on this computer" in with_sample.message_bar.sentence.text()
    assert not find(with_sample, "messageBarAction").isVisible(), "a copy would only spread what is to go"


def test_an_erasure_for_which_there_is_no_room_offers_no_copy(page, dialog, with_sample, qtbot, monkeypatch):
    def full(*_):
        raise FastmapError("disk_full", name="Sample.fastmap", folder="/data")

    monkeypatch.setattr("fastmap.tasks.erasing.carry_out_elsewhere", full)
    click(qtbot, dialog, "eraseContact")
    asked = find(dialog, "eraseDialog")
    click(qtbot, asked, "eraseSure")
    click(qtbot, asked, "eraseNow")
    qtbot.waitUntil(lambda: page.personal.dialog is None, timeout=60_000)

    assert page.session.save_state is SaveState.SAVED
    assert with_sample.message_bar.isVisible()
    assert not find(with_sample, "messageBarAction").isVisible()
    assert "last change" not in with_sample.message_bar.sentence.text()


def test_an_erasure_that_would_lose_what_is_not_saved_says_what_to_do_first(page, dialog, qtbot, monkeypatch):
    def full(*_):
        raise FastmapError("disk_full", name="Sample.fastmap", folder="/data")

    click(qtbot, dialog, "eraseContact")
    asked = find(dialog, "eraseDialog")
    click(qtbot, asked, "eraseSure")
    with monkeypatch.context() as patch:
        patch.setattr(Assessment, "apply", full)
        page.session.apply(SaveMembers(contacts=(Contact(member="M003", name="Not saved"),)))
        click(qtbot, asked, "eraseNow")

    assert "1 change could not be saved so far" in find(asked, "eraseReason").text()
    assert find(asked, "eraseNow").text() == "Erase for good"
    assert len(page.session.held) == 1
    click(qtbot, asked, "eraseNow")
    qtbot.waitUntil(lambda: not page.session.pool.is_busy, timeout=60_000)
    assert {one.name for one in page.session.assessment.contacts()} == {"Uwe Falk", "Not saved"}


def test_erasing_asks_with_lists_and_only_goes_on_when_somebody_is_sure(page, dialog, qtbot):
    click(qtbot, dialog, "eraseContact")
    asked = find(dialog, "eraseDialog")
    assert NAME in asked._title.text()
    assert not find(asked, "eraseNow").isEnabled()

    click(qtbot, asked, "eraseSure")
    assert find(asked, "eraseNow").isEnabled()
    find(asked, "eraseBasis").choose(ErasureBasis.WITHDRAWN)
    click(qtbot, asked, "eraseNow")
    qtbot.waitUntil(lambda: not page.session.pool.is_busy, timeout=60_000)

    session = page.session
    assert [one.name for one in session.assessment.contacts()] == ["Uwe Falk"]
    (kept,) = session.assessment.erasures()
    assert (kept.kind, kept.basis) == (ErasureKind.CONTACT, ErasureBasis.WITHDRAWN)
    session.undo()
    assert [one.name for one in session.assessment.contacts()] != [NAME]


def test_texts_with_the_bare_surname_are_shown_before_the_dialog_closes(page, dialog, qtbot):
    action = page.session.state.snapshot.actions[0]
    page.session.apply(SaveActions(actions=(replace(action, note="Ask QUINTANILLA about <b>ovens</b>"),)))
    told = []
    page.say.connect(lambda *words: told.append(words))
    click(qtbot, dialog, "eraseContact")
    asked = find(dialog, "eraseDialog")
    click(qtbot, asked, "eraseSure")
    click(qtbot, asked, "eraseNow")

    qtbot.waitUntil(find(asked, "eraseClose").isEnabled, timeout=60_000)

    lines = [label.text() for label in asked.findChildren(QLabel)]
    assert f"Action ({action.title}): “Ask QUINTANILLA about <b>ovens</b>”" in lines
    assert not find(asked, "eraseNow").isVisible()
    assert told == []
    click(qtbot, asked, "eraseClose")
    assert told[-1][0] == "good"
    assert page.session.state.snapshot.actions[0].note == "Ask QUINTANILLA about <b>ovens</b>"


def test_a_member_that_is_erased_is_gone_from_the_list(page, dialog, qtbot):
    click(qtbot, dialog, "eraseMember")
    asked = find(dialog, "eraseDialog")
    click(qtbot, asked, "eraseSure")
    click(qtbot, asked, "eraseNow")

    qtbot.waitUntil(lambda: all(one.code != "M001" for one in page.session.state.snapshot.members), timeout=60_000)
    qtbot.waitUntil(lambda: not page.session.pool.is_busy, timeout=60_000)


def test_somebody_named_in_texts_is_looked_for_before_anything_can_be_erased(dialog, qtbot):
    click(qtbot, dialog, "eraseWords")
    asked = find(dialog, "eraseDialog")
    click(qtbot, asked, "eraseSure")
    assert not find(asked, "eraseNow").isEnabled()

    qtbot.keyClicks(find(asked, "eraseWordsTyped"), "Jon Ibarra")
    click(qtbot, asked, "eraseLook")
    assert find(asked, "eraseNow").isEnabled()
    qtbot.keyClicks(find(asked, "eraseWordsTyped"), "x")
    assert not find(asked, "eraseNow").isEnabled()


def test_a_copy_without_names_says_what_is_still_recognisable(page, dialog, qtbot, monkeypatch, tmp_path):
    answer(monkeypatch, tmp_path / "copy.fastmap")

    click(qtbot, dialog, "copyPseudonyms")

    shown = find(dialog, "recognisableDialog")
    told = [label.text() for label in shown.findChildren(QLabel)]
    assert any("copy.fastmap" in words for words in told)
    assert len([words for words in told if words == "•"]) == len(RECOGNISABLE)
    assert "Country, region and branch of the cluster; the region of members" in told
    click(qtbot, shown, "recognisableClose")
    with Assessment.open(tmp_path / "copy.fastmap") as copy:
        assert copy.contacts() == ()


def test_a_copy_under_a_password_is_saved_and_opened_again(page, dialog, with_sample, qtbot, monkeypatch, tmp_path):
    copy, back = tmp_path / "copy.age", tmp_path / "back.fastmap"
    answer(monkeypatch, copy)
    click(qtbot, dialog, "copyPassword")
    asked = find(dialog, "passwordDialog")
    qtbot.keyClicks(find(asked, "passwordFirst"), PASSWORD)
    qtbot.keyClicks(find(asked, "passwordAgain"), "another one")
    click(qtbot, asked, "passwordTake")
    assert not copy.exists(), "two passwords that differ are not taken"
    find(asked, "passwordAgain").setText(PASSWORD)
    click(qtbot, asked, "passwordTake")
    assert copy.exists()

    monkeypatch.setattr(asking, "protected_to_open", lambda *_: copy)
    monkeypatch.setattr(asking, "place_to_save", lambda *_: back)
    with_sample.menus["open_protected"].trigger()
    asked = [one for one in with_sample.findChildren(type(asked)) if one.isVisible()][-1]
    qtbot.keyClicks(find(asked, "passwordFirst"), "not the password")
    click(qtbot, asked, "passwordTake")
    assert not back.exists()
    find(asked, "passwordFirst").setText(PASSWORD)
    click(qtbot, asked, "passwordTake")

    assert page.session.state.path == back


def test_a_recent_file_whose_path_holds_the_name_is_forgotten_for_good(page, dialog, with_sample, qtbot, tmp_path):
    settings = with_sample.settings
    named, other = tmp_path / NAME / "a.fastmap", tmp_path / "b.fastmap"
    for path in (named, other):
        settings.remember(path)
    settings.save()

    click(qtbot, dialog, "eraseContact")
    asked = find(dialog, "eraseDialog")
    click(qtbot, asked, "eraseSure")
    click(qtbot, asked, "eraseNow")
    qtbot.waitUntil(lambda: page.session.assessment.erasures() != (), timeout=60_000)
    qtbot.waitUntil(lambda: not page.session.pool.is_busy, timeout=60_000)
    settings.remember(tmp_path / "c.fastmap")
    settings.save()

    assert named not in settings.recent
    assert {other, tmp_path / "c.fastmap"} <= set(settings.recent)
    assert NAME not in places.settings_file().read_text("utf-8")
    assert not [one for one in with_sample.menus._menus["recent"].actions() if NAME in str(one.data())]


def test_a_scan_of_another_member_is_named_and_goes_only_if_the_person_ticks_it(page, dialog, qtbot):
    content = f"%PDF {NAME}".encode()
    scan = Attachment(sha256="b" * 64, name="other.pdf", media_type="application/pdf", content=content)
    page.session.apply(ImportResponses(attachments=(scan,)))

    click(qtbot, dialog, "eraseContact")
    asked = find(dialog, "eraseDialog")
    box = find(asked, "eraseScans")
    assert box.isVisible()
    assert any("other.pdf" in label.text() for label in asked.findChildren(QLabel))
    click(qtbot, asked, "eraseScans")
    assert asked.with_scans
    click(qtbot, asked, "eraseSure")
    click(qtbot, asked, "eraseNow")
    qtbot.waitUntil(lambda: not page.session.pool.is_busy, timeout=60_000)

    assert "other.pdf" not in [one.name for one in page.session.assessment.attachments()]


def test_an_erasure_is_ended_at_opening_while_the_window_goes_on_and_says_so(page, with_sample, qtbot, monkeypatch):
    session, clean, threads, release = page.session, erasing_file.clean, [], threading.Event()
    with monkeypatch.context() as patch:
        patch.setattr(erasing_file, "clean", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "full")))
        with pytest.raises(FastmapError):
            session.assessment.erase(Erasure(kind=ErasureKind.CONTACT, key="M001"), placeholder="[erased]")
    path, bar = session.state.path, with_sample.message_bar
    session.close()

    def slowly(*args, **more):
        threads.append(threading.current_thread())
        assert release.wait(30)
        return clean(*args, **more)

    monkeypatch.setattr(erasing_file, "clean", slowly)
    with_sample.open_file(path)

    assert not session.is_open
    assert "is being ended; then the file opens" in bar.sentence.text()
    qtbot.waitUntil(lambda: bool(threads), timeout=60_000)
    assert threads[0] is not threading.main_thread()
    told = []
    session.erased.connect(told.append)
    release.set()
    qtbot.waitUntil(lambda: session.is_open, timeout=60_000)
    assert [one.is_finished for one in session.assessment.erasures()] == [True]
    assert NAME in told[0].words, "and what remembers names forgets them"
    assert "is ended" in bar.sentence.text()
    assert len(threads) == 1


def test_a_file_opened_while_an_erasure_in_another_is_ended_stays_open(page, with_sample, qtbot, monkeypatch, tmp_path):
    session, clean, release = page.session, erasing_file.clean, threading.Event()
    with monkeypatch.context() as patch:
        patch.setattr(erasing_file, "clean", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "full")))
        with pytest.raises(FastmapError):
            session.assessment.erase(Erasure(kind=ErasureKind.CONTACT, key="M001"), placeholder="[erased]")
    path, mine = session.state.path, empty_assessment(tmp_path / "mine.fastmap")
    session.close()
    monkeypatch.setattr(erasing_file, "clean", lambda *args, **more: release.wait(30) and clean(*args, **more))
    with_sample.open_file(path)

    with_sample.open_file(mine)
    with qtbot.waitSignal(session.erased, timeout=60_000):
        release.set()

    assert session.state.path == mine.resolve()
    with Assessment.open(path) as assessment:
        assert [one.is_finished for one in assessment.erasures()] == [True]


def test_an_erasure_that_was_interrupted_is_finished_in_the_window(page, with_sample, qtbot, monkeypatch):
    session = page.session
    with monkeypatch.context() as patch:
        patch.setattr(erasing_file, "clean", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "full")))
        with pytest.raises(FastmapError):
            session.assessment.erase(Erasure(kind=ErasureKind.CONTACT, key="M001"), placeholder="[erased]")

    with_sample.menus["personal"].trigger()
    dialog = find(page, "personalDialog")
    assert find(dialog, "eraseFinish").isVisible()
    click(qtbot, dialog, "eraseFinish")
    asked = find(dialog, "eraseDialog")
    assert any(NAME in label.text() for label in asked.findChildren(QLabel)), "it says whom it looks for"
    assert not find(asked, "eraseWordsTyped").isVisible()
    click(qtbot, asked, "eraseSure")
    click(qtbot, asked, "eraseNow")
    qtbot.waitUntil(lambda: not session.pool.is_busy, timeout=60_000)

    assert [one.is_finished for one in session.assessment.erasures()] == [True]
    with_sample.menus["personal"].trigger()
    assert not find(find(page, "personalDialog"), "eraseFinish").isVisible()
