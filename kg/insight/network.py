"""Situations → the network of actors: who is tied to whom, by which situations."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import TypeAlias

import networkx as nx
from pyoxigraph import NamedNode

from kg.insight.reading import Dataset, Situation

Network: TypeAlias = "nx.Graph[str]"

HELD = ("actual", "ended")
"""The statuses of what is so, or once was: a plan, a denial and a possibility tie nobody to anybody."""


def actor_network(data: Dataset, statuses: Iterable[str] = HELD, *, also: Iterable[NamedNode] = ()) -> Network:
    """Give the network of actors: two are tied if they have roles in one situation.

    Being spoken of (``kg:about``) and vouching for words (``kg:attributedTo``) are no ties, and a place where something
    is (a ``kg:Place`` as ``kg:place``) ties nobody: who was once in one town is not thereby connected.

    Args:
        data: the dataset.
        statuses: of the situations that count.
        also: entities that count besides actors (persons, organisations, countries, places and groups).

    Returns:
        Nodes are IRIs, in the order of the alphabet; an edge has ``situations`` (their IRIs, in the order of the text)
        and ``weight`` (how many).
    """
    wanted, also = set(statuses), set(also)
    network: Network = nx.Graph()
    network.add_nodes_from(sorted(node.value for node in data.actors | also))
    between: dict[tuple[str, str], list[str]] = {}
    for situation in data.situations:
        if situation.status in wanted:
            for pair in _pairs(data, situation, also):
                between.setdefault(pair, []).append(situation.node.value)
    for (one, other), situations in sorted(between.items()):
        network.add_edge(one, other, situations=tuple(situations), weight=len(situations))
    return network


def situations_between(data: Dataset, network: Network, one: str, other: str) -> list[Situation]:
    """Give the situations that tie two actors, in the order of the text."""
    return [data.by_node[NamedNode(iri)] for iri in network[one][other]["situations"]]


def _pairs(data: Dataset, situation: Situation, also: set[NamedNode]) -> Iterable[tuple[str, str]]:
    members = sorted({node.value for node in (*data.takers(situation), *(also & set(situation.entities())))})
    return itertools.combinations(members, 2)
