"""A damaged file is salvaged to a new one: from around the broken place, from the history, and with an account."""

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.changes import ImportResponses, RemoveMembers, SaveMembers
from fastmap.errors import FastmapError
from fastmap.model.organisations import Contact, Member
from fastmap.store import salvage_reading
from fastmap.store.in_use_note import note_path
from fastmap.store.salvaging import Salvaged
from fastmap.store.tables import TABLES
from fastmap.tasks.salvaging import account_of
from tests.store.recorded import ATTACHMENT, CLUSTER, RESPONSE

PAGE = 4096
SCAN = replace(ATTACHMENT, sha256=hashlib.sha256(ATTACHMENT.content).hexdigest())
MEMBERS = tuple(
    Member(code=f"M{number:03}", name=f"Member number {number}", activity="x" * 300) for number in range(90)
)


@pytest.fixture
def file(path):
    with Assessment.create(path, cluster=CLUSTER, round_label="2026") as assessment:
        assessment.apply(SaveMembers(members=MEMBERS, contacts=(Contact(member="M001", name="Ana"),)))
        assessment.apply(ImportResponses(responses=(replace(RESPONSE, member="M001"),), attachments=(SCAN,)))
    return path


@pytest.fixture
def target(tmp_path):
    return tmp_path / "new.fastmap"


def leaves_with(path, words):
    """Page numbers (from 0) whose bytes hold the words."""
    content = path.read_bytes()
    return [at // PAGE for at in range(0, len(content), PAGE) if words in content[at : at + PAGE]]


def wipe(path, *pages):
    content = bytearray(path.read_bytes())
    for page in pages:
        content[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    path.write_bytes(content)


def salvage(path, target):
    before = path.read_bytes()
    salvaged = Assessment.salvage(path, target)
    assert path.read_bytes() == before, "the damaged file is only read"
    for language in ("en", "es"):
        texts = load_texts(language)
        assert all(texts.say(sentence) for sentence in account_of(salvaged, path))
    return salvaged


@pytest.mark.parametrize("language", ["en", "es"])
def test_whatever_table_is_lost_the_account_has_a_word_for_it(language, path):
    own = replace(load_texts(language), fallback={})

    for table in (*TABLES, "attachment_contents", "notes"):
        lost = Salvaged(path, missing={table: (("x",),)}, cut=(table,))
        assert all(own.say(sentence) for sentence in account_of(lost, path)), table


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("grant_facts", "Lost: the facts of the grant"),
        ("logo", "Lost: the logo"),
        ("cluster", "Lost: the cluster's profile"),
    ],
)
def test_what_a_file_holds_once_is_called_by_what_it_is_and_not_by_its_key(table, told, path):
    lost = Salvaged(path, missing={table: ((1,),)})

    assert told in [load_texts("en").say(sentence) for sentence in account_of(lost, path)]


def refused(path):
    with pytest.raises(FastmapError) as error:
        Assessment.open(path).snapshot()
    return error.value.code


def table_page(path):
    """A page that holds rows of the table of members, and not those of the history."""
    return next(page for page in leaves_with(path, b"Member number 40") if b'"name"' not in page_of(path, page))


def page_of(path, number):
    return path.read_bytes()[number * PAGE : (number + 1) * PAGE]


def test_rows_of_a_broken_page_come_back_from_the_history(file, target):
    with Assessment.open(file) as assessment:
        before = assessment.content_hash()
    wipe(file, table_page(file))
    assert refused(file) == "file_damaged"

    salvaged = salvage(file, target)

    assert salvaged.from_history["members"]
    assert "members" not in salvaged.missing
    with Assessment.open(target) as assessment:
        assert assessment.check().counts["members"] == len(MEMBERS)
        assert assessment.content_hash() == before


def with_pages_of(path, page_bytes):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {page_bytes}")
        connection.execute("VACUUM")
    assert int.from_bytes(path.read_bytes()[16:18]) == (page_bytes if page_bytes < 65536 else 1)


@pytest.mark.parametrize("page_bytes", [512, 1024, 2048, 4096, 8192, 16384, 32768, 65536])
@pytest.mark.parametrize("wiped", [slice(16, 24), slice(0, 100)], ids=["size", "header"])
def test_whatever_size_its_pages_have_a_file_that_lost_it_is_salvaged_whole(file, target, page_bytes, wiped):
    with_pages_of(file, page_bytes)
    with Assessment.open(file, read_only=True) as assessment:
        before = assessment.content_hash()
    content = bytearray(file.read_bytes())
    content[wiped] = bytes(wiped.stop - wiped.start)
    file.write_bytes(content)
    assert refused(file) in ("file_damaged", "file_foreign")

    salvaged = salvage(file, target)

    assert salvaged.is_complete
    with Assessment.open(target) as assessment:
        assert assessment.content_hash() == before


def test_a_wrong_size_in_the_header_is_told_from_the_right_one(file, target):
    content = bytearray(file.read_bytes())
    content[16:18] = (1024).to_bytes(2)
    file.write_bytes(content)

    salvaged = salvage(file, target)

    assert salvaged.is_complete
    assert salvaged.kept["members"] == len(MEMBERS)


def test_rows_that_neither_table_nor_history_holds_are_named_as_lost(file, target):
    name = b"Member number 40"
    wipe(file, *leaves_with(file, name))

    salvaged = salvage(file, target)

    assert ("M040",) in salvaged.missing["members"]
    assert not salvaged.is_complete
    with Assessment.open(target) as assessment:
        codes = {member.code for member in assessment.snapshot().members}
    assert "M040" not in codes
    assert {"M000", "M089"} <= codes, "what lies before and behind the broken page is there"


def test_a_file_cut_off_in_the_middle_keeps_what_is_before_the_cut(file, target):
    content = file.read_bytes()
    file.write_bytes(content[: len(content) * 8 // 10])
    assert refused(file) == "file_damaged"

    salvaged = salvage(file, target)

    assert salvaged.kept["members"] > 0
    with Assessment.open(target) as assessment:
        assert assessment.check()


def test_answers_of_a_lost_member_are_kept_with_the_member_put_in_by_its_code(file, target):
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DELETE FROM members WHERE code = 'M001'")
        connection.execute("DELETE FROM event_rows WHERE row_key = '[\"M001\"]'")

    salvaged = salvage(file, target)

    assert salvaged.made_up["members"] == (("M001",),)
    with Assessment.open(target) as assessment:
        snapshot = assessment.snapshot()
    assert [response.member for response in snapshot.responses] == ["M001"]
    assert next(member for member in snapshot.members if member.code == "M001").name == "M001"


def test_what_was_removed_does_not_come_back(file, target):
    with Assessment.open(file) as assessment:
        assessment.apply(RemoveMembers(codes=("M050",)))
    wipe(file, table_page(file))

    salvage(file, target)

    with Assessment.open(target) as assessment:
        assert "M050" not in {member.code for member in assessment.snapshot().members}


def test_a_broken_first_hundred_bytes_cost_nothing(file, target):
    with Assessment.open(file) as assessment:
        before = assessment.content_hash()
    content = bytearray(file.read_bytes())
    content[:100] = bytes(100)
    file.write_bytes(content)

    salvaged = salvage(file, target)

    assert salvaged.is_complete
    with Assessment.open(target) as assessment:
        assert assessment.content_hash() == before


def test_a_letter_changed_inside_a_cell_is_pointed_out(file, target):
    content = bytearray(file.read_bytes())
    place = table_page(file) * PAGE + page_of(file, table_page(file)).index(b"Member number 40")
    content[place] ^= 1
    file.write_bytes(content)

    salvaged = salvage(file, target)

    assert salvaged.differing["members"] == (("M040",),)


def test_a_whole_file_is_salvaged_whole_with_its_history(file, target):
    salvaged = salvage(file, target)

    assert salvaged.is_complete
    assert salvaged.keeps_history
    with Assessment.open(target) as copy, Assessment.open(file) as original:
        assert copy.content_hash() == original.content_hash()
        assert copy.history() == original.history()
        assert copy.undo()


def test_a_kept_scan_whose_bytes_changed_is_not_brought_over(file, target):
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("UPDATE attachment_contents SET content = X'00'")

    salvaged = salvage(file, target)

    assert salvaged.missing["attachment_contents"] == ((SCAN.sha256,),)
    with Assessment.open(target) as assessment:
        assert assessment.attachments() == ()


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "file_empty"), (b"Dear Sir", "file_foreign"), (b"PK\x03\x04" * 2000, "file_foreign")]
)
def test_a_file_that_never_was_ours_is_not_salvaged(path, target, content, code):
    path.write_bytes(content)

    with pytest.raises(FastmapError) as error:
        Assessment.salvage(path, target)

    assert error.value.code == code
    assert error.value.facts["file"] == path.name
    assert list(target.parent.glob("*new*")) == []


def test_a_file_larger_than_any_of_ours_is_not_salvaged_but_refused_at_once(file, target):
    with file.open("r+b") as content:
        content.truncate(3_000_000_000)  # holes only: it takes no room

    with pytest.raises(FastmapError, match="file_too_large"):
        Assessment.salvage(file, target)

    assert not target.exists()


def test_a_header_that_claims_more_pages_than_any_file_of_ours_has_is_not_filled_up(file, monkeypatch):
    content = bytearray(file.read_bytes())
    content[28:32] = (len(content) // PAGE + 300).to_bytes(4)
    file.write_bytes(content)
    monkeypatch.setattr(salvage_reading, "MOST_FILE_BYTES", len(content) + 299 * PAGE)

    salvage_reading.mend(file)
    assert file.stat().st_size == len(content)

    monkeypatch.setattr(salvage_reading, "MOST_FILE_BYTES", len(content) + 300 * PAGE)
    salvage_reading.mend(file)
    assert file.stat().st_size == len(content) + 300 * PAGE


def test_a_missing_file_and_a_folder_are_called_so(tmp_path, target):
    for place, code in ((tmp_path / "none.fastmap", "file_missing"), (tmp_path, "file_is_folder")):
        with pytest.raises(FastmapError, match=code):
            Assessment.salvage(place, target)


def test_a_file_of_which_nothing_is_left_is_refused_and_nothing_is_written(file, target):
    content = file.read_bytes()
    file.write_bytes(content[:PAGE] + bytes(len(content) - PAGE))

    with pytest.raises(FastmapError, match="file_not_salvaged"):
        Assessment.salvage(file, target)

    assert sorted(entry.name for entry in target.parent.iterdir() if "new" in entry.name) == []


def test_nothing_is_overwritten_and_an_open_file_is_left_alone(file, target):
    target.write_text("mine")
    with pytest.raises(FastmapError, match="file_exists"):
        Assessment.salvage(file, target)
    assert target.read_text() == "mine"

    with Assessment.open(file), pytest.raises(FastmapError, match="file_in_use"):
        Assessment.salvage(file, target.with_name("other.fastmap"))


def test_the_command_salvages_and_says_what_is_lost(file, target, capsys):
    from ui.cli.app import run

    wipe(file, *leaves_with(file, b"Member number 40"))
    digest = hashlib.sha256(file.read_bytes()).hexdigest()

    status = run(["salvage", str(file), str(target)])

    said = capsys.readouterr().out
    assert status == 1
    assert "M040" in said
    assert hashlib.sha256(file.read_bytes()).hexdigest() == digest
    assert not note_path(file).exists()
    assert Path(target).exists()
