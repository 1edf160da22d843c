"""An assessment file of its own for every test, with the backups in a folder of the test."""

from datetime import timedelta
from pathlib import Path

import pytest

from fastmap.assessment import Assessment
from tests.store.erasing import filled_file, leave_traces
from tests.store.recorded import CLUSTER, NOON


@pytest.fixture(autouse=True)
def own_backup_folder(tmp_path, monkeypatch):
    """Keep backups where the test can see them."""
    monkeypatch.setenv("FASTMAP_DATA", str(tmp_path / "data"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the test's file is; the folder holds nothing else."""
    folder = tmp_path / "my files"
    folder.mkdir()
    return folder / "metal año 1.fastmap"


@pytest.fixture
def clock():
    """A clock that goes on by one second each time it is asked."""

    class Clock:
        now = NOON

        def __call__(self):
            self.now += timedelta(seconds=1)
            return self.now

    return Clock()


@pytest.fixture
def assessment(path, clock):
    """A new file, open."""
    with Assessment.create(path, cluster=CLUSTER, round_label="2026", clock=clock) as opened:
        yield opened


@pytest.fixture
def data(tmp_path, monkeypatch):
    """This computer's data folder and settings, where the person left traces."""
    return leave_traces(tmp_path, monkeypatch)


@pytest.fixture
def filled(path, clock, data):
    """An open file with the person in it, in its history and in its backups."""
    with filled_file(path, clock) as opened:
        yield opened
