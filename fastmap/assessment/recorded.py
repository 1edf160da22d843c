"""What can be read of an open assessment file, without changing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from fastmap import places
from fastmap.assessment.checking import CheckResult, check_file
from fastmap.errors import FastmapError
from fastmap.model.erasure import Erasure, ErasureRecord
from fastmap.model.ids import MemberCode
from fastmap.model.messages import Fact, Message
from fastmap.model.organisations import Contact, Registration
from fastmap.model.privacy import AnonymousEdition
from fastmap.model.responses import Attachment
from fastmap.model.snapshot import Snapshot
from fastmap.store import editions, erasing_file, events, history, person, reading
from fastmap.store.backup_contents import FileContent, read_content
from fastmap.store.erasing_elsewhere import KeptPlaces
from fastmap.store.events import HistoryEntry
from fastmap.store.handles import identity_of
from fastmap.store.history import AlteredRow, Subject
from fastmap.store.in_use_note import note_path
from fastmap.store.journals import journal_of
from fastmap.store.known_as import words_of
from fastmap.store.last_snapshot import LastSnapshot
from fastmap.store.opening import OpenFile
from fastmap.store.reading import StoredAttachment

if TYPE_CHECKING:
    from fastmap.store.surroundings import Surroundings


class Recorded:
    """An open assessment file, as far as it is read: what it is, what it holds, and what became of it."""

    def __init__(self, file: OpenFile, backup_folder: Path) -> None:
        """Look into an opened file; its backups lie in ``backup_folder``."""
        self._file = file
        self._backup_folder = backup_folder
        self._last_read = LastSnapshot()

    # --- the file itself ----------------------------------------------------------------------------------------------

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

    @property
    def open_files(self) -> frozenset[tuple[int, int]]:
        """Device and number of the file this assessment holds open and of what lies beside it: never open them again.

        On POSIX, closing a file anywhere in this process drops the lock on it.
        """
        beside = (self.path, journal_of(self.path), note_path(self.path))
        return frozenset({self._file.handle.identity, *(identity_of(path) for path in beside if path.exists())})

    @property
    def state_tag(self) -> str:
        """A short text that differs whenever the content may differ; a backup of this state has the same."""
        with self._file.reading() as connection:
            return events.state_tag(connection)

    def check(self) -> CheckResult:
        """Test the whole file and say what is inside. Raises `FastmapError` ``file_damaged`` if it is not sound."""
        return check_file(self._file, self._backup_folder)

    # --- what was recorded --------------------------------------------------------------------------------------------

    def snapshot(self) -> Snapshot:
        """Return everything recorded except contact persons; frozen, for any thread."""
        with self._file.reading() as connection:
            return self._last_read.read(connection, self._file.take_inspected())

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
    def known_attachments(self) -> frozenset[str]:
        """The SHA-256 of every kept file, so that an import knows it again."""
        return frozenset(attachment.sha256 for attachment in self.attachments())

    def edits(self) -> tuple[int, ...]:
        """Return the numbers given to `record_edit` that the file holds."""
        with self._file.reading() as connection:
            return reading.read_edits(connection)

    def content(self) -> FileContent:
        """Return what the file holds, in figures: to be compared with a backup's."""
        with self._file.reading() as connection:
            return read_content(connection)

    def content_hash(self) -> str:
        """Return the SHA-256 of what was recorded: undoing everything brings the first hash back."""
        with self._file.reading() as connection:
            return reading.content_hash(connection)

    # --- what became of it --------------------------------------------------------------------------------------------

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

    def history(self) -> tuple[HistoryEntry, ...]:
        """Return all changes, oldest first; undone ones last."""
        with self._file.reading() as connection:
            return events.read_history(connection)

    def history_about(self, code: MemberCode) -> tuple[HistoryEntry, ...]:
        """Return the changes that touched a member, its contact person or its answers, oldest first."""
        with self._file.reading() as connection:
            return person.history_about(connection, code)

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

    def anonymous_editions(self) -> tuple[AnonymousEdition, ...]:
        """Return which anonymous editions were written, oldest first."""
        with self._file.reading() as connection:
            return editions.read_editions(connection)

    def erasures(self) -> tuple[ErasureRecord, ...]:
        """Return what was erased when and why, oldest first; never who."""
        with self._file.reading() as connection:
            return erasing_file.records(connection)

    # --- where somebody is named --------------------------------------------------------------------------------------

    def words_of(self, erasure: Erasure) -> tuple[str, ...]:
        """Return the names, addresses and numbers under which the file knows whoever an erasure is about."""
        with self._file.reading() as connection:
            return words_of(connection, erasure)

    def places_of(self, words: Sequence[str]) -> person.Places:
        """Return where else in the file, and in which backups, names or addresses stand."""
        around = self._kept_places
        with self._file.reading() as connection:
            return person.places_of(connection, words, around)

    @property
    def _kept_places(self) -> KeptPlaces:
        return KeptPlaces(
            path=self.path,
            assessment_id=self._assessment_id,
            backup_folder=self._backup_folder,
            data_folder=places.user_data_folder(),
            settings=places.settings_file(),
        )

    @property
    def _assessment_id(self) -> str:
        with self._file.reading() as connection:
            return str(connection.execute("SELECT id FROM info").fetchone()[0])
