"""A form says the same in every language: filled in the same way, it gives the same answers."""

import csv
import dataclasses
import io

import openpyxl
import pytest

from fastmap.catalogue.texts import form_languages, load_texts
from fastmap.intake.form_definition import FIELD_BY_NAME
from fastmap.intake.forms import read_forms
from fastmap.intake.table_members import read_members
from fastmap.intake.words import language_words, words_of, yes_no_words
from fastmap.model.choices import Barrier, ImportState, MemberKind, MemberStatus
from tests.support.returned_forms import FULL, snapshot, write_filled

ANSWERS = FULL | {
    "need_2_level": "need_level.basic",
    "need_2_consequence": "consequence.stops",
    "need_2_hiring": "hiring.not_filled",
    "need_2_provision": "provision.not_looked",
    "consent_naming": "yes_no.yes",
    "barrier": "barrier.poaching",
}


def answers_of(path):
    (outcome,) = read_forms([path], snapshot())
    response = outcome.response
    assert [problem.code for problem in outcome.problems] == []
    return outcome.state, dataclasses.replace(
        response, id="", raw={}, source_name=None, source_sha256=None, received_at=None, language="", problems=()
    )


@pytest.fixture(scope="module")
def in_english(tmp_path_factory):
    return answers_of(write_filled(tmp_path_factory.mktemp("en") / "form.xlsx", ANSWERS))


@pytest.mark.parametrize("language", form_languages())
def test_the_same_answers_read_the_same_whatever_the_language(tmp_path, in_english, language):
    path = write_filled(tmp_path / "form.xlsx", ANSWERS, language=language)

    assert answers_of(path) == in_english
    (outcome,) = read_forms([path], snapshot())
    assert outcome.response.language == language


@pytest.mark.parametrize("language", form_languages())
def test_a_form_whose_names_were_lost_is_found_by_its_numbered_questions(tmp_path, in_english, language):
    path = write_filled(tmp_path / "form.xlsx", ANSWERS, language=language)
    workbook = openpyxl.load_workbook(path)
    for name in list(workbook.defined_names):
        del workbook.defined_names[name]
    workbook.save(path)

    assert answers_of(path) == in_english


@pytest.mark.parametrize("language", form_languages())
def test_forms_of_version_1_had_no_numbers_and_are_found_all_the_same(tmp_path, in_english, language):
    path = write_filled(tmp_path / "form.xlsx", ANSWERS, language=language)
    workbook = openpyxl.load_workbook(path)
    texts = load_texts(language)
    plain = {texts.get(field.label_key) for field in FIELD_BY_NAME.values()}
    for row in workbook.worksheets[0].iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and cell.value[1:].strip() in plain:
                cell.value = cell.value[1:].strip()
            elif isinstance(cell.value, str) and cell.value[:3] in {"A  ", "B  ", "C  "}:
                cell.value = f"{'ABC'.index(cell.value[0]) + 1}{cell.value[1:]}"
    for name in list(workbook.defined_names):
        del workbook.defined_names[name]
    workbook.save(path)

    assert answers_of(path) == in_english


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *((word, True) for word in ("Ja", "OUI", "sì", "Si", "Da", "igen", "x", "Oui.", "vrai")),
        *((word, False) for word in ("Nein", "non", "NO", "nu", "Nem", "-", "falso", "hamis")),
    ],
)
def test_yes_and_no_are_understood_in_every_language(text, meant):
    assert yes_no_words().understand(text).value is meant


@pytest.mark.parametrize("language", form_languages())
def test_misspelt_words_are_still_understood(language):
    word = load_texts(language).get("barrier.poaching")

    assert words_of(Barrier).understand(f"{word}.".upper()).value is Barrier.POACHING
    assert words_of(Barrier).understand(word[:-2] + word[-1]).value is Barrier.POACHING


@pytest.mark.parametrize(("name", "code"), [("Ungarisch", "hu"), ("rumeno", "ro"), ("magyar", "hu"), ("Română", "ro")])
def test_languages_are_understood_by_their_names_in_every_language(name, code):
    assert language_words().understand(name).value == code


@pytest.mark.parametrize("language", form_languages())
def test_member_lists_are_read_with_the_headings_and_words_of_every_language(tmp_path, language):
    texts = load_texts(language)
    keys = ("code", "name", "kind", "headcount", "contact_email", "language", "status")
    words = (
        "A7",
        "Firma Ő",
        texts.get("member_kind.vet"),
        "12",
        "a@b.eu",
        texts.get("form.language.hu"),
        texts.get("member_status.reminded"),
    )
    out = io.StringIO()
    csv.writer(out).writerows([[texts.get(f"column.member.{key}").split(";")[0] for key in keys], words])
    path = tmp_path / "members.csv"
    path.write_text(out.getvalue(), encoding="utf-8")

    outcome = read_members(path, snapshot(members=()))

    assert outcome.problems == ()
    (member,) = outcome.members
    assert (member.code, member.kind, member.headcount, member.language, member.status) == (
        "A7",
        MemberKind.VET,
        12,
        "hu",
        MemberStatus.REMINDED,
    )
    assert outcome.contacts[0].email == "a@b.eu"


def test_forms_in_several_languages_come_in_one_folder(tmp_path):
    people = snapshot().members
    for member, language in zip(people, ("de", "ro", "hu"), strict=True):
        write_filled(tmp_path / f"{language}.xlsx", FULL, member=member, language=language)

    outcomes = read_forms([tmp_path], snapshot())

    assert [outcome.state for outcome in outcomes] == [ImportState.ACCEPTED] * 3
    assert {outcome.response.barrier for outcome in outcomes} == {Barrier.TIME}
