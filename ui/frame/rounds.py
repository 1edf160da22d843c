"""Starting the next round from the window: asks, has the file made, opens it and says what came along."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.frame import asking
from ui.frame.round_dialog import NewRound, RoundDialog

if TYPE_CHECKING:
    from fastmap.progress import ProgressListener
    from fastmap.tasks.new_round import RoundStarted
    from ui.frame.window import MainWindow
    from ui.session import Session
    from ui.work import Job


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
        job = _begin(session, wish)
        job.failed.connect(lambda error: dialog.show_error(error, session.texts))
        job.done.connect(lambda started: take(wish, started))

    def take(wish: NewRound, started: RoundStarted) -> None:
        dialog.accept()
        window.open_file(wish.path)
        window.say("good", RoundWords(window).started(started))

    dialog.wanted.connect(make)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _begin(session: Session, wish: NewRound) -> Job:
    """Begin to make the file of the round after the one in ``wish.old``; the outcome is a `RoundStarted`.

    Where the old file is the open one, what it says is read here: threads do not touch the file that is open.
    """
    today = datetime.now().astimezone().date()
    if not session.has_open(wish.old):

        def make_from_file(_: ProgressListener) -> RoundStarted:
            from fastmap.tasks.new_round import start_round_from_file

            return start_round_from_file(wish.old, wish.path, round_label=wish.label, today=today)

        return session.pool.start(make_from_file)
    known = session.assessment
    snapshot, contacts, numbers = known.snapshot(), known.contacts(), known.registrations()

    def make(_: ProgressListener) -> RoundStarted:
        from fastmap.tasks.new_round import start_new_round

        return start_new_round(
            snapshot,
            contacts,
            wish.path,
            file=wish.old.name,
            round_label=wish.label,
            today=today,
            registrations=numbers,
        )

    return session.pool.start(make)


def _next_label(session: Session) -> str:
    """Return this year, or the next one where the open round has this year's name."""
    year = datetime.now().astimezone().year
    is_taken = session.is_open and session.state.snapshot.info.round_label.strip() == str(year)
    return str(year + 1 if is_taken else year)
