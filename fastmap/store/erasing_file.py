"""Erasing in an open file, from the question what would go to the last backup.

What is recorded goes in one transaction, together with a note that the rest of this computer is still to be cleaned.
From then on there is no way back, and whatever interrupts the rest, the next opening goes on with it. The note holds the
words to look for; it is the last thing that goes.

A file from elsewhere may bring such a note along to make this computer delete things. So a second note, with the same
random mark, lies in this computer's data folder: only where both agree, opening goes on by itself.
"""

from __future__ import annotations

import json
import os
import secrets
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from fastmap.errors import FastmapError
from fastmap.model.erasure import Erasure, ErasureBasis, ErasureCounts, ErasureKind, ErasureRecord
from fastmap.store import erasing
from fastmap.store.codec import to_json, utc_text
from fastmap.store.erased_words import ErasedWords
from fastmap.store.erasing_elsewhere import (
    PENDING,
    Cleaned,
    KeptPlaces,
    backups_concerned,
    clean,
    refuse_without_room,
)
from fastmap.store.failures import told_as_fastmap_errors
from fastmap.store.opening import OpenFile
from fastmap.store.placing import sync_file, sync_folder
from fastmap.store.reading import read_note


@dataclass(frozen=True, slots=True)
class ErasurePreview:
    """What an erasure would take, before anything is done."""

    words: tuple[str, ...]
    """What must not be found afterwards."""
    counts: ErasureCounts
    backups: tuple[Path, ...]
    """Written anew, all of them."""


def preview(file: OpenFile, around: KeptPlaces, erasure: Erasure, *, placeholder: str) -> ErasurePreview:
    """Say what would go: the erasure is made on a copy in memory."""
    with file.reading() as connection, closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        connection.backup(copy)
        words = erasing.words_of(copy, erasure)
        moment = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
        counts = erasing.erase_in(copy, erasure, ErasedWords(words, placeholder), at=moment, number=1)
    return ErasurePreview(words, counts, backups_concerned(around))


def erase(file: OpenFile, around: KeptPlaces, erasure: Erasure, *, placeholder: str, at: datetime) -> Cleaned:
    """Erase for good. Raises `FastmapError`; unless it is ``erasure_unfinished`` nothing was erased then."""
    if file.read_only:
        raise FastmapError("file_read_only", file=file.path.name)
    mark = secrets.token_hex(16)
    with told_as_fastmap_errors(file.path):
        refuse_without_room(around)
        _leave_mark(around, mark)
    with file.writing() as connection:
        words = erasing.words_of(connection, erasure)
        number = connection.execute("SELECT count(*) + 1 FROM erasures").fetchone()[0]
        erasing.erase_in(connection, erasure, ErasedWords(words, placeholder), at=at, number=number)
        connection.execute(
            "INSERT INTO erasures (number, on_day, kind, basis, finished) VALUES (?, ?, ?, ?, 0)",
            (number, at.astimezone().date().isoformat(), erasure.kind, erasure.basis),
        )
        note = {
            "kind": erasure.kind,
            "key": erasure.key,
            "basis": erasure.basis,
            "words": words,
            "placeholder": placeholder,
            "at": utc_text(at),
            "number": number,
            "mark": mark,
        }
        connection.execute("INSERT INTO notes (name, value) VALUES (?, ?)", (PENDING, to_json(note)))
    return finish(file, around)


def finish_what_was_begun_here(file: OpenFile, around: KeptPlaces) -> FastmapError | None:
    """Go on, at opening, with an erasure of this computer; return what is to be told where that cannot be done."""
    with file.reading() as connection:
        text = read_note(connection, PENDING)
    mark = _mark_path(around)
    if text is None:
        if not file.read_only:
            with suppress(OSError):  # a folder that is none holds no mark; one that stays fits no erasure to end
                mark.unlink()  # stopped before anything was erased, or after everything was
        return None
    try:
        noted = json.loads(text).get("mark")
        if file.read_only or not noted or noted != mark.read_text("ascii"):
            return FastmapError("erasure_begun_elsewhere", file=file.path.name)
        finish(file, around)
    except (OSError, ValueError, AttributeError):
        return FastmapError("erasure_begun_elsewhere", file=file.path.name)
    except FastmapError as problem:
        return problem
    return None


def is_pending(connection: sqlite3.Connection) -> bool:
    """Return whether an erasure was begun and the rest of the computer is still to be cleaned."""
    return read_note(connection, PENDING) is not None


def finish(file: OpenFile, around: KeptPlaces) -> Cleaned:
    """Go on with an erasure that was begun. Raises ``erasure_unfinished`` where the disk does not let it end."""
    with file.reading() as connection:
        text = read_note(connection, PENDING)
    if text is None:
        return Cleaned(0, 0, ())
    erasure, words, at, number = _understood(text, file.path)
    try:
        with told_as_fastmap_errors(file.path):
            cleaned = clean(around, erasure, words, at=at, number=number)
        with file.writing() as connection:
            connection.execute("DELETE FROM notes WHERE name = ?", (PENDING,))
            connection.execute("UPDATE erasures SET finished = 1")
        file.rebuild()
        with suppress(OSError):
            _mark_path(around).unlink()
    except FastmapError as problem:
        raise FastmapError("erasure_unfinished", file=file.path.name, reason=problem.message) from problem
    if words.are_in_bytes(_content(file.handle.descriptor)):
        return Cleaned(cleaned.backups, cleaned.removed, (file.path, *cleaned.left))
    return cleaned


def records(connection: sqlite3.Connection) -> tuple[ErasureRecord, ...]:
    """Return what was erased when and why, oldest first; never who."""
    rows = connection.execute("SELECT on_day, kind, basis, finished FROM erasures ORDER BY number")
    return tuple(
        ErasureRecord(
            on_day=date.fromisoformat(day), kind=ErasureKind(kind), basis=ErasureBasis(basis), is_finished=bool(done)
        )
        for day, kind, basis, done in rows
    )


def _understood(text: str, path: Path) -> tuple[Erasure, ErasedWords, datetime, int]:
    try:
        note = json.loads(text)
        erasure = Erasure(
            kind=ErasureKind(note["kind"]),
            key=str(note["key"]),
            basis=ErasureBasis(note["basis"]),
            words=tuple(map(str, note["words"])),
        )
        words = ErasedWords(erasure.words, str(note["placeholder"]))
        return erasure, words, datetime.fromisoformat(note["at"]), int(note["number"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise FastmapError("file_damaged", file=path.name, backups=str(path.parent)) from error


def _mark_path(around: KeptPlaces) -> Path:
    return around.data_folder / "erasing" / around.assessment_id


def _leave_mark(around: KeptPlaces, mark: str) -> None:
    path = _mark_path(around)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(mark, "ascii")
    sync_file(path)
    sync_folder(path.parent)


def _content(descriptor: int) -> bytes:
    """Read an open file without a second descriptor, whose closing would drop the lock on it."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    parts = iter(lambda: os.read(descriptor, 1 << 20), b"")
    return b"".join(parts)
