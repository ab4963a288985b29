"""What patterns mean that name parts of a year, or many years."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.analysis.times import stretches
from kg.analysis.times.days import Meaning, WhichYear
from kg.analysis.times.moments import Moment, UnresolvableError
from kg.analysis.times.stretches import Stretch


def quarter(
    *, ordinal: int | None = None, quarter: int | None = None, whichyear: WhichYear | None = None
) -> Meaning | None:
    """A quarter: "het eerste kwartaal van 2025", "Q3"."""
    return _fraction(ordinal or quarter or 0, 4, whichyear)


def half_year(*, ordinal: int, whichyear: WhichYear | None = None) -> Meaning | None:
    """Half a year: "de eerste helft van 2025"."""
    return _fraction(ordinal, 2, whichyear)


def _fraction(number: int, count: int, whichyear: WhichYear | None) -> Meaning | None:
    number = count if number == -1 else number
    if not 1 <= number <= count:
        return None
    months = 12 // count

    def of(year: int) -> Stretch:
        first, last = stretches.month(year, months * (number - 1) + 1), stretches.month(year, months * number)
        return Stretch(first.first, last.last)

    def resolve(moment: Moment) -> Stretch:
        if whichyear is not None:
            return of(whichyear(moment))
        return moment.pick(of(year) for year in moment.years)

    return resolve


def part_of_year(*, whichyear: WhichYear) -> Meaning:
    """Months or weeks of a year: "de eerste maanden van 2025"."""
    return lambda moment: stretches.year(whichyear(moment))


def decade(*, tens: int, part: str | None = None) -> Meaning:
    """Ten years of the twentieth century: "de jaren negentig van de vorige eeuw"."""
    return lambda _: stretches.years(tens if tens >= 100 else 1900 + tens, 10)._replace(part=part or "")


def recent_decade(*, tens: int, part: str | None = None) -> Meaning:
    """Ten years: "de jaren negentig"; "de jaren twintig" may be those of two centuries."""
    found = decade(tens=tens, part=part)

    def resolve(moment: Moment) -> Stretch:
        if tens < 100 and (moment.last is None or moment.last.year >= 2000 + tens) and tens <= 30:
            raise UnresolvableError
        return found(moment)

    return resolve


def century(*, ordinal: int) -> Meaning | None:
    """A century: "de negentiende eeuw"."""
    return None if ordinal < 1 else lambda _: stretches.years(100 * ordinal - 99, 100)


FUNCTIONS: Sequence[Callable[..., Meaning | None]] = (
    quarter, half_year, part_of_year, decade, recent_decade, century,
)  # fmt: skip
"""What patterns may name."""
