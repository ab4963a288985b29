"""Dataset → Turtle, TriG, N-Quads. The same triples give the same bytes, whatever order they come in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from kg.vocab import KG, PROV, RDF, RDFS, SKOS, all_prefixes

_SECTIONS = (
    ("Articles", KG.Article),
    ("Entities", KG.Entity),
    ("Situations, in the order of the text, each with its claims", KG.Situation),
    ("Claims", KG.Claim),
    ("Extractions", KG.Extraction),
)
_FIRST = {RDF.type: 0, RDFS.label: 1, SKOS.altLabel: 2, KG.status: 3, KG.wouldBe: 4}
# Classes with others below them, the more general the later: a node's own class comes first.
_GENERAL = (KG.GovernmentBody, KG.Organisation, KG.Statement, KG.Event, KG.State, KG.Situation, KG.Entity)
_GENERAL_PLACES = {cls: place for place, cls in enumerate((*_GENERAL, SKOS.Concept, PROV.Entity), start=1)}
_T = TypeVar("_T", Triple, Quad)


def to_turtle(quads: Iterable[Quad], base: str) -> bytes:
    """Write the union of all graphs as Turtle for people: prefixes, sections, a blank line between subjects.

    Args:
        quads: the dataset.
        base: what data IRIs begin with.
    """
    return to_turtle_triples({quad.triple for quad in quads}, base)


def to_turtle_triples(triples: Iterable[Triple], base: str) -> bytes:
    """Write triples as Turtle for people, as `to_turtle` does."""
    prefixes = all_prefixes(base)
    groups = _ordered(defaultdict(list), set(triples))
    parts = ["".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items())]
    section = None
    for title, found in groups:
        if title != section:
            parts.append(f"# {title}\n")
            section = title
        written = serialize(found, format=RdfFormat.TURTLE, prefixes=prefixes) or b""
        parts.append(_without_prefixes(written.decode()).replace("\t", "    "))
    return "\n".join(parts).encode()


def to_trig(quads: Iterable[Quad], base: str) -> bytes:
    """Write a dataset as TriG: each article's triples in the graph of that article."""
    prefixes = all_prefixes(base)
    by_graph: dict[str, set[Quad]] = defaultdict(set)
    for quad in quads:
        by_graph[str(quad.graph_name)].add(quad)
    parts = ["".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items())]
    for _, found in sorted(by_graph.items()):
        ordered = [quad for _, group in _ordered(defaultdict(list), found) for quad in group]
        written = serialize(ordered, format=RdfFormat.TRIG, prefixes=prefixes) or b""
        parts.append(_without_prefixes(written.decode()).replace("\t", "    "))
    return "\n".join(parts).encode()


def to_nquads(quads: Iterable[Quad]) -> bytes:
    """Write a dataset as N-Quads in canonical form: without blank nodes that is each line once, sorted."""
    written = serialize(set(quads), format=RdfFormat.N_QUADS) or b""
    return b"".join(sorted(written.splitlines(keepends=True)))


def _without_prefixes(written: str) -> str:
    # A literal's line breaks are escaped, so a line that begins so is a prefix.
    return re.sub(r"^@prefix .*\n", "", written, flags=re.MULTILINE)


def _ordered(groups: dict[NamedNode | BlankNode, list[_T]], triples: Iterable[_T]) -> list[tuple[str, list[_T]]]:
    """Group triples by subject, under the titles of sections, in an order that reads well."""
    classes: dict[NamedNode | BlankNode, set[NamedNode]] = defaultdict(set)
    starts: dict[NamedNode | BlankNode, int] = {}
    about: dict[NamedNode | BlankNode, NamedNode] = {}
    for triple in triples:
        subject, value = triple.subject, triple.object
        if not isinstance(subject, NamedNode | BlankNode):
            continue
        groups[subject].append(triple)
        if triple.predicate == RDF.type and isinstance(value, NamedNode):
            classes[subject].add(value)
        elif triple.predicate == KG.start and isinstance(value, Literal) and value.value.isdecimal():
            starts[subject] = int(value.value)
        elif triple.predicate == KG.claims and isinstance(value, NamedNode):
            about[subject] = value
    for claim, situation in about.items():
        starts[situation] = min(starts.get(situation, 10**9), starts.get(claim, 10**9))

    def place(subject: NamedNode | BlankNode) -> tuple[int, int, str, int, str]:
        situation = about.get(subject)
        if situation is not None:  # a claim stands behind its situation
            return 2, starts[situation], situation.value, 1 + starts.get(subject, 0), subject.value
        section = next((i for i, (_, cls) in enumerate(_SECTIONS) if cls in classes[subject]), len(_SECTIONS))
        return section, starts.get(subject, 0), subject.value, 0, ""

    ordered = sorted(groups, key=place)
    titles = [*(title for title, _ in _SECTIONS), "Other"]
    return [(titles[place(subject)[0]], sorted(groups[subject], key=_within)) for subject in ordered]


def _within(triple: Triple | Quad) -> tuple[int, str, int, str]:
    value = triple.object
    number = int(value.value) if isinstance(value, Literal) and re.fullmatch(r"\d{1,9}", value.value) else 0
    if triple.predicate == RDF.type and isinstance(value, NamedNode):
        number = _GENERAL_PLACES.get(value, 0)
    return _FIRST.get(triple.predicate, len(_FIRST)), triple.predicate.value, number, str(value)
