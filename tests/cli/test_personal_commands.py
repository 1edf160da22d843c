"""Consents, the record of one person, and erasing on the command line: as a person would use them, bad input included."""

import csv
from dataclasses import replace
from datetime import date

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import EditInfo, ImportResponses, SaveActions, SaveMembers, SavePartners
from fastmap.model.actions import Action, Cell
from fastmap.model.choices import Complexity, PartnerLevel, PartnerType, Scope
from fastmap.model.organisations import Contact, Partner
from tests.support.builders import make_response
from tests.support.command_line import fastmap

LIST = """\
name,code,contact,email,consent given by,consent given on,consent valid until
Forja Uno,M001,Ana Ruiz,ana@uno.example,form of the fair,2024-01-02,2025-01-02
Taller Dos,M002,Bea Gil,bea@dos.example,,,
Fundición Tres,M003,,,,,
"""
CELL = Cell(Scope.ALONE, Complexity.LOW_MEDIUM)
SCHOOL = Partner(
    id="P1",
    name="Lehrwerk",
    type=PartnerType.VET,
    level=PartnerLevel.REGIONAL,
    contact="Carla Voss <carla@lehrwerk.example>",
)
CONSENTED = Contact(member="M001", name="Ana Ruiz", consent_basis="form")
OTHERS_NOTE = "Ask RUÍZ about the oven; Ruizenaga knows nothing"


@pytest.fixture
def file(file, tmp_path):
    """Three members of a list, two with contact persons; an action whose note names one by the surname alone."""
    table = tmp_path / "members.csv"
    table.write_text(LIST, encoding="utf-8")
    assert fastmap("members", file, table).status == 0
    with Assessment.open(file) as assessment:
        assessment.apply(SaveActions(actions=(Action(id="A1", title="Oven course", cell=CELL, note=OTHERS_NOTE),)))
    return file


def refused(*arguments):
    ran = fastmap(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    return ran.err


# --- consents ----------------------------------------------------------------------------------------------------------


def test_consents_that_are_due_are_listed_with_member_person_and_day(file, tmp_path):
    ran = fastmap("consents", file, "--csv", tmp_path / "due.csv")

    assert ran.status == 1
    assert ran.out.splitlines() == [
        "M001  Forja Uno  Ana Ruiz: consent expired (2 Jan 2025)",
        "M002  Taller Dos  Bea Gil: no consent recorded",
    ]
    assert "2 consents are due" in ran.err
    with (tmp_path / "due.csv").open(encoding="utf-8-sig", newline="") as table:
        assert [(row["code"], row["due"]) for row in csv.DictReader(table)] == [
            ("M001", "expired"),
            ("M002", "not_recorded"),
        ]


def test_answers_that_forms_promised_to_delete_are_told_although_no_consent_is_due(file):
    with Assessment.open(file) as assessment:
        info = replace(assessment.snapshot().info, round_end=date(2020, 5, 31))
        assessment.apply(EditInfo(info=info))
        assessment.apply(ImportResponses(responses=(make_response(1),)))
        assessment.apply(SaveMembers(contacts=(CONSENTED, replace(CONSENTED, member="M002"))))

    ran = fastmap("consents", file)

    assert ran.status == 1
    assert "no consent is due" in ran.err
    assert "1 answer in" in ran.err
    assert "promised to keep answers until 31 May 2022" in ran.err


def test_a_table_of_consents_never_replaces_an_assessment_and_names_a_missing_folder(file, tmp_path):
    before = file.read_bytes()

    assert "round.fastmap is an assessment" in refused("consents", file, "--csv", file)
    assert str(tmp_path / "none") in refused("consents", file, "--csv", tmp_path / "none" / "due.csv")

    assert file.read_bytes() == before


# --- what is held ------------------------------------------------------------------------------------------------------


def test_the_record_of_a_member_is_printed_or_written(file, tmp_path):
    shown = fastmap("personal-record", file, "--member", "M001")
    written = fastmap(
        "personal-record", file, "--member", "M001", "--text", tmp_path / "r.txt", "--pdf", tmp_path / "r.pdf"
    )

    assert (shown.status, shown.err) == (0, "")
    for held in ("Ana Ruiz", "ana@uno.example", "form of the fair", "Forja Uno"):
        assert held in shown.out
    assert "Bea" not in shown.out
    assert (written.status, written.out) == (0, "")
    assert "Everything held about Forja Uno is in" in written.err
    assert (tmp_path / "r.txt").read_text(encoding="utf-8").strip() == shown.out.strip()
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF")


def test_the_record_is_written_in_the_language_that_is_asked_for(file):
    assert "Was wir über Sie" in fastmap("personal-record", file, "--member", "M001", "--language", "de").out
    assert '"xx"' in refused("personal-record", file, "--member", "M001", "--language", "xx")


def test_the_record_of_nobody_names_the_code_and_writes_nothing(file, tmp_path):
    assert "M404" in refused("personal-record", file, "--member", "M404", "--pdf", tmp_path / "r.pdf")
    assert "--member" in refused("personal-record", file)
    assert not (tmp_path / "r.pdf").exists()


# --- erasing -----------------------------------------------------------------------------------------------------------


def test_without_yes_what_would_go_is_only_listed_and_the_status_says_that_nothing_was_done(file):
    with Assessment.open(file, read_only=True) as assessment:
        before = assessment.content_hash()

    ran = fastmap("erase", file, "--contact", "M001")

    assert ran.status == 2
    assert "Ana Ruiz and ana@uno.example" in ran.out
    assert "the member and its answers" in ran.out.split("This stays:")[1]
    assert "Nothing was erased" in ran.err
    with Assessment.open(file, read_only=True) as assessment:
        assert assessment.content_hash() == before


def test_an_erased_contact_is_in_no_byte_and_texts_with_the_bare_surname_are_pointed_out(file):
    ran = fastmap("erase", file, "--contact", "M001", "--basis", "withdrawn", "--yes")

    assert ran.status == 1
    assert "Erased from" in ran.err
    pointed_out = ran.out.split("These texts hold a surname")[1].splitlines()[1:]
    assert pointed_out == ["  - Action (Oven course): “Ask RUÍZ about the oven; Ruizenaga knows nothing”"]
    content = file.read_bytes()
    assert b"Ana Ruiz" not in content
    assert b"ana@uno" not in content
    with Assessment.open(file, read_only=True) as assessment:
        (action,) = assessment.snapshot().actions
        (record,) = assessment.erasures()
    assert action.note == OTHERS_NOTE
    assert str(record.basis) == "withdrawn"
    assert fastmap("history", file, "--json").json[0]["about"] == ""
    assert fastmap("history", file, "--last", "1").out.rstrip().endswith("(erased)")


def test_a_member_goes_with_its_answers_and_its_code_is_not_given_again(file):
    ran = fastmap("erase", file, "--member", "M002", "--yes")

    assert ran.status == 0
    with Assessment.open(file, read_only=True) as assessment:
        assert [member.code for member in assessment.snapshot().members] == ["M001", "M003"]
    assert b"Taller Dos" not in file.read_bytes()


def test_the_contact_of_a_partner_and_somebody_named_in_texts_go(file):
    with Assessment.open(file) as assessment:
        assessment.apply(SavePartners(partners=(SCHOOL,)))

    by_partner = fastmap("erase", file, "--partner", "P1", "--yes")
    by_words = fastmap("erase", file, "--words", "Bea Gil", "--also", "B. Gil", "--yes")

    assert (by_partner.status, by_words.status) == (0, 0)
    content = file.read_bytes()
    for gone in (b"Carla", b"Voss", b"Bea Gil"):
        assert gone not in content


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--contact", "M404"], "M404"),
        (["--contact", "M003"], "M003"),
        (["--partner", "P404"], "P404"),
        (["--member", "M404"], "M404"),
        (["--words", "An"], "An"),
        (["--contact", "M001", "--also", "Li"], "Li"),
        (["--contact", "M001", "--member", "M001"], "--contact, --member, --partner or --words"),
        (["--also", "Ana"], "--contact, --member, --partner or --words"),
        ([], "--contact, --member, --partner or --words"),
        (["--contact", "M001", "--basis", "mood"], "mood"),
    ],
)
def test_a_wish_that_means_nobody_names_what_was_typed_and_erases_nothing(file, arguments, named):
    content = b"Ana Ruiz"

    told = refused("erase", file, *arguments, "--yes")

    assert named in told
    assert content in file.read_bytes()


def test_nobody_is_told_of_an_erasure_that_was_never_begun(file):
    ran = fastmap("erase", file, "--finish")

    assert ran.status == 0
    assert ran.err == f"In {file} no erasure waits to be finished. Nothing was changed.\n"


def test_an_erasure_is_never_taken_back(file):
    fastmap("erase", file, "--member", "M002", "--yes")

    with Assessment.open(file) as assessment:
        while assessment.undo():
            pass
        assert "Taller Dos" not in {member.name for member in assessment.snapshot().members}
    assert b"Taller Dos" not in file.read_bytes()
