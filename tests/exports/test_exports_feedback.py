"""Feedback sheets as PDF: in every language, tagged, plain text whatever was typed, and all or none of a file."""

import csv
import errno
from dataclasses import replace
from datetime import date

import pytest

from exports.feedback_pdf import feedback_printer
from exports.feedback_sending import write_feedback
from exports.mail_merge import MAIL_MERGE_FILE
from fastmap.catalogue.texts import form_languages, load_texts
from fastmap.errors import FastmapError
from fastmap.model.ids import LanguageCode
from fastmap.model.organisations import Contact
from fastmap.tasks.feedback import feedback_of
from tests.report.whole_cluster import member_name, whole_results
from tests.support.builders import assess as worked_out
from tests.support.builders import code, make_member, make_snapshot, shipped_catalogue
from tests.support.pdf_text import is_tagged, pages_of, sizes_of, text_of, title_of

TODAY = date(2026, 11, 29)
HOSTILE = '=HYPERLINK("http://x") <b>#read("/etc/passwd")</b> $x$ ' + "ő" * 300


@pytest.fixture(scope="module")
def printer():
    with feedback_printer() as made:
        yield made


def given(**choice):
    contacts = [Contact(member=code(1), name="Ane Goñi", email="ane@example.org")]
    return feedback_of(whole_results(), shipped_catalogue(), contacts, made_on=TODAY, **choice)


@pytest.mark.parametrize("language", form_languages())
def test_a_sheet_says_in_every_language_what_was_told_what_the_cluster_needs_and_what_is_next(printer, language):
    (sheet,) = given(members=["M001"], language=language)
    texts = load_texts(language)

    pdf = printer.pdf(sheet.content, texts)

    text = " ".join(text_of(pdf).split())
    assert is_tagged(pdf)
    assert member_name(1) in title_of(pdf)
    assert len(sizes_of(pdf)) <= 2
    for key in ("own", "picture", "helpers", "next", "wrong"):
        assert texts.get(f"feedback.{key}") in text, key
    assert "feedback." not in text


def test_how_to_correct_an_answer_stands_on_the_page_of_what_happens_next(printer):
    (sheet,) = given(members=["M001"], language="de")
    texts = load_texts("de")

    for times in range(1, 9):
        pdf = printer.pdf(replace(sheet.content, needs=sheet.content.needs * times), texts)
        page = next(page for page in pages_of(pdf) if texts.get("feedback.next") in page)

        assert texts.get("feedback.wrong") in page


def test_the_same_content_gives_the_same_bytes(printer):
    (sheet,) = given(members=["M002"])
    texts = load_texts(sheet.content.language)

    assert printer.pdf(sheet.content, texts) == printer.pdf(sheet.content, texts)


def test_whatever_was_typed_is_plain_text(printer):
    (sheet,) = given(members=["M001"])
    content = sheet.content
    hostile = replace(
        content,
        member=replace(content.member, name=HOSTILE),
        cluster=HOSTILE,
        needs=tuple(replace(one, need=replace(one.need, skill_text=HOSTILE, job=HOSTILE)) for one in content.needs),
        actions=tuple(replace(one, title=HOSTILE) for one in content.actions),
        responses=tuple(replace(one, remarks=HOSTILE) for one in content.responses),
    )

    text = " ".join(text_of(printer.pdf(hostile, load_texts("en"))).replace("\u200b", "").split())

    assert '#read("/etc/passwd")' in text
    assert "root:" not in text


def test_a_folder_holds_a_sheet_per_firm_and_a_table_for_a_mail_merge(tmp_path):
    sheets = given(members=["M001", "M003"])

    written = write_feedback(sheets, tmp_path / "out")

    assert [path.name[:5] for path in written] == ["M001_", "M003_"]
    rows = list(csv.DictReader((tmp_path / "out" / MAIL_MERGE_FILE).read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["code"], row["email"], row["file"]) for row in rows] == [
        ("M001", "ane@example.org", written[0].name),
        ("M003", "", written[1].name),
    ]


def test_a_target_that_cannot_be_written_is_found_before_anything_is(tmp_path):
    sheets = given(members=["M001", "M003"])
    names = [path.name for path in write_feedback(sheets, tmp_path / "there")]
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / names[1]).mkdir()

    with pytest.raises(FastmapError) as refused:
        write_feedback(sheets, tmp_path / "out")

    assert refused.value.code == "target_is_folder"
    assert not (tmp_path / "out" / names[0]).exists()


def test_sheets_that_do_not_all_fit_on_the_disk_leave_none(tmp_path, monkeypatch):
    sheets = given(members=["M001", "M003"])
    full = OSError(errno.ENOSPC, "full")
    calls = []

    def finish(*_):
        calls.append(1)
        if len(calls) == 2:
            raise full

    monkeypatch.setattr("exports.saving._sync", finish)
    with pytest.raises(FastmapError) as refused:
        write_feedback(sheets, tmp_path / "out")

    assert refused.value.code == "disk_full"
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("choice", "wrong"),
    [
        ({"members": ["M999"]}, "member_unknown"),
        ({"members": ["M001", "silent"]}, "feedback_not_answered"),
        ({"language": "xx"}, "language_not_shipped"),
    ],
)
def test_who_gets_no_sheet_is_said_by_name(choice, wrong):
    results = whole_results()
    answered = {response.member for response in results.snapshot.responses}
    silent = next(member.code for member in results.snapshot.members if member.code not in answered)
    members = [silent if one == "silent" else one for one in choice.get("members", [])]

    with pytest.raises(FastmapError) as refused:
        given(**(choice | {"members": members}))

    assert refused.value.code == wrong


def test_without_any_answer_there_is_nothing_to_give_back():
    results = worked_out(make_snapshot(members=[make_member(1)]))

    with pytest.raises(FastmapError) as refused:
        feedback_of(results, shipped_catalogue(), [], made_on=TODAY)

    assert refused.value.code == "feedback_nobody"


def test_each_sheet_is_in_its_firms_language():
    results = whole_results()
    first, *rest = results.snapshot.members
    german = replace(first, language=LanguageCode("de"))
    results = replace(results, snapshot=replace(results.snapshot, members=(german, *rest)))

    (sheet,) = feedback_of(results, shipped_catalogue(), [], made_on=TODAY, members=[first.code])

    assert sheet.content.language == "de"
