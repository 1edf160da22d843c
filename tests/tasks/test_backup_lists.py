"""Backups with what differs from the present file, and restored to a new file."""

import shutil
from datetime import UTC, datetime

import pytest

from fastmap import places
from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.changes import ImportResponses, RecordEdit, RemoveMembers, SaveActions, SaveMembers
from fastmap.errors import FastmapError
from fastmap.model.organisations import Member
from fastmap.tasks.backups import backups_on_this_computer, differences, lines_of, name_for_restored, restore_backup
from tests.store import recorded as r

EN = load_texts("en")


@pytest.fixture(autouse=True)
def own_backup_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("FASTMAP_DATA", str(tmp_path / "data"))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "round.fastmap"


@pytest.fixture
def assessment(path):
    with Assessment.create(path, cluster=r.CLUSTER, round_label="2026") as opened:
        opened.apply(SaveMembers(members=(r.MEMBER, Member(code="M002", name="B"))))
        yield opened


def words(line):
    return [EN.say(difference) for difference in line.differences]


def test_a_backup_says_what_it_has_more_and_fewer_and_how_far_back_it_is(assessment):
    assessment.backup_now()
    assessment.apply(RemoveMembers(codes=("M002",)))
    assessment.apply(ImportResponses(responses=(r.RESPONSE,)))
    assessment.apply(SaveActions(actions=(r.ACTION,)))

    lines = lines_of(assessment)

    assert words(lines[-1]) == [
        "3 changes ago",
        "1 member more",
        "1 answered form fewer",
        f"{len(r.RESPONSE.needs)} needs fewer",
        "1 action fewer",
    ]
    assert EN.say(lines[-1].content.last.what) == "save 2 members"


def test_the_present_state_is_called_the_same_and_an_undone_one_lies_further_on(assessment):
    assessment.backup_now()
    assert words(lines_of(assessment)[0]) == ["the same as the file now"]

    assessment.undo()

    assert words(lines_of(assessment)[0]) == ["1 change further on", "2 members more"]


def test_a_backup_with_no_change_since_is_not_called_zero_changes_old(assessment):
    present = assessment.content()

    assert [EN.say(one) for one in differences(present, present)] == ["as the file is now"]


def test_a_copy_that_went_its_own_way_is_told_from_one_further_back(assessment, tmp_path):
    copy = tmp_path / "copy.fastmap"
    assessment.save_copy(copy)
    with Assessment.open(copy) as other:
        other.apply(RecordEdit(n=7))
        other.backup_now()
    assessment.apply(RecordEdit(n=1))

    assert words(lines_of(assessment)[0]) == ["went its own way"]


def test_a_damaged_backup_is_listed_with_its_reason_and_the_others_with_their_content(assessment):
    assessment.backup_now()
    assessment.apply(RecordEdit(n=1))
    spoilt = assessment.backup_now()
    spoilt.write_bytes(spoilt.read_bytes()[:5000])

    newest, older = lines_of(assessment)

    assert (newest.content, newest.problem.code) == (None, "file_damaged")
    assert older.problem is None


def test_a_backup_of_a_newer_program_is_listed_as_such(assessment):
    backup = assessment.backup_now()
    content = bytearray(backup.read_bytes())
    content[60:64] = (999).to_bytes(4)
    backup.write_bytes(content)

    assert lines_of(assessment)[0].problem.code == "file_newer"


def test_a_restored_backup_is_a_new_file_with_everything_and_history_and_the_present_one_stays(assessment, path):
    backup = assessment.backup_now()
    wanted = assessment.content_hash()
    assessment.apply(RemoveMembers(codes=("M001", "M002")))
    now = assessment.content_hash()
    target = path.with_name("restored.fastmap")

    restore_backup(backup, target)

    assert assessment.content_hash() == now
    with Assessment.open(target) as restored:
        assert restored.content_hash() == wanted
        restored.undo()
        assert restored.snapshot().members == ()
    with pytest.raises(FastmapError) as refused:
        restore_backup(backup, target)
    assert refused.value.code == "file_exists"


def test_a_damaged_backup_is_not_restored_and_nothing_is_written(assessment, path):
    backup = assessment.backup_now()
    content = bytearray(backup.read_bytes())
    content[8192:12288] = b"\xff" * 4096
    backup.write_bytes(content)
    target = path.with_name("restored.fastmap")

    with pytest.raises(FastmapError) as refused:
        restore_backup(backup, target)

    assert refused.value.code in ("file_damaged", "copy_failed")
    assert not target.exists()


def test_the_name_of_a_restored_file_says_of_when_it_is_and_is_free(assessment, path):
    assessment.backup_now()
    backup = lines_of(assessment)[0].backup
    stamp = f"{backup.made_at.astimezone():%Y-%m-%d %H.%M}"

    first = name_for_restored(path, backup)
    first.touch()
    second = name_for_restored(path, backup)

    assert (first.name, second.name) == (f"round – {stamp}.fastmap", f"round – {stamp} (2).fastmap")


def test_all_assessments_of_the_computer_are_listed_for_a_file_that_is_lost(assessment, path, tmp_path):
    assessment.backup_now()
    with Assessment.create(tmp_path / "b.fastmap", cluster=r.CLUSTER, round_label="2027") as other:
        other.apply(RecordEdit(n=1))
        other.backup_now()
        other.apply(RecordEdit(n=2))
        other.backup_now()
    shutil.copy(path, places.backup_folder() / "stray.fastmap")

    lines = backups_on_this_computer(places.backup_folder())

    assert [(line.content.round_label, line.content.changes) for line in lines] == [
        ("2026", 1),
        ("2027", 2),
        ("2027", 1),
    ]
    assert all(line.differences == () for line in lines)


def test_a_damaged_backup_stands_behind_those_of_all_assessments(assessment):
    spoilt = assessment.backup_now()
    assessment.apply(RecordEdit(n=1))
    assessment.backup_now()
    assessment.apply(RecordEdit(n=2))
    spoilt.write_bytes(spoilt.read_bytes()[:5000])
    newest = assessment.backup_now()
    newest.write_bytes(newest.read_bytes()[:5000])

    lines = backups_on_this_computer(places.backup_folder())

    assert [line.problem is None for line in lines] == [True, False, False]


def test_no_folder_yet_is_no_backup(tmp_path):
    assert backups_on_this_computer(tmp_path / "nowhere") == []


def test_a_backup_that_is_open_as_a_file_is_not_opened_a_second_time(assessment):
    """Closing a second descriptor would drop the lock on it."""
    backup = assessment.backup_now()

    with Assessment.open(backup):
        (line, *_) = lines_of(assessment)

    assert line.problem.code.startswith("file_in_use")


def test_moments_are_those_of_this_computers_clock(assessment):
    assessment.backup_now()

    made_at = lines_of(assessment)[0].backup.made_at

    assert abs((datetime.now(UTC) - made_at).total_seconds()) < 60
