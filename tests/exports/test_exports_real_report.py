"""The writers on a report that the report room really builds, in every shipped language, named and anonymous."""

import io

import openpyxl
import pytest

from exports.pdf import pdf_bytes
from exports.tables import write_csv
from exports.workbook import workbook_bytes
from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import load_texts, report_languages
from fastmap.report.build import build_report
from tests.report.whole_cluster import MADE_ON, whole_results


@pytest.fixture(
    scope="module", params=[(code, anonymous) for code in report_languages() for anonymous in (False, True)]
)
def real_report(request):
    language, anonymous = request.param
    return build_report(whole_results(), load_catalogue(), load_texts(language), anonymous=anonymous, made_on=MADE_ON)


def test_it_becomes_an_accessible_pdf(real_report):
    assert pdf_bytes(real_report).startswith(b"%PDF")


def test_it_becomes_a_workbook_without_formulas_that_names_every_table(real_report):
    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(real_report)))

    tables = {name for sheet in book.worksheets for name in sheet.tables}
    assert {f"t_{table.key}" for table in real_report.tables()} <= tables
    assert all(cell.data_type != "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)


def test_it_becomes_a_file_per_table(real_report, tmp_path):
    *tables, described = write_csv(real_report, tmp_path)

    assert len(tables) == len(real_report.tables())
    assert described.name == "datapackage.json"
