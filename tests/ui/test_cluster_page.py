"""The step *Cluster*: each field saved as one change, lists searched, mistakes told beside the field."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from fastmap.model.choices import Label
from fastmap.model.organisations import Cluster
from fastmap.model.snapshot import AssessmentInfo, Snapshot
from fastmap.tasks.regions import Region
from tests.support.ui import find
from ui.pages.cluster_presenter import cluster_fact
from ui.pages.page import StepState
from ui.pages.registry import ALL_STEPS
from ui.widgets.fields import Field

REGIONS = (Region("ES21", "País Vasco"), Region("ES213", "Bizkaia"), Region("FR10", "Ile de France"))


@pytest.fixture(scope="module")
def steps():
    return tuple(step for step in ALL_STEPS if step.key == "cluster")


@pytest.fixture
def page(with_empty, monkeypatch, qtbot):
    monkeypatch.setattr("fastmap.tasks.regions.load_regions", lambda: REGIONS)
    monkeypatch.setattr("fastmap.tasks.starting.load_regions", lambda: REGIONS)
    page = with_empty.workspace.show_page("cluster")
    page._take_regions(REGIONS)
    with_empty.activateWindow()
    qtbot.waitUntil(lambda: not with_empty.session.pool.is_busy, timeout=10_000)
    return page


def cluster(page):
    return page.session.state.snapshot.cluster


def info(page):
    return page.session.state.snapshot.info


def type_over(qtbot, line, text):
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClicks(line, text)


def complaint(page, name):
    field = page._fields[name]
    assert isinstance(field, Field)
    return field.hint.text() if field.control.property("wrong") == "true" else ""


def test_enter_saves_a_name_as_one_change_that_can_be_undone(page, qtbot):
    name = find(page, "clusterName", QLineEdit)
    type_over(qtbot, name, "Cluster Norte")
    qtbot.keyClick(name, Qt.Key.Key_Return)

    assert cluster(page).name == "Cluster Norte"
    page.session.undo()
    assert cluster(page).name == "Cluster Vacío"
    assert name.text() == "Cluster Vacío"
    assert page.session.undo_message is None


def test_leaving_a_field_saves_it(page, qtbot):
    staff = find(page, "clusterStaff", QLineEdit)
    type_over(qtbot, staff, "1 200")
    find(page, "clusterName").setFocus()

    assert cluster(page).staff == 1200
    assert staff.text() == "1200"


def test_looking_through_all_fields_changes_nothing(page, qtbot):
    first = find(page, "clusterName")
    first.setFocus()
    for _ in range(20):
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)

    assert page.session.undo_message is None


@pytest.mark.parametrize(
    ("name", "text"),
    [("clusterStaff", "some"), ("clusterFoundedYear", "98"), ("clusterRoundEnd", "soon"), ("clusterName", "")],
)
def test_what_is_not_clear_stays_in_the_field_and_is_not_saved(page, qtbot, name, text):
    line = find(page, name, QLineEdit)
    before = page.session.state.snapshot
    type_over(qtbot, line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)

    assert page.session.state.snapshot == before
    assert line.text() == text
    assert line.property("wrong") == "true"
    assert line.accessibleDescription()


def test_clear_entry_takes_the_complaint_away(page, qtbot):
    year = find(page, "clusterFoundedYear", QLineEdit)
    for text in ("98", "1998"):
        type_over(qtbot, year, text)
        qtbot.keyClick(year, Qt.Key.Key_Return)

    assert complaint(page, "founded_year") == ""
    assert cluster(page).founded_year == 1998


def test_region_is_found_while_typing_and_taken_by_enter(page, qtbot):
    region = find(page, "clusterRegion", QLineEdit)
    type_over(qtbot, region, "bizk")
    qtbot.waitUntil(lambda: region.is_open)
    qtbot.keyClick(region, Qt.Key.Key_Return)

    assert cluster(page).nuts == "ES213"
    assert region.text() == "ES213 · Bizkaia"


def test_region_can_be_typed_as_code_and_emptied(page, qtbot):
    region = find(page, "clusterRegion", QLineEdit)
    for text, recorded in (("es21", "ES21"), ("", None)):
        type_over(qtbot, region, text)
        find(page, "clusterName").setFocus()
        assert cluster(page).nuts == recorded


def test_region_that_does_not_exist_is_not_recorded(page, qtbot):
    region = find(page, "clusterRegion", QLineEdit)
    type_over(qtbot, region, "atlantis")
    find(page, "clusterName").setFocus()

    assert cluster(page).nuts is None
    assert "region" in complaint(page, "nuts")


def test_region_of_another_country_is_told_beside_the_field(page):
    page.presenter.choose("nuts", "FR10")

    assert "FR10" in complaint(page, "nuts")


def test_region_is_not_checked_before_the_list_was_read(page, monkeypatch):
    monkeypatch.setattr("fastmap.tasks.starting.load_regions", lambda: pytest.fail("read the list in the window"))
    page.presenter.regions = ()

    page.presenter.choose("nuts", "ES21")

    assert complaint(page, "nuts") == ""


def test_country_is_chosen_from_names_in_the_language_of_the_screen(page, qtbot):
    country = find(page, "clusterCountry", QLineEdit)
    assert country.text() == "Spain"
    type_over(qtbot, country, "portu")
    qtbot.waitUntil(lambda: country.is_open)
    qtbot.keyClick(country, Qt.Key.Key_Return)

    assert cluster(page).country == "PT"


def test_arrow_down_offers_the_whole_list(page, qtbot):
    sector = find(page, "clusterSector", QLineEdit)
    sector.setFocus()
    qtbot.keyClick(sector, Qt.Key.Key_Down)

    assert sector.is_open


def test_three_priorities_as_chips_and_no_fourth(page, qtbot):
    sector = find(page, "clusterSector", QLineEdit)
    for text in ("manufac", "energ", "touris"):
        type_over(qtbot, sector, text)
        qtbot.waitUntil(lambda: sector.is_open)
        qtbot.keyClick(sector, Qt.Key.Key_Return)
    assert cluster(page).sectors == ("manufacturing", "energy", "tourism")
    assert not sector.isEnabled()
    page.presenter.add_sector("trade")
    assert len(cluster(page).sectors) == 3

    qtbot.mouseClick(find(page, "clusterSectors_energy"), Qt.MouseButton.LeftButton)

    assert cluster(page).sectors == ("manufacturing", "tourism")
    assert sector.isEnabled()


def test_choices_are_saved_and_can_be_made_unknown(page, qtbot):
    label = find(page, "clusterLabel")
    label.setFocus()
    qtbot.keyClick(label, Qt.Key.Key_Down)
    assert cluster(page).label is Label.GOLD

    label.setCurrentIndex(0)
    label.activated.emit(0)

    assert cluster(page).label is None


def test_days_are_typed_as_figures_and_read_as_words(page, qtbot):
    end = find(page, "clusterRoundEnd", QLineEdit)
    type_over(qtbot, end, "31/5/2026")
    find(page, "clusterName").setFocus()
    assert info(page).round_end.isoformat() == "2026-05-31"
    assert end.text() == page.session.texts.date(info(page).round_end)
    end.setFocus()
    assert end.text() == "2026-05-31"

    start = find(page, "clusterRoundStart", QLineEdit)
    type_over(qtbot, start, "2026-06-30")
    qtbot.keyClick(start, Qt.Key.Key_Return)

    assert complaint(page, "round_end")


def test_showing_a_state_emits_no_intention(page):
    for _ in range(2):
        page.refresh(page.session.state)

    assert page.session.undo_message is None


def test_what_is_being_typed_survives_new_results(page, qtbot):
    name = find(page, "clusterName", QLineEdit)
    type_over(qtbot, name, "Half a na")

    page.refresh(page.session.state)

    assert name.text() == "Half a na"


def test_button_goes_on_to_the_members(page, qtbot):
    page.go_to.disconnect()  # this window has one step only
    with qtbot.waitSignal(page.go_to) as signal:
        qtbot.mouseClick(find(page, "clusterNext"), Qt.MouseButton.LeftButton)
    assert signal.args == ["members"]


def test_fact_names_region_and_priorities():
    cluster = Cluster(name="Ferrana Advanced Manufacturing Cluster", country="ES", nuts="ES22", sectors=("energy",))
    snapshot = Snapshot(info=AssessmentInfo(id="x", title="t", round_label="1"), cluster=cluster)

    fact = cluster_fact(snapshot, None)

    assert fact.sentence == "ES22 · 1 of 3 priorities"
    assert fact.state is StepState.COMPLETE
    bare = cluster_fact(replace(snapshot, cluster=Cluster(name="A", country="ES")), None)
    assert (bare.state, bare.share_0_1) == (StepState.BEGUN, 0.5)
