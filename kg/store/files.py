"""Files of RDF → graphs to put into a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from kg.errors import StoreError
from kg.rdf import read_quads
from kg.store.changes import Part
from kg.vocab import KG, RDF


def chunks_of(parts: Iterable[Part], size: int) -> Iterator[list[Part]]:
    """Give parts together until they have so many quads."""
    chunk: list[Part] = []
    held = 0
    for part in parts:
        chunk.append(part)
        held += len(part.quads)
        if held >= size:
            yield chunk
            chunk, held = [], 0
    if chunk:
        yield chunk


def parts_of_file(path: Path, graph: NamedNode | None, size: int) -> Iterator[Part]:
    """Give the graphs in a file of RDF; a graph whose quads do not lie together comes in several parts.

    Args:
        path: the file, or a folder of files.
        graph: where triples go that are in no graph; by default to the article that they are about.
        size: so many quads are held in memory at a time.

    Raises:
        GraphFileError: it cannot be read.
        StoreError: triples in no graph are about no article, or several.
    """
    seen: set[NamedNode] = set()
    home = graph
    quads = read_quads(path)
    while batch := list(islice(quads, size)):
        gathered: dict[NamedNode, list[Quad]] = {}
        for name, found in groupby(batch, attrgetter("graph_name")):
            if isinstance(name, NamedNode):
                gathered.setdefault(name, []).extend(found)
            else:
                home = home or _only_article(path)
                gathered.setdefault(home, []).extend(in_graph(quad, home) for quad in found)
        yield from (Part(name, quads, name not in seen) for name, quads in gathered.items())
        seen.update(gathered)


def _only_article(path: Path) -> NamedNode:
    """Give the article that the triples of a file are about."""
    articles = {quad.subject for quad in read_quads(path) if quad.predicate == RDF.type and quad.object == KG.Article}
    names = [name for name in articles if isinstance(name, NamedNode)]
    if len(names) != 1:
        problem = f"has triples in no graph, about {len(names)} articles"
        raise StoreError(f"{problem}: load TriG or N-Quads, or name a graph with --graph", file=path)
    return names[0]


def in_graph(quad: Quad, graph: NamedNode) -> Quad:
    """Give a quad as one of a graph."""
    return quad if quad.graph_name == graph else Quad(quad.subject, quad.predicate, quad.object, graph)
