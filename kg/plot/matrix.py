"""A matrix of actors and types of facts."""

from __future__ import annotations

import math
from collections import Counter

from pyoxigraph import NamedNode

from kg.export.networks import entity_kind
from kg.insight.reading import Dataset
from kg.plot.looks import HELD, Language, colour_of, draw_head, draw_kinds, shape_of, texts, title_of
from kg.plot.sheet import FAINT, INK, PALE, Sheet, width_of, wrapped
from kg.terms import term_label
from kg.vocab import KG

Cell = tuple[NamedNode, str]
_ROW, _COLUMN, _MARGIN = 24.0, 42.0, 24.0
_MOST = 40
_FULL = "#0072B2"


def counts(data: Dataset) -> tuple[Counter[Cell], Counter[Cell]]:
    """Count in how many situations of each type each actor has a role: of what is so, or was, and of the rest."""
    held: Counter[Cell] = Counter()
    other: Counter[Cell] = Counter()
    for situation in data.situations:
        counted = held if situation.status in HELD else other
        counted.update((entity, situation.type) for entity in data.takers(situation))
    return held, other


def matrix(data: Dataset, language: Language) -> Sheet:
    """Draw the matrix of a dataset: the actors with most facts first, and the types likewise."""
    held, other = counts(data)
    totals: Counter[NamedNode] = Counter()
    per_type: Counter[str] = Counter()
    for (actor, kind), count in (held + other).items():
        totals[actor] += count
        per_type[kind] += count
    actors = sorted(totals, key=lambda actor: (-totals[actor], data.label(actor)))
    types = sorted(per_type, key=lambda kind: (-per_type[kind], kind))
    shown, say = actors[:_MOST], texts(language)
    names = {actor: wrapped(data.label(actor), 190, 8.5, most=2) for actor in shown}
    left = _MARGIN + 26 + max((width_of(line, 8.5) for lines in names.values() for line in lines), default=80)
    heads = {kind: _capital(term_label(KG[kind], language)) for kind in types}
    slant = max((width_of(head, 8.5) for head in heads.values()), default=0)
    width = max(left + _COLUMN * len(types) + slant * 0.72 + _MARGIN, 560)
    note = wrapped(say["matrix note"], width - 2 * _MARGIN, 8.5)
    top = 62 + 12.5 * len(note) + slant * 0.72
    sheet = Sheet(width, top + _ROW * max(len(shown), 1) + 66)
    draw_head(sheet, f"{say['matrix']}: {title_of(data, language)}", note)
    _draw_grid(sheet, (left, top), len(shown), [heads[kind] for kind in types])
    for row, actor in enumerate(shown):
        y = top + _ROW * (row + 0.5)
        kind = entity_kind(data.nodes, actor)
        sheet.mark((_MARGIN + 6, y), shape_of(kind), 8, colour_of(kind))
        sheet.lines((_MARGIN + 18, y), names[actor], 8.5)
        for column, of in enumerate(types):
            _draw_cell(sheet, (left + _COLUMN * (column + 0.5), y), held[actor, of], other[actor, of])
    bottom = top + _ROW * len(shown) + 22
    bottom = draw_kinds(sheet, bottom, {entity_kind(data.nodes, actor) for actor in shown}, language)
    _draw_legend(sheet, bottom + 4, language)
    if len(actors) > len(shown):
        more = say["more"].format(count=len(actors) - len(shown))
        sheet.text((width - _MARGIN, bottom + 4), more, 8, colour=FAINT, across="right")
    return sheet


def _draw_grid(sheet: Sheet, corner: tuple[float, float], rows: int, heads: list[str]) -> None:
    left, top = corner
    right, bottom = left + _COLUMN * len(heads), top + _ROW * rows
    for row in range(rows + 1):
        sheet.line([(_MARGIN, top + _ROW * row), (right, top + _ROW * row)], PALE, 0.8)
    for column, head in enumerate(heads):
        x = left + _COLUMN * (column + 0.5)
        sheet.line([(x, top), (x, bottom)], PALE, 0.8)
        sheet.text((x, top - 7), head, 8.5, angle=45)


def _draw_cell(sheet: Sheet, at: tuple[float, float], held: int, other: int) -> None:
    x, y = at
    both = bool(held and other)
    if held:
        sheet.mark((x - 9.5 * both, y), "o", _size(held), _FULL, _FULL)
        sheet.text((x - 9.5 * both, y + 0.5), str(held), 7.5, colour="white", across="center", bold=True)
    if other:
        sheet.mark((x + 9.5 * both, y), "o", _size(other), "white", _FULL)
        sheet.text((x + 9.5 * both, y + 0.5), str(other), 7.5, colour=INK, across="center")


def _size(count: int) -> float:
    return min(11 + 2.2 * math.sqrt(count), 18)


def _draw_legend(sheet: Sheet, y: float, language: Language) -> None:
    say = texts(language)
    x = _MARGIN + 6
    for fill, label in ((_FULL, say["held"]), ("white", say["not held"])):
        sheet.mark((x, y), "o", 10, fill, _FULL)
        sheet.text((x + 11, y), label, 8, colour=FAINT)
        x += width_of(label, 8) + 36


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
