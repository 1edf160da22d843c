"""Which anonymous editions were written. No content: it has no history, and undoing takes back nothing handed out."""

from __future__ import annotations

import sqlite3
from datetime import date

from fastmap.model.privacy import AnonymousEdition
from fastmap.store.codec import UnreadableRowError


def write_edition(connection: sqlite3.Connection, edition: AnonymousEdition) -> None:
    """Note an edition; one over the same answers with the same k is there once, with its last day."""
    connection.execute(
        "INSERT INTO anonymous_editions (answers, k, answered, made_on) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (answers, k) DO UPDATE SET answered = excluded.answered, made_on = excluded.made_on",
        (edition.answers, edition.k, edition.answered, edition.made_on.isoformat()),
    )


def read_editions(connection: sqlite3.Connection) -> tuple[AnonymousEdition, ...]:
    """Return them, oldest first. Raises `UnreadableRowError` where a row holds what no version writes."""
    rows = connection.execute(
        "SELECT answers, k, answered, made_on FROM anonymous_editions ORDER BY made_on, answered, k"
    ).fetchall()
    try:
        return tuple(
            AnonymousEdition(answers=answers, k=k, answered=answered, made_on=date.fromisoformat(made_on))
            for answers, k, answered, made_on in rows
        )
    except ValueError as error:
        raise UnreadableRowError("anonymous_editions") from error
