"""The history: one event per change with the rows it altered; undo and redo walk along it and survive restarts.

Order is the sequence number, never the clock. Undone events are always the last ones of those that a person made; a new
change of a person drops them. What came from outside (`outside`) stands between them, done: undo and redo pass it by.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from fastmap.errors import FastmapError
from fastmap.model.choices import MemberStatus
from fastmap.model.ids import MemberCode, PartnerId
from fastmap.model.messages import Fact, Message
from fastmap.store.codec import UnreadableRowError, codec_for, text_from, to_json, utc_text
from fastmap.store.outside import FROM_OUTSIDE, NOT_FROM_OUTSIDE, LaterFromOutside
from fastmap.store.recorder import RowEdit, Touched, apply_edits, refuse_unreadable, touched_by
from fastmap.store.tables import ACTIONS, MEMBERS, PARTNERS

ERASED = "erased"
"""Name of an event of which nothing is left, and of the erasure itself. Undo passes it by."""
CARDS_RENEWED = "renew_cards"
"""Name of an event without rows: all code cards became void. Undo passes it by; see `fastmap.store.card_secret`."""
_LAST_DONE = (
    f"SELECT sequence FROM events WHERE undone = 0 AND name NOT IN ('{ERASED}', '{CARDS_RENEWED}') AND {NOT_FROM_OUTSIDE}"
    " ORDER BY sequence DESC LIMIT 1"
)
_FIRST_UNDONE = (
    f"SELECT sequence FROM events WHERE undone = 1 AND sequence > coalesce(({_LAST_DONE}), 0) ORDER BY sequence LIMIT 1"
)

_ENTRIES = "SELECT sequence, at, name, facts, undone FROM events"


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One change of the history."""

    sequence: int
    at: datetime
    """UTC, by the clock of the computer that made the change; only to be shown, never to order by."""
    what: Message
    """``change.<name>`` with its facts."""
    undone: bool


def record_event(
    connection: sqlite3.Connection, name: str, facts: Mapping[str, Fact], edits: Sequence[RowEdit], at: datetime
) -> None:
    """Add the event of a change that is being made, in the same transaction.

    What could be redone is forgotten, unless the change came from outside or has no rows: then it has nothing to do with what
    a person took back a moment ago.
    """
    if name not in (*FROM_OUTSIDE, CARDS_RENEWED):
        forget_undone(connection)
    plain = codec_for(Message).write(Message(f"change.{name}", facts))
    sequence = connection.execute(
        "INSERT INTO events (at, name, facts, undone) VALUES (?, ?, ?, 0)",
        (utc_text(at), name, to_json(plain["facts"])),
    ).lastrowid
    connection.executemany(
        "INSERT INTO event_rows (event, position, table_name, row_key, before, after) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (sequence, position, edit.table, to_json(edit.key), _row_text(edit.before), _row_text(edit.after))
            for position, edit in enumerate(edits)
        ),
    )


def changes_naming(
    connection: sqlite3.Connection, name: str, tables: Sequence[str], most: int = 3
) -> tuple[Message, ...]:
    """Return the last changes, newest first, after which a row of one of ``tables`` held the id ``name``."""
    marks = ", ".join("?" * len(tables))
    rows = connection.execute(
        "SELECT name, facts FROM events WHERE undone = 0 AND sequence IN ("
        f"SELECT event FROM event_rows WHERE table_name IN ({marks}) AND (instr(after, ?) OR instr(after, ?)))"
        " ORDER BY sequence DESC LIMIT ?",
        # As a value of its own, or inside a list, which is kept as a text within the row's.
        (*tables, to_json(name), to_json(to_json(name))[1:-1], most),
    )
    return tuple(_message(*row) for row in rows)


def undo_last(connection: sqlite3.Connection) -> Touched:
    """Take a person's last change back. Nothing to take back touches nothing.

    Raises `FastmapError` ``undo_meets_phones`` if what phones sent since rests on it; so does `redo_next`.
    """
    sequence = _number(connection, _LAST_DONE)
    if sequence is None:
        return Touched()
    edits = [edit.inverse for edit in reversed(edits_of(connection, sequence))]
    return _walk(connection, sequence, edits, undone=1)


def redo_next(connection: sqlite3.Connection) -> Touched:
    """Make the first undone change again. Nothing to make again touches nothing."""
    sequence = _number(connection, _FIRST_UNDONE)
    if sequence is None:
        return Touched()
    return _walk(connection, sequence, edits_of(connection, sequence), undone=0)


@contextmanager
def told_as_strange_history(path: Path) -> Iterator[None]:
    """Say that a step of the history is none of ours, where its rows do not fit the file. Around the transaction."""
    try:
        yield
    except (
        sqlite3.IntegrityError,
        sqlite3.ProgrammingError,
        ValueError,
        LookupError,
        TypeError,
        OverflowError,
    ) as error:
        raise FastmapError("history_not_ours", file=path.name) from error
    except FastmapError as error:
        if isinstance(error.__cause__, UnreadableRowError):
            raise FastmapError("history_not_ours", file=path.name) from error
        raise


def next_undo(connection: sqlite3.Connection) -> Message | None:
    """Return what undo would take back, or ``None``."""
    return _what(connection, _number(connection, _LAST_DONE))


def next_redo(connection: sqlite3.Connection) -> Message | None:
    """Return what redo would make again, or ``None``."""
    return _what(connection, _number(connection, _FIRST_UNDONE))


def read_history(connection: sqlite3.Connection) -> tuple[HistoryEntry, ...]:
    """Return all changes, oldest first."""
    return tuple(_entry(row) for row in connection.execute(f"{_ENTRIES} ORDER BY sequence"))


def read_last_done(connection: sqlite3.Connection) -> HistoryEntry | None:
    """Return the last change that is not undone, or ``None``."""
    row = connection.execute(f"{_ENTRIES} WHERE undone = 0 ORDER BY sequence DESC LIMIT 1").fetchone()
    return None if row is None else _entry(row)


def asked_on(connection: sqlite3.Connection) -> Mapping[MemberCode, datetime]:
    """Return when each member's status first said that the member is asked, by the last time it began to say so.

    Members that never were asked, that answered unasked, or whose status no change of this file set are left out.
    """
    rows = connection.execute(
        "SELECT row_key, at, json_extract(before, '$.status'), json_extract(after, '$.status')"
        " FROM event_rows JOIN events ON events.sequence = event_rows.event"
        " WHERE table_name = 'members' AND undone = 0"
        " ORDER BY events.sequence, position"
    )
    found: dict[MemberCode, datetime] = {}
    for key, at, before, after in rows:
        code = MemberCode(json.loads(key)[0])
        if after in (None, MemberStatus.NOT_ASKED):
            found.pop(code, None)
        elif before in (None, MemberStatus.NOT_ASKED) and after != MemberStatus.ANSWERED:
            found[code] = datetime.fromisoformat(at)
    return found


def former_members(connection: sqlite3.Connection) -> frozenset[tuple[MemberCode, str]]:
    """Return code and name of members that were removed or renamed, whether that was undone or not."""
    return frozenset((MemberCode(code), name) for code, name in _former_names(connection, MEMBERS.name))


def former_partners(connection: sqlite3.Connection) -> frozenset[tuple[PartnerId, str]]:
    """Return id and name of partners that were removed or renamed, whether that was undone or not."""
    return frozenset((PartnerId(partner), name) for partner, name in _former_names(connection, PARTNERS.name))


def _former_names(connection: sqlite3.Connection, table: str) -> Iterator[tuple[str, str]]:
    rows = connection.execute(
        "SELECT DISTINCT row_key, json_extract(before, '$.name')"
        " FROM event_rows"
        " WHERE table_name = ? AND before IS NOT NULL"
        " AND (after IS NULL OR json_extract(after, '$.name') <> json_extract(before, '$.name'))",
        (table,),
    )
    return ((str(json.loads(key)[0]), text_from(name)) for key, name in rows)


def is_untouched(connection: sqlite3.Connection) -> bool:
    """Return whether the file holds no change at all, not even an undone one, nor anything kept beside the history."""
    return _number(connection, "SELECT 1 FROM events LIMIT 1") is None and not _beside_history(connection)


def ids_in_history(connection: sqlite3.Connection) -> frozenset[str]:
    """Return the ids of all members, partners and actions that a change not undone has touched, removed ones too.

    The codes of erased members are among them: nobody gets them again (decision record 0288).
    """
    rows = connection.execute(
        "SELECT DISTINCT row_key FROM event_rows JOIN events ON events.sequence = event_rows.event"
        " WHERE table_name IN (?, ?, ?) AND undone = 0",
        (MEMBERS.name, PARTNERS.name, ACTIONS.name),
    )
    erased = connection.execute("SELECT code FROM erased_codes")
    return frozenset((*(str(json.loads(key)[0]) for (key,) in rows), *(code for (code,) in erased)))


def state_tag(connection: sqlite3.Connection) -> str:
    """Return a short text that differs whenever the content may differ: the place in the history, and what is beside it.

    The moment of the last change is part of it, so that two copies of a file that went on separately differ too.
    """
    place = _number(connection, _LAST_DONE)
    last = connection.execute("SELECT sequence, at FROM events ORDER BY sequence DESC LIMIT 1").fetchone()
    told = [place, *(last or ()), *_beside_history(connection)]
    return hashlib.sha256(to_json(told).encode()).hexdigest()[:12]


def _beside_history(connection: sqlite3.Connection) -> list[list[str | int]]:
    """Return what no change made and a backup has to hold all the same: the secret of code cards, anonymous editions.

    Left out: the catalogue of the last result, which is noted again with the next one, and an erasure that is under way. Older
    schemas know no editions.
    """
    rows = connection.execute(
        "SELECT name, value FROM notes WHERE name NOT IN ('catalogue', 'erasure', 'card_seed') ORDER BY name"
    ).fetchall()
    if _number(connection, "SELECT 1 FROM sqlite_schema WHERE name = 'anonymous_editions'") is not None:
        rows += connection.execute(
            "SELECT answers, k, answered, made_on FROM anonymous_editions ORDER BY answers, k"
        ).fetchall()
    return [list(row) for row in rows]


def edits_of(connection: sqlite3.Connection, sequence: int) -> list[RowEdit]:
    """Return which rows one change altered, in the order in which it did; none for a change there is not."""
    rows = connection.execute(
        "SELECT table_name, row_key, before, after FROM event_rows WHERE event = ? ORDER BY position", (sequence,)
    )
    return [
        RowEdit(table, tuple(json.loads(key)), before and json.loads(before), after and json.loads(after))
        for table, key, before, after in rows
    ]


def forget_undone(connection: sqlite3.Connection) -> None:
    """Drop what could be redone, and the bytes of attachments that nothing names any more.

    The rows go by name: a copy in memory or beside a backup does not hold to references unless it is told to.
    """
    connection.execute("DELETE FROM event_rows WHERE event IN (SELECT sequence FROM events WHERE undone = 1)")
    if connection.execute("DELETE FROM events WHERE undone = 1").rowcount:
        forget_loose_contents(connection)


def forget_loose_contents(connection: sqlite3.Connection) -> None:
    """Drop the bytes of attachments that neither a record nor the history names."""
    connection.execute(
        "DELETE FROM attachment_contents"
        " WHERE sha256 NOT IN (SELECT sha256 FROM attachments)"
        " AND '[\"' || sha256 || '\"]' NOT IN (SELECT row_key FROM event_rows WHERE table_name = 'attachments')"
    )


def _walk(connection: sqlite3.Connection, sequence: int, edits: Sequence[RowEdit], *, undone: int) -> Touched:
    later = LaterFromOutside(connection, sequence)
    edits = later.beside(edits)
    apply_edits(connection, edits)
    refuse_unreadable(connection, edits)
    later.refuse_loose()
    connection.execute("UPDATE events SET undone = ? WHERE sequence = ?", (undone, sequence))
    return touched_by(edits)


def _entry(row: tuple[int, str, str, str, int]) -> HistoryEntry:
    sequence, at, name, facts, undone = row
    return HistoryEntry(
        sequence=sequence, at=datetime.fromisoformat(at), what=_message(name, facts), undone=bool(undone)
    )


def _what(connection: sqlite3.Connection, sequence: int | None) -> Message | None:
    if sequence is None:
        return None
    return _message(*connection.execute("SELECT name, facts FROM events WHERE sequence = ?", (sequence,)).fetchone())


def _message(name: str, facts: str) -> Message:
    message = codec_for(Message).read({"key": f"change.{name}", "facts": json.loads(facts)})
    assert isinstance(message, Message)  # what the codec of a message reads
    return message


def _number(connection: sqlite3.Connection, query: str) -> int | None:
    row = connection.execute(query).fetchone()
    return None if row is None else int(row[0])


def _row_text(row: Mapping[str, object] | None) -> str | None:
    return None if row is None else to_json(row)
