"""Before an answer replaces an earlier one, both stand side by side: only what differs, from a file or from a phone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from fastmap.changes import TakePhoneAnswers
from fastmap.model.choices import Channel, MemberStatus, ResponseState
from fastmap.model.organisations import Member
from fastmap.model.responses import Need
from fastmap.tasks.compared_answers import compared
from fastmap.tasks.settling import earlier_answers
from tests.support import needs_fixtures
from tests.support.returned_forms import FULL, ONE_NEED, write_filled
from tests.support.ui import cut_texts, find
from ui.pages.needs import LAST_IMPORT
from ui.widgets.labels import Label

steps = needs_fixtures.steps


@pytest.fixture
def page(with_sample, qtbot):
    page = with_sample.workspace.show_page("needs")
    qtbot.waitUntil(lambda: page.vocabulary.index is not None, timeout=20_000)
    with_sample.activateWindow()
    return page


@pytest.fixture
def imported(page, qtbot, tmp_path):
    """The page after an import of a second answer, of one of nobody knows whom, and of a first one."""
    snapshot = page.session.state.snapshot
    heard, silent = (
        next(one for one in snapshot.members if (one.status is MemberStatus.ANSWERED) is answered)
        for answered in (True, False)
    )
    form = {"assessment": snapshot.info.id}
    write_filled(tmp_path / "second.xlsx", FULL, member=heard, **form)
    write_filled(tmp_path / "foreign.xlsx", ONE_NEED, member=Member(code="Z99", name="Z & Co"), **form)
    write_filled(tmp_path / "first.xlsx", ONE_NEED, member=silent, **form)
    page.take_files([tmp_path])
    qtbot.waitUntil(lambda: bool(page.forms.outcomes) and not page.forms.is_running, timeout=60_000)
    return page


def choose(page, name):
    row = next(row for row in page.results.table.rows.shown if name in row.name)
    page.results.table.choose(row.key)
    return row


def words_of(widget):
    return [label.text() for label in widget.findChildren(Label) if label.text()]


def comparison(page):
    return page.results.detail.findChild(QWidget, "answerComparison")


def expected(page, response):
    """What the answer and the earlier ones differ in, as the words that stand below each other."""
    state = page.session.state
    earlier = earlier_answers(state.snapshot, response, response.member)
    words = []
    for difference in compared(state.snapshot, earlier, response, state.texts):
        words.append(difference.about or "The firm as a whole")
        if difference.is_new or difference.is_gone:
            words.append("Only in this answer" if difference.is_new else "Only in what counts now")
            for line in difference.lines[1:]:
                words += [state.texts.term(line.question), line.before or line.after]
            continue
        for line in difference.lines:
            words += [state.texts.term(line.question), line.before or "nothing", line.after or "nothing"]
    assert words
    return words


def test_an_imported_form_stands_beside_the_answer_that_it_may_replace(imported, qtbot):
    row = choose(imported, "second.xlsx")

    assert comparison(imported).isVisible()
    assert words_of(comparison(imported)) == [
        "Beside the earlier answer of this member",
        "Only what differs. To replace puts the right side in place of the left.",
        "Counts now",
        "This answer",
        *expected(imported, row.response),
    ]
    qtbot.waitUntil(lambda: cut_texts(imported.results.detail) == [])


def test_nothing_is_compared_where_nothing_would_be_replaced(imported, qtbot):
    choose(imported, "second.xlsx")
    choose(imported, "first.xlsx")

    assert comparison(imported) is None


def test_an_answer_of_nobody_knows_whom_is_compared_once_its_member_is_chosen(imported, qtbot):
    choose(imported, "foreign.xlsx")
    assert comparison(imported) is None
    snapshot = imported.session.state.snapshot
    heard = next(one.member for one in snapshot.responses if one.state is ResponseState.ACCEPTED)
    whose = imported.results.detail.whose

    whose.setFocus()
    QTest.keyClicks(whose, heard)
    qtbot.waitUntil(lambda: whose.is_open, timeout=5_000)
    QTest.keyClick(whose, Qt.Key.Key_Return)

    assert comparison(imported).isVisible()
    assert "TIG welding" in words_of(comparison(imported))


def test_after_the_decision_nothing_is_compared_any_more(imported, qtbot):
    choose(imported, "second.xlsx")

    qtbot.mouseClick(imported.results.detail.accepting, Qt.MouseButton.LeftButton)

    assert imported.session.undo_message.key == "change.settle_response"
    assert comparison(imported) is None
    imported.session.undo()
    choose(imported, "second.xlsx")
    assert comparison(imported).isVisible()


def test_an_answer_of_a_phone_stands_beside_the_form_that_came_before(page, qtbot):
    session = page.session
    (known, *_) = (one for one in session.state.snapshot.responses if one.state is ResponseState.ACCEPTED)
    phone = replace(
        known,
        id="phone-1",
        channel=Channel.PHONE,
        state=ResponseState.TO_CHECK,
        source_name=None,
        source_sha256=None,
        needs=(
            Need(row=1, skill_text="Laser cladding", short_now=3),
            *(replace(n, row=n.row + 1) for n in known.needs),
        ),
    )
    session.apply(TakePhoneAnswers(responses=(phone,)))
    page.open_tab(LAST_IMPORT)
    page.results.table.choose(
        next(row.key for row in page.results.table.rows.shown if row.response and row.response.id == "phone-1")
    )

    assert words_of(comparison(page))[4:] == [
        "Laser cladding",
        "Only in this answer",
        session.state.texts.term("form.label.short_now"),
        "3",
    ]


def test_an_answer_that_says_the_same_is_told_so(page):
    session = page.session
    (known, *_) = (one for one in session.state.snapshot.responses if one.state is ResponseState.ACCEPTED)
    again = replace(known, id="phone-1", channel=Channel.PHONE, state=ResponseState.TO_CHECK, source_sha256=None)
    session.apply(TakePhoneAnswers(responses=(again,)))
    page.open_tab(LAST_IMPORT)
    page.results.table.choose(
        next(row.key for row in page.results.table.rows.shown if row.response and row.response.id == "phone-1")
    )

    assert words_of(comparison(page))[1:] == ["Nothing differs: both say the same."]


def test_nothing_is_cut_in_a_longer_language(long_language, imported, qtbot):
    choose(imported, "second.xlsx")

    assert comparison(imported).isVisible()
    qtbot.waitUntil(lambda: cut_texts(imported.results.detail) == [])
    assert find(imported, "importDetailScroll").horizontalScrollBar().maximum() == 0
