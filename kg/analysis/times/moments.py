"""From where a time is seen: the reference day, as far as it is known, and the tense of what is told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from kg.analysis.times.stretches import Stretch

_OVER = 10  # in the present tense one day that is over counts like so many to come


class Tense(Enum):
    """Whether a sentence tells of what was, what is, or what is to come."""

    PAST = auto()
    PRESENT = auto()
    FUTURE = auto()
    UNKNOWN = auto()


class UnresolvableError(Exception):
    """What is known does not tell which day is meant. Never leaves this package."""


class Moment(NamedTuple):
    """Where a time is seen from. Of a reference day it may be known only that it lies between two days.

    Attributes:
        first: the first day that the reference day may be, or None where nothing is known of it.
        last: the last such day.
        tense: the tense of what is told.
        own: whether it is a noun's own time, of which the tense tells less: "kondigde een staking op 2 oktober aan".
    """

    first: date | None
    last: date | None
    tense: Tense
    own: bool = False

    @property
    def day(self) -> date:
        """The reference day."""
        first, last = self.bounds
        if first != last:
            raise UnresolvableError
        return first

    @property
    def month(self) -> date:
        """A day in the reference day's month."""
        first, last = self.bounds
        if (first.year, first.month) != (last.year, last.month):
            raise UnresolvableError
        return first

    @property
    def year(self) -> date:
        """A day in the reference day's year."""
        first, last = self.bounds
        if first.year != last.year:
            raise UnresolvableError
        return first

    @property
    def bounds(self) -> tuple[date, date]:
        """The days that the reference day lies between."""
        if self.first is None or self.last is None:
            raise UnresolvableError
        return self.first, self.last

    @property
    def years(self) -> range:
        """The years of the reference day and those beside them."""
        first, last = self.bounds
        return range(first.year - 1, last.year + 2)

    def pick(self, candidates: Iterable[Stretch]) -> Stretch:
        """Choose among stretches in the order of time: by the tense, or the nearest where that tells nothing.

        In the present tense it is one to come, or one that is just over: "vanaf 1 juli geldt een verbod".

        Raises:
            UnresolvableError: none fits.
        """
        first, last = self.bounds
        whole = [(one.first, one.last, one) for one in candidates if one.first and one.last]
        if self.own:
            pass
        elif self.tense is Tense.PAST:
            whole = [item for item in whole if item[0] <= last][-1:]
        elif self.tense is Tense.FUTURE:
            whole = [item for item in whole if item[1] >= first][:1]
        if not whole:
            raise UnresolvableError
        over = _OVER if self.tense is Tense.PRESENT and not self.own else 1
        return min(whole, key=lambda item: max((item[0] - last).days, (first - item[1]).days * over, 0))[2]
