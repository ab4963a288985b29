"""A date or time as the article has it, and what it comes to."""

from __future__ import annotations

from typing import NamedTuple


class TimeExpression(NamedTuple):
    """An expression of time. Of one that cannot be resolved the words alone are known, and all dates are None.

    Attributes:
        first: the index of its first token.
        stop: the index behind its last token.
        text: its exact words, with the preposition that belongs to it.
        date: the day, month or year it is: ``2025-07-05``, ``2025-07``, ``2025``.
        not_before: the first day that it may be.
        not_after: the last day that it may be.
        start_date: the day, month or year when what it tells of begins.
        end_date: the day, month or year when what it tells of ends.
    """

    first: int
    stop: int
    text: str
    date: str | None = None
    not_before: str | None = None
    not_after: str | None = None
    start_date: str | None = None
    end_date: str | None = None
