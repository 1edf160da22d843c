"""With whom an action could be done: partners of its kinds, those that offer what is needed first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fastmap.analysis.actors import is_abroad, is_inside, types_inside
from fastmap.catalogue.definitions import ReferenceAction
from fastmap.model.choices import Complexity, Fit, PartnerType, Scope
from fastmap.model.ids import PartnerId
from fastmap.model.messages import Fact, Name, Term, message
from fastmap.model.organisations import Partner
from fastmap.model.results import SkillResult
from fastmap.model.snapshot import Snapshot

NAMED_PARTNERS = 3
"""Partners that one recommendation names at most."""
_INTERNATIONAL_ABROAD = frozenset({PartnerType.CLUSTER, PartnerType.UNIVERSITY})


@dataclass(frozen=True, slots=True, kw_only=True)
class FittingPartner:
    """A partner of a kind that the action is done with."""

    partner: Partner
    serves: bool
    """True if it has a recorded offer, not marked as unfit, for a need that the recommendation names."""


def kind_of(partner: Partner) -> PartnerType:
    """Return the kind of partner; a cluster or university abroad is an international one however it was recorded."""
    if is_abroad(partner) and partner.type in _INTERNATIONAL_ABROAD:
        return PartnerType.INTERNATIONAL
    return partner.type


def fitting_partners(
    action: ReferenceAction, needs: Iterable[SkillResult], snapshot: Snapshot
) -> tuple[FittingPartner, ...]:
    """Return the partners that fit ``action``, best first.

    Order: offers a need, then the closer relation (not recorded counts as none), then kinds in the action's order,
    then name and id. International actions take partners abroad only, regional ones the others. An action that
    invites into the cluster leaves out who is in it, and puts kinds first that the cluster lacks.
    """
    if not action.partner_types:
        return ()
    serving = _serving(needs, snapshot)
    present = types_inside(snapshot) if action.invites else frozenset[PartnerType]()
    found = [
        FittingPartner(partner=partner, serves=partner.id in serving)
        for partner in snapshot.partners
        if kind_of(partner) in action.partner_types
        and is_abroad(partner) == (action.cell.scope is Scope.INTERNATIONAL)
        and not (action.invites and is_inside(partner, snapshot))
    ]
    found.sort(
        key=lambda fitting: (
            fitting.partner.type in present,
            not fitting.serves,
            -(fitting.partner.stage or 0),
            action.partner_types.index(kind_of(fitting.partner)),
            fitting.partner.name.casefold(),
            fitting.partner.id,
        )
    )
    return tuple(found)


def named_partners(action: ReferenceAction, fitting: tuple[FittingPartner, ...]) -> tuple[Partner, ...]:
    """Return the partners that a recommendation names.

    Where several kinds must come together (high complexity, invitations) the best of each kind, up to three;
    otherwise those that offer a need, up to three, or else the best one.
    """
    if action.invites or action.cell.complexity is Complexity.HIGH:
        best: dict[PartnerType, Partner] = {}
        for entry in fitting:
            best.setdefault(kind_of(entry.partner), entry.partner)
        return tuple(best.values())[:NAMED_PARTNERS]
    serving = tuple(entry.partner for entry in fitting if entry.serves)
    return serving[:NAMED_PARTNERS] or tuple(entry.partner for entry in fitting[:1])


def partner_fact(action: ReferenceAction, partners: tuple[Partner, ...]) -> Fact:
    """Return the partners' names as a fact, or the kinds of partner to look for."""
    if partners:
        return tuple(Name("partner", partner.id, partner.name) for partner in partners)
    return message("advice.partner_to_find", types=kinds_fact(action.partner_types))


def kinds_fact(types: Iterable[PartnerType]) -> tuple[Fact, ...]:
    """Return kinds of partner as a fact, the first three."""
    return tuple(Term(f"partner_type.{type_.value}") for type_ in tuple(types)[:NAMED_PARTNERS])


def offers_any(needs: Iterable[SkillResult], snapshot: Snapshot) -> bool:
    """Say whether any recorded offer, not marked as unfit, is for one of ``needs``."""
    return bool(_serving(needs, snapshot))


def _serving(needs: Iterable[SkillResult], snapshot: Snapshot) -> frozenset[PartnerId]:
    """Return the partners with such an offer: for a needed skill, or for a skill of a needed group."""
    wanted = {uri for need in needs for uri in (need.uri, *need.skills)}
    return frozenset(offer.partner for offer in snapshot.offers if offer.skill in wanted and offer.fit is not Fit.NO)
