"""What the cluster team recorded, for an anonymous edition: partners, promises, practices, the grant and the logo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from fastmap.model.grant import Grant, Logo
from fastmap.model.ids import CommitmentId, PracticeId
from fastmap.model.organisations import Commitment, Partner
from fastmap.model.practices import OwnPractice
from fastmap.model.snapshot import Snapshot
from fastmap.report.anonymous_edition import AnonymousEdition
from fastmap.report.protected_actions import ProtectedActions
from fastmap.report.protected_skills import ShownSkills
from fastmap.report.protected_votes import protected_workshops


class ProtectedRecords:
    """What stays of a snapshot in one edition."""

    def __init__(
        self,
        edition: AnonymousEdition,
        shown: ShownSkills,
        actions: ProtectedActions,
        practices: Mapping[str, OwnPractice],
    ) -> None:
        """``practices``: as `own_practices` gives them."""
        self._edition = edition
        self._shown = shown
        self._actions = actions
        self._practices = practices

    def snapshot(self) -> Snapshot:
        """Return the snapshot without answers, members and words that name one."""
        snapshot = self._edition.results.snapshot
        info = replace(
            snapshot.info,
            id="",
            title=self._edition.free_text(snapshot.info.title) or "",
            previous_file=None,
            catalogue=None,
        )
        return Snapshot(
            info=info,
            cluster=snapshot.cluster,
            skills=tuple(
                replace(skill, strategic_reason=None) for skill in snapshot.skills if self._shown.recorded([skill.uri])
            ),
            partners=self._partners(),
            commitments=self._commitments(),
            actions=tuple(self._actions.action(action) for action in snapshot.actions),
            action_plans=self._actions.plans(),
            capacity=snapshot.capacity,
            grant=self._grant(snapshot.grant),
            logo=self._logo(snapshot.logo),
            weights=snapshot.weights,
            practices=tuple(self._practices.values()),
            workshops=protected_workshops(self._edition),
        )

    def _grant(self, grant: Grant) -> Grant:
        """Return the facts of the grant without those that name a member: a coordinator often is one."""
        typed: dict[str, Any] = {
            one.name: None if self._edition.holds_a_members_name(value) else value
            for one in fields(grant)
            if isinstance(value := getattr(grant, one.name), str)
        }
        return replace(grant, **typed)

    def _logo(self, logo: Logo | None) -> Logo | None:
        if logo is None:
            return None
        if self._edition.holds_a_members_name(logo.alternative):
            return replace(logo, alternative=self._edition.results.snapshot.cluster.name)
        return logo

    def _commitments(self) -> tuple[Commitment, ...]:
        """Return what was promised; who promised it where that is an organisation of the region, not a member.

        A member's own promise is not told: its words can be what only one member could write.
        """
        return tuple(
            replace(
                one,
                id=CommitmentId(str(number)),
                what="" if self._edition.is_masked(one.partner) else self._edition.free_text(one.what) or "",
                partner=None if one.partner is None else self._edition.partner_codes.get(one.partner),
                who=self._edition.free_text(one.who),
                evidence=None if self._edition.is_masked(one.partner) else self._edition.free_text(one.evidence),
            )
            for number, one in enumerate(self._edition.results.snapshot.commitments, start=1)
        )

    def _partners(self) -> tuple[Partner, ...]:
        """Return the partners, those that are members last and by their code: a place among the others tells of a name."""
        shown = [self._partner(partner) for partner in self._edition.results.snapshot.partners]
        masked = sorted((partner for partner in shown if not partner.name), key=lambda partner: partner.id)
        return (*(partner for partner in shown if partner.name), *masked)

    def _partner(self, partner: Partner) -> Partner:
        shown = Partner(
            id=self._edition.partner_codes[partner.id], name=partner.name, type=partner.type, level=partner.level
        )
        if partner.id in self._edition.open:
            return replace(shown, in_cluster=partner.in_cluster, stage=partner.stage)
        return replace(shown, name="", level=None, in_cluster=True)


def own_practices(edition: AnonymousEdition) -> dict[str, OwnPractice]:
    """Return the cluster's own practices by their id, without those whose words name a member."""
    return {
        one.id: replace(
            one,
            id=PracticeId(f"P{number:03}"),
            place=edition.free_text(one.place),
            source=edition.free_text(one.source),
        )
        for number, one in enumerate(edition.results.snapshot.practices, start=1)
        if edition.free_text(one.name) is not None and edition.free_text(one.what) is not None
    }
