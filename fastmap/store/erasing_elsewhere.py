"""Erasing in the files beside an assessment: backups, journals set aside, drafts, and what this computer remembers.

Every file is written anew beside the old one, checked, and then put in its place, so that it may be stopped anywhere and
begun again. What cannot be read, such as a damaged backup, is removed: nobody can tell whether it holds the name.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from glob import escape
from pathlib import Path

from fastmap import places
from fastmap.errors import FastmapError
from fastmap.model.erasure import Erasure, ErasureKind
from fastmap.model.ids import is_assessment_id
from fastmap.store import erasing, events, tables
from fastmap.store.backups import backups_of
from fastmap.store.copying import distrust, is_sound
from fastmap.store.database import transaction
from fastmap.store.erased_words import ErasedWords
from fastmap.store.failures import disk_full, primary_code
from fastmap.store.handles import identity_of, is_open_here
from fastmap.store.migrating import migrate, newest_schema, schema_of
from fastmap.store.placing import beside, place_over

PENDING = "erasure"
"""Name of the note in the file that an erasure is not finished everywhere."""
_SPARE_BYTES = 1_000_000
_NOT_THE_BACKUPS_FAULT = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOMEM}


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What became of the files beside the assessment."""

    backups: int
    """Written anew."""
    removed: int
    """Files that could not be read, or that only remembered what had to go."""
    left: tuple[Path, ...]
    """Files in which the letters still occur; they may be part of other words."""


@dataclass(frozen=True, slots=True)
class KeptPlaces:
    """Where the files beside an assessment lie."""

    path: Path
    assessment_id: str
    backup_folder: Path
    data_folder: Path
    settings: Path

    def __post_init__(self) -> None:
        """Raise `FastmapError` for an id that would lead out of the folders: files are removed by it."""
        if not is_assessment_id(self.assessment_id):
            raise FastmapError("file_suspicious", file=self.path.name, names=("info",))

    def files(self) -> Iterator[Path]:
        """Every file of this program on this computer that may hold what somebody typed, but no open assessment.

        The vocabulary holds published words alone, and a hundred megabytes of them.
        """
        found = {*self.path.parent.glob(f"*{escape(self.path.name)}*"), self.settings}
        for folder in (self.data_folder, self.backup_folder):
            found |= {path for path in folder.rglob("*") if places.vocabulary_folder() not in path.parents}
        yield from sorted(path for path in found if path.is_file() and not is_open_here(identity_of(path)))


def backups_concerned(around: KeptPlaces) -> tuple[Path, ...]:
    """Return the backups of this assessment, all of which are written anew."""
    return tuple(backup.path for backup in backups_of(around.backup_folder, around.assessment_id))


def refuse_without_room(around: KeptPlaces) -> None:
    """Raise `FastmapError` ``disk_full`` before anything is erased if the largest backup could not be written anew."""
    sizes = [path.stat().st_size for path in backups_concerned(around)]
    for folder, size in (
        (around.path.parent, 2 * around.path.stat().st_size),
        (around.backup_folder, max(sizes, default=0)),
    ):
        if folder.is_dir() and shutil.disk_usage(folder).free < size + _SPARE_BYTES:
            raise disk_full(around.path)


def clean(around: KeptPlaces, erasure: Erasure, words: ErasedWords, *, at: datetime, number: int) -> Cleaned:
    """Erase in every file beside the assessment and say what is left."""
    removed = _remove_drafts(around)
    rewritten = 0
    for home in sorted(around.backup_folder.iterdir()) if around.backup_folder.is_dir() else ():
        is_own = home.name == around.assessment_id
        for backup in _backups_in(home):
            done = _rewrite(backup, erasure, words, at=at, number=number, is_own=is_own)
            rewritten += done is True
            removed += done is None
    removed += _forget(_remembered(around), words)
    return Cleaned(rewritten, removed, _still_in(around, words))


def _backups_in(home: Path) -> list[Path]:
    if not home.is_dir():
        return []
    try:
        return [backup.path for backup in backups_of(home.parent, home.name)]
    except FastmapError:  # a folder that is none of ours
        return []


def _rewrite(
    path: Path, erasure: Erasure, words: ErasedWords, *, at: datetime, number: int, is_own: bool
) -> bool | None:
    """Write a backup anew without the person. ``None``: it was damaged and is gone; ``False``: it had nothing to do with it."""
    with beside(path) as draft:
        shutil.copyfile(path, draft)
        with closing(sqlite3.connect(draft, isolation_level=None)) as copy:
            try:
                distrust(copy)
                if schema_of(copy) > newest_schema():
                    return False
                copy.execute("PRAGMA journal_mode = OFF")  # the draft is good as a whole or thrown away
                copy.execute("PRAGMA synchronous = OFF")
                copy.execute("PRAGMA secure_delete = ON")
                mine = erasure if is_own else _as_known_there(copy, erasure, words)
                if not is_own and mine.kind is ErasureKind.WORDS and not erasing.concerns(copy, words):
                    return False
                migrate(copy)
                with transaction(copy):
                    erasing.erase_in(copy, mine, words, at=at, number=number)
                    copy.execute("DELETE FROM notes WHERE name = ?", (PENDING,))
                copy.execute("VACUUM")
                sound, tag = is_sound(copy), events.state_tag(copy)
            except sqlite3.DatabaseError as error:
                if primary_code(error) in _NOT_THE_BACKUPS_FAULT:
                    raise
                sound, tag = False, ""
        if not sound:
            path.unlink()
            return None
        stem, stamp, *_ = path.name.split(".")
        target = path.with_name(f"{stem}.{stamp}.{tag}.fastmap")
        place_over(draft, target)
    if target != path:
        path.unlink()
    return True


def _as_known_there(copy: sqlite3.Connection, erasure: Erasure, words: ErasedWords) -> Erasure:
    """Return the erasure as it applies to another assessment, where a code may be somebody else's."""
    known = erasure.key
    if erasure.kind is ErasureKind.MEMBER:
        row = copy.execute("SELECT name FROM members WHERE code = ?", (known,)).fetchone()
    elif erasure.kind is ErasureKind.CONTACT:
        row = copy.execute(
            "SELECT coalesce(name, '') || ' ' || coalesce(email, '') FROM contacts WHERE member = ?", (known,)
        ).fetchone()
    elif erasure.kind is ErasureKind.PARTNER_CONTACT:
        row = copy.execute(f"SELECT contact FROM {tables.PARTNER_CONTACTS.name} WHERE partner = ?", (known,)).fetchone()
    else:
        row = None
    if row is not None and words.are_in(row[0]):
        return erasure
    return Erasure(kind=ErasureKind.WORDS, words=erasure.words, basis=erasure.basis)


def _remove_drafts(around: KeptPlaces) -> int:
    """Remove unfinished copies and journals set aside: they hold pages as they were. We hold the file, so none is in use."""
    name = escape(around.path.name)
    found = [*around.path.parent.glob(f".{name}.*.part*"), *around.path.parent.glob(f"{name}-journal.*.old")]
    found += (around.backup_folder / around.assessment_id).glob(".*.part*")
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)


def _remembered(around: KeptPlaces) -> Iterator[Path]:
    for pattern in ("logs/*", f"{places.survey_mappings_folder().name}/*", "regions-*.json"):
        yield from around.data_folder.glob(pattern)
    if around.settings.is_file():
        yield around.settings


def _forget(files: Iterable[Path], words: ErasedWords) -> int:
    """Take lines of logs and settings out that name the person; what else only remembers is removed as a whole."""
    removed = 0
    for path in files:
        content = path.read_bytes()
        if not (words.are_in_bytes(content) or words.are_in(_unescaped(content))):
            continue
        if path.suffix not in (".log", ".ini"):
            path.unlink()
            removed += 1
            continue
        lines = content.splitlines(keepends=True)
        kept = [line for line in lines if not (words.are_in_bytes(line) or words.are_in(_unescaped(line)))]
        with beside(path) as draft:
            draft.write_bytes(b"".join(kept))
            place_over(draft, path)
    return removed


def _unescaped(content: bytes) -> str:
    r"""Read settings as Qt writes them: ``\x`` and up to four digits for what is not plain."""
    text = content.decode("utf-8", errors="replace")
    return re.sub(r"\\x([0-9a-fA-F]{1,4})", lambda found: chr(int(found[1], 16)), text)


def _still_in(around: KeptPlaces, words: ErasedWords) -> tuple[Path, ...]:
    """Every file of the program in which the letters still occur."""
    found = []
    for path in around.files():
        with suppress(OSError):
            if words.are_in_bytes(path.read_bytes()):
                found.append(path)
    return tuple(found)
