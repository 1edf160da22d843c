"""What a file knows about one person beyond the records themselves: for the answer to whoever asks what is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from fastmap.model.ids import MemberCode
from fastmap.model.normalise import fit_to_show
from fastmap.store import tables
from fastmap.store.codec import to_json
from fastmap.store.erased_words import ErasedWords
from fastmap.store.erasing_elsewhere import KeptPlaces, backups_concerned
from fastmap.store.erasing_texts import recorded_texts
from fastmap.store.events import HistoryEntry, read_history

_OWN = (tables.CONTACTS.name, tables.MEMBERS.name, tables.REGISTRATIONS.name, tables.RESPONSES.name, tables.NEEDS.name)


@dataclass(frozen=True, slots=True)
class Places:
    """Where names or addresses stand."""

    texts: tuple[tuple[str, str], ...]
    """Table and text, outside the person's own records and answers."""
    backups: tuple[Path, ...]


def history_about(connection: sqlite3.Connection, code: MemberCode) -> tuple[HistoryEntry, ...]:
    """Return the changes that touched a member, its contact person, its answers or ties, oldest first."""
    rows = connection.execute(
        "SELECT DISTINCT event FROM event_rows"
        " WHERE (table_name IN ('members', 'contacts', 'registrations') AND row_key = ?1)"
        " OR (table_name IN ('responses', 'ties')"
        "     AND (json_extract(before, '$.member') = ?2 OR json_extract(after, '$.member') = ?2))",
        (to_json([code]), code),
    )
    found = {event for (event,) in rows.fetchall()}
    return tuple(entry for entry in read_history(connection) if entry.sequence in found)


def places_of(connection: sqlite3.Connection, words: Sequence[str], around: KeptPlaces) -> Places:
    """Return the texts of other records that name somebody, and the backups in which the letters occur."""
    sought = ErasedWords(words, "")
    texts = [
        (table, fit_to_show(text))  # as it is in the file, marks that would turn it round included
        for table, text in recorded_texts(connection)
        if table not in _OWN and sought.are_in(text)
    ]
    holding = tuple(backup for backup in backups_concerned(around) if sought.are_in_bytes(backup.read_bytes()))
    return Places(tuple(texts), holding)
