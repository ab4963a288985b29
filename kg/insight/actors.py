"""The actors that matter: how many others each is tied to, and whom each brings together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import cast

import networkx as nx
from pyoxigraph import NamedNode

from kg.export.networks import entity_kind
from kg.insight.engines import Engine, betweenness, pagerank
from kg.insight.findings import Finding, Findings
from kg.insight.network import Network
from kg.insight.reading import Dataset, Situation

COLUMNS = ("actor", "kind", "ties", "facts", "says", "pagerank", "betweenness", "brokered", "parts")
_DIGITS = 6


def actors(data: Dataset, network: Network, engine: Engine = "auto") -> Findings:
    """Rank the actors of a network: those with most ties first.

    Returns:
        Columns: ``actor``, ``kind``, ``ties`` (to how many others), ``facts`` (in how many situations with another),
        ``says`` (how many statements it makes), ``pagerank``, ``betweenness`` (None where it was not counted),
        ``brokered`` (pairs of others that are tied to it, but not to each other), ``parts`` (into how many parts its
        part of the network falls without it). An actor without ties or statements is left out.
    """
    ranks, between = pagerank(network, engine), betweenness(network, engine)
    brokered, parts, said = brokered_pairs(network), parts_without(network), _statements(data)
    rows = []
    for iri in network:
        node, ties, facts, says = NamedNode(iri), len(network[iri]), _situations(data, network, iri), said.get(iri, [])
        if not ties and not says:
            continue
        rank = round(ranks[iri], _DIGITS)
        values = (
            *(data.label(node), entity_kind(data.nodes, node), ties, len(facts), len(says)),
            *(rank, None if between is None else round(between[iri], _DIGITS)),
            *(brokered[iri], parts[iri]),
        )
        rows.append(((-ties, -len(facts), -len(says), -rank, iri), Finding(values, data.receipts([*facts, *says]))))
    return Findings("actors", COLUMNS, tuple(row for _, row in sorted(rows, key=lambda row: row[0])))


def _statements(data: Dataset) -> dict[str, list[Situation]]:
    """Give the statements that each speaker makes."""
    found: dict[str, list[Situation]] = {}
    for situation in data.situations:
        for speaker in situation.fillers("speaker"):
            found.setdefault(speaker.value, []).append(situation)
    return found


def _situations(data: Dataset, network: Network, node: str) -> list[Situation]:
    """Give the situations that tie a node to another, each once."""
    found = dict.fromkeys(iri for tie in network[node].values() for iri in tie["situations"])
    return [data.by_node[NamedNode(iri)] for iri in found]


def brokered_pairs(network: Network) -> dict[str, int]:
    """Give for each node how many pairs of its neighbours have no tie of their own."""
    triangles = cast("dict[str, int]", nx.triangles(network))
    ties = {node: len(network[node]) for node in network}
    return {node: ties[node] * (ties[node] - 1) // 2 - triangles[node] for node in network}


def parts_without(network: Network) -> dict[str, int]:
    """Give for each node into how many parts its part of the network falls without it; 0 for one that is alone."""
    blocks = cast("Iterable[set[str]]", nx.biconnected_components(network))
    counted = Counter(node for block in blocks for node in block)
    return {node: counted[node] for node in network}
