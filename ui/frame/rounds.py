"""Starting the next round from the window: asks, has the file made, opens it and says what came along."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.frame import asking
from ui.frame.round_dialog import NewRound, RoundDialog

if TYPE_CHECKING:
    from fastmap.tasks.new_round import RoundStarted
    from ui.frame.window import MainWindow
    from ui.session import Session


class RoundWords(QObject):
    """Counted words: plural forms are found only where an object asks."""

    def started(self, started: RoundStarted) -> str:
        """Return what was carried over."""
        words = self.tr("Round {round} is begun with %n member(s), none of them asked yet.", "", started.members)
        words = words.replace("{round}", started.round_label)
        if started.contacts_expired:
            left = self.tr("%n contact person(s) left out: consent expired.", "", started.contacts_expired)
            words = f"{words} {left}"
        return words


def ask_for_round(window: MainWindow) -> None:
    """Open the dialog; once the file is made it is the one that is open."""
    session = window.session
    old = session.state.path if session.is_open else None
    folder = (old.parent if old is not None else window.recent.folder()) or asking.documents_folder()
    dialog = RoundDialog(old, _next_label(session), folder, parent=window)

    def make(wish: NewRound) -> None:
        job = session.start_round(wish.old, wish.path, wish.label)
        job.failed.connect(lambda error: dialog.show_error(error, session.texts))
        job.done.connect(lambda started: take(wish, started))

    def take(wish: NewRound, started: RoundStarted) -> None:
        dialog.accept()
        window.open_file(wish.path)
        window.say("good", RoundWords(window).started(started))

    dialog.wanted.connect(make)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _next_label(session: Session) -> str:
    """Return this year, or the next one where the open round has this year's name."""
    year = datetime.now().astimezone().year
    is_taken = session.is_open and session.state.snapshot.info.round_label.strip() == str(year)
    return str(year + 1 if is_taken else year)
