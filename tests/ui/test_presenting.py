"""The manager's side of a meeting: where windows go, time, notes, vote."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fastmap.assessment import Assessment
from fastmap.changes import CastBallotPapers, EditCluster, OpenBallot, SaveWorkshop
from fastmap.errors import FastmapError
from fastmap.model.choices import AgendaSubject, BallotState, BallotSubject, WallView
from fastmap.model.workshop import AgendaItem, Ballot, BallotPaper, Workshop
from fastmap.tasks.ballots import options_of
from fastmap.tasks.workshops import LONGEST_NOTE
from tests.support.screens import Place, without_workshops
from tests.support.ui import find
from ui.workshop.meeting import Meeting, Pace
from ui.workshop.present import Presentation
from ui.workshop.present_words import time_words

NOON = datetime(2026, 6, 2, 12, 0, tzinfo=UTC)
WORKSHOP = Workshop(
    id="W001",
    held_on=date(2026, 6, 2),
    agenda=(
        AgendaItem(id="1", subject=AgendaSubject.PURPOSE, minutes=10, view=WallView.WELCOME),
        AgendaItem(id="2", subject=AgendaSubject.RANKING, minutes=20, view=WallView.RANKING, notes="earlier"),
    ),
)


LAPTOP, PROJECTOR = Place(0, 0, 1366, 768), Place(1366, 0, 1920, 1080)


class Clock:
    """Seconds that a test turns."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def meeting(with_sample, clock):
    without_workshops(with_sample)
    with_sample.session.apply(SaveWorkshop(workshop=WORKSHOP))
    return Meeting(with_sample.session, now=clock, parent=with_sample)


@pytest.fixture
def screens():
    """Those attached; a test changes the list."""
    return [LAPTOP, PROJECTOR]


@pytest.fixture
def presentation(with_sample, screens):
    """A presentation of the sample with an agenda, on `screens`."""
    without_workshops(with_sample)
    with_sample.session.apply(SaveWorkshop(workshop=WORKSHOP))
    desk = with_sample.workshop
    begun = Presentation(with_sample.session, lambda: desk.keeper, screens=lambda: screens, window=with_sample)
    begun.begin()
    yield begun
    begun.end()


def vote(session):
    options = options_of(BallotSubject.NEEDS, session.state.results)
    ballot = Ballot(id="B001", workshop="W001", subject=BallotSubject.NEEDS, dots=3, options=options, opened_at=NOON)
    session.apply(OpenBallot(ballot=ballot))


# --- screens ----------------------------------------------------------------------------------------------------------


def test_with_a_projector_the_wall_is_there_and_the_managers_view_on_the_laptop(presentation):
    assert presentation.has_two_screens
    assert presentation.wall.isVisible()
    # Where it was put: full screen it becomes as large as the only screen that the tests have.
    assert presentation._places() == (LAPTOP, PROJECTOR)


def test_screens_that_show_the_same_are_one(presentation, screens):
    screens[1] = Place(0, 0, 1920, 1080)

    presentation.arrange()

    assert not presentation.has_two_screens
    assert presentation.manager.isHidden()


def test_a_projector_that_is_pulled_out_leaves_the_wall_on_the_laptop(presentation, screens):
    del screens[1]

    presentation.arrange()

    assert presentation._places() == (LAPTOP, LAPTOP)
    assert presentation.wall.isVisible()
    assert presentation.manager.isHidden()


def test_with_one_screen_m_calls_the_bar_and_sends_it_away(presentation, screens, qtbot):
    del screens[1]
    presentation.arrange()

    qtbot.keyClick(presentation.wall, Qt.Key.Key_M)
    assert presentation.bar.isVisible()
    assert presentation.bar.geometry().bottom() == presentation.wall.rect().bottom()

    qtbot.mouseClick(presentation.bar.views.buttons[WallView.GRID], Qt.MouseButton.LeftButton)
    assert presentation.meeting.view is WallView.GRID

    qtbot.keyClick(presentation.wall, Qt.Key.Key_M)
    assert not presentation.bar.isVisible()


def test_with_one_screen_the_wall_tells_its_keys_for_a_moment(presentation, screens, qtbot, monkeypatch):
    monkeypatch.setattr("ui.workshop.manager_bar._KEYS_TOLD_MS", 20)
    del screens[1]

    presentation.arrange()

    assert "M: bar" in presentation.bar.keys.text()
    assert presentation.bar.keys.isVisible()
    qtbot.waitUntil(presentation.bar.keys.isHidden, timeout=2_000)


def test_closing_the_managers_view_ends_the_presentation(presentation, qtbot):
    with qtbot.waitSignal(presentation.ended):
        presentation.manager.close()


# --- time -------------------------------------------------------------------------------------------------------------


def test_the_clock_begins_with_the_first_item(meeting, clock):
    clock.now += 500

    assert meeting.left_s is None
    assert meeting.left_in_all_s == 30 * 60

    meeting.step(1)
    clock.now += 60

    assert meeting.left_s == 9 * 60
    assert meeting.left_in_all_s == 29 * 60


def test_time_changes_colour_before_it_is_up_and_again_when_it_is(meeting, clock):
    meeting.begin_item("1")
    paces = []

    for seconds in (1, 8 * 60, 2 * 60):
        clock.now += seconds
        paces.append(meeting.pace)

    assert paces == [Pace.FINE, Pace.SOON, Pace.OVER]


def test_that_time_is_up_is_said_once(meeting, clock, qtbot):
    meeting.begin_item("1")
    clock.now += 601

    with qtbot.waitSignal(meeting.time_is_up, timeout=100):
        meeting.tick()
    with qtbot.assertNotEmitted(meeting.time_is_up, wait=20):
        meeting.tick()


def test_an_item_taken_up_again_has_the_time_that_was_left(meeting, clock):
    meeting.begin_item("1")
    clock.now += 4 * 60
    meeting.begin_item("2")
    clock.now += 60

    meeting.begin_item("1")

    assert meeting.left_s == 6 * 60


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(725, "12:05 left"), (0.4, "0:01 left"), (0, "0:00 over"), (-70, "1:10 over"), (7_199, "1:59:59 left")],
)
def test_time_is_said_in_minutes_and_seconds(qapp, seconds, words):
    assert time_words(seconds) == words


# --- what is written down ---------------------------------------------------------------------------------------------


def agenda(window):
    return {item.id: item for item in window.session.state.snapshot.workshops[0].agenda}


def test_what_is_written_about_an_item_is_saved_when_the_next_one_begins(with_sample, presentation, qtbot):
    manager = presentation.manager
    qtbot.mouseClick(manager.forward, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(manager.decisions, "We share a course")

    qtbot.mouseClick(manager.forward, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: agenda(with_sample)["1"].decisions == "We share a course", timeout=2_000)
    assert manager.notes.toPlainText() == "earlier"
    assert manager.decisions.toPlainText() == ""
    assert agenda(with_sample)["2"].notes == "earlier"


def test_what_is_being_written_is_saved_when_the_presentation_ends(with_sample, presentation, qtbot):
    presentation.meeting.begin_item("2")
    presentation.manager.show_all()
    qtbot.keyClicks(presentation.manager.decisions, "One list")

    presentation.end()

    assert agenda(with_sample)["2"].decisions == "One list"
    assert agenda(with_sample)["2"].notes == "earlier"


def test_an_edit_elsewhere_leaves_alone_what_is_being_written(with_sample, presentation, qtbot):
    presentation.meeting.begin_item("2")
    presentation.manager.show_all()
    presentation.manager.activateWindow()
    presentation.manager.decisions.setFocus()
    qtbot.waitUntil(presentation.manager.decisions.hasFocus, timeout=2_000)
    qtbot.keyClicks(presentation.manager.decisions, "Half a sen")

    workshop = with_sample.session.state.snapshot.workshops[0]
    with_sample.session.apply(SaveWorkshop(workshop=replace(workshop, place="Room 2")))
    with qtbot.waitSignal(presentation.meeting.changed, timeout=2_000):
        pass

    assert presentation.manager.decisions.toPlainText() == "Half a sen"


def test_nothing_new_is_no_edit(with_sample, presentation):
    presentation.meeting.begin_item("2")
    presentation.manager.show_all()
    before = with_sample.session.state.snapshot

    presentation.manager.save_notes()

    assert with_sample.session.state.snapshot is before


def test_the_button_closes_the_vote_and_opens_it_again(with_sample, presentation, qtbot):
    assert presentation.manager.votes.turning.isHidden()
    vote(with_sample.session)
    qtbot.waitUntil(lambda: not presentation.manager.votes.turning.isHidden(), timeout=2_000)

    qtbot.mouseClick(presentation.manager.votes.turning, Qt.MouseButton.LeftButton)
    assert with_sample.session.state.snapshot.ballots[0].state is BallotState.CLOSED

    qtbot.waitUntil(lambda: presentation.manager.votes.turning.text() == "Open the vote again", timeout=2_000)
    qtbot.mouseClick(presentation.manager.votes.turning, Qt.MouseButton.LeftButton)
    assert with_sample.session.state.snapshot.ballots[0].state is BallotState.OPEN


def test_without_an_agenda_the_managers_view_walks_through_the_views(with_sample, presentation, qtbot):
    with_sample.session.undo()
    qtbot.waitUntil(lambda: not presentation.meeting.agenda, timeout=2_000)
    presentation.manager.show_all()

    qtbot.mouseClick(presentation.manager.forward, Qt.MouseButton.LeftButton)

    assert presentation.meeting.view is WallView.PHONES
    assert presentation.manager.notes.isHidden()


# --- keys and the keyboard's place ------------------------------------------------------------------------------------


def focused(manager, widget, qtbot):
    manager.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus, timeout=2_000)


def test_enter_begins_the_meeting_that_is_shown_on_two_screens(presentation, qtbot):
    assert presentation.manager.focusWidget() is presentation.manager.forward


def test_the_bar_and_all_it_offers_find_room_on_a_laptop_at_125_percent(with_sample, presentation, screens, qtbot):
    vote(with_sample.session)
    del screens[1]
    presentation.arrange()
    with_sample.theme.set_zoom(1.25)
    try:
        presentation.wall.resize(1366, 768)
        qtbot.keyClick(presentation.wall, Qt.Key.Key_M)

        assert presentation.bar.minimumSizeHint().width() <= 1366
    finally:
        with_sample.theme.set_zoom(1.0)


def test_no_letter_does_anything_in_the_managers_view(presentation, qtbot):
    before = presentation.meeting.view
    focused(presentation.manager, presentation.manager.back, qtbot)

    qtbot.keyClicks(presentation.manager.back, "nnNNbBd.37m")

    assert not presentation.meeting.names_shown
    assert not presentation.meeting.is_black
    assert presentation.meeting.view is before


def test_whoever_begins_an_item_writes_notes_about_it(with_sample, presentation, qtbot):
    presentation.manager.activateWindow()
    qtbot.mouseClick(presentation.manager._buttons["1"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(presentation.manager.notes.hasFocus, timeout=2_000)

    qtbot.keyClicks(presentation.manager.focusWidget(), "Nobody knew")
    presentation.manager.save_notes()

    assert agenda(with_sample)["1"].notes == "Nobody knew"


def test_the_clicker_goes_on_while_notes_are_being_written(presentation, qtbot):
    presentation.meeting.begin_item("1")
    focused(presentation.manager, presentation.manager.notes, qtbot)

    qtbot.keyClick(presentation.manager.notes, Qt.Key.Key_PageDown)

    assert presentation.meeting.item_id == "2"


def test_an_answer_that_comes_in_leaves_the_keyboard_where_it_was(with_sample, presentation, qtbot):
    button = presentation.manager._buttons["2"]
    focused(presentation.manager, button, qtbot)

    with qtbot.waitSignal(presentation.meeting.changed, timeout=2_000):
        with_sample.session.apply(EditCluster(cluster=replace(with_sample.session.state.snapshot.cluster, staff=7)))

    assert button.hasFocus()


# --- what must not be lost --------------------------------------------------------------------------------------------


def test_what_could_not_be_saved_stays_in_its_field(with_sample, presentation, qtbot, monkeypatch):
    presentation.meeting.begin_item("2")
    presentation.manager.show_all()
    with monkeypatch.context() as patch:
        patch.setattr(Assessment, "apply", _full)
        qtbot.keyClicks(presentation.manager.decisions, "We share a course")
        presentation.manager.save_notes()
        presentation.meeting.begin_item("1")
        presentation.manager.show_all()
        presentation.meeting.begin_item("2")
        presentation.manager.show_all()
        assert presentation.manager.decisions.toPlainText() == "We share a course"

    presentation.manager.save_notes()

    assert agenda(with_sample)["2"].decisions == "We share a course"


def _full(*_):
    raise FastmapError("disk_full", name="room.fastmap", folder="x")


def test_notes_are_saved_once_nothing_was_typed_for_a_moment(with_sample, presentation, qtbot):
    presentation.meeting.begin_item("2")
    presentation.manager.show_all()
    presentation.manager.notes._rest.setInterval(5)
    focused(presentation.manager, presentation.manager.notes, qtbot)

    qtbot.keyClicks(presentation.manager.notes, "x")

    qtbot.waitUntil(lambda: "x" in agenda(with_sample)["2"].notes, timeout=2_000)
    assert presentation.manager.notes.hasFocus()


def test_another_workshop_of_today_does_not_take_the_notes_of_the_one_that_runs(with_sample, presentation, qtbot):
    presentation.meeting.begin_item("2")
    presentation.manager.show_all()
    today = datetime.now().astimezone().date()
    with_sample.session.apply(SaveWorkshop(workshop=replace(WORKSHOP, id="W002", held_on=today)))
    qtbot.keyClicks(presentation.manager.decisions, "said in the meeting that runs")

    presentation.manager.save_notes()

    first, second = with_sample.session.state.snapshot.workshops
    assert first.item("2").decisions == "said in the meeting that runs"
    assert second.item("2").decisions is None


def test_a_note_is_cleaned_and_kept_within_its_length_wherever_it_is_typed(with_sample, meeting):
    meeting.note("W001", "1", "a\x00\x07b" + "x" * 30_000, "")

    assert agenda(with_sample)["1"].notes.startswith("ab")
    assert len(agenda(with_sample)["1"].notes) == LONGEST_NOTE


def test_the_meeting_goes_on_where_it_was_when_it_is_presented_again(with_sample, qtbot):
    without_workshops(with_sample)
    with_sample.session.apply(SaveWorkshop(workshop=WORKSHOP))
    with_sample.workshop.present()
    with_sample.workshop.meeting.begin_item("2")
    qtbot.keyClick(with_sample.workshop.presentation.wall, Qt.Key.Key_Escape)

    with_sample.workshop.present()

    assert with_sample.workshop.presentation.meeting.item_id == "2"
    assert with_sample.workshop.presentation.meeting.left_s > 19 * 60
    with_sample.workshop.presentation.end()


def test_a_meeting_of_yesterday_is_over_even_if_nobody_stopped_it(meeting, clock):
    meeting.begin_item("2")
    clock.now += 9 * 3600

    meeting.take_up()

    assert (meeting.item_id, meeting.left_s) == (None, None)


# --- the room and the vote while presenting ---------------------------------------------------------------------------


def test_a_room_that_closed_is_said_in_the_managers_view_and_opened_again_there(with_sample, presentation, qtbot):
    keeper = with_sample.workshop.keeper
    assert presentation.manager.room.isHidden()
    assert keeper.open("127.0.0.1", port=0)
    keeper.close()
    keeper.troubled.emit(FastmapError("room_address_left", address="127.0.0.1"))
    assert presentation.manager.room.isVisible()
    assert "127.0.0.1" in presentation.manager.room.words.text()

    qtbot.mouseClick(presentation.manager.room.opening, Qt.MouseButton.LeftButton)

    assert keeper.is_open
    assert presentation.manager.room.isHidden()
    keeper.close()


def test_with_one_screen_the_wall_says_that_the_room_has_closed(with_sample, presentation, screens):
    del screens[1]
    presentation.arrange()

    with_sample.workshop.keeper.troubled.emit(FastmapError("room_address_left", address="10.0.0.7"))

    assert "10.0.0.7" in presentation.bar.keys.text()
    assert presentation.bar.keys.isVisible()


def test_a_vote_is_started_while_presenting_and_counted_as_it_comes(with_sample, presentation, qtbot):
    session, votes = with_sample.session, presentation.manager.votes
    qtbot.waitUntil(lambda: session.state.results_are_current, timeout=20_000)
    votes.show_all()

    votes._subjects[BallotSubject.NEEDS].trigger()

    ballot = session.state.snapshot.ballots[-1]
    assert (ballot.workshop, ballot.state, ballot.is_live) == ("W001", BallotState.OPEN, False)
    assert presentation.meeting.view is WallView.VOTE
    qtbot.waitUntil(votes.starting.isHidden, timeout=2_000)
    paper = BallotPaper(id="p" * 16, ballot=ballot.id, received_at=NOON, dots={ballot.options[0]: 2})
    session.apply(CastBallotPapers(papers=(paper,)))
    qtbot.waitUntil(lambda: votes.counted.text() == "1 person voted by phone", timeout=2_000)


def test_a_vote_that_an_earlier_workshop_left_open_on_phones_is_told_and_closed(with_sample, presentation, qtbot):
    session, votes = with_sample.session, presentation.manager.votes
    qtbot.waitUntil(lambda: session.state.results_are_current, timeout=20_000)
    vote(session)
    session.apply(SaveWorkshop(workshop=replace(WORKSHOP, id="W002")))
    votes.show_all()
    assert presentation.meeting.ballot is None
    assert "earlier workshop" in votes.counted.text()
    assert votes.starting.isHidden()
    assert votes.by_hand.isHidden()

    qtbot.mouseClick(votes.turning, Qt.MouseButton.LeftButton)

    assert session.state.snapshot.ballots[-1].state is BallotState.CLOSED
    votes.show_all()
    assert votes.turning.isHidden()
    assert not votes.starting.isHidden()


def test_counting_by_hand_is_one_click_from_the_managers_view(with_sample, qtbot):
    without_workshops(with_sample)
    with_sample.session.apply(SaveWorkshop(workshop=WORKSHOP))
    qtbot.waitUntil(lambda: with_sample.session.state.results_are_current, timeout=20_000)
    vote(with_sample.session)
    with_sample.workshop.present()

    with_sample.workshop.presentation.manager.votes.by_hand.click()

    dialog = find(with_sample, "meetingDialog")
    assert dialog.isVisible()
    assert dialog._panes.currentWidget() is dialog.votes
    assert dialog.votes._ballot == "B001"
    dialog.close()
    with_sample.workshop.presentation.end()


def test_every_control_of_the_managers_view_has_a_name(presentation):
    manager = presentation.manager
    nameless = [
        child.objectName()
        for child in manager.findChildren(QWidget)
        if child.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and not child.objectName().startswith("qt_")
        and not (
            child.accessibleName()
            or getattr(child, "text", lambda: "")()
            or child in (manager.notes, manager.decisions)
        )
    ]

    assert nameless == []
