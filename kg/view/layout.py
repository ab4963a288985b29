"""Where all nodes lie: each part of the network by stress, labels apart, the parts beside one another."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from kg.view.overlap import Box, Point, push_apart
from kg.view.stress import Neighbours, stress_layout

_Placed = tuple[list[int], list[Point]]
_EDGE = 112.0
_EDGE_LARGE = 64.0
_LARGE = 400
_MARGIN = 40.0
_ASPECT = 1.55
_SYMBOL = Box(14, 14, 14)


def layout(boxes: list[Box], edges: Iterable[tuple[int, int]]) -> list[Point]:
    """Give a point for each node; the same input gives the same points.

    Args:
        boxes: the room that each node takes.
        edges: pairs of nodes, by their place in the list of boxes.
    """
    neighbours = _neighbours(len(boxes), edges)
    parts = sorted(_parts(neighbours), key=lambda part: (-len(part), part[0]))
    linked = [part for part in parts if len(part) > 1]
    placed = [(part, _place(part, neighbours, boxes)) for part in linked]
    return _packed(boxes, placed, [part[0] for part in parts if len(part) == 1])


def _packed(boxes: list[Box], placed: list[_Placed], alone: list[int]) -> list[Point]:
    """Put the parts, and the nodes without a link in rows, beside and below one another: about as wide as a screen."""
    if not boxes:
        return []
    drawings = [
        [*placed, *([(alone, _rows(alone, boxes, columns))] if alone else [])] for columns in _columns(len(alone))
    ]
    tries = [
        (parts, corners)
        for parts in drawings
        for corners in _all_shelves([_size(own, part, boxes) for part, own in parts])
    ]
    parts, corners = min(tries, key=lambda tried: _worst_side(tried[0], tried[1], boxes))
    points: list[Point] = [(0.0, 0.0)] * len(boxes)
    for (part, own), (left, top) in zip(parts, corners, strict=True):
        min_x, min_y, _, _ = _bounds(own, part, boxes)
        for node, (x, y) in zip(part, own, strict=True):
            points[node] = (x - min_x + left, y - min_y + top)
    return _centred(points)


def _columns(count: int) -> list[int]:
    """Give the numbers of columns to try for nodes without a link."""
    middle = math.sqrt(count)
    return sorted({max(1, min(count, round(middle * factor))) for factor in (0.35, 0.6, 1.0, 1.6, 2.5, 6.0)})


def _worst_side(parts: list[_Placed], corners: list[Point], boxes: list[Box]) -> float:
    sizes = [_size(own, part, boxes) for part, own in parts]
    right = max(x + width for (x, _), (width, _) in zip(corners, sizes, strict=True))
    bottom = max(y + height for (_, y), (_, height) in zip(corners, sizes, strict=True))
    return max(right / _ASPECT, bottom)


def _neighbours(count: int, edges: Iterable[tuple[int, int]]) -> Neighbours:
    sets: list[set[int]] = [set() for _ in range(count)]
    for one, other in edges:
        if one != other:
            sets[one].add(other)
            sets[other].add(one)
    return [sorted(near) for near in sets]


def _parts(neighbours: Neighbours) -> list[list[int]]:
    seen = [False] * len(neighbours)
    parts = []
    for start in range(len(neighbours)):
        if seen[start]:
            continue
        seen[start] = True
        part, queue = [], [start]
        while queue:
            node = queue.pop()
            part.append(node)
            for near in neighbours[node]:
                if not seen[near]:
                    seen[near] = True
                    queue.append(near)
        parts.append(sorted(part))
    return parts


def _place(part: list[int], neighbours: Neighbours, boxes: list[Box]) -> list[Point]:
    index = {node: i for i, node in enumerate(part)}
    own = stress_layout([[index[near] for near in neighbours[node]] for node in part])
    if len(part) > _LARGE:
        # So many labels are shown by turns, as one zooms in: the symbols alone must not lie on one another.
        edge = max(1.0, math.sqrt(len(own) / _area(own))) * _EDGE_LARGE
        return push_apart([(x * edge, y * edge) for x, y in own], [_SYMBOL] * len(part), 15)
    # Labels are wide and low, and so are screens: some more width keeps labels apart with less pushing.
    wide, high = (max(values) - min(values) for values in zip(*own, strict=True))
    stretch = min(2.2, max(1.2, 1.2 * high * _ASPECT / max(wide, 0.1)))
    return push_apart([(x * _EDGE * stretch, y * _EDGE) for x, y in own], [boxes[node] for node in part], 300)


def _area(points: list[Point]) -> float:
    xs, ys = sorted(x for x, _ in points), sorted(y for _, y in points)
    few = len(points) // 20
    return max((xs[-1 - few] - xs[few]) * (ys[-1 - few] - ys[few]), 1.0)


def _bounds(points: list[Point], part: list[int], boxes: list[Box]) -> tuple[float, float, float, float]:
    return (
        min(x - boxes[node].half for (x, _), node in zip(points, part, strict=True)),
        min(y - boxes[node].up for (_, y), node in zip(points, part, strict=True)),
        max(x + boxes[node].half for (x, _), node in zip(points, part, strict=True)),
        max(y + boxes[node].down for (_, y), node in zip(points, part, strict=True)),
    )


def _size(points: list[Point], part: list[int], boxes: list[Box]) -> tuple[float, float]:
    left, top, right, bottom = _bounds(points, part, boxes)
    return right - left + _MARGIN, bottom - top + _MARGIN


def _all_shelves(sizes: list[tuple[float, float]]) -> Iterator[list[Point]]:
    """Give the upper left corners of rectangles on shelves below one another, for shelves of several widths."""
    widest, area = max(width for width, _ in sizes), sum(width * height for width, height in sizes)
    for factor in (0.8, 1.0, 1.2, 1.4, 1.7, 2.0):
        yield _shelves(sizes, max(widest, math.sqrt(area * _ASPECT) * factor))


def _shelves(sizes: list[tuple[float, float]], room: float) -> list[Point]:
    corners, x, y, tallest = [], 0.0, 0.0, 0.0
    for width, height in sizes:
        if x and x + width > room + 1:
            x, y, tallest = 0.0, y + tallest, 0.0
        corners.append((x, y))
        x, tallest = x + width, max(tallest, height)
    return corners


def _rows(nodes: list[int], boxes: list[Box], columns: int) -> list[Point]:
    """Put nodes in rows, each column as wide as its widest label."""
    widths = [max(boxes[node].half for node in nodes[column::columns]) * 2 + 22 for column in range(columns)]
    high = max(boxes[node].up + boxes[node].down for node in nodes) + 16
    return [
        (sum(widths[: place % columns]) + widths[place % columns] / 2, place // columns * high)
        for place in range(len(nodes))
    ]


def _centred(points: list[Point]) -> list[Point]:
    if not points:
        return points
    xs, ys = [x for x, _ in points], [y for _, y in points]
    mid_x, mid_y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return [(round(x - mid_x, 1), round(y - mid_y, 1)) for x, y in points]
