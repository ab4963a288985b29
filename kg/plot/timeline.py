"""A timeline of two clocks: when situations are, and when articles reported them."""

from __future__ import annotations

import datetime
import math
from dataclasses import dataclass

from babel.dates import format_date
from pyoxigraph import NamedNode

from kg.insight.reading import Dataset, Situation, read_day
from kg.plot.looks import (
    HELD,
    Language,
    colour_of,
    dashes_of,
    draw_head,
    draw_statuses,
    label_of,
    texts,
    tint,
    title_of,
)
from kg.plot.sheet import FAINT, LINE, PALE, Sheet, width_of, wrapped
from kg.view.facts import date_bounds, situation_kind
from kg.view.styles import kind_styles
from kg.vocab import KG, SCHEMA

Period = tuple[datetime.date, datetime.date]
_ROW, _TOP, _LABELS, _WIDTH, _MARGIN = 33.0, 96.0, 270.0, 820.0, 24.0
_LEFT, _RIGHT, _APART, _THIN = _LABELS + 20, _WIDTH - _MARGIN - 26, 11.0, 5.0
_DAY = datetime.timedelta(days=1)
_MOST = 60
_LONGEST_GAP = 9


@dataclass(frozen=True)
class Row:
    """A situation with a date: when it is, and when it was reported."""

    situation: Situation
    kind: str
    when: Period
    lasts: bool
    reported: tuple[Period, ...]


class Scale:
    """Days → points: long stretches in which nothing lies are cut short."""

    def __init__(self, days: list[datetime.date], left: float, right: float) -> None:
        self.days = sorted(set(days))
        gaps = [(after - before).days for before, after in zip(self.days, self.days[1:], strict=False)]
        shown = [min(gap, _LONGEST_GAP) for gap in gaps]
        self.cuts = [
            (before, after)
            for before, after, gap in zip(self.days, self.days[1:], gaps, strict=False)
            if gap > _LONGEST_GAP
        ]
        step = (right - left) / max(sum(shown), 1)
        self._at = {self.days[0]: left} if self.days else {}
        for day, gap in zip(self.days[1:], shown, strict=False):
            self._at[day] = max(self._at.values()) + gap * step

    def __call__(self, day: datetime.date) -> float:
        """Give where a day lies; only the days that the scale was made of."""
        return self._at[day]


def timeline(data: Dataset, language: Language) -> Sheet:
    """Draw the timeline of a dataset."""
    found = rows(data)
    # Of too many, those that news is about: the latest.
    shown, say = found[-_MOST:], texts(language)
    height = _TOP + 30 + _ROW * max(len(shown), 1) + 58
    sheet = Sheet(_WIDTH, height)
    note = wrapped(say["timeline note"], _WIDTH - 2 * _MARGIN, 8.5)
    draw_head(sheet, f"{say['timeline']}: {title_of(data, language)}", note)
    if not shown:
        sheet.text((_MARGIN, _TOP + 20), say["no dates"], 10)
        return sheet
    scale = _scale(shown)
    bottom = _TOP + 30 + _ROW * len(shown)
    _draw_axis(sheet, shown, scale, bottom, language)
    for number, row in enumerate(shown):
        _draw_row(sheet, row, scale, _TOP + 30 + _ROW * (number + 0.5))
    _draw_legend(sheet, bottom + 22, shown, language)
    left_out = len(data.situations) - len(shown)
    if left_out:
        text = say["undated"].format(count=len(data.situations) - len(found))
        more = f" ({say['more'].format(count=len(found) - len(shown))})" if len(found) > len(shown) else ""
        sheet.text((_WIDTH - _MARGIN, bottom + 42), text + more, 8, colour=FAINT, across="right")
    return sheet


def rows(data: Dataset) -> list[Row]:
    """Give the situations with a date, the earliest first."""
    found = []
    for situation in data.situations:
        first, last = situation.first or situation.last, situation.last or situation.first
        # The day after it must be a day too.
        if first and last and last < datetime.date.max:
            kind = situation_kind(data.nodes, situation.node)
            ended = data.nodes.text(situation.node, KG.endDate) is not None
            lasts = kind == "State" and not ended and situation.status in ("actual", "planned")
            found.append(Row(situation, kind, (first, last), lasts, _reported(data, situation)))
    return sorted(found, key=lambda row: row.when)


def _reported(data: Dataset, situation: Situation) -> tuple[Period, ...]:
    articles = dict.fromkeys(source.article for source in situation.sources if source.article)
    periods = (_period(data, article) for article in articles)
    return tuple(period for period in periods if period)


def _period(data: Dataset, article: NamedNode) -> Period | None:
    first, last = (read_day(day or "") for day in date_bounds(data.nodes.text(article, SCHEMA.datePublished)))
    return (first, last) if first and last and last < datetime.date.max else None


def _scale(shown: list[Row]) -> Scale:
    days = [day for row in shown for period in (row.when, *row.reported) for day in period]
    # A day takes room of its own.
    days += [day + _DAY for day in days]
    return Scale(days, _LEFT, _RIGHT)


def _draw_axis(sheet: Sheet, shown: list[Row], scale: Scale, bottom: float, language: Language) -> None:
    top = _TOP + 24
    named = {row.when[0] for row in shown} | {day for row in shown for period in row.reported for day in period}
    taken = -math.inf
    for day in sorted(named):
        x = scale(day)
        sheet.line([(x, top), (x, bottom)], PALE, 0.8)
        if x - taken >= _APART:
            sheet.text((x, top - 7), format_date(day, "d MMM y", locale=language), 7.5, colour=FAINT, angle=60)
            taken = x
    middles = [(scale(before) + scale(after)) / 2 for before, after in scale.cuts]
    ends = [_LEFT, *(middle + side for middle in middles for side in (-3, 3)), _RIGHT]
    for left, right in zip(ends[::2], ends[1::2], strict=True):
        sheet.line([(left, top), (right, top)], LINE, 1)
    for middle in middles:
        for shift in (-3, 3):
            sheet.line([(middle + shift - 2, top + 4), (middle + shift + 2, top - 4)], FAINT, 1)


def _draw_row(sheet: Sheet, row: Row, scale: Scale, y: float) -> None:
    sheet.line([(_MARGIN, y + _ROW / 2), (_WIDTH - _MARGIN, y + _ROW / 2)], PALE, 0.8)
    sheet.lines((_MARGIN, y), wrapped(row.situation.label, _LABELS - _MARGIN, 8.5, most=2), 8.5)
    left = scale(row.when[0])
    right = max(scale(row.when[1] + _DAY), left + _THIN)
    colour, dashes = colour_of(row.kind), dashes_of(row.situation.status)
    sure = colour if row.situation.status in HELD else "white"
    # Somewhere in so many days: paler than what is known to the day.
    fill = tint(colour) if row.when[0] < row.when[1] and row.situation.status in HELD else sure
    if row.lasts:
        end = _RIGHT + 12
        sheet.shape(
            [(right, y - 7), (end, y - 7), (end + 8, y - 2.5), (end, y + 2), (right, y + 2)], sure, colour, dashes
        )
    sheet.box((left, y - 7), (right - left, 9), fill, colour, dashes)
    for first, last in row.reported:
        sheet.box((scale(first), y + 6), (max(scale(last + _DAY) - scale(first), _THIN), 3), LINE, LINE)


def _draw_legend(sheet: Sheet, y: float, shown: list[Row], language: Language) -> None:
    say = texts(language)
    draw_statuses(sheet, y, {row.situation.status for row in shown}, language)
    kinds = [kind for kind in ("Event", "State") if any(row.kind == kind for row in shown)]
    keys = [(_kind_label(kind, language), colour_of(kind), colour_of(kind)) for kind in kinds]
    if any(row.when[0] < row.when[1] for row in shown):
        keys += [(say["somewhere"], tint(colour_of(kinds[0])), colour_of(kinds[0]))] if kinds else []
    x = _MARGIN
    for label, fill, edge in keys:
        sheet.box((x, y + 16), (18, 8), fill, edge)
        sheet.text((x + 23, y + 20), label, 8, colour=FAINT)
        x += width_of(label, 8) + 42
    sheet.box((x, y + 18.5), (18, 3), LINE)
    sheet.text((x + 23, y + 20), say["reported"], 8, colour=FAINT)


def _kind_label(kind: str, language: Language) -> str:
    return label_of(kind_styles()[kind], language)
