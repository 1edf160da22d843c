"""The details of one member: what an audit asks, answers, the contact person."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from fastmap.model.choices import SmeStatus
from tests.support import members_fixtures
from tests.support.members_page import click, members
from tests.support.ui import find
from ui.widgets.fields import ComboBox

steps = members_fixtures.steps
few_regions = members_fixtures.few_regions
page = members_fixtures.page


def test_details_record_what_an_audit_asks_and_undo_takes_it_back(page, qtbot):
    page.table.setFocus()
    page.table.choose("M001", "code")
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    number = find(page, "memberRegistrationNumber", QLineEdit)
    hint = page.panel.audit.fields["sme"]
    number.setFocus()
    qtbot.keyClicks(number, "=0042")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    choice = find(page, "memberSme", ComboBox)
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.keyClick(choice, Qt.Key.Key_Down)

    (told,) = page.session.assessment.registrations()
    assert (told.member, told.registration_number, told.sme) == ("M001", "=0042", SmeStatus.NO)
    assert hint.control is choice
    page.session.undo()
    page.session.undo()
    assert page.session.assessment.registrations()[0].sme is None
    page.session.undo()
    assert page.session.assessment.registrations() == ()
    assert number.text() == ""


def test_details_show_answers_and_record_the_contact_person(page, qtbot):
    page.table.setFocus()
    page.table.choose("M001", "code")
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    email = find(page, "memberContactEmail", QLineEdit)
    for text in ("nonsense", "ana@uno.eu"):
        email.setFocus()
        email.selectAll()
        qtbot.keyClicks(email, text)
        qtbot.keyClick(email, Qt.Key.Key_Return)
        assert bool(email.property("wrong") == "true") == (text == "nonsense")
    day = find(page, "memberContactConsentDate", QLineEdit)
    day.setFocus()
    qtbot.keyClicks(day, "2026-03-31")
    qtbot.keyClick(day, Qt.Key.Key_Return)

    (contact,) = [one for one in page.session.assessment.contacts() if one.member == "M001"]
    assert (contact.email, contact.consent_date) == ("ana@uno.eu", date(2026, 3, 31))
    qtbot.keyClick(email, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()


def test_details_follow_the_chosen_row(page, qtbot):
    click(qtbot, page, "memberDetails")
    page.table.choose("M002", "name")

    assert page.panel.code == "M002"
    assert page.panel.title.text() == members(page)["M002"].name
