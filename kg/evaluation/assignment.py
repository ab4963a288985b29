"""The best one-to-one pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import networkx as nx

Edge = tuple[int, int]
# What hangs together and is larger than this is paired greedily: the exact way takes the cube of its size.
LARGEST_EXACT = 150


def best_pairs(weights: Mapping[Edge, int]) -> list[Edge]:
    """Choose pairs such that nothing is in two of them and their weights add up to the most.

    Args:
        weights: the weight, above 0, of each pair that is possible: of an index on the one side and one on the other.

    Returns:
        The pairs, in order. Among equally good choices it is always the same one.
    """
    if len(weights) < 2:
        return list(weights)
    return sorted(pair for component in _components(weights) for pair in _best(component))


def _components(weights: Mapping[Edge, int]) -> Iterator[dict[Edge, int]]:
    """Give the possible pairs that hang together, each group by itself."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_edges_from((one, ~other) for one, other in sorted(weights))  # ~: the two sides have numbers of their own
    group = {node: number for number, nodes in enumerate(nx.connected_components(graph)) for node in nodes}
    groups: dict[int, dict[Edge, int]] = {}
    for edge in sorted(weights):
        groups.setdefault(group[edge[0]], {})[edge] = weights[edge]
    yield from groups.values()


def _best(weights: Mapping[Edge, int]) -> Iterator[Edge]:
    size = len({one for one, _ in weights}) + len({other for _, other in weights})
    if size == 2:
        yield from weights
    elif size > LARGEST_EXACT:
        yield from _greedy(weights)
    else:
        graph: nx.Graph[int] = nx.Graph()
        graph.add_weighted_edges_from((one, ~other, weight) for (one, other), weight in weights.items())
        for one, other in nx.max_weight_matching(graph):
            yield max(one, other), ~min(one, other)


def _greedy(weights: Mapping[Edge, int]) -> Iterator[Edge]:
    ones: set[int] = set()
    others: set[int] = set()
    for one, other in sorted(weights, key=lambda edge: (-weights[edge], edge)):
        if one not in ones and other not in others:
            ones.add(one)
            others.add(other)
            yield one, other
