"""The network of members and partners: who is tied to many, who connects others, who is on their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from fastmap.analysis.betweenness import betweenness_0_1
from fastmap.catalogue.definitions import Rules
from fastmap.model.ids import MemberCode, PartnerId
from fastmap.model.organisations import Tie
from fastmap.model.results import Network
from fastmap.model.snapshot import Snapshot


def member_node(code: MemberCode) -> str:
    """Return the node of a member."""
    return f"m:{code}"


def partner_node(partner: PartnerId) -> str:
    """Return the node of a partner that is not a member itself."""
    return f"p:{partner}"


def network_of(
    snapshot: Snapshot, ties: Iterable[Tie], *, answered: Iterable[MemberCode], rules: Rules
) -> Network | None:
    """Return the measures of the network, or ``None`` while no tie is recorded.

    Nodes are all members and partners; an organisation that is both is one node, the member's. Parallel ties count
    once. ``degree``: organisations tied to · ``betweenness`` 0–1: share of shortest ways between others that pass
    through · ``brokers``: those with any, highest first, at most ``top_k`` · ``isolated``: members who answered and
    have no tie – of the others nobody knows.
    """
    node_of = partner_nodes(snapshot)
    edges = sorted({edge for tie in ties if (edge := edge_of(tie, node_of)) is not None})
    if not edges:
        return None

    nodes = sorted({*(member_node(member.code) for member in snapshot.members), *node_of.values()})
    nodes += sorted({node for edge in edges for node in edge} - set(nodes))
    ends = Counter(node for edge in edges for node in edge)
    betweenness = {node: round(value, 9) for node, value in betweenness_0_1(nodes, edges).items()}
    between = sorted((node for node, value in betweenness.items() if value > 0), key=lambda n: (-betweenness[n], n))
    return Network(
        nodes=len(nodes),
        ties=len(edges),
        degree={node: ends[node] for node in nodes},
        betweenness=betweenness,
        brokers=tuple(between[: rules.top_k]),
        isolated=tuple(node for node in sorted(map(member_node, answered)) if not ends[node]),
    )


def partner_nodes(snapshot: Snapshot) -> dict[PartnerId, str]:
    """Return the node of each partner: the member's, where one organisation has both roles."""
    nodes = {partner.id: partner_node(partner.id) for partner in snapshot.partners}
    both = {member.partner_id: member_node(member.code) for member in snapshot.members if member.partner_id}
    return nodes | {partner: node for partner, node in both.items() if partner in nodes}


def edge_of(tie: Tie, node_of: dict[PartnerId, str]) -> tuple[str, str] | None:
    """Return the two nodes of a tie in order; ``None`` for a tie to itself or to somebody who is not recorded."""
    here = node_of.get(tie.partner)
    there = member_node(tie.member) if tie.member else node_of.get(tie.other_partner or PartnerId(""))
    if here is None or there is None or here == there:
        return None
    return (here, there) if here < there else (there, here)
