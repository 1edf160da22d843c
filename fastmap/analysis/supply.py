"""Recorded offers of a skill, and whether they suffice for the demand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from fastmap.catalogue.definitions import Rules
from fastmap.model.choices import Fit
from fastmap.model.ids import PartnerId, SkillUri
from fastmap.model.organisations import Offer, Partner
from fastmap.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Supply:
    """What partners offer for a skill, or for the skills of a group. Places are a year's."""

    offers: tuple[Offer, ...]
    partners: Mapping[PartnerId, Partner]

    @property
    def fitting(self) -> tuple[Offer, ...]:
        """Offers not marked as unfit; an offer of unknown fit counts as fitting."""
        return tuple(offer for offer in self.offers if offer.fit is not Fit.NO)

    @property
    def not_fitting(self) -> int:
        """Offers marked as not fitting."""
        return len(self.offers) - len(self.fitting)

    @property
    def places_known(self) -> int:
        """Known places of fitting offers."""
        return sum(offer.places_per_year or 0 for offer in self.fitting)

    @property
    def places_unknown(self) -> int:
        """Fitting offers whose places nobody recorded."""
        return sum(offer.places_per_year is None for offer in self.fitting)

    def places_by_skill(self, *, min_stage: int = 0) -> dict[SkillUri, int]:
        """Return the known fitting places per skill; with ``min_stage`` only those at partners of at least that stage."""
        places: defaultdict[SkillUri, int] = defaultdict(int)
        for offer in self.fitting:
            if (self.partners[offer.partner].stage or 0) >= min_stage:
                places[offer.skill] += offer.places_per_year or 0
        return dict(places)


def supplies_of(snapshot: Snapshot, subjects: Mapping[SkillUri, tuple[SkillUri, ...]]) -> dict[SkillUri, Supply]:
    """Return the supply of each subject: a skill (``{uri: (uri,)}``) or a group with its skills."""
    partners = {partner.id: partner for partner in snapshot.partners}
    by_skill: defaultdict[SkillUri, list[Offer]] = defaultdict(list)
    for offer in sorted(snapshot.offers, key=lambda offer: offer.id):
        if offer.partner in partners:
            by_skill[offer.skill].append(offer)
    return {
        uri: Supply(offers=tuple(offer for skill in skills for offer in by_skill.get(skill, ())), partners=partners)
        for uri, skills in subjects.items()
    }


class Sufficiency(StrEnum):
    """Whether recorded offers suffice. *Unknown* adds no vote: places or demand are not known, or none is recorded."""

    ENOUGH = "enough"
    TOO_SMALL = "too_small"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The places that can be set against people short, worked out once per skill or group."""

    by_skill: Mapping[SkillUri, int]
    any_fitting: bool
    any_unknown: bool
    share: float
    """Share of the people short that places must reach: 1 for a skill, less for a group."""

    def sufficiency(self, short_12m: Mapping[SkillUri, int]) -> Sufficiency:
        """Compare with people short in 12 months per skill (0 or missing: nobody, or nobody said).

        Known places alone may suffice. Otherwise, while places of any fitting offer are unknown, nobody can say.
        """
        if not self.any_fitting or sum(short_12m.values()) == 0:
            return Sufficiency.UNKNOWN
        if reaches(self.by_skill, short_12m, self.share):
            return Sufficiency.ENOUGH
        return Sufficiency.UNKNOWN if self.any_unknown else Sufficiency.TOO_SMALL


def places_of(supply: Supply, *, is_group: bool, rules: Rules) -> Places:
    """Return the places of ``supply`` ready for comparing."""
    return Places(
        by_skill=supply.places_by_skill(),
        any_fitting=bool(supply.fitting),
        any_unknown=supply.places_unknown > 0,
        share=share_to_reach(is_group=is_group, rules=rules),
    )


def share_to_reach(*, is_group: bool, rules: Rules) -> float:
    """Return the share of the people short that places must reach to suffice."""
    return rules.suffices_share if is_group else 1.0


def reaches(places: Mapping[SkillUri, int], short_12m: Mapping[SkillUri, int], share: float) -> bool:
    """Say whether ``places`` reach ``share`` of the people short; surplus of one skill does not help another.

    >>> reaches({"a": 9}, {"a": 5, "b": 5}, 0.8)
    False
    """
    total = sum(short_12m.values())
    served = sum(min(places.get(skill, 0), short) for skill, short in short_12m.items())
    return total > 0 and served >= share * total - 1e-9
