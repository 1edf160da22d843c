"""Edits that the file could not take keep their order, whatever is done before it can take them."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest

import tests.store.recorded as r
from fastmap.assessment import Assessment
from fastmap.changes import CastBallotPapers, EditCluster, OpenBallot, SaveMembers, SaveWorkshop, SetBallotState
from fastmap.errors import FastmapError
from fastmap.model.choices import BallotState
from fastmap.model.erasure import Erasure, ErasureKind
from fastmap.model.organisations import Cluster, Member
from fastmap.model.workshop import BallotPaper
from tests.support.ui import empty_assessment
from ui.session import Session
from ui.workshop.meeting import Meeting

BALLOT = replace(r.BALLOT, id="B009", workshop="W009", state=BallotState.OPEN)


@pytest.fixture
def session(qapp, own_folder, tmp_path):
    session = Session(qapp, recompute_after_ms=1)
    session.open(empty_assessment(tmp_path / "x.fastmap"))
    yield session
    session.pool.cancel_all(wait_s=5)
    session.before_letting_go = lambda: True
    session.close()
    session.deleteLater()


@pytest.fixture
def told(session):
    codes = []
    session.failed.connect(lambda error: codes.append(error.code))
    return codes


@pytest.fixture
def full_disk(monkeypatch):
    """The disk is full from now on; called, it has room again."""
    real = Assessment.apply
    monkeypatch.setattr(Assessment, "apply", full)
    return lambda: monkeypatch.setattr(Assessment, "apply", real)


def full(*_):
    raise FastmapError("disk_full", name="x.fastmap", folder="x")


def rename(name):
    return EditCluster(cluster=Cluster(name=name, country="ES"))


def cast(paper_id, *, second=0):
    at = r.NOON + timedelta(seconds=second)
    return CastBallotPapers(
        papers=(BallotPaper(id=paper_id, ballot=BALLOT.id, received_at=at, dots={BALLOT.options[0]: 1}),)
    )


@pytest.fixture
def voting(session):
    """The session, with a vote that is open."""
    session.apply(SaveWorkshop(workshop=replace(r.WORKSHOP, id="W009")))
    session.apply(OpenBallot(ballot=BALLOT))
    return session


@pytest.mark.parametrize("second", [0, 7], ids=["as it was", "anew"])
def test_a_vote_that_a_phone_sends_again_while_edits_are_held_is_counted(voting, told, request, second):
    room_again = request.getfixturevalue("full_disk")
    voting.apply(cast("p1"))
    voting.apply(SetBallotState(ballot=BALLOT.id, state=BallotState.CLOSED, at=r.NOON))
    voting.apply(cast("p1", second=second))
    room_again()
    told.clear()

    voting.save_held()

    assert [paper.id for paper in voting.state.snapshot.ballot_papers] == ["p1"]
    assert voting.state.snapshot.ballots[0].state is BallotState.CLOSED
    assert told == []


def test_undo_takes_back_the_edit_that_was_made_last_also_where_it_was_held(session, request):
    session.apply(rename("first"))
    session.apply(rename("second"))
    room_again = request.getfixturevalue("full_disk")
    session.apply(rename("held"))
    room_again()

    assert session.undo()

    assert session.state.snapshot.cluster.name == "second"
    assert session.redo()
    assert session.state.snapshot.cluster.name == "held"


@pytest.mark.parametrize("step", ["undo", "redo"])
def test_no_step_is_taken_while_an_edit_is_held(step, session, told, full_disk):
    full_disk()
    session.apply(rename("first"))
    session.apply(rename("second"))
    session.undo()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Assessment, "apply", full)
        session.apply(rename("held"))
        told.clear()

        assert getattr(session, step)() is None

    assert told == ["disk_full"], "and it is said why"
    assert session.state.snapshot.cluster.name == "first"
    assert len(session.held) == 1


# --- erasing ----------------------------------------------------------------------------------------------------------

ZOE = Erasure(kind=ErasureKind.MEMBER, key="M901")


def test_no_erasure_begins_while_an_edit_is_held(session, told, request):
    session.apply(SaveMembers(members=(Member(code="M901", name="Zoe Quintanilla"),)))
    room_again = request.getfixturevalue("full_disk")
    session.apply(rename("held"))
    told.clear()
    erasing = []
    session.erasing.connect(lambda: erasing.append(True))

    assert session.aside.erase(ZOE) is None
    assert session.aside.finish_erasing() is None

    assert erasing == []
    assert told == ["disk_full", "disk_full"]
    room_again()
    assert session.save_held()
    assert session.state.snapshot.cluster.name == "held"


def test_what_was_saved_before_an_erasure_is_in_the_file_after_it(session, request, qtbot):
    session.apply(SaveMembers(members=(Member(code="M901", name="Zoe Quintanilla"),)))
    room_again = request.getfixturevalue("full_disk")
    session.apply(rename("held"))
    room_again()

    with qtbot.waitSignal(session.erased, timeout=60_000):
        session.aside.erase(ZOE)

    assert session.state.snapshot.cluster.name == "held"
    assert session.state.snapshot.members == ()


def test_a_note_that_was_typed_during_an_erasure_is_not_handed_back_after_it(session, qtbot, monkeypatch):
    from fastmap.tasks import erasing

    session.apply(SaveMembers(members=(Member(code="M901", name="Zoe Quintanilla"),)))
    session.apply(SaveWorkshop(workshop=replace(r.WORKSHOP, id="W009")))
    meeting, item = Meeting(session, parent=session), r.WORKSHOP.agenda[0]
    release, real = threading.Event(), erasing.carry_out_elsewhere
    monkeypatch.setattr(erasing, "carry_out_elsewhere", lambda *asked: release.wait(20) and real(*asked))
    with qtbot.waitSignal(session.erased, timeout=60_000):
        session.aside.erase(ZOE)
        with monkeypatch.context() as patch:
            patch.setattr(Assessment, "apply", full)
            meeting.note("W009", item.id, "Zoe Quintanilla said no", "")
        assert meeting.written("W009", item.id)[0] == "Zoe Quintanilla said no"
        release.set()

    assert "Zoe" not in "".join(meeting.written("W009", item.id))


# --- work aside -------------------------------------------------------------------------------------------------------


def full_for_names(monkeypatch):
    """The disk is full, though by chance with room for every edit but the renaming of the cluster."""
    real = Assessment.apply

    def apply(assessment, change):
        return full() if isinstance(change, EditCluster) else real(assessment, change)

    monkeypatch.setattr(Assessment, "apply", apply)


def test_a_large_edit_waits_behind_those_that_are_held(session, told, qtbot, monkeypatch):
    member = SaveMembers(members=(Member(code="M901", name="Zoe Quintanilla"),))
    with monkeypatch.context() as patch:
        full_for_names(patch)
        session.apply(rename("first"))
        told.clear()

        job = session.aside.apply(member)
        with qtbot.waitSignal(job.failed):
            pass

    assert set(told) == {"disk_full"}
    assert session.state.snapshot.members == (), "nothing was begun"
    session.save_held()
    assert session.state.snapshot.members == member.members
    session.undo()
    assert (session.state.snapshot.members, session.state.snapshot.cluster.name) == ((), "first")


def test_what_phones_send_waits_behind_edits_that_are_held_and_is_acknowledged_only_once_it_is_saved(
    voting, qtbot, monkeypatch
):
    told_phones, ended = [], []

    def send():
        job = voting.aside.work_out(
            lambda snapshot: None if snapshot.ballot_papers else cast("p1"),
            lambda: told_phones.append("saved"),
            lambda: ended.append(True),
        )
        with qtbot.waitSignal(job.finished):
            pass

    with monkeypatch.context() as patch:
        full_for_names(patch)
        voting.apply(rename("held"))
        send()
        send()
    assert told_phones == []
    assert ended == [True, True], "they hear that nothing was stored, and send again"
    assert voting.state.snapshot.ballot_papers == ()
    assert len(voting.held) == 2

    send()

    assert told_phones == ["saved"]
    assert voting.state.snapshot.cluster.name == "held"
    assert [paper.id for paper in voting.state.snapshot.ballot_papers] == ["p1"]
    assert not voting.held


def test_phones_whose_answers_are_recorded_hear_so_also_while_edits_are_held(voting, qtbot, monkeypatch):
    full_for_names(monkeypatch)
    voting.apply(rename("held"))
    told_phones = []

    job = voting.aside.work_out(lambda _: None, lambda: told_phones.append("saved"), lambda: None)
    with qtbot.waitSignal(job.done):
        pass

    assert told_phones == ["saved"]
    assert len(voting.held) == 1
