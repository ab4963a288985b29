import math

from kg.view.stress import stress_layout


def test_a_path_is_drawn_straight_and_level() -> None:
    points = stress_layout([[1], [0, 2], [1, 3], [2, 4], [3]])
    xs = [x for x, _ in points]
    assert xs in (sorted(xs), sorted(xs, reverse=True))
    assert max(abs(y) for _, y in points) < 0.3


def test_linked_nodes_lie_closer_than_others() -> None:
    count = 400
    ring = [[(i - 1) % count, (i + 1) % count] for i in range(count)]
    points = stress_layout(ring)
    linked = [math.dist(points[i], points[(i + 1) % count]) for i in range(count)]
    far = [math.dist(points[i], points[(i + count // 2) % count]) for i in range(count)]
    assert sum(linked) * 10 < sum(far)


def test_one_and_two_nodes() -> None:
    assert stress_layout([[]]) == [(0.0, 0.0)]
    assert len(set(stress_layout([[1], [0]]))) == 2
