"""One named organisation beside the list: who named it, how it was written, what is proposed, and the decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fastmap.model.choices import PartnerType
from fastmap.texts import sentence_case
from ui.plain_text import literal
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.cards import Card, clear, scrolling
from ui.widgets.check_box import CheckBox
from ui.widgets.fields import ComboBox
from ui.widgets.labels import Badge, Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastmap.model.ids import MemberCode, PartnerId
    from fastmap.model.snapshot import Snapshot
    from fastmap.tasks.named_organisations import NamedGroup, Spelling
    from fastmap.texts import Texts

_FIRMS_SHOWN = 6


class NameCard(Card):
    """Shows a group of names and takes a decision about it, or about some of its spellings."""

    accepted = Signal()
    """What is proposed."""
    meant = Signal(object)
    """Another partner: its id."""
    new_wanted = Signal()
    left_out = Signal()
    taken_back = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin without a group."""
        super().__init__("nameCard", parent=parent)
        self._group: NamedGroup | None = None
        self._boxes: list[tuple[CheckBox, Spelling]] = []
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.title = Label("card", wrap=True, parent=content)
        self.title.setObjectName("nameTitle")
        self.sure = Badge(parent=content)
        head.addWidget(self.title, 1)
        head.addWidget(self.sure, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self.who = Label("body", wrap=True, parent=content)
        self.who.setObjectName("nameWho")
        self.what = Label("secondary", wrap=True, parent=content)
        self.spellings_title = Label("heading", wrap=True, parent=content)
        self._spellings = QVBoxLayout()
        self._spellings.setSpacing(0)
        self.proposal = Label("body", wrap=True, parent=content)
        self.proposal.setObjectName("nameProposal")
        self.member = Label("secondary", wrap=True, parent=content)
        self.member.setObjectName("nameMember")
        column.addWidget(self.who)
        column.addWidget(self.what)
        column.addWidget(self.spellings_title)
        column.addLayout(self._spellings)
        column.addSpacing(4)
        column.addWidget(self.proposal)
        column.addWidget(self.member)
        self.accepting = PrimaryButton("acceptName", "check", parent=content)
        column.addWidget(self.accepting)
        column.addSpacing(6)
        self.partners = _box("sameAsPartner", content)
        self.types = _box("newPartnerTypeOfName", content)
        self.same = Button("sameAs", "link-simple", parent=content)
        self.new = Button("newFromName", "plus", parent=content)
        for box, button in ((self.partners, self.same), (self.types, self.new)):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(box, 1)
            row.addWidget(button)
            column.addLayout(row)
        self.leaving = Button("notAPartner", "x", parent=content)
        self.taking_back = Button("takeBackName", "arrow-counter-clockwise", parent=content)
        for button in (self.leaving, self.taking_back):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        column.addStretch(1)
        self.body.addWidget(scrolling(content, name="nameCardScroll", parent=self), 1)
        self._connect()

    def _connect(self) -> None:
        self.accepting.clicked.connect(self.accepted)
        self.same.clicked.connect(self._say_same)
        self.partners.currentIndexChanged.connect(self._allow)
        self.partners.activated.connect(lambda _: self.same.setFocus())
        self.types.currentIndexChanged.connect(self._allow)
        self.new.clicked.connect(self.new_wanted)
        self.leaving.clicked.connect(self.left_out)
        self.taking_back.clicked.connect(self.taken_back)

    def retranslate(self) -> None:
        """Set every text that does not depend on the group."""
        self.spellings_title.setText(self.tr("Written as – untick what is another organisation"))
        self.partners.setAccessibleName(self.tr("Which partner it is"))
        self.types.setAccessibleName(self.tr("Type of the new partner"))
        self.same.setText(self.tr("Same as (S)"))
        self.new.setText(self.tr("New partner (N)"))
        self.leaving.setText(self.tr("Not a partner (X)"))
        self.taking_back.setText(self.tr("Take back (T)"))

    # --- what is decided about ----------------------------------------------------------------------------------------

    @property
    def group(self) -> NamedGroup | None:
        """The group shown."""
        return self._group

    @property
    def chosen(self) -> tuple[Spelling, ...]:
        """The spellings that the decision is about."""
        if self._group is None:
            return ()
        return tuple(one for box, one in self._boxes if box.isChecked()) if self._boxes else self._group.spellings

    @property
    def type(self) -> PartnerType | None:
        """The type that a new partner would have."""
        chosen = self.types.currentData()
        return None if chosen is None else PartnerType(chosen)  # Qt hands a choice back as its text

    def begin_same(self) -> None:
        """Put the keyboard on the choice of a partner."""
        self.partners.setFocus()
        self.partners.showPopup()

    def _say_same(self) -> None:
        if self.partners.currentData() is not None:
            self.meant.emit(self.partners.currentData())

    def _allow(self) -> None:
        self.same.setEnabled(self.partners.currentData() is not None)
        self.new.setEnabled(self.types.currentData() is not None)

    # --- showing ------------------------------------------------------------------------------------------------------

    def show_group(self, group: NamedGroup, snapshot: Snapshot, texts: Texts, *, can_edit: bool) -> None:
        """Show a group, or the same one as it is now."""
        is_other = self._group is None or (self._group.key, self._group.spellings) != (group.key, group.spellings)
        self._group = group
        firms = {member.code: member.name for member in snapshot.members}
        partners = {partner.id: partner.name for partner in snapshot.partners}
        is_open = group.state.value == "open"
        self.title.setText(f"“{group.name}”")
        self._show_sureness(group, texts)
        named = [firms.get(code, code) for code in group.members]
        shown = texts.listing(named[:_FIRMS_SHOWN])
        more = len(named) - _FIRMS_SHOWN
        words = self.tr("Named by %n firm(s): {firms}", "", len(named)).replace("{firms}", shown)
        self.who.setText(f"{words} …" if more > 0 else words)
        self._show_what(group, texts)
        if is_other:
            self._show_spellings(group, can_edit=can_edit and is_open)
        self._show_proposal(group, partners, texts)
        self._show_member(group, firms)
        self._offer(group, partners, texts, is_other=is_other)
        for widget in (self.accepting, self.partners, self.same, self.types, self.new):
            widget.setVisible(is_open and can_edit)
        self.leaving.setVisible(can_edit and is_open)
        self.taking_back.setVisible(can_edit and not is_open)

    def _show_sureness(self, group: NamedGroup, texts: Texts) -> None:
        if group.state.value != "open":
            is_partner = group.state.value == "partner"
            self.sure.set_badge(self.tr("partner") if is_partner else self.tr("not a partner"), "neutral")
        elif group.partner is None:
            self.sure.set_badge(self.tr("new"), "primary")
        else:
            self.sure.set_badge(texts.percent(group.likeness), sure_tone(group))

    def _show_what(self, group: NamedGroup, texts: Texts) -> None:
        said = [texts.term(f"tie_kind.{kind}") for kind in group.kinds]
        said = [texts.term(f"partner_type.{group.type}"), *said] if group.type is not None else said
        self.what.setText(sentence_case(" · ".join(said)))
        self.what.setVisible(bool(said))

    def _show_spellings(self, group: NamedGroup, *, can_edit: bool) -> None:
        clear(self._spellings)
        self._boxes = []
        several = len(group.spellings) > 1
        self.spellings_title.setVisible(several)
        if not several:
            return
        for place, one in enumerate(group.spellings):
            box = CheckBox(f"spelling{place}", parent=self)
            box.setText(one.name if len(one.name) <= _LONGEST else f"{one.name[:_LONGEST]}…")
            box.setToolTip(one.name)
            box.setChecked(True)
            box.setEnabled(can_edit)
            self._boxes.append((box, one))
            self._spellings.addWidget(box)

    def _show_proposal(self, group: NamedGroup, partners: Mapping[PartnerId, str], texts: Texts) -> None:
        name = partners.get(group.partner, "") if group.partner is not None else ""
        if group.state.value == "not_a_partner":
            words = self.tr("Noted as not a partner. Nobody is asked about it again.")
        elif group.state.value == "partner":
            words = self.tr("It is {partner}.").replace("{partner}", name)
        elif group.partner is not None and group.reason is not None:
            reason = texts.term(f"name_reason.{group.reason}")
            words = self.tr("Probably {partner}: {reason}.").replace("{reason}", reason).replace("{partner}", name)
        else:
            words = self.tr("No partner is called like this.")
        self.proposal.setText(words)

    def _show_member(self, group: NamedGroup, firms: Mapping[MemberCode, str]) -> None:
        self.member.setVisible(group.member is not None)
        if group.member is None:
            return
        words = self.tr("Your member {member} has this name. As a new partner it is one organisation in two roles.")
        if group.member in group.members:
            words += " " + self.tr("It named itself: that link leads to itself and counts nowhere.")
        self.member.setText(words.replace("{member}", firms.get(group.member, group.member)))

    def _offer(self, group: NamedGroup, partners: Mapping[PartnerId, str], texts: Texts, *, is_other: bool) -> None:
        name = partners.get(group.partner, "") if group.partner is not None else ""
        if name:
            shown = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
            words = literal(self.tr("Same as {partner} (Enter)").replace("{partner}", shown))
        else:
            words = self.tr("Record as new partner (Enter)")
        self.accepting.setText(words)
        by_name = sorted(partners.items(), key=lambda one: one[1].casefold())
        choices: list[tuple[object, str]] = [(None, self.tr("Another partner…")), *by_name]
        types: list[tuple[object, str]] = [(None, self.tr("Choose a type…"))]
        types += [(one, texts.term(f"partner_type_short.{one}")) for one in PartnerType]
        self.partners.set_choices(choices, None if is_other else self.partners.currentData())
        self.types.set_choices(types, group.type if is_other else self.types.currentData())
        self._allow()


_LONGEST = 34


def _box(name: str, parent: QWidget) -> ComboBox:
    box = ComboBox(name, parent=parent)
    box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def sure_tone(group: NamedGroup) -> str:
    """Return the tone of how sure a proposal is: good from where spellings count as one, else to be looked at."""
    from fastmap.vocabulary.organisation_names import SAME

    return "good" if group.likeness >= SAME else "warn"
