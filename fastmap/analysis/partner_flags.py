"""What is recorded of partners and somebody should look at: it may be meant so, therefore it is told and left as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    """``stage_without_evidence``, ``also_member``, ``named_like_member``, ``member_outside``, ``several_members`` or
    ``tie_to_itself``; its sentence is the text ``partner_flag.<code>``."""
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
    linked: dict[PartnerId, list[Member]] = {}
    for member in snapshot.members:
        if member.partner_id is not None:
            linked.setdefault(member.partner_id, []).append(member)
    by_name = {key_of(member.name): member for member in reversed(snapshot.members)}
    ties = known_ties(snapshot, accepted_responses(snapshot))
    flags: list[PartnerFlag] = []
    for partner in sorted(snapshot.partners, key=lambda one: one.id):
        if partner.stage == HIGHEST_STAGE and partner.id not in proven:
            flags.append(_flag(partner, "stage_without_evidence"))
        same, namesake = linked.get(partner.id, []), by_name.get(key_of(partner.name))
        flags += _about_membership(partner, same, namesake)
        own = same or ([namesake] if namesake is not None else [])
        if any(_leads_to_itself(tie, partner, own) for tie in ties):
            flags.append(_flag(partner, "tie_to_itself"))
    return tuple(flags)


def _about_membership(partner: Partner, linked: Sequence[Member], named: Member | None) -> Iterator[PartnerFlag]:
    if len(linked) > 1:
        yield _flag(partner, "several_members", members=tuple(member.name for member in linked), count=len(linked))
    elif linked and partner.in_cluster is not False:
        yield _flag(partner, "also_member", member=linked[0].name)
    elif named is not None and not linked:
        yield _flag(partner, "named_like_member", member=named.name)
    if linked and partner.in_cluster is False:
        yield _flag(partner, "member_outside", member=linked[0].name)


def _leads_to_itself(tie: Tie, partner: Partner, own: Sequence[Member]) -> bool:
    if tie.partner != partner.id:
        return False
    return tie.other_partner == partner.id or any(tie.member == member.code for member in own)


def _flag(partner: Partner, code: str, **facts: Fact) -> PartnerFlag:
    return PartnerFlag(
        partner=partner.id, code=code, facts=message(f"partner_flag.{code}", partner=partner.name, **facts)
    )
