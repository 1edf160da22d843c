"""Organisations that firms named, on the page Partners: the strip, the review with one key per decision, and merging."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from fastmap.changes import DecideNames, SaveMembers, SavePartners
from fastmap.model.choices import PartnerType, TieKind
from fastmap.model.meanings import key_of
from fastmap.model.organisations import NameDecision
from fastmap.tasks import named_organisations
from tests.support.builders import make_tie
from tests.support.named_links import add_named_links
from tests.support.ui import find
from ui.pages.partners_merging import MergeDialog
from ui.pages.registry import steps as all_steps


@pytest.fixture(scope="module")
def steps():
    return tuple(step for step in all_steps() if step.key == "partners")


@pytest.fixture
def page(with_sample, qtbot):
    """Partners with five groups of names to decide about."""
    page = with_sample.workspace.show_page("partners")
    add_named_links(page.session)
    qtbot.waitUntil(lambda: page.directory.names_strip.isVisible() and len(open_names(page)) == 5)
    return page


@pytest.fixture
def review(page, qtbot):
    qtbot.mouseClick(page.directory.names_strip.reviewing, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.names.isVisible)
    return page.names


def open_names(page):
    return [group.name for group in page.desk.open_groups(page.session.state.snapshot)]


def press(review, qtbot, key):
    qtbot.keyClick(review.table, key)


def choose(review, name):
    group = next(group for group in review.table.rows.shown if group.name == name)
    review.table.choose(group.key, "name")


def test_nothing_is_said_where_every_named_organisation_is_a_partner(with_sample, qtbot):
    page = with_sample.workspace.show_page("partners")
    qtbot.waitUntil(page.directory.table.isVisible)

    assert page.directory.names_strip.isHidden()


def test_the_strip_counts_organisations_and_not_spellings(page):
    assert page.directory.names_strip.words.text() == "5 organisations named in forms are not under Partners yet."


def test_the_card_says_who_named_it_how_and_what_it_probably_is(review, qtbot):
    choose(review, "Inst. FP Valdorma")

    assert find(review, "nameProposal", QLabel).text() == (
        "Probably Instituto de FP Valdorma: same in other words or cut short."
    )
    assert find(review, "nameWho", QLabel).text().startswith("Named by 1 firm: ")
    assert review.card.sure.text() == "97%"


def test_enter_accepts_the_proposal_and_the_next_name_takes_its_place(review, page, qtbot):
    before = page.session.assessment.content_hash()
    choose(review, "Inst. FP Valdorma")

    press(review, qtbot, Qt.Key.Key_Return)

    snapshot = page.session.state.snapshot
    (decision,) = snapshot.named
    assert next(one.name for one in snapshot.partners if one.id == decision.partner) == "Instituto de FP Valdorma"
    assert "Inst. FP Valdorma" not in {group.name for group in review.table.rows.shown}
    assert review.table.chosen_row
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_n_records_a_group_as_one_new_partner_with_ties_to_all_who_named_it(review, page, qtbot):
    choose(review, "Universidad de Deusto")

    press(review, qtbot, Qt.Key.Key_N)

    snapshot = page.session.state.snapshot
    partner = next(one for one in snapshot.partners if one.name == "Universidad de Deusto")
    ties = [tie for tie in snapshot.ties if tie.partner == partner.id]
    assert partner.type is PartnerType.UNIVERSITY
    assert {tie.kind for tie in ties} == {TieKind.RESEARCH, TieKind.RECRUITMENT}
    assert len({tie.member for tie in ties}) == 3


def test_without_a_type_a_new_partner_is_asked_for_it_and_nothing_is_recorded(review, page, qtbot):
    said = []
    page.say.connect(lambda tone, words: said.append(tone))
    before = page.session.assessment.content_hash()
    choose(review, "A <b>certain</b> academy & sons")
    review.card.types.choose(None)

    press(review, qtbot, Qt.Key.Key_N)

    assert said == ["warn"]
    assert page.session.assessment.content_hash() == before
    assert review.card.types.hasFocus()


def test_x_sets_a_name_aside_and_t_among_the_decided_asks_again(review, page, qtbot):
    choose(review, "Valdorma")
    press(review, qtbot, Qt.Key.Key_X)
    qtbot.mouseClick(review.chips["decided"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(review.table.isVisible)
    decided = [group.name for group in review.table.rows.shown]

    press(review, qtbot, Qt.Key.Key_T)

    assert decided == ["Valdorma"]
    assert page.session.state.snapshot.named == ()
    qtbot.waitUntil(lambda: "Valdorma" in open_names(page))


def test_decided_groups_are_made_aside_and_only_where_they_are_shown(review, page, qtbot, monkeypatch):
    threads = []
    made = named_organisations.decided_groups

    def noted(snapshot):
        threads.append(threading.current_thread())
        return made(snapshot)

    monkeypatch.setattr(named_organisations, "decided_groups", noted)
    choose(review, "Valdorma")
    press(review, qtbot, Qt.Key.Key_X)
    settled = [group.name for group in review.table.rows.shown]
    words, while_deciding = review.chips["decided"].text(), list(threads)

    qtbot.mouseClick(review.chips["decided"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [group.name for group in review.table.rows.shown] == ["Valdorma"])

    assert "Valdorma" not in settled
    assert words == "Decided: 1"
    assert while_deciding == []
    assert threads
    assert threading.main_thread() not in threads


def test_another_partner_is_chosen_from_the_list(review, page, qtbot):
    choose(review, "Valdorma")
    uni = next(one for one in page.session.state.snapshot.partners if one.name == "Universidad del Alto Ferrana")
    review.card.partners.setCurrentIndex(review.card.partners.findData(uni.id))

    qtbot.mouseClick(review.card.same, Qt.MouseButton.LeftButton)

    assert [one.partner for one in page.session.state.snapshot.named] == [uni.id]


def test_a_spelling_that_is_another_organisation_is_unticked_and_stays(review, page, qtbot):
    choose(review, "Universidad de Deusto")
    box = next(box for box, one in review.card._boxes if one.name == "Univ. Deusto")
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)

    qtbot.mouseClick(review.card.leaving, Qt.MouseButton.LeftButton)

    assert {one.name for one in page.session.state.snapshot.named} == {"Universidad de Deusto", "Deusto University"}
    qtbot.waitUntil(lambda: "Univ. Deusto" in {group.name for group in review.table.rows.shown})


def test_a_firm_that_named_itself_is_told(review):
    itself = next(group for group in review.table.rows.shown if group.member is not None)
    review.table.choose(itself.key, "name")

    words = find(review, "nameMember", QLabel).text()
    assert itself.name in words
    assert "It named itself" in words


def test_escape_leads_back_to_the_partners(review, page, qtbot):
    press(review, qtbot, Qt.Key.Key_Escape)

    qtbot.waitUntil(page.directory.table.isVisible)
    assert page.adding.isVisible()


def test_without_partners_the_empty_page_leads_to_the_names(page, qtbot):
    from fastmap.changes import RemovePartners

    session = page.session
    session.apply(RemovePartners(partners=tuple(one.id for one in session.state.snapshot.partners)))
    qtbot.waitUntil(page.empty_review.isVisible)

    qtbot.mouseClick(page.empty_review, Qt.MouseButton.LeftButton)

    assert page.names.isVisible()


# --- one partner ------------------------------------------------------------------------------------------------------


def test_what_is_odd_about_a_partner_is_said_on_its_panel(page, qtbot):
    partner = next(one for one in page.session.state.snapshot.partners if one.name == "Nodo Digital Ferrana")
    page.session.apply(SavePartners(ties=(make_tie(partner.id, None, other_partner=partner.id),)))

    page.directory.open(partner.id)

    assert "a link that leads to itself" in find(page.directory.panel, "partnerFlag0").findChildren(QLabel)[-1].text()


def test_merging_shows_what_gives_way_and_is_one_step_to_undo(page, qtbot, monkeypatch):
    before = page.session.assessment.content_hash()
    kept, gone = (one.id for one in page.session.state.snapshot.partners[:2])
    told = []

    def decide(dialog):
        assert not dialog.merging.isEnabled()
        dialog.other.setCurrentIndex(dialog.other.findData(gone))
        told.append(dialog.told.text())
        assert dialog.merging.isEnabled()
        return True

    monkeypatch.setattr(MergeDialog, "exec", decide)
    page.directory.open(kept)
    qtbot.mouseClick(find(page.directory.panel, "mergePartner"), Qt.MouseButton.LeftButton)

    assert "Name: " in told[0]
    assert gone not in {one.id for one in page.session.state.snapshot.partners}
    assert page.directory.panel.partner == kept
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_merging_says_which_name_keeps_its_meaning_and_which_members_become_one(page):
    snapshot = page.session.state.snapshot
    kept, gone, third = snapshot.partners[:3]
    one, other = snapshot.members[:2]
    page.session.apply(SaveMembers(members=(replace(one, partner_id=kept.id), replace(other, partner_id=gone.id))))
    key = key_of(gone.name)
    page.session.apply(DecideNames(decisions=(NameDecision(name_key=key, name=gone.name, partner=third.id),)))
    dialog = MergeDialog(page.presenter, kept.id, parent=page)

    dialog.other.setCurrentIndex(dialog.other.findData(gone.id))

    told = dialog.told.text()
    assert f"goes on to mean \u2068{third.name}\u2069" in told
    assert one.name in told
    assert other.name in told
    dialog.deleteLater()
