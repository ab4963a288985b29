"""An HTML page → the fields of an article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

_ARTICLES = {"Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting"}
_BLOCKS = ("h1", "h2", "h3", "h4", "p", "blockquote", "li", "dd", "dt", "td", "pre", "div", "section")
# An <article> with less text is a teaser: the story stands elsewhere on the page.
_TEASER = 200
_DROPPED = ("script", "style", "noscript", "template", "nav", "aside", "footer", "form", "figure", "button")


def parse_html(page: str) -> dict[str, Any]:
    """Read the fields of an article from a page.

    Prefers what the page says of itself (schema.org in JSON-LD, then meta elements) to what its elements look like;
    the text is `articleBody`, else the paragraphs of `<article>`, `<main>` or the whole page, a blank line apart.

    Args:
        page: the page's source.

    Returns:
        The fields of `Article` that were found; without `text` if the page has none.
    """
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        tree = html.document_fromstring(page.encode(), parser=parser)
    except etree.ParserError:  # nothing but comments
        return {}
    stated = _linked_data(tree)
    fields: dict[str, Any] = {
        "text": stated.get("articleBody") or _body(tree),
        "title": stated.get("headline") or _meta(tree, "og:title") or _text(tree.find(".//title")),
        "date": stated.get("datePublished") or _meta(tree, "article:published_time"),
        "modified": stated.get("dateModified") or _meta(tree, "article:modified_time"),
        "language": stated.get("inLanguage") or tree.get("lang"),
        "url": stated.get("url") or _canonical(tree) or _meta(tree, "og:url"),
        "publisher": stated.get("publisher") or _meta(tree, "og:site_name"),
        "authors": stated.get("author"),
    }
    return {name: value for name, value in fields.items() if value}


def _linked_data(tree: html.HtmlElement) -> dict[str, Any]:
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _objects(data):
            types = item.get("@type", ())
            if any(
                name in _ARTICLES for name in (types if isinstance(types, list) else [types]) if isinstance(name, str)
            ):
                return item
    return {}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    items = data if isinstance(data, list) else [data]
    for item in items:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph", [])
            yield from (inner for inner in (graph if isinstance(graph, list) else [graph]) if isinstance(inner, dict))


def _meta(tree: html.HtmlElement, name: str) -> str | None:
    for element in tree.iterfind(".//meta"):
        if name in (element.get("property"), element.get("name")):
            return str(element.get("content", "")) or None
    return None


def _canonical(tree: html.HtmlElement) -> str | None:
    element = tree.find(".//link[@rel='canonical']")
    return None if element is None else element.get("href")


def _body(tree: html.HtmlElement) -> str:
    etree.strip_elements(tree, *_DROPPED, with_tail=False)
    for line_break in tree.iter("br"):
        line_break.tail = f" {line_break.tail or ''}"
    articles = sorted(tree.iter("article"), key=lambda element: len(_text(element)), reverse=True)
    roots = [*articles[:1], *tree.iter("main"), *tree.iter("body")]
    texts = [_paragraphs(root) for root in roots]
    long = [text for text in texts if len(text) >= _TEASER]
    return next(iter(long), max(texts, key=len, default=""))


def _paragraphs(root: html.HtmlElement) -> str:
    """Give the text of the innermost blocks, a blank line apart."""
    blocks = [block for block in root.iter(*_BLOCKS) if next(block.iterdescendants(*_BLOCKS), None) is None]
    return "\n\n".join(text for block in blocks if (text := _text(block))) or _text(root)


def _text(element: html.HtmlElement | None) -> str:
    return "" if element is None else " ".join(element.text_content().split())
