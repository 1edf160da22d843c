"""Names that the disk, or what lies beside a file, has no room for: said as such, and nothing is left behind."""

import pytest

from fastmap.assessment import Assessment
from fastmap.errors import FastmapError
from fastmap.model.snapshot import AssessmentInfo
from fastmap.store.creating import create_file
from tests.store.recorded import CLUSTER

END = ".fastmap"


def named(folder, letters):
    """A place in a folder whose name has so many letters."""
    return folder / f"{'n' * (letters - len(END))}{END}"


def deep(folder, letters):
    """A folder whose path has so many letters."""
    while (left := letters - len(str(folder))) > 1:
        folder /= "d" * min(left - 1, 100)
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def written(assessment, path):
    assessment.close()
    return path


def make(written, target):
    Assessment.create(target, cluster=CLUSTER, round_label="1").close()


def copy(written, target):
    with Assessment.open(written) as assessment:
        assessment.save_copy(target)


def copy_in_use(written, target):
    Assessment.copy_file_in_use(written, target)


def protect(written, target):
    with Assessment.open(written) as assessment:
        assessment.save_protected_copy(target, "four words in a row")


WAYS = (make, copy, copy_in_use, protect, Assessment.salvage)


@pytest.mark.parametrize("letters", [233, 248, 256, 3000])
@pytest.mark.parametrize("way", WAYS)
def test_no_new_file_is_made_under_a_name_that_leaves_no_room_for_what_lies_beside_it(way, letters, written, tmp_path):
    there = sorted(tmp_path.rglob("*"))

    with pytest.raises(FastmapError) as refused:
        way(written, named(tmp_path, letters))

    assert refused.value.code == "file_name_too_long"
    assert len(refused.value.facts["file"]) < 50
    assert [place for place in sorted(tmp_path.rglob("*")) if "data" not in place.parts] == there


@pytest.mark.parametrize("way", WAYS)
def test_the_longest_name_that_is_taken_can_be_opened_and_changed(way, written, tmp_path):
    target = named(tmp_path, 255 - 31)

    way(written, target)

    if way is not protect:
        with Assessment.open(target) as assessment:
            assessment.record_edit(1)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_whose_name_leaves_no_room_for_a_journal_says_so_instead_of_blaming_the_disk(
    read_only, written, tmp_path
):
    target = named(tmp_path, 248)
    target.write_bytes(written.read_bytes())

    with pytest.raises(FastmapError) as refused:
        Assessment.open(target, read_only=read_only)

    assert (refused.value.code, refused.value.facts["most"]) == ("file_name_too_long", 247)
    with Assessment.open(target.rename(named(tmp_path, 247))) as assessment:
        assessment.record_edit(1)


def test_accented_letters_count_as_the_disk_counts_them(written, tmp_path):
    target = tmp_path / f"{'ñ' * 121}{END}"  # 250 bytes

    with pytest.raises(FastmapError, match="file_name_too_long"):
        make(written, target)


def test_a_path_longer_than_sqlite_takes_says_so_instead_of_blaming_the_folder(written, tmp_path):
    folder = deep(tmp_path, 500)
    target = folder / "a.fastmap"
    target.write_bytes(written.read_bytes())

    for way in (lambda: Assessment.open(target), lambda: make(written, folder / "b.fastmap")):
        with pytest.raises(FastmapError, match="file_path_too_long"):
            way()


def test_no_file_is_made_with_an_id_with_which_it_could_not_be_opened_again(tmp_path):
    info = AssessmentInfo(id="../elsewhere", title="x", round_label="1")

    with pytest.raises(ValueError, match="could not be opened"):
        create_file(tmp_path / "a.fastmap", info, CLUSTER)

    assert list(tmp_path.glob("*.fastmap")) == []
