"""The open assessment: what changes a file, erases from it and copies it.

Every change is saved when `Assessment.apply` returns; there is nothing else to save. An assessment stays in the thread
that opened it; other threads get a `Snapshot`. Only for a change too large for a window to wait for, another thread
may borrow it: see `Assessment.apply_elsewhere`.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from fastmap import places
from fastmap.assessment.recorded import Recorded
from fastmap.changes.base import Change
from fastmap.errors import FastmapError
from fastmap.model.erasure import Erasure
from fastmap.model.ids import LanguageCode
from fastmap.model.organisations import Cluster
from fastmap.model.privacy import AnonymousEdition
from fastmap.model.snapshot import AssessmentInfo, Snapshot
from fastmap.store import backups, card_secret, editions, erasing_file, events, protecting
from fastmap.store.backing_up import BackupsInWork
from fastmap.store.backup_turns import turn_at_backups
from fastmap.store.backups import Backup
from fastmap.store.copying import copy_to_new
from fastmap.store.copying_in_use import copy_file_in_use
from fastmap.store.creating import create_file
from fastmap.store.erasing_elsewhere import Cleaned
from fastmap.store.erasing_file import ErasurePreview
from fastmap.store.failures import told_as_fastmap_errors
from fastmap.store.filling import kept_openable
from fastmap.store.migrations import MIGRATIONS, Migration
from fastmap.store.opening import OpenFile, open_beside, open_file
from fastmap.store.placing import refuse_place
from fastmap.store.recorder import Recorder, Touched, touched_by
from fastmap.store.records import Records
from fastmap.store.superseding import takes_back
from fastmap.store.tables import TABLES

if TYPE_CHECKING:
    from fastmap.store.salvaging import Salvaged


def utc_now() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


class Assessment(Recorded):
    """An open assessment file that can be changed, erased from and copied."""

    def __init__(self, file: OpenFile, clock: Callable[[], datetime], backup_folder: Path) -> None:
        """Wrap an opened file; use `create` or `open`."""
        super().__init__(file, backup_folder)
        self._clock = clock
        self.on_backup_problem: Callable[[FastmapError], None] = _ignore
        """Hears of every backup that failed during work, in whatever thread; to be shown. The work goes on."""
        self._backups = BackupsInWork(file, backup_folder, self._tell_backup_problem)
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

    def takes_back(self, waiting: Sequence[Change], change: Change) -> bool:
        """Say whether ``change`` would take back what changes alter that wait to be made; nothing is changed."""
        with self._file.reading() as connection:
            return takes_back(connection, [one.apply for one in waiting], change.apply)

    def lent(self) -> AbstractContextManager[None]:
        """Let the calling thread use the file inside the block; see `apply_elsewhere`."""
        return self._file.lent()

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

    # --- erasing ------------------------------------------------------------------------------------------------------

    def preview_erasure(self, erasure: Erasure, *, placeholder: str) -> ErasurePreview:
        """Return what an erasure would take; nothing is changed."""
        return erasing_file.preview(self._file, self._kept_places, erasure, placeholder=placeholder)

    def erase(self, erasure: Erasure, *, placeholder: str) -> Cleaned:
        """Erase for good, in the file, its history, its backups and what else this computer keeps; never to be undone.

        Raises `FastmapError`; its code says how far it came, see `erasing_file.erase`.
        """
        self._backups.finish()  # one that is being made would come back with the person in it
        return erasing_file.erase(self._file, self._kept_places, erasure, placeholder=placeholder, at=self._clock())

    @staticmethod
    def everything_touched() -> Touched:
        """Return what an erasure may have altered: any text of any kind of thing."""
        return Touched({table.kind: frozenset() for table in TABLES.values()})

    def pending_erasure(self) -> ErasurePreview | None:
        """Return what `finish_erasing` would take, or ``None`` if no erasure waits to be finished."""
        return erasing_file.pending(self._file, self._kept_places)

    @staticmethod
    def may_finish_erasing(path: Path | str) -> bool:
        """Say whether opening ``path`` may go on with an erasure that was begun: it takes as long as all backups do."""
        return erasing_file.may_wait_in(Path(path), places.user_data_folder())

    def finish_erasing(self) -> Cleaned:
        """Go on with an erasure that was begun, wherever; nothing to go on with changes nothing."""
        self._backups.finish()
        cleaned = erasing_file.finish(self._file, self._kept_places)
        self.erasure_problem = None
        return cleaned

    # --- copies -------------------------------------------------------------------------------------------------------

    def backups(self) -> tuple[Backup, ...]:
        """Return the backups of this assessment on this computer, oldest first, the one being made among them."""
        self._backups.finish()
        return tuple(backups.backups_of(self._backup_folder, self._assessment_id))

    def back_up_aside(self) -> None:
        """Back up the present state before much comes in, unless it is; the check of the copy goes on aside.

        Nothing fails by it: what does is told to `on_backup_problem`.
        """
        if not self.read_only:
            self._backups.begin(self._clock())

    def backup_now(self) -> Path:
        """Write a checked backup to the backup folder and return its path.

        Of a file that another program has open it is what is saved by now: what was read at first may hold somebody who
        was erased since.
        """
        with told_as_fastmap_errors(self._backup_folder):
            if self.is_beside:
                return self._backup_beside()
            return backups.back_up(self._file.connection, self._backup_folder, self._assessment_id, self._clock())

    def _backup_beside(self) -> Path:
        with turn_at_backups(self._backup_folder, self._assessment_id):
            now = open_beside(self.path)
            try:
                with now.reading() as connection:
                    (assessment_id,) = connection.execute("SELECT id FROM info").fetchone()
                    return backups.back_up(connection, self._backup_folder, str(assessment_id), self._clock())
            finally:
                now.close()

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
        refuse_place(Path(target).absolute())

    @staticmethod
    def open_protected_copy(path: Path | str, target: Path | str, password: str) -> None:
        """Write what a protected copy holds to ``target``, a new file like any other."""
        protecting.open_protected(Path(path).absolute(), Path(target).absolute(), password)

    def _tell_backup_problem(self, problem: FastmapError) -> None:
        self.on_backup_problem(problem)


def _ignore(_: FastmapError) -> None:
    """Let a failed backup pass where nobody asked to hear of it."""
