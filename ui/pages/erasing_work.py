"""Erasing somebody from the window: asks, erases aside, and shows which texts a person should look at afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fastmap.errors import FastmapError
from fastmap.model.erasure import Erasure, ErasureKind
from ui.pages.members_erasing import EraseDialog
from ui.plain_text import breakable, isolated

if TYPE_CHECKING:
    from fastmap.store.erasing_elsewhere import Cleaned
    from ui.session import Session
    from ui.work import Job


class ErasingWork(QObject):
    """Opens the dialog over whoever asks and does what it asks for."""

    erased = Signal(str, str)
    """Tone and words of what became of it, once the person has seen everything."""
    stopped = Signal()
    """It could not be ended; the session said why, and whatever shows names is to show them anew."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Erase in the file that ``session`` has open."""
        super().__init__(parent)
        self._session = session

    def ask(self, kind: ErasureKind, key: str, over: QWidget) -> None:
        """Show what would go; ``key``: code of the member or id of the partner, "" for words."""
        dialog = EraseDialog(
            self._named(kind, key), self._session.texts, needs_words=kind is ErasureKind.WORDS, parent=over
        )
        dialog.looked.connect(lambda: self._look(dialog, kind, key))
        dialog.erase_wanted.connect(lambda: self._erase(dialog, kind, key))
        dialog.finished.connect(dialog.deleteLater)
        if kind is not ErasureKind.WORDS:
            self._look(dialog, kind, key)
        dialog.open()

    def ask_to_finish(self, over: QWidget) -> None:
        """Show what is still to go: the file may come from elsewhere, and finishing looks through this computer."""
        from fastmap.tasks.erasing import listed_unfinished

        lists = listed_unfinished(self._session.assessment, self._session.texts)
        if lists is None:
            return
        dialog = EraseDialog("", self._session.texts, needs_words=False, finishes=True, parent=over)
        dialog.show_lists(lists.goes, lists.stays)
        dialog.erase_wanted.connect(lambda: self._run(dialog, self._session.aside.finish_erasing))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _named(self, kind: ErasureKind, key: str) -> str:
        if kind is ErasureKind.PARTNER_CONTACT:
            partner = next(one for one in self._session.state.snapshot.partners if one.id == key)
            return f"{partner.contact} ({partner.name})"
        member = next((one for one in self._session.state.snapshot.members if one.code == key), None)
        if kind is ErasureKind.WORDS or member is None:
            return self.tr("somebody named in texts")
        if kind is ErasureKind.MEMBER:
            return member.name
        contact = next((one for one in self._session.assessment.contacts() if one.member == key), None)
        nameless = self.tr("the contact person")
        name = (contact.name or contact.email) if contact is not None else None
        return f"{name or nameless} ({member.name})"

    def _wish(self, dialog: EraseDialog, kind: ErasureKind, key: str) -> Erasure:
        from fastmap.tasks.erasing import erasure_of

        return erasure_of(kind, key, dialog.typed, dialog.chosen_basis, with_scans=dialog.with_scans)

    def _look(self, dialog: EraseDialog, kind: ErasureKind, key: str) -> None:
        from fastmap.tasks.erasing import listed

        try:
            lists = listed(self._session.assessment, self._wish(dialog, kind, key), self._session.texts)
        except FastmapError as error:
            dialog.show_complaint(self._session.texts.say(error.message))
            return
        dialog.show_lists(lists.goes, lists.stays, scans=lists.scans)

    def _erase(self, dialog: EraseDialog, kind: ErasureKind, key: str) -> None:
        self._run(dialog, lambda: self._session.aside.erase(self._wish(dialog, kind, key)))

    def _run(self, dialog: EraseDialog, begin: Callable[[], Job | None]) -> None:
        job = begin()
        if job is None:
            dialog.show_refusal(self._what_waits())
            return
        dialog.show_busy()
        job.done.connect(lambda cleaned: self._show_erased(dialog, cleaned))
        job.failed.connect(dialog.accept)
        job.failed.connect(self.stopped)

    def _what_waits(self) -> str:
        return self.tr(
            "Nothing was erased: %n change(s) could not be saved so far, and the name may stand there. Cancel, save a copy "
            "or make it possible to save this file, and erase then.",
            "",
            len(self._session.held),
        )

    def _show_erased(self, dialog: EraseDialog, cleaned: Cleaned) -> None:
        from fastmap.tasks.erasing import mentioned

        mentions = mentioned(self._session.assessment, cleaned, self._session.texts) if self._session.is_open else ()
        outcome = self._outcome(cleaned)
        if not (mentions or cleaned.left or cleaned.unread):
            dialog.accept()
            self.erased.emit(*outcome)
            return
        dialog.finished.connect(lambda: self.erased.emit(*outcome))
        dialog.show_what_is_left(_named_files(cleaned.left), _named_files(cleaned.unread), mentions)

    def _outcome(self, cleaned: Cleaned) -> tuple[str, str]:
        if count := len(cleaned.left) + len(cleaned.unread):
            return "warn", self.tr("Erased, but %n file(s) may still hold the name.", "", count)
        return "good", self.tr("Erased from this file, its backups and this computer.")


def _named_files(files: Sequence[Path]) -> tuple[str, ...]:
    return tuple(isolated(breakable(str(path))) for path in files)
