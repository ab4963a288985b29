import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.plot.sheet import clean, shortened, width_of, wrapped


@given(st.text(alphabet="abcdefgh Wij$_^é", min_size=1, max_size=80), st.integers(30, 200))
@settings(deadline=None, max_examples=50)
def test_what_is_shortened_fits(text: str, width: int) -> None:
    assert width_of(shortened(text, width)) <= width
    assert shortened(text, 10_000) == clean(text)


@pytest.mark.parametrize("most", [1, 2, 3])
def test_lines_fit_where_words_do(most: int) -> None:
    lines = wrapped("een twee drie vier vijf zes zeven acht negen tien elf twaalf", 70, most=most)
    assert len(lines) <= most
    assert all(width_of(line) <= 70 for line in lines)
    assert lines[-1].endswith("…")


def test_what_cannot_be_drawn_is_left_out() -> None:
    assert clean("a\n\x07b\u200b  c") == "a b c"
