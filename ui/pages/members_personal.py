"""Personal data in one place: consents that are due, what is held about somebody, erasing, and copies to pass on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import current
from ui.widgets.buttons import Button, DangerButton
from ui.widgets.cards import Rule, scrolling
from ui.widgets.dialog_room import open_at
from ui.widgets.fields import ComboBox, Field
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label
from ui.widgets.tab_order import follow_layout
from ui.widgets.table import Column, DataTable

if TYPE_CHECKING:
    from fastmap.model.erasure import ErasureRecord
    from fastmap.model.organisations import Member
    from fastmap.tasks.consents import ConsentDue
    from fastmap.texts import Texts

_TONES = {"expired": "bad", "expiring": "warn", "not_recorded": "neutral"}
_LEAST_TABLE = 150
"""Pixels at 100 %: the heading and three rows."""


class PersonalDialog(QDialog):
    """Shows and asks; the page does the work."""

    table_wanted = Signal()
    record_wanted = Signal(str)
    """Code of the member."""
    erase_wanted = Signal(str, str)
    """Kind of erasure, code of the member ("" for words)."""
    finish_wanted = Signal()
    pseudonyms_wanted = Signal()
    password_wanted = Signal()

    def __init__(
        self,
        members: Sequence[Member],
        texts: Texts,
        *,
        with_contact: Collection[str],
        can_edit: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Offer ``members`` in their order; ``with_contact``: codes of those of whom a contact person is recorded."""
        super().__init__(parent)
        self.setObjectName("personalDialog")
        self._texts, self._can_edit, self._with_contact = texts, can_edit, with_contact
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        self._title = Label("card", wrap=True, parent=self)
        self._due = Label("heading", wrap=True, parent=self)
        self._due.setObjectName("personalDue")
        self.forms = Label("body", wrap=True, parent=self)
        self.forms.setObjectName("personalForms")
        self.table = DataTable(
            "consentTable", _columns(texts), lambda one: str(one.code), select_rows=True, parent=self
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.saving = Button("consentsSave", "file-arrow-down", parent=self)
        self._about = Label("heading", wrap=True, parent=self)
        self.member = ComboBox("personalMember", parent=self)
        self.member.set_choices([(one.code, f"{one.code}  {one.name}") for one in members])
        self._member = Field(self.member, parent=self)
        self.recording = Button("personalRecord", "file-text", parent=self)
        self.erasing_contact = DangerButton("eraseContact", "trash", parent=self)
        self.erasing_member = DangerButton("eraseMember", "trash", parent=self)
        self.erasing_words = DangerButton("eraseWords", "trash", parent=self)
        self.finishing = DangerButton("eraseFinish", "trash", parent=self)
        self._reason = Label("secondary", wrap=True, parent=self)
        self._reason.setObjectName("personalReason")
        self.erased = Label("secondary", wrap=True, parent=self)
        self.erased.setObjectName("personalErased")
        self._copies = Label("heading", wrap=True, parent=self)
        self.pseudonyms = Button("copyPseudonyms", "eye-slash", parent=self)
        self.password = Button("copyPassword", "lock", parent=self)
        self._help = Label("secondary", wrap=True, parent=self)
        self.closing = Button("personalClose", parent=self)
        column.addWidget(self._title)
        self._inside = self._parts()
        column.addWidget(scrolling(self._inside, name="personalScroll", parent=self), 1)
        last = QHBoxLayout()
        last.addStretch(1)
        last.addWidget(self.closing)
        column.addLayout(last)
        self._connect()
        self._retranslate()
        self._fit_buttons()
        follow_layout(self._inside)
        self.setTabOrder(self.password, self.closing)
        open_at(self, 780, 680)

    def _parts(self) -> QWidget:
        """Return everything between title and last button: on a small screen with large letters it scrolls."""
        parts = QWidget()
        column = QVBoxLayout(parts)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(10)
        self.table.setMinimumHeight(current().px(_LEAST_TABLE))
        column.addWidget(self._due)
        column.addWidget(self.forms)
        column.addWidget(self.table, 1)
        column.addWidget(_row(self, self.saving))
        column.addWidget(Rule(parent=self))
        column.addWidget(self._about)
        column.addWidget(self._member)
        column.addWidget(_row(self, self.recording, self.erasing_contact, self.erasing_member, self.erasing_words))
        column.addWidget(self._reason)
        column.addWidget(self.erased)
        self._finishing_row = _row(self, self.finishing)
        column.addWidget(self._finishing_row)
        column.addWidget(Rule(parent=self))
        column.addWidget(self._copies)
        column.addWidget(_row(self, self.pseudonyms, self.password))
        column.addWidget(self._help)
        column.addStretch(0)
        return parts

    def _connect(self) -> None:
        self.member.activated.connect(self._fit_buttons)
        self.table.row_chosen.connect(self.choose)
        self.saving.clicked.connect(self.table_wanted)
        self.recording.clicked.connect(lambda: self.record_wanted.emit(self._code))
        self.erasing_contact.clicked.connect(lambda: self.erase_wanted.emit("contact", self._code))
        self.erasing_member.clicked.connect(lambda: self.erase_wanted.emit("member", self._code))
        self.erasing_words.clicked.connect(lambda: self.erase_wanted.emit("words", ""))
        self.finishing.clicked.connect(self.finish_wanted)
        self.pseudonyms.clicked.connect(self.pseudonyms_wanted)
        self.password.clicked.connect(self.password_wanted)
        self.closing.clicked.connect(self.reject)

    @property
    def _code(self) -> str:
        return str(self.member.currentData() or "")

    def choose(self, code: str) -> None:
        """Speak of this member."""
        if code:
            self.member.choose(code)
            self._fit_buttons()

    def _fit_buttons(self) -> None:
        """Offer what can be done about the chosen member; nothing while nobody is chosen."""
        code = self._code
        has_contact = code in self._with_contact
        self.recording.setEnabled(bool(code))
        self.erasing_contact.setEnabled(self._can_edit and has_contact)
        self.erasing_member.setEnabled(self._can_edit and bool(code))
        self.erasing_words.setEnabled(self._can_edit)
        whom = "" if code else self.tr("Choose a member first.")
        nobody = self.tr("No contact person is recorded for this member.") if not has_contact else ""
        self.recording.setToolTip(whom)
        reading = "" if self._can_edit else self.tr("The file is open for reading only.")
        self.erasing_contact.setToolTip(reading or whom or nobody)
        self.erasing_member.setToolTip(reading or whom)
        self.erasing_words.setToolTip(reading)
        # A red button that cannot be pressed says why where nobody has to point at it.
        self._reason.setText(reading or whom or nobody)
        self._reason.setVisible(bool(self._reason.text()))

    def show_consents(self, due: Sequence[ConsentDue], erasures: Sequence[ErasureRecord], forms: str = "") -> None:
        """Show whose consent is due, what is to be said of answers to be deleted, and when somebody was erased."""
        self.forms.setVisible(bool(forms))
        self.forms.setText(forms)
        self.table.set_rows(due)
        self.table.setVisible(bool(due))
        self.saving.setEnabled(bool(due))
        if due and not self._code:
            self.table.choose(str(due[0].code))
        (self.table if due else self.member).setFocus()
        none_due = self.tr("No consent is due.") if forms else self.tr("No consent is due. Nothing to do here.")
        self._due.setText(self.tr("%n consent(s) due", "", len(due)) if due else none_due)
        self._finishing_row.setVisible(self._can_edit and not all(one.is_finished for one in erasures))
        lines = [f"{self._texts.date(one.on_day)}: {self._texts.term(f'erasure.kind.{one.kind}')}" for one in erasures]
        self.erased.setVisible(bool(lines))
        self.erased.setText(self.tr("Erased so far – {list}").replace("{list}", "; ".join(lines)))

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Personal data"))
        self._title.setText(self.tr("Personal data in this file"))
        self.table.set_words(self.tr("Consents that are due"))
        self.table.set_titles(
            {
                "organisation": self.tr("Organisation"),
                "contact": self.tr("Contact person"),
                "due": self.tr("Consent"),
                "expires": self.tr("Valid until"),
            }
        )
        self.saving.setText(self.tr("Save as table…"))
        self._about.setText(self.tr("Somebody asks what is kept, or to be forgotten"))
        self._member.set_words(self.tr("Member"))
        self.member.setPlaceholderText(self.tr("Choose a member"))
        self.recording.setText(self.tr("Print what is kept…"))
        self.erasing_contact.setText(self.tr("Erase contact person…"))
        self.erasing_member.setText(self.tr("Erase member…"))
        self.erasing_words.setText(self.tr("Erase somebody named in texts…"))
        self.finishing.setText(self.tr("Finish the erasure that was begun…"))
        self._copies.setText(self.tr("A copy to pass on"))
        self.pseudonyms.setText(self.tr("Without names…"))
        self.password.setText(self.tr("Under a password…"))
        self._help.setText(
            self.tr(
                "A password protects the copy alone: not the open file, not what is exported from it. Encrypt the disk for that."
            )
        )
        self.closing.setText(self.tr("Close"))


def _row(parent: QWidget, *buttons: QWidget) -> QWidget:
    row = QWidget(parent)
    flow = FlowLayout(row, spacing=8)
    for button in buttons:
        flow.addWidget(button)
    return row


def _columns(texts: Texts) -> list[Column[ConsentDue]]:
    return [
        Column(key="organisation", text=lambda one: one.organisation, role="key", width=200, stretch=True),
        Column(key="contact", text=lambda one: one.contact or one.email, width=170),
        Column(
            key="due",
            text=lambda one: _capital(texts.term(f"consent_due.{one.state}")),
            tone=lambda one: _TONES[one.state],
            width=230,
        ),
        Column(key="expires", text=lambda one: texts.date(one.expires) if one.expires else "", width=110),
    ]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
