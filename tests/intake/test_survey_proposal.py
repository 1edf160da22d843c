"""What the assistant proposes for exports of the usual survey tools, and what it keeps of a person's choices."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fastmap.intake.safe_reading import SheetCells
from fastmap.intake.survey import read_survey, take_answers
from fastmap.intake.survey_guessing import likely_counted
from fastmap.intake.survey_judging import SheetKind, kind_of_sheet
from fastmap.intake.survey_mapping import RatedColumns, SkillColumn, SurveyMapping
from fastmap.intake.survey_mapping_reading import load_mapping
from fastmap.intake.survey_mapping_writing import mapping_as_toml
from fastmap.intake.survey_memory import fingerprint, plan_from, recall, remember
from fastmap.intake.survey_plan import Role, mapping_of
from fastmap.intake.survey_proposal import planned, propose_plan
from fastmap.intake.survey_table import likely_headers, overview_of, table_under, whole_sheet
from tests.support.returned_forms import snapshot

REAL = Path(__file__).parents[3] / "shared" / "data" / "realworld"
MAPPINGS = Path(__file__).parents[1] / "data" / "intake"
needs_real_files = pytest.mark.skipif(
    not REAL.is_dir(), reason="the public survey files lie beside the repository, and not here"
)


def text_file(tmp_path, rows, *, delimiter=",", encoding="utf-8", name="export.csv"):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    path = tmp_path / name
    path.write_bytes(out.getvalue().encode(encoding))
    return path


def opened(path, sheet=None, **options):
    reading = whole_sheet(path, sheet, **options)
    return reading, table_under(reading.sheets[0], *likely_headers(reading.sheets[0]))


def proposed(path, known=None):
    reading, table = opened(path)
    return reading, table, propose_plan(table, "Survey", known or snapshot())


def roles(plan):
    return {column.header: column.role.value for column in plan.columns if column.role is not Role.IGNORED}


def needs(path, known=None):
    """Skills of every answer, under what is proposed."""
    reading, _, plan = proposed(path, known)
    outcome = take_answers(reading, mapping_of(plan), known or snapshot(), path.name)
    return [[need.skill_text for need in response.needs] for response in outcome.responses]


# --- tools ------------------------------------------------------------------------------------------------------------


def test_microsoft_forms_with_semicolons_and_the_name_of_the_firm(tmp_path):
    path = text_file(
        tmp_path,
        [
            [
                "ID",
                "Start time",
                "Completion time",
                "Email",
                "Name",
                "Name of your company",
                "Which skills are you missing?",
                "Employees",
            ],
            [
                "1",
                "2026-03-01 09:00",
                "2026-03-01 09:04",
                "anonymous",
                "",
                "Taller 1",
                "Welding;PLC programming;",
                "12",
            ],
            ["2", "2026-03-01 10:00", "2026-03-01 10:04", "anonymous", "", "Nova", "PLC programming;", "40"],
            ["3", "2026-03-01 11:00", "2026-03-01 11:04", "anonymous", "", "Forja Sur", "Welding;", "7"],
        ],
    )
    _, _, plan = proposed(path)

    assert roles(plan) == {
        "ID": "respondent_id",
        "Completion time": "received",
        "Name of your company": "member_name",
        "Which skills are you missing?": "skill",
        "Employees": "people_total",
    }
    assert needs(path) == [["Welding", "PLC programming"], ["PLC programming"], ["Welding"]]


def test_google_forms_with_commas_and_a_grid_of_ratings(tmp_path):
    path = text_file(
        tmp_path,
        [
            [
                "Marca temporal",
                "Empresa",
                "¿Qué competencias le faltan?",
                "¿Cuánto necesita formación en…? [Soldadura]",
                "¿Cuánto necesita formación en…? [PLC]",
            ],
            ["2026/03/18 9:41:07 a.m. CET", "Uno", "Soldadura, Inglés", "Mucho", "Nada"],
            ["2026/03/18 10:00:00 a.m. CET", "Dos", "Inglés", "Poco", "Muy alto"],
            ["2026/03/18 11:00:00 a.m. CET", "Tres", "Soldadura, Hojas de cálculo", "Nada", "Mucho"],
        ],
    )

    _, _, plan = proposed(path)

    assert plan.languages == ("es",)
    assert needs(path) == [["Soldadura", "Inglés"], ["Inglés", "PLC"], ["Soldadura", "Hojas de cálculo", "PLC"]]


def test_limesurvey_with_one_column_per_option(tmp_path):
    question = "Welche Kompetenzen fehlen Ihnen?"
    path = text_file(
        tmp_path,
        [
            [
                "id",
                "submitdate",
                "startlanguage",
                "firma. Unternehmen",
                f"komp[SQ001]. {question} [Schweißen]",
                f"komp[SQ002]. {question} [CNC]",
                f"komp[other]. {question} [Sonstiges]",
            ],
            ["1", "2026-03-01 09:00:00", "de", "A GmbH", "Ja", "Nein", ""],
            ["2", "2026-03-01 09:10:00", "de", "B GmbH", "Ja", "Ja", "Elektronik"],
        ],
        delimiter=";",
    )
    _, _, plan = proposed(path)

    assert needs(path) == [["Schweißen"], ["Elektronik", "Schweißen", "CNC"]]
    assert roles(plan)["startlanguage"] == "language"
    assert roles(plan)["firma. Unternehmen"] == "member_name"


def test_options_named_by_codes_alone_wait_for_a_name(tmp_path):
    path = text_file(
        tmp_path, [["id", "skills_needed[SQ001]", "skills_needed[SQ002]"], ["1", "Y", "N"], ["2", "N", "Y"]]
    )
    _, _, plan = proposed(path)

    assert [(column.role, column.is_sure, column.skill) for column in plan.columns[1:]] == [
        (Role.RATED, False, "SQ001"),
        (Role.RATED, False, "SQ002"),
    ]


def test_kobo_with_joined_codes_and_a_column_per_code(tmp_path):
    path = text_file(
        tmp_path,
        [
            [
                "start",
                "company",
                "skills_needed",
                "skills_needed/plc",
                "skills_needed/cnc_milling",
                "_id",
                "_submission_time",
            ],
            ["2026-03-01T09:00:00", "Uno", "plc cnc_milling", "1", "1", "11", "2026-03-01T09:05:00"],
            ["2026-03-01T09:10:00", "Dos", "plc", "1", "0", "12", "2026-03-01T09:15:00"],
        ],
    )

    assert needs(path) == [["plc", "cnc milling"], ["plc"]]


def test_joined_codes_alone_are_split_at_blanks(tmp_path):
    rows = [["company", "skills_needed"], ["Uno", "plc cnc_milling"], ["Dos", "plc"], ["Tres", "cnc_milling plc"]]
    path = text_file(tmp_path, rows)

    assert needs(path) == [["plc", "cnc_milling"], ["plc"], ["cnc_milling", "plc"]]


def test_figures_stand_beside_the_skill_before_them(tmp_path):
    header = ["Company"]
    for number in ("first", "second"):
        header += [
            f"The {number} skill you lack",
            "How many people are you short of today?",
            "And how many people in 12 months?",
        ]
    path = text_file(
        tmp_path, [header, ["Uno", "Welding", "2", "4", "PLC", "", "1"], ["Dos", "Robots", "1", "1", "", "", ""]]
    )
    reading, _, plan = proposed(path)

    outcome = take_answers(reading, mapping_of(plan), snapshot(), path.name)

    assert [(n.skill_text, n.short_now, n.short_12m) for n in outcome.responses[0].needs] == [
        ("Welding", 2, 4),
        ("PLC", None, 1),
    ]
    assert [(n.skill_text, n.short_now, n.short_12m) for n in outcome.responses[1].needs] == [("Robots", 1, 1)]


def test_known_members_are_recognised_by_code_or_name_whatever_the_header(tmp_path):
    by_code = text_file(tmp_path, [["X", "Skills needed"], ["M001", "Welding"], ["M003", "PLC"]], name="a.csv")
    by_name = text_file(tmp_path, [["X", "Skills needed"], ["taller 1", "Welding"], ["Taller 2", "PLC"]], name="b.csv")

    assert roles(proposed(by_code)[2])["X"] == "member_code"
    assert roles(proposed(by_name)[2])["X"] == "member_name"


# --- how a file is written --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "delimiter", "found"),
    [("utf-8", ";", "utf-8"), ("utf-8-sig", "\t", "utf-8"), ("utf-16", ",", "utf-16"), ("cp1252", ";", "cp1252")],
)
def test_encodings_and_delimiters_are_found(tmp_path, encoding, delimiter, found):
    rows = [["Compañía", "Competencias que faltan"], ["Peña", "Señalización"], ["Ñandú", "Soldadura"]]
    path = text_file(tmp_path, rows, delimiter=delimiter, encoding=encoding)
    reading = overview_of(path)

    assert (reading.encoding, reading.delimiter) == (found, delimiter)
    assert needs(path) == [["Señalización"], ["Soldadura"]]


def test_a_wrong_guess_of_the_encoding_can_be_corrected(tmp_path):
    path = text_file(tmp_path, [["Empresa", "Competencias"], ["Peña", "diseño"]], delimiter=";", encoding="mac-roman")

    reading = whole_sheet(path, None, encoding="mac-roman", delimiter=";")

    assert reading.sheets[0].rows[1] == ["Peña", "diseño"]
    assert whole_sheet(path, None).sheets[0].rows[1] != ["Peña", "diseño"]


@pytest.mark.parametrize(("decimal", "written", "count"), [(",", "1.200", 1200), (".", "1,200", 1200), (",", "3,0", 3)])
def test_with_a_known_decimal_mark_grouped_numbers_are_numbers(tmp_path, decimal, written, count):
    path = text_file(tmp_path, [["Company", "Employees", "Skills needed"], ["Uno", written, "PLC"]], delimiter=";")
    reading, _, plan = proposed(path)

    outcome = take_answers(reading, mapping_of(replace(plan, decimal=decimal)), snapshot(), path.name)

    assert (outcome.responses[0].people_total, outcome.problems) == (count, ())


def test_the_decimal_mark_is_told_by_other_numbers_of_the_file(tmp_path):
    path = text_file(
        tmp_path,
        [["Company", "Share", "Skills needed"], ["Uno", "2,5", "PLC"], ["Dos", "1.234,75", "CNC"]],
        delimiter=";",
    )

    assert proposed(path)[2].decimal == ","


def test_headers_over_two_rows_are_joined_and_merged_ones_reach_to_the_right(tmp_path):
    path = text_file(
        tmp_path,
        [
            ["Firm", "First need", "", "Second need", ""],
            ["Company", "Skill", "People", "Skill", "People"],
            ["Uno", "PLC", "2", "CNC", "1"],
        ],
    )
    _, table = opened(path)

    assert (table.header_rows, table.first_row) == ((1, 2), 3)
    assert [column.header for column in table.columns] == [
        "Firm – Company",
        "First need – Skill",
        "First need – People",
        "Second need – Skill",
        "Second need – People",
    ]


def test_codes_questions_and_import_ids_of_qualtrics_are_no_answers(tmp_path):
    path = text_file(
        tmp_path,
        [
            ["ResponseId", "Q1", "Q2"],
            ["Response ID", "Which company do you work for?", "Which skills do you lack at the moment?"],
            ['{"ImportId":"_recordId"}', '{"ImportId":"QID1"}', '{"ImportId":"QID2"}'],
            ["R_1", "Uno", "PLC"],
            ["R_2", "Dos", "CNC"],
        ],
    )
    _, table = opened(path)

    assert (table.header_rows, table.first_row) == ((1, 2), 4)
    assert needs(path) == [["PLC"], ["CNC"]]


def test_columns_of_the_same_header_are_told_apart(tmp_path):
    path = text_file(tmp_path, [["Company", "Skill needed", "Skill needed", ""], ["Uno", "PLC", "CNC", "x"]])
    reading, table, plan = proposed(path)

    outcome = take_answers(reading, mapping_of(plan), snapshot(), path.name)

    assert [column.header for column in table.columns] == ["Company", "Skill needed", "Skill needed (2)", "Column D"]
    assert [need.skill_text for need in outcome.responses[0].needs] == ["PLC", "CNC"]


# --- ratings ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "counted"),
    [
        (
            ["Not needed", "Slightly needed", "Very needed", "Absolutely essential"],
            {"Very needed", "Absolutely essential"},
        ),
        (["gar nicht", "wenig", "mittel", "sehr", "dringend"], {"sehr", "dringend"}),
        (["1", "2", "3", "4", "5"], {"4", "5"}),
        (["0", "1"], {"1"}),
        (["sí", "no"], {"sí"}),
        (["Y", "N"], {"Y"}),
        (["x"], {"x"}),
        (["Monday", "Tuesday"], set()),
    ],
)
def test_which_ratings_count_as_a_need(answers, counted):
    assert set(likely_counted(answers, ["Welding"])) == counted


def test_an_option_that_repeats_its_own_name_counts(tmp_path):
    path = text_file(tmp_path, [["Skills you need [PLC]", "Skills you need [CNC]"], ["PLC", ""], ["", "CNC"]])

    assert needs(path) == [["PLC"], ["CNC"]]


# --- keeping ------------------------------------------------------------------------------------------------------------


def test_a_plan_as_toml_gives_the_command_line_the_same_needs(tmp_path):
    rows = [["Firma", "", "Bedarf", ""], ["Name", "Sprache", "Fehlende Kompetenzen", "Wie viele Personen heute?"]]
    rows += [["Nova", "Deutsch", "Löten; „CAD“", "1"], ["Uno", "English", 'PLC "S7"\nCNC', "zwei"]]
    path = text_file(tmp_path, rows, delimiter=";", encoding="cp1252")
    reading, table, plan = proposed(path)
    mapping = mapping_of(replace(plan, encoding="cp1252", delimiter=";"))
    (tmp_path / "map.toml").write_text(mapping_as_toml(mapping), encoding="utf-8")

    here = take_answers(reading, mapping, snapshot(), path.name)
    there = read_survey(path, tmp_path / "map.toml", snapshot())

    assert load_mapping(tmp_path / "map.toml") == mapping
    assert [response.needs for response in there.responses] == [response.needs for response in here.responses]
    assert [response.id for response in there.responses] == [response.id for response in here.responses]
    assert table.header_rows == (1, 2)
    assert here.needs == 4


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(str.strip)


@settings(max_examples=60, deadline=None)
@given(header=_TEXT, skill=_TEXT, name=_TEXT)
def test_whatever_stands_in_a_header_survives_the_file(tmp_path_factory, header, skill, name):
    mapping = SurveyMapping(
        name=name,
        languages=("en",),
        anonymous=True,
        header_rows=(2,),
        skills=(SkillColumn(column=header, split=("\n", " ")),),
        rated=(RatedColumns(names={header: skill}, values=frozenset({"x"})),),
    )
    path = tmp_path_factory.mktemp("map") / "map.toml"
    path.write_text(mapping_as_toml(mapping), encoding="utf-8", newline="")

    assert load_mapping(path) == mapping


def test_a_mapping_is_remembered_by_the_headers_and_means_the_same_plan(tmp_path):
    header = ["Company", "Training needed in [PLC]", "Training needed in [CNC]", "Hiring", "Missing skills"]
    first = text_file(
        tmp_path, [header, ["Uno", "much", "none", "tough", "Welding"], ["Dos", "none", "none", "easy", ""]]
    )
    _, table, plan = proposed(first)
    by_header = {column.header: column for column in plan.columns}
    hiring = planned(table.columns[3], Role.HIRING)
    changed = plan.changed([replace(hiring, values={"tough": "hard", "easy": "filled"}, beside=4)])
    assert by_header["Missing skills"].role is Role.SKILL

    remember(tmp_path / "known", fingerprint(table.sheet), mapping_of(changed))
    later = text_file(tmp_path, [header, ["Tres", "none", "much", "tough", "Robots"]], name="later.csv")
    _, table_later = opened(later)
    mapping = recall(tmp_path / "known", fingerprint(table_later.sheet))
    again = plan_from(mapping, table_later)

    assert mapping_of(again) == mapping_of(replace(changed, ignore=tuple(mapping.ignore)))
    assert again.columns[3].values == {"tough": "hard", "easy": "filled"}
    assert recall(tmp_path / "known", fingerprint(SheetCells(name="", rows=(["Other", "headers"],)))) is None


def test_a_damaged_memory_is_no_memory(tmp_path):
    (tmp_path / "abc.toml").write_text("[survey\n", encoding="utf-8")

    assert recall(tmp_path, "abc") is None


# --- what a sheet holds -----------------------------------------------------------------------------------------------


def test_statistics_lists_and_answers_are_told_apart():
    figures = SheetCells(name="S", rows=(["Area", "All", "Men"], *(["x", 1200 + i, 0.25] for i in range(9))))
    contents = SheetCells(
        name="C", rows=(["Contents"], [""], ["Table 1", "Vacancies"], [""], ["Table 2", "Skills"], [""], [""])
    )
    answers = SheetCells(name="A", rows=(["Company", "Skills", "People"], *(["Uno", "PLC", 2] for _ in range(9))))

    assert [kind_of_sheet(one) for one in (figures, contents, answers, SheetCells(name="E", rows=()))] == [
        SheetKind.STATISTICS,
        SheetKind.TEXT,
        SheetKind.ANSWERS,
        SheetKind.EMPTY,
    ]


def test_an_overview_holds_every_sheet_with_its_size_and_first_rows_only(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    sheet = book.create_sheet("Answers")
    for row in range(80):
        sheet.append([f"r{row}", row])
    book.save(tmp_path / "b.xlsx")

    reading = overview_of(tmp_path / "b.xlsx")

    assert [(one.name, one.size, len(one.rows)) for one in reading.sheets] == [
        ("Notes", (0, 0), 0),
        ("Answers", (80, 2), 20),
    ]
    assert len(whole_sheet(tmp_path / "b.xlsx", "Answers").sheets[0].rows) == 80


# --- public surveys ---------------------------------------------------------------------------------------------------


@needs_real_files
@pytest.mark.parametrize(
    ("file", "mapping", "languages"),
    [
        ("training_needs_survey_2026.xlsx", "training_needs_2026.toml", ("en",)),
        ("software_skills_survey_2017_canada_en_fr.csv", "software_survey_2017.toml", ("en", "fr")),
    ],
)
def test_public_surveys_need_no_correction(file, mapping, languages):
    reading, _, plan = proposed(REAL / file)
    by_hand = take_answers(reading, load_mapping(MAPPINGS / mapping), snapshot(), file)

    outcome = take_answers(reading, mapping_of(plan), snapshot(), file)

    assert plan.languages == languages
    assert all(column.is_sure for column in plan.columns)
    assert outcome.problems == ()
    assert [[n.skill_text for n in r.needs] for r in outcome.responses] == [
        [n.skill_text for n in r.needs] for r in by_hand.responses
    ]
    assert [r.language for r in outcome.responses] == [r.language for r in by_hand.responses]


@needs_real_files
def test_a_workbook_of_154_sheets_of_statistics_says_so():
    reading = overview_of(REAL / "employer_skills_survey_2019_area_tables.xlsx")

    kinds = [kind_of_sheet(sheet) for sheet in reading.sheets]

    assert len(kinds) == 154
    assert kinds.count(SheetKind.STATISTICS) == 153
    assert SheetKind.ANSWERS not in kinds
