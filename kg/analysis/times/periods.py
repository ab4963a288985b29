"""What patterns mean that name months, years, seasons, and units counted from the present one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from kg.analysis.times import stretches
from kg.analysis.times.days import Meaning, WhichYear
from kg.analysis.times.moments import Moment, Tense, UnresolvableError
from kg.analysis.times.stretches import Stretch

_BY = {"this": 0, "last": -1, "past": -1, "next": 1, "coming": 1}


def words(**_: object) -> Meaning:
    """A time that is known by its words alone: "onlangs"."""

    def resolve(_: Moment) -> Stretch:
        raise UnresolvableError

    return resolve


def clock(*, number: int | None = None, **_: object) -> Meaning | None:
    """A time of the day: "om 10 uur"."""
    return None if number is not None and not 0 <= number <= 24 else words()


def year_given(*, year: int) -> WhichYear:
    """A year: "2025"."""
    return lambda _: year


def year_shifted(*, shift: str) -> WhichYear | None:
    """A year counted from that of the reference day: "vorig jaar"."""
    if shift in ("past", "coming"):
        return None
    return lambda moment: moment.year.year + _BY[shift]


def year_of_century(*, figures: int = 0, apostrophe: int = 0) -> WhichYear:
    """A year without its century: "'69". It is the latest that is not to come."""

    def resolve(moment: Moment) -> int:
        latest = moment.bounds[1].year + 1
        return latest - (latest - figures - apostrophe) % 100

    return resolve


def year_unknown(**_: object) -> WhichYear:
    """A year that another time tells: "dat jaar"."""

    def resolve(_: Moment) -> int:
        raise UnresolvableError

    return resolve


def same(**meanings: Meaning) -> Meaning:
    """What the one part that has a meaning means."""
    return next(meaning for meaning in meanings.values() if callable(meaning))


def month(
    *,
    month: int,
    whichyear: WhichYear | None = None,
    part: str | None = None,
    shift: str | None = None,
    turn: str | None = None,
) -> Meaning:
    """A month: "juni", "eind juni 2025", "afgelopen juni"."""
    return _of_month(month, whichyear, shift or turn, part or "")


def _of_month(number: int, whichyear: WhichYear | None, shift: str | None, part: str) -> Meaning:
    def resolve(moment: Moment) -> Stretch:
        if whichyear is not None:
            found = stretches.month(whichyear(moment), number)
        else:
            found = _shifted(moment, shift, [stretches.month(year, number) for year in moment.years])
        return found._replace(part=part)

    return resolve


def year(*, year: int, part: str | None = None) -> Meaning:
    """A year: "begin 2024"."""
    return lambda _: stretches.year(year)._replace(part=part or "")


def month_of_year(*, shift: str, month: int) -> Meaning | None:
    """A month behind its year: "volgend jaar maart"."""
    whichyear = year_shifted(shift=shift)
    return whichyear and _of_month(month, whichyear, None, "")


Days = Sequence[Sequence[int]]


def season(
    *,
    season: Days,
    whichyear: WhichYear | None = None,
    part: str | None = None,
    shift: str | None = None,
) -> Meaning:
    """A season: "de zomer van 2024", "afgelopen winter"."""
    (first_month, first_day), (last_month, last_day) = season
    crossing = last_month < first_month

    def of(number: int) -> Stretch:
        return Stretch(date(number, first_month, first_day), date(number + crossing, last_month, last_day))

    def resolve(moment: Moment) -> Stretch:
        if whichyear is None:
            _only_by_tense(moment, shift or part)
            found = _shifted(moment, shift, [of(number) for number in moment.years])
        else:
            number = whichyear(moment)
            found = of(number)
            if crossing:  # "de winter van 2024" begins or ends in it
                found = Stretch(date(number, 1, 1), found.last)
        return found._replace(part=part or "")

    return resolve


def week_of_month(*, month: int, whichyear: WhichYear | None = None) -> Meaning:
    """A week of a month: it lies in the month, and where weeks begin is anybody's guess."""
    return _of_month(month, whichyear, None, "")


def weekend() -> Meaning:
    """A weekend by the tense: "in het weekend"."""

    def resolve(moment: Moment) -> Stretch:
        _only_by_tense(moment)
        return moment.pick(stretches.weekend(moment.day + timedelta(weeks=by)) for by in (-1, 0, 1))

    return resolve


def shifted(*, shift: str, unit: str, part: str | None = None, article: int | None = None) -> Meaning | None:
    """A unit counted from the present one: "deze week", "vorig jaar", "de afgelopen maand"."""
    if unit == "day" and shift in ("last", "next"):
        return words()  # the day beside another time
    if article is not None and shift in ("last", "next") and unit != "century":
        return words()  # "de volgende week": most often that behind another time
    if unit == "day" and shift == "this":
        return None
    if unit == "weekend":
        return _weekend_shifted(shift)

    def resolve(moment: Moment) -> Stretch:
        here = _seen_from(moment, unit, exactly=shift in ("past", "coming"))
        found = stretches.unit_at(unit, here, _BY[shift])
        if shift == "past":  # the unit before, or as many days up to now
            return Stretch(found.first, here, "now")
        if shift == "coming":
            return Stretch(here, found.last, "now")
        return found._replace(part=part or "")

    return resolve


def _weekend_shifted(shift: str) -> Meaning:
    def resolve(moment: Moment) -> Stretch:
        weekends = [stretches.weekend(moment.day + timedelta(weeks=by)) for by in (-1, 0, 1)]
        before, here, after = weekends
        if shift == "this":
            return moment.pick(weekends) if moment.tense is Tense.PAST else here
        if shift == "next":
            return after
        if shift == "coming":
            return here if here.first and moment.day < here.first else after
        return before

    return resolve


def this_unit(*, part: str, unit: str) -> Meaning | None:
    """Part of the present unit: "het einde van het jaar"."""
    return None if unit in ("day", "weekend") else shifted(shift="this", unit=unit, part=part)


def several(
    *, shift: str, many: str | None = None, count: str | None = None, number: int | None = None
) -> Meaning | None:
    """Several units before or behind now: "de afgelopen drie jaar", "de komende dagen"."""
    unit = many or count or ""
    if shift not in ("past", "coming"):
        return None

    def resolve(moment: Moment) -> Stretch:
        if not number or not stretches.is_calendar_unit(unit) or unit == "weekend":
            raise UnresolvableError
        here = moment.day
        if shift == "past":
            return Stretch(stretches.days_off(unit, here, -number), here, "now")
        return Stretch(here, stretches.days_off(unit, here, number), "now")

    return resolve


def last_several(*, many: str | None = None, count: str | None = None, number: int | None = None) -> Meaning | None:
    """The same in other words: "de laatste drie jaar"."""
    return several(shift="past", many=many, count=count, number=number)


def _shifted(moment: Moment, shift: str | None, candidates: Sequence[Stretch]) -> Stretch:
    if shift is None:
        return moment.pick(candidates)
    here = moment.day
    whole = [one for one in candidates if one.first and one.last]
    if shift == "this":
        return moment.pick(candidates)
    if shift in ("past", "last"):
        fitting = [one for one in whole if one.last and one.last < here][-1:]
    else:
        fitting = [one for one in whole if one.first and one.first > here][:1]
    if not fitting:
        raise UnresolvableError
    return fitting[0]


def _only_by_tense(moment: Moment, otherwise: str | None = None) -> None:
    """Refuse what tells no time that one can be sure of: "in de zomer bloeit hij"."""
    if not otherwise and moment.tense not in (Tense.PAST, Tense.FUTURE):
        raise UnresolvableError


def _seen_from(moment: Moment, unit: str, *, exactly: bool) -> date:
    if not exactly and unit in ("year", "century"):
        return moment.year
    if not exactly and unit in ("month", "quarter"):
        return moment.month
    return moment.day


FUNCTIONS: Sequence[Callable[..., Meaning | WhichYear | None]] = (
    words, clock, year_given, year_shifted, year_of_century, year_unknown, month_of_year, same, month, year, season,
    week_of_month, weekend, shifted, this_unit, several, last_several,
)  # fmt: skip
"""What patterns may name."""
