"""What phones sent is not taken back by whoever types at the laptop: undo walks past it (decision record 0304).

A person's change may then be undone although something from outside came after it. Where both altered the same row, what
came from outside stays, and the history of it is written as if the person's change were not there – or there again.

What an outside change gave a row is its claim: certain columns, whether their values were others before or not. Claims never
change, so that undoing and redoing lead through the same states however often, and an answer is never lost because
somebody had typed the same (decision record 0321).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import Final

from fastmap.errors import FastmapError
from fastmap.model.choices import ResponseState
from fastmap.store.codec import Row, to_json
from fastmap.store.recorder import Key, RowEdit
from fastmap.store.tables import MEMBERS, RESPONSES, SKILLS, TABLES

FROM_OUTSIDE: Final = ("take_phone_answers", "cast_ballot_papers", "place_phone_texts")
"""Names of changes that no person at the laptop made. They stay in files: never change one."""
_NAMES = ", ".join(f"'{name}'" for name in FROM_OUTSIDE)
NOT_FROM_OUTSIDE: Final = f"name NOT IN ({_NAMES})"
_NOT_CLAIMED: Final = {SKILLS.name: frozenset({"strategic", "strategic_reason"})}
"""The mark on a skill is the cluster's: see `fastmap.changes.skills.save_skills`."""
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
        return [edit if (edit.table, edit.key) not in self._rows else self._with_claims(edit) for edit in edits]

    def refuse_loose(self) -> None:
        """Raise `FastmapError` ``undo_meets_phones`` if something from outside names what is not there any more."""
        if self._rows and self._connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise FastmapError("undo_meets_phones")

    def _with_claims(self, edit: RowEdit) -> RowEdit:
        """Return the edit with everything that came later on top of it, and write the history of that anew."""
        now = self._now(edit)
        if edit.before is None or edit.after is None or now is None:
            raise FastmapError("undo_meets_phones")
        state: Row | None = {
            **now,
            **edit.after,
        }  # an edit of an older program knows nothing of columns that came later
        for event, position, was, became in self._rows[edit.table, edit.key]:
            told = state, _claimed(edit.table, state, was, became)
            self._connection.execute(
                "UPDATE event_rows SET before = ?, after = ? WHERE event = ? AND position = ?",
                (*(row and to_json(row) for row in told), event, position),
            )
            state = told[1]
        return RowEdit(edit.table, edit.key, now, state)

    def _now(self, edit: RowEdit) -> Row | None:
        table = TABLES[edit.table]
        found = self._connection.execute(table.select + table.by_key, edit.key).fetchone()
        return None if found is None else dict(zip(table.columns, found, strict=True))


def _claimed(table: str, state: Row | None, was: Row | None, became: Row | None) -> Row | None:
    """Return a row after an edit from outside, which made ``became`` of ``was``, if it was ``state`` before that edit."""
    if state is None or was is None or became is None:
        return became
    return {**state, **{column: value for column, value in became.items() if _is_claimed(table, column, became)}}


def _is_claimed(table: str, column: str, became: Row) -> bool:
    """Whether an edit from outside means the value of a column, or kept there what it found."""
    if table == MEMBERS.name:
        return column == "status"
    if table == RESPONSES.name and became["state"] == ResponseState.SUPERSEDED:
        return column == "state"
    return column not in _NOT_CLAIMED.get(table, ())
