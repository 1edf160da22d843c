"""Lists of members that are pasted, imported or dropped: shown first, then taken as one change."""

from PySide6.QtCore import Qt

from fastmap.intake.table_members import read_members
from fastmap.model.choices import MemberKind
from tests.support import members_fixtures
from tests.support.members_page import changes_made, click, clipboard, members, preview
from tests.support.ui import find
from ui.pages import members_asking
from ui.pages.members_preview import MembersPreview
from ui.widgets.table import Paste

steps = members_fixtures.steps
few_regions = members_fixtures.few_regions
empty = members_fixtures.empty
page = members_fixtures.page


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


def test_what_is_to_be_said_of_a_whole_list_stands_below_its_cells(page, tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes("name;people\nGyőri Hegesztő Kft.;3-4\n".encode("cp1250"))

    page.lists.preview(read_members(path, page.presenter.snapshot))

    dialog = find(page, "membersPreview")
    assert find(dialog, "previewNotes").text().startswith("“list.csv” does not say")
    assert "Windows-1250" in find(dialog, "previewNotes").text()
    assert [row.place for row in dialog.problems.rows.shown] == ["B2"]
    dialog.reject()


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
