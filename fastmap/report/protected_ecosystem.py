"""Partners around the cluster for an anonymous edition: which kinds there are, whom to introduce, the size of the network."""

from __future__ import annotations

from dataclasses import replace

from fastmap.model.ids import PartnerId
from fastmap.model.results import Actor, Ecosystem, Introduction, Network
from fastmap.report.anonymous_edition import AnonymousEdition
from fastmap.report.disclosure import NOT_TOLD, may_tell
from fastmap.report.protected_skills import ShownSkills
from fastmap.report.protection import WITHHELD
from fastmap.report.tied_members import tied_members


def protected_ecosystem(edition: AnonymousEdition, shown: ShownSkills) -> Ecosystem:
    """Return the partners and what connects them as ``edition`` may tell it."""
    return _Partners(edition, shown).whole()


class _Partners:
    def __init__(self, edition: AnonymousEdition, shown: ShownSkills) -> None:
        self._edition = edition
        self._shown = shown

    def whole(self) -> Ecosystem:
        found = self._edition.results.ecosystem
        entries = [entry for item in found.introductions if (entry := self._introduction(item)) is not None]
        return Ecosystem(
            actors=tuple(self._actor(actor) for actor in found.actors),
            introductions=tuple(sorted(entries, key=lambda entry: -entry.priority_covered)),
            network=self._network(found.network) if found.network else None,
            checklist=found.checklist,
        )

    def _actor(self, actor: Actor) -> Actor:
        known = [partner for partner in actor.partners if partner in self._edition.open]
        stages = {partner.id: partner.stage for partner in self._edition.results.snapshot.partners}
        best = max((stage for partner in known if (stage := stages.get(partner)) is not None), default=None)
        return replace(actor, partners=self._edition.coded(actor.partners), best_stage=best)

    def _introduction(self, item: Introduction) -> Introduction | None:
        skills = self._shown.told(item.skills)
        if not skills:
            return None
        # Not even how many firms: beside a masked number of users it would tell how many know the partner already.
        return Introduction(
            partner=self._edition.partner_codes[item.partner],
            skills=skills,
            priority_covered=sum(self._shown.by_uri[uri].ranking.priority or 0.0 for uri in skills),
            members=(),
            introducers=(),
            stage=item.stage if item.partner in self._edition.open else None,
        )

    def _network(self, found: Network) -> Network | None:
        """Return the size of the network and the partners that connect others, if enough members have a tie."""
        tied = sum(1 for node, degree in found.degree.items() if node.startswith("m:") and degree)
        if not may_tell(tied, len(self._edition.results.snapshot.members), self._edition.k) or tied < self._edition.k:
            return None
        if "members" in self._edition.general:  # nodes are members and partners, and the partners are listed
            return None
        if self._has_hidden_ties():
            self._edition.general["ties"] = WITHHELD
        brokers = [
            self._edition.partner_codes[partner]
            for node in found.brokers
            if (partner := _partner_of(node)) in self._edition.open
        ]
        return Network(
            nodes=found.nodes,
            ties=NOT_TOLD if "ties" in self._edition.general else found.ties,
            degree={},
            betweenness={},
            brokers=tuple(f"p:{code}" for code in brokers),
            isolated=(),
        )

    def _has_hidden_ties(self) -> bool:
        """Say whether the number of all ties would tell the one that the picture of the network withholds."""
        tied, members = tied_members(self._edition.results), len(self._edition.results.snapshot.members)
        return any(not may_tell(count, members, self._edition.k) for count in tied.values())


def _partner_of(node: str) -> PartnerId:
    kind, _, key = node.partition(":")
    return PartnerId(key if kind == "p" else "")
