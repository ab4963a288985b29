"""Dataset → plain data of what the page tells: facts with their claims, and articles."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable
from typing import Any

from pyoxigraph import Literal, NamedNode

from kg.export.networks import Network, claims_of
from kg.rdf import Nodes
from kg.view.classes import superclasses
from kg.vocab import KG, PROV, RDF, RDFS, SCHEMA, local_name

Plain = dict[str, Any]
Shorten = Callable[[str], str]

_WORDS = ("content", "topic", "medium", "purpose", "qualifier", "amount")
_TIMES = {"date": KG.date, "start": KG.startDate, "end": KG.endDate, "words": KG.dateText}
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def facts_of(nodes: Nodes, network: Network, shorten: Shorten) -> list[Plain]:
    """Give the situations of a network as facts, in the order of articles and their texts.

    Args:
        nodes: the dataset.
        network: its network of situations.
        shorten: makes an IRI the page's id.
    """
    found = []
    for situation in nodes.of_class(KG.Situation):
        claims = [_claim(nodes, claim, shorten) for claim in claims_of(nodes, situation)]
        first = claims[0] if claims else {"article": "", "start": 0}
        found.append(
            ((first["article"], first["start"], situation.value), _fact(nodes, network, situation, shorten, claims))
        )
    return [fact for _, fact in sorted(found, key=lambda pair: pair[0])]


def _fact(nodes: Nodes, network: Network, situation: NamedNode, shorten: Shorten, claims: list[Plain]) -> Plain:
    attributes = network.nodes[situation.value]
    roles = [[edge["relation"], shorten(filler)] for _, filler, edge in network.out_edges(situation.value, data=True)]
    return filled(
        {
            "id": shorten(situation.value),
            "type": attributes["type"],
            "kind": situation_kind(nodes, situation),
            "status": attributes["status"],
            "label": labels_of(nodes, situation),
            "roles": sorted(roles),
            "words": {name: found for name in _WORDS if (found := _texts(nodes.literals(situation, KG[name])))},
            "time": filled({name: nodes.text(situation, role) for name, role in _TIMES.items()}),
            "when": _bounds(nodes.text(situation, KG.notBefore), nodes.text(situation, KG.notAfter)),
            "claims": claims,
        }
    )


def situation_kind(nodes: Nodes, situation: NamedNode) -> str:
    """Tell whether a situation is, or would be, an event or a state."""
    kinds = {*nodes.nodes(situation, RDF.type), *nodes.nodes(situation, KG.wouldBe)}
    above = kinds | {upper for kind in kinds for upper in superclasses(kind)}
    return next((name for name in ("State", "Event") if KG[name] in above), "Situation")


def _claim(nodes: Nodes, claim: NamedNode, shorten: Shorten) -> Plain:
    article, status = nodes.node(claim, KG.inArticle), nodes.node(claim, KG.claimedStatus)
    extraction = nodes.node(claim, PROV.wasGeneratedBy)
    start, end = _place(nodes, claim, article)
    return filled(
        {
            "article": shorten(article.value) if article else "",
            "start": start,
            "end": end,
            "quote": nodes.text(claim, KG.quote),
            "status": local_name(status) if status else None,
            "by": [shorten(who.value) for who in nodes.nodes(claim, KG.attributedTo)],
            "via": [shorten(who.value) for who in nodes.nodes(claim, KG.via)],
            "confidence": _share(nodes.text(claim, KG.confidence)),
            "method": nodes.text(extraction, KG.method) if extraction else None,
        },
        keep=("article", "start", "end"),
    )


def _place(nodes: Nodes, claim: NamedNode, article: NamedNode | None) -> tuple[int, int]:
    """Give where the words of a claim stand; of words that are not there, or more than once elsewhere, nothing."""
    start, end, quote = nodes.number(claim, KG.start), nodes.number(claim, KG.end), nodes.text(claim, KG.quote)
    text = nodes.text(article, KG.text) if article else None
    if text is None or quote is None or text[start:end] == quote:
        return start, end
    found = text.find(quote)
    return (found, found + len(quote)) if found >= 0 and text.count(quote) == 1 else (0, 0)


def _share(text: str | None) -> float | None:
    """Read a number from 0 to 1; a page's JSON knows no NaN."""
    known = text is not None and re.fullmatch(r"[01](\.[0-9]{1,15})?", text)
    return float(text) if text is not None and known and float(text) <= 1 else None


def articles_of(nodes: Nodes, shorten: Shorten) -> list[Plain]:
    """Give the articles, the oldest first."""
    found = [_article(nodes, article, shorten) for article in nodes.of_class(KG.Article)]
    return sorted(found, key=lambda article: (article.get("date", ""), article["id"]))


def _article(nodes: Nodes, article: NamedNode, shorten: Shorten) -> Plain:
    date, publisher = nodes.text(article, SCHEMA.datePublished), nodes.node(article, SCHEMA.publisher)
    return filled(
        {
            "id": shorten(article.value),
            "title": nodes.text(article, SCHEMA.headline)
            or nodes.text(article, SCHEMA.identifier)
            or nodes.label(article),
            "language": nodes.text(article, SCHEMA.inLanguage),
            "date": date,
            "when": _bounds(*date_bounds(date)),
            "url": nodes.text(article, SCHEMA.url)
            or (node.value if (node := nodes.node(article, SCHEMA.url)) else None),
            "publisher": labels_of(nodes, publisher) if publisher else None,
            "authors": _texts(nodes.literals(article, SCHEMA.author)),
            "text": nodes.text(article, KG.text),
        }
    )


def date_bounds(date: str | None) -> tuple[str | None, str | None]:
    """Give the first and last day of a day, month or year; nothing of what is none."""
    match = _DATE.match(date or "")
    if not match:
        return None, None
    year, month, day = match.groups()
    if int(year) == 0 or (month and not 1 <= int(month) <= 12):
        return None, None
    if day:
        return match.group(), match.group()
    if month:
        return f"{year}-{month}-01", f"{year}-{month}-{calendar.monthrange(int(year), int(month))[1]}"
    return f"{year}-01-01", f"{year}-12-31"


def labels_of(nodes: Nodes, node: NamedNode) -> Plain | str:
    """Give a node's labels by language; one text where there is but one, the end of its IRI where there is none."""
    labels = {(literal.language or "").split("-")[0]: literal.value for literal in nodes.literals(node, RDFS.label)}
    texts = set(labels.values())
    if len(texts) > 1 or (texts and "" not in labels and len(labels) == 1):
        return labels
    return texts.pop() if texts else local_name(node)


def filled(plain: Plain, keep: Iterable[str] = ()) -> Plain:
    """Leave out what says nothing."""
    return {name: value for name, value in plain.items() if name in keep or value not in (None, "", [], {})}


def _bounds(first: str | None, last: str | None) -> list[str] | None:
    return [first or last or "", last or first or ""] if first or last else None


def _texts(literals: list[Literal]) -> list[str]:
    return list(dict.fromkeys(literal.value for literal in literals))
