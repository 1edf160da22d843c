"""Agenda and votes: the workshops of the round, one of them in full."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.cluster_fields import DayField
from ui.theme.theme import current
from ui.widgets.buttons import Button, DangerButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import ComboBox, Field
from ui.widgets.labels import Label
from ui.widgets.segments import Segments
from ui.workshop.agenda_pane import AgendaPane
from ui.workshop.meeting import Meeting
from ui.workshop.removing import RemoveWorkshopQuestion
from ui.workshop.votes_pane import VotesPane

if TYPE_CHECKING:
    from fastmap.catalogue.workshop import AgendaTemplate
    from fastmap.errors import FastmapError
    from fastmap.model.workshop import Ballot, Workshop
    from ui.session import Session

_SIZE = (1160, 680)


class MeetingDialog(QDialog):
    """Stays beside the window; every edit is saved as it is made."""

    def __init__(self, session: Session, meeting: Meeting, *, parent: QWidget | None = None) -> None:
        """Show the last workshop of the open file, or how to begin one."""
        super().__init__(parent)
        self.setObjectName("meetingDialog")
        self._session, self._meeting = session, meeting
        self._workshop = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        self.agenda = AgendaPane(session, meeting, parent=self)
        self.votes = VotesPane(session, parent=self)
        self.empty = EmptyState("meetingEmpty", "presentation", parent=self)
        self.empty_short = self.empty.add_other("meetingEmptyShort")
        self._whole = QWidget(self)
        self._fill_whole()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._whole)
        self._problem = Label("body", wrap=True, parent=self)
        self._problem.setObjectName("meetingProblem")
        self._problem.setProperty("complaint", "true")
        self._problem.hide()
        column.addWidget(self._stack, 1)
        column.addWidget(self._problem)
        self._connect()
        self._retranslate()
        self._show()
        self.resize(current().px(_SIZE[0]), current().px(_SIZE[1]))

    # --- parts --------------------------------------------------------------------------------------------------------

    def _fill_whole(self) -> None:
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.which = ComboBox("meetingWhich", parent=self)
        self.adding = Button("meetingNew", "plus", parent=self)
        self._menu = QMenu(self.adding)
        self.adding.setMenu(self._menu)
        self.removing = DangerButton("meetingRemove", "trash", parent=self)
        self.views = Segments("meetingViews", ("agenda", "votes"), parent=self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.views)
        head.addStretch(1)
        for widget in (self.which, self.adding, self.removing):
            head.addWidget(widget)
        self.day = DayField("meetingDay", parent=self)
        self.place = QLineEdit(self)
        self.place.setObjectName("meetingPlace")
        self.people = QLineEdit(self)
        self.people.setObjectName("meetingPeople")
        self.people.setMaxLength(6)
        self._facts = {
            "held_on": Field(self.day, parent=self),
            "place": Field(self.place, parent=self),
            "participants": Field(self.people, parent=self),
        }
        facts = QHBoxLayout()
        facts.setSpacing(12)
        for field, share in zip(self._facts.values(), (2, 4, 2), strict=True):
            facts.addWidget(field, share)
        self._panes = QStackedWidget(self)
        self._panes.addWidget(self.agenda)
        self._panes.addWidget(self.votes)
        column.addLayout(head)
        column.addLayout(facts)
        column.addWidget(self._panes, 1)

    def _connect(self) -> None:
        self.views.chosen.connect(self._turn_to)
        self.which.currentIndexChanged.connect(lambda _: self._choose(str(self.which.currentData() or "")))
        self.removing.clicked.connect(self._remove)
        self.empty.primary.clicked.connect(lambda: self._begin(0))
        self.empty_short.clicked.connect(lambda: self._begin(1))
        self.day.entered.connect(lambda text: self._enter("held_on", text))
        self.place.editingFinished.connect(lambda: self._leave("place", self.place))
        self.people.editingFinished.connect(lambda: self._leave("participants", self.people))
        for pane in (self.agenda, self.votes):
            pane.refused.connect(self._complain)
        self._session.touched.connect(self._forget_problem)
        self._session.touched.connect(self._show)
        self._session.results_ready.connect(self._show)
        self._session.failed.connect(self._complain)
        self._session.finishing.connect(self.agenda.keep_notes)
        self._session.closed.connect(self.close)
        for keys, edit in (
            (QKeySequence.StandardKey.Undo, self._session.undo),
            (QKeySequence.StandardKey.Redo, self._session.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(edit)

    # --- showing ------------------------------------------------------------------------------------------------------

    def _show(self, *_: object) -> None:
        if not self._session.is_open:
            return
        state = self._session.state
        known = {str(workshop.id): workshop for workshop in state.snapshot.workshops}
        for button in (self.empty.primary, self.empty_short, self.adding, self.removing):
            button.setEnabled(state.can_edit)
        if not known:
            self._workshop = ""
            self.agenda.forget()
            self._stack.setCurrentWidget(self.empty)
            return
        if self._workshop not in known:
            now = self._meeting.workshop
            self._workshop = list(known)[-1] if now is None else now.id
        self.which.set_choices([(one.id, self._called(one)) for one in known.values()], self._workshop)
        self.which.setVisible(len(known) > 1)
        workshop = known[self._workshop]
        self._show_facts(workshop)
        self.agenda.show_workshop(workshop)
        self.votes.show_workshop(workshop)
        self._stack.setCurrentWidget(self._whole)

    def _show_facts(self, workshop: Workshop) -> None:
        day = workshop.held_on
        if not self.day.isModified():
            self.day.show_day(day.isoformat() if day else "", self._session.texts.date(day) if day else "")
        people = "" if workshop.participants is None else str(workshop.participants)
        for line, text in ((self.place, workshop.place or ""), (self.people, people)):
            if not line.isModified() and line.text() != text:
                line.setText(text)
        for field in self._facts.values():
            field.control.setEnabled(self._session.state.can_edit)

    def _called(self, workshop: Workshop) -> str:
        day = self._session.texts.date(workshop.held_on) if workshop.held_on else self.tr("without a day")
        return f"{workshop.id} · {day}"

    def _complain(self, error: FastmapError) -> None:
        self._problem.setText(self._session.texts.say(error.message))
        self._problem.show()

    def _forget_problem(self, *_: object) -> None:
        self._problem.hide()

    def _turn_to(self, key: str) -> None:
        self._panes.setCurrentWidget(self.agenda if key == "agenda" else self.votes)

    def show_ballot(self, ballot: Ballot) -> None:
        """Show one vote of its workshop."""
        self._choose(ballot.workshop)
        self.show_votes()
        self.votes.show_ballot(ballot.id)

    def show_votes(self) -> None:
        """Turn to the votes."""
        self.views.choose("votes")
        self._turn_to("votes")

    # --- editing ------------------------------------------------------------------------------------------------------

    def _choose(self, workshop: str) -> None:
        if workshop and workshop != self._workshop:
            self.agenda.keep_notes()
            self._workshop = workshop
            self._show()

    def _begin(self, place: int) -> None:
        from fastmap.changes import SaveWorkshop
        from fastmap.tasks.workshops import new_workshop

        templates = self._session.state.catalogue.workshop.agendas
        today = datetime.now().astimezone().date()
        workshop = new_workshop(self._session.state.snapshot, templates[place], held_on=today)
        self._workshop = workshop.id
        self._session.apply(SaveWorkshop(workshop=workshop))

    def _remove(self) -> None:
        from fastmap.changes import RemoveWorkshop

        self.agenda.keep_notes()  # what undo brings back is then all that was typed
        snapshot = self._session.state.snapshot
        known = next((one for one in snapshot.workshops if one.id == self._workshop), None)
        if known is None:
            return
        if RemoveWorkshopQuestion(snapshot, known, self._called(known), parent=self).is_meant():
            self._session.apply(RemoveWorkshop(workshop=known.id))

    def _leave(self, field: str, line: QLineEdit) -> None:
        if line.isModified():
            line.setModified(False)
            self._enter(field, line.text())

    def _enter(self, field: str, text: str) -> None:
        from fastmap.changes import SaveWorkshop
        from fastmap.errors import FastmapError
        from fastmap.tasks.workshops import with_fact

        if not self._session.is_open:
            return
        known = next((one for one in self._session.state.snapshot.workshops if one.id == self._workshop), None)
        if known is None:
            return
        try:
            now = with_fact(known, field, text)
        except FastmapError as error:
            self._facts[field].set_complaint(self._session.texts.say(error.message))
            return
        self._facts[field].set_complaint("")
        if now != known:
            self._session.apply(SaveWorkshop(workshop=now))

    # --- words --------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is recorded by now."""
        super().showEvent(event)
        self._retranslate()
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed."""
        super().hideEvent(event)
        self.agenda.keep_notes()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Agenda and votes"))
        self.empty.set_words(
            self.tr("A meeting that ends with decisions"),
            self.tr(
                "Begin with an agenda that has a time and a view for every item. Everything can be changed; what is said, "
                "decided and voted goes into the report and the minutes."
            ),
        )
        if self._session.is_open:
            self._name_agendas(self._session.state.catalogue.workshop.agendas)
        self.adding.setText(self.tr("New workshop"))
        self.removing.setText(self.tr("Remove workshop"))
        self.which.setAccessibleName(self.tr("Workshop"))
        self.views.set_words(
            self.tr("What of the workshop is shown"), {"agenda": self.tr("Agenda"), "votes": self.tr("Votes")}
        )
        self._facts["held_on"].set_words(self.tr("Day"))
        self._facts["place"].set_words(self.tr("Place"))
        self._facts["participants"].set_words(self.tr("People in the room"))
        self.day.setPlaceholderText("2026-03-31")
        self.agenda.retranslate()
        self.votes.retranslate()

    def _name_agendas(self, templates: tuple[AgendaTemplate, ...]) -> None:
        self._menu.clear()
        begin = self.tr("New workshop: {agenda}")
        for place, template in enumerate(templates):
            words = self._session.texts.get(f"agenda.{template.key}")
            action = self._menu.addAction(words)
            action.setObjectName(f"meetingNew_{template.key}")
            action.triggered.connect(lambda _=False, place=place: self._begin(place))
            if place < 2:
                button = self.empty.primary if place == 0 else self.empty_short
                button.setText(begin.format(agenda=words))
        self.empty_short.setVisible(len(templates) > 1)
