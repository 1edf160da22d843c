"""What the window says and offers where a file, or the place where it lies, is not as it should be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.frame import asking
from ui.plain_text import isolated
from ui.session import SaveState

if TYPE_CHECKING:
    from fastmap.errors import FastmapError
    from fastmap.progress import ProgressListener
    from fastmap.store.salvaging import Salvaged
    from fastmap.store.surroundings import Surroundings
    from ui.frame.window import MainWindow

DAMAGED = "file_damaged"
_SAY_WHAT_A_COPY_GETS = frozenset({"file_gone", "file_replaced", "change_over_held"})
"""Codes whose sentences say themselves that the last change was not made and that a copy gets it."""
_TRUE_UNTIL_NEXT_STEP = frozenset({"undo_meets_phones", "change_over_saved"})
"""Codes of refused steps: once another step was taken what they say is true no longer."""


class FileCare(QObject):
    """Belongs to one window; its message bar is where everything is said."""

    def __init__(self, window: MainWindow) -> None:
        """Say nothing yet."""
        super().__init__(window)
        self._window = window
        self._refused: FastmapError | None = None
        """Why a file was not opened, until a way out is offered."""
        self._unsaved_sentence = ""
        """What was said when a change could not be saved, until one can."""
        self._refused_step = ""
        """What was said when a step could not be taken back, until another is taken."""
        window.session.failed.connect(self._remember)
        window.session.save_state_changed.connect(self._look_whether_saved)
        window.session.stepped.connect(self._forget_refused_step)

    def _remember(self, error: FastmapError) -> None:
        self._refused = error

    # --- where a change is not saved ----------------------------------------------------------------------------------

    def tell(self, error: FastmapError) -> None:
        """Say what went wrong and what was kept, and offer a copy where nothing can be saved."""
        session = self._window.session
        sentence = session.texts.say(error.message)
        if not session.is_open or session.save_state is SaveState.SAVED:
            self._refused_step = sentence if error.code in _TRUE_UNTIL_NEXT_STEP else ""
            self._window.message_bar.show_message(sentence, "bad")
            return
        if session.save_state is SaveState.FAILED:
            sentence = f"{sentence} {self._what_a_copy_gets(error)}".strip()
        self._unsaved_sentence = sentence
        self._offer_copy(sentence, "bad")

    def _what_a_copy_gets(self, error: FastmapError) -> str:
        count = len(self._window.session.held)
        if error.code in _SAY_WHAT_A_COPY_GETS:
            # The words of that error speak of one change.
            return self.tr("By now %n change(s) wait for the copy.", "", count) if count > 1 else ""
        words = self.tr("The last change was not made.")
        if not count:
            return words
        gets = self.tr("Save a copy somewhere else: it gets the %n change(s) that could not be saved, too.", "", count)
        return f"{words} {gets}"

    def may_let_go(self) -> bool:
        """Ask what becomes of changes that the file could not take; whether it may be closed then."""
        from ui.frame.unsaved import Leaving, UnsavedQuestion

        session = self._window.session
        question = UnsavedQuestion(session.state.path.name, len(session.held), parent=self._window)
        answer = question.answer()
        if answer is Leaving.COPY:
            return self._window.files.copy_before_leaving()
        return answer is Leaving.WITHOUT

    def say_again(self) -> None:
        """Say once more that changes could not be saved, and offer the copy."""
        if self._unsaved_sentence:
            self._offer_copy(self._unsaved_sentence, "bad")

    def say_with_warning(self, sentence: str) -> bool:
        """Say something while a change is not saved: what was said of that, and the copy, stay beside it.

        ``False``: nothing was said of it in this file, so nothing is in the way.
        """
        if not self._unsaved_sentence:
            return False
        self._offer_copy(f"{sentence} {self._unsaved_sentence}", "bad")
        return True

    def _look_whether_saved(self) -> None:
        """Take away the sentence that nothing can be saved: beside the time of saving it would contradict that."""
        if not self._unsaved_sentence or self._window.session.save_state is not SaveState.SAVED:
            return
        self._take_away(self._unsaved_sentence)
        self._unsaved_sentence = ""

    def _forget_refused_step(self) -> None:
        self._take_away(self._refused_step)
        self._refused_step = ""

    def _take_away(self, sentence: str) -> None:
        if sentence and self._window.message_bar.sentence.text().endswith(sentence):
            self._window.message_bar.dismiss()

    def _offer_copy(self, sentence: str, tone: str) -> None:
        self._window.message_bar.show_message(
            sentence, tone, action=self.tr("Save a copy…"), on_action=self._window.files.ask_where_to_copy
        )

    # --- after opening ------------------------------------------------------------------------------------------------

    def look_after(self, *, is_new_here: bool) -> None:
        """Tell of the file that was just opened: that it is read-only, and what its folder is like.

        That a folder is synced is told only where the file ``is_new_here``: who works there daily knows.
        """
        session = self._window.session
        assessment = session.assessment
        self._tell_of_protection("")
        job = session.pool.start(lambda _: assessment.surroundings())
        job.done.connect(lambda found: self._tell_of_place(found, assessment.path, is_new_here=is_new_here))

    def _tell_of_place(self, found: Surroundings, path: Path, *, is_new_here: bool) -> None:
        from fastmap.tasks.salvaging import notices_of

        session = self._window.session
        if not session.is_open or session.state.path != path:
            return
        is_urgent = bool(found.copies or found.lacks_locks)
        if not (is_urgent or is_new_here):
            return
        words = " ".join(session.texts.say(notice) for notice in notices_of(found, path))
        if words and not self._tell_of_protection(words):
            self._window.say("warn" if is_urgent else "neutral", words)

    def _tell_of_protection(self, more: str) -> bool:
        """Say that nothing can be changed, with the way out beside it; whether that was so."""
        state = self._window.session.state
        if state.can_edit:
            return False
        words = self.tr(
            "{file} is open for reading only: the file or its folder is protected. To change anything, save a copy "
            "where you may write, and go on there."
        ).replace("{file}", isolated(state.path.name))
        self._offer_copy(f"{words} {more}".strip(), "warn")
        return True

    # --- where opening failed -----------------------------------------------------------------------------------------

    def offer_way_out(self, path: Path) -> None:
        """Offer what helps where a file was just refused: a copy of one in use, a salvage of a damaged one."""
        from fastmap.errors import IN_USE

        error, self._refused = self._refused, None
        if error is None:
            return
        sentence = self._window.session.texts.say(error.message)
        if error.code in IN_USE:
            self._window.message_bar.show_message(
                sentence, "warn", action=self.tr("Open a copy…"), on_action=lambda: self._open_copy(path)
            )
        elif error.code == DAMAGED:
            self._window.message_bar.show_message(
                sentence + " " + self.tr("File › Backups… shows those."),
                "bad",
                action=self.tr("Save what is left…"),
                on_action=lambda: self._salvage(path),
            )
        elif error.code == "file_under_password":
            self._window.message_bar.show_message(
                sentence,
                "warn",
                action=self.tr("Open with password…"),
                on_action=lambda: self._ask_for_password(path),
            )

    def _ask_for_password(self, copy: Path) -> None:
        from ui.frame.protected import open_protected_copy

        open_protected_copy(self._window, self._window.session, copy, self._window.open_file)

    def _open_copy(self, path: Path) -> None:
        from fastmap.assessment import Assessment
        from fastmap.errors import FastmapError

        window = self._window
        target = asking.place_to_save(window, self.tr("Save a copy"), asking.beside(path, self.tr("copy")))
        if target is None:
            return
        try:
            Assessment.copy_file_in_use(path, target)
        except FastmapError as error:
            self.tell(error)
        else:
            window.open_file(target)

    def _salvage(self, path: Path) -> None:
        window = self._window
        proposal = asking.beside(path, self.tr("salvaged"))
        target = asking.place_to_save(window, self.tr("Save what is left in a new file"), proposal)
        if target is None:
            return
        window.say("neutral", self.tr("Reading what is left of {file}…").replace("{file}", isolated(path.name)))

        def read(_: ProgressListener) -> Salvaged:
            from fastmap.assessment import Assessment

            return Assessment.salvage(path, target)

        job = window.session.pool.start(read)
        job.failed.connect(window.show_error)
        job.done.connect(lambda salvaged: self._show_salvaged(salvaged, path))

    def _show_salvaged(self, salvaged: Salvaged, path: Path) -> None:
        from fastmap.tasks.salvaging import account_of, names_in
        from ui.frame.salvage_dialog import SalvageDialog

        window = self._window
        window.open_file(salvaged.target)
        session = window.session
        is_there = session.is_open and session.state.path == salvaged.target.resolve()
        names = names_in(session.state.snapshot) if is_there else {}
        sentences = [session.texts.say(one) for one in account_of(salvaged, path, names)]
        whole = [session.texts.say(one) for one in account_of(salvaged, path, names, most=None)]
        dialog = SalvageDialog(sentences, whole, parent=window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
