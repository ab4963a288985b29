"""What follows from what is stated: by the rules of OWL 2 RL from the ontology, and by its shortcuts."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Iterator
from typing import Literal as OneOf

import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QueryTriples, RdfFormat, Store, Triple, parse

from kg.errors import StoreError
from kg.resources import ontology_folder
from kg.store.embedded import EmbeddedStore
from kg.vocab import OWL, RDF, RDFS, XSD

Engine = OneOf["reasonable", "owlrl"]
ENGINES: tuple[Engine, ...] = ("reasonable", "owlrl")
"""The reasoners, the faster first."""

_Nodes = tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node]
_LOGIC = (RDF.iri, RDFS.iri, OWL.iri, XSD.iri)


def infer(store: EmbeddedStore, engine: Engine | None = None) -> int:
    """Put what follows from what a store states into its graph of inferred triples, in place of what was there.

    Args:
        store: a store opened for changes.
        engine: the reasoner; by default the fastest that is installed.

    Returns:
        The number of inferred triples.

    Raises:
        StoreError: there is no reasoner, or the store cannot be written.
    """
    found = conclusions((quad.triple for quad in store.quads()), engine)
    store.infer(Quad(triple.subject, triple.predicate, triple.object) for triple in found)
    return len(found)


def conclusions(stated: Iterable[Triple], engine: Engine | None = None) -> list[Triple]:
    """Draw conclusions from triples and the ontology.

    Args:
        stated: the triples.
        engine: the reasoner; by default the fastest that is installed.

    Returns:
        New triples, sorted: about things that have a class in what is stated, and leading to a class, or to a literal
        or IRI of what is stated. What holds of everything (``owl:Thing``), statements about the logical vocabulary, and
        repetitions with an outside name of the same thing (``owl:sameAs``) are left out.

    Raises:
        StoreError: there is no reasoner.
    """
    known = set(stated)
    ontology = {quad.triple for quad in parse(path=ontology_folder() / "kg.ttl", format=RdfFormat.TURTLE)}
    shortcuts = set(_shortcuts(known | ontology))
    drawn = _closure(known | ontology | shortcuts, engine or _installed())
    tells = _Sieve(known)
    return sorted((triple for triple in drawn | shortcuts if triple not in known and tells(triple)), key=str)


class _Sieve:
    """Tells of a conclusion whether it says something about the data."""

    def __init__(self, stated: set[Triple]) -> None:
        self._things = {triple.subject for triple in stated if triple.predicate == RDF.type}
        same = {triple.object for triple in stated if triple.predicate == OWL.sameAs}
        self._aliases = same - self._things
        self._values = {triple.object for triple in stated} - self._aliases

    def __call__(self, triple: Triple) -> bool:
        subject, predicate, value = triple.subject, triple.predicate, triple.object
        if subject not in self._things or isinstance(subject, BlankNode) or subject == value:
            return False
        if predicate == RDF.type:
            return isinstance(value, NamedNode) and not value.value.startswith(_LOGIC)
        if predicate.value.startswith(_LOGIC) and predicate != OWL.sameAs:
            return False
        return value in self._things or value in self._values


def _shortcuts(triples: Iterable[Triple]) -> Iterator[Triple]:
    store = Store()
    store.bulk_extend(Quad(triple.subject, triple.predicate, triple.object) for triple in triples)
    query = (ontology_folder() / "shortcuts.rq").read_text(encoding="utf-8")
    found = store.query(query)
    assert isinstance(found, QueryTriples)  # noqa: S101  # it is a CONSTRUCT
    yield from found


def _installed() -> Engine:
    for engine in ENGINES:
        if importlib.util.find_spec(engine) is not None:
            return engine
    raise StoreError(f"no reasoner is installed: pip install {' or '.join(ENGINES)}")


def _closure(triples: set[Triple], engine: Engine) -> set[Triple]:
    """Give all that follows by OWL 2 RL, what is given included."""
    if importlib.util.find_spec(engine) is None:
        raise StoreError(f"the reasoner is not installed: pip install {engine}")
    terms = _Terms()
    given = [terms.there(triple) for triple in triples]
    return set(terms.back(_by_reasonable(given) if engine == "reasonable" else _by_owlrl(given)))


def _by_reasonable(given: list[_Nodes]) -> Iterable[_Nodes]:
    from reasonable import PyReasoner

    reasoner = PyReasoner()
    reasoner.from_graph(given)
    found: list[_Nodes] = reasoner.reason()
    return found


def _by_owlrl(given: list[_Nodes]) -> Iterable[_Nodes]:
    import owlrl

    graph = rdflib.Graph()
    for triple in given:
        graph.add(triple)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


class _Terms:
    """The way to rdflib's terms, which the reasoners take, and back to the very same terms of ours."""

    def __init__(self) -> None:
        self._there: dict[object, rdflib.term.Node] = {}
        self._back: dict[tuple[str, ...], NamedNode | BlankNode | Literal] = {}

    def there(self, triple: Triple) -> _Nodes:
        """Give a triple in rdflib's terms."""
        return self._node(triple.subject), self._node(triple.predicate), self._node(triple.object)

    def back(self, triples: Iterable[_Nodes]) -> Iterator[Triple]:
        """Give triples in our terms: those whose nodes and literals were there before, each spelt as it was."""
        for nodes in triples:
            subject, predicate, value = (self._back.get(_key(node)) for node in nodes)
            if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and value is not None:
                yield Triple(subject, predicate, value)

    def _node(self, term: NamedNode | BlankNode | Literal | Triple) -> rdflib.term.Node:
        if term not in self._there:
            if isinstance(term, Triple):
                raise StoreError("a reasoner cannot read RDF 1.2's triple terms")
            node = self._there[term] = _node(term)
            self._back.setdefault(_key(node), term)
        return self._there[term]


def _node(term: NamedNode | BlankNode | Literal) -> rdflib.term.Node:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if term.language is not None:
        return rdflib.Literal(term.value, lang=term.language)
    return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value), normalize=False)


def _key(node: rdflib.term.Node) -> tuple[str, ...]:
    if isinstance(node, rdflib.Literal):
        return str(node), (node.language or "").lower(), str(node.datatype or XSD.string.value)
    return (str(node),)
