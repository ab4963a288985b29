"""Articles → extracted facts: language, analysis, rules, and the grounding gate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from kg.analysis import Document, analyse_all
from kg.analysis.engine import Engine
from kg.analysis.engines import load_engine
from kg.analysis.language import check_language
from kg.article import Article
from kg.errors import GroundingError
from kg.extract import extract
from kg.facts import FACT, Fact, ground


@dataclass
class Extracted:
    """What was extracted from an article.

    Attributes:
        article: the article, with its language.
        facts: the facts, grounded.
        rejected: those that did not pass the grounding gate, each with the reason.
    """

    article: Article
    facts: list[Fact] = field(default_factory=list)
    rejected: list[tuple[Fact, str]] = field(default_factory=list)


def extract_all(articles: Iterable[tuple[Path | None, Article]], model: str | None = None) -> Iterator[Extracted]:
    """Extract the facts of articles, in their order.

    Args:
        articles: the articles, each with its file for messages.
        model: the engine of analysis; by default the one that comes with `kg`.

    Raises:
        InputError: an article's language is not supported, or there is no such engine.
    """
    with_language = (_with_language(article, file) for file, article in articles)
    for language, group in groupby(with_language, key=lambda article: check_language(article)):
        engine = load_engine(model, language)
        for document in analyse_all(group, engine):
            yield _extracted(document, engine)


def extract_from(article: Article, model: str | None = None, *, file: Path | None = None) -> Extracted:
    """Extract the facts of one article.

    Args:
        article: the article.
        model: the engine of analysis; by default the one that comes with `kg`.
        file: the article's file, for messages.

    Raises:
        InputError: the article's language is not supported, or there is no such engine.
    """
    (extracted,) = extract_all([(file, article)], model)
    return extracted


def _with_language(article: Article, file: Path | None) -> Article:
    language = check_language(article, file=file)
    return article if article.language != "und" else article.model_copy(update={"language": language})


def _extracted(document: Document, engine: Engine) -> Extracted:
    result = Extracted(document.article)
    kept: dict[str, Fact] = {}
    for fact in extract(document, f"{engine.name} {engine.version}"):
        try:
            grounded = ground(fact, document.article)
        except GroundingError as error:
            result.rejected.append((fact, str(error)))
            continue
        kept.setdefault(grounded.identity(), grounded)
    ids = {fact.id for fact in kept.values()}
    result.facts = [_with_links_to(fact, ids) for fact in kept.values()]
    return result


def _with_links_to(fact: Fact, ids: set[str | None]) -> Fact:
    """Give a statement without links to facts that were not kept."""
    if fact.type not in ("Statement", "Announcement"):
        return fact
    about = tuple(item for item in fact.about if not isinstance(item, str) or item in ids)
    return fact if about == fact.about else FACT.validate_python(dict(fact) | {"about": about})
