"""New codes for all cards from the menu: asked first, with what follows from it; undo stays what it was."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QMessageBox

from fastmap.intake.member_cards import card_code, printed
from tests.support.pdf_text import pages_of


def answered(window, qtbot, button, said):
    """Press ``button`` in the question as soon as it is asked."""

    def answer():
        box = window.findChild(QMessageBox, "newCardsBox")
        said.append(box.informativeText())
        qtbot.mouseClick(next(one for one in box.buttons() if one.text() == button), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, answer)
    window.menus["new_cards"].trigger()


@pytest.mark.parametrize("button", ["Keep the cards", "Make new codes"])
def test_new_codes_are_made_only_after_saying_that_every_card_stops_working(with_sample, qtbot, button):
    session, said = with_sample.session, []
    old, undo = session.assessment.card_secret(), session.undo_message

    answered(with_sample, qtbot, button, said)

    (words,) = said
    assert "No card that was handed out works any more" in words
    assert "Undo does not bring the old codes back." in words
    assert "open room" not in words
    assert (session.assessment.card_secret() == old) is (button == "Keep the cards")
    assert session.undo_message == undo
    assert ("no longer work" in with_sample.message_bar.sentence.text()) is (button == "Make new codes")
    assert with_sample.message_bar.action.isVisible() is (button == "Make new codes")


def test_with_a_room_open_the_question_says_that_its_code_changes_and_it_does(with_sample, qtbot):
    keeper, said = with_sample.workshop.keeper, []
    assert keeper.open("127.0.0.1", port=0)
    before = keeper.address

    answered(with_sample, qtbot, "Make new codes", said)

    assert "The code of the open room changes, too" in said[0]
    assert keeper.is_open
    assert keeper.address != before
    keeper.close()


def test_after_new_codes_the_cards_are_one_click_away(with_sample, qtbot, monkeypatch, tmp_path):
    target = tmp_path / "cards.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    answered(with_sample, qtbot, "Make new codes", [])

    qtbot.mouseClick(with_sample.message_bar.action, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(target.exists, timeout=20_000)
    member = with_sample.session.state.snapshot.members[0].code
    assert printed(card_code(with_sample.session.assessment.card_secret(), member)) in "".join(pages_of(target))


def test_escape_keeps_the_cards(with_sample, qtbot):
    old = with_sample.session.assessment.card_secret()

    def answer():
        qtbot.keyClick(with_sample.findChild(QMessageBox, "newCardsBox"), Qt.Key.Key_Escape)

    QTimer.singleShot(0, answer)
    with_sample.menus["new_cards"].trigger()

    assert with_sample.session.assessment.card_secret() == old
