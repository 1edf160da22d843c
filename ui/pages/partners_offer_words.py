"""An offer in words: in one line, what else is known of it, and the tone of how it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from fastmap.model.choices import Fit
from fastmap.texts import sentence_case
from ui.pages.partners_words import PartnersWords

if TYPE_CHECKING:
    from fastmap.model.organisations import Offer
    from fastmap.texts import Texts

FIT_TONES = {Fit.YES: "good", Fit.NO: "lt", Fit.UNKNOWN: "neutral"}


def offer_summary(offer: Offer, texts: Texts, *, with_fit: bool = True) -> str:
    """Return one line about an offer: form, places, fit."""
    places = (
        QCoreApplication.translate("PartnersPage", "places not known")
        if offer.places_per_year is None
        else PartnersWords().places(offer.places_per_year)
    )
    parts = [texts.term(f"offer_form.{offer.form}") if offer.form is not None else "", places]
    if with_fit:
        parts.append(texts.term(f"fit.{offer.fit}"))
    return sentence_case(" · ".join(part for part in parts if part))


def offer_more(offer: Offer, texts: Texts) -> str:
    """Return what else is known about an offer, or ""."""
    funded = {
        True: QCoreApplication.translate("PartnersPage", "publicly funded"),
        False: QCoreApplication.translate("PartnersPage", "not publicly funded"),
        None: "",
    }
    language = ""
    if offer.language is not None:
        names: Any = texts.locale.languages
        language = names.get(offer.language, offer.language)
    since = ""
    if offer.since is not None:
        since = QCoreApplication.translate("PartnersPage", "since {year}").replace("{year}", str(offer.since))
    parts = (offer.cost or "", funded[offer.publicly_funded], language, offer.mode or "", since, offer.evidence or "")
    return sentence_case(" · ".join(part for part in parts if part))
