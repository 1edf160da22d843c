"""Making two partners one, value by value: what is known wins, and where both know something else, both are told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any, Final, TypeVar

from fastmap.model.choices import Fit
from fastmap.model.ids import PartnerId, SkillUri
from fastmap.model.meanings import key_of
from fastmap.model.organisations import Member, NameDecision, Offer, Partner, Tie

T = TypeVar("T", Partner, Offer, Tie)

_JOINED: Final = frozenset({"contact", "evidence"})
"""Texts of which both are kept."""
_PASSED_OVER: Final = frozenset({"id", "partner", "skill", "member", "other_partner", "source"})
_MOST_TEXT: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeConflict:
    """Two values of which one has to give way."""

    field: str
    kept: object
    given_up: object
    skill: SkillUri | None = None
    """Of which offer; ``None``: of the partner itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedPartners:
    """What two partners become."""

    partner: Partner
    offers: tuple[Offer, ...]
    """Those that change: moved, or made one with another."""
    gone_offers: tuple[Offer, ...]
    ties: tuple[Tie, ...]
    gone_ties: tuple[Tie, ...]
    """Links that both had; and links between the two, which would tie the partner to itself."""
    conflicts: tuple[MergeConflict, ...]
    members: tuple[Member, ...] = ()
    """Members that are then all noted as this one partner; empty where at most one is."""
    other_meaning: NameDecision | None = None
    """What the name that goes means already, and goes on to mean."""


def merged_partners(
    kept: Partner,
    gone: Partner,
    offers: Iterable[Offer],
    ties: Iterable[Tie],
    *,
    members: Iterable[Member] = (),
    other_meaning: NameDecision | None = None,
) -> MergedPartners:
    """Return what becomes of two partners, their offers and ties.

    Per value the one that is known wins; where both are, that of ``kept``. Offers of one skill and form are one offer,
    links of one kind to one organisation are one link. Contacts and evidence of both are kept. ``members``: all of the
    cluster; ``other_meaning``: as `other_meaning_of` says.
    """
    conflicts: list[MergeConflict] = []
    partner = _merged(kept, gone, conflicts, None)
    changed_offers, gone_offers = _merged_offers(kept.id, gone.id, offers, conflicts)
    changed_ties, gone_ties = _merged_ties(kept.id, gone.id, ties)
    both = tuple(member for member in members if member.partner_id in (kept.id, gone.id))
    return MergedPartners(
        partner=partner,
        offers=tuple(changed_offers.values()),
        gone_offers=tuple(gone_offers),
        ties=tuple(changed_ties.values()),
        gone_ties=tuple(gone_ties),
        conflicts=tuple(conflicts),
        members=both if len(both) > 1 else (),
        other_meaning=other_meaning,
    )


def other_meaning_of(
    kept: Partner, gone: Partner, partners: Iterable[Partner], named: Iterable[NameDecision]
) -> NameDecision | None:
    """Return what the name of ``gone`` means beside these two: as a person decided, or a third partner bears it.

    A decision whose ``partner`` is ``None`` says that the name is no partner's. ``None``: the name is free, and is
    remembered as another name of ``kept``.
    """
    key, both = key_of(gone.name), (kept.id, gone.id)
    decided = next((one for one in named if one.name_key == key), None)
    if decided is not None:
        return None if decided.partner in both else decided
    bearer = next((one for one in partners if one.id not in both and key_of(one.name) == key), None)
    return None if bearer is None else NameDecision(name_key=key, name=bearer.name, partner=bearer.id)


def _merged_offers(
    kept: PartnerId, gone: PartnerId, offers: Iterable[Offer], conflicts: list[MergeConflict]
) -> tuple[dict[object, Offer], list[Offer]]:
    every = sorted(offers, key=lambda offer: offer.id)
    own = {(offer.skill, offer.form): offer for offer in reversed(every) if offer.partner == kept}
    changed: dict[object, Offer] = {}
    removed = []
    for offer in every:
        if offer.partner != gone:
            continue
        key = (offer.skill, offer.form)
        if key not in own:
            changed[offer.id] = replace(offer, partner=kept)
            continue
        merged = _merged(own[key], offer, conflicts, offer.skill)
        removed.append(offer)
        if merged != own[key]:
            own[key] = changed[merged.id] = merged
    return changed, removed


def _merged_ties(kept: PartnerId, gone: PartnerId, ties: Iterable[Tie]) -> tuple[dict[object, Tie], list[Tie]]:
    every = sorted(ties, key=lambda tie: tie.id)
    known = {_ends(tie): tie for tie in reversed(every) if gone not in (tie.partner, tie.other_partner)}
    changed: dict[object, Tie] = {}
    removed = []
    for tie in every:
        if gone not in (tie.partner, tie.other_partner):
            continue
        moved = replace(
            tie,
            partner=kept if tie.partner == gone else tie.partner,
            other_partner=kept if tie.other_partner == gone else tie.other_partner,
        )
        same = known.get(_ends(moved))
        if moved.partner == moved.other_partner and tie.partner != tie.other_partner:
            removed.append(tie)
        elif same is None:
            known[_ends(moved)] = changed[moved.id] = moved
        else:
            removed.append(tie)
            merged = _merged(same, moved, [], None)
            strengths = [strength for strength in (same.strength, moved.strength) if strength is not None]
            merged = replace(merged, strength=max(strengths, default=None), formal=same.formal or merged.formal)
            if merged != same:
                known[_ends(merged)] = changed[merged.id] = merged
    return changed, removed


def _ends(tie: Tie) -> object:
    if tie.member is not None:
        return tie.member, tie.partner, tie.kind
    return frozenset({tie.partner, tie.other_partner}), tie.kind


def _merged(kept: T, other: T, conflicts: list[MergeConflict], skill: SkillUri | None) -> T:
    changes: dict[str, Any] = {}
    for field in fields(kept):
        mine, theirs = getattr(kept, field.name), getattr(other, field.name)
        if field.name in _PASSED_OVER or mine == theirs or theirs in (None, Fit.UNKNOWN):
            continue
        if mine in (None, Fit.UNKNOWN):
            changes[field.name] = theirs
        elif field.name in _JOINED and len(joined := f"{mine}; {theirs}") <= _MOST_TEXT:
            changes[field.name] = mine if theirs in mine else joined
        else:
            conflicts.append(MergeConflict(field=field.name, kept=mine, given_up=theirs, skill=skill))
    return replace(kept, **changes)
