"""Times with their preposition: what "sinds", "tot", "tussen … en …" make of a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from kg.analysis.times import days, periods
from kg.analysis.times.days import Meaning, WhichYear
from kg.analysis.times.moments import Moment, Tense, UnresolvableError
from kg.analysis.times.stretches import Stretch

_DAY = timedelta(days=1)


class Phrase(NamedTuple):
    """A time as it stands in a sentence.

    Attributes:
        role: what it does: ``at``, ``start``, ``end``, ``before``, ``by``, ``after``, ``around``, ``ahead``, ``span``
            (from one to another), ``between``.
        meaning: what the time means.
        other: what the second time means, where there are two.
        preposition: whether it begins with a preposition.
    """

    role: str
    meaning: Meaning
    other: Meaning | None = None
    preposition: bool = False


Dates = dict[str, str | None]
"""Some of the dates of a TimeExpression, by name."""


def dates(phrase: Phrase, moment: Moment) -> Dates:
    """Resolve a phrase.

    Args:
        phrase: the phrase.
        moment: where it is seen from.

    Returns:
        What is known of it; empty if nothing is.
    """
    try:
        found = phrase.meaning(moment)
        other = phrase.other(moment) if phrase.other else None
        if other and other.first and other.last and found.first and found.first > other.last:
            found = phrase.meaning(Moment(other.first, other.first, Tense.PAST))  # the last before it
        return {name: value for name, value in _ROLES[phrase.role](found, other).items() if value}
    except (UnresolvableError, ValueError, OverflowError):  # unknown, or beyond the calendar
        return {}


def _at(found: Stretch, _: Stretch | None) -> Dates:
    return {"date": found.partial} if found.partial else _bounds(found.first, found.last)


def _start(found: Stretch, _: Stretch | None) -> Dates:
    return {"start_date": found.partial} if found.partial else _bounds(found.first, found.last)


def _end(found: Stretch, _: Stretch | None) -> Dates:
    return {"end_date": found.partial or _month_of(found)}


def _month_of(found: Stretch) -> str | None:
    """Give the month that a week or less lies in: until when in it is not told."""
    if found.first is None or found.last is None or found.last - found.first >= timedelta(weeks=1):
        return None
    return found.first.isoformat()[:7] if found.first.month == found.last.month else None


def _before(found: Stretch, _: Stretch | None) -> Dates:
    if found.part == "now":  # "voor de komende jaren": for, not before
        return {}
    if found.part in ("middle", "end"):
        return _bounds(None, found.last)
    return _bounds(None, found.first - _DAY if found.first else None)


def _by(found: Stretch, _: Stretch | None) -> Dates:
    return _bounds(None, found.last)


def _after(found: Stretch, _: Stretch | None) -> Dates:
    if found.part == "now":
        return {}
    if found.part in ("begin", "middle"):
        return _bounds(found.first, None)
    return _bounds(found.last + _DAY if found.last else None, None)


def _around(*_: Stretch | None) -> Dates:
    return {}


def _span(found: Stretch, other: Stretch | None) -> Dates:
    if other is None:
        return {"start_date": _iso(found.first), "end_date": _iso(found.last)}
    if found.first and other.last and found.first > other.last:
        return {}
    return {"start_date": found.partial, "end_date": other.partial}


def _between(found: Stretch, other: Stretch | None) -> Dates:
    return _bounds(found.first, found.last if other is None else other.last)


def _bounds(first: date | None, last: date | None) -> Dates:
    if first and last and first > last:
        return {}
    return {"not_before": _iso(first), "not_after": _iso(last)}


def _iso(when: date | None) -> str | None:
    return when.isoformat() if when else None


_ROLES: dict[str, Callable[[Stretch, Stretch | None], Dates]] = {
    "at": _at,
    "ahead": _at,
    "start": _start,
    "end": _end,
    "before": _before,
    "by": _by,
    "after": _after,
    "around": _around,
    "span": _span,
    "between": _between,
}


def phrase(*, preposition: str | None = None, **time: Meaning) -> Phrase:
    """A time, with its preposition if it has one: "op 5 juli", "eerder in 2022"."""
    (meaning,) = time.values()
    return Phrase(preposition or "at", meaning, preposition=preposition is not None)


def only_words(**_: object) -> Phrase:
    """A time that is known by its words alone: "onlangs"."""
    return Phrase("around", periods.words())


def ahead_phrase(*, ahead: Meaning) -> Phrase:
    """A time from now: "over twee weken", which may also be how long something takes."""
    return Phrase("ahead", ahead)


def span(*, any1: Meaning, any2: Meaning) -> Phrase:
    """From one time to another: "van vandaag tot 5 juli"."""
    return Phrase("span", any1, any2)


def span_of_weekdays(*, weekday1: int, weekday2: int) -> Phrase | None:
    """From one day of the week to another: "van maandag tot vrijdag"."""
    return _phrase("span", days.weekdays(weekday1=weekday1, weekday2=weekday2))


def span_of_days(**parts: int | WhichYear | None) -> Phrase | None:
    """From one day to another: "van 3 tot 5 mei"."""
    return _phrase("span", days.days(**parts))  # type: ignore[arg-type]


def between_days(**parts: int | WhichYear | None) -> Phrase | None:
    """Between two days: "tussen 3 en 5 mei"."""
    return _phrase("between", days.days(**parts))  # type: ignore[arg-type]


def span_of_months(*, month1: int, month2: int, whichyear: WhichYear | None = None) -> Phrase:
    """From one month to another: "van mei tot juli"."""
    return _months("span", month1, month2, whichyear)


def between_months(*, month1: int, month2: int, whichyear: WhichYear | None = None) -> Phrase:
    """Between two months: "tussen mei en juli"."""
    return _months("between", month1, month2, whichyear)


def span_of_years(*, years: tuple[int, int]) -> Phrase | None:
    """From one year to another: "2019-2021"."""
    first, last = years
    return Phrase("span", periods.year(year=first), periods.year(year=last)) if first < last else None


def between(*, any1: Meaning, any2: Meaning) -> Phrase:
    """Between two times: "tussen 2019 en 2021"."""
    return Phrase("between", any1, any2)


def _phrase(role: str, meaning: Meaning | None) -> Phrase | None:
    return meaning and Phrase(role, meaning)


def _months(role: str, first: int, last: int, whichyear: WhichYear | None) -> Phrase:
    end = periods.month(month=last, whichyear=whichyear)

    def begin(moment: Moment) -> Stretch:
        when = end(moment).first
        if when is None:
            raise UnresolvableError
        return periods.month(month=first, whichyear=lambda _: when.year - (first > last))(moment)

    return Phrase(role, begin, end)


FUNCTIONS: Sequence[Callable[..., Phrase | None]] = (
    phrase, only_words, ahead_phrase, span, span_of_weekdays, span_of_days, span_of_months, span_of_years, between,
    between_days, between_months,
)  # fmt: skip
"""What patterns may name."""
