"""The tab Team of the step Cluster: who answered on the left, a questionnaire or the results on the right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from fastmap.model.choices import TeamRole
from fastmap.model.team import HIGHEST_LEVEL
from ui.frame.asking import folder_to_read
from ui.pages.cluster_team_form import TeamForm
from ui.pages.cluster_team_presenter import PersonRow, TeamPresenter
from ui.pages.cluster_team_results import TeamResults
from ui.pages.page import quiet
from ui.theme.theme import current
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, SectionHeader
from ui.widgets.fields import ComboBox, Field
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from ui.session import Session, SessionState

_PEOPLE_WIDTH = 400


class TeamView(QWidget):
    """Offered, never in the way: it begins with the results, or with a sentence on what it is."""

    said = Signal(str, str)
    """Tone and sentence for the page to say."""

    def __init__(self, session: Session, *, parent: QWidget) -> None:
        """Show the self-assessment of what ``session`` has open."""
        super().__init__(parent)
        self.setObjectName("teamView")
        self._session = session
        self.presenter = TeamPresenter(session, self)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        self.people = self._build_people()
        across.addWidget(self.people)
        self.right = QStackedWidget(self)
        self.results = TeamResults(parent=self)
        self.form = TeamForm(self.presenter, parent=self)
        self.right.addWidget(self.results)
        self.right.addWidget(self.form)
        across.addWidget(self.right, 1)
        self._connect()
        current().changed.connect(self._fit)
        self._fit()

    def _build_people(self) -> Card:
        card = Card("teamPeople", parent=self)
        self._head = SectionHeader(parent=card)
        card.body.addWidget(self._head)
        self.table = DataTable("teamPeopleTable", self._columns(), lambda row: row.id, select_rows=True, parent=card)
        card.body.addWidget(self.table, 1)
        buttons = QWidget(card)
        flow = FlowLayout(buttons, spacing=8)
        self.adding = Button("teamAddStaff", "plus", parent=buttons)
        self.adding_outside = Button("teamAddStakeholder", "plus", parent=buttons)
        self.writing = Button("teamWrite", "paper-plane-tilt", parent=buttons)
        self.taking = Button("teamTake", "file-arrow-down", parent=buttons)
        for button in (self.adding, self.adding_outside, self.writing, self.taking):
            flow.addWidget(button)
        card.body.addWidget(buttons)
        self.bought_in = ComboBox("teamBoughtIn", parent=card)
        self._bought_field = Field(self.bought_in, parent=card)
        card.body.addWidget(self._bought_field)
        return card

    def _columns(self) -> tuple[Column[PersonRow], ...]:
        return (
            Column[PersonRow](key="respondent", text=lambda row: row.respondent, role="key", width=78),
            Column[PersonRow](key="role", text=lambda row: row.role, stretch=True),
            Column[PersonRow](key="answered", text=lambda row: row.answered, numeric=True, width=60),
            Column[PersonRow](key="state", text=lambda row: row.state, tone=lambda row: row.tone, width=92),
        )

    def _connect(self) -> None:
        self.adding.clicked.connect(lambda: self._add(TeamRole.STAFF))
        self.adding_outside.clicked.connect(lambda: self._add(TeamRole.STAKEHOLDER))
        self.writing.clicked.connect(self._write)
        self.taking.clicked.connect(self._take)
        self.table.row_opened.connect(self._open)
        self.table.delete_wanted.connect(self._remove)
        self.form.done.connect(self._close)
        self.presenter.ended.connect(self.said)
        self.bought_in.activated.connect(lambda: self.presenter.set_bought_in(self.bought_in.currentData()))

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_state(self, state: SessionState) -> None:
        """Show what is recorded now; emits nothing."""
        self.table.set_rows(self.presenter.people(state))
        levels: list[tuple[object, str]] = [(level, str(level)) for level in range(1, HIGHEST_LEVEL + 1)]
        with quiet(self.bought_in):
            self.bought_in.set_choices(
                [(None, self.tr("Not recorded")), (0, self.tr("Nothing bought in")), *levels],
                state.snapshot.team_profile.bought_in_level,
            )
        for control in (self.adding, self.adding_outside, self.taking, self.bought_in):
            control.setEnabled(state.can_edit)
        is_open = self.presenter.questionnaire is not None
        self.right.setCurrentWidget(self.form if is_open else self.results)
        self.people.setVisible(not is_open)  # long items need the room
        if is_open:
            self.form.show_state(state)
        else:
            self.results.show_state(state)

    # --- what a person does -------------------------------------------------------------------------------------------

    def _add(self, role: TeamRole) -> None:
        if self.presenter.add(role):
            self.show_state(self._session.state)

    def _open(self, row: str) -> None:
        self.presenter.chosen = row
        self.show_state(self._session.state)
        self.form.table.setFocus()

    def _close(self) -> None:
        row, self.presenter.chosen = self.presenter.chosen, ""
        self.show_state(self._session.state)
        self.table.choose(row)
        self.table.setFocus()

    def _remove(self, rows: list[str]) -> None:
        if self.presenter.remove(rows):
            self.said.emit("good", self.tr("%n questionnaire(s) removed. Undo brings them back.", "", len(rows)))

    def _write(self) -> None:
        title = self.tr("Choose a folder for the questionnaires")
        folder = folder_to_read(self, title, self._session.state.path.parent)
        if folder is not None:
            self.presenter.write_forms(folder)

    def _take(self) -> None:
        kinds = self.tr("Questionnaires (*.xlsx *.xls *.ods);;All files (*)")
        title = self.tr("Choose filled questionnaires")
        chosen, _ = QFileDialog.getOpenFileNames(self, title, str(self._session.state.path.parent), kinds)
        if chosen:
            self.presenter.take_forms([Path(one) for one in chosen])

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self._head.set_words(
            self.tr("Who answered"), self.tr("Codes instead of names. Enter opens the answers, Delete removes them.")
        )
        self.adding.setText(self.tr("Add from the team"))
        self.adding_outside.setText(self.tr("Add a stakeholder"))
        self.writing.setText(self.tr("Write forms"))
        self.taking.setText(self.tr("Take forms"))
        self._bought_field.set_words(self.tr("Digital level of ICT bought in"))
        self.table.set_titles(
            {
                "respondent": self.tr("Code"),
                "role": self.tr("Role"),
                "answered": self.tr("Items"),
                "state": self.tr("State"),
            }
        )
        self.table.set_words(self.tr("Who answered the team self-assessment"))
        self.form.retranslate()
        self.results.retranslate()

    def _fit(self) -> None:
        self.people.setFixedWidth(current().px(_PEOPLE_WIDTH))
