"""Member, partner and action lists as people keep them."""

import dataclasses
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from fastmap.catalogue.reading import load_catalogue
from fastmap.catalogue.texts import form_languages, load_texts, shipped_languages
from fastmap.errors import FastmapError
from fastmap.intake.tables import read_actions, read_members, read_partners
from fastmap.model.actions import Cell
from fastmap.model.choices import (
    ActionStatus,
    Complexity,
    Fit,
    MemberKind,
    MemberStatus,
    OfferForm,
    PartnerLevel,
    PartnerType,
    Scope,
    SkillSource,
    SmeStatus,
    Timing,
)
from fastmap.model.normalise import text_key
from fastmap.model.organisations import Contact, Member, Offer, Partner, Registration
from fastmap.model.skills import Mapping, Skill
from fastmap.vocabulary.index import open_index
from fastmap.vocabulary.own import own_skill
from tests.support.returned_forms import ENGLISH, snapshot

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"


def table(path, *lines, encoding="utf-8", separator=";"):
    path.write_bytes("\r\n".join(separator.join(line) for line in lines).encode(encoding))
    return path


def found(outcome):
    return [(problem.code, problem.cell) for problem in outcome.problems]


def own_uri(text):
    return own_skill(text, ENGLISH).uri


def empty():
    return snapshot(members=())


def test_members_are_read_by_column_names_wherever_the_header_stands(tmp_path):
    workbook = openpyxl.Workbook()
    sheet = workbook.create_sheet("Socios")
    sheet.append(["Lista de socios 2026"])
    sheet.append([])
    sheet.append(
        ["Observaciones", "PLANTILLA ", "Razón Social", "correo electronico", "Contacto", "Tipo", "Idioma", "NUTS"]
    )
    sheet.append(["x", 38, "Talleres Ñandú", "a@b.es", "Ana", "", "castellano", "es211"])
    sheet.append([None, "ca. 300", "Forja", None, None, "universidad", "en", None])
    workbook.save(tmp_path / "socios.xlsx")

    outcome = read_members(tmp_path / "socios.xlsx", empty())

    assert outcome.members == (
        Member(code="M001", name="Talleres Ñandú", kind=MemberKind.SMALL, headcount=38, nuts="ES211", language="es"),
        Member(code="M002", name="Forja", kind=MemberKind.UNIVERSITY, headcount=300, language="en"),
    )
    assert outcome.contacts == (Contact(member="M001", name="Ana", email="a@b.es"),)
    assert (outcome.added, outcome.other_columns, found(outcome)) == (
        2,
        ("Observaciones",),
        [("number_corrected", "B5")],
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_text_tables_of_any_program_are_read(tmp_path, encoding, separator):
    path = table(tmp_path / "m.csv", ["Código", "Empresa"], ["M007", "Peñalba"], encoding=encoding, separator=separator)

    assert read_members(path, empty()).members == (Member(code="M007", name="Peñalba"),)


def test_members_are_updated_by_code_else_by_name_and_blanks_leave_what_is_recorded(tmp_path):
    recorded = (
        Member(code="M001", name="Alfa", headcount=5, activity="C25", status=MemberStatus.ANSWERED),
        Member(code="M002", name="Beta", kind=MemberKind.RTO),
    )
    path = table(
        tmp_path / "m.csv",
        ["code", "name", "headcount", "status"],
        ["m001", "Alfa Renamed", "60", ""],
        ["", "BETA", "", "asked"],
        ["", "Gamma", "", ""],
    )

    outcome = read_members(path, snapshot(members=recorded))

    assert outcome.members == (
        Member(
            code="M001",
            name="Alfa Renamed",
            headcount=60,
            activity="C25",
            kind=MemberKind.MEDIUM,
            status=MemberStatus.ANSWERED,
        ),
        Member(code="M002", name="BETA", kind=MemberKind.RTO, status=MemberStatus.ASKED),
        Member(code="M003", name="Gamma"),
    )
    assert (outcome.added, outcome.updated, outcome.unchanged) == (1, 2, 0)


def test_the_same_list_again_changes_nothing():
    first = read_members(SAMPLE / "members.csv", empty())

    again = read_members(SAMPLE / "members.csv", snapshot(members=first.members))

    assert (len(first.members), first.problems) == (40, ())
    assert (again.members, again.unchanged) == ((), 40)


def test_all_problems_of_a_member_list_are_listed_at_once(tmp_path):
    path = table(
        tmp_path / "m.csv",
        ["code", "name", "headcount", "kind", "nuts", "e-mail", "language", "status"],
        ["M1", "Alfa", "1.234", "nonsense", "Bizkaia", "nobody", "klingon", "maybe"],
        ["M1", "Beta", "", "", "", "", "", ""],
        ["", "", "7", "", "", "", "", ""],
        ["bad code!", "Delta", "12", "micro", "", "", "", ""],
    )

    outcome = read_members(path, empty())

    assert found(outcome) == [
        ("number_ambiguous", "C2"),
        ("nuts_unclear", "E2"),
        ("choice_unknown", "D2"),
        ("choice_unknown", "G2"),
        ("choice_unknown", "H2"),
        ("email_unclear", "F2"),
        ("row_twice", "A3"),
        ("name_missing", "4"),
        ("code_unusable", "A5"),
        ("kind_and_headcount", "D5"),
    ]
    assert [(member.code, member.name) for member in outcome.members] == [("M1", "Alfa"), ("M001", "Delta")]
    for language in shipped_languages():
        assert all(load_texts(language).say(problem.facts) for problem in outcome.problems)
        assert all(f"done.{problem.done}" in load_texts(language).entries for problem in outcome.problems)


def test_what_the_list_says_of_a_contact_leaves_the_consent_recorded(tmp_path):
    known = Contact(member="M001", name="Ana", email="ana@x.es", consent_basis="form", consent_date=date(2026, 1, 2))
    path = table(tmp_path / "m.csv", ["code", "name", "contact e-mail"], ["M001", "Taller 1", "new@x.es"])

    outcome = read_members(path, snapshot(), contacts={"M001": known})

    assert outcome.contacts == (dataclasses.replace(known, email="new@x.es"),)


def test_a_list_without_a_name_column_names_the_columns_found(tmp_path):
    path = table(tmp_path / "m.csv", ["foo", "bar baz"], ["1", "2"])

    with pytest.raises(FastmapError) as error:
        read_members(path, empty())

    assert (error.value.code, error.value.facts["columns"]) == ("table_without_name", ("foo", "bar baz"))
    assert "foo" in load_texts("es").say(error.value.message)


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "problem.empty_file"), (b"%PDF-1.4 x", "problem.no_spreadsheet"), (b"PK\x03\x04 broken", "problem.damaged")],
)
def test_what_is_no_table_is_said_in_one_sentence(tmp_path, content, reason):
    path = tmp_path / "m.xlsx"
    path.write_bytes(content)

    with pytest.raises(FastmapError) as error:
        read_members(path, empty())

    assert error.value.code == "table_unreadable"
    assert error.value.facts["reason"].key == reason
    assert load_texts("en").say(error.value.message).startswith("m.xlsx")


def test_a_partner_list_has_one_row_per_offer(tmp_path):
    path = table(
        tmp_path / "p.csv",
        ["Name", "Type", "Level", "In cluster", "Stage", "Skill", "Form", "Places", "Fit", "Cost", "Contact"],
        ["IES Norte", "vet", "local", "yes", "4", "Welding", "dual programme", "12", "yes", "free", "Jon"],
        ["IES Norte", "", "", "", "", "PLC", "course", "", "does not fit", "", ""],
        ["Uni", "universidad", "regional", "no", "1", "", "", "", "", "", ""],
    )

    outcome = read_partners(path, empty())

    norte, uni = outcome.partners
    assert norte == Partner(
        id="P001",
        name="IES Norte",
        type=PartnerType.VET,
        level=PartnerLevel.LOCAL,
        in_cluster=True,
        stage=4,
        contact="Jon",
    )
    assert (uni.id, uni.type, uni.in_cluster, uni.stage) == ("P002", PartnerType.UNIVERSITY, False, 1)
    assert outcome.offers == (
        Offer(
            id="O001",
            partner="P001",
            skill=own_uri("welding"),
            form=OfferForm.DUAL_PROGRAMME,
            places_per_year=12,
            fit=Fit.YES,
            cost="free",
        ),
        Offer(id="O002", partner="P001", skill=own_uri("PLC"), form=OfferForm.COURSE, fit=Fit.NO),
    )
    assert [skill.labels for skill in outcome.skills] == [{"en": "Welding"}, {"en": "PLC"}]
    assert outcome.problems == ()


def test_a_skill_is_one_of_the_file_else_of_the_vocabulary_else_an_own_one(tmp_path):
    mapped = Skill(uri="esco:1", labels={"en": "tungsten inert gas welding"})
    mapping = Mapping(text_key=text_key("TIG"), language="en", skill="esco:1", how="by_hand")
    path = table(
        tmp_path / "p.csv",
        ["name", "type", "skill"],
        ["A", "vet", "tig; Tungsten Inert Gas Welding"],
        ["B", "vet", "Cybersecurity"],
        ["C", "vet", "Zzyzx handling"],
        separator="\t",
    )
    index = open_index(tmp_path / "no-vocabulary")

    outcome = read_partners(path, snapshot(skills=(mapped,), mappings=(mapping,)), index)

    assert [(offer.partner, offer.skill) for offer in outcome.offers] == [
        ("P001", "esco:1"),
        ("P002", outcome.skills[1].uri),
        ("P003", own_uri("zzyzx handling")),
    ]
    assert [skill.source for skill in outcome.skills] == [SkillSource.OWN, SkillSource.STARTER, SkillSource.OWN]


def test_problems_of_a_partner_list_are_listed_with_their_cells(tmp_path):
    path = table(
        tmp_path / "p.csv",
        ["name", "type", "stage", "skill", "places", "form"],
        ["A", "", "2", "Welding", "5", ""],
        ["B", "vet", "9", "Welding; PLC", "10", ""],
        ["B", "university", "", "", "3", ""],
        ["", "vet", "", "", "", ""],
        separator="\t",
    )

    outcome = read_partners(path, empty())

    assert sorted(found(outcome)) == sorted(
        [
            ("name_missing", "5"),
            ("partner_type_missing", "2"),
            ("partner_differs", "B4"),
            ("stage_unknown", "C3"),
            ("places_shared", "E3"),
            ("offer_without_skill", "4"),
        ]
    )
    assert [offer.places_per_year for offer in outcome.offers] == [None, None]


def test_a_partner_list_again_changes_nothing_and_marks_members_that_are_partners():
    members = read_members(SAMPLE / "members.csv", empty()).members
    first = read_partners(SAMPLE / "partners.csv", snapshot(members=members))
    recorded = snapshot(members=members, partners=first.partners, offers=first.offers, skills=first.skills)

    again = read_partners(SAMPLE / "partners.csv", recorded)

    assert (first.problems, len(first.partners)) == ((), 14)
    assert (again.partners, again.offers, again.unchanged) == ((), (), 14)
    by_code = {member.code: member.name for member in members}
    partners = {partner.id: partner.name for partner in first.partners}
    assert first.members
    assert all(by_code[member.code] == partners[member.partner_id] for member in first.members)


def test_actions_take_cell_and_timing_from_their_reference(tmp_path):
    catalogue = load_catalogue()
    uni = Partner(id="P009", name="Universidad", type=PartnerType.UNIVERSITY)
    path = table(
        tmp_path / "a.csv",
        [
            "Título",
            "Referencia",
            "Alcance",
            "Complejidad",
            "Plazo",
            "Estado",
            "Socios",
            "Competencias",
            "Inicio",
            "Fin",
            "Presupuesto",
        ],
        ["Mapa", "b1", "", "", "", "en marcha", "universidad; Nadie", "", "2026-04-01", "31/07/2026", "9.000,50 €"],
        ["Propia", "", "alone", "high", "ST;LT", "", "", "Welding;PLC", "2026-05", "2026-06", "6500"],
        ["Sin celda", "", "", "", "", "", "", "", "", "", ""],
        ["Malo", "Z9", "alone", "high", "", "", "", "", "soon", "", "1.234"],
        separator="\t",
    )

    outcome = read_actions(path, snapshot(partners=(uni,)), catalogue)

    mapping, own, bad = outcome.actions
    assert (mapping.cell, mapping.timing) == (catalogue.actions["B1"].cell, catalogue.actions["B1"].timing)
    assert (mapping.status, mapping.partners) == (ActionStatus.RUNNING, ("P009",))
    assert (mapping.start, mapping.end, mapping.budget) == (date(2026, 4, 1), date(2026, 7, 31), 9000.5)
    assert own.cell == Cell(Scope.ALONE, Complexity.HIGH)
    assert (own.timing, own.start, own.end) == ((Timing.ST, Timing.LT), date(2026, 5, 1), date(2026, 6, 30))
    assert own.skills == (own_uri("welding"), own_uri("PLC"))
    assert (bad.reference, bad.start, bad.budget) == (None, None, None)
    assert found(outcome) == [
        ("partner_unknown", "G2"),
        ("skill_own", "H3"),
        ("cell_missing", "4"),
        ("reference_unknown", "B5"),
        ("date_unclear", "I5"),
        ("amount_unclear", "K5"),
    ]


def test_dates_that_contradict_each_other_are_taken_and_said_and_evidence_comes_one_entry_a_semicolon(tmp_path):
    path = table(
        tmp_path / "a.csv",
        ["Titel", "Referenz", "Start", "Ende", "Nachweis"],
        ["Kurs", "A4", "2026-05-02", "2026-05-01", "Liste; https://example.org/kurs; Liste"],
        separator="\t",
    )

    outcome = read_actions(path, empty(), load_catalogue())

    (course,) = outcome.actions
    assert (course.start, course.end) == (date(2026, 5, 2), date(2026, 5, 1))
    assert course.evidence == ("Liste", "https://example.org/kurs")
    assert found(outcome) == [("end_before_start", "D2")]


def test_a_skill_that_becomes_an_own_one_is_told_once_and_not_when_the_file_knows_it(tmp_path):
    path = table(
        tmp_path / "a.csv",
        ["title", "reference", "skills"],
        ["Course", "A4", "Quantum cooking;Cybersecurity"],
        separator="\t",
    )
    index, catalogue = open_index(tmp_path / "no-vocabulary"), load_catalogue()

    first = read_actions(path, empty(), catalogue, index)
    again = read_actions(path, snapshot(actions=first.actions, skills=first.skills), catalogue, index)

    (problem,) = first.problems
    assert (problem.code, problem.cell, problem.done) == ("skill_own", "C2", "taken")
    assert "Quantum cooking" in load_texts("en").say(problem.facts)
    assert "Cybersecurity" not in load_texts("en").say(problem.facts)
    assert again.problems == ()


def test_an_action_list_again_changes_nothing():
    catalogue = load_catalogue()
    first = read_actions(SAMPLE / "actions.csv", empty(), catalogue)

    again = read_actions(SAMPLE / "actions.csv", snapshot(actions=first.actions, skills=first.skills), catalogue)

    assert len(first.actions) == 9
    assert (again.actions, again.unchanged) == ((), 9)


def test_no_column_name_means_two_columns_of_one_table():
    for kind in ("member", "partner", "action", "kpi"):
        owner = {}
        for language in form_languages():
            for key, names in load_texts(language).entries.items():
                if key.startswith(f"column.{kind}."):
                    for name in names.split(";"):
                        assert owner.setdefault(text_key(name), key) == key, name


def test_of_two_columns_with_the_same_meaning_the_filled_one_is_read(tmp_path):
    path = table(tmp_path / "m.csv", ("Firm", "Name"), ("", "Alpha"), ("", "Beta"))

    outcome = read_members(path, snapshot())

    assert [member.name for member in outcome.members] == ["Alpha", "Beta"]


@pytest.mark.parametrize("language", form_languages())
def test_registrations_are_read_by_the_column_names_of_every_language(tmp_path, language):
    texts = load_texts(language)
    keys = ("name", "registration_number", "sme", "sme_basis")
    heads = [texts.get(f"column.member.{key}").split(";")[0] for key in keys]
    words = [texts.term(f"sme_status.{one}") for one in (SmeStatus.NO, SmeStatus.UNKNOWN)]
    path = table(
        tmp_path / "m.csv", heads, ["A", "0042", texts.fact(True), "=1+1"], *(["B" + w, "", w, ""] for w in words)
    )

    outcome = read_members(path, empty())

    assert found(outcome) == []
    first, *others = outcome.registrations
    assert first == Registration(member="M001", registration_number="0042", sme=SmeStatus.YES, sme_basis="=1+1")
    assert [one.sme for one in others] == [SmeStatus.NO, SmeStatus.UNKNOWN]


def test_what_a_list_leaves_blank_about_a_registration_is_kept_and_the_same_list_changes_nothing(tmp_path):
    known = Registration(member="M001", registration_number="0042", sme=SmeStatus.NO, sme_basis="group")
    members = snapshot(members=(Member(code="M001", name="A"),))
    path = table(tmp_path / "m.csv", ["code", "name", "registration number", "sme"], ["M001", "A", "", "yes"])

    outcome = read_members(path, members, registrations={"M001": known})
    again = read_members(path, members, registrations={"M001": outcome.registrations[0]})

    assert outcome.registrations == (dataclasses.replace(known, sme=SmeStatus.YES),)
    assert (outcome.updated, again.unchanged, again.registrations) == (1, 1, ())


def test_a_status_that_nobody_understands_is_named_with_its_cell_and_not_taken(tmp_path):
    path = table(tmp_path / "m.csv", ["name", "sme"], ["A", "perhaps"])

    outcome = read_members(path, empty())

    assert found(outcome) == [("choice_unknown", "B2")]
    assert outcome.registrations == ()


# --- what swallows or floods a list -----------------------------------------------------------------------------------


def read_planned(path, known):
    return read_actions(path, known, load_catalogue())


def test_a_list_with_a_quotation_mark_that_is_not_closed_is_refused_with_its_row(tmp_path):
    path = tmp_path / "members.csv"
    path.write_text('Name;Employees\nOne GmbH;5\n"Broken quote GmbH;5\n' + "".join(f"Firm {n};5\n" for n in range(29)))

    with pytest.raises(FastmapError) as refused:
        read_members(path, snapshot())

    assert (refused.value.code, refused.value.message.facts["reason"].facts["row"]) == ("table_unreadable", 3)
    assert all("3" in load_texts(language).say(refused.value.message) for language in shipped_languages())


@pytest.mark.parametrize(
    ("read", "columns", "row"),
    [
        (read_members, "name;code;contact_name", "{name};M7;Ana"),
        (read_partners, "name;type", "{name};vet"),
        (read_planned, "title;reference", "{name};A1"),
    ],
)
def test_a_name_without_end_is_left_out_and_said_and_the_other_rows_are_taken(tmp_path, read, columns, row):
    path = tmp_path / "list.csv"
    lines = [columns, row.format(name="x" * 32_000), row.replace("M7", "M8").format(name="y" * 300)]
    path.write_text("\n".join(lines))

    found = read(path, snapshot())

    (problem,) = [problem for problem in found.problems if problem.code == "name_too_long"]
    assert (problem.done, problem.cell, len(problem.found)) == ("row_skipped", "A2", 300)
    assert found.added == 1
    assert all("32" in load_texts(language).say(problem.facts) for language in shipped_languages())


def test_a_contact_person_without_end_is_left_out_and_the_member_taken(tmp_path):
    path = tmp_path / "members.csv"
    path.write_text(f"name;contact_name;contact_email\nFirm;{'x' * 400};a@b.example\n")

    found = read_members(path, snapshot())

    assert [(problem.code, problem.done) for problem in found.problems] == [("name_too_long", "value_skipped")]
    assert [(one.name, one.email) for one in found.contacts] == [(None, "a@b.example")]
