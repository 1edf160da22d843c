"""Backups are made when there is something new, are checked, ordered by number, and thinned."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import RecordEdit, SaveMembers
from fastmap.errors import FastmapError
from fastmap.model.privacy import AnonymousEdition
from fastmap.store import copying
from fastmap.store.backups import KEEP_DAYS, KEEP_HOURS, KEEP_LAST, KEEP_WEEKS, Backup, backups_of, superfluous
from tests.store.recorded import CLUSTER, CONTACT, MEMBER


@pytest.fixture
def changed_file(path):
    """A file with one change, closed; nothing is backed up yet."""
    with Assessment.create(path, cluster=CLUSTER, round_label="2026") as assessment:
        assessment.apply(SaveMembers(members=(MEMBER,), contacts=(CONTACT,)))
    return path


def kept(assessment):
    return assessment.check().backups


def test_opening_a_changed_file_backs_it_up_and_opening_it_again_does_not(changed_file):
    with Assessment.open(changed_file) as assessment:
        first = kept(assessment)
    with Assessment.open(changed_file) as assessment:
        second = kept(assessment)

    assert len(first) == 1
    assert second == first


def test_a_file_in_which_nothing_was_ever_recorded_is_not_backed_up(path):
    Assessment.create(path, cluster=CLUSTER, round_label="2026").close()

    with Assessment.open(path) as assessment:
        assert kept(assessment) == ()


def test_undoing_counts_as_something_new(changed_file):
    with Assessment.open(changed_file) as assessment:
        assessment.undo()
    with Assessment.open(changed_file) as assessment:
        assert len(kept(assessment)) == 2


def test_two_copies_that_went_on_separately_are_both_backed_up(changed_file, tmp_path):
    with Assessment.open(changed_file) as assessment:
        assessment.save_copy(tmp_path / "copy.fastmap")
    for place, n in ((changed_file, 1), (tmp_path / "copy.fastmap", 2)):
        with Assessment.open(place) as assessment:
            assessment.apply(RecordEdit(n=n))

    with Assessment.open(changed_file), Assessment.open(tmp_path / "copy.fastmap") as assessment:
        states = []
        for backup in kept(assessment)[-2:]:
            with Assessment.open(backup, read_only=True) as state:
                states.append(state.edits())

    assert sorted(states) == [(1,), (2,)]


EDITION = AnonymousEdition(answers="ab" * 32, k=3, answered=12, made_on=date(2026, 3, 2))


def test_cards_printed_after_a_backup_was_made_are_good_in_it(tmp_path):
    with Assessment.create(tmp_path / "a.fastmap", cluster=CLUSTER, round_label="1") as assessment:
        assessment.save_copy(tmp_path / "before.fastmap")
        printed = assessment.card_secret()

    with Assessment.open(tmp_path / "before.fastmap") as restored:
        assert restored.card_secret() == printed


def as_earlier_versions_made_it(path):
    """Take away what cards come from: it was made with the first cards."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM notes WHERE name = 'card_seed'")


def test_the_secret_of_printed_code_cards_is_backed_up_though_it_has_no_history(changed_file):
    as_earlier_versions_made_it(changed_file)
    with Assessment.open(changed_file) as assessment:
        secret = assessment.card_secret()

    with Assessment.open(changed_file) as assessment:
        assert len(kept(assessment)) == 2
        newest = kept(assessment)[-1]
    with Assessment.open(newest) as backup:
        assert backup.card_secret() == secret


def test_each_anonymous_edition_is_backed_up_though_it_has_no_history(changed_file):
    for editions in ((EDITION,), (replace(EDITION, made_on=date(2026, 4, 2)),)):
        with Assessment.open(changed_file) as assessment:
            assessment.note_anonymous_edition(editions[0])
        with Assessment.open(changed_file) as assessment:
            newest = kept(assessment)[-1]
        with Assessment.open(newest) as backup:
            assert backup.anonymous_editions() == editions


def test_a_file_with_a_secret_alone_is_backed_up(path):
    with Assessment.create(path, cluster=CLUSTER, round_label="2026"):
        pass
    as_earlier_versions_made_it(path)
    with Assessment.open(path) as assessment:
        assessment.card_secret()

    with Assessment.open(path) as assessment:
        assert len(kept(assessment)) == 1


def test_the_catalogue_of_the_last_result_alone_is_no_reason_for_a_backup(changed_file):
    with Assessment.open(changed_file) as assessment:
        assessment.note_catalogue("another")

    with Assessment.open(changed_file) as assessment:
        assert len(kept(assessment)) == 1


def test_reading_makes_no_backup(changed_file):
    with Assessment.open(changed_file, read_only=True) as assessment:
        assert kept(assessment) == ()


def test_a_backup_opens_as_an_assessment_with_everything(changed_file):
    with Assessment.open(changed_file) as assessment:
        wanted, (backup,) = assessment.content_hash(), kept(assessment)

    with Assessment.open(backup) as restored:
        assert restored.content_hash() == wanted
        assert restored.contacts() == (CONTACT,)


def test_the_name_of_a_backup_tells_nothing_about_the_cluster(changed_file, tmp_path):
    with Assessment.open(changed_file) as assessment:
        (backup,) = kept(assessment)
        info = assessment.snapshot().info

    assert backup.parent == tmp_path / "data" / "backups" / info.id
    assert "metal" not in str(backup).removeprefix(str(tmp_path))


def test_a_backup_that_cannot_be_made_is_told_and_the_file_opens_all_the_same(changed_file, tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be")

    with Assessment.open(changed_file) as assessment:
        problem = assessment.backup_problem
        assert assessment.apply(RecordEdit(n=1))

    assert problem is not None
    assert problem.code == "backup_failed"


def test_a_backup_that_reads_back_damaged_never_gets_its_name(changed_file, monkeypatch):
    with Assessment.open(changed_file) as assessment:
        before = kept(assessment)
        monkeypatch.setattr(copying, "is_sound", lambda connection: False)

        with pytest.raises(FastmapError) as failed:
            assessment.backup_now()

        assert failed.value.code == "copy_failed"
        assert kept(assessment) == before
        assert [entry.name for entry in before[0].parent.iterdir()] == [before[0].name]


def test_a_backup_is_not_begun_when_the_disk_has_no_room_for_it(changed_file, monkeypatch):
    with Assessment.open(changed_file) as assessment:
        monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": 500_000}))

        with pytest.raises(FastmapError) as failed:
            assessment.backup_now()

    assert failed.value.code == "disk_full"


def test_backups_are_ordered_by_number_when_the_clock_was_set_back(path):
    days = iter(range(200))
    with Assessment.create(
        path, cluster=CLUSTER, round_label="1", clock=lambda: datetime(2026, 3, 2, tzinfo=UTC) - timedelta(next(days))
    ) as assessment:
        for n in range(1, KEEP_LAST + 4):
            assessment.apply(RecordEdit(n=n))
            newest = assessment.backup_now()

        assert kept(assessment)[-1] == newest
        with Assessment.open(newest, read_only=True) as backup:
            assert backup.edits()[-1] == KEEP_LAST + 3


FIRST = datetime(2026, 1, 1, tzinfo=UTC)


def made(number, moment):
    return Backup(Path(f"{number}"), number, moment, "0" * 12)


def left_of(backups):
    return [backup.number for backup in backups if backup not in superfluous(backups)]


def test_thinning_keeps_the_newest_and_the_last_of_each_hour():
    backups = [made(number, FIRST + timedelta(minutes=10 * number)) for number in range(1, 20)]

    assert left_of(backups) == [5, 11, 14, 15, 16, 17, 18, 19]


def test_thinning_keeps_the_last_of_each_day_once_there_were_many_hours():
    """Ten days at work, an hour apart: of the last twenty-four hours each, of the days before one each."""
    backups = [
        made(24 * day + hour + 1, FIRST + timedelta(days=day, hours=hour)) for day in range(10) for hour in range(8, 16)
    ]

    left = left_of(backups)

    hours = [backup.number for backup in backups][-KEEP_LAST - KEEP_HOURS :]
    assert left[-len(hours) :] == hours
    assert left[: -len(hours)] == [24 * day + 16 for day in range(6)]


def test_thinning_keeps_the_last_of_each_week_for_a_year():
    """Two years of one backup a day: the last days, then one a week, and nothing older than so many weeks."""
    backups = [made(number, FIRST + timedelta(days=number)) for number in range(1, 731)]

    left = left_of(backups)

    older = [number for number in left if number <= 730 - KEEP_LAST - KEEP_DAYS]
    assert left[-KEEP_LAST - KEEP_DAYS :] == list(range(731 - KEEP_LAST - KEEP_DAYS, 731))
    assert {(FIRST + timedelta(days=number)).isoweekday() for number in older} == {7}
    assert len(older) == KEEP_WEEKS - 6  # the six weeks since have their days


def test_a_clock_set_back_does_not_thin_the_newest():
    backups = [made(number, datetime(2099, 1, 1, tzinfo=UTC)) for number in range(1, 20)] + [made(20, FIRST)]

    assert 20 in left_of(backups)


def test_a_name_with_a_moment_there_never_was_is_no_backup(tmp_path):
    home = tmp_path / "abcdefgh"
    home.mkdir()
    (home / f"000001.20261341T256199Z.{'0' * 12}.fastmap").write_text("x")

    assert backups_of(tmp_path, "abcdefgh") == []


def test_other_files_in_the_backup_folder_are_left_alone(tmp_path):
    home = tmp_path / "abcdefgh"
    home.mkdir()
    (home / "notes.txt").write_text("mine")
    (home / ".000001.x.part").write_text("half")

    assert backups_of(tmp_path, "abcdefgh") == []


def test_a_copy_of_a_file_with_dangling_references_is_not_taken_for_sound(changed_file):
    with closing(sqlite3.connect(changed_file, isolation_level=None)) as connection:
        connection.execute("DELETE FROM members")
        assert not copying.is_sound(connection)
