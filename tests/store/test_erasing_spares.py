"""What an erasure leaves: words of the program, what is another member's, backups that nobody could read afterwards."""

from dataclasses import replace

import pytest

from fastmap import places
from fastmap.assessment import Assessment
from fastmap.changes import EditAction, EditResponse, ImportResponses, SaveMembers
from fastmap.errors import FastmapError
from fastmap.model.choices import MemberStatus
from fastmap.model.erasure import Erasure, ErasureKind
from fastmap.model.organisations import Contact, Member
from fastmap.store import erasing
from tests.store import recorded as r
from tests.store.erasing import (
    ERASE_CONTACT,
    ERASE_MEMBER,
    FIRM,
    NAME,
    OTHER,
    files_with,
    scan_naming,
)


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
