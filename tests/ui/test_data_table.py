"""The table: what it shows, and which intentions come out of keys, clipboard and editors."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from tests.support.ui import HOSTILE
from ui.theme.theme import Theme, current
from ui.widgets.completion import CompletionField, Suggestion
from ui.widgets.fields import ComboBox
from ui.widgets.table import Column, DataTable, Paste
from ui.widgets.table.grid_text import format_grid, parse_grid


@dataclass(frozen=True, kw_only=True)
class Firm:
    code: str
    name: str
    people: int | None = None
    size: str = "small"
    skill: str = ""


COLUMNS = (
    Column[Firm](key="name", text=lambda firm: firm.name, role="key", stretch=True, editable=True),
    Column[Firm](
        key="people",
        text=lambda firm: "" if firm.people is None else str(firm.people),
        sort=lambda firm: firm.people,
        numeric=True,
        editable=True,
    ),
    Column[Firm](
        key="size",
        text=lambda firm: firm.size,
        tone=lambda _: "st",
        choices=lambda _: [("S", "small"), ("L", "large")],
        editable=True,
    ),
    Column[Firm](key="skill", text=lambda firm: firm.skill, completes=True, editable=True, width=200),
    Column[Firm](key="code", text=lambda firm: firm.code),
)
FIRMS = (
    Firm(code="A", name="Zeta", people=10),
    Firm(code="B", name="alfa", people=9),
    Firm(code="C", name="Mid & Co"),
)


@pytest.fixture
def table(qapp, qtbot):
    if not qapp.findChild(Theme):
        Theme(qapp).apply()
    table = DataTable("firms", COLUMNS, lambda firm: firm.code)
    table.set_titles({column.key: column.key.title() for column in COLUMNS})
    table.set_rows(FIRMS)
    table.resize(900, 400)
    qtbot.addWidget(table)
    table.show()
    qtbot.waitExposed(table)
    table.activateWindow()
    table.setFocus()
    return table


def names(table):
    return [firm.name for firm in table.rows.shown]


def test_unknown_figures_come_last_in_both_directions(table):
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    upwards = names(table)
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)

    assert upwards == ["alfa", "Zeta", "Mid & Co"]
    assert names(table) == ["Zeta", "alfa", "Mid & Co"]


def test_sorting_names_ignores_capitals(table):
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)

    assert names(table) == ["alfa", "Mid & Co", "Zeta"]


def test_filter_keeps_rows_with_every_word(table):
    table.set_filter("co MID")

    assert names(table) == ["Mid & Co"]


def test_choice_follows_its_row_through_sorting_and_new_rows(table):
    table.choose("C")

    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    table.set_rows([Firm(code="N", name="aaa"), *FIRMS[1:], FIRMS[0]])

    assert table.chosen_row == "C"
    assert names(table)[0] == "aaa"


def test_new_rows_announce_nothing(table, qtbot):
    table.choose("A")

    for signal in (table.row_chosen, table.cell_edited, table.pasted):
        with qtbot.assertNotEmitted(signal):
            table.set_rows(FIRMS[1:])
            table.set_rows(FIRMS)


def test_typing_into_a_cell_comes_out_as_an_edit_and_changes_nothing_itself(table, qtbot):
    table.choose("A", "name")

    with qtbot.waitSignal(table.cell_edited) as edit:
        qtbot.keyClicks(table, "N")
        editor = table.findChild(QLineEdit, "edit_name")
        editor.selectAll()
        qtbot.keyClicks(editor, "New name")
        qtbot.keyClick(editor, Qt.Key.Key_Return)

    assert edit.args == ["A", "name", "New name"]
    assert names(table)[0] == "Zeta"


def test_enter_goes_down_after_an_edit(table, qtbot):
    table.choose("A", "name")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit, "edit_name")
    qtbot.keyClicks(editor, "x")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: table.chosen_row == "B")


def test_same_value_again_is_no_edit(table, qtbot):
    table.choose("A", "name")
    qtbot.keyClick(table, Qt.Key.Key_F2)

    with qtbot.assertNotEmitted(table.cell_edited, wait=50):
        qtbot.keyClick(table.findChild(QLineEdit, "edit_name"), Qt.Key.Key_Return)


def test_choice_editor_hands_over_the_value_behind_the_words(table, qtbot):
    table.edit_cell("A", "size")
    box = table.findChild(ComboBox, "edit_size")

    with qtbot.waitSignal(table.cell_edited) as edit:
        box.setCurrentIndex(1)
        box.activated.emit(1)

    assert edit.args == ["A", "size", "L"]


def test_completion_hands_over_the_suggestion_taken(table, qtbot):
    table.completion_wanted.connect(
        lambda _column, number, text: table.offer(number, [Suggestion(value="uri:1", title=f"{text}ing")])
    )
    table.edit_cell("A", "skill")
    field = table.findChild(CompletionField, "edit_skill")
    qtbot.keyClicks(field, "weld")
    qtbot.waitUntil(lambda: field.is_open)

    with qtbot.waitSignal(table.cell_edited) as edit:
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert edit.args == ["A", "skill", Suggestion(value="uri:1", title="welding")]


def test_adding_row_stays_last_and_asks_for_a_new_row(table, qtbot):
    table.rows.set_adding("name", "Type a name to add a firm")
    table.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    table.edit_cell("", "name")

    with qtbot.waitSignal(table.row_added) as added:
        editor = table.findChild(QLineEdit, "edit_name")
        qtbot.keyClicks(editor, "Fourth")
        qtbot.keyClick(editor, Qt.Key.Key_Return)

    assert added.args == ["Fourth"]
    assert table.rows.rowCount() == 4


def test_copy_puts_cells_on_the_clipboard_as_a_spreadsheet_would(table, qtbot):
    table.setCurrentIndex(table.rows.index(0, 0))
    table.selectionModel().select(table.rows.index(1, 1), QItemSelectionModel.SelectionFlag.Select)

    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "Zeta\t\n\t9\n"


def test_paste_comes_out_with_its_place(table, qtbot):
    QGuiApplication.clipboard().setText("One\t1\r\nTwo\t2\r\nThree\t3\r\n")
    table.choose("B", "name")

    with qtbot.waitSignal(table.pasted) as pasted:
        qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert pasted.args == [
        Paste(
            grid=(("One", "1"), ("Two", "2"), ("Three", "3")),
            columns=("name", "people", "size", "skill", "code"),
            rows=("B", "C"),
        )
    ]


def test_hidden_columns_are_neither_copied_nor_pasted_into(table, qtbot):
    table.setColumnHidden(1, True)
    table.setCurrentIndex(table.rows.index(0, 0))
    table.selectRow(0)
    table.copy()
    assert parse_grid(QGuiApplication.clipboard().text()) == (("Zeta", "small", "", "A"),)

    table.setCurrentIndex(table.rows.index(0, 0))
    with qtbot.waitSignal(table.pasted) as pasted:
        table.paste()
    assert pasted.args[0].columns == ("name", "size", "skill", "code")


def test_columns_are_at_least_as_wide_as_their_titles(table):
    title = "Consequence for the whole year"
    table.set_titles({column.key: title for column in COLUMNS})
    words = table.horizontalHeader().fontMetrics().horizontalAdvance(title)
    assert all(table.columnWidth(place) >= words + 20 for place in range(1, len(COLUMNS)))


def test_hairline_fills_one_row_of_pixels(table):
    picture = table.viewport().grab().toImage()
    ground, line = current().colour("surface").name(), current().colour("line").name()
    scale = round(picture.devicePixelRatio())
    bottom = (table.rowHeight(0) + table.rowHeight(1)) * scale
    names = [picture.pixelColor(4 * scale, y).name() for y in range(bottom - 3 * scale, bottom + 3 * scale)]
    assert names == [ground] * (2 * scale) + [line] * scale + [ground] * (3 * scale)


def test_delete_clears_cells_and_removes_whole_rows(table, qtbot):
    table.setCurrentIndex(table.rows.index(0, 0))
    with qtbot.waitSignal(table.cells_cleared) as cleared:
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.keyClick(table, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(table.delete_wanted) as deleted:
        qtbot.keyClick(table, Qt.Key.Key_Delete)

    assert cleared.args == [[("A", "name")]]
    assert deleted.args == [["A"]]


def test_hostile_names_stay_text_in_cells_and_clipboard(table, qtbot):
    table.set_rows([replace(FIRMS[0], code=str(place), name=name) for place, name in enumerate(HOSTILE)])
    table.selectAll()

    table.copy()

    assert [row[0] for row in parse_grid(QGuiApplication.clipboard().text())] == [name.strip() for name in HOSTILE]
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


@pytest.mark.parametrize("grid", [(("a", "b"), ("c", "d")), (('say "hi"', "two\nlines"),), (("", "x"),)])
def test_cells_survive_the_clipboard(grid):
    assert parse_grid(format_grid(grid)) == grid


def test_rows_of_a_pasted_grid_are_equally_long():
    assert parse_grid("a\tb\nc") == (("a", "b"), ("c", ""))


def test_what_is_being_typed_survives_new_rows(table, qtbot):
    table.edit_cell("A", "name")
    editor = find_editor(table)
    editor.selectAll()
    qtbot.keyClicks(editor, "Typ")

    table.set_rows(tuple(replace(firm, people=99) for firm in FIRMS))
    qtbot.keyClicks(editor, "ed")

    assert editor.text() == "Typed"


def find_editor(table):
    editor = table.findChild(QLineEdit, "edit_name")
    assert editor is not None
    return editor


def test_f2_goes_on_with_what_is_there(table, qtbot):
    table.setCurrentIndex(table.rows.index_of("A", 0))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)

    qtbot.keyClicks(find_editor(table), " & Sons")

    assert find_editor(table).text() == "Zeta & Sons"
