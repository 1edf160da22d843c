"""What the window does with whole files: asks which, has it made, opened or copied, and says what came of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ui.frame import asking
from ui.frame.sample import SampleMaker
from ui.plain_text import isolated
from ui.session import SaveState
from ui.translating import clock_time

if TYPE_CHECKING:
    from ui.frame.new_dialog import NewAssessment
    from ui.frame.window import MainWindow


class FileDesk(QObject):
    """Belongs to one window. It is there from the start, so its dialogs are imported when somebody asks for one."""

    def __init__(self, window: MainWindow) -> None:
        """Follow the making of the sample."""
        super().__init__(window)
        self._window = window
        self._session = window.session
        self.sample = SampleMaker(window.session, self)
        self.sample.busy_changed.connect(self._show_busy)
        self.sample.kept.connect(self._say_where_sample_is_kept)

    # --- beginning ----------------------------------------------------------------------------------------------------

    def ask_for_new(self) -> None:
        """Let the person begin a new assessment."""
        from fastmap.errors import FastmapError
        from fastmap.tasks.starting import start_assessment
        from ui.frame.new_dialog import NewDialog, countries_in

        language = self._window.look.language
        dialog = NewDialog(countries_in(language), language, asking.documents_folder(), parent=self._window)

        def make(entry: NewAssessment) -> None:
            try:
                start_assessment(entry.path, name=entry.name, country=entry.country, language=entry.language)
            except FastmapError as error:
                dialog.show_error(error, self._session.texts)
                return
            dialog.accept()
            self._window.open_file(entry.path)

        dialog.wanted.connect(make)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_for_round(self) -> None:
        """Let the person start the next round from the file of the last one: the one that is open, or another."""
        from ui.frame.rounds import ask_for_round

        ask_for_round(self._window)

    def open_sample(self) -> None:
        """Open a fresh copy of the sample."""
        self.sample.open()

    def _show_busy(self, is_busy: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._window.start_page.show_busy(self.tr("Opening the sample…") if is_busy else "")

    def _say_where_sample_is_kept(self, path: Path) -> None:
        self._window.recent.remember(path, self._session.state.path)
        words = self.tr("This is a fresh sample. The one you changed is kept as {name}.")
        self._window.say("neutral", words.replace("{name}", isolated(path.name)))

    # --- opening ------------------------------------------------------------------------------------------------------

    def ask_for_file(self) -> None:
        """Let the person choose an assessment to open."""
        folder = self._window.recent.folder() or asking.documents_folder()
        if (path := asking.file_to_open(self._window, folder)) is not None:
            self._window.open_file(path)

    def ask_for_protected(self) -> None:
        """Let the person open a copy under a password, as a new file."""
        from ui.frame.protected import open_protected

        folder = self._session.state.path.parent if self._session.is_open else asking.documents_folder()
        open_protected(self._window, self._session, folder, self._window.open_file)

    # --- keeping ------------------------------------------------------------------------------------------------------

    def say_saved(self) -> None:
        """Answer those who want to save: that is done."""
        if self._session.is_open and self._session.saved_at is not None:
            words = self.tr("Every change is saved as you make it; the last one at {time}.")
            self._window.say("good", words.format(time=clock_time(self._session.saved_at)))

    def ask_where_to_copy(self) -> None:
        """Let the person save a copy of the whole file."""
        if not self._session.is_open:
            return
        is_stuck = self._session.save_state is not SaveState.SAVED
        target = self._copied()
        if target is None:
            return
        if is_stuck:
            # Nothing (more) can be saved where the file is: work goes on in the copy.
            self._window.open_file(target)
        self._say_copied(target)

    def copy_before_leaving(self) -> bool:
        """Let the person save a copy of a file that will be closed then; says whether there is one."""
        target = self._copied()
        if target is None:
            return False
        self._window.recent.remember(target)
        QTimer.singleShot(0, self, lambda: self._say_copied(target))  # once the file is closed, with what it had to say
        return True

    def _copied(self) -> Path | None:
        """Ask for a place and write a copy there; ``None`` if there is none."""
        proposal = asking.beside(self._session.state.path, self.tr("copy"))
        target = asking.place_to_save(self._window, self.tr("Save a copy"), proposal)
        return target if target is not None and self._session.save_copy(target) else None

    def _say_copied(self, target: Path) -> None:
        self._window.say("good", self.tr("A copy was saved: {file}").replace("{file}", isolated(target.name)))

    def back_up_now(self) -> None:
        """Back the open file up."""
        from ui.frame.backups import back_up_now

        back_up_now(self._window)

    def show_backups(self) -> None:
        """Show the backups of the file, or of all files while none is open, and let the person restore one."""
        from ui.frame.backups import show_backups

        show_backups(self._window)

    def show_history(self) -> None:
        """Show what changed in the file, and let the person put things back."""
        from ui.frame.history import show_history

        show_history(self._window)

    # --- reading others -----------------------------------------------------------------------------------------------

    def ask_for_forms_folder(self) -> None:
        """Let the person choose a folder of returned forms, and have the needs page read it."""
        beside = self._session.state.path.parent
        folder = asking.folder_to_read(self._window, self.tr("Import a folder of forms"), beside)
        if folder is not None:
            self._window.workspace.show_page("needs").take_files([folder])
