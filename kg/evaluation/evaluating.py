"""Extracted facts against reviewed ones, over all articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kg.evaluation.assignment import Edge, best_pairs
from kg.evaluation.cases import Case
from kg.evaluation.comparing import Comparison
from kg.evaluation.entities import Named, same
from kg.evaluation.figures import Figures
from kg.evaluation.pairing import pair
from kg.evaluation.readings import Reading, read
from kg.facts import Fact, to_line


@dataclass(frozen=True)
class Pair:
    """An extracted fact and the reviewed fact that it is.

    Attributes:
        case: the article with its facts.
        comparison: the two, side by side.
        links_right: how many of their links are alike.
    """

    case: Case
    comparison: Comparison
    links_right: int

    @property
    def found(self) -> Fact:
        """The extracted fact."""
        return self.comparison.found.fact

    @property
    def expected(self) -> Fact:
        """The reviewed fact."""
        return self.comparison.expected.fact

    @cached_property
    def right(self) -> dict[str, int]:
        """How many items of each measure are right."""
        return self.comparison.right | {"links": self.links_right}

    @cached_property
    def differing(self) -> frozenset[str]:
        """The measures in which the two are not alike."""
        most = max(self.comparison.found.items["links"], self.comparison.expected.items["links"])
        return self.comparison.differing | ({"links"} if self.links_right < most else set())


@dataclass
class Evaluation:
    """What came of it.

    Attributes:
        articles: the number of articles.
        figures: what was counted over all facts.
        by_type: the same by type of fact.
        pairs: the facts that were found.
        missed: the reviewed facts that were not, each with its article.
        invented: the extracted facts that nobody reviewed as such, each with its article.
    """

    articles: int = 0
    figures: Figures = field(default_factory=Figures)
    by_type: dict[str, Figures] = field(default_factory=dict)
    pairs: list[Pair] = field(default_factory=list)
    missed: list[tuple[Case, Fact]] = field(default_factory=list)
    invented: list[tuple[Case, Fact]] = field(default_factory=list)

    @property
    def different(self) -> list[Pair]:
        """The facts that were found, but differ in a part."""
        return [pair for pair in self.pairs if pair.differing - {"exact"}]

    def of_type(self, name: str) -> tuple[Figures, Figures]:
        """Give the figures that a fact of a type is counted in."""
        return self.figures, self.by_type.setdefault(name, Figures())


def evaluate(cases: Iterable[Case]) -> Evaluation:
    """Hold extracted facts against reviewed ones.

    Args:
        cases: articles, each with both, in any order.
    """
    result = Evaluation()
    for case in sorted(cases, key=lambda case: case.id):
        _add(case, result)
    result.by_type = dict(sorted(result.by_type.items()))
    return result


def _add(case: Case, result: Evaluation) -> None:
    result.articles += 1
    found, expected = _readings(case.found), _readings(case.expected)
    pairs = pair(found, expected)
    links = _Links(found, expected, pairs)
    reviewed_as = {i: expected[j].fact.type for i, j in pairs}
    for i, reading in enumerate(found):
        for figures in result.of_type(reviewed_as.get(i, reading.fact.type)):
            figures.add_found(reading.items)
    for reading in expected:
        for figures in result.of_type(reading.fact.type):
            figures.add_expected(reading.items)
    for _, comparison in sorted(pairs.items(), key=lambda item: item[0][1]):  # as the reviewed facts stand
        both = Pair(case, comparison, links.right(comparison))
        result.pairs.append(both)
        for figures in result.of_type(both.expected.type):
            figures.add_right(both.right, both.differing)
    result.invented += [(case, fact) for fact in _without(found, {i for i, _ in pairs})]
    result.missed += [(case, fact) for fact in _without(expected, {j for _, j in pairs})]


def _readings(facts: Iterable[Fact]) -> list[Reading]:
    """Make facts ready, in an order that does not depend on the one they come in."""
    return [read(fact) for fact in sorted(facts, key=lambda fact: (fact.evidence[0].start, to_line(fact)))]


def _without(readings: Sequence[Reading], paired: set[int]) -> Iterator[Fact]:
    return (reading.fact for number, reading in enumerate(readings) if number not in paired)


class _Links:
    """The links between the facts of one article."""

    def __init__(self, found: Sequence[Reading], expected: Sequence[Reading], pairs: Mapping[Edge, Comparison]) -> None:
        self.found = {reading.fact.id: i for i, reading in enumerate(found) if reading.fact.id}
        self.expected = {reading.fact.id: j for j, reading in enumerate(expected) if reading.fact.id}
        self.pairs = pairs

    def right(self, both: Comparison) -> int:
        """Give the number of links that two facts share."""
        ours, theirs = both.found.links, both.expected.links
        alike = {
            (i, j): 1
            for i, (role, target) in enumerate(ours)
            for j, (another, other) in enumerate(theirs)
            if role == another and self._same_target(target, other)
        }
        return len(best_pairs(alike))

    def _same_target(self, target: str | Named, other: str | Named) -> bool:
        if isinstance(target, Named) and isinstance(other, Named):
            return same(target, other)
        if isinstance(target, Named) or isinstance(other, Named):
            return False
        return (self.found.get(target, -1), self.expected.get(other, -1)) in self.pairs
