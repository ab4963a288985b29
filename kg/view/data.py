"""Dataset → everything that a page carries, as plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from kg.export.networks import to_networkx
from kg.rdf import Nodes
from kg.view.drawing import MOST_DRAWN, Drawing, term_table
from kg.view.facts import Plain, Shorten, articles_of, facts_of, labels_of
from kg.view.styles import kind_styles, status_styles
from kg.vocab import KG

LANGUAGES = ("nl", "en")


@dataclass(frozen=True)
class PageData:
    """What a page carries.

    Attributes:
        nodes: what can be drawn, each with its ``id``, and its place in both views.
        edges: what can be drawn between them, each with its ``id`` and ``view``.
        rest: facts, articles, labels and styles.
        language: of the page: ``nl`` or ``en``.
        title: of the page.
    """

    nodes: list[Plain]
    edges: list[Plain]
    rest: Plain
    language: str
    title: str


def page_data(quads: Iterable[Quad], language: str | None = None) -> PageData:
    """Give what a page carries.

    Args:
        quads: the dataset.
        language: of the page, ``nl`` or ``en``; None takes that of most articles.
    """
    quads = list(quads)
    nodes = Nodes(quads)
    base = _base(nodes)

    def shorten(iri: str) -> str:
        return iri.removeprefix(base)

    network = to_networkx(quads, "situations")
    drawing = Drawing(nodes, network, shorten)
    facts, articles = facts_of(nodes, network, shorten), articles_of(nodes, shorten)
    language = language or _language(articles)
    communities = {view: _shortened(found, shorten) for view, found in drawing.communities.items()}
    rest = {
        "base": base,
        "language": language,
        "facts": facts,
        "articles": articles,
        "names": _sources(nodes, network.nodes, shorten),
        "kinds": kind_styles(),
        "statuses": status_styles(),
        "terms": term_table(
            {fact["type"] for fact in facts} | {edge["relation"] for edge in drawing.edges} | _roles(facts)
        ),
        "communities": communities,
        "mostDrawn": MOST_DRAWN,
    }
    drawn = [{"id": shorten(iri), **node} for iri, node in drawing.nodes.items()]
    return PageData(drawn, drawing.edges, rest, language, _title(articles, language))


def _base(nodes: Nodes) -> str:
    """Give what the IRIs of all that is shown begin with, up to a slash: it need not be repeated in each."""
    shown = [node.value for cls in (KG.Entity, KG.Situation, KG.Article) for node in nodes.of_class(cls)]
    first, last = min(shown, default=""), max(shown, default="")
    same = next((i for i, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))
    return first[: first.rfind("/", 0, same) + 1]


def _roles(facts: list[Plain]) -> set[str]:
    return {role for fact in facts for role, _ in fact.get("roles", ())} | {
        word for fact in facts for word in fact.get("words", ())
    }


def _sources(nodes: Nodes, drawn: Iterable[str], shorten: Shorten) -> Plain:
    """Give the names of sources that are not drawn."""
    known = set(drawn)
    found: Plain = {}
    for claim in nodes.of_class(KG.Claim):
        for who in (*nodes.nodes(claim, KG.attributedTo), *nodes.nodes(claim, KG.via)):
            if who.value not in known:
                found[shorten(who.value)] = labels_of(nodes, NamedNode(who.value))
    return found


def _shortened(communities: Plain, shorten: Shorten) -> Plain:
    return {
        name: group | {"members": [shorten(iri) for iri in group["members"]]} for name, group in communities.items()
    }


def _language(articles: list[Plain]) -> str:
    counted = Counter(article.get("language", "").split("-")[0].lower() for article in articles)
    most = max(counted, key=lambda tag: (counted[tag], tag), default="en")
    return most if most in LANGUAGES else "en"


def _title(articles: list[Plain], language: str) -> str:
    if len(articles) == 1:
        return str(articles[0]["title"])
    return f"{len(articles)} {'artikelen' if language == 'nl' else 'articles'}"
