"""The building blocks: completion, flow, message bar, badges, fields, plain text."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QStyleOptionComboBox, QToolTip, QVBoxLayout, QWidget

from fastmap.model.direction import without_turns
from tests.support.demo_pages import DEMO_STEPS
from tests.support.ui import HOSTILE, accessible_name
from ui.plain_text import literal
from ui.theme.theme import Mode, current
from ui.widgets.buttons import Button, DangerButton, IconButton
from ui.widgets.cards import scrolling
from ui.widgets.completion import CompletionField, Suggestion
from ui.widgets.fields import ComboBox, Field, SearchField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Badge, FactLabel, Label
from ui.widgets.message_bar import MessageBar
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.side_panel import SidePanel


@pytest.fixture(scope="module")
def steps():
    return DEMO_STEPS


@pytest.fixture
def board(window, qtbot):
    """A window of its own to put widgets on."""
    board = QWidget()
    board.resize(900, 600)
    board.column = QVBoxLayout(board)
    qtbot.addWidget(board)
    board.show()
    board.activateWindow()
    qtbot.waitUntil(board.isActiveWindow)
    return board


# --- completion -------------------------------------------------------------------------------------------------------


@pytest.fixture
def field(board):
    field = CompletionField("skill", parent=board)
    field.set_own_words("Keep “{text}” in my own words", "You can match it later")
    board.column.addWidget(field)
    board.column.addStretch(1)
    field.show()
    field.setFocus()
    return field


SUGGESTIONS = (
    Suggestion(value="uri:1", title="industrial welding", detail="Technical · 2 others named it"),
    Suggestion(value="uri:2", title="weld seams"),
)


def ask(field, qtbot, text):
    with qtbot.waitSignal(field.wanted) as question:
        qtbot.keyClicks(field, text)
    return question.args[0]


def test_arrows_and_enter_take_a_suggestion(field, qtbot):
    number = ask(field, qtbot, "weld")
    field.offer(number, SUGGESTIONS)
    qtbot.keyClick(field, Qt.Key.Key_Down)

    with qtbot.waitSignal(field.chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert chosen.args == [SUGGESTIONS[1]]
    assert field.text() == "weld seams"
    assert not field.is_open


def test_last_row_keeps_the_own_words(field, qtbot):
    number = ask(field, qtbot, "a<b> weld")
    field.offer(number, SUGGESTIONS)
    for _ in range(5):
        qtbot.keyClick(field, Qt.Key.Key_Down)

    with qtbot.waitSignal(field.chosen) as chosen:
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert (chosen.args[0].value, chosen.args[0].title) == (None, "a<b> weld")


def test_answer_to_an_older_question_is_dropped(field, qtbot):
    older = ask(field, qtbot, "we")
    newer = ask(field, qtbot, "l")

    field.offer(older, SUGGESTIONS)
    was_open = field.is_open
    field.offer(newer, SUGGESTIONS)

    assert not was_open
    assert field.is_open


def test_escape_puts_suggestions_away_and_keeps_the_text(field, qtbot):
    field.offer(ask(field, qtbot, "weld"), SUGGESTIONS)

    qtbot.keyClick(field, Qt.Key.Key_Escape)

    assert not field.is_open
    assert field.text() == "weld"


def test_click_on_a_suggestion_takes_it_without_losing_the_keyboard(field, board, qtbot):
    field.offer(ask(field, qtbot, "weld"), SUGGESTIONS)
    rows = board.findChild(QWidget, "completionList")

    with qtbot.waitSignal(field.chosen) as chosen:
        place = rows.visualRect(rows.model().index(0, 0)).center()
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert chosen.args == [SUGGESTIONS[0]]
    assert field.hasFocus()


def test_suggestions_at_the_lower_edge_open_upwards(board, qtbot):
    board.column.addStretch(1)
    field = CompletionField("low", parent=board)
    board.column.addWidget(field)
    field.show()
    field.setFocus()
    qtbot.wait(1)

    field.offer(ask(field, qtbot, "weld"), SUGGESTIONS)
    popup = board.findChild(QWidget, "completionPopup")

    assert popup.geometry().bottom() <= field.geometry().top()


# --- layout and labels ------------------------------------------------------------------------------------------------


def test_flow_begins_a_new_row_where_the_next_widget_does_not_fit(board):
    holder = QWidget(board)
    flow = FlowLayout(holder, spacing=10)
    buttons = [Button(f"b{number}", parent=holder) for number in range(3)]
    for button in buttons:
        button.setText("About a hundred")
        flow.addWidget(button)
    one_row = flow.sizeHint()

    flow.setGeometry(QRect(0, 0, one_row.width() - 1, 500))

    assert buttons[0].y() == buttons[1].y() < buttons[2].y()
    assert flow.heightForWidth(one_row.width()) == one_row.height()
    assert flow.heightForWidth(one_row.width() - 1) == 2 * one_row.height() + 10


@pytest.mark.parametrize("name", HOSTILE)
def test_outside_line_is_cut_with_an_ellipsis_and_whole_for_screen_readers(board, name, qtbot):
    label = FactLabel("body", name, parent=board)
    label.setFixedWidth(120)
    label.show()
    qtbot.wait(1)

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.fontMetrics().horizontalAdvance(label.text()) <= 120
    assert accessible_name(label) == " ".join(without_turns(name).split())


def test_badge_says_full_words_to_screen_readers(board):
    badge = Badge(parent=board)

    badge.set_badge("ST", "st", "Short term")

    assert (badge.text(), accessible_name(badge), badge.toolTip()) == ("ST", "Short term", "Short term")


def test_unknown_tone_is_our_mistake(board):
    with pytest.raises(KeyError):
        Badge("x", "no such tone", parent=board)


def test_label_of_qt_and_message_boxes_show_markup_as_text(board, qtbot):
    label = QLabel(HOSTILE[1], board)
    label.show()
    box = QMessageBox(board)
    box.setText(HOSTILE[0])
    box.open()
    qtbot.wait(1)

    formats = {inner.textFormat() for inner in box.findChildren(QLabel) if inner.text()}

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert formats == {Qt.TextFormat.PlainText}
    box.close()


def test_tooltip_shows_markup_as_text(board, qapp, qtbot):
    QToolTip.showText(board.mapToGlobal(board.rect().center()), "<b>bold</b>", board)
    qtbot.waitUntil(lambda: any(w.metaObject().className() == "QTipLabel" for w in qapp.topLevelWidgets()))

    (tip,) = [w for w in qapp.topLevelWidgets() if w.metaObject().className() == "QTipLabel"]

    assert tip.textFormat() == Qt.TextFormat.PlainText
    QToolTip.hideText()


def test_lone_ampersand_is_shown_in_buttons():
    assert literal("A & B") == "A && B"


# --- message, progress, fields ----------------------------------------------------------------------------------------


def test_bad_news_stays_until_closed_and_offers_its_way_out(board, qtbot):
    bar = MessageBar(parent=board)
    done = []
    bar.show_message("It failed.", "bad", action="Save a copy", on_action=lambda: done.append(True))

    assert not bar._timer.isActive()
    qtbot.mouseClick(bar.action, Qt.MouseButton.LeftButton)
    assert done == [True]
    assert bar.isHidden()


def test_good_news_leaves_by_itself(board, qtbot):
    bar = MessageBar(parent=board)
    bar._timer.setInterval(1)

    with qtbot.waitSignal(bar.dismissed):
        bar.show_message("Done.", "good")


@pytest.mark.parametrize("zoom", [1.0, 1.25, 2.0])
def test_a_combo_box_of_its_own_width_shows_its_longest_words_whole(board, zoom):
    current().set_zoom(zoom)
    try:
        box = ComboBox("language", parent=board)
        for words in ("Español", "not enough evidence", "W"):
            box.set_choices([(1, words)], 1)
            box.resize(box.sizeHint())
            option = QStyleOptionComboBox()
            box.initStyleOption(option)
            assert option.currentText == words
    finally:
        current().set_zoom(1.0)


def test_a_message_dismissed_while_it_moves_does_not_come_back(board, qtbot):
    bar = MessageBar(parent=board)
    board.column.addWidget(bar)
    bar.show_message("Stays until it is closed.", "warn")
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    column = QVBoxLayout(elsewhere)
    elsewhere.show()

    column.addWidget(bar)
    bar.dismiss()
    qtbot.wait(20)

    assert bar.isHidden()


def test_cancel_is_asked_once(board, qtbot):
    panel = ProgressPanel(parent=board)
    board.column.addWidget(panel)
    panel.begin("Reading forms", "Cancel")

    with qtbot.waitSignal(panel.cancel_wanted):
        qtbot.mouseClick(panel.cancelling, Qt.MouseButton.LeftButton)

    assert not panel.cancelling.isEnabled()


def test_filling_a_choice_announces_nothing(board, qtbot):
    box = ComboBox("size", parent=board)

    with qtbot.assertNotEmitted(box.currentIndexChanged):
        box.set_choices([("S", "small"), ("L", "large")], "L")
        box.choose("S")

    assert box.currentText() == "small"


def test_complaint_of_a_field_reaches_screen_readers(board):
    edit = QLineEdit(board)
    field = Field(edit, parent=board)
    field.set_words("Name", "As on the letterhead.")

    field.set_complaint("The name is missing.")
    said = edit.accessibleDescription()
    field.set_complaint("")

    assert said == "The name is missing."
    assert edit.accessibleDescription() == "As on the letterhead."
    assert edit.accessibleName() == "Name"


def test_escape_empties_the_search(board, qtbot):
    search = SearchField("find", parent=board)
    board.column.addWidget(search)
    search.setFocus()
    qtbot.keyClicks(search, " bolts ")

    with qtbot.waitSignal(search.wanted) as wanted:
        qtbot.keyClick(search, Qt.Key.Key_Escape)

    assert wanted.args == [""]


def test_escape_closes_a_side_panel(board, qtbot):
    panel = SidePanel("details", parent=board)
    panel.body.addWidget(Label("body", "x", parent=panel))
    panel.show()

    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)

    assert panel.isHidden()


def test_icon_button_has_words_and_shortcut_in_its_tooltip(board):
    button = IconButton("undo", "arrow-u-up-left", parent=board)

    from PySide6.QtGui import QKeySequence

    button.set_words("Undo", QKeySequence("Ctrl+Z"))

    assert accessible_name(button) == "Undo"
    assert button.toolTip() == "Undo (Ctrl+Z)"


def test_a_button_without_room_says_all_in_its_tooltip_and_pushes_nothing_out_of_sight(window, qtbot):
    content = QWidget()
    column = QVBoxLayout(content)
    button = Button("long", parent=content)
    button.setText("Back to the usual thresholds && weights of the catalogue")
    label = Label("secondary", "A line beside it", parent=content)
    column.addWidget(button)
    column.addWidget(label)
    area = scrolling(content, name="narrow")
    qtbot.addWidget(area)
    area.resize(150, 200)
    area.show()
    qtbot.waitExposed(area)
    area.grab()

    assert content.width() <= area.viewport().width()
    assert button.toolTip() == "Back to the usual thresholds & weights of the catalogue"
    area.resize(800, 200)
    area.grab()
    assert button.toolTip() == ""


@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
def test_a_red_button_that_cannot_be_pressed_looks_as_grey_as_any_other(board, window, mode):
    before = current().mode
    current().set_mode(mode)
    try:
        red, plain = DangerButton("red", parent=board), Button("plain", parent=board)
        for button in (red, plain):
            button.setText("Erase")
            board.column.addWidget(button)
            button.setEnabled(False)
        assert red.grab().toImage() == plain.grab().toImage()

        red.setEnabled(True)
        assert red.grab().toImage() != plain.grab().toImage()
    finally:
        current().set_mode(before)
