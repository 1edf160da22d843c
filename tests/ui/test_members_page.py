"""The step *Members*: typing, pasting, importing, removing, asking – each as one change that can be undone."""

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace

import openpyxl
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMessageBox

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import form_languages
from fastmap.changes import SaveMembers
from fastmap.intake.table_members import read_members
from fastmap.model.choices import MemberKind, MemberStatus, SmeStatus
from fastmap.model.organisations import Cluster, Contact
from fastmap.tasks.membership import answers_by_activity, answers_by_size
from fastmap.tasks.regions import Region
from tests.support.builders import make_member, make_response, make_snapshot
from tests.support.sample_file import put_sample
from tests.support.ui import app, find
from ui.pages import members_asking, registry
from ui.pages.members_forms import FormsWish
from ui.pages.members_presenter import MembersPresenter, member_fact, member_words
from ui.pages.members_preview import MembersPreview
from ui.pages.page import StepState
from ui.widgets.fields import ComboBox
from ui.widgets.table import Paste

REGIONS = (Region("ES211", "Araba/Álava"), Region("ES213", "Bizkaia"))


@pytest.fixture(scope="module")
def steps():
    """The page that is looked at comes first: a window makes the first page of each file that it opens."""
    return (registry.step("members"), registry.step("cluster"))


@pytest.fixture(autouse=True)
def few_regions(monkeypatch):
    monkeypatch.setattr("fastmap.tasks.regions.load_regions", lambda: REGIONS)
    monkeypatch.setattr("fastmap.tasks.starting.load_regions", lambda: REGIONS)


def opened(window, qtbot):
    page = window.workspace.show_page("members")
    window.activateWindow()
    page._take_regions(REGIONS)
    qtbot.waitUntil(lambda: not window.session.pool.is_busy, timeout=20_000)
    return page


@pytest.fixture
def empty(with_empty, qtbot):
    return opened(with_empty, qtbot)


@pytest.fixture
def page(with_sample, qtbot):
    return opened(with_sample, qtbot)


def members(page):
    return {member.code: member for member in page.session.state.snapshot.members}


def changes_made(page):
    return len(page.session.assessment.history())


def clipboard(text):
    QGuiApplication.clipboard().setText(text)


def click(qtbot, page, name):
    qtbot.mouseClick(find(page, name), Qt.MouseButton.LeftButton)


def preview(page, qtbot):
    qtbot.waitUntil(lambda: page.findChild(MembersPreview) is not None, timeout=20_000)
    return page.findChild(MembersPreview)


# --- typing -----------------------------------------------------------------------------------------------------------


def test_names_are_typed_one_after_the_other_into_an_empty_list(empty, qtbot):
    click(qtbot, empty, "memberEmptyAdd")
    for name in ("Talleres Uno", "Taller Dos"):
        qtbot.waitUntil(lambda: empty.table.state() == empty.table.State.EditingState)
        editor = find(empty.table, "edit_name", QLineEdit)
        qtbot.keyClicks(editor, name)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda name=name: name in [member.name for member in members(empty).values()])
        empty._begin_adding()

    assert [(member.code, member.name) for member in members(empty).values()] == [
        ("M001", "Talleres Uno"),
        ("M002", "Taller Dos"),
    ]
    assert changes_made(empty) == 2


def test_name_that_is_in_the_list_already_is_shown_instead_of_added(page, qtbot):
    known = next(iter(members(page).values()))
    with qtbot.waitSignal(page.say):
        page._add(known.name.upper())

    assert len(members(page)) == 40
    assert page.table.chosen_row == known.code


@pytest.mark.parametrize(
    ("column", "typed", "field", "value"),
    [
        ("name", "Otro nombre", "name", "Otro nombre"),
        ("headcount", "1 200", "headcount", 1200),
        ("activity", "C25", "activity", "C25"),
        ("nuts", "es213", "nuts", "ES213"),
    ],
)
def test_cell_is_edited_in_place_and_undone(page, qtbot, column, typed, field, value):
    before = members(page)["M001"]
    page.table.setFocus()
    page.table.edit_cell("M001", column)
    editor = find(page.table, f"edit_{column}", QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, typed)
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: getattr(members(page)["M001"], field) == value)
    page.session.undo()
    assert members(page)["M001"] == before


def test_status_is_chosen_from_words(page, qtbot):
    page.table.edit_cell("M001", "status")
    box = find(page.table, "edit_status", ComboBox)
    assert box.currentText() == "Answered"
    box.setCurrentIndex(box.findText("Reminded"))
    box.activated.emit(box.currentIndex())

    qtbot.waitUntil(lambda: members(page)["M001"].status is MemberStatus.REMINDED)


def test_kind_can_be_made_unknown(page):
    page.presenter.edit_cell("M001", "kind", None)

    assert members(page)["M001"].kind is None


def test_place_is_found_by_name(page):
    assert [one.value for one in page.presenter.find_regions("bizk")] == ["ES213"]


@pytest.mark.parametrize(
    ("column", "text"), [("headcount", "3-4"), ("nuts", "nowhere"), ("status", "blue"), ("name", "")]
)
def test_what_is_not_understood_changes_nothing_and_is_told(page, qtbot, column, text):
    before = members(page)
    with qtbot.waitSignal(page.say) as told:
        page._edit_cell("M001", column, text)

    assert told.args[0] == "warn"
    assert members(page) == before


def test_cells_are_emptied_together_names_and_statuses_stay(page):
    before = members(page)["M001"]
    count = changes_made(page)
    page.table.cells_cleared.emit([("M001", "headcount"), ("M001", "name"), ("M001", "status"), ("M002", "activity")])

    now = members(page)
    assert (now["M001"].headcount, now["M001"].name, now["M001"].status) == (None, before.name, before.status)
    assert now["M002"].activity is None
    assert changes_made(page) == count + 1


# --- pasting and importing --------------------------------------------------------------------------------------------


def test_cells_with_headings_are_shown_first_and_then_taken_as_one_change(empty, qtbot):
    clipboard("Name\tKind\tEmployees\tE-mail\nUno\tmicro\t5\tana@uno.eu\nDos\t\tmany\t\n")
    click(qtbot, empty, "memberEmptyPaste")
    dialog = preview(empty, qtbot)
    assert members(empty) == {}
    assert [row.name for row in dialog.table.rows.shown] == ["Uno", "Dos"]
    assert [(row.place, row.found) for row in dialog.problems.rows.shown] == [("C3", "many")]

    click(qtbot, dialog, "previewTake")

    assert [(m.name, m.kind, m.headcount) for m in members(empty).values()] == [
        ("Uno", MemberKind.MICRO, 5),
        ("Dos", None, None),
    ]
    assert empty.session.assessment.contacts()[0].email == "ana@uno.eu"
    assert changes_made(empty) == 1
    empty.session.undo()
    assert members(empty) == {}
    assert not empty.session.assessment.contacts()


def test_cells_are_pasted_from_the_chosen_cell_on(page, qtbot):
    clipboard("77\tC33\n88\tC34\n")
    page.table.setFocus()
    page.table.choose("M003", "headcount")
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog = preview(page, qtbot)
    assert "77" in dialog.table.rows.shown[0].changes

    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    assert [(members(page)[code].headcount, members(page)[code].activity) for code in ("M003", "M004")] == [
        (77, "C33"),
        (88, "C34"),
    ]


def test_preview_that_is_cancelled_changes_nothing(page, qtbot):
    page._paste(Paste(grid=(("Neu",), ("Noch neuer",)), columns=("name",), rows=()))
    dialog = preview(page, qtbot)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert len(members(page)) == 40


def test_single_cell_is_pasted_without_a_question(page):
    page._paste(Paste(grid=(("99",),), columns=("headcount", "activity"), rows=("M001", "M002")))

    assert members(page)["M001"].headcount == 99
    assert page.findChild(MembersPreview) is None


def test_empty_clipboard_is_said(empty, qtbot):
    clipboard("")
    with qtbot.waitSignal(empty.say) as told:
        click(qtbot, empty, "memberEmptyPaste")

    assert told.args[0] == "neutral"


def test_list_from_a_file_is_read_in_the_background_and_shown_first(empty, qtbot, tmp_path, monkeypatch):
    file = tmp_path / "list.csv"
    file.write_text("Código;Nombre;Correo electrónico\nA1;Uno;uno@uno.eu\nA2;Dos;\n", encoding="utf-8")
    monkeypatch.setattr(members_asking, "list_to_read", lambda *_: file)
    click(qtbot, empty, "membersEmptyPrimary")
    dialog = preview(empty, qtbot)
    click(qtbot, dialog, "previewTake")

    assert list(members(empty)) == ["A1", "A2"]
    qtbot.waitUntil(lambda: not empty.progress.isVisible())


def test_dropped_file_that_is_no_list_is_told(empty, qtbot, tmp_path):
    file = tmp_path / "other.csv"
    file.write_text("x;y\n1;2\n", encoding="utf-8")
    with qtbot.waitSignal(empty.session.failed, timeout=20_000) as told:
        empty.take_files([file])

    assert told.args[0].code == "table_without_name"
    assert members(empty) == {}


def test_lists_reach_the_page_only_while_it_is_in_sight(page):
    assert ".xlsx" in page.takes
    assert not type(page).takes


# --- removing ---------------------------------------------------------------------------------------------------------


def test_members_with_answers_are_removed_only_after_a_question(page, monkeypatch):
    asked = []
    monkeypatch.setattr(members_asking, "may_remove", lambda _, *words: asked.append(words))
    page.table.delete_wanted.emit(["M001", "M040"])
    assert [words[0] for words in asked] == ["Remove 2 members with their answers?"]
    assert len(members(page)) == 40

    monkeypatch.setattr(members_asking, "may_remove", lambda *_: True)
    before = page.session.assessment.content_hash()
    page.table.delete_wanted.emit(["M001", "M040"])
    assert len(members(page)) == 38
    page.session.undo()

    assert page.session.assessment.content_hash() == before


def test_members_without_answers_are_removed_by_the_keyboard_at_once(page, qtbot, monkeypatch):
    monkeypatch.setattr(members_asking, "may_remove", lambda *_: pytest.fail("asked"))
    page.table.setFocus()
    page.table.choose("M040", "name")
    qtbot.keyClick(page.table, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)

    assert "M040" not in members(page)


# --- asking -----------------------------------------------------------------------------------------------------------


def test_filters_count_and_show(page, qtbot):
    quality = page.session.state.results.quality
    for key, count in (
        ("asked", quality.asked),
        ("answered", quality.answered),
        ("to_call", len(quality.not_answered)),
    ):
        click(qtbot, page, f"memberFilter_{key}")
        assert len(page.table.rows.shown) == count
        assert find(page, f"memberFilter_{key}").text().endswith(f" {count}")
    click(qtbot, page, "memberFilter_all")
    qtbot.keyClicks(find(page, "memberSearch"), "hidrauval")
    assert [row.member.name for row in page.table.rows.shown] == ["Hidrauval"]


def test_strip_shows_who_is_missing_by_size(page):
    quality = page.session.state.results.quality
    assert find(page, "memberAskedNumber").text() == str(quality.asked)
    assert find(page, "memberAnsweredNumber").text() == str(quality.answered)
    shown = [stratum for stratum in answers_by_size(quality) if stratum.asked]
    assert len(shown) > 2
    for stratum in shown:
        assert find(page, f"memberSize_{stratum.key}Count").text() == f"{stratum.answered} of {stratum.asked}"


def reminding(page, qtbot):
    click(qtbot, page, "memberReminders")
    return find(page, "remindersDialog")


def test_reminders_hold_names_addresses_and_a_text_in_the_members_language(page, qtbot):
    first, *others = page.session.state.results.quality.not_answered
    page.session.apply(
        SaveMembers(
            members=(replace(members(page)[first], language="ro"),),
            contacts=(Contact(member=first, name="=Ana", email="ana@x.eu"), Contact(member="M001", name="Not me")),
        )
    )
    before = page.session.assessment.content_hash()
    dialog = reminding(page, qtbot)
    assert find(dialog, "reminderText").text().startswith("Bună ziua, =Ana,")
    click(qtbot, dialog, "remindersCopy")

    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 1 + 1 + len(others)
    (line,) = [line for line in lines if line.startswith(f"{members(page)[first].name}\t")]
    assert line.split("\t")[1:4] == ["'=Ana", "ana@x.eu", "ro"]
    assert "Bună ziua" in line
    assert "Not me" not in QGuiApplication.clipboard().text()
    assert {members(page)[code].status for code in (first, *others)} == {MemberStatus.REMINDED}
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_reminders_are_saved_as_a_table_and_nobody_is_marked_unless_wanted(page, qtbot, tmp_path, monkeypatch):
    before = members(page)
    monkeypatch.setattr(members_asking, "table_to_write", lambda *_: tmp_path / "late")
    dialog = reminding(page, qtbot)
    find(dialog, "remindersMark").setChecked(False)
    click(qtbot, dialog, "remindersSave")

    rows = (tmp_path / "late.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) == 1 + len(page.session.state.results.quality.not_answered)
    assert members(page) == before


def test_members_are_overdue_once_the_last_day_of_the_round_has_passed(page, qtbot):
    late = page.session.state.results.quality.not_answered
    end = page.session.state.snapshot.info.round_end
    page.presenter.today = lambda: end
    page.refresh(page.session.state)
    assert not find(page, "memberFilter_overdue").isVisible()

    page.presenter.today = lambda: end + timedelta(days=1)
    page.refresh(page.session.state)
    click(qtbot, page, "memberFilter_overdue")

    assert tuple(row.member.code for row in page.table.rows.shown) == late
    assert find(page, "memberFilter_overdue").text() == f"Overdue {len(late)}"


def test_strip_turns_to_activities_and_back(page, qtbot):
    strata = answers_by_activity(page.session.state.results.quality)
    click(qtbot, page, "memberBreakdown")
    assert page.strip.title.text() == "Answers by activity: who is missing"
    for stratum in strata:
        assert find(page, f"memberSize_{stratum.key}Count").text() == f"{stratum.answered} of {stratum.asked}"

    click(qtbot, page, "memberBreakdown")
    assert page.strip.title.text() == "Answers by size: who is missing"
    assert find(page, "memberSize_smallCount").isVisible()


def test_status_of_marked_members_is_set_at_once_and_undone_at_once(page, qtbot):
    before, count = page.session.assessment.content_hash(), changes_made(page)
    page.table.setFocus()
    page.table.choose("M038", "name")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(page.table, key, Qt.KeyboardModifier.ShiftModifier)
    marked = page.table.selected_rows
    assert len(marked) == 3

    click(qtbot, page, "memberStatus")
    page.findChild(QAction, "memberStatus_refused").trigger()
    page.round.statuses.close()

    assert {members(page)[code].status for code in marked} == {MemberStatus.REFUSED}
    assert changes_made(page) == count + 1
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_what_is_to_be_said_of_a_whole_list_stands_below_its_cells(page, tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes("name;people\nGyőri Hegesztő Kft.;3-4\n".encode("cp1250"))

    page.lists.preview(read_members(path, page.presenter.snapshot))

    dialog = find(page, "membersPreview")
    assert find(dialog, "previewNotes").text().startswith("“list.csv” does not say")
    assert "Windows-1250" in find(dialog, "previewNotes").text()
    assert [row.place for row in dialog.problems.rows.shown] == ["B2"]
    dialog.reject()


def test_languages_offered_are_those_that_forms_come_in(page):
    offered = member_words(page.session).languages

    assert set(offered) == set(form_languages())
    assert offered["hu"] == "Hungarian"


@pytest.mark.parametrize("recorded", [r"C:\Users\someone\last.fastmap", "/elsewhere/last.fastmap", "last.fastmap"])
def test_the_round_before_is_found_beside_the_file_wherever_it_was(tmp_path, recorded):
    (tmp_path / "last.fastmap").touch()
    snapshot = make_snapshot()
    snapshot = replace(snapshot, info=replace(snapshot.info, previous_file=recorded))
    state = SimpleNamespace(path=tmp_path / "new.fastmap", snapshot=snapshot)

    found = MembersPresenter(SimpleNamespace(state=state)).previous_file()

    assert found == tmp_path / "last.fastmap"


def test_forms_in_a_chosen_language_with_paper_and_last_rounds_needs(page, qtbot, tmp_path, monkeypatch):
    last = tmp_path / "last.fastmap"
    put_sample(last)
    monkeypatch.setattr(members_asking, "previous_round", lambda *_: last)
    before = page.session.assessment.content_hash()
    click(qtbot, page, "memberForms")
    dialog = find(page, "formsDialog")
    for name, value in (("formsFor", "all"), ("formsLanguage", "hu")):
        find(dialog, name).choose(value)
    find(dialog, "formsPaper").setChecked(True)
    find(dialog, "formsEarlier").setChecked(True)
    assert "last.fastmap" in find(dialog, "formsPrevious").text()
    find(dialog, "formsFolder").setText(str(tmp_path / "forms"))
    with qtbot.waitSignal(page.say, timeout=120_000) as told:
        click(qtbot, dialog, "formsWrite")

    forms = sorted((tmp_path / "forms").glob("*.xlsx"))
    assert len(forms) == len([*(tmp_path / "forms").glob("*.pdf")]) == 40
    sheet = openpyxl.load_workbook(forms[0]).worksheets[0]
    assert sheet["B2"].value == "Az Önöknél hiányzó készségek"
    assert sheet["C9"].value
    assert "25 of them with last round's needs." in told.args[1]
    assert page.session.state.snapshot.info.previous_file == "last.fastmap"
    page.session.undo()
    assert page.session.assessment.content_hash() == before


@pytest.mark.parametrize("meant", [True, False])
def test_another_clusters_answers_fill_in_forms_only_after_asking(page, qtbot, tmp_path, monkeypatch, meant):
    path = tmp_path / "wood.fastmap"
    Assessment.create(path, cluster=Cluster(name="Wood", country="FI"), round_label="2020").close()
    asked = []
    monkeypatch.setattr(members_asking, "means_other_cluster", lambda *said: asked.append(said[1:]) or meant)
    code = next(iter(members(page)))

    page.round.write_forms(FormsWish(codes=(code,), folder=tmp_path / "forms", previous=path))
    qtbot.waitUntil(lambda: not page.work.is_running, timeout=30_000)

    question, consequence = asked[0]
    assert question == "wood.fastmap is about Wood. Is it the round you mean?"
    assert consequence == "0 of its members are on your list. Their forms would be filled in with what was said there."
    assert (tmp_path / "forms").exists() is meant
    assert (page.session.state.snapshot.info.previous_file == "wood.fastmap") is meant


def test_forms_are_written_in_the_background_and_members_marked(page, qtbot, tmp_path):
    not_asked = [member.code for member in members(page).values() if member.status is MemberStatus.NOT_ASKED]
    click(qtbot, page, "memberForms")
    dialog = app().activeModalWidget() or find(page, "formsDialog")
    assert find(dialog, "formsFor").currentData() == "not_asked"
    find(dialog, "formsFolder").setText(str(tmp_path / "forms"))
    click(qtbot, dialog, "formsWrite")
    qtbot.waitUntil(lambda: not page.work.is_running, timeout=30_000)

    assert len([*(tmp_path / "forms").glob("*.xlsx")]) == len(not_asked)
    assert (tmp_path / "forms" / "mail-merge.csv").exists()
    assert {members(page)[code].status for code in not_asked} == {MemberStatus.ASKED}


def test_writing_forms_can_be_cancelled_and_then_nobody_is_marked(page, qtbot, tmp_path):
    before = members(page)
    page.round.write_forms(FormsWish(codes=tuple(before), folder=tmp_path / "forms"))
    click(qtbot, page, "memberProgressCancel")
    qtbot.waitUntil(lambda: not page.work.is_running, timeout=30_000)

    assert members(page) == before


def test_feedback_sheets_are_written_in_the_background_for_those_who_answered(page, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(members_asking, "folder_for_feedback", lambda *_: tmp_path / "feedback")
    before = page.session.assessment.content_hash()
    with qtbot.waitSignal(page.say, timeout=120_000) as told:
        click(qtbot, page, "memberFeedback")

    assert len([*(tmp_path / "feedback").glob("*.pdf")]) == 25
    assert told.args[1].startswith("25 feedback sheets written to ")
    assert page.session.assessment.content_hash() == before
    (edition,) = page.session.assessment.anonymous_editions()
    assert edition.answered == 25


@pytest.mark.parametrize(("button", "folders"), [("Write nothing", 0), ("Write all the same", 1)])
def test_before_sheets_that_can_be_compared_with_earlier_ones_a_person_is_asked(
    page, qtbot, monkeypatch, button, folders
):
    asked = []
    monkeypatch.setattr(members_asking, "folder_for_feedback", lambda *_: asked.append(1))
    edition = page.presenter.handing_out_feedback().edition()
    earlier = replace(edition, answers="0" * 64, answered=edition.answered - 1, made_on=date(2026, 3, 1))
    page.session.assessment.note_anonymous_edition(earlier)

    def answer():
        box = page.window().findChild(QMessageBox, "giveFeedbackBox")
        assert "with 24 answers; now there are 25" in box.informativeText()
        qtbot.mouseClick(next(one for one in box.buttons() if one.text() == button), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, answer)
    click(qtbot, page, "memberFeedback")

    assert len(asked) == folders


# --- details ----------------------------------------------------------------------------------------------------------


def test_details_record_what_an_audit_asks_and_undo_takes_it_back(page, qtbot):
    page.table.setFocus()
    page.table.choose("M001", "code")
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    number = find(page, "memberRegistrationNumber", QLineEdit)
    hint = page.panel.audit.fields["sme"]
    number.setFocus()
    qtbot.keyClicks(number, "=0042")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    choice = find(page, "memberSme", ComboBox)
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.keyClick(choice, Qt.Key.Key_Down)

    (told,) = page.session.assessment.registrations()
    assert (told.member, told.registration_number, told.sme) == ("M001", "=0042", SmeStatus.NO)
    assert hint.control is choice
    page.session.undo()
    page.session.undo()
    assert page.session.assessment.registrations()[0].sme is None
    page.session.undo()
    assert page.session.assessment.registrations() == ()
    assert number.text() == ""


def test_details_show_answers_and_record_the_contact_person(page, qtbot):
    page.table.setFocus()
    page.table.choose("M001", "code")
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    email = find(page, "memberContactEmail", QLineEdit)
    for text in ("nonsense", "ana@uno.eu"):
        email.setFocus()
        email.selectAll()
        qtbot.keyClicks(email, text)
        qtbot.keyClick(email, Qt.Key.Key_Return)
        assert bool(email.property("wrong") == "true") == (text == "nonsense")
    day = find(page, "memberContactConsentDate", QLineEdit)
    day.setFocus()
    qtbot.keyClicks(day, "2026-03-31")
    qtbot.keyClick(day, Qt.Key.Key_Return)

    (contact,) = [one for one in page.session.assessment.contacts() if one.member == "M001"]
    assert (contact.email, contact.consent_date) == ("ana@uno.eu", date(2026, 3, 31))
    qtbot.keyClick(email, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()


def test_details_follow_the_chosen_row(page, qtbot):
    click(qtbot, page, "memberDetails")
    page.table.choose("M002", "name")

    assert page.panel.code == "M002"
    assert page.panel.title.text() == members(page)["M002"].name


def test_showing_a_state_emits_no_intention(page):
    count = changes_made(page)
    page._open_panel("M001")
    for _ in range(2):
        page.refresh(page.session.state)

    assert changes_made(page) == count


# --- fact -------------------------------------------------------------------------------------------------------------


def test_fact_tells_from_nobody_listed_to_everybody_answered():
    asked = {"status": MemberStatus.ASKED}
    facts = [
        member_fact(make_snapshot(members=listed, responses=answers), None)
        for listed, answers in (
            ((), ()),
            ((make_member(1, status=MemberStatus.NOT_ASKED),), ()),
            ((make_member(1, **asked), make_member(2, **asked)), (make_response(1),)),
            ((make_member(1, **asked),), (make_response(1),)),
        )
    ]

    assert [fact.state for fact in facts] == [
        StepState.NOT_STARTED,
        StepState.BEGUN,
        StepState.BEGUN,
        StepState.COMPLETE,
    ]
    assert facts[2].sentence.startswith("1 of 2")
    assert facts[2].share_0_1 == 0.5


def test_blank_pasted_onto_a_status_changes_nothing(page):
    before = members(page)

    page.presenter.edit_cell("M001", "status", " ")

    assert members(page) == before


def test_list_read_while_somebody_adds_a_member_overwrites_nobody(empty, qtbot, tmp_path, monkeypatch):
    table = tmp_path / "m.csv"
    table.write_text("name\nRead firm\n", encoding="utf-8")
    shown = []
    monkeypatch.setattr(empty.lists, "preview", shown.append)
    empty.take_files([table])
    empty.presenter.add("Typed firm")

    qtbot.waitUntil(lambda: bool(shown), timeout=20_000)

    taken = {member.code for member in empty.session.state.snapshot.members}
    assert taken.isdisjoint(member.code for member in shown[0].members)
