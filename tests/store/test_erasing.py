"""Whoever asks to be forgotten is: in the file, its history, its backups and everything else this computer keeps."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from fastmap import places
from fastmap.assessment import Assessment
from fastmap.changes import (
    EditAction,
    ImportResponses,
    OpenBallot,
    RecordMappings,
    SaveMembers,
    SavePartners,
    SaveSkills,
    SaveWorkshop,
    SetBallotState,
)
from fastmap.model.choices import BallotState, MappingHow, ResponseState, SkillSource
from fastmap.model.erasure import Erasure, ErasureBasis, ErasureKind
from fastmap.model.messages import message
from fastmap.model.organisations import Contact, Member
from fastmap.model.responses import Problem
from fastmap.model.skills import Mapping
from tests.store import recorded as r
from tests.store.erasing import (
    CODE,
    CONTACT,
    EMAIL,
    ERASE_CONTACT,
    ERASE_MEMBER,
    FIRM,
    NAME,
    OTHER,
    files_with,
    fill,
)


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


def test_no_address_is_left_that_holds_half_of_a_name(assessment):
    members = (Member(code=CODE, name=FIRM), Member(code=OTHER, name="Otra"))
    contacts = (
        Contact(member=CODE, name="Ana Sorbe", email="ana@sorbe.example"),
        Contact(member=OTHER, name="Bea", email="dr.ana.sorbe@otra.example"),
    )
    assessment.apply(SaveMembers(members=members, contacts=contacts))

    assessment.erase(ERASE_CONTACT, placeholder="[erased]")

    assert [(one.name, one.email) for one in assessment.contacts()] == [("Bea", None)]
