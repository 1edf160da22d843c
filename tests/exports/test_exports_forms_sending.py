"""Writing the members' forms to a folder where some lie already."""

import csv
from dataclasses import replace

import openpyxl
import pytest

from exports.forms_sending import write_forms
from exports.mail_merge import MAIL_MERGE_FILE
from fastmap.errors import FastmapError
from fastmap.intake.form_content import FormContent
from tests.support.returned_forms import ENGLISH, members, set_answer

CONTENTS = tuple(
    FormContent(assessment_id="a-1", title="Round", cluster="Metal", language=ENGLISH, member=member)
    for member in members()
)


def contents_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_forms_that_hold_answers_keep_all_new_forms_from_being_written(tmp_path):
    first, second, _ = write_forms(CONTENTS, tmp_path)
    workbook = openpyxl.load_workbook(second)
    set_answer(workbook, "need_1_skill", "TIG welding")
    workbook.save(second)
    first.unlink()
    before = contents_of(tmp_path)

    with pytest.raises(FastmapError) as caught:
        write_forms(CONTENTS, tmp_path)

    assert (caught.value.code, caught.value.facts["names"]) == ("forms_filled_in", (second.name,))
    assert contents_of(tmp_path) == before


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut off", b"%PDF-1.7 a scan"])
def test_what_cannot_be_read_as_an_empty_form_is_kept(tmp_path, content):
    target = write_forms(CONTENTS[:1], tmp_path)[0]
    target.write_bytes(content)

    with pytest.raises(FastmapError):
        write_forms(CONTENTS[:1], tmp_path)

    assert target.read_bytes() == content


def test_empty_forms_are_written_anew(tmp_path):
    written = write_forms(CONTENTS, tmp_path)

    assert write_forms(CONTENTS, tmp_path) == written


def mail_merge(folder):
    with (folder / MAIL_MERGE_FILE).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_mail_merge_table_lists_the_forms_of_earlier_runs_too(tmp_path):
    write_forms(CONTENTS[:2], tmp_path)
    write_forms(CONTENTS[2:], tmp_path)
    write_forms([replace(CONTENTS[0], contact="Ana Ruiz")], tmp_path)

    rows = mail_merge(tmp_path)

    assert [(row["code"], row["contact"]) for row in rows] == [("M001", "Ana Ruiz"), ("M002", ""), ("M003", "")]
    assert all((tmp_path / row["file"]).is_file() for row in rows)


def test_rows_of_forms_that_are_gone_or_of_another_table_are_left_out(tmp_path):
    gone, *_ = write_forms(CONTENTS[:2], tmp_path)
    gone.unlink()
    write_forms(CONTENTS[2:], tmp_path)
    assert [row["code"] for row in mail_merge(tmp_path)] == ["M002", "M003"]

    (tmp_path / MAIL_MERGE_FILE).write_bytes(b"a;b\n\xff;../x\n")
    write_forms(CONTENTS[2:], tmp_path)
    assert [row["code"] for row in mail_merge(tmp_path)] == ["M003"]


def test_a_table_that_a_spreadsheet_saved_with_semicolons_keeps_its_rows(tmp_path):
    write_forms([replace(CONTENTS[0], contact="=cmd; Núñez")], tmp_path)
    table = tmp_path / MAIL_MERGE_FILE
    rows = list(csv.reader(table.read_text("utf-8-sig").splitlines()))
    with table.open("w", encoding="cp1252", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)

    write_forms(CONTENTS[1:2], tmp_path)

    assert [(row["code"], row["contact"]) for row in mail_merge(tmp_path)] == [("M001", "'=cmd; Núñez"), ("M002", "")]
