"""Returned forms: what is taken, what is listed, what waits."""

import dataclasses
import re
import zipfile
from datetime import UTC, date, datetime

import openpyxl
import pytest

from fastmap.catalogue.texts import load_texts, shipped_languages
from fastmap.errors import Cancelled, FastmapError
from fastmap.intake.form_answers import NOTES
from fastmap.intake.form_definition import FIELDS, FORM_VERSION
from fastmap.intake.forms import read_forms
from fastmap.model.choices import (
    Barrier,
    Consequence,
    Hiring,
    HiringReason,
    ImportState,
    NeedLevel,
    PartnerType,
    Provision,
    ResponseState,
    TieKind,
)
from fastmap.model.responses import NamedLink, Need, UnusedSkill
from tests.support.returned_forms import (
    ENGLISH,
    FULL,
    ONE_NEED,
    SPANISH,
    codes,
    members,
    resaved,
    saved_anew,
    set_answer,
    snapshot,
    write_filled,
)

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def read_one(path, assessment=None):
    (outcome,) = read_forms([path], assessment or snapshot(), received_at=NOON)
    return outcome


def without_names(path, sheet="Skills form"):
    workbook = openpyxl.load_workbook(path)
    for name in list(workbook.defined_names):
        del workbook.defined_names[name]
    workbook.save(path)
    return path


@pytest.mark.parametrize("language", [ENGLISH, SPANISH])
def test_every_answer_of_a_full_form_is_taken(tmp_path, language):
    path = write_filled(tmp_path / "form.xlsx", FULL, language=language)

    outcome = read_one(path)

    response = outcome.response
    assert outcome.state is ImportState.ACCEPTED
    assert outcome.problems == ()
    assert (outcome.member, outcome.needs, response.language) == ("M001", 3, language)
    assert response.received_at == NOON
    assert response.needs[0] == Need(
        row=1,
        skill_text="TIG welding",
        job="Welder",
        level=NeedLevel.EXPERT,
        short_now=2,
        short_12m=4,
        short_36m=6,
        consequence=Consequence.ORDERS,
        hiring=Hiring.HARD,
        hiring_reasons=(HiringReason.LACKED_SKILL,),
        provision=Provision.MISFIT,
        joint_people=3,
    )
    assert response.needs[2] == Need(row=8, skill_text="Léase: ñandú", short_now=0)
    assert response.unused == (UnusedSkill(skill_text="Forging", people=2),)
    assert response.links == (NamedLink(name="IES Norte", type=PartnerType.VET, kind=TieKind.DUAL_TRAINING),)
    assert (response.people_total, response.paid_training, response.barrier) == (120, True, Barrier.TIME)
    assert (response.consent_contact, response.consent_naming) == (False, None)
    assert (response.offers, response.remarks, response.respondent_role) == (("interns",), "two\nlines", "HR")


def test_unclear_numbers_are_kept_as_text_and_listed_with_their_cell(tmp_path):
    path = write_filled(
        tmp_path / "form.xlsx",
        {**ONE_NEED, "need_1_short_12m": "3–4", "need_1_joint_people": -2, "people_total": "ca. 50"},
    )

    outcome = read_one(path)

    need = outcome.response.needs[0]
    found = {problem.field: problem for problem in outcome.problems}
    assert outcome.state is ImportState.PARTIAL
    assert (need.short_now, need.short_12m, need.joint_people) == (2, None, None)
    assert outcome.response.people_total == 50
    assert (found["need_1_short_12m"].code, found["need_1_short_12m"].found) == ("number_range", "3–4")
    assert (found["need_1_short_12m"].sheet, found["need_1_short_12m"].cell) == ("Skills form", "G9")
    assert found["need_1_joint_people"].code == "number_negative"
    assert (found["people_total"].code, found["people_total"].done) == ("number_corrected", "corrected")
    assert outcome.response.raw["need_1_short_12m"] == "3–4"


def test_a_form_whose_values_were_all_understood_is_accepted_with_notes(tmp_path):
    path = write_filled(tmp_path / "form.xlsx", {**ONE_NEED, "need_1_short_now": "≈ 5", "paid_training": "x"})

    outcome = read_one(path)

    assert outcome.state is ImportState.ACCEPTED
    assert codes(outcome) == ["number_corrected", "choice_corrected"]
    assert (outcome.response.needs[0].short_now, outcome.response.paid_training) == (5, True)


def test_a_date_that_a_range_was_turned_into_is_not_taken_for_a_number(tmp_path):
    path = write_filled(tmp_path / "form.xlsx", {**ONE_NEED, "need_1_short_now": date(2026, 4, 3)})

    outcome = read_one(path)

    assert (codes(outcome), outcome.response.needs[0].short_now) == (["number_date"], None)
    assert outcome.problems[0].found == "2026-04-03"


def test_answers_are_found_wherever_rows_and_sheets_moved_them(tmp_path):
    path = write_filled(tmp_path / "form.xlsx", FULL)
    expected = read_one(path).response
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    workbook.create_sheet("Notes", 0)["A1"] = "our own notes"
    sheet.title = "Renamed, moved"
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    sheet.move_range("A1:N50", rows=7, cols=3)
    for name in workbook.defined_names.values():
        cell = sheet[name.attr_text.rpartition("!")[2].replace("$", "")]
        moved = cell.offset(row=7, column=3)
        name.attr_text = f"'Renamed, moved'!${moved.column_letter}${moved.row}"
    workbook.save(path)

    outcome = read_one(path)

    assert outcome.state is ImportState.ACCEPTED
    # The note on the sheet of their own belongs to no question; it is kept beside the answers.
    assert outcome.response.raw == expected.raw | {"Notes!A1": "our own notes"}
    assert outcome.response.needs == expected.needs


@pytest.mark.parametrize("language", [ENGLISH, SPANISH])
def test_answers_are_found_by_their_questions_when_names_were_lost(tmp_path, language):
    path = write_filled(tmp_path / "form.xlsx", FULL, language=language)
    expected = read_one(path).response

    outcome = read_one(without_names(path))

    assert outcome.state is ImportState.ACCEPTED
    assert outcome.response.raw == expected.raw
    assert outcome.response.needs == expected.needs


def test_an_answer_under_merged_cells_is_read_from_their_first_cell(tmp_path):
    path = write_filled(tmp_path / "form.xlsx", ONE_NEED)
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    sheet["C10"] = "Merged skill"
    sheet.merge_cells("C10:D10")
    workbook.defined_names["need_2_skill"].attr_text = "'Skills form'!$D$10"
    workbook.save(path)

    outcome = read_one(path)

    assert [need.skill_text for need in outcome.response.needs] == ["TIG welding", "Merged skill"]


def test_a_formula_gives_its_stored_result_and_none_without_one(tmp_path):
    path = write_filled(tmp_path / "form.xlsx", {**ONE_NEED, "need_1_short_12m": "=SUM(1,2)"})

    unsaved = read_one(path)
    (saved_path,) = resaved([path], tmp_path / "office")
    saved = read_one(saved_path)

    assert (codes(unsaved), unsaved.response.needs[0].short_12m) == (["formula_without_result"], None)
    assert (codes(saved), saved.response.needs[0].short_12m) == (["formula_used"], 3)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls", "csv"])
def test_forms_saved_by_libreoffice_read_the_same(tmp_path, kind):
    sent = tmp_path / "sent"
    sent.mkdir()
    answers = [FULL, ONE_NEED, {**FULL, "need_2_short_12m": "3-4 people", "remarks": '=1+1; "quoted", ok'}]
    paths = [
        write_filled(sent / f"{member.code}.xlsx", filled, member=member, language=language)
        for member, filled, language in zip(members(), answers, [ENGLISH, SPANISH, ENGLISH], strict=True)
    ]
    expected = read_forms(paths, snapshot(), received_at=NOON)

    outcomes = read_forms(resaved(paths, tmp_path / kind, kind=kind), snapshot(), received_at=NOON)

    assert [outcome.state for outcome in outcomes] == [outcome.state for outcome in expected]
    for outcome, before in zip(outcomes, expected, strict=True):
        assert outcome.response.raw == before.response.raw
        assert outcome.response.needs == before.response.needs
        assert [(p.code, p.cell) for p in outcome.problems] == [(p.code, p.cell) for p in before.problems]


def test_a_form_returned_blank_counts_as_answered_with_a_note(tmp_path):
    outcome = read_one(write_filled(tmp_path / "form.xlsx", {}))

    assert outcome.state is ImportState.ACCEPTED
    assert codes(outcome) == ["form_empty"]
    assert outcome.response.state is ResponseState.ACCEPTED


def test_a_need_without_any_figure_is_taken_and_said_so(tmp_path):
    outcome = read_one(write_filled(tmp_path / "form.xlsx", {"need_1_skill": "Welding"}))

    assert outcome.state is ImportState.PARTIAL
    assert [(p.code, p.done) for p in outcome.problems] == [("figure_missing", "need_taken")]
    assert outcome.needs == 1


def test_answers_without_a_skill_are_kept_in_the_raw_answers(tmp_path):
    outcome = read_one(write_filled(tmp_path / "form.xlsx", {**ONE_NEED, "need_3_short_now": 5}))

    assert (outcome.state, outcome.needs, codes(outcome)) == (ImportState.PARTIAL, 1, ["need_without_skill"])
    assert outcome.response.raw["need_3_short_now"] == "5"


def test_a_reason_without_a_failed_hire_is_kept_with_a_note(tmp_path):
    path = write_filled(tmp_path / "form.xlsx", {**ONE_NEED, "need_1_hiring_reason": "hiring_reason.conditions"})

    outcome = read_one(path)

    assert (outcome.state, codes(outcome)) == (ImportState.ACCEPTED, ["reason_without_hire"])
    assert outcome.response.needs[0].hiring_reasons == (HiringReason.CONDITIONS,)


def test_several_reasons_in_one_cell_are_all_taken(tmp_path):
    answers = {**ONE_NEED, "need_1_hiring": "not_filled", "need_1_hiring_reason": "few_applicants; pay or conditions"}

    outcome = read_one(write_filled(tmp_path / "form.xlsx", answers))

    assert outcome.response.needs[0].hiring_reasons == (HiringReason.FEW_APPLICANTS, HiringReason.CONDITIONS)
    assert outcome.problems == ()


def test_words_of_another_language_and_keys_are_understood(tmp_path):
    spanish = load_texts("es").get("consequence.delays")
    answers = {**ONE_NEED, "need_1_consequence": spanish, "need_1_level": "expert", "barrier": "nonsense words"}

    outcome = read_one(write_filled(tmp_path / "form.xlsx", answers, language=ENGLISH))

    assert (outcome.response.needs[0].consequence, outcome.response.needs[0].level) == ("delays", "expert")
    assert (codes(outcome), outcome.response.barrier) == (["choice_unknown"], None)


def test_the_same_folder_a_second_time_changes_nothing(tmp_path):
    folder = tmp_path / "returned"
    folder.mkdir()
    for member in members():
        write_filled(folder / f"{member.code}.xlsx", ONE_NEED, member=member)
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7 a scan")
    first = read_forms([folder], snapshot(), received_at=NOON)
    taken = tuple(outcome.response for outcome in first if outcome.response)
    kept = {outcome.attachment.sha256 for outcome in first if outcome.attachment}

    second = read_forms([folder], snapshot(responses=taken), known_attachments=kept)

    assert [outcome.state for outcome in first] == [ImportState.ACCEPTED] * 3 + [ImportState.ATTACHMENT]
    assert {outcome.state for outcome in second} == {ImportState.DUPLICATE}
    assert [outcome.member for outcome in second] == ["M001", "M002", "M003", None]
    assert all(outcome.problems for outcome in second)


def test_the_same_answers_saved_anew_are_a_duplicate(tmp_path):
    path = write_filled(tmp_path / "form.xlsx", ONE_NEED)
    taken = read_one(path).response

    outcome = read_one(saved_anew(path, path), snapshot(responses=(taken,)))

    assert (outcome.state, codes(outcome)) == (ImportState.DUPLICATE, ["same_answers"])


def answered_with(tmp_path, name, figure):
    """Return the answer in a file of its own that says ``figure``."""
    path = write_filled(tmp_path / f"{name}.xlsx", {**ONE_NEED, "need_1_short_now": figure})
    return path, read_forms([path], snapshot())[0].response


def test_the_latest_answer_waits_even_if_it_equals_one_that_was_replaced(tmp_path):
    (path, first), (_, second) = answered_with(tmp_path, "one", 2), answered_with(tmp_path, "two", 3)
    recorded = snapshot(responses=(dataclasses.replace(first, state=ResponseState.SUPERSEDED), second))

    outcome = read_one(saved_anew(path, tmp_path / "three.xlsx"), recorded)

    assert outcome.state is ImportState.TO_CHECK
    assert codes(outcome)[0].startswith("second_version")
    assert outcome.response.needs[0].short_now == 2


def test_answers_that_were_set_aside_do_not_count_when_they_come_back_in_another_file(tmp_path):
    path, first = answered_with(tmp_path, "one", 2)
    recorded = snapshot(responses=(dataclasses.replace(first, state=ResponseState.SUPERSEDED),))

    outcome = read_one(saved_anew(path, tmp_path / "copy.xlsx"), recorded)
    same_file = read_one(path, recorded)

    assert (outcome.state, codes(outcome)) == (ImportState.TO_CHECK, ["set_aside_before"])
    assert (same_file.state, codes(same_file)) == (ImportState.DUPLICATE, ["same_file"])


def test_a_second_different_version_of_a_member_waits(tmp_path):
    write_filled(tmp_path / "a.xlsx", ONE_NEED)
    write_filled(tmp_path / "b.xlsx", {**ONE_NEED, "need_1_short_now": 9})
    write_filled(tmp_path / "c.xlsx", ONE_NEED)

    first, second, third = read_forms([tmp_path], snapshot())

    assert (first.state, second.state, third.state) == (
        ImportState.ACCEPTED,
        ImportState.TO_CHECK,
        ImportState.DUPLICATE,
    )
    assert codes(second)[0].startswith("second_version")
    assert (second.member, second.response.state) == ("M001", ResponseState.TO_CHECK)


@pytest.mark.parametrize("year", [2000, 2100])
def test_when_an_answer_was_received_does_not_make_another_newer_or_older(tmp_path, year):
    recorded = read_one(write_filled(tmp_path / "first.xlsx", ONE_NEED)).response
    recorded = dataclasses.replace(recorded, received_at=datetime(year, 1, 1, tzinfo=UTC))
    second = write_filled(tmp_path / "second.xlsx", {**ONE_NEED, "need_1_short_now": 9})

    outcome = read_one(second, snapshot(responses=(recorded,)))

    assert (outcome.state, codes(outcome)) == (ImportState.TO_CHECK, ["second_version"])


@pytest.mark.parametrize(("year", "code"), [(2000, "second_version_older"), (2100, "second_version_newer")])
def test_of_two_versions_that_come_in_together_the_later_saved_is_told(tmp_path, year, code):
    write_filled(tmp_path / "a.xlsx", ONE_NEED)
    path = write_filled(tmp_path / "b.xlsx", {**ONE_NEED, "need_1_short_now": 9})
    saved_in(path, year)

    _, outcome = read_forms([tmp_path], snapshot())

    assert codes(outcome) == [code]


def saved_in(path, year):
    """Let the form say that it was saved in ``year`` (openpyxl always writes the present)."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    moment = rb"(<dcterms:modified[^>]*>)\d{4}"
    parts["docProps/core.xml"] = re.sub(moment, rb"\g<1>%d" % year, parts["docProps/core.xml"])
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_forms_of_other_assessments_and_unknown_members_wait(tmp_path):
    other = write_filled(tmp_path / "other.xlsx", ONE_NEED, assessment="somewhere else")
    stranger = dataclasses.replace(members(1)[0], code="M999", name="Nobody")
    unknown = write_filled(tmp_path / "unknown.xlsx", ONE_NEED, member=stranger)

    foreign, unknown_member = read_forms([other, unknown], snapshot())

    assert (foreign.state, codes(foreign), foreign.member) == (ImportState.TO_CHECK, ["other_assessment"], None)
    assert (unknown_member.state, codes(unknown_member)) == (ImportState.TO_CHECK, ["member_unknown"])
    assert unknown_member.response.needs[0].skill_text == "TIG welding"


def test_a_form_with_the_code_of_one_member_and_the_name_of_another_waits(tmp_path):
    path = write_filled(tmp_path / "form.xlsx", {**ONE_NEED, "organisation": "Taller 2"})

    outcome = read_one(path)

    assert (outcome.state, codes(outcome)) == (ImportState.TO_CHECK, ["name_of_other_member"])


@pytest.mark.parametrize(
    ("organisation", "expected"),
    [
        (None, ["organisation_missing"]),
        ("Somebody else", ["organisation_differs"]),
        ("Taller 12", ["organisation_differs"]),
    ],
)
def test_a_code_without_the_name_that_belongs_to_it_waits(tmp_path, organisation, expected):
    path = write_filled(tmp_path / "form.xlsx", {**ONE_NEED, "organisation": organisation})

    outcome = read_one(path)

    assert (outcome.state, outcome.member, codes(outcome)) == (ImportState.TO_CHECK, "M001", expected)
    assert outcome.response.state is ResponseState.TO_CHECK


@pytest.mark.parametrize("organisation", ["TALLER 1", "Taller 1, S. L.", "Grupo Taller 1"])
def test_a_name_written_in_another_way_counts(tmp_path, organisation):
    path = write_filled(tmp_path / "form.xlsx", {**ONE_NEED, "organisation": organisation})

    assert read_one(path).state is ImportState.ACCEPTED


@pytest.mark.parametrize(("organisation", "state"), [("Norte", ImportState.ACCEPTED), ("Taller", ImportState.TO_CHECK)])
def test_a_part_of_a_name_counts_where_only_one_member_has_it(tmp_path, organisation, state):
    first, *others = members()
    assessment = snapshot(members=(dataclasses.replace(first, name="Taller Norte"), *others))
    path = write_filled(tmp_path / "form.xlsx", {**ONE_NEED, "organisation": organisation})

    assert read_one(path, assessment).state is state


def test_a_blank_form_is_given_to_the_member_it_names(tmp_path):
    path = write_filled(tmp_path / "form.xlsx", {**ONE_NEED, "organisation": "TALLER  2", "member_code": None})

    outcome = read_one(path)

    assert (outcome.state, outcome.member, codes(outcome)) == (ImportState.ACCEPTED, "M002", ["member_by_name"])


def test_a_form_of_a_newer_version_waits(tmp_path):
    outcome = read_one(write_filled(tmp_path / "form.xlsx", {**ONE_NEED, "form_version": str(FORM_VERSION + 1)}))

    assert (outcome.state, codes(outcome)) == (ImportState.TO_CHECK, ["form_newer"])


def test_one_bad_file_among_many_costs_that_file_only(tmp_path):
    folder = tmp_path / "in" / "deeper"
    folder.mkdir(parents=True)
    write_filled(folder / "good.xlsx", ONE_NEED)
    (folder / "broken.xlsx").write_bytes((folder / "good.xlsx").read_bytes()[:3000])
    (folder / "empty.xlsx").touch()
    (folder / "list.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    (folder / "page.xls").write_text("<html><table><tr><td>1</td></tr></table></html>", encoding="utf-8")
    (folder / "photo.jpeg").write_bytes(b"\xff\xd8\xff\xe0 photo")
    (folder / "~$good.xlsx").write_bytes(b"lock")
    (folder / ".~lock.good.xlsx#").write_bytes(b"lock")
    (folder / ".hidden.xlsx").write_bytes(b"x")

    outcomes = read_forms([tmp_path / "in"], snapshot())

    assert [(outcome.path.rpartition("/")[2], outcome.state.value, codes(outcome)) for outcome in outcomes] == [
        ("broken.xlsx", "unreadable", ["damaged"]),
        ("empty.xlsx", "unreadable", ["empty_file"]),
        ("good.xlsx", "accepted", []),
        ("list.csv", "not_a_form", ["not_a_form"]),
        ("page.xls", "not_a_form", ["web_page"]),
        ("photo.jpeg", "attachment", ["attachment_kept"]),
    ]
    assert outcomes[-1].attachment.media_type == "image/jpeg"


def test_a_file_named_twice_gets_one_outcome(tmp_path):
    path = write_filled(tmp_path / "form.xlsx", ONE_NEED)

    assert len(read_forms([path, tmp_path], snapshot())) == 1


def test_a_missing_path_is_named_before_anything_is_read(tmp_path):
    with pytest.raises(FastmapError) as error:
        read_forms([tmp_path / "nowhere", tmp_path / "gone.xlsx"], snapshot())

    assert error.value.code == "path_missing"
    assert len(error.value.facts["paths"]) == 2


def test_control_characters_are_taken_out_with_a_note(tmp_path):
    path = tmp_path / "form.csv"
    labels = load_texts("en")
    header = [labels.get(f"form.label.{key}") for key in ("skill", "short_now", "consequence", "hiring", "barrier")]
    path.write_text(
        f"form_id;0f3c-test\nMember code\nM001\norganisation;Taller 1\n{';'.join(header)}\nWeld\x07ing;3;;;\n",
        encoding="utf-8",
    )

    outcome = read_one(path)

    assert [need.skill_text for need in outcome.response.needs] == ["Welding"]
    assert codes(outcome) == ["text_cleaned"]
    assert outcome.response.raw["need_1_skill"] == "Weld\x07ing"


def test_macros_are_noted_and_the_answers_taken(tmp_path):
    import zipfile

    path = write_filled(tmp_path / "form.xlsm", ONE_NEED)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("xl/vbaProject.bin", b"macro")

    outcome = read_one(path)

    assert (outcome.state, codes(outcome)) == (ImportState.ACCEPTED, ["macros_ignored"])


def test_progress_is_told_and_cancelling_stops(tmp_path):
    for member in members():
        write_filled(tmp_path / f"{member.code}.xlsx", ONE_NEED, member=member)
    told = []

    def stop_at_two(progress):
        told.append((progress.done, progress.total))
        if progress.done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_forms([tmp_path], snapshot(), progress=stop_at_two)

    assert told == [(0, 3), (1, 3), (2, 3)]


def test_every_finding_has_its_sentence_in_every_language(tmp_path):
    answers = {**FULL, "need_1_short_now": "?", "need_2_short_12m": "2.5", "need_3_short_now": 1, "barrier": "zzz"}
    outcome = read_one(write_filled(tmp_path / "form.xlsx", answers))

    for language in shipped_languages():
        texts = load_texts(language)
        for problem in outcome.problems:
            assert texts.say(problem.facts)
            assert texts.get(f"done.{problem.done}")
        assert all(f"problem.{code}" in texts.entries for code in NOTES)


def test_ids_come_from_the_content_of_the_file(tmp_path):
    path = write_filled(tmp_path / "form.xlsx", ONE_NEED)
    (tmp_path / "copy").mkdir()
    copy = tmp_path / "copy" / "renamed.xlsx"
    copy.write_bytes(path.read_bytes())

    assert read_one(path).response.id == read_one(copy).response.id


def test_setting_every_field_reaches_every_field(tmp_path):
    path = write_filled(tmp_path / "form.xlsx", {})
    workbook = openpyxl.load_workbook(path)
    for number, field in enumerate(FIELDS):
        if field.name not in {"form_id", "form_version", "member_code", "organisation"}:
            set_answer(workbook, field.name, f"text {number}")
    workbook.save(path)

    raw = read_one(path).response.raw

    assert {name: value for name, value in raw.items() if value.startswith("text")} == {
        field.name: f"text {number}"
        for number, field in enumerate(FIELDS)
        if field.name not in {"form_id", "form_version", "member_code", "organisation"}
    }


def test_more_people_short_than_any_site_has_are_not_counted(tmp_path):
    path = write_filled(
        tmp_path / "a.xlsx", {"need_1_skill": "No need", "need_1_short_now": 99_999, "people_total": 99_999}
    )

    (outcome,) = read_forms([path], snapshot())

    assert "number_too_large" in codes(outcome)
    assert outcome.response.needs[0].short_now is None
    assert outcome.response.people_total == 99_999
