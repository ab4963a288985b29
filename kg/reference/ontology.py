"""What ``kg.ttl``, ``shapes.ttl`` and ``alignments.ttl`` say of each term."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat, Store, parse

from kg.resources import ontology_folder
from kg.vocab import KG, OWL, RDF, RDFS, SCHEMA, SKOS, local_name

_SH = "PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
# What stands in a shape of its own name is told where its property is described, not at the class.
_OF_CLASS = """SELECT DISTINCT ?message WHERE {
  ?shape sh:targetClass|sh:targetNode ?term ; sh:property? ?part . ?part sh:message ?message
  FILTER (isBlank(?part) || ?part = ?shape) }"""
_OF_PROPERTY = """SELECT DISTINCT ?message WHERE {
  { ?part (sh:or/rdf:rest*/rdf:first)?/sh:path/(sh:alternativePath/rdf:rest*/rdf:first)? ?term }
  UNION { ?part sh:path/sh:inversePath ?term FILTER NOT EXISTS { ?part sh:node ?any } }
  UNION { ?shape sh:targetSubjectsOf ?term ; sh:property ?part }
  ?part sh:message ?message }"""
_MATCHES = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch)
_PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


@dataclass(frozen=True)
class Terms:
    """The terms of the ontology, each kind in the order of the file."""

    classes: tuple[NamedNode, ...]
    properties: tuple[NamedNode, ...]
    statuses: tuple[NamedNode, ...]


class Ontology:
    """The ontology, its shapes and its alignments."""

    def __init__(self) -> None:
        folder = ontology_folder()
        self._order: dict[object, int] = {}
        self._store, self._shapes = Store(), Store()
        for name, store in (("kg.ttl", self._store), ("alignments.ttl", self._store), ("shapes.ttl", self._shapes)):
            for quad in parse(path=folder / name, format=RdfFormat.TURTLE):
                self._order.setdefault(quad.subject, len(self._order))
                if isinstance(quad.object, Literal):
                    self._order.setdefault(quad.object, len(self._order))
                store.add(quad)

    @property
    def store(self) -> Store:
        """The triples of the ontology and its alignments."""
        return self._store

    @cached_property
    def terms(self) -> Terms:
        """The terms that are the ontology's own."""
        properties = [term for kind in _PROPERTIES for term in self._of_class(kind)]
        return Terms(
            tuple(self._of_class(OWL.Class)),
            tuple(sorted(properties, key=self._place)),
            tuple(self._of_class(KG.Status)),
        )

    def _of_class(self, cls: NamedNode) -> list[NamedNode]:
        found = [quad.subject for quad in self._store.quads_for_pattern(None, RDF.type, cls)]
        ours = [term for term in found if isinstance(term, NamedNode) and term.value.startswith(KG.iri)]
        return sorted(ours, key=self._place)

    def _place(self, node: object) -> tuple[int, str]:
        return self._order.get(node, len(self._order)), str(node)

    def texts(self, term: NamedNode, predicate: NamedNode, language: str) -> list[str]:
        """Give what a term has as texts in a language, or without one."""
        values = (quad.object for quad in self._store.quads_for_pattern(term, predicate, None))
        return sorted(v.value for v in values if isinstance(v, Literal) and (v.language or language) == language)

    def links(self, term: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        """Give the nodes that a term leads to, in the order of the file."""
        values = [quad.object for quad in self._store.quads_for_pattern(term, predicate, None)]
        return sorted((value for value in values if isinstance(value, NamedNode)), key=self._place)

    def back(self, term: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        """Give the nodes that lead to a term, in the order of the file."""
        values = [quad.subject for quad in self._store.quads_for_pattern(None, predicate, term)]
        return sorted((value for value in values if isinstance(value, NamedNode)), key=self._place)

    def above(self, cls: NamedNode) -> list[NamedNode]:
        """Give the ontology's own classes above a class, the nearest first."""
        found: list[NamedNode] = []
        waiting = [cls]
        while waiting:
            for parent in self.links(waiting.pop(0), RDFS.subClassOf):
                if parent in self.terms.classes and parent not in found:
                    found.append(parent)
                    waiting.append(parent)
        return found

    def root(self, cls: NamedNode) -> NamedNode:
        """Give the highest of the classes above a class, or the class itself."""
        return next(iter(self.above(cls)[::-1]), cls)

    def roles(self, cls: NamedNode) -> list[NamedNode]:
        """Give the properties that the ontology says are used with a class itself."""
        return [p for p in self.terms.properties if cls in self.domains(p)]

    def domains(self, prop: NamedNode) -> list[NamedNode]:
        """Give the classes that a property is used with: what ``schema:domainIncludes`` names, else its domain."""
        return self.links(prop, SCHEMA.domainIncludes) or self.links(prop, RDFS.domain)

    def ranges(self, prop: NamedNode) -> list[NamedNode]:
        """Give the classes or datatypes of a property's values."""
        return self.links(prop, SCHEMA.rangeIncludes) or self.links(prop, RDFS.range)

    def matches(self, term: NamedNode) -> list[tuple[str, NamedNode]]:
        """Give the alignments of a term: how near the other term is, and that term."""
        return [(local_name(kind), other) for kind in _MATCHES for other in self.links(term, kind)]

    def shape(self, term: NamedNode, language: str) -> list[str]:
        """Give what the shapes ask of a term, in words, in the order of the file."""
        query = _OF_CLASS if term in self.terms.classes else _OF_PROPERTY
        found = self._shapes.query(_SH + query.replace("?term", str(term)))
        assert isinstance(found, QuerySolutions)  # noqa: S101 - for the type checker: a SELECT
        messages = [row["message"] for row in found]
        told = [m for m in messages if isinstance(m, Literal) and m.language == language]
        return [message.value for message in sorted(told, key=self._place)]


@cache
def read_ontology() -> Ontology:
    """Read the ontology that comes with kg."""
    return Ontology()
