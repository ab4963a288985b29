"""Where the nodes of a connected network lie: distances on paper as the distances in the network.

Stress is minimised by stochastic gradient descent (Zheng, Pawar and Goodman, 2019); on a large network over its edges
and the distances to some pivots only (Ortmann, Klimenta and Brandes, 2017). The seed is fixed: the same network gives
the same picture.
"""

from __future__ import annotations

import heapq
import math
import random
from collections import deque

from kg.view.overlap import Point

Neighbours = list[list[int]]
Term = tuple[int, int, float, float]

_SEED = 7
_WHOLE = 260
_PIVOTS = 24
_ROUNDS_WHOLE, _ROUNDS_SPARSE = 40, 14


def stress_layout(neighbours: Neighbours) -> list[Point]:
    """Give the points of a connected network, with edges of a length around 1, its longest side level.

    Args:
        neighbours: for each node the nodes that it is linked to.
    """
    count = len(neighbours)
    if count < 3:
        return [(float(i) * 1.5, 0.0) for i in range(count)]
    # Seeded: the pictures must be the same in any run, nobody's secret depends on it.
    chance = random.Random(_SEED)  # noqa: S311
    whole = count <= _WHOLE
    terms = _all_terms(neighbours) if whole else _sparse_terms(neighbours)
    spread = math.sqrt(count)
    xs = [chance.random() * spread for _ in range(count)]
    ys = [chance.random() * spread for _ in range(count)]
    _descend(xs, ys, terms, chance, _ROUNDS_WHOLE if whole else _ROUNDS_SPARSE)
    return _levelled(xs, ys)


def _all_terms(neighbours: Neighbours) -> list[Term]:
    """Give a term for each pair of nodes. Links between hubs are longer, so that what hangs on them has room."""
    sets = [set(near) for near in neighbours]
    lengths = [{j: 1 + 0.22 * math.sqrt(len(sets[i] ^ sets[j])) for j in near} for i, near in enumerate(neighbours)]
    terms = []
    for i in range(len(neighbours)):
        for j, distance in enumerate(_distances(lengths, i)):
            if j > i:
                terms.append((i, j, distance, 1 / (distance * distance)))
    return terms


def _distances(lengths: list[dict[int, float]], start: int) -> list[float]:
    best = [math.inf] * len(lengths)
    best[start] = 0.0
    queue = [(0.0, start)]
    while queue:
        distance, node = heapq.heappop(queue)
        if distance > best[node]:
            continue
        for near, length in lengths[node].items():
            if distance + length < best[near]:
                best[near] = distance + length
                heapq.heappush(queue, (best[near], near))
    return best


def _sparse_terms(neighbours: Neighbours) -> list[Term]:
    terms = [(i, j, 1.0, 1.0) for i, near in enumerate(neighbours) for j in near if i < j]
    share = len(neighbours) / _PIVOTS
    closest = [10**9] * len(neighbours)
    pivot = max(range(len(neighbours)), key=lambda i: (len(neighbours[i]), -i))
    for _ in range(_PIVOTS):
        hops = _hops(neighbours, pivot)
        for node, distance in enumerate(hops):
            closest[node] = min(closest[node], distance)
            if distance > 1:
                # A pivot stands for the nodes around it, so its pull counts more often.
                terms.append((node, pivot, float(distance), min(share, 40.0) / (distance * distance)))
        pivot = max(range(len(closest)), key=lambda i: (closest[i], len(neighbours[i]), -i))
    return terms


def _hops(neighbours: Neighbours, start: int) -> list[int]:
    hops = [-1] * len(neighbours)
    hops[start] = 0
    queue = deque([start])
    while queue:
        node = queue.popleft()
        step = hops[node] + 1
        for near in neighbours[node]:
            if hops[near] < 0:
                hops[near] = step
                queue.append(near)
    return hops


def _descend(xs: list[float], ys: list[float], terms: list[Term], chance: random.Random, rounds: int) -> None:
    weights = [term[3] for term in terms]
    rate, last = 1 / min(weights), 0.1 / max(weights)
    decay = (last / rate) ** (1 / max(1, rounds - 1))
    chance.shuffle(terms)
    for _ in range(rounds):
        # Another order each time; shuffling anew would take as long as all the rest.
        cut = chance.randrange(len(terms))
        terms = terms[cut:] + terms[:cut]
        for i, j, distance, weight in terms:
            dx, dy = xs[i] - xs[j], ys[i] - ys[j]
            now = math.sqrt(dx * dx + dy * dy) or 1e-9
            step = min(1.0, weight * rate) * (now - distance) / now / 2
            xs[i] -= dx * step
            ys[i] -= dy * step
            xs[j] += dx * step
            ys[j] += dy * step
        rate *= decay


def _levelled(xs: list[float], ys: list[float]) -> list[Point]:
    """Turn a drawing so that its longest side is level, as screens are wide."""
    mid_x, mid_y = sum(xs) / len(xs), sum(ys) / len(ys)
    xx = sum((x - mid_x) ** 2 for x in xs)
    yy = sum((y - mid_y) ** 2 for y in ys)
    xy = sum((x - mid_x) * (y - mid_y) for x, y in zip(xs, ys, strict=True))
    angle = math.atan2(2 * xy, xx - yy) / 2
    cos, sin = math.cos(angle), math.sin(angle)
    return [
        ((x - mid_x) * cos + (y - mid_y) * sin, (y - mid_y) * cos - (x - mid_x) * sin)
        for x, y in zip(xs, ys, strict=True)
    ]
