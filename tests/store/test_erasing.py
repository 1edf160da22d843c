"""Whoever asks to be forgotten is: in the file, its history, its backups and everything else this computer keeps."""

import gzip
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
import unicodedata
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from fastmap import places
from fastmap.assessment import Assessment
from fastmap.catalogue.texts import form_languages, load_texts
from fastmap.changes import (
    AddKpiEntry,
    CastBallotPapers,
    EditAction,
    EditResponse,
    ImportResponses,
    OpenBallot,
    RecordMappings,
    RenameSkill,
    SaveActions,
    SaveMembers,
    SavePartners,
    SaveSkills,
    SaveWorkshop,
    SetBallotState,
)
from fastmap.errors import FastmapError
from fastmap.model.choices import BallotState, MappingHow, MemberStatus, ResponseState, SkillSource
from fastmap.model.erasure import Erasure, ErasureBasis, ErasureKind
from fastmap.model.messages import message
from fastmap.model.organisations import Contact, Member
from fastmap.model.responses import Attachment, Problem
from fastmap.model.skills import Mapping
from fastmap.store import erasing, erasing_elsewhere, erasing_file
from fastmap.store.erased_words import ErasedWords, names_nobody
from fastmap.store.free_texts import with_texts
from tests.store import recorded as r
from tests.store.erasing_driver import KILL_POINTS

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


def test_after_an_undo_somebody_is_erased_all_the_same_also_in_a_backup_that_could_redo(filled, tmp_path):
    filled.apply(EditAction(action=replace(r.ACTION, owner=f"{NAME} again")))
    filled.undo()
    holding = filled.backup_now()
    assert holding in files_with(tmp_path, NAME)

    seen = filled.preview_erasure(ERASE_CONTACT, placeholder="[erased]")
    cleaned = filled.erase(ERASE_CONTACT, placeholder="[erased]")

    assert NAME in seen.words
    assert (cleaned.left, cleaned.unread) == ((), ())
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


def test_somebody_who_is_named_in_the_words_that_a_vote_keeps_is_erased_there_and_in_its_history(filled, tmp_path):
    words = {r.BALLOT.options[0]: "Course of Jon Ibarra", r.BALLOT.options[1]: "Brazing"}
    filled.apply(SaveWorkshop(workshop=replace(r.WORKSHOP, id="W077")))
    filled.apply(OpenBallot(ballot=replace(r.BALLOT, id="B077", workshop="W077", words=words)))
    filled.apply(SetBallotState(ballot="B077", state=BallotState.CLOSED, at=r.NOON))

    filled.erase(Erasure(kind=ErasureKind.WORDS, words=("Jon Ibarra",)), placeholder="[erased]")

    (vote,) = (one for one in filled.snapshot().ballots if one.id == "B077")
    assert set(vote.words.values()) == {"Course of [erased]", "Brazing"}
    assert files_with(tmp_path, "Jon Ibarra") == []


def test_a_partners_contact_goes_and_the_partner_stays(assessment, tmp_path):
    assessment.apply(
        SavePartners(partners=(replace(r.PARTNER, contact=f"{NAME} <{EMAIL}>, 944 000 111"),), skills=(r.SKILL,))
    )
    assessment.backup_now()

    assessment.erase(Erasure(kind=ErasureKind.PARTNER_CONTACT, key=r.PARTNER.id), placeholder="[erased]")

    assert [(one.id, one.contact) for one in assessment.snapshot().partners] == [(r.PARTNER.id, None)]
    assert files_with(tmp_path, EMAIL, NAME) == []


def test_whoever_is_also_a_contact_elsewhere_goes_there_as_a_whole_and_is_never_sought_as_erased(assessment, tmp_path):
    contacts = (CONTACT, Contact(member=OTHER, name="Bea Gil", email=EMAIL))
    assessment.apply(SavePartners(partners=(replace(r.PARTNER, contact=f"{NAME} <{EMAIL}>"),), skills=(r.SKILL,)))
    assessment.apply(
        SaveMembers(members=(Member(code=CODE, name=FIRM), Member(code=OTHER, name="Otra")), contacts=contacts)
    )

    assessment.erase(ERASE_CONTACT, placeholder="[erased]")

    assert [(one.member, one.name, one.email) for one in assessment.contacts()] == [(OTHER, "Bea Gil", None)]
    assert assessment.snapshot().partners[0].contact is None
    again = assessment.preview_erasure(Erasure(kind=ErasureKind.CONTACT, key=OTHER), placeholder="[erased]")
    assert again.words == ("Bea Gil",)


@pytest.mark.parametrize("contact", [NAME, f"{NAME} <{EMAIL}>"])
def test_a_partners_contact_who_is_a_members_too_goes_from_both(assessment, contact):
    assessment.apply(SavePartners(partners=(replace(r.PARTNER, contact=contact),), skills=(r.SKILL,)))
    assessment.apply(SaveMembers(members=(Member(code=CODE, name=FIRM),), contacts=(CONTACT,)))

    cleaned = assessment.erase(ERASE_CONTACT, placeholder="[gelöscht]")

    assert assessment.snapshot().partners[0].contact is None
    assert cleaned.left == ()


def test_a_contact_that_reads_like_an_earlier_erasure_is_sought_by_no_word(assessment):
    assessment.apply(
        SaveMembers(
            members=(Member(code=CODE, name=FIRM),),
            contacts=(Contact(member=CODE, name="[borrado]", email="ana@otra.example"),),
        )
    )

    seen = assessment.preview_erasure(ERASE_CONTACT, placeholder="[erased]")

    assert seen.words == ("ana@otra.example",)


def test_in_every_language_what_stands_for_an_erased_name_is_known_again():
    for language in form_languages():
        assert names_nobody(load_texts(language).term("erasure.placeholder")), language


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


@pytest.mark.parametrize("full", ["files", "backups", "data"])
def test_a_folder_without_room_is_named_and_nothing_is_erased(filled, path, tmp_path, monkeypatch, full):
    folder = {"files": path.parent, "backups": places.backup_folder(), "data": places.user_data_folder()}[full]
    usage, before = shutil.disk_usage(tmp_path), files_with(tmp_path, NAME)

    def told_full(asked):
        return usage._replace(free=0) if Path(asked) == folder else usage

    monkeypatch.setattr(erasing_elsewhere.shutil, "disk_usage", told_full)
    with pytest.raises(FastmapError) as told:
        filled.erase(ERASE_CONTACT, placeholder="[erased]")

    assert (told.value.code, told.value.facts) == ("erasure_no_room", {"folder": str(folder)})
    assert files_with(tmp_path, NAME) == before
    assert filled.erasures() == ()


def test_a_disk_that_fills_while_a_backup_is_written_anew_is_told_with_the_folder_of_the_backups(filled, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(erasing_elsewhere, "place_over", full)
    with pytest.raises(FastmapError) as told:
        filled.erase(ERASE_CONTACT, placeholder="[erased]")

    assert told.value.code == "erasure_unfinished"
    assert str(places.backup_folder()) in told.value.facts["reason"].facts["folder"]


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


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("José Ruiz García", "Ruiz García, José"),
        ("José Ruiz García", "García, José Ruiz"),
        ("José Ruiz García", "RUIZ GARCIA JOSE"),
        ("Ruiz García, José", "José Ruiz García"),
        ("Anna Weiß", "ANNA WEISS"),
        ("Anna Weiß", "Weiss, Anna"),
        ("Anna Weiß", "Anna\u00a0Weiß"),
        ("Anna Weiß", "An\u00adna \u200bWeiß"),
        ("Anna Weiß", "Anna\u200bWeiß"),
        ("Anna Weiß", "Anna_Weiß"),
        ("Ștefan Țepeș", "Ştefan Ţepeş"),
        ("Ştefan Ţepeş", "Țepeș Ștefan"),
        ("Sean O'Neil", "O’Neil Sean"),
        ("Jean-Luc Petit", "Jean\u2011Luc Petit"),
        ("İbrahim Çelik", "ibrahim çelik"),
        ("Łukasz Żak", "Lukasz Zak"),
        ("Zoë Peña", unicodedata.normalize("NFD", "Peña, Zoë")),
    ],
)
def test_a_name_goes_in_every_order_and_however_programs_write_its_letters(name, text):
    words = ErasedWords((name,), "[erased]")

    assert words.out_of(f"ask {text}: soon") == "ask [erased]: soon"
    assert words.are_in(text)


@pytest.mark.parametrize("text", ["José Ruiz", "Ruiz García", "Josés Ruiz García", "José Ruiz Garcíaz"])
def test_part_of_a_name_and_longer_names_stay_word_for_word(text):
    assert ErasedWords(("José Ruiz García",), "[erased]").out_of(f"ask {text}…") == f"ask {text}…"


@pytest.mark.parametrize(
    ("name", "written"), [("O'Neil Sean", "O’Neil Sean"), ("Ștefan Țepeș", "Ştefan Ţepeş"), ("Ana Sorbe", "ana-sorbe")]
)
def test_bytes_are_searched_for_the_letters_that_programs_put_for_one_another(name, written):
    assert ErasedWords((name,), "").are_in_bytes(f"<{written}>".encode())


def test_two_surnames_are_erased_in_the_turned_form_also_from_history_and_backups(filled, tmp_path):
    name, turned = "José Ruiz García", "Ruiz García, José"
    contact = Contact(member="M078", name=name)
    filled.apply(SaveMembers(members=(Member(code="M078", name="Nord"),), contacts=(contact,)))
    filled.apply(EditAction(action=replace(r.ACTION, owner=turned)))
    filled.apply(EditAction(action=replace(r.ACTION, owner="Nobody")))
    filled.backup_now()
    assert len(files_with(tmp_path, turned)) == 2

    filled.erase(Erasure(kind=ErasureKind.CONTACT, key="M078"), placeholder="[erased]")

    assert files_with(tmp_path, name, turned) == []


def test_longer_words_that_contain_a_name_stay():
    words = ErasedWords(("Martin",), "[erased]")

    assert words.out_of("Martinez asked Martin") == "Martinez asked [erased]"


def test_json_stays_json_without_the_name_and_keys_of_the_program_stay():
    words = ErasedWords((NAME, "Kind"), "[erased]")
    row = {
        "id": "Kind",
        "raw": json.dumps({"kind": f"ask {NAME}"}),
        "links": json.dumps([{"name": NAME, "kind": "kind"}]),
    }

    swept = with_texts("responses", row, words.out_of)

    assert swept["id"] == "Kind"
    assert json.loads(swept["raw"]) == {"kind": "ask [erased]"}
    assert json.loads(swept["links"]) == [{"name": "[erased]", "kind": "kind"}]


def test_a_name_in_the_title_of_a_sheet_or_of_a_surveys_column_goes_everywhere(filled, tmp_path):
    asked = f"What does {NAME} say?"
    problem = Problem(code="x", sheet=NAME, cell="C7", field=asked, facts=message("problem.x"))
    response = next(one for one in filled.snapshot().responses if one.member == OTHER)
    raw = {f"{NAME}!C7": "a note", asked: "yes", f"{FIRM}!C7": "another", "remarks": "none"}
    filled.apply(ImportResponses(responses=(replace(response, id="R-third", raw=raw, problems=(problem,)),)))
    filled.backup_now()

    cleaned = filled.erase(replace(ERASE_MEMBER, words=(NAME,)), placeholder="[erased]")

    (kept,) = (one for one in filled.snapshot().responses if one.id == "R-third")
    assert dict(kept.raw) == {
        "[erased]!C7": "another",
        "What does [erased] say?": "yes",
        "[erased]!C7 2": "a note",
        "remarks": "none",
    }
    assert [one.field for one in kept.problems] == ["What does [erased] say?"]
    assert cleaned.left == ()
    assert files_with(tmp_path, NAME, FIRM) == []


# --- names in ids ------------------------------------------------------------------------------------------------------

OWN, OWN_AFTER = "fastmap:own/secret-press-of-mecanizados-zzyx-0123456789", "fastmap:own/0123456789"
OPEN, OPEN_AFTER = "fastmap:provisional/tools-of-mecanizados-zzyx", "fastmap:provisional/tools-of-erased"


@pytest.fixture
def with_ids(filled):
    """An own skill whose id says what it was called once, named wherever a skill can be, then renamed."""
    own = replace(r.SKILL, uri=OWN, labels={"en": f"Secret press of {FIRM}"}, source=SkillSource.OWN)
    filled.apply(SaveSkills(skills=(own,)))
    filled.apply(
        RecordMappings(
            mappings=(Mapping(text_key="press work", language="en", skill=OWN, how=MappingHow.BY_HAND),),
        )
    )
    filled.apply(SavePartners(offers=(replace(r.OFFER, skill=OWN),)))
    filled.apply(EditAction(action=replace(r.ACTION, skills=(OWN, OPEN))))
    filled.apply(SaveWorkshop(workshop=replace(r.WORKSHOP, id="W077")))
    vote = replace(r.BALLOT, id="B077", workshop="W077", options=(OWN, OPEN), words={OWN: "Press", OPEN: "Tools"})
    filled.apply(OpenBallot(ballot=replace(vote, by_hand={})))
    filled.apply(RenameSkill(skill=OWN, language="en", label="Press work"))
    filled.backup_now()
    return filled


@pytest.mark.parametrize(
    "erasure", [ERASE_MEMBER, Erasure(kind=ErasureKind.WORDS, words=(FIRM,))], ids=["member", "words"]
)
def test_an_id_that_was_made_of_erased_words_is_replaced_wherever_it_stands(with_ids, tmp_path, erasure):
    with_ids.apply(CastBallotPapers(papers=(replace(r.PAPER, id="p-77", ballot="B077", dots={OWN: 2, OPEN: 1}),)))
    with_ids.apply(SetBallotState(ballot="B077", state=BallotState.CLOSED, at=r.NOON, places={OWN: 1}))
    with_ids.backup_now()
    assert len(files_with(tmp_path, "mecanizados-zzyx")) == 3

    cleaned = with_ids.erase(erasure, placeholder="[erased]")

    snapshot = with_ids.snapshot()
    assert OWN_AFTER in {skill.uri for skill in snapshot.skills}
    assert [one.skill for one in snapshot.mappings if one.text_key == "press work"] == [OWN_AFTER]
    assert [one.skill for one in snapshot.offers] == [OWN_AFTER]
    assert snapshot.actions[0].skills == (OWN_AFTER, OPEN_AFTER)
    (vote,) = (one for one in snapshot.ballots if one.id == "B077")
    assert vote.options == (OWN_AFTER, OPEN_AFTER)
    assert (dict(vote.words), dict(vote.places)) == ({OWN_AFTER: "Press", OPEN_AFTER: "Tools"}, {OWN_AFTER: 1})
    (paper,) = (one for one in snapshot.ballot_papers if one.ballot == "B077")
    assert dict(paper.dots) == {OWN_AFTER: 2, OPEN_AFTER: 1}
    assert cleaned.left == ()
    assert files_with(tmp_path, "mecanizados-zzyx", FIRM) == []


def test_changes_of_a_skill_whose_id_was_replaced_are_undone_and_made_again(with_ids):
    with_ids.erase(ERASE_MEMBER, placeholder="[erased]")
    before = with_ids.content_hash()

    while with_ids.undo():
        pass
    while with_ids.redo():
        pass

    assert with_ids.content_hash() == before
    with_ids.check()


def test_two_skills_whose_ids_become_alike_stay_two(assessment):
    alike = ("fastmap:own/mecanizados-zzyx-0123456789", "fastmap:own/of-mecanizados-zzyx-0123456789")
    assessment.apply(
        SaveSkills(skills=tuple(replace(r.SKILL, uri=uri, source=SkillSource.OWN) for uri in (*alike, OWN_AFTER)))
    )

    assessment.erase(Erasure(kind=ErasureKind.WORDS, words=(FIRM,)), placeholder="[erased]")

    found = {skill.uri for skill in assessment.snapshot().skills}
    assert found == {OWN_AFTER, f"{OWN_AFTER}-2", f"{OWN_AFTER}-3"}


@pytest.mark.parametrize(
    ("said", "name", "is_in"),
    [
        ("press-of-mecanizados-zzyx", FIRM, True),
        ("zzyx-mecanizados-press", FIRM, True),
        ("press-of-mecanizados", FIRM, False),
        ("the-very-long-name-of-a-press-of-mecaniz", FIRM, True),
        ("the-very-long-name-of-a-press-of-machine", FIRM, False),
        ("soldar-pena", "Peña", True),
        ("soldar-penasco", "Peña", False),
        ("li", "Li", True),
        ("weld-li", "Li", False),
    ],
)
def test_a_name_is_known_in_the_spelling_of_ids_also_where_they_cut_it(said, name, is_in):
    assert ErasedWords((name,), "").are_in_slug(said, cut_at=40) is is_in


# --- names that are words of the program -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Kind", "Answered", "Reminded", "Status", "Vet", "Skill"])
def test_a_name_that_is_a_word_of_the_program_goes_and_the_file_and_its_backups_open(filled, path, clock, name):
    filled.apply(
        SaveMembers(
            members=(Member(code="M077", name="Nord", status=MemberStatus.REMINDED),),
            contacts=(Contact(member="M077", name=name, email=f"{name}@nord.example"),),
        )
    )
    filled.apply(EditAction(action=replace(r.ACTION, owner=f"{name} and others")))
    filled.backup_now()
    count = len(filled.backups())

    cleaned = filled.erase(Erasure(kind=ErasureKind.CONTACT, key="M077"), placeholder="[erased]")

    assert (cleaned.removed, cleaned.unread) == (0, ())
    assert len(filled.backups()) == count
    assert filled.snapshot().actions[0].owner == ("[erased] and others" if len(name) >= 4 else f"{name} and others")
    for backup in filled.backups():
        Assessment.open(backup.path, read_only=True).close()
    filled.close()
    with Assessment.open(path, clock=clock) as again:
        while again.undo():
            pass
        while again.redo():
            pass


def test_a_sound_backup_in_which_the_name_is_the_status_of_another_stays(assessment):
    members = Member(code="M1", name="One", status=MemberStatus.REMINDED), Member(code="M2", name="Reminded")
    assessment.apply(SaveMembers(members=members))
    assessment.backup_now()
    assessment.apply(SaveMembers(members=(replace(members[0], status=MemberStatus.REFUSED),)))
    count = len(assessment.backups())

    cleaned = assessment.erase(Erasure(kind=ErasureKind.MEMBER, key="M2"), placeholder="[erased]")

    assert (cleaned.removed, cleaned.unread) == (0, ())
    assert len(assessment.backups()) == count


def test_an_erasure_that_would_leave_an_unreadable_file_erases_nothing(filled, path, tmp_path, monkeypatch):
    def clumsy(connection, *_):
        connection.execute("UPDATE responses SET unused = '[1]'")
        return 0

    before, files = filled.content_hash(), files_with(tmp_path, NAME)
    monkeypatch.setattr(erasing, "sweep_records", clumsy)

    with pytest.raises(FastmapError) as refused:
        filled.erase(ERASE_CONTACT, placeholder="[erased]")

    assert refused.value.code == "erasure_breaks_file"
    assert filled.content_hash() == before
    assert files_with(tmp_path, NAME) == files
    assert list((places.user_data_folder() / "erasing").iterdir()) == []
    assert filled.erasures() == ()


def test_a_backup_that_could_not_be_read_afterwards_stays_as_it_was_and_is_named(filled, monkeypatch):
    real, calls = erasing.sweep_records, []

    def clumsy(connection, words):
        calls.append(1)
        if len(calls) > 1:  # the file itself comes first
            connection.execute("UPDATE responses SET unused = '[1]'")
        return real(connection, words)

    holding = [backup.path for backup in filled.backups()]
    bytes_before = {path: path.read_bytes() for path in holding}
    monkeypatch.setattr(erasing, "sweep_records", clumsy)

    cleaned = filled.erase(ERASE_CONTACT, placeholder="[erased]")

    assert cleaned.unread
    assert all(path.read_bytes() == bytes_before[path] for path in cleaned.unread)
    assert len(filled.backups()) == len(holding)


# --- what is not erased ------------------------------------------------------------------------------------------------


@pytest.fixture
def with_scan_of_another(filled):
    """A scan of the other member in which the letters occur."""
    scan = scan_naming(FIRM, "b" * 64)
    filled.apply(ImportResponses(attachments=(replace(scan, name="other.pdf"),)))
    response = next(one for one in filled.snapshot().responses if one.member == OTHER)
    filled.apply(EditResponse(response=replace(response, source_sha256="b" * 64)))
    return filled


def test_a_scan_of_another_member_stays_and_the_preview_names_it(with_scan_of_another):
    seen = with_scan_of_another.preview_erasure(ERASE_MEMBER, placeholder="[erased]")
    with_scan_of_another.erase(ERASE_MEMBER, placeholder="[erased]")

    assert seen.scans == ("other.pdf",)
    assert [one.name for one in with_scan_of_another.attachments()] == ["other.pdf"]


def test_a_scan_of_another_member_goes_if_the_person_wants_it_in_backups_too(with_scan_of_another, tmp_path):
    with_scan_of_another.backup_now()

    with_scan_of_another.erase(replace(ERASE_MEMBER, with_scans=True), placeholder="[erased]")

    assert with_scan_of_another.attachments() == ()
    assert files_with(tmp_path, FIRM) == []
    for backup in with_scan_of_another.backups():
        with Assessment.open(backup.path, read_only=True) as old:
            assert old.attachments() == ()


@pytest.mark.parametrize("how", ["cut", "overwritten", "empty"])
def test_a_damaged_backup_of_another_assessment_stays_and_is_named(filled, tmp_path, clock, how):
    other = tmp_path / "other.fastmap"
    with Assessment.create(other, cluster=r.CLUSTER, round_label="other", clock=clock) as opened:
        opened.apply(SaveMembers(members=(Member(code="M1", name="Other"),)))
        backup = opened.backup_now()
    content = backup.read_bytes()
    damaged = {"cut": content[:5000], "overwritten": content[:4096] + b"\xff" * 200 + content[4296:], "empty": b""}[how]
    backup.write_bytes(damaged)

    cleaned = filled.erase(ERASE_CONTACT, placeholder="[erased]")

    assert backup.read_bytes() == damaged
    assert cleaned.unread == (backup,)


# --- beside an open window ---------------------------------------------------------------------------------------------

LOOKS_FIRST = """
import sys
from fastmap.assessment import Assessment
with Assessment.look_into(sys.argv[1]) as looked:
    print(looked.is_beside, flush=True)
    sys.stdin.readline()
    print(looked.backup_now(), flush=True)
"""


def test_a_backup_made_by_whoever_looked_into_the_file_before_an_erasure_holds_nobody_who_was_erased(
    filled, path, tmp_path
):
    reader = subprocess.Popen(
        [sys.executable, "-c", LOOKS_FIRST, str(path)],
        cwd=Path(__file__).parents[2],
        env={**os.environ},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert reader.stdout is not None
    assert reader.stdout.readline() == "True\n"

    filled.erase(ERASE_CONTACT, placeholder="[erased]")
    made, _ = reader.communicate("\n", timeout=60)

    assert Path(made.strip()).is_file()
    assert files_with(tmp_path, NAME, EMAIL) == []


def test_whoever_backs_up_beside_an_erasure_waits_until_the_words_are_gone_from_the_file(filled, path, monkeypatch):
    real, seen = erasing_file.clean, []

    def meanwhile(around, *rest, **more):
        turn = "import sys; from pathlib import Path; from fastmap.store.backup_turns import turn_at_backups\n"
        turn += "with turn_at_backups(Path(sys.argv[1]), sys.argv[2]): pass"
        where = [str(around.backup_folder), around.assessment_id]
        waiting = subprocess.Popen([sys.executable, "-c", turn, *where], cwd=Path(__file__).parents[2])
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(timeout=1)
        seen.append(waiting)
        return real(around, *rest, **more)

    monkeypatch.setattr(erasing_file, "clean", meanwhile)
    filled.erase(ERASE_CONTACT, placeholder="[erased]")

    assert [one.wait(timeout=20) for one in seen] == [0]


# --- an erasure that was interrupted -----------------------------------------------------------------------------------


@pytest.fixture
def interrupted(filled, path, tmp_path, monkeypatch):
    """The file after an erasure that a full disk stopped; beside it a copy from before."""
    filled.save_copy(tmp_path / "copy.fastmap")
    with monkeypatch.context() as patch:
        patch.setattr(erasing_file, "clean", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "full")))
        with pytest.raises(FastmapError):
            filled.erase(ERASE_CONTACT, placeholder="[erased]")
    filled.close()
    return path


def opens_a_copy(tmp_path):
    Assessment.open(tmp_path / "copy.fastmap").close()


def opens_a_backup(tmp_path):
    for backup in places.backup_folder().rglob("*.fastmap"):
        Assessment.open(backup, backup_folder=tmp_path / "elsewhere").close()


def opens_it_to_read(tmp_path):
    with Assessment.open(next((tmp_path / "my files").glob("*.fastmap")), read_only=True) as opened:
        assert opened.erasure_problem is not None


@pytest.mark.parametrize("erasure", [ERASE_CONTACT, Erasure(kind=ErasureKind.PARTNER_CONTACT, key=r.PARTNER.id)])
def test_what_a_page_saved_while_an_erasure_waited_to_be_ended_goes_with_it(
    filled, path, tmp_path, clock, monkeypatch, erasure
):
    partner = replace(r.PARTNER, contact=NAME)
    filled.apply(SavePartners(partners=(partner,)))
    with monkeypatch.context() as patch:
        patch.setattr(erasing_file, "clean", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "full")))
        with pytest.raises(FastmapError):
            filled.erase(erasure, placeholder="[erased]")
    filled.apply(SavePartners(partners=(replace(partner, stage=3),)))
    filled.apply(SaveMembers(contacts=(replace(CONTACT, name=NAME if erasure is ERASE_CONTACT else "Bea"),)))
    filled.close()
    assert path in files_with(tmp_path, NAME)

    with Assessment.open(path, clock=clock) as again:
        assert again.erasure_problem is None
        assert again.snapshot().partners[0].contact is None
        assert again.snapshot().partners[0].stage == 3
        assert [one.name for one in again.contacts()] == (["Li"] if erasure is ERASE_CONTACT else ["Bea", "Li"])
    assert files_with(tmp_path, NAME) == []


@pytest.mark.parametrize("before", [opens_a_copy, opens_a_backup, opens_it_to_read])
def test_whatever_is_opened_meanwhile_the_next_opening_ends_what_was_begun(interrupted, tmp_path, clock, before):
    before(tmp_path)

    with Assessment.open(interrupted, clock=clock) as again:
        assert again.erasure_problem is None
        assert [one.is_finished for one in again.erasures()] == [True]
    assert files_with(places.backup_folder(), NAME, EMAIL) == []
    assert not list((places.user_data_folder() / "erasing").glob("*"))


def test_whoever_only_reads_it_is_told_that_the_erasure_waits_on_this_computer(interrupted, clock):
    with Assessment.open(interrupted, read_only=True) as here:
        told_here = here.erasure_problem
    for mark in (places.user_data_folder() / "erasing").iterdir():
        mark.unlink()
    with Assessment.open(interrupted, read_only=True) as elsewhere:
        told_elsewhere = elsewhere.erasure_problem

    assert told_here is not None
    assert told_here.code == "erasure_waits_here"
    assert told_elsewhere is not None
    assert told_elsewhere.code == "erasure_begun_elsewhere"


def test_a_file_that_was_moved_meanwhile_goes_on_all_the_same(interrupted, tmp_path, clock):
    moved = interrupted.rename(tmp_path / "moved.fastmap")

    with Assessment.open(moved, clock=clock) as again:
        assert again.erasure_problem is None
    assert files_with(places.backup_folder(), NAME, EMAIL) == []


def test_the_mark_of_an_erasure_tells_no_path(interrupted):
    (mark,) = (places.user_data_folder() / "erasing").iterdir()

    assert interrupted.stem not in mark.name + mark.read_text("ascii")


# --- bytes -------------------------------------------------------------------------------------------------------------


def test_a_name_that_an_encoding_cannot_write_is_not_looked_for_in_pieces():
    assert not ErasedWords(("Łukasz",), "").are_in_bytes(b"a cookbook of ukasz and others")
    assert not ErasedWords(("Ștefan Țîru",), "").are_in_bytes(b"tefan ru")


@pytest.mark.parametrize(
    ("name", "encoding"), [("Łukasz", "cp1250"), ("Peñarrubia", "latin-1"), ("Łukasz", "utf-16-be")]
)
def test_a_name_is_found_in_the_encodings_that_have_its_letters(name, encoding):
    assert ErasedWords((name,), "").are_in_bytes(b"..." + name.encode(encoding) + b"...")


def test_looking_through_many_backups_takes_no_minutes():
    words = ErasedWords((NAME, EMAIL, "Łukasz Żółć", FIRM), "")
    content = bytes(range(1, 256)) * 16_000

    start = time.process_time()

    assert not words.are_in_bytes(content)
    assert time.process_time() - start < 2, "four megabytes took eight seconds once"
    assert words.are_in_bytes(content + NAME.upper().encode("utf-16-le"))
