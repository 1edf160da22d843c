"""A copy of a file that another program has open."""

import subprocess
import sys
from pathlib import Path

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import EditCluster
from fastmap.errors import FastmapError
from fastmap.model.organisations import Cluster
from fastmap.tasks.starting import start_assessment

ROOT = Path(__file__).resolve().parents[2]
HOLDER = """
import sys
from pathlib import Path
from fastmap.assessment import Assessment
with Assessment.open(sys.argv[1], backup_folder=Path(sys.argv[2])):
    print("open", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def held(tmp_path):
    """A file that another process has open until the test ends."""
    path = tmp_path / "shared.fastmap"
    start_assessment(path, name="Shared", country="ES", round_label="2026")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path), str(tmp_path / "backups")],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert holder.stdout.readline() == "open\n"
    yield path
    holder.communicate("\n", timeout=20)


def test_copy_of_a_file_in_use_can_be_worked_on(held, tmp_path):
    copy = tmp_path / "copy.fastmap"
    with pytest.raises(FastmapError, match="file_in_use"):
        Assessment.open(held)

    Assessment.copy_file_in_use(held, copy)

    with Assessment.open(copy, backup_folder=tmp_path / "b") as assessment:
        assert assessment.snapshot().cluster.name == "Shared"
        assessment.apply(EditCluster(cluster=Cluster(name="Mine", country="ES")))
    with pytest.raises(FastmapError, match="file_in_use"):
        Assessment.open(held)


def test_copy_never_replaces_a_file(held, tmp_path):
    taken = tmp_path / "taken.fastmap"
    taken.write_text("letter")

    with pytest.raises(FastmapError, match="file_exists"):
        Assessment.copy_file_in_use(held, taken)

    assert taken.read_text() == "letter"


def test_file_with_an_unfinished_change_is_not_copied(tmp_path, monkeypatch):
    monkeypatch.setattr("fastmap.store.copying_in_use._BETWEEN_TRIES_S", 0.0)
    path = tmp_path / "busy.fastmap"
    start_assessment(path, name="Busy", country="ES", round_label="2026")
    path.with_name("busy.fastmap-journal").write_bytes(b"a change under way")

    with pytest.raises(FastmapError, match="file_in_use"):
        Assessment.copy_file_in_use(path, tmp_path / "copy.fastmap")

    assert not (tmp_path / "copy.fastmap").exists()


def test_file_open_in_this_very_program_is_left_alone(tmp_path):
    path = tmp_path / "own.fastmap"
    start_assessment(path, name="Own", country="ES", round_label="2026")

    with Assessment.open(path, backup_folder=tmp_path / "b"), pytest.raises(FastmapError, match="file_in_use"):
        Assessment.copy_file_in_use(path, tmp_path / "copy.fastmap")
