"""Running a vote while presenting: start it, close it, open it again, see how many have voted, count by hand."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from fastmap.model.choices import BallotState, BallotSubject
from ui.plain_text import literal
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.workshop.meeting import Meeting
from ui.workshop.present_words import ballot_words

if TYPE_CHECKING:
    from fastmap.model.workshop import Ballot
    from ui.session import Session


class VoteControls(QWidget):
    """One line of buttons; what is about dots stays hidden as long as the vote hides them."""

    by_hand_wanted = Signal()
    """Dots on paper are to be counted into the vote on the wall."""

    def __init__(self, name: str, session: Session, meeting: Meeting, *, parent: QWidget) -> None:
        """Follow ``meeting``. ``name`` begins the names of everything inside."""
        super().__init__(parent)
        self._session, self._meeting = session, meeting
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.counted = Label("body", parent=self)
        self.counted.setObjectName(f"{name}Counted")
        self.starting = Button(f"{name}Start", "plus", parent=self)
        self._menu = QMenu(self.starting)
        self._subjects = {subject: self._menu.addAction("") for subject in BallotSubject}
        for subject, action in self._subjects.items():
            action.setObjectName(f"{name}Start_{subject}")
            action.triggered.connect(lambda _=False, subject=subject: self._start(subject))
        self.starting.setMenu(self._menu)
        self.turning = Button(name, "circles-three", parent=self)
        self.turning.clicked.connect(self._turn)
        self.by_hand = Button(f"{name}ByHand", "pencil-simple", parent=self)
        self.by_hand.clicked.connect(self.by_hand_wanted)
        for widget in (self.counted, self.turning, self.by_hand, self.starting):
            row.addWidget(widget)

    def show_all(self) -> None:
        """Show what can be done about the vote now."""
        state, ballot, other = self._session.state, self._meeting.ballot, self._left_open()
        is_open = other is not None or (ballot is not None and ballot.state is BallotState.OPEN)
        self.turning.setText(ballot_words(other or ballot))
        self.by_hand.setText(self.tr("Count by hand…"))
        self.starting.setText(self.tr("Start a vote"))
        if other is not None:
            self.counted.setText(self.tr("Phones still vote in an earlier workshop's vote."))
        else:
            self.counted.setText("" if ballot is None else self._count(ballot))
        for widget in (self.counted, self.turning):
            widget.setVisible(ballot is not None or other is not None)
        self.by_hand.setVisible(ballot is not None and other is None)
        # One vote at a time: people would not know which one is meant.
        self.starting.setVisible(not is_open and self._meeting.workshop is not None)
        for button in (self.turning, self.by_hand):
            button.setEnabled(state.can_edit)
        self.starting.setEnabled(state.can_edit and state.results is not None)
        if state.results is not None and not is_open:
            self._name_subjects()

    def _left_open(self) -> Ballot | None:
        """Return the vote that phones are offered although the wall shows another one or none: nobody closed it."""
        from fastmap.tasks.ballots import open_ballot

        ballot, offered = self._meeting.ballot, open_ballot(self._session.state.snapshot)
        return None if offered is None or (ballot is not None and offered.id == ballot.id) else offered

    def _turn(self) -> None:
        from fastmap.tasks.ballots import turned_ballot

        other = self._left_open()
        if other is None:
            self._meeting.turn_ballot()
        else:
            self._session.apply(turned_ballot(other, self._session.state.results, datetime.now().astimezone()))

    def _name_subjects(self) -> None:
        from fastmap.tasks.ballots import options_of

        results = self._session.state.results
        assert results is not None  # looked at above
        for subject, action in self._subjects.items():
            options = len(options_of(subject, results))
            words = self._session.texts.get(f"ballot_subject.{subject}")
            action.setText(literal(self.tr("{subject}: {count} options").format(subject=words, count=options)))
            action.setEnabled(options > 1)

    def _count(self, ballot: Ballot) -> str:
        papers = [paper for paper in self._session.state.snapshot.ballot_papers if paper.ballot == ballot.id]
        by_hand = ballot.voters_by_hand or 0
        words = self.tr("%n person(s) voted by phone", "", len(papers))
        on_paper = self.tr("%n on paper", "", by_hand)
        return f"{words} · {on_paper}" if by_hand else words

    def _start(self, subject: BallotSubject) -> None:
        from fastmap.changes import OpenBallot
        from fastmap.model.choices import WallView
        from fastmap.tasks.ballots import new_ballot, options_of

        state, workshop = self._session.state, self._meeting.workshop
        if workshop is None or state.results is None:
            return
        ballot = new_ballot(
            state.snapshot,
            workshop.id,
            subject,
            options_of(subject, state.results),
            dots=state.catalogue.workshop.dots,
            at=datetime.now().astimezone(),
            results=state.results,
        )
        if self._session.apply(OpenBallot(ballot=ballot)) is not None:
            self._meeting.show_view(WallView.VOTE)
