"""Before an import or a merge the present state is backed up, aside from the edit; a failed backup stops nothing."""

import errno
import os
import threading
from dataclasses import replace

import pytest

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.changes import (
    EditCluster,
    GoBackTo,
    ImportResponses,
    MergePartners,
    RecordEdit,
    SaveMembers,
    SavePartners,
)
from fastmap.model.organisations import Member
from fastmap.store import backing_up, copying
from tests.store import recorded as r

MANY = SaveMembers(members=(r.MEMBER, Member(code="M002", name="B")))


@pytest.fixture
def changed(assessment):
    """An open file with one change that needed no backup."""
    assessment.apply(EditCluster(cluster=replace(r.CLUSTER, staff=9)))
    assert assessment.backups() == ()
    return assessment


def folder_of(assessment):
    return assessment._backup_folder / assessment.snapshot().info.id


def in_folder(assessment):
    return sorted(entry.name for entry in folder_of(assessment).iterdir())


@pytest.mark.parametrize(
    "change",
    [MANY, ImportResponses(attachments=(r.ATTACHMENT,)), GoBackTo(sequence=0, at=r.NOON)],
    ids=lambda it: it.name,
)
def test_the_state_before_is_backed_up(changed, change):
    before = changed.content_hash()

    changed.apply(change)

    (backup,) = changed.backups()
    with Assessment.open(backup.path, read_only=True) as held:
        assert held.content_hash() == before
    assert changed.content_hash() != before


def test_so_it_is_before_a_merge(changed):
    changed.apply(SavePartners(partners=(r.PARTNER,)))
    changed.apply(SavePartners(partners=(r.OTHER_PARTNER,)))
    assert changed.backups() == ()

    changed.apply(MergePartners(kept="P1", gone="P2"))

    (backup,) = changed.backups()
    with Assessment.open(backup.path, read_only=True) as held:
        assert [partner.id for partner in held.snapshot().partners] == ["P1", "P2"]


def test_one_state_is_backed_up_once_and_each_import_has_its_own(changed):
    changed.apply(MANY)
    changed.undo()
    changed.apply(MANY)
    changed.apply(ImportResponses(responses=(r.RESPONSE,)))

    numbers = [backup.number for backup in changed.backups()]

    assert numbers == [1, 2, 3]  # an undone and made change is another place in the history


def test_an_import_into_a_file_without_changes_needs_no_backup(assessment):
    assessment.apply(MANY)

    assert assessment.backups() == ()


def test_an_import_that_is_refused_does_no_harm(changed):
    with pytest.raises(Exception, match="R404"):
        changed.apply(ImportResponses(supersedes=("R404",)))

    assert len(changed.backups()) == 1


def test_the_check_of_the_copy_does_not_keep_the_edit_waiting(changed, monkeypatch):
    may_check = threading.Event()
    check = copying.is_sound
    monkeypatch.setattr(copying, "is_sound", lambda connection: may_check.wait(20) and check(connection))

    changed.apply(MANY)
    changed.apply(RecordEdit(n=1))
    names = in_folder(changed)
    may_check.set()

    assert [name for name in names if name.endswith(".fastmap")] == [], "it has no name before it is checked"
    assert len(changed.backups()) == 1


def test_closing_waits_until_the_backup_is_in_its_place(changed, path):
    changed.apply(MANY)
    folder = folder_of(changed)
    changed.close()

    assert [entry.suffix for entry in folder.iterdir()] == [".fastmap"]
    assert list(path.parent.iterdir()) == [path]


def test_the_bytes_are_copied_where_the_system_has_no_call_for_it(changed, monkeypatch):
    def unable(*_):
        raise OSError(errno.ENOSYS, "no such call")

    monkeypatch.setattr(os, "copy_file_range", unable, raising=False)
    before = changed.content_hash()

    changed.apply(MANY)

    (backup,) = changed.backups()
    with Assessment.open(backup.path, read_only=True) as held:
        assert held.content_hash() == before


def failing(changed, told):
    changed.on_backup_problem = told.append
    assert changed.apply(MANY), "the work goes on"
    changed.backups()
    assert [code.code for code in told] == ["backup_in_work_failed"]
    for language in ("en", "es"):
        assert load_texts(language).say(told[0].message)
    return load_texts("en").say(told[0].message)


def test_a_full_disk_is_told_and_the_import_is_made(changed, monkeypatch):
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 500_000}))

    sentence = failing(changed, [])

    assert "The change was made all the same" in sentence
    assert changed.snapshot().members


def test_a_disk_that_fills_up_while_copying_leaves_nothing_behind(changed, monkeypatch):
    def full(_descriptor, draft):
        draft.write_bytes(b"half")
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(backing_up, "copy_bytes", full)

    failing(changed, [])

    assert in_folder(changed) == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="folders are protected otherwise, or not at all")
def test_a_protected_data_folder_is_told_and_the_import_is_made(changed, tmp_path):
    (tmp_path / "data").mkdir(mode=0o555)

    failing(changed, [])


def test_a_data_folder_that_cannot_be_made_is_told_and_the_import_is_made(changed, tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be")

    failing(changed, [])


def test_a_copy_that_reads_back_damaged_is_told_and_thrown_away(changed, monkeypatch):
    monkeypatch.setattr(copying, "is_sound", lambda _: False)

    failing(changed, [])

    assert in_folder(changed) == []


def test_two_imports_one_right_after_the_other_are_both_backed_up_in_order(changed):
    changed.apply(MANY)
    changed.apply(ImportResponses(responses=(r.RESPONSE,)))

    counts = []
    for backup in changed.backups():
        with Assessment.open(backup.path, read_only=True) as held:
            counts.append(len(held.snapshot().members))

    assert counts == [0, 2]


def test_an_import_in_another_thread_is_backed_up_too(changed):
    before = changed.content_hash()
    thread = threading.Thread(target=lambda: changed.apply_elsewhere(MANY))
    thread.start()
    thread.join()

    (backup,) = changed.backups()
    with Assessment.open(backup.path, read_only=True) as held:
        assert held.content_hash() == before


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_mistake_of_ours_in_the_thread_is_told_too_and_the_next_backup_is_tried_again(changed, monkeypatch):
    told = []
    changed.on_backup_problem = told.append
    with monkeypatch.context() as broken:
        broken.setattr(backing_up, "refuse_unlike", lambda *_: 1 / 0)
        changed.back_up_aside()
        assert changed.backups() == ()

    changed.back_up_aside()

    assert [problem.code for problem in told] == ["backup_in_work_failed"]
    assert len(changed.backups()) == 1


def test_a_copy_that_is_not_like_the_file_is_called_by_its_name_and_not_by_that_of_its_draft(changed, monkeypatch):
    told = []
    changed.on_backup_problem = told.append
    monkeypatch.setattr(copying, "is_sound", lambda _: False)

    changed.back_up_aside()

    assert changed.backups() == ()
    (problem,) = told
    sentence = load_texts("en").say(problem.message)
    assert ".part" not in sentence
    assert ".fastmap" in sentence
