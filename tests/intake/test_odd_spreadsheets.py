"""Spreadsheets as nobody should send them and as somebody will: what was found in the corpora of other libraries."""

import io
import subprocess
import sys
import time
import zipfile

import pytest
from openpyxl import Workbook

from fastmap.catalogue.texts import load_texts
from fastmap.errors import FastmapError
from fastmap.intake.safe_reading import Mode, Reading, SafeReader, SheetCells
from fastmap.intake.survey import take_answers
from fastmap.intake.survey_columns import headers_of
from fastmap.intake.survey_plan import mapping_of
from fastmap.intake.survey_proposal import propose_plan
from fastmap.intake.survey_table import likely_headers, table_under
from fastmap.intake.table_members import read_members
from fastmap.intake.table_rows import MOST_ROWS
from fastmap.intake.table_values import understand_amount
from tests.support.builders import make_member, make_snapshot

LINK = "http://evil.example/x.xlsx"


def workbook_with(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def with_part(content, name, part):
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, old.read(entry))
        new.writestr(name, part)
    return changed.getvalue()


def test_the_child_reaches_no_network():
    """A socket is a file to the system: the limit that keeps the child from opening one keeps it from the network."""
    script = (
        "import socket\n"
        "from fastmap.intake.child import process\n"
        "process._limit_files()\n"
        "try: socket.socket(); print('open')\n"
        "except OSError: print('closed')"
    )
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == ("open" if sys.platform == "win32" else "closed")


def test_links_and_commands_of_a_workbook_are_neither_followed_nor_run(tmp_path):
    link = f'<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/><externalBook href="{LINK}"/></externalLink>'
    content = workbook_with(["Name", "Code"], ["Foundry", "M001"], [f'=HYPERLINK("{LINK}","x")', "=cmd|'/c calc'!A0"])
    path = tmp_path / "members.xlsx"
    path.write_bytes(with_part(content, "xl/externalLinks/externalLink1.xml", link))

    found = read_members(path, make_snapshot())

    assert [member.name for member in found.members] == ["Foundry"]


def test_the_rows_of_a_long_sheet_arrive_whole_and_in_order():
    lines = 30_000
    content = "\n".join(f"{number};{'x' * (number % 7)}" for number in range(lines)).encode()

    with SafeReader(Mode.TABLE) as reader:
        (sheet,) = reader.read(content).sheets
        (again,) = reader.read(b"a;b\n1;2").sheets

    assert [row[0] for row in sheet.rows] == [str(number) for number in range(lines)]
    assert len(again.rows) == 2, "the next file begins where the parts of the last one end"


@pytest.mark.parametrize("typed", ["9" * 400, "1" + " 000" * 6, "9999999999999"])
def test_an_amount_without_end_is_not_taken(typed):
    assert understand_amount(typed) is None


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "problem.empty_file"),
        (b"<html><table><tr><td>Name</td></tr></table></html>", "problem.web_page"),
        (b"%PDF-1.7 ...", "problem.no_spreadsheet"),
        (b"PK\x03\x04" + b"\0" * 100, "problem.damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "problem.damaged"),
    ],
)
def test_every_refusal_has_its_reason(content, reason, tmp_path):
    path = tmp_path / "members.xlsx"
    path.write_bytes(content)

    with pytest.raises(FastmapError) as refused:
        read_members(path, make_snapshot())

    assert (refused.value.code, refused.value.facts["reason"].key) == ("table_unreadable", reason)


def test_thousands_of_columns_of_one_header_get_their_numbers_at_once():
    sheet = SheetCells(name="", rows=(["Skill"] * 16_384,))
    start = time.thread_time()

    headers = headers_of(sheet, [0])

    assert headers[:2] == ("Skill", "Skill (2)")
    assert headers[-1] == "Skill (16384)"
    assert time.thread_time() - start < 10  # numbered by trying each number again it took minutes


def test_a_column_that_has_the_name_of_a_nameless_one_is_told_from_it():
    letter = headers_of(SheetCells(name="", rows=([""],)), [0])[0]

    assert len(set(headers_of(SheetCells(name="", rows=(["", letter, letter],)), [0]))) == 3
    assert all(name.strip()[0] != "(" for name in headers_of(SheetCells(name="", rows=(["", "", letter],)), [0]))


def test_thousands_of_new_firms_get_a_code_each_at_once(tmp_path):
    path = tmp_path / "firms.csv"
    path.write_text("name\n" + "\n".join(f"Firm {number}" for number in range(8_000)), encoding="utf-8")
    start = time.thread_time()

    outcome = read_members(path, make_snapshot(members=[make_member(3)]))

    codes = [member.code for member in outcome.members]
    assert len(set(codes)) == 8_000
    assert codes[:3] == ["M001", "M002", "M004"]
    assert time.thread_time() - start < 20


def test_a_list_of_more_rows_than_any_cluster_has_is_refused_with_its_number(tmp_path):
    path = tmp_path / "firms.csv"
    path.write_text("name\n" + "\n" * 300_000 + "Firm\n" * (MOST_ROWS + 1), encoding="utf-8")

    with pytest.raises(FastmapError) as refused:
        read_members(path, make_snapshot())

    sentence = load_texts("en").say(refused.value.message)
    assert "25,001" in sentence
    assert "25,000" in sentence
    assert "firms.csv" in sentence


def test_a_survey_of_more_answers_than_any_cluster_has_is_refused_with_its_number():
    sheet = SheetCells(name="", rows=(["Firm", "Need"], *[["A", "CAD"]] * (MOST_ROWS + 1)))
    plan = propose_plan(table_under(sheet, *likely_headers(sheet)), "answers.csv", make_snapshot())
    reading = Reading(kind="csv", sheets=(sheet,))

    with pytest.raises(FastmapError) as refused:
        take_answers(reading, mapping_of(plan), make_snapshot(), "answers.csv")

    assert "25,001" in load_texts("en").say(refused.value.message)
