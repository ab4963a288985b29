"""Receipts that hold: quotes are in their articles, texts are those that were read, shortcuts have a situation."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad, QueryTriples, RdfFormat, Store

from kg.rdf import Nodes
from kg.resources import ontology_folder
from kg.terms import shortcuts
from kg.vocab import KG


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        node: the IRI of the situation, claim, entity … that it is about.
        label: what that is called.
        path: the property that it is about; None where it is about the node itself.
        value: the value that is wrong, if there is one.
        message: what is wrong, and what to do.
    """

    node: str
    label: str
    path: str | None
    value: str | None
    message: str

    def __str__(self) -> str:
        value = f" (found {self.value})" if self.value else ""
        return f"{self.label} <{self.node}>: {self.message}{value}"


_MESSAGES = {
    "text": (
        "The text is not the one whose kg:sha256 the article has.",
        "De tekst is niet die waarvan het artikel de kg:sha256 heeft.",
    ),
    "quote": (
        "The article does not have the words of kg:quote at {start}–{end}: cut them from its kg:text.",
        "Het artikel heeft de woorden van kg:quote niet op {start}–{end}: knip ze uit zijn kg:text.",
    ),
    "forged": (
        "No situation in the graph stands behind this edge: remove it, or add its situation.",
        "Achter deze relatie staat geen situatie in de graaf: verwijder haar, of voeg haar situatie toe.",
    ),
    "lost": (
        "A situation that is actual asks for this edge, which is not there: add it.",
        "Een werkelijke situatie vraagt om deze relatie, die er niet is: voeg haar toe.",
    ),
}


def receipt_problems(quads: Iterable[Quad], language: str = "en") -> Iterator[Problem]:
    """Give what is wrong with the receipts of a graph.

    Of an article without ``kg:text`` (``--no-text``) the quotes cannot be checked.

    Args:
        quads: the graph.
        language: ``en`` or ``nl``, of the messages.
    """
    quads = list(quads)
    nodes = Nodes(quads)
    said = {name: messages[language == "nl"] for name, messages in _MESSAGES.items()}
    for article in nodes.of_class(KG.Article):
        yield from _article_problems(nodes, article, said)
    yield from _shortcut_problems(nodes, quads, said)


def _article_problems(nodes: Nodes, article: NamedNode, said: dict[str, str]) -> Iterator[Problem]:
    text = nodes.text(article, KG.text)
    if text is None:
        return
    if hashlib.sha256(text.encode()).hexdigest() != nodes.text(article, KG.sha256):
        yield _problem(nodes, article, KG.sha256, None, said["text"])
    for claim in nodes.subjects(KG.inArticle, article):
        quote = nodes.text(claim, KG.quote)
        start, end = nodes.number(claim, KG.start), nodes.number(claim, KG.end)
        if quote is not None and text[start:end] != quote:
            yield _problem(nodes, claim, KG.quote, quote, said["quote"].format(start=start, end=end))


def _shortcut_problems(nodes: Nodes, quads: list[Quad], said: dict[str, str]) -> Iterator[Problem]:
    known = {shortcut.property for shortcut in shortcuts()}
    there = {quad.triple for quad in quads if quad.predicate in known}
    store = Store()
    store.load(path=ontology_folder() / "kg.ttl", format=RdfFormat.TURTLE)
    store.bulk_extend(Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    construct = (ontology_folder() / "shortcuts.rq").read_text(encoding="utf-8")
    found = store.query(construct)
    grounded = set(found) if isinstance(found, QueryTriples) else set()
    for triple in there - grounded:
        if isinstance(triple.subject, NamedNode):
            yield _problem(nodes, triple.subject, triple.predicate, str(triple.object), said["forged"])
    for triple in grounded - there:
        if isinstance(triple.subject, NamedNode):
            yield _problem(nodes, triple.subject, triple.predicate, str(triple.object), said["lost"])


def _problem(nodes: Nodes, node: NamedNode, path: NamedNode, value: str | None, message: str) -> Problem:
    return Problem(node=node.value, label=nodes.label(node), path=path.value, value=value, message=message)
