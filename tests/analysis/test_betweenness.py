"""Who lies between others: the same figures as the network library's, at a fraction of its time."""

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fastmap.analysis.betweenness import betweenness_0_1

NODES = [f"n{number:02}" for number in range(12)]


@given(
    edges=st.sets(st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)).filter(lambda ends: ends[0] < ends[1])),
    count=st.integers(3, len(NODES)),
)
@settings(max_examples=60, deadline=None)
def test_it_is_what_the_network_library_says(edges, count):
    nodes = NODES[:count]
    inside = sorted(edge for edge in edges if set(edge) <= set(nodes))
    graph = nx.Graph(inside)
    graph.add_nodes_from(nodes)

    assert betweenness_0_1(nodes, inside) == pytest.approx(nx.betweenness_centrality(graph))


def test_more_nodes_than_are_worked_through_at_once_give_the_same():
    graph = nx.relabel_nodes(nx.gnm_random_graph(400, 700, seed=3), str)

    found = betweenness_0_1(sorted(graph), sorted(graph.edges))

    assert found == pytest.approx(nx.betweenness_centrality(graph))


def test_two_organisations_have_nobody_between_them():
    assert betweenness_0_1(["a", "b"], [("a", "b")]) == {"a": 0.0, "b": 0.0}
