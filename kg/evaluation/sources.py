"""What the user names → facts by article: a facts.jsonl, a reviewed file, an article with one, or a folder of those."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.article import ENDINGS, Article, read_articles
from kg.errors import FactsError
from kg.extract import read_reviewed
from kg.facts import Fact, read_facts

_REVIEWED = ".facts.yaml"
_MACHINE = "facts.jsonl"


@dataclass(frozen=True)
class Known:
    """What is known of an article.

    Attributes:
        article: the article; None where the source does not have it.
        facts: its facts.
    """

    article: Article | None = None
    facts: tuple[Fact, ...] = ()


def read_known(source: Path) -> dict[str, Known]:
    """Read facts.

    Args:
        source: a JSON Lines file of facts; a reviewed file (``NAME.facts.yaml``) with its article beside it; an article
            with its reviewed file beside it; or a folder of those, else with a ``facts.jsonl`` in it.

    Returns:
        The facts by the id of their article. Articles without a reviewed file are not there.

    Raises:
        InputError: the source is none of these, or something in it is wrong.
    """
    if source.is_file() and source.name.endswith(_REVIEWED):
        return _reviewed(_article_of(source))
    if source.is_file() and source.suffix.lower() == ".jsonl":
        return _machine(source)
    if source.is_dir() and not any(source.rglob(f"*{_REVIEWED}")):
        if not (source / _MACHINE).is_file():
            raise FactsError(f"has neither reviewed files (NAME{_REVIEWED}) nor a {_MACHINE} in it", file=source)
        return _machine(source / _MACHINE)
    known = _reviewed(source)
    if not known:
        raise FactsError(f"has no reviewed file beside an article: NAME{_REVIEWED}", file=source)
    return known


def _article_of(file: Path) -> Path:
    name = file.name.removesuffix(_REVIEWED)
    beside = [path for ending in ENDINGS if (path := file.with_name(name + ending)).exists()]
    if not beside:
        raise FactsError(f"has no article {name}.txt beside it", file=file)
    return beside[0]


def _reviewed(source: Path) -> dict[str, Known]:
    known: dict[str, Known] = {}
    for path, article in read_articles(source):
        file = path.with_name(path.stem + _REVIEWED)
        if file.exists():
            if article.id in known:
                raise FactsError(f"has the same id {article.id!r} as another article", file=path)
            reviewed = read_reviewed(file, article)
            known[article.id] = Known(reviewed.article, reviewed.facts)
    return known


def _machine(file: Path) -> dict[str, Known]:
    by_article: dict[str, list[Fact]] = {}
    for fact in read_facts(file):
        by_article.setdefault(fact.article, []).append(fact)
    return {article: Known(None, tuple(facts)) for article, facts in by_article.items()}
