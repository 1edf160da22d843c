"""The top skills against the partners that offer any of them: who could teach what, for how many people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

from fastmap.model.choices import Fit
from fastmap.model.ids import PartnerId, SkillUri
from fastmap.model.organisations import Offer, Partner
from fastmap.model.results import Results, SkillResult
from fastmap.tasks.top_skills import top_skills

ROWS = 15
"""As many ranks are shown."""


class Match(Enum):
    """What a partner's offers for a skill amount to; the best of them counts."""

    FITS = auto()
    NOT_KNOWN = auto()
    """Nobody has said yet whether they fit."""
    DOES_NOT_FIT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """One partner's offers for one skill."""

    skill: SkillUri
    partner: PartnerId
    offers: tuple[Offer, ...]
    match: Match
    places: int | None
    """Known places a year of offers not marked as unfit; ``None`` if none is known."""
    has_unknown_places: bool
    """Such an offer has places nobody has counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Rows are skills by rank, columns partners: by the best-ranked skill they offer, then closer stages, then by name."""

    skills: tuple[SkillResult, ...]
    partners: tuple[Partner, ...]
    cells: Mapping[tuple[SkillUri, PartnerId], MatrixCell]


def coverage_matrix(results: Results, rows: int = ROWS) -> Matrix:
    """Return the matrix of the first ``rows`` ranks; a pair without a recorded offer has no cell."""
    skills = top_skills(results, rows)
    shown = {skill.uri for skill in skills}
    offers: dict[tuple[SkillUri, PartnerId], list[Offer]] = {}
    for offer in results.snapshot.offers:
        if offer.skill in shown:
            offers.setdefault((offer.skill, offer.partner), []).append(offer)
    ranks = {skill.uri: place for place, skill in enumerate(skills)}
    best: dict[PartnerId, int] = {}
    for uri, partner in offers:
        best[partner] = min(ranks[uri], best.get(partner, len(skills)))
    partners = sorted(
        (known for known in results.snapshot.partners if known.id in best),
        key=lambda known: (best[known.id], -(known.stage or 0), known.name.casefold(), known.id),
    )
    return Matrix(
        skills=skills,
        partners=tuple(partners),
        cells={place: _cell(place, tuple(found)) for place, found in offers.items()},
    )


def _cell(place: tuple[SkillUri, PartnerId], offers: tuple[Offer, ...]) -> MatrixCell:
    fits = {offer.fit for offer in offers}
    match = Match.FITS if Fit.YES in fits else Match.NOT_KNOWN if Fit.UNKNOWN in fits else Match.DOES_NOT_FIT
    counted = [offer.places_per_year for offer in offers if offer.fit is not Fit.NO]
    known = [places for places in counted if places is not None]
    return MatrixCell(
        skill=place[0],
        partner=place[1],
        offers=offers,
        match=match,
        places=sum(known) if known else None,
        has_unknown_places=len(known) < len(counted),
    )
