"""The whole job on the command line: from an empty file over forms that went through other hands to the reports."""

import csv
import io
import json
import shutil
import struct
import zlib
from collections import Counter
from types import SimpleNamespace

import openpyxl
import pytest

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.changes.skills import MarkStrategic, RecordMappings
from fastmap.model.choices import Verdict
from fastmap.tasks.sample import sample_changes
from fastmap.tasks.sample.answers import responses
from tests.support.command_line import SAMPLE_TABLES, fastmap, own_computer
from tests.support.pdf_text import text_of
from tests.support.returned_forms import resaved, set_answer

pytestmark = pytest.mark.slow

HALF_FILLED = {
    "need_1_skill": "Zeppelin repair",
    "need_1_short_now": "3–4",
    "need_1_short_12m": -2,
    "need_2_skill": "Tide tables",
    "need_2_short_now": "ca. 5",
    "people_total": "many",
}
REPORTS = {
    "named": ("--language", "en"),
    "named_es": ("--language", "es"),
    "anonymous": ("--language", "en", "--anonymous"),
    "anonymous_es": ("--language", "es", "--anonymous"),
}


@pytest.fixture(scope="module")
def job(tmp_path_factory):
    """Everything a manager does, in order; each step's outcome is kept under its name."""
    if shutil.which("soffice") is None and shutil.which("libreoffice") is None:
        pytest.skip("LibreOffice is not installed: nothing can re-save the forms")
    folder = tmp_path_factory.mktemp("whole-job")
    done = SimpleNamespace(folder=folder, file=folder / "round.fastmap")
    with own_computer(folder / "data"):
        start(done)
        collect(done)
        decide(done)
        report(done)
        yield done


def start(done):
    file = done.file
    assert fastmap("new", file, "--name", "Ferrana", "--country", "ES", "--nuts", "ES22").status == 0
    done.hash_of_nothing = content_hash(file)
    done.members = fastmap("members", file, SAMPLE_TABLES / "members.csv", "--json")
    done.forms = fastmap("forms", file, "--out", folder_in(done, "forms"))


def collect(done):
    sent, filled, office, returned = (
        done.folder / "forms",
        folder_in(done, "filled"),
        folder_in(done, "office"),
        folder_in(done, "returned"),
    )
    for response in responses():
        (form,) = sent.glob(f"{response.member}_*.xlsx")
        fill(form, filled / form.name, answers_of(response))
    (form,) = sent.glob("M026_*.xlsx")
    fill(form, filled / form.name, HALF_FILLED)
    for number, path in enumerate(resaved(sorted(filled.iterdir()), office)):
        shutil.copy(path, returned / f"{number:02} answer (final).xlsx")
    shutil.copy(returned / "03 answer (final).xlsx", returned / "copy of the fourth.xlsx")
    shutil.copy(SAMPLE_TABLES / "partners.csv", returned / "partners.csv")
    (returned / "empty.xlsx").touch()
    (returned / "photo.png").write_bytes(picture())
    other_assessment(done, returned)
    done.first = fastmap("import", done.file, returned, "--json")
    done.hash_after_import = content_hash(done.file)
    done.second = fastmap("import", done.file, returned, "--json")
    done.hash_after_second = content_hash(done.file)


def other_assessment(done, returned):
    other = done.folder / "other.fastmap"
    fastmap("new", other, "--name", "Somebody else", "--country", "FR")
    fastmap("members", other, SAMPLE_TABLES / "members.csv")
    fastmap("forms", other, "--out", folder_in(done, "other"), "--member", "M029")
    (form,) = (done.folder / "other").glob("M029_*.xlsx")
    fill(form, returned / "from another cluster.xlsx", {"need_1_skill": "Welding", "need_1_short_now": 90})


def decide(done):
    done.rematch = fastmap("rematch", done.file, "--json")
    with Assessment.open(done.file) as assessment:
        for change in sample_changes():
            if isinstance(change, RecordMappings | MarkStrategic):
                assessment.apply(change)
    done.partners = fastmap("partners", done.file, SAMPLE_TABLES / "partners.csv", "--json")
    done.actions = fastmap("actions", done.file, SAMPLE_TABLES / "actions.csv", "--json")
    done.analysis = fastmap("analyse", done.file, "--json")
    sample = done.folder / "sample.fastmap"
    fastmap("sample", sample)
    done.sample_analysis = fastmap("analyse", sample, "--json")


def report(done):
    done.reports = {}
    for name, options in REPORTS.items():
        place = folder_in(done, f"report-{name}")
        done.reports[name] = fastmap(
            "report", done.file, *options,
            "--excel", place / "r.xlsx", "--pdf", place / "r.pdf", "--json", place / "r.json",
            "--csv", place / "csv", "--pictures", place / "pictures",
        )  # fmt: skip


def folder_in(done, name):
    path = done.folder / name
    path.mkdir(exist_ok=True)
    return path


def content_hash(file):
    with Assessment.open(file, read_only=True) as assessment:
        return assessment.content_hash()


def answers_of(response):
    """What stands in each cell of the form: words of its language, and whole numbers as numbers."""
    texts = load_texts(response.language)
    answers = {name: int(text) if text.isdecimal() else text for name, text in response.raw.items()}
    answers |= {f"offer_{key}": texts.term("yes_no.yes") for key in response.offers}
    for name in ("paid_training", "consent_contact", "consent_naming"):
        answers[name] = texts.term("yes_no.yes" if getattr(response, name) else "yes_no.no")
    return answers


def fill(form, target, answers):
    workbook = openpyxl.load_workbook(form)
    for name, answer in answers.items():
        set_answer(workbook, name, answer)
    workbook.save(target)


def picture():
    """A PNG of one grey point."""

    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(kind, content)
        for kind, content in ((b"IHDR", header), (b"IDAT", zlib.compress(b"\x00\x80")), (b"IEND", b""))
    )


def entry(ran, name):
    (found,) = [file for file in ran.json["files"] if file["path"].endswith(name)]
    return found


def figures(analysis):
    return {
        skill["skill"]["uri"]: (skill["users"], skill["short_12m"], skill["imbalance"]["verdict"])
        for skill in analysis["skills"]
    }


def test_forms_are_written_for_all_members(job):
    assert job.members.json["added"] == 40
    assert job.forms.status == 0
    assert len(list((job.folder / "forms").glob("*.xlsx"))) == 40
    assert [path.name for path in (job.folder / "forms").iterdir() if path.suffix != ".xlsx"] == ["mail-merge.csv"]


def test_every_file_of_the_folder_gets_one_entry_with_its_state(job):
    states = Counter(file["state"] for file in job.first.json["files"])

    assert job.first.status == 1
    assert len(job.first.json["files"]) == 31
    assert states == {
        "accepted": 25, "partial": 1, "duplicate": 1, "to_check": 1, "attachment": 1, "unreadable": 1, "not_a_form": 1,
    }  # fmt: skip
    assert entry(job.first, "copy of the fourth.xlsx")["state"] in {"duplicate", "accepted"}
    assert entry(job.first, "partners.csv")["state"] == "not_a_form"
    assert entry(job.first, "empty.xlsx")["state"] == "unreadable"
    assert entry(job.first, "photo.png")["state"] == "attachment"
    assert entry(job.first, "from another cluster.xlsx")["state"] == "to_check"


def test_accepted_forms_bring_all_their_needs(job):
    needs = {file["member"]: file["needs"] for file in job.first.json["files"] if file["state"] == "accepted"}

    assert needs == {response.member: len(response.needs) for response in responses()}


def test_answers_arrive_as_they_were_typed(job):
    with Assessment.open(job.file, read_only=True) as assessment:
        arrived = {response.member: response for response in assessment.snapshot().responses}

    for response in responses():
        here = arrived[response.member]
        assert (here.language, here.needs, here.unused) == (response.language, response.needs, response.unused)
        assert (here.links, here.offers, here.barrier) == (response.links, response.offers, response.barrier)
        assert (here.people_total, here.paid_training) == (response.people_total, response.paid_training)
        assert (here.consent_contact, here.consent_naming) == (response.consent_contact, response.consent_naming)


def test_good_cells_of_a_half_filled_form_are_taken_and_bad_ones_listed_with_their_place(job):
    (half,) = [file for file in job.first.json["files"] if file["state"] == "partial"]
    problems = {problem["field"]: problem for problem in half["problems"]}

    assert half["needs"] == 2
    assert problems["need_1_short_now"]["found"] == "3–4"
    assert problems["need_1_short_12m"]["found"] == "-2"
    assert problems["people_total"]["found"] == "many"
    assert all(problems[name]["sheet"] and problems[name]["cell"] for name in problems if "short" in name)
    with Assessment.open(job.file, read_only=True) as assessment:
        kept = next(one for one in assessment.snapshot().responses if one.member == "M026")
    assert kept.raw["need_1_short_now"] == "3–4"
    assert [(need.short_now, need.short_12m) for need in kept.needs] == [(None, None), (5, None)]


def test_every_state_but_accepted_says_why(job):
    for file in (*job.first.json["files"], *job.second.json["files"]):
        assert file["state"] == "accepted" or file["problems"]
        assert all(problem["message"] and problem["code"] for problem in file["problems"])


def test_second_import_of_the_folder_changes_nothing(job):
    states = Counter(file["state"] for file in job.second.json["files"])

    assert job.hash_after_second == job.hash_after_import
    assert states == {"duplicate": 29, "unreadable": 1, "not_a_form": 1}


def test_partners_and_actions_come_from_their_lists(job):
    assert (job.partners.status, job.partners.json["added"]) == (0, 14)
    assert (job.actions.status, job.actions.json["added"]) == (0, 9)


def test_analysis_of_collected_answers_equals_the_samples(job):
    collected, sample = figures(job.analysis.json), figures(job.sample_analysis.json)

    assert {uri: collected[uri] for uri in sample if collected.get(uri) != sample[uri]} == {}
    assert {
        skill["skill"]["label"] for skill in job.analysis.json["skills"] if skill["skill"]["uri"] not in sample
    } == {"Zeppelin repair", "Tide tables"}
    assert {verdict for _, _, verdict in sample.values()} == {str(verdict) for verdict in Verdict}


def test_reports_are_written_in_both_languages_named_and_anonymous(job):
    for name, ran in job.reports.items():
        place = job.folder / f"report-{name}"
        assert (ran.status, ran.out) == (0, "")
        assert (place / "r.pdf").read_bytes().startswith(b"%PDF-")
        assert len(list((place / "csv").glob("*.csv"))) > 10
        assert len(list((place / "pictures").glob("*.svg"))) > 4
        assert len(openpyxl.load_workbook(place / "r.xlsx").sheetnames) > 5


def test_workbook_and_tables_show_the_ranking_of_the_analysis(job):
    place = job.folder / "report-named"
    ranked = [skill for skill in job.analysis.json["skills"] if skill["rank"] is not None]
    rows = list(csv.reader(io.StringIO((place / "csv" / "ranking.csv").read_text(encoding="utf-8-sig"))))
    workbook = openpyxl.load_workbook(place / "r.xlsx")
    cells = {cell.value for sheet in workbook for row in sheet.iter_rows() for cell in row}

    assert len(rows) == len(ranked) + 1
    assert all(str(skill["users"]) in row for skill, row in zip(ranked, rows[1:], strict=True))
    assert {"welding", "PLC programming", "CNC programming"} <= cells


def test_json_of_the_report_is_the_analysis(job):
    written = json.loads((job.folder / "report-named" / "r.json").read_text(encoding="utf-8"))

    assert written == job.analysis.json


def test_pdf_speaks_the_language_that_was_asked_for(job):
    assert "soldadura" in text_of(job.folder / "report-named_es" / "r.pdf")
    assert "welding" in text_of(job.folder / "report-named" / "r.pdf")


@pytest.mark.parametrize("name", ["anonymous", "anonymous_es"])
def test_anonymous_reports_name_no_member_and_show_no_words_of_one(job, name):
    place = job.folder / f"report-{name}"
    with Assessment.open(job.file, read_only=True) as assessment:
        snapshot = assessment.snapshot()
    names = {member.name for member in snapshot.members}
    names |= {partner.name for partner in snapshot.partners if partner.in_cluster}
    names |= {
        need.skill_text for response in snapshot.responses for need in response.needs if response.member == "M026"
    }
    texts = [path.read_text(encoding="utf-8-sig") for path in (*place.glob("csv/*.csv"), place / "r.json")]
    texts += [path.read_text(encoding="utf-8") for path in place.glob("pictures/*.svg")]
    workbook = openpyxl.load_workbook(place / "r.xlsx")
    texts += [str(cell.value) for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.value]
    texts.append(text_of(place / "r.pdf"))

    everything = "\n".join(texts)
    assert {name for name in names if name in everything} == set()


def test_undoing_everything_brings_the_empty_file_back(job, tmp_path):
    file = tmp_path / "copy.fastmap"
    shutil.copy(job.file, file)

    with Assessment.open(file) as assessment:
        while assessment.can_undo is not None:
            assessment.undo()
        left = assessment.content_hash()

    assert left == job.hash_of_nothing
