"""Spreadsheets as nobody should send them and as somebody will: what was found in the corpora of other libraries."""

import io
import subprocess
import sys
import zipfile

import pytest
from openpyxl import Workbook

from fastmap.errors import FastmapError
from fastmap.intake import safe_reading
from fastmap.intake.safe_reading import Mode, SafeReader
from fastmap.intake.table_members import read_members
from fastmap.intake.table_values import understand_amount
from tests.support.builders import make_snapshot

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
        "import importlib.util, socket, sys\n"
        "spec = importlib.util.spec_from_file_location('child', sys.argv[1])\n"
        "child = importlib.util.module_from_spec(spec); spec.loader.exec_module(child)\n"
        "child._limit_files()\n"
        "try: socket.socket(); print('open')\n"
        "except OSError: print('closed')"
    )
    child = safe_reading._CHILD
    answer = subprocess.run([sys.executable, "-P", "-c", script, child], capture_output=True, text=True, check=True)

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
