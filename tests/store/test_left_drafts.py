"""What a kill leaves of a file that comes out of a copy under a password goes at the next start."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fastmap.assessment import Assessment
from fastmap.leftovers import remove_leftovers
from fastmap.store.left_drafts import noted_beside
from fastmap.tasks.starting import start_assessment
from tests.support.command_line import ROOT, fastmap

PASSWORD = "correct horse battery staple"
KILLED_WHILE_PLACING = """
import os, signal, sys
from fastmap.store import protecting
protecting.place_new = lambda draft, target: os.kill(os.getpid(), signal.SIGKILL)
protecting.open_protected(*map(__import__("pathlib").Path, sys.argv[1:3]), sys.argv[3])
"""


@pytest.fixture
def data(tmp_path, monkeypatch):
    folder = tmp_path / "data"
    monkeypatch.setenv("FASTMAP_DATA", str(folder))
    return folder


@pytest.fixture
def copy(tmp_path, data):
    """A copy under a password that names Ana Secret."""
    path = tmp_path / "round.fastmap"
    start_assessment(path, name="Ana Secret", country="ES")
    with Assessment.open(path) as assessment:
        assessment.save_protected_copy(tmp_path / "round.age", PASSWORD)
    path.unlink()
    return tmp_path / "round.age"


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def killed(copy, target):
    ended = subprocess.run(
        [sys.executable, "-c", KILLED_WHILE_PLACING, str(copy), str(target), PASSWORD], cwd=ROOT, check=False
    )
    assert ended.returncode == -signal.SIGKILL


def test_what_a_kill_left_plain_on_a_stick_is_removed_by_the_next_command(copy, stick, data):
    killed(copy, stick / "round.fastmap")
    (left,) = stick.iterdir()
    assert b"Ana Secret" in left.read_bytes()

    fastmap("backups")

    assert list(stick.iterdir()) == []
    assert list((data / "drafts").iterdir()) == []


def test_a_stick_that_is_not_there_is_cleaned_when_it_comes_back(copy, stick):
    killed(copy, stick / "round.fastmap")
    stick.rename(stick.with_name("pulled"))
    assert remove_leftovers() == 0
    stick.with_name("pulled").rename(stick)

    assert remove_leftovers() == 1

    assert list(stick.iterdir()) == []


def test_a_draft_that_is_being_written_is_left_alone(stick, data):
    with noted_beside(stick / "round.fastmap") as draft:
        draft.write_bytes(b"half")
        ran = subprocess.run(
            [sys.executable, "-c", "from fastmap.leftovers import *; print(remove_leftovers())"],
            cwd=ROOT, capture_output=True, text=True, check=True,
        )  # fmt: skip

        assert ran.stdout == "0\n"
        assert draft.read_bytes() == b"half"

    assert list(stick.iterdir()) == list((data / "drafts").iterdir()) == []


@pytest.mark.parametrize("name", ["letter.txt", ".round.fastmap.part", ".x.fastmap.12345678.part/../letter.txt"])
def test_a_note_removes_nothing_but_a_draft(name, stick, data):
    (stick / "letter.txt").write_text("mine")
    (stick / ".round.fastmap.part").write_text("mine")
    (data / "drafts").mkdir(parents=True)
    (data / "drafts" / "12345678").write_bytes(os.fsencode(stick / name))

    assert remove_leftovers() == 0

    assert sorted(one.name for one in stick.iterdir()) == [".round.fastmap.part", "letter.txt"]


def test_a_note_never_follows_a_link_or_takes_a_folder(stick, data):
    (stick / "letter.txt").write_text("mine")
    linked, folder = stick / ".a.fastmap.12345678.part", stick / ".b.fastmap.12345678.part"
    linked.symlink_to(stick / "letter.txt")
    folder.mkdir()
    (data / "drafts").mkdir(parents=True)
    for number, path in enumerate((linked, folder)):
        (data / "drafts" / f"1234567{number}").write_bytes(os.fsencode(path))

    assert remove_leftovers() == 0

    assert (stick / "letter.txt").read_text() == "mine"
    assert folder.is_dir()


def test_what_is_no_note_stops_nobody(data):
    (data / "drafts" / "folder").mkdir(parents=True)
    (data / "drafts" / "rubbish").write_bytes(b"\0\xff")

    assert remove_leftovers() == 0
    assert Path(data / "drafts" / "folder").is_dir()
