"""An erasure that was interrupted is ended, wherever the file is opened next, or was never begun."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from fastmap import places
from fastmap.assessment import Assessment
from fastmap.changes import EditResponse, ImportResponses, SaveMembers, SavePartners
from fastmap.errors import FastmapError
from fastmap.model.erasure import Erasure, ErasureKind
from fastmap.store import erasing_elsewhere, erasing_file
from fastmap.store.opening import OpenFile
from tests.store import recorded as r
from tests.store.erasing import (
    CODE,
    CONTACT,
    EMAIL,
    ERASE_CONTACT,
    NAME,
    OTHER,
    files_with,
    scan_naming,
)
from tests.store.erasing_driver import KILL_POINTS


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


@pytest.mark.parametrize("was_kept", [True, False])
def test_after_a_disk_failed_while_the_file_was_written_the_next_opening_finds_out_how_far_it_came(
    filled, path, tmp_path, clock, monkeypatch, was_kept
):
    real = OpenFile.writing

    @contextmanager
    def failing(file):
        with real(file) as connection:
            yield connection
            if not was_kept:
                raise FastmapError("file_io_failed", file=path.name)
        raise FastmapError("file_io_failed", file=path.name)

    with monkeypatch.context() as patch:
        patch.setattr(OpenFile, "writing", failing)
        with pytest.raises(FastmapError) as told:
            filled.erase(ERASE_CONTACT, placeholder="[erased]")
    assert told.value.code == "file_io_failed"
    filled.close()

    with Assessment.open(path, clock=clock) as again:
        assert again.erasure_problem is None
        assert [one.is_finished for one in again.erasures()] == [True] * was_kept
    assert (files_with(tmp_path, NAME, EMAIL) == []) == was_kept
    assert not list((places.user_data_folder() / "erasing").glob("*"))


def test_a_disk_that_fails_when_the_file_is_looked_at_for_the_last_time_is_told_like_any_other(filled, monkeypatch):
    def failing(_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(erasing_file, "read_bytes", failing)
    with pytest.raises(FastmapError) as told:
        filled.erase(ERASE_CONTACT, placeholder="[erased]")

    assert told.value.code == "file_io_failed"
    assert [one.is_finished for one in filled.erasures()] == [True]


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


@pytest.mark.parametrize("before", [opens_a_copy, opens_a_backup, opens_it_to_read])
def test_whatever_is_opened_meanwhile_the_next_opening_ends_what_was_begun(interrupted, tmp_path, clock, before):
    before(tmp_path)

    with Assessment.open(interrupted, clock=clock) as again:
        assert again.erasure_problem is None
        assert [one.is_finished for one in again.erasures()] == [True]
    assert files_with(places.backup_folder(), NAME, EMAIL) == []
    assert not list((places.user_data_folder() / "erasing").glob("*"))


def test_a_file_that_was_moved_meanwhile_goes_on_all_the_same(interrupted, tmp_path, clock):
    moved = interrupted.rename(tmp_path / "moved.fastmap")

    with Assessment.open(moved, clock=clock) as again:
        assert again.erasure_problem is None
    assert files_with(places.backup_folder(), NAME, EMAIL) == []


def test_the_mark_of_an_erasure_tells_no_path(interrupted):
    (mark,) = (places.user_data_folder() / "erasing").iterdir()

    assert interrupted.stem not in mark.name + mark.read_text("ascii")


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


@pytest.mark.parametrize("with_scans", [True, False])
def test_a_scan_imported_while_an_erasure_waited_to_be_ended_goes_if_scans_go(
    filled, path, clock, monkeypatch, with_scans
):
    with monkeypatch.context() as patch:
        patch.setattr(erasing_file, "clean", lambda *_, **__: (_ for _ in ()).throw(OSError(28, "full")))
        with pytest.raises(FastmapError):
            filled.erase(replace(ERASE_CONTACT, with_scans=with_scans), placeholder="[erased]")
    scan = replace(scan_naming(NAME, "b" * 64), name="later.pdf")
    filled.apply(ImportResponses(attachments=(scan,)))
    response = next(one for one in filled.snapshot().responses if one.member == OTHER)
    filled.apply(EditResponse(response=replace(response, source_sha256=scan.sha256)))
    filled.close()

    with Assessment.open(path, clock=clock) as again:
        assert again.erasure_problem is None
        assert [one.name for one in again.attachments()] == ([] if with_scans else ["later.pdf"])


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
