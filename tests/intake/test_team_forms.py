"""Questionnaires of the team self-assessment: written, filled, and read back cell by cell."""

import openpyxl
import pytest

from exports.team_form import write_team_forms
from fastmap.catalogue.texts import form_languages
from fastmap.errors import FastmapError
from fastmap.intake.forms import read_forms
from fastmap.intake.team_content import team_form_contents
from fastmap.model.choices import ImportState, PartnerType, ResponseState, TeamAnswer, TeamRole
from tests.support.builders import make_snapshot
from tests.support.returned_forms import ASSESSMENT, saved_anew
from tests.support.team_answers import LACKS, MASTERS, PARTLY, TEAM, person, write_questionnaire

ALL_ITEMS = {f"item_{item}": n % 4 + 1 for n, item in enumerate(TEAM.items)}


def snapshot(**parts):
    from dataclasses import replace

    bare = make_snapshot(**parts)
    return replace(bare, info=replace(bare.info, id=ASSESSMENT))


def read(path, **parts):
    (outcome,) = read_forms([path], snapshot(**parts))
    return outcome


def codes(outcome):
    return [problem.code for problem in outcome.problems]


def problem(outcome, code):
    return next(one for one in outcome.problems if one.code == code)


@pytest.mark.parametrize("language", form_languages())
def test_a_full_questionnaire_is_read_in_every_language_without_a_remark(tmp_path, language):
    answers = {
        "manages": "yes_no.yes",
        "digcomp": 5,
        **{f"item_{item}": f"team_answer.{list(TeamAnswer)[n % 4]}" for n, item in enumerate(TEAM.items)},
    }

    outcome = read(write_questionnaire(tmp_path / "a.xlsx", answers, language=language))

    assert (outcome.state, codes(outcome)) == (ImportState.ACCEPTED, [])
    one = outcome.team
    assert (one.role, one.digcomp, one.language, len(one.answers)) == (TeamRole.MANAGER, 5, language, 53)
    assert one.answers == {item: list(TeamAnswer)[n % 4] for n, item in enumerate(TEAM.items)}


@pytest.mark.parametrize("language", form_languages())
def test_a_stakeholders_choices_are_read_in_every_language(tmp_path, language):
    marks = dict(zip(["strategy", "teamwork", "motivating"], ["x", "X", 2], strict=True))
    answers = {"organisation_kind": "partner_type.university", **{f"pick_{item}": m for item, m in marks.items()}}

    outcome = read(write_questionnaire(tmp_path / "a.xlsx", answers, side="stakeholder", language=language))

    assert (outcome.state, codes(outcome)) == (ImportState.ACCEPTED, [])
    one = outcome.team
    assert (one.role, one.organisation_kind) == (TeamRole.STAKEHOLDER, PartnerType.UNIVERSITY)
    assert set(one.picks) == set(marks)


def test_digits_answer_as_on_screen(tmp_path):
    outcome = read(write_questionnaire(tmp_path / "a.xlsx", ALL_ITEMS))

    assert outcome.team.answers["creativity"] is LACKS
    assert outcome.team.answers["ict_literacy"] is MASTERS


def test_cells_are_found_by_their_names_wherever_they_moved(tmp_path):
    path = write_questionnaire(tmp_path / "a.xlsx", {"item_crm": 3})
    workbook = openpyxl.load_workbook(path)
    name = workbook.defined_names["item_crm"]
    sheet = workbook[name.attr_text.split("!")[0].strip("'")]
    old = sheet[name.attr_text.split("!")[1].replace("$", "")]
    sheet["J90"], old.value = old.value, None
    name.attr_text = f"'{sheet.title}'!$J$90"
    workbook.save(path)

    assert read(path).team.answers == {"crm": MASTERS}


@pytest.mark.parametrize("side", ["staff", "stakeholder"])
def test_without_names_the_answers_are_found_by_their_questions(tmp_path, side):
    answers = (
        {"item_crm": 3, "digcomp": 5} if side == "staff" else {"pick_crm": "x", "organisation_kind": "partner_type.rto"}
    )
    path = write_questionnaire(tmp_path / "a.xlsx", answers, side=side)
    workbook = openpyxl.load_workbook(path)
    workbook.defined_names.clear()
    workbook.save(path)

    one = read(path).team

    assert (set(one.answers) or set(one.picks)) == {"crm"}


def test_a_half_filled_questionnaire_counts_and_says_so(tmp_path):
    outcome = read(write_questionnaire(tmp_path / "a.xlsx", {"item_crm": 3, "item_english": 1}))

    assert outcome.state is ImportState.PARTIAL
    assert outcome.team.state is ResponseState.ACCEPTED
    facts = problem(outcome, "team_half_filled").facts.facts
    assert (facts["count"], facts["items"]) == (2, 53)


def test_an_item_answered_twice_counts_once_nearest_to_training_and_names_its_cell(tmp_path):
    outcome = read(write_questionnaire(tmp_path / "a.xlsx", {**ALL_ITEMS, "item_creativity": "3; 2"}))

    assert outcome.team.answers["creativity"] is PARTLY
    assert outcome.team.twice == ("creativity",)
    found = problem(outcome, "team_item_twice")
    assert found.field == "item_creativity"
    assert found.cell.startswith("E")
    assert found.found == "3; 2"


def test_an_unknown_answer_is_kept_as_text_with_its_cell(tmp_path):
    outcome = read(write_questionnaire(tmp_path / "a.xlsx", {**ALL_ITEMS, "item_crm": "rather well"}))

    assert "crm" not in outcome.team.answers
    assert outcome.team.raw["item_crm"] == "rather well"
    assert problem(outcome, "choice_unknown").field == "item_crm"


@pytest.mark.parametrize("level", [0, 9, "high"])
def test_a_level_outside_one_to_eight_is_not_counted(tmp_path, level):
    outcome = read(write_questionnaire(tmp_path / "a.xlsx", {**ALL_ITEMS, "digcomp": level}))

    assert outcome.team.digcomp is None
    assert any(one.field == "digcomp" for one in outcome.problems)


def test_too_many_choices_of_a_block_count_and_are_told(tmp_path):
    answers = {f"pick_{item}": "x" for item in ("strategy", "teamwork", "motivating", "interpersonal")}

    outcome = read(write_questionnaire(tmp_path / "a.xlsx", answers, side="stakeholder"))

    assert len(outcome.team.picks) == 4
    assert problem(outcome, "team_picks_otherwise").facts.facts["count"] == 4


def test_a_cross_that_says_no_is_no_choice(tmp_path):
    outcome = read(
        write_questionnaire(tmp_path / "a.xlsx", {"pick_crm": "no", "pick_steering": "x"}, side="stakeholder")
    )

    assert outcome.team.picks == ("steering",)


def test_a_blank_questionnaire_is_told_and_not_recorded(tmp_path):
    outcome = read(write_questionnaire(tmp_path / "a.xlsx", {}))

    assert (outcome.team, codes(outcome)) == (None, ["team_form_empty"])
    assert outcome.state is ImportState.BLANK


@pytest.mark.parametrize(("code", "told"), [("Maria García, maria@x.es", True), ("m@x.es", True), ("T-7", False)])
def test_a_code_that_looks_like_a_name_is_taken_and_told(tmp_path, code, told):
    outcome = read(write_questionnaire(tmp_path / "a.xlsx", ALL_ITEMS | {"respondent": code}))

    assert outcome.team.respondent == code
    assert ("team_code_like_name" in codes(outcome)) is told


def test_a_form_of_another_assessment_waits(tmp_path):
    outcome = read(write_questionnaire(tmp_path / "a.xlsx", ALL_ITEMS, assessment="another"))

    assert (outcome.state, outcome.team.state) == (ImportState.TO_CHECK, ResponseState.TO_CHECK)


def test_the_same_file_and_the_same_answers_come_in_once(tmp_path):
    path = write_questionnaire(tmp_path / "a.xlsx", ALL_ITEMS)
    first = read(path).team
    other = saved_anew(path, tmp_path / "b.xlsx")

    assert read(path, team=[first]).state is ImportState.DUPLICATE
    assert codes(read(other, team=[first])) == ["same_answers"]


def test_codes_are_given_in_order_and_a_code_used_before_is_told(tmp_path):
    known = [person({"crm": LACKS})]
    free = read(write_questionnaire(tmp_path / "a.xlsx", ALL_ITEMS), team=known)
    again = read(write_questionnaire(tmp_path / "b.xlsx", {**ALL_ITEMS, "respondent": "t001"}), team=known)

    assert free.team.respondent == "T002"
    assert codes(again) == ["team_same_code"]


def test_two_forms_of_one_code_in_one_import_are_told_to_have_no_order(tmp_path):
    old = write_questionnaire(tmp_path / "1_old.xlsx", {"respondent": "T001", "item_crm": "team_answer.masters"})
    new = write_questionnaire(tmp_path / "2_new.xlsx", {"respondent": "T001", "item_crm": "team_answer.lacks"})

    _, second = read_forms([old, new], snapshot())

    assert "team_same_code_at_once" in codes(second)
    assert "team_same_code" not in codes(second)


def test_what_was_written_beside_the_cells_is_kept(tmp_path):
    path = write_questionnaire(tmp_path / "a.xlsx", ALL_ITEMS)
    workbook = openpyxl.load_workbook(path)
    workbook.worksheets[0]["H20"] = "We would like a course in the evening"
    workbook.save(path)

    outcome = read(path)

    assert codes(outcome) == ["stray_text"]
    assert "We would like a course in the evening" in outcome.team.raw.values()


def test_text_that_looks_like_a_formula_stays_text(tmp_path):
    from dataclasses import replace

    bare = snapshot()
    contents = team_form_contents(replace(bare, cluster=replace(bare.cluster, name="=1+1")), "en")
    paths = write_team_forms(contents, tmp_path)

    for path in paths:
        cells = [cell for row in openpyxl.load_workbook(path).worksheets[0].iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f"]


def test_forms_with_answers_are_never_replaced(tmp_path):
    contents = team_form_contents(snapshot(), "en")
    staff, _ = write_team_forms(contents, tmp_path)
    write_team_forms(contents, tmp_path)  # blank ones are
    workbook = openpyxl.load_workbook(staff)
    workbook.worksheets[0][workbook.defined_names["item_crm"].attr_text.split("!")[1].replace("$", "")] = 3
    workbook.save(staff)

    with pytest.raises(FastmapError) as refused:
        write_team_forms(contents, tmp_path)

    assert refused.value.code == "forms_filled_in"
