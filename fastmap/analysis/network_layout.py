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

from fastmap.progress import Progress, ProgressListener, silent

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
_AT_ONCE = 1 << 16
"""Pairs of nodes looked at together: they fit into the processor's memory, and 3,000 nodes take no gigabyte."""


def positions(
    nodes: Sequence[str],
    edges: Sequence[tuple[str, str]],
    radii: Mapping[str, float],
    *,
    progress: ProgressListener = silent,
) -> dict[str, Point]:
    """Return the place of each node around (0, 0), in points; no two circles of ``radii`` overlap.

    The order of ``nodes`` and ``edges`` does not matter. Each edge names two different nodes. Time grows with the square
    of the number of nodes, memory with the number; ``progress`` is told each step.
    """
    names = sorted(nodes)
    if not names:
        return {}
    number = {name: place for place, name in enumerate(names)}
    pairs = sorted({tuple(sorted((number[a], number[b]))) for a, b in edges})
    ends = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    places = _settled(_spiral(len(names)), ends, progress)
    places = _filling(places, len(names))
    places = _apart(places, np.array([radii[name] for name in names], dtype=np.float64), progress)
    return {name: (round(float(x), 1), round(float(y), 1)) for name, (x, y) in zip(names, places, strict=True)}


def _spiral(count: int) -> _Floats:
    steps = np.arange(count, dtype=np.float64)
    distance, angle = np.sqrt(steps + 0.5), steps * _GOLDEN_ANGLE
    return np.stack((distance * np.cos(angle), distance * np.sin(angle)), axis=1)


def _settled(
    places: _Floats, ends: _Floats | np.ndarray[tuple[int, ...], np.dtype[np.intp]], progress: ProgressListener
) -> _Floats:
    """Let forces move the nodes, less and less far at each step."""
    count = len(places)
    weight = 1.0 + np.bincount(ends.ravel().astype(np.intp), minlength=count).astype(np.float64)
    here, there = ends[:, 0].astype(np.intp), ends[:, 1].astype(np.intp)
    x, y = places[:, 0].copy(), places[:, 1].copy()
    farthest = 2.0 * math.sqrt(count)
    for step in range(_STEPS):
        progress(Progress(stage="progress.drawing_network", done=step, total=_STEPS))
        fx, fy = _pushes(x, y, weight)
        fx -= _GRAVITY * weight * x
        fy -= _GRAVITY * weight * y
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


def _pushes(x: _Floats, y: _Floats, weight: _Floats) -> tuple[_Floats, _Floats]:
    """Return with what force all others push each node away, along x and y."""
    count = len(x)
    fx, fy = np.empty(count), np.empty(count)
    rows = max(1, _AT_ONCE // count)
    for begin in range(0, count, rows):
        part = slice(begin, begin + rows)
        dx, dy = x[part, None] - x[None, :], y[part, None] - y[None, :]
        square = dx * dx
        square += dy * dy
        square += 0.01
        strength = (_REPULSION * weight[part])[:, None] * weight[None, :]
        strength /= square
        dx *= strength
        dy *= strength
        fx[part], fy[part] = dx.sum(axis=1), dy.sum(axis=1)
    return fx, fy


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


def _apart(places: _Floats, radii: _Floats, progress: ProgressListener) -> _Floats:
    """Push circles that overlap apart, both by half of what they share."""
    from scipy.spatial import cKDTree  # late: nobody but who draws a network needs it

    farthest, count = 2 * float(radii.max()), len(radii)
    for step in range(_APART_ROUNDS):
        progress(Progress(stage="progress.drawing_network", done=step, total=_APART_ROUNDS))
        pairs = np.sort(cKDTree(places).query_pairs(farthest, output_type="ndarray"), axis=1)
        # In one order, or sums could differ in their last digit from run to run.
        one, other = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))].T
        between = places[one] - places[other]
        distance = np.sqrt((between**2).sum(axis=1))
        shared = np.maximum(radii[one] + radii[other] - distance, 0.0)
        if not (shared > 0.05).any():
            break
        # Two in the very same place part along a direction of their own.
        angle = (one + other) * _GOLDEN_ANGLE
        own = np.stack((-np.cos(angle), -np.sin(angle)), axis=1)
        way = np.where((distance < 1e-6)[:, None], own, between / np.maximum(distance, 1e-6)[:, None])
        moved = way * (shared * 0.5)[:, None]
        places = places + np.stack(
            [
                np.bincount(one, moved[:, axis], minlength=count) - np.bincount(other, moved[:, axis], minlength=count)
                for axis in (0, 1)
            ],
            axis=1,
        )
    return places
