"""The step *Members*: the list, who was asked, who answered, and who must be called."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from ui.pages import members_asking
from ui.pages.members_filters import MemberFilters
from ui.pages.members_importing import MembersImporting
from ui.pages.members_panel import MemberPanel
from ui.pages.members_personal_work import MembersPersonal
from ui.pages.members_presenter import MembersPresenter, MemberWords, member_fact, member_words
from ui.pages.members_round import MembersRound
from ui.pages.members_rows import MemberRow, member_columns, member_rows
from ui.pages.members_strip import AnswerStrip
from ui.pages.members_table import MemberTable
from ui.pages.members_work import MembersWork
from ui.pages.page import Page, StepFact
from ui.plain_text import isolated
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.progress_panel import ProgressPanel

if TYPE_CHECKING:
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
    from fastmap.tasks.regions import Region
    from ui.session import SessionState
    from ui.widgets.table.view import Paste

_WARM_UP_AFTER_MS = 400
_TOLD_BY_PANEL = frozenset({"activity", "nuts", "language"})
"""Columns that make room for the details, where they can be read."""


class MembersPage(Page):
    """Table with strip and filters above it, details beside it."""

    key = "members"
    concerns = frozenset({"members", "contacts", "responses", "info"})

    def build(self) -> None:
        """Make header, strip, filters, table and panel, in the order in which Tab walks them."""
        self.takes = members_asking.LISTS  # type: ignore[misc]  # only while in sight: forms may look just like lists
        self.presenter = MembersPresenter(self.session)
        self._words = MemberWords()
        self._is_adding = False
        self.importing = Button("memberImport", "file-arrow-down", parent=self)
        self.writing = Button("memberForms", "files", parent=self)
        self.adding = PrimaryButton("memberAdd", "plus", parent=self)
        for button in (self.importing, self.writing, self.adding):
            self.header.add_action(button)
        self.strip = AnswerStrip(parent=self)
        self.progress = ProgressPanel("memberProgress", parent=self)
        self.filters = MemberFilters(parent=self)
        for widget in (self.strip, self.progress, self.filters):
            self.body.addWidget(widget)
        across = QHBoxLayout()
        across.setSpacing(12)
        columns = member_columns(lambda: self._words, lambda: self.session.state.can_edit)
        self.table = MemberTable("memberTable", columns, lambda row: row.member.code, parent=self)
        self.panel = MemberPanel(parent=self)
        across.addWidget(self.table, 1)
        across.addWidget(self.panel)
        self.body.addLayout(across, 1)
        self.importing_first = self.empty.add_other("memberEmptyPaste", "clipboard-text")
        self.adding_first = self.empty.add_other("memberEmptyAdd", "plus")
        self.work = MembersWork(self.session, self.progress, self)
        self.lists = MembersImporting(self.session, self.presenter, self.work, self.table.titles, self)
        self.round = MembersRound(self.session, self.presenter, lambda: self._words, self.work, self)
        self.personal = MembersPersonal(self.session, self)
        self._connect()
        # Later: reading in a thread would slow down the first paint.
        self._warm_up = QTimer(self, singleShot=True, interval=_WARM_UP_AFTER_MS)
        self._warm_up.timeout.connect(self._read_regions)
        self._warm_up.start()

    def _connect(self) -> None:
        for button in (self.adding, self.adding_first):
            button.clicked.connect(self._begin_adding)
        for button in (self.importing, self.empty.primary):
            button.clicked.connect(self.lists.ask_for_list)
        self.importing_first.clicked.connect(self.lists.paste_all)
        QShortcut(QKeySequence.StandardKey.Paste, self.empty, self.lists.paste_all)
        for source in (self.round.say, self.personal.say, self.lists.said):
            source.connect(self.say)
        self.work.changed.connect(self._allow_work)
        self._connect_table()
        self._connect_round()
        self._connect_panel()

    def _connect_table(self) -> None:
        table, presenter = self.table, self.presenter
        self.filters.search.wanted.connect(table.set_filter)
        self.filters.wanted.connect(table.rows.set_predicate)
        table.cell_edited.connect(self._edit_cell)
        table.row_added.connect(self._add)
        table.pasted.connect(self._paste)
        table.delete_wanted.connect(self._remove)
        table.cells_cleared.connect(presenter.clear_cells)
        table.row_opened.connect(self._open_panel)
        table.row_chosen.connect(self._follow)
        table.completion_wanted.connect(lambda _, n, text: table.offer(n, presenter.find_regions(text)))

    def _connect_round(self) -> None:
        table, statusing = self.table, self.filters.statusing
        self.writing.clicked.connect(lambda: self.round.ask_for_forms(table.selected_rows))
        self.strip.reminding.clicked.connect(self.round.remind)
        self.strip.giving.clicked.connect(lambda: self.round.give_feedback(table.selected_rows))
        statusing.clicked.connect(lambda: self.round.offer_statuses(self._meant(), statusing))

    def _connect_panel(self) -> None:
        panel = self.panel
        self.filters.details.clicked.connect(self._toggle_panel)
        panel.contact_edited.connect(self._edit_contact)
        panel.audit.edited.connect(self._edit_registration)
        panel.needs_wanted.connect(lambda: self.go_to.emit("needs"))
        panel.personal_wanted.connect(self.personal.open)
        panel.remove_wanted.connect(lambda code: self._remove([code]))
        panel.closed.connect(self._close_panel)

    # --- showing ------------------------------------------------------------------------------------------------------

    def is_empty(self, state: SessionState) -> bool:
        """Nobody is listed, and nobody is being typed."""
        return not state.snapshot.members and not self._is_adding

    def show_state(self, state: SessionState) -> None:
        """Show strip, filters, table and panel."""
        self._words = member_words(self.session)
        rows = self._rows(state)
        self.table.set_rows(rows)
        self.table.rows.set_adding("name", self.tr("Type a name to add a member") if state.can_edit else "")
        self.strip.show_answers(state, rows, self._words)
        self.filters.show_rows(rows, state.texts, can_edit=state.can_edit)
        self._allow_work()
        if not self.panel.isHidden():
            self._show_panel(self.panel.code)

    def _rows(self, state: SessionState) -> list[MemberRow]:
        places = {region.code: region.name for region in self.presenter.regions}
        return member_rows(state.snapshot, self._words, places, self.presenter.today())

    def _allow_work(self) -> None:
        """Allow what changes the list, or takes long, while nothing is under way."""
        is_allowed = self.session.is_open and self.session.state.can_edit and not self.work.is_running
        for button in (self.adding, self.importing, self.writing, self.empty.primary):
            button.setEnabled(is_allowed)

    def _read_regions(self) -> None:
        if not self.session.is_open:
            return
        self.session.pool.start(lambda _: MembersPresenter.warm_up()).done.connect(self._take_regions)

    def _take_regions(self, regions: tuple[Region, ...]) -> None:
        self.presenter.regions = regions
        if self.session.is_open:
            self.refresh(self.session.state)

    # --- table --------------------------------------------------------------------------------------------------------

    def _begin_adding(self) -> None:
        self._is_adding = True
        self.refresh(self.session.state)
        self.filters.show_all()
        self.table.setFocus()
        self.table.edit_cell("", "name")

    def _add(self, name: object) -> None:
        before = len(self.presenter.snapshot.members)
        code = self.presenter.add(str(name))
        self.table.choose(code, "name")
        if code and len(self.presenter.snapshot.members) == before:
            words = self.tr("{name} is in the list already.").replace("{name}", isolated(str(name)))
            self.say.emit("neutral", words)

    def _edit_cell(self, code: str, column: str, value: object) -> None:
        if complaint := self.presenter.edit_cell(code, column, value):
            self.say.emit("warn", complaint)

    def _paste(self, paste: Paste) -> None:
        if not self.session.state.can_edit:
            return
        columns, rows = paste.columns, paste.rows
        if len(paste.grid) == 1 and len(paste.grid[0]) == 1 and rows and columns[0] != "code":
            self._edit_cell(rows[0], columns[0], paste.grid[0][0])
        else:
            self.lists.paste(paste)

    def _remove(self, codes: list[str]) -> None:
        answered = self.presenter.answered_among(codes)
        if not self.session.state.can_edit:
            return
        if answered:
            question = self.tr("Remove %n member(s) with their answers?", "", len(codes))
            consequence = self.tr(
                "%n of them sent an answer, which goes too. Undo brings everything back.", "", answered
            )
            if not members_asking.may_remove(self, question, consequence):
                return
        if self.panel.code in codes:
            self.panel.close_panel()
        self.presenter.remove(codes)

    def _meant(self) -> list[str]:
        """Return the members marked, or else the one that is chosen."""
        return self.table.selected_rows or [code for code in [self.table.chosen_row] if code]

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read a list that was dropped on the page."""
        self.lists.take_files(paths)

    # --- details ------------------------------------------------------------------------------------------------------

    def _toggle_panel(self) -> None:
        if self.panel.isHidden():
            rows = self.table.rows.shown
            self._open_panel(self.table.chosen_row or (rows[0].member.code if rows else ""))
        else:
            self.panel.close_panel()

    def _open_panel(self, code: str) -> None:
        if code:
            self._show_panel(code)
            self._make_room(is_open=True)
            self.panel.show()

    def _close_panel(self) -> None:
        self._make_room(is_open=False)
        self.table.setFocus()

    def _make_room(self, *, is_open: bool) -> None:
        self.table.leave_out(_TOLD_BY_PANEL if is_open else frozenset())

    def _follow(self, code: str) -> None:
        if code and not self.panel.isHidden():
            self._show_panel(code)

    def _show_panel(self, code: str) -> None:
        state = self.session.state
        row = next((row for row in self._rows(state) if row.member.code == code), None)
        if row is None:
            self.panel.close_panel()
            return
        contact = self.presenter.contacts().get(row.member.code)
        responses = [response for response in state.snapshot.responses if response.member == code]
        self.panel.show_member(row, contact, responses, state.texts, can_edit=state.can_edit)
        registration = self.presenter.registrations().get(row.member.code)
        self.panel.audit.show_registration(row.member, registration, state.texts, can_edit=state.can_edit)

    def _edit_registration(self, code: str, name: str, text: str) -> None:
        if self.session.is_open:
            self.presenter.edit_registration(code, name, text)

    def _edit_contact(self, code: str, name: str, text: str) -> None:
        if self.session.is_open:
            self.panel.show_complaint(name, self.presenter.edit_contact(code, name, text))

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self.header.set_words(self.title(), self.tr("Who belongs to the cluster, who was asked, and who has answered."))
        self.importing.setText(self.tr("Import a list"))
        self.writing.setText(self.tr("Write forms…"))
        self.adding.setText(self.tr("Add member"))
        for part in (self.strip, self.filters, self.table, self.panel):
            part.retranslate()
        self.empty.set_words(
            self.tr("No members yet"),
            self.tr(
                "Import the list you already have, paste cells from a spreadsheet, or type the first name. "
                "Name alone is enough; size, place and contact person help later."
            ),
        )
        self.empty.primary.setText(self.tr("Import a list"))
        self.importing_first.setText(self.tr("Paste cells"))
        self.adding_first.setText(self.tr("Add a member"))

    @staticmethod
    def fact(snapshot: Snapshot, results: Results | None) -> StepFact:
        """Return the sentence below the step."""
        return member_fact(snapshot, results)

    def help_text(self) -> str:
        """Explain the list."""
        return self.tr(
            "Type a name in the last row to add a member. Enter or a double click opens a cell; Delete empties it. "
            "Shift+Space marks whole rows, Delete then removes the members; undo brings them back.\n\n"
            "Cells copied in a spreadsheet are pasted with Ctrl+V, from the chosen cell on. With headings (name, kind, "
            "people, e-mail …) in the first row, their order does not matter, and codes or names say who is meant. "
            "Before anything changes you see what would.\n\n"
            "Enter on a code, or the button Details, shows the contact person and the member's answers.\n\n"
            "Write forms makes one Excel form per member and a table for a mail merge in a folder of your choice, in "
            "seven languages, on paper too, and in a later round with what members needed last time. "
            "Members asked or reminded who sent nothing are those to be called; after the last day of the round they "
            "are overdue. Remind lists them with a text in their own language. Set status gives all marked members "
            "another status at once.\n\n"
            "Feedback sheets are for those who answered: a PDF each, with their own answers beside the anonymous picture "
            "of the cluster and what happens next. Only the firm itself gets its sheet."
        )
