"""A map of communities: who have more to do with one another than with the rest."""

from __future__ import annotations

import math

import networkx as nx
from pyoxigraph import NamedNode

from kg.export.networks import entity_kind
from kg.insight.communities import members_of
from kg.insight.network import Network, actor_network
from kg.insight.reading import Dataset
from kg.plot.looks import Language, colour_of, draw_head, draw_kinds, shape_of, texts, title_of
from kg.plot.sheet import FAINT, Sheet, width_of, wrapped
from kg.view.layout import layout
from kg.view.overlap import Box

Point = tuple[float, float]
_MARGIN, _TOP, _AROUND, _CLOSE, _NARROWEST = 24.0, 74.0, 16.0, 0.62, 560.0
_TINTS = ("#e3f1fa", "#fdf0d5", "#ddf2ea", "#f7e5ee", "#fdf9d8", "#fbe3d6", "#e6e9ed")
_MOST, _MOST_GROUPS = 120, 12


def communities(data: Dataset, language: Language) -> Sheet:
    """Draw the communities of a dataset, each on a ground of its own; those with most members first."""
    network, say = actor_network(data), texts(language)
    groups = shown_of(network, members_of(network))
    names = [node for group in groups for node in group]
    labels = {name: wrapped(data.label(NamedNode(name)), 110, 8.5) for name in names}
    boxes = [_box(labels[name], _size(network, name)) for name in names]
    index = {name: place for place, name in enumerate(names)}
    inside = [tie for group in groups for tie in _joined(network, group)]
    points = _placed(boxes, [(index[one], index[other]) for one, other in inside])
    width = max((x + box.half for (x, _), box in zip(points, boxes, strict=True)), default=400) + _MARGIN + _AROUND
    height = max((y + box.down for (_, y), box in zip(points, boxes, strict=True)), default=_TOP) + _AROUND + 58
    sheet = Sheet(max(width, _NARROWEST), height)
    note = wrapped(say["communities note"], sheet.width - 2 * _MARGIN, 8.5)
    draw_head(sheet, f"{say['communities']}: {title_of(data, language)}", note)
    if not names:
        sheet.text((_MARGIN, _TOP), say["nothing"], 10)
        return sheet
    at = dict(zip(names, points, strict=True))
    box_of = dict(zip(names, boxes, strict=True))
    for number, group in enumerate(groups):
        _draw_ground(sheet, [(at[name], box_of[name]) for name in group], _TINTS[number % len(_TINTS)])
    _draw_ties(sheet, network, at, {name: number for number, group in enumerate(groups) for name in group})
    for name in names:
        kind, size = entity_kind(data.nodes, NamedNode(name)), _size(network, name)
        sheet.mark(at[name], shape_of(kind), size * 1.5, colour_of(kind))
        x, y = at[name]
        lines = labels[name]
        sheet.lines((x, y + size + 7 + 5.3 * (len(lines) - 1)), lines, 8.5, across="center", halo=True)
    draw_kinds(sheet, height - 26, {entity_kind(data.nodes, NamedNode(name)) for name in names}, language)
    left_out = len([node for node in network if network.degree(node)]) - len(names)
    if left_out:
        more = say["more"].format(count=left_out)
        sheet.text((sheet.width - _MARGIN, height - 26), more, 8, colour=FAINT, across="right")
    return sheet


def shown_of(network: Network, groups: list[list[str]]) -> list[list[str]]:
    """Give what can be read of communities: all, or of too many the largest, and of each those with most ties."""
    if sum(map(len, groups)) <= _MOST:
        return groups
    each = _MOST // _MOST_GROUPS
    return [
        sorted(group, key=lambda node: (-network.degree(node, weight="weight"), node))[:each]
        for group in groups[:_MOST_GROUPS]
    ]


def _joined(network: Network, group: list[str]) -> list[list[str]]:
    """Give the ties within a community, and what keeps its parts together where those who join them are not shown."""
    ties = sorted(sorted(tie) for tie in network.subgraph(group).edges())
    parts = sorted(sorted(part) for part in nx.connected_components(network.subgraph(group)))
    return ties + [[parts[0][0], part[0]] for part in parts[1:]]


def _size(network: Network, name: str) -> float:
    return min(6 + 2.2 * math.sqrt(network.degree(name)), 15)


def _box(lines: list[str], size: float) -> Box:
    # With the ground around it.
    wide = max(max(width_of(line, 8.5) for line in lines) / 2, size) + _AROUND
    return Box(wide, size + _AROUND, size + 3 + 11 * len(lines) + _AROUND)


def _placed(boxes: list[Box], edges: list[tuple[int, int]]) -> list[Point]:
    """Lay out each community by itself, beside the others, closer together than on a screen."""
    wide = [Box(box.half / _CLOSE, box.up / _CLOSE, box.down / _CLOSE) for box in boxes]
    points = [(x * _CLOSE, y * _CLOSE) for x, y in layout(wide, edges)]
    left = min((x - box.half for (x, _), box in zip(points, boxes, strict=True)), default=0)
    right = max((x + box.half for (x, _), box in zip(points, boxes, strict=True)), default=0)
    top = min((y - box.up for (_, y), box in zip(points, boxes, strict=True)), default=0)
    # What is narrower than the page stands in the middle of it.
    indent = max(_MARGIN, (_NARROWEST - (right - left)) / 2)
    return [(x - left + indent, y - top + _TOP) for x, y in points]


def _draw_ground(sheet: Sheet, members: list[tuple[Point, Box]], colour: str) -> None:
    around = _AROUND - 9
    corners = [
        (x + sign * (box.half - around), y + edge)
        for (x, y), box in members
        for sign in (-1, 1)
        for edge in (-box.up + around, box.down - around)
    ]
    sheet.hull(_hull(corners), colour, 10)


def _draw_ties(sheet: Sheet, network: Network, at: dict[str, Point], group_of: dict[str, int]) -> None:
    for one, other in network.edges():
        if one in at and other in at:
            same = group_of[one] == group_of[other]
            sheet.line([at[one], at[other]], FAINT if same else "#aab4be", _wide(network, one, other))


def _wide(network: Network, one: str, other: str) -> float:
    return float(min(0.9 + 0.6 * (network.edges[one, other]["weight"] - 1), 4))


def _hull(points: list[Point]) -> list[Point]:
    """Give the convex hull of points (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    half: list[list[Point]] = []
    for run in (ordered, ordered[::-1]):
        chain: list[Point] = []
        for point in run:
            while len(chain) > 1 and _turn(chain[-2], chain[-1], point) <= 0:
                chain.pop()
            chain.append(point)
        half.append(chain[:-1])
    return half[0] + half[1]


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
