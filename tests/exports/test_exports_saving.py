import errno
import os
import resource
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from exports.saving import check_target, replacing, save_all, save_bytes
from fastmap.catalogue.texts import load_texts
from fastmap.errors import FastmapError

ROOT = Path(__file__).resolve().parents[2]


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def code_of(call) -> str:
    with pytest.raises(FastmapError) as caught:
        call()
    return caught.value.code


def test_saved_bytes_take_the_place_of_the_old_file_and_nothing_else_is_left(tmp_path):
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")

    save_bytes(target, b"new")

    assert target.read_bytes() == b"new"
    assert names_in(tmp_path) == ["report.pdf"]


def test_a_new_file_can_be_read_as_other_new_files_can(tmp_path):
    (tmp_path / "usual").write_bytes(b"")

    save_bytes(tmp_path / "report.pdf", b"new")

    assert stat.S_IMODE((tmp_path / "report.pdf").stat().st_mode) == stat.S_IMODE((tmp_path / "usual").stat().st_mode)


def test_a_replaced_file_keeps_its_permissions(tmp_path):
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    target.chmod(0o640)

    save_bytes(target, b"new")

    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need special rights on Windows")
def test_a_link_goes_on_pointing_at_the_file_that_was_replaced(tmp_path):
    (tmp_path / "real.pdf").write_bytes(b"old")
    link = tmp_path / "link.pdf"
    link.symlink_to("real.pdf")

    save_bytes(link, b"new")

    assert link.is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


def test_a_missing_folder_is_named(tmp_path):
    assert code_of(lambda: save_bytes(tmp_path / "no" / "r.pdf", b"x")) == "target_folder_missing"


def test_a_folder_is_no_target(tmp_path):
    (tmp_path / "r.pdf").mkdir()

    assert code_of(lambda: save_bytes(tmp_path / "r.pdf", b"x")) == "target_is_folder"


@pytest.mark.parametrize("owner_file", [".~lock.r.xlsx#", "~$r.xlsx"])
def test_a_workbook_open_in_another_program_is_left_alone(tmp_path, owner_file):
    target = tmp_path / "r.xlsx"
    target.write_bytes(b"old")
    (tmp_path / owner_file).write_bytes(b"somebody")

    assert code_of(lambda: save_bytes(target, b"new")) == "target_in_use"
    assert target.read_bytes() == b"old"


def test_a_file_marked_read_only_is_left_alone(tmp_path):
    target = tmp_path / "r.pdf"
    target.write_bytes(b"old")
    target.chmod(0o444)

    assert code_of(lambda: save_bytes(target, b"new")) == "target_not_writable"
    assert target.read_bytes() == b"old"


def windows_error(winerror: int) -> PermissionError:
    problem = PermissionError(errno.EACCES, "in use")
    vars(problem)["winerror"] = winerror
    return problem


def test_a_target_that_windows_keeps_open_is_in_use_after_some_patience(tmp_path, monkeypatch):
    target = tmp_path / "r.pdf"
    target.write_bytes(b"old")
    tries = []

    def refuse(*_):
        tries.append(1)
        raise windows_error(32)

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(time, "sleep", lambda _: None)

    assert code_of(lambda: save_bytes(target, b"new")) == "target_in_use"
    assert len(tries) > 1
    assert target.read_bytes() == b"old"
    assert names_in(tmp_path) == ["r.pdf"]


def test_a_virus_scanner_that_lets_go_does_not_fail_the_export(tmp_path, monkeypatch):
    target = tmp_path / "r.pdf"
    target.write_bytes(b"old")
    real, answers = os.replace, [windows_error(5)]

    def hesitate(source, goal):
        if answers:
            raise answers.pop()
        real(source, goal)

    monkeypatch.setattr(os, "replace", hesitate)
    monkeypatch.setattr(time, "sleep", lambda _: None)

    save_bytes(target, b"new")

    assert target.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EFBIG, "disk_full"),
        (errno.EACCES, "target_not_writable"),
        (errno.EROFS, "target_not_writable"),
        (errno.ENAMETOOLONG, "target_name_unusable"),
        (errno.EIO, "target_failed"),
    ],
)
def test_what_the_system_says_becomes_a_code_and_the_old_file_stays(tmp_path, monkeypatch, number, code):
    target = tmp_path / "r.pdf"
    target.write_bytes(b"old")

    def fail(*_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)

    assert code_of(lambda: save_bytes(target, b"new")) == code
    assert target.read_bytes() == b"old"
    assert names_in(tmp_path) == ["r.pdf"]


def test_names_that_no_system_takes_are_refused(tmp_path):
    assert code_of(lambda: save_bytes(tmp_path / "a\0b.pdf", b"x")) == "target_name_unusable"
    assert code_of(lambda: save_bytes(tmp_path / ("x" * 300 + ".pdf"), b"x")) == "target_name_unusable"


def test_a_mistake_of_ours_is_not_explained_away_and_leaves_nothing(tmp_path):
    def write():
        with replacing(tmp_path / "r.pdf") as beside:
            beside.write_bytes(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()
    assert names_in(tmp_path) == []


def test_several_files_are_saved_all_or_none(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"old")
    (tmp_path / "b.csv").mkdir()

    code = code_of(lambda: save_all(tmp_path, {"a.csv": b"new", "b.csv": b"new"}))

    assert code == "target_is_folder"
    assert (tmp_path / "a.csv").read_bytes() == b"old"
    assert names_in(tmp_path) == ["a.csv", "b.csv"]


def test_a_folder_made_for_an_export_that_failed_goes_again(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", fail)

    assert code_of(lambda: save_all(tmp_path / "new", {"a.csv": b"x"})) == "disk_full"
    assert names_in(tmp_path) == []


def test_a_file_is_no_folder_for_an_export(tmp_path):
    (tmp_path / "csv").write_bytes(b"x")

    assert code_of(lambda: save_all(tmp_path / "csv", {"a.csv": b"x"})) == "target_is_file"


SMALL_DISK = """
import resource, signal, sys
from pathlib import Path
from exports.saving import save_bytes
from fastmap.errors import FastmapError
sys.dont_write_bytecode = True  # compiled modules would be cut off, too, and stay so for whoever starts next
size = 200_000
for limit in (0, 1, 4096, 100_000, size - 1, size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        save_bytes(Path(sys.argv[1]), b"n" * size)
        print(limit, "saved")
    except FastmapError as problem:
        print(limit, problem.code)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files as Linux does")
def test_a_full_disk_at_any_size_keeps_the_old_report(tmp_path):
    target = tmp_path / "r.pdf"
    target.write_bytes(b"old")

    done = subprocess.run(
        [sys.executable, "-c", SMALL_DISK, str(target)], cwd=ROOT, capture_output=True, text=True, check=True
    )

    lines = done.stdout.split("\n")
    assert lines[:5] == [f"{limit} disk_full" for limit in (0, 1, 4096, 100_000, 199_999)]
    assert lines[5] == "200000 saved"
    assert names_in(tmp_path) == ["r.pdf"]
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_code_of_saving_has_a_sentence_with_place_and_outcome(language):
    texts = load_texts(language)
    codes = (
        "target_folder_missing",
        "target_is_folder",
        "target_is_file",
        "target_in_use",
        "target_not_writable",
        "target_name_unusable",
        "target_failed",
        "disk_full",
    )

    for code in codes:
        facts = {"name": "NAME.pdf", "folder": "FOLDER", "reason": "REASON"}
        sentence = texts.say(FastmapError(code, **facts).message)
        assert "NAME.pdf" in sentence, code


def test_checking_a_target_makes_nothing(tmp_path):
    check_target(tmp_path / "r.pdf")

    assert names_in(tmp_path) == []
