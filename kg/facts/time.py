"""When a situation is: the clock of events."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from kg.article import PartialDate, first_day, last_day
from kg.facts.mention import Record


class Time(Record):
    """The time of a situation.

    Attributes:
        date: the day, month or year it is known to fall on.
        not_before: the first day that it may fall on.
        not_after: the last day that it may fall on.
        start_date: when it began; it lasts.
        end_date: when it ended.
        date_text: the article's words.
    """

    date: PartialDate | None = None
    not_before: PartialDate | None = None
    not_after: PartialDate | None = None
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    date_text: str | None = Field(default=None, min_length=1)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        first, last = self.bounds()
        if first and last and first > last:
            raise ValueError(f"not_before ({first}) is later than not_after ({last})")
        if self.date and first and last_day(self.date).isoformat() < first:
            raise ValueError(f"date ({self.date}) is earlier than not_before ({first})")
        if self.date and last and first_day(self.date).isoformat() > last:
            raise ValueError(f"date ({self.date}) is later than not_after ({last})")
        if self.start_date and self.end_date and first_day(self.start_date) > last_day(self.end_date):
            raise ValueError(f"start_date ({self.start_date}) is later than end_date ({self.end_date})")
        return self

    def bounds(self) -> tuple[str | None, str | None]:
        """Give the first and the last day that it may fall on (of what lasts: that it may have begun on).

        Returns:
            Two ISO dates; None where there is no bound. What is given outright goes before what follows from
            `date`, and that before `start_date`. Of what is known to end, all that is known is that it began before.
        """
        known = self.date or self.start_date
        first = self.not_before or known
        last = self.not_after or known or self.end_date
        return first and first_day(first).isoformat(), last and last_day(last).isoformat()
