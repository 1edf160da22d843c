"""Forms that came back in another shape: other programs, moved, merged, copied, pasted, extended."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from fastmap.intake.forms import read_forms
from fastmap.model.choices import ImportState
from fastmap.model.responses import Need
from tests.support.returned_forms import (
    ENGLISH,
    FULL,
    ONE_NEED,
    SPANISH,
    codes,
    members,
    set_answer,
    snapshot,
    write_filled,
)

DATA = Path(__file__).parents[1] / "data" / "intake"
FULL_SKILLS = ["TIG welding", "PLC programming", "Léase: ñandú"]


def read_one(path, assessment=None):
    (outcome,) = read_forms([path], assessment or snapshot())
    return outcome


def changed(tmp_path, change, answers=FULL, **options):
    """Return what is read of a form after ``change(workbook, sheet)``."""
    path = write_filled(tmp_path / "form.xlsx", answers, **options)
    workbook = openpyxl.load_workbook(path)
    change(workbook, workbook.worksheets[0])
    workbook.save(path)
    return read_one(path)


def lose_names(workbook, _sheet=None):
    for name in list(workbook.defined_names):
        del workbook.defined_names[name]


def unmerge(sheet):
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))


def skills(outcome):
    return [need.skill_text for need in outcome.response.needs]


@pytest.mark.parametrize("kind", ["xls", "ods", "csv"])
def test_a_form_saved_by_another_program_is_read_with_its_places(kind):
    outcome = read_one(DATA / f"form_saved_by_libreoffice.{kind}")

    found = {problem.field: problem for problem in outcome.problems}
    assert (outcome.state, outcome.member, skills(outcome)) == (ImportState.PARTIAL, "M001", FULL_SKILLS)
    assert outcome.response.needs[0].short_now == 2
    assert outcome.response.needs[1].short_now == 5
    assert (found["need_2_short_12m"].code, found["need_2_short_12m"].cell) == ("number_range", "G10")
    if kind != "csv":  # a text table knows no formulas
        assert (found["need_1_short_now"].code, found["need_1_short_now"].cell) == ("formula_used", "F9")
        assert found["need_2_short_12m"].sheet == "Skills form"


@pytest.mark.parametrize("rows", [1, 3, 8])
def test_names_that_stayed_behind_when_the_form_moved_are_seen_through(tmp_path, rows):
    def move(_, sheet):
        unmerge(sheet)
        sheet.insert_rows(1, rows)

    outcome = changed(tmp_path, move)

    assert (outcome.state, outcome.member, skills(outcome)) == (ImportState.ACCEPTED, "M001", FULL_SKILLS)
    assert codes(outcome) == ["names_astray"]


def test_answers_whose_names_moved_with_them_are_read_by_name(tmp_path):
    def cut_and_paste(workbook, sheet):
        for name, defined in workbook.defined_names.items():
            if name.startswith("need_1_"):
                column = defined.attr_text.split("$")[1]
                sheet[f"{column}12"].value, sheet[f"{column}9"].value = sheet[f"{column}9"].value, None
                defined.attr_text = f"'{sheet.title}'!${column}$12"
            elif name.startswith("need_4_"):
                defined.attr_text = "#REF!"

    outcome = changed(tmp_path, cut_and_paste)

    assert sorted(skills(outcome)) == sorted(FULL_SKILLS)
    assert next(need for need in outcome.response.needs if need.skill_text == "TIG welding").short_12m == 4


def test_a_blank_row_below_the_questions_loses_no_line(tmp_path):
    answers = {f"need_{row}_skill": f"Skill {row}" for row in range(1, 9)}

    def insert(workbook, sheet):
        lose_names(workbook)
        unmerge(sheet)
        sheet.insert_rows(9)

    assert skills(changed(tmp_path, insert, answers)) == [f"Skill {row}" for row in range(1, 9)]


@pytest.mark.parametrize("language", [ENGLISH, SPANISH])
def test_lines_that_somebody_added_are_needs_as_well(tmp_path, language):
    def add(workbook, sheet):
        unmerge(sheet)
        sheet.insert_rows(10)
        for defined in workbook.defined_names.values():
            place, _, row = defined.attr_text.rpartition("$")
            if int(row) >= 10:
                defined.attr_text = f"{place}${int(row) + 1}"
        sheet["C10"], sheet["F10"], sheet["G10"] = "Between the lines", 3, "4-5"

    outcome = changed(tmp_path, add, language=language)

    added = outcome.response.needs[-1]
    assert (added.row, added.skill_text, added.short_now, added.short_12m) == (9, "Between the lines", 3, None)
    assert [(p.code, p.cell, p.field) for p in outcome.problems] == [("number_range", "G10", "need_9_short_12m")]
    assert outcome.response.raw["need_9_skill"] == "Between the lines"
    assert skills(outcome)[:-1] == FULL_SKILLS


def lines_below(workbook, sheet, count):
    """Make room between the last need and what follows, as somebody who needs more lines does."""
    unmerge(sheet)
    sheet.insert_rows(17, count)
    for defined in workbook.defined_names.values():
        place, _, row = defined.attr_text.rpartition("$")
        if int(row) >= 17:
            defined.attr_text = f"{place}${int(row) + count}"


@pytest.mark.parametrize("without_names", [False, True])
def test_lines_below_a_blank_one_are_needs_as_well(tmp_path, without_names):
    def add(workbook, sheet):
        lines_below(workbook, sheet, 6)
        sheet["C18"], sheet["F18"] = "After a gap", 3
        sheet["C21"], sheet["G21"] = "After two more", 4
        if without_names:
            lose_names(workbook)

    answers = {f"need_{row}_skill": f"Skill {row}" for row in range(1, 9)}
    outcome = changed(tmp_path, add, answers)

    assert skills(outcome)[8:] == ["After a gap", "After two more"]
    assert [(need.short_now, need.short_12m) for need in outcome.response.needs[8:]] == [(3, None), (None, 4)]
    assert outcome.response.people_total is None


def test_a_figure_on_an_added_line_without_a_skill_is_told(tmp_path):
    def add(workbook, sheet):
        lines_below(workbook, sheet, 4)
        sheet["F19"] = 12

    outcome = changed(tmp_path, add)

    assert [(p.code, p.cell, p.facts.facts["row"]) for p in outcome.problems] == [("need_without_skill", "C19", 9)]
    assert outcome.response.raw["need_9_short_now"] == "12"
    assert skills(outcome) == FULL_SKILLS


def test_what_stands_below_the_next_question_is_no_need(tmp_path):
    def note(workbook, sheet):
        sheet["C20"] = "a remark in the gap"

    assert skills(changed(tmp_path, note)) == FULL_SKILLS


def test_a_question_that_somebody_rewrote_is_told_by_its_neighbours(tmp_path):
    def rewrite(workbook, sheet):
        lose_names(workbook)
        sheet["C8"], sheet["G8"], sheet["M8"] = "What we need", "next year", "joint course?"

    outcome = changed(tmp_path, rewrite)

    assert skills(outcome) == FULL_SKILLS
    assert (outcome.response.needs[0].short_12m, outcome.response.needs[0].joint_people) == (4, 3)


def test_one_cell_merged_over_two_questions_answers_the_first_and_says_so(tmp_path):
    outcome = changed(tmp_path, lambda _, sheet: sheet.merge_cells("F9:G9"), ONE_NEED)

    assert (outcome.response.needs[0].short_now, outcome.response.needs[0].short_12m) == (2, None)
    assert [(p.code, p.field, p.found) for p in outcome.problems] == [("merged_answer", "need_1_short_12m", "2")]
    assert outcome.state is ImportState.PARTIAL


def test_a_figure_merged_over_two_lines_is_nobodys(tmp_path):
    answers = {**ONE_NEED, "need_2_skill": "CAD", "need_1_short_12m": None}

    outcome = changed(tmp_path, lambda _, sheet: sheet.merge_cells("F9:F10"), answers)

    assert [(need.skill_text, need.short_now) for need in outcome.response.needs] == [
        ("TIG welding", None),
        ("CAD", None),
    ]
    assert codes(outcome) == ["figure_shared", "figure_shared"]


def test_a_skill_merged_over_two_lines_counts_once_unless_both_have_answers(tmp_path):
    merge = lambda _, sheet: sheet.merge_cells("C9:C10")  # noqa: E731 - the same for both
    alone = changed(tmp_path, merge, ONE_NEED)
    both = changed(tmp_path, merge, {**ONE_NEED, "need_2_short_now": 7})

    assert alone.response.needs == (Need(row=1, skill_text="TIG welding", short_now=2, short_12m=4),)
    assert [(need.skill_text, need.short_now) for need in both.response.needs] == [
        ("TIG welding", 2),
        ("TIG welding", 7),
    ]


def test_a_second_filled_sheet_of_the_same_member_is_added(tmp_path):
    def copy(workbook, sheet):
        other = workbook.copy_worksheet(sheet)
        other.title = "Plant"
        other["C9"], other["C10"] = "Laser cutting", None

    outcome = changed(tmp_path, copy)

    assert skills(outcome) == [*FULL_SKILLS, "Laser cutting"]
    assert (outcome.state, codes(outcome)) == (ImportState.PARTIAL, ["second_sheet", "need_without_skill"])
    assert outcome.problems[0].facts.facts["sheet"] == "Plant"
    assert outcome.response.raw["Plant!need_1_skill"] == "Laser cutting"


def test_a_copy_of_the_sheet_without_anything_new_is_left_alone(tmp_path):
    outcome = changed(tmp_path, lambda workbook, sheet: workbook.copy_worksheet(sheet))

    assert (outcome.state, outcome.needs) == (ImportState.ACCEPTED, 3)


def test_the_form_of_somebody_else_in_the_same_file_is_named_and_not_mixed_in(tmp_path):
    def copy(workbook, sheet):
        other = workbook.copy_worksheet(sheet)
        other.title = "Taller 2"
        other["K6"], other["B6"], other["C9"] = "M002", "Taller 2", "Laser cutting"

    outcome = changed(tmp_path, copy)

    assert skills(outcome) == FULL_SKILLS
    assert [(p.code, p.done, p.found) for p in outcome.problems] == [("other_form_inside", "not_taken", "Taller 2")]


def test_a_form_filled_on_a_copied_sheet_while_the_first_stayed_blank_is_read(tmp_path):
    def fill_copy(workbook, sheet):
        other = workbook.copy_worksheet(sheet)
        other["C9"], other["F9"] = "Laser cutting", 2

    outcome = changed(tmp_path, fill_copy, {})

    assert (outcome.state, outcome.member, skills(outcome)) == (ImportState.ACCEPTED, "M001", ["Laser cutting"])


def test_a_form_pasted_into_another_workbook_is_found(tmp_path):
    path = write_filled(tmp_path / "form.xlsx", FULL)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    other = openpyxl.Workbook()
    other.active["A1"] = "Budget"
    pasted = other.create_sheet("Pasted")
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                pasted.cell(cell.row + 5, cell.column + 1).value = cell.value
    other.save(path)

    outcome = read_one(path)

    assert (outcome.state, outcome.member, skills(outcome)) == (ImportState.ACCEPTED, "M001", FULL_SKILLS)


def test_hidden_and_reordered_sheets_make_no_difference(tmp_path):
    def reorder(workbook, sheet):
        workbook.create_sheet("Cover", 0)["A1"] = "see the next sheet"
        workbook.move_sheet(sheet, 1)
        sheet.sheet_state = "hidden"
        workbook.active = 0

    assert skills(changed(tmp_path, reorder)) == FULL_SKILLS


def test_two_people_of_one_member_are_told_from_two_versions(tmp_path):
    write_filled(tmp_path / "a.xlsx", {**ONE_NEED, "respondent_role": "HR"})
    write_filled(tmp_path / "b.xlsx", {**ONE_NEED, "need_1_short_now": 9, "respondent_role": "Plant manager"})
    write_filled(tmp_path / "c.xlsx", {**ONE_NEED, "need_1_short_now": 8, "respondent_role": "hr"})

    _, other_person, other_version = read_forms([tmp_path], snapshot())

    assert (other_person.state, codes(other_person)) == (ImportState.TO_CHECK, ["second_respondent"])
    assert codes(other_version)[0].startswith("second_version")


def test_a_form_of_another_assessment_is_no_second_version(tmp_path):
    write_filled(tmp_path / "a.xlsx", ONE_NEED)
    write_filled(tmp_path / "b.xlsx", {**ONE_NEED, "need_1_short_now": 9}, assessment="elsewhere")

    _, foreign = read_forms([tmp_path], snapshot())

    assert (foreign.state, codes(foreign)) == (ImportState.TO_CHECK, ["other_assessment"])


def test_an_error_in_a_cell_is_empty_and_said_so(tmp_path):
    path = write_filled(tmp_path / "form.xlsx", ONE_NEED)
    workbook = openpyxl.load_workbook(path)
    set_answer(workbook, "need_1_short_now", "#N/A")
    workbook.worksheets[0]["F9"].data_type = "e"
    workbook.save(path)

    outcome = read_one(path)

    assert (outcome.response.needs[0].short_now, codes(outcome)) == (None, ["formula_without_result"])
    assert outcome.problems[0].cell == "F9"


def test_a_packed_folder_and_a_flat_workbook_say_what_to_do(tmp_path):
    inner = write_filled(tmp_path / "form.xlsx", ONE_NEED).read_bytes()
    (tmp_path / "form.xlsx").unlink()
    content = inner
    for depth in range(20):
        memory = io.BytesIO()
        with zipfile.ZipFile(memory, "w") as package:
            package.writestr("a.zip" if depth else "form.xlsx", content)
        content = memory.getvalue()
    (tmp_path / "a deep.zip").write_bytes(content)
    (tmp_path / "b flat.fods").write_text(
        '<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>',
        encoding="utf-8",
    )

    packed, flat = read_forms([tmp_path], snapshot())

    assert (packed.state, codes(packed)) == (ImportState.NOT_A_FORM, ["archive"])
    assert (flat.state, codes(flat)) == (ImportState.NOT_A_FORM, ["save_as_xlsx"])


def test_marks_that_turn_text_around_are_taken_out_with_a_note(tmp_path):
    outcome = read_one(write_filled(tmp_path / "form.xlsx", {**ONE_NEED, "need_1_skill": "Weld\u202eing"}))

    assert (skills(outcome), codes(outcome)) == (["Welding"], ["text_cleaned"])
    assert outcome.response.raw["need_1_skill"] == "Weld\u202eing"


def test_every_member_of_a_folder_in_every_shape_is_known(tmp_path):
    for number, member in enumerate(members()):
        path = write_filled(tmp_path / f"{number}.xlsx", ONE_NEED, member=member)
        if number:
            workbook = openpyxl.load_workbook(path)
            lose_names(workbook)
            workbook.save(path)

    assert [outcome.member for outcome in read_forms([tmp_path], snapshot())] == ["M001", "M002", "M003"]
