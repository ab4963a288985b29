"""The example of a term: the words of an article in which it is used, and the triples made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, Store, Triple

from kg.export.rdf import to_turtle_triples
from kg.rdf import Nodes
from kg.receipts import Receipt, receipts_of
from kg.terms import shortcuts
from kg.vocab import DEFAULT_BASE, KG, RDF

_HELD = [KG.actual, KG.ended, KG.planned]


class Example(NamedTuple):
    """One situation in which a term is used.

    Attributes:
        receipt: the words that it rests on, and where they stand.
        turtle: the situation, its claim, and what else bears the term.
        instance: whether what bears the term is of its class, and not what only would be.
        first: whether it comes from the first graph.
    """

    receipt: Receipt
    turtle: str
    instance: bool
    first: bool = True


class Examples:
    """Finds the examples of terms in graphs of articles."""

    def __init__(self, graphs: Sequence[Iterable[Quad]]) -> None:
        """Take graphs; an example is taken from the first that has one."""
        self._graphs = [_Graph(quads) for quads in graphs]

    def of(self, term: NamedNode, language: str) -> Example | None:
        """Give the example of a class, property or status, or None where no graph uses it."""
        for place, graph in enumerate(self._graphs):
            if example := graph.example(term, language):
                return example._replace(first=place == 0)
        return None


class _Graph:
    def __init__(self, quads: Iterable[Quad]) -> None:
        triples = {quad.triple for quad in quads}
        self._store = Store()
        self._store.bulk_extend(Quad(t.subject, t.predicate, t.object) for t in triples)
        self._nodes = Nodes(self._store)

    def example(self, term: NamedNode, language: str) -> Example | None:
        anchored = [(self._anchor(triple), triple) for triple in self._uses(term)]
        found = [(situation, triple) for situation, triple in anchored if situation is not None]
        if not found:
            return None
        situation, use = min(found, key=lambda item: self._rank(*item))
        receipt = next(receipts_of(self._nodes, situation, language))
        return Example(receipt, self._turtle(situation, use), use.predicate != KG.wouldBe)

    def _uses(self, term: NamedNode) -> Iterator[Triple]:
        """Give the triples that use a term: as predicate, as class, or as status."""
        yield from (quad.triple for quad in self._store.quads_for_pattern(None, term, None))
        for predicate in (RDF.type, KG.wouldBe, KG.status):
            yield from (quad.triple for quad in self._store.quads_for_pattern(None, predicate, term))

    def _anchor(self, use: Triple) -> NamedNode | None:
        """Give a situation with words, in which what bears the term takes part."""
        subject = use.subject
        if not isinstance(subject, NamedNode):
            return None
        for shortcut in shortcuts():
            if shortcut.property == use.predicate:
                return self._behind(shortcut.situation, shortcut.status, (shortcut.subject, subject), use)
        around = sorted(self._around(subject), key=self._start)
        return next((node for node in around if self._nodes.subjects(KG.claims, node)), None)

    def _behind(
        self, cls: NamedNode, status: NamedNode, role: tuple[NamedNode, NamedNode], use: Triple
    ) -> NamedNode | None:
        for situation in self._nodes.subjects(*role):
            settled = self._nodes.node(situation, KG.status) == status
            if settled and cls in self._nodes.nodes(situation, RDF.type) and use.object in self._values(situation):
                return situation
        return None

    def _values(self, node: NamedNode) -> list[NamedNode | Literal]:
        return [value for _, value in self._nodes.pairs(node)]

    def _around(self, node: NamedNode) -> set[NamedNode]:
        """Give a node itself, what it claims, and what leads to it, with what that claims."""
        leading = (quad.subject for quad in self._store.quads_for_pattern(None, None, node))
        near = {node, *(other for other in leading if isinstance(other, NamedNode))}
        return near | {claimed for other in near for claimed in self._nodes.nodes(other, KG.claims)}

    def _start(self, situation: NamedNode) -> tuple[int, str]:
        claims = self._nodes.subjects(KG.claims, situation)
        return min((self._nodes.number(claim, KG.start) for claim in claims), default=0), situation.value

    def _rank(self, situation: NamedNode, use: Triple) -> tuple[bool, bool, int, bool, int, str]:
        """Put first what is of the class and of none below it, what is so, and what stands early in the article."""
        node = use.subject
        bears = node if isinstance(node, NamedNode) else situation
        only = self._nodes.node(situation, KG.status) not in _HELD
        classes = len(self._nodes.nodes(bears, RDF.type)) if use.predicate == RDF.type else 0
        start, iri = self._start(situation)
        unnamed = not self._is_named(situation, bears)
        return use.predicate == KG.wouldBe, only, classes, unnamed, start, iri + str(use)

    def _is_named(self, situation: NamedNode, node: NamedNode) -> bool:
        quotes = [self._nodes.text(claim, KG.quote) or "" for claim in self._nodes.subjects(KG.claims, situation)]
        return bool(quotes) and self._nodes.label(node) in quotes[0]

    def _turtle(self, situation: NamedNode, use: Triple) -> str:
        claims = self._nodes.subjects(KG.claims, situation)
        claim = use.subject if use.subject in claims else min(claims, key=lambda c: self._nodes.number(c, KG.start))
        shown = {situation, claim, use.subject}
        triples = {use} if use.predicate in {s.property for s in shortcuts()} else set()
        for node in shown - ({use.subject} if triples else set()):
            triples |= {quad.triple for quad in self._store.quads_for_pattern(node, None, None)}
        # The article's text is long: it is shown as the example of kg:text alone.
        kept = [triple for triple in triples if triple.predicate != KG.text or use.predicate == KG.text]
        return _plain(to_turtle_triples(kept, DEFAULT_BASE).decode())


def _plain(turtle: str) -> str:
    """Leave out prefixes and titles of sections."""
    return re.sub(r"^(@prefix|#) .*\n\n?", "", turtle, flags=re.MULTILINE).strip()
