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

from PySide6.QtCore import QObject, Qt, Signal

from ui.session_aside import AsideEdits
from ui.session_held import NOT_SAVED, HeldEdits
from ui.session_results import ResultsWork
from ui.work import Pool

if TYPE_CHECKING:
    from fastmap.assessment import Assessment, Touched
    from fastmap.catalogue.definitions import Catalogue
    from fastmap.changes.base import Change
    from fastmap.errors import FastmapError
    from fastmap.model.messages import Message
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
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
    finishing = Signal()
    """The file is about to be copied or closed: the last moment for an edit that is still in a field."""
    closing = Signal()
    """The file is about to be closed, and everything that was typed has been handed over."""
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
    _backup_failed = Signal(object)
    """Sent from the thread that makes backups."""

    def __init__(self, parent: QObject | None = None, *, recompute_after_ms: int = RECOMPUTE_AFTER_MS) -> None:
        """Begin with nothing open. Without a ``parent`` keep it as long as jobs run: Qt deletes those with it."""
        super().__init__(parent)
        self.pool = Pool(self)
        self.language = "en"
        self.save_state = SaveState.SAVED
        self.saved_at: datetime | None = None
        self._assessment: Assessment | None = None
        self._state: SessionState | None = None
        self.edits = 0
        """How many edits were made: whoever works aside learns by it whether others edited meanwhile."""
        self.held = HeldEdits()
        """Edits that the file could not take: a copy gets them, or the file itself once it can be written again."""
        self.before_letting_go: Callable[[], bool] = lambda: False
        """Asked before a file is closed while edits are held; whether they may be let go, or are in a copy by now."""
        self.aside = AsideEdits(self)
        """Large edits, in a thread of their own."""
        self._results_work = ResultsWork(self.pool, self._basis, recompute_after_ms, parent=self)
        self._results_work.ready.connect(self._take_results)
        self._results_work.failed.connect(self.failed)
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

    def has_open(self, path: Path) -> bool:
        """Whether ``path`` is the file that is open, and no other has taken its place since."""
        known = self._assessment
        return known is not None and known.path == path.absolute().resolve() and not known.is_replaced

    def open(self, path: Path, *, read_only: bool = False) -> bool:
        """Open an assessment in place of the present one; on failure that one stays open. Says whether it went well."""
        from fastmap.errors import FastmapError

        if self.has_open(path):
            return True
        try:
            assessment, snapshot = _read(path, read_only=read_only)
        except FastmapError as error:
            self.failed.emit(error)
            return False
        if not self.close():
            assessment.close()
            return False
        self._take(assessment, snapshot)
        self._tell_of_opening(assessment)
        # Not at once: what working out results imports would keep the first page from being painted.
        self._results_work.begin_later()
        return True

    def _take(self, assessment: Assessment, snapshot: Snapshot) -> None:
        from fastmap.catalogue.reading import load_catalogue

        self.held.forget()
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

    def _tell_of_opening(self, assessment: Assessment) -> None:
        self._note_saved(SaveState.READ_ONLY if assessment.read_only else SaveState.SAVED)
        self.opened.emit()
        for problem in (assessment.backup_problem, assessment.erasure_problem):
            if problem is not None:
                self.failed.emit(problem)
        if assessment.erased_at_opening is not None:
            self.erased.emit(assessment.erased_at_opening)

    def save_copy(self, path: Path) -> bool:
        """Write a copy of the whole file, with all edits that could not be saved; says whether it went well.

        The present file stays open.
        """
        self.finishing.emit()
        return self._try(lambda assessment: self._copy(assessment, path)) is not None

    def _copy(self, assessment: Assessment, path: Path) -> None:
        for problem in self.held.copy(assessment, path):
            self.failed.emit(problem)

    def close(self) -> bool:
        """Close the file, if one is open; says whether it is closed.

        Everything in it is saved already; only while it could not take edits, ``before_letting_go`` is asked first.
        """
        if self._assessment is None:
            return True
        self.finishing.emit()
        if self.held and not self.before_letting_go():
            return False
        self.closing.emit()
        # Nothing that was begun for this file may end in the next one.
        self._results_work.stop()
        self.pool.abandon_all()
        assessment, self._assessment, self._state = self._assessment, None, None
        self.held.forget()
        assessment.close()
        self.closed.emit()
        return True

    # --- editing ------------------------------------------------------------------------------------------------------

    def apply(self, change: Change) -> Touched | None:
        """Make and save one edit, after those that are held. ``None`` if it failed (then ``failed`` was emitted).

        Then nothing was changed, and an edit that the file could not take is held. One that was worked out without those
        held, and would take them back, is refused: whoever typed it has to see them first.
        """
        if not self.held:
            return self._edit(lambda assessment: assessment.apply(change), change)
        if self.held.would_lose_to(self.assessment, change):
            self.refuse_over_held()
            return None
        self.held.add(change)
        return self.save_held()

    def refuse_over_held(self) -> None:
        """Say that an edit was not made since it would take back one that is held; save those, if the file can take them."""
        from fastmap.errors import FastmapError

        self.save_held()
        code = "change_over_held" if self.held else "change_over_saved"
        self.failed.emit(FastmapError(code, file=self.assessment.path.name))

    def save_held(self) -> Touched | None:
        """Save, in their order, the edits that the file could not take; return what the last of them touched.

        ``None``: that one could not be saved. What the file still cannot take stays held.
        """
        from fastmap.errors import FastmapError

        touched, edits = None, self.edits
        while (change := self.held.take_first()) is not None:
            try:
                touched = self.assessment.apply(change)
            except FastmapError as error:
                touched = None
                if error.code in NOT_SAVED:
                    self.held.put_back(change)
                    self.tell_failure(error)
                    return None
                self.failed.emit(error)  # what it is about is gone meanwhile: no file could take it
            else:
                self.take_edit(touched)
        if self.edits > edits:
            self._note_saved(SaveState.SAVED)  # also where the last of them was one that no file could take
        return touched

    def renew_cards(self) -> Touched | None:
        """Make new codes for all cards; undo passes it by."""
        return self._edit(lambda assessment: assessment.renew_cards())

    def undo(self) -> Touched | None:
        """Take the last edit back, also one that was held until now; nothing while what was held cannot be saved."""
        return self._step(lambda assessment: assessment.undo())

    def redo(self) -> Touched | None:
        """Make the edit taken back last again; nothing while what was held cannot be saved."""
        return self._step(lambda assessment: assessment.redo())

    def _step(self, step: Callable[[Assessment], Touched]) -> Touched | None:
        """Step through the history once everything is in it: else the step is one edit too far."""
        if self.held:
            self.save_held()
        return None if self.held else self._edit(step)

    @property
    def undo_message(self) -> Message | None:
        """What `undo` would take back, or ``None``."""
        return self._assessment.can_undo if self._assessment is not None and self.state.can_edit else None

    @property
    def redo_message(self) -> Message | None:
        """What `redo` would make again, or ``None``."""
        return self._assessment.can_redo if self._assessment is not None and self.state.can_edit else None

    def _edit(self, edit: Callable[[Assessment], Touched], change: Change | None = None) -> Touched | None:
        touched = self._try(edit, change)
        if touched is None:
            return None
        self.take_edit(touched)
        if touched:
            self.stepped.emit()
        self.save_held()  # the file can be written
        return touched

    def take_edit(self, touched: Touched, snapshot: Snapshot | None = None) -> None:
        """Show an edit that is in the file now; ``snapshot``: the state after it, where that is known."""
        self.edits += 1
        self._note_saved(SaveState.FAILED if self.held else SaveState.SAVED)
        if touched:
            self._state = replace(
                self.state, snapshot=snapshot or self.assessment.snapshot(), results_are_current=False
            )
            self.touched.emit(touched)
            self._results_work.begin_later()

    def _try(self, step: Callable[[Assessment], Touched | None], change: Change | None = None) -> Touched | None:
        from fastmap.assessment import Touched
        from fastmap.errors import FastmapError

        if self._assessment is None:
            # A field that loses the keyboard while its page goes.
            return None
        try:
            return step(self.assessment) or Touched()
        except FastmapError as error:
            self.tell_failure(error, change)
            return None

    def tell_failure(self, error: FastmapError, change: Change | None = None) -> None:
        """Tell that something failed; a ``change`` that the file could not take is held."""
        if error.code in NOT_SAVED:
            self.held.note_problem(error)
            if change is not None:
                self.held.add(change)
            self._note_saved(SaveState.FAILED)
        self.failed.emit(error)

    def _note_saved(self, state: SaveState) -> None:
        if state is SaveState.SAVED:
            self.saved_at = datetime.now().astimezone()
        self.save_state = state
        self.save_state_changed.emit()

    # --- results ------------------------------------------------------------------------------------------------------

    def _basis(self) -> tuple[Snapshot, Catalogue]:
        return self.state.snapshot, self.state.catalogue

    def _take_results(self, snapshot: Snapshot, results: Results) -> None:
        # Not `results.snapshot`: references that the catalogue lacks are gone from that one, which makes it another.
        if self._state is not None and snapshot is self._state.snapshot:
            self._state = replace(self._state, results=results, results_are_current=True)
            self.results_ready.emit(results)


def _read(path: Path, *, read_only: bool) -> tuple[Assessment, Snapshot]:
    """Open a file and read it; where that fails it is not left open: it would stay locked as long as the window lives."""
    from fastmap.assessment import Assessment

    assessment = Assessment.open(path, read_only=read_only)
    try:
        return assessment, assessment.snapshot()
    except BaseException:
        assessment.close()
        raise
