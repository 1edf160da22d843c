"""What is recorded of partners and somebody should look at: it may be meant so, therefore it is told and left as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from fastmap.analysis.answers import accepted_responses
from fastmap.analysis.ties import known_ties
from fastmap.model.choices import ActionStatus
from fastmap.model.ids import PartnerId
from fastmap.model.meanings import key_of
from fastmap.model.messages import Fact, Message, message
from fastmap.model.organisations import Member, Partner, Tie
from fastmap.model.snapshot import Snapshot

HIGHEST_STAGE: Final = 5
_UNDER_WAY: Final = (ActionStatus.RUNNING, ActionStatus.DONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerFlag:
    """One thing to look at."""

    partner: PartnerId
    code: str
    """``stage_without_evidence``, ``also_member``, ``named_like_member``, ``member_outside`` or ``tie_to_itself``; its
    sentence is the text ``partner_flag.<code>``."""
    facts: Message


def partner_flags(snapshot: Snapshot) -> tuple[PartnerFlag, ...]:
    """Return the flags of all partners, by partner.

    A standing alliance (stage 5) has evidence if it has a formal tie, an offer with evidence, or an action that is
    running or done. A tie leads to itself if its member is the same organisation, or both ends are one partner.
    """
    proven = {
        *(tie.partner for tie in snapshot.ties if tie.formal),
        *(tie.other_partner for tie in snapshot.ties if tie.formal and tie.other_partner is not None),
        *(offer.partner for offer in snapshot.offers if offer.evidence),
        *(partner for action in snapshot.actions if action.status in _UNDER_WAY for partner in action.partners),
    }
    linked = {member.partner_id: member for member in snapshot.members if member.partner_id is not None}
    by_name = {key_of(member.name): member for member in reversed(snapshot.members)}
    ties = known_ties(snapshot, accepted_responses(snapshot))
    flags: list[PartnerFlag] = []
    for partner in sorted(snapshot.partners, key=lambda one: one.id):
        if partner.stage == HIGHEST_STAGE and partner.id not in proven:
            flags.append(_flag(partner, "stage_without_evidence"))
        flags += _about_membership(partner, linked.get(partner.id), by_name.get(key_of(partner.name)))
        own = linked.get(partner.id) or by_name.get(key_of(partner.name))
        if any(_leads_to_itself(tie, partner, own) for tie in ties):
            flags.append(_flag(partner, "tie_to_itself"))
    return tuple(flags)


def _about_membership(partner: Partner, linked: Member | None, named: Member | None) -> Iterator[PartnerFlag]:
    if linked is not None and partner.in_cluster is False:
        yield _flag(partner, "member_outside", member=linked.name)
    elif linked is not None:
        yield _flag(partner, "also_member", member=linked.name)
    elif named is not None:
        yield _flag(partner, "named_like_member", member=named.name)


def _leads_to_itself(tie: Tie, partner: Partner, own: Member | None) -> bool:
    if tie.partner != partner.id:
        return False
    return tie.other_partner == partner.id or (own is not None and tie.member == own.code)


def _flag(partner: Partner, code: str, **facts: Fact) -> PartnerFlag:
    return PartnerFlag(
        partner=partner.id, code=code, facts=message(f"partner_flag.{code}", partner=partner.name, **facts)
    )
