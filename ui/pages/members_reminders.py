"""Reminding those who sent nothing: whom, in which words, and what to do with the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.pages import members_asking
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.check_box import CheckBox
from ui.widgets.dialog_room import open_at
from ui.widgets.fields import ComboBox, Field
from ui.widgets.labels import Label
from ui.widgets.table import Column, DataTable
from ui.widgets.table.grid_text import format_grid

if TYPE_CHECKING:
    from fastmap.model.reminders import Reminder

_HEADINGS = ("organisation", "contact", "email", "language", "due")


class RemindersDialog(QDialog):
    """Shows the reminders and hands them out as text or as a table; the page marks the members."""

    handed_out = Signal(object)
    """The `Reminder`s that were copied or saved, if their members are to be marked as reminded."""
    told = Signal(str, str)
    """Tone and sentence for the page's message bar."""
    save_wanted = Signal(object, object)
    """The reminders and the path of the table; the page writes."""

    def __init__(
        self,
        reminders: Sequence[Reminder],
        languages: Callable[[str], str],
        folder: Path,
        *,
        can_edit: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Offer ``reminders``, at least one; ``languages`` names a language, ``folder`` is proposed for the table."""
        super().__init__(parent)
        self.setObjectName("remindersDialog")
        self._all, self._folder = tuple(reminders), folder
        late = tuple(one for one in self._all if one.is_overdue)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        self._title = Label("card", wrap=True, parent=self)
        self._help = Label("body", wrap=True, parent=self)
        self._help.set_muted(True)
        column.addWidget(self._title)
        column.addWidget(self._help)
        self.audience = ComboBox("remindersFor", parent=self)
        choices: list[tuple[object, str]] = [("all", self.tr("All %n member(s) to be called", "", len(self._all)))]
        if late and len(late) < len(self._all):
            choices.append(("overdue", self.tr("%n member(s) overdue", "", len(late))))
        self.audience.set_choices(choices, "all")
        self._for = Field(self.audience, parent=self)
        column.addWidget(self._for)
        self.table = DataTable(
            "remindersTable", _columns(languages), lambda row: str(row.code), select_rows=True, parent=self
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        column.addWidget(self.table, 1)
        self.subject = Label("key", wrap=True, parent=self)
        self.subject.setObjectName("reminderSubject")
        self.text = Label("body", wrap=True, parent=self)
        self.text.setObjectName("reminderText")
        column.addWidget(self.subject)
        column.addWidget(self.text)
        self.marking = CheckBox("remindersMark", parent=self)
        self.marking.setChecked(can_edit)
        self.marking.setEnabled(can_edit)
        column.addWidget(self.marking)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.closing = Button("remindersClose", parent=self)
        self.saving = Button("remindersSave", "file-arrow-down", parent=self)
        self.copying = PrimaryButton("remindersCopy", "copy", parent=self)
        for button in (self.closing, self.saving, self.copying):
            row.addWidget(button)
        column.addLayout(row)
        self.audience.currentIndexChanged.connect(self._show)
        self.table.row_chosen.connect(self._preview)
        self.closing.clicked.connect(self.reject)
        self.saving.clicked.connect(self._save)
        self.copying.clicked.connect(self._copy)
        self._retranslate()
        self._show()
        open_at(self, 820, 600)
        self.copying.setFocus()

    @property
    def chosen(self) -> tuple[Reminder, ...]:
        """The reminders that are shown."""
        return tuple(one for one in self._all if self.audience.currentData() == "all" or one.is_overdue)

    def _show(self) -> None:
        self.table.set_rows(self.chosen)
        self.table.choose(str(self.chosen[0].code))
        self._preview(str(self.chosen[0].code))

    def _preview(self, code: str) -> None:
        one = next((one for one in self.chosen if one.code == code), None)
        if one is not None:
            self.subject.setText(one.subject)
            self.text.setText(one.text)

    def _copy(self) -> None:
        from exports.tables import harmless

        titles = self._titles()
        heading = [titles[key] for key in _HEADINGS[:4]] + [self.tr("Subject"), self.tr("Text")]
        cells = [
            [harmless(part) for part in (one.organisation, one.contact, one.email, one.language, one.subject, one.text)]
            for one in self.chosen
        ]
        QGuiApplication.clipboard().setText(format_grid([heading, *cells]))
        words = self.tr("%n reminder(s) are on the clipboard.", "", len(self.chosen))
        if without := sum(not one.email for one in self.chosen):
            lacking = self.tr("%n of them without an e-mail address.", "", without)
            words = f"{words} {lacking}"
        self._done(words)

    def _save(self) -> None:
        path = members_asking.table_to_write(self, self._folder / f"{self.tr('Reminders')}.csv")
        if path is not None:
            chosen = self.chosen
            self.accept()
            self.save_wanted.emit(chosen, path if path.suffix else path.with_suffix(".csv"))

    def _done(self, words: str) -> None:
        chosen = self.chosen
        self.accept()
        if self.marking.isChecked():
            self.handed_out.emit(chosen)
        self.told.emit("good", words)

    def _titles(self) -> dict[str, str]:
        return {
            "organisation": self.tr("Organisation"),
            "contact": self.tr("Contact person"),
            "email": self.tr("E-mail"),
            "language": self.tr("Language"),
            "due": self.tr("Answer"),
        }

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Remind members"))
        self._title.setText(self.tr("Members who have not answered"))
        self._help.setText(
            self.tr(
                "Each reminder is in the member's own language. Copy the list, or save it for a mail merge; nothing is sent from here."
            )
        )
        self._for.set_words(self.tr("For whom"))
        self.table.set_words(self.tr("Reminders"))
        self.table.set_titles(self._titles())
        self.marking.setText(self.tr("Mark them as reminded"))
        self.closing.setText(self.tr("Close"))
        self.saving.setText(self.tr("Save as table…"))
        self.copying.setText(self.tr("Copy list"))


def _columns(languages: Callable[[str], str]) -> list[Column[Reminder]]:
    def due(one: Reminder) -> str:
        if one.is_overdue:
            return QCoreApplication.translate("RemindersDialog", "Overdue")
        return QCoreApplication.translate("RemindersDialog", "Awaited")

    return [
        Column(key="organisation", text=lambda one: one.organisation, role="key", width=200, stretch=True),
        Column(key="contact", text=lambda one: one.contact, width=130),
        Column(key="email", text=lambda one: one.email, width=180),
        Column(key="language", text=lambda one: languages(one.language), width=100),
        Column(key="due", text=due, tone=lambda one: "bad" if one.is_overdue else "neutral", width=136),
    ]
