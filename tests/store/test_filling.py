"""Files never grow to what opening refuses: the change that would do it is refused, with a sentence, and nothing is lost.

The bounds are far above what tests can write in good time, so each test lowers the one it is about – for opening, too.
"""

import hashlib
from dataclasses import replace

import pytest

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.changes import EditCluster, ImportResponses, RecordEdit, RemoveMembers, SaveMembers
from fastmap.errors import FastmapError
from fastmap.model.organisations import Member
from fastmap.store import inspecting
from fastmap.store.creating import create_file
from tests.store import recorded as r


def scan(n):
    content = n.to_bytes(2, "big") * 60_000
    return replace(r.ATTACHMENT, sha256=hashlib.sha256(content).hexdigest(), name=f"{n}.jpg", content=content)


def import_scan(n):
    return ImportResponses(attachments=(scan(n),))


def add_member(n):
    return SaveMembers(members=(Member(code=f"M{n:03}", name=f"Firm {n}", activity="a" * 400),))


def alter_member(n):
    return SaveMembers(members=(Member(code="M001", name=f"Firm {n}"),))


def longer_name(n):
    return EditCluster(cluster=replace(r.CLUSTER, name="x" * 500 * n))


BOUNDS = {
    "MOST_FILE_BYTES": (3_000_000, import_scan),
    "MOST_ROWS": (60, add_member),
    "MOST_TEXT": (9_000, longer_name),
    "MOST_TEXT_IN_ALL": (12_000, add_member),
    "MOST_EVENTS": (50, alter_member),
    "MOST_EVENT_ROWS": (50, alter_member),
}


@pytest.fixture(params=BOUNDS)
def filling(request, monkeypatch):
    """A change by number that comes nearer to the one bound that was lowered."""
    bound, change = BOUNDS[request.param]
    monkeypatch.setattr(inspecting, request.param, bound)
    return change


def fill(assessment, change, most=200):
    """Apply one change after another until one is refused; return that one."""
    for n in range(1, most):
        before, problem = assessment.content_hash(), None
        try:
            assessment.apply(change(n))
        except FastmapError as error:
            problem = error
        if problem is not None:
            break
    assert (problem.code, assessment.content_hash()) == ("file_full", before)
    assert all(load_texts(language).say(problem.message) for language in ("en", "es"))
    return change(n)


def test_the_change_that_would_make_the_file_one_that_does_not_open_is_refused(assessment, path, tmp_path, filling):
    refused = fill(assessment, filling)
    kept = assessment.content_hash()
    assessment.save_copy(tmp_path / "copy.fastmap")
    assessment.undo()
    assessment.redo()
    assessment.close()

    for file in (path, tmp_path / "copy.fastmap"):
        with Assessment.open(file) as again:
            assert again.content_hash() == kept
            with pytest.raises(FastmapError, match="file_full"):
                again.apply(refused)


def test_when_no_scan_fits_any_more_small_changes_still_do(assessment, monkeypatch):
    monkeypatch.setattr(inspecting, "MOST_FILE_BYTES", 3_000_000)
    fill(assessment, import_scan)

    for n in range(20):
        assessment.apply(alter_member(n))
    assessment.apply(RemoveMembers(codes=("M001",)))

    assert len(assessment.history()) > 21


def test_rows_can_be_taken_away_where_there_are_as_many_as_fit(assessment, monkeypatch):
    monkeypatch.setattr(inspecting, "MOST_ROWS", 60)
    fill(assessment, add_member)

    assessment.apply(RemoveMembers(codes=("M001", "M002")))
    assessment.apply(add_member(1))

    assert {member.code for member in assessment.snapshot().members} >= {"M001", "M003"}


def test_a_value_that_no_cell_takes_is_refused_with_the_same_sentence(assessment):
    assessment._file.connection.setlimit(0, 50_000)  # SQLITE_LIMIT_LENGTH, which opening sets far higher

    with pytest.raises(FastmapError) as refused:
        assessment.apply(import_scan(1))

    assert refused.value.code == "file_full"
    assert assessment.attachments() == ()


def test_a_new_file_that_would_not_open_is_not_made(assessment, path, tmp_path, monkeypatch):
    monkeypatch.setattr(inspecting, "MOST_ROWS", 60)
    members = tuple(Member(code=f"M{n:03}", name="Firm") for n in range(70))

    with pytest.raises(FastmapError) as refused:
        create_file(tmp_path / "new.fastmap", assessment.snapshot().info, r.CLUSTER, *members)

    assert refused.value.code == "file_full"
    assert list(tmp_path.glob("*.fastmap*")) == []


def test_a_file_far_from_every_bound_is_not_counted_at_every_change(assessment):
    assessment.apply(add_member(1))
    said = []
    assessment._file.connection.set_trace_callback(said.append)

    assessment.apply(alter_member(2))
    assessment.apply(RecordEdit(n=1))

    assert said
    assert not [line for line in said if "count(*) FROM event" in line or "typeof" in line]
