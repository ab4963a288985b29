import random

from hypothesis import given
from hypothesis import strategies as st

from kg.view.overlap import Box, overlapping, push_apart

_NUMBERS = st.floats(-500, 500)


@given(st.lists(st.tuples(_NUMBERS, _NUMBERS), min_size=2, max_size=25))
def test_boxes_end_apart(points: list[tuple[float, float]]) -> None:
    boxes = [Box(40, 10, 30)] * len(points)
    assert overlapping(push_apart(points, boxes, 2000), boxes) == []


def test_what_does_not_overlap_stays_where_it_is() -> None:
    points = [(0.0, 0.0), (200.0, 0.0), (0.0, 200.0)]
    assert push_apart(points, [Box(40, 10, 30)] * 3, 50) == points


def test_overlaps_are_found_as_by_comparing_all() -> None:
    chance = random.Random(3)
    points = [(chance.uniform(0, 600), chance.uniform(0, 400)) for _ in range(120)]
    boxes = [Box(chance.uniform(5, 60), chance.uniform(5, 20), chance.uniform(5, 50)) for _ in points]
    expected = {
        (i, j)
        for i in range(120)
        for j in range(i)
        if abs(points[i][0] - points[j][0]) < boxes[i].half + boxes[j].half
        and points[i][1] - boxes[i].up < points[j][1] + boxes[j].down
        and points[j][1] - boxes[j].up < points[i][1] + boxes[i].down
    }
    assert {(max(pair), min(pair)) for pair in overlapping(points, boxes)} == expected
