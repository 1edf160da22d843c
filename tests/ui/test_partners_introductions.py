"""Introductions of firms to partners: as planned actions, and as mails to copy."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication, QTextCursor

from fastmap.changes import AddAction, EditInfo
from fastmap.model.choices import ActionStatus, Scope
from tests.support.partners_page import click, opened, settled
from ui.pages.registry import steps as all_steps


@pytest.fixture(scope="module")
def steps():
    return tuple(step for step in all_steps() if step.key == "partners")


@pytest.fixture
def page(with_sample, qtbot):
    return opened(with_sample, qtbot)


def test_an_introduction_becomes_a_planned_action_with_one_click(page, qtbot):
    before = page.session.assessment.content_hash()
    known = {action.id for action in page.session.state.snapshot.actions}
    click(page, "partnersView_introductions", qtbot)

    click(page, "planIntroduction", qtbot)

    (action,) = [one for one in page.session.state.snapshot.actions if one.id not in known]
    assert (action.cell.scope, action.status) == (Scope.REGIONAL, ActionStatus.PLANNED)
    assert action.title.startswith("Introduce 7 firms to Instituto de FP Valdorma")
    assert page.session.undo_message.key == f"change.{AddAction.name}"
    settled(page, qtbot)
    assert not page.introductions.planning.isVisible()
    assert page.introductions.done.isVisible()
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_an_introduction_to_a_partner_just_removed_is_refused_in_words(page, qtbot):
    click(page, "partnersView_introductions", qtbot)
    chosen = page.introductions.list.rows.shown[0].key
    failed = []
    page.session.failed.connect(lambda error: failed.append(error.code))
    actions = page.session.state.snapshot.actions
    page.presenter.remove([chosen])
    assert not page.session.state.results_are_current

    went_well = page.introductions.presenter.plan(chosen)

    assert went_well is False
    assert failed == ["partner_not_in_file"]
    assert len(page.session.state.snapshot.actions) == len(actions)


def test_the_mail_is_copied_without_names_of_firms_that_lack_the_skill(page, qtbot):
    click(page, "partnersView_introductions", qtbot)

    click(page, "copyMail", qtbot)

    mail = QGuiApplication.clipboard().text()
    entry = page.session.state.results.ecosystem.introductions[0]
    assert "Instituto de FP Valdorma" in mail
    assert not [name for name in page.introductions.presenter.member_names(entry.members) if name in mail]


def test_a_mail_is_reworded_before_copying_and_the_words_stay(page, qtbot):
    click(page, "partnersView_introductions", qtbot)
    view = page.introductions
    proposed = view.mail.toPlainText()
    first, second = (row.key for row in view.list.rows.shown[:2])
    view.mail.setFocus()
    view.mail.moveCursor(QTextCursor.MoveOperation.End)

    qtbot.keyClicks(view.mail, " PS: coffee is on us.")
    view.list.choose(second, "title")
    other = view.mail.toPlainText()
    view.list.choose(first, "title")
    page.refresh(page.session.state)
    click(page, "copyMail", qtbot)

    assert QGuiApplication.clipboard().text() == f"{proposed} PS: coffee is on us."
    assert "coffee" not in other
    click(page, "restoreMail", qtbot)
    assert view.mail.toPlainText() == proposed
    assert not view.restoring.isVisible()


def test_the_mail_is_written_in_the_language_the_cluster_works_in(page, qtbot):
    info = page.session.state.snapshot.info
    page.session.apply(EditInfo(info=replace(info, language="es")))
    settled(page, qtbot)
    click(page, "partnersView_introductions", qtbot)

    mail = page.introductions.mail.toPlainText()

    assert mail.startswith("Asunto:")
    assert page.session.language == "en"


def test_who_knows_the_partner_already_stands_beside_the_firms_to_bring(page, qtbot):
    click(page, "partnersView_introductions", qtbot)
    entry = page.session.state.results.ecosystem.introductions[0]

    assert page.introductions.who.text().splitlines() == page.introductions.presenter.member_names(entry.introducers)
    assert page.introductions.firms.text().splitlines() == page.introductions.presenter.member_names(entry.members)
    assert [row.rank for row in page.introductions.list.rows.shown] == list(
        range(1, len(page.session.state.results.ecosystem.introductions) + 1)
    )
