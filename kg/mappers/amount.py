"""The words of an amount → a number and a unit, where they can be read without doubt."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from babel.core import UnknownLocaleError
from babel.numbers import NumberFormatError, parse_decimal

_SCALES = {
    "duizend": 10**3,
    "thousand": 10**3,
    "miljoen": 10**6,
    "mln": 10**6,
    "million": 10**6,
    "miljard": 10**9,
    "mld": 10**9,
    "billion": 10**9,
}
_CURRENCIES = {"€": "EUR", "euro": "EUR", "euros": "EUR", "eur": "EUR", "$": "USD", "dollar": "USD", "dollars": "USD"}
_CURRENCIES |= {"£": "GBP", "pond": "GBP", "pounds": "GBP", "usd": "USD", "gbp": "GBP"}
_FORM = re.compile(r"(?P<sign>[€$£])?\s*(?P<number>\d[\d.,]*)(?:\s+(?P<scale>[a-z]+))??(?:\s+(?P<unit>[^\W\d][\w-]*))?")


class Amount(NamedTuple):
    """A number and its unit: ``EUR``, ``USD``, or a word of the article (``drones``)."""

    value: Decimal
    unit: str


def read_amount(words: str, language: str) -> Amount | None:
    """Read "5 miljoen euro", "€ 2,5 miljard", "40 drones".

    Args:
        words: the article's words, nothing but the amount.
        language: the article's language, which tells what a point and a comma mean.

    Returns:
        The amount, or None where the words say more, less, or not how much of what.
    """
    match = _FORM.fullmatch(words.strip())
    if match is None:
        return None
    scale, unit = match["scale"], match["unit"]
    if scale is None and unit in _SCALES:  # "€ 5 miljoen"
        scale, unit = unit, None
    if scale is not None and scale not in _SCALES:
        return None
    unit = match["sign"] or unit
    if not unit:
        return None
    value = _number(match["number"], language)
    if value is None:
        return None
    return Amount(value * _SCALES.get(scale or "", 1), _CURRENCIES.get(unit.lower(), unit))


def _number(digits: str, language: str) -> Decimal | None:
    if digits.isdecimal():
        return Decimal(digits)
    if language == "und":
        return None
    try:
        value = parse_decimal(digits, locale=language.replace("-", "_"), strict=True)
    except (NumberFormatError, UnknownLocaleError, ValueError):
        return None
    # "1,500" is 1.5 in Dutch, but who writes it so may well mean fifteen hundred.
    return None if value.as_tuple().exponent == -3 else value
