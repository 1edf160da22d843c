"""Presenting: the wall on the projector, the manager's view on the laptop, keys and clicker for both."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from math import inf
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QScreen

from ui.theme.theme import current
from ui.workshop.manager_bar import ManagerBar
from ui.workshop.manager_view import ManagerView
from ui.workshop.meeting import VIEWS, Meeting
from ui.workshop.wall import Wall

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from fastmap.errors import FastmapError
    from ui.phone.keeper import RoomKeeper
    from ui.session import Session

_FORWARD = {Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
_BACK = {Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace}
_BLACK = {Qt.Key.Key_B, Qt.Key.Key_Period}
"""Clickers send one or the other."""
_MEANT_WITHIN_S = 5.0
"""A second N within this time means that names are to be shown."""


class Screen(Protocol):
    """What is asked of a screen."""

    def geometry(self) -> QRect:
        """Where it lies."""

    def availableGeometry(self) -> QRect:  # noqa: N802 - Qt's name
        """Where windows may lie on it."""


def screens_now() -> Sequence[Screen]:
    """Return the screens that are attached."""
    return QGuiApplication.screens()


class Presentation(QObject):
    """Begins and ends; made anew each time."""

    ended = Signal()
    page_wanted = Signal(str)
    """A step of the window, which lies below the manager's view."""
    by_hand_wanted = Signal()
    """Dots on paper are to be counted: the dialog of the votes comes before everything."""
    look_wanted = Signal(str)
    """``light`` or ``dark``: how bright a projector is shows only on the wall."""

    def __init__(
        self,
        session: Session,
        keeper: Callable[[], RoomKeeper],
        *,
        meeting: Meeting | None = None,
        screens: Callable[[], Sequence[Screen]] | None = None,
        window: QWidget | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Present what ``session`` has open; ``meeting``: one that goes on.

        ``screens``: returns those attached, by default the computer's. ``window``: whose screen is the laptop's own.
        """
        super().__init__(parent)
        self._session, self._screens, self._window = session, screens or screens_now, window
        self.meeting = meeting or Meeting(session, parent=self)
        self.meeting.take_up()
        self.wall = Wall(session, self.meeting, keeper)
        self.manager = ManagerView(session, self.meeting, keeper())
        self.bar = ManagerBar(session, self.meeting, keeper(), parent=self.wall)
        self.wall.key_pressed.connect(self.press)
        self.manager.key_pressed.connect(self.press_beside)
        for votes in (self.manager.votes, self.bar.votes):
            votes.by_hand_wanted.connect(self.by_hand_wanted)
        self._names_asked_at = -inf
        for leaving in (self.manager.leave_wanted, self.bar.leave_wanted, session.closing):
            leaving.connect(self.end)
        self.manager.page_wanted.connect(self.page_wanted)
        for signal in (keeper().opened, keeper().closed, keeper().received):
            signal.connect(self.meeting.look_again)
        keeper().troubled.connect(self._tell_trouble)
        self.wall.installEventFilter(self)
        self._is_over = False
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # a window needs one
        application.screenAdded.connect(self.arrange)
        application.screenRemoved.connect(self.arrange)

    def begin(self) -> None:
        """Show the wall, and the manager's view where there is a second screen."""
        self.arrange()
        self.manager.forward.setFocus()  # else the first button would have it, which leads back

    def arrange(self, *_: object) -> None:
        """Put everything where it belongs on the screens that are attached now."""
        if self._is_over:
            return
        own, projector = self._places()
        if isinstance(projector, QScreen):
            self.wall.setScreen(projector)  # some systems place windows as they like, but on the screen asked for
        self.wall.setGeometry(projector.geometry())
        self.wall.showFullScreen()
        if projector is own:
            self.manager.hide()
            self.wall.raise_()
            self.wall.activateWindow()
            self.wall.setFocus()
            self.bar.tell_keys()
        else:
            self.bar.hide()
            self.manager.setGeometry(own.availableGeometry())
            self.manager.showMaximized()
            self.manager.raise_()
            self.manager.activateWindow()
        self.wall.update()

    @property
    def has_two_screens(self) -> bool:
        """Whether the manager has a screen alone."""
        return not self.manager.isHidden()

    def _places(self) -> tuple[Screen, Screen]:
        """Return the laptop's own screen and that of the wall: the same where there is only one."""
        screens = self._screens()
        middle = None if self._window is None else self._window.frameGeometry().center()
        own = next((one for one in screens if middle is not None and one.geometry().contains(middle)), screens[0])
        # Screens that show the same lie in the same place: that is one, and the manager's view would be on the wall.
        others = [one for one in screens if not one.geometry().intersects(own.geometry())]
        return own, others[0] if others else own

    def end(self) -> None:
        """Take everything away; what was being written is saved."""
        if self._is_over:
            return
        self.manager.save_notes()
        self._is_over = True
        for window in (self.manager, self.wall):
            window.hide()
            window.deleteLater()
        self.ended.emit()
        self.deleteLater()

    # --- keys ---------------------------------------------------------------------------------------------------------

    def press_beside(self, event: QKeyEvent) -> None:
        """Do what a key asks for in the manager's view: no letter, since whoever types believes to be in a note."""
        is_letter = event.key() in _BLACK or Qt.Key.Key_0.value <= event.key() <= Qt.Key.Key_Z.value
        if not is_letter:
            self.press(event)

    def press(self, event: QKeyEvent) -> None:
        """Do what a key or a clicker asks for."""
        key, meeting = Qt.Key(event.key()), self.meeting
        number = event.key() - Qt.Key.Key_1.value
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            self.end()
        elif key in _FORWARD:
            meeting.step(1)
        elif key in _BACK:
            meeting.step(-1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.wall.walk(1 if key == Qt.Key.Key_Down else -1)
        elif 0 <= number < len(VIEWS):
            meeting.show_view(VIEWS[number])
        elif key in _BLACK:
            meeting.show_black(black=not meeting.is_black)
        elif key == Qt.Key.Key_N:
            self._turn_names()
        elif key == Qt.Key.Key_D:
            self.look_wanted.emit("light" if current().is_dark else "dark")
        elif key == Qt.Key.Key_M and not self.has_two_screens:
            self._turn_bar()

    def _tell_trouble(self, error: FastmapError) -> None:
        """With one screen nobody sees the window: say on the wall what it says there."""
        if not self.has_two_screens and not self._is_over:
            self.bar.tell(self._session.texts.say(error.message))

    def _turn_names(self) -> None:
        """Hide names at once; show them only if it is meant: they cannot be taken back from whoever read them."""
        now, asked_at = time.monotonic(), self._names_asked_at
        self._names_asked_at = -inf
        if self.meeting.names_shown or now - asked_at <= _MEANT_WITHIN_S:
            self.meeting.show_names(shown=not self.meeting.names_shown)
            self.bar.keys.hide()  # it says what is done by now
        else:
            self._names_asked_at = now
            self.bar.tell_how_to_show_names()

    def _turn_bar(self) -> None:
        self.bar.setVisible(self.bar.isHidden())
        self.bar.lie_at_foot()
        self.bar.raise_()
        self.wall.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the bar at the foot; a wall that the system closes ends everything."""
        if watched is self.wall and not self._is_over:
            if event.type() == QEvent.Type.Resize:
                self.bar.lie_at_foot()
            elif event.type() == QEvent.Type.Close:
                event.ignore()
                self.end()
                return True
        return super().eventFilter(watched, event)
