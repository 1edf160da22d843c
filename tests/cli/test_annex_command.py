"""The confidential annex on the command line: written on its own, never beside an anonymous edition."""

import shutil

import openpyxl
import pytest

from tests.support.command_line import fastmap


@pytest.fixture
def recorded(sample, tmp_path):
    path = tmp_path / "round.fastmap"
    shutil.copyfile(sample, path)
    table = tmp_path / "members.csv"
    table.write_text("code;name;registration number;sme;sme basis\nM001;;0042-X;no;part of a group\n", encoding="utf-8")
    assert fastmap("members", path, table).status == 0
    return path


def cells(path):
    book = openpyxl.load_workbook(path)
    return [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_the_annex_holds_what_the_member_table_told(recorded, tmp_path):
    target = tmp_path / "CONFIDENTIAL annex.xlsx"

    ran = fastmap("report", recorded, "--annex", target)

    assert ran.status == 0
    assert "confidential" not in ran.err.replace(target.name, "")
    assert {"0042-X", "part of a group", "Confidential – for audit"} <= set(cells(target))


def test_a_name_that_does_not_say_it_is_remarked_upon(recorded, tmp_path):
    ran = fastmap("report", recorded, "--annex", tmp_path / "x.xlsx")

    assert ran.status == 0
    assert "x.xlsx does not say that the annex is confidential" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [("--annex", "a.xlsx", "--anonymous"), ("--pdf", "p.pdf", "--contact-names")],
    ids=["anonymous", "names"],
)
def test_what_does_not_go_together_writes_nothing(recorded, tmp_path, arguments):
    placed = [tmp_path / one if "." in one else one for one in arguments]

    ran = fastmap("report", recorded, *placed)

    assert (ran.status, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert not any(one.exists() for one in placed if not isinstance(one, str))


@pytest.mark.parametrize("edition", [(), ("--anonymous",)], ids=["named", "anonymous"])
def test_a_report_holds_neither_number_nor_decision(recorded, tmp_path, edition):
    target = tmp_path / "r.xlsx"

    assert fastmap("report", recorded, "--excel", target, "--json", tmp_path / "r.json", *edition).status == 0

    everything = " ".join(cells(target)) + (tmp_path / "r.json").read_text(encoding="utf-8")
    assert "0042-X" not in everything
    assert "part of a group" not in everything


def test_forms_hold_neither_number_nor_decision(recorded, tmp_path):
    assert fastmap("forms", recorded, "--out", tmp_path / "out", "--member", "M001").status == 0

    (form,) = (tmp_path / "out").glob("*.xlsx")
    everything = " ".join(cells(form)) + " ".join(
        one.read_text("utf-8-sig") for one in (tmp_path / "out").glob("*.csv")
    )
    assert "0042-X" not in everything
    assert "part of a group" not in everything
