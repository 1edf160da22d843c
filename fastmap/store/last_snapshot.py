"""The snapshot read last, kept so that a batch of phones costs what it brings and not what the file holds.

Only what comes from outside is read this way: it brings answers, papers and placed texts, and makes no id. After everything
else, and whenever anybody else wrote into the file, the whole of it is read again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final, TypeVar

from fastmap.model.organisations import Member
from fastmap.model.responses import Response
from fastmap.model.skills import Mapping as SkillMapping
from fastmap.model.skills import Skill
from fastmap.model.snapshot import Snapshot
from fastmap.model.workshop import BallotPaper
from fastmap.store.outside import FROM_OUTSIDE
from fastmap.store.reading import read_snapshot
from fastmap.store.recorder import Key, RowEdit
from fastmap.store.records import key_of, table_of, value_from, value_of_need
from fastmap.store.tables import BALLOT_PAPERS, MAPPINGS, MEMBERS, NEEDS, RESPONSES, SKILLS

Value = TypeVar("Value")
Marker = tuple[int, int]

_READ_BY_ROW: Final = frozenset(table.name for table in (BALLOT_PAPERS, MAPPINGS, MEMBERS, NEEDS, RESPONSES, SKILLS))
_NAMING: Final = MEMBERS.name
"""Its rows make an id one that was used."""


class LastSnapshot:
    """What was read last from one file, and which rows were altered from outside since."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._connection: sqlite3.Connection | None = None
        self._marker: Marker | None = None
        self._snapshot: Snapshot | None = None
        self._altered: set[tuple[str, Key]] = set()

    def marker(self, connection: sqlite3.Connection) -> Marker:
        """Return what is another one as soon as anybody wrote anything, here or in another program."""
        (version,) = connection.execute("PRAGMA data_version").fetchone()
        return connection.total_changes, int(version)

    def note(self, connection: sqlite3.Connection, before: Marker, name: str, edits: Iterable[RowEdit]) -> None:
        """Note what the change ``name`` altered inside the transaction that began at ``before``."""
        edits = tuple(edits)
        is_by_row = name in FROM_OUTSIDE and all(edit.table in _READ_BY_ROW for edit in edits)
        if not is_by_row or connection is not self._connection or before != self._marker:
            self._marker = None
            return
        self._marker = self.marker(connection)
        self._altered |= {(edit.table, edit.key) for edit in edits}

    def read(self, connection: sqlite3.Connection, inspected: Snapshot | None) -> Snapshot:
        """Return everything recorded; ``inspected``: what is known to be in the file, if it was read a moment ago."""
        marker = self.marker(connection)
        known = self._snapshot if connection is self._connection and marker == self._marker else None
        if inspected is not None or known is None:
            found = inspected or read_snapshot(connection)
        else:
            found = _with_rows(connection, known, self._altered) if self._altered else known
        self._connection, self._marker, self._snapshot, self._altered = connection, marker, found, set()
        return found


def _with_rows(connection: sqlite3.Connection, known: Snapshot, altered: Collection[tuple[str, Key]]) -> Snapshot:
    keys = {name: {key for table, key in altered if table == name} for name in _READ_BY_ROW}
    answered = {key[:1] for key in keys[RESPONSES.name] | keys[NEEDS.name]}
    responses = _merged(connection, Response, known.responses, answered)
    return replace(
        known,
        members=_merged(connection, Member, known.members, keys[_NAMING]),
        responses=tuple(sorted(responses, key=lambda one: (one.received_at, one.id))),
        skills=_merged(connection, Skill, known.skills, keys[SKILLS.name]),
        mappings=_merged(connection, SkillMapping, known.mappings, keys[MAPPINGS.name]),
        ballot_papers=_merged(connection, BallotPaper, known.ballot_papers, keys[BALLOT_PAPERS.name]),
        used_ids=known.used_ids | {str(key[0]) for key in keys[_NAMING]},
    )


def _merged(
    connection: sqlite3.Connection, kind: type[Value], known: tuple[Value, ...], keys: Collection[Key]
) -> tuple[Value, ...]:
    """Return ``known`` with the rows of ``keys`` as they are now, in the order of their keys."""
    if not keys:
        return known
    values = {key_of(value): value for value in known}
    table = table_of(kind)
    for key in keys:
        row = connection.execute(table.select + table.by_key, key).fetchone()
        if row is None:
            values.pop(key, None)
            continue
        more = {"needs": _needs(connection, str(key[0]))} if kind is Response else {}
        values[key] = value_from(kind, dict(zip(table.columns, row, strict=True)), **more)
    return tuple(values[key] for key in sorted(values))


def _needs(connection: sqlite3.Connection, response: str) -> tuple[object, ...]:
    columns = ", ".join(f'"{name}"' for name in NEEDS.key)
    rows = connection.execute(f"{NEEDS.select} WHERE response = ? ORDER BY {columns}", (response,))
    return tuple(value_of_need(dict(zip(NEEDS.columns, row, strict=True))) for row in rows)
