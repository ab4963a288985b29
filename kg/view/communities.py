"""Communities: what a view too large to draw whole starts with."""

from __future__ import annotations

import math
from collections import Counter

import networkx as nx

from kg.view.facts import Plain
from kg.view.layout import layout
from kg.view.overlap import Box

_SEED = 7
Communities = dict[str, Plain]
"""Per community, by its id: its members, place, size and links to others."""


def communities_of(names: list[str], edges: list[tuple[int, int]], ranks: list[int]) -> Communities:
    """Give the communities of a network (Louvain's method, with a fixed seed); nodes without links are one.

    Args:
        names: the nodes.
        edges: pairs of nodes, by their place in that list.
        ranks: how much each node counts: those that count most come first among the members.
    """
    graph: nx.Graph[int] = nx.Graph(edges)
    found = [sorted(members) for members in nx.community.louvain_communities(graph, seed=_SEED)]
    alone = [node for node in range(len(names)) if node not in graph]
    groups = sorted([*found, *([alone] if alone else [])], key=lambda members: (-len(members), members[0]))
    group_of = {node: group for group, members in enumerate(groups) for node in members}
    ends = [(group_of[one], group_of[other]) for one, other in edges]
    links = Counter((min(pair), max(pair)) for pair in ends)
    sizes = [round(12 + 1.6 * math.sqrt(len(members)), 1) for members in groups]
    # Their names lie below them: a community is as wide as two words, and three lines deeper than its symbol.
    boxes = [Box(max(size, 80), size, size + 57) for size in sizes]
    places = layout(boxes, [pair for pair in links if pair[0] != pair[1]])
    return {
        f"community/{group}": {
            "members": [names[node] for node in sorted(members, key=lambda node: (-ranks[node], names[node]))],
            "at": [*places[group], sizes[group]],
            "links": [
                [f"community/{other}", count] for (one, other), count in sorted(links.items()) if one == group != other
            ],
        }
        for group, members in enumerate(groups)
    }
