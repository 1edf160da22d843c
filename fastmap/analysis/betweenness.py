"""How often each node of a network lies on the shortest ways between others, for many starting nodes at once.

Brandes' algorithm in whole tables instead of one node after the other: a cluster of thousands of members would wait
half a minute for what sums of sparse tables give in a blink. The figures are those of `networkx`, a test holds that.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

_AT_ONCE: Final = 256
"""Starting nodes worked through together: keeps the tables of thousands of nodes within some megabytes."""


def betweenness_0_1(nodes: Sequence[str], edges: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Return the share (0–1) of shortest ways between other nodes that pass through each of ``nodes``.

    ``edges`` are undirected, each given once and none from a node to itself. With fewer than three nodes there is
    nothing between, and every share is 0.

    >>> betweenness_0_1(["a", "b", "c"], [("a", "b"), ("b", "c")])
    {'a': 0.0, 'b': 1.0, 'c': 0.0}
    """
    shares = dict.fromkeys(nodes, 0.0)
    linked = sorted({node for edge in edges for node in edge})
    if len(nodes) < 3 or not linked:
        return shares
    place = {node: number for number, node in enumerate(linked)}
    left = np.array([place[one] for one, _ in edges])
    right = np.array([place[other] for _, other in edges])
    ones = np.ones(2 * len(edges))
    both_ways = (np.concatenate([left, right]), np.concatenate([right, left]))
    graph = csr_array((ones, both_ways), shape=(len(linked), len(linked)))
    total = np.zeros(len(linked))
    for first in range(0, len(linked), _AT_ONCE):
        total += _dependencies(graph, np.arange(first, min(first + _AT_ONCE, len(linked))))
    pairs = (len(nodes) - 1) * (len(nodes) - 2)
    return shares | {node: float(total[number]) / pairs for node, number in place.items()}


def _dependencies(graph: csr_array, sources: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Return per node how much the shortest ways from ``sources`` depend on it."""
    shape = (graph.shape[0], len(sources))
    ways = np.zeros(shape)
    ways[sources, np.arange(len(sources))] = 1.0
    is_reached = ways > 0
    fronts = [is_reached.copy()]
    while fronts[-1].any():
        found = graph @ (ways * fronts[-1])
        front = (found > 0) & ~is_reached
        ways[front] = found[front]
        is_reached |= front
        fronts.append(front)
    depends = np.zeros(shape)
    per_way = np.divide(1.0, ways, out=np.zeros(shape), where=ways > 0)
    for here, beyond in zip(reversed(fronts[:-2]), reversed(fronts[1:-1]), strict=True):
        depends += here * ways * (graph @ (beyond * per_way * (1.0 + depends)))
    depends[sources, np.arange(len(sources))] = 0.0
    result: npt.NDArray[np.float64] = depends.sum(axis=1)
    return result
