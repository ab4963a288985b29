"""The whole flow: articles → facts → entities → graph → files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from pyoxigraph import NamedNode

from kg.analysis import sentences
from kg.article import ENDINGS, Article, Span, read_articles
from kg.errors import FactsError, GroundingError, InputError
from kg.extract import read_reviewed
from kg.extraction import Extracted, extract_all
from kg.facts import Fact, ground, read_facts, to_line, to_lines
from kg.graph import KnowledgeGraph
from kg.output import write_all
from kg.resolve import resolve
from kg.store import EmbeddedStore, Result
from kg.vocab import DEFAULT_BASE

_BATCH = 32  # articles that are read at once

Rejected = list[tuple[Fact, str]]
"""Facts that did not pass the grounding gate, each with the reason."""


@dataclass
class Build:
    """What was made of some articles.

    Attributes:
        graph: the graph.
        facts: all facts, in the order of articles.
        rejected: facts that did not pass the grounding gate, each with the reason.
        without_fact: the sentences that gave no fact, by the id of their article.
        sentence_count: the number of all sentences.
    """

    graph: KnowledgeGraph
    facts: list[Fact] = field(default_factory=list)
    rejected: list[tuple[Fact, str]] = field(default_factory=list)
    without_fact: list[tuple[str, str]] = field(default_factory=list)
    sentence_count: int = 0


@dataclass(frozen=True)
class Options:
    """How to build.

    Attributes:
        facts: a reviewed file or a ``facts.jsonl``; by default the reviewed file beside each article, and where there
            is none, what the rules extract.
        base: what the IRIs of data begin with.
        date: the date of the articles, over what they say themselves.
        language: their language, likewise.
        text: whether the graph keeps the articles' verbatim text.
        model: the engine of analysis; by default the one that comes with `kg`.
    """

    facts: Path | None = None
    base: str = DEFAULT_BASE
    date: str | None = None
    language: str | None = None
    text: bool = True
    model: str | None = None


def build(sources: list[Path], options: Options | None = None) -> Build:
    """Build a graph from articles.

    Args:
        sources: files or folders of articles.
        options: how to build.

    Raises:
        InputError: an article or a file of facts is wrong.
    """
    options = options or Options()
    result = Build(KnowledgeGraph(options.base))
    for path, article, facts, rejected in _with_facts(sources, options):
        _add(path, article, facts, options, result)
        result.rejected += rejected
    return result


@dataclass
class Stored:
    """What was put into a store.

    Attributes:
        result: which articles were added, replaced …
        facts: the number of facts.
        rejected: facts that did not pass the grounding gate, each with the reason.
    """

    result: Result = field(default_factory=Result)
    facts: int = 0
    rejected: list[tuple[Fact, str]] = field(default_factory=list)


def build_store(sources: list[Path], folder: Path, options: Options | None = None, *, valid: bool = True) -> Stored:
    """Build a graph from articles straight into a store on disk, article by article: all of them, or none.

    Args:
        sources: files or folders of articles.
        folder: the store, made where it is missing.
        options: how to build.
        valid: whether to hold each article's graph against the shapes first.

    Raises:
        InputError: an article, a file of facts, a graph or the store is wrong.
    """
    options = options or Options()
    stored = Stored()

    def graphs() -> Iterator[tuple[NamedNode, KnowledgeGraph]]:
        for path, article, facts, rejected in _with_facts(sources, options):
            one = Build(KnowledgeGraph(options.base), rejected=rejected)
            _add(path, article, facts, options, one)
            if valid:
                validate(one)
            stored.facts += len(one.facts)
            stored.rejected += one.rejected
            yield one.graph.articles()[0], one.graph

    with EmbeddedStore.open(folder, options.base) as store:
        stored.result = store.replace(graphs())
    return stored


def _add(path: Path, article: Article, facts: list[Fact], options: Options, result: Build) -> None:
    try:
        entities = resolve(facts, article)
    except GroundingError as error:
        raise FactsError(str(error), file=_facts_file(path, options)) from None
    result.graph.add(article, facts, entities, text=options.text)
    result.facts.extend(facts)
    _note_sentences(article, facts, result)


def _articles(sources: list[Path], options: Options) -> Iterator[tuple[Path, Article]]:
    seen: dict[str, Path] = {}
    for source in sources:
        for path, article in read_articles(source, date=options.date, language=options.language):
            if article.id in seen:
                raise InputError(f"has the same id {article.id!r} as an article in {seen[article.id]}", file=path)
            seen[article.id] = path
            yield path, article


def _facts_file(path: Path, options: Options) -> Path:
    return options.facts or path.with_name(f"{path.stem}.facts.yaml")


def _with_facts(sources: list[Path], options: Options) -> Iterator[tuple[Path, Article, list[Fact], Rejected]]:
    """Give each article with its facts: a batch at a time, since short articles are analysed faster together."""
    articles = _articles(sources, options)
    while batch := list(islice(articles, _BATCH)):
        alone = [(path, article) for path, article in batch if _is_extracted(path, options)]
        extracted = {found.article.id: found for found in extract_all(alone, options.model)}
        for path, article in batch:
            if article.id in extracted:
                found = extracted[article.id]
                yield path, found.article, found.facts, found.rejected
            else:
                yield path, *_stated(path, article, options)


def _is_extracted(path: Path, options: Options) -> bool:
    return options.facts is None and not _facts_file(path, options).exists()


def _stated(path: Path, article: Article, options: Options) -> tuple[Article, list[Fact], Rejected]:
    file = _facts_file(path, options)
    if file.suffix == ".jsonl":
        return article, *_from_machine(file, article)
    if not file.exists():
        raise FactsError("no such file", file=file)
    reviewed = read_reviewed(file, article)
    return reviewed.article, list(reviewed.facts), []


def extract_facts(sources: list[Path], options: Options | None = None) -> Iterator[Extracted]:
    """Extract the facts of articles, whatever reviewed files lie beside them, one article after another.

    Raises:
        InputError: an article cannot be read, its language is not supported, or there is no such engine.
    """
    options = options or Options()
    return extract_all(_articles(sources, options), options.model)


def _from_machine(file: Path, article: Article) -> tuple[list[Fact], Rejected]:
    facts: dict[str, Fact] = {}
    rejected: Rejected = []
    for fact in read_facts(file):
        if fact.article == article.id:
            try:
                grounded = ground(fact, article)
            except GroundingError as error:
                rejected.append((fact, str(error)))
                continue
            if facts.setdefault(grounded.identity(), grounded) != grounded:
                rejected.append((fact, "the same fact stands before it, with other details"))
    if not facts:
        raise FactsError(f"has no fact about the article {article.id!r} that holds", file=file)
    return list(facts.values()), rejected


def _note_sentences(article: Article, facts: list[Fact], result: Build) -> None:
    spans = [Span(quote.start, quote.end) for fact in facts for quote in fact.quotes()]
    for sentence in sentences(article):
        result.sentence_count += 1
        if not any(span.start < sentence.end and sentence.start < span.end for span in spans):
            result.without_fact.append((article.id, article.cut(sentence)))


def validate(result: Build) -> None:
    """Hold a graph against the shapes before it is written.

    Raises:
        InputError: the facts do not make a valid graph; it tells the first thing that is wrong.
    """
    problems = result.graph.validate()
    if problems:
        more = f" (and {len(problems) - 1} more like it)" if len(problems) > 1 else ""
        raise InputError(f"the facts do not make a valid graph: {problems[0]}{more}")


def write(result: Build, folder: Path) -> list[Path]:
    """Write a build's files into a folder: all of them, or none.

    Raises:
        OutputError: the folder cannot be written.
    """
    endings = (".ttl", ".trig", ".html", ".graphml", ".gexf")
    files = {f"graph{ending}": result.graph.to_bytes(ending) for ending in endings}
    files["facts.jsonl"] = to_lines(result.facts).encode()
    if result.rejected:
        files["rejected.jsonl"] = _rejected(result).encode()
    written = write_all(folder, files)
    if not result.rejected:
        (folder / "rejected.jsonl").unlink(missing_ok=True)  # of an earlier build
    return written


def _rejected(result: Build) -> str:
    lines = [
        json.dumps({"reason": reason, "fact": json.loads(to_line(fact))}, ensure_ascii=False)
        for fact, reason in result.rejected
    ]
    return "".join(f"{line}\n" for line in lines)


def check(file: Path) -> int:
    """Check a reviewed file against the article beside it.

    Returns:
        The number of its facts.

    Raises:
        InputError: the article is not there, or the file is wrong.
    """
    name = file.name.removesuffix(".facts.yaml")
    beside = [path for ending in ENDINGS if (path := file.with_name(name + ending)).exists()]
    if not beside:
        raise FactsError(f"has no article {name}.txt beside it", file=file)
    built = build([beside[0]], Options(facts=file))
    validate(built)
    return len(built.facts)
