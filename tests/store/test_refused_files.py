"""Files that must not be opened are refused with a reason, and keep every byte."""

import json
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.changes import ImportResponses, SaveMembers
from fastmap.errors import FastmapError
from fastmap.model.organisations import Member
from fastmap.model.responses import Need
from fastmap.store.in_use_note import note_path, this_host, this_machine
from fastmap.store.migrating import newest_schema
from tests.store.recorded import CLUSTER, MEMBER, RESPONSE

ROOT = Path(__file__).resolve().parents[2]


def refusal(path, **options):
    with pytest.raises(FastmapError) as refused:
        Assessment.open(path, **options)
    assert all(load_texts(language).say(refused.value.message) for language in ("en", "es"))
    return refused.value


def members_or_code(path):
    """How many members the file shows, or why it was refused."""
    try:
        with Assessment.open(path, read_only=True) as assessment:
            return len(assessment.snapshot().members)
    except FastmapError as error:
        return error.code


def alter(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def closed_file(path):
    """A file with 60 members, closed."""
    members = tuple(Member(code=f"M{number:03}", name=f"Member number {number}") for number in range(60))
    with Assessment.create(path, cluster=CLUSTER, round_label="2026") as assessment:
        assessment.apply(SaveMembers(members=members))
    return path


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"Dear Sir or Madam, ", "file_foreign"),
        (b"PK\x03\x04" + bytes(400), "file_foreign"),
        (b"SQLite format 3\0", "file_damaged"),
        (b"SQLite format 3\0" + bytes(400), "file_foreign"),
    ],
)
def test_a_file_that_is_no_assessment_is_refused_untouched(path, content, code):
    path.write_bytes(content)

    assert refusal(path).code == code
    assert refusal(path, read_only=True).code == code
    assert path.read_bytes() == content


@pytest.mark.parametrize("lost", [slice(0, 16), slice(0, 100), slice(0, 4)])
@pytest.mark.parametrize("filling", [b"\0", b"\xff"])
def test_a_file_that_lost_its_beginning_is_a_damaged_assessment(closed_file, tmp_path, lost, filling):
    content = bytearray(closed_file.read_bytes())
    content[lost] = filling * (lost.stop - lost.start)
    closed_file.write_bytes(content)

    assert refusal(closed_file).code == "file_damaged"
    assert refusal(closed_file, read_only=True).code == "file_damaged"
    assert closed_file.read_bytes() == bytes(content)
    Assessment.salvage(closed_file, tmp_path / "left.fastmap")
    with Assessment.open(tmp_path / "left.fastmap", backup_folder=tmp_path / "b") as left:
        assert len(left.snapshot().members) == 60


def test_a_copy_under_a_password_says_that_it_is_one(closed_file, tmp_path):
    copy = tmp_path / "board.fastmap.age"
    with Assessment.open(closed_file, backup_folder=tmp_path / "b") as assessment:
        assessment.save_protected_copy(copy, "four words in a row")

    assert refusal(copy).code == "file_under_password"
    assert refusal(copy, read_only=True).code == "file_under_password"


def test_a_missing_file_and_a_folder_are_named(tmp_path):
    missing, folder = refusal(tmp_path / "none.fastmap"), refusal(tmp_path)

    assert (missing.code, missing.facts["file"]) == ("file_missing", str(tmp_path / "none.fastmap"))
    assert folder.code == "file_is_folder"


def test_a_database_of_another_program_is_refused_untouched(path):
    alter(path, "CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()

    assert refusal(path).code == "file_foreign"
    assert path.read_bytes() == before


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_file_is_refused_untouched_and_both_versions_are_named(closed_file, read_only):
    newer = newest_schema() + 1
    alter(closed_file, f"PRAGMA user_version = {newer}")
    before = closed_file.read_bytes()

    refused = refusal(closed_file, read_only=read_only)

    assert (refused.code, refused.facts["schema"], refused.facts["ours"]) == ("file_newer", newer, newest_schema())
    assert closed_file.read_bytes() == before


@pytest.mark.parametrize("tenth", range(1, 10))
def test_a_truncated_file_is_refused_untouched(closed_file, tenth):
    whole = closed_file.read_bytes()
    closed_file.write_bytes(whole[: len(whole) * tenth // 10])
    before = closed_file.read_bytes()

    assert refusal(closed_file).code == "file_damaged"
    assert closed_file.read_bytes() == before


def test_flipped_bits_never_crash_and_never_lose_a_row_silently(closed_file, tmp_path):
    whole = closed_file.read_bytes()
    dice = random.Random(1)
    outcomes = Counter()

    for attempt in range(200):
        damaged = bytearray(whole)
        for _ in range(dice.choice((1, 3, 20))):
            damaged[dice.randrange(len(damaged))] ^= 1 << dice.randrange(8)
        target = tmp_path / f"{attempt}.fastmap"
        target.write_bytes(damaged)
        outcomes[members_or_code(target)] += 1
        assert target.read_bytes() == bytes(damaged)

    assert outcomes.keys() <= {60, "file_damaged", "file_foreign", "file_newer", "file_suspicious"}
    assert outcomes["file_damaged"] > 20


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER extra AFTER INSERT ON members BEGIN DELETE FROM contacts; END",
        "CREATE VIEW extra AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r",
        "CREATE TABLE extra (a INTEGER, b INTEGER GENERATED ALWAYS AS (a * 2))",
        "ALTER TABLE members ADD COLUMN extra TEXT GENERATED ALWAYS AS (upper(name))",
        "CREATE INDEX extra ON members (upper(name))",
        "DROP INDEX responses_by_member",
    ],
)
def test_a_prepared_file_with_parts_of_its_own_is_refused_quickly_and_untouched(closed_file, statement):
    alter(closed_file, statement)
    before = closed_file.read_bytes()

    start = time.monotonic()
    refused = refusal(closed_file)

    assert refused.code == "file_suspicious"
    assert time.monotonic() - start < 2
    assert closed_file.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM info",
        "DELETE FROM cluster",
        "UPDATE cluster SET sectors = '[\"a\", nonsense]'",
        "UPDATE info SET round_start = '2026-99-99'",
        "UPDATE members SET name = CAST(X'FFFE' AS TEXT) WHERE code = 'M001'",
    ],
)
def test_a_cell_that_holds_nothing_of_ours_counts_as_damage(closed_file, statement):
    alter(closed_file, statement)

    with pytest.raises(FastmapError) as refused, Assessment.open(closed_file) as assessment:
        assessment.snapshot()

    assert refused.value.code == "file_damaged"


@pytest.mark.parametrize("read_only", [False, True])
def test_a_header_that_claims_a_format_of_the_future_counts_as_damage(closed_file, read_only):
    content = bytearray(closed_file.read_bytes())
    content[47] = 9  # the schema format number, 4 in our days
    closed_file.write_bytes(content)

    with pytest.raises(FastmapError) as refused, Assessment.open(closed_file, read_only=read_only):
        pass

    assert refused.value.code == "file_damaged"
    assert closed_file.read_bytes() == bytes(content)


def test_an_assessment_id_that_would_lead_out_of_the_backup_folder_is_refused(closed_file, tmp_path):
    alter(closed_file, "UPDATE info SET id = '../../../outside'")

    assert refusal(closed_file).code == "file_suspicious"
    assert not (tmp_path / "outside").exists()


def test_a_file_open_in_this_program_is_refused_and_stays_locked(assessment, path):
    assessment.apply(SaveMembers(members=(MEMBER,)))

    assert refusal(path).code == "file_in_use_by"
    assert refusal(path, read_only=True).code == "file_in_use_by"

    assert locked_for_others(path), "looking at the file must not have dropped the lock"
    assert assessment.snapshot().members == (MEMBER,)


@pytest.mark.skipif(sys.platform == "win32", reason="closing a descriptor drops locks on POSIX systems only")
def test_a_file_is_refused_elsewhere_even_after_something_here_looked_into_it(closed_file):
    script = (
        "import sys; from fastmap.assessment import Assessment\n"
        "a = Assessment.open(sys.argv[1]); open(sys.argv[1], 'rb').close()\n"  # as Qt's file dialog does
        "print('open', flush=True); sys.stdin.read(); a.close()"
    )
    with holding(script, closed_file) as holder:
        refused = [refusal(closed_file, read_only=read_only).code for read_only in (False, True)]
        holder.communicate()

    assert refused == ["file_in_use_by", "file_in_use_by"]


@contextmanager
def holding(script, path):
    """A program that has the file open, until it is communicated with."""
    holder = subprocess.Popen(
        [sys.executable, "-c", script, path], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout.readline() == "open\n"
        yield holder


def test_a_file_open_in_another_program_is_refused_saying_who(closed_file):
    script = (
        "import sys; from fastmap.assessment import Assessment\n"
        "a = Assessment.open(sys.argv[1]); print('open', flush=True); sys.stdin.read(); a.close()"
    )
    with holding(script, closed_file) as holder:
        for read_only in (False, True):
            refused = refusal(closed_file, read_only=read_only)
            assert (refused.code, refused.facts["host"]) == ("file_in_use_by", this_host())
        holder.communicate()

    with Assessment.open(closed_file) as assessment:
        assert not assessment.read_only


def test_a_note_left_by_a_killed_program_of_this_computer_does_not_block(closed_file):
    note_path(closed_file).write_text(
        json.dumps({"user": "x", "host": this_host(), "since": "2026-01-01T00:00:00+00:00"})
    )

    with Assessment.open(closed_file) as assessment:
        assert assessment.apply(SaveMembers(members=(MEMBER,)))

    assert not note_path(closed_file).exists()


def test_a_note_of_another_computer_blocks_writing_but_not_reading(closed_file):
    note = note_path(closed_file)
    note.write_text(json.dumps({"user": "ana", "host": "another-laptop", "since": "2026-01-01T00:00:00+00:00"}))

    refused = refusal(closed_file)
    with Assessment.open(closed_file, read_only=True) as assessment:
        members = assessment.snapshot().members

    assert (refused.code, refused.facts["user"], refused.facts["note"]) == ("file_in_use_elsewhere", "ana", note.name)
    assert len(members) == 60
    assert note.exists(), "the note is not ours to remove"


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"user": 1, "host": null}', b"\xff" * 5000])
def test_a_note_that_is_none_does_not_block(closed_file, content):
    note_path(closed_file).write_bytes(content)

    with Assessment.open(closed_file) as assessment:
        assert not assessment.read_only


def test_a_note_of_this_computer_under_an_earlier_name_does_not_block(closed_file):
    note = {"user": "x", "host": "name.in.other.network", "since": "2026-01-01T00:00:00", "machine": this_machine()}
    note_path(closed_file).write_text(json.dumps(note))

    with Assessment.open(closed_file) as assessment:
        assert not assessment.read_only


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_another_tool_switched_to_a_log_opens(closed_file, read_only):
    alter(closed_file, "PRAGMA journal_mode = WAL")

    with Assessment.open(closed_file, read_only=read_only) as assessment:
        assert len(assessment.snapshot().members) == 60

    if not read_only:
        assert closed_file.read_bytes()[18:20] == b"\x01\x01", "the journal that is safe in a power cut again"


def test_two_readers_do_not_block_each_other_nor_a_writer(closed_file):
    with Assessment.open(closed_file, read_only=True) as first, Assessment.open(closed_file, read_only=True) as second:
        assert first.snapshot() == second.snapshot()
        assert not locked_for_others(closed_file)


def test_a_file_replaced_while_it_is_open_is_not_written_and_can_be_saved_as_a_copy(assessment, path, tmp_path):
    assessment.apply(SaveMembers(members=(MEMBER,)))
    other = tmp_path / "other.fastmap"
    with Assessment.create(other, cluster=CLUSTER, round_label="from the other laptop"):
        pass
    other.replace(path)
    before = path.read_bytes()

    with pytest.raises(FastmapError) as refused:
        assessment.apply(ImportResponses(responses=(RESPONSE,)))
    assessment.save_copy(tmp_path / "mine.fastmap")

    assert refused.value.code == "file_replaced"
    assert path.read_bytes() == before
    with Assessment.open(tmp_path / "mine.fastmap") as mine:
        assert mine.snapshot().members == (MEMBER,)


def test_a_file_deleted_while_it_is_open_is_not_written(assessment, path):
    path.unlink()

    with pytest.raises(FastmapError) as refused:
        assessment.apply(SaveMembers(members=(MEMBER,)))

    assert refused.value.code == "file_gone"
    assert not path.exists()


def test_a_file_overwritten_in_place_while_it_is_open_is_not_written(assessment, path, tmp_path):
    assessment.apply(SaveMembers(members=(MEMBER,)))
    other = tmp_path / "other.fastmap"
    with Assessment.create(other, cluster=CLUSTER, round_label="1") as second:
        for number in range(3):
            second.apply(SaveMembers(members=(Member(code=f"M{number}", name="x" * 9000),)))
    with path.open("r+b") as target:
        target.write(other.read_bytes())

    with pytest.raises(FastmapError) as refused:
        assessment.apply(ImportResponses(responses=(RESPONSE,)))

    assert refused.value.code == "file_replaced"


def test_a_refused_change_of_one_value_keeps_nothing_of_the_whole_change(assessment):
    before = assessment.content_hash()
    good = replace(RESPONSE, member=None)
    bad = replace(good, id="R2", needs=(Need(row=1, skill_text="x", short_now=-1),))

    with pytest.raises(sqlite3.IntegrityError):
        assessment.apply(ImportResponses(responses=(good, bad)))

    assert assessment.content_hash() == before
    assert assessment.history() == ()


def locked_for_others(path):
    """Ask another process, since locks do not hold against one's own."""
    script = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)\n"
        "try: c.execute('BEGIN EXCLUSIVE'); print('free')\n"
        "except sqlite3.OperationalError: print('locked')"
    )
    answer = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=True)
    return answer.stdout.strip() == "locked"


def test_a_file_cut_off_in_a_change_is_rolled_back_also_for_a_reader(closed_file, tmp_path):
    """A file cut off in the middle of a change: pages already written, journal not yet emptied."""
    with closing(sqlite3.connect(closed_file, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 2")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN")
        connection.execute("UPDATE members SET name = name || hex(zeroblob(3000))")
        cut = tmp_path / "cut.fastmap"
        for suffix in ("", "-journal"):
            shutil.copy(str(closed_file) + suffix, str(cut) + suffix)
        connection.execute("ROLLBACK")

    assert cut.read_bytes() != closed_file.read_bytes()
    with Assessment.open(cut, read_only=True) as assessment:
        assert all(len(member.name) < 50 for member in assessment.snapshot().members)
