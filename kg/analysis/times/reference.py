"""The day from which an article sees the days that it names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kg.analysis.document import Document
from kg.analysis.times.finding import bounds, expression, phrases_in
from kg.analysis.times.moments import Tense


def reference_day(document: Document) -> date | None:
    """Give the reference day of an article.

    Args:
        document: the article, analysed.

    Returns:
        The article's date if it is a day. If it is a month or year, the latest day in it at which the text reports
        something as done. None where there is no date or no such day.
    """
    first, last = bounds(document)
    if first is None or last is None or first == last:
        return first
    return max(_days_done(document, first, last), default=None)


def _days_done(document: Document, first: date, last: date) -> Iterator[date]:
    for found in phrases_in(document):
        if found.phrase.role != "at" or found.tense is not Tense.PAST:
            continue
        known = expression(document, found, (first, last)).date
        if known and len(known) == len("2025-07-05") and first <= (day := date.fromisoformat(known)) <= last:
            yield day
