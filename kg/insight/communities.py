"""Communities: actors that have more to do with one another than with the rest."""

from __future__ import annotations

import importlib
from typing import Any
from typing import Literal as OneOf

import networkx as nx
from pyoxigraph import NamedNode

from kg.errors import InputError
from kg.insight.engines import Engine, pagerank
from kg.insight.findings import Finding, Findings
from kg.insight.network import Network
from kg.insight.reading import Dataset

Method = OneOf["louvain", "leiden"]
METHODS: tuple[Method, ...] = ("louvain", "leiden")
COLUMNS = ("community", "size", "inside", "outside", "members")
_SEED = 7


def members_of(network: Network, method: Method = "louvain") -> list[list[str]]:
    """Give the communities of a network, the largest first; nodes without ties are in none.

    Args:
        network: the network.
        method: ``louvain`` (NetworkX), or ``leiden``, which needs igraph. Both with a fixed seed, and a tie counts as
            often as it has situations.

    Raises:
        InputError: igraph is needed and not installed.
    """
    tied = network.subgraph(sorted(node for node, degree in network.degree() if degree))
    # A subgraph has no order of its own to rely on, and the methods follow the order of nodes.
    graph: Network = nx.Graph()
    graph.add_nodes_from(sorted(tied))
    graph.add_weighted_edges_from(sorted((min(edge), max(edge), tied.edges[edge]["weight"]) for edge in tied.edges))
    found = _leiden(graph) if method == "leiden" else nx.community.louvain_communities(graph, seed=_SEED)
    return sorted((sorted(members) for members in found if members), key=lambda members: (-len(members), members[0]))


def communities(data: Dataset, network: Network, method: Method = "louvain", engine: Engine = "auto") -> Findings:
    """Tell the communities of a network.

    Returns:
        Columns: ``community`` (a number), ``size``, ``inside`` (situations among its members), ``outside`` (situations
        of a member with somebody else), ``members`` (by PageRank).
    """
    ranks = pagerank(network, engine)
    rows = []
    for number, members in enumerate(members_of(network, method), start=1):
        own = set(members)
        inside = _situations(network, [edge for edge in network.edges(members) if set(edge) <= own])
        outside = _situations(network, [edge for edge in network.edges(members) if not set(edge) <= own])
        ranked = sorted(members, key=lambda node: (-round(ranks[node], 6), node))
        names = tuple(data.label(NamedNode(node)) for node in ranked)
        receipts = data.receipts(data.by_node[NamedNode(iri)] for iri in inside)
        rows.append(Finding((number, len(members), len(inside), len(outside), names), receipts))
    return Findings("communities", COLUMNS, tuple(rows))


def _situations(network: Network, edges: list[tuple[str, str]]) -> list[str]:
    return sorted({iri for one, other in edges for iri in network[one][other]["situations"]})


def _leiden(graph: Network) -> list[set[str]]:
    try:
        igraph: Any = importlib.import_module("igraph")
    except ImportError:
        raise InputError("Leiden's method needs igraph: pip install igraph") from None
    # Seeded: the same network gives the same communities, nobody's secret depends on it.
    igraph.set_random_number_generator(importlib.import_module("random").Random(_SEED))
    names = list(graph)
    index = {name: place for place, name in enumerate(names)}
    other = igraph.Graph(n=len(names), edges=[(index[one], index[two]) for one, two in graph.edges()])
    weights = [data["weight"] for _, _, data in graph.edges(data=True)]
    found = other.community_leiden(objective_function="modularity", weights=weights, n_iterations=-1)
    return [{names[place] for place in members} for members in found]
