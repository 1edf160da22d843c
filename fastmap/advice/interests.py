"""Interests of the partners that recommendations and introductions name: facts, no judgement.

Whoever pays for an action should see whether those it benefits are members of the cluster, sit in its bodies, stand in
an action with a budget or are paid for what they offer, and who recorded that offer (decision record 0265).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from fastmap.advice.roadmap import OPEN
from fastmap.analysis.actors import is_inside
from fastmap.model.choices import ResponseState
from fastmap.model.ids import PartnerId, SkillUri
from fastmap.model.interests import ProviderInterest, RecordedBy
from fastmap.model.normalise import text_key
from fastmap.model.organisations import Offer, Partner
from fastmap.model.results import Introduction, Recommendation
from fastmap.model.snapshot import Snapshot

_AMOUNT: Final = re.compile(r"[1-9]")


def interests_of(
    snapshot: Snapshot,
    recommendations: Sequence[Recommendation],
    introductions: Sequence[Introduction],
    *,
    free_words: Iterable[str],
) -> tuple[ProviderInterest, ...]:
    """Return one entry per partner that is named, in the order in which recommendations, then introductions name them.

    ``free_words``: what says of a cost that there is none.
    """
    free = frozenset(map(text_key, free_words))
    named: dict[PartnerId, list[int]] = {}
    for place, item in enumerate(recommendations, start=1):
        for partner in item.partners:
            named.setdefault(partner, []).append(place)
    introduced = {item.partner for item in introductions}
    known = {partner.id: partner for partner in snapshot.partners}
    order = dict.fromkeys((*named, *(item.partner for item in introductions)))
    return tuple(
        _interest(snapshot, known[partner], tuple(named.get(partner, ())), free, introduction=partner in introduced)
        for partner in order
        if partner in known
    )


def _interest(
    snapshot: Snapshot, partner: Partner, decisions: tuple[int, ...], free: frozenset[str], *, introduction: bool
) -> ProviderInterest:
    actions = [action for action in snapshot.actions if action.status in OPEN and partner.id in action.partners]
    budgets = [action.budget for action in actions if action.budget is not None]
    offers = [offer for offer in snapshot.offers if offer.partner == partner.id]
    return ProviderInterest(
        partner=partner.id,
        decisions=decisions,
        introduction=introduction,
        in_cluster=True if is_inside(partner, snapshot) else partner.in_cluster,
        governance=partner.governance,
        actions=len(actions),
        budget=sum(budgets) if budgets or not actions else None,
        offers=len(offers),
        paid=_either(is_paid(offer.cost, free) for offer in offers),
        publicly_funded=_either(offer.publicly_funded for offer in offers),
        recorded_by=_recorded_by(snapshot, partner.id, offers),
    )


def _either(told: Iterable[bool | None]) -> bool | None:
    """Return true if one is true, false if all that are told are false, ``None`` if none is told."""
    answers = [answer for answer in told if answer is not None]
    return any(answers) if answers else None


def is_paid(cost: str | None, free: Collection[str]) -> bool | None:
    """Say whether a cost as recorded is a price; ``None`` where nothing is recorded or the words do not tell.

    ``free``: `text_key` of words that say that there is none.

    >>> [is_paid(cost, {"free"}) for cost in ("450 EUR per person", "free", "0 EUR", "ask the school", None)]
    [True, False, False, None, None]
    """
    if not cost:
        return None
    if _AMOUNT.search(cost):
        return True
    return False if "0" in cost or text_key(cost) in free else None


def _recorded_by(snapshot: Snapshot, partner: PartnerId, offers: Sequence[Offer]) -> tuple[RecordedBy, ...]:
    """Return who recorded the offers: for a skill that stands on an accepted offer form, the partner itself."""
    meaning: dict[str, SkillUri] = {
        text_key(label): skill.uri for skill in snapshot.skills for label in skill.labels.values()
    }
    meaning |= {mapping.text_key: mapping.skill for mapping in snapshot.mappings}
    told = {
        meaning.get(text_key(line.skill_text))
        for reply in snapshot.replies
        if reply.partner == partner and reply.state is ResponseState.ACCEPTED
        for line in reply.offers
    }
    if not offers:
        return ()
    found = {RecordedBy.OFFER_FORM if offer.skill in told else RecordedBy.TEAM for offer in offers}
    if told:  # it sent one, whether or not its words can be found among the skills
        found.add(RecordedBy.OFFER_FORM)
    return tuple(item for item in RecordedBy if item in found)
