"""What of a network stands out under what a person has chosen: filters, a highlight, one organisation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fastmap.analysis.network import member_node
from fastmap.analysis.network_map import MapNode, NetworkMap, Zone
from fastmap.model.choices import PartnerType
from fastmap.model.ids import SkillUri
from fastmap.model.results import Results


class Highlight(StrEnum):
    """Whom to point out."""

    EVERYBODY = "everybody"
    BROKERS = "brokers"
    UNLINKED = "unlinked"
    """Members who answered and have no link."""


STAGE_NOT_KNOWN = -1
"""Stands among stages for partners whose stage nobody recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkChoice:
    """What was chosen; ``None`` chooses nothing."""

    type: PartnerType | None = None
    stage: int | None = None
    """0 to 5, or `STAGE_NOT_KNOWN`."""
    skill: SkillUri | None = None
    highlight: Highlight = Highlight.EVERYBODY
    focus: str | None = None
    """Node that is looked at alone, with its neighbours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis:
    """What is drawn in full; everything else fades."""

    nodes: frozenset[str]
    links: frozenset[tuple[str, str]]


def emphasis_of(network: NetworkMap, results: Results, choice: NetworkChoice) -> Emphasis:
    """Return what stands out.

    A focus shows one organisation with its neighbours and the links between it and them, whatever else is chosen.
    Otherwise partners must pass every filter. Members pass a skill by needing it, and without a skill by a link to a
    partner that passes. A highlight then leaves brokers, or members without a link, of those.
    """
    if choice.focus is not None:
        return _around(network, choice.focus)
    chosen = _passing(network, results, choice)
    measures = results.ecosystem.network
    if choice.highlight is Highlight.BROKERS:
        chosen &= frozenset(measures.brokers if measures is not None else ())
        # Brokers alone would be dots without a reason: what they connect stays as lines.
        links = frozenset(
            (link.here, link.there) for link in network.links if link.here in chosen or link.there in chosen
        )
        return Emphasis(nodes=chosen, links=links)
    if choice.highlight is Highlight.UNLINKED:
        chosen &= frozenset(node.id for node in network.nodes if node.zone is Zone.ISOLATED)
    links = frozenset((link.here, link.there) for link in network.links if {link.here, link.there} <= chosen)
    return Emphasis(nodes=chosen, links=links)


def neighbours_of(network: NetworkMap, node: str) -> frozenset[str]:
    """Return everybody tied to ``node``."""
    here = {link.there for link in network.links if link.here == node}
    return frozenset(here | {link.here for link in network.links if link.there == node})


def _around(network: NetworkMap, focus: str) -> Emphasis:
    links = frozenset((link.here, link.there) for link in network.links if focus in (link.here, link.there))
    return Emphasis(nodes=neighbours_of(network, focus) | {focus}, links=links)


def _passing(network: NetworkMap, results: Results, choice: NetworkChoice) -> frozenset[str]:
    everybody = frozenset(node.id for node in network.nodes)
    if (choice.type, choice.stage, choice.skill) == (None, None, None):
        return everybody
    partners = {node.id for node in network.nodes if _partner_passes(node, results, choice)}
    if choice.skill is not None:
        item = next((one for one in results.skills if one.uri == choice.skill), None)
        needing = {member_node(code) for code in item.members} if item is not None else set()
        return frozenset(partners | (needing & everybody))
    members = {node.id for node in network.nodes if node.member is not None}
    tied = {link.here for link in network.links if link.there in partners}
    tied |= {link.there for link in network.links if link.here in partners}
    return frozenset(partners | (tied & members))


def _partner_passes(node: MapNode, results: Results, choice: NetworkChoice) -> bool:
    partner = next((known for known in results.snapshot.partners if known.id == node.partner), None)
    if partner is None:
        return False
    stage = STAGE_NOT_KNOWN if partner.stage is None else partner.stage
    offered = {offer.skill for offer in results.snapshot.offers if offer.partner == partner.id}
    return (
        (choice.type is None or partner.type is choice.type)
        and (choice.stage is None or stage == choice.stage)
        and (choice.skill is None or choice.skill in offered)
    )
