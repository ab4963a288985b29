"""What is drawn: nodes with their places and sizes in both views, edges, and communities where a view is too large."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Any

from pyoxigraph import NamedNode

from kg.export.networks import Network
from kg.rdf import Nodes
from kg.view.communities import Communities, communities_of
from kg.view.entities import Edge, descriptions, entity_network
from kg.view.facts import Plain, Shorten, filled, labels_of, situation_kind
from kg.view.labels import box_of, lines_of
from kg.view.layout import layout
from kg.view.overlap import Box
from kg.view.styles import term_labels_of
from kg.vocab import KG, OWL, SKOS, local_name

MOST_DRAWN = 2000
_WIKIDATA = "http://www.wikidata.org/entity/"


class Drawing:
    """The nodes and edges of a page, as plain data."""

    def __init__(self, nodes: Nodes, situations: Network, shorten: Shorten) -> None:
        self._nodes, self._shorten = nodes, shorten
        entities = entity_network(nodes)
        self.nodes: dict[str, Plain] = {iri: self._node(iri, situations.nodes[iri]) for iri in sorted(situations)}
        described = list(descriptions(nodes))
        self.edges = [*_entity_edges(entities, shorten), *_role_edges(situations, shorten)]
        self.communities: dict[str, Communities] = {}
        for view, network in (("entities", entities), ("situations", situations)):
            self.edges += _describing_edges(described, view, shorten)
            self._place(view, network, described)

    def _node(self, iri: str, attributes: dict[str, Any]) -> Plain:
        node = NamedNode(iri)
        entity = attributes["node"] == "entity"
        kind = attributes["kind"] if entity else situation_kind(self._nodes, node)
        label = labels_of(self._nodes, node)
        # A situation is drawn with the name of its class: its own title is a sentence.
        drawn = (
            label
            if entity
            else {tag: text.capitalize() for tag, text in term_labels_of(KG[attributes["type"]]).items()}
        )
        lines = {tag: lines_of(text) for tag, text in drawn.items()} if isinstance(drawn, dict) else lines_of(drawn)
        same = [other.value for role in (OWL.sameAs, SKOS.exactMatch) for other in self._nodes.nodes(node, role)]
        aliases = [literal.value for literal in self._nodes.literals(node, SKOS.altLabel)]
        wikidata = next((iri.removeprefix(_WIKIDATA) for iri in same if iri.startswith(_WIKIDATA)), None)
        return filled(
            {"node": attributes["node"], "kind": kind, "label": label, "lines": lines or "–", "aliases": aliases}
            | {"wikidata": wikidata, "at": {}},
            keep=("at",),
        )

    def _place(self, view: str, network: Network, described: list[Edge]) -> None:
        names = sorted(network)
        index = {name: i for i, name in enumerate(names)}
        sizes = [_size(network.degree(name)) for name in names]
        boxes = [_box(self.nodes[name]["lines"], size) for name, size in zip(names, sizes, strict=True)]
        pairs = [(index[one], index[other]) for one, other in network.edges()]
        pairs += [(index[one.value], index[other.value]) for one, _, other in described]
        points = layout(boxes, pairs)
        for name, size, (x, y) in zip(names, sizes, points, strict=True):
            self.nodes[name]["at"][view] = [x, y, size]
        if len(names) > MOST_DRAWN:
            ranks = [network.degree(name) for name in names]
            self.communities[view] = communities_of(names, pairs, ranks)


def _entity_edges(network: Network, shorten: Shorten) -> list[Plain]:
    curves = _curves(network)
    return [
        {
            "id": f"{shorten(data['situation'])} {local_name(data['relation'])} {shorten(one)} {shorten(other)}",
            "view": "entities",
            "from": shorten(one),
            "to": shorten(other),
            "relation": local_name(data["relation"]),
            "fact": shorten(data["situation"]),
            "status": data["status"],
            "mutual": data["mutual"],
            "curve": curves[one, other, key],
        }
        for one, other, key, data in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3])
    ]


def _role_edges(network: Network, shorten: Shorten) -> list[Plain]:
    curves = _curves(network)
    return [
        {
            "id": f"{shorten(one)} {data['relation']} {shorten(other)}",
            "view": "situations",
            "from": shorten(one),
            "to": shorten(other),
            "relation": data["relation"],
            "fact": shorten(one),
            "status": network.nodes[one]["status"],
            "curve": curves[one, other, key],
        }
        for one, other, key, data in sorted(network.edges(keys=True, data=True), key=lambda edge: edge[:3])
    ]


def _describing_edges(edges: list[Edge], view: str, shorten: Shorten) -> list[Plain]:
    return [
        {
            "id": f"{view} {local_name(relation)} {shorten(one.value)} {shorten(other.value)}",
            "view": view,
            "from": shorten(one.value),
            "to": shorten(other.value),
            "relation": local_name(relation),
            "status": "background",
            # A little aside, where there is also a fact between the two.
            "curve": 0.12,
        }
        for one, relation, other in edges
    ]


def _curves(network: Network) -> dict[tuple[str, str, str], float]:
    """Bend edges between the same two nodes, so that each can be seen: to one side above 0, to the other below."""
    between: dict[tuple[str, ...], list[tuple[str, str, str]]] = defaultdict(list)
    for one, other, key in sorted(network.edges(keys=True)):
        between[tuple(sorted((one, other)))].append((one, other, key))
    curves = {}
    for ends, edges in between.items():
        for place, edge in enumerate(edges):
            bend = round((place - (len(edges) - 1) / 2) * min(0.28, 0.9 / len(edges)), 2)
            curves[edge] = bend if edge[0] == ends[0] else -bend
    return curves


def _size(degree: int) -> float:
    return round(min(9 + 3.6 * math.sqrt(degree), 32), 1)


def _box(lines: str | dict[str, str], size: float) -> Box:
    widths, heights = zip(
        *(box_of(text) for text in (lines.values() if isinstance(lines, dict) else [lines])), strict=True
    )
    return Box(max(size, max(widths) / 2), size, size + 6 + max(heights))


def term_table(terms: set[str]) -> dict[str, dict[str, str]]:
    """Give the labels of terms by name."""
    broader = {"nl": "valt onder", "en": "falls under"}
    return {name: broader if name == "broader" else term_labels_of(KG[name]) for name in sorted(terms)}
