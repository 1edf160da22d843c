"""Files that somebody prepared are refused with a sentence and keep their bytes, or do no harm. Short form of
`tests.torture.hostile_files`; a number there is a file here."""

import hashlib
import json
import os
import sqlite3
import sys
import time
import zipfile
from contextlib import closing

import pytest

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.changes import SaveMembers
from fastmap.errors import FastmapError
from fastmap.model.ids import is_assessment_id
from fastmap.model.organisations import Member
from fastmap.store import inspecting
from fastmap.store.erasing_elsewhere import KeptPlaces
from tests.store.recorded import MEMBER
from tests.torture.hostile_base import write_base
from tests.torture.hostile_files import try_files
from tests.torture.surviving import survive


@pytest.fixture(scope="session")
def content(tmp_path_factory):
    """Return the bytes of a file in which every table holds something."""
    folder = tmp_path_factory.mktemp("base")
    path = folder / "base.fastmap"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FASTMAP_DATA", str(folder / "data"))
        write_base(path)
    return path.read_bytes()


@pytest.fixture
def file(path, content):
    path.write_bytes(content)
    return path


def alter(path, *statements):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement, *values in statements:
            connection.execute(statement, values)


def refusal(path):
    """The code of the refusal; the file keeps its bytes and there is a sentence in both screen languages."""
    before = hashlib.sha256(path.read_bytes()).digest()
    start = time.process_time()
    with pytest.raises(FastmapError) as refused:
        Assessment.open(path)
    assert time.process_time() - start < 2
    assert hashlib.sha256(path.read_bytes()).digest() == before
    assert all(load_texts(language).say(refused.value.message) for language in ("en", "es"))
    return refused.value.code


def test_the_file_the_hostile_ones_are_made_from_is_sound_and_has_no_empty_table(file):
    assert survive(file).code == "opened"

    with closing(sqlite3.connect(file)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        empty = {name for name in names if not connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]}  # noqa: S608 - our own names
    assert empty <= {"partner_contacts"}


@pytest.mark.parametrize("first", [0, 6, 12, 18])
def test_prepared_files_are_refused_or_survived(file, tmp_path, first):
    found = try_files(file, tmp_path, first=first, files=6)

    assert found.failures == []
    assert found.outcomes.total() == 6


@pytest.mark.slow
def test_many_prepared_files_are_refused_or_survived(file, tmp_path):
    found = try_files(file, tmp_path, first=1000, files=150)

    assert found.failures == []
    assert found.outcomes["opened"] > 20
    assert found.outcomes.total() - found.outcomes["opened"] > 20


@pytest.mark.parametrize(
    ("statement", "value"),
    [
        ("UPDATE members SET partner_id = ?", "nobody"),
        ("UPDATE responses SET received_at = ?", "99999-01-01T00:00:00"),
        ("UPDATE responses SET received_at = ?", "2026-01-01Tnonsense"),
        ("UPDATE responses SET problems = ?", "[" * 5000 + "]" * 5000),
        ("UPDATE responses SET raw = ?", "{nothing}"),
        ("UPDATE contacts SET consent_date = ?", "2026-02-31"),
        ("UPDATE anonymous_editions SET made_on = ?", "2026-02-31"),
        ("UPDATE earlier_round SET members = ?", '[{"code": 1}]'),
        ("UPDATE kpi_entries SET value = ?", float("inf")),
        ("UPDATE events SET facts = ?", "{nothing}"),
        ("UPDATE event_rows SET table_name = ?", "sqlite_schema"),
        ("UPDATE event_rows SET row_key = ? WHERE table_name = 'members'", '[{"a": 1}]'),
        ("UPDATE event_rows SET after = ? WHERE table_name = 'members'", "{nothing}"),
    ],
)
def test_a_value_that_no_version_writes_refuses_the_file_before_anything_is_shown(file, statement, value):
    alter(file, (statement, value))

    assert refusal(file) == "file_damaged"


def test_a_file_with_far_too_many_rows_is_refused(file):
    alter(
        file,
        (
            "INSERT INTO edits WITH RECURSIVE n(i) AS (SELECT 10 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT i FROM n",
            inspecting.MOST_ROWS + 10,
        ),
    )

    assert refusal(file) == "file_too_much"


@pytest.mark.parametrize("characters", [inspecting.MOST_TEXT + 1, 70_000_000])
def test_a_file_with_an_endless_text_is_refused(file, characters):
    alter(file, ("UPDATE cluster SET name = replace(hex(zeroblob(?)), '00', 'x')", characters))

    assert refusal(file) == "file_too_much"


def test_a_file_of_more_bytes_than_are_ever_written_is_refused_unread(file):
    with file.open("r+b") as target:
        target.truncate(inspecting.MOST_FILE_BYTES + 4096)  # a hole: takes no room on the disk

    start = time.process_time()
    with pytest.raises(FastmapError) as refused:
        Assessment.open(file)

    assert refused.value.code == "file_too_large"
    assert time.process_time() - start < 0.5


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these among its files")
def test_what_only_looks_like_a_file_is_refused_and_blocks_nothing(tmp_path):
    pipe, link, device = tmp_path / "pipe.fastmap", tmp_path / "link.fastmap", tmp_path / "device.fastmap"
    os.mkfifo(pipe)
    link.symlink_to(link)
    device.symlink_to("/dev/zero")

    codes = []
    for path in (pipe, link, device, tmp_path / "folder.fastmap" / ".."):
        with pytest.raises(FastmapError) as refused:
            Assessment.open(path)
        codes.append(refused.value.code)

    assert codes[:3] == ["file_foreign", "file_io_failed", "file_foreign"]


def test_a_package_with_an_assessment_inside_is_none(path, content):
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("base.fastmap", content)
    assert refusal(path) == "file_foreign"

    with path.open("ab") as end:  # an assessment behind a package, too
        end.write(content)
    assert refusal(path) == "file_foreign"


@pytest.mark.parametrize(
    "after",
    [
        {"code": "M777", "name": "x", "status": "nonsense"},
        {"code": "M777", "name": None, "status": "asked"},
        {"code": "M777", "name": "x", "status": "asked", "partner_id": "nobody"},
        {"code": "M777", "name": "x", "status": "asked", "headcount": 10**30},
        {"code": "another", "name": "x", "status": "asked"},
    ],
)
def test_undo_that_would_bring_rubbish_back_is_refused_and_alters_nothing(file, after):
    with Assessment.open(file) as assessment:
        assessment.apply(SaveMembers(members=(MEMBER,)))
    before = json.dumps({**dict.fromkeys(("kind", "headcount", "activity", "nuts", "language", "partner_id")), **after})
    (last,) = _last_event(file)
    alter(file, ("UPDATE event_rows SET before = ? WHERE event = ? AND table_name = 'members'", before, last))

    with Assessment.open(file) as assessment:
        known = assessment.content_hash()
        with pytest.raises(FastmapError) as refused:
            assessment.undo()
        assert assessment.content_hash() == known
        assert assessment.apply(SaveMembers(members=(Member(code="M778", name="goes on"),)))

    assert refused.value.code == "history_not_ours"


def _last_event(path):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT max(sequence) FROM events").fetchone()


def test_a_change_of_another_program_in_the_history_has_words_all_the_same(file):
    alter(file, ('UPDATE events SET name = \'launch_rockets\', facts = \'{"count":{"term":{"key":"x"}}}\'',))

    with Assessment.open(file) as assessment:
        said = {load_texts("en").say_kept(entry.what) for entry in assessment.history()}

    assert said == {"a note that this version of fastmap cannot read"}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    "place", ["{folder}/my thesis.docx", "../../my thesis.docx", "../../../../outside", "NUL:file"]
)
def test_an_id_that_leads_to_a_file_of_the_person_refuses_the_file_and_nothing_is_removed(
    file, tmp_path, monkeypatch, place, read_only
):
    folder = tmp_path.parent / "p"  # an id has at most 64 characters
    folder.mkdir(exist_ok=True)
    monkeypatch.setenv("FASTMAP_DATA", str(folder / "data"))
    thesis = folder / "my thesis.docx"
    thesis.write_text("years of work", "utf-8")
    before = file.read_bytes()
    alter(file, ("UPDATE info SET id = ?", place.format(folder=folder)))
    prepared = file.read_bytes()
    assert prepared != before

    with pytest.raises(FastmapError) as refused:
        Assessment.open(file, read_only=read_only)

    assert refused.value.code == "file_suspicious"
    assert file.read_bytes() == prepared
    assert thesis.read_text("utf-8") == "years of work"
    assert {path.name for path in tmp_path.iterdir()} == {"my files"}


@pytest.mark.parametrize("place", ["/home/somebody/thesis.docx", "../outside", "A" * 16, "a\n" * 8, "", "*" * 8])
def test_nothing_beside_an_assessment_is_looked_for_by_such_an_id(tmp_path, place):
    with pytest.raises(FastmapError) as refused:
        KeptPlaces(
            path=tmp_path / "a.fastmap",
            assessment_id=place,
            backup_folder=tmp_path,
            data_folder=tmp_path,
            settings=tmp_path / "window.ini",
        )

    assert refused.value.code == "file_suspicious"


def test_what_is_salvaged_of_a_file_with_such_an_id_gets_a_new_one(file, tmp_path):
    alter(file, ("UPDATE info SET id = ?", "../../../../outside"))

    found = Assessment.salvage(file, tmp_path / "my files" / "saved.fastmap")

    assert "info" in found.made_up
    with Assessment.open(found.target, read_only=True) as saved:
        assert is_assessment_id(saved.snapshot().info.id)


@pytest.mark.parametrize("place", ["/home/ana/Deskto", "../../../../home", "C:\\\\Users\\\\ana", "AB"])
def test_a_checksum_of_a_scan_that_leads_somewhere_refuses_the_file(place, file):
    strange = place.ljust(64, "/")
    alter(
        file,
        ("PRAGMA foreign_keys = OFF",),
        ("UPDATE attachments SET sha256 = ?", strange),
        ("UPDATE attachment_contents SET sha256 = ?", strange),
    )

    assert refusal(file) == "file_suspicious"
