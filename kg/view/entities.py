"""The network of entities alone: what situations say of two of them, and what describes them."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx
from pyoxigraph import NamedNode

from kg.export.networks import Network, shortcuts_of
from kg.rdf import Nodes
from kg.terms import Shortcut, shortcuts
from kg.vocab import KG, RDF, SKOS, local_name

_DESCRIBING = (KG.officeOf, SKOS.broader)
Edge = tuple[NamedNode, NamedNode, NamedNode]


def entity_network(nodes: Nodes) -> Network:
    """Give the network of entities.

    An edge stands for a situation between two of them, and is named by its shortcut. Unlike a shortcut in the graph, it
    is there for planned, possible, denied, disputed and ended situations too: it has its situation's status, and is
    drawn so.
    """
    network: Network = nx.MultiDiGraph()
    network.add_nodes_from(entity.value for entity in nodes.of_class(KG.Entity))
    for situation in nodes.of_class(KG.Situation):
        status = local_name(nodes.node(situation, KG.status) or KG.actual)
        for subject, relation, object_, mutual in _edges(nodes, situation):
            if subject.value in network and object_.value in network:
                key = f"{situation.value} {relation.value}"
                attributes = {"relation": relation, "mutual": mutual, "situation": situation.value, "status": status}
                network.add_edge(subject.value, object_.value, key=key, **attributes)
    return network


def descriptions(nodes: Nodes) -> Iterator[Edge]:
    """Give what describes entities by one another: whose office it is, what a kind of product belongs to."""
    for entity in nodes.of_class(KG.Entity):
        for relation in _DESCRIBING:
            for other in nodes.nodes(entity, relation):
                if other != entity and KG.Entity in nodes.nodes(other, RDF.type):
                    yield entity, relation, other


def _edges(nodes: Nodes, situation: NamedNode) -> Iterator[tuple[NamedNode, NamedNode, NamedNode, bool]]:
    """Give each edge of a situation once: one that goes both ways in the order of its ends."""
    mutual = {shortcut.property for shortcut in shortcuts() if shortcut.subject == shortcut.object}
    seen: set[Edge] = set()
    for subject, relation, object_ in _all_edges(nodes, situation):
        both = relation in mutual
        one, other = sorted((subject, object_), key=lambda node: node.value) if both else (subject, object_)
        if (one, relation, other) not in seen:
            seen.add((one, relation, other))
            yield one, relation, other, both


def _all_edges(nodes: Nodes, situation: NamedNode) -> Iterator[Edge]:
    yield from shortcuts_of(nodes, situation)
    classes = {*nodes.nodes(situation, RDF.type), *nodes.nodes(situation, KG.wouldBe)}
    status = nodes.node(situation, KG.status)
    fitting = [shortcut for shortcut in shortcuts() if shortcut.situation in classes]
    if any(shortcut.status == status for shortcut in fitting) or status == KG.actual:
        return
    for shortcut in fitting:
        if shortcut.status == KG.actual:
            yield from _pairs(nodes, situation, shortcut)


def _pairs(nodes: Nodes, situation: NamedNode, shortcut: Shortcut) -> Iterator[Edge]:
    for subject in nodes.nodes(situation, shortcut.subject):
        for object_ in nodes.nodes(situation, shortcut.object):
            if object_ != subject:
                yield subject, shortcut.property, object_
