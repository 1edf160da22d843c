"""The votes of a workshop: a list, one of them in full, and the form for the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fastmap.model.choices import BallotState
from ui.theme.theme import current
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.table import Column, DataTable
from ui.workshop.ballot_form import BallotForm
from ui.workshop.ballot_view import BallotView

if TYPE_CHECKING:
    from fastmap.model.vote_results import BallotResult
    from fastmap.model.workshop import Workshop
    from ui.session import Session

_LIST_WIDTH = 300
_STATE_TONES = {BallotState.OPEN: "good", BallotState.CLOSED: "neutral"}


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotRow:
    """A vote in the list."""

    number: int
    result: BallotResult


class VotesPane(QWidget):
    """Opens votes and shows them."""

    refused = Signal(object)
    """The `FastmapError` of an entry that was not understood."""

    def __init__(self, session: Session, *, parent: QWidget | None = None) -> None:
        """Show nothing before `show_workshop`."""
        super().__init__(parent)
        self._session = session
        self._workshop: Workshop | None = None
        self._ballot = ""
        self._results: tuple[BallotResult, ...] = ()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(20)
        self._side = QWidget(self)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.list = DataTable(
            "ballotList", self._columns(), lambda row: str(row.result.ballot.id), select_rows=True, parent=self
        )
        self.list.setSortingEnabled(False)
        self.adding = Button("ballotNew", "plus", parent=self)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.adding)
        row.addStretch(1)
        column.addLayout(row)
        self.view = BallotView(session, parent=self)
        self.form = BallotForm(session, parent=self)
        self._nothing = Label("body", wrap=True, parent=self)
        self._nothing.setObjectName("votesNothing")
        self._nothing.set_muted(True)
        self._stack = QStackedWidget(self)
        for widget in (self._nothing, self.view, self.form):
            self._stack.addWidget(widget)
        across.addWidget(self._side)
        across.addWidget(self._stack, 1)
        self.list.row_chosen.connect(self._choose)
        self.adding.clicked.connect(self._begin)
        self.form.opened.connect(self._open)
        self.form.cancelled.connect(self._leave_form)
        self.view.refused.connect(self.refused)
        current().changed.connect(self._fit)
        self._fit()

    def _columns(self) -> list[Column[BallotRow]]:
        return [
            Column(key="number", text=lambda row: str(row.number), numeric=True, width=40),
            Column(
                key="subject",
                text=lambda row: self._session.texts.get(f"ballot_subject.{row.result.ballot.subject}"),
                role="key",
                width=110,
                stretch=True,
            ),
            Column(
                key="state",
                text=lambda row: self._session.texts.get(f"ballot_state.{row.result.ballot.state}"),
                tone=lambda row: _STATE_TONES[row.result.ballot.state],
                width=110,
            ),
        ]

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the votes of a workshop, counted as they are now."""
        from fastmap.analysis.votes import ballots_of

        is_other = self._workshop is None or self._workshop.id != workshop.id
        self._workshop = workshop
        state, results = self._session.state, self._session.state.results
        self.adding.setEnabled(state.can_edit and results is not None)
        counted = ballots_of(
            state.snapshot,
            results.skills if results is not None else (),
            results.recommendations if results is not None else (),
            gap_places=state.catalogue.workshop.gap_places,
        )
        self._results = tuple(one for one in counted if one.ballot.workshop == workshop.id)
        known = [one.ballot.id for one in self._results]
        if self._ballot not in known:
            self._ballot = known[-1] if known else ""
        self.list.set_rows([BallotRow(number=number, result=one) for number, one in enumerate(self._results, start=1)])
        if self._ballot and self.list.chosen_row != self._ballot:
            self.list.choose(self._ballot)
        if is_other or self._stack.currentWidget() is not self.form:
            self._show_ballot()

    def _show_ballot(self) -> None:
        from fastmap.report.ballot_labels import labels_of
        from fastmap.report.protection import k_in_force

        state, workshop = self._session.state, self._workshop
        chosen = next((one for one in self._results if one.ballot.id == self._ballot), None)
        if chosen is None or workshop is None:
            self._stack.setCurrentWidget(self._nothing)
            return
        ballot, results = chosen.ballot, state.results
        labels = (
            labels_of(ballot, results, self._session.texts)
            if results is not None
            else {option: option for option in ballot.options} | dict(ballot.words or {})
        )
        self.view.show_result(chosen, labels, workshop, k=k_in_force(state.snapshot, state.catalogue.rules))
        self._stack.setCurrentWidget(self.view)

    def show_ballot(self, ballot: str) -> None:
        """Show one vote in full."""
        self.list.choose(ballot)
        self._choose(ballot)

    # --- doing --------------------------------------------------------------------------------------------------------

    def _choose(self, ballot: str) -> None:
        if ballot:
            self._ballot = ballot
            self._show_ballot()

    def _begin(self) -> None:
        self.form.propose()
        self._stack.setCurrentWidget(self.form)
        self.form.subject.setFocus()

    def _leave_form(self) -> None:
        self._show_ballot()

    def _open(self) -> None:
        from fastmap.changes import OpenBallot
        from fastmap.tasks.ballots import new_ballot

        if self._workshop is None:
            return
        ballot = new_ballot(
            self._session.state.snapshot,
            self._workshop.id,
            self.form.chosen_subject,
            self.form.chosen_options,
            dots=self.form.chosen_dots,
            at=datetime.now().astimezone(),
            results=self._session.state.results,
            is_live=self.form.live.isChecked(),
        )
        self._ballot = ballot.id
        self._stack.setCurrentWidget(self.view)
        if self._session.apply(OpenBallot(ballot=ballot)) is None:
            self._show_ballot()

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self.list.set_words(self.tr("Votes of this workshop"))
        self.list.set_titles({"number": "", "subject": self.tr("Vote on"), "state": self.tr("State")})
        self.adding.setText(self.tr("New vote…"))
        self._nothing.setText(
            self.tr(
                "No vote yet. Everybody gets a few dots and gives them to what matters most: by phone, or on paper and "
                "counted by hand. The result stands beside the ranking of the survey; neither corrects the other."
            )
        )
        self.view.retranslate()
        self.form.retranslate()

    def _fit(self) -> None:
        self._side.setFixedWidth(current().px(_LIST_WIDTH))
