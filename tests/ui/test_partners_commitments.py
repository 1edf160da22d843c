"""Commitments on the Partners page: typed, pasted, judged by their date, undone."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from fastmap.changes import MergePartners, RemoveCommitments, RemovePartners, SaveCommitments
from fastmap.model.choices import CommitmentKind, CommitmentState
from fastmap.model.organisations import Commitment
from tests.support.ui import HOSTILE, find
from ui.pages.registry import steps as all_steps
from ui.theme.theme import current


@pytest.fixture(scope="module")
def steps():
    return tuple(step for step in all_steps() if step.key == "partners")


@pytest.fixture
def page(with_sample, qtbot):
    page = with_sample.workspace.show_page("partners")
    qtbot.mouseClick(find(page, "partnersView_commitments"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.commitments.isVisible)
    return page


@pytest.fixture
def table(page):
    return page.commitments.table


def recorded(page):
    return {one.id: one for one in page.session.state.snapshot.commitments}


def type_into(qtbot, table, key, column, text):
    table.edit_cell(key, column)
    editor = find(table, f"edit_{column}", QLineEdit)
    editor.setText(text)
    with qtbot.waitSignal(table.cell_edited):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.state() != table.State.EditingState)


def test_the_samples_commitments_say_who_what_when_and_whether_they_are_late(page, table):
    rows = {row.id: row for row in table.rows.shown}

    assert rows["C001"].who == "Instituto de FP Valdorma"
    assert rows["C002"].state == "Kept"
    assert (rows["C003"].state, rows["C003"].tone) == ("Late", "warn")
    assert rows["C004"].who == "The cluster"
    assert page.commitments.balance.text().startswith("4 commitments recorded · 1 kept · ")


def test_a_commitment_is_late_from_the_day_after_its_date_until_it_is_kept():
    today = date(2026, 6, 1)
    promised = Commitment(id="C1", what="x", due=today)

    assert not promised.is_late(today)
    assert promised.is_late(today + timedelta(days=1))
    assert not Commitment(id="C1", what="x").is_late(today)
    for state in (CommitmentState.KEPT, CommitmentState.DROPPED):
        assert not Commitment(id="C1", what="x", due=date(2020, 1, 1), state=state).is_late(today)


def test_what_is_typed_in_the_last_row_is_a_new_commitment_and_undo_takes_it_back(page, table, qtbot):
    table.row_added.emit("Ten internships a year")

    assert recorded(page)["C005"].what == "Ten internships a year"
    assert recorded(page)["C005"].kind is None
    assert next(row for row in table.rows.shown if row.id == "C005").kind == ""
    page.session.undo()
    assert "C005" not in recorded(page)


def test_a_partners_name_in_any_writing_is_that_partner_and_anybody_else_keeps_the_name(page, table, qtbot):
    type_into(qtbot, table, "C004", "who", "centro tecnologico ferrana")
    first = recorded(page)["C004"]
    type_into(qtbot, table, "C004", "who", HOSTILE[1])
    second = recorded(page)["C004"]

    partner = next(one for one in page.session.state.snapshot.partners if one.name == "Centro Tecnológico Ferrana")
    assert (first.partner, first.who) == (partner.id, None)
    assert (second.partner, second.who) == (None, HOSTILE[1])


def test_dates_are_taken_in_usual_writings_and_nonsense_changes_nothing_and_is_named(page, table, qtbot):
    said = []
    page.say.connect(lambda tone, words: said.append((tone, words)))

    type_into(qtbot, table, "C004", "due", "1.9.2027")
    taken = recorded(page)["C004"].due
    type_into(qtbot, table, "C004", "due", "soon")

    assert taken == date(2027, 9, 1)
    assert recorded(page)["C004"].due == taken
    assert said[-1] == (
        "warn",
        "“soon” is no date. Nothing was changed. Write 1/3/2027, 2027-03-01, or 3/2027 for its last day.",
    )
    for typed, day in (("1/3/2027", date(2027, 3, 1)), ("2027-03-02", date(2027, 3, 2)), ("3/2027", date(2027, 3, 31))):
        type_into(qtbot, table, "C004", "due", typed)
        assert recorded(page)["C004"].due == day
    for column, words in (("kind", "no kind of commitment"), ("state", "no state of a commitment")):
        table.cell_edited.emit("C004", column, "soon")
        assert said[-1] == ("warn", f"“soon” is {words}. Nothing was changed.")


def test_kinds_and_states_are_chosen_from_the_four(table):
    by_key = {column.key: column for column in table.rows.columns}

    assert [value for value, _ in by_key["kind"].choices(None)] == list(CommitmentKind)
    assert [value for value, _ in by_key["state"].choices(None)] == list(CommitmentState)


def test_pasted_rows_arrive_in_one_change_and_what_is_not_understood_is_named(page, table, qtbot):
    said = []
    page.say.connect(lambda tone, words: said.append((tone, words)))
    QGuiApplication.clipboard().setText(
        "Lend a welding trainer\tEscuela de Soldadura Harrilan\tIndividual\t2027-03\tkept\tletter\n"
        "Pay half of the course fees\tCity council\tRegional partnership\tsometime\tpromised\t"
    )
    table.setCurrentIndex(table.rows.index(table.rows.rowCount() - 1, 0))
    table.setFocus()
    table.paste()

    new = [one for one in recorded(page).values() if one.id > "C004"]
    assert [one.what for one in new] == ["Lend a welding trainer", "Pay half of the course fees"]
    assert (new[0].due, new[0].kind, new[0].state) == (
        date(2027, 3, 31),
        CommitmentKind.INDIVIDUAL,
        CommitmentState.KEPT,
    )
    assert new[0].partner is not None
    assert (new[1].who, new[1].due) == ("City council", None)
    assert said[-1] == ("warn", "2 commitments pasted. 1 cell not understood: sometime.")
    page.session.undo()
    assert len(recorded(page)) == 4


def test_removing_a_partner_keeps_what_it_promised_under_its_name(page):
    partner = recorded(page)["C001"].partner

    page.session.apply(RemovePartners(partners=(partner,)))

    assert (recorded(page)["C001"].partner, recorded(page)["C001"].who) == (None, "Instituto de FP Valdorma")
    page.session.undo()
    assert recorded(page)["C001"].partner == partner


def test_what_a_partner_promised_is_that_of_the_partner_it_is_merged_into(page):
    gone, kept = recorded(page)["C001"].partner, recorded(page)["C002"].partner

    page.session.apply(MergePartners(kept=kept, gone=gone))

    assert recorded(page)["C001"].partner == kept
    page.session.undo()
    assert recorded(page)["C001"].partner == gone


def test_without_commitments_the_view_says_what_they_are_for(page):
    page.session.apply(RemoveCommitments(commitments=tuple(recorded(page))))

    assert "promises" in page.commitments.balance.text()
    assert page.commitments.table.rows.shown == ()


def test_a_commitment_to_nothing_is_refused(page):
    failed = []
    page.session.failed.connect(failed.append)

    page.session.apply(SaveCommitments(commitments=(Commitment(id="C9", what="  "),)))

    assert [error.code for error in failed] == ["commitment_empty"]
    assert "C9" not in recorded(page)


@pytest.fixture
def narrow(page):
    window = page.window()
    before = window.size()
    current().set_zoom(1.25)
    window.resize(1366, 768)
    QApplication.processEvents()
    yield
    current().set_zoom(1.0)
    window.resize(before)


def test_what_is_promised_stays_readable_in_a_narrow_window(page, table, narrow):
    header, columns = table.horizontalHeader(), [column.key for column in table.rows.columns]

    assert header.length() <= table.viewport().width()
    assert table.columnWidth(columns.index("what")) >= current().px(260)
    for place, column in enumerate(table.rows.columns):
        if not table.isColumnHidden(place):
            title = str(table.rows.headerData(place, Qt.Orientation.Horizontal))
            assert header.sectionSize(place) >= header.fontMetrics().horizontalAdvance(title) + current().px(20), column


def test_the_chosen_commitment_stands_in_full_below_and_takes_where_it_can_be_seen(page, table, narrow, qtbot):
    table.choose("C003", "what")
    card = find(page, "commitmentCard")
    shown = " ".join(label.text() for label in card.findChildren(QLabel))
    evidence = find(card, "commitmentEvidence", QLineEdit)
    evidence.clear()
    qtbot.keyClicks(evidence, "Minutes of May")
    qtbot.keyClick(evidence, Qt.Key.Key_Return)

    assert recorded(page)["C003"].what in shown
    assert "Late" in shown
    assert recorded(page)["C003"].evidence == "Minutes of May"


def test_pasted_cells_find_a_column_that_is_out_of_sight(page, table, narrow):
    QGuiApplication.clipboard().setText("Lend a trainer\tCity council\tIndividual\t2027-03\tkept\tletter\n")
    table.setCurrentIndex(table.rows.index(table.rows.rowCount() - 1, 0))
    table.paste()

    assert recorded(page)["C005"].evidence == "letter"


def test_the_line_that_counts_is_said_in_the_language_of_the_screen(page, window):
    window.look.switch_language("es")
    page.refresh(page.session.state)
    try:
        assert page.commitments.balance.text() == "4 compromisos registrados · 1 cumplido · 2 con retraso"
    finally:
        window.look.switch_language("en")
