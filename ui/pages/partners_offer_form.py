"""One offer of a partner, to be typed in: only the skill is needed, everything else may stay unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from fastmap.intake.numbers import understand_count
from fastmap.model.choices import Fit
from fastmap.model.choices import OfferForm as Form
from fastmap.texts import sentence_case
from ui.widgets.buttons import Button
from ui.widgets.completion import CompletionField, Suggestion
from ui.widgets.fields import ComboBox, Field
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.tab_order import follow_layout

if TYPE_CHECKING:
    from fastmap.model.organisations import Offer
    from ui.pages.partners_presenter import PartnersPresenter

_MOST_PLACES = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """What was typed about an offer and is not saved yet."""

    offer: Offer | None
    """The one that is being changed; ``None``: a new one."""
    skill: Suggestion | None
    skill_text: str
    lines: tuple[str, ...]
    choices: tuple[object, ...]


class OfferForm(QWidget):
    """Fields of an offer; saved as one change. What is half typed is kept for each partner while others are looked at."""

    left = Signal()
    """Saved or cancelled."""

    def __init__(self, presenter: PartnersPresenter, *, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setObjectName("offerForm")
        self._presenter = presenter
        self._reading = presenter.reading
        self._partner = ""
        self._offer: Offer | None = None
        self._begun: _Draft | None = None
        """What the fields held before anything was typed."""
        self._drafts: dict[str, _Draft] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.skill = CompletionField("offerSkill", parent=self)
        self.form = ComboBox("offerForm_form", parent=self)
        self.places = QLineEdit(self)
        self.fit = ComboBox("offerFit", parent=self)
        self.cost, self.mode, self.evidence = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.funded = ComboBox("offerFunded", parent=self)
        self.language = ComboBox("offerLanguage", parent=self)
        names = {"offerPlaces": self.places, "offerCost": self.cost, "offerMode": self.mode}
        for name, line in {**names, "offerEvidence": self.evidence}.items():
            line.setObjectName(name)
            line.setMaxLength(300)
        for box in (self.form, self.fit, self.funded, self.language):
            box.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.fields = {
            "skill": Field(self.skill, parent=self),
            "form": Field(self.form, parent=self),
            "places": Field(self.places, parent=self),
            "fit": Field(self.fit, parent=self),
            "cost": Field(self.cost, parent=self),
            "funded": Field(self.funded, parent=self),
            "language": Field(self.language, parent=self),
            "mode": Field(self.mode, parent=self),
            "evidence": Field(self.evidence, parent=self),
        }
        for field in self.fields.values():
            column.addWidget(field)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, spacing=8)
        self.saving = Button("offerSave", "check", parent=buttons)
        self.leaving = Button("offerLeave", parent=buttons)
        flow.addWidget(self.saving)
        flow.addWidget(self.leaving)
        column.addWidget(buttons)
        follow_layout(self)
        self.hide()
        self.skill.wanted.connect(presenter.look_up)
        presenter.suggestions_found.connect(self.skill.offer)
        self.saving.clicked.connect(self._save)
        self.leaving.clicked.connect(self.left)

    def retranslate(self) -> None:
        """Set the texts."""
        words = {
            "skill": (self.tr("Skill"), ""),
            "form": (self.tr("Form"), ""),
            "places": (self.tr("Places a year"), self.tr("Blank: not known.")),
            "fit": (self.tr("Does it fit what members need?"), ""),
            "cost": (self.tr("Cost"), ""),
            "funded": (self.tr("Publicly funded"), ""),
            "language": (self.tr("Language"), ""),
            "mode": (self.tr("How it is taught"), ""),
            "evidence": (self.tr("How do we know?"), ""),
        }
        for key, (label, hint) in words.items():
            self.fields[key].set_words(label, hint)
        self.skill.set_own_words(self.tr("Keep “{text}”"), self.tr("As the cluster's own words"))
        self.cost.setPlaceholderText(self.tr("For example: free, 450 € a person"))
        self.mode.setPlaceholderText(self.tr("For example: on site, evenings, online"))
        self.saving.setText(self.tr("Save offer"))
        self.leaving.setText(self.tr("Cancel"))

    def begin(self, partner: str, offer: Offer | None) -> None:
        """Take a new offer of ``partner``, or change ``offer``."""
        self._fill(partner, offer)
        self.show()
        self.skill.setFocus()

    def put_away(self) -> None:
        """Hide; what was typed is kept until `resume`."""
        if self.isHidden():
            return
        self.hide()
        draft = self._typed()
        if draft != self._begun:
            self._drafts[self._partner] = draft

    def resume(self, partner: str) -> bool:
        """Show again what was being typed about an offer of ``partner``; says whether there was anything."""
        draft = self._drafts.pop(partner, None)
        if draft is None:
            return False
        self._fill(partner, draft.offer)
        if draft.skill is not None and draft.skill.value is not None:
            self.skill.begin_with_choice(draft.skill)
        else:
            self.skill.begin_with(draft.skill_text)
        for line, text in zip(self._lines(), draft.lines, strict=True):
            line.setText(text)
        for box, choice in zip(self._boxes(), draft.choices, strict=True):
            box.choose(choice)
        self.show()  # without the keyboard, which may be walking through the table
        return True

    def _lines(self) -> tuple[QLineEdit, ...]:
        return self.places, self.cost, self.mode, self.evidence

    def _boxes(self) -> tuple[ComboBox, ...]:
        return self.form, self.fit, self.funded, self.language

    def _typed(self) -> _Draft:
        return _Draft(
            offer=self._offer,
            skill=self.skill.taken,
            skill_text=self.skill.text(),
            lines=tuple(line.text() for line in self._lines()),
            choices=tuple(box.currentData() for box in self._boxes()),
        )

    def _fill(self, partner: str, offer: Offer | None) -> None:
        self._partner, self._offer = partner, offer
        state = self._reading.state
        texts = state.texts
        unknown: tuple[object, str] = (None, self.tr("Not known"))
        forms: list[tuple[object, str]] = [(form, sentence_case(texts.term(f"offer_form.{form}"))) for form in Form]
        fits: list[tuple[object, str]] = [
            (Fit.YES, self.tr("Yes")),
            (Fit.NO, self.tr("No")),
            (Fit.UNKNOWN, self.tr("Not known")),
        ]
        yes_no: list[tuple[object, str]] = [(True, self.tr("Yes")), (False, self.tr("No")), unknown]
        languages = [offer.language] if offer is not None and offer.language else []
        codes = dict.fromkeys([*languages, *(code for code in _LANGUAGES)])
        names = texts.locale.languages
        spoken: list[tuple[object, str]] = [(code, sentence_case(names.get(code, code))) for code in codes]
        self.form.set_choices([unknown, *forms], offer.form if offer is not None else None)
        self.fit.set_choices(fits, offer.fit if offer is not None else Fit.UNKNOWN)
        self.funded.set_choices(yes_no, offer.publicly_funded if offer is not None else None)
        self.language.set_choices([unknown, *spoken], offer.language if offer is not None else None)
        self.skill.begin_with("" if offer is None else self._reading.skill_label(offer.skill))
        places = None if offer is None else offer.places_per_year
        self.places.setText("" if places is None else str(places))
        self.cost.setText("" if offer is None else offer.cost or "")
        self.mode.setText("" if offer is None else offer.mode or "")
        self.evidence.setText("" if offer is None else offer.evidence or "")
        self.fields["skill"].set_complaint("")
        self.fields["places"].set_complaint("")
        self._begun = self._typed()

    def _save(self) -> None:
        skill = self.skill.taken
        if skill is None:
            self.fields["skill"].set_complaint(self.tr("Say which skill it teaches."))
            self.skill.setFocus()
            return
        if self._offer is not None and skill.title == self._reading.skill_label(self._offer.skill):
            skill = Suggestion(value=self._offer.skill, title=skill.title)
        places = understand_count(self.places.text(), most=_MOST_PLACES)
        if places.number is None and places.code not in (None, "number_unknown"):
            self.fields["places"].set_complaint(self.tr("A whole number, or nothing if it is not known."))
            self.places.setFocus()
            return
        form = self.form.currentData()
        known = None if self._offer is None else self._offer.id
        # Put away first: the panel shows offers anew while no form is open.
        self.hide()
        is_saved = self._presenter.save_offer(
            self._partner,
            known,
            skill,
            form=None if form is None else Form(form),  # Qt hands a choice back as its text
            places_per_year=places.number,
            fit=Fit(self.fit.currentData()),
            publicly_funded=self.funded.currentData(),
            language=self.language.currentData(),
            cost=self.cost.text().strip() or None,
            mode=self.mode.text().strip() or None,
            evidence=self.evidence.text().strip() or None,
        )
        if is_saved:
            self.left.emit()
        else:
            # What was typed is not in the file: it stays to be saved again.
            self.show()


_LANGUAGES = ("en", "es", "fr", "de", "it", "pt", "nl", "pl", "eu", "ca", "gl")
