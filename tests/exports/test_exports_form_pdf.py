"""The form on paper: four pages in every language, the same numbers as on screen, and nothing of it is markup."""

import re
from datetime import UTC, date, datetime

import pytest

from exports.form_pdf import is_as_written, paper_forms
from exports.forms_sending import write_forms
from exports.mail_merge import MAIL_MERGE_FILE
from fastmap.catalogue.texts import form_languages, load_texts
from fastmap.errors import FastmapError
from fastmap.intake.form_content import EarlierNeed, FormContent
from fastmap.intake.form_definition import FIELDS, QUESTION_NUMBERS
from fastmap.model.organisations import Member
from tests.support.pdf_text import A4, is_tagged, sizes_of, text_of, title_of
from tests.support.returned_forms import members

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOSTILE = '=HYPERLINK("http://x") <b>#read("/etc/passwd")</b> $x$ ' + "ő" * 300


@pytest.fixture(scope="module")
def printer():
    with paper_forms() as forms:
        yield forms


def content(language="en", **values):
    dates = {"return_by": date(2026, 3, 15), "keep_until": date(2028, 3, 15), "feedback_by": date(2026, 4, 12)}
    known = {"assessment_id": "a-1", "title": "Round", "cluster": "Metal", "member": members(1)[0], **dates}
    return FormContent(**(known | {"language": language} | values))


def words(pdf):
    return " ".join(text_of(pdf).split())


@pytest.mark.parametrize("language", form_languages())
def test_it_asks_the_same_questions_under_the_same_numbers_on_four_pages(printer, language):
    texts = load_texts(language)

    pdf = printer.pdf(content(language), texts, made_at=NOON)

    text = words(pdf)
    assert sizes_of(pdf) == [A4] * 4
    for key, number in QUESTION_NUMBERS.items():
        question = f"{number} {texts.get(f'form.label.{key}')}"
        assert text.count(question) >= (3 if key != "skill" else 4), question
    for subject in ("why", "who", "keep", "feedback"):
        assert texts.get(f"form.{subject}.head") in text
    assert "M001" in text
    assert "Taller 1" in text
    assert texts.date(date(2028, 3, 15)) in text


def test_every_question_about_needs_has_a_number():
    asked = {field.key for field in FIELDS if field.part == "need"}

    assert asked == QUESTION_NUMBERS.keys()


def test_it_is_tagged_and_says_what_it_is(printer):
    pdf = printer.pdf(content("hu"), load_texts("hu"), made_at=NOON)

    assert is_tagged(pdf)
    assert title_of(pdf) == "Az Önöknél hiányzó készségek – Taller 1"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf


def test_names_and_earlier_answers_are_printed_as_they_are(printer):
    earlier = (EarlierNeed(skill_text='#read("data.json")'), EarlierNeed(skill_text="*bold*"))
    member = Member(code="M001", name=HOSTILE)

    pdf = printer.pdf(content(member=member, earlier=earlier, cluster="<i>#x</i>"), load_texts("en"))
    text = words(pdf)

    whole = re.sub(r"[\s\u200b\u00ad]", "", text)  # the name is opened at places where it may break
    assert '=HYPERLINK("http://x")<b>#read("/etc/passwd")</b>$x$őőő' in whole
    assert len(sizes_of(pdf)) == 4
    assert 'Last time you named: #read("data.json"); *bold*' in text
    assert "<i>#x</i>" in text


def test_a_form_without_a_member_or_dates_has_room_for_a_name(printer):
    blank = content(member=None, return_by=None, keep_until=None, feedback_by=None)

    text = words(printer.pdf(blank, load_texts("en")))

    assert "Member code" in text
    assert "M001" not in text
    assert load_texts("en").get("form.keep.text_open") in text


def test_paper_lies_beside_the_forms_and_in_the_mail_merge_table(tmp_path):
    contents = [content(member=member, contact="Ana Ruiz", language="de") for member in members()]

    forms = write_forms(contents, tmp_path, paper=True)

    assert {path.suffix for path in forms} == {".xlsx"}
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == [path.with_suffix(".pdf").name for path in forms]
    table = (tmp_path / MAIL_MERGE_FILE).read_text("utf-8-sig")
    assert table.splitlines()[0].endswith('"text","paper"')
    assert '"M001_Taller 1.pdf"' in table
    assert "Guten Tag Ana Ruiz, Metal möchte wissen" in table


def test_empty_paper_is_written_anew_and_a_scan_of_that_name_is_kept(tmp_path):
    contents = [content(member=None)]
    write_forms(contents, tmp_path, paper=True)
    paper = tmp_path / "blank_en.pdf"
    empty = paper.read_bytes()
    assert is_as_written(empty)

    write_forms(contents, tmp_path, paper=True)
    for scan in (b"%PDF-1.7 a scan", empty + b"\n% notes added\n%%EOF\n", re.sub(rb"Typst", b"Other", empty)):
        paper.write_bytes(scan)
        with pytest.raises(FastmapError) as caught:
            write_forms(contents, tmp_path, paper=True)
        assert caught.value.facts["names"] == ("blank_en.pdf",)
        assert paper.read_bytes() == scan
