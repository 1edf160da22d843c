"""Page Report for anonymous readers: k, texts to clear, and what to know before a second edition."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from fastmap.model.organisations import Contact
from fastmap.tasks.anonymous_editions import edition_of
from tests.support.ui import find
from ui.pages import registry
from ui.settings import Settings
from ui.widgets.check_box import CheckBox
from ui.widgets.fields import ComboBox
from ui.widgets.marked_text import MarkedText


@pytest.fixture(scope="module")
def steps():
    """The page that is looked at comes first: a window makes the first page of each file that it opens."""
    return (registry.step("report"), registry.step("cluster"))


@pytest.fixture
def page(monkeypatch, with_sample, qtbot):
    monkeypatch.setattr("exports.pdf.page_pictures", lambda report, dots_per_inch=144.0: ())
    Settings().set_choice("report/edition", "anonymous")
    Settings().set_choice("report/language", "")
    page = with_sample.workspace.show_page("report")
    qtbot.waitUntil(lambda: page.session.state.results is not None, timeout=20_000)
    return page


def press(qtbot, widget):
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def save_remark(page, text):
    """Give the first answer a remark that nobody has read yet."""
    from fastmap.changes import EditResponse

    first = next(one for one in page.session.state.snapshot.responses if one.remarks)
    assert page.session.apply(EditResponse(response=replace(first, remarks=text)))
    return first


def texts(page, qtbot):
    press(qtbot, find(page, "reportViews_texts"))
    return page.texts


def test_k_is_chosen_kept_in_the_file_said_and_undone(page, qtbot):
    combo = find(page, "reportK", ComboBox)
    assert [combo.itemData(place) for place in range(combo.count())] == list(range(5, 21))
    combo.setFocus()
    for _ in range(3):
        qtbot.keyClick(combo, Qt.Key.Key_Down)

    assert page.session.state.snapshot.privacy.k == 8
    assert "fewer than 8" in page.report.options.edition_help.text()
    page.session.undo()
    assert page.session.state.snapshot.privacy.k == 7


def test_the_named_edition_asks_for_no_k(page, qtbot):
    assert find(page, "reportK", ComboBox).isVisible()

    press(qtbot, find(page, "reportEdition_named"))

    assert not find(page, "reportK", ComboBox).isVisible()


def test_a_text_is_cleared_with_the_keyboard_and_kept_out_again_by_undo(page, qtbot):
    view = texts(page, qtbot)
    assert view.count.text().startswith("0 of")
    box = find(view, "clearText_1", CheckBox)
    box.setFocus()

    qtbot.keyClick(box, Qt.Key.Key_Space)

    assert len(page.session.state.snapshot.cleared_texts) == 1
    assert view.count.text().startswith("1 of")
    assert page.session.undo_message.key == "change.clear_texts"
    page.session.undo()
    assert not box.isChecked()
    press(qtbot, box)
    press(qtbot, box)
    assert page.session.state.snapshot.cleared_texts == ()


def test_a_text_that_names_somebody_is_marked_and_cannot_be_cleared(page, qtbot):
    member = page.session.state.snapshot.members[0]
    save_remark(page, f"Ask {member.name} first")
    view = texts(page, qtbot)
    place = next(number for number, row in enumerate(view._rows, 1) if "Ask" in row.words.text)

    words = find(view, f"textWords_{place}", MarkedText)
    box = find(view, f"clearText_{place}", CheckBox)

    assert member.name.split()[0] in "".join(words.text[start:end] for start, end in words.marked)
    assert not box.isEnabled()
    assert "Names somebody" in find(view, f"textHint_{place}").text()


def test_contact_persons_are_known_to_the_list(page, qtbot, monkeypatch):
    monkeypatch.setattr(
        type(page.session.assessment), "contacts", lambda _: (Contact(member="M001", name="Xabier Olaizola"),)
    )
    save_remark(page, "Olaizola knows")

    view = texts(page, qtbot)

    row = next(row for row in view._rows if "knows" in row.words.text)
    assert row.words.marked == ((0, 8),)


def test_a_text_that_changed_after_it_was_cleared_says_so(page, qtbot):
    view = texts(page, qtbot)
    press(qtbot, find(view, "clearText_1", CheckBox))
    cleared = page.session.state.snapshot.cleared_texts[0]
    from fastmap.changes import EditResponse

    response = next(one for one in page.session.state.snapshot.responses if one.id == cleared.key)
    page.session.apply(EditResponse(response=replace(response, remarks="Quite another text")))

    row = next(row for row in view._rows if row.words.text == "Quite another text")
    assert not row.box.isChecked()
    assert "reads otherwise now" in row.hint.text()


def test_markup_in_a_remark_stays_text(page, qtbot):
    save_remark(page, "<b>bold</b> & so on")

    view = texts(page, qtbot)

    assert "<b>bold</b> & so on" in [row.words.text for row in view._rows]


def test_a_second_edition_over_other_answers_is_warned_of_on_the_page(page, qtbot):
    state = page.session.state
    warning = page.report.options.privacy.warning
    assert not warning.isVisible()
    edition = edition_of(state.snapshot, state.catalogue.rules, date(2026, 3, 1))

    page.session.assessment.note_anonymous_edition(edition)
    save_remark(page, "One more word")

    assert warning.isVisible()
    assert f"({edition.answered} answers then" in warning.text()


def test_writing_an_anonymous_edition_notes_it_in_the_file(page, qtbot, tmp_path):
    page.report.choose(folder=tmp_path, kinds=("json",))
    qtbot.waitUntil(find(page, "writeReports").isEnabled, timeout=20_000)

    press(qtbot, find(page, "writeReports"))
    qtbot.waitUntil(page.report.writing.outcome.isVisible, timeout=60_000)

    (edition,) = page.session.assessment.anonymous_editions()
    assert (edition.k, edition.answered) == (5, page.session.state.results.quality.answered)
    assert not page.report.options.privacy.warning.isVisible()


def test_the_way_to_the_texts_leads_there(page, qtbot):
    press(qtbot, find(page, "reportToTexts"))

    assert page.views.key == "texts"
    assert page.texts.isVisible()
