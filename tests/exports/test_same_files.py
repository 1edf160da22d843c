"""Same input and date, same files: whatever order hashes have, wherever the clock and the process stand."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.every_format import WRITERS
from tests.support.sample_file import put_sample
from tests.support.written_alone import REPORTS

ROOT = Path(__file__).resolve().parents[2]
OFFICE = {".xlsx", ".docx"}
FORMS = ("forms/", "blank form/", "team forms/", "demand sheets/", "survey tools/")
MOMENT = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*<")
ONE = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"}
OTHER = {"PYTHONHASHSEED": "4711", "TZ": "America/Los_Angeles", "LC_ALL": "C"}
"""Never the same day on both clocks for long: the zones are 21 or 22 hours apart."""


def started(around, file, folder, *options):
    """Start a process that writes everything into ``folder/out``, with that folder as its place and home."""
    folder.mkdir()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LC_") and name != "LANG"}
    environment = {**kept, **around, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "HOME": str(folder)}
    command = [sys.executable, "-m", "tests.support.written_alone", str(file), str(folder / "out"), *options]
    return subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True)


def written(file, folder, *options):
    """Return what two processes in different surroundings wrote, by path."""
    found = []
    for number, around in enumerate((ONE, OTHER)):  # one after the other: two large ones at once need much memory
        process = started(around, file, folder / str(number), *options)
        _, told = process.communicate(timeout=900)
        assert process.returncode == 0, told
        found.append(contents(folder / str(number) / "out"))
    return found


def contents(folder):
    return {
        name: parts(path) if path.suffix in OFFICE and name.startswith(FORMS) else path.read_bytes()
        for path in folder.rglob("*")
        for name in [path.relative_to(folder).as_posix()]
        if path.is_file()
    }


def parts(path):
    """Return the parts of an Office file in their order: their content, without when it was packed.

    Forms tell by the minute when they were made; reports, whose date is given, are held to every byte.
    """
    with zipfile.ZipFile(path) as package:
        return [(name, MOMENT.sub(b"", package.read(name))) for name in package.namelist()]


def differing(one, other):
    """Return the names of what differs; of Office files, the parts."""
    found = sorted(one.keys() ^ other.keys())
    for name in sorted(one.keys() & other.keys()):
        if one[name] != other[name]:
            inside = isinstance(one[name], list)
            pairs = zip(one[name], other[name], strict=False) if inside else ()
            found.append((name, *(here[0] for here, there in pairs if here != there)))
    return found


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "sample.fastmap"
    put_sample(path)
    return path


@pytest.mark.slow
@pytest.mark.parametrize(("options", "writers"), [((), WRITERS), (("--large",), REPORTS)], ids=["sample", "large"])
def test_two_processes_in_different_surroundings_write_the_same_files(sample, tmp_path, options, writers):
    one, other = written(sample, tmp_path, *options)

    assert {name.partition("/")[0] for name in one} == set(writers)
    assert differing(one, other) == []


def test_a_difference_of_one_byte_would_be_found(tmp_path):
    for number, content in enumerate((b"1", b"2")):
        (tmp_path / str(number) / "forms").mkdir(parents=True)
        (tmp_path / str(number) / "a.csv").write_bytes(content)
        with zipfile.ZipFile(tmp_path / str(number) / "forms" / "b.xlsx", "w") as package:
            package.writestr("same.xml", "x")
            package.writestr(zipfile.ZipInfo("core.xml"), content)

    one, other = contents(tmp_path / "0"), contents(tmp_path / "1")

    assert [found[0] for found in differing(one, other)] == ["a.csv", "forms/b.xlsx"]
