"""Agenda and votes in the window: begun, edited, noted, voted, counted by hand – each edit one undo."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from fastmap.assessment import Assessment
from fastmap.changes import CastBallotPapers, CountByHand, NoteAgendaItem, RemoveWorkshop
from fastmap.errors import FastmapError
from fastmap.model.choices import BallotState, BallotSubject, WallView
from fastmap.model.workshop import BallotPaper
from tests.support.ui import cut_texts, find
from ui.frame import asking
from ui.session import SaveState

NOW = datetime.fromisoformat("2026-06-09T10:00:00+02:00")


@pytest.fixture
def dialog(with_sample, qtbot):
    for workshop in with_sample.session.state.snapshot.workshops:
        with_sample.session.apply(RemoveWorkshop(workshop=workshop.id))
    with_sample.menus["meeting"].trigger()
    dialog = find(with_sample, "meetingDialog")
    qtbot.waitUntil(lambda: with_sample.session.state.results_are_current)
    yield dialog
    dialog.close()


@pytest.fixture
def begun(dialog, qtbot):
    click(dialog, "meetingEmptyPrimary", qtbot)
    return dialog


@pytest.fixture
def voting(begun, with_sample, qtbot):
    """A vote on the needs, open and hidden."""
    click(begun, "meetingViews_votes", qtbot)
    qtbot.waitUntil(lambda: with_sample.session.state.results_are_current)
    click(begun, "ballotNew", qtbot)
    click(begun, "ballotOpen", qtbot)
    return begun


def click(dialog, name, qtbot):
    qtbot.mouseClick(find(dialog, name), Qt.MouseButton.LeftButton)


def workshop(window):
    (only,) = window.session.state.snapshot.workshops
    return only


def ballot(window):
    return window.session.state.snapshot.ballots[-1]


def enter(line, text, qtbot):
    line.setFocus()
    line.clear()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def edit(table, row, column, value):
    table.rows.edited.emit(row, column, value)


def shown(table, column):
    place = [known.key for known in table.rows.columns].index(column)
    return [table.rows.columns[place].text(row) for row in table.rows.shown]


def test_a_workshop_begins_with_two_hours_or_forty_five_minutes_and_undo_takes_it_back(dialog, with_sample, qtbot):
    click(dialog, "meetingEmptyPrimary", qtbot)
    assert workshop(with_sample).minutes == 120

    with_sample.session.undo()
    assert find(dialog, "meetingEmpty").isVisible()

    click(dialog, "meetingEmptyShort", qtbot)
    assert workshop(with_sample).minutes == 45


def test_day_place_and_people_are_kept_and_an_unclear_day_is_said_at_its_field(begun, with_sample, qtbot):
    enter(find(begun, "meetingDay"), "9/6/2026", qtbot)
    enter(find(begun, "meetingPlace"), "Sala <b>Grande</b>", qtbot)
    enter(find(begun, "meetingPeople"), "21", qtbot)
    told = workshop(with_sample)
    assert (told.held_on.isoformat(), told.place, told.participants) == ("2026-06-09", "Sala <b>Grande</b>", 21)

    enter(find(begun, "meetingDay"), "someday", qtbot)

    assert "someday" in begun._facts["held_on"].hint.text()
    assert workshop(with_sample) == told


def test_items_are_reworded_retimed_moved_added_and_removed(begun, with_sample, qtbot):
    table = find(begun, "agendaTable")

    edit(table, "1", "title", "Welcome")
    qtbot.waitUntil(lambda: workshop(with_sample).agenda[0].title == "Welcome")
    edit(table, "1", "minutes", "15")
    qtbot.waitUntil(lambda: workshop(with_sample).agenda[0].minutes == 15)
    edit(table, "1", "view", WallView.MAP)
    qtbot.waitUntil(lambda: workshop(with_sample).agenda[0].view is WallView.MAP)
    edit(table, "", "title", "Coffee")
    qtbot.waitUntil(lambda: workshop(with_sample).agenda[-1].title == "Coffee")
    click(begun, "agendaEarlier", qtbot)
    assert [item.title for item in workshop(with_sample).agenda[-2:]] == ["Coffee", None]
    click(begun, "agendaRemoveItem", qtbot)

    assert [item.id for item in workshop(with_sample).agenda] == list("12345678")
    assert find(begun, "agendaTotal").text().startswith("125 minutes in all.")


def test_minutes_nobody_can_sit_through_are_refused_in_the_dialog(begun, with_sample, qtbot):
    edit(find(begun, "agendaTable"), "1", "minutes", "999")

    qtbot.waitUntil(find(begun, "meetingProblem").isVisible)
    assert "999" in find(begun, "meetingProblem").text()
    assert workshop(with_sample).agenda[0].minutes == 10


def test_notes_and_decisions_are_kept_when_another_item_is_chosen(begun, with_sample, qtbot):
    find(begun, "agendaNotes").setFocus()
    qtbot.keyClicks(find(begun, "agendaNotes"), "Welding is missing")
    qtbot.keyClicks(find(begun, "agendaDecisions"), "Ane asks the school by Friday")

    find(begun, "agendaTable").choose("2")

    item = workshop(with_sample).agenda[0]
    assert (item.notes, item.decisions) == ("Welding is missing", "Ane asks the school by Friday")
    assert workshop(with_sample).agenda[1].notes is None
    assert find(begun, "agendaNotes").toPlainText() == ""
    assert shown(find(begun, "agendaTable"), "noted")[:2] == ["decided", ""]


def test_notes_still_being_typed_are_kept_when_the_dialog_is_closed(begun, with_sample, qtbot):
    find(begun, "agendaNotes").setFocus()
    qtbot.keyClicks(find(begun, "agendaNotes"), "half a sent")

    begun.close()

    assert workshop(with_sample).agenda[0].notes == "half a sent"


def test_notes_are_saved_while_the_cursor_rests_in_their_field_and_typing_goes_on_behind_it(begun, with_sample, qtbot):
    notes, saved = find(begun, "agendaNotes"), lambda: workshop(with_sample).agenda[0].notes
    notes.setFocus()
    qtbot.keyClicks(notes, "ten minutes of ")
    (rest,) = notes.findChildren(QTimer, "noteRest")
    assert (rest.interval(), rest.isActive()) == (2_000, True)
    assert saved() is None

    rest.setInterval(5)
    rest.start()
    qtbot.waitUntil(lambda: saved() == "ten minutes of", timeout=2_000)

    qtbot.keyClicks(notes, "typing")
    qtbot.waitUntil(lambda: saved() == "ten minutes of typing", timeout=2_000)
    assert notes.toPlainText() == "ten minutes of typing"


def test_decisions_are_saved_while_the_cursor_rests_in_their_field(begun, with_sample, qtbot):
    decisions = find(begun, "agendaDecisions")
    decisions.setFocus()
    (rest,) = decisions.findChildren(QTimer, "noteRest")
    rest.setInterval(5)
    qtbot.keyClicks(decisions, "Ane asks")

    qtbot.waitUntil(lambda: workshop(with_sample).agenda[0].decisions == "Ane asks", timeout=2_000)


@pytest.fixture
def rings(monkeypatch):
    """How often the computer beeped."""
    heard = []
    monkeypatch.setattr(QApplication, "beep", lambda: heard.append(1))
    return heard


def test_the_time_left_stands_beside_the_agenda(begun, qtbot):
    click(begun, "agendaBegin", qtbot)

    assert find(begun, "agendaLeft").text() == "10:00 left"
    click(begun, "agendaStop", qtbot)
    assert not find(begun, "agendaLeft").isVisible()


@pytest.mark.parametrize("has_sound", [True, False])
def test_time_that_is_up_is_seen_beside_the_agenda_and_heard_once_unless_switched_off(
    begun, with_sample, qtbot, rings, has_sound
):
    meeting = with_sample.workshop.meeting
    click(begun, "agendaBegin", qtbot)
    if not has_sound:
        find(begun, "agendaSound").click()
    meeting._item_began -= 601

    meeting.tick()
    meeting.tick()

    assert "Time is up" in find(begun, "agendaLeft").text()
    assert find(begun, "agendaLeft").property("badge") == "bad"
    assert len(rings) == has_sound
    meeting.let_sound(True)


def test_the_dialog_fits_a_laptop_at_125_percent_while_the_clock_runs(begun, with_sample, qtbot):
    click(begun, "agendaBegin", qtbot)
    with_sample.workshop.meeting._item_began -= 601
    with_sample.workshop.meeting.tick()
    with_sample.theme.set_zoom(1.25)
    try:
        assert begun.minimumSizeHint().width() <= 1366
        assert begun.minimumSizeHint().height() <= 728
    finally:
        with_sample.theme.set_zoom(1.0)


def test_what_is_begun_beside_the_agenda_is_on_while_presenting_and_the_other_way_round(begun, with_sample, qtbot):
    click(begun, "agendaBegin", qtbot)
    with_sample.workshop.present()
    presentation = with_sample.workshop.presentation

    assert presentation.meeting.item.id == "1"
    presentation.meeting.step(1)
    qtbot.waitUntil(lambda: [row.is_on for row in find(begun, "agendaTable").rows.shown][:2] == [False, True])
    presentation.end()
    with_sample.workshop.present()
    assert with_sample.workshop.presentation.meeting.item.id == "2"
    with_sample.workshop.presentation.end()


def test_notes_that_could_not_be_saved_stay_in_their_field_until_they_can(begun, with_sample, qtbot, monkeypatch):
    notes = find(begun, "agendaNotes")
    with monkeypatch.context() as patch:
        patch.setattr(Assessment, "apply", _full)
        notes.setFocus()
        qtbot.keyClicks(notes, "twenty minutes of typing")
        begun.agenda.keep_notes()
        begun.agenda._choose("2")
        begun.agenda._choose("1")

        assert notes.toPlainText() == "twenty minutes of typing"
    begun.agenda.keep_notes()

    assert workshop(with_sample).agenda[0].notes == "twenty minutes of typing"


def test_saving_a_copy_from_the_agenda_goes_on_in_the_copy_with_all_that_was_typed(
    begun, with_sample, qtbot, tmp_path, monkeypatch
):
    path = with_sample.session.state.path
    path.rename(path.with_name("renamed.fastmap"))
    monkeypatch.setattr(asking, "place_to_save", lambda *_: tmp_path / "rescue.fastmap")
    for name, text in (("agendaNotes", "what was said"), ("agendaDecisions", "what was decided")):
        find(begun, name).setFocus()
        qtbot.keyClicks(find(begun, name), text)
    begun.close()

    click(with_sample, "messageBarAction", qtbot)

    assert with_sample.session.state.path == (tmp_path / "rescue.fastmap").resolve()
    assert with_sample.session.save_state is SaveState.SAVED
    item = workshop(with_sample).agenda[0]
    assert (item.notes, item.decisions) == ("what was said", "what was decided")


def test_what_is_typed_back_is_what_the_copy_has(begun, with_sample, qtbot, tmp_path):
    path, notes = with_sample.session.state.path, find(begun, "agendaNotes")
    path.rename(path.with_name("renamed.fastmap"))
    notes.setFocus()
    qtbot.keyClicks(notes, "no")
    begun.agenda.keep_notes()
    qtbot.keyClick(notes, Qt.Key.Key_Backspace)
    qtbot.keyClick(notes, Qt.Key.Key_Backspace)
    begun.agenda.keep_notes()

    assert with_sample.session.save_copy(tmp_path / "rescue.fastmap")

    with Assessment.open(tmp_path / "rescue.fastmap") as copy:
        assert copy.snapshot().workshops[0].agenda[0].notes is None


def _full(*_):
    raise FastmapError("disk_full", name="room.fastmap", folder="x")


def test_a_vote_opens_with_the_options_that_are_ticked(begun, with_sample, qtbot):
    click(begun, "meetingViews_votes", qtbot)
    qtbot.waitUntil(lambda: with_sample.session.state.results_are_current)
    click(begun, "ballotNew", qtbot)
    form = begun.votes.form
    proposed = form.chosen_options
    click(begun, "ballotOption_0", qtbot)
    form.dots.choose(5)
    click(begun, "ballotOpen", qtbot)

    opened = ballot(with_sample)
    assert (opened.subject, opened.dots, opened.state) == (BallotSubject.NEEDS, 5, BallotState.OPEN)
    assert opened.options == proposed[1:]


def test_dots_are_hidden_until_the_vote_is_closed_and_then_stand_beside_the_survey(voting, with_sample, qtbot):
    session, opened = with_sample.session, ballot(with_sample)
    last = opened.options[-1]
    papers = tuple(
        BallotPaper(id=f"p{number}", ballot=opened.id, received_at=NOW, dots={last: 3}) for number in range(6)
    )
    session.apply(CastBallotPapers(papers=papers))
    table = find(voting, "ballotTable")
    assert table.isColumnHidden(1)
    assert table.rows.shown[0].result.option == opened.options[0]

    click(voting, "ballotTurn", qtbot)

    assert not table.isColumnHidden(1)
    assert (table.rows.shown[0].result.option, shown(table, "dots")[0]) == (last, "18")
    assert shown(table, "gap")[0] == "higher than in the survey"
    assert "disagree" in find(voting, "ballotSummary").text()
    assert not find(voting, "ballotWarning").isVisible()
    click(voting, "ballotTurn", qtbot)
    assert ballot(with_sample).state is BallotState.OPEN


def test_a_vote_keeps_its_words_when_it_opens_and_the_places_of_the_survey_when_it_closes(voting, with_sample, qtbot):
    opened = ballot(with_sample)
    assert set(opened.words) == set(opened.options)
    assert not set(opened.words.values()) & set(opened.options)
    assert (opened.words_language, opened.places) == (with_sample.session.state.snapshot.info.language, None)

    click(voting, "ballotTurn", qtbot)

    assert ballot(with_sample).places == {option: place for place, option in enumerate(opened.options, start=1)}
    with_sample.session.undo()
    assert ballot(with_sample) == opened
    with_sample.session.redo()
    assert ballot(with_sample).places is not None


def test_dots_counted_by_hand_are_typed_into_the_table(voting, with_sample, qtbot):
    first, second, *_ = ballot(with_sample).options
    enter(find(voting, "ballotVoters"), "4", qtbot)
    table = find(voting, "ballotTable")
    edit(table, first, "by_hand", "7")
    edit(table, second, "by_hand", "5")
    qtbot.waitUntil(lambda: len(ballot(with_sample).by_hand) == 2)
    assert (dict(ballot(with_sample).by_hand), ballot(with_sample).voters_by_hand) == ({first: 7, second: 5}, 4)

    edit(table, second, "by_hand", "six")

    qtbot.waitUntil(find(voting, "meetingProblem").isVisible)
    assert ballot(with_sample).by_hand[second] == 5
    edit(table, second, "by_hand", "6")  # a dot more than four people had
    qtbot.waitUntil(lambda: "13" in find(voting, "meetingProblem").text())
    assert ballot(with_sample).by_hand[second] == 5


def test_a_sheet_that_was_counted_elsewhere_is_pasted_whole_or_refused_by_line(voting, with_sample, qtbot):
    rows = find(voting, "ballotTable").rows.shown[:2]
    first, second = (row.label for row in rows)
    QApplication.clipboard().setText(f"\t{first}\t{second}\nAna\t2\t1\nJon\t\t3\n")

    click(voting, "ballotPaste", qtbot)

    assert ballot(with_sample).by_hand == {rows[0].result.option: 2, rows[1].result.option: 4}
    assert ballot(with_sample).voters_by_hand == 2
    assert with_sample.session.undo_message.key == "change.count_by_hand"
    QApplication.clipboard().setText(f"{first}\t5\nNobody offered this\t2")
    click(voting, "ballotPaste", qtbot)
    assert "2: Nobody offered this · 2" in find(voting, "meetingProblem").text()
    assert ballot(with_sample).by_hand == {rows[0].result.option: 2, rows[1].result.option: 4}


def test_more_votes_than_people_and_too_few_for_anonymous_reports_are_said(voting, with_sample, qtbot):
    enter(find(voting, "meetingPeople"), "2", qtbot)
    enter(find(voting, "ballotVoters"), "3", qtbot)
    assert "3 people voted, and fewer were in the room: 2." in find(voting, "ballotWarning").text()

    enter(find(voting, "meetingPeople"), "20", qtbot)
    click(voting, "ballotTurn", qtbot)

    assert "anonymous reports do not show" in find(voting, "ballotWarning").text()


def test_a_vote_is_removed_with_its_dots_and_comes_back_with_undo(voting, with_sample, qtbot):
    opened = ballot(with_sample)

    click(voting, "ballotRemove", qtbot)
    assert with_sample.session.state.snapshot.ballots == ()
    assert find(voting, "votesNothing").isVisible()
    with_sample.session.undo()

    assert ballot(with_sample) == opened
    assert find(voting, "ballotTable").isVisible()


@pytest.mark.parametrize("button", ["Keep", "Remove"])
def test_a_workshop_is_removed_only_after_saying_what_goes_with_it_and_comes_back_with_undo(
    voting, with_sample, qtbot, button
):
    item = workshop(with_sample).agenda[2]
    with_sample.session.apply(
        NoteAgendaItem(workshop=workshop(with_sample).id, item=item.id, notes="A night shift.", decisions=None)
    )
    opened = ballot(with_sample)
    paper = BallotPaper(id="a1", ballot=opened.id, received_at=NOW, dots={opened.options[0]: 1})
    with_sample.session.apply(CastBallotPapers(papers=(paper,)))
    with_sample.session.apply(CountByHand(ballot=opened.id, dots={opened.options[1]: 4}, voters=4))
    before = with_sample.session.state.snapshot
    said = []

    def answer():
        box = voting.findChild(QMessageBox, "removeWorkshopBox")
        said.append(box.informativeText())
        assert box.defaultButton().text() == "Keep"
        qtbot.mouseClick(next(one for one in box.buttons() if one.text() == button), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, answer)
    click(voting, "meetingRemove", qtbot)

    (words,) = said
    for told in ("8 items", "notes and decisions of 1 item", "1 vote", "the dots of 5 people", "Undo (Ctrl+Z)"):
        assert told in words
    if button == "Keep":
        assert with_sample.session.state.snapshot == before
        return
    after = with_sample.session.state.snapshot
    assert (after.workshops, after.ballots, after.ballot_papers) == ((), (), ())
    with_sample.session.undo()
    after = with_sample.session.state.snapshot
    assert (after.workshops, after.ballots, after.ballot_papers) == (
        before.workshops,
        before.ballots,
        before.ballot_papers,
    )


def test_nothing_is_cut_in_a_longer_language(long_language, voting, qtbot):
    assert cut_texts(voting) == []
    click(voting, "meetingViews_agenda", qtbot)
    assert cut_texts(voting) == []
