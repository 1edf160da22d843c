"""Marks that turn text round, and control characters, in a file that came by mail: they reach nobody and stay in its bytes."""

import hashlib
import json
import sqlite3
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest

from fastmap.assessment import Assessment
from fastmap.catalogue.texts import load_texts
from fastmap.changes import SaveMembers
from fastmap.errors import FastmapError
from fastmap.report.personal_record import as_text
from fastmap.store.in_use_note import note_path
from fastmap.tasks.history import about_words, history_lines, value_changes
from fastmap.tasks.originals import originals
from fastmap.tasks.personal_record import personal_record
from tests.torture.hostile_base import write_base

TURNED = "Ferrana\u202egnp.exe\u2067x\x07\x85\u2069"
HONEST = "מפעלי גליל\u200f (חיפה) · شركة الأمل\u200e · می\u200cخواهم · 👩\u200d🏭 · \u061cا"
SEEN = "Ferranagnp.exex"

TEXTS = (
    ("cluster", "name"),
    ("members", "name"),
    ("partners", "name"),
    ("partner_contacts", "contact"),
    ("contacts", "name"),
    ("needs", "skill_text"),
    ("actions", "title"),
    ("attachments", "name"),
    ("info", "round_label"),
)
IN_JSON = (
    ("skills", "labels", '{"en": %s}'),
    ("responses", "raw", '{"organisation": %s, "need_1_skill": %s}'),
    ("action_evidence", "evidence", "[%s]"),
)


@pytest.fixture
def file(path):
    write_base(path)
    return path


def fill(path, words):
    """Put ``words`` into texts of the file, as no version of ours does it: also inside JSON that is not escaped."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        partner = connection.execute("SELECT id FROM partners").fetchone()
        connection.execute("INSERT OR IGNORE INTO partner_contacts (partner, contact) VALUES (?, 'x')", partner)
        for table, column in TEXTS:
            connection.execute(f"UPDATE {table} SET {column} = ?", (words,))  # noqa: S608 - our own names
        for table, column, shape in IN_JSON:
            quoted = json.dumps(words, ensure_ascii=table != "skills")
            connection.execute(f"UPDATE {table} SET {column} = ?", (shape.replace("%s", quoted),))  # noqa: S608
        row = json.dumps({"name": words, "title": words, "labels": json.dumps({"en": words})})
        connection.execute("UPDATE event_rows SET before = ? WHERE before IS NOT NULL", (row,))
        connection.execute("UPDATE events SET facts = ?", (json.dumps({"count": 1, "name": words, "member": words}),))


def texts_in(value):
    """Every text of a value, however deep, but what was received, which is kept letter by letter."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            if field.name != "raw":
                yield from texts_in(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from (text for pair in value.items() for one in pair for text in texts_in(one))
    elif isinstance(value, tuple | list | frozenset):
        yield from (text for one in value for text in texts_in(one))


def everything_read(assessment):
    """All texts that windows, commands and reports get of a file."""
    texts = load_texts("en")
    snapshot = assessment.snapshot()
    yield from texts_in((snapshot, assessment.contacts(), assessment.registrations(), assessment.attachments()))
    yield from texts_in((assessment.history(), dict(assessment.names_in_history()), assessment.content()))
    for attachment in assessment.attachments():
        yield assessment.attachment(attachment.sha256).name
    for line in history_lines(assessment):
        yield about_words(line, texts)
        yield from texts_in(tuple(replace(one, edit=None) for one in value_changes(assessment, line.sequence, texts)))
    for response in snapshot.responses:
        yield from texts_in(originals(response, texts))
    for member in snapshot.members:
        yield as_text(personal_record(assessment, member.code, language="en", made_on=date(2026, 5, 2)))


def test_marks_that_turn_text_round_reach_nobody_and_stay_in_the_bytes_of_the_file(file):
    fill(file, TURNED)
    before = hashlib.sha256(file.read_bytes()).digest()

    with Assessment.open(file, read_only=True) as assessment:
        told = set(everything_read(assessment))

    assert {text for text in told if (set(TURNED) - set(SEEN)) & set(text)} == set()
    assert sum(SEEN in text for text in told) > 0
    assert hashlib.sha256(file.read_bytes()).digest() == before


def test_hebrew_and_arabic_names_joiners_and_their_own_marks_stay_letter_by_letter(file):
    fill(file, HONEST)

    with Assessment.open(file, read_only=True) as assessment:
        snapshot = assessment.snapshot()
        contacts = assessment.contacts()

    assert {snapshot.cluster.name, snapshot.info.round_label, *(one.name for one in snapshot.members)} == {HONEST}
    assert {label for skill in snapshot.skills for label in skill.labels.values()} == {HONEST}
    assert {one.name for one in contacts} == {HONEST}


def test_only_what_a_person_changes_is_written_without_the_marks(file):
    fill(file, TURNED)

    with Assessment.open(file) as assessment:
        one, *others = assessment.snapshot().members
        assessment.apply(SaveMembers(members=(replace(one, headcount=77),)))

    with closing(sqlite3.connect(file)) as connection:
        kept = dict(connection.execute("SELECT code, name FROM members").fetchall())
    assert kept.pop(one.code) == SEEN
    assert others
    assert set(kept.values()) == {TURNED}


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\x1b", "\x00", "\x9b"])
def test_an_id_that_would_be_another_without_its_marks_refuses_the_file(file, mark):
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(
            "INSERT INTO members SELECT code || ?, name, kind, headcount, activity, nuts, language, status, NULL"
            " FROM (SELECT * FROM members LIMIT 1)",
            (mark,),
        )
    before = file.read_bytes()

    with pytest.raises(FastmapError) as refused:
        Assessment.open(file)

    assert refused.value.code == "file_suspicious"
    assert file.read_bytes() == before


def test_the_note_of_who_has_a_file_open_turns_no_sentence_round(file):
    note = {
        "user": "ana\u202etxt.exe\x07",
        "host": "lap\u2067top",
        "since": "2026-03-01T08:00:00+00:00",
        "machine": "1",
    }
    note_path(file).write_text(json.dumps(note))

    with pytest.raises(FastmapError) as refused:
        Assessment.open(file)

    facts = refused.value.message.facts
    assert (facts["user"], facts["host"]) == ("anatxt.exe", "laptop")
    said = load_texts("en").say(refused.value.message)
    assert said.isprintable()


def test_a_sentence_about_a_file_whose_name_turns_text_round_is_not_turned_round():
    error = FastmapError("file_damaged", file="report\u202efdp.fastmap")

    said = load_texts("en").say(error.message)

    assert "reportfdp.fastmap" in said
    assert "\u202e" not in said
