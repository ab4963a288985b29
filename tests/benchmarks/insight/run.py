"""How long the analyses of a large network take, by engine: python tests/benchmarks/insight/run.py [NODES EDGES].

By default 100,000 actors and 500,000 ties. Betweenness goes with the product of the two: it is measured on a network
a hundred times smaller, and on the whole one only with --all.
"""

import argparse
import functools
import importlib.util
import random
import sys
import time
from collections.abc import Callable

import networkx as nx

from kg.insight.actors import brokered_pairs, parts_without
from kg.insight.communities import members_of
from kg.insight.engines import Engine, betweenness, pagerank


def network(nodes: int, edges: int) -> "nx.Graph[str]":
    """Give a random network in which some have many ties, as in news."""
    chance = random.Random(7)
    names = [f"n{number:07}" for number in range(nodes)]
    found: nx.Graph[str] = nx.Graph()
    found.add_nodes_from(names)
    left = edges
    while left:
        one, other = (names[int(nodes * chance.random() ** 2)] for _ in range(2))
        if one != other and not found.has_edge(one, other):
            found.add_edge(one, other, weight=chance.randint(1, 4), situations=())
            left -= 1
    return found


def tell(what: str, run: Callable[[], object]) -> None:
    start = time.perf_counter()
    run()
    sys.stdout.write(f"{what}: {time.perf_counter() - start:.2f} s\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("nodes", type=int, nargs="?", default=100_000)
    parser.add_argument("edges", type=int, nargs="?", default=500_000)
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    large = network(options.nodes, options.edges)
    small = network(options.nodes // 100, options.edges // 100)
    engines: list[Engine] = ["networkx"]
    if importlib.util.find_spec("rustworkx"):
        engines.append("rustworkx")
    for engine in engines:
        tell(f"PageRank, {engine}", functools.partial(pagerank, large, engine))
        tell(f"betweenness of {len(small)}, {engine}", functools.partial(betweenness, small, engine))
    if options.all:
        tell(f"betweenness of {len(large)}", functools.partial(betweenness, large))
    tell("parts", functools.partial(parts_without, large))
    tell("brokered pairs", functools.partial(brokered_pairs, large))
    tell("communities (Louvain)", functools.partial(members_of, large))
    if importlib.util.find_spec("igraph"):
        tell("communities (Leiden)", functools.partial(members_of, large, "leiden"))


if __name__ == "__main__":
    main()
