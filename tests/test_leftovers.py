"""What a kill leaves of exports, of what a PDF is set from, and of scans somebody looked at goes at the next start."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from exports.saving import folder_beside, replacing, save_all, save_bytes
from fastmap import places
from fastmap.errors import FastmapError
from fastmap.leftovers import noting, passing_folder, remove_leftovers, remove_shown_scans, shown_scans
from tests.support.command_line import ROOT, fastmap

KILLED = """
import os, signal, sys
from pathlib import Path
def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
folder = Path(sys.argv[1])
"""
FILE = "from exports import saving; saving._rename = die; saving.save_bytes(folder / 'Ana Secret.pdf', b'Ana Secret')"
FILES = """
from exports import saving
saving._rename = die
saving.save_all(folder, {'a.csv': b'Ana Secret', 'b.csv': b'Ana Secret'})
"""
PACK = """
from exports import saving
with saving.folder_beside(folder / 'Pack') as root:
    saving.save_bytes(root / 'Ana Secret.csv', b'Ana Secret')
    die()
"""
PDF = """
import tempfile
tempfile.tempdir = str(folder)
from fastmap.leftovers import passing_folder
with passing_folder('pdf') as root:
    (root / 'data.json').write_text('Ana Secret')
    die()
"""
SCAN = """
from fastmap.leftovers import shown_scans
with shown_scans() as shown:
    shown.mkdir(parents=True)
    (shown / 'scan-1.pdf').write_text('Ana Secret')
    die()
"""


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    folder = tmp_path / "data"
    monkeypatch.setenv("FASTMAP_DATA", str(folder))
    return folder


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def killed(work, stick):
    ended = subprocess.run([sys.executable, "-c", KILLED + work, str(stick)], cwd=ROOT, check=False)
    assert ended.returncode == -signal.SIGKILL


def files_with_the_name(*folders):
    return [
        path for folder in folders for path in folder.rglob("*") if path.is_file() and b"Secret" in path.read_bytes()
    ]


@pytest.mark.skipif(os.name == "nt", reason="sends a POSIX signal")
@pytest.mark.parametrize("work", [FILE, FILES, PACK, PDF, SCAN], ids=["file", "files", "pack", "pdf", "scan"])
def test_what_a_kill_left_of_an_export_or_a_scan_is_removed_by_the_next_command(work, stick, data):
    (stick / "letter.txt").write_text("mine")
    killed(work, stick)
    assert files_with_the_name(stick, data)

    fastmap("backups")

    assert [path.name for path in stick.iterdir()] == ["letter.txt"]
    assert list((data / "drafts").iterdir()) == []
    assert files_with_the_name(data) == []


def test_what_is_still_being_written_is_left_alone(stick, data):
    with replacing(stick / "report.pdf") as draft:
        draft.write_bytes(b"half")
        asked = "from fastmap.leftovers import *; print(remove_leftovers())"
        ran = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)

        assert ran.stdout == "0\n"
        assert draft.read_bytes() == b"half"

    assert [path.name for path in stick.iterdir()] == ["report.pdf"]
    assert list((data / "drafts").iterdir()) == []


@pytest.mark.parametrize(
    "name",
    [
        "letter.txt",
        ".fastmap-notes.txt",
        ".fastmap-87654321.pdf",
        "fastmap-pdf-12345678.pdf",
        "sub/../letter.txt",
        "fastmap-scans-87654321",
    ],
)
def test_a_note_removes_only_what_carries_its_own_random_name(name, stick, data):
    target = stick / name
    (stick / "sub").mkdir()
    if "scans" in name:
        target.mkdir()
        (target / "letter.txt").write_text("mine")
    else:
        target.write_text("mine")
    (data / "drafts").mkdir(parents=True)
    (data / "drafts" / "12345678").write_bytes(os.fsencode(target) + b"\0")
    before = sorted(stick.rglob("*"))

    assert remove_leftovers() == 0

    assert sorted(stick.rglob("*")) == before


def test_a_note_follows_no_link_to_a_folder(stick, data, tmp_path):
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("mine")
    (stick / ".fastmap-12345678").symlink_to(mine)
    (data / "drafts").mkdir(parents=True)
    (data / "drafts" / "12345678").write_bytes(os.fsencode(stick / ".fastmap-12345678"))

    remove_leftovers()

    assert (mine / "letter.txt").read_text() == "mine"


def test_a_stick_that_is_not_there_is_cleaned_of_exports_when_it_comes_back(stick, data):
    killed(FILE, stick)
    stick.rename(stick.with_name("pulled"))
    assert remove_leftovers() == 0
    stick.with_name("pulled").rename(stick)

    assert remove_leftovers() == 1

    assert list(stick.iterdir()) == []


def test_an_export_goes_on_where_nothing_can_be_noted(stick, data):
    data.write_bytes(b"no folder")

    save_bytes(stick / "a.csv", b"a")
    save_all(stick, {"b.csv": b"b"})

    assert sorted(path.name for path in stick.iterdir()) == ["a.csv", "b.csv"]


def test_a_failed_export_leaves_neither_draft_nor_note(stick, data):
    def write():
        with replacing(stick / "a.csv") as draft:
            draft.write_bytes(b"half")
            raise FastmapError("disk_full", name="a.csv", folder=str(stick))

    with pytest.raises(FastmapError):
        write()

    assert list(stick.iterdir()) == list((data / "drafts").iterdir()) == []


def test_copies_of_scans_go_whoever_shows_them(data):
    with noting() as note:
        folder = note.add(places.shown_scans_folder() / f"fastmap-scans-{note.token}")
        folder.mkdir(parents=True)
        (folder / "scan-1.pdf").write_bytes(b"Ana Secret")

        assert remove_shown_scans() == 1

        assert not Path(folder).exists()


def test_a_failed_export_to_a_new_folder_leaves_neither_folder_nor_note(stick, data, monkeypatch):
    def full(*_):
        raise OSError(28, "full")

    monkeypatch.setattr("exports.saving._finish", full)
    with pytest.raises(FastmapError):
        save_all(stick / "new", {"a.csv": b"a"})

    assert list(stick.iterdir()) == list((data / "drafts").iterdir()) == []


def passing(_stick):
    return passing_folder("pdf")


def scans(_stick):
    return shown_scans()


def pack(stick):
    return folder_beside(stick / "Pack")


@pytest.mark.parametrize("given", [passing, scans, pack])
def test_what_a_viewer_keeps_from_being_removed_goes_at_the_next_start(given, stick, data, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(stick))
    with monkeypatch.context() as patch, given(stick) as folder:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "scan-1.pdf").write_text("Ana Secret")
        # As on Windows, while a viewer shows one of the files.
        patch.setattr("shutil.rmtree", lambda *_, **__: None)
    assert files_with_the_name(stick, data)

    assert remove_leftovers() == 1

    assert files_with_the_name(stick, data) == []
    assert list((data / "drafts").iterdir()) == []


def test_the_old_pack_is_never_noted_before_the_new_one_is_in_its_place(stick, monkeypatch):
    from exports import saving

    (stick / "Pack").mkdir()
    (stick / "Pack" / "old.csv").write_text("old")
    renamed = []

    def rename(source, goal):
        noted = b"".join(note.read_bytes() for note in (places.user_data_folder() / "drafts").iterdir())
        hidden = [path for path in stick.glob(".fastmap-*") if (path / "Pack").is_dir()]
        renamed.append(any(os.fsencode(path) in noted for path in hidden))
        source.replace(goal)

    monkeypatch.setattr(saving, "_rename", rename)
    (stick / "new").mkdir()
    saving.move_folder(stick / "new", stick / "Pack")

    assert renamed == [False, False]
    assert [path.name for path in stick.iterdir()] == ["Pack"]
