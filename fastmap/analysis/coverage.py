"""Whether recorded offers meet the demand for a skill or group."""

from __future__ import annotations

from fastmap.analysis.imbalance import Case
from fastmap.analysis.supply import Sufficiency, Supply, reaches
from fastmap.catalogue.definitions import Rules
from fastmap.model.choices import CoverageStatus, Fit
from fastmap.model.results import Coverage, Provider

_FIT_ORDER = (Fit.YES, Fit.UNKNOWN, Fit.NO)


def coverage_of(case: Case, rules: Rules) -> Coverage:
    """Return coverage and providers of ``case``. Source: `domain.md`, Ecosystem; for groups decision record 0053."""
    return Coverage(
        status=_status(case, rules),
        providers=_providers(case.supply),
        places_known=case.supply.places_known,
        places_unknown=case.supply.places_unknown,
    )


def _status(case: Case, rules: Rules) -> CoverageStatus:
    supply = case.supply
    if not supply.offers:
        return CoverageStatus.UNKNOWN if case.tally.fits >= rules.min_suitable else CoverageStatus.NOBODY
    if not supply.fitting:
        return CoverageStatus.DOES_NOT_FIT
    match case.places.sufficiency(case.short_12m):
        case Sufficiency.ENOUGH:
            strong = supply.places_by_skill(min_stage=rules.strong_stage)
            alone = reaches(strong, case.short_12m, case.places.share)
            return CoverageStatus.COVERED if alone else CoverageStatus.INTRODUCTION
        case Sufficiency.TOO_SMALL:
            return CoverageStatus.TOO_SMALL
        case Sufficiency.UNKNOWN:
            return CoverageStatus.UNKNOWN


def _providers(supply: Supply) -> tuple[Provider, ...]:
    providers = []
    for offer in supply.offers:
        partner = supply.partners[offer.partner]
        providers.append(
            Provider(
                partner=partner.id,
                name=partner.name,
                type=partner.type,
                stage=partner.stage,
                form=offer.form,
                places=offer.places_per_year,
                fit=offer.fit,
            )
        )
    return tuple(sorted(providers, key=_best_first))


def _best_first(provider: Provider) -> tuple[int, int, int, str, str]:
    stage = -1 if provider.stage is None else provider.stage
    places = -1 if provider.places is None else provider.places
    return (_FIT_ORDER.index(provider.fit), -stage, -places, provider.name.casefold(), provider.partner)
