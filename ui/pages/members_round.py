"""Asking members and chasing them: forms, reminders, and the status of those marked in the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from fastmap.catalogue.texts import form_languages
from fastmap.model.choices import MemberStatus
from fastmap.model.ids import LanguageCode
from fastmap.tasks.membership import standings
from ui.pages import members_asking
from ui.pages.members_forms import Audience, FormsDialog, FormsWish
from ui.pages.members_reminders import RemindersDialog
from ui.plain_text import isolated, literal

if TYPE_CHECKING:
    from fastmap.model.reminders import Reminder
    from fastmap.tasks.previous_round import PreviousRound
    from ui.pages.members_presenter import MembersPresenter, MemberWords
    from ui.pages.members_work import MembersWork
    from ui.session import Session


class MembersRound(QObject):
    """What the page does for the members of a round; dialogs open over the page."""

    say = Signal(str, str)

    def __init__(
        self,
        session: Session,
        presenter: MembersPresenter,
        words: Callable[[], MemberWords],
        work: MembersWork,
        page: QWidget,
    ) -> None:
        """Speak in the ``words`` of the screen; forms and sheets are written as ``work``."""
        super().__init__(page)
        self._session = session
        self._presenter = presenter
        self._words = words
        self._work = work
        self._page = page
        self.statuses = QMenu(page)
        self.statuses.setObjectName("memberStatusMenu")

    def ask_for_forms(self, selected_rows: Sequence[str]) -> None:
        """Ask whose forms are to be written, and write them; ``selected_rows``: members marked in the list."""
        state = self._session.state
        where = standings(state.snapshot)
        every = tuple(str(member.code) for member in state.snapshot.members)
        not_asked = tuple(code for code, standing in where.items() if not standing.asked)
        to_call = tuple(code for code, standing in where.items() if standing.to_call)
        selected = tuple(selected_rows) if len(selected_rows) > 1 else ()
        audiences = (
            Audience(key="selected", words=self.tr("The %n member(s) selected", "", len(selected)), codes=selected),
            Audience(key="not_asked", words=self.tr("%n member(s) not asked yet", "", len(not_asked)), codes=not_asked),
            Audience(key="to_call", words=self.tr("%n member(s) to be called", "", len(to_call)), codes=to_call),
            Audience(key="all", words=self.tr("All %n member(s)", "", len(every)), codes=every),
        )
        folder = state.path.parent / self.tr("Forms")
        dialog = FormsDialog(
            [one for one in audiences if one.codes],
            folder,
            [(code, self._words().languages[LanguageCode(code)]) for code in form_languages()],
            previous=self._presenter.previous_file(),
            parent=self._page,
        )
        dialog.wanted.connect(self.write_forms)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_forms(self, wish: FormsWish) -> None:
        """Write forms in the background and mark who was not asked yet."""
        from fastmap.errors import FastmapError

        try:
            previous = self._previous_round(wish.previous)
            contents = self._presenter.form_contents(wish.codes, wish.language, previous)
        except FastmapError as error:
            if error.code != "previous_of_other_cluster":  # asked about: nobody meant it
                self._session.failed.emit(error)
            return

        def written(paths: tuple[Path, ...]) -> None:
            if not self._presenter.mark_asked(wish.codes, previous):
                return
            words = self.tr("%n form(s) written to {folder}.", "", len(paths)).replace(
                "{folder}", isolated(str(wish.folder))
            )
            if previous is not None:
                filled = sum(bool(content.earlier) for content in contents)
                brought = self.tr("%n of them with last round's needs.", "", filled)
                words = f"{words} {brought}"
            self.say.emit("good", words)

        self._work.start(
            self._presenter.writing_of(contents, wish.folder, paper=wish.paper), self.tr("Writing forms"), written
        )

    def give_feedback(self, selected_rows: Sequence[str]) -> None:
        """Ask for a folder and write the feedback sheets of all who answered, or of those of ``selected_rows``."""
        from fastmap.errors import FastmapError

        answered = self._presenter.answered_of(selected_rows if len(selected_rows) > 1 else ())
        if not answered:
            self.say.emit("neutral", self.tr("None of them has answered yet: feedback sheets are for those who did."))
            return
        handing_out = self._presenter.handing_out_feedback()
        warnings = self._presenter.warnings_before(handing_out)
        if warnings and not members_asking.may_give_feedback(self._page, warnings):
            return
        folder = members_asking.folder_for_feedback(self._page, self._session.state.path.parent)
        if folder is None:
            return
        try:
            work = self._presenter.writing_of_feedback(answered, folder)
        except FastmapError as error:
            self._session.failed.emit(error)
            return

        def written(paths: tuple[Path, ...]) -> None:
            self._presenter.note_handed_out(handing_out)
            words = self.tr("%n feedback sheet(s) written to {folder}, with a table for a mail merge.", "", len(paths))
            self.say.emit("good", words.replace("{folder}", isolated(str(folder))))

        self._work.start(work, self.tr("Writing feedback sheets"), written)

    def _previous_round(self, path: Path | None) -> PreviousRound | None:
        """Return the round before, after asking where it seems to be another cluster's. Raises `FastmapError`."""
        from fastmap.errors import FastmapError

        try:
            return self._presenter.previous_round(path)
        except FastmapError as error:
            if error.code != "previous_of_other_cluster":
                raise
            question = self.tr("{file} is about {cluster}. Is it the round you mean?").format(
                file=isolated(str(error.facts["file"])), cluster=isolated(str(error.facts["cluster"]))
            )
            known = self.tr("%n of its members is/are on your list.", "", int(str(error.facts["known"])))
            consequence = self.tr("Their forms would be filled in with what was said there.")
            if not members_asking.means_other_cluster(self._page, question, f"{known} {consequence}"):
                raise
            return self._presenter.previous_round(path, other_cluster=True)

    def remind(self) -> None:
        """Show the reminders of those to be called."""
        state, presenter = self._session.state, self._presenter
        found = presenter.reminders()
        if not found:
            return
        dialog = RemindersDialog(
            found,
            lambda code: self._words().languages.get(LanguageCode(code), code),
            state.path.parent,
            can_edit=state.can_edit,
            parent=self._page,
        )
        dialog.handed_out.connect(self._mark_reminded)
        dialog.told.connect(self.say)
        dialog.save_wanted.connect(lambda chosen, path: self._save_reminders(dialog, chosen, path))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _save_reminders(self, dialog: RemindersDialog, chosen: Sequence[Reminder], path: Path) -> None:
        from exports.reminders import write_reminders
        from fastmap.errors import FastmapError

        try:
            write_reminders(chosen, path)
        except FastmapError as error:
            self._session.failed.emit(error)
            return
        if dialog.marking.isChecked():
            self._mark_reminded(chosen)
        words = self.tr("%n reminder(s) written to {file}.", "", len(chosen))
        self.say.emit("good", words.replace("{file}", isolated(str(path))))

    def _mark_reminded(self, chosen: Sequence[Reminder]) -> None:
        self._presenter.set_status([one.code for one in chosen], MemberStatus.REMINDED)

    def offer_statuses(self, codes: Sequence[str], below: QWidget) -> None:
        """Offer the statuses that ``codes`` can be given."""
        if not codes:
            self.say.emit("neutral", self.tr("Choose members in the list first; Shift+Space marks whole rows."))
            return
        self.statuses.clear()
        for status, words in self._words().statuses.items():
            action = self.statuses.addAction(literal(words))
            action.setObjectName(f"memberStatus_{status}")
            action.triggered.connect(lambda _=False, status=status: self._set_status(codes, status))
        self.statuses.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def _set_status(self, codes: Sequence[str], status: MemberStatus) -> None:
        count = self._presenter.set_status(codes, status)
        words = self.tr("Status of %n member(s) set to “{status}”.", "", count)
        self.say.emit("good" if count else "neutral", words.replace("{status}", self._words().statuses[status]))
