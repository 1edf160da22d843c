"""One vote: what was counted, beside the survey; dots counted by hand are typed into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fastmap.model.choices import BallotState, RankGap
from fastmap.texts import sentence_case
from ui.theme.theme import current
from ui.widgets.buttons import Button, DangerButton
from ui.widgets.check_box import CheckBox
from ui.widgets.fields import Field
from ui.widgets.labels import Label
from ui.widgets.table import Column, DataTable, Paste

if TYPE_CHECKING:
    from fastmap.changes.base import Change
    from fastmap.model.vote_results import BallotResult, OptionResult
    from fastmap.model.workshop import Workshop
    from ui.session import Session

_GAP_TONES = {RankGap.HIGHER: "good", RankGap.LOWER: "warn"}
_COUNTED = ("dots", "place", "gap")
_VOTERS_WIDTH = 230


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRow:
    """One option, with its words and what was counted by hand."""

    result: OptionResult
    label: str
    by_hand: int | None


class BallotView(QWidget):
    """Shows a counted vote, closes and opens it, and takes what was counted on paper."""

    refused = Signal(object)
    """The `FastmapError` of an entry that was not understood."""

    def __init__(self, session: Session, *, parent: QWidget | None = None) -> None:
        """Show nothing before `show_result`."""
        super().__init__(parent)
        self._session = session
        self._result: BallotResult | None = None
        self._names: Mapping[str, str] = {}
        """What options are called, by words."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.summary = Label("body", wrap=True, parent=self)
        self.summary.setObjectName("ballotSummary")
        self.table = DataTable("ballotTable", self._columns(), lambda row: str(row.result.option), parent=self)
        self.warning = Label("body", wrap=True, parent=self)
        self.warning.setObjectName("ballotWarning")
        self.warning.setProperty("complaint", "true")
        self.voters = QLineEdit(self)
        self.voters.setObjectName("ballotVoters")
        self.voters.setMaxLength(6)
        self._voters_field = Field(self.voters, parent=self)
        self.pasting = Button("ballotPaste", "clipboard-text", parent=self)
        self.live = CheckBox("ballotShowLive", parent=self)
        self.turning = Button("ballotTurn", "lock", parent=self)
        self.removing = DangerButton("ballotRemove", "trash", parent=self)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        column.addWidget(self.warning)
        by_hand = QHBoxLayout()
        by_hand.setSpacing(12)
        by_hand.addWidget(self._voters_field, 1)
        by_hand.addWidget(self.pasting, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(by_hand)
        column.addWidget(self.live)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.turning)
        row.addStretch(1)
        row.addWidget(self.removing)
        column.addLayout(row)
        self.table.cell_edited.connect(self._count)
        self.table.cells_cleared.connect(self._clear)
        self.table.pasted.connect(self._paste)
        self.pasting.clicked.connect(self._paste_whole)
        self.voters.editingFinished.connect(self._count_voters)
        self.live.toggled.connect(self._show_live)
        self.turning.clicked.connect(self._turn)
        self.removing.clicked.connect(self._remove)
        current().changed.connect(self._fit)
        self._fit()

    def _columns(self) -> list[Column[OptionRow]]:
        return [
            Column(key="option", text=lambda row: row.label, role="key", width=230, stretch=True),
            Column(key="dots", text=lambda row: str(row.result.dots), numeric=True, width=60, sort=_dots),
            Column(key="place", text=lambda row: _place(row.result.place), numeric=True, width=70, sort=_by_dots),
            Column(
                key="survey", text=lambda row: _place(row.result.survey_place), numeric=True, width=76, sort=_survey
            ),
            Column(
                key="gap",
                text=lambda row: self._session.texts.get(f"rank_gap.{row.result.gap}") if row.result.gap else "",
                tone=lambda row: _GAP_TONES[row.result.gap] if row.result.gap else None,
                width=190,
            ),
            Column(
                key="by_hand",
                text=lambda row: "" if row.by_hand is None else str(row.by_hand),
                numeric=True,
                width=100,
                sort=lambda row: row.by_hand,
                editable=lambda _: self._session.is_open and self._session.state.can_edit,
            ),
        ]

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_result(self, result: BallotResult, labels: Mapping[str, str], workshop: Workshop, *, k: int) -> None:
        """Show a vote as it is counted now. Dots that are hidden from the room are hidden here too: it may look on."""
        is_other = self._result is None or self._result.ballot.id != result.ballot.id
        self._result = result
        self._names = {label: option for option, label in labels.items()}
        ballot, can_edit = result.ballot, self._session.state.can_edit
        is_open = ballot.state is BallotState.OPEN
        is_hidden = is_open and not ballot.is_live
        keys = [column.key for column in self.table.rows.columns]
        for key in _COUNTED:
            self.table.setColumnHidden(keys.index(key), is_hidden)
        rows = [
            OptionRow(
                result=option, label=sentence_case(labels[option.option]), by_hand=ballot.by_hand.get(option.option)
            )
            for option in result.options
        ]
        if is_hidden:  # their order would tell
            order = {option: place for place, option in enumerate(ballot.options)}
            rows.sort(key=lambda row: order[row.result.option])
        self.table.set_rows(rows)
        self.summary.setText(self._summary(result, is_hidden=is_hidden))
        warning = self._warning(result, workshop, k)
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        if is_other or not self.voters.isModified():
            self.voters.setText("" if ballot.voters_by_hand is None else str(ballot.voters_by_hand))
        blocked = self.live.blockSignals(True)
        self.live.setChecked(ballot.is_live)
        self.live.blockSignals(blocked)
        self.live.setVisible(is_open)
        self.turning.setText(self.tr("Close the vote") if is_open else self.tr("Open it again"))
        self.turning.set_icon("lock" if is_open else "lock-open")
        for control in (self.voters, self.pasting, self.live, self.turning, self.removing):
            control.setEnabled(can_edit)

    def _summary(self, result: BallotResult, *, is_hidden: bool) -> str:
        dots = self.tr("%n dot(s)", "", result.dots)
        if result.voters is None:
            people = self.tr("nobody counted the people")
        else:
            people = self.tr("%n person(s) voted", "", result.voters)
        parts = [self.tr("{dots}, {people}.").format(dots=dots, people=people)]
        if is_hidden:
            parts.append(self.tr("The dots are hidden until the vote is closed."))
        elif not result.is_ranked_by_survey:
            parts.append(self.tr("The survey does not rank these options."))
        elif result.dots:
            count = len(result.disagreements)
            parts.append(
                self.tr("Room and survey disagree on %n option(s).", "", count)
                if count
                else self.tr("Room and survey agree.")
            )
        return " ".join(parts)

    def _warning(self, result: BallotResult, workshop: Workshop, k: int) -> str:
        if result.voters is None:
            return ""
        if workshop.participants is not None and result.voters > workshop.participants:
            return (
                self.tr(
                    "%n person(s) voted, and fewer were in the room: {room}. Somebody may have voted twice.",
                    "",
                    result.voters,
                )
            ).replace("{room}", str(workshop.participants))
        if result.ballot.state is BallotState.CLOSED and result.voters < k:
            return self.tr("Fewer than {k} people voted: anonymous reports do not show this vote.").format(k=k)
        return ""

    # --- editing ------------------------------------------------------------------------------------------------------

    def _count(self, option: str, _column: str, value: object) -> None:
        self._count_all({option: str(value)})

    def _clear(self, cells: list[tuple[str, str]]) -> None:
        self._count_all({option: "" for option, _ in cells})

    def _count_all(self, typed: Mapping[str, str]) -> None:
        from fastmap.changes import CountByHand
        from fastmap.errors import FastmapError
        from fastmap.tasks.workshops import understood_counts

        if self._result is None:
            return
        ballot = self._result.ballot
        try:
            dots = {**ballot.by_hand, **understood_counts(typed)}
        except FastmapError as error:
            self.refused.emit(error)
            return
        self._apply(CountByHand(ballot=ballot.id, dots=dots, voters=ballot.voters_by_hand))

    def _paste_whole(self) -> None:
        """Take the copied cells from the first option on, wherever the table stands."""
        self.table.clearSelection()
        self.table.setCurrentIndex(QModelIndex())
        self.table.paste()

    def _paste(self, paste: Paste) -> None:
        """Take dots that were counted in a spreadsheet: all of them, or none and the lines that are not understood."""
        from fastmap.changes import CountByHand
        from fastmap.errors import FastmapError
        from fastmap.tasks.counted_sheets import counted_sheet

        if self._result is None or not self._session.state.can_edit:
            return
        ballot = self._result.ballot
        try:
            sheet = counted_sheet(paste.grid, self._names, paste.rows, dots_each=ballot.dots)
        except FastmapError as error:
            self.refused.emit(error)
            return
        voters = ballot.voters_by_hand if sheet.voters is None else sheet.voters
        dots = {**({} if sheet.voters is not None else ballot.by_hand), **sheet.dots}
        self._apply(CountByHand(ballot=ballot.id, dots=dots, voters=voters))

    def _count_voters(self) -> None:
        from fastmap.changes import CountByHand
        from fastmap.errors import FastmapError
        from fastmap.tasks.workshops import understood_voters

        if self._result is None or not self.voters.isModified():
            return
        self.voters.setModified(False)
        ballot = self._result.ballot
        try:
            voters = understood_voters(self.voters.text())
        except FastmapError as error:
            self.refused.emit(error)
            return
        if voters != ballot.voters_by_hand:
            self._apply(CountByHand(ballot=ballot.id, dots=ballot.by_hand, voters=voters))

    def _show_live(self, is_live: bool) -> None:  # noqa: FBT001 - Qt's signal
        from fastmap.changes import ShowBallotLive

        if self._result is not None:
            self._apply(ShowBallotLive(ballot=self._result.ballot.id, is_live=is_live))

    def _turn(self) -> None:
        from fastmap.tasks.ballots import turned_ballot

        if self._result is not None:
            results = self._session.state.results
            self._apply(turned_ballot(self._result.ballot, results, datetime.now().astimezone()))

    def _remove(self) -> None:
        from fastmap.changes import RemoveBallot

        if self._result is not None:
            self._apply(RemoveBallot(ballot=self._result.ballot.id))

    def _apply(self, change: Change) -> None:
        self._session.apply(change)

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self.table.set_words(self.tr("Options of the vote"))
        self.table.set_titles(
            {
                "option": self.tr("Option"),
                "dots": self.tr("Dots"),
                "place": self.tr("Place"),
                "survey": self.tr("Survey"),
                "gap": self.tr("In the room"),
                "by_hand": self.tr("On paper"),
            }
        )
        self._voters_field.set_words(
            self.tr("People who voted on paper"), self.tr("Type their dots into the column “On paper”.")
        )
        self.pasting.setText(self.tr("Paste a counted sheet"))
        self.pasting.setToolTip(
            self.tr("Copied cells: options with their dots, or one line per person under a line of options (Ctrl+V)")
        )
        self.live.setText(self.tr("Show the dots on the wall while people vote"))
        self.removing.setText(self.tr("Remove this vote"))

    def _fit(self) -> None:
        self.voters.setMaximumWidth(current().px(_VOTERS_WIDTH))


def _place(place: int | None) -> str:
    return "" if place is None else f"{place}."


def _dots(row: OptionRow) -> int:
    return row.result.dots


def _by_dots(row: OptionRow) -> int | None:
    return row.result.place


def _survey(row: OptionRow) -> int | None:
    return row.result.survey_place
