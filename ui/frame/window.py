"""The main window: start page or open assessment, and the desks that do what its menus offer.

What a window can do stands in rooms of its own: `menu_actions` (what each entry does), `file_desk` (whole files),
`file_care` (files that are not as they should be), `dropping`, `recent_files`, `look`, `workshop`. Most are imported
when first needed.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from fastmap.model.direction import without_turns
from ui.frame.file_desk import FileDesk
from ui.frame.menu_bar import MenuBar
from ui.frame.recent_files import RecentFiles
from ui.frame.start_page import StartPage
from ui.pages.registry import Step
from ui.session import SaveState, Session
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.translating import ScreenLanguage

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from fastmap.errors import FastmapError
    from ui.frame.dropping import FileDrops
    from ui.frame.erasure_first import ErasureFirst
    from ui.frame.file_care import FileCare
    from ui.frame.look import Look
    from ui.frame.menus import Menus
    from ui.frame.preparing import Preparer
    from ui.frame.top_bar import TopBar
    from ui.frame.workshop import WorkshopDesk
    from ui.frame.workspace import Workspace
    from ui.widgets.message_bar import MessageBar

_CLOSING_WAIT_S = 3.0
_TITLE_BAR = 36


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
        self.recent = RecentFiles(settings, session, parent=self)
        self.files = FileDesk(self)
        self._menu_bar = MenuBar(self)
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
        self.start_page.show_recent(self.recent.listed())
        self._show_title()
        self._take_place()

    def _take_place(self) -> None:
        # Below the title bar a laptop's screen has less room than its size says.
        room = self.screen().availableGeometry().height() - _TITLE_BAR
        self.resize(1366, min(768, max(room, self.minimumHeight())))
        self.setMinimumSize(760, 480)
        if (place := self.settings.geometry) is not None:
            self.restoreGeometry(place)

    def _connect(self) -> None:
        session, start = self.session, self.start_page
        self.first_painted.connect(lambda: self.menus)
        self.recent.changed.connect(self._show_recent)
        start.new_wanted.connect(self.files.ask_for_new)
        start.round_wanted.connect(self.files.ask_for_round)
        start.open_wanted.connect(self.files.ask_for_file)
        start.sample_wanted.connect(self.files.open_sample)
        start.recent_wanted.connect(lambda path: self.open_file(Path(path)))
        start.forget_wanted.connect(lambda path: self.recent.forget(Path(path)))
        session.opened.connect(self._after_opening)
        session.before_letting_go = self._may_let_go
        session.finishing.connect(self.finish_typing)
        session.closed.connect(self._after_closing)
        session.touched.connect(self._after_touch)
        session.save_state_changed.connect(self._show_saved)
        session.failed.connect(self.show_error)

    # --- parts made when first needed ---------------------------------------------------------------------------------

    @cached_property
    def menus(self) -> Menus:
        """The menus with all actions; filled after the first paint, or when first asked for."""
        from ui.frame.menu_actions import connect_menus
        from ui.frame.menus import Menus

        menus = Menus(self._menu_bar, self._steps)
        connect_menus(menus, self)
        menus.show_recent(self.recent.listed())
        menus.show_open(False)
        menus.show_look(self.look.mode, self.look.language)
        self.look.theme_switched.connect(lambda: menus.show_look(self.look.mode, self.look.language))
        return menus

    @cached_property
    def look(self) -> Look:
        """Theme, size and language."""
        from ui.frame.look import Look

        look = Look(self.settings, self.theme, self.language, self.session, parent=self)
        look.language_switched.connect(self.retranslate)
        return look

    @cached_property
    def workspace(self) -> Workspace:
        """Steps and pages; made when the first assessment is opened."""
        from ui.frame.focus_keeper import FocusKeeper
        from ui.frame.undo_keys import UndoKeys
        from ui.frame.workspace import Workspace

        workspace = Workspace(self.session, self._steps, parent=self._stack)
        FocusKeeper(self.top_bar, workspace)
        UndoKeys(workspace)
        workspace.say.connect(self.say)
        workspace.middle.insertWidget(0, self.top_bar)
        self._stack.addWidget(workspace)
        return workspace

    @cached_property
    def preparer(self) -> Preparer:
        """Makes pages ahead in quiet moments."""
        from ui.frame.preparing import Preparer

        return Preparer(self.session, self.workspace, self._steps)

    @cached_property
    def top_bar(self) -> TopBar:
        """Cluster, save state, undo, redo, language, theme."""
        from ui.frame.top_bar import TopBar

        bar = TopBar(self.menus["undo"], self.menus["redo"], self.menus["present"], parent=self)
        bar.language_chosen.connect(self.look.switch_language)
        bar.theme_chosen.connect(self.look.switch_theme)
        bar.show_language(self.look.language)
        self.look.language_switched.connect(lambda: bar.show_language(self.look.language))
        return bar

    @cached_property
    def message_bar(self) -> MessageBar:
        """Where the person is told what happened."""
        from ui.widgets.message_bar import MessageBar

        bar = MessageBar(parent=self)
        bar.closing.set_words(self.tr("Close message"))
        # Below the page: above it, each message would move every button away from under the mouse.
        self._column.addWidget(bar)
        return bar

    @cached_property
    def workshop(self) -> WorkshopDesk:
        """The workshop: phones, votes, what the projector shows."""
        from ui.frame.workshop import WorkshopDesk

        return WorkshopDesk(self)

    @cached_property
    def file_care(self) -> FileCare:
        """What is said and offered where a file is not as it should be."""
        from ui.frame.file_care import FileCare

        return FileCare(self)

    @cached_property
    def _erasure_first(self) -> ErasureFirst:
        from ui.frame.erasure_first import ErasureFirst

        return ErasureFirst(self)

    @cached_property
    def _drops(self) -> FileDrops:
        from ui.frame.dropping import FileDrops

        return FileDrops(self, self._steps)

    # --- what others ask of the window --------------------------------------------------------------------------------

    def say(self, tone: str, sentence: str) -> None:
        """Show a sentence below the page; a warning that something is not saved stays beside it."""
        is_unsaved = self.session.is_open and self.session.save_state is SaveState.FAILED
        if not (is_unsaved and self.file_care.say_with_warning(sentence)):
            self.message_bar.show_message(sentence, tone)

    def show_error(self, error: FastmapError) -> None:
        """Say what went wrong and what was kept, and offer a way out where there is one."""
        self.file_care.tell(error)

    def open_file(self, path: Path) -> None:
        """Open an assessment; where that fails the person is told, and what was open stays open."""
        self._put_news_away()
        if not self._erasure_first.begin(path):
            self.open_now(path)

    def _put_news_away(self) -> None:
        """Say nothing any more, except that changes wait for a place: that stays true whatever else is begun."""
        if self.session.held:
            self.file_care.say_again()
        else:
            self.message_bar.dismiss()

    def open_now(self, path: Path) -> None:
        """Open an assessment at once, whatever was begun in it."""
        care = self.file_care  # it hears why the file is refused
        if self.session.open(path):
            self.recent.remember(self.session.state.path)
        else:
            care.offer_way_out(path)

    def toggle_help(self) -> None:
        """Show the help for what is in sight, or put it away."""
        if self.session.is_open:
            self.workspace.toggle_help()
        else:
            self.start_page.toggle_help()

    def finish_typing(self) -> None:
        """Let the field with the keyboard hand over what was typed."""
        if (field := self.focusWidget()) is not None:
            field.clearFocus()

    def _may_let_go(self) -> bool:
        return self.file_care.may_let_go()  # only now: few files cannot be saved

    def retranslate(self) -> None:
        """Set every text of the frame. Called, not left to `changeEvent`: handling that in Python costs at the start."""
        self.menus.retranslate()
        self.menus.show_look(self.look.mode, self.look.language)
        self.start_page.retranslate()
        self._put_news_away()
        self.message_bar.closing.set_words(self.tr("Close message"))
        self._show_undo()

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Note when the window is on the screen for the first time."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files that someone here can take."""
        if self._drops.is_welcome(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open an assessment, or give files to the page that takes them."""
        event.acceptProposedAction()
        self._drops.take(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is under way, close the file, remember the window's place."""
        if not self.session.close():
            event.ignore()
            return
        self.session.pool.cancel_all(wait_s=_CLOSING_WAIT_S)
        if "_erasure_first" in vars(self):
            self._erasure_first.wait(_CLOSING_WAIT_S)  # whoever is erased is not to be remembered
        self.settings.geometry = self.saveGeometry()
        self.settings.save()
        super().closeEvent(event)

    # --- following the session ----------------------------------------------------------------------------------------

    def _after_opening(self) -> None:
        path = self.session.state.path
        self.workspace.begin()
        self._stack.setCurrentWidget(self.workspace)
        self.message_bar.dismiss()
        self.workspace.middle.addWidget(self.message_bar)
        self.menus.show_open(True)
        is_new_here = not self.recent.has(path)
        self.recent.remember(path)
        self._after_touch()
        self._show_saved()
        if self.workspace.page is not None:
            self.workspace.page.focus_first()
        self.preparer.begin()
        self.file_care.look_after(is_new_here=is_new_here)

    def _after_closing(self) -> None:
        self._stack.setCurrentWidget(self.start_page)
        self.message_bar.dismiss()  # what it says and offers is about that file
        self._column.addWidget(self.message_bar)
        self.menus.show_open(False)
        self.menus.show_undo(None, None)
        self._show_title()
        self._show_recent()

    def _after_touch(self) -> None:
        state = self.session.state
        self.top_bar.show_cluster(state.snapshot.cluster.name)
        self._show_title()
        self._show_undo()
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

    def _show_title(self) -> None:
        name = without_turns(self.session.state.path.stem) if self.session.is_open else ""
        self.setWindowTitle(f"{name} – fastmap" if name else "fastmap")

    def _show_recent(self) -> None:
        files = self.recent.listed()
        self.menus.show_recent(files)
        if self._stack.currentWidget() is self.start_page:  # else when a file is closed: rows take time to make
            self.start_page.show_recent(files)
