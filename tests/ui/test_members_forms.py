"""Forms and feedback sheets written for members."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import openpyxl
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMessageBox

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import form_languages
from fastmap.model.choices import MemberStatus
from fastmap.model.organisations import Cluster
from tests.support import members_fixtures
from tests.support.builders import make_snapshot
from tests.support.members_page import click, members
from tests.support.sample_file import put_sample
from tests.support.ui import app, find
from ui.pages import members_asking
from ui.pages.members_forms import FormsWish
from ui.pages.members_presenter import MembersPresenter, member_words

steps = members_fixtures.steps
few_regions = members_fixtures.few_regions
page = members_fixtures.page


def test_languages_offered_are_those_that_forms_come_in(page):
    offered = member_words(page.session).languages

    assert set(offered) == set(form_languages())
    assert offered["hu"] == "Hungarian"


@pytest.mark.parametrize("recorded", [r"C:\Users\someone\last.fastmap", "/elsewhere/last.fastmap", "last.fastmap"])
def test_the_round_before_is_found_beside_the_file_wherever_it_was(tmp_path, recorded):
    (tmp_path / "last.fastmap").touch()
    snapshot = make_snapshot()
    snapshot = replace(snapshot, info=replace(snapshot.info, previous_file=recorded))
    state = SimpleNamespace(path=tmp_path / "new.fastmap", snapshot=snapshot)

    found = MembersPresenter(SimpleNamespace(state=state)).previous_file()

    assert found == tmp_path / "last.fastmap"


def test_forms_in_a_chosen_language_with_paper_and_last_rounds_needs(page, qtbot, tmp_path, monkeypatch):
    last = tmp_path / "last.fastmap"
    put_sample(last)
    monkeypatch.setattr(members_asking, "previous_round", lambda *_: last)
    before = page.session.assessment.content_hash()
    click(qtbot, page, "memberForms")
    dialog = find(page, "formsDialog")
    for name, value in (("formsFor", "all"), ("formsLanguage", "hu")):
        find(dialog, name).choose(value)
    find(dialog, "formsPaper").setChecked(True)
    find(dialog, "formsEarlier").setChecked(True)
    assert "last.fastmap" in find(dialog, "formsPrevious").text()
    find(dialog, "formsFolder").setText(str(tmp_path / "forms"))
    with qtbot.waitSignal(page.say, timeout=120_000) as told:
        click(qtbot, dialog, "formsWrite")

    forms = sorted((tmp_path / "forms").glob("*.xlsx"))
    assert len(forms) == len([*(tmp_path / "forms").glob("*.pdf")]) == 40
    sheet = openpyxl.load_workbook(forms[0]).worksheets[0]
    assert sheet["B2"].value == "Az Önöknél hiányzó készségek"
    assert sheet["C9"].value
    assert "25 of them with last round's needs." in told.args[1]
    assert page.session.state.snapshot.info.previous_file == "last.fastmap"
    page.session.undo()
    assert page.session.assessment.content_hash() == before


@pytest.mark.parametrize("meant", [True, False])
def test_another_clusters_answers_fill_in_forms_only_after_asking(page, qtbot, tmp_path, monkeypatch, meant):
    path = tmp_path / "wood.fastmap"
    Assessment.create(path, cluster=Cluster(name="Wood", country="FI"), round_label="2020").close()
    asked = []
    monkeypatch.setattr(members_asking, "means_other_cluster", lambda *said: asked.append(said[1:]) or meant)
    code = next(iter(members(page)))

    page.round.write_forms(FormsWish(codes=(code,), folder=tmp_path / "forms", previous=path))
    qtbot.waitUntil(lambda: not page.work.is_running, timeout=30_000)

    question, consequence = asked[0]
    assert question == "\u2068wood.fastmap\u2069 is about \u2068Wood\u2069. Is it the round you mean?"
    assert consequence == "0 of its members are on your list. Their forms would be filled in with what was said there."
    assert (tmp_path / "forms").exists() is meant
    assert (page.session.state.snapshot.info.previous_file == "wood.fastmap") is meant


def test_forms_are_written_in_the_background_and_members_marked(page, qtbot, tmp_path):
    not_asked = [member.code for member in members(page).values() if member.status is MemberStatus.NOT_ASKED]
    click(qtbot, page, "memberForms")
    dialog = app().activeModalWidget() or find(page, "formsDialog")
    assert find(dialog, "formsFor").currentData() == "not_asked"
    find(dialog, "formsFolder").setText(str(tmp_path / "forms"))
    click(qtbot, dialog, "formsWrite")
    qtbot.waitUntil(lambda: not page.work.is_running, timeout=30_000)

    assert len([*(tmp_path / "forms").glob("*.xlsx")]) == len(not_asked)
    assert (tmp_path / "forms" / "mail-merge.csv").exists()
    assert {members(page)[code].status for code in not_asked} == {MemberStatus.ASKED}


def test_writing_forms_can_be_cancelled_and_then_nobody_is_marked(page, qtbot, tmp_path):
    before = members(page)
    page.round.write_forms(FormsWish(codes=tuple(before), folder=tmp_path / "forms"))
    click(qtbot, page, "memberProgressCancel")
    qtbot.waitUntil(lambda: not page.work.is_running, timeout=30_000)

    assert members(page) == before


def test_feedback_sheets_are_written_in_the_background_for_those_who_answered(page, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(members_asking, "folder_for_feedback", lambda *_: tmp_path / "feedback")
    before = page.session.assessment.content_hash()
    with qtbot.waitSignal(page.say, timeout=120_000) as told:
        click(qtbot, page, "memberFeedback")

    assert len([*(tmp_path / "feedback").glob("*.pdf")]) == 25
    assert told.args[1].startswith("25 feedback sheets written to ")
    assert page.session.assessment.content_hash() == before
    (edition,) = page.session.assessment.anonymous_editions()
    assert edition.answered == 25


@pytest.mark.parametrize(("button", "folders"), [("Write nothing", 0), ("Write all the same", 1)])
def test_before_sheets_that_can_be_compared_with_earlier_ones_a_person_is_asked(
    page, qtbot, monkeypatch, button, folders
):
    asked = []
    monkeypatch.setattr(members_asking, "folder_for_feedback", lambda *_: asked.append(1))
    edition = page.presenter.handing_out_feedback().edition()
    earlier = replace(edition, answers="0" * 64, answered=edition.answered - 1, made_on=date(2026, 3, 1))
    page.session.assessment.note_anonymous_edition(earlier)

    def answer():
        box = page.window().findChild(QMessageBox, "giveFeedbackBox")
        assert "with 24 answers; now there are 25" in box.informativeText()
        qtbot.mouseClick(next(one for one in box.buttons() if one.text() == button), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, answer)
    click(qtbot, page, "memberFeedback")

    assert len(asked) == folders
