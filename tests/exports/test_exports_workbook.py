import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from exports.plain import clean
from exports.workbook import workbook_bytes, write_workbook
from fastmap.errors import FastmapError
from fastmap.report.badges import Badge, Tone
from fastmap.report.blocks import Column, ColumnKind, Note, Paragraph, Table
from fastmap.report.drawings import ChartKind
from fastmap.report.finished import Section
from tests.exports.demo_report import (
    HOSTILE,
    bars,
    bubbles,
    decision,
    demo_report,
    grid,
    grouped,
    heat,
    hostile_table,
    needs_table,
    ranges,
    stacked,
)


def report_of(*blocks, **changes):
    section = Section(key="one", title="Abschnitt", blocks=blocks)
    return replace(demo_report(rows=1), sections=(section,), **changes)


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def links_in(sheet) -> list:
    return [cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink]


def part_texts(content: bytes, pattern: str) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return [package.read(name).decode() for name in package.namelist() if re.search(pattern, name)]


@pytest.fixture(scope="module")
def whole() -> bytes:
    return workbook_bytes(demo_report())


def test_the_first_sheet_names_every_other_one_with_a_link(whole):
    book = opened(whole)
    start = book.worksheets[0]

    linked = {link.location.split("!")[0].strip("'") for link in links_in(start)}
    assert book.active is start
    assert linked == set(book.sheetnames[1:])


def test_every_other_sheet_leads_back(whole):
    book = opened(whole)

    for sheet in book.worksheets[1:]:
        assert any(book.sheetnames[0] in link.location for link in links_in(sheet)), sheet.title


def test_a_long_table_has_a_sheet_of_its_own_as_a_real_table_with_frozen_heads(whole):
    sheet = opened(whole)["Bedarfe je Kompetenz"]

    table = sheet.tables["t_needs"]
    assert table.ref == "A4:I304"
    assert table.autoFilter.ref == "A4:I304"
    assert sheet.freeze_panes == "C5"
    assert sheet.print_title_rows == "$4:$4"
    assert [cell.value for cell in sheet[4]][2:5] == [
        "Priorität (0–100)",
        "Betriebe",
        "Fehlende Personen in 12 Monaten",
    ]


def test_figures_stay_figures_with_the_format_of_their_kind(whole):
    sheet = opened(whole)["Bedarfe je Kompetenz"]
    row = list(sheet[6])

    assert (row[0].value, row[0].number_format) == (2, "#,##0")
    assert row[2].number_format == "#,##0.0"
    assert (row[5].value, row[5].number_format) == (0.37, "0%")
    assert row[8].value == datetime(2026, 2, 2)  # noqa: DTZ001 - cells know no zones


def test_what_is_not_known_is_empty_and_what_is_hidden_is_a_word(whole):
    sheet = opened(whole)["Bedarfe je Kompetenz"]

    assert sheet["C15"].value is None
    assert sheet["D5"].value == "< 5"


def test_a_verdict_has_its_word_in_its_colour_and_no_ground_that_fills_a_high_row(whole):
    cell = opened(whole)["Bedarfe je Kompetenz"]["G5"]

    assert cell.value == "Fachkräftemangel"
    assert cell.fill.fill_type is None
    assert cell.border.left.style == "thick"
    assert cell.border.left.color.rgb == "FF7F4B00"
    assert cell.font.color.rgb == "FF7F4B00"


def test_a_long_badge_of_a_decision_stands_over_as_many_columns_as_its_words_need():
    long = "regionale oder nationale Zusammenarbeit, geringe bis mittlere Komplexität"
    badges = (Badge("Beteiligung verbreitern", Tone.NEUTRAL), Badge(long, Tone.REGIONAL), Badge("ST", Tone.ST))
    sheet = opened(workbook_bytes(report_of(replace(decision(), badges=badges)))).worksheets[1]

    found = {cell.value: cell.coordinate for row in sheet.iter_rows() for cell in row if cell.value}
    wide = {area.start_cell.coordinate: area.size["columns"] for area in sheet.merged_cells.ranges}

    assert [wide.get(found[badge.word], 1) for badge in badges] == [2, 3, 1]


def test_no_cell_holds_a_formula_or_an_outside_link(whole):
    book = opened(whole)

    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type != "f" for cell in row), sheet.title
        assert all(link.location and not link.target for link in links_in(sheet)), sheet.title
    assert not any("<f>" in text for text in part_texts(whole, r"worksheets/sheet"))
    assert not any("External" in text for text in part_texts(whole, r"\.rels$"))


def test_hostile_text_comes_back_as_the_text_it_was(whole):
    sheet = opened(whole)["Prüftexte 2"]

    read = [row[0].value for row in sheet.iter_rows(min_row=5, max_col=1)]

    assert read == [clean(text) for text in HOSTILE]
    assert all(row[0].data_type == "s" for row in sheet.iter_rows(min_row=5, max_col=1))


def test_every_text_of_a_report_may_be_hostile():
    for evil in HOSTILE:
        card = replace(decision(), decision=evil)
        table = Table(
            key=evil,
            caption=evil,
            columns=(Column(key=evil, header=evil, unit=evil, help=evil), Column(key="b", header=evil)),
            rows=((evil, evil),) * 14,
        )
        chart = replace(
            bubbles(),
            caption=evil,
            alternative=evil,
            x_label=evil,
            y_label=evil,
            categories=(evil,) * 12,
            series=tuple(replace(one, label=evil) for one in bubbles().series),
        )
        report = report_of(
            Paragraph(text=evil),
            Note(title=evil, text=evil),
            card,
            table,
            chart,
            replace(bars(), caption=evil, categories=(evil,) * 12),
            grid(),
            title=evil,
            cluster=evil,
            banner=evil,
            round_label=evil,
            cover_facts=((evil, evil),),
        )

        content = workbook_bytes(report)

        book = opened(content)
        assert all(cell.data_type != "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("chart", [bars(), stacked(), grouped(), ranges(), bubbles()], ids=lambda chart: chart.key)
def test_native_charts_carry_their_alternative_text_and_read_their_cells(chart):
    content = workbook_bytes(report_of(chart))

    (drawing,) = part_texts(content, r"drawings/drawing\d+\.xml$")
    (drawn,) = part_texts(content, r"charts/chart\d+\.xml$")
    assert f'descr="{chart.alternative}"' in drawing
    references = re.findall(r"<c:f>([^<]*)</c:f>", drawn)
    assert references
    sheet = opened(content).worksheets[1]
    for reference in references:
        name, cells = reference.rsplit("!", 1)
        assert name.strip("'") == sheet.title
        assert sheet[cells.replace("$", "")] is not None


def test_cells_behind_a_chart_hold_its_figures():
    sheet = opened(workbook_bytes(report_of(stacked()))).worksheets[1]

    table = sheet.tables["t_chart_answers"]
    rows = [[cell.value for cell in row] for row in sheet[table.ref]]
    assert rows[0] == ["Kategorie", "geantwortet", "erinnert, noch ohne Antwort", "abgelehnt"]
    assert rows[1] == ["Kleinstbetriebe", 0.33, 0.30, 0.37]


def test_a_matrix_becomes_coloured_cells_instead_of_a_chart():
    content = workbook_bytes(report_of(heat()))

    sheet = opened(content).worksheets[1]
    assert heat().kind is ChartKind.HEAT
    assert not part_texts(content, r"charts/chart")
    assert [rule.type for area in sheet.conditional_formatting for rule in area.rules] == ["colorScale"]


def test_every_column_is_explained_with_sheet_kind_and_unit(whole):
    sheet = opened(whole)["Spalten erklärt"]

    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]

    assert ["Bedarfe je Kompetenz", "Priorität", "Zahl", "0–100", "Gewichtete Summe."] in rows
    explained = {(row[0], re.sub(r" \d+$", "", str(row[1]))) for row in rows}
    for other in opened(whole).worksheets[:-1]:
        for table in other.tables.values():
            for column in table.tableColumns:
                bare = re.sub(r" \(.*\)$| \d+$", "", column.name)
                assert (other.title, bare) in explained or (other.title, column.name) in explained, column.name


def test_pages_are_landscape_a4_with_header_and_page_numbers(whole):
    for sheet in opened(whole).worksheets[1:]:
        assert sheet.page_setup.orientation == "landscape", sheet.title
        assert str(sheet.page_setup.paperSize) == "9"
    for text in part_texts(whole, r"worksheets/sheet")[1:]:
        assert "fitToPage" in text
        assert "Cluster Metall &amp;&amp; Mechatronik" in text
        assert "Erfundenes Beispiel" in text
        assert "Seite &amp;P von &amp;N" in text


def test_the_workbook_says_what_it_is(whole):
    properties = opened(whole).properties

    assert properties.title == "Kompetenzbedarf der Mitglieder"
    assert properties.creator == "Cluster Metall & Mechatronik Vorarlberg <erfunden>"
    assert properties.created.date().isoformat() == "2026-05-04"


def test_the_same_report_gives_the_same_bytes(whole):
    assert workbook_bytes(demo_report()) == whole


def test_a_table_without_rows_says_why(whole):
    values = [cell.value for row in opened(whole)["Abdeckung"].iter_rows() for cell in row]

    assert "Noch ist keine Verbindung erfasst." in values


def test_a_text_longer_than_a_cell_is_cut_and_marked():
    table = Table(
        key="t", caption="T", columns=(Column(key="a", header="A", kind=ColumnKind.LONG_TEXT),), rows=(("x" * 40_000,),)
    )

    values = [
        cell.value
        for sheet in opened(workbook_bytes(report_of(table))).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("xxx")
    ]

    assert len(values) == 1
    assert values[0].endswith("…")
    assert len(values[0]) == 32_000


def test_names_of_sheets_that_are_alike_stay_apart():
    sections = tuple(Section(key=f"s{n}", title="Gleicher Name " * 5, blocks=()) for n in range(3))

    names = opened(workbook_bytes(replace(demo_report(rows=1), sections=sections))).sheetnames

    assert len(set(names)) == len(names) == 5
    assert all(len(name) <= 31 for name in names)


def test_a_full_disk_inside_xlsxwriter_fails_the_export_and_keeps_the_old_file(tmp_path, monkeypatch):
    target = tmp_path / "r.xlsx"
    target.write_bytes(b"old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(xlsxwriter.Workbook, "_store_workbook", full)

    with pytest.raises(FastmapError) as caught:
        write_workbook(report_of(Paragraph(text="x")), target)
    assert caught.value.code == "disk_full"
    assert target.read_bytes() == b"old"


@pytest.mark.slow
def test_libreoffice_opens_it_without_finding_a_formula(tmp_path):
    office = next((p for p in ("/usr/bin/soffice", "/usr/bin/libreoffice") if os.path.exists(p)), None)  # noqa: PTH110
    if office is None:
        pytest.skip("LibreOffice is not here")
    write_workbook(report_of(hostile_table(), needs_table(20), bars()), tmp_path / "r.xlsx")

    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "fods"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "r.xlsx")], check=True, capture_output=True, timeout=180
    )

    flat = (tmp_path / "r.fods").read_text(encoding="utf-8")
    assert "table:formula=" not in flat
    assert "=HYPERLINK(" in flat


def test_the_writer_imports_no_matplotlib():
    code = "import sys; import exports.saving, exports.tables, exports.data, exports.names; print('matplotlib' in sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "False"
