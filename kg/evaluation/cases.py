"""Articles with both extracted and reviewed facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.article import Article
from kg.errors import FactsError, GroundingError
from kg.evaluation.sources import Known
from kg.facts import Fact, ground


@dataclass(frozen=True)
class Case:
    """An article with both.

    Attributes:
        id: the article's id.
        article: the article; None where neither side has its text.
        found: the extracted facts.
        expected: the reviewed facts.
    """

    id: str
    article: Article | None
    found: tuple[Fact, ...]
    expected: tuple[Fact, ...]


@dataclass
class Cases:
    """What can be held against each other.

    Attributes:
        cases: the articles.
        rejected: extracted facts that the grounding gate does not let pass, each with the reason; nothing counts them.
        left_out: how many facts were extracted from each article that nobody reviewed; nothing counts them either.
    """

    cases: list[Case] = field(default_factory=list)
    rejected: list[tuple[Fact, str]] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)


def side_by_side(extracted: Mapping[str, Known], reviewed: Mapping[str, Known]) -> Cases:
    """Join extracted and reviewed facts by their articles.

    Args:
        extracted: what was extracted, by the id of the article. Of an article that is not there nothing was.
        reviewed: what was reviewed, likewise.

    Raises:
        FactsError: the two have no article in common or different texts of one, or a reviewed fact is not in its text.
    """
    if reviewed and not extracted.keys() & reviewed.keys() and extracted:
        ours, theirs = min(extracted), min(reviewed)
        raise FactsError(f"the two have no article in common: one has {ours!r}, the other {theirs!r}")
    result = Cases(left_out={i: len(known.facts) for i, known in sorted(extracted.items()) if i not in reviewed})
    for article_id, known in reviewed.items():
        result.cases.append(_case(article_id, extracted.get(article_id, Known()), known, result))
    return result


def _case(article_id: str, extracted: Known, reviewed: Known, result: Cases) -> Case:
    one, other = extracted.article, reviewed.article
    if one and other and one.text != other.text:
        raise FactsError(f"the two have different texts of the article {article_id!r}")
    article = other or one
    found, expected = extracted.facts, reviewed.facts
    if article is not None:
        found = tuple(_grounded(found, article, result))
        expected = tuple(_checked(expected, article))
    return Case(article_id, article, found, expected)


def _grounded(facts: Iterable[Fact], article: Article, result: Cases) -> Iterable[Fact]:
    for fact in facts:
        try:
            yield ground(fact, article)
        except GroundingError as error:
            result.rejected.append((fact, str(error)))


def _checked(facts: Iterable[Fact], article: Article) -> Iterable[Fact]:
    for fact in facts:
        try:
            yield ground(fact, article)
        except GroundingError as error:
            raise FactsError(f"a reviewed fact is not in the article {article.id!r}: {error}") from None


def extracted_afresh(reviewed: Mapping[str, Known], extract: Callable[[Article], Sequence[Fact]]) -> Cases:
    """Extract facts from the articles that were reviewed.

    Args:
        reviewed: what was reviewed, by the id of the article.
        extract: gives the facts of an article.

    Raises:
        FactsError: the text of an article is not known.
    """
    extracted = {}
    for article_id, known in reviewed.items():
        if known.article is None:
            problem = "has no text: give a folder of articles with their reviewed files, or extracted facts too"
            raise FactsError(f"the article {article_id!r} {problem}")
        extracted[article_id] = Known(known.article, tuple(extract(known.article)))
    return side_by_side(extracted, reviewed)
