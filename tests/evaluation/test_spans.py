from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.article import Span
from kg.evaluation.spans import half_shared, overlap, shared, united

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda p: Span(p[0], p[0] + p[1])), max_size=6)


def characters(spans: list[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


@given(SPANS, SPANS)
def test_what_is_shared_is_what_sets_of_characters_share(some: list[Span], others: list[Span]) -> None:
    one, other = characters(some), characters(others)
    assert shared(united(some), united(others)) == len(one & other)
    longer = max(len(one), len(other))
    assert half_shared(united(some), united(others)) is (longer > 0 and 2 * len(one & other) >= longer)


@given(SPANS)
def test_united_spans_are_in_order_and_apart(spans: list[Span]) -> None:
    result = united(spans)
    assert characters(list(result)) == characters(spans)
    assert all(one.end < other.start for one, other in pairwise(result))


@pytest.mark.parametrize(("other", "expected"), [((4, 6), True), ((5, 6), False), ((0, 1), True), ((9, 12), False)])
def test_spans_that_touch_do_not_overlap(other: tuple[int, int], expected: bool) -> None:
    assert overlap(Span(0, 5), Span(*other)) is expected
