"""Which firms to introduce to which provider, about which skills, and who could do it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from fastmap.model.choices import Fit, Verdict
from fastmap.model.ids import MemberCode, PartnerId, SkillUri
from fastmap.model.organisations import Partner, Tie
from fastmap.model.results import Introduction, SkillResult
from fastmap.model.snapshot import Snapshot


def introductions(snapshot: Snapshot, skills: Iterable[SkillResult], ties: Iterable[Tie]) -> tuple[Introduction, ...]:
    """Return one entry per provider with firms it is not tied to yet, by the priority that it would cover.

    Counted are skills that somebody needs, that are not *balanced*, and for which the provider's offer is not marked
    as unfit. Skills without a priority (named by few) add nothing to the order. Source: `domain.md`, Ecosystem.
    """
    ties = tuple(ties)
    offered = _offered_needs(skills)
    partners = {partner.id: partner for partner in snapshot.partners}
    found = [
        introduction
        for partner, needs in offered.items()
        if (introduction := _introduction(partners[partner], needs, ties, snapshot)) is not None
    ]
    return tuple(sorted(found, key=lambda entry: (-entry.priority_covered, -len(entry.members), entry.partner)))


def _offered_needs(skills: Iterable[SkillResult]) -> dict[PartnerId, list[SkillResult]]:
    """Return per provider the needs it could serve, in the order given: best priority first."""
    offered: defaultdict[PartnerId, list[SkillResult]] = defaultdict(list)
    for result in skills:
        if not result.members or result.imbalance.verdict is Verdict.BALANCED:
            continue
        providers = {provider.partner for provider in result.coverage.providers if provider.fit is not Fit.NO}
        for partner in sorted(providers):
            offered[partner].append(result)
    return dict(offered)


def _introduction(
    partner: Partner, needs: list[SkillResult], ties: tuple[Tie, ...], snapshot: Snapshot
) -> Introduction | None:
    strength: dict[MemberCode, int] = {}
    for tie in ties:
        if tie.partner == partner.id and tie.member is not None:
            strength[tie.member] = max(strength.get(tie.member, 0), tie.strength or 0)
    itself = {member.code for member in snapshot.members if member.partner_id == partner.id}
    to_meet = {member for need in needs for member in need.members} - set(strength) - itself
    if not to_meet:
        return None
    served: tuple[SkillUri, ...] = tuple(need.uri for need in needs if to_meet.intersection(need.members))
    covered = sum(need.ranking.priority or 0.0 for need in needs if need.uri in served)
    return Introduction(
        partner=partner.id,
        skills=served,
        priority_covered=covered,
        members=tuple(sorted(to_meet)),
        introducers=tuple(sorted(set(strength) - itself, key=lambda member: (-strength[member], member))),
        stage=partner.stage,
    )
