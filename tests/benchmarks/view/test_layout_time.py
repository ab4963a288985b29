"""How the time that the layout takes at export grows with the graph; figures go to build/benchmarks."""

import json
import random
import time

import pytest

from kg.view.layout import layout
from kg.view.overlap import Box
from tests.view.conftest import ROOT

pytestmark = pytest.mark.slow
REPORT = ROOT / "build" / "benchmarks" / "layout.json"


def _seconds(nodes: int) -> float:
    chance = random.Random(1)
    edges = [(i, int(i * chance.random() ** 2)) for i in range(1, nodes)]
    edges += [(chance.randrange(nodes), chance.randrange(nodes)) for _ in range(nodes)]
    start = time.perf_counter()
    points = layout([Box(50, 18, 40)] * nodes, edges)
    took = time.perf_counter() - start
    assert len(set(points)) == nodes
    return took


def test_ten_times_the_nodes_take_little_more_than_ten_times_as_long() -> None:
    small, large = _seconds(500), _seconds(5000)
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(json.dumps({"500_s": round(small, 2), "5000_s": round(large, 2)}) + "\n", "utf-8")
    assert large / small < 30
