"""What comes with a file by mail and lies beside it must not touch any other file of the computer."""

import os
import sqlite3
import struct
from contextlib import closing

import pytest

from fastmap.assessment import Assessment
from fastmap.errors import FastmapError
from fastmap.store.in_use_note import note_path
from fastmap.store.journals import JOURNAL_MAGIC, journal_of
from fastmap.tasks.starting import start_assessment

PAGE = 4096
THESIS = b"PK my thesis" * 100


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv("FASTMAP_DATA", str(tmp_path / "data"))
    path = tmp_path / "mailed.fastmap"
    start_assessment(path, name="Mailed", country="ES")
    return path


@pytest.fixture
def thesis(tmp_path):
    path = tmp_path / "thesis.docx"
    path.write_bytes(THESIS)
    return path


def summed(content):
    return sum(struct.unpack(f"{len(content)}b", content)) & 0xFFFFFFFF


def journal_naming(path, other):
    """A journal of a change to the first page, with the name of another one above it."""
    content = path.read_bytes()
    page = content[:PAGE]
    check = sum(page[place] for place in range(PAGE - 200, 0, -200))
    header = JOURNAL_MAGIC + struct.pack(">IIIII", 1, 0, len(content) // PAGE, 512, PAGE)
    record = struct.pack(">I", 1) + page + struct.pack(">I", check)
    name = os.fsencode(other)
    above = struct.pack(">I", 2**30 // PAGE + 1) + name + struct.pack(">II", len(name), summed(name)) + JOURNAL_MAGIC
    return header.ljust(512, b"\0") + record + above


def test_sqlite_itself_removes_the_file_that_a_journal_names(file, thesis):
    """Why it must be refused: if this fails, SQLite has become careful and the rest may go."""
    journal_of(file).write_bytes(journal_naming(file, thesis))

    connection = sqlite3.connect(file)
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    connection.close()

    assert not thesis.exists()


WAYS = {
    "open": lambda file, new: Assessment.open(file),
    "read": lambda file, new: Assessment.open(file, read_only=True),
    "look": lambda file, new: Assessment.look_into(file),
    "salvage": Assessment.salvage,
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_journal_that_names_another_file_is_refused_and_nothing_is_touched(way, file, thesis, tmp_path):
    journal_of(file).write_bytes(journal_naming(file, thesis))
    before = file.read_bytes(), journal_of(file).read_bytes()

    with pytest.raises(FastmapError) as refused:
        way(file, tmp_path / "new.fastmap")

    assert (refused.value.code, refused.value.facts["journal"]) == ("journal_strange", "mailed.fastmap-journal")
    assert thesis.read_bytes() == THESIS
    assert (file.read_bytes(), journal_of(file).read_bytes()) == before
    assert not (tmp_path / "new.fastmap").exists()


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_nothing_is_written_through_a_link_beside_a_file(way, ending, file, thesis, tmp_path):
    file.with_name(file.name + ending).symlink_to(thesis)

    with pytest.raises(FastmapError, match="journal_strange"):
        way(file, tmp_path / "new.fastmap")

    assert thesis.read_bytes() == THESIS


def test_no_note_is_written_through_a_link(file, thesis):
    note_path(file).symlink_to(thesis)

    with Assessment.open(file) as assessment:
        assessment.record_edit(1)

    assert thesis.read_bytes() == THESIS


def test_a_journal_of_our_own_is_taken_back_as_ever(file):
    content = file.read_bytes()
    whole = journal_naming(file, "x")
    journal_of(file).write_bytes(whole[: 512 + PAGE + 8])
    spoilt = bytearray(content)
    spoilt[24:28] = b"\xff\xff\xff\xff"  # a change that was not finished
    file.write_bytes(spoilt)

    with Assessment.open(file) as assessment:
        assert assessment.snapshot().cluster.name == "Mailed"

    assert not journal_of(file).exists()


def kept_beside(file, *statements):
    """Leave changes of another program in a ``-wal``: SQLite would take them in as it opens the file."""
    work = file.with_name("work")
    work.write_bytes(file.read_bytes())
    with closing(sqlite3.connect(work, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        for statement in statements:
            connection.execute(statement)
        ahead = work.with_name("work-wal").read_bytes()
        file.write_bytes(work.read_bytes())
    file.with_name(file.name + "-wal").write_bytes(ahead)
    work.unlink()


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("statement", ["PRAGMA user_version = 99", "DELETE FROM cluster", "CREATE VIEW v AS SELECT 1"])
def test_changes_that_another_program_keeps_beside_a_file_are_not_taken_in_unseen(way, statement, file, tmp_path):
    kept_beside(file, statement)
    before = {place.name: place.read_bytes() for place in tmp_path.glob("mailed*")}

    with pytest.raises(FastmapError) as refused:
        way(file, tmp_path / "new.fastmap")

    assert (refused.value.code, refused.value.facts["journal"]) == ("changes_beside", "mailed.fastmap-wal")
    assert {place.name: place.read_bytes() for place in tmp_path.glob("mailed*")} == before


@pytest.mark.parametrize("way", ["read", "look"])
def test_reading_a_file_that_another_tool_switched_to_a_log_leaves_nothing_beside_it(way, file, tmp_path):
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    before = file.read_bytes()

    with WAYS[way](file, None) as assessment:
        assert assessment.snapshot().cluster.name == "Mailed"

    assert file.read_bytes() == before
    assert [place.name for place in tmp_path.glob("mailed*")] == [file.name]


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes among files")
@pytest.mark.parametrize("way", ["open", "read", "look"])
def test_a_pipe_or_a_link_in_the_place_of_the_note_holds_nobody_up(way, file, tmp_path):
    os.mkfifo(note_path(file))
    with WAYS[way](file, None) as assessment:
        assert assessment.snapshot().cluster.name == "Mailed"
    assert note_path(file).is_fifo()

    note_path(file).unlink()
    note_path(file).symlink_to("/dev/zero")
    with WAYS[way](file, None) as assessment:
        assert assessment.snapshot().cluster.name == "Mailed"


@pytest.mark.skipif(os.name == "nt", reason="there are no pipes among files")
def test_a_pipe_is_not_salvaged_and_nobody_waits_for_it(tmp_path):
    os.mkfifo(tmp_path / "pipe.fastmap")

    with pytest.raises(FastmapError, match="file_foreign"):
        Assessment.salvage(tmp_path / "pipe.fastmap", tmp_path / "new.fastmap")


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_change_that_was_cut_off_under_another_name_of_the_file_is_found(way, file, tmp_path):
    other = file.with_name("other name.fastmap")
    other.hardlink_to(file)
    journal_of(file).write_bytes(journal_naming(file, "x")[: 512 + PAGE + 8])
    before = file.read_bytes()

    with pytest.raises(FastmapError) as refused:
        way(other, tmp_path / "new.fastmap")

    assert (refused.value.code, refused.value.facts["other"]) == ("file_linked", "mailed.fastmap")
    assert file.read_bytes() == before
    with Assessment.open(file):
        pass
    with Assessment.open(other) as assessment:
        assert assessment.snapshot().cluster.name == "Mailed"
