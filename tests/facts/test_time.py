import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kg.facts import Time


@pytest.mark.parametrize(
    ("time", "bounds"),
    [
        (Time(), (None, None)),
        (Time(date_text="eerder"), (None, None)),
        (Time(date="2025-07-05"), ("2025-07-05", "2025-07-05")),
        (Time(date="2025-07"), ("2025-07-01", "2025-07-31")),
        (Time(start_date="2022"), ("2022-01-01", "2022-12-31")),
        (Time(start_date="2022", end_date="2024-05"), ("2022-01-01", "2022-12-31")),
        (Time(end_date="2024-05"), (None, "2024-05-31")),
        (Time(not_before="2025-06-30", not_after="2025-07-06"), ("2025-06-30", "2025-07-06")),
        (Time(not_after="2025-07"), (None, "2025-07-31")),
    ],
)
def test_bounds(time: Time, bounds: tuple[str | None, str | None]) -> None:
    assert time.bounds() == bounds


@given(st.dates(), st.dates())
def test_what_ends_before_it_begins_is_refused(one: object, other: object) -> None:
    first, last = sorted([str(one), str(other)])
    Time(not_before=first, not_after=last)
    if first != last:
        with pytest.raises(ValidationError, match="is later than not_after"):
            Time(not_before=last, not_after=first)
        with pytest.raises(ValidationError, match="is later than end_date"):
            Time(start_date=last, end_date=first)


def test_a_date_outside_its_bounds_is_refused() -> None:
    Time(date="2025-07", not_before="2025-07-05", not_after="2025-07-31")
    with pytest.raises(ValidationError, match="is earlier than not_before"):
        Time(date="2025", not_before="2026", not_after="2027")
    with pytest.raises(ValidationError, match="is later than not_after"):
        Time(date="2025", not_before="2023", not_after="2024")
