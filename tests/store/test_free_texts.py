"""Names are looked for where people write, and nowhere else: a surname may be a word that the program writes, too."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

import pytest

from fastmap.assessment import Assessment
from fastmap.model.erasure import Erasure, ErasureKind
from fastmap.model.messages import Message
from fastmap.store import erasing, events
from fastmap.store.erased_words import ErasedWords
from fastmap.store.free_texts import FREE_TEXTS, texts_of, with_texts
from fastmap.store.outside import NOT_FROM_OUTSIDE
from fastmap.store.tables import TABLES
from tests.store import recorded as r
from tests.store.test_values_survive import EVERYTHING

MOMENT = datetime(2026, 4, 1, tzinfo=UTC)
FIXED = {
    *("info.id", "cluster.country", "cluster.nuts", "cluster.sectors.*", "members.nuts"),
    *("responses.offers.*", "responses.source_sha256", "provider_replies.source_sha256", "ties.source"),
    *(
        f"{table}.problems.*.{name}"
        for table in ("responses", "provider_replies", "team_questionnaires")
        for name in ("code", "cell", "done", "facts.key")
    ),
    *("attachments.sha256", "attachments.media_type", "cleared_texts.key", "cleared_texts.sha256", "second_sources.id"),
    *("indicator_answers.key", "indicator_targets.key", "checklist_answers.item", "logo.png_base64"),
    *("decisions.recommendation", "decision_plans.recommendation"),
    *("decisions.basis.conditions.*.key", "decisions.basis.missed.*"),
    *("team_questionnaires.picks.*", "team_questionnaires.twice.*", "team_questionnaires.source_sha256"),
    *("workshops.agenda.*.id", "ballots.options.*"),
    *("earlier_round.assessment", "earlier_round.country", "earlier_round.catalogue"),
}
"""Texts that the program or a catalogue gives: ids, keys, places of cells, kinds of file. Nobody is named in them."""
WITHOUT_HISTORY = {
    "notes": "the program's own",
    "erasures": "names nobody",
    "erased_codes": "codes stay",
    "anonymous_editions": "digests and days",
    "attachment_contents": "bytes",
    "event_rows": "as the table whose rows they are",
    "events": "its facts",
}


def texts_in(hint, place):
    """Every text that values of a type hold, as a path; identifiers have types of their own and are none."""
    if get_origin(hint) in (Union, UnionType):
        hint = next(part for part in get_args(hint) if part is not NoneType)
    origin = get_origin(hint)
    if hint is str:
        yield place
    elif hint is Message:
        yield from (f"{place}.key", f"{place}.facts.**")
    elif origin is tuple:
        yield from texts_in(get_args(hint)[0], f"{place}.*")
    elif origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        yield from texts_in(get_args(hint)[1], f"{place}.*")
    elif is_dataclass(hint):
        hints = get_type_hints(hint)
        for field in fields(hint):
            yield from texts_in(hints[field.name], f"{place}.{field.name}")


def declared(table):
    """Titles are looked at where they stand ("field"), or as the keys beside the values they belong to ("raw")."""
    every = {".".join((table, column, *way)) for column, ways in FREE_TEXTS[table].items() for way in ways}
    return {place.replace(".field.@", ".field").replace(".@", ".*") for place in every}


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_of_every_text_it_is_decided_whether_people_write_it(table):
    free = declared(table.name)
    if table.codec is None:
        assert {place.split(".")[1] for place in free} <= set(table.columns)
        return
    hints = get_type_hints(table.codec.value_type)
    known = {place for name in table.codec.columns for place in texts_in(hints[name], f"{table.name}.{name}")}

    assert known - free - FIXED == set(), "say in free_texts whether people write it, or here that it is fixed"
    assert free <= known
    assert free & FIXED == set()


def test_every_table_of_a_file_is_looked_through_or_known_to_name_nobody(assessment, path):
    assessment.close()
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        assert {name for (name,) in rows} == TABLES.keys() | WITHOUT_HISTORY.keys()
    assert FREE_TEXTS.keys() - WITHOUT_HISTORY.keys() == TABLES.keys()


def test_texts_inside_the_facts_of_a_message_are_found_and_its_words_of_the_catalogue_are_not():
    facts = {
        "whose": "Ana",
        "all": ["Ana", 3],
        "term": {"term": {"key": "Ana"}},
        "firm": {"name": {"kind": "member", "id": "Ana", "name": "Ana"}},
        "skill": {"labels": {"labels": {"en": "Ana"}}},
        "inside": {"message": {"key": "Ana", "facts": {"who": "Ana"}}},
        "day": {"date": "2026-01-01"},
    }
    row = {"facts": json.dumps(facts)}

    new = json.loads(with_texts("events", row, lambda text: text.replace("Ana", "x"))["facts"])

    assert len(list(texts_of("events", row))) == 5
    assert new["term"] == facts["term"]
    assert new["firm"] == {"name": {"kind": "member", "id": "Ana", "name": "x"}}
    assert new["skill"] == {"labels": {"labels": {"en": "x"}}}
    assert new["inside"] == {"message": {"key": "Ana", "facts": {"who": "x"}}}
    assert (new["whose"], new["all"]) == ("x", ["x", 3])


@pytest.fixture(scope="module")
def everything(tmp_path_factory):
    """The pages of a file that holds every kind of thing, with the whole history of it."""
    folder = tmp_path_factory.mktemp("all")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FASTMAP_DATA", str(folder / "data"))
        with Assessment.create(folder / "a.fastmap", cluster=r.CLUSTER, round_label="2026") as made:
            for change in EVERYTHING:
                made.apply(change)
    with closing(sqlite3.connect(folder / "a.fastmap")) as connection:
        return connection.serialize()


def words_written_in(pages):
    """Every single word of letters that the program wrote anywhere in a file, keys of JSON included."""
    found = set()

    def walk(plain):
        if isinstance(plain, dict):
            found.update(plain)
            walk([*plain.values()])
        elif isinstance(plain, list):
            for one in plain:
                walk(one)
        elif isinstance(plain, str):
            try:
                inside = json.loads(plain) if plain[:1] in "{[" else None
            except ValueError:
                inside = None
            found.add(plain) if inside is None else walk(inside)

    with closing(memory(pages)) as connection:
        for table in (*TABLES, "events", "event_rows"):
            walk([list(row) for row in connection.execute(f"SELECT * FROM {table}")])  # noqa: S608 - our own names
    return sorted(word for word in found if word.isalpha() and word.islower() and len(word) >= 4)


def memory(pages):
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.deserialize(pages)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def test_whatever_word_of_the_program_a_name_is_the_file_can_be_read_and_undone_afterwards(everything, tmp_path):
    words = words_written_in(everything)
    assert len(words) > 150
    assert {"kind", "asked", "status", "before", "facts"} & set(words) >= {"kind", "status"}

    with closing(memory(everything)) as connection:
        sought = ErasedWords(words, "[erased]")
        asked = Erasure(kind=ErasureKind.WORDS, words=tuple(words))
        erasing.erase_checked(connection, tmp_path / "a.fastmap", asked, sought, at=MOMENT, number=1)
        # As if typed here: what phones sent stays and would end the way back where it begins to rest on a change.
        assert connection.execute(f"UPDATE events SET name = 'typed' WHERE NOT {NOT_FROM_OUTSIDE}").rowcount  # noqa: S608
        while events.undo_last(connection):
            pass
        while events.redo_next(connection):
            pass
        assert connection.execute("PRAGMA foreign_key_check").fetchone() is None
