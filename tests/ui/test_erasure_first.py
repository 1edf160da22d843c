"""An erasure that was begun is ended before its file opens, whatever becomes of the file that is open meanwhile."""

import threading

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import SaveMembers
from fastmap.errors import FastmapError
from fastmap.model.erasure import Erasure, ErasureKind
from fastmap.model.organisations import Member
from fastmap.store import erasing_file
from fastmap.tasks import erasing
from tests.support.ui import empty_assessment, leave

NAME = "Zoe Quintanilla"


@pytest.fixture(autouse=True)
def nothing_open(window):
    yield
    leave(window)
    window.message_bar.dismiss()


@pytest.fixture
def begun(tmp_path, own_folder):
    """A file in which an erasure was begun, and not ended since the disk was full."""
    path = empty_assessment(tmp_path / "begun.fastmap")
    with Assessment.open(path) as assessment, pytest.MonkeyPatch.context() as patch:
        assessment.apply(SaveMembers(members=(Member(code="M901", name=NAME),)))
        patch.setattr(erasing_file, "clean", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "full")))
        with pytest.raises(FastmapError):
            erasing.carry_out(assessment, Erasure(kind=ErasureKind.MEMBER, key="M901"))
    assert Assessment.may_finish_erasing(path)
    return path


@pytest.fixture
def held_back(monkeypatch):
    """What was begun is ended only once this is set."""
    release, real = threading.Event(), erasing_file.clean

    def clean(*asked, **more):
        release.wait(20)
        return real(*asked, **more)

    monkeypatch.setattr(erasing_file, "clean", clean)
    yield release
    release.set()


@pytest.fixture
def erased(window):
    words = []

    def note(cleaned):
        words.extend(cleaned.words)

    window.session.erased.connect(note)
    yield words
    window.session.erased.disconnect(note)


def said(window):
    return window.message_bar.sentence.text() if window.message_bar.isVisible() else ""


def is_ended(path):
    return not Assessment.may_finish_erasing(path)


def test_the_file_opens_once_the_erasure_is_ended(window, begun, erased, qtbot):
    window.open_file(begun)
    assert "is being ended; then the file opens" in said(window)

    qtbot.waitUntil(lambda: window.session.is_open, timeout=60_000)

    assert window.session.state.path == begun.resolve()
    assert NAME in erased
    assert "is ended." in said(window)
    assert is_ended(begun)


def test_the_file_opens_also_where_the_one_that_was_open_is_closed_meanwhile(
    window, begun, erased, held_back, qtbot, tmp_path
):
    window.open_file(empty_assessment(tmp_path / "open.fastmap"))
    window.open_file(begun)

    window.menus["close"].trigger()
    held_back.set()

    qtbot.waitUntil(lambda: window.session.is_open, timeout=60_000)
    assert window.session.state.path == begun.resolve()
    assert NAME in erased


def test_a_file_that_is_opened_meanwhile_stays_open_and_the_name_is_forgotten_all_the_same(
    window, begun, erased, held_back, qtbot, tmp_path
):
    named = empty_assessment(tmp_path / f"{NAME}.fastmap")
    window.open_file(named)
    window.session.close()
    window.open_file(begun)
    other = empty_assessment(tmp_path / "other.fastmap")

    window.open_file(other)
    held_back.set()

    qtbot.waitUntil(lambda: NAME in erased, timeout=60_000)
    qtbot.waitUntil(lambda: "is ended." in said(window), timeout=60_000)
    assert window.session.state.path == other.resolve()
    assert not window.recent.has(named)
    assert is_ended(begun)


def test_a_file_that_is_asked_for_twice_is_opened_once(window, begun, erased, held_back, qtbot):
    window.open_file(begun)
    qtbot.waitUntil(lambda: is_ended(begun), timeout=20_000)  # a look says no: it is open in the thread
    window.open_file(begun)
    assert "is being ended; then the file opens" in said(window)
    held_back.set()

    qtbot.waitUntil(lambda: window.session.is_open, timeout=60_000)

    assert erased.count(NAME) == 1


def test_a_window_that_closes_meanwhile_does_not_go_on_remembering_the_name(
    window, begun, erased, held_back, qtbot, tmp_path
):
    named = empty_assessment(tmp_path / f"{NAME}.fastmap")
    window.open_file(named)
    window.session.close()
    window.open_file(begun)
    threading.Timer(0.2, held_back.set).start()

    assert window.close()

    assert NAME in erased
    assert not window.recent.has(named)
    assert not window.session.is_open
    window.show()
