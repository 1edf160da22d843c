"""Session and pool: one file, edits with undo, results in the background, work that can be stopped."""

import threading
import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QTimer

from fastmap.assessment import Assessment
from fastmap.changes import AddAction, EditAction, EditCluster, ImportResponses, SaveMembers
from fastmap.errors import FastmapError
from fastmap.model.ids import RefId
from fastmap.model.organisations import Cluster, Member
from fastmap.progress import Progress
from fastmap.store.in_use_note import note_path
from fastmap.store.journals import journal_of
from tests.support.builders import code, make_action, make_response
from tests.support.ui import empty_assessment
from ui import crash
from ui.frame.sample import SampleMaker
from ui.session import SaveState, Session
from ui.work import Pool


@pytest.fixture
def session(qapp, own_folder, tmp_path):
    # With a parent, as in the program: a job must never be what keeps its own session alive.
    session = Session(qapp, recompute_after_ms=1)
    session.open(empty_assessment(tmp_path / "x.fastmap"))
    yield session
    session.pool.cancel_all(wait_s=5)
    session.before_letting_go = lambda: True
    session.close()
    session.deleteLater()


def rename(name):
    return EditCluster(cluster=Cluster(name=name, country="ES"))


def test_undoing_everything_brings_the_first_hash_back(session):
    before = session.assessment.content_hash()
    for name in ("one", "two", "three"):
        session.apply(rename(name))

    while session.undo_message is not None:
        session.undo()

    assert session.assessment.content_hash() == before


def test_undo_survives_closing_and_opening(session):
    session.apply(rename("one"))
    path = session.state.path
    session.close()

    session.open(path)

    assert session.undo_message.key == "change.edit_cluster"
    assert session.undo()


def test_edit_tells_what_it_touched_and_when_it_was_saved(session, qtbot):
    with qtbot.waitSignals([session.touched, session.save_state_changed]):
        touched = session.apply(rename("one"))

    assert touched.kinds == {"cluster"}
    assert session.save_state is SaveState.SAVED
    assert session.state.snapshot.cluster.name == "one"


def test_change_that_alters_nothing_is_not_announced(session, qtbot):
    session.apply(rename("one"))

    with qtbot.assertNotEmitted(session.touched):
        session.apply(rename("one"))


def test_results_follow_the_last_of_several_edits(session, qtbot):
    qtbot.waitUntil(lambda: session.state.results_are_current, timeout=20_000)
    for name in ("one", "two", "three"):
        session.apply(rename(name))

    qtbot.waitUntil(lambda: session.state.results_are_current, timeout=20_000)

    assert session.state.results.snapshot.cluster.name == "three"


@pytest.mark.parametrize("reference", ["A1", "A99"])
def test_results_arrive_whether_or_not_the_catalogue_knows_what_an_action_names(session, qtbot, reference):
    action = replace(make_action("A1"), reference=RefId(reference))
    assert session.apply(AddAction(action=action))

    qtbot.waitUntil(lambda: session.state.results_are_current, timeout=20_000)

    assert session.state.snapshot.actions[0].reference == reference


def test_of_two_changes_made_aside_the_one_that_is_told_last_hides_nothing_of_the_other(session, qtbot):
    edits, assessment = session.edits, session.assessment
    first = assessment.apply_elsewhere(rename("one"))
    second = assessment.apply_elsewhere(AddAction(action=make_action("A1")))

    for outcome in (second, first):  # threads end in any order
        session.aside.take(assessment, edits, *outcome)

    assert session.state.snapshot.cluster.name == "one"
    assert [one.reference for one in session.state.snapshot.actions] == ["A1"]


def test_read_only_file_says_so_and_offers_no_undo(qapp, own_folder, tmp_path):
    session = Session(qapp)
    session.open(empty_assessment(tmp_path / "x.fastmap"), read_only=True)

    assert session.save_state is SaveState.READ_ONLY
    assert session.undo_message is None
    assert session.apply(rename("one")) is None
    session.pool.cancel_all(wait_s=5)
    session.close()


def test_edit_after_closing_does_nothing(session):
    session.close()

    assert session.apply(rename("late")) is None


# --- work -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def pool(qapp):
    pool = Pool(qapp)
    yield pool
    pool.cancel_all(wait_s=5)
    pool.deleteLater()


def test_outcome_arrives_in_the_thread_of_the_window(pool, qtbot):
    seen = []
    job = pool.start(lambda progress: threading.get_ident())
    job.done.connect(lambda value: seen.append((value, threading.get_ident())))

    qtbot.waitSignal(job.finished).wait()

    ((worker, here),) = seen
    assert worker != here == threading.get_ident()
    assert not pool.is_busy


def test_cancelled_work_stops_at_its_next_step_and_its_outcome_is_dropped(pool, qtbot):
    started, steps = threading.Event(), []

    def work(progress):
        for number in range(10_000):
            steps.append(number)
            progress(Progress(stage="x", done=number))
            started.set()
            time.sleep(0.001)

    job = pool.start(work)
    started.wait(5)
    with qtbot.waitSignal(job.cancelled), qtbot.assertNotEmitted(job.done):
        job.cancel()

    assert len(steps) < 5_000


def test_error_a_person_can_mend_comes_as_failure(pool, qtbot):
    def work(progress):
        raise FastmapError("file_missing", file="x")

    job = pool.start(work)
    with qtbot.waitSignal(job.failed) as failed:
        pass

    assert failed.args[0].code == "file_missing"


def test_mistake_of_ours_is_raised_in_the_window(pool, qtbot):
    def work(progress):
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        job = pool.start(work)
        qtbot.waitSignal(job.finished).wait()

    assert [kind for kind, *_ in caught] == [ZeroDivisionError]


def test_window_goes_on_while_work_is_done(pool, qtbot):
    gaps, last = [], [time.monotonic()]

    def tick():
        now = time.monotonic()
        gaps.append(now - last[0])
        last[0] = now

    timer = QTimer(interval=5)
    timer.timeout.connect(tick)
    timer.start()

    def work(progress):
        total = 0
        for number in range(2_000_000):
            total += number
            if number % 1000 == 0:
                progress(Progress(stage="x", done=number, total=2_000_000))
        return total

    job = pool.start(work)
    qtbot.waitSignal(job.finished, timeout=20_000).wait()
    timer.stop()

    assert max(gaps) < 0.2


# --- mistakes of ours -------------------------------------------------------------------------------------------------


def test_log_of_a_mistake_names_places_and_nobody():
    try:
        try:
            raise KeyError("Talleres Urola")  # noqa: TRY301 - the causes are what is tested
        except KeyError as error:
            raise ValueError("maria@example.org") from error
    except ValueError as error:
        text = crash.describe(type(error), error)

    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_session_and_work.py" in text
    assert "Urola" not in text
    assert "maria" not in text
    assert "/home" not in text


def held_work(release):
    def work(_progress):
        release.wait(20)
        return "late"

    return work


def test_what_was_begun_for_one_file_never_ends_in_the_next(session, tmp_path, qtbot):
    release, told = threading.Event(), []
    job = session.pool.start(held_work(release))
    for signal in (job.done, job.failed, job.cancelled):
        signal.connect(told.append if signal is not job.cancelled else lambda: told.append("cancelled"))

    session.open(empty_assessment(tmp_path / "next.fastmap"))
    with qtbot.waitSignal(job.finished):
        release.set()

    assert told == []


def test_sample_under_way_does_not_take_away_the_file_opened_meanwhile(session, tmp_path, qtbot, monkeypatch):
    release = threading.Event()
    monkeypatch.setattr("fastmap.tasks.sample.fresh_sample", lambda _path: release.wait(20) and None)
    maker = SampleMaker(session, session)
    maker.open(tmp_path / "sample.fastmap")
    mine = empty_assessment(tmp_path / "mine.fastmap")

    session.open(mine)
    with qtbot.waitSignal(maker.busy_changed):
        release.set()

    assert session.state.path == mine.resolve()


def test_file_is_not_closed_over_an_edit_that_could_not_be_saved(session, tmp_path):
    path = session.state.path
    session.finishing.connect(lambda: session.apply(rename("typed last")))
    path.unlink()

    closed = [session.close(), session.open(empty_assessment(tmp_path / "other.fastmap"))]

    assert closed == [False, False]
    assert session.is_open
    assert session.save_state is SaveState.FAILED


def test_copy_has_the_edit_that_could_not_be_saved(session, tmp_path):
    session.state.path.unlink()
    session.apply(rename("not saved"))

    session.save_copy(tmp_path / "copy.fastmap")
    session.open(tmp_path / "copy.fastmap")

    assert session.state.snapshot.cluster.name == "not saved"
    assert session.undo_message is not None


def test_copy_has_all_edits_that_could_not_be_saved_in_their_order(session, tmp_path):
    session.state.path.unlink()
    for name in ("first", "second", "third"):
        session.apply(rename(name))

    session.save_copy(tmp_path / "copy.fastmap")
    session.open(tmp_path / "copy.fastmap")

    seen = []
    while session.is_open and session.undo_message is not None:
        seen.append(session.state.snapshot.cluster.name)
        session.undo()
    assert seen == ["third", "second", "first"]


def test_second_copy_gets_nothing_that_the_first_one_has(session, tmp_path):
    session.state.path.unlink()
    session.apply(rename("not saved"))

    session.save_copy(tmp_path / "first.fastmap")
    session.save_copy(tmp_path / "second.fastmap")

    with Assessment.open(tmp_path / "second.fastmap") as second:
        assert second.snapshot().cluster.name == "Cluster Vacío"


def test_edit_that_could_not_be_saved_is_saved_before_the_next_one_that_can(session, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(Assessment, "apply", full)
        assert session.apply(rename("on a full disk")) is None
        assert session.apply(AddAction(action=make_action("A1", title="also on a full disk"))) is None
    assert session.save_state is SaveState.FAILED

    assert session.apply(AddAction(action=make_action("A2", title="with room again")))

    snapshot = session.state.snapshot
    assert snapshot.cluster.name == "on a full disk"
    assert [action.title for action in snapshot.actions] == ["also on a full disk", "with room again"]
    assert session.save_state is SaveState.SAVED
    assert not session.held


def test_edit_that_no_file_could_take_leaves_those_before_it_saved(session, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(Assessment, "apply", full)
        session.apply(rename("held"))

    assert session.apply(EditAction(action=make_action("A2", title="of something that is not there"))) is None

    assert session.state.snapshot.cluster.name == "held"
    assert session.save_state is SaveState.SAVED


def test_held_edit_that_no_file_could_take_does_not_keep_the_others_back(session, tmp_path):
    session.state.path.unlink()
    told = []
    session.apply(EditAction(action=make_action("A2", title="of something that is not there")))
    session.apply(rename("not saved"))
    session.failed.connect(lambda error: told.append(error.code))

    assert session.save_copy(tmp_path / "copy.fastmap")

    with Assessment.open(tmp_path / "copy.fastmap") as copy:
        assert copy.snapshot().cluster.name == "not saved"
    assert len(told) == 1, "and it is said"


def test_answer_that_a_phone_sends_again_and_again_is_held_once(session, tmp_path):
    session.state.path.unlink()
    member = Member(code=code(1), name="Firm")
    session.apply(SaveMembers(members=(member,)))
    for minute in range(5):
        at = datetime(2026, 6, 9, 10, minute, tzinfo=UTC)
        session.apply(ImportResponses(responses=(make_response(1, received_at=at),)))
    assert len(session.held) == 2

    session.save_copy(tmp_path / "copy.fastmap")

    with Assessment.open(tmp_path / "copy.fastmap") as copy:
        assert [one.received_at.minute for one in copy.snapshot().responses] == [4]


def test_copy_that_cannot_take_what_was_promised_is_not_left_half_done(session, tmp_path, monkeypatch):
    session.state.path.unlink()
    session.apply(rename("not saved"))

    with monkeypatch.context() as patch:
        patch.setattr(Assessment, "apply", full)
        assert not session.save_copy(tmp_path / "copy.fastmap")

    assert not (tmp_path / "copy.fastmap").exists()
    assert session.save_copy(tmp_path / "copy.fastmap")
    with Assessment.open(tmp_path / "copy.fastmap") as copy:
        assert copy.snapshot().cluster.name == "not saved"


def full(*_):
    raise FastmapError("disk_full", name="x.fastmap", folder="x")


def test_file_that_replaced_the_open_one_can_be_opened(session, tmp_path):
    path = session.state.path
    other = empty_assessment(tmp_path / "other.fastmap")
    with Assessment.open(other, backup_folder=tmp_path / "b") as assessment:
        assessment.apply(rename("from elsewhere"))
    other.replace(path)

    session.open(path)

    assert session.state.snapshot.cluster.name == "from elsewhere"
    session.apply(rename("saved in the new one"))
    # Closing the one before must not have taken them: without the journal a kill would damage the file.
    assert journal_of(path).exists()
    assert note_path(path).exists()
