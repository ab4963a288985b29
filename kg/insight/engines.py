"""PageRank and betweenness: by NetworkX and plain Python, or behind the same call by rustworkx, which is faster."""

from __future__ import annotations

import importlib.util
from typing import Literal as OneOf

import networkx as nx

from kg.errors import InputError
from kg.insight.network import Network

Engine = OneOf["auto", "networkx", "rustworkx"]
ENGINES: tuple[Engine, ...] = ("auto", "networkx", "rustworkx")

MOST_IN_PYTHON = 2000
"""The most actors whose betweenness is counted without rustworkx: above it takes minutes, then hours."""

_DAMPING = 0.85
_TOLERANCE = 1e-10
_MOST_ROUNDS = 500


def engine_for(engine: Engine) -> Engine:
    """Give the engine that is used: with ``auto`` rustworkx where it is installed, else NetworkX.

    Raises:
        InputError: rustworkx is wanted and not installed.
    """
    installed = importlib.util.find_spec("rustworkx") is not None
    if engine == "rustworkx" and not installed:
        raise InputError("the engine rustworkx is not installed: pip install 'newskg[fast]'")
    return "rustworkx" if installed and engine != "networkx" else "networkx"


def pagerank(network: Network, engine: Engine = "auto") -> dict[str, float]:
    """Give the PageRank of each node; a tie counts as often as it has situations."""
    if engine_for(engine) == "rustworkx":
        return _pagerank_rustworkx(network)
    return _pagerank_python(network)


def betweenness(network: Network, engine: Engine = "auto") -> dict[str, float] | None:
    """Give the share of all shortest paths between two others that lead over each node.

    Returns:
        None if the network has more than `MOST_IN_PYTHON` nodes and rustworkx is not there, or not wanted.
    """
    if engine_for(engine) == "rustworkx":
        return _betweenness_rustworkx(network)
    if len(network) > MOST_IN_PYTHON:
        return None
    return {node: float(share) for node, share in nx.betweenness_centrality(network).items()}


def _pagerank_python(network: Network) -> dict[str, float]:
    """Iterate in plain Python: NetworkX's own needs SciPy."""
    count = len(network)
    index = {node: place for place, node in enumerate(network)}
    near = [[(index[other], data["weight"]) for other, data in network[node].items()] for node in network]
    strengths = [sum(weight for _, weight in own) for own in near]
    rank = [1 / count] * count if count else []
    for _ in range(_MOST_ROUNDS):
        lost = sum(own for own, strength in zip(rank, strengths, strict=True) if not strength)
        base = (1 - _DAMPING + _DAMPING * lost) / count if count else 0.0
        share = [_DAMPING * own / strength if strength else 0.0 for own, strength in zip(rank, strengths, strict=True)]
        new = [base + sum([share[other] * weight for other, weight in own]) for own in near]
        change = sum(abs(one - other) for one, other in zip(new, rank, strict=True))
        rank = new
        if change < _TOLERANCE:
            break
    return dict(zip(network, rank, strict=True))


def _pagerank_rustworkx(network: Network) -> dict[str, float]:
    import rustworkx as rx

    directed: rx.PyDiGraph[str, float] = rx.PyDiGraph()
    index = dict(zip(network, directed.add_nodes_from(list(network)), strict=True))
    for one, other, data in network.edges(data=True):
        for start, end in ((one, other), (other, one)):
            directed.add_edge(index[start], index[end], float(data["weight"]))
    if not index:
        return {}
    found = rx.pagerank(directed, _DAMPING, weight_fn=float, tol=_TOLERANCE, max_iter=_MOST_ROUNDS)
    return {node: found[place] for node, place in index.items()}


def _betweenness_rustworkx(network: Network) -> dict[str, float]:
    import rustworkx as rx

    graph: rx.PyGraph[str, None] = rx.PyGraph()
    index = dict(zip(network, graph.add_nodes_from(list(network)), strict=True))
    graph.add_edges_from([(index[one], index[other], None) for one, other in network.edges()])
    found = rx.graph_betweenness_centrality(graph)
    return {node: found[place] for node, place in index.items()}
