"""What patterns mean that count from the reference day: "twee weken geleden", "over een maand"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.analysis.times import stretches
from kg.analysis.times.days import Meaning
from kg.analysis.times.moments import Moment, Tense, UnresolvableError
from kg.analysis.times.periods import words
from kg.analysis.times.stretches import Stretch


def ago(*, number: int, count: str, about: str | None = None) -> Meaning:
    """A number of units ago. Of units beyond a day it is known only which one: the year, month or week."""
    return _counted(number, count, about, -1)


def ahead(*, number: int, count: str, about: str | None = None) -> Meaning:
    """A number of units from now."""
    return _only_ahead(_counted(number, count, about, 1))


def half_years_ago(*, halfyear: int, about: str | None = None) -> Meaning:
    """Half years ago: to the month nobody means it."""
    return _counted(halfyear, "month", about or "either", -1)


def half_years_ahead(*, halfyear: int, about: str | None = None) -> Meaning:
    """Half years from now."""
    return _only_ahead(_counted(halfyear, "month", about or "either", 1))


def within(*, number: int, count: str) -> Meaning:
    """At most a number of units from now: "binnen een maand"."""
    if not number or not stretches.is_calendar_unit(count):
        return words()

    def resolve(moment: Moment) -> Stretch:
        return Stretch(moment.day, stretches.days_off(count, moment.day, number))

    return _only_ahead(resolve)


def within_reference(*, earlier: str, time: Meaning) -> Meaning:
    """The part of a time that is over or still to come: "eerder deze week", "later dit jaar"."""

    def resolve(moment: Moment) -> Stretch:
        found, here = time(moment), moment.day
        if found.first is None or found.last is None or not found.first <= here <= found.last:
            raise UnresolvableError
        return Stretch(found.first, here) if earlier == "earlier" else Stretch(here, found.last)

    return resolve


def _counted(number: int, unit: str, about: str | None, direction: int) -> Meaning:
    if not number or not stretches.is_calendar_unit(unit):
        return words()
    nearest = number - (about in ("fewer", "either"))
    furthest = number + (about in ("more", "either"))

    def resolve(moment: Moment) -> Stretch:
        ends = [stretches.unit_at(unit, moment.day, direction * far) for far in (nearest, furthest)]
        before, after = ends if direction > 0 else ends[::-1]
        return Stretch(before.first, after.last)

    return resolve


def _only_ahead(meaning: Meaning) -> Meaning:
    def resolve(moment: Moment) -> Stretch:
        if moment.tense is Tense.PAST:  # then it is how long something took
            raise UnresolvableError
        return meaning(moment)

    return resolve


FUNCTIONS: Sequence[Callable[..., Meaning]] = (
    ago, ahead, half_years_ago, half_years_ahead, within, within_reference,
)  # fmt: skip
"""What patterns may name."""
