"""Whoever asks to be forgotten is: in the file, its history, its backups and everything else this computer keeps."""

import gzip
import io
import json
import os
import sqlite3
import subprocess
import sys
import unicodedata
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from fastmap import places
from fastmap.assessment import Assessment
from fastmap.changes import (
    AddKpiEntry,
    EditAction,
    ImportResponses,
    RecordMappings,
    SaveActions,
    SaveMembers,
    SavePartners,
    SaveSkills,
)
from fastmap.errors import FastmapError
from fastmap.model.choices import MappingHow, ResponseState, SkillSource
from fastmap.model.erasure import Erasure, ErasureBasis, ErasureKind
from fastmap.model.organisations import Contact, Member
from fastmap.model.responses import Attachment
from fastmap.model.skills import Mapping
from fastmap.store import erasing_elsewhere
from fastmap.store.erased_words import ErasedWords
from tests.store import recorded as r
from tests.store.erasing_driver import KILL_POINTS

NAME, EMAIL = "Zoë Quintanilla Peña", "zoe.quintanilla@sorbe.example"
FIRM = "Mecanizados Zzyx"
CODE, OTHER = "M001", "M002"
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
        source_name=f"form {NAME}.xlsx",
    )
    other = replace(response, id="R-other", member=OTHER, remarks=None, raw={}, source_name=None)
    assessment.apply(ImportResponses(responses=(response, other), attachments=(scan_naming(NAME),)))
    assessment.apply(SaveActions(actions=(replace(r.ACTION, owner=f"{NAME}, {FIRM}", note=f"write to {EMAIL}"),)))
    assessment.apply(AddKpiEntry(entry=replace(r.KPI_ENTRY, members=(CODE, OTHER), note=f"list kept by {NAME}")))


def scan_naming(word):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word.xml", f"signed by {word} " * 40)
    return Attachment(sha256="a" * 64, name="scan.docx", media_type="application/zip", content=packed.getvalue())


@pytest.fixture
def data(tmp_path, monkeypatch):
    """This computer's data folder and settings, where the person left traces."""
    monkeypatch.setenv("FASTMAP_SETTINGS", str(tmp_path / "data" / "window.ini"))
    folder = places.user_data_folder()
    (folder / "logs").mkdir(parents=True)
    (folder / "logs" / "fastmap.log").write_text(f"one line\nfile of {NAME}\nlast line\n", "utf-8")
    places.survey_mappings_folder().mkdir()
    (places.survey_mappings_folder() / "1.toml").write_text(f'title = "asked by {EMAIL}"', "utf-8")
    (places.survey_mappings_folder() / "2.toml").write_text('title = "another"', "utf-8")
    places.settings_file().write_text(f"[files]\nrecent=/home/{NAME}/a.fastmap\n[look]\ntheme=dark\n", "utf-8")
    return folder


@pytest.fixture
def filled(path, clock, data):
    with Assessment.create(path, cluster=r.CLUSTER, round_label="2026", clock=clock) as opened:
        opened.backup_now()
        fill(opened)
        opened.backup_now()
        opened.apply(EditAction(action=replace(r.ACTION, owner="Nobody")))
        opened.backup_now()
        yield opened


def test_deleting_a_row_without_care_leaves_its_bytes_where_the_search_finds_them(path, tmp_path, clock, data):
    """The search of these tests can fail: SQLite keeps what it deletes unless told otherwise."""
    with Assessment.create(path, cluster=r.CLUSTER, round_label="2026", clock=clock) as opened:
        opened.apply(SaveMembers(members=(Member(code=CODE, name=FIRM),), contacts=(CONTACT,)))
    with closing(sqlite3.connect(path, isolation_level=None)) as careless:
        careless.execute("PRAGMA secure_delete = OFF")
        careless.execute("DELETE FROM contacts")
        careless.execute("DELETE FROM event_rows")
        assert careless.execute("SELECT count(*) FROM contacts").fetchone() == (0,)

    assert path in files_with(tmp_path, NAME, EMAIL)


def test_bytes_that_were_deleted_without_care_go_with_the_next_erasure(path, tmp_path, clock, data):
    with Assessment.create(path, cluster=r.CLUSTER, round_label="2026", clock=clock) as opened:
        fill(opened)
    with closing(sqlite3.connect(path, isolation_level=None)) as careless:
        careless.execute("PRAGMA secure_delete = OFF")
        careless.execute("UPDATE actions SET note = NULL, owner = NULL")
        careless.execute("DELETE FROM event_rows WHERE table_name = 'actions'")
    with Assessment.open(path, clock=clock) as opened:
        opened.erase(ERASE_CONTACT, placeholder="[erased]")

    assert files_with(tmp_path, NAME, EMAIL) == []


def test_a_contact_person_is_in_no_byte_of_any_file_afterwards(filled, tmp_path, data):
    before = files_with(tmp_path, NAME, EMAIL)
    assert len(before) >= 6, "file, two backups, log, survey and settings should hold the name"

    cleaned = filled.erase(ERASE_CONTACT, placeholder="[erased]")

    assert cleaned.left == ()
    assert files_with(tmp_path, NAME, EMAIL) == []
    filled.close()
    assert files_with(tmp_path, NAME, EMAIL) == []


def test_a_contact_goes_and_everything_else_stays(filled, data):
    before = filled.snapshot()

    filled.erase(ERASE_CONTACT, placeholder="[erased]")

    after = filled.snapshot()
    assert after.members == before.members
    assert [one.needs for one in after.responses] == [one.needs for one in before.responses]
    assert {one.remarks for one in after.responses} == {None, "Ask [erased] first"}
    assert [contact.name for contact in filled.contacts()] == ["Li"]
    assert (data / "logs" / "fastmap.log").read_text("utf-8") == "one line\nlast line\n"
    assert places.settings_file().read_text("utf-8") == "[files]\n[look]\ntheme=dark\n"
    assert [path.name for path in places.survey_mappings_folder().iterdir()] == ["2.toml"]
    filled.check()


def test_backups_are_sound_and_open_without_the_person(filled, tmp_path, data):
    count = len(filled.backups())

    filled.erase(ERASE_CONTACT, placeholder="[erased]")

    known = []
    for backup in filled.backups():
        with Assessment.open(backup.path, read_only=True) as old:
            old.check()
            known.append([one.name for one in old.contacts()])
    assert len(known) == count
    assert known[0] == []
    assert known[-1] == ["Li"]


def test_undoing_everything_does_not_bring_the_person_back_and_redoing_neither(filled, tmp_path):
    filled.erase(ERASE_CONTACT, placeholder="[erased]")
    while filled.undo():
        pass
    assert filled.snapshot().members == ()

    while filled.redo():
        pass

    assert [one.name for one in filled.contacts()] == ["Li"]
    assert files_with(tmp_path, NAME, EMAIL) == []


def test_a_member_goes_with_what_it_told_and_the_others_keep_theirs(filled, tmp_path, data):
    filled.apply(
        SaveSkills(
            skills=(replace(r.SKILL, uri="fastmap:p/1", labels={"en": "odd words"}, source=SkillSource.PROVISIONAL),)
        )
    )
    filled.apply(
        RecordMappings(
            mappings=(Mapping(text_key="odd words", language="en", skill="fastmap:p/1", how=MappingHow.BY_HAND),)
        )
    )

    filled.erase(ERASE_MEMBER, placeholder="[erased]")

    snapshot = filled.snapshot()
    assert [member.code for member in snapshot.members] == [OTHER]
    assert [response.id for response in snapshot.responses] == ["R-other"]
    assert CODE in snapshot.used_ids, "nobody may get the code again"
    (entry,) = snapshot.kpi_entries
    assert (entry.members, entry.others[-1]) == ((OTHER,), "[erased] 1")
    assert files_with(tmp_path, NAME, EMAIL, FIRM) == []
    while filled.undo():
        pass
    while filled.redo():
        pass
    assert [member.code for member in filled.snapshot().members] == [OTHER]


def test_an_answer_given_to_another_member_since_stays_with_it(assessment):
    assessment.apply(SaveMembers(members=(Member(code=CODE, name=FIRM), Member(code=OTHER, name="Otra"))))
    response = replace(r.RESPONSE, member=CODE, state=ResponseState.ACCEPTED)
    assessment.apply(ImportResponses(responses=(response,)))
    assessment.apply(ImportResponses(responses=(replace(response, member=OTHER),)))

    assessment.erase(ERASE_MEMBER, placeholder="[erased]")

    assert [one.member for one in assessment.snapshot().responses] == [OTHER]
    while assessment.undo():
        pass
    assessment.check()


def test_decisions_about_words_that_only_the_member_used_go_and_shared_ones_stay(assessment):
    assessment.apply(SavePartners(skills=(r.SKILL,)))
    assessment.apply(SaveMembers(members=(Member(code=CODE, name=FIRM), Member(code=OTHER, name="Otra"))))
    own, shared = replace(r.NEED, row=1, skill_text="Our odd thing"), replace(r.NEED, row=2, skill_text="Welding")
    base = replace(r.RESPONSE, language="en", unused=(), state=ResponseState.ACCEPTED)
    assessment.apply(
        ImportResponses(
            responses=(
                replace(base, member=CODE, needs=(own, shared)),
                replace(base, id="R-b", member=OTHER, needs=(shared,)),
            )
        )
    )
    keys = ("our odd thing", "welding")
    assessment.apply(
        RecordMappings(
            mappings=tuple(
                Mapping(text_key=key, language="en", skill=r.SKILL.uri, how=MappingHow.BY_HAND) for key in keys
            )
        )
    )

    assessment.erase(ERASE_MEMBER, placeholder="[erased]")

    assert [one.text_key for one in assessment.snapshot().mappings] == ["welding"]


def test_somebody_who_is_only_named_in_texts_can_be_erased(filled, tmp_path):
    filled.apply(EditAction(action=replace(r.ACTION, owner="Ibarra, Jon")))

    filled.erase(Erasure(kind=ErasureKind.WORDS, words=("Jon Ibarra",)), placeholder="[erased]")

    assert filled.snapshot().actions[0].owner == "[erased]"
    assert files_with(tmp_path, "Ibarra, Jon", "Jon Ibarra") == []


def test_a_partners_contact_goes_and_the_partner_stays(assessment, tmp_path):
    assessment.apply(
        SavePartners(partners=(replace(r.PARTNER, contact=f"{NAME} <{EMAIL}>, 944 000 111"),), skills=(r.SKILL,))
    )
    assessment.backup_now()

    assessment.erase(Erasure(kind=ErasureKind.PARTNER_CONTACT, key=r.PARTNER.id), placeholder="[erased]")

    assert [(one.id, one.contact) for one in assessment.snapshot().partners] == [(r.PARTNER.id, None)]
    assert files_with(tmp_path, EMAIL, NAME) == []


def test_a_preview_counts_what_goes_and_changes_nothing(filled):
    before = (filled.content_hash(), filled.history())

    seen = filled.preview_erasure(ERASE_MEMBER, placeholder="[erased]")

    assert (seen.counts.answers, seen.counts.needs) == (1, len(r.RESPONSE.needs))
    assert {NAME, EMAIL, FIRM} <= set(seen.words)
    assert seen.backups == tuple(backup.path for backup in filled.backups())
    assert len(seen.backups) >= 3
    assert (filled.content_hash(), filled.history()) == before


def test_what_is_kept_of_an_erasure_names_nobody(filled):
    filled.erase(replace(ERASE_CONTACT, basis=ErasureBasis.WITHDRAWN), placeholder="[erased]")

    (kept,) = filled.erasures()
    assert (kept.kind, kept.basis, kept.is_finished) == (ErasureKind.CONTACT, ErasureBasis.WITHDRAWN, True)
    assert filled.history()[-1].what.key == "change.erased"


def test_a_backup_of_another_round_loses_the_same_person_and_not_its_namesake_by_code(filled, tmp_path, clock):
    for name, contact in (("same", CONTACT), ("stranger", Contact(member=CODE, name="Uwe Stranger"))):
        with Assessment.create(tmp_path / f"{name}.fastmap", cluster=r.CLUSTER, round_label=name, clock=clock) as one:
            one.apply(SaveMembers(members=(Member(code=CODE, name=name),), contacts=(contact,)))
            one.backup_now()
    (tmp_path / "same.fastmap").unlink()

    filled.erase(ERASE_CONTACT, placeholder="[erased]")

    assert files_with(tmp_path, NAME, EMAIL) == []
    assert len(files_with(places.backup_folder(), "Uwe Stranger")) == 1


def test_a_damaged_backup_is_removed_because_nobody_can_tell_what_it_holds(filled):
    kept = len(filled.backups())
    damaged = filled.backups()[1].path
    damaged.write_bytes(damaged.read_bytes()[:5000])

    cleaned = filled.erase(ERASE_CONTACT, placeholder="[erased]")

    assert cleaned.removed >= 1
    assert len(filled.backups()) == kept - 1


def test_journals_set_aside_and_unfinished_copies_go(filled, path, tmp_path):
    for name in (f"{path.name}-journal.0a1b2c3d.old", f".{path.name}.0a1b2c3d.part"):
        path.with_name(name).write_text(NAME, "utf-8")

    filled.erase(ERASE_CONTACT, placeholder="[erased]")

    assert files_with(tmp_path, NAME) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("point", KILL_POINTS)
def test_killed_at_any_moment_the_next_opening_ends_what_was_begun_or_nothing_was(filled, path, tmp_path, clock, point):
    filled.close()
    driver = [sys.executable, "-m", "tests.store.erasing_driver", str(path), CODE, point]
    ended = subprocess.run(driver, cwd=Path(__file__).parents[2], env={**os.environ}, timeout=60, check=False)
    assert ended.returncode == -9

    with Assessment.open(path, clock=clock) as again:
        assert again.erasure_problem is None
        again.check()
        if point in ("mark", "transaction"):
            assert [one.name for one in again.contacts()] == [NAME, "Li"]
            assert again.erasures() == ()
        else:
            assert [one.name for one in again.contacts()] == ["Li"]
            assert [one.is_finished for one in again.erasures()] == [True]
            assert files_with(tmp_path, NAME, EMAIL) == []
    assert not list((places.user_data_folder() / "erasing").glob("*"))


def test_a_full_disk_is_told_and_the_next_opening_goes_on(filled, path, tmp_path, clock, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(erasing_elsewhere.shutil, "copyfile", full)
        with pytest.raises(FastmapError) as told:
            filled.erase(ERASE_CONTACT, placeholder="[erased]")
    assert told.value.code == "erasure_unfinished"
    filled.close()

    with Assessment.open(path, clock=clock) as again:
        assert again.erasure_problem is None
    assert files_with(tmp_path, NAME, EMAIL) == []


def test_a_file_from_elsewhere_cannot_make_this_computer_erase(filled, path, tmp_path, clock):
    filled.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as prepared:
        note = {"kind": "words", "key": "", "basis": "request", "words": ["Otra"], "placeholder": "x", "number": 1}
        note |= {"at": "2026-01-01T00:00:00+00:00", "mark": "0" * 32}
        prepared.execute("INSERT INTO notes VALUES ('erasure', ?)", (json.dumps(note),))
    before = files_with(places.backup_folder(), "Otra")

    with Assessment.open(path, clock=clock) as opened:
        assert opened.erasure_problem is not None
        assert opened.erasure_problem.code == "erasure_begun_elsewhere"
        assert [one.name for one in opened.snapshot().members][-1] == "Otra"
    assert files_with(places.backup_folder(), "Otra") == before


def test_short_names_go_only_where_they_are_the_whole_text():
    words = ErasedWords(("Li",), "[erased]")

    assert [words.out_of(text) for text in ("Li", " li ", "Link", "Ask Li")] == [
        "[erased]",
        "[erased]",
        "Link",
        "Ask Li",
    ]


def test_longer_words_that_contain_a_name_stay():
    words = ErasedWords(("Martin",), "[erased]")

    assert words.out_of("Martinez asked Martin") == "Martinez asked [erased]"


def test_json_stays_json_without_the_name():
    words = ErasedWords((NAME,), "[erased]")

    swept = words.out_of(json.dumps({"a": [NAME, 3], "b": json.dumps({"c": NAME})}))

    assert json.loads(swept)["a"] == ["[erased]", 3]
    assert json.loads(json.loads(swept)["b"]) == {"c": "[erased]"}
