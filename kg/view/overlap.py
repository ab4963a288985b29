"""Pushing boxes apart until none lies on another."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass

Point = tuple[float, float]
_GAP = 10.0
_HALF_AROUND = ((1, -1), (1, 0), (1, 1), (0, 1))


@dataclass(frozen=True)
class Box:
    """The room that a node takes with its label, from its centre: half its width, and how far it goes up and down."""

    half: float
    up: float
    down: float


def push_apart(points: list[Point], boxes: list[Box], rounds: int) -> list[Point]:
    """Move points so that their boxes do not overlap, as little as can be; the order of the points decides ties.

    Args:
        points: the centres.
        boxes: the box around each.
        rounds: how often to try at most.
    """
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    for _ in range(rounds):
        if not _one_round(xs, ys, boxes):
            break
    return list(zip(xs, ys, strict=True))


def overlapping(points: list[Point], boxes: list[Box], gap: float = 0.0) -> list[tuple[int, int]]:
    """Give the pairs of boxes that lie on one another."""
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return [
        (one, other)
        for one, other in _close_pairs(xs, ys, boxes, gap)
        if boxes[one].half + boxes[other].half - abs(xs[one] - xs[other]) > -gap
        and min(ys[one] + boxes[one].down, ys[other] + boxes[other].down)
        - max(ys[one] - boxes[one].up, ys[other] - boxes[other].up)
        > -gap
    ]


def _one_round(xs: list[float], ys: list[float], boxes: list[Box]) -> bool:
    moved = False
    for one, other in _close_pairs(xs, ys, boxes, _GAP):
        a, b = boxes[one], boxes[other]
        over_x = a.half + b.half + _GAP - abs(xs[one] - xs[other])
        over_y = min(ys[one] + a.down, ys[other] + b.down) - max(ys[one] - a.up, ys[other] - b.up) + _GAP
        if over_x <= 0.01 or over_y <= 0.01:
            continue
        moved = True
        if over_x < over_y:
            step = over_x / 2 if xs[one] <= xs[other] else -over_x / 2
            xs[one] -= step
            xs[other] += step
        else:
            step = over_y / 2 if ys[one] <= ys[other] else -over_y / 2
            ys[one] -= step
            ys[other] += step
    return moved


def _close_pairs(xs: list[float], ys: list[float], boxes: list[Box], gap: float) -> Iterator[tuple[int, int]]:
    """Give the pairs that may overlap: those in the same or neighbouring cells of a grid as wide as the largest box."""
    wide = 2 * max((box.half for box in boxes), default=1.0) + gap
    high = max((box.up + box.down for box in boxes), default=1.0) + gap
    cells: dict[tuple[int, int], list[int]] = {}
    for i, (x, y) in enumerate(zip(xs, ys, strict=True)):
        cells.setdefault((math.floor(x / wide), math.floor(y / high)), []).append(i)
    for (column, row), members in cells.items():
        yield from itertools.combinations(members, 2)
        for step_x, step_y in _HALF_AROUND:
            yield from itertools.product(members, cells.get((column + step_x, row + step_y), ()))
