"""What patterns mean that name days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from kg.analysis.times import stretches
from kg.analysis.times.moments import Moment, Tense, UnresolvableError
from kg.analysis.times.stretches import Stretch

Meaning = Callable[[Moment], Stretch]
"""What an expression comes to, seen from a moment. It may raise UnresolvableError."""

WhichYear = Callable[[Moment], int]
"""Which year is meant, seen from a moment. It may raise UnresolvableError."""

_LEAP_YEAR = 2024
_NIGHT = timedelta(days=1)


class DayOfYear(NamedTuple):
    """A day of any year; its weekday where that is said (0 is Monday)."""

    month: int
    day: int
    weekday: int | None = None

    def in_year(self, year: int) -> date | None:
        """Give it in one year, or None where there is none."""
        try:
            found = date(year, self.month, self.day)
        except ValueError:
            return None
        return found if self.weekday in (None, found.weekday()) else None

    def around(self, moment: Moment, reach: int = 1) -> Iterator[date]:
        """Give it in the years around a moment, in the order of time."""
        first, last = moment.bounds
        for year in range(first.year - reach, last.year + reach + 1):
            if found := self.in_year(year):
                yield found


def given(*, date: date) -> Meaning:
    """A day with its year: "05-07-2025"."""
    return lambda _: stretches.day(date)


def given_day(*, anyday: tuple[int, int], weekday: int | None = None) -> Meaning | None:
    """A day in figures without its year: "5/7"."""
    return day(daynumber=anyday[0], month=anyday[1], weekday=weekday)


def day(
    *,
    daynumber: int,
    month: int,
    whichyear: WhichYear | None = None,
    weekday: int | None = None,
    turn: str | None = None,
) -> Meaning | None:
    """A day of a month: "zaterdag 5 juli 2025"."""
    wanted = DayOfYear(month, daynumber, weekday)
    if wanted._replace(weekday=None).in_year(_LEAP_YEAR) is None:
        return None
    tense = {"past": Tense.PAST, "coming": Tense.FUTURE}.get(turn or "")

    def resolve(moment: Moment) -> Stretch:
        if whichyear is not None:  # the year goes before a weekday that does not fit it
            found = wanted._replace(weekday=None).in_year(whichyear(moment))
            if found is None:
                raise UnresolvableError
            return stretches.day(found)
        seen = moment._replace(tense=tense) if tense else moment
        reach = 1 if (month, daynumber) != (2, 29) else 8
        return seen.pick(stretches.day(found) for found in wanted.around(seen, reach))

    return resolve


def days(
    *,
    daynumber1: int,
    daynumber2: int,
    month: int,
    month1: int | None = None,
    whichyear: WhichYear | None = None,
    weekday1: int | None = None,
    weekday2: int | None = None,
) -> Meaning | None:
    """The days from one to another: "5 en 6 juli", "30 april tot 2 mei 2025"."""
    last = day(daynumber=daynumber2, month=month, whichyear=whichyear, weekday=weekday2)
    wanted = DayOfYear(month1 or month, daynumber1)
    if last is None or wanted.in_year(_LEAP_YEAR) is None or (month1 in (None, month) and daynumber1 >= daynumber2):
        return None

    def resolve(moment: Moment) -> Stretch:
        end = last(moment).last
        before = [found for found in wanted.around(Moment(end, end, moment.tense)) if end and found < end]
        if not before or (weekday1 is not None and before[-1].weekday() != weekday1):
            raise UnresolvableError
        return Stretch(before[-1], end)

    return resolve


def today() -> Meaning:
    """A part of the reference day: "deze ochtend"."""
    return lambda moment: stretches.day(moment.day)


def day_from_today(*, dayword: int, weekday: int | None = None) -> Meaning:
    """A day counted from the reference day: "gisteren"; "gisteren zondag" only if it was one."""

    def resolve(moment: Moment) -> Stretch:
        found = moment.day + timedelta(days=dayword)
        if weekday not in (None, found.weekday()):
            raise UnresolvableError
        return stretches.day(found)

    return resolve


def night(*, nightword: int) -> Meaning:
    """A night: "vannacht" is the one before the reference day, the one behind it, or either."""

    def resolve(moment: Moment) -> Stretch:
        here = moment.day - timedelta(days=nightword)
        past, future = moment.tense is Tense.PAST, moment.tense is Tense.FUTURE
        return Stretch(here if future else here - _NIGHT, here if past else here + _NIGHT)

    return resolve


def weekday(*, weekday: int, shift: str | None = None, turn: str | None = None) -> Meaning:
    """A day of the week: "maandag", "afgelopen vrijdag"."""
    shift = turn or shift

    def resolve(moment: Moment) -> Stretch:
        today = moment.day
        if shift == "this":
            return stretches.day(_in_week(today, weekday))
        if shift in ("past", "last"):
            return stretches.day(_latest(today - timedelta(days=1), weekday))
        if shift in ("coming", "next"):
            return stretches.day(_earliest(today + timedelta(days=1), weekday))
        return stretches.day(_by_tense(moment, weekday))

    return resolve


def weekday_night(*, weeknight: int, shift: str | None = None) -> Meaning:
    """A night called by a day, on which it begins: "zaterdagnacht"."""
    called = weekday(weekday=weeknight, shift=shift)

    def resolve(moment: Moment) -> Stretch:
        found = called(moment).first
        if found is None:
            raise UnresolvableError
        return Stretch(found, found + _NIGHT)

    return resolve


def weekday_of_week(*, weekday: int, shift: str, unit: str) -> Meaning | None:
    """A day of a week: "vorige week vrijdag"."""
    by = {"this": 0, "last": -1, "past": -1, "next": 1, "coming": 1}[shift]
    if unit != "week":
        return None
    return lambda moment: stretches.day(_in_week(moment.day + timedelta(weeks=by), weekday))


def weekdays(*, weekday1: int, weekday2: int) -> Meaning | None:
    """The days from one of the week to another: "in de nacht van zaterdag op zondag"."""
    if weekday1 == weekday2:
        return None

    def resolve(moment: Moment) -> Stretch:
        if moment.tense is Tense.PAST:
            last = _latest(moment.day, weekday2)
            return Stretch(_latest(last, weekday1), last)
        first = _by_tense(moment, weekday1)
        return Stretch(first, _earliest(first, weekday2))

    return resolve


def holiday(*, holiday: Mapping[str, object], whichyear: WhichYear | None = None) -> Meaning:
    """A holiday: "Pasen", "Koningsdag 2025"."""

    def resolve(moment: Moment) -> Stretch:
        if whichyear is not None:
            return _celebrated(holiday, whichyear(moment))
        first, last = moment.bounds
        return moment.pick(_celebrated(holiday, year) for year in range(first.year - 1, last.year + 2))

    return resolve


def _celebrated(how: Mapping[str, object], year: int) -> Stretch:
    match how:
        case {"easter": int(distance)}:
            first = stretches.easter(year) + timedelta(days=distance)
        case {"third": [int(month), int(weekday)]}:
            first = _earliest(date(year, month, 1), weekday) + timedelta(weeks=2)
        case {"day": [int(month), int(number)]}:
            first = date(year, month, number)
        case _:
            raise UnresolvableError
    match how:
        case {"sunday": int(shift)} if first.weekday() == 6:
            first += timedelta(days=shift)
        case {"days": int(count)}:
            return Stretch(first, first + timedelta(days=count - 1))
    return stretches.day(first)


def _by_tense(moment: Moment, weekday: int) -> date:
    if moment.tense is Tense.UNKNOWN:  # a day chosen by chance would be made up
        raise UnresolvableError
    return _latest(moment.day, weekday) if moment.tense is Tense.PAST else _earliest(moment.day, weekday)


def _in_week(when: date, weekday: int) -> date:
    return when + timedelta(days=weekday - when.weekday())


def _latest(until: date, weekday: int) -> date:
    return until - timedelta(days=(until.weekday() - weekday) % 7)


def _earliest(since: date, weekday: int) -> date:
    return since + timedelta(days=(weekday - since.weekday()) % 7)


FUNCTIONS: Sequence[Callable[..., Meaning | None]] = (
    given, given_day, day, days, today, day_from_today, night, weekday, weekday_night, weekday_of_week, weekdays,
    holiday,
)  # fmt: skip
"""What patterns may name."""
