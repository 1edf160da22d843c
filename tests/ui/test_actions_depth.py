"""The grid in depth: evidence, filters, the balance in words, own practices, pictures, and what is odd but taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fastmap.changes import SaveActions, SavePractices
from fastmap.model.actions import Cell
from fastmap.model.choices import Complexity, PartnerType, Scope, Step
from fastmap.model.practices import OwnPractice
from tests.support.ui import find
from ui.pages import actions as actions_page
from ui.pages import registry
from ui.widgets.buttons import LinkButton
from ui.widgets.labels import Badge, Label

REGIONAL = Cell(Scope.REGIONAL, Complexity.LOW_MEDIUM)
SHARED = OwnPractice(id="P007", name="Shared trainer", what="Two firms share one trainer.", cell=REGIONAL)


@pytest.fixture(scope="module")
def steps():
    return tuple(step for step in registry.ALL_STEPS if step.key == "actions")


@pytest.fixture
def page(with_sample, qtbot):
    page = with_sample.workspace.show_page("actions")
    with_sample.activateWindow()
    QApplication.processEvents()
    settled(page, qtbot)
    return page


def settled(page, qtbot):
    qtbot.waitUntil(lambda: page.session.state.results_are_current, timeout=20_000)
    QApplication.processEvents()


def press(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    QApplication.processEvents()


def action_of(page, action):
    return next(one for one in page.session.state.snapshot.actions if one.id == action)


def words_in(widget):
    return [label.text() for label in widget.findChildren(Label) if label.isVisible()]


def shown(page):
    return {card.id for frame in page.grid.cells.values() for card in (one.view for one in frame.cards)}


# --- evidence ---------------------------------------------------------------------------------------------------------


def test_evidence_is_kept_line_by_line_as_one_undoable_change(page, qtbot):
    page.grid.cards["A003"].opened.emit()
    before = action_of(page, "A003").evidence
    find(page, "actionEvidence").setFocus()
    find(page, "actionEvidence").selectAll()
    qtbot.keyClicks(find(page, "actionEvidence"), "attendance list")
    qtbot.keyClick(find(page, "actionEvidence"), Qt.Key.Key_Return)
    qtbot.keyClicks(find(page, "actionEvidence"), "  https://example.org/course  ")
    find(page, "actionOwner").setFocus()

    assert action_of(page, "A003").evidence == ("attendance list", "https://example.org/course")
    page.session.undo()
    assert action_of(page, "A003").evidence == before


def test_a_link_among_the_evidence_opens_in_the_browser_only_when_asked(page, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr("ui.pages.actions_editing.QDesktopServices.openUrl", lambda url: opened.append(url.toString()))
    evidence = ("see folder 3", "https://example.org/a&b", "file:///etc/passwd")
    page.session.apply(SaveActions(actions=(replace(action_of(page, "A003"), evidence=evidence),)))
    page.grid.cards["A003"].opened.emit()
    links = [button for button in page.editor.findChildren(LinkButton) if "openEvidence" in button.objectName()]

    assert (len(links), opened) == (1, [])
    press(qtbot, links[0])
    assert opened == ["https://example.org/a&b"]


# --- odd, and taken ---------------------------------------------------------------------------------------------------


def test_conflicting_dates_are_saved_and_said_on_the_card_and_in_the_panel(page, qtbot):
    page.grid.cards["A003"].opened.emit()
    line = find(page, "actionEnd")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "1/1/2020")
    find(page, "actionOwner").setFocus()

    assert action_of(page, "A003").end == date(2020, 1, 1)
    assert "before it starts" in page.editor.odd.words.text()
    assert "before it starts" in page.grid.cards["A003"].accessibleName()


def test_a_collaboration_without_partner_is_saved_and_said(page, qtbot):
    page.session.apply(SaveActions(actions=(replace(action_of(page, "A005"), partners=()),)))

    assert [words for words, _ in page.grid.cards["A005"].view.odd] == ["No partner named"]
    press(qtbot, page.legend.balance)
    assert any("no partner is named" in words for words in words_in(page.balance))


# --- filters ----------------------------------------------------------------------------------------------------------


def test_filters_ask_together_and_the_cells_say_what_they_do_not_show(page, qtbot):
    assert not page.filter.isVisible()
    press(qtbot, page.filtering)
    choose(page.filter.boxes["status"], "running")
    choose(page.filter.boxes["timing"], "LT")

    assert shown(page) == {"A005"}
    assert page.filter.count.text() == "1 of 9 actions"
    alone = page.grid.cells[Cell(Scope.ALONE, Complexity.LOW_MEDIUM)]
    assert alone.empty_title.text() == "3 actions not shown"
    assert page.legend.empties.text().startswith("1 of 6 cells")  # a filter empties no cell


def test_every_list_asks_its_own_thing(page, qtbot):
    press(qtbot, page.filtering)
    snapshot = page.session.state.snapshot
    catalogue = page.session.state.catalogue
    school = action_of(page, "A005").partners[0]
    skill = action_of(page, "A005").skills[0]
    expected = {
        ("owner", ""): {one.id for one in snapshot.actions if not one.owner},
        ("step", Step.ENGAGE.value): {
            one.id for one in snapshot.actions if one.reference and catalogue.actions[one.reference].step is Step.ENGAGE
        },
        ("skill", skill): {one.id for one in snapshot.actions if skill in one.skills},
        ("partner", school): {one.id for one in snapshot.actions if school in one.partners},
    }
    for (key, value), ids in expected.items():
        choose(page.filter.boxes[key], value)
        assert shown(page) == ids != set(), key
        press(qtbot, page.filter.clearing)
    assert len(shown(page)) == 9


def test_putting_the_filter_away_shows_everything_again(page, qtbot):
    press(qtbot, page.filtering)
    choose(page.filter.boxes["timing"], "LT")
    press(qtbot, page.filtering)

    assert len(shown(page)) == 9
    assert not page.filter.isVisible()


def test_a_filtered_grid_is_walked_and_worked_with_the_keyboard_alone(page, qtbot):
    press(qtbot, page.filtering)
    choose(page.filter.boxes["status"], "planned")
    page.focus_first()
    first = page.grid.focused_action
    qtbot.keyClick(page.grid.cards[first], Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert action_of(page, first).cell.complexity is Complexity.HIGH
    assert page.grid.focused_action == first
    qtbot.keyClick(page.grid.cards[first], Qt.Key.Key_Return)
    assert page.opened == first
    qtbot.keyClick(page.editor, Qt.Key.Key_Escape)
    assert page.grid.focused_action == first


# --- balance ----------------------------------------------------------------------------------------------------------


def test_the_balance_of_the_grid_is_said_in_sentences_with_their_numbers(page, qtbot):
    gaps = [note for note in page.session.state.results.balance if note.is_gap]
    assert page.legend.balance.text() == f"Balance: {len(gaps)} gaps"

    press(qtbot, page.legend.balance)

    said = words_in(page.balance)
    assert "One of 6 cells is empty: international collaboration, high complexity." in said
    assert any(words.startswith("Running or planned actions serve") for words in said)
    assert "Gaps" in said
    assert "In place" in said


def test_the_balance_follows_what_is_changed(page, qtbot):
    press(qtbot, page.legend.balance)
    for action in page.session.state.snapshot.actions:
        if action.cell.complexity is Complexity.HIGH:
            page.presenter.remove(action.id)
    settled(page, qtbot)

    assert any(words.startswith("Nothing of high complexity") for words in words_in(page.balance))


# --- own practices ----------------------------------------------------------------------------------------------------


def test_an_own_practice_is_recorded_with_cell_and_partners_and_marked_as_own(page, qtbot):
    before = page.session.state.snapshot.practices
    press(qtbot, page.examples)
    press(qtbot, page.practices.recording)
    form = page.practices.form
    qtbot.keyClicks(form.name, "Evening robot lab")
    form.what.setPlainText("A school opened its robot lab for firms on two evenings a week.")
    form.cell.setCurrentIndex(1)
    kinds = form.kinds.search
    kinds.setFocus()
    qtbot.keyClicks(kinds, "university")
    qtbot.waitUntil(lambda: kinds.is_open)
    qtbot.keyClick(kinds, Qt.Key.Key_Return)
    qtbot.keyClicks(form.source, "https://example.org/lab")
    press(qtbot, form.saving)

    (practice,) = (one for one in page.session.state.snapshot.practices if one not in before)
    assert (practice.name, practice.cell, practice.source) == ("Evening robot lab", REGIONAL, "https://example.org/lab")
    assert practice.partner_types == (PartnerType.UNIVERSITY,)
    assert "Evening robot lab" in words_in(page.practices)
    assert "Own practice" in [badge.text() for badge in page.practices.findChildren(Badge)]
    page.session.undo()
    assert page.session.state.snapshot.practices == before


def test_a_practice_without_name_or_what_is_asked_for_them(page, qtbot):
    before = page.session.state.snapshot.practices
    press(qtbot, page.examples)
    press(qtbot, page.practices.recording)
    press(qtbot, page.practices.form.saving)

    assert page.session.state.snapshot.practices == before
    assert "Give it a name." in words_in(page.practices)


def test_an_own_practice_is_changed_and_removed(page, qtbot):
    page.session.apply(SavePractices(practices=(SHARED,)))
    press(qtbot, page.examples)
    press(qtbot, find(page, "editPractice_P007"))
    page.practices.form.name.setText("Shared trainer and room")
    press(qtbot, page.practices.form.saving)
    assert page.presenter.practice("P007").name == "Shared trainer and room"

    press(qtbot, find(page, "editPractice_P007"))
    press(qtbot, page.practices.form.removing)
    assert page.presenter.practice("P007") is None


def test_own_practices_stand_first_where_an_action_of_their_cell_is_opened(page):
    page.session.apply(SavePractices(practices=(SHARED,)))
    page.grid.cards["A005"].opened.emit()

    first = page.editor.view.practices[0]
    assert first.own is not None
    assert [one.own for one in page.editor.view.practices].count(None) == 3  # and the three of Table 1 after them


# --- pictures ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("suffix", "begins"), [(".png", b"\x89PNG"), (".svg", b"<?xml")])
def test_the_grid_is_saved_as_a_picture(page, qtbot, tmp_path, monkeypatch, suffix, begins):
    target = tmp_path / f"grid{suffix}"
    monkeypatch.setattr(actions_page, "picture_to_write", lambda _parent, _proposed: target)
    with qtbot.waitSignal(page.pictures.written, timeout=20_000):
        page.picturing.named.trigger()

    assert target.read_bytes().startswith(begins)
    assert page.pictures.proposed_file(anonymous=True).suffix == ".png"


def test_the_picture_for_others_names_no_member(page, qtbot, tmp_path, monkeypatch):
    member = page.session.state.snapshot.members[0].name
    named = replace(action_of(page, "A003"), title=f"Course at {member}")
    page.session.apply(SaveActions(actions=(named,)))
    settled(page, qtbot)
    targets = iter((tmp_path / "named.svg", tmp_path / "others.svg"))
    monkeypatch.setattr(actions_page, "picture_to_write", lambda _parent, _proposed: next(targets))
    for entry in (page.picturing.named, page.picturing.anonymous):
        with qtbot.waitSignal(page.pictures.written, timeout=20_000):
            entry.trigger()

    assert member in (tmp_path / "named.svg").read_text(encoding="utf-8")
    assert member not in (tmp_path / "others.svg").read_text(encoding="utf-8")
