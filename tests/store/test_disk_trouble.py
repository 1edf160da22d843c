"""Full disks, protected files and folders: what was saved stays, and a person is told."""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import ImportResponses, RecordEdit, SaveMembers
from fastmap.errors import FastmapError
from fastmap.model.organisations import Member
from tests.store.recorded import ATTACHMENT, CLUSTER, MEMBER

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
needs_posix = pytest.mark.skipif(os.name == "nt", reason="limits and permissions of POSIX")


def test_a_full_disk_keeps_everything_saved_before_and_nothing_of_the_change(assessment):
    assessment.apply(SaveMembers(members=(MEMBER,)))
    before = assessment.content_hash()
    pages = assessment._file.connection.execute("PRAGMA page_count").fetchone()[0]
    assessment._file.connection.execute(f"PRAGMA max_page_count = {pages + 2}")

    with pytest.raises(FastmapError) as failed:
        assessment.apply(SaveMembers(members=tuple(Member(code=f"M{n}", name="x" * 500) for n in range(200))))

    assert failed.value.code == "disk_full"
    assert assessment.content_hash() == before
    assert assessment.apply(RecordEdit(n=1)), "a smaller change still fits"
    assert assessment.check()


SCRIPT = """
import resource, sys
from pathlib import Path
from fastmap.assessment import Assessment
from fastmap.changes import SaveMembers
from fastmap.errors import FastmapError
from fastmap.model.organisations import Member

sys.dont_write_bytecode = True  # compiled modules would be cut off, too, and stay so for whoever starts next
with Assessment.open(sys.argv[1]) as assessment:
    size = Path(sys.argv[1]).stat().st_size
    limit = size + int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    saved = 0
    try:
        for n in range(400):
            assessment.apply(SaveMembers(members=(Member(code=f"N{n}", name="x" * 700),)))
            saved = n + 1
    except FastmapError as error:
        print(saved, error.code)
"""


@needs_posix
@pytest.mark.parametrize("room", [0, 3000, 9000, 40_000])
def test_a_file_that_may_not_grow_any_more_loses_nothing_saved(assessment, path, room):
    assessment.apply(SaveMembers(members=tuple(Member(code=f"M{n}", name="y" * 900) for n in range(80))))
    assessment.close()

    answer = subprocess.run(
        [sys.executable, "-c", SCRIPT, path, str(room)], cwd=ROOT, capture_output=True, text=True, check=True
    )

    saved, code = answer.stdout.split()
    assert code in {"disk_full", "file_io_failed"}
    with Assessment.open(path) as again:
        assert again.check()
        assert len(again.snapshot().members) == 80 + int(saved)


# Root may write anything, so as root the script first loads what it needs and then becomes a user without rights.
READ_THEN_WRITE = f"""
import os, sys
from fastmap.assessment import Assessment
from fastmap.changes import RecordEdit
from fastmap.errors import FastmapError
with Assessment.open(sys.argv[2]) as rehearsal:
    rehearsal.snapshot()
    try:
        Assessment.open(sys.argv[2])
    except FastmapError:
        pass
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid({NOBODY})
    os.setuid({NOBODY})
try:
    with Assessment.open(sys.argv[1]) as assessment:
        print(len(assessment.snapshot().members), assessment.read_only)
        try:
            assessment.apply(RecordEdit(n=1))
            print("written")
        except FastmapError as error:
            print(error.code)
except FastmapError as error:
    print(error.code)
"""


@pytest.fixture
def public_file():
    """A file with one member in a folder that every user may enter."""
    folder = Path(tempfile.mkdtemp(prefix="fastmap test "))
    path = folder / "a.fastmap"
    with Assessment.create(path, cluster=CLUSTER, round_label="1") as assessment:
        assessment.apply(SaveMembers(members=(MEMBER,)))
    path.chmod(0o666)
    folder.chmod(0o777)
    yield path
    with suppress(OSError):
        folder.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def without_rights(assessment, path):
    """Open a file, then try to change it, as a user without special rights; returns the lines printed."""
    assessment.close()

    def run(public_file):
        answer = subprocess.run(
            [sys.executable, "-c", READ_THEN_WRITE, public_file, path],
            cwd=ROOT,
            env=dict(os.environ, FASTMAP_DATA=str(public_file.parent / "data")),
            capture_output=True,
            text=True,
            check=True,
        )
        return answer.stdout.splitlines()

    return run


@needs_posix
@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)])
def test_a_protected_file_or_folder_opens_read_only_with_everything_in_it(
    public_file, file_mode, folder_mode, without_rights
):
    before = public_file.read_bytes()
    public_file.chmod(file_mode)
    public_file.parent.chmod(folder_mode)

    assert without_rights(public_file) == ["1 True", "file_read_only"]
    assert public_file.read_bytes() == before


@needs_posix
def test_an_open_file_and_folder_open_for_writing(public_file, without_rights):
    assert without_rights(public_file) == ["1 False", "written"]


@needs_posix
def test_a_file_that_may_not_be_read_is_refused(public_file, without_rights):
    public_file.chmod(0o200)

    assert without_rights(public_file) == ["file_not_readable"]


@needs_posix
def test_a_change_cut_off_in_a_protected_folder_is_named(public_file, without_rights):
    public_file.with_name(public_file.name + "-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    public_file.parent.chmod(0o555)

    assert without_rights(public_file) == ["file_unfinished"]


def test_what_is_opened_for_reading_only_refuses_every_change_but_makes_copies(assessment, path, tmp_path):
    assessment.apply(ImportResponses(attachments=(ATTACHMENT,)))
    assessment.close()

    with Assessment.open(path, read_only=True) as reader:
        for change in (lambda: reader.apply(RecordEdit(n=1)), reader.undo, reader.redo):
            with pytest.raises(FastmapError) as refused:
                change()
            assert refused.value.code == "file_read_only"
        reader.save_copy(tmp_path / "copy.fastmap")

    with Assessment.open(tmp_path / "copy.fastmap") as copy:
        assert copy.apply(RecordEdit(n=1))
        assert copy.attachment(ATTACHMENT.sha256) == ATTACHMENT
