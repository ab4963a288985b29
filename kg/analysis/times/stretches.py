"""Stretches of days: weeks, months, years and their like, as far as a calendar knows them."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple


class Stretch(NamedTuple):
    """The days from a first to a last; either may be unknown.

    Attributes:
        first: the first day, or None.
        last: the last day, or None.
        part: which part of it is meant: ``begin``, ``middle``, ``end``; ``now`` if it runs from or to the reference
            day; or nothing: all of it.
    """

    first: date | None
    last: date | None
    part: str = ""

    @property
    def partial(self) -> str | None:
        """The stretch as a date, if it is just one day, month or year."""
        if self.first is None or self.last is None:
            return None
        if self.first == self.last:
            return self.first.isoformat()
        if self == year(self.first.year)._replace(part=self.part):
            return f"{self.first.year:04}"
        if self == month(self.first.year, self.first.month)._replace(part=self.part):
            return f"{self.first.year:04}-{self.first.month:02}"
        return None


def day(when: date) -> Stretch:
    """Give one day."""
    return Stretch(when, when)


def week(when: date) -> Stretch:
    """Give the week of a day, from Monday to Sunday."""
    monday = when - timedelta(days=when.weekday())
    return Stretch(monday, monday + timedelta(days=6))


def weekend(when: date) -> Stretch:
    """Give the Saturday and Sunday of the week of a day."""
    monday = when - timedelta(days=when.weekday())
    return Stretch(monday + timedelta(days=5), monday + timedelta(days=6))


def month(of: int, number: int) -> Stretch:
    """Give a month of a year; months beyond 1 to 12 lie in the years around it."""
    of, number = of + (number - 1) // 12, (number - 1) % 12 + 1
    return Stretch(date(of, number, 1), date(of, number, calendar.monthrange(of, number)[1]))


def quarter(of: int, number: int) -> Stretch:
    """Give a quarter of a year; quarters beyond 1 to 4 lie in the years around it."""
    return Stretch(month(of, 3 * number - 2).first, month(of, 3 * number).last)


def year(of: int) -> Stretch:
    """Give a year."""
    return Stretch(date(of, 1, 1), date(of, 12, 31))


def years(first: int, count: int) -> Stretch:
    """Give several years."""
    return Stretch(date(first, 1, 1), date(first + count - 1, 12, 31))


_UNITS: dict[str, Callable[[date, int], Stretch]] = {
    "day": lambda when, by: day(when + timedelta(days=by)),
    "week": lambda when, by: week(when + timedelta(weeks=by)),
    "weekend": lambda when, by: weekend(when + timedelta(weeks=by)),
    "month": lambda when, by: month(when.year, when.month + by),
    "quarter": lambda when, by: quarter(when.year, (when.month + 2) // 3 + by),
    "year": lambda when, by: year(when.year + by),
    "century": lambda when, by: years((when.year - 1) // 100 * 100 + 1 + 100 * by, 100),
}


def is_calendar_unit(unit: str) -> bool:
    """Tell whether a unit is a day or more of them."""
    return unit in _UNITS


def unit_at(unit: str, when: date, by: int = 0) -> Stretch:
    """Give the unit (``week``, ``month`` …) that a day lies in, or one some units further.

    Raises:
        ValueError: the calendar does not reach that far.
        OverflowError: the same.
    """
    return _UNITS[unit](when, by)


def days_off(unit: str, when: date, by: int) -> date:
    """Give the day that lies a number of units from another: three months from 31 January is 30 April."""
    if unit in ("day", "week"):
        return when + timedelta(days=by * (7 if unit == "week" else 1))
    months = {"month": 1, "quarter": 3, "year": 12, "century": 1200}.get(unit, 0) * by
    year_off, number = divmod(when.year * 12 + when.month - 1 + months, 12)
    return date(year_off, number + 1, min(when.day, calendar.monthrange(year_off, number + 1)[1]))


def easter(of: int) -> date:
    """Give Easter Sunday of a year (Gregorian; the method of Meeus, Jones and Butcher)."""
    golden, century, rest = of % 19, of // 100, of % 100
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    number, index = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(of, number, index + 1)
