"""The map of the network: places, zones, links, and what stands out."""

import itertools
import math
import random
import tracemalloc
from dataclasses import replace

import numpy as np
import pytest

from fastmap.analysis.network_choice import STAGE_NOT_KNOWN, Highlight, NetworkChoice, emphasis_of, neighbours_of
from fastmap.analysis.network_layout import _apart, positions
from fastmap.analysis.network_map import MEMBER_ROOM, PARTNER_ROOM, Zone, network_map
from fastmap.errors import Cancelled
from fastmap.model.choices import PartnerType, TieKind
from fastmap.progress import silent
from tests.support.builders import (
    assess,
    cluster_where,
    make_member,
    make_need,
    make_offer,
    make_partner,
    make_tie,
    uri_of,
)
from tests.support.large_networks import large_network_snapshot

WELDING = uri_of("Welding")


def cluster():
    """Members 1 to 3 answered, 4 did not; school works with 1 and 2, the university with 2."""
    return cluster_where(
        [make_need("Welding", short_12m=3)],
        [make_need("Welding", short_12m=1)],
        [make_need("Robots")],
        more_members=[make_member(4)],
        partners=[
            make_partner("school", stage=4),
            make_partner("uni", type=PartnerType.UNIVERSITY, stage=None),
            make_partner("agency", type=PartnerType.AGENCY, stage=0),
        ],
        offers=[make_offer(WELDING, "school")],
        ties=[make_tie("school", 1, id="T1"), make_tie("school", 2, id="T2"), make_tie("uni", 2, id="T3")],
    )


def zones(network):
    return {node.id: node.zone for node in network.nodes}


def test_the_same_network_has_the_same_map_in_whatever_order_it_was_recorded():
    snapshot = large_network_snapshot()
    order = random.Random(1)
    shuffled = replace(
        snapshot,
        **{
            part: tuple(order.sample(getattr(snapshot, part), len(getattr(snapshot, part))))
            for part in ("members", "partners", "ties")
        },
    )

    assert network_map(shuffled) == network_map(snapshot)


def test_no_two_organisations_of_a_large_network_cover_each_other():
    nodes = network_map(large_network_snapshot()).nodes
    room = {node.id: PARTNER_ROOM if node.partner else MEMBER_ROOM for node in nodes}

    covering = [
        (one.id, other.id)
        for place, one in enumerate(nodes)
        for other in nodes[place + 1 :]
        if math.hypot(one.x - other.x, one.y - other.y) < 0.8 * (room[one.id] + room[other.id])
    ]

    assert covering == []


def test_tied_organisations_stand_closer_together_than_others():
    nodes = [f"a{number}" for number in range(6)] + [f"b{number}" for number in range(6)]
    edges = [("a0", f"a{n}") for n in range(1, 6)] + [("b0", f"b{n}") for n in range(1, 6)]

    places = positions(nodes, edges, dict.fromkeys(nodes, 5.0))

    tied = [math.dist(places[a], places[b]) for a, b in edges]
    apart = [math.dist(places[f"a{n}"], places[f"b{m}"]) for n in range(6) for m in range(6)]
    assert sum(tied) / len(tied) < sum(apart) / len(apart) / 1.5


@pytest.mark.parametrize("count", [0, 1, 2])
def test_very_small_networks_have_places_that_are_numbers(count):
    nodes = [f"n{number}" for number in range(count)]

    places = positions(nodes, [("n0", "n1")] if count == 2 else [], dict.fromkeys(nodes, 5.0))

    assert set(places) == set(nodes)
    assert all(math.isfinite(x) and math.isfinite(y) for x, y in places.values())


def test_members_that_were_never_heard_do_not_stand_among_the_lonely_ones():
    network = network_map(cluster())

    assert zones(network) == {
        "m:M001": Zone.LINKED,
        "m:M002": Zone.LINKED,
        "m:M003": Zone.ISOLATED,
        "m:M004": Zone.NOT_HEARD,
        "p:agency": Zone.PARTNERS,
        "p:school": Zone.LINKED,
        "p:uni": Zone.LINKED,
    }
    assert {band.zone: band.count for band in network.bands} == {Zone.PARTNERS: 1, Zone.ISOLATED: 1, Zone.NOT_HEARD: 1}


def test_an_organisation_with_both_roles_is_one_node_with_both():
    snapshot = cluster()
    first, *rest = snapshot.members
    both = replace(snapshot, members=(replace(first, partner_id="agency"), *rest))

    node = next(node for node in network_map(both).nodes if node.partner == "agency")

    assert (node.id, node.member) == ("m:M001", "M001")
    assert "p:agency" not in zones(network_map(both))


def test_a_tie_to_itself_is_no_link():
    snapshot = replace(cluster(), ties=(make_tie("school", None, other_partner="school"),))

    assert network_map(snapshot).links == ()


def test_parallel_ties_are_one_link_with_all_they_say():
    ties = (
        make_tie("school", 1, id="T1", kind=TieKind.RESEARCH, strength=1, formal=False),
        make_tie("school", 1, id="T2", kind=TieKind.INTERNSHIP, strength=3, formal=True),
    )

    (link,) = network_map(replace(cluster(), ties=ties)).links

    assert link.kinds == (TieKind.INTERNSHIP, TieKind.RESEARCH)
    assert (link.strength, link.formal, link.stage) == (3, True, 4)


def test_between_two_partners_the_less_close_one_counts_and_an_unknown_stage_stays_unknown():
    ties = (
        make_tie("school", None, other_partner="agency", id="T1"),
        make_tie("school", None, other_partner="uni", id="T2"),
    )

    links = {link.there: link.stage for link in network_map(replace(cluster(), ties=ties)).links}

    assert links == {"p:school": 0, "p:uni": None}


def chosen(**choice):
    snapshot = cluster()
    return emphasis_of(network_map(snapshot), assess(snapshot), NetworkChoice(**choice))


def test_a_partner_type_shows_its_partners_and_who_works_with_them():
    assert chosen(type=PartnerType.UNIVERSITY).nodes == {"p:uni", "m:M002"}


@pytest.mark.parametrize(
    ("stage", "nodes"),
    [(4, {"p:school", "m:M001", "m:M002"}), (0, {"p:agency"}), (STAGE_NOT_KNOWN, {"p:uni", "m:M002"}), (5, set())],
)
def test_a_stage_shows_its_partners_and_a_stage_not_known_is_one_of_its_own(stage, nodes):
    assert chosen(stage=stage).nodes == nodes


def test_a_skill_shows_members_that_need_it_and_partners_that_offer_it_tied_or_not():
    found = chosen(skill=WELDING)

    assert found.nodes == {"p:school", "m:M001", "m:M002"}
    assert chosen(skill=uri_of("Robots")).nodes == {"m:M003"}
    assert found.links == {("m:M001", "p:school"), ("m:M002", "p:school")}


def test_a_focus_leaves_neighbours_and_the_links_to_them_alone():
    found = chosen(focus="m:M002", type=PartnerType.AGENCY)

    assert found.nodes == {"m:M002", "p:school", "p:uni"}
    assert found.links == {("m:M002", "p:school"), ("m:M002", "p:uni")}
    assert neighbours_of(network_map(cluster()), "p:school") == {"m:M001", "m:M002"}


def test_highlights_point_out_brokers_and_members_without_a_link():
    assert chosen(highlight=Highlight.BROKERS).nodes == {"m:M002", "p:school"}
    assert chosen(highlight=Highlight.UNLINKED).nodes == {"m:M003"}


def test_a_network_of_thousands_needs_no_memory_for_every_pair_and_can_be_stopped():
    nodes = [f"n{number:04}" for number in range(2000)]
    radii = dict.fromkeys(nodes, 5.0)
    steps = []

    def stop_after_two(progress):
        steps.append(progress)
        if len(steps) > 2:
            raise Cancelled

    tracemalloc.start()
    with pytest.raises(Cancelled):
        positions(nodes, [(nodes[0], nodes[1])], radii, progress=stop_after_two)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < len(nodes) ** 2 * 8  # one number for each pair of nodes
    assert {one.stage for one in steps} == {"progress.drawing_network"}


def test_circles_on_top_of_each_other_are_pushed_apart_the_same_way_each_time():
    places = np.zeros((40, 2))
    radii = np.full(40, 10.0)

    first, second = (_apart(places, radii, silent) for _ in range(2))

    assert np.array_equal(first, second)
    distances = [math.dist(a, b) for a, b in itertools.combinations(first, 2)]
    assert min(distances) > 20 - 1
