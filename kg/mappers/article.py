"""An article → its triples."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, Triple

from kg.facts import Mention
from kg.mappers.naming import Naming
from kg.mappers.situation import partial_date
from kg.vocab import KG, RDF, RDFS, SCHEMA


def map_article(naming: Naming, *, text: bool = True) -> Iterator[Triple]:
    """Map an article.

    Args:
        naming: the naming of the article.
        text: whether to write its verbatim text, which may be under copyright.
    """
    article, iri = naming.article, naming.article_iri
    yield Triple(iri, RDF.type, KG.Article)
    yield Triple(iri, RDF.type, SCHEMA.NewsArticle)
    yield Triple(iri, RDFS.label, naming.words(article.title or article.id))
    yield Triple(iri, SCHEMA.identifier, Literal(article.id))
    yield Triple(iri, SCHEMA.inLanguage, Literal(article.language))
    yield Triple(iri, KG.sha256, Literal(article.sha256))
    if text:
        yield Triple(iri, KG.text, Literal(article.text))
    if article.title:
        yield Triple(iri, SCHEMA.headline, naming.words(article.title))
    if article.url:
        yield Triple(iri, SCHEMA.url, Literal(article.url))
    if article.publisher:
        publisher = Mention(name=article.publisher, kind="NewsOutlet")
        yield Triple(iri, SCHEMA.publisher, naming.entity(publisher))
    for author in article.authors:
        yield Triple(iri, SCHEMA.author, Literal(author))
    if article.date:
        yield Triple(iri, SCHEMA.datePublished, partial_date(article.date))
    if article.modified:
        yield Triple(iri, SCHEMA.dateModified, partial_date(article.modified))
