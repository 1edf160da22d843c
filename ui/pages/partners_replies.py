"""Offer forms that wait for a person: whose each is, why it waits, what it offers, and the decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fastmap.model.choices import PartnerType
from fastmap.model.ids import PartnerId
from fastmap.texts import sentence_case
from ui.pages.needs_file import problem_sentence
from ui.pages.partners_words import PartnersWords
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.cards import scrolling
from ui.widgets.dialog_room import open_at
from ui.widgets.fields import ComboBox, Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fastmap.model.organisations import Partner
    from fastmap.model.responses import OfferedSkill, ProviderReply
    from fastmap.texts import Texts

KEEP_OUT = 2
"""What `QDialog.exec` gives where the form is not to count; 1 takes it, 0 decides later."""

_NEW = "new"
"""Stands in the list for a partner that is not recorded yet: ids of partners are a capital and a number."""


class ReplyDialog(QDialog):
    """Shows one form; tells what was decided through the code it ends with, and `partner`."""

    def __init__(
        self,
        reply: ProviderReply,
        partners: Sequence[Partner],
        types: list[tuple[object, str]],
        texts: Texts,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Show ``reply``; ``types`` are what a new partner may be, with their words."""
        super().__init__(parent)
        self.setObjectName("offerReply")
        self._reply, self._texts = reply, texts
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        self.title = Label("card", wrap=True, parent=self)
        self.why = Label("body", wrap=True, parent=self)
        self.why.setObjectName("replyWhy")
        column.addWidget(self.title)
        column.addWidget(self.why)
        content = QWidget()
        lines = QVBoxLayout(content)
        lines.setContentsMargins(0, 0, 6, 0)
        lines.setSpacing(8)
        for offer in reply.offers:
            lines.addWidget(Label("key", offer.skill_text, wrap=True, parent=content))
            lines.addWidget(Label("secondary", self._offer(offer), wrap=True, parent=content))
        if not reply.offers:
            lines.addWidget(Label("secondary", self.tr("It names no offer."), wrap=True, parent=content))
        if reply.remarks:
            lines.addWidget(Label("body", reply.remarks, wrap=True, parent=content))
        lines.addStretch(1)
        column.addWidget(scrolling(content, name="replyScroll", parent=self), 1)
        self.whose = ComboBox("replyPartner", parent=self)
        self.whose.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.whose_field = Field(self.whose, parent=self)
        column.addWidget(self.whose_field)
        choices: list[tuple[object, str]] = [
            (None, self.tr("Choose a partner…")),
            (_NEW, self.tr("A partner that is not recorded yet…")),
        ]
        choices += sorted(((str(one.id), one.name) for one in partners), key=lambda line: line[1].casefold())
        self.whose.set_choices(choices, None if reply.partner is None else str(reply.partner))
        self.new = self._build_new(types)
        column.addWidget(self.new)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.keeping_out = Button("replyKeepOut", "x", parent=self)
        self.later = Button("replyLater", parent=self)
        self.taking = PrimaryButton("replyTake", "check", parent=self)
        row.addWidget(self.keeping_out)
        row.addStretch(1)
        row.addWidget(self.later)
        row.addWidget(self.taking)
        column.addLayout(row)
        for changed in (self.whose.currentIndexChanged, self.type.currentIndexChanged, self.name.textChanged):
            changed.connect(self._allow)
        self.keeping_out.clicked.connect(lambda: self.done(KEEP_OUT))
        self.later.clicked.connect(self.reject)
        self.taking.clicked.connect(self.accept)
        self._retranslate()
        self._allow()
        open_at(self, 560, 520)

    def _build_new(self, types: list[tuple[object, str]]) -> QWidget:
        holder = QWidget(self)
        across = QHBoxLayout(holder)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(10)
        self.name = QLineEdit(self._reply.organisation or "", holder)
        self.name.setObjectName("replyNewName")
        self.name.setMaxLength(300)
        self.name.setCursorPosition(0)
        self.name_field = Field(self.name, parent=holder)
        self.type = ComboBox("replyNewType", parent=holder)
        self.type.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.type.set_choices(types)
        self.type_field = Field(self.type, parent=holder)
        across.addWidget(self.name_field, 3)
        across.addWidget(self.type_field, 2)
        return holder

    @property
    def partner(self) -> PartnerId | None:
        """Whose form it is; ``None`` for a partner that is not recorded yet."""
        chosen = self.whose.currentData()
        return None if chosen in (None, _NEW) else PartnerId(chosen)

    @property
    def new_partner(self) -> tuple[str, PartnerType] | None:
        """Name and type of a partner that is not recorded yet; ``None`` if it is no such one, or one of both is missing."""
        name, type_ = self.name.text().strip(), self.type.currentData()
        if self.whose.currentData() != _NEW or not name or type_ is None:
            return None
        return name, PartnerType(type_)  # Qt hands a choice back as its text

    def _retranslate(self) -> None:
        reply = self._reply
        self.setWindowTitle(self.tr("Offer form"))
        name = reply.organisation or reply.source_name or reply.id
        self.title.setText(self.tr("Offer form of {name}").replace("{name}", name))
        waiting = [problem for problem in reply.problems if problem.done == "waits"]
        self.why.setText("\n".join(problem_sentence(problem, self._texts) for problem in waiting))
        self.whose_field.set_words(self.tr("Whose offers are these?"))
        self.name_field.set_words(self.tr("Name"))
        self.type_field.set_words(self.tr("Type"))
        self.keeping_out.setText(self.tr("Keep it out"))
        self.later.setText(self.tr("Later"))
        self.taking.setText(self.tr("Take its offers"))

    def _offer(self, offer: OfferedSkill) -> str:
        texts = self._texts
        places = (
            self.tr("places not known")
            if offer.places_per_year is None
            else PartnersWords().places(offer.places_per_year)
        )
        fit = texts.term(f"fit.{offer.fit}") if offer.fit is not None else ""
        form = texts.term(f"offer_form.{offer.form}") if offer.form is not None else ""
        parts = (form, places, fit, offer.cost or "", offer.mode or "", offer.evidence or "")
        return sentence_case(" · ".join(part for part in parts if part))

    def _allow(self) -> None:
        self.new.setVisible(self.whose.currentData() == _NEW)
        self.taking.setEnabled(self.partner is not None or self.new_partner is not None)
