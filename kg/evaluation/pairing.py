"""The pairs of an article: which extracted fact tells of the same situation as which reviewed one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.evaluation.assignment import Edge, best_pairs
from kg.evaluation.comparing import Comparison, comparable, kind
from kg.evaluation.readings import Reading

_BLOCK = 256  # characters: facts are compared with those that quote words from a block in common
_DIGIT = 2**64  # above what any part of a rank can add up to over the facts of an article


def pair(found: Sequence[Reading], expected: Sequence[Reading]) -> dict[Edge, Comparison]:
    """Pair the facts of one article.

    Args:
        found: those extracted.
        expected: those reviewed.

    Returns:
        The pairs, by their places in the two lists.
    """
    possible = {
        (i, j): Comparison(found[i], expected[j])
        for i, j in sorted(_near(found, expected))
        if comparable(found[i], expected[j])
    }
    chosen = best_pairs({edge: _weight(comparison.rank) for edge, comparison in possible.items()})
    return {edge: possible[edge] for edge in chosen}


def _near(found: Sequence[Reading], expected: Sequence[Reading]) -> set[Edge]:
    """Give the pairs of one type that quote words from a block in common, without comparing all with all."""
    places: dict[tuple[str, int], list[int]] = defaultdict(list)
    for j, reading in enumerate(expected):
        for block in _blocks(reading):
            places[block].append(j)
    return {(i, j) for i, reading in enumerate(found) for block in _blocks(reading) for j in places.get(block, ())}


def _blocks(reading: Reading) -> Iterator[tuple[str, int]]:
    for span in reading.quotes:
        for block in range(span.start // _BLOCK, span.end // _BLOCK + 1):
            yield kind(reading), block


def _weight(rank: Sequence[int]) -> int:
    """Make a rank one number, such that sums of them compare as sums of their parts, the first part first."""
    weight = 0
    for part in rank:
        weight = weight * _DIGIT + part
    return weight
