"""Ids of skills that were made of words: where they name somebody they are replaced, the same everywhere.

An id stands in many places: as a key, in a column, in lists and as a key inside the JSON of a column, and all of that
again in the history. Each of them is replaced, or votes and decisions would come apart from their skills.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from fastmap.model.meanings import key_of
from fastmap.model.skill_ids import OWN_PREFIX, PROVISIONAL_PREFIX, SLUG_LETTERS, wordless, words_in
from fastmap.store.codec import to_json
from fastmap.store.erased_words import ErasedWords
from fastmap.store.erasing_texts import rows_of
from fastmap.store.tables import TABLES, Table

_PREFIXES = (OWN_PREFIX, PROVISIONAL_PREFIX)
_PROGRAM = "fastmap:"
"""How both begin."""
_HISTORY = "SELECT event, position, row_key, before, after FROM event_rows"
_EVENTS = "SELECT sequence, facts FROM events"


def replace_ids(connection: sqlite3.Connection, words: ErasedWords) -> int:
    """Replace every id of a skill that names somebody; return how many ids.

    An own skill gets the id without words, an unplaced text the one that it has once the words are out of it. Inside a
    transaction only: references are checked at its end.
    """
    new = _new_ids(_ids_in(connection), words)
    if new:
        _Replacing(new).everywhere(connection)
    return len(new)


def names_in_ids(connection: sqlite3.Connection, words: ErasedWords) -> bool:
    """Return whether an id of a skill holds one of the words."""
    return bool(_new_ids(_ids_in(connection), words))


def _new_ids(known: frozenset[str], words: ErasedWords) -> dict[str, str]:
    taken, found = set(known), {}
    for old in sorted(known):
        wanted = _without(old, words)
        if wanted == old:
            continue
        new = next(one for one in _variants(wanted) if one not in taken)
        taken.add(new)
        found[old] = new
    return found


def _without(uri: str, words: ErasedWords) -> str:
    if uri.startswith(OWN_PREFIX):
        return wordless(uri) if words.are_in_slug(words_in(uri), cut_at=SLUG_LETTERS) else uri
    said = " ".join(uri.removeprefix(PROVISIONAL_PREFIX).split("-"))
    return PROVISIONAL_PREFIX + "-".join(key_of(words.out_of(said)).split()) if words.are_in(said) else uri


def _variants(uri: str) -> Iterator[str]:
    """Yield the id, then others: two skills must never become one."""
    yield uri
    for number in range(2, 1_000_000):
        yield f"{uri}-{number}"


def _ids_in(connection: sqlite3.Connection) -> frozenset[str]:
    found: set[str] = set()

    def note(uri: str) -> str:
        found.add(uri)
        return uri

    for table in TABLES.values():
        for row in rows_of(connection, table):
            if _may_hold_ids(row.values()):
                _changed(row, note)
    for query in (_HISTORY, _EVENTS):
        for values in connection.execute(query):
            if _may_hold_ids(values):
                _changed(list(values), note)
    return frozenset(found)


def _may_hold_ids(values: Iterable[Any]) -> bool:
    """Say whether it is worth looking: most rows of a large file hold no id at all."""
    return any(isinstance(value, str) and _PROGRAM in value for value in values)


@dataclass(slots=True)
class _Replacing:
    new: dict[str, str]

    def everywhere(self, connection: sqlite3.Connection) -> None:
        for table in TABLES.values():
            for row in rows_of(connection, table):
                self._row(connection, table, row)
        for event, position, *texts in connection.execute(_HISTORY).fetchall():
            if (changed := self._of(texts)) != texts:
                connection.execute(
                    "UPDATE event_rows SET row_key = ?, before = ?, after = ? WHERE event = ? AND position = ?",
                    (*changed, event, position),
                )
        for sequence, facts in connection.execute(_EVENTS).fetchall():
            if (changed := self._of(facts)) != facts:
                connection.execute("UPDATE events SET facts = ? WHERE sequence = ?", (changed, sequence))

    def _row(self, connection: sqlite3.Connection, table: Table, row: dict[str, Any]) -> None:
        changed = self._of(row)
        if changed == row:
            return
        columns = ", ".join(f'"{name}" = ?' for name in table.columns)
        key = [row[name] for name in table.key]
        connection.execute(
            f"UPDATE {table.name} SET {columns}{table.by_key}", (*(changed[name] for name in table.columns), *key)
        )

    def _of(self, value: Any) -> Any:
        return _changed(value, lambda uri: self.new.get(uri, uri))


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """Return ``value`` with ``change`` made to each id in it, as a value, as a key, and in JSON kept as a text."""
    match value:
        case str() if value.startswith(_PREFIXES):
            return change(value)
        case str() if value[:1] in ("[", "{") and any(prefix in value for prefix in _PREFIXES):
            try:
                plain = json.loads(value)
                new = _changed(plain, change)
            except (ValueError, RecursionError):  # what somebody wrote
                return value
            return value if new == plain else to_json(new)
        case list():
            return [_changed(one, change) for one in value]
        case dict():
            return {_changed(key, change): _changed(one, change) for key, one in value.items()}
    return value
