"""The tab Interview: by keys alone, quick, and nothing that was typed is ever lost."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fastmap.model.choices import Barrier, Channel, Consequence, Hiring, HiringReason, MemberStatus, Provision
from tests.support import needs_fixtures
from tests.support.ui import accessible_name, controls, cut_texts
from ui.pages.needs import INTERVIEW, TEXTS, NeedsPage
from ui.widgets.choice_line import ChoiceLine

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier
MOST_KEYS_FIRST, MOST_KEYS_NEXT = 26, 20
"""For the first need of a member, who is found by typing, and for each further one."""


steps = needs_fixtures.steps


@pytest.fixture
def view(with_sample, qtbot):
    """The tab, with the skills at hand and the keyboard in its first field."""
    page = with_sample.workspace.show_page("needs")
    assert isinstance(page, NeedsPage)
    qtbot.waitUntil(lambda: page.vocabulary.index is not None, timeout=20_000)
    with_sample.activateWindow()
    qtbot.waitUntil(with_sample.isActiveWindow, timeout=5_000)
    page.open_tab(INTERVIEW)
    return page.interview


class Keyboard:
    """Types into whatever has the keyboard, and counts the keys."""

    def __init__(self):
        self.count = 0

    def type(self, text):
        for letter in text:
            QTest.keyClick(QApplication.focusWidget(), letter)
            self.count += 1

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, modifier)
        self.count += 1


def snapshot_of(view):
    return view._state.snapshot


def quiet_member(view):
    """Return a member without any answer."""
    answered = {response.member for response in snapshot_of(view).responses}
    return next(member for member in snapshot_of(view).members if member.code not in answered)


def answers_of(view, member):
    return [response for response in snapshot_of(view).responses if response.member == member.code]


def test_a_need_takes_few_keys_and_no_mouse(view):
    member = quiet_member(view)
    keys = Keyboard()
    begin = time.perf_counter()

    keys.type(member.code)
    keys.press(ENTER)
    keys.type("cyber")
    keys.press(ENTER)
    keys.type("2")
    keys.press(ENTER)
    keys.type("4")
    keys.press(ENTER)
    keys.type("1")
    keys.press(ENTER)
    keys.type("3")
    keys.press(ENTER)
    keys.type("2")
    keys.press(ENTER)
    keys.type("4")
    keys.press(ENTER, CTRL)

    assert keys.count <= MOST_KEYS_FIRST
    assert time.perf_counter() - begin < 2
    (answer,) = answers_of(view, member)
    (need,) = answer.needs
    assert (answer.channel, need.skill_text, need.short_now, need.short_12m) == (
        Channel.INTERVIEW,
        "cybersecurity" if answer.language == "en" else need.skill_text,
        2,
        4,
    )
    assert (need.consequence, need.hiring, need.hiring_reasons, need.provision) == (
        Consequence.STOPS,
        Hiring.HARD,
        (HiringReason.LACKED_SKILL,),
        Provision.MISFIT,
    )
    assert any(mapping.skill.endswith("cybersecurity") for mapping in snapshot_of(view).mappings)
    assert QApplication.focusWidget() is view.need.skill

    second = Keyboard()
    second.type("weld")
    second.press(ENTER)
    second.type("1")
    second.press(ENTER)
    second.type("1")
    second.press(ENTER)
    second.type("l")
    second.press(ENTER)
    second.type("1")
    second.press(ENTER)
    second.type("5")
    second.press(ENTER, CTRL)

    assert second.count <= MOST_KEYS_NEXT
    (answer,) = answers_of(view, member)
    assert answer.needs[1].hiring is Hiring.NOT_TRIED
    assert answer.needs[1].consequence in (Consequence.ORDERS, Consequence.LITTLE)


def test_each_need_is_one_step_to_undo(view):
    member = quiet_member(view)
    session = view._needs._session
    before = session.assessment.content_hash()
    view.begin_with(member.code)
    for text in ("xqzzy one", "xqzzy two"):
        QTest.keyClicks(view.need.skill, text)
        QTest.keyClick(view.need.skill, ENTER, CTRL)
    assert len(answers_of(view, member)[0].needs) == 2

    session.undo()
    assert len(answers_of(view, member)[0].needs) == 1
    session.undo()

    assert session.assessment.content_hash() == before


def test_general_questions_come_at_the_end_and_the_next_member_begins(view):
    member = quiet_member(view)
    view.begin_with(member.code)
    keys = Keyboard()
    keys.press(ENTER)  # an empty skill: no further need
    assert QApplication.focusWidget() is view.once.role
    keys.type("HR")
    keys.press(ENTER)
    keys.type("31")
    keys.press(ENTER)
    keys.type("y")
    keys.press(ENTER)
    keys.type("2")
    keys.press(ENTER, CTRL)

    (answer,) = answers_of(view, member)
    assert (answer.respondent_role, answer.people_total, answer.paid_training, answer.barrier) == (
        "HR",
        31,
        True,
        Barrier.COST,
    )
    assert answer.needs == ()
    assert next(m for m in snapshot_of(view).members if m.code == member.code).status is MemberStatus.ANSWERED
    assert QApplication.focusWidget() is view.need.member
    assert view.need.member.text() == view.once.role.text() == ""


def test_esc_goes_back_and_loses_nothing(view):
    view.begin_with(quiet_member(view).code)
    QTest.keyClicks(view.need.skill, "xqzzy robots")
    QTest.keyClick(view.need.skill, ENTER)
    QTest.keyClicks(view.need.now, "12")
    QTest.keyClick(view.need.now, ENTER)

    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget(), ESC)

    assert QApplication.focusWidget() is view.need.member
    assert (view.need.skill.text(), view.need.now.text()) == ("xqzzy robots", "12")


def test_what_is_typed_survives_other_tabs_edits_and_members(view, qtbot):
    first, second = list(snapshot_of(view).members)[:2]
    view.begin_with(first.code)
    QTest.keyClicks(view.need.skill, "half a ne")
    QTest.keyClick(view.need.skill, ESC)
    view.need.now.setText("3")
    view.once.remarks.setText("call again")
    page = view.parent().parent()
    while not isinstance(page, NeedsPage):
        page = page.parent()
    page.open_tab(0)
    page.open_tab(INTERVIEW)
    page.refresh(page.session.state)
    assert (view.need.skill.text(), view.need.now.text()) == ("half a ne", "3")

    view.begin_with(second.code)
    assert view.need.skill.text() == view.need.now.text() == ""
    view.begin_with(first.code)

    assert (view.need.skill.text(), view.need.now.text(), view.once.remarks.text()) == ("half a ne", "3", "call again")


def test_a_figure_that_is_none_is_told_and_nothing_is_written_down(view):
    member = quiet_member(view)
    view.begin_with(member.code)
    QTest.keyClicks(view.need.skill, "xqzzy")
    QTest.keyClick(view.need.skill, ENTER)
    QTest.keyClicks(view.need.now, "many")
    QTest.keyClick(view.need.now, ENTER)
    assert QApplication.focusWidget() is view.need.now
    QTest.keyClick(view.need.now, ENTER, CTRL)

    assert answers_of(view, member) == []
    assert view.need.now.text() == "many"


def test_an_unknown_member_is_told_and_what_is_typed_stays(view):
    said = []
    view.say.connect(lambda tone, words: said.append((tone, words)))
    QTest.keyClicks(view.need.member, "Nobody & <b>Sons</b>")
    QTest.keyClick(view.need.member, ENTER)

    assert said[0][0] == "warn"
    assert "Nobody & <b>Sons</b>" in said[0][1]
    assert view.need.member.text() == "Nobody & <b>Sons</b>"


def test_undo_takes_back_typing_and_then_the_need_written_down(view):
    member = quiet_member(view)
    view.begin_with(member.code)
    keys = Keyboard()
    keys.type("xqzzy")
    keys.press(ENTER, CTRL)
    assert len(answers_of(view, member)) == 1
    keys.type("abc")
    keys.press(Qt.Key.Key_Z, CTRL)
    typed = view.need.skill.text()
    keys.press(Qt.Key.Key_Z, CTRL)

    assert typed != "abc"
    assert answers_of(view, member) == []


def test_paper_forms_are_answers_of_their_own(view):
    answered = next(response for response in snapshot_of(view).responses if response.channel is Channel.EXCEL)
    member = next(member for member in snapshot_of(view).members if member.code == answered.member)
    QTest.mouseClick(view.findChild(object, "interviewChannel_paper"), Qt.MouseButton.LeftButton)
    view.begin_with(member.code)
    QTest.keyClicks(view.need.skill, "xqzzy")
    QTest.keyClick(view.need.skill, ENTER, CTRL)

    assert sorted(response.channel for response in answers_of(view, member)) == [Channel.EXCEL, Channel.PAPER]
    assert "other answer" in view.so_far.about.text()


def test_typing_and_choosing_never_wait_longer_than_fifty_milliseconds(view):
    view.begin_with(quiet_member(view).code)
    waits = []
    for field, text in ((view.need.skill, "programming of robots"), (view.need.now, "12")):
        field.setFocus()
        for letter in text:
            begin = time.perf_counter()
            QTest.keyClick(field, letter)
            waits.append(time.perf_counter() - begin)
    for digit in "12345":
        begin = time.perf_counter()
        QTest.keyClick(view.need.consequence, digit)
        waits.append(time.perf_counter() - begin)

    assert max(waits) < 0.05


def test_letters_walk_through_options_and_many_can_be_chosen(qtbot):
    line = ChoiceLine("hiring")
    many = ChoiceLine("reasons", many=True)
    for widget in (line, many):
        qtbot.addWidget(widget)
        widget.set_choices([(1, "not tried"), (2, "filled"), (3, "not filled")])
        widget.set_question("Hiring?")
    seen = []
    for _ in range(3):
        QTest.keyClick(line, "n")
        seen.append(line.value)
    QTest.keyClick(many, "1")
    QTest.keyClick(many, "3")

    assert seen == [1, 3, 1]
    assert many.values == (1, 3)
    assert many.accessibleName() == "Hiring?: not tried, not filled"
    QTest.keyClick(many, "1")
    assert many.values == (3,)
    QTest.keyClick(many, Qt.Key.Key_Delete)
    assert many.values == ()


# --- what holds for every tab of the step -----------------------------------------------------------------------------


def page_of(view):
    page = view
    while not isinstance(page, NeedsPage):
        page = page.parent()
    return page


@pytest.mark.parametrize("tab", [TEXTS, INTERVIEW])
def test_every_control_of_the_tabs_has_a_name_of_its_own_and_can_be_hit(view, qtbot, tab):
    page = page_of(view)
    for shown in shown_parts(page, tab, qtbot):
        found = controls(page)
        assert [repr(control) for control in found if not accessible_name(control).strip()] == [], shown
        names = [control.objectName() for control in found]
        assert sorted({name for name in names if names.count(name) > 1 or not name}) == [], shown
        small = [control.objectName() for control in found if control.width() < 24 or control.height() < 24]
        assert small == [], shown


@pytest.mark.parametrize("tab", [TEXTS, INTERVIEW])
def test_nothing_of_the_tabs_is_cut_at_125_percent_with_texts_40_percent_longer(
    view, with_sample, qtbot, tab, long_language
):
    page = page_of(view)
    with_sample.theme.set_zoom(1.25)
    try:
        for shown in shown_parts(page, tab, qtbot):
            qtbot.wait(150)
            assert cut_texts(page) == [], shown
    finally:
        with_sample.theme.set_zoom(1.0)


def shown_parts(page, tab, qtbot):
    """Show every part of a tab, one after the other."""
    page.open_tab(tab)
    if tab == INTERVIEW:
        page.interview.begin_with(page.session.state.snapshot.members[0].code)
        page.interview.need.hiring.choose(Hiring.HARD)
        page.interview.further.setChecked(True)
        page.refresh(page.session.state)
        yield "needs"
        page.interview._show_part("once")
        yield "general questions"
        return
    qtbot.waitUntil(
        lambda: all(c.doubt for c in page.desk.clusters(page.session.state.snapshot) if c.state.value == "open")
    )
    for state in ("open", "decided", "set_aside"):
        page.placing.filters.show_only(state)
        yield state
    page.placing.filters.show_only("open")
    page.placing.decisions.begin_split()
    yield "split"
