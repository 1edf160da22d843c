"""The main window: start page or open assessment, menus, and what the person is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ui.frame import asking
from ui.frame.menu_bar import MenuBar
from ui.frame.start_page import StartPage
from ui.pages.registry import Step
from ui.session import SaveState, Session
from ui.settings import Settings
from ui.theme.theme import ZOOMS, Mode, Theme
from ui.translating import ScreenLanguage, clock_time

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from fastmap.errors import FastmapError
    from fastmap.store.erasing_elsewhere import Cleaned
    from ui.frame.file_care import FileCare
    from ui.frame.menus import Menus
    from ui.frame.new_dialog import NewAssessment
    from ui.frame.preparing import Preparer
    from ui.frame.top_bar import TopBar
    from ui.frame.workshop import WorkshopDesk
    from ui.frame.workspace import Workspace
    from ui.widgets.message_bar import MessageBar

_CLOSING_WAIT_S = 3.0
_TITLE_BAR = 36
_SAY_WHAT_A_COPY_GETS = frozenset({"file_gone", "file_replaced"})
"""Codes whose sentences say themselves that the last change was not made and that a copy gets it."""

_TRUE_UNTIL_NEXT_STEP = frozenset({"undo_meets_phones"})
"""Codes of refused steps: once another step was taken what they say is true no longer."""


class MainWindow(QMainWindow):
    """Holds the session and everything around it."""

    first_painted = Signal()
    """The window is on the screen; heavy things may begin."""

    def __init__(
        self, settings: Settings, theme: Theme, language: ScreenLanguage, session: Session, steps: tuple[Step, ...]
    ) -> None:
        """Begin at the start page."""
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAcceptDrops(True)
        self.settings = settings
        self.theme = theme
        self.language = language
        self.session = session
        session.setParent(self)
        self._steps = steps
        self._painted = False
        self._unsaved_sentence = ""
        self._refused_step = ""
        """What the message bar said when a change could not be saved, until one can."""
        self._workspace: Workspace | None = None
        self._recent_before: tuple[Path, ...] = ()
        """Recent files as they were when an erasure began."""
        self._preparer: Preparer | None = None
        self._top_bar: TopBar | None = None
        self._message_bar: MessageBar | None = None
        self._workshop: WorkshopDesk | None = None
        self._file_care: FileCare | None = None
        self._menu_bar = MenuBar(self)
        self._menus: Menus | None = None
        central = QWidget(self)
        self._column = QVBoxLayout(central)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._stack = QStackedWidget(central)
        self._column.addWidget(self._stack, 1)
        self.start_page = StartPage(parent=self)
        self._stack.addWidget(self.start_page)
        self.setCentralWidget(central)
        self._connect()
        self.start_page.show_recent(self._recent_files())
        self._show_title()
        self.first_painted.connect(lambda: self.menus)
        # Below the title bar a laptop's screen has less room than its size says.
        room = self.screen().availableGeometry().height() - _TITLE_BAR
        self.resize(1366, min(768, max(room, self.minimumHeight())))
        self.setMinimumSize(760, 480)
        if (place := settings.geometry) is not None:
            self.restoreGeometry(place)

    # --- parts made when first needed ---------------------------------------------------------------------------------

    @property
    def menus(self) -> Menus:
        """The menus with all actions; filled after the first paint, or when first asked for."""
        if self._menus is None:
            from ui.frame.menus import Menus

            self._menus = Menus(self._menu_bar, self._steps)
            self._connect_menus(self._menus)
            self._menus.show_recent(self._recent_files())
            self._menus.show_open(False)
            self._menus.show_look(self.theme.mode, self.language.code)
        return self._menus

    @property
    def workspace(self) -> Workspace:
        """Steps and pages; made when the first assessment is opened."""
        if self._workspace is None:
            from ui.frame.focus_keeper import FocusKeeper
            from ui.frame.preparing import Preparer
            from ui.frame.undo_keys import UndoKeys
            from ui.frame.workspace import Workspace

            self._workspace = Workspace(self.session, self._steps, parent=self._stack)
            FocusKeeper(self.top_bar, self._workspace)
            UndoKeys(self._workspace)
            self._preparer = Preparer(self.session, self._workspace, self._steps)
            self._workspace.say.connect(self.say)
            self._workspace.middle.insertWidget(0, self.top_bar)
            self._workspace.middle.addWidget(self.message_bar)
            self._stack.addWidget(self._workspace)
        return self._workspace

    @property
    def top_bar(self) -> TopBar:
        """Cluster, save state, undo, redo, language, theme."""
        if self._top_bar is None:
            from ui.frame.top_bar import TopBar

            self._top_bar = TopBar(self.menus["undo"], self.menus["redo"], self.menus["present"], parent=self)
            self._top_bar.language_chosen.connect(self.switch_language)
            self._top_bar.theme_chosen.connect(self.switch_theme)
            self._top_bar.show_language(self.language.code)
        return self._top_bar

    @property
    def message_bar(self) -> MessageBar:
        """Where the person is told what happened."""
        if self._message_bar is None:
            from ui.widgets.message_bar import MessageBar

            self._message_bar = MessageBar(parent=self)
            self._message_bar.closing.set_words(self.tr("Close message"))
            # Below the page: above it, each message would move every button away from under the mouse.
            self._column.addWidget(self._message_bar)
        return self._message_bar

    @property
    def workshop(self) -> WorkshopDesk:
        """The workshop: phones, votes, what the projector shows."""
        if self._workshop is None:
            from ui.frame.workshop import WorkshopDesk

            self._workshop = WorkshopDesk(self)
        return self._workshop

    def hold_preparing(self, *, is_held: bool) -> None:
        """Make no page ahead while phones are served, or go on with it."""
        if self._preparer is not None:
            self._preparer.hold(is_held=is_held)

    @property
    def file_care(self) -> FileCare:
        """What is said and offered where a file is not as it should be."""
        if self._file_care is None:
            from ui.frame.file_care import FileCare

            self._file_care = FileCare(self)
        return self._file_care

    # --- what the person is told --------------------------------------------------------------------------------------

    def say(self, tone: str, sentence: str) -> None:
        """Show a sentence below the page."""
        self.message_bar.show_message(sentence, tone)

    def show_error(self, error: FastmapError) -> None:
        """Say what went wrong and what was kept, and offer a way out where there is one."""
        sentence = self.session.texts.say(error.message)
        if self.session.is_open and self.session.save_state is not SaveState.SAVED:
            if self.session.save_state is SaveState.FAILED and error.code not in _SAY_WHAT_A_COPY_GETS:
                sentence += " " + self.tr("The last change was not made.")
                if self.session.holds_refused:
                    sentence += " " + self.tr("Save a copy somewhere else: it gets that change, too.")
            self._unsaved_sentence = sentence
            self.message_bar.show_message(
                sentence, "bad", action=self.tr("Save a copy…"), on_action=self.ask_where_to_copy
            )
        else:
            self._refused_step = sentence if error.code in _TRUE_UNTIL_NEXT_STEP else ""
            self.message_bar.show_message(sentence, "bad")

    def _forget_refused_step(self) -> None:
        """Take away why a step could not be taken back: another one was, and it is true no longer."""
        if self._refused_step and self.message_bar.sentence.text() == self._refused_step:
            self.message_bar.dismiss()
        self._refused_step = ""

    def _say_saved(self) -> None:
        if self.session.is_open and self.session.saved_at is not None:
            time = clock_time(self.session.saved_at)
            self.say("good", self.tr("Every change is saved as you make it; the last one at {time}.").format(time=time))

    def _about(self) -> None:
        import platform

        from PySide6.QtCore import qVersion
        from PySide6.QtWidgets import QMessageBox

        import fastmap

        box = QMessageBox(self)
        box.setObjectName("about")
        box.setWindowTitle(self.tr("About fastmap"))
        box.setText(f"fastmap {fastmap.__version__}")
        paragraphs = (
            self.tr("Maps the skills needs of a cluster's members, offline, on one's own computer."),
            self.tr("Free software under the EUPL 1.2. Letters: Inter (SIL OFL). Icons: Phosphor (MIT)."),
            self.tr(
                "Window: Qt {qt} (LGPL 3). Reports: Typst (Apache 2.0). Regions: NUTS of Eurostat. Python {python}."
            ),
            self.session.texts.term("vocabulary.attribution"),
        )
        words = "\n\n".join(paragraphs)
        box.setInformativeText(words.replace("{qt}", qVersion()).replace("{python}", platform.python_version()))
        box.open()

    # --- files --------------------------------------------------------------------------------------------------------

    def open_file(self, path: Path) -> None:
        """Open an assessment; where that fails the person is told, and what was open stays open."""
        self.message_bar.dismiss()
        care = self.file_care  # it hears why the file is refused
        if self.session.open(path):
            self.settings.remember(self.session.state.path)
            self._show_recent()
        else:
            care.offer_way_out(path)

    def _open_personal(self) -> None:
        from ui.pages.members import MembersPage

        page = self.workspace.show_page("members")
        if isinstance(page, MembersPage):
            page.personal.open()

    def ask_for_protected(self) -> None:
        """Let the person open a copy under a password, as a new file."""
        from ui.frame.protected import open_protected

        folder = self.session.state.path.parent if self.session.is_open else asking.documents_folder()
        open_protected(self, self.session, folder, self.open_file)

    def ask_for_password_of(self, copy: Path) -> None:
        """Let the person open one copy under a password that was taken for an ordinary file."""
        from ui.frame.protected import open_protected_copy

        open_protected_copy(self, self.session, copy, self.open_file)

    def open_sample(self) -> None:
        """Open a fresh copy of the sample."""
        self.session.open_sample()

    def ask_for_new(self) -> None:
        """Let the person begin a new assessment."""
        from ui.frame.new_dialog import NewDialog, countries_in

        dialog = NewDialog(countries_in(self.language.code), self.language.code, asking.documents_folder(), parent=self)

        def make(entry: NewAssessment) -> None:
            self.session.failed.disconnect(self.show_error)
            complain = self.session.failed.connect(lambda error: dialog.show_error(error, self.session.texts))
            try:
                made = self.session.create(entry.path, name=entry.name, country=entry.country, language=entry.language)
            finally:
                self.session.failed.disconnect(complain)
                self.session.failed.connect(self.show_error)
            if made:
                dialog.accept()

        dialog.wanted.connect(make)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_for_round(self) -> None:
        """Let the person start the next round from the file of the last one: the one that is open, or another."""
        from ui.frame.rounds import ask_for_round

        ask_for_round(self)

    def ask_for_file(self) -> None:
        """Let the person choose an assessment to open."""
        recent = self.settings.recent
        folder = recent[0].parent if recent else asking.documents_folder()
        if (path := asking.file_to_open(self, folder)) is not None:
            self.open_file(path)

    def ask_where_to_copy(self) -> None:
        """Let the person save a copy of the whole file."""
        from ui.frame.file_care import beside

        proposal = beside(self.session.state.path, self.tr("copy"))
        target = asking.place_to_save(self, self.tr("Save a copy"), proposal)
        is_stuck = self.session.save_state is not SaveState.SAVED
        if target is None or not self.session.save_copy(target):
            return
        if is_stuck:
            # Nothing (more) can be saved where the file is: work goes on in the copy.
            self.open_file(target)
        self.say("good", self.tr("A copy was saved: {file}").format(file=target.name))

    def show_history(self) -> None:
        """Show what changed in the file, and let the person put things back."""
        from ui.frame.history import show_history

        show_history(self)

    def _back_up_now(self) -> None:
        from ui.frame.backups import back_up_now

        back_up_now(self)

    def show_backups(self) -> None:
        """Show the backups of the file, or of all files while none is open, and let the person restore one."""
        from ui.frame.backups import show_backups

        show_backups(self)

    # --- look ---------------------------------------------------------------------------------------------------------

    def switch_theme(self, mode: str) -> None:
        """Use another theme from now on."""
        self.theme.set_mode(Mode(mode))
        self.settings.theme = mode
        self.menus.show_look(self.theme.mode, self.language.code)

    def switch_language(self, code: str) -> None:
        """Show everything in another language from now on."""
        self.session.set_language(code)
        self.language.switch(code)
        self.settings.language = code
        self.retranslate()
        self.menus.show_look(self.theme.mode, self.language.code)
        if self._top_bar is not None:
            self._top_bar.show_language(self.language.code)

    def retranslate(self) -> None:
        """Set every text of the frame. Called, not left to `changeEvent`: handling that in Python costs at the start."""
        self.menus.retranslate()
        self.start_page.retranslate()
        if self._message_bar is not None:
            self._message_bar.dismiss()
            self._message_bar.closing.set_words(self.tr("Close message"))
        self._show_undo()

    def zoom_by(self, steps: int) -> None:
        """Make everything larger or smaller by so many steps; 0 is back to 100 %."""
        nearest = min(range(len(ZOOMS)), key=lambda place: abs(ZOOMS[place] - self.theme.zoom))
        place = min(max(nearest + steps, 0), len(ZOOMS) - 1) if steps else 0
        self.theme.set_zoom(ZOOMS[place])
        self.settings.zoom = self.theme.zoom

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note when the window is on the screen for the first time."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files that someone here can take."""
        if self._taker_of(_paths_of(event)) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open an assessment, or give files to the page that takes them."""
        paths = _paths_of(event)
        event.acceptProposedAction()
        taker = self._taker_of(paths)
        if taker == "":
            self.open_file(paths[0])
        elif taker is not None:
            self.workspace.show_page(taker).take_files(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is under way, close the file, remember the window's place."""
        if not self.session.close():
            event.ignore()
            return
        self.session.pool.cancel_all(wait_s=_CLOSING_WAIT_S)
        self.settings.geometry = self.saveGeometry()
        self.settings.save()
        super().closeEvent(event)

    def _taker_of(self, paths: list[Path]) -> str | None:
        """Return who takes the files: "" the window itself, a step's key, or ``None``."""
        if len(paths) == 1 and paths[0].suffix.lower() in (asking.SUFFIX, ".age"):
            return ""
        if not paths or not self.session.is_open:
            return None
        suffixes = {"" if path.is_dir() else path.suffix.lower() for path in paths}
        pages = [self.workspace.page] if self.workspace.page is not None else []
        takers = [(page.key, page.takes) for page in pages]
        takers += [(step.key, self.workspace.page_class(step).takes) for step in self._steps]
        return next((key for key, takes in takers if suffixes <= takes), None)

    # --- connecting ---------------------------------------------------------------------------------------------------

    def _connect_menus(self, menus: Menus) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        session = self.session
        QShortcut(QKeySequence("Ctrl+S"), self, self._say_saved)
        menus["new"].triggered.connect(self.ask_for_new)
        menus["new_round"].triggered.connect(self.ask_for_round)
        menus["compare"].triggered.connect(lambda: self.workspace.show_page("diagnosis").ask_for_files())
        menus["personal"].triggered.connect(self._open_personal)
        menus["open_protected"].triggered.connect(self.ask_for_protected)
        menus["open"].triggered.connect(self.ask_for_file)
        menus["sample"].triggered.connect(self.open_sample)
        menus["copy_file"].triggered.connect(self.ask_where_to_copy)
        menus["back_up"].triggered.connect(self._back_up_now)
        menus["backups"].triggered.connect(self.show_backups)
        menus["history"].triggered.connect(self.show_history)
        menus["import"].triggered.connect(self._import_forms)
        menus["import_folder"].triggered.connect(self._import_folder)
        menus["report"].triggered.connect(lambda: self._go_to("report"))
        menus["find"].triggered.connect(self._find)
        menus["close"].triggered.connect(session.close)
        menus["start"].triggered.connect(session.close)
        menus["quit"].triggered.connect(self.close)
        menus["undo"].triggered.connect(session.undo)
        menus["redo"].triggered.connect(session.redo)
        menus["larger"].triggered.connect(lambda: self.zoom_by(1))
        menus["smaller"].triggered.connect(lambda: self.zoom_by(-1))
        menus["normal"].triggered.connect(lambda: self.zoom_by(0))
        menus["full_screen"].toggled.connect(self._show_full_screen)
        menus["back"].triggered.connect(lambda: self.workspace.step_beside(-1))
        menus["forward"].triggered.connect(lambda: self.workspace.step_beside(1))
        menus["help"].triggered.connect(self._toggle_help)
        menus["about"].triggered.connect(self._about)
        menus["present"].triggered.connect(self._present)
        menus["meeting"].triggered.connect(self._show_meeting)
        menus["votes"].triggered.connect(self._show_votes)
        menus["phones"].triggered.connect(self._show_phones)
        menus["kiosk"].triggered.connect(self._begin_kiosk)
        menus["cards"].triggered.connect(self._print_cards)
        menus["new_cards"].triggered.connect(self._make_new_cards)
        menus.step_wanted.connect(self._go_to)
        menus.recent_wanted.connect(self._open_recent)
        menus.theme_wanted.connect(self.switch_theme)
        menus.language_wanted.connect(self.switch_language)

    def _connect(self) -> None:
        session, start = self.session, self.start_page
        start.new_wanted.connect(self.ask_for_new)
        start.round_wanted.connect(self.ask_for_round)
        start.open_wanted.connect(self.ask_for_file)
        start.sample_wanted.connect(self.open_sample)
        start.recent_wanted.connect(self._open_recent)
        start.forget_wanted.connect(self._forget)
        session.opened.connect(self._after_opening)
        session.closing.connect(self._finish_typing)
        session.closed.connect(self._after_closing)
        session.touched.connect(self._after_touch)
        session.stepped.connect(self._forget_refused_step)
        session.save_state_changed.connect(self._show_saved)
        session.failed.connect(self.show_error)
        session.busy_changed.connect(self._show_busy)
        session.sample_kept.connect(self._say_where_sample_is_kept)
        session.erasing.connect(self._note_recent)
        session.erased.connect(self._forget_erased)

    def _present(self) -> None:
        self._finish_typing()
        self.workshop.present()

    def _show_meeting(self) -> None:
        self.workshop.show_meeting()

    def _show_votes(self) -> None:
        self.workshop.show_votes()

    def _begin_kiosk(self) -> None:
        self.workshop.begin_kiosk()

    def _print_cards(self) -> None:
        self.workshop.print_cards()

    def _make_new_cards(self) -> None:
        self.workshop.make_new_cards()

    def _show_phones(self) -> None:
        self.workshop.show_phones()

    def _toggle_help(self) -> None:
        if self.session.is_open:
            self.workspace.toggle_help()
        else:
            self.start_page.toggle_help()

    def _import_folder(self) -> None:
        folder = asking.folder_to_read(self, self.tr("Import a folder of forms"), self.session.state.path.parent)
        if folder is not None:
            self.workspace.show_page("needs").take_files([folder])

    def _import_forms(self) -> None:
        self.workspace.show_page("needs").ask_for_files()

    def _find(self) -> None:
        from ui.widgets.fields import SearchField

        page = self.workspace.page
        fields = page.findChildren(SearchField) if page is not None else []
        if (field := next((field for field in fields if field.isVisible()), None)) is not None:
            field.setFocus()
            field.selectAll()

    def _go_to(self, key: str) -> None:
        self.workspace.show_page(key).focus_first()

    def _open_recent(self, path: str) -> None:
        self.open_file(Path(path))

    def _forget(self, path: str) -> None:
        self.settings.forget(Path(path))
        self._show_recent()

    def _note_recent(self) -> None:
        self._recent_before = self.settings.recent

    def _forget_erased(self, cleaned: Cleaned) -> None:
        from fastmap.tasks.erasing import names_erased

        self.settings.take_out(lambda text: names_erased(cleaned, text), self._recent_before)
        self._recent_before = ()
        self._show_recent()

    def _after_opening(self) -> None:
        is_new = self._workspace is None
        workspace = self.workspace
        if is_new:
            # Made after the signal was sent, so it did not hear it.
            workspace.begin()
        self._stack.setCurrentWidget(workspace)
        self.message_bar.dismiss()
        self.workspace.middle.addWidget(self.message_bar)
        self.menus.show_open(True)
        is_new_here = self.session.state.path not in self.settings.recent
        self.settings.remember(self.session.state.path)
        self._show_recent()
        self._after_touch()
        self._show_saved()
        if workspace.page is not None:
            workspace.page.focus_first()
        assert self._preparer is not None  # it comes with the workspace
        self._preparer.begin()
        self.file_care.look_after(is_new_here=is_new_here)

    def _finish_typing(self) -> None:
        """Let the field with the keyboard hand over what was typed."""
        if (field := self.focusWidget()) is not None:
            field.clearFocus()

    def _after_closing(self) -> None:
        self._stack.setCurrentWidget(self.start_page)
        self._column.addWidget(self.message_bar)
        self.menus.show_open(False)
        self.menus.show_undo(None, None)
        self._show_title()
        self._show_recent()

    def _after_touch(self) -> None:
        self.top_bar.show_cluster(self.session.state.snapshot.cluster.name)
        self._show_title()
        self._show_undo()
        state = self.session.state
        self.menus.show_workshop(
            can_edit=state.can_edit,
            has_workshop=bool(state.snapshot.workshops),
            has_members=bool(state.snapshot.members),
        )

    def _show_undo(self) -> None:
        undo, redo = self.session.undo_message, self.session.redo_message
        say = self.session.texts.say_kept if undo or redo else None
        self.menus.show_undo(say(undo) if say and undo else None, say(redo) if say and redo else None)

    def _show_saved(self) -> None:
        if self.session.is_open:
            self.top_bar.show_saved(self.session.save_state, self.session.saved_at)
            if self.session.save_state is SaveState.SAVED and self._unsaved_sentence:
                # There is room again: a bar that still says there is none would contradict the time of saving.
                if self.message_bar.sentence.text() == self._unsaved_sentence:
                    self.message_bar.dismiss()
                self._unsaved_sentence = ""

    def _show_busy(self, is_busy: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.start_page.show_busy(self.tr("Opening the sample…") if is_busy else "")

    def _say_where_sample_is_kept(self, path: Path) -> None:
        self.settings.remember(path)
        self.settings.remember(self.session.state.path)
        self._show_recent()
        self.say(
            "neutral", self.tr("This is a fresh sample. The one you changed is kept as {name}.").format(name=path.name)
        )

    def _show_title(self) -> None:
        if self.session.is_open:
            self.setWindowTitle(f"{self.session.state.path.stem} – fastmap")
        else:
            self.setWindowTitle("fastmap")

    def _recent_files(self) -> tuple[tuple[Path, bool], ...]:
        return tuple((path, path.exists()) for path in self.settings.recent)

    def _show_recent(self) -> None:
        files = self._recent_files()
        self.menus.show_recent(files)
        if self._stack.currentWidget() is self.start_page:  # else when a file is closed: rows take time to make
            self.start_page.show_recent(files)

    def _show_full_screen(self, is_full: bool) -> None:  # noqa: FBT001 - a signal's argument
        if is_full:
            self.showFullScreen()
        else:
            self.showNormal()


def _paths_of(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
