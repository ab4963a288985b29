"""What is planned: what comes next, and what is overdue."""

from __future__ import annotations

import calendar
import datetime
from typing import Literal as OneOf

from kg.insight.findings import Finding, Findings
from kg.insight.reading import Dataset, Situation, read_day
from kg.vocab import KG, SCHEMA

When = OneOf["overdue", "now", "next", "undated"]
COLUMNS = ("when", "first", "last", "fact", "type", "participants")
_ORDER: tuple[When, ...] = ("overdue", "now", "next", "undated")


def agenda(data: Dataset, today: datetime.date | None = None) -> Findings:
    """Tell what is planned, seen from a day.

    Args:
        data: the dataset.
        today: the day; None takes `reference_day`. Never the clock: the same graph gives the same agenda.

    Returns:
        Columns: ``when`` (``overdue``: the last day that it may be has passed, and nothing in the graph says that it
        was; ``now``; ``next``; ``undated``), ``first``, ``last`` (the days between which it is planned), ``fact``,
        ``type``, ``participants``.
    """
    day = today or reference_day(data)
    planned = [(due(situation, day), situation) for situation in data.situations if situation.status == "planned"]
    planned.sort(key=lambda item: (_ORDER.index(item[0]), item[1].first or item[1].last or datetime.date.min))
    return Findings("agenda", COLUMNS, tuple(_row(data, when, situation) for when, situation in planned))


def due(situation: Situation, today: datetime.date | None) -> When:
    """Tell how a planned situation lies to a day."""
    first, last = situation.first or situation.last, situation.last or situation.first
    if first is None or last is None or today is None:
        return "undated"
    if last < today:
        return "overdue"
    return "now" if first <= today else "next"


def reference_day(data: Dataset) -> datetime.date | None:
    """Give the day of the latest article.

    Where an article has only a month or a year, it is the latest day in it on which something is reported as done, else
    its first day: so nothing counts as overdue that may still be to come when the article was written.
    """
    done = [
        situation.last
        for situation in data.situations
        if situation.status == "actual" and situation.last is not None and situation.first == situation.last
    ]
    days = []
    for article in data.nodes.of_class(KG.Article):
        first, last = _period(data.nodes.text(article, SCHEMA.datePublished) or "")
        if first and last:
            days.append(max([first, *(day for day in done if first <= day <= last)]))
    return max(days, default=None)


def _period(date: str) -> tuple[datetime.date, datetime.date] | tuple[None, None]:
    """Give the first and last day of a day (also with a time), month or year."""
    if day := read_day(date[:10]):
        return day, day
    if first := read_day(f"{date}-01"):
        return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])
    if first := read_day(f"{date}-01-01"):
        return first, first.replace(month=12, day=31)
    return None, None


def _row(data: Dataset, when: When, situation: Situation) -> Finding:
    first, last = (day.isoformat() if day else None for day in (situation.first, situation.last))
    participants = data.labels(data.takers(situation))
    values = (when, first, last, situation.label, situation.type, participants)
    return Finding(values, data.receipts([situation]))
