"""The wheel: holds everything the program needs and runs away from the repository."""

import os
import subprocess
import sys
import zipfile

import pytest

import dev

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(dev.ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (path,) = folder.glob("fastmap-*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A folder with the installed wheel; its dependencies come from the environment of the tests."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "pip", "install", "--no-index", "--no-deps", "--target", str(folder), str(wheel)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def run_installed(installed, cwd, *args):
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-m", "main", *args]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_wheel_holds_every_resource(wheel):
    kept = {
        path.relative_to(dev.ROOT).as_posix()
        for path in (dev.ROOT / "resources").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    }

    packed = set(zipfile.ZipFile(wheel).namelist())

    assert kept
    assert kept - packed == set()


def test_wheel_holds_the_program_and_nothing_of_the_workshop(wheel):
    top = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist() if ".dist-info" not in name}

    assert top - {"exports"} == {"fastmap", "ui", "resources", "main.py"}


def test_installed_wheel_has_the_command(installed):
    assert any(path.stem == "fastmap" for path in (installed / "bin").iterdir())


def test_installed_wheel_answers_its_version(installed, tmp_path):
    result = run_installed(installed, tmp_path, "--version")

    assert (result.returncode, result.stderr) == (0, "")
    assert "0.1.0" in result.stdout


def test_installed_wheel_runs_its_own_code(installed, tmp_path):
    code = "import fastmap, main; print(fastmap.__file__, main.__file__)"
    environment = {**os.environ, "PYTHONPATH": str(installed)}

    result = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )

    assert all(path.startswith(str(installed)) for path in result.stdout.split())


def test_installed_wheel_writes_the_sample_and_its_reports(installed, tmp_path, monkeypatch):
    monkeypatch.setenv("FASTMAP_DATA", str(tmp_path / "data"))

    sample = run_installed(installed, tmp_path, "sample", "s.fastmap")
    report = run_installed(installed, tmp_path, "report", "s.fastmap", "--pdf", "r.pdf", "--excel", "r.xlsx")

    assert (sample.returncode, sample.stdout) == (0, ""), sample.stderr
    assert (report.returncode, report.stdout) == (0, ""), report.stderr
    assert (tmp_path / "r.pdf").read_bytes().startswith(b"%PDF-")
    assert zipfile.is_zipfile(tmp_path / "r.xlsx")
