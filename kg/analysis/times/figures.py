"""What numbers in figures may be: days, years, dates, times of the clock."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

_NUMBER = re.compile(r"[0-9]{1,4}")
_FULL = re.compile(r"([0-9]{1,4})([-/.])([0-9]{1,2})\2([0-9]{1,4})")
_SHORT = re.compile(r"([0-9]{1,2})/([0-9]{1,2})")
_YEARS = re.compile(r"([12][0-9]{3})[-–/]([12][0-9]{3})")
_CLOCK = re.compile(r"[0-2]?[0-9][.:][0-5][0-9]")
_FIRST_YEAR, _LAST_YEAR = 1000, 2199


class Figures:
    """Reads figures as one language writes them."""

    def __init__(self, ordinal_endings: Sequence[str], clock_endings: Sequence[str], day_first: bool) -> None:
        """Take what a language has behind its figures, and whether 5/7 is the fifth of the seventh month."""
        self._ordinals, self._clock, self._day_first = tuple(ordinal_endings), tuple(clock_endings), day_first

    def read(self, word: str) -> Iterator[tuple[str, Any]]:
        """Give the categories that a word which begins with a figure has, each with its value."""
        if len(word) > 12:
            return
        if _NUMBER.fullmatch(word):
            yield from _plain(int(word), len(word))
        elif (ending := _ending(word, self._ordinals)) and _NUMBER.fullmatch(bare := word.removesuffix(ending)):
            yield "ORDINAL", int(bare)
            if 1 <= int(bare) <= 31:
                yield "DAYNUMBER", int(bare)
        else:
            yield from self._composed(word)

    def _composed(self, word: str) -> Iterator[tuple[str, Any]]:
        if match := _YEARS.fullmatch(word):
            yield "YEARS", (int(match[1]), int(match[2]))
        elif match := _FULL.fullmatch(word):
            found = self._full(match[1], match[3], match[4])
            if found:
                yield "DATE", found
        elif match := _SHORT.fullmatch(word):
            yield "ANYDAY", self._in_order(int(match[1]), int(match[2]))
        bare = word.removesuffix(_ending(word, self._clock) or "")
        if _CLOCK.fullmatch(bare) or (bare != word and _NUMBER.fullmatch(bare)):
            yield "CLOCK", bare

    def _full(self, first: str, second: str, third: str) -> date | None:
        try:
            if len(first) == 4 and len(third) <= 2:
                return date(int(first), int(second), int(third))
            if len(first) <= 2 and len(third) == 4:
                day, month = self._in_order(int(first), int(second))
                return date(int(third), month, day)
        except ValueError:  # there is no such day
            pass
        return None

    def _in_order(self, first: int, second: int) -> tuple[int, int]:
        return (first, second) if self._day_first else (second, first)


def _plain(number: int, length: int) -> Iterator[tuple[str, Any]]:
    yield "NUMBER", number
    if 1 <= number <= 31 and length <= 2:
        yield "DAYNUMBER", number
    if length == 4 and _FIRST_YEAR <= number <= _LAST_YEAR:
        yield "YEAR", number
    if length == 2:
        yield "FIGURES", number
    if number % 10 == 0 and (length == 2 or 1000 <= number < 2000):
        yield "TENS", number


def _ending(word: str, endings: Sequence[str]) -> str | None:
    return next((ending for ending in endings if word.endswith(ending)), None)
