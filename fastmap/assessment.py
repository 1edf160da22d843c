"""One assessment file, opened: the façade that command line, window and sample work with.

    with Assessment.open(path) as assessment:
        touched = assessment.apply(SaveMembers(members=members))
        results = run(assessment.snapshot(), catalogue)

Every change is saved when `Assessment.apply` returns; there is nothing else to save. An assessment stays in the thread
that opened it; other threads get a `Snapshot`. Only for a change too large for a window to wait for, another thread
may borrow it: see `Assessment.apply_elsewhere`.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from fastmap import places
from fastmap.changes.base import Change
from fastmap.errors import FastmapError
from fastmap.model.ids import LanguageCode, MemberCode
from fastmap.model.messages import Message
from fastmap.model.organisations import Cluster, Contact, Registration
from fastmap.model.privacy import AnonymousEdition
from fastmap.model.responses import Attachment
from fastmap.model.snapshot import AssessmentInfo, Snapshot
from fastmap.store import backups, editions, events, reading
from fastmap.store.copying import copy_to_new, integrity_problems
from fastmap.store.copying_in_use import copy_file_in_use
from fastmap.store.creating import create_file
from fastmap.store.events import HistoryEntry
from fastmap.store.failures import damaged, told_as_fastmap_errors
from fastmap.store.handles import identity_of
from fastmap.store.migrating import newest_schema, schema_of
from fastmap.store.migrations import MIGRATIONS, Migration
from fastmap.store.opening import OpenFile, open_file
from fastmap.store.reading import StoredAttachment
from fastmap.store.recorder import Recorder, Touched, touched_by
from fastmap.store.records import Records

if TYPE_CHECKING:
    from fastmap.store.salvaging import Salvaged
    from fastmap.store.surroundings import Surroundings

__all__ = ["Assessment", "CheckResult", "HistoryEntry", "StoredAttachment", "Touched", "utc_now"]


def utc_now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """What `fastmap check` tells of a file."""

    path: Path
    schema: int
    newest_schema: int
    """The schema this program writes; a file opened for writing has it."""
    counts: Mapping[str, int]
    """How many ``members``, ``responses``, ``needs``, ``skills``, ``mappings``, ``partners``, ``offers``, ``ties``,
    ``actions``, ``attachments`` and ``events`` (undone ones included)."""
    size_bytes: int
    backups: tuple[Path, ...]
    """Oldest first."""
    read_only: bool
    title: str
    cluster: str
    """Its name."""
    fictional: bool


class Assessment:
    """An open assessment file."""

    def __init__(self, file: OpenFile, clock: Callable[[], datetime], backup_folder: Path) -> None:
        """Wrap an opened file; use `create` or `open`."""
        self._file = file
        self._clock = clock
        self._backup_folder = backup_folder

    # --- opening and closing ------------------------------------------------------------------------------------------

    @classmethod
    def create(
        cls,
        path: Path | str,
        *,
        cluster: Cluster,
        title: str | None = None,
        round_label: str,
        language: str = "en",
        fictional: bool = False,
        round_start: date | None = None,
        round_end: date | None = None,
        clock: Callable[[], datetime] = utc_now,
        backup_folder: Path | None = None,
    ) -> Assessment:
        """Make a new file and open it. ``title`` is the cluster's name if not given. Refuses to overwrite."""
        info = AssessmentInfo(
            id=secrets.token_hex(8),
            title=title or cluster.name,
            round_label=round_label,
            round_start=round_start,
            round_end=round_end,
            language=LanguageCode(language),
            fictional=fictional,
        )
        create_file(Path(path), info, cluster)
        return cls.open(path, clock=clock, backup_folder=backup_folder)

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        read_only: bool = False,
        clock: Callable[[], datetime] = utc_now,
        backup_folder: Path | None = None,
        migrations: Sequence[Migration] = MIGRATIONS,
    ) -> Assessment:
        """Open a file. One that cannot be written opens read-only (see `read_only`).

        Raises `FastmapError` – the file unchanged – if it is missing, empty, a folder, foreign, newer, damaged,
        suspicious or in use.
        """
        folder = places.backup_folder() if backup_folder is None else backup_folder
        file = open_file(Path(path), read_only=read_only, clock=clock, backup_folder=folder, migrations=migrations)
        return cls(file, clock, folder)

    def close(self) -> None:
        """Close the file; one file is left, nothing beside it. Closing twice does no harm."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where the file is, with links resolved."""
        return self._file.path

    @property
    def read_only(self) -> bool:
        """True if nothing can be changed: asked for, or the file or its folder cannot be written."""
        return self._file.read_only

    @property
    def is_replaced(self) -> bool:
        """Whether another file, or none, lies where this one was opened."""
        return self._file.is_replaced

    def surroundings(self) -> Surroundings:
        """Return what is worth knowing of the place where the file lies; looks at names only, but looks at the disk."""
        from fastmap.store.surroundings import look_around

        return look_around(self.path, lacks_locks=self._file.handle.lacks_locks)

    @property
    def backup_problem(self) -> FastmapError | None:
        """Why the backup at opening could not be made, or ``None``. To be shown; the file is open all the same."""
        return self._file.backup_problem

    # --- changing -----------------------------------------------------------------------------------------------------

    def apply(self, change: Change) -> Touched:
        """Make and save a change. It is durable when this returns; a change that alters nothing leaves no trace."""
        with self._file.writing() as connection:
            recorder = Recorder(connection)
            change.apply(Records(recorder))
            if recorder.edits:
                events.record_event(connection, change.name, change.facts(), recorder.edits, self._clock())
            return touched_by(recorder.edits)

    def apply_elsewhere(self, change: Change) -> tuple[Touched, Snapshot]:
        """Make and save a change in the calling thread, whichever it is, and return what is recorded then.

        Meanwhile the thread that opened the file waits wherever it wants something of it.
        """
        with self._file.lent():
            return self.apply(change), self.snapshot()

    def undo(self) -> Touched:
        """Take the last change back; false if there was none."""
        with self._file.writing() as connection:
            return events.undo_last(connection)

    def redo(self) -> Touched:
        """Make the last undone change again; false if there was none."""
        with self._file.writing() as connection:
            return events.redo_next(connection)

    @property
    def can_undo(self) -> Message | None:
        """What `undo` would take back, for a menu ("import forms"), or ``None``."""
        with self._file.reading() as connection:
            return events.next_undo(connection)

    @property
    def can_redo(self) -> Message | None:
        """What `redo` would make again, or ``None``."""
        with self._file.reading() as connection:
            return events.next_redo(connection)

    def record_edit(self, n: int) -> Touched:
        """Save one numbered edit that changes nothing else: `fastmap edit-loop` proves with it that nothing is lost."""
        from fastmap.changes.assessment import RecordEdit

        return self.apply(RecordEdit(n=n))

    def note_catalogue(self, stamp: str) -> None:
        """Note id, version and hash of the catalogue a result was made with. No change of content, so no undo."""
        with self._file.writing() as connection:
            connection.execute(
                "INSERT INTO notes (name, value) VALUES ('catalogue', ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (stamp,),
            )

    def note_anonymous_edition(self, edition: AnonymousEdition) -> None:
        """Note that an anonymous edition was written. No change of content: what was handed out cannot be undone."""
        with self._file.writing() as connection:
            editions.write_edition(connection, edition)

    # --- reading ------------------------------------------------------------------------------------------------------

    def snapshot(self) -> Snapshot:
        """Return everything recorded except contact persons; frozen, for any thread."""
        with self._file.reading() as connection:
            return reading.read_snapshot(connection)

    def anonymous_editions(self) -> tuple[AnonymousEdition, ...]:
        """Return which anonymous editions were written, oldest first."""
        with self._file.reading() as connection:
            return editions.read_editions(connection)

    def contacts(self) -> tuple[Contact, ...]:
        """Return the members' contact persons: personal data."""
        with self._file.reading() as connection:
            return reading.read_contacts(connection)

    def registrations(self) -> tuple[Registration, ...]:
        """Return registration numbers and SME decisions of members: for the confidential annex alone."""
        with self._file.reading() as connection:
            return reading.read_registrations(connection)

    def asked_on(self) -> Mapping[MemberCode, datetime]:
        """Return when it was noted that a member is asked (UTC); members whose status came with the file are left out."""
        with self._file.reading() as connection:
            return events.asked_on(connection)

    def attachments(self) -> tuple[StoredAttachment, ...]:
        """Return which files are kept to be typed in, without their bytes."""
        with self._file.reading() as connection:
            return reading.read_attachments(connection)

    def attachment(self, sha256: str) -> Attachment | None:
        """Return one kept file with its bytes, or ``None``."""
        with self._file.reading() as connection:
            return reading.read_attachment(connection, sha256)

    @property
    def open_files(self) -> frozenset[tuple[int, int]]:
        """Device and number of the file this assessment holds open and of what lies beside it: never open them again.

        On POSIX, closing a file anywhere in this process drops the lock on it.
        """
        beside = (self.path.with_name(self.path.name + end) for end in ("", "-journal", ".in-use"))
        return frozenset({self._file.handle.identity, *(identity_of(path) for path in beside if path.exists())})

    @property
    def known_attachments(self) -> frozenset[str]:
        """The SHA-256 of every kept file, so that an import knows it again."""
        return frozenset(attachment.sha256 for attachment in self.attachments())

    def edits(self) -> tuple[int, ...]:
        """Return the numbers given to `record_edit` that the file holds."""
        with self._file.reading() as connection:
            return reading.read_edits(connection)

    def history(self) -> tuple[HistoryEntry, ...]:
        """Return all changes, oldest first; undone ones last."""
        with self._file.reading() as connection:
            return events.read_history(connection)

    def content_hash(self) -> str:
        """Return the SHA-256 of what was recorded: undoing everything brings the first hash back."""
        with self._file.reading() as connection:
            return reading.content_hash(connection)

    def check(self) -> CheckResult:
        """Test the whole file and say what is inside. Raises `FastmapError` ``file_damaged`` if it is not sound."""
        with self._file.reading() as connection:
            if integrity_problems(connection):
                raise damaged(self.path)
            snapshot = reading.read_snapshot(connection)
            return CheckResult(
                path=self.path,
                schema=schema_of(connection),
                newest_schema=newest_schema(),
                counts=reading.row_counts(connection),
                size_bytes=self.path.stat().st_size,
                backups=tuple(backup.path for backup in backups.backups_of(self._backup_folder, snapshot.info.id)),
                read_only=self.read_only,
                title=snapshot.info.title,
                cluster=snapshot.cluster.name,
                fictional=snapshot.info.fictional,
            )

    # --- copies -------------------------------------------------------------------------------------------------------

    def backup_now(self) -> Path:
        """Write a checked backup to the backup folder and return its path."""
        with told_as_fastmap_errors(self._backup_folder):
            assessment_id = self.snapshot().info.id
            return backups.back_up(self._file.connection, self._backup_folder, assessment_id, self._clock())

    @staticmethod
    def copy_file_in_use(path: Path, target: Path) -> None:
        """Write a checked copy of what is saved in ``path``, which another program may have open; never overwrites."""
        copy_file_in_use(path, target)

    @staticmethod
    def salvage(path: Path, target: Path) -> Salvaged:
        """Write what is left of a damaged file to a new one and say what is missing; ``path`` is only read."""
        from fastmap.store.salvaging import salvage_file

        return salvage_file(path, target)

    def save_copy(self, path: Path | str) -> None:
        """Write a checked copy of the whole file, history included, to ``path``; refuses to overwrite."""
        target = Path(path).absolute()
        with told_as_fastmap_errors(target):
            if not target.parent.is_dir():
                raise FastmapError("folder_missing", file=target.name, folder=str(target.parent))
            copy_to_new(self._file.connection, target)
