"""Excel opens workbook and annex without a repair, and whatever somebody typed reaches them as text."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from dataclasses import fields, replace

import openpyxl
import pytest

from exports.plain import clean
from exports.workbook import workbook_bytes
from exports.workbook_package import language_tag
from fastmap.catalogue.texts import load_texts
from fastmap.model.choices import SmeStatus
from fastmap.model.organisations import Registration
from fastmap.pipeline import run
from fastmap.report.annex import AuditRecords, build_annex
from fastmap.report.build import build_report
from tests.report.whole_cluster import MADE_ON, whole_results
from tests.support.builders import shipped_catalogue
from tests.support.large_clusters import grown
from tests.support.workbook_parts import complaints

PAYLOADS = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "=cmd|'/C calc'!A0",
    '=HYPERLINK("http://evil.example","click")',
    "\t=1+1",
    "＝1+1",
    "{=1+1}",
    "<b>bold</b> &amp; ]]> </t>",
    "\u202egnp.exe \u2066x",
    "a\x00b\x07c\x1b[31m =1+1",
)
"""Formula signs, DDE, links, a leading tab, full-width signs, an array, markup, turned reading direction, controls."""


def written(report) -> bytes:
    return workbook_bytes(report)


def report_of(results, language="en", *, anonymous=False):
    return build_report(results, shipped_catalogue(), load_texts(language), anonymous=anonymous, made_on=MADE_ON)


def annex_of(results, language="en", registrations=()):
    records = AuditRecords(registrations=registrations, asked_on={}, with_contact_names=True)
    return build_annex(results, records, shipped_catalogue(), load_texts(language), made_on=MADE_ON)


def hostile(value, words):
    """Return a value of the model with every free text replaced by the next of ``words``."""
    free = {
        "name",
        "what",
        "who",
        "title",
        "activity",
        "evidence",
        "note",
        "owner",
        "funding",
        "remarks",
        "cost",
        "mode",
        "contact",
        "skill_text",
        "job",
        "respondent_role",
        "reason",
        "source",
        "place",
        "round_label",
        "period",
    }
    changes = {}
    for one in fields(value):
        known = getattr(value, one.name)
        if one.name in free and isinstance(known, str):
            changes[one.name] = next(words)
        elif one.name in {"evidence", "others"} and isinstance(known, tuple):
            changes[one.name] = tuple(next(words) for _ in known)
        elif one.name == "needs":
            changes[one.name] = tuple(replace(need, job=next(words)) for need in known)
    return replace(value, **changes)


def words_of(payload):
    while True:
        yield payload


@pytest.fixture(scope="module", params=PAYLOADS, ids=range(len(PAYLOADS)))
def payload(request):
    return request.param


@pytest.fixture(scope="module")
def attacked(payload):
    """Workbook and annex of a cluster in which everything that people type is one payload."""
    results = whole_results()
    words = words_of(payload)
    kinds = ("members", "partners", "offers", "commitments", "actions", "practices", "kpi_entries", "own_kpis")
    snapshot = results.snapshot
    changes = {kind: tuple(hostile(one, words) for one in getattr(snapshot, kind)) for kind in kinds}
    changes["responses"] = tuple(hostile(one, words) for one in snapshot.responses)
    changes["info"] = hostile(snapshot.info, words)
    changes["cluster"] = replace(snapshot.cluster, name=payload)
    results = run(replace(snapshot, **changes), shipped_catalogue())
    numbers = tuple(
        Registration(member=member.code, registration_number=payload, sme=SmeStatus.NO, sme_basis=payload)
        for member in snapshot.members
    )
    return {"workbook": written(report_of(results)), "annex": written(annex_of(results, registrations=numbers))}


@pytest.mark.parametrize("kind", ["workbook", "annex"])
def test_what_somebody_typed_is_text_in_every_cell(attacked, payload, kind):
    book = openpyxl.load_workbook(io.BytesIO(attacked[kind]))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]

    holding = [cell for cell in cells if isinstance(cell.value, str) and clean(payload).strip() in cell.value]
    assert len(holding) > 40
    assert {cell.data_type for cell in holding} == {"s"}
    assert all(cell.data_type != "f" for cell in cells)
    assert complaints(attacked[kind]) == []


@pytest.fixture(scope="module")
def office():
    found = next((path for path in ("/usr/bin/soffice", "/usr/bin/libreoffice") if os.path.exists(path)), None)  # noqa: PTH110
    found = found or shutil.which("soffice")
    if found is None:
        pytest.skip("LibreOffice is not installed on this computer")
    return found


def converted(office, content, folder, kind):
    (folder / "book.xlsx").write_bytes(content)
    command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind]
    subprocess.run(
        [*command, "--outdir", str(folder), str(folder / "book.xlsx")], check=True, capture_output=True, timeout=300
    )
    return folder / f"book.{kind}"


@pytest.mark.slow
def test_libreoffice_keeps_every_payload_as_text_and_every_sheet(office, tmp_path):
    """All twelve at once, as members of one cluster: starting the program takes seconds."""
    results = whole_results()
    snapshot = results.snapshot
    members = tuple(
        replace(member, name=f"{PAYLOADS[place % 12]}", activity=PAYLOADS[(place + 5) % 12])
        for place, member in enumerate(snapshot.members)
    )
    numbers = tuple(
        Registration(
            member=member.code,
            registration_number=PAYLOADS[place % 12],
            sme_basis=PAYLOADS[place % 12],
            sme=SmeStatus.NO,
        )
        for place, member in enumerate(members)
    )
    results = replace(results, snapshot=replace(snapshot, members=members))

    for name, report in (("workbook", report_of(results)), ("annex", annex_of(results, registrations=numbers))):
        folder = tmp_path / name
        folder.mkdir()
        content = written(report)

        flat = converted(office, content, folder, "fods").read_text(encoding="utf-8")

        assert "table:formula=" not in flat
        assert 'xlink:href="http' not in flat
        sheets = openpyxl.load_workbook(io.BytesIO(content)).sheetnames
        tables = re.findall(r'<table:table table:name="([^"]*)"', flat)
        assert len([name for name in tables if name != "local-table"]) == len(sheets)  # local: cells of a chart
        assert "=HYPERLINK(" in flat


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "it", "ro", "hu"])
@pytest.mark.parametrize("edition", ["named", "anonymous", "annex"])
def test_nothing_in_it_would_make_excel_repair_it(language, edition):
    results = whole_results()
    report = (
        annex_of(results, language)
        if edition == "annex"
        else report_of(results, language, anonymous=edition == "anonymous")
    )

    assert complaints(written(report)) == []


def test_a_large_cluster_makes_a_sound_workbook():
    snapshot = whole_results().snapshot
    members, answers = grown(snapshot)
    large = replace(snapshot, members=(*snapshot.members, *members), responses=(*snapshot.responses, *answers))
    results = run(large, shipped_catalogue())

    assert complaints(written(report_of(results))) == []
    assert complaints(written(annex_of(results))) == []


def test_a_workbook_that_excel_would_repair_is_found_out():
    """The checks must be able to fail: each damage below is one that Excel complains about."""
    content = written(report_of(whole_results()))
    damages = {
        "xl/tables/table2.xml": (r'displayName="[^"]*"', 'displayName="A1"'),
        "xl/worksheets/sheet3.xml": (r"<v>", "<f>1+1</f><v>"),
        "xl/tables/table1.xml": (r'<tableColumn id="1" name="[^"]*"', '<tableColumn id="1" name="Other"'),
        "xl/workbook.xml": (r'<sheet name="[^"]*" sheetId="2"', '<sheet name="a/b" sheetId="2"'),
    }
    for part, (old, new) in damages.items():
        assert complaints(with_part(content, part, old, new)), part


def with_part(content, part, old, new):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as package, zipfile.ZipFile(out, "w") as made:
        for name in package.namelist():
            text = package.read(name)
            if name == part:
                changed = re.sub(old, new, text.decode(), count=1)
                assert changed != text.decode()
                text = changed.encode()
            made.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize("language", ["en", "de", "hu"])
def test_programs_are_told_which_language_to_check_the_spelling_in(language):
    content = written(report_of(whole_results(), language))

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        charts = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/charts/")]
        core = package.read("docProps/core.xml").decode()
    tag = language_tag(language)
    assert charts
    assert {found for chart in charts for found in re.findall(r'lang="([^"]*)"|<c:lang val="([^"]*)"', chart)} <= {
        (tag, ""),
        ("", tag),
    }
    assert f"<dc:language>{tag}</dc:language>" in core
