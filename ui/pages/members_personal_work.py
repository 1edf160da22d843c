"""What the page *Members* does about personal data; dialogs open over the page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fastmap.errors import FastmapError
from fastmap.model.erasure import ErasureKind
from fastmap.model.ids import MemberCode
from ui.pages import members_asking
from ui.pages.erasing_work import ErasingWork
from ui.pages.members_password import PasswordDialog
from ui.pages.members_personal import PersonalDialog
from ui.pages.members_recognisable import RecognisableDialog
from ui.plain_text import isolated

if TYPE_CHECKING:
    from fastmap.tasks.consents import ConsentDue
    from ui.session import Session


class MembersPersonal(QObject):
    """Opens the dialogs and does what they ask for."""

    say = Signal(str, str)

    def __init__(self, session: Session, page: QWidget) -> None:
        """Work for ``page``."""
        super().__init__(page)
        self._session, self._page = session, page
        self._erasing = ErasingWork(session, page)
        self._erasing.erased.connect(self._close_with)
        self._erasing.stopped.connect(self._close)  # its lists may name whoever is gone from the file
        self.dialog: PersonalDialog | None = None

    def open(self, code: str = "") -> None:
        """Show everything about personal data, beginning with the member ``code``."""
        state = self._session.state
        dialog = PersonalDialog(
            state.snapshot.members,
            state.texts,
            with_contact={one.member for one in self._session.assessment.contacts()},
            can_edit=state.can_edit,
            parent=self._page,
        )
        self.dialog = dialog
        dialog.table_wanted.connect(self._save_consents)
        dialog.record_wanted.connect(self._print_record)
        dialog.erase_wanted.connect(lambda kind, code: self._erasing.ask(ErasureKind(kind), code, dialog))
        dialog.finish_wanted.connect(lambda: self._erasing.ask_to_finish(dialog))
        dialog.pseudonyms_wanted.connect(self._save_without_names)
        dialog.password_wanted.connect(self._save_under_password)
        dialog.finished.connect(self._forget)
        dialog.choose(code)
        self._show(dialog)
        dialog.open()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _show(self, dialog: PersonalDialog) -> None:
        dialog.show_consents(self._due(), self._session.assessment.erasures(), self._forms_due())

    def _forms_due(self) -> str:
        from fastmap.tasks.forms_due import forms_due

        state = self._session.state
        forms = forms_due(state.snapshot, datetime.now().astimezone().date())
        return "" if forms is None else state.texts.say(forms.sentence(isolated(state.path.name)))

    def _due(self) -> tuple[ConsentDue, ...]:
        from fastmap.tasks.consents import consents_due

        today = datetime.now().astimezone().date()
        return consents_due(self._session.state.snapshot, self._session.assessment.contacts(), today)

    # --- papers -------------------------------------------------------------------------------------------------------

    def _save_consents(self) -> None:
        from exports.consents import write_consents

        name = self.tr("Consents")
        path = self._place(self.tr("Save the consents that are due"), f"{name}.csv", "csv")
        if path is not None and self._tried(lambda: write_consents(self._due(), path)):
            self._told_written(path)

    def _print_record(self, code: str) -> None:
        from exports.pdf import write_pdf
        from fastmap.tasks.personal_record import personal_record

        name = self.tr("What is kept")
        path = self._place(self.tr("Print what is kept"), f"{name} – {code}.pdf", "pdf")
        today = datetime.now().astimezone().date()
        if path is not None and self._tried(
            lambda: write_pdf(
                personal_record(self._session.assessment, MemberCode(code), language=None, made_on=today), path
            )
        ):
            self._told_written(path)

    # --- copies -------------------------------------------------------------------------------------------------------

    def _save_without_names(self) -> None:
        from fastmap.tasks.pseudonymising import RECOGNISABLE, save_pseudonymised_copy

        name = self.tr("without names")
        path = self._place(self.tr("Save a copy without names"), f"{name}.fastmap", "fastmap")
        if path is not None and self._tried(lambda: save_pseudonymised_copy(self._session.assessment, path)):
            left = [self._session.texts.term(f"pseudonym.left.{key}") for key in RECOGNISABLE]
            dialog = RecognisableDialog(isolated(str(path)), left, parent=self.dialog or self._page)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _save_under_password(self) -> None:
        proposed = f"{self._session.state.path.name}.age"
        path = self._place(self.tr("Save a copy under a password"), proposed, "age")
        if path is None:
            return
        dialog = PasswordDialog(path.name, is_new=True, parent=self.dialog or self._page)

        def write(password: str) -> None:
            try:
                self._session.assessment.save_protected_copy(path, password)
            except FastmapError as error:
                dialog.show_complaint(self._session.texts.say(error.message))
                return
            dialog.accept()
            self._told_written(path)

        dialog.entered.connect(write)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # --- words and places ---------------------------------------------------------------------------------------------

    def _place(self, title: str, name: str, ending: str) -> Path | None:
        return members_asking.place_for(
            self.dialog or self._page, title, self._session.state.path.parent / name, ending
        )

    def _tried(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except FastmapError as error:
            self._session.failed.emit(error)
            return False
        return True

    def _told_written(self, path: Path) -> None:
        self._close_with("good", self.tr("Written to {file}.").replace("{file}", isolated(str(path))))

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()

    def _close_with(self, tone: str, words: str) -> None:
        self._close()
        self.say.emit(tone, words)
