"""What somebody writes beside the cells of a form is kept and told with its cell; a form's own sentences are not."""

from datetime import UTC, datetime

import openpyxl
import pytest

from fastmap.catalogue.texts import form_languages
from fastmap.intake.form_strays import MOST_KEPT, MOST_TOLD
from fastmap.intake.forms import read_forms
from fastmap.model.choices import ImportState
from tests.support.returned_forms import FULL, ONE_NEED, codes, snapshot, write_filled

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def received(path):
    (outcome,) = read_forms([path], snapshot(), received_at=NOW)
    return outcome


@pytest.mark.parametrize("language", form_languages())
def test_no_sentence_of_the_form_itself_is_told(tmp_path, language):
    outcome = received(write_filled(tmp_path / "form.xlsx", FULL, language=language))

    assert (outcome.state, outcome.problems) == (ImportState.ACCEPTED, ())


def test_notes_in_the_margin_below_and_on_a_sheet_of_ones_own_are_kept_and_told(tmp_path):
    path = write_filled(tmp_path / "form.xlsx", ONE_NEED)
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    sheet["N9"] = "ask Maria about this"
    sheet["B60"] = "and CAD people"
    workbook.create_sheet("More needs")["A1"] = "logistics, 3 people"
    workbook.save(path)

    outcome = received(path)

    told = [(one.sheet, one.cell, one.found) for one in outcome.problems if one.code == "stray_text"]
    assert outcome.state is ImportState.ACCEPTED
    assert told == [
        (sheet.title, "N9", "ask Maria about this"),
        (sheet.title, "B60", "and CAD people"),
        ("More needs", "A1", "logistics, 3 people"),
    ]
    assert len(outcome.response.needs) == 1
    assert outcome.response.raw["More needs!A1"] == "logistics, 3 people"


def test_a_form_with_a_note_alone_is_not_called_empty(tmp_path):
    path = write_filled(tmp_path / "form.xlsx", {})
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0]["B60"] = "we need nobody, thank you"
    workbook.save(path)

    assert codes(received(path)) == ["stray_text"]


def test_of_somebodys_own_table_all_is_kept_some_told_and_what_is_left_is_counted(tmp_path):
    path = write_filled(tmp_path / "form.xlsx", ONE_NEED)
    workbook = openpyxl.load_workbook(path)
    own = workbook.create_sheet("Own table")
    for row in range(1, MOST_KEPT + 8):
        own.cell(row, 1, f"line {row} of our table")
    workbook.save(path)

    outcome = received(path)

    kept = [name for name in outcome.response.raw if name.startswith("Own table!")]
    assert len(kept) == MOST_KEPT
    assert codes(outcome) == ["stray_text"] * MOST_TOLD + ["stray_texts_more", "stray_texts_left"]
    assert outcome.problems[-1].facts.facts["count"] == 7
    assert outcome.state is ImportState.PARTIAL  # something was not taken
