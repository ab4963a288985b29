"""Ontology and examples → one HTML page for a language, without scripts, that loads nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Literal

import yaml
from markupsafe import Markup, escape
from pyoxigraph import NamedNode, Quad

from kg.reference.examples import Example, Examples
from kg.reference.ontology import Ontology, read_ontology
from kg.reference.pictures import arrow, overview, tree
from kg.reference.queries import query_of
from kg.templates import environment
from kg.terms import term_label
from kg.vocab import KG, OWL, PREFIXES, RDF, RDFS, SKOS, local_name

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, ...] = ("nl", "en")

# How a term leads to others, in the order of the page: the row, the predicate, and whether to go back by it.
_LINKS = (
    ("superclasses", RDFS.subClassOf, False),
    ("subclasses", RDFS.subClassOf, True),
    ("disjoint", OWL.disjointWith, False),
    ("superproperties", RDFS.subPropertyOf, False),
    ("subproperties", RDFS.subPropertyOf, True),
    ("inverse", OWL.inverseOf, False),
    ("inverse", OWL.inverseOf, True),
    ("from", KG.shortcutFrom, False),
    ("subject", KG.shortcutSubject, False),
    ("object", KG.shortcutObject, False),
    ("status", KG.shortcutStatus, False),
    ("shortcuts", KG.shortcutFrom, True),
)
# The vocabularies that the alignments and superclasses lead to, besides those of `kg.vocab`.
_OTHERS = {
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "time": "http://www.w3.org/2006/time#",
}


@dataclass(frozen=True)
class Entry:
    """What the page shows of one term."""

    name: str
    label: str
    comment: str
    kind: str
    notation: str
    rows: tuple[tuple[str, tuple[NamedNode, ...]], ...]
    roles: tuple[tuple[NamedNode, tuple[NamedNode, ...]], ...]
    shape: tuple[str, ...]
    also: tuple[NamedNode, ...]
    query: str
    matches: tuple[tuple[str, NamedNode], ...]
    example: Example | None


def to_page(graphs: Sequence[Iterable[Quad]], language: Language) -> str:
    """Give the page of the ontology.

    Args:
        graphs: of articles; the example of a term comes from the first that uses it.
        language: ``nl`` or ``en``.
    """
    ontology, words = read_ontology(), _words(language)
    examples = Examples(graphs)
    terms = ontology.terms
    sections = {
        name: [_entry(ontology, examples, term, language) for term in found]
        for name, found in (("classes", terms.classes), ("statuses", terms.statuses), ("properties", terms.properties))
    }
    style = _text("templates/reference.css")
    return (
        environment("kg.reference")
        .get_template("reference.html.jinja")
        .render(
            say=words,
            namespace=KG.iri,
            language=language,
            other=next(other for other in LANGUAGES if other != language),
            style=style,
            policy=f"default-src 'none'; style-src '{_hash(style)}'; base-uri 'none'; form-action 'none'",
            title=ontology.texts(_IRI, _TITLE, language)[0],
            lead=ontology.texts(_IRI, _DESCRIPTION, language)[0],
            version=ontology.texts(_IRI, OWL.versionInfo, language)[0],
            arrow=arrow(),
            pictures=[
                (words["overview"], overview(ontology, language, words["overview"]).to_svg()),
                (words["tree"], tree(ontology, language, words["tree"]).to_svg()),
            ],
            sections=sections,
            link=lambda term: _link(ontology, term, language),
            linked=lambda text: _linked(ontology, text),
        )
    )


_IRI = NamedNode("https://w3id.org/newskg")
_TITLE = NamedNode("http://purl.org/dc/terms/title")
_DESCRIPTION = NamedNode("http://purl.org/dc/terms/description")


def _entry(ontology: Ontology, examples: Examples, term: NamedNode, language: Language) -> Entry:
    # What no article writes (an inverse, kg:Status) is shown by what stands for it.
    near = (*ontology.links(term, OWL.inverseOf), *ontology.back(term, RDFS.range))
    shown = next((example for t in (term, *near) if (example := examples.of(t, language)) is not None), None)
    instance = shown is None or shown.instance
    return Entry(
        name=local_name(term),
        label=term_label(term, language),
        comment=" ".join(ontology.texts(term, RDFS.comment, language)),
        kind=_kind(ontology, term),
        notation=" ".join(ontology.texts(term, SKOS.notation, language)),
        rows=tuple(_rows(ontology, term)),
        roles=tuple(_roles(ontology, term)),
        shape=tuple(ontology.shape(term, language)) if term not in ontology.terms.statuses else (),
        also=tuple(cls for cls in ontology.above(term) if ontology.shape(cls, language)),
        query=query_of(ontology, term, instance=instance),
        matches=tuple(ontology.matches(term)),
        example=shown,
    )


def _kind(ontology: Ontology, term: NamedNode) -> str:
    kinds = ontology.links(term, RDF.type)
    names = (OWL.Class, KG.Status, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    return next(local_name(kind) for kind in names if kind in kinds)


def _rows(ontology: Ontology, term: NamedNode) -> Iterable[tuple[str, tuple[NamedNode, ...]]]:
    for name, predicate, back in _LINKS:
        if found := (ontology.back if back else ontology.links)(term, predicate):
            yield name, tuple(found)
    if term in ontology.terms.properties:
        for name, found in (("domain", ontology.domains(term)), ("range", ontology.ranges(term))):
            if found:
                yield name, tuple(found)


def _roles(ontology: Ontology, term: NamedNode) -> Iterable[tuple[NamedNode, tuple[NamedNode, ...]]]:
    """Give the properties of a class, its own first, under the class that each comes from."""
    if term in ontology.terms.classes:
        for cls in (term, *ontology.above(term)):
            if found := ontology.roles(cls):
                yield cls, tuple(found)


def _link(ontology: Ontology, term: NamedNode, language: str) -> Markup:
    """Give a link to a term: on the page if it is the ontology's own, else to its vocabulary, to read there."""
    terms = ontology.terms
    if term in (*terms.classes, *terms.properties, *terms.statuses):
        return Markup('<a href="#{}" title="kg:{}">{}</a>').format(
            local_name(term), local_name(term), term_label(term, language)
        )
    spaces = {**PREFIXES, **_OTHERS}
    prefix = next((name for name, iri in spaces.items() if term.value == iri + local_name(term)), None)
    shown = f"{prefix}:{local_name(term)}" if prefix else term.value
    return Markup('<a href="{}" rel="noreferrer">{}</a>').format(term.value, shown)


def _linked(ontology: Ontology, text: str) -> Markup:
    """Give a text whose names of terms (``kg:party``) lead to them."""
    terms = ontology.terms
    known = {local_name(term) for term in (*terms.classes, *terms.properties, *terms.statuses)}
    parts = re.split(r"(kg:[A-Za-z0-9]+)", text)
    return Markup("").join(
        Markup('<a href="#{}"><code>{}</code></a>').format(part[3:], part)
        if part.startswith("kg:") and part[3:] in known
        else escape(part)
        for part in parts
    )


@cache
def _words(language: Language) -> Mapping[str, Any]:
    table: dict[str, Any] = yaml.safe_load(_text(f"data/{language}.yaml"))
    return table


def _text(name: str) -> str:
    return (resources.files("kg.reference") / name).read_text("utf-8")


def _hash(source: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}"
