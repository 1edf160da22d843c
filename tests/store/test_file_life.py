"""Making, opening and closing an assessment file."""

import os
import threading
from datetime import date

import pytest

from fastmap.assessment import Assessment
from fastmap.changes import SaveMembers
from fastmap.errors import FastmapError
from fastmap.store.header import APPLICATION_ID, read_header
from fastmap.store.migrating import newest_schema
from tests.store.recorded import CLUSTER, CONTACT, MEMBER


def names_beside(path):
    return sorted(entry.name for entry in path.parent.iterdir())


def test_a_new_file_holds_the_cluster_and_the_round(path):
    with Assessment.create(
        path,
        cluster=CLUSTER,
        title="Skills 2026",
        round_label="spring",
        language="es",
        fictional=True,
        round_start=date(2026, 2, 1),
        round_end=date(2026, 4, 30),
    ) as assessment:
        snapshot = assessment.snapshot()

    assert snapshot.cluster == CLUSTER
    assert (snapshot.info.title, snapshot.info.round_label, snapshot.info.language) == ("Skills 2026", "spring", "es")
    assert (snapshot.info.round_start, snapshot.info.round_end) == (date(2026, 2, 1), date(2026, 4, 30))
    assert snapshot.info.fictional
    assert len(snapshot.info.id) == 16


def test_a_file_without_a_title_is_called_after_its_cluster(assessment):
    assert assessment.snapshot().info.title == CLUSTER.name


def test_two_files_have_different_ids(assessment, tmp_path):
    with Assessment.create(tmp_path / "second.fastmap", cluster=CLUSTER, round_label="2026") as second:
        assert second.snapshot().info.id != assessment.snapshot().info.id


def test_a_new_file_says_in_its_header_whose_it_is(assessment, path):
    assessment.close()

    header = read_header(path)

    assert (header.application_id, header.schema) == (APPLICATION_ID, newest_schema())


def test_making_a_file_refuses_to_overwrite_any_other(path):
    path.write_text("a letter")

    with pytest.raises(FastmapError) as refused:
        Assessment.create(path, cluster=CLUSTER, round_label="2026")

    assert refused.value.code == "file_exists"
    assert path.read_text() == "a letter"
    assert names_beside(path) == [path.name]


def test_making_a_file_in_a_folder_that_is_not_there_names_the_folder(tmp_path):
    with pytest.raises(FastmapError) as refused:
        Assessment.create(tmp_path / "nowhere" / "a.fastmap", cluster=CLUSTER, round_label="2026")

    assert refused.value.code == "folder_missing"
    assert refused.value.facts["folder"] == str(tmp_path / "nowhere")


def test_a_file_that_could_not_be_finished_leaves_nothing_behind(path, monkeypatch):
    def no_room(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", no_room)
    with pytest.raises(FastmapError) as refused:
        Assessment.create(path, cluster=CLUSTER, round_label="2026")

    assert refused.value.code == "disk_full"
    assert names_beside(path) == []


def test_drafts_of_killed_programs_are_removed_once_they_are_old(path):
    old, young, other = (
        path.with_name(name) for name in (".a.fastmap.0123abcd.part", ".a.fastmap.4567abcd.part", "x.part")
    )
    for file in (old, young, other):
        file.write_text("half")
    for file in (old, other):
        os.utime(file, (1, 1))

    Assessment.create(path, cluster=CLUSTER, round_label="2026").close()

    assert names_beside(path) == sorted([path.name, young.name, other.name])


def test_a_journal_of_a_deleted_file_of_the_same_name_is_not_applied_to_the_new_one(path):
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"x" * 600)

    with Assessment.create(path, cluster=CLUSTER, round_label="2026") as assessment:
        assert assessment.snapshot().cluster == CLUSTER

    assert [name for name in names_beside(path) if name.endswith(".old")], "the old journal is kept under another name"


def test_closing_leaves_one_file_and_nothing_beside_it(assessment, path):
    assessment.apply(SaveMembers(members=(MEMBER,)))

    assessment.close()
    assessment.close()

    assert names_beside(path) == [path.name]


def test_what_was_applied_is_there_after_opening_again(assessment, path):
    assessment.apply(SaveMembers(members=(MEMBER,), contacts=(CONTACT,)))
    assessment.close()

    with Assessment.open(path) as again:
        assert again.snapshot().members == (MEMBER,)
        assert again.contacts() == (CONTACT,)


def test_a_copy_holds_everything_and_the_history(assessment, tmp_path):
    assessment.apply(SaveMembers(members=(MEMBER,)))

    assessment.save_copy(tmp_path / "copy.fastmap")

    with Assessment.open(tmp_path / "copy.fastmap") as copy:
        assert copy.content_hash() == assessment.content_hash()
        assert copy.history() == assessment.history()


def test_saving_a_copy_refuses_to_overwrite(assessment, tmp_path):
    target = tmp_path / "letter.txt"
    target.write_text("a letter")

    with pytest.raises(FastmapError) as refused:
        assessment.save_copy(target)

    assert refused.value.code == "file_exists"
    assert target.read_text() == "a letter"


def test_check_counts_what_is_inside(assessment, path):
    assessment.apply(SaveMembers(members=(MEMBER,)))

    result = assessment.check()

    assert (result.schema, result.newest_schema) == (newest_schema(), newest_schema())
    assert (result.cluster, result.fictional, result.read_only) == (CLUSTER.name, False, False)
    assert {name: count for name, count in result.counts.items() if count} == {"members": 1, "events": 1}
    assert result.size_bytes == path.stat().st_size


def test_the_catalogue_of_the_last_result_is_noted_without_becoming_a_change(assessment):
    before = assessment.content_hash()

    assessment.note_catalogue("fastmap 1 abc")
    assessment.note_catalogue("fastmap 2 def")

    assert assessment.snapshot().info.catalogue == "fastmap 2 def"
    assert assessment.content_hash() == before
    assert assessment.can_undo is None


def test_an_assessment_stays_in_the_thread_that_opened_it(assessment):
    errors = []

    def use_elsewhere():
        try:
            assessment.snapshot()
        except Exception as error:  # noqa: BLE001 - the test is about which one it is
            errors.append(type(error).__name__)

    thread = threading.Thread(target=use_elsewhere)
    thread.start()
    thread.join()

    assert errors == ["ProgrammingError"]
