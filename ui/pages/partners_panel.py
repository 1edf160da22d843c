"""The side panel of one partner: contact, what it offers, and who works with it. New partners begin here too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fastmap.model.choices import PartnerType, TieKind
from fastmap.texts import sentence_case
from ui.pages.partners_fields import PartnerFields
from ui.pages.partners_offer_form import OfferForm
from ui.pages.partners_offer_words import FIT_TONES, offer_more, offer_summary
from ui.pages.partners_presenter import PartnersPresenter
from ui.pages.partners_sent import SentForms
from ui.widgets.buttons import Button, IconButton, LinkButton
from ui.widgets.cards import Card, clear
from ui.widgets.fields import ComboBox, Field
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Badge, IconLabel, Label
from ui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from fastmap.model.organisations import Offer

WIDTH = 348


class NewPartner(QWidget):
    """Name and type of a partner that is not recorded yet."""

    wanted = Signal(str, object)
    """Name and `PartnerType`."""
    left = Signal()

    def __init__(self, *, parent: QWidget) -> None:
        """Begin blank."""
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.name = QLineEdit(self)
        self.name.setObjectName("newPartnerName")
        self.name.setMaxLength(300)
        self.name_field = Field(self.name, parent=self)
        self.type = ComboBox("newPartnerType", parent=self)
        self.type.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.type_field = Field(self.type, parent=self)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, spacing=8)
        self.adding = Button("newPartnerAdd", "check", parent=buttons)
        self.leaving = Button("newPartnerLeave", parent=buttons)
        flow.addWidget(self.adding)
        flow.addWidget(self.leaving)
        for widget in (self.name_field, self.type_field, buttons):
            column.addWidget(widget)
        self.adding.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)
        self.leaving.clicked.connect(self.left)

    def retranslate(self) -> None:
        """Set the texts."""
        self.name_field.set_words(self.tr("Name"))
        self.type_field.set_words(self.tr("Type"), self.tr("The rest can be filled in once it is recorded."))
        self.adding.setText(self.tr("Record partner"))
        self.leaving.setText(self.tr("Cancel"))

    def begin(self, name: str, types: list[tuple[object, str]]) -> None:
        """Ask for a new partner; ``name`` may be known already."""
        self.name.setText(name)
        self.type.set_choices(types)
        for field in (self.name_field, self.type_field):
            field.set_complaint("")
        (self.type if name else self.name).setFocus()

    def _add(self) -> None:
        type_ = self.type.currentData()
        has_name = bool(self.name.text().strip())
        self.name_field.set_complaint("" if has_name else self.tr("Say what the partner is called."))
        self.type_field.set_complaint("" if type_ is not None else self.tr("Choose what kind of organisation it is."))
        if has_name and type_ is not None:
            self.wanted.emit(self.name.text(), PartnerType(type_))  # Qt hands a choice back as its text
        elif has_name:
            self.type.setFocus()


class PartnerPanel(SidePanel):
    """Shows one partner; edits are made through the presenter at once."""

    recorded = Signal(str)
    """A new partner is there: its id."""
    erase_wanted = Signal(str)
    """Id of the partner whose contact is to be erased for good."""
    merge_wanted = Signal(str)
    """Make a partner one with another: its id."""

    def __init__(self, presenter: PartnersPresenter, *, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__("partnerPanel", width=WIDTH, parent=parent)
        self.setProperty("card", "true")
        self._presenter = presenter
        self._reading = presenter.reading
        self.partner = ""
        """Id of the partner shown, "" for a new one."""
        self.new = NewPartner(parent=self)
        self.body.addWidget(self.new)
        self.shown = QWidget(self)
        self._build_partner()
        self.body.addWidget(self.shown)
        self.new.wanted.connect(self._record)
        self.new.left.connect(self.close_panel)

    def _build_partner(self) -> None:
        column = QVBoxLayout(self.shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.fields = PartnerFields(self._presenter, parent=self)
        column.addWidget(self.fields)
        self._flags = QVBoxLayout()
        self._flags.setSpacing(6)
        column.addLayout(self._flags)
        self.contact = QLineEdit(self)
        self.contact.setObjectName("partnerContact")
        self.contact.setMaxLength(300)
        self.contact_field = Field(self.contact, parent=self)
        column.addWidget(self.contact_field)
        self.erasing = LinkButton("erasePartnerContact", "trash", parent=self)
        column.addLayout(_at_left(self.erasing))
        self.offers_title = Label("heading", wrap=True, parent=self)
        column.addWidget(self.offers_title)
        self._offers = QVBoxLayout()
        self._offers.setSpacing(8)
        column.addLayout(self._offers)
        self.adding = Button("addOffer", "plus", parent=self)
        column.addWidget(self.adding)
        self.form = OfferForm(self._presenter, parent=self)
        column.addWidget(self.form)
        self.sent = SentForms(parent=self)
        column.addWidget(self.sent)
        self.ties_title = Label("heading", wrap=True, parent=self)
        column.addWidget(self.ties_title)
        self._ties = QVBoxLayout()
        self._ties.setSpacing(2)
        column.addLayout(self._ties)
        self.tie_member = ComboBox("tieMember", parent=self)
        self.tie_member.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.tie_kind = ComboBox("tieKind", parent=self)
        self.tie_kind.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.adding_tie = Button("addTie", "plus", parent=self)
        for widget in (self.tie_member, self.tie_kind, self.adding_tie):
            column.addWidget(widget)
        self.merging = LinkButton("mergePartner", "git-merge", parent=self)
        column.addLayout(_at_left(self.merging))
        self.merging.clicked.connect(lambda: self.merge_wanted.emit(self.partner))
        self.erasing.clicked.connect(lambda: self.erase_wanted.emit(self.partner))
        self.contact.editingFinished.connect(self._save_contact)
        self.adding.clicked.connect(self._begin_offer)
        self.form.left.connect(self._show_offers)
        self.adding_tie.clicked.connect(self._add_tie)
        self.tie_member.currentIndexChanged.connect(self._allow_tie)

    def retranslate(self) -> None:
        """Set the texts."""
        self.closing.set_words(self.tr("Close"))
        self.new.retranslate()
        self.fields.retranslate()
        self.contact_field.set_words(self.tr("Contact"), self.tr("Personal data: never part of anonymous reports."))
        self.erasing.setText(self.tr("Erase this contact for good…"))
        self.offers_title.setText(self.tr("What it offers"))
        self.adding.setText(self.tr("Add offer"))
        self.ties_title.setText(self.tr("Who works with it"))
        self.tie_member.setAccessibleName(self.tr("Member that works with it"))
        self.tie_kind.setAccessibleName(self.tr("What they do together"))
        self.adding_tie.setText(self.tr("Add link"))
        self.merging.setText(self.tr("Make one with another partner…"))
        self.form.retranslate()
        self.sent.retranslate()

    # --- showing ------------------------------------------------------------------------------------------------------

    def begin_new(self, name: str, types: list[tuple[object, str]]) -> None:
        """Ask for a new partner."""
        self.partner = ""
        self.title.setText(self.tr("New partner"))
        self.shown.hide()
        self.new.show()
        self.show()
        self.new.begin(name, types)

    def show_partner(self, partner: str) -> None:
        """Show a partner, or the same one as it is now."""
        is_other = partner != self.partner or self.isHidden()
        self.partner = partner
        known = self._reading.partner(partner)
        if known is None:
            self.close_panel()
            return
        can_edit = self._reading.state.can_edit
        self.title.setText(known.name)
        self.fields.show_partner(known, can_edit=can_edit)
        self._show_flags()
        self.merging.setVisible(can_edit and len(self._reading.snapshot.partners) > 1)
        if is_other or not self.contact.hasFocus():
            self.contact.setText(known.contact or "")
            self.contact.setCursorPosition(0)  # a name is shown from its beginning
        self.contact.setEnabled(can_edit)
        self.erasing.setVisible(can_edit and bool(known.contact))
        if is_other:
            self.form.put_away()
        if self.form.isHidden():
            self._show_offers()
        if is_other and can_edit and self.form.resume(partner):
            self.adding.hide()
        self.sent.show_replies(self._reading.replies(partner), self._reading.state.texts)
        self._show_ties(can_edit=can_edit, is_other=is_other)
        self.new.hide()
        self.shown.show()
        self.show()

    def _show_flags(self) -> None:
        clear(self._flags)
        for place, (tone, words) in enumerate(self._reading.flags(self.partner)):
            line = QWidget(self)
            line.setObjectName(f"partnerFlag{place}")
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            icon = "warning" if tone == "warn" else "info"
            row.addWidget(IconLabel(icon, 16, f"tone.{tone}", parent=line), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label("secondary", words, wrap=True, parent=line), 1)
            self._flags.addWidget(line)

    def _show_offers(self) -> None:
        self.form.hide()
        self.adding.setVisible(self._reading.state.can_edit)
        clear(self._offers)
        offers = self._reading.offers(self.partner)
        for place, offer in enumerate(offers):
            self._offers.addWidget(self._offer_card(place, offer))
        if not offers:
            words = self.tr("Nothing recorded. That does not mean that it offers nothing: ask.")
            self._offers.addWidget(Label("secondary", words, wrap=True, parent=self))

    def _offer_card(self, place: int, offer: Offer) -> QWidget:
        texts = self._reading.state.texts
        card = Card(f"offerCard{place}", kind="raised", parent=self)
        card.body.setContentsMargins(12, 8, 8, 8)
        card.body.setSpacing(3)
        head = QHBoxLayout()
        head.addWidget(Label("key", self._reading.skill_label(offer.skill), wrap=True, parent=card), 1)
        if self._reading.state.can_edit:
            editing = IconButton(f"editOffer{place}", "pencil-simple", parent=card)
            editing.set_words(self.tr("Change this offer"))
            editing.clicked.connect(lambda _=False, known=offer: self._edit_offer(known))
            removing = IconButton(f"removeOffer{place}", "trash", parent=card)
            removing.set_words(self.tr("Remove this offer"))
            removing.clicked.connect(lambda _=False, known=offer.id: self._presenter.remove_offer(self.partner, known))
            head.addWidget(editing)
            head.addWidget(removing)
        card.body.addLayout(head)
        row = QHBoxLayout()
        row.addWidget(Badge(sentence_case(texts.term(f"fit.{offer.fit}")), FIT_TONES[offer.fit], parent=card))
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addWidget(Label("secondary", offer_summary(offer, texts, with_fit=False), wrap=True, parent=card))
        if more := offer_more(offer, texts):
            card.body.addWidget(Label("secondary", more, wrap=True, parent=card))
        return card

    def _show_ties(self, *, can_edit: bool, is_other: bool) -> None:
        clear(self._ties)
        ties = self._reading.ties(self.partner)
        for place, (tie, name, kind) in enumerate(ties):
            line = QWidget(self)
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Label("body", name, wrap=True, parent=line))
            how = kind if tie is not None else self.tr("{kind}, named in its form").replace("{kind}", kind)
            words.addWidget(Label("secondary", how, wrap=True, parent=line))
            row.addLayout(words, 1)
            if can_edit and tie is not None:
                removing = IconButton(f"removeTie{place}", "trash", parent=line)
                removing.set_words(self.tr("Remove this link"))
                removing.clicked.connect(lambda _=False, known=tie: self._presenter.remove_tie(known))
                row.addWidget(removing, 0, Qt.AlignmentFlag.AlignTop)
            self._ties.addWidget(line)
        if not ties:
            self._ties.addWidget(Label("secondary", self.tr("No link recorded."), wrap=True, parent=self))
        members = self._reading.snapshot.members
        for widget in (self.tie_member, self.tie_kind, self.adding_tie):
            widget.setVisible(can_edit and bool(members))
        texts = self._reading.state.texts
        choices: list[tuple[object, str]] = [(None, self.tr("Choose a member…"))]
        choices += sorted(((str(one.code), one.name) for one in members), key=lambda line: line[1].casefold())
        kinds: list[tuple[object, str]] = [(kind, sentence_case(texts.term(f"tie_kind.{kind}"))) for kind in TieKind]
        self.tie_member.set_choices(choices, None if is_other else self.tie_member.currentData())
        chosen = self.tie_kind.currentData()
        self.tie_kind.set_choices(kinds, TieKind.OTHER if is_other or chosen is None else chosen)
        self._allow_tie()

    # --- what a person does -------------------------------------------------------------------------------------------

    def _record(self, name: str, type_: PartnerType) -> None:
        partner = self._presenter.add(name, type_)
        if partner is not None:
            self.recorded.emit(partner)

    def _save_contact(self) -> None:
        self._presenter.edit_cell(self.partner, "contact", self.contact.text())

    def _begin_offer(self) -> None:
        self.adding.hide()
        self.form.begin(self.partner, None)

    def _edit_offer(self, offer: Offer) -> None:
        self.adding.hide()
        self.form.begin(self.partner, offer)

    def _allow_tie(self) -> None:
        self.adding_tie.setEnabled(self.tie_member.currentData() is not None)

    def _add_tie(self) -> None:
        member, kind = self.tie_member.currentData(), self.tie_kind.currentData()
        self.tie_member.choose(None)
        self._presenter.add_tie(self.partner, member, TieKind(kind))  # Qt hands a choice back as its text


def _at_left(link: LinkButton) -> QHBoxLayout:
    """Return a line with ``link``, whose words may be cut: one wider than the panel takes the height of all others."""
    link.setMinimumWidth(1)
    line = QHBoxLayout()
    line.addWidget(link)
    line.addStretch(1)
    return line
