"""The agenda: order, minutes, wording and view of each item, the clock, and what was said and decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fastmap.model.choices import AgendaSubject, WallView
from ui.pages.actions_note import NoteField
from ui.pages.page import quiet
from ui.theme.theme import current
from ui.widgets.buttons import Button, IconButton
from ui.widgets.check_box import CheckBox
from ui.widgets.fields import Field
from ui.widgets.labels import Badge, FactLabel, Label
from ui.widgets.table import Column, DataTable
from ui.workshop.meeting import Meeting, Pace
from ui.workshop.note_saving import at_rest, save_typed
from ui.workshop.present_words import PACE_TONES, item_words, time_words

if TYPE_CHECKING:
    from fastmap.changes.base import Change
    from fastmap.model.workshop import AgendaItem, Workshop
    from fastmap.texts import Texts
    from ui.session import Session

_NOTES_WIDTH = 310


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaRow:
    """One item, and where it stands."""

    number: int
    item: AgendaItem
    subject: str
    """Its subject in words."""
    view: str
    is_on: bool

    @property
    def title(self) -> str:
        """The item in words: its own wording, or that of its subject."""
        return self.item.title or self.subject


class AgendaPane(QWidget):
    """Edits the agenda of one workshop; every edit is a change of the file."""

    refused = Signal(object)
    """The `FastmapError` of an entry that was not understood."""

    def __init__(self, session: Session, meeting: Meeting, *, parent: QWidget | None = None) -> None:
        """Show nothing before `show_workshop`. The clock is that of ``meeting``, also while presenting."""
        super().__init__(parent)
        self._session, self._meeting = session, meeting
        self._workshop: Workshop | None = None
        self._item = ""
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(20)
        across.addLayout(self._left(), 1)
        across.addWidget(self._right())
        self._connect()
        current().changed.connect(self._fit)
        self._fit()

    # --- parts --------------------------------------------------------------------------------------------------------

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self.table = DataTable("agendaTable", self._columns(), lambda row: str(row.item.id), parent=self)
        self.table.setSortingEnabled(False)  # the order is the meeting's
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.earlier = IconButton("agendaEarlier", "arrow-up", parent=self)
        self.later = IconButton("agendaLater", "arrow-down", parent=self)
        self.removing = IconButton("agendaRemoveItem", "trash", parent=self)
        self.beginning = Button("agendaBegin", "play", parent=self)
        self.ending = Button("agendaStop", "stop", parent=self)
        self.left = Badge(parent=self)
        self.left.setObjectName("agendaLeft")
        self.sound = CheckBox("agendaSound", parent=self)
        for widget in (self.earlier, self.later, self.removing, self.beginning, self.ending, self.left):
            row.addWidget(widget)
        row.addStretch(1)
        column.addLayout(row)
        self.total = Label("secondary", wrap=True, parent=self)
        self.total.setObjectName("agendaTotal")
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(self.total, 1)
        last.addWidget(self.sound)
        column.addLayout(last)
        return column

    def _right(self) -> QWidget:
        self._side = QWidget(self)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.heading = FactLabel("heading", parent=self._side)
        self.heading.setObjectName("agendaItemTitle")
        self.notes = NoteField("agendaNotes", lines=8, parent=self._side)
        self.decisions = NoteField("agendaDecisions", lines=6, parent=self._side)
        self._notes_field = Field(self.notes, parent=self._side)
        self._decisions_field = Field(self.decisions, parent=self._side)
        for widget in (self.heading, self._notes_field, self._decisions_field):
            column.addWidget(widget)
        column.addStretch(1)
        return self._side

    def _columns(self) -> list[Column[AgendaRow]]:
        return [
            Column(key="number", text=lambda row: str(row.number), numeric=True, width=36),
            Column(
                key="title",
                text=lambda row: row.title,
                role="key",
                width=260,
                stretch=True,
                editable=self._may_edit,
                dot=lambda row: "primary" if row.is_on else None,
            ),
            Column(
                key="minutes",
                text=lambda row: self.tr("{minutes} min").format(minutes=row.item.minutes),
                edit_text=lambda row: str(row.item.minutes),
                numeric=True,
                width=72,
                editable=self._may_edit,
            ),
            Column(
                key="view", text=lambda row: row.view, width=184, editable=self._may_edit, choices=self._view_choices
            ),
            Column(key="noted", text=self._noted, role="secondary", width=76),
        ]

    def _may_edit(self, _row: AgendaRow) -> bool:
        return self._session.is_open and self._session.state.can_edit

    def _view_choices(self, _row: AgendaRow) -> list[tuple[object, str]]:
        texts = self._session.texts
        return [
            (None, self.tr("As it is")),
            *((view, texts.get(f"wall_view.{view}")) for view in WallView),
        ]

    def _noted(self, row: AgendaRow) -> str:
        if row.item.decisions:
            return self.tr("decided")
        return self.tr("notes") if row.item.notes else ""

    def _connect(self) -> None:
        self.table.cell_edited.connect(self._edit)
        self.table.row_added.connect(self._add)
        self.table.row_chosen.connect(self._choose)
        self.table.delete_wanted.connect(self._remove)
        self.earlier.clicked.connect(lambda: self._move(-1))
        self.later.clicked.connect(lambda: self._move(1))
        self.removing.clicked.connect(lambda: self._remove([self._item]))
        self.beginning.clicked.connect(self._begin)
        self.ending.clicked.connect(self._meeting.stop)
        self.sound.toggled.connect(self._meeting.let_sound)
        for field in (self.notes, self.decisions):
            field.finished.connect(self.keep_notes)
            at_rest(field, self.keep_notes)
        self._meeting.ticked.connect(self._show_clock)
        self._meeting.changed.connect(self._show_on)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_workshop(self, workshop: Workshop) -> None:
        """Show an agenda; what is being typed stays."""
        is_other = self._workshop is None or self._workshop.id != workshop.id
        self._workshop = workshop
        if is_other or workshop.item(self._item) is None:
            for field in (self.notes, self.decisions):  # what was typed about something that is not shown any more
                field.document().setModified(False)
            self._item = workshop.agenda[0].id if workshop.agenda else ""
        texts, is_on = self._session.texts, self._on
        self.table.set_rows(
            [
                AgendaRow(
                    number=number,
                    item=item,
                    subject=texts.get(f"agenda_subject.{item.subject}"),
                    view=texts.get(f"wall_view.{item.view}") if item.view else self.tr("As it is"),
                    is_on=is_on == (workshop.id, item.id),
                )
                for number, item in enumerate(workshop.agenda, start=1)
            ]
        )
        if self._item and self.table.chosen_row != self._item:
            self.table.choose(self._item)
        self._show_item(texts)
        self._show_clock()

    def forget(self) -> None:
        """Show no workshop: the one there was is gone."""
        self._workshop, self._item = None, ""

    def _show_item(self, texts: Texts) -> None:
        from fastmap.tasks.workshops import note_text

        item = self._workshop.item(self._item) if self._workshop is not None else None
        can_edit = self._session.state.can_edit
        self._side.setEnabled(item is not None and can_edit)
        for button in (self.earlier, self.later, self.removing):
            button.setEnabled(item is not None and can_edit)
        self.beginning.setEnabled(item is not None)
        words = (item.title or texts.get(f"agenda_subject.{item.subject}")) if item is not None else ""
        self.heading.set_fact(words)
        written = ("", "")
        if self._workshop is not None and item is not None:
            written = self._meeting.written(self._workshop.id, item.id)
        for field, text in zip((self.notes, self.decisions), written, strict=True):
            # A blank at the end is not kept, yet the cursor stands behind it: the next word follows.
            is_same = note_text(field.toPlainText()) == note_text(text)
            if not field.document().isModified() and not is_same:
                field.setPlainText(text)
                field.document().setModified(False)

    @property
    def _on(self) -> tuple[str, str] | None:
        """Workshop and item whose clock runs."""
        workshop, item = self._meeting.workshop, self._meeting.item
        return None if workshop is None or item is None else (workshop.id, item.id)

    def _show_on(self) -> None:
        """Show which item is on; it may have been begun while presenting."""
        with quiet(self.sound):
            self.sound.setChecked(self._meeting.has_sound)
        if self._workshop is not None and self._session.is_open and self.isVisible():
            known = {one.id: one for one in self._session.state.snapshot.workshops}
            if (workshop := known.get(self._workshop.id)) is not None:
                self.show_workshop(workshop)

    def _show_clock(self) -> None:
        if not self._session.is_open:
            return
        left, workshop, on = self._meeting.left_s, self._workshop, self._meeting.item
        self.ending.setVisible(left is not None)
        self.left.setVisible(left is not None)
        if left is not None and on is not None:
            words = time_words(left)
            if self._meeting.pace is Pace.OVER:
                is_up = self.tr("Time is up")
                words = f"{words} · {is_up}"
            self.left.set_badge(words, PACE_TONES[self._meeting.pace])
            self.left.setToolTip(item_words(on, self._session.texts))
        if workshop is not None:
            ends = datetime.now().astimezone() + timedelta(minutes=workshop.minutes)
            self.total.setText(
                self.tr("{minutes} minutes in all. Begun now, it would end at {time}.").format(
                    minutes=workshop.minutes, time=ends.strftime("%H:%M")
                )
            )

    # --- editing ------------------------------------------------------------------------------------------------------

    def keep_notes(self) -> None:
        """Save what was typed about the item; nothing where nothing is different."""
        if not self._session.is_open:
            return
        if self._workshop is not None and self._workshop.item(self._item) is not None:
            about = self._workshop.id, self._item
            save_typed(self._session, self._meeting, about, self.notes, self.decisions)

    def _choose(self, item: str) -> None:
        if item and item != self._item:
            self.keep_notes()
            self._item = item
            for field in (self.notes, self.decisions):
                field.document().setModified(False)
            self._show_item(self._session.texts)

    def _edit(self, item: str, column: str, value: object) -> None:
        from fastmap.errors import FastmapError
        from fastmap.tasks.workshops import item_shows, item_typed

        if self._workshop is None:
            return
        try:
            if column == "view":
                now = item_shows(self._workshop, item, WallView(str(value)) if value else None)
            else:
                now = item_typed(self._workshop, item, column, str(value))
        except FastmapError as error:
            self.refused.emit(error)
            return
        known = self._workshop.item(item)
        if column == "title" and known is not None and known.title is None:
            # The words of the subject, left as they are, are not a wording of one's own: they follow the language.
            subject = self._session.texts.get(f"agenda_subject.{known.subject}")
            if str(value).strip() == subject:
                return
        self._save(now)

    def _add(self, title: object) -> None:
        from fastmap.tasks.workshops import with_item

        if self._workshop is not None and str(title).strip():
            now = with_item(self._workshop, AgendaSubject.OTHER, title=str(title))
            self._item = now.agenda[-1].id
            self._save(now)

    def _move(self, places: int) -> None:
        from fastmap.tasks.workshops import moved

        if self._workshop is not None and self._workshop.item(self._item) is not None:
            self.keep_notes()
            self._save(moved(self._workshop, self._item, places))

    def _remove(self, items: list[str]) -> None:
        from fastmap.tasks.workshops import without_items

        if self._workshop is not None:
            self._save(without_items(self._workshop, items))

    def _save(self, now: Workshop) -> None:
        from fastmap.changes import SaveWorkshop

        if now != self._workshop:
            self._apply(SaveWorkshop(workshop=now))

    def _apply(self, change: Change) -> None:
        self._session.apply(change)

    def _begin(self) -> None:
        if self._workshop is not None and (item := self._workshop.item(self._item)) is not None:
            self._meeting.begin_item(item.id, of=self._workshop.id)
            self.notes.setFocus()

    # --- words --------------------------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text."""
        self.table.set_words(self.tr("Agenda"))
        self.table.set_titles(
            {
                "number": "",
                "title": self.tr("Item"),
                "minutes": self.tr("Time"),
                "view": self.tr("On the wall"),
                "noted": self.tr("Noted"),
            }
        )
        self.table.rows.set_adding("title", self.tr("Add an item…"))
        self.earlier.set_words(self.tr("Move the item up"))
        self.later.set_words(self.tr("Move the item down"))
        self.removing.set_words(self.tr("Remove the item and what was noted about it"))
        self.beginning.setText(self.tr("Begin this item"))
        self.ending.setText(self.tr("Stop the clock"))
        self.sound.setText(self.tr("Sound when time is up"))
        self._notes_field.set_words(self.tr("What was said"))
        self._decisions_field.set_words(
            self.tr("What was decided"), self.tr("One decision per line; who and by when belong to it.")
        )

    def _fit(self) -> None:
        self._side.setFixedWidth(current().px(_NOTES_WIDTH))
