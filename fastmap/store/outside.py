"""What phones sent is not taken back by whoever types at the laptop: undo walks past it (decision record 0304).

A person's change may then be undone although something from outside came after it. Where both altered the same row, what
came from outside stays, and the history of it is written as if the person's change were not there – or there again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Final

from fastmap.errors import FastmapError
from fastmap.store.codec import Row, to_json
from fastmap.store.recorder import Key, RowEdit
from fastmap.store.tables import TABLES

FROM_OUTSIDE: Final = ("take_phone_answers", "cast_ballot_papers", "place_phone_texts")
"""Names of changes that no person at the laptop made. They stay in files: never change one."""
_NAMES = ", ".join(f"'{name}'" for name in FROM_OUTSIDE)
NOT_FROM_OUTSIDE: Final = f"name NOT IN ({_NAMES})"
_LATER = (
    "SELECT event, position, table_name, row_key, before, after"
    " FROM event_rows JOIN events ON events.sequence = event_rows.event"
    f" WHERE event > ? AND undone = 0 AND name IN ({_NAMES})"
    " ORDER BY event, position"
)


class LaterFromOutside:
    """What came from outside after one change of a person."""

    def __init__(self, connection: sqlite3.Connection, sequence: int) -> None:
        """Read what came after the change ``sequence``."""
        self._connection = connection
        self._rows: dict[tuple[str, Key], list[tuple[int, int, Row | None, Row | None]]] = {}
        for event, position, table, key, before, after in connection.execute(_LATER, (sequence,)):
            edit = (event, position, before and json.loads(before), after and json.loads(after))
            self._rows.setdefault((table, tuple(json.loads(key))), []).append(edit)

    def beside(self, edits: Sequence[RowEdit]) -> list[RowEdit]:
        """Return ``edits`` so that they leave alone what came from outside, in the rows that both altered.

        Raises `FastmapError` ``undo_meets_phones`` where one of them would bring or take away such a row as a whole.
        """
        done: dict[tuple[str, Key], Row | None] = {}
        found = []
        for edit in edits:
            place = (edit.table, edit.key)
            if place not in self._rows:
                found.append(edit)
                continue
            now = done.get(place) or self._now(edit)
            if edit.before is None or edit.after is None or now is None:
                raise FastmapError("undo_meets_phones")
            merged = _merged(now, edit.before, edit.after)
            self._tell_history(place, edit.before, edit.after)
            found.append(RowEdit(edit.table, edit.key, now, merged))
            done[place] = merged
        return found

    def refuse_loose(self) -> None:
        """Raise `FastmapError` ``undo_meets_phones`` if something from outside names what is not there any more."""
        if self._rows and self._connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise FastmapError("undo_meets_phones")

    def _now(self, edit: RowEdit) -> Row | None:
        table = TABLES[edit.table]
        found = self._connection.execute(table.select + table.by_key, edit.key).fetchone()
        return None if found is None else dict(zip(table.columns, found, strict=True))

    def _tell_history(self, place: tuple[str, Key], before: Row, after: Row) -> None:
        """Let the later edits begin where the row stands without – or again with – the person's change."""
        columns = {column for column in before if before[column] != after.get(column)}
        for event, position, was, became in self._rows[place]:
            told = _told_anew(was, became, columns, before, after)
            columns -= {column for column in columns if _changed(was, became, column)}
            self._connection.execute(
                "UPDATE event_rows SET before = ?, after = ? WHERE event = ? AND position = ?",
                (*(row and to_json(row) for row in told), event, position),
            )


def _merged(now: Row, before: Row, after: Row) -> Row:
    """Return ``now`` with those columns of ``after`` in which nobody has altered anything since ``before``."""
    free = {column for column in now if before.get(column) != after.get(column) and now[column] == before.get(column)}
    return {column: after.get(column) if column in free else value for column, value in now.items()}


def _changed(was: Row | None, became: Row | None, column: str) -> bool:
    return was is None or became is None or was.get(column) != became.get(column)


def _told_anew(
    was: Row | None, became: Row | None, columns: set[str], before: Row, after: Row
) -> tuple[Row | None, Row | None]:
    first = {column: after[column] for column in columns if was is not None and was.get(column) == before[column]}
    last = {column: value for column, value in first.items() if not _changed(was, became, column)}
    return was and {**was, **first}, became and {**became, **last}
