"""The place where a file lies: synced folders, copies after a conflict, drives in the network and drives without locks."""

import errno
import os
import sqlite3
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import RecordEdit, SaveMembers
from fastmap.errors import FastmapError
from fastmap.store import surroundings
from fastmap.store.failures import told_as_fastmap_errors
from fastmap.store.surroundings import Surroundings, conflicted_copies, look_around, service_of
from fastmap.tasks.salvaging import notices_of
from tests.store.recorded import CLUSTER, MEMBER, NOON


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive - Clúster Norte", "OneDrive"),
        ("OneDrive", "OneDrive"),
        ("Dropbox (Personal)", "Dropbox"),
        ("Nextcloud", "Nextcloud"),
        ("Nextcloud2", ""),
        ("GoogleDrive-ana@example.org", "Google Drive"),
        ("com~apple~CloudDocs", "iCloud Drive"),
        ("My documents", ""),
        ("megaphone", ""),
    ],
)
def test_synced_folders_are_known_by_their_names(folder, service):
    assert service_of(Path("/home/ana") / folder / "skills" / "round.fastmap") == service


def test_a_synced_folder_of_any_name_is_known_by_what_the_service_leaves_in_it(tmp_path):
    inner = tmp_path / "shared" / "2026"
    inner.mkdir(parents=True)
    (tmp_path / "shared" / ".stfolder").mkdir()

    assert service_of(inner / "round.fastmap") == "Syncthing"


@pytest.mark.parametrize(
    "name",
    [
        "round (Ana's conflicted copy 2026-11-02).fastmap",
        "round (copia en conflicto de Ana 2026-11-02).fastmap",
        "round (conflicted copy 2026-11-02 101010).fastmap",
        "round.sync-conflict-20261102-101010-ABCDEFG.fastmap",
        "round (SFConflict ana@example.org 2026-11-02-10-10-10).fastmap",
        "round (Copie en conflit de Léa).fastmap",
        "round (In Konflikt stehende Kopie von Jörg).fastmap",
    ],
)
def test_copies_left_by_a_conflict_are_found_beside_the_file(tmp_path, name):
    path = tmp_path / "round.fastmap"
    for other in ("round.fastmap", name, "round – copy.fastmap", "round 2.fastmap", "other (conflict).fastmap"):
        (tmp_path / other).touch()

    assert conflicted_copies(path) == (name,)


def test_onedrive_names_the_computer_alone_and_only_there_that_means_a_conflict(tmp_path):
    path = tmp_path / "round.fastmap"
    (tmp_path / "round-LAPTOP-ANA7.fastmap").touch()
    (tmp_path / "round-2026.fastmap").touch()

    assert conflicted_copies(path, "OneDrive") == ("round-LAPTOP-ANA7.fastmap",)
    assert conflicted_copies(path) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="reads what Linux says of its mounts")
def test_the_file_system_is_that_of_the_nearest_mount(tmp_path):
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        "22 1 254:0 / / rw shared:1 - ext4 /dev/vda rw\n"
        "40 22 0:40 / /media/our\\040share rw - cifs //server/share rw\n"
        "41 22 0:41 / /mnt/x rw - fuse.sshfs ana@server: rw\n"
    )
    kinds = [
        surroundings._file_system(Path(place), mounts)
        for place in ("/home/a.fastmap", "/media/our share/a.fastmap", "/mnt/x/b/a.fastmap")
    ]

    assert kinds == ["ext4", "cifs", "fuse.sshfs"]


@pytest.mark.parametrize("kind", ["cifs", "nfs4", "fuse.sshfs"])
def test_a_drive_in_the_network_is_told(monkeypatch, path, kind):
    monkeypatch.setattr(surroundings, "_file_system", lambda _: kind)
    if sys.platform == "win32":
        pytest.skip("asks Windows instead")

    found = look_around(path)

    assert found.is_on_network
    assert [notice.key for notice in notices_of(found, path)] == ["surroundings.network"]


def test_an_ordinary_folder_is_nothing_to_talk_about(assessment):
    assert not assessment.surroundings()
    assert notices_of(Surroundings(), assessment.path) == ()


@pytest.mark.skipif(sys.platform == "win32", reason="locks belong to handles there")
def test_a_drive_that_knows_no_locks_is_noticed_and_told(assessment, path, monkeypatch):
    import fcntl

    assessment.close()

    def no_locks(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    with Assessment.open(path) as opened:
        assert opened.apply(SaveMembers(members=(MEMBER,)))
        notices = [notice.key for notice in notices_of(opened.surroundings(), path)]

    assert notices == ["surroundings.no_locks"]


def test_where_sqlite_cannot_lock_either_the_refusal_says_so(path):
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_LOCK

    with pytest.raises(FastmapError) as refused, told_as_fastmap_errors(path):
        raise error

    assert refused.value.code == "file_without_locks"


def test_a_stick_pulled_out_is_told_and_nothing_saved_is_lost(assessment, path, monkeypatch):
    assessment.apply(SaveMembers(members=(MEMBER,)))
    whole = path.read_bytes()
    read = os.read

    def gone(*_):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("fastmap.store.header.os.read", gone)
    with pytest.raises(FastmapError) as refused:
        assessment.apply(RecordEdit(n=1))
    monkeypatch.setattr("fastmap.store.header.os.read", read)

    assert refused.value.code == "file_io_failed"
    assert path.read_bytes() == whole
    assert assessment.apply(RecordEdit(n=1)), "the stick is back"


def test_a_clock_that_jumps_while_the_lid_is_closed_changes_nothing(path, tmp_path):
    moments = iter([NOON, NOON, NOON + timedelta(days=3), NOON - timedelta(days=400), NOON - timedelta(days=400)])
    last = [NOON]

    def clock():
        last[0] = next(moments, last[0])
        return last[0]

    with Assessment.create(path, cluster=CLUSTER, round_label="1", clock=clock, backup_folder=tmp_path / "b") as opened:
        for n in range(1, 6):
            opened.apply(RecordEdit(n=n))
        opened.backup_now()
        opened.apply(RecordEdit(n=6))
        newest = opened.backup_now()
        assert [entry.what.facts["n"] for entry in opened.history()] == [1, 2, 3, 4, 5, 6]
        opened.undo()
        assert opened.edits() == (1, 2, 3, 4, 5)

    with Assessment.open(path, clock=clock, backup_folder=tmp_path / "b") as again:
        assert again.edits() == (1, 2, 3, 4, 5)
        assert again.check().backups[-1].name >= newest.name
