"""The kiosk: one firm after another on the laptop, nothing of the others in sight, and only the PIN leads back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import form_languages, load_texts
from fastmap.errors import FastmapError
from fastmap.intake.member_cards import card_code, printed
from fastmap.model.choices import Channel, ResponseState
from fastmap.model.direction import without_turns
from tests.support.ui import HOSTILE, find
from ui.pages.registry import step
from ui.workshop.kiosk import Kiosk

PIN = "4711"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def steps():
    """The window has the step Needs alone."""
    return (step("needs"),)


@pytest.fixture
def kiosk(with_sample, qtbot):
    """The kiosk over the sample, begun through its dialog."""
    with_sample.workshop.begin_kiosk()
    dialog = find(with_sample, "kioskDialog")
    assert not dialog.beginning.isEnabled()
    QTest.keyClicks(dialog.pin, f"a{PIN}b")
    qtbot.mouseClick(dialog.beginning, LEFT)
    kiosk = find(with_sample, "kiosk", Kiosk)
    qtbot.waitUntil(kiosk.isVisible)
    yield kiosk
    kiosk._end()


def click(kiosk, name, qtbot):
    qtbot.mouseClick(find(kiosk, name), LEFT)


def title(kiosk):
    return kiosk._page.title.text()


def said(kiosk):
    """All words in sight."""
    labels = [label.text() for label in kiosk.findChildren(QLabel) if label.isVisible()]
    return "\n".join(labels + [line.text() for line in kiosk.findChildren(QLineEdit) if line.isVisible()])


def card_of(window, number):
    member = window.session.state.snapshot.members[number]
    return member, printed(card_code(window.session.assessment.card_secret(), member.code))


def to_need(kiosk, qtbot, card="", organisation=""):
    click(kiosk, "kioskBegin", qtbot)
    QTest.keyClicks(find(kiosk, "kiosk_card"), card)
    QTest.keyClicks(find(kiosk, "kiosk_organisation"), organisation)
    click(kiosk, "kioskNext", qtbot)


def send(kiosk, qtbot):
    for _ in range(3):
        click(kiosk, "kioskNext", qtbot)
    click(kiosk, "kioskSend", qtbot)


def silent_member(window):
    """Return the place of a member that has not answered."""
    answered = {one.member for one in window.session.state.snapshot.responses}
    return next(at for at, one in enumerate(window.session.state.snapshot.members) if one.code not in answered)


def test_a_firm_with_a_card_answers_and_nothing_of_it_is_left_for_the_next(kiosk, with_sample, qtbot):
    member, card = card_of(with_sample, silent_member(with_sample))
    to_need(kiosk, qtbot, card=card)
    assert member.name in find(kiosk, "kioskFirm").text()
    QTest.keyClicks(find(kiosk, "kiosk_need_1_skill"), "TIG welding")
    QTest.keyClicks(find(kiosk, "kiosk_need_1_short_now"), "3")
    send(kiosk, qtbot)

    response = with_sample.session.assessment.snapshot().responses[-1]
    assert (response.member, response.channel, response.state) == (member.code, Channel.PHONE, ResponseState.ACCEPTED)
    assert [(need.skill_text, need.short_now) for need in response.needs] == [("TIG welding", 3)]
    click(kiosk, "kioskNextPerson", qtbot)
    assert "TIG" not in said(kiosk)
    assert member.name not in said(kiosk)
    click(kiosk, "kioskBegin", qtbot)
    assert find(kiosk, "kiosk_card").text() == ""
    assert kiosk.focusWidget() is find(kiosk, "kiosk_card")


def test_a_firm_that_answered_before_is_told_that_this_answer_waits(kiosk, with_sample, qtbot):
    earlier = next(one for one in with_sample.session.state.snapshot.responses if one.state is ResponseState.ACCEPTED)
    members = [one.code for one in with_sample.session.state.snapshot.members]
    _, card = card_of(with_sample, members.index(earlier.member))
    to_need(kiosk, qtbot, card=card)
    QTest.keyClicks(find(kiosk, "kiosk_need_1_skill"), "TIG welding")
    send(kiosk, qtbot)

    assert "Your firm has answered before. This answer waits" in said(kiosk)
    assert with_sample.session.assessment.snapshot().responses[-1].state is ResponseState.TO_CHECK


def test_no_other_firm_s_name_is_in_sight_on_any_screen(kiosk, with_sample, qtbot):
    member, card = card_of(with_sample, silent_member(with_sample))
    others = [one.name for one in with_sample.session.state.snapshot.members if one.code != member.code]
    seen = [said(kiosk)]
    to_need(kiosk, qtbot, card=card)
    for _ in range(3):
        seen.append(said(kiosk))
        click(kiosk, "kioskNext", qtbot)
    seen.append(said(kiosk))

    assert [name for name in others if any(name in words for words in seen)] == []


def test_a_name_alone_waits_until_somebody_says_whose_it_is(kiosk, with_sample, qtbot):
    to_need(kiosk, qtbot, organisation="Somebody SL")
    QTest.keyClicks(find(kiosk, "kiosk_need_1_skill"), "PLC")
    send(kiosk, qtbot)

    assert with_sample.session.assessment.snapshot().responses[-1].state is ResponseState.TO_CHECK
    assert "check whose answer it is" in said(kiosk)


def test_a_wrong_code_and_nobody_named_are_told_at_once(kiosk, qtbot):
    to_need(kiosk, qtbot)
    assert "name of your organisation" in said(kiosk)
    QTest.keyClicks(find(kiosk, "kiosk_card"), "AAAAA-AAAAA")
    click(kiosk, "kioskNext", qtbot)

    assert "No firm has this code" in said(kiosk)
    assert title(kiosk) == "Who are you?"


def test_the_keyboard_alone_goes_through_the_form(kiosk, with_sample, qtbot):
    _, card = card_of(with_sample, silent_member(with_sample))
    before = len(with_sample.session.state.snapshot.responses)

    def enter(name):
        page = kiosk._page
        QTest.keyClick(find(kiosk, name), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: kiosk._page is not page)

    enter("kioskBegin")
    QTest.keyClicks(find(kiosk, "kiosk_card"), card)
    enter("kiosk_card")
    QTest.keyClicks(find(kiosk, "kiosk_need_1_skill"), "TIG")
    enter("kiosk_need_1_skill")
    for name in ("kioskNext", "kioskNext", "kioskSend"):
        enter(name)

    assert len(with_sample.session.state.snapshot.responses) == before + 1


def test_only_the_pin_leads_back_whatever_is_pressed(kiosk, qtbot):
    to_need(kiosk, qtbot, organisation="X")
    QTest.keyClicks(find(kiosk, "kiosk_need_1_skill"), "TIG")
    assert not kiosk.close()  # as Alt+F4 does
    assert kiosk.isVisible()
    QTest.keyClicks(find(kiosk, "kioskPin"), "0000")
    click(kiosk, "kioskOut", qtbot)
    assert "not the PIN" in said(kiosk)
    click(kiosk, "kioskStay", qtbot)
    assert find(kiosk, "kiosk_need_1_skill").text() == "TIG"

    QTest.keyClick(kiosk, Qt.Key.Key_Escape)
    QTest.keyClicks(find(kiosk, "kioskPin"), PIN)
    with qtbot.waitSignal(kiosk.left):
        click(kiosk, "kioskOut", qtbot)
    assert not kiosk.isVisible()


def test_after_five_wrong_pins_one_has_to_wait(kiosk, qtbot):
    click(kiosk, "kioskLeave", qtbot)
    for _ in range(5):
        QTest.keyClicks(find(kiosk, "kioskPin"), "0000")
        click(kiosk, "kioskOut", qtbot)
    assert not find(kiosk, "kioskOut").isEnabled()
    QTest.keyClicks(find(kiosk, "kioskPin"), PIN)
    QTest.keyClick(find(kiosk, "kioskPin"), Qt.Key.Key_Return)

    assert kiosk.isVisible()


def test_turning_back_to_the_form_does_not_end_the_wait_after_five_wrong_pins(kiosk, qtbot):
    click(kiosk, "kioskLeave", qtbot)
    for _ in range(5):
        QTest.keyClicks(find(kiosk, "kioskPin"), "0000")
        click(kiosk, "kioskOut", qtbot)
    click(kiosk, "kioskStay", qtbot)
    click(kiosk, "kioskLeave", qtbot)

    page = kiosk._page
    assert not find(page, "kioskOut").isEnabled()
    QTest.keyClicks(find(page, "kioskPin"), PIN)
    QTest.keyClick(find(page, "kioskPin"), Qt.Key.Key_Return)
    assert kiosk.isVisible()

    kiosk._tries._until = 0.0
    page._wait.start(0)
    qtbot.waitUntil(find(page, "kioskOut").isEnabled, timeout=2_000)
    assert "not the PIN" not in said(kiosk)


def test_the_next_person_cannot_paste_what_the_one_before_copied(kiosk, qtbot):
    to_need(kiosk, qtbot, organisation="Talleres")
    find(kiosk, "kiosk_need_1_skill").setText("a weakness")
    find(kiosk, "kiosk_need_1_skill").selectAll()
    find(kiosk, "kiosk_need_1_skill").copy()
    assert QApplication.clipboard().text() == "a weakness"

    kiosk.begin_anew()

    assert QApplication.clipboard().text() == ""


def test_a_form_that_nobody_touches_is_emptied_after_a_warning(kiosk, qtbot):
    to_need(kiosk, qtbot, organisation="X")
    QTest.keyClicks(find(kiosk, "kiosk_need_1_skill"), "TIG")
    kiosk._idle._quiet.stop()
    kiosk._idle._warn()
    assert title(kiosk) == "Are you still there?"
    assert "20 seconds" in said(kiosk)
    click(kiosk, "kioskStillHere", qtbot)
    assert find(kiosk, "kiosk_need_1_skill").text() == "TIG"

    kiosk._idle._quiet.stop()
    kiosk._idle._warn()
    for _ in range(20):
        kiosk._idle._count()
    assert find(kiosk, "kioskBegin").isVisible()
    assert "TIG" not in said(kiosk)


def test_what_cannot_be_saved_stays_on_the_screen(kiosk, with_sample, qtbot, monkeypatch):
    to_need(kiosk, qtbot, organisation="X")
    QTest.keyClicks(find(kiosk, "kiosk_need_1_skill"), "TIG")
    with monkeypatch.context() as patch:
        patch.setattr(with_sample.session.assessment, "apply", _refuse)
        send(kiosk, qtbot)
        assert "did not confirm it" in said(kiosk)
    before = len(with_sample.session.assessment.snapshot().responses)
    click(kiosk, "kioskSend", qtbot)

    assert title(kiosk) == "Saved"
    assert len(with_sample.session.assessment.snapshot().responses) == before + 1


def test_answers_of_two_guests_that_could_not_be_saved_both_go_into_the_copy(
    kiosk, with_sample, qtbot, monkeypatch, tmp_path
):
    before = with_sample.session.state.snapshot.responses
    with monkeypatch.context() as patch:
        patch.setattr(with_sample.session.assessment, "apply", _refuse)
        for firm in ("First firm", "Second firm"):
            to_need(kiosk, qtbot, organisation=firm)
            QTest.keyClicks(find(kiosk, "kiosk_need_1_skill"), f"Skill of {firm}")
            send(kiosk, qtbot)
            kiosk.begin_anew()

    assert with_sample.session.save_copy(tmp_path / "copy.fastmap")

    with Assessment.open(tmp_path / "copy.fastmap") as copy:
        came = [one for one in copy.snapshot().responses if one.id not in {known.id for known in before}]
    assert {need.skill_text for one in came for need in one.needs} == {"Skill of First firm", "Skill of Second firm"}


def _refuse(_change):
    raise FastmapError("disk_full", name="x", folder="y")


@pytest.mark.parametrize("language", form_languages())
def test_it_speaks_every_language_of_the_form(kiosk, qtbot, language):
    click(kiosk, f"kioskLanguage_{language}", qtbot)
    click(kiosk, "kioskBegin", qtbot)

    assert title(kiosk) == load_texts(language).get("phone.who")


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_guest_types_is_shown_as_it_is(kiosk, qtbot, text):
    to_need(kiosk, qtbot, organisation="X")
    find(kiosk, "kiosk_need_1_skill").setText(text)
    for _ in range(3):
        click(kiosk, "kioskNext", qtbot)

    label = next(
        one
        for one in kiosk.findChildren(QLabel)
        if one.isVisible() and one.text().strip() == without_turns(text)[:300].strip()
    )
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_closing_the_file_ends_the_kiosk(kiosk, with_sample):
    with_sample.session.close()

    assert not kiosk.isVisible()


def test_a_file_that_cannot_be_read_is_told_to_the_window_and_stops_nothing(kiosk, with_sample, qtbot, monkeypatch):
    def gone(_):
        raise FastmapError("file_io_failed", file="sample.fastmap", reason="gone")

    with monkeypatch.context() as patch:
        patch.setattr(type(with_sample.session.assessment), "card_secret", gone)
        with qtbot.waitSignal(with_sample.session.failed) as told:
            click(kiosk, "kioskBegin", qtbot)
    assert told.args[0].code == "file_io_failed"

    click(kiosk, "kioskBegin", qtbot)
    assert find(kiosk, "kiosk_card").isVisible()
