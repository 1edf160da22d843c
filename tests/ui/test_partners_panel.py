"""The panel of one partner: its offers, its links, where it belongs, its contact."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from fastmap.changes import SavePartners
from fastmap.model.choices import Fit, PartnerType, TieKind
from tests.support.partners_page import click, opened, row_of
from tests.support.ui import find
from ui.pages.registry import steps as all_steps
from ui.theme.theme import current


@pytest.fixture(scope="module")
def steps():
    return tuple(step for step in all_steps() if step.key == "partners")


@pytest.fixture
def page(with_sample, qtbot):
    return opened(with_sample, qtbot)


def test_enter_on_the_number_of_offers_opens_the_partner(page, qtbot):
    school = row_of(page, "Instituto de FP Valdorma")
    page.directory.table.choose(school.id, "offers")
    page.directory.table.setFocus()

    qtbot.keyClick(page.directory.table, Qt.Key.Key_Return)

    assert page.directory.panel.isVisible()
    assert page.directory.panel.title.text() == school.name
    qtbot.keyClick(page.directory.panel, Qt.Key.Key_Escape)
    assert not page.directory.panel.isVisible()


def test_an_offer_with_completed_skill_is_added_and_removed(page, qtbot):
    partner = row_of(page, "Fondo Comarcal de Formación").id
    page.directory.open(partner)
    click(page, "addOffer", qtbot)
    skill = page.directory.panel.form.skill
    skill.setFocus()
    qtbot.keyClicks(skill, "weldi")
    qtbot.waitUntil(lambda: skill.is_open, timeout=5000)
    qtbot.keyClick(skill, Qt.Key.Key_Return)
    chosen = skill.text()
    qtbot.keyClicks(page.directory.panel.form.places, "12")
    page.directory.panel.form.fit.choose(Fit.YES)
    qtbot.mouseClick(page.directory.panel.form.saving, Qt.MouseButton.LeftButton)

    (offer,) = page.presenter.reading.offers(partner)
    assert (offer.places_per_year, offer.fit) == (12, Fit.YES)
    assert page.presenter.reading.skill_label(offer.skill) == chosen == "welding"
    QApplication.processEvents()
    click(page, "removeOffer0", qtbot)
    assert page.presenter.reading.offers(partner) == ()


def test_places_left_blank_stay_not_known(page, qtbot):
    partner = row_of(page, "Fondo Comarcal de Formación").id
    page.directory.open(partner)
    click(page, "addOffer", qtbot)
    page.directory.panel.form.skill.begin_with("own words of the cluster")

    qtbot.mouseClick(page.directory.panel.form.saving, Qt.MouseButton.LeftButton)

    (offer,) = page.presenter.reading.offers(partner)
    assert offer.places_per_year is None
    assert offer.fit is Fit.UNKNOWN


def test_a_link_with_a_member_is_added_and_removed(page, qtbot):
    partner = row_of(page, "Fondo Comarcal de Formación").id
    page.directory.open(partner)
    member = page.session.state.snapshot.members[0]
    page.directory.panel.tie_member.setCurrentIndex(page.directory.panel.tie_member.findData(str(member.code)))
    page.directory.panel.tie_kind.choose(TieKind.TRAINING)

    click(page, "addTie", qtbot)

    assert [name for _, name, _ in page.presenter.reading.ties(partner)] == [member.name]
    QApplication.processEvents()
    click(page, "removeTie0", qtbot)
    assert page.presenter.reading.ties(partner) == ()


def begin_offer(page, qtbot):
    school = row_of(page, "Instituto de FP Valdorma")
    page.directory._follow(school.id)
    page.directory.panel.show_partner(school.id)
    page.directory.panel.form.begin(school.id, None)
    page.directory.panel.form.skill.begin_with("Beekeeping")
    return page.directory.panel.form


def test_a_half_typed_offer_waits_until_its_partner_is_looked_at_again(page, qtbot):
    school, fund = row_of(page, "Instituto de FP Valdorma"), row_of(page, "Fondo Comarcal de Formación")
    page.directory.open(school.id)
    click(page, "addOffer", qtbot)
    form = page.directory.panel.form
    form.skill.begin_with("Beekeeping")
    qtbot.keyClicks(form.cost, "450 EUR")
    form.fit.choose(Fit.YES)

    page.directory.table.row_chosen.emit(fund.id)
    was_hidden = form.isHidden()
    page.directory.table.row_chosen.emit(school.id)

    assert was_hidden
    assert form.isVisible()
    assert (form.skill.text(), form.cost.text(), form.fit.currentData()) == ("Beekeeping", "450 EUR", Fit.YES)
    click(page, "offerSave", qtbot)
    assert "450 EUR" in {offer.cost for offer in page.presenter.reading.offers(school.id)}
    assert page.presenter.reading.offers(fund.id) == ()
    page.directory.table.row_chosen.emit(fund.id)
    page.directory.table.row_chosen.emit(school.id)
    assert form.isHidden()


def test_places_may_be_typed_as_people_write_them(page, qtbot):
    form = begin_offer(page, qtbot)
    form.places.setText("ca. 21")

    qtbot.mouseClick(form.saving, Qt.MouseButton.LeftButton)

    places = {offer.id: offer.places_per_year for offer in page.session.state.snapshot.offers}
    assert list(places.values()).count(21) == 1


def test_places_that_are_no_number_are_complained_about_and_nothing_typed_is_lost(page, qtbot):
    form = begin_offer(page, qtbot)
    form.places.setText("many")
    form.cost.setText("free")
    before = page.session.state.snapshot.offers

    qtbot.mouseClick(form.saving, Qt.MouseButton.LeftButton)

    assert page.session.state.snapshot.offers == before
    assert not form.isHidden()
    assert (form.places.text(), form.cost.text()) == ("many", "free")


def test_tab_walks_the_offer_form_from_top_to_bottom(page, qtbot):
    form = begin_offer(page, qtbot)
    expected = [form.form, form.places, form.fit, form.cost, form.funded, form.language, form.mode, form.evidence]
    page.window().activateWindow()
    form.skill.setFocus()

    reached = []
    for _ in expected:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())

    assert reached == expected


def test_a_partner_just_recorded_gets_its_level_and_place_in_the_cluster_beside_the_table(page, qtbot):
    click(page, "addPartner", qtbot)
    qtbot.keyClicks(find(page, "newPartnerName", QLineEdit), "Brand new school")
    page.directory.panel.new.type.choose(PartnerType.VET)
    click(page, "newPartnerAdd", qtbot)

    for key, words in (("type", "University"), ("level", "regional"), ("in_cluster", "yes"), ("stage", "2")):
        box = find(page.directory.panel, f"partner_{key}")
        assert box.isVisible()
        place = next(
            place
            for place in range(box.count())
            if words.casefold() in (str(box.itemData(place)), box.itemText(place).casefold())
        )
        box.setFocus()
        box.setCurrentIndex(0)
        for _ in range(place):
            qtbot.keyClick(box, Qt.Key.Key_Down)

    partner = next(one for one in page.session.state.snapshot.partners if one.name == "Brand new school")
    assert (partner.type, partner.level, partner.in_cluster, partner.stage) == ("university", "regional", True, 2)


def test_the_choices_of_the_panel_keep_their_whole_height_beside_long_words(page, long_language):
    before = page.window().size()
    current().set_zoom(1.25)
    try:
        page.window().resize(1366, 768)
        page.directory.open(page.directory.table.rows.shown[0].id)
        QApplication.processEvents()
        QApplication.processEvents()

        for box in page.directory.panel.fields.boxes.values():
            field = box.parentWidget()
            assert field.height() >= field.heightForWidth(field.width())
    finally:
        current().set_zoom(1.0)
        page.window().resize(before)


def test_whether_a_partner_has_a_seat_in_a_body_of_the_cluster_is_chosen_in_its_panel(page, qtbot):
    known = next(one for one in page.session.state.snapshot.partners if one.governance is None)
    page.directory.open(known.id)
    box = find(page, "partner_governance")

    assert box.currentText() == "Not known"
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert partner_now(page, known.id).governance is True
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert partner_now(page, known.id).governance is False
    page.session.undo()
    page.session.undo()
    assert partner_now(page, known.id) == known


def partner_now(page, key):
    return next(one for one in page.session.state.snapshot.partners if one.id == key)


def test_the_contact_of_a_partner_is_erased_for_good_where_it_is_edited(page, qtbot):
    partner = page.session.state.snapshot.partners[0]
    page.session.apply(SavePartners(partners=(replace(partner, contact="Zoraida Quintanilla <z@quint.example>"),)))
    page.directory.table.choose(partner.id, "offers")
    page.directory.table.setFocus()
    qtbot.keyClick(page.directory.table, Qt.Key.Key_Return)
    click(page, "erasePartnerContact", qtbot)
    asked = find(page.window(), "eraseDialog")
    assert f"Zoraida Quintanilla <z@quint.example> ({partner.name})" in asked._title.text()

    click(asked, "eraseSure", qtbot)
    click(asked, "eraseNow", qtbot)
    qtbot.waitUntil(lambda: page.session.state.snapshot.partners[0].contact is None, timeout=60_000)
    qtbot.waitUntil(lambda: not page.session.pool.is_busy, timeout=60_000)

    assert page.directory.panel.contact.text() == ""
    assert not find(page, "erasePartnerContact").isVisible()
    page.session.undo()
    assert page.session.state.snapshot.partners[0].contact is None
    assert b"Quintanilla" not in page.session.state.path.read_bytes()
