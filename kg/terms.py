"""What the ontology (``kg.ttl``) says of its own terms."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.resources import ontology_folder
from kg.vocab import KG, RDFS, local_name


class Shortcut(NamedTuple):
    """How a shortcut comes about, as the ontology declares it.

    Attributes:
        property: the shortcut: ``kg:backs``.
        situation: the class of situations that it stands for: ``kg:Backing``.
        subject: the role that gives its subject: ``kg:backer``.
        object: the role that gives its object: ``kg:backed``.
        status: the status that the situation has: ``kg:actual``.
    """

    property: NamedNode
    situation: NamedNode
    subject: NamedNode
    object: NamedNode
    status: NamedNode


@cache
def _ontology() -> tuple[Quad, ...]:
    return tuple(parse(path=ontology_folder() / "kg.ttl", format=RdfFormat.TURTLE))


@cache
def shortcuts() -> tuple[Shortcut, ...]:
    """Give the shortcuts that the ontology declares, in the order of their names."""
    found: dict[NamedNode, dict[NamedNode, NamedNode]] = {}
    for quad in _ontology():
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            found.setdefault(quad.subject, {})[quad.predicate] = quad.object
    return tuple(
        Shortcut(
            term, said[KG.shortcutFrom], said[KG.shortcutSubject], said[KG.shortcutObject], said[KG.shortcutStatus]
        )
        for term, said in sorted(found.items(), key=lambda item: item[0].value)
        if KG.shortcutFrom in said
    )


@cache
def term_labels() -> dict[NamedNode, dict[str, str]]:
    """Give the label of each term of the ontology, by language."""
    labels: dict[NamedNode, dict[str, str]] = {}
    for quad in _ontology():
        term, label = quad.subject, quad.object
        if quad.predicate == RDFS.label and isinstance(term, NamedNode) and isinstance(label, Literal):
            labels.setdefault(term, {})[label.language or ""] = label.value
    return labels


def term_label(term: NamedNode, language: str) -> str:
    """Give the label of a term in a language, else in English, else the end of its IRI."""
    labels = term_labels().get(term, {})
    return labels.get(language.split("-")[0].lower()) or labels.get("en") or local_name(term)


@cache
def term_comments(language: str) -> dict[NamedNode, str]:
    """Give what each term means, in a language."""
    return {
        quad.subject: quad.object.value
        for quad in _ontology()
        if quad.predicate == RDFS.comment
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, Literal)
        and quad.object.language == language
    }
