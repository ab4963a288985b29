"""What the ontology says stands above a class."""

from __future__ import annotations

from functools import cache

from pyoxigraph import NamedNode, RdfFormat, parse

from kg.resources import ontology_folder
from kg.vocab import RDFS


@cache
def superclasses(cls: NamedNode) -> frozenset[NamedNode]:
    """Give all classes above a class."""
    above = _direct().get(cls, frozenset())
    return above.union(*(superclasses(upper) for upper in above))


@cache
def _direct() -> dict[NamedNode, frozenset[NamedNode]]:
    found: dict[NamedNode, frozenset[NamedNode]] = {}
    for quad in parse(path=ontology_folder() / "kg.ttl", format=RdfFormat.TURTLE):
        cls, upper = quad.subject, quad.object
        if quad.predicate == RDFS.subClassOf and isinstance(cls, NamedNode) and isinstance(upper, NamedNode):
            found[cls] = found.get(cls, frozenset()) | {upper}
    return found
