from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.article import check_partial_date, first_day, last_day


@pytest.mark.parametrize(
    ("partial", "first", "last"),
    [
        ("2025-07-05", date(2025, 7, 5), date(2025, 7, 5)),
        ("2025-07", date(2025, 7, 1), date(2025, 7, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
    ],
)
def test_bounds(partial: str, first: date, last: date) -> None:
    assert (first_day(partial), last_day(partial)) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "2025-7-5",
        "05-07-2025",
        "2025-02-30",
        "2025-13",
        "2025-00-01",
        "0000",
        "juli",
        "",
        "2025-07-05T10:00",
        "２０２５",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        check_partial_date(text)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_lies_in_its_month_and_year(day: date) -> None:
    iso = day.isoformat()
    for partial in (iso, iso[:7], iso[:4]):
        assert first_day(check_partial_date(partial)) <= day <= last_day(partial)
