"""What holds for any words: it ends, offsets are exact, bounds are in order, and a day is found as itself."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.times import find_times, reference_day
from kg.analysis.times.lexicon import lexicon
from kg.facts import Time
from tests.analysis.times.documents import flat

_MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december".split()  # noqa: SIM905
)
_DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
_LEXICON = lexicon("nl")
assert _LEXICON is not None
_WORDS = sorted(
    {word for forms in _LEXICON.data["forms"].values() for form in forms for word in form.split()}
    | {
        word.strip("?()")
        for step in _LEXICON.data["patterns"]
        for line in step
        for word in line[2].split()
        if word.islower()
    }
)
_FIGURES = st.one_of(
    st.integers(0, 99_999).map(str),
    st.sampled_from(
        ["5/7", "31/02", "05-07-2025", "2025-13-01", "0000-00-00", "2019-2021", "10.30", "1e", "'69", "’", "Q3"]
    ),
)
_TIMELY = st.lists(st.one_of(st.sampled_from(_WORDS), _FIGURES), min_size=1, max_size=25)
_ANYTHING = st.lists(st.text(min_size=1, max_size=12).filter(lambda word: not any(map(str.isspace, word))), min_size=1)


@given(words=st.one_of(_TIMELY, _ANYTHING), reference=st.one_of(st.none(), st.dates()), month=st.booleans())
@settings(deadline=None, max_examples=300)
def test_any_words_give_exact_offsets_and_dates_in_order(words: list[str], reference: date | None, month: bool) -> None:
    document = flat(words, date="2025-07" if month else None)
    found = find_times(document, reference)
    assert [one.first for one in found] == sorted(one.first for one in found)
    for one in found:
        assert 0 <= one.first < one.stop <= len(words)
        span = document.span(range(one.first, one.stop))
        assert document.article.cut(span) == one.text == " ".join(words[one.first : one.stop])
        Time(**dict(zip(one._fields[3:], one[3:], strict=True)))  # its validator refuses dates out of order


@given(words=_TIMELY)
@settings(deadline=None)
def test_a_reference_day_lies_in_the_articles_month(words: list[str]) -> None:
    found = reference_day(flat(words, date="2025-07"))
    assert found is None or (found.year, found.month) == (2025, 7)


@given(day=_DAYS, reference=st.one_of(st.none(), _DAYS), preposition=st.sampled_from(["op", ""]))
def test_a_day_in_words_comes_to_itself(day: date, reference: date | None, preposition: str) -> None:
    written = [*([preposition] if preposition else []), str(day.day), _MONTHS[day.month - 1], str(day.year)]
    found = find_times(flat(["Zij", "kwam", *written, "."]), reference)
    assert [(one.text, one.date) for one in found] == [(" ".join(written), day.isoformat())]


@given(
    day=_DAYS,
    form=st.sampled_from(["{0.day}-{0.month}-{0.year}", "{0:%d/%m/%Y}", "{0:%Y-%m-%d}", "{0.day}.{0.month}.{0.year}"]),
)
def test_a_day_in_figures_comes_to_itself(day: date, form: str) -> None:
    written = form.format(day)
    found = find_times(flat(["Zij", "kwam", "op", written, "."]), None)
    assert [(one.text, one.date) for one in found] == [(f"op {written}", day.isoformat())]


@given(day=st.dates(date(2001, 1, 1), date(2099, 12, 31)), off=st.integers(-180, 180))
def test_a_day_without_its_year_is_the_nearest_where_nothing_tells_the_tense(day: date, off: int) -> None:
    if (day.month, day.day) == (2, 29):
        return
    reference = date.fromordinal(day.toordinal() + off)
    found = find_times(flat(["Op", str(day.day), _MONTHS[day.month - 1], "."]), reference)
    assert [one.date for one in found] == [day.isoformat()]


@given(
    reference=st.dates(date(2, 1, 1), date(9997, 12, 31)), number=st.integers(1, 5), shift=st.sampled_from([-1, 0, 1])
)
def test_weeks_are_seven_days_that_hold_the_day(reference: date, number: int, shift: int) -> None:
    word = {-1: "vorige", 0: "deze", 1: "volgende"}[shift]
    (found,) = find_times(flat([word, "week"]), reference)
    assert found.not_before is not None
    assert found.not_after is not None
    first, last = date.fromisoformat(found.not_before), date.fromisoformat(found.not_after)
    assert first.weekday() == 0
    assert (last - first).days == 6
    assert first.toordinal() <= reference.toordinal() + 7 * shift <= last.toordinal()
    (ago,) = find_times(flat([str(number), "dagen", "geleden"]), reference)
    assert ago.date == date.fromordinal(reference.toordinal() - number).isoformat()


@pytest.mark.parametrize("reference", [date.min, date.max])
@pytest.mark.parametrize(
    "words", ["vorige week", "volgend jaar", "over 9999 eeuwen", "9999 jaar geleden", "5 mei", "Pasen"]
)
def test_the_calendar_may_end(words: str, reference: date) -> None:
    find_times(flat(["met", *words.split()]), reference)


@pytest.mark.parametrize(
    "words", [["5", "mei"], ["van", "maandag", "tot"], ["sinds", "x", "maandag"], ["deze", "week", "en"]]
)
def test_twice_the_words_take_about_twice_the_time(words: list[str]) -> None:
    def took(count: int) -> float:
        document = flat(words * count)
        began = time.perf_counter()
        find_times(document, date(2025, 7, 5))
        return time.perf_counter() - began

    took(100)
    assert min(took(4000) for _ in range(2)) < 40 * min(took(400) for _ in range(2))  # a square would be 100
