"""The frame: start page, files, steps, undo, language, theme, zoom, messages."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from fastmap.assessment import Assessment
from fastmap.changes import EditCluster
from fastmap.errors import FastmapError
from fastmap.model.organisations import Cluster
from tests.support.demo_pages import DEMO_STEPS
from tests.support.ui import controls, cut_texts, empty_assessment, find
from ui.frame import asking
from ui.frame.new_dialog import NewDialog
from ui.pages.page import StepState
from ui.session import SaveState
from ui.widgets.buttons import Button, IconButton
from ui.widgets.fields import ComboBox


@pytest.fixture(scope="module")
def steps():
    return DEMO_STEPS


@pytest.fixture(autouse=True)
def english_again(window):
    yield
    window.session.close()
    if window.language.code != "en":
        window.look.switch_language("en")
    window.message_bar.dismiss()


def press(window, qtbot, text):
    """Press a shortcut on the window."""
    from PySide6.QtGui import QKeySequence

    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    combination = QKeySequence(text)[0]
    qtbot.keyClick(window, combination.key(), combination.keyboardModifiers())


def test_start_page_makes_a_new_assessment(window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(asking, "documents_folder", lambda: tmp_path)

    qtbot.mouseClick(find(window, "startNew"), Qt.MouseButton.LeftButton)
    dialog = find(window, "newDialog", NewDialog)
    qtbot.keyClicks(find(dialog, "newName", QLineEdit), "Bolts & Nuts: Norte")
    country = find(dialog, "newCountry", ComboBox)
    country.setCurrentIndex(country.findData("ES"))
    qtbot.mouseClick(find(dialog, "newMake"), Qt.MouseButton.LeftButton)

    assert (tmp_path / "Bolts Nuts Norte.fastmap").exists()
    assert window.session.state.snapshot.cluster.name == "Bolts & Nuts: Norte"
    assert window.workspace.isVisible()
    qtbot.waitUntil(lambda: window.findChild(NewDialog) is None)


def test_incomplete_profile_is_explained_at_its_fields_and_makes_no_file(window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(asking, "documents_folder", lambda: tmp_path)
    window.files.ask_for_new()
    dialog = find(window, "newDialog", NewDialog)

    qtbot.mouseClick(find(dialog, "newMake"), Qt.MouseButton.LeftButton)

    sentences = [label.text() for label in dialog.findChildren(QLabel) if label.property("complaint") == "true"]
    assert "The name is missing." in sentences
    assert list(tmp_path.iterdir()) == []
    dialog.reject()


def test_file_that_cannot_be_opened_leaves_the_open_one_and_says_why(with_empty, tmp_path):
    foreign = tmp_path / "letter.fastmap"
    foreign.write_text("Dear Sir or Madam <b>")
    before = with_empty.session.state.path

    with_empty.open_file(foreign)

    assert with_empty.session.state.path == before
    assert "letter.fastmap" in with_empty.message_bar.sentence.text()
    assert with_empty.message_bar.isVisible()


def test_recent_files_are_offered_and_missing_ones_can_be_forgotten(window, qtbot, tmp_path):
    gone, there = tmp_path / "gone.fastmap", empty_assessment(tmp_path / "there.fastmap")
    window.recent.remember(gone, there)

    qtbot.mouseClick(find(window, "forget_1", IconButton), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(find(window, "recent_0"), Qt.MouseButton.LeftButton)

    assert window.session.state.path == there.resolve()
    assert gone not in window.settings.recent


def test_sample_is_fresh_at_every_start_and_the_edited_one_is_kept_beside_it(window, qtbot):
    qtbot.mouseClick(find(window, "startSample"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.is_open, timeout=20_000)
    fictional = window.session.state.snapshot.cluster.name
    place = window.session.state.path
    window.session.apply(EditCluster(cluster=Cluster(name="Mine now", country="ES")))

    with qtbot.waitSignal(window.files.sample.kept, timeout=20_000) as kept:
        window.files.open_sample()

    assert window.session.state.path == place
    assert window.session.state.snapshot.cluster.name == fictional
    assert window.settings.recent[:2] == (place, kept.args[0])
    with Assessment.open(kept.args[0]) as assessment:
        assert assessment.snapshot().cluster.name == "Mine now"


def test_sample_that_nobody_edited_is_opened_again_as_it_is(window, qtbot):
    window.files.open_sample()
    qtbot.waitUntil(lambda: window.session.is_open, timeout=20_000)
    place = window.session.state.path
    made = place.stat().st_ino
    window.session.close()

    window.files.open_sample()
    qtbot.waitUntil(lambda: window.session.is_open, timeout=20_000)

    assert place.stat().st_ino == made


def test_dropped_assessment_is_opened_and_dropped_forms_go_to_the_page_that_takes_them(window, tmp_path):
    path = empty_assessment(tmp_path / "dropped.fastmap")
    drop(window, path)
    form = tmp_path / "form.xlsx"
    form.touch()

    drop(window, form)

    assert window.session.state.path == path.resolve()
    assert window.workspace.page.key == "members"
    assert window.workspace.page.taken == [[form]]


def drop(window, path: Path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    arguments = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPointF(5, 5).toPoint(), *arguments)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    window.dropEvent(QDropEvent(QPointF(5, 5), *arguments))


def test_keys_lead_to_every_step_and_arrows_walk_along_them(with_empty, qtbot):
    for number, step in enumerate(DEMO_STEPS, start=1):
        press(with_empty, qtbot, f"Ctrl+{number}")
        assert with_empty.workspace.page.key == step.key
    rows = with_empty.workspace.step_list.rows
    rows["members"].setFocus()
    qtbot.keyClick(rows["members"], Qt.Key.Key_Down)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert with_empty.workspace.page.key == "needs"


def test_step_list_says_facts_and_draws_progress(with_sample, qtbot):
    rows = with_sample.workspace.step_list.rows
    qtbot.waitUntil(lambda: all(row.sentence for row in rows.values()))

    assert rows["members"].sentence == "25 of 40 members answered"
    assert rows["members"]._fact.state is StepState.BEGUN
    assert "25 of 40" in rows["members"].accessibleName()


def test_each_file_that_is_opened_has_the_keyboard_on_its_first_page(window, tmp_path, qtbot):
    window.activateWindow()
    for name in ("first", "second"):
        window.open_file(empty_assessment(tmp_path / f"{name}.fastmap"))
        page = window.workspace.page

        qtbot.waitUntil(lambda page=page: page.isAncestorOf(QApplication.focusWidget()))


def test_edit_is_undone_and_made_again_from_the_menu_with_its_name(with_empty, qtbot):
    window = with_empty
    before = window.session.assessment.content_hash()
    window.workspace.show_page("members")
    qtbot.mouseClick(find(window.workspace.page, "membersEmptyPrimary"), Qt.MouseButton.LeftButton)

    assert window.menus["undo"].text() == "Undo: save 1 member"
    press(window, qtbot, "Ctrl+Z")
    assert window.session.assessment.content_hash() == before
    assert window.menus["redo"].text() == "Redo: save 1 member"
    press(window, qtbot, "Ctrl+Y")
    assert len(window.session.state.snapshot.members) == 1


def test_page_out_of_sight_is_shown_anew_only_when_visited_and_concerned(with_empty, qtbot):
    window = with_empty
    cluster = window.workspace.show_page("cluster")
    qtbot.waitUntil(lambda: window.session.state.results_are_current)
    members = window.workspace.show_page("members")
    seen = cluster.times_shown

    members._add()

    assert cluster.times_shown == seen
    assert members.times_shown > 0


def test_late_results_of_an_older_snapshot_are_dropped(with_sample, qtbot):
    session = with_sample.session
    older = session.state.results
    session.apply(EditCluster(cluster=Cluster(name="Newer", country="ES")))

    session._take_results(older.snapshot, older)

    assert session.state.results_are_current is False


def test_language_switch_reaches_menus_steps_and_catalogue_words(with_sample, qtbot):
    box = find(with_sample, "languageChoice", ComboBox)
    box.setCurrentIndex(box.findData("es"))
    box.activated.emit(box.currentIndex())
    QApplication.processEvents()

    assert with_sample.menus["new"].text() == "&Nueva evaluación…"
    assert with_sample.workspace.step_list.rows["needs"].text() == "Necesidades"
    assert with_sample.session.state.texts.language == "es"
    assert with_sample.menus["undo"].text().startswith("Deshacer: ")
    assert with_sample.settings.language == "es"


def test_theme_is_switched_at_run_time_and_remembered(with_empty):
    with_empty.menus["theme_dark"].trigger()

    assert with_empty.theme.is_dark
    assert with_empty.grab().toImage().pixelColor(4, 200).lightness() < 60
    assert with_empty.settings.theme == "dark"
    with_empty.menus["theme_light"].trigger()
    assert with_empty.grab().toImage().pixelColor(4, 200).lightness() > 200


def test_zoom_makes_the_step_list_grow_and_stops_at_200_percent(with_empty, qtbot):
    steps = with_empty.workspace.step_list
    for _ in range(9):
        press(with_empty, qtbot, "Ctrl++")

    assert with_empty.theme.zoom == 2.0
    assert steps.width() == 496
    press(with_empty, qtbot, "Ctrl+0")
    assert steps.width() == 248


def test_chosen_step_is_scrolled_into_sight_where_there_is_little_room(with_empty, qtbot):
    last = DEMO_STEPS[-1].key
    with_empty.theme.set_zoom(2.0)
    try:
        qtbot.wait(20)
        with_empty.workspace.show_page(last)
        qtbot.wait(20)
        row = with_empty.workspace.step_list.rows[last]

        assert row.visibleRegion().boundingRect().height() == row.height()
    finally:
        with_empty.theme.set_zoom(1.0)


def test_help_of_the_step_opens_with_f1_and_closes_with_escape(with_empty, qtbot):
    with_empty.workspace.show_page("cluster")

    press(with_empty, qtbot, "F1")
    texts = [label.text() for label in with_empty.workspace.help.findChildren(QLabel) if not label.isHidden()]
    qtbot.keyClick(with_empty.workspace.help, Qt.Key.Key_Escape)

    assert {"First paragraph.", "Second paragraph."} <= set(texts)
    assert with_empty.workspace.help.isHidden()


def test_failed_save_is_said_in_the_bar_and_work_goes_on_in_the_copy_that_is_offered(
    with_empty, qtbot, monkeypatch, tmp_path
):
    def fail(_change):
        raise FastmapError("disk_full", name="Empty.fastmap", folder="/media/stick")

    monkeypatch.setattr(with_empty.session.assessment, "apply", fail)
    monkeypatch.setattr(asking, "place_to_save", lambda *_: tmp_path / "rescue.fastmap")

    touched = with_empty.session.apply(EditCluster(cluster=Cluster(name="x", country="ES")))
    said = find(with_empty, "saveState", QLabel).text()
    qtbot.mouseClick(find(with_empty, "messageBarAction", Button), Qt.MouseButton.LeftButton)

    assert (touched, said) == (None, "Not saved: choose another place")
    assert with_empty.session.state.path == (tmp_path / "rescue.fastmap").resolve()
    assert with_empty.session.state.snapshot.cluster.name == "x"
    assert with_empty.session.save_state is SaveState.SAVED


def test_a_full_disk_says_what_became_of_the_change_and_is_forgotten_once_there_is_room(with_empty, monkeypatch):
    def fail(_change):
        raise FastmapError("disk_full", name="Empty.fastmap", folder="/media/stick")

    session, bar = with_empty.session, with_empty.message_bar
    with monkeypatch.context() as full:
        full.setattr(session.assessment, "apply", fail)
        session.apply(EditCluster(cluster=Cluster(name="x", country="ES")))
    assert "The last change was not made." in bar.sentence.text()
    assert "it gets the change that could not be saved, too" in bar.sentence.text()
    assert bar.isVisible()

    session.apply(EditCluster(cluster=Cluster(name="y", country="ES")))

    assert session.save_state is SaveState.SAVED
    assert not bar.isVisible()


def test_a_file_replaced_under_the_window_says_once_that_a_copy_gets_the_change(with_empty, monkeypatch):
    def fail(_change):
        raise FastmapError("file_replaced", file="Empty.fastmap")

    monkeypatch.setattr(with_empty.session.assessment, "apply", fail)
    with_empty.session.apply(EditCluster(cluster=Cluster(name="x", country="ES")))

    said = with_empty.message_bar.sentence.text()
    assert "it gets that change too" in said
    assert said.count("The last change was not made") == 1


def test_ctrl_s_is_answered_with_the_time_of_the_last_save(with_empty, qtbot):
    press(with_empty, qtbot, "Ctrl+S")

    assert "Every change is saved as you make it" in with_empty.message_bar.sentence.text()


def test_file_open_elsewhere_is_refused_with_a_calm_sentence(window, tmp_path):
    from fastmap.assessment import Assessment

    path = empty_assessment(tmp_path / "shared.fastmap")
    with Assessment.open(path, backup_folder=tmp_path / "b"):
        window.open_file(path)

    assert not window.session.is_open
    assert "is open" in window.message_bar.sentence.text()


def test_start_page_is_whole_with_long_words_and_names(window, long_language, tmp_path, qtbot):
    window.recent.remember(empty_assessment(tmp_path / ("Sehr langer Name " * 8 + ".fastmap")))
    window.theme.set_zoom(1.25)
    try:
        qtbot.wait(20)
        assert cut_texts(window.start_page) == []
        assert all(control.accessibleName() or control.text() for control in controls(window.start_page))
    finally:
        window.theme.set_zoom(1.0)


def test_switching_steps_takes_less_than_a_tenth_of_a_second(with_sample):
    import time

    for step in DEMO_STEPS:
        with_sample.workspace.show_page(step.key)
    slowest = 0.0
    for step in DEMO_STEPS:
        begin = time.perf_counter()
        with_sample.workspace.show_page(step.key)
        QApplication.processEvents()
        slowest = max(slowest, time.perf_counter() - begin)

    assert slowest < 0.1


def test_keyboard_stays_on_the_page_when_its_control_goes_away(window, tmp_path, qtbot):
    window.open_file(empty_assessment(tmp_path / "focus.fastmap"))
    window.activateWindow()
    page = window.workspace.page
    last = QLineEdit(page)
    page.layout().addWidget(last)
    last.show()
    last.setFocus()
    window.top_bar.language.setFocus()
    last.setFocus()
    qtbot.waitUntil(last.hasFocus)

    last.setEnabled(False)
    window.top_bar.language.setFocus()

    qtbot.waitUntil(lambda: page.isAncestorOf(QApplication.focusWidget()))


def test_tab_may_reach_the_bar(window, tmp_path, qtbot):
    window.open_file(empty_assessment(tmp_path / "bar.fastmap"))
    window.activateWindow()
    window.workspace.page.focus_first()

    window.top_bar.language.setFocus()
    qtbot.wait(20)

    assert window.top_bar.language.hasFocus()


def test_a_message_moves_no_button_away_from_under_the_mouse(with_sample, qtbot):
    page = with_sample.workspace.show_page("cluster")
    before = page.header.mapTo(with_sample, page.header.rect().topLeft())

    with_sample.say("warn", "Something to read.")
    qtbot.waitUntil(with_sample.message_bar.isVisible)
    qtbot.wait(20)

    assert page.header.mapTo(with_sample, page.header.rect().topLeft()) == before
