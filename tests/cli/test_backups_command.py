"""`fastmap backups`: the list with what differs, and a backup restored to a new file."""

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import RemoveMembers, SaveMembers
from fastmap.model.organisations import Member
from tests.support.command_line import SAMPLE_TABLES, fastmap


@pytest.fixture
def changed(file):
    """Two members once, backed up at opening; one of them removed since."""
    with Assessment.open(file) as assessment:
        assessment.apply(SaveMembers(members=(Member(code="M001", name="Uno"), Member(code="M002", name="Dos"))))
    with Assessment.open(file) as assessment:
        assessment.apply(RemoveMembers(codes=("M002",)))
    return file


def test_the_list_says_what_differs_and_where_the_backup_lies(changed):
    ran = fastmap("backups", changed)

    first, second = ran.out.splitlines()
    assert (ran.status, ran.err) == (0, "")
    assert first.startswith("1  ")
    assert first.endswith("1 change ago · 1 member more · last change: save 2 members")
    assert second.strip().endswith(".fastmap")


def test_the_list_as_json(changed):
    (told,) = fastmap("backups", "list", changed, "--json").json

    assert told["counts"]["members"] == 2
    assert told["differences"] == ["1 change ago", "1 member more"]
    assert told["last_change"]["what"] == "save 2 members"
    assert told["problem"] is None


def test_without_a_file_all_backups_of_this_computer_are_listed(changed):
    ran = fastmap("backups")

    assert ran.status == 0
    assert "Metal – " in ran.out
    assert "2 members" in ran.out


def test_a_backup_is_restored_by_number_and_by_path(changed, tmp_path):
    by_number = fastmap("backups", "restore", changed, tmp_path / "a.fastmap", "--number", "1")
    path = fastmap("backups", changed, "--json").json[0]["path"]
    by_path = fastmap("backups", "restore", path, tmp_path / "b.fastmap")

    assert (by_number.status, by_path.status) == (0, 0)
    assert "The present file is as it was" in by_number.err
    for name in ("a.fastmap", "b.fastmap"):
        with Assessment.open(tmp_path / name, read_only=True) as restored:
            assert len(restored.snapshot().members) == 2
    with Assessment.open(changed, read_only=True) as present:
        assert len(present.snapshot().members) == 1


def test_nothing_is_overwritten_and_an_unknown_backup_is_told(changed, tmp_path):
    before = changed.read_bytes()

    over = fastmap("backups", "restore", changed, changed, "--number", "1")
    unknown = fastmap("backups", "restore", changed, tmp_path / "x.fastmap", "--number", "99")
    unsaid = fastmap("backups", "restore", changed, tmp_path / "x.fastmap")

    assert [ran.status for ran in (over, unknown, unsaid)] == [2, 2, 2]
    assert "There is no backup 99 of round.fastmap" in unknown.err
    assert "--number" in unsaid.err
    assert changed.read_bytes() == before
    assert not (tmp_path / "x.fastmap").exists()


def test_a_file_without_backups_says_so(file):
    assert fastmap("backups", file).out == "There is no backup yet.\n"


def test_before_a_list_is_taken_in_the_state_before_is_kept(changed):
    fastmap("partners", changed, SAMPLE_TABLES / "partners.csv")

    newest = fastmap("backups", changed, "--json").json[0]

    assert newest["counts"]["partners"] == 0
    assert newest["counts"]["members"] == 1


def test_a_backup_is_made_now_and_only_once_for_the_same_state(changed):
    made = fastmap("backups", "now", changed)
    again = fastmap("backups", "now", changed)

    assert (made.status, again.status) == (0, 0)
    assert "round.fastmap is backed up as it is now" in made.err
    assert "No other backup was made" in again.err
    assert made.out == again.out
    assert fastmap("backups", changed, "--json").json[0]["path"] == made.out.strip()


def test_a_backup_of_a_file_that_is_missing_names_it(tmp_path):
    ran = fastmap("backups", "now", tmp_path / "none.fastmap")

    assert (ran.status, ran.out) == (2, "")
    assert "none.fastmap" in ran.err
