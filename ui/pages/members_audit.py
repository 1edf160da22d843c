"""What an audit asks about one member: registration number, SME status, and what that rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from fastmap.analysis.sme import SmeBasis, sme_of
from fastmap.model.choices import SmeStatus
from fastmap.texts import sentence_case
from ui.widgets.fields import ComboBox, Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from fastmap.model.organisations import Member, Registration
    from fastmap.texts import Texts

_MOST_LETTERS = 300


class MemberAudit(QWidget):
    """Part of the member's panel; the confidential annex is the only place where this is written to."""

    edited = Signal(str, str, str)
    """Code, field of `Registration`, text; a status as its key, "" where it is worked out."""

    def __init__(self, *, parent: QWidget) -> None:
        """Begin blank."""
        super().__init__(parent)
        self.code = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.title = Label("heading", wrap=True, parent=self)
        self.number = self._line("memberRegistrationNumber")
        self.sme = ComboBox("memberSme", parent=self)
        self.sme.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.basis = self._line("memberSmeBasis")
        self.lines = {"registration_number": self.number, "sme_basis": self.basis}
        self.privacy = Label("secondary", wrap=True, parent=self)
        column.addWidget(self.title)
        self.fields = {}
        for name, control in (("registration_number", self.number), ("sme", self.sme), ("sme_basis", self.basis)):
            self.fields[name] = Field(control, parent=self)
            column.addWidget(self.fields[name])
        column.addWidget(self.privacy)
        self.sme.activated.connect(lambda: self.edited.emit(self.code, "sme", self.sme.currentData() or ""))
        for name, line in self.lines.items():
            line.editingFinished.connect(lambda known=name: self._leave(known))

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setMaxLength(_MOST_LETTERS)
        return line

    def _leave(self, name: str) -> None:
        line = self.lines[name]
        if line.isModified():
            line.setModified(False)
            self.edited.emit(self.code, name, line.text())

    def show_registration(
        self, member: Member, registration: Registration | None, texts: Texts, *, can_edit: bool
    ) -> None:
        """Show what is recorded, and beside the status what it rests on; what is being typed stays."""
        is_other, self.code = member.code != self.code, member.code
        for name, line in self.lines.items():
            line.setEnabled(can_edit)
            if not is_other and line.hasFocus() and line.isModified():
                continue
            line.setText(getattr(registration, name, None) or "")
            line.setModified(False)
            line.setCursorPosition(0)
        choices: list[tuple[object, str]] = [("", self.tr("Work it out"))]
        choices += [(str(one), sentence_case(texts.term(f"sme_status.{one}"))) for one in SmeStatus]
        self.sme.set_choices(choices, str(registration.sme) if registration and registration.sme else "")
        self.sme.setEnabled(can_edit)
        self.fields["sme"].set_words(self.tr("SME status"), _rests_on(member, registration, texts))

    def retranslate(self) -> None:
        """Set every text that does not depend on the member."""
        self.title.setText(self.tr("For an audit"))
        self.fields["registration_number"].set_words(self.tr("Registration number"))
        self.fields["sme"].set_words(self.tr("SME status"))
        self.fields["sme_basis"].set_words(self.tr("Basis of the SME status"))
        self.basis.setPlaceholderText(self.tr("Declaration, annual accounts …"))
        self.privacy.setText(self.tr("Goes into the confidential annex for audit and nowhere else."))


def _rests_on(member: Member, registration: Registration | None, texts: Texts) -> str:
    """Return the status that is worked out with its basis; "" where a person decided."""
    finding = sme_of(member, registration)
    if finding.basis is SmeBasis.RECORDED:
        return ""
    status = sentence_case(texts.term(f"sme_status.{finding.status}"))
    return f"{status} – {texts.get(f'sme_basis.{finding.basis}', people=member.headcount)}"
