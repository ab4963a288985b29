"""An entity and all that it has to do with."""

from __future__ import annotations

import math

from pyoxigraph import NamedNode

from kg.export.networks import entity_kind
from kg.insight.insight import STATUSES
from kg.insight.network import actor_network, situations_between
from kg.insight.paths import find_entity
from kg.insight.reading import Dataset, Situation
from kg.plot.looks import Language, colour_of, dashes_of, draw_head, draw_kinds, draw_statuses, shape_of, texts
from kg.plot.sheet import FAINT, INK, LINE, Across, Sheet, wrapped
from kg.terms import term_label
from kg.vocab import KG

Point = tuple[float, float]
_MARGIN, _ROW, _TOP = 24.0, 42.0, 72.0
_MOST = 40
_MOST_ARCS = 80  # more lie on one another, and tell nothing


def ego(data: Dataset, base: str, name: str, language: Language) -> Sheet:
    """Draw an entity in the middle, and around it those who have a role in one situation with it.

    Raises:
        QueryError: the graph knows nothing of that name, or several entities.
    """
    entity, say = find_entity(data, base, name), texts(language)
    network = actor_network(data, STATUSES, also=[entity])
    label = data.label(entity)
    ties = {other: situations_between(data, network, entity.value, other) for other in network[entity.value]}
    others = sorted(ties, key=lambda other: (-len(ties[other]), data.label(NamedNode(other))))
    shown = others[:_MOST]
    sides = [shown[::2], shown[1::2]]
    rows = max(len(sides[0]), 1)
    width, height = 760.0, _TOP + _ROW * rows + 74
    sheet = Sheet(width, height)
    arcs = list(network.subgraph(shown).edges())
    arcs = arcs if len(arcs) <= _MOST_ARCS else []
    note = " ".join([say["ego note"].format(name=label), *([say["ego arcs"]] if arcs else [])])
    draw_head(sheet, say["ego"].format(name=label), wrapped(note, width - 2 * _MARGIN, 8.5))
    centre = (width / 2, _TOP + _ROW * rows / 2)
    at = {other: _place(side, row, len(own), centre) for side, own in enumerate(sides) for row, other in enumerate(own)}
    for one, other in arcs:
        _draw_arc(sheet, at[one], at[other], centre)
    for other in shown:
        _draw_tie(sheet, centre, at[other], ties[other])
        _draw_other(sheet, data, NamedNode(other), at[other], (ties[other], language), centre)
    kind = entity_kind(data.nodes, entity)
    sheet.mark(centre, shape_of(kind), 22, colour_of(kind))
    lines = wrapped(label, 120, 10)
    sheet.lines((centre[0], centre[1] + 20 + 6 * (len(lines) - 1)), lines, 10, across="center", bold=True, halo=True)
    kinds = {entity_kind(data.nodes, NamedNode(iri)) for iri in (entity.value, *shown)}
    y = draw_kinds(sheet, height - 44, kinds, language)
    draw_statuses(sheet, y, {situation.status for of in ties.values() for situation in of}, language)
    if len(others) > len(shown):
        sheet.text(
            (width - _MARGIN, y), say["more"].format(count=len(others) - len(shown)), 8, colour=FAINT, across="right"
        )
    return sheet


def _place(side: int, row: int, count: int, centre: Point) -> Point:
    """Give a place on an ellipse, at a height of its own: so no label lies on another."""
    y = centre[1] + _ROW * (row - (count - 1) / 2)
    tall = _ROW * max(count, 2) / 2 + 12
    out = 62 + 78 * math.sqrt(max(0.0, 1 - ((y - centre[1]) / tall) ** 2))
    return centre[0] + (out if side else -out), y


def _draw_tie(sheet: Sheet, centre: Point, at: Point, situations: list[Situation]) -> None:
    """Draw a line for each status, beside one another."""
    statuses = list(dict.fromkeys(situation.status for situation in situations))
    for number, status in enumerate(statuses):
        shift = (number - (len(statuses) - 1) / 2) * 4
        many = sum(situation.status == status for situation in situations)
        points = [(centre[0], centre[1] + shift), (at[0], at[1] + shift)]
        sheet.line(points, FAINT, min(0.8 + 0.5 * many, 3), dashes_of(status))


def _draw_other(
    sheet: Sheet, data: Dataset, entity: NamedNode, at: Point, told: tuple[list[Situation], Language], centre: Point
) -> None:
    situations, language = told
    kind = entity_kind(data.nodes, entity)
    sheet.mark(at, shape_of(kind), 12, colour_of(kind))
    right = at[0] > centre[0]
    across: Across = "left" if right else "right"
    x = at[0] + 13 if right else at[0] - 13
    room = (sheet.width - _MARGIN - x) if right else (x - _MARGIN)
    types = dict.fromkeys(term_label(KG[situation.type], language) for situation in situations)
    lines = wrapped(data.label(entity), room, 9, most=1)
    under = wrapped(" · ".join(types), room, 7.5, most=2)
    sheet.text((x, at[1] - 5 * len(under)), lines[0], 9, across=across, colour=INK)
    for number, line in enumerate(under):
        sheet.text((x, at[1] + 6 + 9.5 * number - 5 * (len(under) - 1)), line, 7.5, across=across, colour=FAINT)


def _draw_arc(sheet: Sheet, one: Point, other: Point, centre: Point) -> None:
    middle = ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
    towards = (middle[0] + (centre[0] - middle[0]) * 0.35, middle[1] + (centre[1] - middle[1]) * 0.35)
    sheet.curve(one, towards, other, LINE, 0.9)
