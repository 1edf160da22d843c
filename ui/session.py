"""The open assessment, in the thread of the window: every edit goes through here, and everybody hears of it from here.

Undo and redo are the file's own (decision 0080): they survive a restart and cover imports. Results are worked out again
after every change, in a thread of their own, from a snapshot; late results of an older run are dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ui.work import Job, Pool

if TYPE_CHECKING:
    from fastmap.assessment import Assessment, Touched
    from fastmap.catalogue.definitions import Catalogue
    from fastmap.changes.base import Change
    from fastmap.errors import FastmapError
    from fastmap.model.erasure import Erasure
    from fastmap.model.messages import Message
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
    from fastmap.progress import ProgressListener
    from fastmap.store.erasing_elsewhere import Cleaned
    from fastmap.store.salvaging import Salvaged
    from fastmap.tasks.new_round import RoundStarted
    from fastmap.texts import Texts

RECOMPUTE_AFTER_MS = 150
"""So long after the last edit the results are worked out again."""


class SaveState(Enum):
    """What the bar says about the file."""

    SAVED = auto()
    READ_ONLY = auto()
    FAILED = auto()


@dataclass(frozen=True, kw_only=True)
class SessionState:
    """Everything a page may show, at one moment."""

    path: Path
    snapshot: Snapshot
    results: Results | None
    """``None`` until the first results are there."""
    results_are_current: bool
    """False while newer results are being worked out: show the old ones, or say that figures follow."""
    texts: Texts
    """Catalogue words in the language of the screen."""
    catalogue: Catalogue
    can_edit: bool


class Session(QObject):
    """Owns the open `Assessment`. At most one is open."""

    opened = Signal()
    closing = Signal()
    """The file is about to be closed: the last moment for an edit that is still in a field."""
    closed = Signal()
    touched = Signal(object)
    """The `Touched` of an edit, undo or redo; `state` is already the new one."""
    stepped = Signal()
    """A person's edit, undo or redo went well; what phones sent meanwhile is none."""
    results_ready = Signal(object)
    """The `Results` of the present snapshot; `state` has them."""
    save_state_changed = Signal()
    failed = Signal(object)
    """The `FastmapError` of an edit or of opening; nothing was changed."""
    erasing = Signal()
    """Somebody is about to be erased for good; ``erased`` follows, or ``failed``."""
    erased = Signal(object)
    """The `Cleaned` of an erasure: whatever remembers names in memory has to forget them, or would write them again."""
    sample_kept = Signal(object)
    """Where the sample with the person's earlier edits lies now that a fresh one was opened."""
    _backup_failed = Signal(object)
    """Sent from the thread that makes backups."""
    busy_changed = Signal(bool)
    """Whether a file is being opened or made."""

    def __init__(self, parent: QObject | None = None, *, recompute_after_ms: int = RECOMPUTE_AFTER_MS) -> None:
        """Begin with nothing open. Without a ``parent`` keep it as long as jobs run: Qt deletes those with it."""
        super().__init__(parent)
        self.pool = Pool(self)
        self.language = "en"
        self.save_state = SaveState.SAVED
        self.saved_at: datetime | None = None
        self._assessment: Assessment | None = None
        self._state: SessionState | None = None
        self._running: Job | None = None
        self._making_sample: Job | None = None
        self._edits = 0
        self._refused: Change | None = None
        """The last edit, if it could not be saved: a copy gets it."""
        self._timer = QTimer(self, singleShot=True, interval=recompute_after_ms)
        self._timer.timeout.connect(self._work_out_results)
        self._backup_failed.connect(self.failed, Qt.ConnectionType.QueuedConnection)

    # --- what is open -------------------------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether an assessment is open."""
        return self._assessment is not None

    @property
    def state(self) -> SessionState:
        """What pages show. Only while something is open."""
        assert self._state is not None  # see `is_open`
        return self._state

    @property
    def assessment(self) -> Assessment:
        """The open file, for reading what a snapshot lacks (contacts, attachments, history). Edits go to `apply`."""
        assert self._assessment is not None  # see `is_open`
        return self._assessment

    @property
    def texts(self) -> Texts:
        """Catalogue words in the language of the screen; also while nothing is open (error messages)."""
        from fastmap.catalogue.texts import load_texts

        return load_texts(self.language)

    def set_language(self, code: str) -> None:
        """Show catalogue words in another language."""
        self.language = code
        if self._state is not None:
            self._state = replace(self._state, texts=self.texts)

    # --- opening and closing ------------------------------------------------------------------------------------------

    def open(self, path: Path, *, read_only: bool = False) -> bool:
        """Open an assessment in place of the present one; on failure that one stays open. Says whether it went well."""
        from fastmap.assessment import Assessment
        from fastmap.catalogue.reading import load_catalogue
        from fastmap.errors import FastmapError

        known = self._assessment
        if known is not None and known.path == path.absolute().resolve() and not known.is_replaced:
            return True
        try:
            assessment = Assessment.open(path, read_only=read_only)
        except FastmapError as error:
            self.failed.emit(error)
            return False
        try:
            snapshot = assessment.snapshot()
        except FastmapError as error:
            assessment.close()  # or it would stay locked for as long as the window lives
            self.failed.emit(error)
            return False
        if not self.close():
            assessment.close()
            return False
        self._refused = None
        if self._making_sample is not None:
            self._making_sample.abandon()
        self._assessment = assessment
        assessment.on_backup_problem = self._backup_failed.emit
        self._state = SessionState(
            path=assessment.path,
            snapshot=snapshot,
            results=None,
            results_are_current=False,
            texts=self.texts,
            catalogue=load_catalogue(),
            can_edit=not assessment.read_only,
        )
        self._note_saved(SaveState.READ_ONLY if assessment.read_only else SaveState.SAVED)
        self.opened.emit()
        if assessment.backup_problem is not None:
            self.failed.emit(assessment.backup_problem)
        if assessment.erasure_problem is not None:
            self.failed.emit(assessment.erasure_problem)
        if assessment.erased_at_opening is not None:
            self.erased.emit(assessment.erased_at_opening)
        # Not at once: what working out results imports would keep the first page from being painted.
        self._timer.start()
        return True

    def create(
        self, path: Path, *, name: str, country: str, language: str, nuts: str | None = None, round_label: str = ""
    ) -> bool:
        """Make a new assessment file and open it; says whether it went well."""
        from fastmap.errors import FastmapError
        from fastmap.tasks.starting import start_assessment

        try:
            start_assessment(
                path, name=name, country=country, nuts=nuts, language=language, round_label=round_label or None
            )
        except FastmapError as error:
            self.failed.emit(error)
            return False
        return self.open(path)

    def start_round(self, old: Path, path: Path, round_label: str) -> Job:
        """Make the file of the round after the one in ``old``; the job's outcome is a `RoundStarted`.

        ``old`` may be the open file. Opening the new one is left to whoever asked.
        """
        known = self._assessment
        is_open = known is not None and known.path == old.absolute().resolve() and not known.is_replaced
        held = (known.snapshot(), known.contacts(), known.registrations()) if known is not None and is_open else None
        today = datetime.now().astimezone().date()

        def make(_: ProgressListener) -> RoundStarted:
            from fastmap.tasks.new_round import start_new_round, start_round_from_file

            if held is None:
                return start_round_from_file(old, path, round_label=round_label, today=today)
            snapshot, contacts, numbers = held
            return start_new_round(
                snapshot, contacts, path, file=old.name, round_label=round_label, today=today, registrations=numbers
            )

        return self.pool.start(make)

    def open_sample(self, path: Path | None = None) -> None:
        """Open a fresh copy of the sample; announced by ``opened`` or ``failed``, and by ``sample_kept``."""
        target = path or sample_file()
        if self._assessment is not None and self._assessment.path == target.absolute().resolve():
            self.close()

        def make(_: ProgressListener) -> Path | None:
            from fastmap.tasks.sample import fresh_sample

            return fresh_sample(target)

        self.busy_changed.emit(True)
        job = self.pool.start(make)
        self._making_sample = job
        job.done.connect(lambda kept: self._open_sample(target, kept))
        job.failed.connect(self.failed)
        job.finished.connect(self._sample_made)

    def _sample_made(self) -> None:
        self._making_sample = None
        self.busy_changed.emit(False)

    def _open_sample(self, path: Path, kept: Path | None) -> None:
        if self.open(path) and kept is not None:
            self.sample_kept.emit(kept)

    def save_copy(self, path: Path) -> bool:
        """Write a copy of the whole file, with the edit that could not be saved; says whether it went well.

        The present file stays open.
        """
        return self._try(lambda assessment: self._copy(assessment, path)) is not None

    def _copy(self, assessment: Assessment, path: Path) -> None:
        assessment.save_copy(path)
        if self._refused is not None:
            with type(assessment).open(path) as copy:
                copy.apply(self._refused)

    def copy_file_in_use(self, path: Path, target: Path) -> bool:
        """Write a copy of a file that another program has open; says whether it went well."""
        from fastmap.assessment import Assessment
        from fastmap.errors import FastmapError

        try:
            Assessment.copy_file_in_use(path, target)
        except FastmapError as error:
            self.failed.emit(error)
            return False
        return True

    def salvage(self, path: Path, target: Path) -> Job:
        """Write what is left of a damaged file to a new one; the job's outcome is a `Salvaged`."""

        def read(_: ProgressListener) -> Salvaged:
            from fastmap.assessment import Assessment

            return Assessment.salvage(path, target)

        return self.pool.start(read)

    def close(self) -> bool:
        """Close the file, if one is open; everything in it is saved already.

        ``False``: it stays open, because an edit that was still in a field could not be saved (``failed`` said why).
        Asked again, it closes.
        """
        if self._assessment is None:
            return True
        refused = self._refused
        self.closing.emit()
        if self._refused is not refused:
            return False
        self._timer.stop()
        # Nothing that was begun for this file may end in the next one.
        self.pool.abandon_all()
        self._running = None
        assessment, self._assessment, self._state = self._assessment, None, None
        assessment.close()
        self.closed.emit()
        return True

    # --- editing ------------------------------------------------------------------------------------------------------

    def apply(self, change: Change) -> Touched | None:
        """Make and save one edit. ``None`` if it failed (then ``failed`` was emitted and nothing was changed)."""
        return self._edit(lambda assessment: assessment.apply(change), change)

    def apply_aside(self, change: Change) -> Job:
        """Make and save one large edit in a thread of its own, without a moment's standstill of the window.

        ``touched`` comes before the job's ``done`` (its outcome is a `Touched`); on failure ``failed`` of the session
        and of the job. Not to be cancelled: once begun, the edit is made whole or not at all.
        """
        assessment, edits = self.assessment, self._edits
        job = self.pool.start(lambda _: assessment.apply_elsewhere(change))
        job.done.connect(lambda outcome: self._take_aside(assessment, edits, *outcome))
        job.failed.connect(lambda error: self._fail_aside(assessment, change, error))
        return job

    def work_out_aside(
        self, work_out: Callable[[Snapshot], Change | None], saved: Callable[[], None], ended: Callable[[], None]
    ) -> Job:
        """As `apply_aside`, with a change that is worked out in that thread from what is recorded when its turn comes.

        ``saved`` and then ``ended`` are called in that thread: once it is on disk, and in any case at the end.
        """
        assessment, edits = self.assessment, self._edits
        made: list[Change | None] = []

        def noted(snapshot: Snapshot) -> Change | None:
            made.append(work_out(snapshot))
            return made[0]

        def work(_: ProgressListener) -> tuple[Touched, Snapshot]:
            try:
                return assessment.work_out_elsewhere(noted, saved)
            finally:
                ended()

        job = self.pool.start(work)
        job.done.connect(lambda outcome: self._take_aside(assessment, edits, *outcome))
        job.failed.connect(lambda error: self._fail_aside(assessment, made[0] if made else None, error))
        return job

    def erase(self, erasure: Erasure) -> Job:
        """Erase somebody for good, in a thread of its own; the job's outcome is a `Cleaned`. Not to be cancelled.

        ``touched`` comes before the job's ``done``, and names everything: any text may have changed.
        """
        from fastmap.tasks.erasing import carry_out_elsewhere

        return self._erase_aside(lambda assessment: carry_out_elsewhere(assessment, erasure))

    def finish_erasing(self) -> Job:
        """Finish an erasure that was begun, in a thread of its own; as `erase`."""
        from fastmap.tasks.erasing import finish_elsewhere

        return self._erase_aside(finish_elsewhere)

    def _erase_aside(self, work: Callable[[Assessment], Cleaned]) -> Job:
        assessment = self.assessment
        self.erasing.emit()
        job = self.pool.start(lambda _: work(assessment))
        job.done.connect(lambda cleaned: self._show_erasure(assessment, cleaned))
        job.failed.connect(lambda error: self._fail(error) if self._assessment is assessment else None)
        return job

    def _show_erasure(self, assessment: Assessment, cleaned: Cleaned) -> None:
        self.erased.emit(cleaned)
        if self._assessment is not assessment:
            return
        self._edits += 1
        self._refused = None
        self._note_saved(SaveState.SAVED)
        self._show_edit(assessment.everything_touched(), assessment.snapshot())

    def _fail_aside(self, assessment: Assessment, change: Change | None, error: FastmapError) -> None:
        if self._assessment is assessment:
            self._fail(error, change)

    def renew_cards(self) -> Touched | None:
        """Make new codes for all cards; undo passes it by."""
        return self._edit(lambda assessment: assessment.renew_cards())

    def undo(self) -> Touched | None:
        """Take the last edit back."""
        return self._edit(lambda assessment: assessment.undo())

    def redo(self) -> Touched | None:
        """Make the edit taken back last again."""
        return self._edit(lambda assessment: assessment.redo())

    @property
    def undo_message(self) -> Message | None:
        """What `undo` would take back, or ``None``."""
        return self._assessment.can_undo if self._assessment is not None and self.state.can_edit else None

    @property
    def redo_message(self) -> Message | None:
        """What `redo` would make again, or ``None``."""
        return self._assessment.can_redo if self._assessment is not None and self.state.can_edit else None

    @property
    def holds_refused(self) -> bool:
        """Whether an edit that could not be saved waits to go into a copy."""
        return self._refused is not None

    def _edit(self, edit: Callable[[Assessment], Touched], change: Change | None = None) -> Touched | None:
        touched = self._try(edit, change)
        if touched is None:
            return None
        self._edits += 1
        self._refused = None
        self._note_saved(SaveState.SAVED)
        if touched:
            self._show_edit(touched, self.assessment.snapshot())
            self.stepped.emit()
        return touched

    def _take_aside(self, assessment: Assessment, edits: int, touched: Touched, snapshot: Snapshot) -> None:
        if self._assessment is not assessment:
            return
        self._note_saved(SaveState.SAVED)
        is_latest, self._edits = edits == self._edits, self._edits + 1
        if touched:
            # Whoever edited meanwhile made a state of which that thread did not know.
            self._show_edit(touched, snapshot if is_latest else assessment.snapshot())

    def _show_edit(self, touched: Touched, snapshot: Snapshot) -> None:
        self._state = replace(self.state, snapshot=snapshot, results_are_current=False)
        self.touched.emit(touched)
        self._timer.start()

    def _try(self, step: Callable[[Assessment], Touched | None], change: Change | None = None) -> Touched | None:
        from fastmap.assessment import Touched
        from fastmap.errors import FastmapError

        if self._assessment is None:
            # A field that loses the keyboard while its page goes.
            return None
        try:
            return step(self.assessment) or Touched()
        except FastmapError as error:
            self._fail(error, change)
            return None

    def _fail(self, error: FastmapError, change: Change | None = None) -> None:
        """Tell that something failed; the ``change`` that could not be saved is kept for a copy."""
        if error.code in _NOT_SAVED:
            self._refused = change or self._refused
            self._note_saved(SaveState.FAILED)
        self.failed.emit(error)

    def _note_saved(self, state: SaveState) -> None:
        if state is SaveState.SAVED:
            self.saved_at = datetime.now().astimezone()
        self.save_state = state
        self.save_state_changed.emit()

    # --- results ------------------------------------------------------------------------------------------------------

    def _work_out_results(self) -> None:
        if self._running is not None:
            self._running.cancel()
        snapshot, catalogue = self.state.snapshot, self.state.catalogue

        def work(progress: ProgressListener) -> Results:
            from fastmap.pipeline import run

            return run(snapshot, catalogue, progress)

        job = self.pool.start(work)
        self._running = job
        job.done.connect(lambda results: self._take_results(job, snapshot, results))
        job.failed.connect(self._report)

    def _take_results(self, job: Job, snapshot: Snapshot, results: Results) -> None:
        # Not `results.snapshot`: references that the catalogue lacks are gone from that one, which makes it another.
        if job is not self._running or self._state is None or snapshot is not self._state.snapshot:
            return
        self._running = None
        self._state = replace(self._state, results=results, results_are_current=True)
        self.results_ready.emit(results)

    def _report(self, error: FastmapError) -> None:
        self.failed.emit(error)


_NOT_SAVED = frozenset(
    {
        "disk_full",
        "file_io_failed",
        "file_not_writable",
        "file_replaced",
        "file_gone",
        "file_in_use",
        "file_in_use_by",
        "file_damaged",
        "file_without_locks",
    }
)
"""Errors after which the last edit is not in the file, and the bar must say so."""


def sample_file() -> Path:
    """Return where this computer's copy of the sample lies."""
    from fastmap.places import user_data_folder

    return user_data_folder() / "sample.fastmap"
