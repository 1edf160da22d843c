"""Writing the members' forms to a folder where some lie already."""

import openpyxl
import pytest

from exports.forms_sending import write_forms
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
