"""Lines that a form brings along from the last round: shown as such, and counted only when somebody says so."""

import openpyxl
import pytest

from exports.forms import write_form
from exports.forms_sending import write_forms
from exports.forms_style import EARLIER
from fastmap.catalogue.texts import form_languages, load_texts
from fastmap.intake.form_content import EarlierNeed, FormContent
from fastmap.intake.form_prefilled import SentLines
from fastmap.intake.forms import read_forms
from fastmap.model.choices import ImportState, NeedLevel
from tests.support.returned_forms import ASSESSMENT, codes, members, resaved, set_answer, snapshot

EARLIER_NEEDS = (
    EarlierNeed(skill_text="TIG welding", job="Welder", level=NeedLevel.EXPERT),
    EarlierNeed(skill_text="PLC programming"),
    EarlierNeed(skill_text='=HYPERLINK("http://x")', level=NeedLevel.BASIC),
    EarlierNeed(skill_text="<b>ñandú</b> " + "x" * 300),
)


def content(language="en", earlier=EARLIER_NEEDS):
    return FormContent(
        assessment_id=ASSESSMENT,
        title="Round 2",
        cluster="Metal",
        language=language,
        member=members(1)[0],
        earlier=earlier,
    )


def sent(path, answers=None, *, language="en", earlier=EARLIER_NEEDS):
    write_form(path, content=content(language, earlier), texts=load_texts(language))
    workbook = openpyxl.load_workbook(path)
    for name, answer in (answers or {}).items():
        set_answer(workbook, name, answer)
    workbook.save(path)
    return path


def read(path):
    (outcome,) = read_forms([path], snapshot())
    return outcome


@pytest.mark.parametrize("language", form_languages())
def test_lines_that_come_back_as_they_were_sent_count_for_nothing(tmp_path, language):
    outcome = read(sent(tmp_path / "form.xlsx", {"need_2_short_now": 3}, language=language))

    assert outcome.state is ImportState.ACCEPTED
    assert codes(outcome) == ["need_from_last_round"] * 3
    assert [(need.row, need.skill_text, need.short_now) for need in outcome.response.needs] == [
        (2, "PLC programming", 3)
    ]
    assert outcome.response.raw["need_1_skill"] == "TIG welding"


def test_a_form_that_nobody_touched_counts_as_an_empty_one(tmp_path):
    outcome = read(sent(tmp_path / "form.xlsx"))

    assert (outcome.state, outcome.needs) == (ImportState.ACCEPTED, 0)
    assert codes(outcome) == ["form_empty"] + ["need_from_last_round"] * 4


@pytest.mark.parametrize(
    "answers",
    [
        {"need_1_skill": "TIG welding of aluminium"},
        {"need_1_job": "Foreman"},
        {"need_1_level": "basic"},
        {"need_1_level": None},
        {"need_1_consequence": "work stops"},
        {"need_1_hiring": "zzz"},
        {"need_1_short_12m": 2},
    ],
)
def test_a_line_that_somebody_touched_is_an_answer(tmp_path, answers):
    outcome = read(sent(tmp_path / "form.xlsx", answers, earlier=EARLIER_NEEDS[:1]))

    assert "need_from_last_round" not in codes(outcome)
    assert [need.row for need in outcome.response.needs] == [1]


def test_a_skill_that_was_cleared_takes_its_line_with_it(tmp_path):
    outcome = read(
        sent(tmp_path / "form.xlsx", {"need_1_skill": None, "need_2_skill": "Milling", "need_2_short_now": 1})
    )

    assert outcome.state is ImportState.ACCEPTED
    assert [need.skill_text for need in outcome.response.needs] == ["Milling"]


def test_a_line_moved_to_another_row_is_still_the_line_that_was_sent(tmp_path):
    outcome = read(sent(tmp_path / "form.xlsx", {"need_2_skill": None, "need_6_skill": "plc  Programming"}))

    assert outcome.needs == 0


def test_the_marks_survive_another_program_and_the_loss_of_all_names(tmp_path):
    (tmp_path / "sent").mkdir()
    path = sent(tmp_path / "sent" / "form.xlsx", {"need_2_short_now": 3})
    for kind in ("ods", "csv"):
        (again,) = resaved([path], tmp_path / kind, kind=kind)
        outcome = read(again)
        assert [need.skill_text for need in outcome.response.needs] == ["PLC programming"], kind


def test_what_comes_from_the_last_round_is_shown_as_such_and_stays_text(tmp_path):
    workbook = openpyxl.load_workbook(sent(tmp_path / "form.xlsx"))
    sheet = workbook.worksheets[0]

    skills = [sheet[f"C{row}"] for row in range(9, 14)]
    assert [cell.value for cell in skills[:4]] == [need.skill_text for need in EARLIER_NEEDS]
    assert all(cell.data_type == "s" and cell.font.italic and not cell.protection.locked for cell in skills[:4])
    assert {cell.fill.start_color.rgb for cell in skills[:4]} == {EARLIER}
    assert skills[4].fill.start_color.rgb != EARLIER
    assert sheet["E9"].value == "expert"
    assert [sheet[f"F{row}"].value for row in range(9, 13)] == [None] * 4
    assert sheet["E7"].value == load_texts("en").get("form.from_last_time")
    assert not sheet._hyperlinks


def test_forms_without_earlier_needs_are_those_that_older_programs_read(tmp_path):
    workbook = openpyxl.load_workbook(sent(tmp_path / "form.xlsx", earlier=()))

    assert "prefilled" not in workbook.defined_names
    assert workbook.worksheets[0]["F1"].value == "1"
    assert openpyxl.load_workbook(sent(tmp_path / "second.xlsx")).worksheets[0]["F1"].value == "2"


def test_untouched_forms_of_an_earlier_attempt_are_written_anew(tmp_path):
    (path,) = write_forms([content()], tmp_path)

    assert write_forms([content()], tmp_path) == (path,)


def test_marks_are_read_as_they_were_written():
    lines = SentLines.of(EARLIER_NEEDS)

    assert SentLines.read(lines.written()) == lines
    assert SentLines.read("nonsense 123 =1+1") == SentLines()
    assert not SentLines.read("").has({"skill": "x"}, {"skill"})
