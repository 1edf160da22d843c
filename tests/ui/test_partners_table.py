"""The table of partners and its actor check: adding, editing, pasting, filtering, removing."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from fastmap.changes import RemovePartners, SavePartners
from fastmap.model.choices import PartnerType
from fastmap.tasks.partner_edits import EDITABLE
from tests.support.builders import make_offer, make_partner, make_skill
from tests.support.partners_page import click, opened, row_of, settled
from tests.support.ui import HOSTILE, find
from ui.pages.page import StepState
from ui.pages.partners_rows import actor_views
from ui.pages.registry import steps as all_steps
from ui.theme.theme import current
from ui.widgets.table import Paste
from ui.widgets.wrapping import lines_of


@pytest.fixture(scope="module")
def steps():
    return tuple(step for step in all_steps() if step.key == "partners")


@pytest.fixture
def page(with_sample, qtbot):
    return opened(with_sample, qtbot)


def test_the_table_shows_stage_in_words_and_what_is_offered(page):
    school = row_of(page, "Instituto de FP Valdorma")

    assert (school.stage, school.stage_words) == (4, "Formal agreement or joint project")
    assert school.offers == 3
    assert "CNC programming" in school.skills
    index = page.directory.table.rows.index_of(school.id, 4)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == school.stage_words


def test_a_new_partner_needs_a_name_and_a_type(page, qtbot):
    before = len(page.session.state.snapshot.partners)
    click(page, "addPartner", qtbot)
    qtbot.keyClicks(find(page, "newPartnerName", QLineEdit), "Brand new school")
    click(page, "newPartnerAdd", qtbot)
    refused = len(page.session.state.snapshot.partners) == before

    page.directory.panel.new.type.choose(PartnerType.VET)
    click(page, "newPartnerAdd", qtbot)

    assert refused
    assert row_of(page, "Brand new school").type is PartnerType.VET
    assert page.directory.panel.title.text() == "Brand new school"


def test_the_last_row_of_the_table_begins_a_partner(page, qtbot):
    page.directory.table.edit_cell("", "name")
    editor = find(page.directory.table, "edit_name", QLineEdit)
    qtbot.keyClicks(editor, "Typed below")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(page.directory.panel.isVisible)
    assert find(page, "newPartnerName", QLineEdit).text() == "Typed below"


def test_editing_a_cell_is_one_undoable_change(page, qtbot):
    before = page.session.assessment.content_hash()
    school = row_of(page, "Instituto de FP Valdorma")
    page.directory.table.edit_cell(school.id, "name")
    editor = find(page.directory.table, "edit_name", QLineEdit)
    editor.setText("Another name")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: any(row.name == "Another name" for row in page.directory.table.rows.shown))
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_pasted_rows_arrive_in_one_change_and_what_is_not_understood_is_named(page, qtbot):
    before = page.session.assessment.content_hash()
    said = []
    page.say.connect(lambda tone, words: said.append((tone, words)))
    page.directory.table.setCurrentIndex(page.directory.table.rows.index(page.directory.table.rows.rowCount() - 1, 0))
    QGuiApplication.clipboard().setText("Uni One\tUniversity\tregional\tno\t2\nHall\tspaceship\t\t\t\n")

    page.directory.table.setFocus()
    page.directory.table.paste()

    assert row_of(page, "Uni One").stage == 2
    assert said[-1][0] == "warn"
    assert "Hall" in said[-1][1]
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_removing_rows_can_be_undone(page, qtbot):
    before = page.session.assessment.content_hash()
    page.directory.table.choose(page.directory.table.rows.shown[0].id, "name")
    page.directory.table.setFocus()
    qtbot.keyClick(page.directory.table, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)

    qtbot.keyClick(page.directory.table, Qt.Key.Key_Delete)

    assert len(page.session.state.snapshot.partners) == 13
    assert page.session.undo_message.key == f"change.{RemovePartners.name}"
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_a_chip_of_the_actor_check_filters_by_type_and_again_shows_all(page, qtbot):
    chip = next(
        chip
        for chip in page.directory.strip.findChildren(type(find(page, "actorChip0")))
        if chip.text() == "University"
    )
    everybody = len(page.directory.table.rows.shown)

    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    universities = {row.type for row in page.directory.table.rows.shown}
    counted = find(page, "partnersShown").text() if find(page, "partnersShown").isVisible() else ""
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert universities == {PartnerType.UNIVERSITY}
    assert counted == "1 of 14 partners shown"
    assert not find(page, "partnersShown").isVisible()
    assert len(page.directory.table.rows.shown) == everybody
    assert chip.accessibleName() == "University: linked"


def test_the_actor_check_stays_in_sight_while_it_filters(page, qtbot):
    chip = next(
        chip
        for chip in page.directory.strip.findChildren(type(find(page, "actorChip0")))
        if chip.text() == "University"
    )
    university = row_of(page, "Universidad del Alto Ferrana").id
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)

    page.directory.open(university)
    while_filtering = page.directory.strip.isVisible()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)

    assert while_filtering
    assert not page.directory.strip.isVisible()


def test_a_new_partner_of_another_type_is_in_the_table_although_it_was_filtered(page, qtbot):
    chip = next(
        chip
        for chip in page.directory.strip.findChildren(type(find(page, "actorChip0")))
        if chip.text() == "University"
    )
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    page._begin_new("Brand new school")
    page.directory.panel.new.type.choose(PartnerType.VET)

    click(page, "newPartnerAdd", qtbot)

    assert row_of(page, "Brand new school").type is PartnerType.VET
    assert not chip.isChecked()


def test_all_types_of_the_actor_check_are_in_sight_with_their_state(page):
    assert [actor.type for actor in actor_views(page.session.state.results, page.session.state.texts)] == list(
        PartnerType
    )
    assert {chip.isVisible() for chip in page.directory.strip.findChildren(type(find(page, "actorChip0")))} == {True}


def test_a_spreadsheet_is_taken_as_one_change(page, qtbot, tmp_path):
    before = page.session.assessment.content_hash()
    table = tmp_path / "partners.csv"
    table.write_text("name,type,skill,places\nNew Academy,university,welding,7\n,vet,,\n", encoding="utf-8")

    with qtbot.waitSignal(page.files.exchange.ended, timeout=10_000) as ended:
        page.take_files([table])

    assert row_of(page, "New Academy").offers == 1
    assert ended.args[0] == "warn"
    page.session.undo()
    assert page.session.assessment.content_hash() == before


def test_showing_a_state_is_no_intention(page):
    before = page.session.assessment.content_hash()

    for view in ("coverage", "introductions", "table"):
        page.show_view(view)

    assert page.session.assessment.content_hash() == before


def test_without_partners_the_page_offers_to_add_the_first(with_empty, qtbot):
    page = with_empty.workspace.show_page("partners")

    qtbot.mouseClick(page.empty.primary, Qt.MouseButton.LeftButton)
    page.directory.panel.new.name.setText(HOSTILE[1])
    page.directory.panel.new.type.choose(PartnerType.VET)
    qtbot.mouseClick(page.directory.panel.new.adding, Qt.MouseButton.LeftButton)

    assert page.directory.panel.title.text() == HOSTILE[1]
    assert page.directory.panel.title.textFormat() is Qt.TextFormat.PlainText
    assert page.fact(with_empty.session.state.snapshot, None).state is StepState.BEGUN


def test_the_step_list_counts_partners_offers_and_what_nobody_covers(page):
    fact = page.fact(page.session.state.snapshot, page.session.state.results)

    assert fact.sentence == "14 partners, 14 offers; 7 of the top 10 skills are not covered"


def test_long_names_keep_within_their_lines(page):
    metrics = page.directory.table.fontMetrics()

    lines = lines_of("word " * 60 + "X" * 300, metrics, 80, 4)

    assert len(lines) == 4
    assert max(metrics.horizontalAdvance(line) for line in lines) <= 80


def many(partners, offers, skills):
    """A change that records as many partners and offers as a large cluster has."""
    held = tuple(make_skill(f"Skill {number}") for number in range(skills))
    known = tuple(
        make_partner(f"p{number}", name=f"Training centre {number} of the region") for number in range(partners)
    )
    offered = tuple(
        make_offer(held[number % skills].uri, f"p{number % partners}", number=number) for number in range(offers)
    )
    return SavePartners(partners=known, offers=offered, skills=held)


def test_coming_back_to_a_large_list_takes_less_than_a_tenth_of_a_second(page, qtbot):
    page.session.apply(many(partners=60, offers=300, skills=300))
    settled(page, qtbot)
    page.refresh(page.session.state)

    times = []
    for _ in range(3):
        begun = time.perf_counter()
        page.refresh(page.session.state)
        QApplication.processEvents()
        times.append(time.perf_counter() - begun)

    assert len(page.directory.table.rows.shown) == 74
    assert min(times) < 0.1


def test_pasting_that_could_not_be_saved_is_not_reported_as_pasted(page, qtbot):
    said = []
    page.say.connect(lambda tone, words: said.append(words))
    page.session.state.path.unlink()

    page.directory._paste(Paste(grid=(("New school", "University"),), columns=("name", "type"), rows=()))

    assert said == []


def test_list_read_while_somebody_adds_a_partner_overwrites_nobody(page, qtbot, tmp_path):
    table = tmp_path / "p.csv"
    table.write_text("name,type\nRead school,vet\n", encoding="utf-8")
    page.take_files([table])
    page.presenter.add("Typed school", PartnerType.VET)

    with qtbot.waitSignal(page.files.exchange.ended, timeout=20_000):
        pass

    names = {partner.name for partner in page.session.state.snapshot.partners}
    assert {"Read school", "Typed school"} <= names


def test_every_column_that_can_be_typed_into_is_in_sight_in_a_narrow_window(page, qtbot):
    before = page.window().size()
    current().set_zoom(1.25)
    try:
        page.window().resize(1366, 768)
        QApplication.processEvents()
        hidden = {
            one.key
            for place, one in enumerate(page.directory.table.rows.columns)
            if page.directory.table.isColumnHidden(place)
        }
        assert page.width() < 1366
        assert not hidden & set(EDITABLE)
    finally:
        current().set_zoom(1.0)
        page.window().resize(before)
