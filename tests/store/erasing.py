"""A person and a firm wherever a file and this computer have a place for them, and a search through every byte."""

import gzip
import io
import json
import unicodedata
import zipfile
from contextlib import contextmanager
from dataclasses import replace

from fastmap import places
from fastmap.assessment import Assessment
from fastmap.changes import AddKpiEntry, EditAction, ImportResponses, SaveActions, SaveMembers, SavePartners
from fastmap.model.choices import ResponseState
from fastmap.model.erasure import Erasure, ErasureKind
from fastmap.model.organisations import Contact, Member
from fastmap.model.responses import Attachment
from tests.store import recorded as r

NAME, EMAIL = "Zoë Quintanilla Peña", "zoe.quintanilla@sorbe.example"
FIRM = "Mecanizados Zzyx"
CODE, OTHER = "M001", "M002"
SCAN = "a" * 64
CONTACT = Contact(member=CODE, name=NAME, email=EMAIL, consent_basis="form")
ERASE_CONTACT = Erasure(kind=ErasureKind.CONTACT, key=CODE)
ERASE_MEMBER = Erasure(kind=ErasureKind.MEMBER, key=CODE)


def forms_of(word):
    """Return a word as any program may have written it."""
    shapes = {
        unicodedata.normalize(shape, one) for shape in ("NFC", "NFD") for one in (word, word.upper(), word.lower())
    }
    escaped = {json.dumps(shape)[1:-1].encode() for shape in shapes}
    return {shape.encode(code) for shape in shapes for code in ("utf-8", "utf-16-le", "utf-16-be")} | escaped


def files_with(folder, *words):
    """Return every file below ``folder`` that holds one of the words, packed parts included."""
    wanted = set().union(*map(forms_of, words))
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(one in part for part in parts_of(path.read_bytes()) for one in wanted)
    ]


def parts_of(content):
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return [content, *(package.read(name) for name in package.namelist())]
    return [content, gzip.decompress(content)] if content.startswith(b"\x1f\x8b") else [content]


def fill(assessment):
    """Record a person and a firm wherever a file has a place for them."""
    assessment.apply(SavePartners(partners=(r.PARTNER,), skills=(r.SKILL,)))
    assessment.apply(
        SaveMembers(
            members=(Member(code=CODE, name=FIRM), Member(code=OTHER, name="Otra")),
            contacts=(CONTACT, Contact(member=OTHER, name="Li", email="li@otra.example")),
        )
    )
    response = replace(
        r.RESPONSE,
        member=CODE,
        state=ResponseState.ACCEPTED,
        remarks=f"Ask {NAME.upper()} first",
        raw={"remarks": f"Ask {NAME} first"},
        source_sha256=SCAN,
        source_name=f"form {NAME}.xlsx",
    )
    other = replace(response, id="R-other", member=OTHER, remarks=None, raw={}, source_name=None, source_sha256=None)
    assessment.apply(ImportResponses(responses=(response, other), attachments=(scan_naming(NAME),)))
    assessment.apply(SaveActions(actions=(replace(r.ACTION, owner=f"{NAME}, {FIRM}", note=f"write to {EMAIL}"),)))
    assessment.apply(AddKpiEntry(entry=replace(r.KPI_ENTRY, members=(CODE, OTHER), note=f"list kept by {NAME}")))


def scan_naming(word, sha256=SCAN):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word.xml", f"signed by {word} " * 40)
    return Attachment(sha256=sha256, name="scan.docx", media_type="application/zip", content=packed.getvalue())


def leave_traces(tmp_path, monkeypatch):
    """Write the person into a log, a survey and the settings; return the data folder."""
    monkeypatch.setenv("FASTMAP_SETTINGS", str(tmp_path / "data" / "window.ini"))
    folder = places.user_data_folder()
    (folder / "logs").mkdir(parents=True)
    (folder / "logs" / "fastmap.log").write_text(f"one line\nfile of {NAME}\nlast line\n", "utf-8")
    places.survey_mappings_folder().mkdir()
    (places.survey_mappings_folder() / "1.toml").write_text(f'title = "asked by {EMAIL}"', "utf-8")
    (places.survey_mappings_folder() / "2.toml").write_text('title = "another"', "utf-8")
    places.settings_file().write_text(f"[files]\nrecent=/home/{NAME}/a.fastmap\n[look]\ntheme=dark\n", "utf-8")
    return folder


@contextmanager
def filled_file(path, clock):
    """Make a file, record the person and back it up before, after and after another change."""
    with Assessment.create(path, cluster=r.CLUSTER, round_label="2026", clock=clock) as opened:
        opened.backup_now()
        fill(opened)
        opened.backup_now()
        opened.apply(EditAction(action=replace(r.ACTION, owner="Nobody")))
        opened.backup_now()
        yield opened
