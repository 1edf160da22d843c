"""Opening an assessment file: refuse, lock, check, migrate, back up – in this order – and closing it cleanly.

A file that is refused keeps its bytes. A file that cannot be written, or whose folder cannot, opens read-only.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from fastmap.errors import FastmapError
from fastmap.model.snapshot import Snapshot
from fastmap.store import backups, in_use_note
from fastmap.store.copying import (
    connect_for_reading,
    connect_in_memory,
    distrust,
    keeps_changes_beside,
    read_bytes,
    sqlite_uri,
)
from fastmap.store.copying_in_use import content_in_use
from fastmap.store.database import transaction
from fastmap.store.failures import damaged, told_as_fastmap_errors
from fastmap.store.handles import LOCK_WAIT_S, NOT_HELD, Handle, identity_of, is_open_here, release_handle, take_handle
from fastmap.store.header import HEADER_BYTES, header_bytes, parse_header, read_header
from fastmap.store.in_use_note import InUseNote
from fastmap.store.inspecting import read_inspected, refuse_too_large
from fastmap.store.journals import (
    has_hot_journal,
    journal_identity,
    refuse_linked_journal,
    refuse_strange_journal,
    remove_empty_journal,
)
from fastmap.store.long_names import refuse_long_name
from fastmap.store.migrating import migrate, newest_schema, refuse_unknown_schema, schema_of
from fastmap.store.migrations import MIGRATIONS, Migration


@dataclass(slots=True)
class OpenFile:
    """An open file. Belongs to the thread that opened it, which may lend it to one other (`lent`)."""

    path: Path
    connection: sqlite3.Connection
    read_only: bool
    handle: Handle
    note: InUseNote | None = None
    """What we wrote beside the file, to know it again."""
    backup_problem: FastmapError | None = None
    """Why the backup at opening could not be made; the file is open all the same."""
    _inspected: Snapshot | None = None
    """What was recorded when the file was looked through at opening, until somebody takes it or something changes."""
    _header: bytes = field(default=b"")
    _journal: tuple[int, int] | None = None
    """Device and number of the journal that SQLite holds, as soon as there is one."""
    _closed: bool = False
    _owner: int = field(default_factory=threading.get_ident)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Let the calling thread use the file inside the block; its owner waits meanwhile if it wants something."""
        with self._lock:
            owner, self._owner = self._owner, threading.get_ident()
            try:
                yield
            finally:
                self._owner = owner

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Run the block as one transaction. Nothing is kept if it, or the disk, fails."""
        if self.read_only:
            raise FastmapError("file_read_only", file=self.path.name)
        with self._in_turn(), told_as_fastmap_errors(self.path):
            self._refuse_if_replaced()
            self._inspected = None
            with transaction(self.connection):
                yield self.connection
            self.remember_header()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Run the block on one state of the file."""
        with self._in_turn(), told_as_fastmap_errors(self.path):
            self.connection.execute("BEGIN")
            try:
                yield self.connection
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("COMMIT")

    def rebuild(self) -> None:
        """Write every page anew: none keeps bytes of what is no longer recorded."""
        with self._in_turn(), told_as_fastmap_errors(self.path):
            self._refuse_if_replaced()
            self.connection.execute("VACUUM")
            self.remember_header()

    def take_inspected(self) -> Snapshot | None:
        """Return what inspection found, once: reading it again would cost as much as opening did."""
        with self._lock:
            found, self._inspected = self._inspected, None
        return None if self.read_only else found  # others may have written to a file that we only read

    @property
    def schema_on_disk(self) -> int:
        """The version of the file as it lies there; what is read of an older one was migrated in memory."""
        return parse_header(self._header, self.path).schema

    def remember_header(self) -> None:
        """Take the header as it is now for ours."""
        self._header = header_bytes(self.handle.descriptor)
        if self._journal is None and not self.read_only:
            self._journal = journal_identity(self.path)

    def close(self) -> None:
        """Close the file and leave nothing of ours beside it; what lies beside another that took its name stays."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            if not self.read_only:
                self._clear_up()
            self.connection.close()
            release_handle(self.handle)

    def _clear_up(self) -> None:
        """Remove journal and note. SQLite goes by the name, so it is not let near what may be another's."""
        if not self.is_replaced:
            with suppress(sqlite3.Error):  # what is committed is safe; a journal left is rolled back next time
                self.connection.execute("PRAGMA journal_mode = DELETE")
        elif self._journal is not None:
            remove_empty_journal(self.path, self._journal)
        in_use_note.remove_note(self.path, self.note)

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        with self._lock:
            if threading.get_ident() != self._owner:
                raise sqlite3.ProgrammingError("an open file belongs to the thread that opened it")
            yield

    @property
    def is_replaced(self) -> bool:
        """Whether another file, or none, has the name under which this one was opened."""
        try:
            return identity_of(self.path) != self.handle.identity
        except OSError:
            return True

    def _refuse_if_replaced(self) -> None:
        """Compare the file under our name with the one we opened, as synced folders swap files without asking."""
        if not self.path.exists():
            raise FastmapError("file_gone", file=self.path.name)
        if not self.is_replaced and has_hot_journal(self.path):
            # Our own change, which a failing disk let us neither finish nor take back; the next opening takes it back.
            raise FastmapError("file_io_failed", file=self.path.name)
        if self.is_replaced or header_bytes(self.handle.descriptor) != self._header:
            raise FastmapError("file_replaced", file=self.path.name)


def open_file(
    path: Path,
    *,
    read_only: bool,
    clock: Callable[[], datetime],
    backup_folder: Path,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> OpenFile:
    """Open an assessment file. Raises `FastmapError` for everything that must not be opened, its bytes unchanged."""
    path = Path(os.path.realpath(path))
    with ExitStack() as undo, told_as_fastmap_errors(path):
        _refuse_what_is_no_file(path)
        read_only = read_only or not _can_be_written(path)
        refuse_too_large(path)
        refuse_strange_journal(path)
        refuse_linked_journal(path)
        handle = take_handle(path, for_writing=not read_only)
        undo.callback(release_handle, handle)
        _refuse_newer(parse_header(header_bytes(handle.descriptor), path).schema, migrations, path)
        _refuse_while_open_elsewhere(path, read_only=read_only)
        connection = _connect_read_only(path, handle) if read_only else _connect_and_lock(path)
        undo.callback(connection.close)
        note = None if read_only else in_use_note.write_note(path, clock())
        undo.callback(in_use_note.remove_note, path, note)
        _refuse_unsound(connection, path, migrations)
        if read_only:
            connection = _migrated_in_memory(connection, migrations)
            undo.callback(connection.close)
        inspected = _inspected(connection, path, migrations)
        file = OpenFile(path, connection, read_only, handle, note, _inspected=inspected)
        if not read_only:
            remove_empty_journal(path)
            _keep_journal_truncated(connection, path)
            _migrate_or_back_up(file, migrations, backup_folder, clock())
        file.remember_header()
        undo.pop_all()
        return file


def open_beside(path: Path, *, migrations: Sequence[Migration] = MIGRATIONS) -> OpenFile:
    """Return what is saved in a file that another program has open: read-only, in memory, nothing of it on the disk.

    It is checked like any file. Raises `FastmapError`, also where a change was under way for as long as we waited.
    """
    path = Path(os.path.realpath(path))
    with ExitStack() as undo, told_as_fastmap_errors(path):
        _refuse_what_is_no_file(path)
        refuse_too_large(path)
        identity, content = identity_of(path), content_in_use(path)
        header = content[:HEADER_BYTES]
        _refuse_newer(parse_header(header, path).schema, migrations, path)
        connection = connect_in_memory(content)
        undo.callback(connection.close)
        _refuse_unsound(connection, path, migrations)
        connection = _migrated_in_memory(connection, migrations)
        undo.callback(connection.close)
        inspected = _inspected(connection, path, migrations)
        handle = Handle(identity, NOT_HELD, for_writing=False)
        undo.pop_all()
        return OpenFile(path, connection, True, handle, _inspected=inspected, _header=header)


def _refuse_what_is_no_file(path: Path) -> None:
    refuse_long_name(path)
    try:
        identity = identity_of(path)
    except OSError:
        identity = None
    if identity is None or not is_open_here(identity):
        read_header(path)


def _can_be_written(path: Path) -> bool:
    """Try it: the file must open for writing and its folder must take a new file (the journal)."""
    try:
        if not os.access(path, os.W_OK):
            return False
        with tempfile.TemporaryFile(dir=path.parent):
            return True
    except OSError:
        return False


def _refuse_newer(schema: int, migrations: Sequence[Migration], path: Path) -> None:
    ours = newest_schema(migrations)
    if schema > ours:
        raise FastmapError("file_newer", file=path.name, schema=schema, ours=ours)


def _refuse_while_open_elsewhere(path: Path, *, read_only: bool) -> None:
    note = in_use_note.read_note(path)
    if note is None or note.from_this_computer or (read_only and not has_hot_journal(path)):
        return
    raise FastmapError(
        "file_in_use_elsewhere",
        file=path.name,
        user=note.user,
        host=note.host,
        since=note.since,
        note=in_use_note.note_path(path).name,
    )


def _connect_and_lock(path: Path) -> sqlite3.Connection:
    """Return a connection that holds the file for itself alone until it is closed.

    The lock comes before anything that reads: with EXCLUSIVE, a reader keeps its read lock, and two of them would
    block each other for ever.
    """
    connection = sqlite3.connect(
        sqlite_uri(path, "rw"),
        uri=True,
        isolation_level=None,
        timeout=LOCK_WAIT_S,
        check_same_thread=False,  # `OpenFile` sees to it that there is one at a time
    )
    try:
        distrust(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
    except BaseException:
        connection.close()
        raise
    return connection


def _keep_journal_truncated(connection: sqlite3.Connection, path: Path) -> None:
    """Choose the journal that loses no acknowledged change in a power cut, and make sure that SQLite took it."""
    (mode,) = connection.execute("PRAGMA journal_mode = TRUNCATE").fetchone()
    if mode != "truncate":
        raise FastmapError("file_io_failed", file=path.name)


def _connect_read_only(path: Path, handle: Handle) -> sqlite3.Connection:
    if has_hot_journal(path):
        if not _can_be_written(path):
            raise FastmapError("file_unfinished", file=path.name)
        _connect_and_lock(path).close()  # rolls the unfinished change back, as any opening would
    if keeps_changes_beside(header_bytes(handle.descriptor)):
        return connect_in_memory(read_bytes(handle.descriptor))
    connection = connect_for_reading(path, LOCK_WAIT_S)
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _refuse_unsound(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    """Check what the locked file really holds; its header may have belonged to a change that was rolled back."""
    _refuse_newer(schema_of(connection), migrations, path)
    refuse_unknown_schema(connection, path, migrations)
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":  # quick_check leaves indexes untested
        raise damaged(path)
    if connection.execute("SELECT (SELECT count(*) FROM info), (SELECT count(*) FROM cluster)").fetchone() != (1, 1):
        raise damaged(path)


def _inspected(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> Snapshot:
    """Look through all that is recorded; an older file as it will be, before anything of it is altered."""
    if schema_of(connection) == newest_schema(migrations):
        return read_inspected(connection, path)
    with closing(_migrated_copy(connection, migrations)) as copy:
        return read_inspected(copy, path)


def _migrated_in_memory(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> sqlite3.Connection:
    """Return a file of the newest schema: this one, or a migrated copy that lives in memory only."""
    if schema_of(connection) == newest_schema(migrations):
        return connection
    copy = _migrated_copy(connection, migrations)
    connection.close()
    return copy


def _migrated_copy(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", isolation_level=None)
    distrust(copy)
    connection.backup(copy)
    migrate(copy, migrations)
    return copy


def _migrate_or_back_up(file: OpenFile, migrations: Sequence[Migration], folder: Path, now: datetime) -> None:
    (assessment_id,) = file.connection.execute("SELECT id FROM info").fetchone()
    if schema_of(file.connection) < newest_schema(migrations):
        backups.back_up(file.connection, folder, assessment_id, now)  # without a backup nothing is migrated
        migrate(file.connection, migrations)
        refuse_unknown_schema(file.connection, file.path, migrations)
        return
    try:
        with told_as_fastmap_errors(folder / assessment_id):
            backups.back_up_if_changed(file.connection, folder, assessment_id, now)
    except FastmapError as problem:
        file.backup_problem = FastmapError("backup_failed", folder=str(folder), reason=problem.message)
