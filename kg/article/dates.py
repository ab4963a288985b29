"""Dates that are known to a day, a month or a year."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def check_partial_date(text: str) -> str:
    """Give the text back if it is a date.

    Args:
        text: ``2025``, ``2025-07`` or ``2025-07-05``.

    Raises:
        ValueError: it is none of these, or no such day exists.
    """
    if not _FORM.fullmatch(text):
        raise ValueError(f"{text!r} is not a date: write 2025-07-05, 2025-07 or 2025")
    try:
        first_day(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a date: there is no such day") from None
    return text


PartialDate = Annotated[str, AfterValidator(check_partial_date)]
"""A day, month or year: ``2025-07-05``, ``2025-07``, ``2025`` (ISO 8601, proleptic Gregorian)."""


def first_day(partial: str) -> date:
    """Give the first day of a day, month or year."""
    year, month, day = _parts(partial)
    return date(year, 1 if month is None else month, 1 if day is None else day)


def last_day(partial: str) -> date:
    """Give the last day of a day, month or year."""
    year, month, day = _parts(partial)
    month = 12 if month is None else month
    return date(year, month, calendar.monthrange(year, month)[1] if day is None else day)


def _parts(partial: str) -> tuple[int, int | None, int | None]:
    match = _FORM.fullmatch(partial)
    if match is None:
        raise ValueError(f"{partial!r} is not a date")
    year, month, day = match.groups()
    return int(year), int(month) if month else None, int(day) if day else None
