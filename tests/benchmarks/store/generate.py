"""Graphs of any size that are shaped like ours: variants of the articles of the cases and of the seed article."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.pipeline import build
from kg.vocab import DEFAULT_BASE

ROOT = Path(__file__).parents[3]
# Names of which each variant of an article has its own; entities are shared by every fiftieth.
_OF_THE_ARTICLE = re.compile(rf"<({DEFAULT_BASE}(?:article|situation|claim|extraction)/[^>]*)>")
_ENTITY = re.compile(rf"<({DEFAULT_BASE}entity/[^>]*)>")
_LABEL = re.compile(r'(#label>|#altLabel>) "([^"\\]*)"')
_DATE = re.compile(r'"\d{4}-\d\d-\d\d"')
_IDENTIFIER = re.compile(r'(schema\.org/identifier>) "([^"]*)"')
SHARED_BY = 50


def templates() -> list[bytes]:
    """Give the graphs of all articles that come with the project, as N-Quads."""
    articles = [*sorted((ROOT / "tests" / "cases").glob("*/article.txt")), *sorted((ROOT / "seeds").glob("*.txt"))]
    return [build([article]).graph.to_nquads() for article in articles]


def variant(template: bytes, number: int) -> bytes:
    """Give an article's graph as that of another article: with IRIs, an id, names and dates of its own.

    Args:
        template: the graph as N-Quads.
        number: which variant; each gives another article.
    """
    group = number % SHARED_BY
    text = _OF_THE_ARTICLE.sub(rf"<\1-{number:06x}>", template.decode())
    text = _ENTITY.sub(rf"<\1-{group}>", text)
    text = _LABEL.sub(rf'\1 "\2 {group}"', text)
    text = _IDENTIFIER.sub(rf'\1 "\2-{number}"', text)
    day = int(hashlib.sha256(str(number).encode()).hexdigest(), 16)
    return _DATE.sub(f'"{2015 + day % 11}-{1 + day // 11 % 12:02}-{1 + day // 132 % 28:02}"', text).encode()


def articles(triples: int) -> Iterator[bytes]:
    """Give the graphs of many articles, as N-Quads, until there are so many triples (or a few more)."""
    written, number, made = 0, 0, templates()
    while written < triples:
        for template in made:
            written += template.count(b"\n")
            yield variant(template, number)
            number += 1
            if written >= triples:
                return


def write(path: Path, triples: int) -> int:
    """Write a graph of so many triples as N-Quads, and give the number of articles."""
    with path.open("wb") as file:
        return sum(1 for article in articles(triples) if file.write(article))


def quads(article: bytes) -> tuple[NamedNode, list[Quad]]:
    """Give an article's IRI and its quads."""
    found = list(parse(article, RdfFormat.N_QUADS))
    name = found[0].graph_name
    assert isinstance(name, NamedNode)
    return name, found
