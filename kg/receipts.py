"""Why the graph says something: the exact words behind it, who said them, and how certain it is."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kg.errors import QueryError, UnknownNameError
from kg.export.networks import claims_of, situation_type
from kg.rdf import Nodes
from kg.terms import shortcuts, term_labels
from kg.vocab import KG, RDF, RDFS, SCHEMA, SKOS, all_prefixes, local_name


@dataclass(frozen=True)
class Receipt:
    """One claim: the words, and what they are said to show.

    Attributes:
        situation: the IRI of the situation.
        label: its title.
        type: the name of its class, or of the class that it would be of.
        status: what these words claim: ``actual``, ``planned`` …
        quote: the exact words.
        start: where they begin in the article's text: an offset in code points.
        end: where they end, exclusive.
        article: the article's id.
        attributed_to: who vouches for them; empty when the article itself says so.
        via: who passed them on.
        date: when the situation is, as far as is known: ``2025-07-10``, ``2025-06-30/2025-07-06``, ``2022``.
    """

    situation: str
    label: str
    type: str
    status: str
    quote: str
    start: int
    end: int
    article: str
    attributed_to: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    date: str | None = None


def why(
    quads: Iterable[Quad],
    subject: str,
    predicate: str | None = None,
    object_: str | None = None,
    *,
    base: str,
    language: str = "nl",
) -> list[Receipt]:
    """Give the words behind what a graph says of something.

    Args:
        quads: the graph.
        subject: an entity or situation: its IRI, prefixed name, label or another of its names.
        predicate: a shortcut or role: its IRI, prefixed name, bare name or label (``kg:backs``, ``backs``, ``steunt``).
        object_: what it leads to, named as the subject is.
        base: what data IRIs begin with.
        language: of the labels, where there is a choice.

    Returns:
        The receipts, in the order of articles and their texts. Without a predicate: of all that the subject takes part
        in, or that rests on its word.

    Raises:
        QueryError: the graph knows nothing of that name, or the ontology no such predicate.
    """
    nodes = Nodes(quads)
    finder = Finder(nodes, base)
    subjects = finder.nodes(subject)
    objects = finder.nodes(object_) if object_ is not None else None
    prop = finder.predicate(predicate) if predicate is not None else None
    situations = [s for s in nodes.of_class(KG.Situation) if _behind(nodes, s, subjects, prop, objects)]
    receipts = [receipt for situation in situations for receipt in receipts_of(nodes, situation, language)]
    return sorted(receipts, key=lambda receipt: (receipt.article, receipt.start, receipt.situation))


def _behind(
    nodes: Nodes,
    situation: NamedNode,
    subjects: set[NamedNode],
    predicate: NamedNode | None,
    objects: set[NamedNode] | None,
) -> bool:
    if predicate is None:
        return situation in subjects or any(value in subjects for _, value in _roles(nodes, situation))
    for shortcut in shortcuts():
        if shortcut.property == predicate:
            held = nodes.node(situation, KG.status) == shortcut.status
            of_class = shortcut.situation in nodes.nodes(situation, RDF.type)
            first = subjects & set(nodes.nodes(situation, shortcut.subject))
            other = set(nodes.nodes(situation, shortcut.object)) - (first if len(first) == 1 else set())
            return held and of_class and bool(first) and bool(other & objects if objects is not None else other)
    fillers = {value for role, value in _roles(nodes, situation) if role == predicate}
    everybody = {value for _, value in _roles(nodes, situation)} | {situation}
    if objects is None:
        return bool(fillers) and bool(everybody & subjects)
    return bool(fillers & objects) and bool(everybody & subjects)


def _roles(nodes: Nodes, situation: NamedNode) -> Iterator[tuple[NamedNode, NamedNode]]:
    """Give the roles of a situation, and the sources of its claims."""
    for role, value in nodes.pairs(situation):
        if isinstance(value, NamedNode) and role not in (RDF.type, KG.status, KG.wouldBe):
            yield role, value
            if role == KG.office:
                yield from ((KG.officeOf, organisation) for organisation in nodes.nodes(value, KG.officeOf))
    for claim in nodes.subjects(KG.claims, situation):
        for role in (KG.attributedTo, KG.via):
            for value in nodes.nodes(claim, role):
                yield role, value


def receipts_of(nodes: Nodes, situation: NamedNode, language: str) -> Iterator[Receipt]:
    """Give the words behind a situation, in the order of articles and their texts."""
    for claim in claims_of(nodes, situation):
        article = nodes.node(claim, KG.inArticle)
        status = nodes.node(claim, KG.claimedStatus)
        yield Receipt(
            situation=situation.value,
            label=nodes.label(situation, language),
            type=situation_type(nodes, situation),
            status=local_name(status) if status else "",
            quote=nodes.text(claim, KG.quote) or "",
            start=nodes.number(claim, KG.start),
            end=nodes.number(claim, KG.end),
            article=(nodes.text(article, SCHEMA.identifier) or nodes.label(article)) if article else "",
            attributed_to=tuple(nodes.label(who, language) for who in nodes.nodes(claim, KG.attributedTo)),
            via=tuple(nodes.label(who, language) for who in nodes.nodes(claim, KG.via)),
            date=_date(nodes, situation),
        )


def _date(nodes: Nodes, situation: NamedNode) -> str | None:
    for role in (KG.date, KG.startDate):
        if known := nodes.text(situation, role):
            return known
    bounds = [nodes.text(situation, role) for role in (KG.notBefore, KG.notAfter)]
    return "/".join(bound or ".." for bound in bounds) if any(bounds) else None


class Finder:
    """Finds nodes and properties by what people call them."""

    def __init__(self, nodes: Nodes, base: str) -> None:
        self._nodes = nodes
        self._prefixes = all_prefixes(base)
        self._names: dict[str, set[NamedNode]] = {}
        self._written: dict[str, str] = {}
        for node in nodes:
            for role in (RDFS.label, SKOS.altLabel):
                for label in nodes.literals(node, role):
                    self._names.setdefault(label.value.casefold(), set()).add(node)
                    self._written.setdefault(label.value.casefold(), label.value)

    def nodes(self, name: str) -> set[NamedNode]:
        """Find the nodes of a name.

        Raises:
            QueryError: the graph knows none; near matches are named.
        """
        iri = self._iri(name)
        if iri is not None and iri in self._nodes:
            return {iri}
        if found := self._names.get(name.casefold()):
            return found
        words = re.compile(rf"(?<!\w){re.escape(name.casefold())}(?!\w)")
        close = [known for known in self._names if words.search(known) and self._entities(known)]
        fits = {node for known in close for node in self._entities(known)}
        if len(fits) == 1:  # "Macron" is no name of anything else
            return fits
        close = close or difflib.get_close_matches(name.casefold(), self._names, n=3)
        near = " or ".join(repr(self._written[known]) for known in close[:5])
        hint = f": did you mean {near}?" if near else "; kg analyse lists who is in it"
        raise UnknownNameError(f"the graph knows nothing by the name {name!r}{hint}")

    def _entities(self, known: str) -> set[NamedNode]:
        return {node for node in self._names[known] if KG.Entity in self._nodes.nodes(node, RDF.type)}

    def entities(self, name: str) -> set[NamedNode]:
        """Find the entities of a name.

        Raises:
            QueryError: the graph knows none; near matches are named.
        """
        found = {node for node in self.nodes(name) if KG.Entity in self._nodes.nodes(node, RDF.type)}
        if not found:
            raise QueryError(f"{name!r} is no entity: give the name of a person, an organisation, a country …")
        return found

    def predicate(self, name: str) -> NamedNode:
        """Find the property of a name."""
        iri = self._iri(name)
        labels = term_labels()
        for term, known in labels.items():
            if (
                term == iri
                or local_name(term) == name
                or name.casefold() in {label.casefold() for label in known.values()}
            ):
                return term
        names = [local_name(term) for term in labels if local_name(term)[:1].islower()]
        close = difflib.get_close_matches(name, names, n=3)
        hint = f": did you mean {' or '.join(close)}?" if close else "; kg types lists the roles"
        raise QueryError(f"the ontology has no property {name!r}{hint}")

    def _iri(self, name: str) -> NamedNode | None:
        prefix, colon, local = name.partition(":")
        iri = self._prefixes[prefix] + local if colon and prefix in self._prefixes else name.strip("<>")
        try:
            return NamedNode(iri)
        except ValueError:
            return None
