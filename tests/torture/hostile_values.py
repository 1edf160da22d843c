"""Hostile values in the cells of a valid file, put there the way somebody with a database tool would."""

# ruff: noqa: S608 - the names of tables and columns come from the schema that fastmap itself wrote

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

_LONG = "long " * 400_000
TEXTS: tuple[str, ...] = (
    *("", " ", "\n", "\0", "a\0b", "\x1b[31mred", "\u202egnp.exe\u2066", "\ufeff", "\uffff", "e\u0301" * 300),
    *("../../../../tmp/outside", "/etc/passwd", "C:\\Windows\\x", "NUL", "a/b", ".", "~"),
    *(
        '=HYPERLINK("http://evil.example")',
        "<b>x</b><img src=file:///etc/passwd>",
        '#read("/etc/passwd")',
        "{name}",
        "%s",
    ),
    *("[]", "{}", "null", "[null]", "[[]]", "[{}]", '{"a": {}}', "[1e999]", "[NaN]", '{"key":1,"facts":[]}'),
    *("[" * 5000 + "]" * 5000, '{"a":' * 5000 + "1" + "}" * 5000, "[" + "9" * 5000 + "]"),
    *("9999-12-31", "0001-01-01", "0000-00-00", "2026-02-30", "99999-01-01", "2026-1-1"),
    *(
        "9999-12-31T23:59:59+00:00",
        "0001-01-01T00:00:00+14:00",
        "2026-01-01T00:00:00",
        "2026-01-01Tx",
        "2026-01-01T99:99",
    ),
    *(
        "en",
        "xx",
        "zz-ZZ-zz",
        "es'; --",
        "accepted",
        "answered",
        "vet",
        "nonsense",
        "ES",
        "XX",
        "fastmap:own/none",
        "0" * 64,
    ),
    _LONG,
)
INTEGERS = (-1, 0, 1, 7, 10**6, 10**9, 2**31, 2**63 - 1, -(2**63), 9999, 99999)
REALS = (float("inf"), float("-inf"), 1e308, -1e308, 5e-324, -0.0, -1.0, 0.0, 1e15, 0.1)
BLOBS = (b"", b"\xff\xfe", b"\x89PNG\r\n\x1a\n" + bytes(100))
BYSTANDER = "my thesis.docx"
"""A file of the person beside the prepared one."""
PLAIN: tuple[Any, ...] = (
    *(None, True, False, -1, 0, 10**9, 10**400, 1e308, "", "x", "\ud800", "\u202e", "9999-12-31", "nonsense"),
    *(
        [],
        {},
        [None],
        [[]],
        {"": None},
        {"key": "x"},
        {"moment": "x"},
        {"term": {}},
        {"message": {"key": 1, "facts": {}}},
    ),
)
"""What JSON may hold in place of one of its parts."""


def with_hostile_values(path: Path, dice: random.Random) -> str:
    """Alter one to three things in the file at ``path`` and say which."""
    done = []
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("PRAGMA foreign_keys = OFF")
        for _ in range(dice.choice((1, 1, 1, 2, 3))):
            try:
                done.append(dice.choices(WAYS, (10, 6, 1, 1, 1))[0](connection, dice))
            except (sqlite3.IntegrityError, UnicodeEncodeError) as refused:
                done.append(f"SQLite itself refused: {refused}")
    return "; ".join(done)


def alter_cell(connection: sqlite3.Connection, dice: random.Random) -> str:
    """Put a hostile value, one of another column or none into one cell or all cells of a column."""
    table, column, kind = dice.choice(_columns(connection))
    value = _value_for(kind, connection, dice)
    everywhere = dice.random() < 0.2
    condition = (
        "1"
        if everywhere
        else f"{_row(table, connection)} IN (SELECT {_row(table, connection)} FROM {table} ORDER BY random() LIMIT 1)"
    )
    connection.execute(f'UPDATE OR IGNORE {table} SET "{column}" = ? WHERE {condition}', (value,))
    return f"{table}.{column} = {value!r:.60}{' everywhere' if everywhere else ''}"


def alter_json(connection: sqlite3.Connection, dice: random.Random) -> str:
    """Put a hostile part into one JSON text."""
    table, column = dice.choice(_json_columns(connection))
    rows = connection.execute(
        f"SELECT {_row(table, connection)}, \"{column}\" FROM {table} WHERE \"{column}\" NOT IN ('[]', '{{}}')"
    ).fetchall()
    if not rows:
        return f"{table}.{column} holds nothing to alter"
    row, text = dice.choice(rows)
    plain = json.loads(text)
    places = list(_places(plain))
    part, key = dice.choice(PLAIN), None
    if places:
        holder, key = dice.choice(places)
        holder[key] = part
    connection.execute(
        f'UPDATE {table} SET "{column}" = ? WHERE {_row(table, connection)} = ?', (json.dumps(plain), row)
    )
    return f"{table}.{column} with {part!r:.60} at {key!r}"


def lose_rows(connection: sqlite3.Connection, dice: random.Random) -> str:
    """Delete rows that others may name."""
    table = dice.choice(_tables(connection))
    connection.execute(f"DELETE FROM {table} WHERE random() % 2 = 0")
    return f"half of {table} deleted"


def swap_columns(connection: sqlite3.Connection, dice: random.Random) -> str:
    """Put what one column holds into another of its table."""
    table = dice.choice(_tables(connection))
    names = [name for name_of, name, _ in _columns(connection) if name_of == table]
    first, second = dice.choice(names), dice.choice(names)
    connection.execute(f'UPDATE OR IGNORE {table} SET "{first}" = "{second}"')
    return f"{table}.{first} = {second}"


def alter_id(connection: sqlite3.Connection, dice: random.Random) -> str:
    """Give the file an id that leads to a file of the person: this computer names by ids what it writes and removes."""
    (place,) = connection.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()
    bystander = Path(place).parent / BYSTANDER
    value = dice.choice((str(bystander), f"../../{BYSTANDER}", f"../{BYSTANDER}", f"../erasing/../../{BYSTANDER}"))
    connection.execute("UPDATE info SET id = ?", (value,))
    return f"info.id = {value!r}"


WAYS: tuple[Callable[[sqlite3.Connection, random.Random], str], ...] = (
    alter_cell,
    alter_json,
    lose_rows,
    swap_columns,
    alter_id,
)


def _value_for(kind: str, connection: sqlite3.Connection, dice: random.Random) -> Any:
    if dice.random() < 0.1:
        return None
    if kind == "TEXT" and dice.random() < 0.2:  # what stands elsewhere: the id, date or word of another thing
        table, column, _ = dice.choice([one for one in _columns(connection) if one[2] == "TEXT"])
        found = connection.execute(f'SELECT "{column}" FROM {table} ORDER BY random() LIMIT 1').fetchone()
        return found[0] if found else ""
    return dice.choice({"TEXT": TEXTS, "INTEGER": INTEGERS, "REAL": REALS, "BLOB": BLOBS}[kind])


def _tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    return [name for (name,) in rows]


def _columns(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    return [
        (table, name, kind)
        for table in _tables(connection)
        for _, name, kind, *_ in connection.execute(f"PRAGMA table_info({table})")
    ]


def _json_columns(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    holds_json = "SELECT 1 FROM {} WHERE substr(\"{}\", 1, 1) IN ('[', '{{') LIMIT 1"
    return [
        (table, name)
        for table, name, kind in _columns(connection)
        if kind == "TEXT" and connection.execute(holds_json.format(table, name)).fetchone()
    ]


def _row(table: str, connection: sqlite3.Connection) -> str:
    """Return what names one row: the row's number, or the key of a table without numbers."""
    keys = [name for _, name, _, _, _, key in connection.execute(f"PRAGMA table_info({table})") if key]
    (sql,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    if "WITHOUT ROWID" not in sql:
        return "rowid"
    return " || '/' || ".join(f'"{key}"' for key in keys)


def _places(plain: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    waiting = [plain]
    while waiting:
        one = waiting.pop()
        inside = one.items() if isinstance(one, dict) else enumerate(one) if isinstance(one, list) else ()
        for key, part in inside:
            found.append((one, key))
            waiting.append(part)
    return found
