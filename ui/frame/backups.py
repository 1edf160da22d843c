"""Backups from the window: listed aside, one restored to a new file beside the present one, never over it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fastmap.local_time import local_time
from ui.frame import asking
from ui.frame.backups_dialog import BackupRow, BackupsDialog

if TYPE_CHECKING:
    from fastmap.progress import ProgressListener
    from fastmap.tasks.backups import BackedUp
    from ui.frame.window import MainWindow
    from ui.session import Session
    from ui.work import Job


def show_backups(window: MainWindow) -> None:
    """Open the list of the open file's backups; while none is open, of all that this computer has."""
    session = window.session
    dialog = BackupsDialog(session.texts, is_open=session.is_open, parent=window)
    listing = _listing(session)
    listing.done.connect(dialog.show_lines)
    listing.failed.connect(dialog.show_error)

    def restore(row: BackupRow, target: Path) -> None:
        dialog.begin_restoring(target)
        job = _restoring(session, row, target)
        job.done.connect(dialog.show_restored)
        job.failed.connect(dialog.show_error)

    def restore_elsewhere(row: BackupRow) -> None:
        target = asking.place_to_save(dialog, dialog.place_words, _proposal(session, row))
        if target is not None:
            restore(row, target)

    def go_on_in(path: Path) -> None:
        dialog.accept()
        window.open_file(path)

    dialog.restore_wanted.connect(lambda row: restore(row, _proposal(session, row)))
    dialog.place_wanted.connect(restore_elsewhere)
    dialog.open_wanted.connect(go_on_in)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def back_up_now(window: MainWindow) -> None:
    """Back the open file up aside, and say when that is done."""
    session = window.session
    assessment = session.assessment

    def work(_: ProgressListener) -> BackedUp:
        from fastmap.tasks.backups import back_up_now_elsewhere

        return back_up_now_elsewhere(assessment)

    def tell(done: BackedUp) -> None:
        moment = local_time(done.backup.made_at)
        key = "backups.made" if done.is_new else "backups.made_before"
        words = session.texts.get(key, file=assessment.path.name, at=moment)
        if assessment.is_replaced:
            words = QCoreApplication.translate(
                "Backups",
                "What is open here is backed up as it was saved last, not the file that may lie in its place now.",
            )
        window.say("good", words)

    job = session.pool.start(work)
    job.done.connect(tell)
    job.failed.connect(session.failed)


def _listing(session: Session) -> Job:
    """Begin to read the backups; the outcome is their lines, newest first."""
    if not session.is_open:
        from fastmap import places

        folder = places.backup_folder()

        def list_all(_: ProgressListener) -> object:
            from fastmap.tasks.backups import backups_on_this_computer

            return backups_on_this_computer(folder)

        return session.pool.start(list_all)
    assessment = session.assessment
    backups, present, tag = assessment.backups(), assessment.content(), assessment.state_tag

    def list_own(_: ProgressListener) -> object:
        from fastmap.tasks.backups import backup_lines

        return backup_lines(backups, present, tag)

    return session.pool.start(list_own)


def _restoring(session: Session, row: BackupRow, target: Path) -> Job:
    """Begin to write the backup of ``row`` to ``target``."""
    path = row.line.backup.path

    def work(_: ProgressListener) -> None:
        from fastmap.tasks.backups import restore_backup

        restore_backup(path, target)

    return session.pool.start(work)


def _proposal(session: Session, row: BackupRow) -> Path:
    """Return where the backup of ``row`` goes: beside the open file, or to a person's documents; a free name."""
    from exports.names import safe_file_name
    from fastmap.tasks.backups import name_for_restored

    if session.is_open:
        beside = session.state.path
    else:
        beside = asking.documents_folder() / safe_file_name(row.cluster or "fastmap", asking.SUFFIX)
    return name_for_restored(beside, row.line.backup)
