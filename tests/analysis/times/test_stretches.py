"""Stretches of days, and the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis.times import stretches
from kg.analysis.times.stretches import Stretch

_UNITS = st.sampled_from(["day", "week", "month", "quarter", "year", "century"])


@pytest.mark.parametrize(
    ("stretch", "partial"),
    [
        (stretches.day(date(2025, 7, 5)), "2025-07-05"),
        (stretches.month(2025, 2), "2025-02"),
        (stretches.month(2025, 14), "2026-02"),
        (stretches.year(850), "0850"),
        (stretches.month(2025, 2)._replace(part="end"), "2025-02"),
        (stretches.week(date(2025, 7, 5)), None),
        (stretches.quarter(2025, 1), None),
        (Stretch(date(2025, 7, 5), None), None),
    ],
)
def test_days_months_and_years_are_dates(stretch: Stretch, partial: str | None) -> None:
    assert stretch.partial == partial


@given(when=st.dates(date(1000, 1, 1), date(3000, 1, 1)), unit=_UNITS)
def test_units_hold_their_day_and_touch_the_next(when: date, unit: str) -> None:
    here, after = stretches.unit_at(unit, when), stretches.unit_at(unit, when, 1)
    assert here.first is not None
    assert here.last is not None
    assert here.first <= when <= here.last
    assert after.first == here.last + timedelta(days=1)
    assert stretches.unit_at(unit, here.last, 1) == after
    assert stretches.is_calendar_unit(unit)


@pytest.mark.parametrize(
    ("unit", "when", "by", "day"),
    [
        ("month", date(2025, 1, 31), 3, date(2025, 4, 30)),
        ("month", date(2025, 1, 31), -2, date(2024, 11, 30)),
        ("year", date(2024, 2, 29), 1, date(2025, 2, 28)),
        ("week", date(2025, 7, 5), -1, date(2025, 6, 28)),
        ("day", date(2025, 7, 5), 2, date(2025, 7, 7)),
        ("quarter", date(2025, 7, 5), 1, date(2025, 10, 5)),
    ],
)
def test_a_day_some_units_off(unit: str, when: date, by: int, day: date) -> None:
    assert stretches.days_off(unit, when, by) == day


@pytest.mark.parametrize(
    "day",
    [
        date(1818, 3, 22),
        date(1943, 4, 25),
        date(1998, 4, 12),
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2024, 3, 31),
        date(2025, 4, 20),
    ],
)
def test_easter(day: date) -> None:
    assert stretches.easter(day.year) == day


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    day = stretches.easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)
