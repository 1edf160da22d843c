"""What the coverage matrix shows, as words and symbols, and what stands behind one of its cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from fastmap.model.choices import Fit
from fastmap.model.ids import PartnerId, SkillUri
from fastmap.model.skills import label_in
from fastmap.tasks.coverage_matrix import Match, MatrixCell, coverage_matrix
from fastmap.texts import sentence_case
from ui.pages.partners_offer_words import offer_more, offer_summary
from ui.pages.partners_words import PartnersWords

if TYPE_CHECKING:
    from fastmap.model.results import Results, SkillResult
    from fastmap.texts import Texts

TONES = {Match.FITS: "good", Match.NOT_KNOWN: "primary", Match.DOES_NOT_FIT: "lt"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """One cell: a figure, "?" or "✕", a short word below it, and everything in words."""

    symbol: str
    short: str
    tone: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillHead:
    """Head of a row."""

    uri: SkillUri
    label: str
    status_words: str
    status_tone: str
    people_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerHead:
    """Head of a column."""

    id: PartnerId
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixView:
    """The whole matrix."""

    skills: tuple[SkillHead, ...] = ()
    partners: tuple[PartnerHead, ...] = ()
    cells: Mapping[tuple[SkillUri, PartnerId], CellView] = field(default_factory=dict)
    nothing: str = ""
    """Words of a pair without a recorded offer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provided:
    """What one partner offers for a skill; nothing, where a cell is empty."""

    partner: str
    offers: tuple[tuple[str, str], ...]
    """Summary and what else is known, of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """One skill as a line of the table."""

    uri: SkillUri
    label: str
    rank: int | None
    status_words: str
    status_tone: str
    firms: int
    people: int | None
    places: int | None
    """Known places a year that fit, or may; ``None`` without an offer, or where nobody counted any."""
    places_words: str
    partners: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """What stands behind a cell or a skill."""

    skill: str
    status: tuple[str, str]
    """Words and tone."""
    demand: str
    firms: tuple[str, ...]
    providers: tuple[Provided, ...]


def matrix_view(results: Results, texts: Texts) -> MatrixView:
    """Return the matrix in words."""
    matrix = coverage_matrix(results)
    return MatrixView(
        skills=tuple(_head(item, texts) for item in matrix.skills),
        partners=tuple(PartnerHead(id=partner.id, name=partner.name) for partner in matrix.partners),
        cells={place: _cell(cell, texts) for place, cell in matrix.cells.items()},
        nothing=QCoreApplication.translate("PartnersPage", "no offer recorded"),
    )


def coverage_rows(results: Results, texts: Texts) -> list[CoverageRow]:
    """Return every skill that somebody needs, in the order of the results: best rank first."""
    return [_row(item, results, texts) for item in results.skills if item.members]


def behind(results: Results, texts: Texts, skill: str, partner: str = "") -> Behind | None:
    """Return firms, people and offers behind a cell, or behind a skill at all partners; ``None`` if it is gone."""
    item = next((one for one in results.skills if one.uri == skill), None)
    offering = {offer.partner for offer in results.snapshot.offers if offer.skill == skill}
    chosen = [one for one in results.snapshot.partners if (one.id == partner if partner else one.id in offering)]
    if item is None or (partner and not chosen):
        return None
    names = {member.code: member.name for member in results.snapshot.members}
    head = _head(item, texts)
    return Behind(
        skill=head.label,
        status=(head.status_words, head.status_tone),
        demand=_demand(item),
        firms=tuple(sorted((names.get(code, code) for code in item.members), key=str.casefold)),
        providers=tuple(
            Provided(partner=one.name, offers=_offers(results, texts, skill, one.id))
            for one in sorted(chosen, key=lambda one: (one.name.casefold(), one.id))
        ),
    )


def _offers(results: Results, texts: Texts, skill: str, partner: str) -> tuple[tuple[str, str], ...]:
    offers = [offer for offer in results.snapshot.offers if (offer.skill, offer.partner) == (skill, partner)]
    return tuple((offer_summary(offer, texts), offer_more(offer, texts)) for offer in offers)


def _row(item: SkillResult, results: Results, texts: Texts) -> CoverageRow:
    head = _head(item, texts)
    names = {partner.id: partner.name for partner in results.snapshot.partners}
    is_counted = any(one.places is not None and one.fit is not Fit.NO for one in item.coverage.providers)
    places = item.coverage.places_known if is_counted else None
    partners = dict.fromkeys(names.get(provider.partner, "") for provider in item.coverage.providers)
    return CoverageRow(
        uri=item.uri,
        label=head.label,
        rank=item.ranking.rank,
        status_words=head.status_words,
        status_tone=head.status_tone,
        firms=item.quantities.users,
        people=item.quantities.short_12m,
        places=places,
        places_words=_places_words(places, texts, has_unknown=item.coverage.places_unknown > 0),
        partners=", ".join(sorted(filter(None, partners), key=str.casefold)),
    )


def _head(item: SkillResult, texts: Texts) -> SkillHead:
    from fastmap.report.context import COVERAGE_TONES

    people = item.quantities.short_12m
    return SkillHead(
        uri=item.uri,
        label=label_in(item.labels, texts.language) or item.uri,
        status_words=sentence_case(texts.term(f"coverage_status.{item.coverage.status}")),
        status_tone=COVERAGE_TONES[item.coverage.status],
        people_words=QCoreApplication.translate("PartnersPage", "people not known")
        if people is None
        else PartnersWords().people_short(people),
    )


def _places_words(places: int | None, texts: Texts, *, has_unknown: bool) -> str:
    """Return places as a figure, "?" where nobody counted them, "8+?" where not all were counted."""
    if places is None:
        return "?" if has_unknown else ""
    return f"{texts.number(places)}+?" if has_unknown else texts.number(places)


def _demand(item: SkillResult) -> str:
    firms = PartnersWords().firms_need(item.quantities.users)
    people = item.quantities.short_12m
    if people is None:
        words = QCoreApplication.translate(
            "PartnersPage", "{firms}; nobody said how many people they will be short of."
        )
    else:
        words = PartnersWords().will_be_short(people)
    return words.replace("{firms}", firms)


def _cell(cell: MatrixCell, texts: Texts) -> CellView:
    if cell.match is Match.DOES_NOT_FIT:
        symbol, short = "✕", QCoreApplication.translate("PartnersPage", "does not fit")
    else:
        symbol = _places_words(cell.places, texts, has_unknown=True if cell.places is None else cell.has_unknown_places)
        fits = cell.match is Match.FITS
        short = (
            QCoreApplication.translate("PartnersPage", "fits")
            if fits
            else QCoreApplication.translate("PartnersPage", "fit not known")
        )
    return CellView(
        symbol=symbol,
        short=short,
        tone=TONES[cell.match],
        words="; ".join(offer_summary(offer, texts) for offer in cell.offers),
    )
