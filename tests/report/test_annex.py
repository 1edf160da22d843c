"""The confidential annex: who counts as what and why, hours, evidence and consents; and that nothing of it leaks."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import openpyxl
import pytest

from exports.pdf import pdf_bytes
from exports.tables import csv_bytes
from exports.workbook import workbook_bytes
from fastmap.analysis.sme import SmeBasis, sme_of
from fastmap.catalogue.texts import load_texts, report_languages
from fastmap.model.choices import MemberKind, SmeStatus
from fastmap.model.ids import MemberCode
from fastmap.model.organisations import Contact, Registration
from fastmap.report.annex import AuditRecords, build_annex
from fastmap.report.badges import Badge
from fastmap.report.build import build_report
from tests.report.whole_cluster import MADE_ON, whole_results
from tests.support.builders import make_member, shipped_catalogue
from tests.support.pdf_text import pages_of

NUMBER = "ZZ-REG-4711-SECRET"
BASIS = "Declaration of the fifth of May"
EN = "en"


def records(**changes):
    first, second = whole_results().snapshot.members[:2]
    usual = {
        "registrations": (
            Registration(member=first.code, registration_number=NUMBER, sme=SmeStatus.NO, sme_basis=BASIS),
        ),
        "contacts": (
            Contact(
                member=first.code,
                name="Petra Person",
                consent_basis="form",
                consent_date=date(2026, 1, 2),
                consent_expires=date(2026, 3, 31),
            ),
            Contact(member=second.code, name="Olaf Other", consent_basis="contract"),
        ),
        "asked_on": {first.code: datetime(2026, 2, 3, 12, tzinfo=UTC)},
    }
    return AuditRecords(**{**usual, **changes})


def with_hours():
    """The whole cluster, its first entry of the ledger with hours of participation."""
    results = whole_results()
    kpis = tuple(
        replace(kpi, entries=tuple(replace(entry, hours=96.0) for entry in kpi.entries)) for kpi in results.kpis
    )
    entries = tuple(replace(entry, hours=96.0) for entry in results.snapshot.kpi_entries)
    return replace(results, kpis=kpis, snapshot=replace(results.snapshot, kpi_entries=entries))


def annex(language=EN, given=None, results=None):
    return build_annex(
        results or with_hours(), given or records(), shipped_catalogue(), load_texts(language), made_on=MADE_ON
    )


def table(report, key):
    return next(one for one in report.tables() if one.key == key)


def row_of(found, first):
    row = next(row for row in found.rows if row[0] == first)
    return {
        column.key: str(value) if isinstance(value, Badge) else value
        for column, value in zip(found.columns, row, strict=True)
    }


def test_a_participant_stands_with_number_status_basis_days_and_way():
    member = whole_results().snapshot.members[0]

    row = row_of(table(annex(), "annex_participants"), member.code)

    assert (row["name"], row["registration_number"]) == (member.name, NUMBER)
    assert (row["sme"], row["sme_basis"]) == ("not an SME", BASIS)
    assert row["asked_on"] == date(2026, 2, 3)
    assert isinstance(row["received"], date)
    assert row["channel"]


def test_a_member_without_decision_rests_on_headcount_and_says_so():
    member = whole_results().snapshot.members[1]

    row = row_of(table(annex(), "annex_participants"), member.code)

    assert row["sme_basis"] == f"by headcount only: {member.headcount} people, limit 250"


@pytest.mark.parametrize(
    ("kind", "people", "status", "basis"),
    [
        (MemberKind.MEDIUM, 249, SmeStatus.YES, SmeBasis.HEADCOUNT),
        (MemberKind.MEDIUM, 250, SmeStatus.NO, SmeBasis.HEADCOUNT),
        (None, 0, SmeStatus.YES, SmeBasis.HEADCOUNT),
        (MemberKind.SMALL, None, SmeStatus.YES, SmeBasis.SIZE_CLASS),
        (MemberKind.LARGE, None, SmeStatus.NO, SmeBasis.SIZE_CLASS),
        (MemberKind.START_UP, None, SmeStatus.UNKNOWN, SmeBasis.NOTHING),
        (None, None, SmeStatus.UNKNOWN, SmeBasis.NOTHING),
        (MemberKind.UNIVERSITY, 20, SmeStatus.UNKNOWN, SmeBasis.NOT_A_FIRM),
    ],
)
def test_the_status_follows_people_then_size_class_and_never_guesses(kind, people, status, basis):
    found = sme_of(make_member(1, kind=kind, headcount=people))

    assert (found.status, found.basis) == (status, basis)


def test_what_a_person_decided_leads_over_the_headcount():
    decided = Registration(member=MemberCode("M001"), sme=SmeStatus.UNKNOWN)

    found = sme_of(make_member(1, kind=MemberKind.SMALL, headcount=12), decided)

    assert (found.status, found.basis) == (SmeStatus.UNKNOWN, SmeBasis.RECORDED)


def test_hours_are_listed_and_added_and_entries_without_hours_are_left_out():
    results = with_hours()
    entries = [entry for kpi in results.kpis for entry in kpi.entries]

    report = annex(results=results)

    assert len(table(report, "annex_hours").rows) == len(entries)
    figures = [figure for block in report.sections[1].blocks for figure in getattr(block, "figures", ())]
    assert [figure.value for figure in figures] == [load_texts(EN).number(96.0 * len(entries))]
    assert table(annex(results=whole_results()), "annex_hours").rows == ()


def test_every_entry_of_the_ledger_stands_in_the_register():
    results = with_hours()

    rows = table(annex(results=results), "annex_register").rows

    assert {row[0] for row in rows} == {entry.id for entry in results.snapshot.kpi_entries}


def test_consents_say_whether_they_hold_and_name_nobody_unless_asked_to():
    first, second = whole_results().snapshot.members[:2]

    found = table(annex(), "annex_consents")

    assert row_of(found, first.code)["consent_state"] == "expired"
    assert row_of(found, second.code)["consent_state"] == "holds"
    assert "Petra Person" not in str(annex())
    named = table(annex(given=records(with_contact_names=True)), "annex_consents")
    assert row_of(named, first.code)["contact_name"] == "Petra Person"


@pytest.mark.parametrize("language", report_languages())
def test_every_sheet_is_marked_confidential_in_its_cells_and_on_paper(language):
    report = annex(language)
    mark = load_texts(language).term("report.annex.banner")

    book = openpyxl.load_workbook(io.BytesIO(workbook_bytes(report)))

    for sheet in book.worksheets:
        cells = [str(cell.value) for row in sheet.iter_rows(max_row=8) for cell in row if cell.value]
        assert any(mark in text for text in cells), sheet.title
        assert mark in sheet.oddHeader.left.text, sheet.title


def test_every_member_has_a_line_to_sign_that_is_high_enough_for_a_pen():
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_bytes(annex())))["Signature list"]

    ref = sheet.tables["t_annex_signatures"].ref
    rows = sheet[ref]
    assert len(rows) == 1 + len(whole_results().snapshot.members)
    assert all(sheet.row_dimensions[row[0].row].height >= 30 for row in rows[1:])
    wide = next(one for one in sheet.column_dimensions.values() if one.min <= 6 <= one.max)
    assert wide.width >= 24


@pytest.mark.parametrize("anonymous", [True, False])
def test_nothing_that_only_the_annex_may_hold_is_in_a_report(anonymous):
    """Numbers, decisions and hours stay out of both editions; the results they are made from hold hours alone."""
    report = build_report(with_hours(), shipped_catalogue(), load_texts(EN), anonymous=anonymous, made_on=MADE_ON)

    everything = str(report) + " ".join(pages_of(pdf_bytes(report)))
    assert NUMBER not in everything
    assert BASIS not in everything
    heads = {column.key for one in report.tables() for column in one.columns}
    assert not heads & {"participation_hours", "registration_number", "sme", "sme_basis", "asked_on"}
    assert "participation" not in str(report.data)
    if anonymous:
        assert not any("96" in line for one in report.tables() for line in csv_bytes((), one.rows).decode().split('"'))
