"""Every figure that the PDF shows stands in the workbook under the same name."""

import io
from dataclasses import replace
from datetime import datetime

import openpyxl
import pytest

from exports.plain import clean, one_line
from exports.workbook import workbook_bytes
from exports.workbook_tables import head_of
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts
from fastmap.report.badges import Badge
from fastmap.report.blocks import DecisionCard, KeyFigure, KeyFigures, Steps, Suppressed
from fastmap.report.build import build_report
from fastmap.report.drawings import Chart, Grid, Timeline
from fastmap.report.finished import Section
from tests.exports.demo_report import demo_report
from tests.report.whole_cluster import MADE_ON, whole_results


@pytest.fixture(scope="module", params=[("en", False), ("de", True)], ids=["named", "anonymous"])
def report(request):
    language, anonymous = request.param
    return build_report(whole_results(), load_catalogue(), load_texts(language), anonymous=anonymous, made_on=MADE_ON)


class Book:
    """The workbook as somebody reads it: tables by name, and texts of every sheet by row."""

    def __init__(self, report):
        book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(report)))
        self.tables = {}
        self.rows = []
        for sheet in book.worksheets:
            cells = [[cell.value for cell in row] for row in sheet.iter_rows()]
            self.rows += [{str(value) for value in row if value is not None} for row in cells]
            for table in sheet.tables.values():
                head, *rows = [[cell.value for cell in row] for row in sheet[table.ref]]
                self.tables[table.name] = (head, rows)
        self.texts = set().union(*self.rows)

    def beside(self, name, value):
        """Say whether a row holds both."""
        return any({name, value} <= row for row in self.rows)


@pytest.fixture(scope="module")
def book(report):
    return Book(report)


def as_read(value):
    match value:
        case Badge() | Suppressed():
            return clean(value.word)
        case str():
            return clean(value) or None
        case datetime():
            return value.date()
        case _:
            return value


def same(ours, theirs):
    theirs = as_read(theirs)
    if isinstance(ours, float) and isinstance(theirs, int | float):
        return theirs == pytest.approx(ours, rel=1e-12)
    return as_read(ours) == theirs


def in_pdf(report, kind):
    return [
        block
        for section in report.sections
        if not section.workbook_only
        for block in section.blocks
        if isinstance(block, kind)
    ]


def missing_tables(report, book):
    """Return cells of the PDF's tables that the workbook lacks, by table, column and row."""
    lost = []
    for table in report.tables():
        head, rows = book.tables[f"t_{table.key}"]
        shown = [
            (place, column)
            for place, column in enumerate(table.columns)
            if table.pdf_columns is None or column.key in table.pdf_columns
        ]
        for place, column in shown:
            if not head[place].startswith(one_line(head_of(column))):
                lost.append((table.key, column.key, "head"))
        for number, row in enumerate(table.rows[: table.pdf_rows]):
            lost += [
                (table.key, column.key, number) for place, column in shown if not same(row[place], rows[number][place])
            ]
    return lost


def missing_charts(report, book):
    lost = []
    for chart in in_pdf(report, Chart):
        head, rows = book.tables[f"t_chart_{chart.key}"]
        if [row[0] for row in rows] != [clean(name) for name in chart.categories]:
            lost.append((chart.key, "categories"))
        for place, series in enumerate(chart.series, start=1):
            if head[place] != one_line(series.label) and not head[place].startswith(one_line(series.label)):
                lost.append((chart.key, series.key, "head"))
            lost += [
                (chart.key, series.key, number)
                for number, value in enumerate(series.values)
                if not same(value, rows[number][place])
            ]
    return lost


def missing_key_figures(report, book):
    return [
        figure.label
        for block in in_pdf(report, KeyFigures)
        for figure in block.figures
        if not book.beside(
            clean(figure.value), clean(f"{figure.label}\n{figure.detail}" if figure.detail else figure.label)
        )
    ]


def test_every_cell_of_every_table_of_the_pdf_is_there(report, book):
    assert missing_tables(report, book) == []


def test_every_value_of_every_chart_is_there(report, book):
    assert in_pdf(report, Chart)
    assert missing_charts(report, book) == []


def test_every_key_figure_stands_beside_its_label(report, book):
    assert in_pdf(report, KeyFigures)
    assert missing_key_figures(report, book) == []


def test_every_card_of_the_grid_step_and_decision_is_there(report, book):
    cards = [card for grid in in_pdf(report, Grid) for cell in grid.cells for card in cell.cards]
    steps = [step for block in in_pdf(report, Steps) for step in block.steps]
    decisions = in_pdf(report, DecisionCard)

    assert cards
    assert steps
    assert decisions
    for card in cards:
        assert any(one_line(card.title) in text for text in book.texts), card.title
    _, rows = book.tables["t_steps_path"]
    assert [row[0] for row in rows] == [step.name for step in steps]
    assert all(same(step.readiness_0_1, row[2]) for step, row in zip(steps, rows, strict=True))
    for card in decisions:
        assert clean(card.decision) in book.texts
        assert all(clean("\n".join(part.lines)) in book.texts for part in card.lines if part.lines)


def test_every_bar_of_a_timeline_stands_with_its_days_in_a_table(report, book):
    for timeline in in_pdf(report, Timeline):
        for bar in (bar for lane in timeline.lanes for bar in lane.bars):
            days = [
                day.isoformat()
                for day, known in ((bar.start, bar.is_start_known), (bar.end, bar.is_end_known))
                if day and known
            ]
            rows = [row for row in book.rows if clean(bar.title) in row]
            assert any(all(any(text.startswith(day) for text in row) for day in days) for row in rows), bar.title


def test_a_figure_that_is_missing_would_be_noticed():
    """The checks above must be able to fail: a workbook of other figures is found out."""
    report = demo_report(rows=3)
    book = Book(report)
    other = replace(
        report,
        sections=(
            *report.sections,
            Section(
                key="x", title="x", blocks=(KeyFigures(figures=(KeyFigure(value="99 %", label="never written"),)),)
            ),
        ),
    )

    assert missing_key_figures(report, book) == []
    assert missing_key_figures(other, book) == ["never written"]
    table = report.tables()[0]
    first = tuple(12345 if isinstance(value, int) else value for value in table.rows[0])
    changed = replace(table, rows=(first, *table.rows[1:]))
    assert missing_tables(replace(report, sections=(Section(key="x", title="x", blocks=(changed,)),)), book)
