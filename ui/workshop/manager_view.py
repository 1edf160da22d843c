"""The manager's view on the laptop's own screen: agenda, time left, notes and decisions, what is next, the wall's buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from fastmap.model.choices import WallView
from ui.plain_text import literal
from ui.theme.theme import current, restyle
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.cards import Card, clear, scrolling
from ui.widgets.check_box import CheckBox
from ui.widgets.labels import FactLabel, Label
from ui.workshop.meeting import Meeting
from ui.workshop.note_saving import at_rest, save_typed
from ui.workshop.present_words import PACE_TONES, ViewButtons, item_words, time_words
from ui.workshop.room_line import RoomLine
from ui.workshop.vote_controls import VoteControls

if TYPE_CHECKING:
    from fastmap.model.ids import WorkshopId
    from fastmap.model.workshop import AgendaItem
    from ui.phone.keeper import RoomKeeper
    from ui.session import Session

_NOTES_HEIGHT = 110
_PAGES = {
    WallView.WELCOME: "cluster",
    WallView.PHONES: "needs",
    WallView.RANKING: "diagnosis",
    WallView.MAP: "diagnosis",
    WallView.COVERAGE: "partners",
    WallView.VOTE: "diagnosis",
    WallView.GRID: "actions",
    WallView.NEXT_STEPS: "next_steps",
    WallView.READING: "next_steps",
}


class NoteField(QPlainTextEdit):
    """Several lines that are saved when the keyboard leaves them, and when nothing was typed for a moment."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rest = at_rest(self, self.left.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the meeting what clickers send; a note has no pages to turn."""
        if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard has gone."""
        super().focusOutEvent(event)
        self.left.emit()


class ManagerView(QWidget):
    """What only the person with the laptop sees."""

    key_pressed = Signal(QKeyEvent)
    leave_wanted = Signal()
    page_wanted = Signal(str)
    """The step of the window where what is on the wall is edited."""

    def __init__(
        self, session: Session, meeting: Meeting, keeper: RoomKeeper, *, parent: QWidget | None = None
    ) -> None:
        """Follow ``meeting``, and say if the room of ``keeper`` is gone."""
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("managerView")
        self._session, self._meeting, self._keeper = session, meeting, keeper
        self._shown_item: tuple[WorkshopId, str] | None = None
        """Workshop and item that the fields are about."""
        self._shown_agenda: tuple[object, ...] = ()
        self._buttons: dict[str, Button] = {}
        across = QHBoxLayout(self)
        across.setContentsMargins(24, 18, 24, 16)
        across.setSpacing(20)
        self._card = self._agenda_card()
        across.addWidget(self._card, 4)
        across.addLayout(self._middle(), 7)
        meeting.changed.connect(self.show_all)
        meeting.item_changed.connect(self._change_item)
        meeting.ticked.connect(self.show_time)
        session.finishing.connect(self.save_notes)
        self.retranslate()
        self.show_all()

    # --- parts --------------------------------------------------------------------------------------------------------

    def _agenda_card(self) -> Card:
        card = Card("managerAgenda", parent=self)
        self._agenda_title = Label("card", parent=card)
        self.time_in_all = Label("body", parent=card)
        self.time_in_all.setObjectName("managerTimeInAll")
        self.time_in_all.set_muted(True)
        content = QWidget()
        self._items = QVBoxLayout(content)
        self._items.setContentsMargins(0, 0, 0, 0)
        self._items.setSpacing(6)
        card.body.addWidget(self._agenda_title)
        card.body.addWidget(self.time_in_all)
        card.body.addWidget(scrolling(content, name="managerItems", parent=card), 1)
        self._items_ground = content
        return card

    def _middle(self) -> QVBoxLayout:
        column = self._column = QVBoxLayout()
        column.setSpacing(10)
        head = QHBoxLayout()
        self.item_title = FactLabel("title", parent=self)
        self.item_title.setObjectName("managerItem")
        self.time_left = Label("title", parent=self)
        self.time_left.setObjectName("managerTimeLeft")
        head.addWidget(self.item_title, 1)
        head.addWidget(self.time_left)
        column.addLayout(head)
        following = QHBoxLayout()
        self.next_words = FactLabel("body", parent=self)
        self.next_words.setObjectName("managerNext")
        self.next_words.set_muted(True)
        self.back = Button("managerBack", "caret-left", parent=self)
        self.forward = PrimaryButton("managerForward", "caret-right", parent=self)
        self.back.clicked.connect(lambda: self._go(-1))
        self.forward.clicked.connect(lambda: self._go(1))
        following.addWidget(self.next_words, 1)
        following.addWidget(self.back)
        following.addWidget(self.forward)
        column.addLayout(following)
        self._notes_words, self.notes = self._note_field("managerNotes")
        self._decisions_words, self.decisions = self._note_field("managerDecisions")
        for words, field in ((self._notes_words, self.notes), (self._decisions_words, self.decisions)):
            column.addWidget(words)
            column.addWidget(field, 1)
        self._names_hint = Label("secondary", wrap=True, parent=self)
        column.addWidget(self._names_hint)
        self._wall_words = Label("heading", parent=self)
        line = QHBoxLayout()
        line.addWidget(self._wall_words, 1)
        self.editing = Button("managerEdit", "pencil-simple", parent=self)
        self.editing.clicked.connect(lambda: self.page_wanted.emit(_PAGES[self._meeting.view]))
        line.addWidget(self.editing)
        column.addLayout(line)
        self.views = ViewButtons(self._meeting, parent=self)
        column.addWidget(self.views)
        self.votes = VoteControls("managerVote", self._session, self._meeting, parent=self)
        column.addWidget(self.votes, 0, Qt.AlignmentFlag.AlignLeft)
        self.room = RoomLine("managerRoom", self._session, self._keeper, parent=self)
        column.addWidget(self.room)
        column.addLayout(self._foot())
        column.addStretch(0)
        return column

    def _note_field(self, name: str) -> tuple[Label, NoteField]:
        words, field = Label("heading", parent=self), NoteField(self)
        field.setObjectName(name)
        field.setTabChangesFocus(True)
        field.setMinimumHeight(current().px(_NOTES_HEIGHT) // 2)
        field.left.connect(self.save_notes)
        words.setBuddy(field)
        return words, field

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        self.names = CheckBox("managerShowNames", parent=self)
        self.black = CheckBox("managerBlack", parent=self)
        self.sound = CheckBox("managerSound", parent=self)
        self.names.toggled.connect(lambda wanted: self._meeting.show_names(shown=wanted))
        self.black.toggled.connect(lambda wanted: self._meeting.show_black(black=wanted))
        self.sound.toggled.connect(self._meeting.let_sound)
        self.leaving = Button("managerLeave", "x", parent=self)
        self.leaving.clicked.connect(self.leave_wanted)
        for box in (self.names, self.black, self.sound):
            row.addWidget(box)
        row.addStretch(1)
        row.addWidget(self.leaving)
        return row

    # --- what it shows ------------------------------------------------------------------------------------------------

    def show_all(self) -> None:
        """Show where the meeting stands."""
        if not self._session.is_open:
            return
        meeting, texts = self._meeting, self._session.texts
        self._show_agenda()
        item, following = meeting.item, meeting.next_item
        if item is not None:
            title = item_words(item, texts)
        else:
            title = self.tr("Not begun yet") if meeting.agenda else texts.term(f"wall_view.{meeting.view}")
        self.item_title.set_fact(title)
        if following is None:
            said = self.tr("Nothing comes after this.") if meeting.agenda else self.tr("This meeting has no agenda.")
        else:
            said = self.tr("Next: {item}").format(item=item_words(following, texts))
        self.next_words.set_fact(said)
        for widget in (self._card, self._notes_words, self.notes, self._decisions_words, self.decisions):
            widget.setVisible(bool(meeting.agenda))
        # Without fields the free room goes below everything, not between the lines.
        self._column.setStretch(self._column.count() - 1, 0 if meeting.agenda else 1)
        self.forward.setText(self.tr("Next") if item is not None or not meeting.agenda else self.tr("Begin"))
        for field in (self.notes, self.decisions):
            field.setEnabled(item is not None and self._session.state.can_edit)
        self._names_hint.setVisible(bool(meeting.agenda) and not meeting.names_shown)
        self._show_notes()
        self.views.show_all(texts)
        self.votes.show_all()
        self.room.show_all()
        switches = (self.names, meeting.names_shown), (self.black, meeting.is_black), (self.sound, meeting.has_sound)
        for box, is_on in switches:
            blocked = box.blockSignals(True)
            box.setChecked(is_on)
            box.blockSignals(blocked)
        self.show_time()

    def _show_agenda(self) -> None:
        agenda = self._meeting.agenda
        # Made anew only for other words: whatever has the keyboard here keeps it while answers come in.
        words = tuple((item.id, item.minutes, item_words(item, self._session.texts)) for item in agenda)
        if words != self._shown_agenda:
            self._shown_agenda = words
            clear(self._items)
            self._buttons = {item.id: self._item_button(item) for item in agenda}
            for button in self._buttons.values():
                self._items.addWidget(button)
            self._items.addStretch(1)
        for item_id, button in self._buttons.items():
            button.setChecked(item_id == self._meeting.item_id)

    def _item_button(self, item: AgendaItem) -> Button:
        minutes = self.tr("{minutes} min").format(minutes=item.minutes)
        button = Button(f"managerItem_{item.id}", parent=self._items_ground)
        # Minutes first: what is cut is the end.
        button.setText(literal(f"{minutes} · {item_words(item, self._session.texts)}"))
        button.setCheckable(True)
        button.clicked.connect(lambda: self._begin(item.id))
        return button

    def _begin(self, item_id: str) -> None:
        """Begin an item; what is typed next is a note about it."""
        self._meeting.begin_item(item_id)
        self.show_all()
        self.notes.setFocus()

    def _go(self, places: int) -> None:
        self._meeting.step(places)
        if self._meeting.item is not None:
            self.show_all()
            self.notes.setFocus()

    def _show_notes(self) -> None:
        """Show what is written about the item, unless somebody is writing about it."""
        workshop, item = self._meeting.workshop, self._meeting.item
        shown = None if workshop is None or item is None else (workshop.id, item.id)
        written = ("", "") if shown is None else self._meeting.written(*shown)
        for field, text in zip((self.notes, self.decisions), written, strict=True):
            is_being_written = shown == self._shown_item and (field.hasFocus() or field.document().isModified())
            if not is_being_written and field.toPlainText() != text:
                field.setPlainText(text)
                field.document().setModified(False)
        self._shown_item = shown

    def show_time(self) -> None:
        """Show the clock."""
        left, in_all = self._meeting.left_s, self._meeting.left_in_all_s
        self.time_left.setVisible(left is not None)
        if left is not None:
            self.time_left.setText(time_words(left))
            restyle(self.time_left, badge=PACE_TONES[self._meeting.pace])
        words = self.tr("In all: {time}").format(time=time_words(in_all)) if in_all is not None else ""
        self.time_in_all.setText(words)
        restyle(self.time_in_all, complaint="true" if in_all is not None and in_all <= 0 else "false")

    def _change_item(self) -> None:
        """Save what was written about the item before, then show the other; what cannot be saved the meeting holds."""
        self.save_notes()
        for field in (self.notes, self.decisions):
            field.document().setModified(False)

    def save_notes(self) -> None:
        """Write down what stands in the fields about the item that they show."""
        if self._shown_item is None or not self._session.is_open or not self._session.state.can_edit:
            return
        save_typed(self._session, self._meeting, self._shown_item, self.notes, self.decisions)

    # --- Qt -----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys that no field took to whoever runs the meeting."""
        self.key_pressed.emit(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing this ends the presentation: alone, the wall could not be steered."""
        event.ignore()
        self.leave_wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.show_all()

    def retranslate(self) -> None:
        """Set the texts."""
        self.setWindowTitle(self.tr("Meeting"))
        self._agenda_title.setText(self.tr("Agenda"))
        self.back.setText(self.tr("Back"))
        self._notes_words.setText(self.tr("What was said"))
        self._decisions_words.setText(self.tr("What was decided, one line each"))
        self._names_hint.setText(self.tr("Names of organisations read […] on the wall until Show names is on."))
        self.editing.setText(self.tr("Edit it in the window"))
        self._wall_words.setText(self.tr("On the wall"))
        self.names.setText(self.tr("Show names"))
        self.black.setText(self.tr("Black wall"))
        self.sound.setText(self.tr("Sound when time is up"))
        self.leaving.setText(self.tr("End presentation"))
