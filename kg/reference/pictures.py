"""Two pictures drawn from the ontology: how its main classes hang together, and all classes with their roles."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from typing import NamedTuple

from markupsafe import Markup
from pyoxigraph import NamedNode

from kg.reference.ontology import Ontology
from kg.reference.svg import Box, Picture, text_width
from kg.terms import term_label
from kg.view.styles import kind_styles
from kg.vocab import OWL, RDF, RDFS, local_name

_ROW, _INDENT, _SIZE, _SMALL = 30, 26, 13, 12
_BOX_WIDTH, _LANE, _WRAP, _LINE = 250, 16, 48, 17

Edge = tuple[NamedNode, NamedNode]


def overview(ontology: Ontology, language: str, title: str) -> Picture:
    """Draw the classes with none above them, what they have, and how they lead to each other."""
    edges = _edges(ontology)
    roots = _in_order([c for c in ontology.terms.classes if ontology.root(c) == c], list(edges))
    wires = [_Wire(edge, _wrapped(ontology, props, language)) for edge, props in edges.items()]
    wires.sort(key=lambda wire: (roots.index(wire.edge[0]), abs(roots.index(wire.edge[1]) - roots.index(wire.edge[0]))))
    picture = Picture(title)
    leaves, arrives = _draw_roots(picture, ontology, roots, wires, language)
    lane = 12 + _BOX_WIDTH + max(text_width(line, _SMALL) for wire in wires for line in wire.lines) + 28
    for place, wire in enumerate(wires):
        x, start, end = lane + place * _LANE, leaves[wire.edge], arrives[wire.edge]
        right = 12.0 + _BOX_WIDTH
        picture.line([(right, start), (x, start), (x, end), (right + 3, end)], arrow=True)
    return picture


class _Wire(NamedTuple):
    """A line between two classes, and the lines of text that name its properties."""

    edge: Edge
    lines: list[str]


def _edges(ontology: Ontology) -> dict[Edge, list[NamedNode]]:
    """Group the properties that have nothing above them by the main classes that they lead from and to."""
    ours = set(ontology.terms.classes)
    found: dict[Edge, list[NamedNode]] = defaultdict(list)
    for prop in ontology.terms.properties:
        if any(p in ontology.terms.properties for p in ontology.links(prop, RDFS.subPropertyOf)):
            continue
        for source in ontology.links(prop, RDFS.domain):
            for target in ontology.ranges(prop):
                if source in ours and target in ours:
                    found[ontology.root(source), ontology.root(target)].append(prop)
    return {edge: list(dict.fromkeys(props)) for edge, props in found.items()}


def _in_order(roots: list[NamedNode], edges: list[Edge]) -> list[NamedNode]:
    """Put classes so that lines lead downwards where they can."""
    left = list(roots)
    ordered: list[NamedNode] = []
    while left:
        free = [r for r in left if not any(t == r and s != r and s in left for s, t in edges)] or left
        linked = [r for r in free if any(r in edge for edge in edges)] or free
        ordered.append(linked[0])
        left.remove(linked[0])
    return ordered


def _wrapped(ontology: Ontology, props: list[NamedNode], language: str) -> list[str]:
    names = []
    for prop in props:
        below = len(ontology.back(prop, RDFS.subPropertyOf))
        names.append(term_label(prop, language) + (f" (+ {below})" if below else ""))
    return textwrap.wrap(", ".join(names), _WRAP)


def _draw_roots(
    picture: Picture, ontology: Ontology, roots: list[NamedNode], wires: list[_Wire], language: str
) -> tuple[dict[Edge, float], dict[Edge, float]]:
    """Draw the boxes one below the other; give the height at which each line leaves, and arrives."""
    leaves: dict[Edge, float] = {}
    arrives: dict[Edge, float] = {}
    top = 12.0
    for root in roots:
        right = 12 + _BOX_WIDTH + 10
        height = top + 8
        for wire in wires:
            if wire.edge[0] == root:
                for number, line in enumerate(wire.lines):
                    picture.text(right, height + 14 + number * _LINE, line, "faint", _SMALL)
                height += _LINE * len(wire.lines) + 8
                leaves[wire.edge] = height
                height += 6
        for wire in wires:
            if wire.edge[1] == root:
                height += 12
                arrives[wire.edge] = height
        top = _draw_root(picture, ontology, root, Box(12, top, _BOX_WIDTH, height - top), language) + 22
    return leaves, arrives


def _draw_root(picture: Picture, ontology: Ontology, root: NamedNode, room: Box, language: str) -> float:
    """Draw one box with the properties whose values are no nodes; give where it ends."""
    kept = [p for p in ontology.terms.properties if _is_attribute(ontology, p, root)]
    lines = textwrap.wrap(", ".join(term_label(p, language) for p in kept), 30)
    box = Box(room.x, room.y, room.width, max(room.height + 10, 36 + _LINE * len(lines)))
    picture.box(box, _colour(ontology, root), f"#{local_name(root)}")
    picture.text(box.x + 14, box.y + 20, term_label(root, language), "name", _SIZE)
    for number, line in enumerate(lines):
        picture.text(box.x + 14, box.y + 38 + number * _LINE, line, "faint", _SMALL)
    return box.y + box.height


def _is_attribute(ontology: Ontology, prop: NamedNode, root: NamedNode) -> bool:
    kinds = ontology.back(OWL.DatatypeProperty, RDF.type)
    return prop in kinds and root in ontology.links(prop, RDFS.domain)


def tree(ontology: Ontology, language: str, title: str) -> Picture:
    """Draw all classes below each other, with the roles of each beside those of the largest tree."""
    picture = Picture(title)
    roots = [c for c in ontology.terms.classes if ontology.root(c) == c]
    largest = max(roots, key=lambda root: len(_below(ontology, root)))
    width = _column(picture, ontology, [root for root in roots if root != largest], 12, language, roles=False)
    _column(picture, ontology, [largest], width + 40, language, roles=True)
    return picture


def _below(ontology: Ontology, cls: NamedNode) -> list[NamedNode]:
    """Give a class and those below it, each behind the one above it."""
    children = [c for c in ontology.back(cls, RDFS.subClassOf) if c in ontology.terms.classes]
    return [cls, *(below for child in children for below in _below(ontology, child))]


def _column(
    picture: Picture, ontology: Ontology, roots: list[NamedNode], left: float, language: str, *, roles: bool
) -> float:
    """Draw trees in a column; give how far to the right it reaches."""
    rows = [cls for root in roots for cls in _below(ontology, root)]
    places: dict[NamedNode, Box] = {}
    for row, cls in enumerate(rows):
        name = term_label(cls, language)
        x = left + _INDENT * len(ontology.above(cls))
        box = places[cls] = Box(x, 12 + row * _ROW, text_width(name, _SIZE) + 24, _ROW - 7)
        picture.box(box, _colour(ontology, cls), f"#{local_name(cls)}")
        picture.text(x + 14, box.y + 16, name, "name", _SIZE)
        if above := ontology.above(cls):
            parent = places[above[0]]
            middle = box.y + box.height / 2
            picture.line([(parent.x + 12, parent.y + parent.height), (parent.x + 12, middle), (x, middle)])
    edge = max(box.x + box.width for box in places.values())
    for cls, box in places.items():
        if roles and len(ontology.above(cls)) > 1:
            told = ", ".join(term_label(prop, language) for prop in ontology.roles(cls))
            if told:
                picture.text(edge + 14, box.y + 16, told, "faint", _SMALL)
    return edge


def _colour(ontology: Ontology, cls: NamedNode) -> str:
    """Give the colour that the page of a graph has for a class, or for the nearest class above it."""
    styles = kind_styles()
    names = [local_name(c) for c in (cls, *ontology.above(cls))]
    return next((str(styles[name]["colour"]) for name in names if name in styles), "#999999")


def arrow() -> Markup:
    """Give the head of an arrow, which all pictures of a page share."""
    return Markup(
        '<svg width="0" height="0" aria-hidden="true" class="defs"><defs><marker id="arrow" viewBox="0 0 8 8" refX="7" '
        'refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0,0 L8,4 L0,8 z"/></marker></defs></svg>'
    )
