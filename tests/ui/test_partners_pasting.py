"""Cells pasted on the step Partners: nothing recorded is written over without a question, and a list is read as one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from fastmap.model.choices import OfferForm, PartnerLevel, PartnerType
from tests.support.ui import find
from ui.pages.partners_preview import PartnersPreview
from ui.pages.registry import steps as all_steps

LIST = (
    "Partner\tType\tLevel\tIn cluster\tStage\tSkill\tForm\tPlaces\tFit\n"
    "Centro Cinco\tvet\tregional\tyes\t2\tCNC programming\tcourse\t12\tyes\n"
    "Centro Cinco\tvet\tregional\tyes\t2\tPLC programming\tcourse\tmany\tyes\n"
)


@pytest.fixture(scope="module")
def steps():
    return tuple(step for step in all_steps() if step.key == "partners")


@pytest.fixture
def page(with_sample, qtbot):
    page = with_sample.workspace.show_page("partners")
    qtbot.waitUntil(page.directory.table.isVisible)
    return page


@pytest.fixture
def said(page):
    told = []
    page.say.connect(lambda tone, words: told.append((tone, words)))
    return told


def paste(page, text, *, column="name", row=0):
    page.directory.table.choose(page.directory.table.rows.shown[row].id, column)
    QGuiApplication.clipboard().setText(text)
    page.directory.table.paste()


def preview(page, qtbot):
    qtbot.waitUntil(lambda: page.findChild(PartnersPreview) is not None, timeout=20_000)
    return page.findChild(PartnersPreview)


def named(page, name):
    return next((one for one in page.session.state.snapshot.partners if one.name == name), None)


def test_a_list_of_names_pasted_on_a_partner_adds_and_leaves_the_others_as_they_are(page, said):
    before = page.session.state.snapshot.partners

    paste(page, "Centro Cinco\tVET\nCentro Seis\tUniversity\tregional\n")

    assert page.session.state.snapshot.partners[: len(before)] == before
    assert [one.name for one in page.session.state.snapshot.partners[len(before) :]] == ["Centro Cinco", "Centro Seis"]
    assert said == [("good", "2 partners pasted.")]


def test_what_would_change_recorded_partners_is_asked_first_by_name(page, said, qtbot):
    before = page.session.state.snapshot.partners
    shown = page.directory.table.rows.shown

    paste(page, "Centro Cinco\nCentro Seis\n")
    dialog = preview(page, qtbot)

    lines = [dialog.table.rows.columns[2].text(row) for row in dialog.table.rows.shown]
    assert lines == [f"Name: {shown[0].name} → Centro Cinco", f"Name: {shown[1].name} → Centro Seis"]
    assert page.session.state.snapshot.partners == before
    qtbot.mouseClick(find(dialog, "partnersPreviewCancel"), Qt.MouseButton.LeftButton)
    assert page.session.state.snapshot.partners == before

    paste(page, "Centro Cinco\nCentro Seis\n")
    qtbot.mouseClick(find(preview(page, qtbot), "partnersPreviewTake"), Qt.MouseButton.LeftButton)
    assert named(page, "Centro Cinco").id == shown[0].id
    assert said[-1] == ("good", "2 partners pasted. Undo takes it back.")


def test_a_pasted_list_with_headings_brings_its_offers_and_says_first_what_it_brings(page, said, qtbot):
    before = page.session.assessment.content_hash()

    paste(page, LIST, row=2)
    dialog = preview(page, qtbot)

    assert named(page, "Centro Cinco") is None
    assert find(dialog, "partnersPreviewSummary").text() == "1 partner new · 0 changed · 2 offers new or changed"
    assert "CNC programming" in dialog.table.rows.columns[2].text(dialog.table.rows.shown[0])
    remarks = [label.text() for label in find(dialog, "partnersPreviewRemarks").findChildren(type(dialog.title))]
    assert any("H3" in words and "many" in words for words in remarks)
    qtbot.mouseClick(find(dialog, "partnersPreviewTake"), Qt.MouseButton.LeftButton)

    partner = named(page, "Centro Cinco")
    assert (partner.type, partner.level, partner.in_cluster, partner.stage) == (
        PartnerType.VET,
        PartnerLevel.REGIONAL,
        True,
        2,
    )
    offers = [one for one in page.session.state.snapshot.offers if one.partner == partner.id]
    assert [(one.form, one.places_per_year) for one in offers] == [(OfferForm.COURSE, 12), (OfferForm.COURSE, None)]
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_a_list_is_read_without_its_headings_too(page, qtbot):
    paste(page, LIST.partition("\n")[2])
    qtbot.mouseClick(find(preview(page, qtbot), "partnersPreviewTake"), Qt.MouseButton.LeftButton)

    partner = named(page, "Centro Cinco")
    assert len([one for one in page.session.state.snapshot.offers if one.partner == partner.id]) == 2


def test_values_meet_their_columns_though_the_open_panel_hides_some(page, said):
    page.directory.open(page.directory.table.rows.shown[0].id)

    paste(page, "Centro Cinco\tVET\tregional\tyes\t2\n")

    partner = named(page, "Centro Cinco")
    assert (partner.level, partner.in_cluster, partner.stage) == (PartnerLevel.REGIONAL, True, 2)
    assert said == [("good", "1 partner pasted.")]


def test_cells_that_find_no_column_are_told(page, said):
    paste(page, "Centro Cinco\tVET\tregional\tyes\t2\t3\n")

    assert said[-1][0] == "warn"
    assert "1 cell stands in a column that is not typed here: 3." in said[-1][1]


def test_a_pasted_list_may_say_who_has_a_seat_in_a_body_of_the_cluster(page, qtbot):
    paste(page, "Partner\tType\tIn cluster\tGovernance\nCentro Cinco\tvet\tyes\tyes\n", row=2)
    dialog = preview(page, qtbot)

    assert "Seat in a body of the cluster: Yes" in dialog.table.rows.columns[2].text(dialog.table.rows.shown[0])
    qtbot.mouseClick(find(dialog, "partnersPreviewTake"), Qt.MouseButton.LeftButton)

    assert named(page, "Centro Cinco").governance is True
    page.session.undo()
    assert named(page, "Centro Cinco") is None
