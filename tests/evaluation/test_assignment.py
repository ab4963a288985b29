from itertools import permutations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kg.evaluation.assignment import LARGEST_EXACT, Edge, best_pairs

SMALL = st.integers(0, 3)
WEIGHTS = st.dictionaries(st.tuples(SMALL, SMALL), st.integers(1, 9), max_size=12)


def best_sum(weights: dict[Edge, int]) -> int:
    """The best there is, by trying all."""
    return max(sum(weights.get((i, order[i]), 0) for i in range(4)) for order in permutations(range(4)))


@given(WEIGHTS)
def test_no_other_choice_is_better(weights: dict[Edge, int]) -> None:
    pairs = best_pairs(weights)
    assert sum(weights[pair] for pair in pairs) == best_sum(weights)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)


@given(WEIGHTS, st.randoms(use_true_random=False))
def test_the_order_of_what_is_possible_does_not_matter(weights: dict[Edge, int], random: Random) -> None:
    items = list(weights.items())
    random.shuffle(items)
    assert best_pairs(dict(items)) == best_pairs(weights)


def test_weights_of_any_size_are_added_exactly() -> None:
    large = 2**900
    assert best_pairs({(0, 0): large + 1, (0, 1): large, (1, 0): large, (1, 1): large - 2}) == [(0, 1), (1, 0)]


def test_what_is_too_large_is_paired_greedily() -> None:
    side = LARGEST_EXACT
    weights = {(i, j): 1 + (i == j) for i in range(side) for j in range(side)}
    assert best_pairs(weights) == [(i, i) for i in range(side)]
