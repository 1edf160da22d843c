"""Erasing in the files beside an assessment: backups, journals set aside, drafts, and what this computer remembers.

Every file is written anew beside the old one, checked, and then put in its place, so that it may be stopped anywhere and
begun again. A damaged backup of this assessment is removed: nobody can tell whether it holds the name. One of another
assessment, and one that is sound and yet cannot be rewritten, stay as they are and are named.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from glob import escape
from pathlib import Path

from fastmap import places
from fastmap.errors import FastmapError
from fastmap.leftovers import remove_shown_scans
from fastmap.model.erasure import Erasure, ErasureKind
from fastmap.model.ids import is_assessment_id
from fastmap.store import erasing, events, tables
from fastmap.store.backups import backups_of
from fastmap.store.copying import distrust
from fastmap.store.database import transaction
from fastmap.store.erased_words import ErasedWords
from fastmap.store.failures import primary_code, told_as_fastmap_errors
from fastmap.store.handles import identity_of, is_open_here
from fastmap.store.migrating import migrate, newest_schema, refuse_unknown_schema, schema_of
from fastmap.store.migrations import MIGRATIONS
from fastmap.store.placing import beside, is_draft, place_over
from fastmap.store.surnames import Mention

PENDING = "erasure"
"""Name of the note in the file that an erasure is not finished everywhere."""
_SPARE_BYTES = 1_000_000
_SET_ASIDE = re.compile(r"-journal\.[0-9a-f]{8}\.old")
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_NOT_REWRITTEN = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_TOOBIG}
"""What SQLite says of a file that is whole and yet none that we write; whatever else it says is the disk's fault."""


class _Outcome(Enum):
    """What became of a backup."""

    REWRITTEN = auto()
    REMOVED = auto()
    """It was damaged."""
    NOT_CONCERNED = auto()
    UNREAD = auto()
    """It stays as it was, and nobody knows whether it holds the words."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What became of the files beside the assessment."""

    backups: int
    """Written anew."""
    removed: int
    """Files that could not be read, or that only remembered what had to go."""
    left: tuple[Path, ...]
    """Files in which the letters still occur; they may be part of other words."""
    unread: tuple[Path, ...] = ()
    """Backups that could not be read or rewritten and stay as they were: whether they hold the words is not known."""
    words: tuple[str, ...] = ()
    """What was erased, for whoever holds in memory what files held; never to be kept."""
    mentions: tuple[Mention, ...] = ()
    """Texts of the file that still hold a surname of whoever was erased, to be looked at by a person."""


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
    """Raise `FastmapError` ``erasure_no_room`` before anything is erased if the largest backup could not be written anew."""
    sizes = [path.stat().st_size for path in backups_concerned(around)]
    for folder, size in (
        (around.path.parent, 2 * around.path.stat().st_size),
        (around.backup_folder, max(sizes, default=0)),
        (around.data_folder, 0),
    ):
        if folder.is_dir() and shutil.disk_usage(folder).free < size + _SPARE_BYTES:
            raise no_room(folder)


def no_room(folder: Path) -> FastmapError:
    """Return the refusal to erase where a folder is full: nothing is lost by it, and no copy of the file helps."""
    return FastmapError("erasure_no_room", folder=str(folder))


def clean(around: KeptPlaces, erasure: Erasure, words: ErasedWords, *, at: datetime, number: int) -> Cleaned:
    """Erase in every file beside the assessment and say what is left."""
    removed = _remove_drafts(around) + remove_shown_scans()
    outcomes: dict[Path, _Outcome] = {}
    for home in sorted(around.backup_folder.iterdir()) if around.backup_folder.is_dir() else ():
        is_own = home.name == around.assessment_id
        for backup in _backups_in(home):
            with told_as_fastmap_errors(backup):
                outcomes[backup] = _rewrite(backup, erasure, words, at=at, number=number, is_own=is_own)
    removed += _forget(_remembered(around), words)
    count = Counter(outcomes.values())
    unread = tuple(path for path, outcome in outcomes.items() if outcome is _Outcome.UNREAD)
    left = tuple(path for path in _still_in(around, words) if path not in unread)
    return Cleaned(count[_Outcome.REWRITTEN], removed + count[_Outcome.REMOVED], left, unread)


def _backups_in(home: Path) -> list[Path]:
    if not home.is_dir():
        return []
    try:
        return [backup.path for backup in backups_of(home.parent, home.name)]
    except FastmapError:  # a folder that is none of ours
        return []


def _rewrite(path: Path, erasure: Erasure, words: ErasedWords, *, at: datetime, number: int, is_own: bool) -> _Outcome:
    """Write a backup anew without the person. Raises what the disk says, never what the backup does."""
    with beside(path) as draft:
        shutil.copyfile(path, draft)
        tag = ""
        with closing(sqlite3.connect(draft, isolation_level=None)) as copy:
            try:
                outcome = _erase_in_copy(copy, path, erasure, words, at=at, number=number, is_own=is_own)
                if outcome is _Outcome.REWRITTEN:
                    tag = events.state_tag(copy)
            except sqlite3.DatabaseError as error:
                outcome = _outcome_of(error)
            except FastmapError as error:
                if error.code not in ("erasure_breaks_file", "file_suspicious"):
                    raise
                outcome = _Outcome.UNREAD  # none that we would open, before or after
        if outcome is _Outcome.REMOVED and not is_own:
            return _Outcome.UNREAD  # its owner may still save something from it
        if outcome is _Outcome.REMOVED:
            path.unlink()
        if outcome is not _Outcome.REWRITTEN:
            return outcome
        stem, stamp, *_ = path.name.split(".")
        target = path.with_name(f"{stem}.{stamp}.{tag}.fastmap")
        place_over(draft, target)
    if target != path:
        path.unlink()
    return outcome


def _erase_in_copy(
    copy: sqlite3.Connection,
    path: Path,
    erasure: Erasure,
    words: ErasedWords,
    *,
    at: datetime,
    number: int,
    is_own: bool,
) -> _Outcome:
    distrust(copy)
    schema = schema_of(copy)
    if schema > newest_schema():
        return _Outcome.UNREAD if is_own else _Outcome.NOT_CONCERNED
    if not schema or not _is_whole(copy):
        return _Outcome.REMOVED
    refuse_unknown_schema(copy, path, MIGRATIONS)
    copy.execute("PRAGMA journal_mode = OFF")  # the draft is good as a whole or thrown away
    copy.execute("PRAGMA synchronous = OFF")
    copy.execute("PRAGMA secure_delete = ON")
    copy.execute("PRAGMA foreign_keys = ON")
    migrate(copy)
    mine = erasure if is_own else as_known_there(copy, erasure, words)
    if not is_own and mine.kind is ErasureKind.WORDS and not erasing.concerns(copy, words):
        return _Outcome.NOT_CONCERNED
    with transaction(copy):
        erasing.erase_checked(copy, path, mine, words, at=at, number=number)
        copy.execute("DELETE FROM notes WHERE name = ?", (PENDING,))
    copy.execute("VACUUM")
    return _Outcome.REWRITTEN if _is_whole(copy) else _Outcome.UNREAD


def _is_whole(copy: sqlite3.Connection) -> bool:
    """As `is_sound`, but what the disk says is no damage: a backup goes for its own faults alone."""
    (found,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
    return found == "ok" and copy.execute("PRAGMA foreign_key_check").fetchone() is None


def _outcome_of(error: sqlite3.DatabaseError) -> _Outcome:
    """Return what an error says of the backup. Raises it where it is the disk's."""
    code = primary_code(error)
    if code in _DAMAGE:
        return _Outcome.REMOVED
    if code in _NOT_REWRITTEN or not code:  # no code: Python's own complaint about a text
        return _Outcome.UNREAD
    raise error


def as_known_there(copy: sqlite3.Connection, erasure: Erasure, words: ErasedWords) -> Erasure:
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
    return replace(erasure, kind=ErasureKind.WORDS, key="")


def _remove_drafts(around: KeptPlaces) -> int:
    """Remove unfinished copies and journals set aside: they hold pages as they were. We hold the file, so none is in use."""
    name = escape(around.path.name)
    drafts = [*around.path.parent.glob(f".{name}.*.part*")]
    drafts += (around.backup_folder / around.assessment_id).glob(".*.part*")
    journals = around.path.parent.glob(f"{name}-journal.*.old")
    # Somebody's own file may be called nearly like that.
    found = [path for path in drafts if is_draft(path.name)]
    found += [path for path in journals if _SET_ASIDE.fullmatch(path.name[len(around.path.name) :])]
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
        with told_as_fastmap_errors(path):
            removed += _forget_in(path, words)
    return removed


def _forget_in(path: Path, words: ErasedWords) -> bool:
    """Return whether the whole file went."""
    content = path.read_bytes()
    if not (words.are_in_bytes(content) or words.are_in(_unescaped(content))):
        return False
    if path.suffix not in (".log", ".ini"):
        path.unlink()
        return True
    lines = content.splitlines(keepends=True)
    kept = [line for line in lines if not (words.are_in_bytes(line) or words.are_in(_unescaped(line)))]
    with beside(path) as draft:
        draft.write_bytes(b"".join(kept))
        place_over(draft, path)
    return False


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
