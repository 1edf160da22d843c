"""Who offers what is needed: the coverage matrix, and the same as a table."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import Fit
from tests.support.builders import assess, cluster_where, make_need, make_offer, make_partner
from tests.support.partners_page import click, opened
from ui.pages.partners_matrix_view import coverage_rows, matrix_view
from ui.pages.registry import steps as all_steps
from ui.theme.theme import current


@pytest.fixture(scope="module")
def steps():
    return tuple(step for step in all_steps() if step.key == "partners")


@pytest.fixture
def page(with_sample, qtbot):
    return opened(with_sample, qtbot)


def test_every_cell_of_the_matrix_says_in_words_what_its_symbol_means(page, qtbot):
    click(page, "partnersView_coverage", qtbot)
    model = page.coverage.table.cells

    words = [
        model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]

    assert any("no offer recorded" in text for text in words)
    assert any("places not known" in text for text in words)
    assert any("does not fit" in text for text in words)
    assert not any("none" in text for text in words)


def test_the_matrix_head_repeats_the_coverage_of_the_results(page):
    state = page.session.state
    view = matrix_view(state.results, state.texts)
    statuses = {item.uri: item.coverage.status for item in state.results.skills}

    assert [head.status_words.casefold() for head in view.skills] == [
        state.texts.term(f"coverage_status.{statuses[head.uri]}").casefold() for head in view.skills
    ]


def test_walking_over_the_matrix_tells_firms_people_and_offers(page, qtbot):
    click(page, "partnersView_coverage", qtbot)
    table = page.coverage.table
    view = table.cells.view
    welding = next(head for head in view.skills if head.label == "welding")
    partner = next(partner for skill, partner in view.cells if skill == welding.uri)

    table.choose(welding.uri, partner)
    QApplication.processEvents()
    words = [
        label.text() for label in page.coverage.panel.findChildren(type(page.coverage.nothing)) if label.isVisible()
    ]

    assert any("8 firms need it" in text for text in words)
    assert any("10 places a year" in text for text in words)
    assert any("Talleres Ibarlan" in text for text in words)


def test_switching_views_takes_less_than_a_tenth_of_a_second(page):
    for view in ("coverage", "introductions", "table"):
        page.show_view(view)
    times = {}
    for view in ("coverage", "introductions", "table"):
        begun = time.perf_counter()
        page.show_view(view)
        times[view] = time.perf_counter() - begun

    assert {view: took for view, took in times.items() if took > 0.1} == {}


def test_coverage_as_a_table_lists_every_skill_that_is_needed_with_its_status(page, qtbot):
    click(page, "partnersView_coverage", qtbot)

    click(page, "coverageForm_table", qtbot)

    results = page.session.state.results
    rows = page.coverage.list.rows.shown
    needed = [item for item in results.skills if item.members]
    assert [row.uri for row in rows] == [item.uri for item in needed]
    assert [row.firms for row in rows] == [item.quantities.users for item in needed]
    texts = page.session.state.texts
    assert [row.status_words.casefold() for row in rows] == [
        texts.term(f"coverage_status.{item.coverage.status}").casefold() for item in needed
    ]
    assert not page.coverage.table.isVisible()


def test_a_skill_of_the_table_tells_firms_people_and_all_offers_behind_it(page, qtbot):
    click(page, "partnersView_coverage", qtbot)
    click(page, "coverageForm_table", qtbot)
    welding = next(row for row in page.coverage.list.rows.shown if row.label == "welding")

    page.coverage.list.choose(welding.uri, "skill")
    QApplication.processEvents()

    words = [
        label.text() for label in page.coverage.panel.findChildren(type(page.coverage.nothing)) if label.isVisible()
    ]
    snapshot = page.session.state.snapshot
    offering = {offer.partner for offer in snapshot.offers if offer.skill == welding.uri}
    names = {partner.name for partner in snapshot.partners if partner.id in offering}
    assert {f"Offered by {name}" for name in names} <= set(words)
    assert any("8 firms need it" in text for text in words)
    assert any("Talleres Ibarlan" in text for text in words)


def test_places_of_the_table_are_never_zero_where_nobody_counted(page, qtbot):
    click(page, "partnersView_coverage", qtbot)
    click(page, "coverageForm_table", qtbot)
    coverage = {item.uri: item.coverage for item in page.session.state.results.skills}

    shown = {row.places_words for row in page.coverage.list.rows.shown if not coverage[row.uri].places_known}

    assert shown <= {"", "?"}
    assert "0" not in shown


@pytest.mark.parametrize(
    ("offers", "shown"),
    [
        ([make_offer("Welding", places_per_year=0, fit=Fit.YES)], "0"),
        ([make_offer("Welding", places_per_year=0, fit=Fit.NO)], ""),
        ([make_offer("Welding", places_per_year=None, fit=Fit.YES)], "?"),
        ([], ""),
    ],
)
def test_no_places_that_somebody_counted_are_a_nought_in_the_table_too(offers, shown):
    results = assess(cluster_where([make_need()], partners=[make_partner()], offers=offers))

    (row,) = coverage_rows(results, load_texts("en"))

    assert row.places_words == shown


def test_the_coverage_table_shows_its_figures_in_a_narrow_window(page, qtbot):
    before = page.window().size()
    current().set_zoom(1.25)
    try:
        page.window().resize(1366, 768)
        click(page, "partnersView_coverage", qtbot)
        click(page, "coverageForm_table", qtbot)
        QApplication.processEvents()
        table = page.coverage.list
        shown = {one.key for place, one in enumerate(table.rows.columns) if not table.isColumnHidden(place)}

        assert {"skill", "status", "firms", "people", "places"} <= shown
        assert table.horizontalHeader().length() <= table.viewport().width()
        assert table.columnWidth(1) >= current().px(130)
    finally:
        current().set_zoom(1.0)
        page.window().resize(before)
