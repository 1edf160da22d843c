"""Members that come as cells or as a list from a file: read, shown beforehand, and recorded as one change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from fastmap.model.ids import MemberCode
from fastmap.tasks.membership import member_changes
from ui.pages import members_asking
from ui.pages.members_presenter import CELL_COLUMNS, MembersPresenter, member_words
from ui.pages.members_preview import MembersPreview, change_rows, notes_on_file, problem_rows
from ui.pages.members_work import MembersWork
from ui.widgets.table.grid_text import parse_grid

if TYPE_CHECKING:
    from fastmap.intake.table_members import MembersOutcome
    from ui.session import Session
    from ui.widgets.table.view import Paste


class MembersImporting(QObject):
    """Asks above one page before anything changes."""

    said = Signal(str, str)

    def __init__(
        self,
        session: Session,
        presenter: MembersPresenter,
        work: MembersWork,
        titles: Callable[[], Mapping[str, str]],
        page: QWidget,
    ) -> None:
        """Call columns by the ``titles`` of the table."""
        super().__init__(page)
        self._session = session
        self._presenter = presenter
        self._work = work
        self._titles = titles
        self._page = page

    # --- cells --------------------------------------------------------------------------------------------------------

    def paste(self, paste: Paste) -> None:
        """Read cells that were pasted somewhere in the table."""
        known = {member.code for member in self._presenter.snapshot.members}
        rows = [MemberCode(code) for code in paste.rows if code in known]
        self.preview(self._presenter.read_cells(paste.grid, paste.columns, rows))

    def paste_all(self) -> None:
        """Read what is on the clipboard as a list of its own."""
        grid = parse_grid(QGuiApplication.clipboard().text())
        if not grid:
            self.said.emit("neutral", self.tr("The clipboard holds no cells. Copy them in your spreadsheet first."))
            return
        columns = CELL_COLUMNS if len(grid[0]) > 1 and _looks_like_codes(grid) else CELL_COLUMNS[1:]
        self.preview(self._presenter.read_cells(grid, columns, ()))

    # --- files --------------------------------------------------------------------------------------------------------

    def ask_for_list(self) -> None:
        """Let the person choose a list to read."""
        path = members_asking.list_to_read(self._page, self._session.state.path.parent)
        if path is not None:
            self._read(path)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read a list that was dropped on the page."""
        if len(paths) > 1:
            self.said.emit("neutral", self.tr("One list at a time, please. Forms belong to the step Needs."))
        elif self._session.state.can_edit:
            self._read(paths[0])

    def _read(self, path: Path) -> None:
        known = self._session.state.snapshot.members

        def take(outcome: MembersOutcome) -> None:
            if self._session.state.snapshot.members == known:
                self.preview(outcome)
            else:
                # Somebody edited members meanwhile: codes and comparisons rest on the list before.
                QTimer.singleShot(0, self, lambda: self._read(path))

        self._work.start(self._presenter.reading_of(path), self.tr("Reading the list"), take)

    # --- before anything changes --------------------------------------------------------------------------------------

    def preview(self, outcome: MembersOutcome) -> None:
        """Show what would change, and record it once somebody says so."""
        state, contacts = self._session.state, self._presenter.contacts().values()
        registrations = self._presenter.registrations().values()
        changes = member_changes(outcome, state.snapshot.members, contacts, registrations)
        if not changes and all(problem.cell is None for problem in outcome.problems):
            self.said.emit("neutral", self.tr("Everything in these cells is recorded already."))
            return
        titles = {**self._titles(), **self._more_titles()}
        dialog = MembersPreview(outcome, parent=self._page)
        dialog.show_rows(
            change_rows(changes, titles, member_words(self._session), state.texts),
            problem_rows(outcome.problems, titles, state.texts),
            notes_on_file(outcome.problems, state.texts),
        )
        dialog.accepted.connect(lambda: self._take(outcome))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _more_titles(self) -> dict[str, str]:
        """Return what a list may say that the table does not show."""
        return {
            "contact_name": self.tr("Contact person"),
            "contact_email": self.tr("E-mail"),
            "consent_basis": self.tr("Consent given by"),
            "consent_date": self.tr("Consent given on"),
            "consent_expires": self.tr("Consent valid until"),
            "registration_number": self.tr("Registration number"),
            "sme": self.tr("SME status"),
            "sme_basis": self.tr("Basis of the SME status"),
        }

    def _take(self, outcome: MembersOutcome) -> None:
        if self._presenter.apply(outcome):
            added = self.tr("%n member(s) added", "", outcome.added)
            changed = self.tr("%n changed", "", outcome.updated)
            self.said.emit("good", self.tr("{added}, {changed}.").format(added=added, changed=changed))


def _looks_like_codes(grid: Sequence[Sequence[str]]) -> bool:
    """Say whether the first column holds codes rather than names: short, with a digit, no spaces, all different."""
    first = [row[0] for row in grid]
    return len(set(first)) == len(first) and all(
        0 < len(text) <= 12 and " " not in text and any(letter.isdigit() for letter in text) for text in first
    )
