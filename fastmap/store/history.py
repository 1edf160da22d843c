"""The history as people read it: what each change was about, and what it did to which values.

Undo and redo walk along `fastmap.store.events`; here is only reading. Values of contact persons, registrations and
ballot papers are never given out: that one was changed is all that is told.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date

from fastmap.model.messages import Fact, Labels
from fastmap.store import tables
from fastmap.store.codec import Row, UnreadableRowError, text_from
from fastmap.store.events import edits_of
from fastmap.store.recorder import RowEdit

_NAME_COLUMN = {
    tables.MEMBERS: "name",
    tables.PARTNERS: "name",
    tables.ACTIONS: "title",
    tables.OWN_PRACTICES: "name",
    tables.COMMITMENTS: "what",
    tables.OWN_KPIS: "name",
    tables.NAMED: "name",
    tables.SKILLS: "labels",
    tables.WORKSHOPS: "held_on",
}
"""Tables of things that have a name of their own → the column it stands in; workshops are called by their day."""

_NAMED_LIKE = {
    tables.CONTACTS: ("member", tables.MEMBERS),
    tables.REGISTRATIONS: ("member", tables.MEMBERS),
    tables.RESPONSES: ("member", tables.MEMBERS),
    tables.OFFERS: ("partner", tables.PARTNERS),
    tables.REPLIES: ("partner", tables.PARTNERS),
    tables.TIES: ("partner", tables.PARTNERS),
    tables.OVERRIDES: ("skill", tables.SKILLS),
    tables.SECOND_SOURCES: ("skill", tables.SKILLS),
    tables.ACTION_PLANS: ("action", tables.ACTIONS),
    tables.BALLOTS: ("workshop", tables.WORKSHOPS),
    tables.BALLOT_PAPERS: ("ballot", tables.BALLOTS),
}
"""Tables of things that are called after another → the column that names that one, and its table."""

_MEMBER_COLUMN = {
    tables.MEMBERS: "code",
    tables.CONTACTS: "member",
    tables.REGISTRATIONS: "member",
    tables.RESPONSES: "member",
    tables.TIES: "member",
}
"""Tables of things that belong to one member → the column with its code."""

_CALLED_BY_KEY = frozenset({tables.MAPPINGS.kind})
"""Kinds whose id is what a firm wrote."""

_LONGEST_SEARCHED = 20_000
"""Characters; what is longer is a picture or the raw content of a form."""
PRIVATE = frozenset(
    table.name for table in (tables.CONTACTS, tables.REGISTRATIONS, tables.PARTNER_CONTACTS, tables.BALLOT_PAPERS)
)
"""Tables whose values are not shown in a history; of a ballot paper, since its moment may tell whose dots they are."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Something a change was about: its kind and id are those of `Touched`."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlteredRow:
    """What one change did to one row, and the row as it is now."""

    edit: RowEdit
    now: Row | None


@contextmanager
def _told_if_unreadable() -> Iterator[None]:
    """Raise `UnreadableRowError` where the history holds what no version writes: damage, or a prepared file."""
    try:
        yield
    except (ValueError, KeyError, IndexError, TypeError, RecursionError) as error:
        raise UnreadableRowError("event_rows") from error
    except sqlite3.OperationalError as error:
        if "malformed JSON" not in str(error):
            raise
        raise UnreadableRowError("event_rows") from error


@_told_if_unreadable()
def read_subjects(connection: sqlite3.Connection) -> Mapping[int, tuple[Subject, ...]]:
    """Return what each change was about, by sequence, each thing once, in the order in which it was altered."""
    found: dict[int, dict[Subject, None]] = {}
    rows = connection.execute("SELECT event, table_name, row_key FROM event_rows ORDER BY event, position")
    for event, table, key in rows:
        subject = Subject(tables.TABLES[table].kind, str(json.loads(key)[0]))
        found.setdefault(event, {})[subject] = None
    return {event: tuple(subjects) for event, subjects in found.items()}


@_told_if_unreadable()
def read_names(connection: sqlite3.Connection) -> Mapping[Subject, Fact]:
    """Return what things are called, those that are gone by their last name; what has no name is left out."""
    names: dict[Subject, Fact] = {}
    for table, column in _NAME_COLUMN.items():
        for key, value in _values_of(connection, table, column):
            names[Subject(table.kind, key)] = _name(table, value)
    for table, (column, other) in _NAMED_LIKE.items():
        for key, value in _values_of(connection, table, column):
            if (name := names.get(Subject(other.kind, value))) is not None:
                names[Subject(table.kind, key)] = name
    return names


@_told_if_unreadable()
def read_members(connection: sqlite3.Connection) -> Mapping[Subject, str]:
    """Return which member each thing belongs to that belongs to one: itself, its contact person, answers, links."""
    found: dict[Subject, str] = {}
    for table, column in _MEMBER_COLUMN.items():
        for key, code in _values_of(connection, table, column):
            found[Subject(table.kind, key)] = code
    return found


@_told_if_unreadable()
def read_words(connection: sqlite3.Connection) -> Mapping[int, str]:
    """Return the values that each change took away or gave, by sequence, to be searched; nobody's personal data."""
    found: dict[int, set[str]] = {}
    for event, table, *rows in connection.execute("SELECT event, table_name, before, after FROM event_rows"):
        if table in PRIVATE:
            continue
        before, after = (json.loads(row) if row else {} for row in rows)
        words = found.setdefault(event, set())
        for row, other in ((before, after), (after, before)):
            words.update(
                str(value)
                for column, value in row.items()
                if value is not None and value != other.get(column) and len(str(value)) <= _LONGEST_SEARCHED
            )
    return {event: "\n".join(sorted(words)) for event, words in found.items()}


@_told_if_unreadable()
def read_changed_columns(connection: sqlite3.Connection, most_rows: int) -> Mapping[int, tuple[tuple[str, str], ...]]:
    """Return table and column of what each change altered in rows that were there before and after, by sequence.

    Only changes of ``most_rows`` at most: a line has no room for more; and none by which something else came or went,
    which says what the change was. Of private tables the column is empty.
    """
    found: dict[int, dict[tuple[str, str], None]] = {}
    came_or_went = set()
    rows = connection.execute(
        "SELECT event, table_name, before, after FROM event_rows"
        " WHERE event IN (SELECT event FROM event_rows GROUP BY event HAVING count(*) <= ?)"
        " ORDER BY event, position",
        (most_rows,),
    )
    for event, table, *states in rows:
        columns = found.setdefault(event, {})
        if table in PRIVATE:
            columns[table, ""] = None
        elif None in states:
            came_or_went.add(event)
        else:
            before, after = map(json.loads, states)
            changed = (name for name in tables.TABLES[table].columns if before.get(name) != after.get(name))
            columns.update(dict.fromkeys((table, name) for name in changed))
    return {event: tuple(columns) for event, columns in found.items() if event not in came_or_went}


def name_of(subject: Subject, names: Mapping[Subject, Fact]) -> Fact:
    """Return what ``subject`` is called, or ``None``."""
    return subject.id if subject.kind in _CALLED_BY_KEY else names.get(subject)


def read_alterations(connection: sqlite3.Connection, sequence: int, most: int | None = None) -> tuple[AlteredRow, ...]:
    """Return what one change did, row by row; the first ``most`` rows, or all."""
    altered = []
    changed = [edit for edit in edits_of(connection, sequence) if edit.before != edit.after]  # the rest was only held
    for edit in changed[:most]:
        table = tables.TABLES[edit.table]
        found = connection.execute(table.select + table.by_key, edit.key).fetchone()
        altered.append(AlteredRow(edit=edit, now=found and dict(zip(table.columns, found, strict=True))))
    return tuple(altered)


def _values_of(connection: sqlite3.Connection, table: tables.Table, column: str) -> Iterator[tuple[str, str]]:
    """Give id and value of one column: first of all rows there ever were, then of those there are, which thus win."""
    kept = connection.execute(
        "SELECT json_extract(row_key, '$[0]'), json_extract(coalesce(after, before), ?)"
        " FROM event_rows"
        " WHERE table_name = ?"
        " ORDER BY event, position",
        (f'$."{column}"', table.name),
    )
    present = connection.execute(f'SELECT "{table.key[0]}", "{column}" FROM {table.name}')
    for rows in (kept, present):
        for key, value in rows:
            if value is not None:
                yield str(key), text_from(value)


def _name(table: tables.Table, value: str) -> Fact:
    if table is tables.SKILLS:
        return Labels({language: text_from(label) for language, label in json.loads(value).items()})
    if table is tables.WORKSHOPS:
        with suppress(ValueError):  # a day that is none is told as it stands
            return date.fromisoformat(value)
    return value
