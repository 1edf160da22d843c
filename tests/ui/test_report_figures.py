"""Funder figures on the page Report: entering with clicks and keys, what is said of doubtful values, undo, copy, files."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLineEdit

from tests.support.ui import HOSTILE, find
from ui.pages import registry
from ui.widgets.completion import CompletionField
from ui.widgets.fields import ComboBox


@pytest.fixture(scope="module")
def steps():
    """The page that is looked at comes first: a window makes the first page of each file that it opens."""
    return (registry.step("report"), registry.step("cluster"))


def press(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.fixture
def page(with_sample, qtbot):
    page = with_sample.workspace.show_page("report")
    press(qtbot, find(page, "reportViews_figures"))
    qtbot.waitUntil(page.figures.isVisible)
    page.figures.panel.close_panel()
    return page


@pytest.fixture
def empty_page(with_empty, qtbot):
    page = with_empty.workspace.show_page("report")
    press(qtbot, find(page, "reportViews_figures"))
    qtbot.waitUntil(page.figures.isVisible)
    return page


def recorded(page):
    return {one.id: one for one in page.session.state.snapshot.kpi_entries}


def row(page, key):
    return page.figures.ledger.rows[key]


def type_into(qtbot, page, name, text):
    line = find(page, name, QLineEdit)
    line.setFocus()
    line.clear()
    qtbot.keyClicks(line, text)
    return line


def name_organisation(qtbot, page, text):
    field = type_into(qtbot, page, "kpiOrganisation", text)
    assert isinstance(field, CompletionField)
    qtbot.waitUntil(lambda: field.is_open)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.text() == "")


def open_indicator(qtbot, page, key):
    press(qtbot, find(page, f"openKpi_{key}"))
    qtbot.waitUntil(page.figures.panel.isVisible)


# --- the ledger -------------------------------------------------------------------------------------------------------


def test_a_line_says_what_was_reached_who_asks_for_it_and_what_is_to_be_checked(page):
    line = row(page, "smes_served")

    assert line.standing.text() == "16 of 30 organisations"
    assert (line.obligation.text(), line.state.text(), line.checking.text()) == ("Optional", "Not yet", "4 to check")
    assert line.bar.isVisibleTo(page)
    assert row(page, "own:K001").standing.text() == "28, target 25"
    assert row(page, "exchanges_with_smes").standing.text() == "17 exchanges: 74% of all, at least 50% are asked for"


def test_nothing_recorded_is_said_and_has_no_bar(page):
    line = row(page, "label_applications")

    assert (line.standing.text(), line.state.text()) == ("Nothing recorded", "Not recorded")
    assert not line.bar.isVisibleTo(page)
    assert row(page, "pact_people_trained").standing.text() == "Value not known yet"


def test_an_empty_ledger_shows_every_indicator_and_how_to_begin(empty_page):
    assert find(empty_page, "kpisNothing").isVisible()
    assert {"staff_trained", "smes_investing", "pact_money"} <= set(empty_page.figures.ledger.rows)
    assert not find(empty_page, "copyKpis").isEnabled()
    assert not find(empty_page, "kpiPeriodFilter").isVisible()


def test_one_period_is_looked_at_alone(page, qtbot):
    box = find(page, "kpiPeriodFilter", ComboBox)
    box.setCurrentIndex(box.findData("2026-H1"))
    box.activated.emit(box.currentIndex())

    assert row(page, "smes_served").standing.text() == "7 organisations not counted before, of 8 entered"
    assert row(page, "pact_programmes").standing.text() == "Nothing recorded for this period"
    assert not row(page, "smes_served").state.isVisible()
    assert "whole ledger" in find(page, "kpisOfPeriod").text()
    press(qtbot, find(page, "copyKpis"))
    assert "Target" not in QGuiApplication.clipboard().text()
    press(qtbot, find(page, "kpiParts_register"))
    assert {shown.period for shown in page.figures.register.table.rows.shown} == {"2026-H1"}

    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert len(page.figures.register.table.rows.shown) == 17
    assert not find(page, "kpisOfPeriod").isVisible()
    press(qtbot, find(page, "kpiParts_ledger"))


# --- entering ---------------------------------------------------------------------------------------------------------


def test_a_value_is_entered_with_members_picked_and_one_that_comes_again_is_told(page, qtbot):
    open_indicator(qtbot, page, "smes_investing")
    press(qtbot, find(page, "addKpiEntry"))
    name_organisation(qtbot, page, "talleres ibar")
    name_organisation(qtbot, page, "mecanizados")

    form = page.figures.panel.form
    assert [pick.id for pick in form.picks] == ["M002", "M001"]
    assert form.value.text() == "2"
    assert form.counted.text() == "2 organisations named. 1 of them counts in another entry already"

    type_into(qtbot, page, "kpiPeriod", "2026 h2")
    qtbot.keyClick(type_into(qtbot, page, "kpiEvidence", "signed list"), Qt.Key.Key_Return)

    entry = recorded(page)["K018"]
    assert (entry.indicator, entry.value, entry.period, entry.members) == (
        "smes_investing",
        2,
        "2026-H2",
        ("M002", "M001"),
    )
    assert entry.evidence == "signed list"
    assert row(page, "smes_investing").standing.text() == "13 of 20 organisations"
    page.session.undo()
    assert "K018" not in recorded(page)
    assert row(page, "smes_investing").standing.text() == "12 of 20 organisations"


def test_hours_of_participation_are_entered_and_nonsense_is_refused_beside_them(page, qtbot):
    open_indicator(qtbot, page, "smes_investing")
    press(qtbot, find(page, "addKpiEntry"))
    type_into(qtbot, page, "kpiValue", "12")
    qtbot.keyClick(type_into(qtbot, page, "kpiHours", "a day"), Qt.Key.Key_Return)

    field = page.figures.panel.form.fields["kpiHours"]
    assert field.hint.text() == "This is no number from 0 up. Correct it, or leave it empty."
    assert "K018" not in recorded(page)
    field.control.selectAll()
    qtbot.keyClick(type_into(qtbot, page, "kpiHours", "96,5"), Qt.Key.Key_Return)
    assert (recorded(page)["K018"].value, recorded(page)["K018"].hours) == (12, 96.5)


def test_a_number_that_is_none_is_refused_beside_its_field_and_nothing_is_lost(page, qtbot):
    press(qtbot, find(page, "enterKpi"))
    type_into(qtbot, page, "kpiEvidence", "kept")
    qtbot.keyClick(type_into(qtbot, page, "kpiValue", "a few"), Qt.Key.Key_Return)

    field = page.figures.panel.form.fields["kpiValue"]
    assert field.hint.text() == "This is no number from 0 up. Correct it, or leave it empty."
    assert find(page, "kpiEvidence", QLineEdit).text() == "kept"
    assert "K018" not in recorded(page)


def test_an_entry_is_changed_and_removed_and_undo_brings_it_back(page, qtbot):
    open_indicator(qtbot, page, "staff_trained")
    press(qtbot, find(page, "editKpiEntry_K001"))
    type_into(qtbot, page, "kpiValue", "5")
    press(qtbot, find(page, "kpiSave"))
    assert recorded(page)["K001"].value == 5
    page.session.undo()

    press(qtbot, find(page, "removeKpiEntry_K001"))
    assert "K001" not in recorded(page)
    page.session.undo()
    assert recorded(page)["K001"].value == 2


def test_baseline_and_target_are_saved_when_the_field_is_left_and_undone_one_by_one(page, qtbot):
    open_indicator(qtbot, page, "label_applications")
    line = type_into(qtbot, page, "kpiGoal_target", "3")
    qtbot.keyClick(line, Qt.Key.Key_Return)

    goals = {goal.indicator: goal for goal in page.session.state.snapshot.kpi_goals}
    assert goals["label_applications"].target == 3
    line = type_into(qtbot, page, "kpiGoal_target", "a lot")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert page.figures.panel.goal_fields["target"].hint.text() == "This is no number from 0 up. Nothing was changed."
    page.session.undo()
    assert "label_applications" not in {goal.indicator for goal in page.session.state.snapshot.kpi_goals}


def test_an_own_indicator_is_made_and_removed_with_its_entries(page, qtbot):
    press(qtbot, page.figures.ledger.adding)
    press(qtbot, find(page, "ownKpiSave"))
    assert page.figures.panel.own.name_field.hint.text() == "Say what the indicator counts."
    qtbot.keyClick(type_into(qtbot, page, "ownKpiName", HOSTILE[0]), Qt.Key.Key_Return)

    assert row(page, "own:K002").title.text() == HOSTILE[0]
    press(qtbot, find(page, "removeOwnKpi"))
    assert "own:K002" not in page.figures.ledger.rows
    page.session.undo()
    assert "own:K002" in page.figures.ledger.rows
    page.session.undo()


def test_an_own_percentage_is_proposed_as_a_level_and_people_as_a_sum(page, qtbot):
    press(qtbot, page.figures.ledger.adding)
    unit, counting = find(page, "ownKpiUnit", ComboBox), find(page, "ownKpiCounting", ComboBox)
    unit.setFocus()
    for key, usual in (("percent", "level"), ("people", "sum")):
        qtbot.keyClick(unit, Qt.Key.Key_Home)
        while unit.currentData() != key:
            qtbot.keyClick(unit, Qt.Key.Key_Down)
        assert counting.currentData() == usual


def test_doubtful_things_stand_in_the_panel_in_words(page, qtbot):
    open_indicator(qtbot, page, "smes_served")

    line = find(page, "kpiWarning0")
    words = [label.text() for label in line.findChildren(type(page.figures.panel.about))]
    assert words == [
        "1 organisation stands in several entries: Talleres Ibarlan. It counts once, so the figure is 16, not 17."
    ]


def test_escape_closes_the_panel_and_the_keyboard_goes_back_to_the_line(page, qtbot):
    open_indicator(qtbot, page, "workers_trained")

    qtbot.keyClick(page.figures.panel.closing, Qt.Key.Key_Escape)

    assert page.figures.panel.isHidden()
    assert row(page, "workers_trained").opening.hasFocus()


# --- table and files --------------------------------------------------------------------------------------------------


def test_the_table_is_copied_as_a_funder_asks_for_it(page, qtbot):
    qtbot.waitUntil(lambda: page.session.state.results is not None, timeout=20_000)
    page.figures.show_state(page.session.state)

    press(qtbot, find(page, "copyKpis"))

    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:4] == ["Asked by", "Objective", "Obligation", "Indicator"]
    assert any(
        "SMEs served by joint skills services\t0\t30\t30 organisations\t16\t16 organisations" in line for line in lines
    )


def test_the_table_is_saved_where_a_person_says(page, qtbot, tmp_path, monkeypatch):
    qtbot.waitUntil(lambda: page.session.state.results is not None, timeout=20_000)
    page.figures.show_state(page.session.state)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "figures"), ""))

    press(qtbot, find(page, "exportKpis"))

    assert "SMEs served" in (tmp_path / "figures.csv").read_text(encoding="utf-8-sig")


def test_a_spreadsheet_is_read_as_one_change_and_its_problems_are_told(page, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "figures.csv"
    path.write_text("indicator;period;value\nexchanges;2026-H2;8\nnonsense;2026;1\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    with qtbot.waitSignal(page.figures.said, timeout=20_000) as said:
        press(qtbot, find(page, "readKpis"))

    assert said.args[0] == "warn"
    assert said.args[1].startswith(
        "Table taken: 1 new, 0 changed, 0 as before. 1 remark, in A3: “nonsense” is no indicator"
    )
    assert recorded(page)["K018"].value == 8
    page.session.undo()
    assert "K018" not in recorded(page)


def test_the_register_removes_with_delete_and_opens_with_enter(page, qtbot):
    press(qtbot, find(page, "kpiParts_register"))
    table = page.figures.register.table
    table.choose("K003")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert page.figures.panel.title.text() == "Entry K003"
    page.figures.panel.close_panel()
    table.choose("K003")
    qtbot.keyClick(table, Qt.Key.Key_Delete)

    assert "K003" not in recorded(page)
    page.session.undo()
    assert "K003" in recorded(page)
    press(qtbot, find(page, "kpiParts_ledger"))
