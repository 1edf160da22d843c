"""Under which names, addresses and numbers a file knows somebody, or did at any time its history tells of."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from fastmap.model.erasure import Erasure, ErasureKind
from fastmap.store import tables
from fastmap.store.codec import to_json
from fastmap.store.erased_words import addresses_in, names_nobody


def words_of(connection: sqlite3.Connection, erasure: Erasure) -> tuple[str, ...]:
    """Return the names, addresses and numbers under which the file knows whoever is to be erased, given ones first."""
    found: list[str] = list(erasure.words)
    if erasure.kind is ErasureKind.PARTNER_CONTACT:
        for row in _versions(connection, tables.PARTNER_CONTACTS, erasure.key):
            found += (row["contact"], *addresses_in(row["contact"]))
    if erasure.kind in (ErasureKind.CONTACT, ErasureKind.MEMBER):
        found += _words_of_contact(connection, erasure.key)
    if erasure.kind is ErasureKind.MEMBER:
        found += (row["name"] for row in _versions(connection, tables.MEMBERS, erasure.key))
        numbers = _versions(connection, tables.REGISTRATIONS, erasure.key)
        found += (row["registration_number"] for row in numbers if row["registration_number"])
    return tuple(dict.fromkeys(word for word in found if word and not names_nobody(word)))


def names_of(connection: sqlite3.Connection, erasure: Erasure) -> tuple[str, ...]:
    """Return the names of people alone under which the file knows whoever is to be erased: no addresses, no firms."""
    if erasure.kind is ErasureKind.PARTNER_CONTACT:
        found = [row["contact"] for row in _versions(connection, tables.PARTNER_CONTACTS, erasure.key)]
    else:
        found = [word for word in _words_of_contact(connection, erasure.key) if "@" not in word]
    return tuple(dict.fromkeys(word for word in found if not names_nobody(word)))


def _words_of_contact(connection: sqlite3.Connection, code: str) -> Iterator[str]:
    """The present contact person under all spellings of the history; of a member without one, everybody who was it."""
    versions = list(_versions(connection, tables.CONTACTS, code))
    now = connection.execute("SELECT name, email FROM contacts WHERE member = ?", (code,)).fetchone()
    for row in versions:
        if now is None or any(value and value in now for value in (row["name"], row["email"])):
            yield from (value for value in (row["name"], row["email"]) if value)


def _versions(connection: sqlite3.Connection, table: tables.Table, key: str) -> Iterator[dict[str, Any]]:
    """Each state in which a row was ever recorded, the present one first."""
    row = connection.execute(table.select + table.by_key, (key,)).fetchone()
    if row is not None:
        yield dict(zip(table.columns, row, strict=True))
    rows = connection.execute(
        "SELECT before, after FROM event_rows WHERE table_name = ? AND row_key = ? ORDER BY event DESC, position DESC",
        (table.name, to_json([key])),
    )
    yield from (json.loads(text) for pair in rows.fetchall() for text in reversed(pair) if text is not None)
