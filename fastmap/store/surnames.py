"""Texts that hold no more of a name than the surname: nothing takes them out by itself, a person has to look.

A whole name is sought and erased wherever it stands. A bare "Ruiz" in another firm's answer may be the same person, a
namesake or the name of a street, so it is only pointed out (decision 0299).
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from itertools import chain
from pathlib import Path

from fastmap.model.erasure import Erasure, ErasureKind
from fastmap.model.normalise import fit_to_show
from fastmap.store import tables
from fastmap.store.codec import Row
from fastmap.store.copying import connect_for_reading
from fastmap.store.erased_words import addresses_in
from fastmap.store.erasing_texts import rows_of
from fastmap.store.folded import folded, spans_in
from fastmap.store.free_texts import texts_of
from fastmap.store.known_as import names_of

_SHORTEST = 3
_AROUND = 60
"""Characters shown on each side of a surname."""
_PARTICLES = frozenset(
    [
        "aus",
        "bei",
        "dal",
        "das",
        "dei",
        "del",
        "della",
        "den",
        "der",
        "des",
        "di",
        "dos",
        "du",
        "las",
        "les",
        "los",
        "san",
        "sur",
        "ten",
        "ter",
        "van",
        "vom",
        "von",
        "zum",
        "zur",
    ]
)
_TITLES = frozenset(
    [
        "dipl",
        "don",
        "dona",
        "dott",
        "dr",
        "frau",
        "herr",
        "ing",
        "lic",
        "mag",
        "mme",
        "mlle",
        "mr",
        "mrs",
        "ms",
        "prof",
        "sig",
        "sr",
        "sra",
    ]
)
_WORD = r"[^\W\d_][\w'’-]*"
_SURNAME_FIRST = frozenset({"HU"})
"""Countries in whose language the family name comes first; whoever writes it the other way is found, too."""


class Where(StrEnum):
    """Where a text stands; nowhere else than in the first of these."""

    NOW = "now"
    """It is recorded now."""
    HISTORY = "history"
    BACKUP = "backup"


@dataclass(frozen=True, slots=True)
class Mention:
    """A text that holds a surname."""

    table: str
    key: str
    text: str
    """The words around it."""
    where: Where = Where.NOW


def surnames_of(connection: sqlite3.Connection, erasure: Erasure) -> tuple[str, ...]:
    """Return the surnames of whoever is to be erased: of people, never of firms."""
    (country,) = connection.execute("SELECT country FROM cluster").fetchone()
    names = list(erasure.words)
    if erasure.kind is ErasureKind.PARTNER_CONTACT:
        names += map(_capitalised, names_of(connection, erasure))
    elif erasure.kind is not ErasureKind.WORDS:
        names += names_of(connection, erasure)
    return surnames_in(names, either_end=country in _SURNAME_FIRST)


def surnames_in(names: Iterable[str], *, either_end: bool = False) -> tuple[str, ...]:
    """Return every word of the names that may be a surname, folded; ``either_end``: the first word may be one, too.

    >>> surnames_in(["Ana Ruiz García", "Gil, Bea", "J. van der Berg", "Kind", "Dr. Uwe Falk, 944 000"])
    ('ruiz', 'garcia', 'gil', 'berg', 'kind', 'falk')
    """
    found: dict[str, None] = {}
    for name in names:
        for address in addresses_in(name):
            name = name.replace(address, " ")  # noqa: PLW2901 - an address is no name
        before, _, behind = name.partition(",")
        words = [word for word in re.findall(_WORD, folded(before)) if word not in _TITLES]
        is_turned = re.search(_WORD, behind) is not None
        likely = words if is_turned or either_end or len(words) == 1 else words[1:]
        found |= dict.fromkeys(word for word in likely if len(word) >= _SHORTEST and word not in _PARTICLES)
    return tuple(found)


def mentions_of(
    connection: sqlite3.Connection, surnames: Iterable[str], backups: Iterable[Path] = ()
) -> tuple[Mention, ...]:
    """Return every text that holds one of the surnames as a whole word, each once: recorded, in the history, in backups.

    A backup that cannot be read is left out: an erasure names it anyway.
    """
    parts = "|".join(map(re.escape, surnames))
    if not parts:
        return ()
    sought = re.compile(rf"(?<!\w)(?:{parts})(?!\w)")
    found: dict[tuple[str, str, str], Mention] = {}
    seen: set[bytes] = set()
    for one in chain(
        _mentions(connection, sought, Where.NOW),
        _mentions_in_history(connection, sought, Where.HISTORY, seen),
        *(_mentions_in_backup(path, sought, seen) for path in backups),
    ):
        found.setdefault((one.table, one.key, one.text), one)
    return tuple(found.values())


def _capitalised(text: str) -> str:
    """Leave out small words of what is typed as a contact, such as "Head of studies", where others are capital."""
    words = text.split()
    return " ".join(word for word in words if word[0].isupper() or "@" in word or "," in word or text.islower())


def _mentions(connection: sqlite3.Connection, sought: re.Pattern[str], where: Where) -> Iterator[Mention]:
    for table in tables.TABLES.values():
        for row in rows_of(connection, table):
            yield from _mentions_in(table.name, row, sought, where)


def _mentions_in_history(
    connection: sqlite3.Connection, sought: re.Pattern[str], where: Where, seen: set[bytes]
) -> Iterator[Mention]:
    """Look into each state once: a row has what came before twice, and backups hold nearly the same history."""
    for name, *states in connection.execute("SELECT table_name, before, after FROM event_rows"):
        for state in states:
            if state is None or name not in tables.TABLES:
                continue
            if (known := blake2b(f"{name} {state}".encode("utf-8", "surrogatepass"), digest_size=16).digest()) in seen:
                continue
            seen.add(known)  # not the state itself: there may be hundreds of megabytes of them
            row = json.loads(state)
            if isinstance(row, dict):
                yield from _mentions_in(name, row, sought, where)


def _mentions_in_backup(path: Path, sought: re.Pattern[str], seen: set[bytes]) -> Iterator[Mention]:
    with suppress(sqlite3.Error, OSError, ValueError), closing(connect_for_reading(path)) as copy:
        yield from _mentions(copy, sought, Where.BACKUP)
        yield from _mentions_in_history(copy, sought, Where.BACKUP, seen)


def _mentions_in(name: str, row: Row, sought: re.Pattern[str], where: Where) -> Iterator[Mention]:
    for text in texts_of(name, row):
        if (around := _around(text, sought)) is not None:
            yield Mention(name, str(row.get(tables.TABLES[name].key[0])), around, where)


def _around(text: str, sought: re.Pattern[str]) -> str | None:
    found = sought.search(folded(text))
    if found is None:
        return None
    ((start, end),) = spans_in(text, [found.span()])
    first, last = max(start - _AROUND, 0), min(end + _AROUND, len(text))
    words = " ".join(fit_to_show(text[first:last]).split())
    return f"{'…' if first else ''}{words}{'…' if last < len(text) else ''}"
