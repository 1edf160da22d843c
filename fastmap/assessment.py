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
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from fastmap import places
from fastmap.changes.base import Change
from fastmap.errors import FastmapError
from fastmap.model.erasure import Erasure, ErasureRecord
from fastmap.model.ids import LanguageCode, MemberCode
from fastmap.model.messages import Fact, Message
from fastmap.model.organisations import Cluster, Contact, Registration
from fastmap.model.privacy import AnonymousEdition
from fastmap.model.responses import Attachment
from fastmap.model.snapshot import AssessmentInfo, Snapshot
from fastmap.store import backups, card_secret, editions, erasing_file, events, history, person, protecting, reading
from fastmap.store.backing_up import BackupsInWork
from fastmap.store.backup_contents import FileContent, read_content
from fastmap.store.backups import Backup
from fastmap.store.copying import copy_to_new, integrity_problems
from fastmap.store.copying_in_use import copy_file_in_use
from fastmap.store.creating import create_file
from fastmap.store.erasing_elsewhere import Cleaned, KeptPlaces
from fastmap.store.erasing_file import ErasurePreview
from fastmap.store.events import HistoryEntry
from fastmap.store.failures import damaged, told_as_fastmap_errors
from fastmap.store.filling import kept_openable
from fastmap.store.handles import identity_of
from fastmap.store.history import AlteredRow, Subject
from fastmap.store.known_as import words_of
from fastmap.store.last_snapshot import LastSnapshot
from fastmap.store.migrating import newest_schema
from fastmap.store.migrations import MIGRATIONS, Migration
from fastmap.store.opening import OpenFile, open_beside, open_file
from fastmap.store.reading import StoredAttachment
from fastmap.store.recorder import Recorder, Touched, touched_by
from fastmap.store.records import Records
from fastmap.store.tables import TABLES

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
        self.on_backup_problem: Callable[[FastmapError], None] = _ignore
        """Hears of every backup that failed during work, in whatever thread; to be shown. The work goes on."""
        self._backups = BackupsInWork(file, backup_folder, self._tell_backup_problem)
        self._last_read = LastSnapshot()
        self.erasure_problem: FastmapError | None = None
        """Why an erasure that was begun could not be ended at opening, or ``None``. To be shown; the file is open."""
        self.erased_at_opening: Cleaned | None = None
        """What an erasure took that was begun earlier and ended at opening, or ``None``."""
        self.is_beside = False
        """Whether another program has the file open, and this is what was saved in it when it was looked into."""

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
        assessment = cls(file, clock, folder)
        outcome = erasing_file.finish_what_was_begun_here(file, assessment._kept_places)
        if isinstance(outcome, FastmapError):
            assessment.erasure_problem = outcome
        else:
            assessment.erased_at_opening = outcome
        return assessment

    @classmethod
    def look_into(
        cls, path: Path | str, *, clock: Callable[[], datetime] = utc_now, backup_folder: Path | None = None
    ) -> Assessment:
        """Open a file read-only; of one that another program has open, what is saved in it (`is_beside`).

        Raises `FastmapError` as `open` does, but only where this very program has it open, or a change does not end, is
        it in use.
        """
        try:
            return cls.open(path, read_only=True, clock=clock, backup_folder=backup_folder)
        except FastmapError as error:
            if error.code not in ("file_in_use", "file_in_use_by"):
                raise
        assessment = cls(open_beside(Path(path)), clock, backup_folder or places.backup_folder())
        assessment.is_beside = True
        return assessment

    def close(self) -> None:
        """Close the file; one file is left, nothing beside it. Closing twice does no harm."""
        self._backups.finish()
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
        """Make and save a change. It is durable when this returns; a change that alters nothing leaves no trace.

        Before an import, a merge or going back the present state is backed up; the check of that copy goes on aside.
        Raises `FastmapError` ``file_full`` for a change after which the file would be refused, and what the change raises.
        """
        if change.needs_backup():
            self.back_up_aside()
        with self._file.writing() as connection:
            before = self._last_read.marker(connection)
            recorder = Recorder(connection)
            with kept_openable(connection, self.path, recorder.edits):
                change.apply(Records(recorder))
                if recorder.edits:
                    events.record_event(connection, change.name, change.facts(), recorder.edits, self._clock())
            self._last_read.note(connection, before, change.name, recorder.edits)
            return touched_by(recorder.edits)

    def apply_elsewhere(self, change: Change) -> tuple[Touched, Snapshot]:
        """Make and save a change in the calling thread, whichever it is, and return what is recorded then.

        Meanwhile the thread that opened the file waits wherever it wants something of it.
        """
        with self._file.lent():
            return self.apply(change), self.snapshot()

    def work_out_elsewhere(
        self, work_out: Callable[[Snapshot], Change | None], saved: Callable[[], None]
    ) -> tuple[Touched, Snapshot]:
        """Make and save what ``work_out`` makes of what is recorded: no edit of anybody comes in between.

        As `apply_elsewhere`. ``saved`` is called in the same thread as soon as everything is on disk.
        """
        with self._file.lent():
            change = work_out(self.snapshot())
            touched = Touched() if change is None else self.apply(change)
            saved()
            return touched, self.snapshot()

    def undo(self) -> Touched:
        """Take the last change back; false if there was none."""
        with events.told_as_strange_history(self.path), self._file.writing() as connection:
            return events.undo_last(connection)

    def redo(self) -> Touched:
        """Make the last undone change again; false if there was none."""
        with events.told_as_strange_history(self.path), self._file.writing() as connection:
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

    def card_secret(self) -> bytes:
        """Return what code cards of members are worked out from; never in a snapshot. Older files get it when first asked.

        No change of content, so no undo: cards that were printed have to stay good, also in every backup from before.
        """
        found = self._kept_card_secret()
        if found is not None:  # most of the time: asked for again and again while a room is open
            return found
        with self._file.writing() as connection:
            return card_secret.make_secret(connection)

    def renew_cards(self) -> Touched:
        """Make all code cards void that there are: those printed from now on have other codes. Undo passes it by."""
        with self._file.writing() as connection:
            card_secret.renew_secret(connection, self._clock())
        return Touched({"cards": frozenset({"secret"})})

    @property
    def has_card_secret(self) -> bool:
        """Whether `card_secret` only reads: there is one."""
        return self._kept_card_secret() is not None

    def _kept_card_secret(self) -> bytes | None:
        with self._file.reading() as connection:
            return card_secret.read_secret(connection)

    # --- reading ------------------------------------------------------------------------------------------------------

    def snapshot(self) -> Snapshot:
        """Return everything recorded except contact persons; frozen, for any thread."""
        with self._file.reading() as connection:
            return self._last_read.read(connection, self._file.take_inspected())

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

    def subjects_of_history(self) -> Mapping[int, tuple[Subject, ...]]:
        """Return what each change of the history was about, by its sequence."""
        with self._file.reading() as connection:
            return history.read_subjects(connection)

    def names_in_history(self) -> Mapping[Subject, Fact]:
        """Return what the things are called that the history is about, those that are gone too."""
        with self._file.reading() as connection:
            return history.read_names(connection)

    def members_in_history(self) -> Mapping[Subject, str]:
        """Return the code of the member that a thing in the history belongs to."""
        with self._file.reading() as connection:
            return history.read_members(connection)

    def words_in_history(self) -> Mapping[int, str]:
        """Return the values that each change took away or gave, to be searched; nobody's personal data."""
        with self._file.reading() as connection:
            return history.read_words(connection)

    def changed_columns(self, most_rows: int) -> Mapping[int, tuple[tuple[str, str], ...]]:
        """Return which columns each change of few rows altered, by its sequence, with their tables."""
        with self._file.reading() as connection:
            return history.read_changed_columns(connection, most_rows)

    def alterations(self, sequence: int, most: int | None = None) -> tuple[AlteredRow, ...]:
        """Return what one change of the history did, row by row, with the rows as they are now; all, or ``most``."""
        with self._file.reading() as connection:
            return history.read_alterations(connection, sequence, most)

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
                schema=self._file.schema_on_disk,
                newest_schema=newest_schema(),
                counts=reading.row_counts(connection),
                size_bytes=self.path.stat().st_size,
                backups=tuple(backup.path for backup in backups.backups_of(self._backup_folder, snapshot.info.id)),
                read_only=self.read_only,
                title=snapshot.info.title,
                cluster=snapshot.cluster.name,
                fictional=snapshot.info.fictional,
            )

    # --- erasing ------------------------------------------------------------------------------------------------------

    def preview_erasure(self, erasure: Erasure, *, placeholder: str) -> ErasurePreview:
        """Return what an erasure would take; nothing is changed."""
        return erasing_file.preview(self._file, self._kept_places, erasure, placeholder=placeholder)

    def words_of(self, erasure: Erasure) -> tuple[str, ...]:
        """Return the names, addresses and numbers under which the file knows whoever an erasure is about."""
        with self._file.reading() as connection:
            return words_of(connection, erasure)

    def erase(self, erasure: Erasure, *, placeholder: str) -> Cleaned:
        """Erase for good, in the file, its history, its backups and what else this computer keeps; never to be undone.

        Raises `FastmapError`; unless its code is ``erasure_unfinished`` nothing was erased then.
        """
        self._backups.finish()  # one that is being made would come back with the person in it
        return erasing_file.erase(self._file, self._kept_places, erasure, placeholder=placeholder, at=self._clock())

    def lent(self) -> AbstractContextManager[None]:
        """Let the calling thread use the file inside the block; see `apply_elsewhere`."""
        return self._file.lent()

    @staticmethod
    def everything_touched() -> Touched:
        """Return what an erasure may have altered: any text of any kind of thing."""
        return Touched({table.kind: frozenset() for table in TABLES.values()})

    def pending_erasure(self) -> ErasurePreview | None:
        """Return what `finish_erasing` would take, or ``None`` if no erasure waits to be finished."""
        return erasing_file.pending(self._file, self._kept_places)

    def finish_erasing(self) -> Cleaned:
        """Go on with an erasure that was begun, wherever; nothing to go on with changes nothing."""
        self._backups.finish()
        cleaned = erasing_file.finish(self._file, self._kept_places)
        self.erasure_problem = None
        return cleaned

    def erasures(self) -> tuple[ErasureRecord, ...]:
        """Return what was erased when and why, oldest first; never who."""
        with self._file.reading() as connection:
            return erasing_file.records(connection)

    def history_about(self, code: MemberCode) -> tuple[HistoryEntry, ...]:
        """Return the changes that touched a member, its contact person or its answers, oldest first."""
        with self._file.reading() as connection:
            return person.history_about(connection, code)

    def places_of(self, words: Sequence[str]) -> person.Places:
        """Return where else in the file, and in which backups, names or addresses stand."""
        around = self._kept_places
        with self._file.reading() as connection:
            return person.places_of(connection, words, around)

    @property
    def _kept_places(self) -> KeptPlaces:
        with self._file.reading() as connection:
            (assessment_id,) = connection.execute("SELECT id FROM info").fetchone()
        return KeptPlaces(
            path=self.path,
            assessment_id=assessment_id,
            backup_folder=self._backup_folder,
            data_folder=places.user_data_folder(),
            settings=places.settings_file(),
        )

    # --- copies -------------------------------------------------------------------------------------------------------

    def backups(self) -> tuple[Backup, ...]:
        """Return the backups of this assessment on this computer, oldest first, the one being made among them."""
        self._backups.finish()
        with self._file.reading() as connection:
            (assessment_id,) = connection.execute("SELECT id FROM info").fetchone()
        return tuple(backups.backups_of(self._backup_folder, assessment_id))

    def content(self) -> FileContent:
        """Return what the file holds, in figures: to be compared with a backup's."""
        with self._file.reading() as connection:
            return read_content(connection)

    @property
    def state_tag(self) -> str:
        """A short text that differs whenever the content may differ; a backup of this state has the same."""
        with self._file.reading() as connection:
            return events.state_tag(connection)

    def back_up_aside(self) -> None:
        """Back up the present state before much comes in, unless it is; the check of the copy goes on aside.

        Nothing fails by it: what does is told to `on_backup_problem`.
        """
        if not self.read_only:
            self._backups.begin(self._clock())

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

    def save_protected_copy(self, path: Path | str, password: str) -> None:
        """Write the whole file to ``path``, encrypted under ``password``; refuses to overwrite."""
        with self._file.reading() as connection:
            protecting.write_protected(connection, Path(path).absolute(), password)

    @staticmethod
    def refuse_unprotected(path: Path | str) -> None:
        """Raise `FastmapError` for a file that is missing or under no password, before anybody types one."""
        protecting.refuse_unprotected(Path(path).absolute())

    @staticmethod
    def refuse_place_for_copy(target: Path | str) -> None:
        """Raise `FastmapError` for a name that is taken or a folder that is missing, before anybody types a password."""
        protecting.refuse_place(Path(target).absolute())

    @staticmethod
    def open_protected_copy(path: Path | str, target: Path | str, password: str) -> None:
        """Write what a protected copy holds to ``target``, a new file like any other."""
        protecting.open_protected(Path(path).absolute(), Path(target).absolute(), password)

    def _tell_backup_problem(self, problem: FastmapError) -> None:
        self.on_backup_problem(problem)


def _ignore(_: FastmapError) -> None:
    """Let a failed backup pass where nobody asked to hear of it."""
