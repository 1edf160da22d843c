"""The step *Members*: the list, who was asked, who answered, and who must be called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fastmap.model.ids import MemberCode
from fastmap.tasks.membership import member_changes
from ui.pages import members_asking
from ui.pages.members_panel import MemberPanel
from ui.pages.members_personal_work import MembersPersonal
from ui.pages.members_presenter import CELL_COLUMNS, MembersPresenter, MemberWords, member_fact, member_words
from ui.pages.members_preview import MembersPreview, change_rows, notes_on_file, problem_rows
from ui.pages.members_round import MembersRound
from ui.pages.members_rows import MemberRow, member_columns, member_rows
from ui.pages.members_shares import answer_shares
from ui.pages.members_strip import AnswerStrip
from ui.pages.members_table import MemberTable
from ui.pages.page import Page, StepFact
from ui.plain_text import isolated
from ui.theme.theme import current
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.fields import SearchField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.progress_panel import ProgressPanel
from ui.widgets.table.grid_text import parse_grid

if TYPE_CHECKING:
    from fastmap.errors import FastmapError
    from fastmap.intake.table_members import MembersOutcome
    from fastmap.model.results import Results
    from fastmap.model.snapshot import Snapshot
    from fastmap.progress import Progress
    from fastmap.tasks.regions import Region
    from ui.session import SessionState
    from ui.widgets.table.view import Paste
    from ui.work import Job

_FILTERS: dict[str, Callable[[MemberRow], bool]] = {
    "all": lambda _: True,
    "not_asked": lambda row: not row.standing.asked,
    "asked": lambda row: row.standing.asked,
    "answered": lambda row: row.standing.answered,
    "to_call": lambda row: row.standing.to_call,
    "overdue": lambda row: row.standing.is_overdue,
}
_WARM_UP_AFTER_MS = 400
_TOLD_BY_PANEL = frozenset({"activity", "nuts", "language"})
"""Columns that make room for the details, where they can be read."""


class MembersPage(Page):
    """Table with strip and filters above it, details beside it."""

    key = "members"
    concerns = frozenset({"members", "contacts", "responses", "info"})

    def build(self) -> None:
        """Make header, strip, filters, table and panel."""
        self.takes = members_asking.LISTS  # type: ignore[misc]  # only while in sight: forms may look just like lists
        self.presenter = MembersPresenter(self.session)
        self._words = MemberWords()
        self.round = MembersRound(self.session, self.presenter, lambda: self._words, self._start, self)
        self.personal = MembersPersonal(self.session, self)
        self._is_adding = False
        self._is_by_activity = False
        self._job: Job | None = None
        self._on_stage: Callable[[Progress], None] | None = None
        self.importing = Button("memberImport", "file-arrow-down", parent=self)
        self.writing = Button("memberForms", "files", parent=self)
        self.adding = PrimaryButton("memberAdd", "plus", parent=self)
        for button in (self.importing, self.writing, self.adding):
            self.header.add_action(button)
        self.strip = AnswerStrip(parent=self)
        self.progress = ProgressPanel("memberProgress", parent=self)
        self.body.addWidget(self.strip)
        self.body.addWidget(self.progress)
        self.body.addWidget(self._filter_row())
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
        self._connect()
        # Later: reading in a thread would slow down the first paint.
        self._warm_up = QTimer(self, singleShot=True, interval=_WARM_UP_AFTER_MS)
        self._warm_up.timeout.connect(self._read_regions)
        self._warm_up.start()

    def _filter_row(self) -> QWidget:
        row = QWidget(self)
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        flow = QWidget(row)
        self._flow = FlowLayout(flow, spacing=8)
        self.search = SearchField("memberSearch", parent=flow)
        self._flow.addWidget(self.search)
        self._filter_buttons: dict[str, Button] = {}
        for key in _FILTERS:
            button = Button(f"memberFilter_{key}", parent=flow)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, key=key: self._filter(key))
            self._filter_buttons[key] = button
            self._flow.addWidget(button)
        self._filter_buttons["all"].setChecked(True)
        self.reminding = self.strip.reminding
        self.details = Button("memberDetails", "identification-card", parent=row)
        across.addWidget(flow, 1)
        self.statusing = Button("memberStatus", "tag", parent=row)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.statusing)
        buttons.addWidget(self.details)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(buttons)
        right.addStretch(1)
        across.addLayout(right)
        return row

    def _connect(self) -> None:
        table, presenter = self.table, self.presenter
        self.adding.clicked.connect(self._begin_adding)
        self.adding_first.clicked.connect(self._begin_adding)
        self.importing.clicked.connect(self._ask_for_list)
        self.empty.primary.clicked.connect(self._ask_for_list)
        self.importing_first.clicked.connect(self._paste_all)
        self.writing.clicked.connect(lambda: self.round.ask_for_forms(table.selected_rows))
        self.reminding.clicked.connect(self.round.remind)
        self.strip.giving.clicked.connect(lambda: self.round.give_feedback(table.selected_rows))
        self.round.say.connect(self.say)
        self.personal.say.connect(self.say)
        self.strip.turning.clicked.connect(self._turn_strip)
        self.statusing.clicked.connect(lambda: self.round.offer_statuses(self._meant(), self.statusing))
        self.details.clicked.connect(self._toggle_panel)
        self.search.wanted.connect(table.set_filter)
        table.cell_edited.connect(self._edit_cell)
        table.row_added.connect(self._add)
        table.pasted.connect(self._paste)
        table.delete_wanted.connect(self._remove)
        table.cells_cleared.connect(presenter.clear_cells)
        table.row_opened.connect(self._open_panel)
        table.row_chosen.connect(self._follow)
        table.completion_wanted.connect(lambda _, n, text: table.offer(n, presenter.find_regions(text)))
        self.panel.contact_edited.connect(self._edit_contact)
        self.panel.audit.edited.connect(self._edit_registration)
        self.panel.needs_wanted.connect(lambda: self.go_to.emit("needs"))
        self.panel.personal_wanted.connect(self.personal.open)
        self.panel.remove_wanted.connect(lambda code: self._remove([code]))
        self.panel.closed.connect(self._close_panel)
        self.progress.cancel_wanted.connect(self._cancel)
        QShortcut(QKeySequence.StandardKey.Paste, self.empty, self._paste_all)
        current().changed.connect(self._fit)
        self._fit()

    # --- showing ------------------------------------------------------------------------------------------------------

    def is_empty(self, state: SessionState) -> bool:
        """Nobody is listed, and nobody is being typed."""
        return not state.snapshot.members and not self._is_adding

    def show_state(self, state: SessionState) -> None:
        """Show strip, filters, table and panel."""
        self._words = member_words(self.session)
        rows = member_rows(
            state.snapshot,
            self._words,
            {region.code: region.name for region in self.presenter.regions},
            self.presenter.today(),
        )
        self.table.set_rows(rows)
        self.table.rows.set_adding("name", self.tr("Type a name to add a member") if state.can_edit else "")
        self._show_strip(state, rows)
        self._show_filters(rows)
        for button in (self.adding, self.importing, self.writing):
            button.setEnabled(state.can_edit and not self.progress.isVisible())
        if not self.panel.isHidden():
            self._show_panel(self.panel.code)

    def _show_strip(self, state: SessionState, rows: Sequence[MemberRow]) -> None:
        asked = sum(row.standing.asked for row in rows)
        answered = sum(row.standing.answered for row in rows)
        texts = state.texts
        self.strip.asked.show_figure(texts.number(asked), self.tr("of %n member(s) asked", "", len(rows)))
        self.strip.answered.show_figure(texts.number(answered), self.tr("answered"))
        rate = texts.percent(answered / asked) if asked else "–"
        self.strip.rate.show_figure(rate, self.tr("response rate"))
        by_activity = self._is_by_activity
        self.strip.title.setText(
            self.tr("Answers by activity: who is missing")
            if by_activity
            else self.tr("Answers by size: who is missing")
        )
        self.strip.turning.setText(self.tr("Show by size") if by_activity else self.tr("Show by activity"))
        where = {row.member.code: row.standing for row in rows}
        self.strip.show_sizes(answer_shares(state, where, self._words, by_activity=by_activity))

    def _turn_strip(self) -> None:
        self._is_by_activity = not self._is_by_activity
        self.refresh(self.session.state)

    def _show_filters(self, rows: Sequence[MemberRow]) -> None:
        titles = {
            "all": self.tr("All"),
            "not_asked": self.tr("Not asked"),
            "asked": self.tr("Asked"),
            "answered": self.tr("Answered"),
            "to_call": self.tr("To be called"),
            "overdue": self.tr("Overdue"),
        }
        for key, button in self._filter_buttons.items():
            button.setText(f"{titles[key]} {self.session.texts.number(sum(map(_FILTERS[key], rows)))}")
        self.reminding.setEnabled(any(map(_FILTERS["to_call"], rows)))
        # A filter that finds nobody is in the way, unless it is the one that is on.
        late = self._filter_buttons["overdue"]
        late.setVisible(late.isChecked() or any(map(_FILTERS["overdue"], rows)))
        self.details.setEnabled(bool(rows))
        self.statusing.setEnabled(bool(rows) and self.session.state.can_edit)

    # --- table --------------------------------------------------------------------------------------------------------

    def _begin_adding(self) -> None:
        self._is_adding = True
        self.refresh(self.session.state)
        self.search.clear()
        self._filter("all")
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

    def _filter(self, key: str) -> None:
        for other, button in self._filter_buttons.items():
            button.setChecked(other == key)
        self.table.rows.set_predicate(None if key == "all" else _FILTERS[key])

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

    # --- lists --------------------------------------------------------------------------------------------------------

    def _paste(self, paste: Paste) -> None:
        if not self.session.state.can_edit:
            return
        columns, rows = paste.columns, paste.rows
        if len(paste.grid) == 1 and len(paste.grid[0]) == 1 and rows and columns[0] != "code":
            self._edit_cell(rows[0], columns[0], paste.grid[0][0])
            return
        codes = [member.code for member in self.presenter.snapshot.members]
        self._preview(
            self.presenter.read_cells(paste.grid, columns, [MemberCode(code) for code in rows if code in codes])
        )

    def _paste_all(self) -> None:
        grid = parse_grid(QGuiApplication.clipboard().text())
        if not grid:
            self.say.emit("neutral", self.tr("The clipboard holds no cells. Copy them in your spreadsheet first."))
            return
        columns = CELL_COLUMNS if len(grid[0]) > 1 and _looks_like_codes(grid) else CELL_COLUMNS[1:]
        self._preview(self.presenter.read_cells(grid, columns, ()))

    def _ask_for_list(self) -> None:
        path = members_asking.list_to_read(self, self.session.state.path.parent)
        if path is not None:
            self._read(path)

    def take_files(self, paths: Sequence[Path]) -> None:
        """Read a list that was dropped on the page."""
        if len(paths) > 1:
            self.say.emit("neutral", self.tr("One list at a time, please. Forms belong to the step Needs."))
        elif self.session.state.can_edit:
            self._read(paths[0])

    def _read(self, path: Path) -> None:
        known = self.session.state.snapshot.members

        def read(outcome: MembersOutcome) -> None:
            if self.session.state.snapshot.members == known:
                self._preview(outcome)
            else:
                # Somebody edited members meanwhile: codes and comparisons rest on the list before.
                QTimer.singleShot(0, self, lambda: self._read(path))

        self._start(self.presenter.reading_of(path), self.tr("Reading the list"), read)

    def _preview(self, outcome: MembersOutcome) -> None:
        state, contacts = self.session.state, self.presenter.contacts().values()
        registrations = self.presenter.registrations().values()
        changes = member_changes(outcome, state.snapshot.members, contacts, registrations)
        if not changes and all(problem.cell is None for problem in outcome.problems):
            self.say.emit("neutral", self.tr("Everything in these cells is recorded already."))
            return
        dialog = MembersPreview(outcome, parent=self)
        titles = self._titles() | {
            "contact_name": self.tr("Contact person"),
            "contact_email": self.tr("E-mail"),
            "consent_basis": self.tr("Consent given by"),
            "consent_date": self.tr("Consent given on"),
            "consent_expires": self.tr("Consent valid until"),
            "registration_number": self.tr("Registration number"),
            "sme": self.tr("SME status"),
            "sme_basis": self.tr("Basis of the SME status"),
        }
        dialog.show_rows(
            change_rows(changes, titles, member_words(self.session), state.texts),
            problem_rows(outcome.problems, titles, state.texts),
            notes_on_file(outcome.problems, state.texts),
        )
        dialog.accepted.connect(lambda: self._take(outcome))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, outcome: MembersOutcome) -> None:
        if self.presenter.apply(outcome):
            added = self.tr("%n member(s) added", "", outcome.added)
            changed = self.tr("%n changed", "", outcome.updated)
            self.say.emit("good", self.tr("{added}, {changed}.").format(added=added, changed=changed))

    def _meant(self) -> list[str]:
        """Return the members marked, or else the one that is chosen."""
        return self.table.selected_rows or [code for code in [self.table.chosen_row] if code]

    # --- longer work --------------------------------------------------------------------------------------------------

    def _start(self, work: Callable[..., object], stage: str, done: Callable[..., None]) -> None:
        job = self.session.pool.start(work)
        self._job = job
        self.progress.begin(stage, self.tr("Cancel"))
        for button in (self.importing, self.writing, self.empty.primary):
            button.setEnabled(False)
        job.progressed.connect(self._show_progress)
        job.done.connect(done)
        job.failed.connect(self._fail)
        job.finished.connect(self._end)

    def _show_progress(self, progress: Progress) -> None:
        count = self.tr("{done} of {total}").format(done=progress.done, total=progress.total) if progress.total else ""
        self.progress.show_step(self.progress.stage.text(), progress.done, progress.total, count)

    def _fail(self, error: FastmapError) -> None:
        self.session.failed.emit(error)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        self._job = None
        self.progress.hide()
        for button in (self.importing, self.writing, self.empty.primary):
            button.setEnabled(self.session.is_open and self.session.state.can_edit)

    def _read_regions(self) -> None:
        if not self.session.is_open:
            return
        self.session.pool.start(lambda _: MembersPresenter.warm_up()).done.connect(self._take_regions)

    def _take_regions(self, regions: tuple[Region, ...]) -> None:
        self.presenter.regions = regions
        if self.session.is_open:
            self.refresh(self.session.state)

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
        places = {region.code: region.name for region in self.presenter.regions}
        rows = member_rows(state.snapshot, self._words, places, self.presenter.today())
        row = next((row for row in rows if row.member.code == code), None)
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

    def _titles(self) -> dict[str, str]:
        return {
            "code": self.tr("Code"),
            "name": self.tr("Name"),
            "kind": self.tr("Kind"),
            "headcount": self.tr("People"),
            "activity": self.tr("Activity"),
            "nuts": self.tr("Place"),
            "language": self.tr("Language"),
            "status": self.tr("Status"),
        }

    def retranslate(self) -> None:
        """Set every text."""
        self.header.set_words(self.title(), self.tr("Who belongs to the cluster, who was asked, and who has answered."))
        self.importing.setText(self.tr("Import a list"))
        self.writing.setText(self.tr("Write forms…"))
        self.adding.setText(self.tr("Add member"))
        self.search.set_words(self.tr("Search"))
        self.reminding.setText(self.tr("Remind…"))
        self.strip.giving.setText(self.tr("Feedback sheets…"))
        self.statusing.setText(self.tr("Set status…"))
        self.details.setText(self.tr("Details"))
        self.table.set_words(self.tr("Members"))
        self.table.set_titles(self._titles())
        self.table.set_own_words("{text}", self.tr("As typed"))
        self.panel.retranslate()
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

    def _fit(self) -> None:
        self.search.setFixedWidth(current().px(150))

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


def _looks_like_codes(grid: Sequence[Sequence[str]]) -> bool:
    """Say whether the first column holds codes rather than names: short, with a digit, no spaces, all different."""
    first = [row[0] for row in grid]
    return len(set(first)) == len(first) and all(
        0 < len(text) <= 12 and " " not in text and any(letter.isdigit() for letter in text) for text in first
    )
