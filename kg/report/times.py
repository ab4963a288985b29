"""When a situation is, in words."""

from __future__ import annotations

import datetime

from babel.dates import format_date

from kg.insight.reading import Dataset, Situation, read_day
from kg.report.wording import Language, wording
from kg.vocab import KG


def when(data: Dataset, situation: Situation, language: Language) -> str:
    """Tell when a situation is, as far as is known: ``op 5 juli 2025``, ``sinds 2022``; else give an empty text."""
    texts = {name: data.nodes.text(situation.node, KG[name]) or "" for name in ("date", "startDate", "endDate")}
    start, end = written(texts["startDate"], language), written(texts["endDate"], language)
    say = wording(language)["times"]
    if date := written(texts["date"], language):
        kind = {10: "day", 7: "month", 4: "year"}[len(texts["date"])]
        return str(say[kind].format(date=date))
    if start and end:
        return str(say["from until"].format(first=start, last=end))
    if start:
        return str(say["from" if situation.status == "planned" else "since"].format(date=start))
    if end:
        return str(say["until"].format(date=end))
    return _bounds(situation, language)


def _bounds(situation: Situation, language: Language) -> str:
    first, last = situation.first, situation.last
    say = wording(language)["times"]
    if first and last:
        form = "d MMMM" if first.year == last.year else "d MMMM y"
        return str(say["between"].format(first=day_text(first, language, form), last=day_text(last, language)))
    if first:
        return str(say["not before"].format(date=day_text(first, language)))
    return str(say["not after"].format(date=day_text(last, language))) if last else ""


def written(date: str, language: Language) -> str:
    """Give a day, month or year (ISO 8601) as it is written; an empty text where it is none."""
    filled = read_day({10: date, 7: f"{date}-01", 4: f"{date}-01-01"}.get(len(date), ""))
    if filled is None:
        return ""
    return day_text(filled, language, {10: "d MMMM y", 7: "MMMM y", 4: "y"}[len(date)])


def day_text(day: datetime.date, language: Language, form: str = "d MMMM y") -> str:
    """Give a day as it is written: ``5 juli 2025``."""
    return format_date(day, form, locale=language)
