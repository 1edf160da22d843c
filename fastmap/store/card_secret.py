"""What code cards of members are worked out from: a secret beside the records, never in a snapshot or in the history.

It is made with the file (``card_seed``), so that cards printed later are good in every backup from before; files of earlier
versions made it with their first cards (``card_secret``). It is another one only where a person asks for that: that is told
in the history and never taken back, since a key that was given away must not work again (decision record 0310).
"""

from __future__ import annotations

import secrets
import sqlite3
from datetime import datetime

from fastmap.store.events import CARDS_RENEWED, record_event

_BYTES = 32


def read_secret(connection: sqlite3.Connection) -> bytes | None:
    """Return the secret, or ``None`` if there is none yet."""
    found = connection.execute("SELECT value FROM notes WHERE name IN ('card_seed', 'card_secret')").fetchone()
    return None if found is None else bytes.fromhex(found[0])


def make_secret(connection: sqlite3.Connection) -> bytes:
    """Make the first secret of a file of an earlier version."""
    made = secrets.token_bytes(_BYTES)
    connection.execute("INSERT INTO notes (name, value) VALUES ('card_secret', ?)", (made.hex(),))
    return made


def renew_secret(connection: sqlite3.Connection, at: datetime) -> None:
    """Make another secret in place of the one there is: no card that was printed before is good any more."""
    connection.execute("DELETE FROM notes WHERE name IN ('card_seed', 'card_secret')")
    connection.execute("INSERT INTO notes (name, value) VALUES ('card_seed', ?)", (secrets.token_bytes(_BYTES).hex(),))
    record_event(connection, CARDS_RENEWED, {}, (), at)
