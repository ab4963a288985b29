import random

import pytest

from kg.view.layout import layout
from kg.view.overlap import Box, overlapping

_BOX = Box(50, 15, 40)


def _network(count: int, edges: int) -> list[tuple[int, int]]:
    chance = random.Random(1)
    return [(chance.randrange(count), chance.randrange(count)) for _ in range(edges)]


@pytest.mark.parametrize(("count", "edges"), [(0, 0), (1, 0), (2, 1), (5, 0), (40, 30), (150, 200)])
def test_no_label_lies_on_another(count: int, edges: int) -> None:
    boxes = [_BOX] * count
    assert overlapping(layout(boxes, _network(count, edges) if count else []), boxes) == []


def test_the_same_network_gives_the_same_picture() -> None:
    boxes, edges = [_BOX] * 60, _network(60, 80)
    assert layout(boxes, edges) == layout(boxes, list(reversed(edges)))


def test_a_picture_is_about_as_wide_as_a_screen() -> None:
    points = layout([_BOX] * 60, _network(60, 45))
    wide, high = (max(values) - min(values) for values in zip(*points, strict=True))
    assert 1 < wide / high < 3


def test_nodes_without_a_link_lie_apart_from_the_rest() -> None:
    points = layout([_BOX] * 6, [(0, 1), (1, 2)])
    linked, alone = points[:3], points[3:]
    assert min(abs(x - p) + abs(y - q) for x, y in linked for p, q in alone) > 60
    assert len(set(alone)) == 3
