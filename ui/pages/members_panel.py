"""Details of one member: contact person with consent, its answers in short, and what an audit asks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fastmap.model.choices import ResponseState
from ui.pages.cluster_fields import DayField
from ui.pages.members_audit import MemberAudit
from ui.pages.members_rows import TONES
from ui.widgets.buttons import DangerButton, LinkButton
from ui.widgets.cards import Rule, clear
from ui.widgets.fields import Field
from ui.widgets.labels import Badge, Label
from ui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from datetime import date

    from fastmap.model.organisations import Contact
    from fastmap.model.responses import Need, Response
    from fastmap.texts import Texts
    from ui.pages.members_rows import MemberRow

_NEEDS_SHOWN = 8
_STATE_TONES = {
    ResponseState.ACCEPTED: "good",
    ResponseState.TO_CHECK: "warn",
    ResponseState.NEW: "neutral",
    ResponseState.SUPERSEDED: "neutral",
}


class MemberPanel(SidePanel):
    """Shows the member whose row was opened."""

    contact_edited = Signal(str, str, str)
    """Code, field of `Contact`, text."""
    needs_wanted = Signal()
    remove_wanted = Signal(str)
    personal_wanted = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__("memberPanel", parent=parent)
        self.setProperty("card", "true")
        self.code = ""
        self._complaints: dict[str, str] = {}
        self.about = Label("secondary", wrap=True, parent=self)
        self.status = Badge(parent=self)
        row = QHBoxLayout()
        row.addWidget(self.status)
        row.addStretch(1)
        self.contact_title = Label("heading", wrap=True, parent=self)
        self.lines: dict[str, QLineEdit] = {}
        self.fields: dict[str, Field] = {}
        self.body.addWidget(self.about)
        self.body.addLayout(row)
        self.body.addWidget(Rule(parent=self))
        self.body.addWidget(self.contact_title)
        for name in ("name", "email", "consent_basis"):
            self._add(name, QLineEdit(self), self.body)
        days = QHBoxLayout()
        days.setSpacing(8)
        for name in ("consent_date", "consent_expires"):
            self._add(name, DayField("", parent=self), days)
        self.body.addLayout(days)
        self.privacy = Label("secondary", wrap=True, parent=self)
        self.body.addWidget(self.privacy)
        self.to_personal = LinkButton("memberPersonal", "arrow-right", parent=self)
        self.body.addWidget(self.to_personal)
        self.to_personal.clicked.connect(lambda: self.personal_wanted.emit(self.code))
        self.body.addWidget(Rule(parent=self))
        self.answers_title = Label("heading", wrap=True, parent=self)
        self.body.addWidget(self.answers_title)
        self._answers = QVBoxLayout()
        self._answers.setSpacing(6)
        self.body.addLayout(self._answers)
        self.body.addWidget(Rule(parent=self))
        self.audit = MemberAudit(parent=self)
        self.body.addWidget(self.audit)
        self.to_needs = LinkButton("memberToNeeds", "arrow-right", parent=self)
        self.removing = DangerButton("memberRemove", "trash", parent=self)
        links = QVBoxLayout()
        links.setSpacing(8)
        links.addWidget(self.to_needs)
        links.addWidget(self.removing)
        self.body.addLayout(links)
        self.to_needs.clicked.connect(self.needs_wanted)
        self.removing.clicked.connect(lambda: self.remove_wanted.emit(self.code))

    def _add(self, name: str, line: QLineEdit, layout: QVBoxLayout | QHBoxLayout) -> None:
        line.setObjectName("memberContact" + "".join(part.capitalize() for part in name.split("_")))
        line.setMaxLength(300)
        if isinstance(line, DayField):
            line.entered.connect(lambda text: self.contact_edited.emit(self.code, name, text))
        else:
            line.editingFinished.connect(lambda: self._leave(name, line))
        self.lines[name] = line
        self.fields[name] = Field(line, parent=self)
        layout.addWidget(self.fields[name])

    def _leave(self, name: str, line: QLineEdit) -> None:
        if line.isModified():
            line.setModified(False)
            self.contact_edited.emit(self.code, name, line.text())

    def show_complaint(self, name: str, sentence: str) -> None:
        """Say what is wrong with an entry; it stays in its field."""
        self._complaints[name] = sentence
        self.fields[name].set_complaint(sentence)

    def show_member(
        self, row: MemberRow, contact: Contact | None, responses: Sequence[Response], texts: Texts, *, can_edit: bool
    ) -> None:
        """Show a member; what is being typed, or was not understood, stays."""
        member = row.member
        if member.code != self.code:
            self.code = member.code
            self._complaints.clear()
            for line in self.lines.values():
                line.setModified(False)
        self.title.setText(member.name)
        people = self.tr("%n person(s)", "", member.headcount) if member.headcount is not None else ""
        facts = (member.code, row.kind, people, member.activity, row.place or member.nuts, row.language)
        self.about.setText(" · ".join(fact for fact in facts if fact))
        self.status.set_badge(row.status, TONES[member.status])
        self._show_contact(contact, texts, can_edit=can_edit)
        self._show_answers(responses, texts)
        self.removing.setEnabled(can_edit)

    def _show_contact(self, contact: Contact | None, texts: Texts, *, can_edit: bool) -> None:
        for name, line in self.lines.items():
            complaint = self._complaints.get(name, "")
            self.fields[name].set_complaint(complaint)
            line.setEnabled(can_edit)
            if complaint or (line.hasFocus() and line.isModified()):
                continue
            value = getattr(contact, name, None)
            if isinstance(line, DayField):
                line.show_day(_iso(value), texts.date(value) if value else "")
            elif line.text() != (value or ""):
                line.setText(value or "")
                line.setCursorPosition(0)

    def _show_answers(self, responses: Sequence[Response], texts: Texts) -> None:
        clear(self._answers)
        self.to_needs.setVisible(bool(responses))
        if not responses:
            self._answers.addWidget(Label("secondary", self.tr("Nothing came in yet."), wrap=True, parent=self))
        for response in responses:
            head = QHBoxLayout()
            words = texts.term(f"response_state.{response.state}")
            head.addWidget(Badge(_capital(words), _STATE_TONES[response.state], parent=self))
            how = f"{texts.date(response.received_at.date())} · {texts.term(f'channel.{response.channel}')}"
            head.addWidget(Label("secondary", how, wrap=True, parent=self), 1)
            self._answers.addLayout(head)
            for need in response.needs[:_NEEDS_SHOWN]:
                self._answers.addWidget(Label("body", self._need_words(need), wrap=True, parent=self))
            more = len(response.needs) - _NEEDS_SHOWN
            if more > 0:
                self._answers.addWidget(Label("secondary", self.tr("and %n more", "", more), wrap=True, parent=self))
            if not response.needs:
                self._answers.addWidget(Label("body", self.tr("No needs named."), wrap=True, parent=self))

    def _need_words(self, need: Need) -> str:
        short = [
            words.replace("%1", str(number))
            for number, words in (
                (need.short_now, self.tr("%1 short now")),
                (need.short_12m, self.tr("%1 in 12 months")),
            )
            if number is not None
        ]
        return f"{need.skill_text} – {', '.join(short)}" if short else need.skill_text

    def retranslate(self) -> None:
        """Set every text that does not depend on the member."""
        self.closing.set_words(self.tr("Close details"))
        self.contact_title.setText(self.tr("Contact person"))
        self.fields["name"].set_words(self.tr("Name"))
        self.fields["email"].set_words(self.tr("E-mail"))
        self.fields["consent_basis"].set_words(self.tr("Consent given by"))
        self.fields["consent_date"].set_words(self.tr("Given on"))
        self.fields["consent_expires"].set_words(self.tr("Valid until"))
        self.lines["consent_basis"].setPlaceholderText(self.tr("Form, contract, e-mail …"))
        self.privacy.setText(self.tr("Personal data: stays in this file, for writing and calling; never in a report."))
        self.to_personal.setText(self.tr("Print or erase personal data"))
        self.audit.retranslate()
        self.answers_title.setText(self.tr("Answers"))
        self.to_needs.setText(self.tr("See all needs"))
        self.removing.setText(self.tr("Remove member"))


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
