"""Asking providers from the page Partners, and taking their offer forms back."""

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from fastmap.model.choices import ResponseState
from tests.support.builders import make_partner
from tests.support.returned_forms import set_answer
from tests.support.returned_offers import demand_for, write_offers
from tests.support.ui import find
from ui.pages.partners_asking import AskDialog
from ui.pages.partners_replies import KEEP_OUT, ReplyDialog
from ui.pages.registry import steps as all_steps


@pytest.fixture(scope="module")
def steps():
    return tuple(step for step in all_steps() if step.key == "partners")


@pytest.fixture
def page(with_sample, qtbot):
    page = with_sample.workspace.show_page("partners")
    qtbot.waitUntil(page.table.isVisible)
    return page


@pytest.fixture
def said(page):
    told = []
    page.say.connect(lambda tone, words: told.append((tone, words)))
    return told


def partner_named(page, name):
    return next(one for one in page.session.state.snapshot.partners if one.name == name)


def stranger(page, path, places=5):
    content = demand_for(make_partner("P900", name="Unheard of"), assessment=page.session.state.snapshot.info.id)
    return write_offers(path, {"offer_1_places": places}, content=content)


def test_sheets_are_written_for_the_partners_chosen_and_come_back_by_dropping_them(
    page, said, qtbot, tmp_path, monkeypatch
):
    school = partner_named(page, "Instituto de FP Valdorma")
    asked = {}

    def choose_one(dialog):
        asked["usual"] = dialog.chosen
        qtbot.mouseClick(dialog.none, Qt.MouseButton.LeftButton)
        assert not dialog.writing.isEnabled()
        dialog.boxes[school.id].setChecked(True)
        return True

    monkeypatch.setattr(AskDialog, "exec", choose_one)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))

    qtbot.mouseClick(page.asking, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)

    (sheet,) = tmp_path.glob("*.xlsx")
    assert said[-1] == ("good", f"1 demand sheet written to {tmp_path.name}, in Excel and PDF.")
    assert len(list(tmp_path.glob("*.pdf"))) == 1
    assert "Fondo Comarcal de Formación" not in {
        one.name for one in page.session.state.snapshot.partners if one.id in asked["usual"]
    }

    workbook = openpyxl.load_workbook(sheet)
    set_answer(workbook, "offer_1_places", 77)
    workbook.save(sheet)
    before = page.session.assessment.content_hash()
    page.take_files([sheet])
    qtbot.waitUntil(lambda: len(said) == 2, timeout=20_000)

    assert said[-1] == ("good", "1 offer form taken.")
    assert 77 in {offer.places_per_year for offer in page.session.state.snapshot.offers if offer.partner == school.id}
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_a_form_that_waits_is_said_and_taken_once_somebody_says_whose_it_is(page, said, qtbot, tmp_path, monkeypatch):
    offers = page.session.state.snapshot.offers
    page.take_files([stranger(page, tmp_path / "f.xlsx")])
    qtbot.waitUntil(page.replies_strip.isVisible, timeout=20_000)
    untouched = page.session.state.snapshot.offers == offers
    school = partner_named(page, "Escuela de Soldadura Harrilan")
    seen = []

    def decide(dialog):
        seen.append((dialog.title.text(), find(dialog, "replyWhy", QLabel).text(), dialog.taking.isEnabled()))
        dialog.whose.setCurrentIndex(dialog.whose.findData(school.id))
        assert dialog.taking.isEnabled()
        return 1

    monkeypatch.setattr(ReplyDialog, "exec", decide)
    qtbot.mouseClick(page.replies_strip.reviewing, Qt.MouseButton.LeftButton)

    assert untouched
    assert seen[0][0] == "Offer form of Unheard of"
    assert "No partner is called “Unheard of”" in seen[0][1]
    assert seen[0][2] is False
    assert page.replies_strip.isHidden()
    (reply,) = page.session.state.snapshot.replies
    assert (reply.state, reply.partner) == (ResponseState.ACCEPTED, school.id)
    assert said[0] == ("warn", "1 offer form waits for a decision.")


def test_a_form_can_be_kept_out_or_left_for_later(page, qtbot, tmp_path, monkeypatch):
    page.take_files([stranger(page, tmp_path / "f.xlsx")])
    qtbot.waitUntil(page.replies_strip.isVisible, timeout=20_000)

    monkeypatch.setattr(ReplyDialog, "exec", lambda _: 0)
    qtbot.mouseClick(page.replies_strip.reviewing, Qt.MouseButton.LeftButton)
    later = page.session.state.snapshot.replies[0].state
    monkeypatch.setattr(ReplyDialog, "exec", lambda _: KEEP_OUT)
    qtbot.mouseClick(page.replies_strip.reviewing, Qt.MouseButton.LeftButton)

    assert later is ResponseState.TO_CHECK
    assert page.session.state.snapshot.replies[0].state is ResponseState.SUPERSEDED
    assert page.replies_strip.isHidden()


def test_a_list_of_partners_is_still_taken_as_a_list(page, said, qtbot, tmp_path):
    table = tmp_path / "list.csv"
    table.write_text("name,type\nBrand new school,vet\n", encoding="utf-8")

    page.take_files([table])
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)

    assert partner_named(page, "Brand new school")
