"""Returned needs forms for tests: written by the real writer, filled by name, saved by openpyxl."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from exports.forms import write_form
from fastmap.catalogue.texts import load_texts
from fastmap.intake.form_content import FormContent
from fastmap.model.ids import LanguageCode, MemberCode
from fastmap.model.organisations import Cluster, Member
from fastmap.model.responses import FileOutcome
from fastmap.model.snapshot import AssessmentInfo, Snapshot

ASSESSMENT = "0f3c-test"
ENGLISH, SPANISH = LanguageCode("en"), LanguageCode("es")
ONE_NEED = {
    "need_1_skill": "TIG welding",
    "need_1_short_now": 2,
    "need_1_short_12m": 4,
}
FULL = {
    "respondent_role": "HR",
    **ONE_NEED,
    "need_1_job": "Welder",
    "need_1_level": "need_level.expert",
    "need_1_short_36m": 6,
    "need_1_consequence": "consequence.orders",
    "need_1_hiring": "hiring.hard",
    "need_1_hiring_reason": "hiring_reason.lacked_skill",
    "need_1_provision": "provision.misfit",
    "need_1_joint_people": 3,
    "need_2_skill": "PLC programming",
    "need_2_short_12m": 1,
    "need_8_skill": "Léase: ñandú",
    "need_8_short_now": 0,
    "people_total": 120,
    "paid_training": "yes_no.yes",
    "barrier": "barrier.time",
    "consent_contact": "yes_no.no",
    "unused_1_skill": "Forging",
    "unused_1_people": 2,
    "link_1_name": "IES Norte",
    "link_1_type": "partner_type.vet",
    "link_1_kind": "tie_kind.dual_training",
    "offer_interns": "yes_no.yes",
    "remarks": "two\nlines",
}
"""Answers by field; a text with a dot is the key of a drop-down word."""


def members(count: int = 3) -> tuple[Member, ...]:
    """Return members M001 …"""
    return tuple(Member(code=MemberCode(f"M{i:03d}"), name=f"Taller {i}") for i in range(1, count + 1))


def snapshot(**changes: object) -> Snapshot:
    """Return an assessment with three members and no answers."""
    values: dict[str, object] = {
        "info": AssessmentInfo(id=ASSESSMENT, title="Fast mapping", round_label="1"),
        "cluster": Cluster(name="Metal", country="ES"),
        "members": members(),
    }
    return Snapshot(**(values | changes))


def write_filled(
    path: Path,
    answers: dict[str, object],
    *,
    member: Member | None = None,
    language: LanguageCode = ENGLISH,
    assessment: str = ASSESSMENT,
) -> Path:
    """Write the form of ``member`` (the first one by default), filled with ``answers``."""
    texts = load_texts(language)
    content = FormContent(
        assessment_id=assessment,
        title="Fast mapping",
        cluster="Metal",
        language=language,
        member=members(1)[0] if member is None else member,
    )
    write_form(path, content=content, texts=texts)
    workbook = openpyxl.load_workbook(path)
    for name, answer in answers.items():
        word = texts.get(answer) if isinstance(answer, str) and answer in texts else answer
        set_answer(workbook, name, word)
    workbook.save(path)
    return path


def set_answer(workbook: openpyxl.Workbook, name: str, value: object) -> None:
    """Put ``value`` into the cell of the defined name."""
    sheet, _, cell = workbook.defined_names[name].attr_text.rpartition("!")
    target = workbook[sheet.strip("'")][cell.replace("$", "")]
    target.value = value
    if isinstance(value, str) and not value.startswith("=SUM"):
        target.data_type = "s"


def codes(outcome: FileOutcome) -> list[str]:
    """Return the codes of an outcome's problems."""
    return [problem.code for problem in outcome.problems]


def resaved(paths: list[Path], folder: Path, *, kind: str = "xlsx") -> list[Path]:
    """Return the files as LibreOffice saves them; skip the test where it is not installed."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed: nothing can re-save the forms")
    profile = folder.parent / "office-profile"
    target = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,1" if kind == "csv" else kind
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            target,
            "--outdir",
            str(folder),
            *map(str, paths),
        ],
        check=True,
        capture_output=True,
        timeout=120,
        env={**os.environ, "LC_ALL": "C.UTF-8"},  # in a locale that is not installed it passes over names with accents
    )
    saved = sorted(folder.iterdir())
    assert len(saved) == len(paths)
    return saved


def saved_anew(path: Path, target: Path) -> Path:
    """Save the same answers as another file."""
    workbook = openpyxl.load_workbook(path)
    workbook.properties.title = "saved again"
    workbook.save(target)
    return target
