"""What the window says and offers where a file or its folder is not as it should be; each with real clicks."""

import errno
import json
import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from fastmap.assessment import Assessment
from fastmap.changes import EditCluster, SaveMembers
from fastmap.model.organisations import Cluster, Member
from fastmap.store import opening
from fastmap.store.in_use_note import note_path
from tests.support.ui import app, empty_assessment, find, leave
from ui.frame import asking
from ui.session import SaveState
from ui.widgets.buttons import Button

ROOT = Path(__file__).resolve().parents[2]
HELD = """
import sys, time
from dataclasses import replace
from pathlib import Path
from fastmap.assessment import Assessment
Assessment.open(sys.argv[1], backup_folder=Path(sys.argv[2]))
print("open", flush=True)
time.sleep(600)
"""


@pytest.fixture(autouse=True)
def nothing_open(window):
    yield
    leave(window)
    window.message_bar.dismiss()


@pytest.fixture
def proposed(monkeypatch):
    """Whoever is asked for a place takes what is proposed."""
    monkeypatch.setattr(asking, "place_to_save", lambda _parent, _title, proposal: proposal)


def said(window):
    return window.message_bar.sentence.text() if window.message_bar.isVisible() else ""


def act(window, qtbot):
    qtbot.mouseClick(find(window, "messageBarAction", Button), Qt.MouseButton.LeftButton)


def rename(name):
    return EditCluster(cluster=Cluster(name=name, country="ES"))


@pytest.fixture
def asked(window, qtbot):
    """Answers the question about what was not saved by a click on one button; gives what it said."""
    said_in_it = []

    def answer(name):
        def click():
            box = app().activeModalWidget()
            said_in_it.append(f"{box.text()} {box.informativeText()}")
            qtbot.mouseClick(find(box, name), Qt.MouseButton.LeftButton)

        QTimer.singleShot(0, click)
        return said_in_it

    return answer


@pytest.fixture
def unsaved(window, tmp_path):
    """The window over a file that was moved away, with two changes that it could not take; where it was moved to."""
    path = empty_assessment(tmp_path / "round.fastmap")
    window.open_file(path)
    path.rename(tmp_path / "moved.fastmap")
    assert window.session.apply(rename("Typed first")) is None
    assert window.session.apply(SaveMembers(members=(Member(code="M001", name="Typed second"),))) is None
    return tmp_path / "moved.fastmap"


def recorded(path):
    with Assessment.open(path) as assessment:
        snapshot = assessment.snapshot()
    return snapshot.cluster.name, [member.name for member in snapshot.members]


def test_a_protected_file_says_so_and_one_click_goes_on_in_a_copy(window, tmp_path, qtbot, monkeypatch, proposed):
    path = empty_assessment(tmp_path / "board.fastmap")
    before = path.read_bytes()
    # Root may write anywhere, so the answer of the system is given for it.
    monkeypatch.setattr(opening, "_can_be_written", lambda asked: asked.name != "board.fastmap")

    window.open_file(path)

    assert "\u2068board.fastmap\u2069 is open for reading only" in said(window)
    assert window.session.save_state is SaveState.READ_ONLY
    act(window, qtbot)
    assert window.session.state.path.name == "board – copy.fastmap"
    assert window.session.state.can_edit
    assert window.session.apply(rename("On the copy"))
    assert path.read_bytes() == before


def test_a_damaged_file_is_left_alone_and_what_is_left_of_it_is_opened(window, tmp_path, qtbot, proposed):
    path = empty_assessment(tmp_path / "hurt.fastmap")
    members = tuple(Member(code=f"M{n:03}", name=f"Member number {n}", activity="x" * 300) for n in range(60))
    with Assessment.open(path) as assessment:
        assessment.apply(SaveMembers(members=members))
    content = bytearray(path.read_bytes())
    place = next(
        at
        for at in range(0, len(content), 4096)
        if b"Member number 30" in content[at : at + 4096] and b'"name"' not in content[at : at + 4096]
    )
    content[place : place + 4096] = bytes(4096)
    path.write_bytes(content)

    window.open_file(path)
    assert "hurt.fastmap is damaged and was left exactly as it is" in said(window)
    assert not window.session.is_open
    act(window, qtbot)
    qtbot.waitUntil(lambda: window.session.is_open, timeout=60_000)

    dialog = find(window, "salvageDialog")
    sentences = [label.text() for label in dialog.findChildren(QLabel)]
    taken = next(one for one in sentences if "Taken from the history" in one and "members" in one)
    assert "Member number 2" in taken, "firms by their names"
    assert "M02" not in taken
    qtbot.mouseClick(find(dialog, "salvageCopy", Button), Qt.MouseButton.LeftButton)
    copied = QApplication.clipboard().text()
    assert "hurt – salvaged.fastmap" in copied
    assert taken.removesuffix(" …") in copied
    assert "Member number 30" in copied
    assert "…" not in copied, "the copied list leaves nobody out"
    qtbot.mouseClick(find(dialog, "salvageClose", Button), Qt.MouseButton.LeftButton)
    assert window.session.state.path.name == "hurt – salvaged.fastmap"
    assert len(window.session.state.snapshot.members) == 60
    assert path.read_bytes() == bytes(content)


def test_a_file_that_lost_its_first_bytes_can_be_salvaged(window, tmp_path, qtbot):
    path = empty_assessment(tmp_path / "zeroed.fastmap")
    path.write_bytes(bytes(16) + path.read_bytes()[16:])

    window.open_file(path)

    assert "zeroed.fastmap is damaged" in said(window)
    assert "File › Backups… shows those." in said(window), "and no folder of the program"
    assert find(window, "messageBarAction", Button).text() == "Save what is left…"


def test_a_copy_under_a_password_opened_like_any_file_is_asked_for_its_password(window, tmp_path, qtbot, monkeypatch):
    copy, back = tmp_path / "board.fastmap.age", tmp_path / "back.fastmap"
    with Assessment.open(empty_assessment(tmp_path / "board.fastmap")) as assessment:
        assessment.save_protected_copy(copy, "four words in a row")
    monkeypatch.setattr(asking, "place_to_save", lambda *_: back)

    window.open_file(copy)
    assert "board.fastmap.age is a copy under a password" in said(window)
    act(window, qtbot)
    asked = find(window, "passwordDialog")
    find(asked, "passwordFirst").setText("four words in a row")
    qtbot.mouseClick(find(asked, "passwordTake"), Qt.MouseButton.LeftButton)

    assert window.session.state.path == back


def test_a_file_open_on_another_laptop_names_it_and_offers_a_copy(window, tmp_path, qtbot, proposed):
    path = empty_assessment(tmp_path / "shared.fastmap")
    note = {"user": "ana", "host": "ana-laptop", "since": "2026-11-02T09:00:00+00:00", "machine": "other"}
    note_path(path).write_text(json.dumps(note))

    window.open_file(path)

    assert "ana on ana-laptop" in said(window)
    assert note_path(path).name in said(window), "and which note to delete if that laptop is done"
    act(window, qtbot)
    assert window.session.state.path.name == "shared – copy.fastmap"
    assert note_path(path).exists(), "the other laptop's note is not ours to remove"


@pytest.mark.skipif(os.name == "nt", reason="sends a POSIX signal")
def test_a_lock_left_by_a_crash_is_taken_over_without_a_word(window, tmp_path, qtbot):
    path = empty_assessment(tmp_path / "crashed.fastmap")
    with subprocess.Popen(
        [sys.executable, "-c", HELD, path, tmp_path / "b"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout.readline() == "open\n"
        holder.send_signal(signal.SIGKILL)
    assert note_path(path).exists()

    window.open_file(path)

    assert window.session.is_open
    assert window.session.apply(rename("After the crash"))


def test_copies_left_by_a_conflict_are_pointed_out(window, tmp_path, qtbot):
    path = empty_assessment(tmp_path / "round.fastmap")
    (tmp_path / "round (Ana's conflicted copy 2026-11-02).fastmap").write_bytes(path.read_bytes())

    window.open_file(path)

    qtbot.waitUntil(lambda: "Ana's conflicted copy" in said(window), timeout=60_000)


def test_a_synced_folder_is_explained_once_not_every_day(window, tmp_path, qtbot):
    folder = tmp_path / "Nextcloud"
    folder.mkdir()
    path = empty_assessment(folder / "round.fastmap")

    window.open_file(path)
    qtbot.waitUntil(lambda: "Nextcloud keeps in step" in said(window), timeout=60_000)
    window.session.close()
    window.open_file(path)
    qtbot.waitUntil(lambda: not window.session.pool.is_busy, timeout=120_000)

    assert said(window) == ""


def test_a_stick_pulled_out_keeps_the_edit_for_the_copy(window, tmp_path, qtbot, monkeypatch):
    path = empty_assessment(tmp_path / "stick.fastmap")
    rescue = tmp_path / "rescue.fastmap"
    window.open_file(path)
    monkeypatch.setattr(asking, "place_to_save", lambda *_: rescue)

    def gone(_):
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as pulled:
        pulled.setattr(opening, "header_bytes", gone)
        assert window.session.apply(rename("Typed on the train")) is None

    assert "drive or network is still connected" in said(window)
    assert window.session.save_state is SaveState.FAILED
    act(window, qtbot)
    assert window.session.state.path == rescue.resolve()
    assert window.session.state.snapshot.cluster.name == "Typed on the train"


def test_backing_up_a_replaced_file_says_which_of_the_two_and_leaves_the_warning(window, tmp_path, qtbot, proposed):
    path = empty_assessment(tmp_path / "round.fastmap")
    window.open_file(path)
    empty_assessment(tmp_path / "other.fastmap").replace(path)
    assert window.session.apply(rename("Typed here")) is None
    assert "was replaced by another program" in said(window)

    window.menus["back_up"].trigger()
    qtbot.waitUntil(lambda: "is backed up" in said(window), timeout=60_000)

    assert said(window).startswith("What is open here is backed up as it was saved last, not the file")
    assert "was replaced by another program" in said(window)
    act(window, qtbot)
    assert window.session.state.path.name == "round – copy.fastmap"
    assert window.session.state.snapshot.cluster.name == "Typed here"


def test_good_news_of_a_page_leave_the_warning_that_nothing_is_saved(window, unsaved):
    window.say("good", "3 forms were written.")

    assert said(window).startswith("3 forms were written. round.fastmap is not where it was")
    assert find(window, "messageBarAction", Button).isVisible()


# --- closing over what could not be saved -----------------------------------------------------------------------------


def test_closing_over_what_could_not_be_saved_asks_and_a_copy_gets_all_of_it(window, unsaved, asked, qtbot, proposed):
    words = asked("unsavedBoxCopy")

    window.menus["close"].trigger()

    assert "2 changes could not be saved in \u2068round.fastmap\u2069" in words[0]
    assert not window.session.is_open
    copy = unsaved.with_name("round – copy.fastmap")
    assert recorded(copy) == ("Typed first", ["Typed second"])
    assert window.recent.has(copy)
    qtbot.waitUntil(lambda: "A copy was saved: \u2068round – copy.fastmap\u2069" in said(window))


def test_closing_over_what_could_not_be_saved_lets_go_of_it_only_where_somebody_says_so(window, unsaved, asked):
    asked("unsavedBoxNo")
    window.menus["close"].trigger()
    assert window.session.is_open
    asked("unsavedBoxYes")
    window.menus["close"].trigger()

    assert not window.session.is_open
    assert recorded(unsaved) == ("Cluster Vacío", [])


def test_the_window_stays_open_where_what_could_not_be_saved_is_to_stay(window, unsaved, asked):
    asked("unsavedBoxNo")

    assert not window.close()

    assert window.isVisible()
    assert len(window.session.held) == 2


def test_opening_another_file_asks_about_what_could_not_be_saved(window, unsaved, asked, tmp_path):
    other = empty_assessment(tmp_path / "other.fastmap")
    words = asked("unsavedBoxNo")

    window.open_file(other)

    assert words
    assert window.session.state.path.name == "round.fastmap"


def test_no_copy_means_that_the_file_is_not_closed(window, unsaved, asked, monkeypatch):
    monkeypatch.setattr(asking, "place_to_save", lambda *_: None)
    asked("unsavedBoxCopy")

    window.menus["close"].trigger()

    assert window.session.is_open


def test_the_start_page_offers_no_copy_of_a_file_that_was_closed(window, unsaved, asked):
    assert find(window, "messageBarAction", Button).text() == "Save a copy…"
    asked("unsavedBoxYes")

    window.menus["close"].trigger()

    assert said(window) == ""
    window.files.ask_where_to_copy()  # nothing is open: nothing happens


def test_all_that_could_not_be_saved_is_counted_and_goes_into_the_copy(window, unsaved, qtbot, proposed):
    assert "By now 2 changes wait for the copy." in said(window)

    act(window, qtbot)

    assert window.session.state.path.name == "round – copy.fastmap"
    assert window.session.state.snapshot.cluster.name == "Typed first"
    assert [member.name for member in window.session.state.snapshot.members] == ["Typed second"]
    assert window.session.save_state is SaveState.SAVED


def test_a_second_field_of_what_waits_is_refused_and_the_first_is_in_the_copy(window, tmp_path, qtbot, proposed):
    path = empty_assessment(tmp_path / "round.fastmap")
    window.open_file(path)
    page = window.workspace.show_page("cluster")
    before = window.session.state.snapshot.cluster
    path.rename(tmp_path / "moved.fastmap")
    name, founded = find(page, "clusterName"), find(page, "clusterFoundedYear")
    for field, words in ((name, "Typed first"), (founded, "1999")):
        field.setFocus()
        field.selectAll()
        qtbot.keyClicks(field, words)
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert said(window).startswith("The last change was not made: it would have taken back an earlier one")
    assert len(window.session.held) == 1
    act(window, qtbot)
    cluster = window.session.state.snapshot.cluster
    assert (cluster.name, cluster.founded_year) == ("Typed first", before.founded_year)
    assert window.session.save_state is SaveState.SAVED


def test_what_waits_is_saved_when_the_file_is_back_and_a_change_typed_without_it_is_refused(window, tmp_path):
    path = empty_assessment(tmp_path / "round.fastmap")
    window.open_file(path)
    before = window.session.state.snapshot.cluster
    path.rename(tmp_path / "moved.fastmap")
    window.session.apply(EditCluster(cluster=replace(before, name="Typed first")))
    (tmp_path / "moved.fastmap").rename(path)

    assert window.session.apply(EditCluster(cluster=replace(before, founded_year=1999))) is None

    cluster = window.session.state.snapshot.cluster
    assert (cluster.name, cluster.founded_year) == ("Typed first", before.founded_year)
    assert said(window).endswith("look at it, and type the last one once more.")
    assert window.session.apply(EditCluster(cluster=replace(cluster, founded_year=1999)))
    assert said(window) == ""


def test_whoever_goes_on_working_is_still_told_that_changes_wait_for_a_place(window, tmp_path, unsaved, asked):
    told = said(window)
    other = empty_assessment(tmp_path / "other.fastmap")

    asked("unsavedBoxNo")
    window.open_file(other)

    assert window.session.state.path.name == "round.fastmap"
    assert said(window) == told != ""
    assert find(window, "messageBarAction", Button).isVisible()
