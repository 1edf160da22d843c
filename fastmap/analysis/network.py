"""The network of members and partners: who is tied to many, who connects others, who is on their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

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

    Nodes are all members and partners; an organisation that is both is one node, the member's. Where several members
    are noted as one partner, its ties count for each of them: nobody has said whose they are. Parallel ties count once. ``degree``: organisations tied to · ``betweenness`` 0–1: share of shortest ways between others that pass
    through · ``brokers``: those with any, highest first, at most ``top_k`` · ``isolated``: members who answered and
    have no tie – of the others nobody knows.
    """
    nodes_of = partner_nodes(snapshot)
    edges = sorted({edge for tie in ties for edge in edges_of(tie, nodes_of)})
    if not edges:
        return None

    nodes = sorted(
        {
            *(member_node(member.code) for member in snapshot.members),
            *(node for own in nodes_of.values() for node in own),
        }
    )
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


def partner_nodes(snapshot: Snapshot) -> dict[PartnerId, tuple[str, ...]]:
    """Return the nodes of each partner: its own, or those of the members that are the same organisation."""
    members: dict[PartnerId, list[str]] = {}
    for member in snapshot.members:
        if member.partner_id is not None:
            members.setdefault(member.partner_id, []).append(member_node(member.code))
    return {
        partner.id: tuple(sorted(members.get(partner.id, ()))) or (partner_node(partner.id),)
        for partner in snapshot.partners
    }


def edges_of(tie: Tie, nodes_of: Mapping[PartnerId, tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of nodes that a tie connects, each in order; none for a tie to itself or to nobody recorded."""
    here = nodes_of.get(tie.partner, ())
    there = (member_node(tie.member),) if tie.member else nodes_of.get(tie.other_partner or PartnerId(""), ())
    if set(here) & set(there):
        return ()
    return tuple((one, other) if one < other else (other, one) for one in here for other in there)
