"""Making two partners one: which other, which of the two stays, and what gives way – shown before anything happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from fastmap.model.ids import PartnerId
from fastmap.texts import sentence_case
from ui.plain_text import isolated
from ui.widgets.buttons import Button, PrimaryButton
from ui.widgets.cards import scrolling
from ui.widgets.dialog_foot import dialog_foot
from ui.widgets.dialog_room import open_at
from ui.widgets.fields import ComboBox, Field
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from fastmap.model.merging import MergeConflict, MergedPartners
    from fastmap.model.organisations import NameDecision
    from ui.pages.partners_presenter import PartnersPresenter


class MergeDialog(QDialog):
    """Asks for the other partner; `accepted` says that `kept` and `gone` are to be one."""

    def __init__(self, presenter: PartnersPresenter, partner: str, *, parent: QWidget | None = None) -> None:
        """Begin with ``partner``."""
        super().__init__(parent)
        self.setObjectName("mergePartners")
        self._presenter = presenter
        self._reading = presenter.reading
        self._partner = partner
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        self.title = Label("card", wrap=True, parent=self)
        column.addWidget(self.title)
        self.other = _box("mergeOther", self)
        self.other_field = Field(self.other, parent=self)
        self.stays = _box("mergeStays", self)
        self.stays_field = Field(self.stays, parent=self)
        column.addWidget(self.other_field)
        column.addWidget(self.stays_field)
        content = QWidget()
        lines = QVBoxLayout(content)
        lines.setContentsMargins(0, 0, 6, 0)
        self.told = Label("body", wrap=True, parent=content)
        self.told.setObjectName("mergeTold")
        lines.addWidget(self.told)
        lines.addStretch(1)
        column.addWidget(scrolling(content, name="mergeScroll", parent=self), 1)
        self.cancelling = Button("mergeCancel", parent=self)
        self.merging = PrimaryButton("mergeTake", "git-merge", parent=self)
        column.addLayout(dialog_foot(self.cancelling, self.merging))
        self.cancelling.clicked.connect(self.reject)
        self.merging.clicked.connect(self.accept)
        self.other.currentIndexChanged.connect(self._choose_other)
        self.stays.currentIndexChanged.connect(self._show)
        self._retranslate()
        self._fill()
        open_at(self, 540, 460)

    @property
    def kept(self) -> PartnerId | None:
        """The partner that stays, once both are chosen."""
        chosen = self.stays.currentData()
        return None if self.other.currentData() is None or chosen is None else PartnerId(chosen)

    @property
    def gone(self) -> PartnerId | None:
        """The partner that becomes part of the other."""
        if self.kept is None:
            return None
        return PartnerId(self.other.currentData() if self.kept == self._partner else self._partner)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Make two partners one"))
        self.title.setText(self.tr("Two entries, one organisation"))
        self.other_field.set_words(self.tr("Which other entry is it?"))
        self.stays_field.set_words(
            self.tr("Which one stays?"),
            self.tr("Its values win where both are known. The other name is remembered as another spelling."),
        )
        self.cancelling.setText(self.tr("Cancel"))
        self.merging.setText(self.tr("Make them one"))

    def _fill(self) -> None:
        others = [one for one in self._reading.snapshot.partners if one.id != self._partner]
        choices: list[tuple[object, str]] = [(None, self.tr("Choose a partner…"))]
        choices += sorted(((str(one.id), one.name) for one in others), key=lambda line: line[1].casefold())
        self.other.set_choices(choices, None)
        self._choose_other()

    def _choose_other(self) -> None:
        names = {str(one.id): one.name for one in self._reading.snapshot.partners}
        other = self.other.currentData()
        both = [self._partner] if other is None else [self._partner, other]
        self.stays.set_choices([(one, names.get(one, one)) for one in both], self._partner)
        self.stays.setEnabled(other is not None)
        self._show()

    def _show(self) -> None:
        merged = None
        if self.kept is not None and self.gone is not None:
            merged = self._presenter.merged(self.kept, self.gone)
        self.merging.setEnabled(merged is not None)
        self.told.setText("" if merged is None else self._words(merged))

    def _words(self, merged: MergedPartners) -> str:
        words = [self.tr("Offers, links, actions and names of both come together. Undo takes it back in one step.")]
        if merged.gone_offers:
            words.append(self.tr("%n offer(s) of the same skill and form become one.", "", len(merged.gone_offers)))
        told = [self._conflict(conflict) for conflict in merged.conflicts]
        if merged.other_meaning is not None:
            told.append(self._other_meaning(merged.other_meaning))
        if merged.members:
            both = self.tr("Two or more members are noted as this partner then: {members}. Look which one it is.")
            told.append(both.replace("{members}", ", ".join(isolated(member.name) for member in merged.members)))
        if told:
            words.append("")
            words.append(self.tr("Where the two differ:"))
            words += [f"• {line}" for line in told]
        return "\n".join(words)

    def _conflict(self, conflict: MergeConflict) -> str:
        what = self._names().get(conflict.field, conflict.field)
        if conflict.skill is not None:
            what = f"{self._reading.skill_label(conflict.skill)}, {what}"
        words = self.tr("{what}: {kept} stays, {gone} goes")
        for place, said in (
            ("what", sentence_case(what)),
            ("kept", self._reading.value_words(conflict.field, conflict.kept)),
            ("gone", self._reading.value_words(conflict.field, conflict.given_up)),
        ):
            words = words.replace(f"{{{place}}}", said)
        return words

    def _other_meaning(self, meaning: NameDecision) -> str:
        known = self._reading.partner(meaning.partner) if meaning.partner is not None else None
        if known is None:
            words = self.tr("In forms, “{name}” stays no partner, as was decided.")
        else:
            words = self.tr("In forms, “{name}” goes on to mean {partner}.").replace("{partner}", isolated(known.name))
        return words.replace("{name}", isolated(meaning.name))

    def _names(self) -> dict[str, str]:
        return {
            "name": self.tr("name"),
            "type": self.tr("type"),
            "level": self.tr("level"),
            "in_cluster": self.tr("in the cluster"),
            "governance": self.tr("seat in a body of the cluster"),
            "stage": self.tr("how close"),
            "contact": self.tr("contact"),
            "places_per_year": self.tr("places a year"),
            "fit": self.tr("fits the content"),
            "cost": self.tr("cost"),
            "publicly_funded": self.tr("publicly funded"),
            "language": self.tr("language"),
            "mode": self.tr("mode"),
            "evidence": self.tr("evidence"),
            "since": self.tr("since"),
        }


def _box(name: str, parent: QWidget) -> ComboBox:
    box = ComboBox(name, parent=parent)
    box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box
