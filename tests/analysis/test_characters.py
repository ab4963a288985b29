"""Characters: what an engine reads, and where it is in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.analysis.characters import readable

CASES = {
    "“Ja”, zei ‘hij’ – nee": "\"Ja\", zei 'hij' - nee",
    "foto’s": "foto's",
    "wa\u00adpen\u200b": "wapen",
    "cafe\u0301": "café",
    "a\u00a0b\tc  d\ne ": "a b c d e",
    "👍🏽\ufe0f": "👍🏽",
    "\u0301a": "\u0301a",
}


@pytest.mark.parametrize(("text", "read"), CASES.items())
def test_cases(text: str, read: str) -> None:
    assert readable(text).text == read


def test_places() -> None:
    read = readable("De wa\u00adpens\u00a0 zijn cafe\u0301’s.")
    assert read.text == "De wapens zijn café's."
    assert read.span(3, 9) == (3, 10)
    assert read.span(15, 21) == (17, 24)


@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("e\u0301\u00ad \u00a0“’–\n"), max_size=60))
def test_spans_follow_each_other_and_blanks_are_single(text: str) -> None:
    read = readable(text)
    place = 0
    for number in range(len(read.text)):
        start, end = read.span(number, number + 1)
        assert place <= start < end <= len(text)
        place = end
    assert "  " not in read.text
    assert read.text == read.text.strip() or read.text.split() == [read.text.strip()]
