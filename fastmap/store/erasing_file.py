"""Erasing in an open file, from the question what would go to the last backup.

What is recorded goes in one transaction, together with a note that the rest of this computer is still to be cleaned.
From then on there is no way back, and whatever interrupts the rest, the next opening goes on with it. The note holds the
words to look for; it is the last thing that goes.

A file from elsewhere may bring such a note along to make this computer delete things. So a second note, with the same
random mark, lies in this computer's data folder: only where both agree, opening goes on by itself. It is named after
the file it was left for, so that opening a copy or a backup of the same assessment does not take it away.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from fastmap.errors import FastmapError
from fastmap.model.erasure import Erasure, ErasureBasis, ErasureCounts, ErasureKind, ErasureRecord
from fastmap.store import erasing
from fastmap.store.backup_turns import turn_at_backups
from fastmap.store.codec import to_json, utc_text
from fastmap.store.copying import read_bytes
from fastmap.store.database import transaction
from fastmap.store.erased_words import ErasedWords
from fastmap.store.erasing_elsewhere import (
    PENDING,
    Cleaned,
    KeptPlaces,
    as_known_there,
    backups_concerned,
    clean,
    no_room,
    refuse_without_room,
)
from fastmap.store.failures import told_as_fastmap_errors
from fastmap.store.handles import identity_of, is_open_here
from fastmap.store.known_as import words_of
from fastmap.store.opening import OpenFile
from fastmap.store.placing import sync_file, sync_folder
from fastmap.store.reading import read_note
from fastmap.store.surnames import mentions_of, surnames_of


@dataclass(frozen=True, slots=True)
class ErasurePreview:
    """What an erasure would take, before anything is done."""

    words: tuple[str, ...]
    """What must not be found afterwards."""
    counts: ErasureCounts
    backups: tuple[Path, ...]
    """Written anew, all of them."""
    scans: tuple[str, ...] = ()
    """Kept scans and files that stay although the letters occur in them; `Erasure.with_scans` takes them, too."""


def preview(file: OpenFile, around: KeptPlaces, erasure: Erasure, *, placeholder: str) -> ErasurePreview:
    """Say what would go: the erasure is made on a copy in memory."""
    with file.reading() as connection, closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA foreign_keys = ON")  # as in the file itself
        words = words_of(copy, erasure)
        sought = ErasedWords(words, placeholder)
        moment = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
        with transaction(copy):
            counts = erasing.erase_checked(copy, file.path, erasure, sought, at=moment, number=1)
        scans = tuple(name for _, name in erasing.scans_naming(copy, sought))
    return ErasurePreview(words, counts, backups_concerned(around), scans)


def erase(file: OpenFile, around: KeptPlaces, erasure: Erasure, *, placeholder: str, at: datetime) -> Cleaned:
    """Erase for good. Raises `FastmapError`.

    Nothing was erased if its code is ``file_read_only``, ``erasure_no_room`` or ``erasure_breaks_file``. After
    ``erasure_unfinished`` the person is gone from the file, and the next opening goes on with the rest. After any other,
    such as that of a disk that fails, nobody knows how far it came: the next opening finds out, and ends what was begun.
    """
    if file.read_only:
        raise FastmapError("file_read_only", file=file.path.name)
    mark = secrets.token_hex(16)
    with told_as_fastmap_errors(file.path):
        refuse_without_room(around)
    with _told_where_it_is_full(around.data_folder), told_as_fastmap_errors(_mark_path(around)):
        _leave_mark(around, mark)
    try:
        with _told_where_it_is_full(file.path.parent):
            _erase_in_file(file, erasure, placeholder=placeholder, at=at, mark=mark)
    except FastmapError as error:
        if error.code == "erasure_breaks_file":  # of others the next opening finds out whether the mark is needed
            _remove_mark(around)
        raise
    return _finish(file, around)


@contextmanager
def _told_where_it_is_full(folder: Path) -> Iterator[None]:
    """Say of a full disk that nothing was erased: no change of the person's is lost, and no copy has to be saved."""
    try:
        yield
    except FastmapError as error:
        if error.code != "disk_full":
            raise
        raise no_room(folder) from error


def _erase_in_file(file: OpenFile, erasure: Erasure, *, placeholder: str, at: datetime, mark: str) -> None:
    """Erase in the file itself and note that the rest is still to be done: all of it or nothing."""
    with file.writing() as connection:
        words, surnames = words_of(connection, erasure), surnames_of(connection, erasure)
        number = connection.execute("SELECT count(*) + 1 FROM erasures").fetchone()[0]
        sought = ErasedWords(words, placeholder)
        erasing.erase_checked(connection, file.path, erasure, sought, at=at, number=number)
        connection.execute(
            "INSERT INTO erasures (number, on_day, kind, basis, finished) VALUES (?, ?, ?, ?, 0)",
            (number, at.astimezone().date().isoformat(), erasure.kind, erasure.basis),
        )
        note = {
            "kind": erasure.kind,
            "key": erasure.key,
            "basis": erasure.basis,
            "words": words,
            "surnames": surnames,
            "with_scans": erasure.with_scans,
            "placeholder": placeholder,
            "at": utc_text(at),
            "number": number,
            "mark": mark,
        }
        connection.execute("INSERT INTO notes (name, value) VALUES (?, ?)", (PENDING, to_json(note)))


def finish_what_was_begun_here(file: OpenFile, around: KeptPlaces) -> Cleaned | FastmapError | None:
    """Go on, at opening, with an erasure of this computer; return what is to be told where that cannot be done.

    ``None``: there was nothing to go on with.
    """
    with file.reading() as connection:
        text = read_note(connection, PENDING)
    if text is None:
        if not file.read_only:
            _remove_mark(around)  # stopped before anything was erased, or after everything was
        return None
    try:
        if json.loads(text).get("mark") not in _marks_left(around):
            return FastmapError("erasure_begun_elsewhere", file=file.path.name)
        if file.read_only:
            return FastmapError("erasure_waits_here", file=file.path.name)
        return finish(file, around)
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return FastmapError("erasure_begun_elsewhere", file=file.path.name)
    except FastmapError as problem:
        return problem


def may_wait_in(path: Path, data_folder: Path) -> bool:
    """Whether an erasure of this computer may wait to be ended in ``path``; what `finish_what_was_begun_here` finds is true.

    A mark was left, and the file holds it. Only where there is a mark is the file looked into.
    """
    try:
        marks = {mark.read_bytes() for mark in (data_folder / "erasing").iterdir()} - {b""}
        if not marks or not path.is_file() or is_open_here(identity_of(path)):
            return False  # closing a file that this process has open would drop the lock on it
        content = path.read_bytes()
    except OSError:
        return False
    return any(mark in content for mark in marks)


def pending(file: OpenFile, around: KeptPlaces) -> ErasurePreview | None:
    """Return what finishing an erasure that was begun would take, or ``None`` if none was begun."""
    with file.reading() as connection:
        text = read_note(connection, PENDING)
    if text is None:
        return None
    words = _understood(text, file.path)[1].words
    return ErasurePreview(words, ErasureCounts(), backups_concerned(around))


def finish(file: OpenFile, around: KeptPlaces) -> Cleaned:
    """Go on with an erasure that was begun. Raises ``erasure_unfinished`` where the disk does not let it end."""
    return _finish(file, around, once_more=True)


def _finish(file: OpenFile, around: KeptPlaces, *, once_more: bool = False) -> Cleaned:
    """Clean everything beside the file; ``once_more``: time has passed, and somebody may have edited it since."""
    with file.reading() as connection:
        text = read_note(connection, PENDING)
    if text is None:
        return Cleaned(0, 0, ())
    erasure, words, at, number = _understood(text, file.path)
    surnames = _surnames_noted(text)
    try:
        with told_as_fastmap_errors(file.path), turn_at_backups(around.backup_folder, around.assessment_id):
            if once_more:
                _erase_once_more(file, erasure, words, at=at, number=number)
            cleaned = clean(around, erasure, words, at=at, number=number)
            with file.writing() as connection:
                connection.execute("DELETE FROM notes WHERE name = ?", (PENDING,))
                connection.execute("UPDATE erasures SET finished = 1")
            file.rebuild()
        _remove_mark(around)
    except FastmapError as problem:
        raise FastmapError("erasure_unfinished", file=file.path.name, reason=problem.message) from problem
    with told_as_fastmap_errors(file.path):
        content = read_bytes(file.handle.descriptor)
    if words.are_in_bytes(content):
        cleaned = replace(cleaned, left=(file.path, *cleaned.left))
    with file.reading() as connection:
        mentions = mentions_of(connection, surnames, backups_concerned(around))
    return replace(cleaned, words=words.words, mentions=mentions)


def _erase_once_more(file: OpenFile, erasure: Erasure, words: ErasedWords, *, at: datetime, number: int) -> None:
    """Take out of the file what came back since: a page that still showed the person may have saved what it showed.

    Scans that came in meanwhile as well, if scans go. By its words, and by its key only where that is still the same person: the code may be somebody else's by now.
    """
    with file.writing() as connection:
        mine = as_known_there(connection, erasure, words)
        if mine.kind is not ErasureKind.WORDS or erasing.concerns(connection, words, with_scans=mine.with_scans):
            erasing.erase_checked(connection, file.path, mine, words, at=at, number=number)


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
            with_scans=note.get("with_scans") is True,
        )
        words = ErasedWords(erasure.words, str(note["placeholder"]))
        return erasure, words, datetime.fromisoformat(note["at"]), int(note["number"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise FastmapError("file_damaged", file=path.name, backups=str(path.parent)) from error


def _surnames_noted(text: str) -> tuple[str, ...]:
    noted = json.loads(text).get("surnames", [])  # notes of an earlier version have none
    return tuple(map(str, noted)) if isinstance(noted, list) else ()


def _mark_path(around: KeptPlaces) -> Path:
    """The mark of this very file. Its path is only told as a hash: it may hold the name that is to go."""
    place = hashlib.sha256(os.fsencode(around.path)).hexdigest()[:16]
    return around.data_folder / "erasing" / f"{around.assessment_id}.{place}"


def _leave_mark(around: KeptPlaces, mark: str) -> None:
    path = _mark_path(around)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(mark, "ascii")
    sync_file(path)
    sync_folder(path.parent)


def _marks_left(around: KeptPlaces) -> frozenset[str]:
    """Every mark for this assessment, also one of a file that was moved since, or whose copy this is."""
    marks = (path.read_text("ascii") for path in _mark_path(around).parent.glob(f"{around.assessment_id}.*"))
    return frozenset(mark for mark in marks if mark)


def _remove_mark(around: KeptPlaces) -> None:
    """Remove the mark of this very file; that of another one, such as a copy, is not ours to take away."""
    with suppress(OSError):  # a folder that is none holds no mark; one that stays fits no erasure that is still to end
        _mark_path(around).unlink()
