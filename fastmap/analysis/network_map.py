"""The network as a map: every organisation with its place, every working link with how close the partner is.

Start at `network_map`. Those without a link stand apart below the others: a person must see at once who is on their own,
and must not take members that were never heard for lonely ones.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fastmap.analysis.answers import accepted_responses
from fastmap.analysis.network import edges_of, member_node, partner_nodes
from fastmap.analysis.network_layout import Point, positions
from fastmap.analysis.ties import known_ties
from fastmap.model.choices import TieKind
from fastmap.model.ids import MemberCode, PartnerId
from fastmap.model.organisations import Tie
from fastmap.model.snapshot import Snapshot
from fastmap.progress import ProgressListener, silent


class Zone(StrEnum):
    """Where on the map an organisation stands."""

    LINKED = "linked"
    PARTNERS = "partners"
    """Partners nobody is recorded as working with."""
    ISOLATED = "isolated"
    """Members who answered and named no partner that is recorded."""
    NOT_HEARD = "not_heard"
    """Members who did not answer: whom they work with is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapNode:
    """One organisation; with both roles it has a member *and* a partner."""

    id: str
    """As in `fastmap.model.results.Network`."""
    member: MemberCode | None
    partner: PartnerId | None
    zone: Zone
    x: float
    y: float
    """In points, y downwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLink:
    """All ties between two organisations."""

    here: str
    there: str
    kinds: tuple[TieKind, ...]
    strength: int | None
    """The strongest, 1 to 3; ``None`` where nobody said."""
    formal: bool | None
    """Whether any is formal; ``None`` where nobody said."""
    stage: int | None
    """How close the cluster is to the partner; between two partners the lower of both. ``None``: not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A heading on the map: where the organisations of a zone without links begin."""

    zone: Zone
    count: int
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkMap:
    """Nodes by id, links by their ends: same network, same map."""

    nodes: tuple[MapNode, ...]
    links: tuple[MapLink, ...]
    bands: tuple[Band, ...]


PARTNER_ROOM, MEMBER_ROOM = 30.0, 11.0
"""Radius of the room that each keeps for itself, in points; what is drawn is smaller."""
_WIDE = 1.6
"""Shape of the window that a map is seen in."""
_WIDTHS = (240.0, 330.0, 480.0, 660.0, 900.0, 1200.0)
_PARTNER_ROWS, _MEMBER_ROWS = (225.0, 96.0, 42.0), (30.0, 30.0, 26.0)
"""Of those without a link: from one to the next, from row to row, from the heading to the first row."""
_GAP = 58.0


def network_map(snapshot: Snapshot, *, progress: ProgressListener = silent) -> NetworkMap:
    """Return the map of everybody recorded in ``snapshot``."""
    responses = accepted_responses(snapshot)
    answered = {member_node(response.member) for response in responses if response.member is not None}
    nodes_of = partner_nodes(snapshot)
    links = _links(snapshot, known_ties(snapshot, responses))
    members = {member_node(member.code): member.code for member in snapshot.members}
    # Of a partner with several records the first stands for the node.
    partners = {node: partner for partner, own in sorted(nodes_of.items(), reverse=True) for node in own}
    linked = {end for link in links for end in (link.here, link.there)}
    zones = {
        node: Zone.LINKED
        if node in linked
        else Zone.ISOLATED
        if node in answered
        else Zone.PARTNERS
        if node in partners
        else Zone.NOT_HEARD
        for node in sorted({*members, *partners})
    }
    places, bands = _places(zones, links, partners.keys(), progress)
    nodes = tuple(
        MapNode(
            id=node,
            member=members.get(node),
            partner=partners.get(node),
            zone=zone,
            x=places[node][0],
            y=places[node][1],
        )
        for node, zone in zones.items()
    )
    return NetworkMap(nodes=nodes, links=links, bands=bands)


def _links(snapshot: Snapshot, ties: Iterable[Tie]) -> tuple[MapLink, ...]:
    nodes_of = partner_nodes(snapshot)
    stages = {partner.id: partner.stage for partner in snapshot.partners}
    by_edge: dict[tuple[str, str], list[Tie]] = {}
    for tie in ties:
        for edge in edges_of(tie, nodes_of):
            by_edge.setdefault(edge, []).append(tie)
    return tuple(_link(edge, found, stages) for edge, found in sorted(by_edge.items()))


def _link(edge: tuple[str, str], ties: Sequence[Tie], stages: dict[PartnerId, int | None]) -> MapLink:
    strengths = [tie.strength for tie in ties if tie.strength is not None]
    said = [tie.formal for tie in ties if tie.formal is not None]
    ends = {partner for tie in ties for partner in (tie.partner, tie.other_partner) if partner is not None}
    known = [stages.get(partner) for partner in sorted(ends)]
    return MapLink(
        here=edge[0],
        there=edge[1],
        kinds=tuple(kind for kind in TieKind if any(tie.kind is kind for tie in ties)),
        strength=max(strengths, default=None),
        formal=any(said) if said else None,
        stage=None if None in known else min((stage for stage in known if stage is not None), default=None),
    )


def _places(
    zones: dict[str, Zone], links: Sequence[MapLink], partners: Iterable[str], progress: ProgressListener
) -> tuple[dict[str, Point], tuple[Band, ...]]:
    """Return a place for everybody: the linked ones by their links, the others in rows below or beside them."""
    large = frozenset(partners)
    linked = [node for node, zone in zones.items() if zone is Zone.LINKED]
    radii = {node: PARTNER_ROOM if node in large else MEMBER_ROOM for node in linked}
    places = positions(linked, [(link.here, link.there) for link in links], radii, progress=progress)
    xs, ys = [x for x, _ in places.values()] or [0.0], [y for _, y in places.values()] or [0.0]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    gap = _GAP if linked else 0.0

    def spoilt(way: tuple[bool, float]) -> float:
        """Return how high the whole drawing is, or would be were it as wide as a window."""
        beside, width = way
        high = _in_rows(zones, large, 0.0, 0.0, width)[2]
        if beside:
            return max((right - left + 2 * gap + width) / _WIDE, bottom - top, high)
        return max(max(right - left, width) / _WIDE, bottom - top + gap + high)

    beside, width = min(((beside, width) for beside in (False, True) for width in _WIDTHS), key=spoilt)
    x, y = (right + 2 * gap, top) if beside else (left, bottom + gap)
    rows, bands, _ = _in_rows(zones, large, x, y, width)
    return places | rows, bands


def _in_rows(
    zones: dict[str, Zone], partners: frozenset[str], left: float, top: float, width: float
) -> tuple[dict[str, Point], tuple[Band, ...], float]:
    """Return places and headings of all without links in rows of a ``width``, and where the last row lies."""
    places: dict[str, Point] = {}
    bands: list[Band] = []
    y = top
    for zone in (Zone.PARTNERS, Zone.ISOLATED, Zone.NOT_HEARD):
        here = [node for node, found in zones.items() if found is zone]
        if not here:
            continue
        y += _GAP if bands else 0.0
        bands.append(Band(zone=zone, count=len(here), x=round(left, 1), y=round(y, 1)))
        has_partners = any(node in partners for node in here)
        step, line, heading = _PARTNER_ROWS if has_partners else _MEMBER_ROWS
        y += heading
        in_row = max(1, math.floor(width / step))
        for number, node in enumerate(here):
            row, column = divmod(number, in_row)
            places[node] = (round(left + step * (column + 0.5), 1), round(y + line * row, 1))
        y += line * ((len(here) - 1) // in_row)
    return places, tuple(bands), y
