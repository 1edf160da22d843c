"""Where the organisations of a network are drawn: the same for the same network, on every run.

Tied nodes attract each other, all others push each other away, those with many ties most (the idea of ForceAtlas2,
Jacomy and others 2014). It begins on a spiral in the order of the names, so there is no chance in it and no seed to
keep. Own code, because it takes a fifth of the time of the same idea in networkx (decision 0205).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TypeAlias

import numpy as np

Point: TypeAlias = tuple[float, float]
_Floats: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.float64]]"

_STEPS = 160
_REPULSION = 9.0
_GRAVITY = 0.6
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
_PER_NODE, _PER_NODE_OF_FEW = 62.0, 92.0
"""Side of the square that a node has for itself on average, in points of the drawing: among many, among few."""
_MANY = 150
_WIDER = 1.85
"""Windows and slides are wider than high."""
_APART_ROUNDS = 60


def positions(nodes: Sequence[str], edges: Sequence[tuple[str, str]], radii: Mapping[str, float]) -> dict[str, Point]:
    """Return the place of each node around (0, 0), in points; no two circles of ``radii`` overlap.

    The order of ``nodes`` and ``edges`` does not matter. Each edge names two different nodes.
    """
    names = sorted(nodes)
    if not names:
        return {}
    number = {name: place for place, name in enumerate(names)}
    pairs = sorted({tuple(sorted((number[a], number[b]))) for a, b in edges})
    ends = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    places = _settled(_spiral(len(names)), ends)
    places = _filling(places, len(names))
    places = _apart(places, np.array([radii[name] for name in names], dtype=np.float64))
    return {name: (round(float(x), 1), round(float(y), 1)) for name, (x, y) in zip(names, places, strict=True)}


def _spiral(count: int) -> _Floats:
    steps = np.arange(count, dtype=np.float64)
    distance, angle = np.sqrt(steps + 0.5), steps * _GOLDEN_ANGLE
    return np.stack((distance * np.cos(angle), distance * np.sin(angle)), axis=1)


def _settled(places: _Floats, ends: _Floats | np.ndarray[tuple[int, ...], np.dtype[np.intp]]) -> _Floats:
    """Let forces move the nodes, less and less far at each step."""
    count = len(places)
    weight = 1.0 + np.bincount(ends.ravel().astype(np.intp), minlength=count)
    push = _REPULSION * weight[:, None] * weight[None, :]
    here, there = ends[:, 0].astype(np.intp), ends[:, 1].astype(np.intp)
    x, y = places[:, 0].copy(), places[:, 1].copy()
    farthest = 2.0 * math.sqrt(count)
    for step in range(_STEPS):
        dx, dy = x[:, None] - x[None, :], y[:, None] - y[None, :]
        strength = push / (dx * dx + dy * dy + 0.01)
        fx = (dx * strength).sum(axis=1) - _GRAVITY * weight * x
        fy = (dy * strength).sum(axis=1) - _GRAVITY * weight * y
        pull_x, pull_y = x[there] - x[here], y[there] - y[here]
        fx += np.bincount(here, pull_x, minlength=count) - np.bincount(there, pull_x, minlength=count)
        fy += np.bincount(here, pull_y, minlength=count) - np.bincount(there, pull_y, minlength=count)
        # A node with many ties is heavy: what it feels is the mean of its forces, or it would leap to and fro.
        fx, fy = fx / weight, fy / weight
        length = np.sqrt(fx * fx + fy * fy) + 1e-9
        most = farthest * (1 - step / _STEPS) ** 1.5
        share = np.minimum(length * 0.3, most) / length
        x, y = x + fx * share, y + fy * share
    return np.stack((x, y), axis=1)


def _filling(places: _Floats, count: int) -> _Floats:
    """Scale to the room that so many nodes take, wider than high, without letting few outliers press the others."""
    places = places - places.mean(axis=0)
    distance = np.sqrt((places**2).sum(axis=1))
    usual = float(np.sqrt((distance**2).mean())) or 1.0
    near = np.minimum(1.0, 1.9 * usual / np.maximum(distance, 1e-9))
    places = places * near[:, None] ** 0.7
    usual = float(np.sqrt((places**2).sum(axis=1).mean())) or 1.0
    # A disc of radius R has a mean square distance of R²/2.
    room = _PER_NODE_OF_FEW + (_PER_NODE - _PER_NODE_OF_FEW) * min(count / _MANY, 1.0)
    radius = room * math.sqrt(count / math.pi)
    scale = radius / (usual * math.sqrt(2))
    return np.asarray(places * scale * np.array([math.sqrt(_WIDER), 1 / math.sqrt(_WIDER)]), dtype=np.float64)


def _apart(places: _Floats, radii: _Floats) -> _Floats:
    """Push circles that overlap apart, both by half of what they share."""
    least = radii[:, None] + radii[None, :]
    np.fill_diagonal(least, 0.0)
    order = np.arange(len(radii))
    for _ in range(_APART_ROUNDS):
        between = places[:, None, :] - places[None, :, :]
        distance = np.sqrt((between**2).sum(axis=2))
        shared = np.maximum(least - distance, 0.0)
        if not (shared > 0.05).any():
            break
        # Two in the very same place part along a direction of their own.
        same = (distance < 1e-6) & (shared > 0)
        angle = (order[:, None] + order[None, :]) * _GOLDEN_ANGLE
        sign = np.sign(order[:, None] - order[None, :])
        way = between / np.maximum(distance, 1e-6)[:, :, None]
        way[same] = np.stack((np.cos(angle) * sign, np.sin(angle) * sign), axis=2)[same]
        places = places + (way * (shared * 0.5)[:, :, None]).sum(axis=1)
    return places
