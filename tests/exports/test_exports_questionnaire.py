"""The questionnaire for LimeSurvey and Kobo: its structure, and answers that explain themselves when they come back."""

import csv
import io
import re

import openpyxl
import pytest

from exports.questionnaire_kobo import write_kobo
from exports.questionnaire_limesurvey import answer_code, question_code, write_limesurvey
from fastmap.catalogue.texts import load_texts, shipped_languages
from fastmap.intake.form_content import FormContent
from fastmap.intake.form_definition import CHOICE_FAMILIES, FIELDS
from fastmap.intake.survey import take_answers
from fastmap.intake.survey_plan import mapping_of
from fastmap.intake.survey_proposal import propose_plan
from fastmap.intake.survey_table import likely_headers, table_under, whole_sheet
from fastmap.model.choices import Barrier, Consequence, Hiring, HiringReason, NeedLevel, PartnerType, Provision, TieKind
from fastmap.model.ids import LanguageCode
from fastmap.model.responses import NamedLink, Need, UnusedSkill
from tests.support.returned_forms import snapshot

LANGUAGES = shipped_languages()
HOSTILE = "A${need_1_skill} {TOKEN} <b>&\t=1"
ANSWERS = {
    "organisation": "Taller 2",
    "respondent_role": "HR",
    "need_1_skill": "TIG welding, MIG welding",
    "need_1_job": "Welder",
    "need_1_level": NeedLevel.EXPERT,
    "need_1_short_now": 2,
    "need_1_short_12m": 4,
    "need_1_short_36m": 6,
    "need_1_consequence": Consequence.ORDERS,
    "need_1_hiring": Hiring.NOT_FILLED,
    "need_1_hiring_reason": HiringReason.FEW_APPLICANTS,
    "need_1_provision": Provision.NOT_LOOKED,
    "need_1_joint_people": 3,
    "need_2_skill": "PLC programming",
    "need_2_short_12m": 1,
    "people_total": 120,
    "paid_training": True,
    "barrier": Barrier.INFORMATION,
    "consent_contact": True,
    "consent_naming": False,
    "link_1_name": "IES Norte",
    "link_1_type": PartnerType.VET,
    "link_1_kind": TieKind.DUAL_TRAINING,
    "unused_1_skill": "Forging",
    "unused_1_people": 5,
    "offer_interns": True,
    "offer_trainer": False,
    "remarks": "two\nlines",
}


def contents(cluster="Cluster"):
    return [
        FormContent(assessment_id="id-1", title="Round", cluster=cluster, language=LanguageCode(code))
        for code in LANGUAGES
    ]


def limesurvey(tmp_path, cluster="Cluster"):
    write_limesurvey(tmp_path / "q.txt", contents(cluster))
    text = (tmp_path / "q.txt").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter="\t"))


def kobo(tmp_path, cluster="Cluster"):
    write_kobo(tmp_path / "q.xlsx", contents(cluster))
    book = openpyxl.load_workbook(tmp_path / "q.xlsx")
    sheets = {}
    for sheet in book:
        header, *rows = sheet.iter_rows(values_only=True)
        sheets[sheet.title] = [dict(zip(header, row, strict=True)) for row in rows]
    return sheets


def test_limesurvey_has_every_question_in_every_language_with_codes_it_takes(tmp_path):
    lines = limesurvey(tmp_path)
    wanted = {question_code(one.name) for one in FIELDS if one.name not in ("form_id", "form_version", "language")}

    for language in LANGUAGES:
        asked = [line["name"] for line in lines if line["class"] == "Q" and line["language"] == language]
        assert set(asked) == wanted
        assert len(asked) == len(set(asked))
    codes = [line["name"] for line in lines if line["class"] == "A"]
    assert all(re.fullmatch(r"[a-zA-Z][a-zA-Z0-9]{0,19}", code) for code in wanted)
    assert all(re.fullmatch(r"[a-zA-Z0-9]{1,5}", code) for code in codes)
    assert [line["text"] for line in lines if line["name"] == "language"] == [LANGUAGES[0]]


@pytest.mark.parametrize("choice", list(CHOICE_FAMILIES))
def test_answer_codes_of_one_question_differ(choice):
    codes = [answer_code(value.value) for value in choice]

    assert len(set(codes)) == len(codes)


def test_groups_of_limesurvey_repeat_in_the_same_order_for_every_language(tmp_path):
    lines = [line for line in limesurvey(tmp_path) if line["class"] == "G"]
    numbers = {language: [one["type/scale"] for one in lines if one["language"] == language] for language in LANGUAGES}

    assert len(set(map(tuple, numbers.values()))) == 1
    assert all(len(set(found)) == len(found) for found in numbers.values())


def test_names_from_outside_are_no_markup_and_no_expression(tmp_path):
    lime = limesurvey(tmp_path, HOSTILE)
    sheets = kobo(tmp_path, HOSTILE)

    for line in lime:
        assert "{" not in line["text"]
        assert "<b>" not in line["text"]
    texts = [
        str(value) for row in sheets["survey"] for title, value in row.items() if title.startswith("label") and value
    ]
    assert not any("${" in text for text in texts)
    assert any("<b>&" in text for text in texts)
    assert not any(
        cell.data_type == "f" for sheet in openpyxl.load_workbook(tmp_path / "q.xlsx") for row in sheet for cell in row
    )


def test_xlsform_has_its_three_sheets_with_balanced_groups_and_known_lists(tmp_path):
    sheets = kobo(tmp_path)
    types = [row["type"] for row in sheets["survey"]]
    names = [row["name"] for row in sheets["survey"] if row["name"]]
    lists = {row["list_name"] for row in sheets["choices"]}

    assert set(sheets) == {"survey", "choices", "settings"}
    assert types.count("begin_group") == types.count("end_group")
    assert len(set(names)) == len(names)
    assert {kind.split()[1] for kind in types if kind.startswith("select_one")} <= lists
    referred = {name for row in sheets["survey"] for name in re.findall(r"\$\{(\w+)\}", row["relevant"] or "")}
    assert referred <= set(names)
    labels = [title for title in sheets["survey"][0] if title.startswith("label::")]
    assert len(labels) == len(LANGUAGES)
    assert sheets["settings"][0]["default_language"] == labels[0].removeprefix("label::")
    for row in sheets["survey"]:
        if row["type"] not in ("start", "end", "end_group"):
            assert all(row[label] for label in labels), row["name"]


# --- answers that come back ---------------------------------------------------------------------------------------------


def lime_value(value, *, words=None):
    if isinstance(value, bool):
        return ("Y" if value else "N") if words is None else words.term(f"yes_no.{'yes' if value else 'no'}")
    if type(value) in CHOICE_FAMILIES:
        return answer_code(value) if words is None else words.term(f"{CHOICE_FAMILIES[type(value)]}.{value}")
    return f"{value}.0000000000" if isinstance(value, int) else value


def returned(tmp_path, header, row):
    path = tmp_path / "answers.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, row])
    reading = whole_sheet(path, None)
    table = table_under(reading.sheets[0], *likely_headers(reading.sheets[0]))
    plan = propose_plan(table, "Q", snapshot())
    assert all(column.is_sure for column in plan.columns)
    return take_answers(reading, mapping_of(plan), snapshot(), "answers.csv")


def assert_all_is_there(outcome, language):
    (answer,) = outcome.responses
    assert outcome.problems == ()
    assert (answer.member, answer.language, answer.respondent_role) == ("M002", language, "HR")
    assert answer.needs == (
        Need(
            row=1,
            skill_text="TIG welding, MIG welding",
            job="Welder",
            level=NeedLevel.EXPERT,
            short_now=2,
            short_12m=4,
            short_36m=6,
            consequence=Consequence.ORDERS,
            hiring=Hiring.NOT_FILLED,
            hiring_reasons=(HiringReason.FEW_APPLICANTS,),
            provision=Provision.NOT_LOOKED,
            joint_people=3,
        ),
        Need(row=2, skill_text="PLC programming", short_12m=1),
    )
    assert answer.links == (NamedLink(name="IES Norte", type=PartnerType.VET, kind=TieKind.DUAL_TRAINING),)
    assert answer.unused == (UnusedSkill(skill_text="Forging", people=5),)
    assert answer.offers == ("interns",)
    assert (answer.people_total, answer.paid_training, answer.barrier) == (120, True, Barrier.INFORMATION)
    assert (answer.consent_contact, answer.consent_naming, answer.remarks) == (True, False, "two\nlines")


def test_answers_of_limesurvey_as_codes_map_themselves(tmp_path):
    questions = [line["name"] for line in limesurvey(tmp_path) if line["class"] == "Q" and line["language"] == "en"]
    given = {question_code(name): lime_value(value) for name, value in ANSWERS.items()}
    header = ["id", "submitdate", "lastpage", "startlanguage", "seed", *questions]
    row = ["7", "2026-05-04 10:30:00", "20", "es", "123", *(given.get(name, "") for name in questions)]

    outcome = returned(tmp_path, header, row)

    assert_all_is_there(outcome, "es")
    assert outcome.responses[0].received_at.isoformat() == "2026-05-04T10:30:00+00:00"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("with_codes", [True, False])
def test_answers_of_limesurvey_in_full_words_map_themselves(tmp_path, language, with_codes):
    lines = [line for line in limesurvey(tmp_path) if line["class"] == "Q" and line["language"] == language]
    words = load_texts(language)
    given = {question_code(name): lime_value(value, words=words) for name, value in ANSWERS.items()}
    header = [f"{line['name']}. {line['text']}" if with_codes else line["text"] for line in lines]

    outcome = returned(
        tmp_path,
        ["Response ID", "Start language", *header],
        ["7", language, *(given.get(line["name"], "") for line in lines)],
    )

    assert_all_is_there(outcome, language)


@pytest.mark.parametrize("with_groups", [True, False])
def test_answers_of_kobo_as_names_map_themselves(tmp_path, with_groups):
    header, row, inside = [], [], ""
    for line in kobo(tmp_path)["survey"]:
        if line["type"] == "begin_group":
            inside = f"{line['name']}/"
        elif line["type"] == "end_group":
            inside = ""
        elif line["type"] not in ("note", "start", "end"):
            value = ANSWERS.get(line["name"], "es" if line["name"] == "language" else "")
            value = {True: "yes", False: "no"}[value] if isinstance(value, bool) else value
            header.append(f"{inside if with_groups else ''}{line['name']}")
            row.append(str(value))

    outcome = returned(
        tmp_path,
        ["start", "end", *header, "_id", "_uuid", "_submission_time", "_validation_status"],
        [
            "2026-05-04T10:00:00.000+02:00",
            "2026-05-04T10:09:00.000+02:00",
            *row,
            "91",
            "ab-1",
            "2026-05-04T08:09:11",
            "",
        ],
    )

    assert_all_is_there(outcome, "es")
