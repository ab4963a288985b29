"""How long the layout takes at export."""

import random
import time

import pytest

from kg.view.layout import layout
from kg.view.overlap import Box

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("nodes", [500, 5000])
def test_layout_takes_five_seconds_at_most(nodes: int) -> None:
    chance = random.Random(1)
    edges = [(i, int(i * chance.random() ** 2)) for i in range(1, nodes)]
    edges += [(chance.randrange(nodes), chance.randrange(nodes)) for _ in range(nodes)]
    start = time.perf_counter()
    points = layout([Box(50, 18, 40)] * nodes, edges)
    assert time.perf_counter() - start < 5
    assert len(set(points)) == nodes
