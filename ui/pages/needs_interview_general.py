"""The questions that a form asks once: about the firm and about whoever answers for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from ui.pages.needs_interview_fields import Questions, offer_family, text_of
from ui.pages.needs_typed import figure

if TYPE_CHECKING:
    from fastmap.changes.needs import FormAnswers
    from fastmap.model.responses import Response
    from fastmap.texts import Texts

_AS_RECORDED = ("respondent_role", "paid_training", "barrier", "consent_contact", "consent_naming", "remarks")


class GeneralQuestions(Questions):
    """Values are held by their names in `FormAnswers`; the number of people is a text until it is written down."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        """Begin blank."""
        super().__init__(parent=parent)
        self.role = self.add_text("role", "interviewRole")
        self.people = self.add_figure("people", "interviewPeople")
        self.paid = self.add_choice("paid", "interviewPaid")
        self.barrier = self.add_choice("barrier", "interviewBarrier")
        self.contact = self.add_choice("contact", "interviewContact")
        self.naming = self.add_choice("naming", "interviewNaming")
        self.remarks = self.add_text("remarks", "interviewRemarks")

    def show_words(self, texts: Texts) -> None:
        """Word the questions and their closed choices."""
        from fastmap.model.choices import Barrier

        offer_family(self.barrier, Barrier, "barrier", texts)
        for line in (self.paid, self.contact, self.naming):
            line.set_choices([(True, texts.term("yes_no.yes")), (False, texts.term("yes_no.no"))])
        label = "form.label."
        self.set_words(
            {
                "role": texts.term(f"{label}respondent_role"),
                "people": texts.term(f"{label}people_total"),
                "paid": texts.term(f"{label}paid_training"),
                "barrier": texts.term(f"{label}barrier"),
                "contact": texts.term(f"{label}consent_contact"),
                "naming": texts.term(f"{label}consent_naming"),
                "remarks": texts.term(f"{label}remarks"),
            }
        )

    def values(self) -> dict[str, Any]:
        """Return what was typed so far."""
        return {
            "respondent_role": text_of(self.role) or None,
            "people_total": text_of(self.people),
            "paid_training": self.paid.value,
            "barrier": self.barrier.value,
            "consent_contact": self.contact.value,
            "consent_naming": self.naming.value,
            "remarks": self.remarks.text().strip() or None,
        }

    def answers(self) -> FormAnswers:
        """Return the answers to be written down."""
        from fastmap.changes.needs import FormAnswers

        values = self.values()
        return FormAnswers(**{**values, "people_total": figure("people", values["people_total"])[0]})

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show what was typed before; nothing where it lacks."""
        self.role.setText(values.get("respondent_role") or "")
        self.people.setText(values.get("people_total") or "")
        self.paid.choose(values.get("paid_training"))
        self.barrier.choose(values.get("barrier"))
        self.contact.choose(values.get("consent_contact"))
        self.naming.choose(values.get("consent_naming"))
        self.remarks.setText(values.get("remarks") or "")


def recorded_values(answer: Response | None) -> dict[str, Any]:
    """Return what an answer in the file says, as `GeneralQuestions` shows it."""
    if answer is None:
        return {}
    people = "" if answer.people_total is None else str(answer.people_total)
    return {**{name: getattr(answer, name) for name in _AS_RECORDED}, "people_total": people}
