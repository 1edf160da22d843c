"""The actor check: which kinds of partner are in the cluster, linked with it, known, or not recorded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from fastmap.catalogue.definitions import Rules
from fastmap.model.choices import FIRM_KINDS, ActorState, MemberKind, PartnerLevel, PartnerType
from fastmap.model.ids import PartnerId
from fastmap.model.organisations import Partner, Tie
from fastmap.model.results import Actor
from fastmap.model.snapshot import Snapshot

_TYPE_OF_MEMBER: Final = {
    MemberKind.VET: PartnerType.VET,
    MemberKind.UNIVERSITY: PartnerType.UNIVERSITY,
    MemberKind.RTO: PartnerType.RTO,
    **dict.fromkeys(FIRM_KINDS, PartnerType.FIRM),
}
"""Kinds of member that are a type of partner by themselves; *public* and *other* may be several."""
_ABROAD: Final = frozenset({PartnerLevel.EU, PartnerLevel.ABROAD})


def actor_check(snapshot: Snapshot, ties: Iterable[Tie], rules: Rules) -> tuple[Actor, ...]:
    """Return one entry per partner type.

    *Member*: a partner of the type is in the cluster, or a member is of that kind · *linked*: one at stage
    ``strong_stage`` or above, or tied to a member · *known*: one is recorded · else *not recorded*.
    """
    inside = types_inside(snapshot)
    tied = {tie.partner for tie in ties if tie.member is not None}
    return tuple(_actor(type_, snapshot, inside=inside, tied=tied, rules=rules) for type_ in PartnerType)


def is_inside(partner: Partner, snapshot: Snapshot) -> bool:
    """Say whether ``partner`` is recorded as a member of the cluster."""
    return partner.in_cluster is True or any(member.partner_id == partner.id for member in snapshot.members)


def is_abroad(partner: Partner) -> bool:
    """Say whether working with ``partner`` crosses a border: it is international by type or by level."""
    return partner.type is PartnerType.INTERNATIONAL or partner.level in _ABROAD


def any_linked(partners: Iterable[Partner], rules: Rules) -> bool | None:
    """Say whether one of ``partners`` is a working partner (stage ``strong_stage`` or above).

    ``None``: none is, as far as recorded, and the stage of one or more is not recorded. Source: decision record 0055.
    """
    stages = [partner.stage for partner in partners]
    if any(stage is not None and stage >= rules.strong_stage for stage in stages):
        return True
    return None if None in stages else False


def types_inside(snapshot: Snapshot) -> frozenset[PartnerType]:
    """Return the partner types present in the cluster, through partners or through the kind of a member."""
    by_partner = {partner.type for partner in snapshot.partners if is_inside(partner, snapshot)}
    by_kind = {_TYPE_OF_MEMBER[member.kind] for member in snapshot.members if member.kind in _TYPE_OF_MEMBER}
    return frozenset(by_partner | by_kind)


def _actor(
    type_: PartnerType, snapshot: Snapshot, *, inside: frozenset[PartnerType], tied: set[PartnerId], rules: Rules
) -> Actor:
    partners = sorted((partner for partner in snapshot.partners if partner.type is type_), key=lambda p: p.id)
    stages = [partner.stage for partner in partners if partner.stage is not None]
    best = max(stages, default=None)
    linked = (best is not None and best >= rules.strong_stage) or any(partner.id in tied for partner in partners)
    if type_ in inside:
        state = ActorState.MEMBER
    elif linked:
        state = ActorState.LINKED
    else:
        state = ActorState.KNOWN if partners else ActorState.NOT_RECORDED
    return Actor(type=type_, state=state, partners=tuple(partner.id for partner in partners), best_stage=best)
