"""Who tells what, through whom: a flow from sources to types of facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.export.networks import entity_kind
from kg.insight.reading import Dataset
from kg.plot.looks import Language, colour_of, draw_colours, draw_head, texts, title_of
from kg.plot.sheet import FAINT, INK, Across, Sheet, shortened, width_of, wrapped
from kg.terms import term_label
from kg.vocab import KG

Stop = str
Flow = tuple[Stop, Stop, Stop]
_MARGIN, _TOP, _BAR, _UNIT, _LEAST, _GAP, _WIDTH = 24.0, 102.0, 12.0, 7.0, 13.0, 7.0, 820.0
_ITSELF, _DIRECT = "article", "direct"
_MOST = 24
_TALLEST = 700.0


@dataclass(frozen=True)
class Stand:
    """A bar in a column: where it stands, how many situations it is, and its label and colour."""

    x: float
    top: float
    height: float
    count: int
    label: str
    colour: str


def flows(data: Dataset) -> Counter[Flow]:
    """Count the situations by who vouches for them, who passes them on, and their type."""
    found: Counter[Flow] = Counter()
    for situation in data.situations:
        ways = {way for source in situation.sources for way in _ways(source.by, source.via)}
        found.update((by, via, situation.type) for by, via in sorted(ways))
    return found


def _ways(by: tuple[NamedNode, ...], via: tuple[NamedNode, ...]) -> Iterator[tuple[Stop, Stop]]:
    for source in [node.value for node in by] or [_ITSELF]:
        for passer in [node.value for node in via] or [_DIRECT]:
            yield source, passer


def attributions(data: Dataset, language: Language) -> Sheet:
    """Draw the flow of attributions of a dataset."""
    everything, say = flows(data), texts(language)
    found = _bounded(_bounded(everything, 0), 1)
    columns = [_totals(found, place) for place in range(3)]
    # Of a large corpus, as many points for each situation as a page has.
    unit = min(_UNIT, _TALLEST / max(found.total(), 1))
    heights = [_tall(column, unit) for column in columns]
    height = _TOP + max(heights, default=20) + 50
    sheet = Sheet(_WIDTH, height)
    note = wrapped(say["attributions note"], _WIDTH - 2 * _MARGIN, 8.5)
    draw_head(sheet, f"{say['attributions']}: {title_of(data, language)}", note)
    if not found:
        sheet.text((_MARGIN, _TOP), say["nothing"], 10)
        return sheet
    stands = [_stand(data, place, columns[place], (max(heights), unit), language) for place in range(3)]
    _draw_bands(sheet, found, columns, stands)
    for place, head in enumerate((say["says"], say["through"], say["what"])):
        _draw_column(sheet, place, head, stands[place])
    kinds = {entity_kind(data.nodes, NamedNode(stop)) for column in columns[:2] for stop in column if ":" in stop}
    draw_colours(sheet, height - 24, kinds, language)
    if left_out := everything.total() - found.total():
        sheet.text((_WIDTH - _MARGIN, height - 24), say["more"].format(count=left_out), 8, colour=FAINT, across="right")
    return sheet


def _bounded(found: Counter[Flow], place: int) -> Counter[Flow]:
    """Keep what goes by the stops with most situations: as many as can be read."""
    kept = set(list(_totals(found, place))[:_MOST])
    return Counter({flow: count for flow, count in found.items() if flow[place] in kept})


def _totals(found: Counter[Flow], place: int) -> dict[Stop, int]:
    """Count the situations of each stop in a column, those with most first."""
    totals: Counter[Stop] = Counter()
    for flow, count in found.items():
        totals[flow[place]] += count
    return dict(sorted(totals.items(), key=lambda item: (-item[1], item[0])))


def _high(count: int, unit: float) -> float:
    return max(count * unit, _LEAST)


def _tall(column: dict[Stop, int], unit: float) -> float:
    return sum(_high(count, unit) + _GAP for count in column.values())


def _stand(
    data: Dataset, place: int, column: dict[Stop, int], room: tuple[float, float], language: Language
) -> dict[Stop, Stand]:
    tallest, unit = room
    y = _TOP + (tallest - _tall(column, unit)) / 2
    x = (250.0, 430.0, 610.0)[place]
    stands = {}
    for stop, count in column.items():
        label, colour = _label(data, place, stop, language), _colour(data, place, stop)
        stands[stop] = Stand(x, y, _high(count, unit), count, label, colour)
        y += stands[stop].height + _GAP
    return stands


def _label(data: Dataset, place: int, stop: Stop, language: Language) -> str:
    if place == 2:
        label = term_label(KG[stop], language)
        return label[:1].upper() + label[1:]
    say = texts(language)
    return {_ITSELF: say["article itself"], _DIRECT: say["directly"]}.get(stop) or data.label(NamedNode(stop))


def _colour(data: Dataset, place: int, stop: Stop) -> str:
    if place == 2 or ":" not in stop:
        return "#8a97a3"
    return colour_of(entity_kind(data.nodes, NamedNode(stop)))


def _draw_bands(
    sheet: Sheet, found: Counter[Flow], columns: list[dict[Stop, int]], stands: list[dict[Stop, Stand]]
) -> None:
    """Draw the bands between two columns: those of one source keep its colour to the end."""
    rank = [{stop: number for number, stop in enumerate(column)} for column in columns]
    order = sorted(found, key=lambda flow: tuple(rank[place][flow[place]] for place in range(3)))
    for place in (0, 1):
        lefts = _cuts(found, order, place, stands[place])
        across = sorted(order, key=lambda flow: (rank[place + 1][flow[place + 1]], rank[0][flow[0]]))
        rights = _cuts(found, across, place + 1, stands[place + 1])
        for flow in order:
            left, right = stands[place][flow[place]], stands[place + 1][flow[place + 1]]
            colour = stands[0][flow[0]].colour
            sheet.band((left.x + _BAR, *lefts[flow]), (right.x, *rights[flow]), colour)


def _cuts(
    found: Counter[Flow], order: list[Flow], place: int, stands: dict[Stop, Stand]
) -> dict[Flow, tuple[float, float]]:
    """Give each flow its part of a bar's side, in an order."""
    tops = {stop: stand.top for stop, stand in stands.items()}
    cuts = {}
    for flow in order:
        stand = stands[flow[place]]
        top = tops[flow[place]]
        tops[flow[place]] += stand.height * found[flow] / stand.count
        cuts[flow] = (top, tops[flow[place]])
    return cuts


def _draw_column(sheet: Sheet, place: int, head: str, stands: dict[Stop, Stand]) -> None:
    across: Across = "right" if place == 0 else "left"
    x = next(iter(stands.values())).x
    edge = x - 8 if place == 0 else x + _BAR + 8
    sheet.text((edge, _TOP - 18), head, 9, bold=True, across=across)
    for stand in stands.values():
        sheet.box((stand.x, stand.top), (_BAR, stand.height), stand.colour, INK)
        room = 205 if place != 1 else 128
        count = f" ({stand.count})"
        label = shortened(stand.label, room - width_of(count, 8.5), 8.5) + count
        sheet.text((edge, stand.top + stand.height / 2), label, 8.5, across=across, halo=place == 1)
